/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plans/asy-plan-year.h"

#define D(text) asy_day_from_iso (text)
#define TODAY D ("2026-03-24")

/* A plan of 2026 with a goal that has days of its own, one that has not, and one that was dropped. */
static AsyFamilyFile *
new_file (const char *agreed_on)
{
  static const struct {
    gint64 id;
    const char *title, *from, *until;
    AsyGoalStatus status;
    gint64 origin_id;
  } goals[] = {
    { 11, "Spokojne poranki", "2026-02-01", "2026-06-30", ASY_GOAL_STATUS_IN_PROGRESS, 1 },
    { 12, "Dług czynszowy", NULL, NULL, ASY_GOAL_STATUS_NOT_STARTED, 0 },
    { 13, "Porzucony", NULL, NULL, ASY_GOAL_STATUS_DROPPED, 0 },
  };
  static const struct {
    gint64 goal_id;
    const char *what, *until;
    AsyTaskStatus status;
  } tasks[] = {
    { 11, "Plan dnia", "2026-03-20", ASY_TASK_STATUS_PLANNED },
    { 11, "Budzik", "2026-04-30", ASY_TASK_STATUS_DONE },
    { 12, "Ugoda", "2026-10-15", ASY_TASK_STATUS_PLANNED },
  };
  AsyFamilyFile *file = asy_family_file_new ();
  g_autoptr (AsyPlan) plan = asy_plan_new ();

  file->assessments = asy_record_array_new ();
  file->requests = asy_record_array_new ();
  asy_plan_set_from_day (plan, D ("2026-01-12"));
  asy_plan_set_until_day (plan, D ("2026-12-31"));
  asy_plan_set_agreed_on (plan, agreed_on != NULL ? D (agreed_on) : ASY_DAY_NONE);
  file->plan = asy_plan_file_new (plan);
  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      AsyGoal *goal = asy_goal_new ();

      asy_record_set_id (ASY_RECORD (goal), goals[i].id);
      asy_goal_set_title (goal, goals[i].title);
      asy_goal_set_from_day (goal, goals[i].from != NULL ? D (goals[i].from) : ASY_DAY_NONE);
      asy_goal_set_until_day (goal, goals[i].until != NULL ? D (goals[i].until) : ASY_DAY_NONE);
      asy_goal_set_status (goal, goals[i].status);
      asy_goal_set_origin_id (goal, goals[i].origin_id);
      g_ptr_array_add (file->plan->goals, goal);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      AsyTask *task = asy_task_new ();

      asy_record_set_id (ASY_RECORD (task), 100 + (gint64) i);
      asy_task_set_goal_id (task, tasks[i].goal_id);
      asy_task_set_what (task, tasks[i].what);
      asy_task_set_until_day (task, D (tasks[i].until));
      asy_task_set_status (task, tasks[i].status);
      g_ptr_array_add (file->plan->tasks, task);
    }
  return file;
}

static const AsyYearLane *
get_lane (GPtrArray *lanes, guint i)
{
  g_assert_cmpuint (i, <, lanes->len);
  return g_ptr_array_index (lanes, i);
}

static void
test_goals (void)
{
  g_autoptr (AsyFamilyFile) file = new_file (NULL);
  g_autoptr (GPtrArray) lanes = asy_plan_year_list_lanes (file, NULL, 0, TODAY);
  const AsyYearLane *first = get_lane (lanes, 0), *second = get_lane (lanes, 1);

  /* Two goals, visits, terms: the dropped goal has no lane. */
  g_assert_cmpuint (lanes->len, ==, 4);
  g_assert_cmpstr (first->title, ==, "1. Spokojne poranki");
  g_assert_cmpuint (first->from, ==, D ("2026-02-01"));
  g_assert_cmpuint (first->until, ==, D ("2026-06-30"));
  g_assert_true (first->is_agreed);  /* by the version before */
  g_assert_true (first->is_late);
  g_assert_cmpuint (second->from, ==, D ("2026-01-12"));
  g_assert_cmpuint (second->until, ==, D ("2026-10-15"));  /* its last task */
  g_assert_false (second->is_agreed);
  g_assert_false (second->is_late);
  g_assert_cmpint (get_lane (lanes, 2)->kind, ==, ASY_YEAR_LANE_VISITS);
  g_assert_cmpint (get_lane (lanes, 3)->kind, ==, ASY_YEAR_LANE_TERMS);
}

static void
test_tasks_of_the_chosen_goal (void)
{
  g_autoptr (AsyFamilyFile) file = new_file ("2026-01-12");
  g_autoptr (GPtrArray) lanes = asy_plan_year_list_lanes (file, NULL, 11, TODAY);

  g_assert_cmpuint (lanes->len, ==, 6);
  g_assert_true (get_lane (lanes, 0)->is_chosen);
  g_assert_cmpstr (get_lane (lanes, 1)->title, ==, "1.1 Plan dnia");
  g_assert_true (get_lane (lanes, 1)->is_late);
  g_assert_nonnull (get_lane (lanes, 1)->note);
  g_assert_cmpuint (get_lane (lanes, 1)->from, ==, D ("2026-02-01"));  /* with its goal */
  g_assert_true (get_lane (lanes, 2)->is_done);
  g_assert_true (get_lane (lanes, 3)->is_agreed);
  g_assert_cmpint (get_lane (lanes, 3)->kind, ==, ASY_YEAR_LANE_GOAL);
}

static AsyYearEvents *
new_events (void)
{
  static const AsyVisitDay visits[] = {
    { 1, 1, ASY_VISIT_STATE_HELD }, { 2, 2, ASY_VISIT_STATE_MISSED }, { 3, 3, ASY_VISIT_STATE_PLANNED },
  };
  static const struct {
    AsyDeadlineKind kind;
    const char *due;
  } due[] = {
    { ASY_DEADLINE_HEARING, "2026-04-14" },
    { ASY_DEADLINE_ASSESSMENT, "2026-03-22" },
    { ASY_DEADLINE_TASK, "2026-03-20" },
    { ASY_DEADLINE_VISIT, "2026-03-24" },
    { ASY_DEADLINE_PLAN_END, "2026-12-31" },
    { ASY_DEADLINE_PLAN_REVIEW, "2026-07-12" },
  };
  AsyYearEvents *events = g_new0 (AsyYearEvents, 1);

  events->year = 2026;
  events->visits = g_array_new (FALSE, FALSE, sizeof (AsyVisitDay));
  events->due = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_due_entry_free);
  for (gsize i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      AsyVisitDay visit = visits[i];

      visit.day = D ("2026-03-01") + visits[i].day;
      g_array_append_val (events->visits, visit);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (due); i++)
    {
      AsyDueEntry *entry = g_new0 (AsyDueEntry, 1);

      entry->deadline.kind = due[i].kind;
      entry->deadline.due = D (due[i].due);
      g_ptr_array_add (events->due, entry);
    }
  return events;
}

static void
test_events (void)
{
  static const struct {
    AsyYearMarkKind kind;
    const char *day;
    gboolean is_open, is_late;
  } expected[] = {
    { ASY_YEAR_MARK_ASSESSMENT, "2025-09-20", FALSE, FALSE },
    { ASY_YEAR_MARK_ASSESSMENT, "2026-03-22", TRUE, TRUE },
    { ASY_YEAR_MARK_COURT, "2026-04-14", TRUE, FALSE },
    { ASY_YEAR_MARK_TERM, "2026-07-12", TRUE, FALSE },
    { ASY_YEAR_MARK_TERM, "2026-12-31", TRUE, FALSE },
  };
  g_autoptr (AsyFamilyFile) file = new_file ("2026-01-12");
  g_autoptr (AsyYearEvents) events = new_events ();
  g_autoptr (GPtrArray) lanes = NULL;
  AsyAssessment *assessment = asy_assessment_new ();
  const AsyYearLane *terms;

  asy_assessment_set_made_on (assessment, D ("2025-09-20"));
  asy_assessment_set_final (assessment, TRUE);
  g_ptr_array_add (file->assessments, assessment);
  asy_plan_set_review_on (file->plan->plan, D ("2026-07-12"));
  lanes = asy_plan_year_list_lanes (file, events, 0, TODAY);
  g_assert_cmpuint (get_lane (lanes, 2)->marks->len, ==, 3);
  terms = get_lane (lanes, 3);
  g_assert_cmpuint (terms->marks->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AsyYearMark *mark = g_ptr_array_index (terms->marks, i);

      g_assert_cmpint (mark->kind, ==, expected[i].kind);
      g_assert_cmpuint (mark->day, ==, D (expected[i].day));
      g_assert_cmpint (mark->is_open, ==, expected[i].is_open);
      g_assert_cmpint (mark->is_late, ==, expected[i].is_late);
    }
}

static void
test_year (void)
{
  static const struct {
    const char *from, *until, *ended;
    int expected;               /* on 2026-03-24 */
  } rows[] = {
    { "2026-01-12", "2026-12-31", NULL, 2026 },
    { "2025-06-01", "2026-05-31", NULL, 2026 },
    { "2026-06-01", "2027-05-31", NULL, 2026 },
    { "2027-01-01", "2027-12-31", NULL, 2027 },
    { "2024-03-01", "2025-02-28", NULL, 2025 },
    { "2024-03-01", "2026-02-28", "2024-11-30", 2024 },
    { NULL, NULL, NULL, 2026 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPlan) plan = asy_plan_new ();

      asy_plan_set_from_day (plan, rows[i].from != NULL ? D (rows[i].from) : ASY_DAY_NONE);
      asy_plan_set_until_day (plan, rows[i].until != NULL ? D (rows[i].until) : ASY_DAY_NONE);
      asy_plan_set_ended_on (plan, rows[i].ended != NULL ? D (rows[i].ended) : ASY_DAY_NONE);
      g_assert_cmpint (asy_plan_year_choose (plan, TODAY), ==, rows[i].expected);
    }
}

static void
test_names (void)
{
  g_autoptr (AsyFamilyFile) file = new_file ("2026-01-12");
  g_autoptr (AsyYearEvents) events = new_events ();
  g_autoptr (GPtrArray) lanes = asy_plan_year_list_lanes (file, events, 0, TODAY);
  g_autofree char *goal = asy_year_lane_dup_name (get_lane (lanes, 0), 2026);
  g_autofree char *visits = asy_year_lane_dup_name (get_lane (lanes, 2), 2026);
  g_autofree char *terms = asy_year_lane_dup_name (get_lane (lanes, 3), 2026);
  g_autofree char *other_year = asy_year_lane_dup_name (get_lane (lanes, 3), 2025);

  g_assert_cmpstr (goal, ==, "1. Spokojne poranki, from 1 February 2026 until 30 June 2026, 1 of 2");
  g_assert_cmpstr (visits, ==, "Visits in 2026: 1 held, 1 missed, 1 planned");
  g_assert_cmpstr (terms, ==, "Assessments and terms in 2026; assessment 22 March 2026, past its day; hearing 14 April 2026;"
                              " end of the plan 31 December 2026");
  g_assert_cmpstr (other_year, ==, "Assessments and terms in 2025");
}

static void
test_equal (void)
{
  g_autoptr (AsyFamilyFile) file = new_file ("2026-01-12");
  g_autoptr (AsyYearEvents) events = new_events ();
  g_autoptr (GPtrArray) one = asy_plan_year_list_lanes (file, events, 11, TODAY);
  g_autoptr (GPtrArray) same = asy_plan_year_list_lanes (file, events, 11, TODAY);
  g_autoptr (GPtrArray) other = NULL;

  for (guint i = 0; i < one->len; i++)
    g_assert_true (asy_year_lane_equal (get_lane (one, i), get_lane (same, i)));
  asy_task_set_status (g_ptr_array_index (file->plan->tasks, 0), ASY_TASK_STATUS_DONE);
  g_array_remove_index (events->visits, 0);
  other = asy_plan_year_list_lanes (file, events, 11, TODAY);
  g_assert_false (asy_year_lane_equal (get_lane (one, 0), get_lane (other, 0)));
  g_assert_false (asy_year_lane_equal (get_lane (one, 1), get_lane (other, 1)));
  g_assert_true (asy_year_lane_equal (get_lane (one, 2), get_lane (other, 2)));
  g_assert_false (asy_year_lane_equal (get_lane (one, 4), get_lane (other, 4)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-year/goals", test_goals);
  g_test_add_func ("/plan-year/tasks-of-the-chosen-goal", test_tasks_of_the_chosen_goal);
  g_test_add_func ("/plan-year/events", test_events);
  g_test_add_func ("/plan-year/year", test_year);
  g_test_add_func ("/plan-year/names", test_names);
  g_test_add_func ("/plan-year/equal", test_equal);
  return g_test_run ();
}
