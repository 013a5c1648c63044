/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "law-fixture.h"
#include "law/asy-plan-diff.h"

static gint64
read_id (const char *text)
{
  return g_ascii_strtoll (text, NULL, 10);
}

/*
 * A version in a line: goals by `;`, of a goal `id<origin:title` and then its
 * tasks by `+` in the same way; an origin of 0 is none. `!` at the end of the
 * title: given up.
 */
static AsyPlanFile *
read_version (const char *line, const char *main_goal)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  AsyPlanFile *file = asy_plan_file_new (plan);
  g_auto (GStrv) goals = g_strsplit (line, ";", -1);

  asy_plan_set_main_goal (plan, main_goal);
  for (guint i = 0; goals[i] != NULL && goals[i][0] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (goals[i], "+", -1);
      gint64 goal_id = 0;

      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_autoptr (AsyRecord) record = j == 0 ? ASY_RECORD (asy_goal_new ()) : ASY_RECORD (asy_task_new ());
          g_autofree char *title = g_strdup (strchr (parts[j], ':') + 1);
          const gboolean is_dropped = g_str_has_suffix (title, "!");
          const gint64 origin = read_id (strchr (parts[j], '<') + 1);

          if (is_dropped)
            title[strlen (title) - 1] = '\0';
          asy_record_set_id (record, read_id (parts[j]));
          if (j == 0)
            {
              goal_id = asy_record_get_id (record);
              asy_goal_set_title (ASY_GOAL (record), title);
              asy_goal_set_origin_id (ASY_GOAL (record), origin);
              asy_goal_set_status (ASY_GOAL (record), is_dropped ? ASY_GOAL_STATUS_DROPPED : ASY_GOAL_STATUS_IN_PROGRESS);
              g_ptr_array_add (file->goals, g_steal_pointer (&record));
              continue;
            }
          asy_task_set_goal_id (ASY_TASK (record), goal_id);
          asy_task_set_what (ASY_TASK (record), title);
          asy_task_set_origin_id (ASY_TASK (record), origin);
          asy_task_set_status (ASY_TASK (record), is_dropped ? ASY_TASK_STATUS_DROPPED : ASY_TASK_STATUS_PLANNED);
          g_ptr_array_add (file->tasks, g_steal_pointer (&record));
        }
    }
  return file;
}

/* `kind before>after[fields]` a line, numbers as `goal.task`, `-` for none. */
static char *
write_lines (GPtrArray *lines)
{
  static const char marks[] = { '=', '+', '~', 'x' };
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < lines->len; i++)
    {
      const AsyPlanDiffLine *line = lines->pdata[i];

      g_string_append_printf (text, "%s%c", i > 1 ? " " : "", marks[line->kind]);
      if (line->task_before + line->task_after > 0)
        g_string_append_printf (text, "%u.%u>%u.%u", line->goal_before, line->task_before, line->goal_after, line->task_after);
      else
        g_string_append_printf (text, "%u>%u", line->goal_before, line->goal_after);
    }
  return g_string_free (text, FALSE);
}

static void
test_lines (void)
{
  static const struct {
    const char *what;
    const char *versions[4];
    const char *lines;
    AsyPlanDiffTotals totals;
  } rows[] = {
    { "a copy", { "1<0:szkoła+10<0:wizyty", "2<1:szkoła+20<10:wizyty" }, "=1>1 =1.1>1.1", { 0, 0, 0 } },
    { "a goal added", { "1<0:szkoła", "2<1:szkoła;3<0:dług+30<0:wniosek" }, "=1>1 +0>2 +0.0>2.1", { 2, 0, 0 } },
    { "a goal put first", { "1<0:szkoła", "3<0:dług;2<1:szkoła" }, "+0>1 =1>2", { 1, 0, 0 } },
    { "a goal changed", { "1<0:szkoła+10<0:wizyty", "2<1:nauka+20<10:wizyty" }, "~1>1 =1.1>1.1", { 0, 1, 0 } },
    { "a goal left out with its tasks", { "1<0:szkoła+10<0:wizyty;5<0:dług+50<0:wniosek", "2<1:szkoła+20<10:wizyty" },
      "=1>1 =1.1>1.1 x2>0 x2.1>0.0", { 0, 0, 2 } },
    { "the first goal left out", { "1<0:szkoła;5<0:dług", "6<5:dług" }, "x1>0 =2>1", { 0, 0, 1 } },
    { "a goal given up", { "1<0:szkoła", "2<1:szkoła!" }, "x1>1", { 0, 0, 1 } },
    { "given up before already", { "1<0:szkoła!", "2<1:szkoła!" }, "=1>1", { 0, 0, 0 } },
    { "tasks added, changed and left out", { "1<0:c+10<0:a+11<0:b+12<0:d", "2<1:c+20<10:a+22<12:D+23<0:e" },
      "=1>1 =1.1>1.1 x1.2>0.0 ~1.3>1.2 +0.0>1.3", { 1, 1, 1 } },
    { "the last task left out", { "1<0:c+10<0:a+11<0:b", "2<1:c+20<10:a" }, "=1>1 =1.1>1.1 x1.2>0.0", { 0, 0, 1 } },
    { "a task moved under another goal", { "1<0:c+10<0:a;5<0:d", "2<1:c;6<5:d+20<10:a" }, "=1>1 =2>2 ~1.1>2.1", { 0, 1, 0 } },
    { "a task rescued from a goal left out", { "1<0:c+10<0:a;5<0:d", "6<5:d+20<10:a" }, "x1>0 =2>1 ~1.1>1.1", { 0, 1, 1 } },
    { "left out behind a moved one", { "1<0:c+10<0:a+11<0:b;5<0:d", "2<1:c;6<5:d+20<10:a" }, "=1>1 x1.2>0.0 =2>2 ~1.1>2.1",
      { 0, 1, 1 } },
    { "two versions apart", { "1<0:c+10<0:a", "2<1:c+20<10:a", "3<2:C+30<20:a+31<0:b" }, "~1>1 =1.1>1.1 +0.0>1.2", { 1, 1, 0 } },
    /* What lived only in between is not seen by who compares the ends. */
    { "added and left out in between", { "1<0:c", "2<1:c;4<0:x", "3<2:c" }, "=1>1", { 0, 0, 0 } },
    { "left out in between and written anew", { "1<0:c", "", "3<0:c" }, "x1>0 +0>1", { 1, 0, 1 } },
    { "another plan", { "1<0:c", "7<0:c" }, "x1>0 +0>1", { 1, 0, 1 } },
    { "from nothing", { "", "7<0:c" }, "+0>1", { 1, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_plan_file_free);
      g_autoptr (GPtrArray) lines = NULL;
      g_autofree char *text = NULL;
      AsyPlanDiffTotals totals;

      for (gsize k = 0; k < G_N_ELEMENTS (rows[i].versions) && rows[i].versions[k] != NULL; k++)
        g_ptr_array_add (versions, read_version (rows[i].versions[k], "dom"));
      lines = asy_plan_diff (versions);
      text = write_lines (lines);
      totals = asy_plan_diff_sum (lines);
      g_test_message ("%s", rows[i].what);
      g_assert_cmpstr (text, ==, rows[i].lines);
      g_assert_cmpuint (totals.n_added, ==, rows[i].totals.n_added);
      g_assert_cmpuint (totals.n_changed, ==, rows[i].totals.n_changed);
      g_assert_cmpuint (totals.n_dropped, ==, rows[i].totals.n_dropped);
    }
}

static void
test_the_plan_itself (void)
{
  static const struct {
    const char *before, *after;
    AsyPlanDiffKind kind;
  } rows[] = {
    { "dom", "dom", ASY_PLAN_DIFF_SAME },
    { "dom", "dom i szkoła", ASY_PLAN_DIFF_CHANGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_plan_file_free);
      g_autoptr (GPtrArray) lines = NULL;
      const AsyPlanDiffLine *line;

      g_ptr_array_add (versions, read_version ("", rows[i].before));
      g_ptr_array_add (versions, read_version ("", rows[i].after));
      lines = asy_plan_diff (versions);
      line = lines->pdata[0];
      g_assert_cmpint (line->kind, ==, rows[i].kind);
      g_assert_cmpuint (line->fields->len, ==, rows[i].kind == ASY_PLAN_DIFF_CHANGED ? 1 : 0);
      if (line->fields->len > 0)
        g_assert_cmpuint (g_array_index (line->fields, guint, 0), ==, ASY_PLAN_MAIN_GOAL);
      g_assert_cmpuint (asy_plan_diff_sum (lines).n_changed, ==, 0);
    }
}

/* Each field of a goal and of a task by itself: what the family agreed to is compared, progress is not. */
static void
test_fields (void)
{
  static const struct {
    gboolean is_task;
    guint field;
    gboolean is_compared;
  } rows[] = {
    { FALSE, ASY_GOAL_AREA, TRUE },      { FALSE, ASY_GOAL_EFFECT, TRUE },       { FALSE, ASY_GOAL_MEASURE, TRUE },
    { FALSE, ASY_GOAL_PRIORITY, TRUE },  { FALSE, ASY_GOAL_UNTIL_DAY, TRUE },    { FALSE, ASY_GOAL_AIM, TRUE },
    { FALSE, ASY_GOAL_POSITION, FALSE }, { FALSE, ASY_GOAL_STATUS_ON, FALSE },   { FALSE, ASY_GOAL_STATUS_NOTE, FALSE },
    { TRUE, ASY_TASK_UNTIL_DAY, TRUE },  { TRUE, ASY_TASK_FREQUENCY, TRUE },     { TRUE, ASY_TASK_WHO_KIND, TRUE },
    { TRUE, ASY_TASK_PERSON_ID, TRUE },  { TRUE, ASY_TASK_DONE_ON, FALSE },      { TRUE, ASY_TASK_NOTE, FALSE },
    { TRUE, ASY_TASK_POSITION, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_plan_file_free);
      AsyPlanFile *after = read_version ("2<1:c+20<10:a", "dom");
      AsyRecord *record = rows[i].is_task ? after->tasks->pdata[0] : after->goals->pdata[0];
      g_autoptr (GPtrArray) lines = NULL;
      const AsyPlanDiffLine *line;

      g_ptr_array_add (versions, read_version ("1<0:c+10<0:a", "dom"));
      g_ptr_array_add (versions, after);
      if (asy_record_get_fields (record, NULL)[rows[i].field].type == ASY_FIELD_TEXT)
        asy_record_set_text (record, rows[i].field, "inaczej");
      else
        asy_record_set_int (record, rows[i].field, 3);
      lines = asy_plan_diff (versions);
      line = lines->pdata[rows[i].is_task ? 2 : 1];
      g_assert_cmpint (line->kind, ==, rows[i].is_compared ? ASY_PLAN_DIFF_CHANGED : ASY_PLAN_DIFF_SAME);
      if (rows[i].is_compared)
        g_assert_cmpuint (g_array_index (line->fields, guint, 0), ==, rows[i].field);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/law/plan-diff/lines", test_lines);
  g_test_add_func ("/law/plan-diff/the-plan-itself", test_the_plan_itself);
  g_test_add_func ("/law/plan-diff/fields", test_fields);

  return g_test_run ();
}
