/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-diagnosis-rules.h"

/*
 * A diagnosis in a line: items by `;`. `+` is a strength, `o` a resource,
 * `O2:3:words` a difficulty by area, severity and words, a dash no area.
 */
static AsyDiagnosisFile *
read_diagnosis (const char *line)
{
  g_autoptr (AsyDiagnosis) diagnosis = asy_diagnosis_new ();
  AsyDiagnosisFile *file = asy_diagnosis_file_new (diagnosis);
  g_auto (GStrv) items = g_strsplit (line, ";", -1);

  asy_diagnosis_set_conclusions (diagnosis, "wnioski");
  for (guint i = 0; items[i] != NULL && *items[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], ":", -1);
      AsyDiagnosisItem *item = asy_diagnosis_item_new ();

      asy_record_set_id (ASY_RECORD (item), 10 + i);
      if (g_strv_length (words) == 3)
        {
          asy_diagnosis_item_set_kind (item, ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY);
          asy_diagnosis_item_set_area (item, g_str_equal (words[0], "-") ? NULL : words[0]);
          asy_diagnosis_item_set_severity (item, words[1][0] - '0');
          asy_diagnosis_item_set_body (item, words[2]);
        }
      else if (g_str_equal (items[i], "o"))
        asy_diagnosis_item_set_kind (item, ASY_DIAGNOSIS_ITEM_KIND_RESOURCE);
      g_ptr_array_add (file->items, item);
    }
  return file;
}

/* `kind@item/person` by commas. */
static char *
write_gaps (GArray *gaps)
{
  static const char *const names[] = { "strengths", "difficulties", "area", "child", "voice", "conclusions" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const AsyDiagnosisGap *gap = &g_array_index (gaps, AsyDiagnosisGap, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", names[gap->kind]);
      if (gap->item_id != 0)
        g_string_append_printf (text, "@%" G_GINT64_FORMAT, gap->item_id);
      if (gap->person_id != 0)
        g_string_append_printf (text, "/%" G_GINT64_FORMAT, gap->person_id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_gaps (void)
{
  static const struct {
    const char *diagnosis;
    const char *gaps;
    gboolean is_complete;
  } rows[] = {
    { "+;O2:3:absencja", "", TRUE },
    { "", "strengths,difficulties", FALSE },
    { "+", "difficulties", FALSE },
    { "O2:3:absencja", "strengths", FALSE },
    /* A resource is no strength, and what weighs nothing is no difficulty. */
    { "o;O2:3:absencja", "strengths", FALSE },
    { "+;O2:0:absencja", "difficulties", FALSE },
    { "+;O2:0:absencja;O4:1:dług", "", TRUE },
    { "+;O2:3:absencja;-:2:dług", "area@12", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyDiagnosisFile) file = read_diagnosis (rows[i].diagnosis);
      g_autoptr (GArray) gaps = asy_diagnosis_find_gaps (file, NULL, D (TODAY));
      g_autofree char *text = write_gaps (gaps);

      g_assert_cmpstr (text, ==, rows[i].gaps);
      g_assert_cmpint (asy_diagnosis_gaps_find_blocking (gaps) == NULL, ==, rows[i].is_complete);
    }
}

static void
test_conclusions (void)
{
  g_autoptr (AsyDiagnosisFile) file = read_diagnosis ("+;O2:3:absencja");
  g_autoptr (GArray) gaps = NULL;
  g_autofree char *text = NULL;

  asy_diagnosis_set_conclusions (file->diagnosis, NULL);
  gaps = asy_diagnosis_find_gaps (file, NULL, D (TODAY));
  text = write_gaps (gaps);
  g_assert_cmpstr (text, ==, "conclusions");
  g_assert_null (asy_diagnosis_gaps_find_blocking (gaps));
}

static void
add_member (GPtrArray *members, gint64 id, const char *role, const char *born, const char *left)
{
  g_autoptr (AsyMember) member = asy_member_new ();
  g_autoptr (AsyPerson) person = asy_person_new ();

  asy_record_set_id (ASY_RECORD (person), id);
  asy_person_set_birth_date (person, D (born));
  asy_member_set_role (member, role);
  asy_member_set_left_on (member, D (left));
  g_ptr_array_add (members, asy_member_entry_new (member, person));
}

/* Children one by one: each that is here and born, and what they say themselves. */
static void
test_children (void)
{
  static const struct {
    const char *role, *born, *left;
    guint written;              /* field of the sheet, or 0 for none */
    const char *child_voice;    /* of the diagnosis */
    const char *gaps;
  } rows[] = {
    { "daughter", "2015-03-02", "", 0, NULL, "child/7,voice" },
    { "daughter", "2015-03-02", "", ASY_CHILD_SHEET_SCHOOL, NULL, "voice" },
    { "daughter", "2015-03-02", "", ASY_CHILD_SHEET_VOICE, NULL, "" },
    { "daughter", "2015-03-02", "", ASY_CHILD_SHEET_NOTE, "chce do klubu", "" },
    { "daughter", "2015-03-02", "2026-01-31", 0, NULL, "" },
    { "son", "2008-03-24", "", 0, NULL, "" },
    { "son", "2008-03-25", "", 0, NULL, "child/7,voice" },
    { "unborn", "", "", 0, NULL, "" },
    { "mother", "1985-07-14", "", 0, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyDiagnosisFile) file = read_diagnosis ("+;O2:3:absencja");
      g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
      g_autoptr (GArray) gaps = NULL;
      g_autofree char *text = NULL;
      AsyChildSheet *sheet = asy_child_sheet_new ();

      add_member (members, 7, rows[i].role, rows[i].born, rows[i].left);
      asy_child_sheet_set_person_id (sheet, 7);
      if (rows[i].written != 0)
        asy_record_set_text (ASY_RECORD (sheet), rows[i].written, "coś");
      g_ptr_array_add (file->children, sheet);
      asy_diagnosis_set_child_voice (file->diagnosis, rows[i].child_voice);
      gaps = asy_diagnosis_find_gaps (file, members, D (TODAY));
      text = write_gaps (gaps);
      g_assert_cmpstr (text, ==, rows[i].gaps);
      g_assert_null (asy_diagnosis_gaps_find_blocking (gaps));
    }
}

/* Goals by `;`: `area:title`, and `!` before one that was dropped. */
static GPtrArray *
read_goals (const char *line)
{
  GPtrArray *goals = asy_record_array_new ();
  g_auto (GStrv) parts = g_strsplit (line, ";", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      const gboolean is_dropped = parts[i][0] == '!';
      g_auto (GStrv) words = g_strsplit (parts[i] + is_dropped, ":", -1);
      AsyGoal *goal = asy_goal_new ();

      asy_goal_set_area (goal, words[0]);
      asy_goal_set_title (goal, words[1]);
      if (is_dropped)
        asy_goal_set_status (goal, ASY_GOAL_STATUS_DROPPED);
      g_ptr_array_add (goals, goal);
    }
  return goals;
}

static void
test_uncovered (void)
{
  static const struct {
    const char *diagnosis;
    const char *goals;
    const char *left;           /* words of the difficulties */
  } rows[] = {
    { "+;o;O2:3:absencja;O4:1:dług", "", "absencja,dług" },
    { "O2:3:absencja;O4:1:dług", "O4:Spłata czynszu", "absencja" },
    { "O2:3:absencja;O4:1:dług", "O4:Spłata;O2:Szkoła", "" },
    /* One goal answers one difficulty: that of its words, or else the gravest. */
    { "O2:4:absencja;O2:2:lekcje", "O2:Szkoła", "lekcje" },
    { "O2:4:absencja;O2:2:Lekcje", "O2:lekcje", "absencja" },
    { "O2:4:absencja;O2:2:lekcje", "O2:Szkoła;O2:absencja", "" },
    { "O2:3:absencja", "!O2:Szkoła", "absencja" },
    { "O2:0:absencja", "", "" },
    { "O2:3:absencja", "O3:absencja", "absencja" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyDiagnosisFile) file = read_diagnosis (rows[i].diagnosis);
      g_autoptr (GPtrArray) goals = read_goals (rows[i].goals);
      g_autoptr (GPtrArray) left = asy_diagnosis_list_uncovered (file, goals);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < left->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "," : "", asy_diagnosis_item_get_body (left->pdata[j]));
      g_assert_cmpstr (text->str, ==, rows[i].left);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/diagnosis/gaps", test_gaps);
  g_test_add_func ("/law/diagnosis/conclusions", test_conclusions);
  g_test_add_func ("/law/diagnosis/children", test_children);
  g_test_add_func ("/law/diagnosis/uncovered", test_uncovered);
  return g_test_run ();
}
