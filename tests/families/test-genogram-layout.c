/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "families/asy-genogram-layout.h"

#define TODAY (asy_day_new (2026, 3, 24))

/*
 * A family in words. People are letters with a role and a year of birth: small
 * ones are members, `*` marks kin who are none. Kinships `child mother father`,
 * `-` for nobody, `?` for unknown; couples `ab` with `m` or `i`, and `x` for ended.
 */
typedef struct {
  const char *name;
  const char *people;
  const char *parents;
  const char *couples;
  const char *rows;             /* from left to right, rows from top to bottom */
} Case;

static const Case cases[] = {
  { "alone", "b:mother:1991", "", "", "b" },
  { "nobody", "", "", "", "" },
  { "mother and two", "b:mother:1991 l:daughter:2017 k:son:2015", "kb- lb-", "", "b/kl" },
  { "couple", "b:mother:1991 f:father:1990 l:daughter:2017 k:son:2015", "kbf lbf", "bfm", "bf/kl" },
  /* The mock-up: an ended marriage on the left, the union that lasts on the right. */
  { "two unions", "b:mother:1991 r:partner-m:1990 o:daughter:2012 k:son:2015 l:daughter:2017 s:son:2022 u:unborn p:father:1988 *h *j",
    "obp kbp lbp sbr ubr bhj", "bpmx bri hjm", "hj/pbr/oklsu" },
  /* A child of an unknown father beside those of the husband. */
  { "unknown father", "b:mother:1991 h:husband:1990 a:son:2010 k:son:2015", "ab? kbh", "bhm", "?bh/ak" },
  { "nobody knows either", "k:son:2015", "k?\?", "", "?\?/k" },
  /* Half-siblings at the father's, with a mother who is not of this family. */
  { "half-siblings elsewhere", "b:mother:1991 k:son:2015 *p *q:2020", "kbp qp-", "", "bp/kq" },
  /* Two sets of grandparents: each over their own child. */
  { "two sets of parents", "b:mother:1991 f:father:1990 k:son:2015 *g *h *i *j", "kbf bgh fij", "bfm ghm ijm", "ghij/bf/k" },
  { "a minor mother in her mother's home", "g:grandmother:1985 b:mother:2008 k:son:2025", "kb- bg-", "", "g/b/k" },
  { "people without ties", "b:mother:1991 k:son:2015 n:unrelated:1980 c:son:2011", "kb-", "", "bn/kc" },
  /* A grandmother of the father alone stands right above him. */
  { "lines of different height", "b:mother:1991 f:father:1990 k:son:2015 *g *h *i", "kbf bg- gh- fi-", "bfm", "h/gi/bf/k" },
};

static AsyDay
born_in (const char *year)
{
  return year != NULL ? asy_day_from_iso (year) : ASY_DAY_NONE;
}

static void
add_person (AsyFamilyFile *file, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (*text == '*' ? text + 1 : text, ":", 3);
  g_autoptr (AsyPerson) person = asy_person_new ();
  g_autoptr (AsyMember) member = asy_member_new ();
  const char *year = *text == '*' ? parts[1] : parts[1] != NULL ? parts[2] : NULL;
  g_autofree char *iso = year != NULL ? g_strdup_printf ("%s-05-14", year) : NULL;

  asy_record_set_id (ASY_RECORD (person), parts[0][0]);
  asy_person_set_birth_date (person, born_in (iso));
  if (*text == '*')
    g_ptr_array_add (file->kin, g_object_ref (person));
  else
    {
      asy_member_set_role (member, parts[1]);
      g_ptr_array_add (file->members, asy_member_entry_new (member, person));
    }
}

static void
add_parent (AsyFamilyFile *file, char child, char parent, AsyKinshipKind kind)
{
  AsyKinship *kinship;

  if (parent == '-')
    return;
  kinship = asy_kinship_new ();
  asy_kinship_set_child_id (kinship, child);
  asy_kinship_set_parent_id (kinship, parent == '?' ? 0 : parent);
  asy_kinship_set_kind (kinship, (int) kind);
  g_ptr_array_add (file->kinships, kinship);
}

static void
add_union (AsyFamilyFile *file, const char *text)
{
  AsyUnion *couple = asy_union_new ();

  asy_union_set_person_id (couple, text[0]);
  asy_union_set_partner_id (couple, text[1]);
  asy_union_set_kind (couple, text[2] == 'm' ? ASY_UNION_KIND_MARRIAGE : ASY_UNION_KIND_INFORMAL);
  asy_union_set_ended (couple, text[3] == 'x' ? ASY_UNION_ENDED_DIVORCED : ASY_UNION_ENDED_NO);
  g_ptr_array_add (file->unions, couple);
}

static AsyFamilyFile *
make_file (const Case *row)
{
  AsyFamilyFile *file = asy_family_file_new ();
  g_auto (GStrv) people = g_strsplit (row->people, " ", -1);
  g_auto (GStrv) parents = g_strsplit (row->parents, " ", -1);
  g_auto (GStrv) couples = g_strsplit (row->couples, " ", -1);

  file->members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  file->kin = asy_record_array_new ();
  file->kinships = asy_record_array_new ();
  file->unions = asy_record_array_new ();
  for (guint i = 0; people[i] != NULL && *people[i] != '\0'; i++)
    add_person (file, people[i]);
  for (guint i = 0; parents[i] != NULL && *parents[i] != '\0'; i++)
    {
      add_parent (file, parents[i][0], parents[i][1], ASY_KINSHIP_KIND_MOTHER);
      add_parent (file, parents[i][0], parents[i][2], ASY_KINSHIP_KIND_FATHER);
    }
  for (guint i = 0; couples[i] != NULL && *couples[i] != '\0'; i++)
    add_union (file, couples[i]);
  return file;
}

static AsyGenogramLayout *
lay_out (const Case *row)
{
  g_autoptr (AsyFamilyFile) file = make_file (row);

  return asy_genogram_layout_new (file, file->kinships, file->unions, TODAY);
}

static const AsyGenogramNode *
node_at (AsyGenogramLayout *layout, guint i)
{
  return &g_array_index (layout->nodes, AsyGenogramNode, i);
}

static char *
describe (AsyGenogramLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->nodes->len; i++)
    {
      if (i > 0 && node_at (layout, i)->generation != node_at (layout, i - 1)->generation)
        g_string_append_c (text, '/');
      g_string_append_c (text, node_at (layout, i)->person_id != 0 ? (char) node_at (layout, i)->person_id : '?');
    }
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AsyGenogramLayout) layout = lay_out (&cases[i]);
      g_autofree char *text = describe (layout);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].rows);
    }
}

/* Nobody stands on anybody, all within the drawing. */
static void
test_room (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AsyGenogramLayout) layout = lay_out (&cases[i]);

      g_test_message ("%s", cases[i].name);
      for (guint j = 0; j < layout->nodes->len; j++)
        {
          const AsyGenogramNode *node = node_at (layout, j);

          g_assert_cmpfloat (node->x, >=, 0);
          g_assert_cmpfloat (node->x, <=, layout->width);
          g_assert_cmpfloat (node->y, <=, layout->height);
          if (j > 0 && node_at (layout, j - 1)->generation == node->generation)
            g_assert_cmpfloat (node->x - node_at (layout, j - 1)->x, >=, ASY_GENOGRAM_COLUMN_PX - 1);
        }
    }
}

/* A child hangs below both of its parents. */
static void
test_ties (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AsyGenogramLayout) layout = lay_out (&cases[i]);

      for (guint j = 0; j < layout->ties->len; j++)
        {
          const AsyGenogramTie *tie = &g_array_index (layout->ties, AsyGenogramTie, j);
          const AsyGenogramCouple *couple = &g_array_index (layout->couples, AsyGenogramCouple, tie->couple);

          g_assert_cmpint (node_at (layout, (guint) tie->child)->generation, >, node_at (layout, (guint) couple->left)->generation);
          if (couple->right >= 0)
            g_assert_cmpint (node_at (layout, (guint) couple->left)->generation, ==, node_at (layout, (guint) couple->right)->generation);
        }
    }
}

/* A couple with its own children stands over their middle. */
static void
test_middle (void)
{
  g_autoptr (AsyGenogramLayout) layout = lay_out (&cases[3]);
  const AsyGenogramCouple *couple = &g_array_index (layout->couples, AsyGenogramCouple, 0);

  g_assert_cmpfloat_with_epsilon (couple->drop_x, (node_at (layout, 2)->x + node_at (layout, 3)->x) / 2, 1);
  g_assert_cmpint (couple->level, ==, 0);
}

/* A third partner stands beside the children of that union, not far out so that the middle falls on them. */
static void
test_outer_partner (void)
{
  static const Case row = { "three partners",
                            "b:mother:1988 r:partner-m:1985 p:father:1984 a:son:2010 o:daughter:2012 k:son:2016 z:daughter:2021",
                            "abp obp kb? zbr", "bpmx bri", "?pbr/kaoz" };
  g_autoptr (AsyGenogramLayout) layout = lay_out (&row);
  const AsyGenogramCouple *outer = NULL;
  const int child = asy_genogram_layout_find (layout, 'k');

  for (guint i = 0; i < layout->couples->len; i++)
    if (g_array_index (layout->couples, AsyGenogramCouple, i).level > 0)
      outer = &g_array_index (layout->couples, AsyGenogramCouple, i);
  g_assert_nonnull (outer);
  g_assert_cmpint (node_at (layout, (guint) outer->left)->person_id, ==, 0);
  g_assert_cmpfloat_with_epsilon (outer->drop_x, node_at (layout, (guint) outer->left)->x + ASY_GENOGRAM_COLUMN_PX / 2.0, 1);
  g_assert_cmpfloat (ABS (node_at (layout, (guint) child)->x - outer->drop_x), <, ASY_GENOGRAM_COLUMN_PX);
  g_assert_cmpfloat (layout->width, <=, 4.5 * ASY_GENOGRAM_COLUMN_PX);
}

static void
test_steps (void)
{
  g_autoptr (AsyGenogramLayout) layout = lay_out (&cases[4]);
  static const struct
  {
    char from;
    AsyGenogramStep step;
    char to;                    /* 0: nowhere */
  } rows[] = {
    { 'b', ASY_GENOGRAM_UP, 'h' },    { 'b', ASY_GENOGRAM_DOWN, 'o' }, { 'b', ASY_GENOGRAM_LEFT, 'p' },
    { 'b', ASY_GENOGRAM_RIGHT, 'r' }, { 'r', ASY_GENOGRAM_RIGHT, 0 },  { 'r', ASY_GENOGRAM_DOWN, 's' },
    { 's', ASY_GENOGRAM_UP, 'b' },    { 'o', ASY_GENOGRAM_LEFT, 0 },   { 'o', ASY_GENOGRAM_DOWN, 0 },
    { 'h', ASY_GENOGRAM_UP, 0 },      { 'h', ASY_GENOGRAM_DOWN, 'b' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const int to = asy_genogram_layout_step (layout, asy_genogram_layout_find (layout, rows[i].from), rows[i].step);

      g_test_message ("%c", rows[i].from);
      g_assert_cmpint (to < 0 ? 0 : (int) node_at (layout, (guint) to)->person_id, ==, rows[i].to);
    }
}

/* Data that contradict themselves still end, and lose nobody. */
static void
test_circle (void)
{
  static const Case row = { "circle", "a:father:1980 b:son:1990", "a-b b-a", "", NULL };
  g_autoptr (AsyGenogramLayout) layout = lay_out (&row);

  g_assert_cmpuint (layout->nodes->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/genogram-layout/rows", test_rows);
  g_test_add_func ("/genogram-layout/room", test_room);
  g_test_add_func ("/genogram-layout/ties", test_ties);
  g_test_add_func ("/genogram-layout/middle", test_middle);
  g_test_add_func ("/genogram-layout/outer-partner", test_outer_partner);
  g_test_add_func ("/genogram-layout/steps", test_steps);
  g_test_add_func ("/genogram-layout/circle", test_circle);
  return g_test_run ();
}
