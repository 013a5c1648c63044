/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "families/asy-person-check.h"

/* Made-up numbers: 85071400124 is a woman born on 1985-07-14, 99123143213 a man
 * born on 1999-12-31, 15230201084 a girl born on 2015-03-02. */
#define TODAY (asy_day_new (2026, 3, 24))

static AsyPerson *
new_person (const char *pesel, const char *born, AsyPersonSex sex, AsyPersonNoPeselReason reason)
{
  AsyPerson *person = asy_person_new ();

  asy_person_set_pesel (person, pesel);
  asy_person_set_birth_date (person, born != NULL ? asy_day_from_iso (born) : ASY_DAY_NONE);
  asy_person_set_sex (person, sex);
  asy_person_set_no_pesel_reason (person, reason);
  return person;
}

static void
test_check (void)
{
  static const struct {
    const char *pesel;
    const char *born;
    AsyPersonSex sex;
    AsyPersonNoPeselReason reason;
    AsyPersonCheckKind kind;
    gboolean passed;
    AsyMeaning meaning;
  } rows[] = {
    { "85071400124", "1985-07-14", ASY_PERSON_SEX_FEMALE, 0, ASY_PERSON_CHECK_OK, TRUE, ASY_MEANING_PLAIN },
    { "85071400124", NULL, ASY_PERSON_SEX_UNKNOWN, 0, ASY_PERSON_CHECK_OK, TRUE, ASY_MEANING_PLAIN },
    { "85071400124", "1985-07-15", ASY_PERSON_SEX_FEMALE, 0, ASY_PERSON_CHECK_BIRTH_CLASH, TRUE, ASY_MEANING_SOON },
    { "85071400124", "1985-07-14", ASY_PERSON_SEX_MALE, 0, ASY_PERSON_CHECK_SEX_CLASH, TRUE, ASY_MEANING_SOON },
    { "85071400125", NULL, ASY_PERSON_SEX_UNKNOWN, 0, ASY_PERSON_CHECK_WRONG_PESEL, FALSE, ASY_MEANING_LATE },
    { "8507140012", NULL, ASY_PERSON_SEX_UNKNOWN, 0, ASY_PERSON_CHECK_WRONG_PESEL, FALSE, ASY_MEANING_LATE },
    { "8507140012x", NULL, ASY_PERSON_SEX_UNKNOWN, 0, ASY_PERSON_CHECK_WRONG_PESEL, FALSE, ASY_MEANING_LATE },
    /* A number that is right does not need a reason; one that is missing does. */
    { NULL, "2026-03-20", ASY_PERSON_SEX_FEMALE, 0, ASY_PERSON_CHECK_NO_REASON, FALSE, ASY_MEANING_SOON },
    { NULL, "2026-03-20", ASY_PERSON_SEX_FEMALE, ASY_PERSON_NO_PESEL_REASON_NEWBORN, ASY_PERSON_CHECK_OK, TRUE, ASY_MEANING_PLAIN },
    { NULL, NULL, ASY_PERSON_SEX_UNKNOWN, ASY_PERSON_NO_PESEL_REASON_UNBORN, ASY_PERSON_CHECK_OK, TRUE, ASY_MEANING_PLAIN },
    { NULL, "2026-03-25", ASY_PERSON_SEX_MALE, ASY_PERSON_NO_PESEL_REASON_NEWBORN, ASY_PERSON_CHECK_BORN_AHEAD, FALSE, ASY_MEANING_LATE },
    { NULL, "2026-03-24", ASY_PERSON_SEX_MALE, ASY_PERSON_NO_PESEL_REASON_NEWBORN, ASY_PERSON_CHECK_OK, TRUE, ASY_MEANING_PLAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPerson) person = new_person (rows[i].pesel, rows[i].born, rows[i].sex, rows[i].reason);
      g_autofree char *text = NULL;
      AsyPersonCheck check;

      asy_person_check (person, TODAY, &check);
      text = asy_person_check_describe (&check);
      g_assert_cmpint (check.kind, ==, rows[i].kind);
      g_assert_true (asy_person_check_is_passed (&check) == rows[i].passed);
      g_assert_cmpint (asy_person_check_get_meaning (&check), ==, rows[i].meaning);
      g_assert_true ((text == NULL) == (rows[i].kind == ASY_PERSON_CHECK_OK));
    }
}

/* Each wrong number has a sentence of its own, and none repeats the number. */
static void
test_sentences (void)
{
  static const char *const wrong[] = { "8507140012", "8507140012x", "85134400124", "85071400125" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (AsyPerson) person = new_person (wrong[i], NULL, ASY_PERSON_SEX_UNKNOWN, 0);
      AsyPersonCheck check;
      char *text;

      asy_person_check (person, TODAY, &check);
      text = asy_person_check_describe (&check);
      g_assert_null (strstr (text, wrong[i]));
      g_assert_true (g_hash_table_add (seen, text));
    }
}

static void
assert_person (AsyPerson *person, const char *born, AsyPersonSex sex)
{
  char iso[11];

  asy_day_write_iso (asy_person_get_birth_date (person), iso);
  g_assert_cmpstr (iso, ==, born);
  g_assert_cmpint (asy_person_get_sex (person), ==, sex);
}

static void
type_pesel (AsyPersonProposal *proposal, AsyPerson *person, const char *pesel)
{
  asy_person_set_pesel (person, pesel);
  asy_person_propose (proposal, person);
}

static void
test_propose (void)
{
  g_autoptr (AsyPerson) person = new_person (NULL, NULL, ASY_PERSON_SEX_UNKNOWN, ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);
  AsyPersonProposal proposal = { 0 };

  type_pesel (&proposal, person, "8507140012");
  assert_person (person, "", ASY_PERSON_SEX_UNKNOWN);
  g_assert_cmpint (asy_person_get_no_pesel_reason (person), ==, ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);

  type_pesel (&proposal, person, " 850714 00124 ");
  assert_person (person, "1985-07-14", ASY_PERSON_SEX_FEMALE);
  g_assert_cmpstr (asy_person_get_pesel (person), ==, "85071400124");
  g_assert_cmpint (asy_person_get_no_pesel_reason (person), ==, ASY_PERSON_NO_PESEL_REASON_NONE);

  /* Another number replaces what the first one proposed. */
  type_pesel (&proposal, person, "99123143213");
  assert_person (person, "1999-12-31", ASY_PERSON_SEX_MALE);

  /* A number that is wrong again takes the proposal back. */
  type_pesel (&proposal, person, "9912314321");
  assert_person (person, "", ASY_PERSON_SEX_UNKNOWN);
}

/* What somebody typed is never overwritten. */
static void
test_propose_keeps (void)
{
  g_autoptr (AsyPerson) person = new_person (NULL, "1985-07-15", ASY_PERSON_SEX_MALE, 0);
  AsyPersonProposal proposal = { 0 };

  type_pesel (&proposal, person, "85071400124");
  assert_person (person, "1985-07-15", ASY_PERSON_SEX_MALE);
  type_pesel (&proposal, person, "");
  assert_person (person, "1985-07-15", ASY_PERSON_SEX_MALE);
}

static void
test_guess_sex (void)
{
  g_assert_cmpint (asy_person_guess_sex ("mother"), ==, ASY_PERSON_SEX_FEMALE);
  g_assert_cmpint (asy_person_guess_sex ("grandson"), ==, ASY_PERSON_SEX_MALE);
  g_assert_cmpint (asy_person_guess_sex ("guardian"), ==, ASY_PERSON_SEX_UNKNOWN);
  g_assert_cmpint (asy_person_guess_sex (NULL), ==, ASY_PERSON_SEX_UNKNOWN);
}

static void
test_mask (void)
{
  static const struct {
    const char *pesel;
    const char *masked;
  } rows[] = {
    { "85071400124", "•••• 0124" },
    { "0124", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPerson) person = new_person (rows[i].pesel, NULL, 0, 0);
      g_autofree char *masked = asy_person_dup_masked_pesel (person);

      g_assert_cmpstr (masked, ==, rows[i].masked);
    }
}

/* An unborn child becomes a son or a daughter by its day of birth and its sex. */
static void
test_birth (void)
{
  g_autoptr (AsyPerson) person = asy_person_new ();
  g_autoptr (AsyMember) member = asy_member_new ();

  asy_member_set_role (member, "unborn");
  asy_person_set_no_pesel_reason (person, ASY_PERSON_NO_PESEL_REASON_UNBORN);
  asy_person_set_sex (person, ASY_PERSON_SEX_FEMALE);
  asy_person_propose_birth (person, member);
  g_assert_cmpstr (asy_member_get_role (member), ==, "unborn");
  asy_person_set_sex (person, ASY_PERSON_SEX_UNKNOWN);
  asy_person_set_birth_date (person, asy_day_new (2026, 3, 20));
  asy_person_propose_birth (person, member);
  g_assert_cmpstr (asy_member_get_role (member), ==, "unborn");
  g_assert_cmpint (asy_person_get_no_pesel_reason (person), ==, ASY_PERSON_NO_PESEL_REASON_NEWBORN);
  asy_person_set_sex (person, ASY_PERSON_SEX_FEMALE);
  asy_person_propose_birth (person, member);
  g_assert_cmpstr (asy_member_get_role (member), ==, "daughter");
  /* Nobody else is touched. */
  asy_member_set_role (member, "mother");
  asy_person_propose_birth (person, member);
  g_assert_cmpstr (asy_member_get_role (member), ==, "mother");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/families/person-check/check", test_check);
  g_test_add_func ("/families/person-check/sentences", test_sentences);
  g_test_add_func ("/families/person-check/propose", test_propose);
  g_test_add_func ("/families/person-check/propose-keeps", test_propose_keeps);
  g_test_add_func ("/families/person-check/guess-sex", test_guess_sex);
  g_test_add_func ("/families/person-check/mask", test_mask);
  g_test_add_func ("/person-check/birth", test_birth);
  return g_test_run ();
}
