/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "law-fixture.h"

#include "law/asy-kin-rules.h"

/* People by the letter of their name: `B mother 1991-05-14`. */
static GPtrArray *
make_members (const char *const *texts)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (texts[i], " ", 3);
      g_autoptr (AsyMember) member = asy_member_new ();
      g_autoptr (AsyPerson) person = asy_person_new ();

      asy_record_set_id (ASY_RECORD (person), words[0][0]);
      asy_member_set_role (member, words[1]);
      asy_person_set_birth_date (person, words[2] != NULL ? D (words[2]) : ASY_DAY_NONE);
      g_ptr_array_add (members, asy_member_entry_new (member, person));
    }
  return members;
}

/* `KB mother`: B is the mother of K; `K? father`: nobody knows who the father is. */
static GPtrArray *
make_kinships (const char *const *texts)
{
  GPtrArray *kinships = asy_record_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      AsyKinship *kinship = asy_kinship_new ();

      asy_kinship_set_child_id (kinship, texts[i][0]);
      asy_kinship_set_parent_id (kinship, texts[i][1] == '?' ? 0 : texts[i][1]);
      for (int kind = 0; asy_kinship_kind_nicks[kind] != NULL; kind++)
        if (g_str_equal (asy_kinship_kind_nicks[kind], texts[i] + 3))
          asy_kinship_set_kind (kinship, kind);
      g_ptr_array_add (kinships, kinship);
    }
  return kinships;
}

static char *
describe (GPtrArray *kinships, GPtrArray *unions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kinships->len; i++)
    g_string_append_printf (text, "%c%c %s, ", (int) asy_kinship_get_child_id (kinships->pdata[i]),
                            (int) asy_kinship_get_parent_id (kinships->pdata[i]),
                            asy_kinship_kind_nicks[asy_kinship_get_kind (kinships->pdata[i])]);
  for (guint i = 0; i < unions->len; i++)
    g_string_append_printf (text, "%c=%c %s, ", (int) asy_union_get_person_id (unions->pdata[i]),
                            (int) asy_union_get_partner_id (unions->pdata[i]),
                            asy_union_kind_nicks[asy_union_get_kind (unions->pdata[i])]);
  return g_string_free (text, FALSE);
}

static void
test_proposals (void)
{
  static const struct
  {
    const char *members[7];
    const char *known[4];
    const char *proposed;
  } rows[] = {
    { { "B mother 1991-05-14", "K son 2015-09-02", NULL }, { NULL }, "KB mother, " },
    { { "B mother", "F father", "K son", NULL }, { NULL }, "KB mother, KF father, " },
    /* The mother's partner is nobody's father by that alone. */
    { { "B mother", "R partner-m", "K son", NULL }, { NULL }, "KB mother, B=R informal, " },
    { { "B mother", "H husband", "K daughter", NULL }, { NULL }, "KB mother, B=H marriage, " },
    { { "F father", "W wife", "K unborn", NULL }, { NULL }, "KF father, W=F marriage, " },
    { { "F father", "S stepmother", "K son", NULL }, { NULL }, "KF father, KS step-mother, S=F marriage, " },
    /* What is known is not proposed again, nor against what is known. */
    { { "B mother", "K son", NULL }, { "KB mother", NULL }, "" },
    { { "B mother", "F father", "K son", NULL }, { "K? father", NULL }, "KB mother, " },
    { { "B mother", "K son", NULL }, { "KX adoptive-mother", NULL }, "" },
    { { "B mother", "K son", NULL }, { "KX step-mother", NULL }, "KB mother, " },
    /* A grandmother is the only parent's mother; with two parents nobody can tell. */
    { { "B mother", "G grandmother", "K son", NULL }, { NULL }, "KB mother, BG mother, " },
    { { "B mother", "F father", "G grandmother", NULL }, { NULL }, "" },
    { { "B mother", "G grandmother", "H grandmother", NULL }, { NULL }, "" },
    /* Two mothers in one household (a minor one and hers): the first is taken, the child has one. */
    { { "B mother 2008-01-01", "C mother 1985-01-01", "K son 2025-01-01", NULL }, { NULL }, "KB mother, " },
    /* Nobody is the mother of someone older. */
    { { "B mother 2000-01-01", "K son 1999-01-01", NULL }, { NULL }, "" },
    { { "B mother", "N unrelated", "S sister", NULL }, { NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) members = make_members (rows[i].members);
      g_autoptr (GPtrArray) known = make_kinships (rows[i].known);
      g_autoptr (GPtrArray) no_unions = asy_record_array_new ();
      g_autoptr (GPtrArray) kinships = asy_record_array_new ();
      g_autoptr (GPtrArray) unions = asy_record_array_new ();
      g_autofree char *text = NULL;

      asy_kin_propose (members, known, no_unions, kinships, unions);
      text = describe (kinships, unions);
      g_assert_cmpstr (text, ==, rows[i].proposed);
    }
}

static void
test_union_once (void)
{
  const char *const texts[] = { "B mother", "R partner-m", NULL };
  g_autoptr (GPtrArray) members = make_members (texts);
  g_autoptr (GPtrArray) none = asy_record_array_new ();
  g_autoptr (GPtrArray) known = asy_record_array_new ();
  g_autoptr (GPtrArray) kinships = asy_record_array_new ();
  g_autoptr (GPtrArray) unions = asy_record_array_new ();
  AsyUnion *couple = asy_union_new ();

  asy_union_set_person_id (couple, 'R');
  asy_union_set_partner_id (couple, 'B');
  g_ptr_array_add (known, couple);
  asy_kin_propose (members, none, known, kinships, unions);
  g_assert_cmpuint (unions->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kin-rules/proposals", test_proposals);
  g_test_add_func ("/kin-rules/union-once", test_union_once);
  return g_test_run ();
}
