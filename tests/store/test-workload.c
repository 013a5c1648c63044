/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-repo.h"
#include "store/asy-workload.h"

typedef struct {
  StoreFixture store;
  gint64 worker_id;
  gint64 family_id;
  gint64 case_id;
} Fixture;

static void
save (Fixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;

  asy_repo_save (f->store.session, record, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  store_fixture_set_up (&f->store, user_data);
  f->worker_id = store_fixture_add_worker (&f->store, "Ewa", "Zmyślona");
  f->family_id = store_fixture_add_family (&f->store, "Malinowscy");
  f->case_id = store_fixture_add_case (&f->store, f->family_id, "2025-09-01");
  store_fixture_add_assignment (&f->store, f->case_id, f->worker_id, "2025-09-15");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, user_data);
}

static gint64
add_plan (Fixture *f, int version, const char *agreed_on, const char *ended_on)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();

  asy_plan_set_case_file_id (plan, f->case_id);
  asy_plan_set_number (plan, 1);
  asy_plan_set_version (plan, version);
  asy_plan_set_drafted_on (plan, store_fixture_day ("2025-10-01"));
  asy_plan_set_until_day (plan, store_fixture_day ("2026-09-30"));
  asy_plan_set_agreed_on (plan, agreed_on != NULL ? store_fixture_day (agreed_on) : ASY_DAY_NONE);
  asy_plan_set_ended_on (plan, ended_on != NULL ? store_fixture_day (ended_on) : ASY_DAY_NONE);
  save (f, plan);
  return asy_record_get_id (ASY_RECORD (plan));
}

static gint64
add_goal (Fixture *f, gint64 plan_id, AsyGoalStatus status)
{
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_goal_set_plan_id (goal, plan_id);
  asy_goal_set_area (goal, "O1");
  asy_goal_set_title (goal, "Spokojne poranki");
  asy_goal_set_status (goal, status);
  save (f, goal);
  return asy_record_get_id (ASY_RECORD (goal));
}

static void
add_task (Fixture *f, gint64 goal_id, const char *until, AsyTaskStatus status)
{
  g_autoptr (AsyTask) task = asy_task_new ();

  asy_task_set_goal_id (task, goal_id);
  asy_task_set_what (task, "Plan dnia");
  asy_task_set_until_day (task, until != NULL ? store_fixture_day (until) : ASY_DAY_NONE);
  asy_task_set_status (task, status);
  save (f, task);
}

static GPtrArray *
list (Fixture *f, gint64 worker_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = asy_workload_list (f->store.session, worker_id, asy_rules_get_default (), STORE_FIXTURE_TODAY, &error);

  g_assert_no_error (error);
  return entries;
}

static void
test_progress (Fixture *f, gconstpointer user_data)
{
  const gint64 old = add_plan (f, 1, "2025-10-01", "2026-01-12"), in_force = add_plan (f, 2, "2026-01-12", NULL);
  const gint64 draft = add_plan (f, 3, NULL, NULL);
  const gint64 first = add_goal (f, in_force, ASY_GOAL_STATUS_IN_PROGRESS), second = add_goal (f, in_force, ASY_GOAL_STATUS_DONE);
  const gint64 dropped = add_goal (f, in_force, ASY_GOAL_STATUS_DROPPED);
  g_autoptr (GPtrArray) entries = NULL;
  const AsyWorkloadEntry *entry;

  add_task (f, add_goal (f, old, ASY_GOAL_STATUS_DONE), "2025-12-01", ASY_TASK_STATUS_DONE);
  add_task (f, add_goal (f, draft, ASY_GOAL_STATUS_NOT_STARTED), NULL, ASY_TASK_STATUS_PLANNED);
  add_task (f, first, "2026-03-23", ASY_TASK_STATUS_PLANNED);
  add_task (f, first, "2026-03-24", ASY_TASK_STATUS_PARTLY);
  add_task (f, first, "2026-03-01", ASY_TASK_STATUS_DONE);
  add_task (f, first, "2026-03-01", ASY_TASK_STATUS_DROPPED);
  add_task (f, second, "2026-03-01", ASY_TASK_STATUS_DONE);
  add_task (f, dropped, "2026-03-01", ASY_TASK_STATUS_PLANNED);
  entries = list (f, f->worker_id);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->family_name, ==, "Malinowscy");
  g_assert_cmpint (entry->plan_id, ==, in_force);
  g_assert_cmpuint (entry->plan_agreed_on, ==, store_fixture_day ("2026-01-12"));
  g_assert_cmpuint (entry->goals, ==, 2);
  g_assert_cmpuint (entry->goals_done, ==, 1);
  g_assert_cmpuint (entry->tasks, ==, 4);
  g_assert_cmpuint (entry->tasks_done, ==, 2);
  g_assert_cmpuint (entry->tasks_late, ==, 1);
  g_assert_cmpint (entry->stage, ==, ASY_STAGE_WORK);
}

static void
test_a_draft_counts_when_nothing_is_in_force (Fixture *f, gconstpointer user_data)
{
  const gint64 draft = add_plan (f, 1, NULL, NULL);
  g_autoptr (GPtrArray) entries = list (f, f->worker_id);
  const AsyWorkloadEntry *entry = g_ptr_array_index (entries, 0);

  g_assert_cmpint (entry->plan_id, ==, draft);
  g_assert_cmpuint (entry->plan_agreed_on, ==, ASY_DAY_NONE);
  g_assert_cmpuint (entry->tasks, ==, 0);
}

static void
test_what_is_due (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) entries = list (f, f->worker_id);
  const AsyWorkloadEntry *entry = g_ptr_array_index (entries, 0);

  /* Six months after the assignment of 15 September 2025, nine days ago. */
  g_assert_cmpuint (entry->assessment_due, ==, store_fixture_day ("2026-03-15"));
  g_assert_cmpuint (entry->last_assessment_on, ==, ASY_DAY_NONE);
  g_assert_cmpuint (entry->n_late, >, 0);
  g_assert_cmpint (entry->next.kind, !=, ASY_DEADLINE_NONE);
  g_assert_cmpint (entry->plan_id, ==, 0);
  g_assert_nonnull (entry->visits);
  g_assert_cmpint (entry->visits->held, ==, 0);
}

/* By name; without those of others, those that were handed over and those whose work ended. */
static void
test_whose_families (Fixture *f, gconstpointer user_data)
{
  const gint64 other = store_fixture_add_worker (&f->store, "Jan", "Inny");
  const gint64 cedrowie = store_fixture_add_family (&f->store, "Cedrowie"), obcy = store_fixture_add_family (&f->store, "Obcy");
  const gint64 given = store_fixture_add_assignment (&f->store, store_fixture_add_case (&f->store, obcy, "2026-01-02"), f->worker_id, "2026-01-05");
  g_autoptr (AsyAssignment) assignment = NULL;
  g_autoptr (GPtrArray) entries = NULL, others = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_assignment (&f->store, store_fixture_add_case (&f->store, cedrowie, "2026-01-02"), f->worker_id, "2026-01-05");
  assignment = asy_repo_load (f->store.session, ASY_TYPE_ASSIGNMENT, given, &error);
  g_assert_no_error (error);
  asy_assignment_set_until_day (assignment, store_fixture_day ("2026-03-23"));
  save (f, assignment);
  entries = list (f, f->worker_id);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((AsyWorkloadEntry *) g_ptr_array_index (entries, 0))->family_name, ==, "Cedrowie");
  g_assert_cmpstr (((AsyWorkloadEntry *) g_ptr_array_index (entries, 1))->family_name, ==, "Malinowscy");
  others = list (f, other);
  g_assert_cmpuint (others->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/workload/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("progress", test_progress);
  ADD ("a-draft-counts-when-nothing-is-in-force", test_a_draft_counts_when_nothing_is_in_force);
  ADD ("what-is-due", test_what_is_due);
  ADD ("whose-families", test_whose_families);
#undef ADD

  return g_test_run ();
}
