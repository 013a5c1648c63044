/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-plan-rules.h"

/*
 * A plan in a line: goals by `;`, of a goal `until,effect,status` and then its
 * tasks by `+`: `until,status`. A dash is nothing.
 */
static AsyPlanFile *
read_plan (const char *line, const char *consulted_on)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  AsyPlanFile *file = asy_plan_file_new (plan);
  g_auto (GStrv) goals = g_strsplit (line, ";", -1);

  asy_plan_set_consulted_on (plan, D (consulted_on));
  for (guint i = 0; goals[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (goals[i], "+", -1);
      g_auto (GStrv) words = g_strsplit (parts[0], ",", -1);
      AsyGoal *goal = asy_goal_new ();

      asy_record_set_id (ASY_RECORD (goal), 10 + i);
      asy_goal_set_until_day (goal, D (words[0]));
      asy_goal_set_effect (goal, g_str_equal (words[1], "-") ? NULL : words[1]);
      if (words[2] != NULL)
        asy_goal_set_status (goal, ASY_GOAL_STATUS_DROPPED);
      g_ptr_array_add (file->goals, goal);
      for (guint j = 1; parts[j] != NULL; j++)
        {
          g_auto (GStrv) of_task = g_strsplit (parts[j], ",", -1);
          AsyTask *task = asy_task_new ();

          asy_record_set_id (ASY_RECORD (task), 100 * (i + 1) + j);
          asy_task_set_goal_id (task, 10 + i);
          asy_task_set_until_day (task, D (of_task[0]));
          if (of_task[1] != NULL)
            asy_task_set_status (task, ASY_TASK_STATUS_DROPPED);
          g_ptr_array_add (file->tasks, task);
        }
    }
  return file;
}

/* `goal:kind` or `goal:kind@task` by commas. */
static char *
write_gaps (GArray *gaps)
{
  static const char *const names[] = { "goals", "actions", "dates", "effect", "consultation" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const AsyPlanGap *gap = &g_array_index (gaps, AsyPlanGap, i);

      g_string_append_printf (text, "%s%d:%s", i > 0 ? "," : "", gap->goal_index, names[gap->kind]);
      if (gap->task_id != 0)
        g_string_append_printf (text, "@%" G_GINT64_FORMAT, gap->task_id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_gaps (void)
{
  static const struct {
    const char *plan;
    const char *consulted_on;
    const char *gaps;
    gboolean can_be_agreed;
  } rows[] = {
    { "2026-06-30,frekwencja+2026-04-30", "2026-01-10", "", TRUE },
    { "2026-06-30,frekwencja+2026-04-30", "", "-1:consultation", TRUE },
    /* The last day of the goal stands for those of its tasks, and the other way round. */
    { "2026-06-30,frekwencja+-", "2026-01-10", "", TRUE },
    { "-,frekwencja+2026-04-30", "2026-01-10", "", TRUE },
    { "-,frekwencja+2026-04-30+-+-", "2026-01-10", "0:dates@102", FALSE },
    { "2026-06-30,-+2026-04-30", "2026-01-10", "0:effect", FALSE },
    { "2026-06-30,frekwencja", "2026-01-10", "0:actions", FALSE },
    { "-,-", "2026-01-10", "0:actions,0:dates,0:effect", FALSE },
    { "2026-06-30,spokój+2026-04-30;-,-+-", "2026-01-10", "1:dates@201,1:effect", FALSE },
    /* What was dropped neither helps nor harms. */
    { "2026-06-30,spokój+2026-04-30;-,-,dropped", "2026-01-10", "", TRUE },
    { "2026-06-30,spokój+2026-04-30,dropped", "2026-01-10", "0:actions", FALSE },
    { "-,spokój+2026-04-30+-,dropped", "2026-01-10", "", TRUE },
    { "-,-,dropped", "2026-01-10", "-1:goals", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPlanFile) file = read_plan (rows[i].plan, rows[i].consulted_on);
      g_autoptr (GArray) gaps = asy_plan_find_gaps (file);
      g_autofree char *text = write_gaps (gaps);

      g_assert_cmpstr (text, ==, rows[i].gaps);
      g_assert_cmpint (asy_plan_gaps_find_blocking (gaps) == NULL, ==, rows[i].can_be_agreed);
    }
}

static void
test_a_plan_without_goals (void)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  g_autoptr (AsyPlanFile) file = asy_plan_file_new (plan);
  g_autoptr (GArray) gaps = asy_plan_find_gaps (file);
  const AsyPlanGap *gap = asy_plan_gaps_find_blocking (gaps);

  g_assert_nonnull (gap);
  g_assert_cmpint (gap->kind, ==, ASY_PLAN_GAP_GOALS);
  g_assert_cmpstr (gap->article, ==, "art. 15 ust. 3 uwr");
  g_assert_cmpint (gap->goal_index, ==, -1);
}

static void
test_in_force (void)
{
  static const struct {
    const char *agreed_on;
    const char *ended_on;
    const char *day;
    gboolean in_force;
  } rows[] = {
    { "", "", TODAY, FALSE },
    { "2026-03-24", "", TODAY, TRUE },
    { "2026-03-25", "", TODAY, FALSE },
    { "2026-01-12", "2026-03-25", TODAY, TRUE },
    { "2026-01-12", "2026-03-24", TODAY, FALSE },
    { "2026-01-12", "2026-02-01", TODAY, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPlan) plan = asy_plan_new ();

      asy_plan_set_agreed_on (plan, D (rows[i].agreed_on));
      asy_plan_set_ended_on (plan, D (rows[i].ended_on));
      g_assert_cmpint (asy_plan_is_in_force (plan, D (rows[i].day)), ==, rows[i].in_force);
    }
}

static void
test_late_tasks (void)
{
  static const struct {
    const char *until;
    AsyTaskStatus status;
    gboolean is_open, is_late;  /* on 2026-03-24 */
  } rows[] = {
    { "-", ASY_TASK_STATUS_PLANNED, TRUE, FALSE },
    { "2026-03-24", ASY_TASK_STATUS_PLANNED, TRUE, FALSE },
    { "2026-03-23", ASY_TASK_STATUS_PLANNED, TRUE, TRUE },
    { "2026-03-23", ASY_TASK_STATUS_IN_PROGRESS, TRUE, TRUE },
    { "2026-03-23", ASY_TASK_STATUS_PARTLY, TRUE, TRUE },
    { "2026-03-23", ASY_TASK_STATUS_DONE, FALSE, FALSE },
    { "2026-03-23", ASY_TASK_STATUS_NOT_DONE, FALSE, FALSE },
    { "2026-03-23", ASY_TASK_STATUS_DROPPED, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyTask) task = asy_task_new ();

      asy_task_set_until_day (task, D (rows[i].until));
      asy_task_set_status (task, rows[i].status);
      g_assert_cmpint (asy_task_is_open (task), ==, rows[i].is_open);
      g_assert_cmpint (asy_task_is_late (task, D ("2026-03-24")), ==, rows[i].is_late);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-rules/gaps", test_gaps);
  g_test_add_func ("/plan-rules/a-plan-without-goals", test_a_plan_without_goals);
  g_test_add_func ("/plan-rules/in-force", test_in_force);

  g_test_add_func ("/plan-rules/late-tasks", test_late_tasks);
  return g_test_run ();
}
