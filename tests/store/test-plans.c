/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"

typedef struct {
  StoreFixture store;
  gint64 case_id;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  store_fixture_set_up (&f->store, NULL);
  f->case_id = store_fixture_add_case (&f->store, store_fixture_add_family (&f->store, "Malinowscy"), "2025-09-15");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

static AsyPlan *
add_plan (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  AsyPlan *plan = asy_plan_new ();

  asy_plan_set_case_file_id (plan, f->case_id);
  asy_plan_set_main_goal (plan, "Dzieci bezpieczne w domu");
  asy_plan_save (f->store.session, plan, &error);
  g_assert_no_error (error);
  return plan;
}

static AsyGoal *
add_goal (Fixture *f, AsyPlan *plan, const char *title, const char *effect)
{
  g_autoptr (GError) error = NULL;
  AsyGoal *goal = asy_goal_new ();

  asy_goal_set_plan_id (goal, asy_record_get_id (ASY_RECORD (plan)));
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, title);
  asy_goal_set_effect (goal, effect);
  asy_goal_set_until_day (goal, asy_day_new (2026, 6, 30));
  asy_goal_save (f->store.session, goal, &error);
  g_assert_no_error (error);
  return goal;
}

static AsyTask *
add_task (Fixture *f, AsyGoal *goal, const char *what)
{
  g_autoptr (GError) error = NULL;
  AsyTask *task = asy_task_new ();

  asy_task_set_goal_id (task, asy_record_get_id (ASY_RECORD (goal)));
  asy_task_set_what (task, what);
  asy_task_set_until_day (task, asy_day_new (2026, 4, 30));
  asy_task_save (f->store.session, task, &error);
  g_assert_no_error (error);
  return task;
}

static void
assert_refused (gboolean ok, GError **error, AsyStoreErrorCode code, const char *field)
{
  g_assert_false (ok);
  g_assert_error (*error, ASY_STORE_ERROR, (int) code);
  if (field != NULL)
    g_assert_cmpstr (asy_store_error_get_detail (*error)->field, ==, field);
  g_clear_error (error);
}

/* An agreed plan with one goal and two tasks. */
static AsyPlan *
add_agreed_plan (Fixture *f, AsyGoal **ret_goal, AsyTask **ret_task)
{
  g_autoptr (GError) error = NULL;
  AsyPlan *plan = add_plan (f);

  *ret_goal = add_goal (f, plan, "Regularna nauka", "Frekwencja 95%");
  *ret_task = add_task (f, *ret_goal, "Zapisanie do świetlicy");
  g_object_unref (add_task (f, *ret_goal, "Rozmowa z wychowawczynią"));
  asy_plan_agree (f->store.session, plan, asy_day_new (2026, 1, 12), &error);
  g_assert_no_error (error);
  return plan;
}

static void
test_a_new_plan_gets_its_number_and_lines_their_places (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlan) plan = add_plan (f);
  g_autoptr (AsyGoal) first G_GNUC_UNUSED = add_goal (f, plan, "Spokojne poranki", NULL);
  g_autoptr (AsyGoal) second = add_goal (f, plan, "Szkoła", "Frekwencja");
  g_autoptr (AsyTask) task G_GNUC_UNUSED = add_task (f, second, "Wizyty przed szkołą");
  g_autoptr (AsyTask) other G_GNUC_UNUSED = add_task (f, second, "Stała pora snu");
  g_autoptr (AsyPlanFile) file = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  store_fixture_reopen (&f->store);
  file = asy_plan_file_load (f->store.session, asy_record_get_id (ASY_RECORD (plan)), &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_plan_get_number (file->plan), ==, 1);
  g_assert_cmpint (asy_plan_get_version (file->plan), ==, 1);
  g_assert_cmpuint (asy_plan_get_drafted_on (file->plan), ==, STORE_FIXTURE_TODAY);
  g_assert_cmpuint (file->goals->len, ==, 2);
  g_assert_cmpstr (asy_goal_get_title (g_ptr_array_index (file->goals, 1)), ==, "Szkoła");
  g_assert_cmpint (asy_goal_get_position (g_ptr_array_index (file->goals, 1)), ==, 2);
  tasks = asy_plan_file_list_tasks (file, asy_record_get_id (ASY_RECORD (second)));
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpstr (asy_task_get_what (g_ptr_array_index (tasks, 1)), ==, "Stała pora snu");
  versions = asy_plans_list (f->store.session, f->case_id, &error);
  g_assert_cmpuint (versions->len, ==, 1);
}

static void
test_one_draft_at_a_time (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlan) plan G_GNUC_UNUSED = add_plan (f);
  g_autoptr (AsyPlan) second = asy_plan_new ();

  asy_plan_set_case_file_id (second, f->case_id);
  assert_refused (asy_plan_save (f->store.session, second, &error), &error, ASY_STORE_ERROR_OVERLAP, NULL);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (second)), ==, 0);
}

static void
test_nonsense_is_refused_with_its_field (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlan) plan = add_plan (f);
  g_autoptr (AsyGoal) goal = add_goal (f, plan, "Szkoła", NULL);
  g_autoptr (AsyTask) task = add_task (f, goal, "Wizyty");

  asy_goal_set_from_day (goal, asy_day_new (2026, 7, 1));
  assert_refused (asy_goal_save (f->store.session, goal, &error), &error, ASY_STORE_ERROR_INVALID, "Until");
  asy_task_set_done_on (task, STORE_FIXTURE_TODAY + 1);
  assert_refused (asy_task_save (f->store.session, task, &error), &error, ASY_STORE_ERROR_INVALID, "Done on");
  asy_plan_set_from_day (plan, asy_day_new (2026, 7, 1));
  asy_plan_set_until_day (plan, asy_day_new (2026, 6, 1));
  assert_refused (asy_plan_save (f->store.session, plan, &error), &error, ASY_STORE_ERROR_INVALID, "Until");
  asy_plan_set_until_day (plan, asy_day_new (2026, 8, 1));
  asy_plan_set_agreed_on (plan, STORE_FIXTURE_TODAY);
  assert_refused (asy_plan_save (f->store.session, plan, &error), &error, ASY_STORE_ERROR_INVALID, "Agreed on");
}

static void
test_lines_can_be_put_in_order_and_removed (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlan) plan = add_plan (f);
  g_autoptr (AsyGoal) a = add_goal (f, plan, "A", NULL);
  g_autoptr (AsyGoal) b = add_goal (f, plan, "B", NULL);
  g_autoptr (AsyGoal) c = add_goal (f, plan, "C", NULL);
  g_autoptr (AsyTask) task G_GNUC_UNUSED = add_task (f, b, "Zadanie");
  const gint64 plan_id = asy_record_get_id (ASY_RECORD (plan));
  const gint64 order[] = { asy_record_get_id (ASY_RECORD (c)), asy_record_get_id (ASY_RECORD (a)),
                           asy_record_get_id (ASY_RECORD (b)) };
  const gint64 twice[] = { order[0], order[0], order[1] };
  g_autofree char *titles = NULL;
  g_autoptr (AsyGoal) fresh = NULL;

  g_assert_true (asy_goals_reorder (f->store.session, plan_id, order, 3, &error));
  g_assert_no_error (error);
  titles = store_fixture_query_text (&f->store, "SELECT group_concat(title, '') FROM (SELECT title FROM goal ORDER BY position)");
  g_assert_cmpstr (titles, ==, "CAB");
  assert_refused (asy_goals_reorder (f->store.session, plan_id, twice, 3, &error), &error, ASY_STORE_ERROR_CONFLICT, NULL);
  assert_refused (asy_goals_reorder (f->store.session, plan_id, order, 2, &error), &error, ASY_STORE_ERROR_CONFLICT, NULL);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT position FROM goal WHERE title = 'C'"), ==, 1);

  /* The order gave the goal a new revision: the old one may not delete it. */
  assert_refused (asy_goal_delete (f->store.session, b, &error), &error, ASY_STORE_ERROR_CONFLICT, NULL);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM task"), ==, 1);
  fresh = asy_repo_load (f->store.session, ASY_TYPE_GOAL, order[2], &error);
  g_assert_true (asy_goal_delete (f->store.session, fresh, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM goal"), ==, 2);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM task"), ==, 0);
}

static void
test_an_incomplete_plan_is_not_agreed (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlan) plan = add_plan (f);
  g_autoptr (AsyGoal) goal = add_goal (f, plan, "Szkoła", NULL);
  g_autoptr (AsyTask) task G_GNUC_UNUSED = add_task (f, goal, "Wizyty");
  const gint64 revision = asy_record_get_revision (ASY_RECORD (plan));

  g_assert_false (asy_plan_agree (f->store.session, plan, STORE_FIXTURE_TODAY, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
  g_assert_cmpstr (asy_store_error_get_detail (error)->article, ==, "art. 15 ust. 3 uwr");
  g_assert_cmpstr (asy_store_error_get_detail (error)->field, ==, "Expected effect");
  g_assert_cmpint (asy_store_error_get_detail (error)->count, ==, 1);
  g_clear_error (&error);
  /* What was rolled back does not show in the record either. */
  g_assert_cmpuint (asy_plan_get_agreed_on (plan), ==, ASY_DAY_NONE);
  g_assert_cmpint (asy_record_get_revision (ASY_RECORD (plan)), ==, revision);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM plan WHERE agreed_on IS NOT NULL"), ==, 0);

  asy_goal_set_effect (goal, "Frekwencja 95%");
  g_assert_true (asy_goal_save (f->store.session, goal, &error));
  assert_refused (asy_plan_agree (f->store.session, plan, STORE_FIXTURE_TODAY + 1, &error), &error, ASY_STORE_ERROR_INVALID,
                  "Agreed on");
  g_assert_true (asy_plan_agree (f->store.session, plan, STORE_FIXTURE_TODAY, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (asy_plan_get_from_day (plan), ==, STORE_FIXTURE_TODAY);
  assert_refused (asy_plan_agree (f->store.session, plan, STORE_FIXTURE_TODAY, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
}

static void
test_only_progress_changes_in_an_agreed_plan (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyGoal) goal = NULL;
  g_autoptr (AsyTask) task = NULL;
  g_autoptr (AsyPlan) plan = add_agreed_plan (f, &goal, &task);
  g_autoptr (AsyGoal) new_goal = asy_goal_new ();
  g_autoptr (AsyTask) edited = asy_record_duplicate (task);
  const gint64 ids[] = { asy_record_get_id (ASY_RECORD (goal)) };

  asy_task_set_status (task, ASY_TASK_STATUS_DONE);
  g_assert_true (asy_task_save (f->store.session, task, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (asy_task_get_done_on (task), ==, STORE_FIXTURE_TODAY);
  asy_goal_set_status (goal, ASY_GOAL_STATUS_PARTLY);
  asy_goal_set_status_on (goal, STORE_FIXTURE_TODAY);
  g_assert_true (asy_goal_save (f->store.session, goal, &error));
  asy_plan_set_approved_on (plan, asy_day_new (2026, 1, 14));
  asy_plan_set_approved_by (plan, "Jan Wzorcowy");
  g_assert_true (asy_plan_save (f->store.session, plan, &error));
  g_assert_no_error (error);

  asy_task_set_what (edited, "Coś innego");
  assert_refused (asy_task_save (f->store.session, edited, &error), &error, ASY_STORE_ERROR_FROZEN, "What");
  asy_goal_set_effect (goal, "Mniej");
  assert_refused (asy_goal_save (f->store.session, goal, &error), &error, ASY_STORE_ERROR_FROZEN, "Expected effect");
  asy_plan_set_main_goal (plan, "Inny");
  assert_refused (asy_plan_save (f->store.session, plan, &error), &error, ASY_STORE_ERROR_FROZEN, "Main goal");
  asy_goal_set_plan_id (new_goal, asy_record_get_id (ASY_RECORD (plan)));
  asy_goal_set_area (new_goal, "O1");
  asy_goal_set_title (new_goal, "Nowy");
  assert_refused (asy_goal_save (f->store.session, new_goal, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  assert_refused (asy_task_delete (f->store.session, task, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  assert_refused (asy_goal_delete (f->store.session, goal, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  assert_refused (asy_goals_reorder (f->store.session, asy_record_get_id (ASY_RECORD (plan)), ids, 1, &error), &error,
                  ASY_STORE_ERROR_FROZEN, NULL);
  assert_refused (asy_plan_discard (f->store.session, plan, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
}

static void
test_the_next_version_takes_over (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyGoal) goal = NULL;
  g_autoptr (AsyTask) task = NULL;
  g_autoptr (AsyPlan) plan = add_agreed_plan (f, &goal, &task);
  const gint64 plan_id = asy_record_get_id (ASY_RECORD (plan));
  g_autoptr (AsyPlanFile) next = NULL;
  g_autoptr (AsyPlanFile) old = NULL;
  g_autoptr (AsyTask) late = NULL;

  g_assert_null (asy_plan_amend (f->store.session, plan_id, ASY_PLAN_CHANGE_KIND_NEW_PROBLEM, "  ", &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_MISSING);
  g_clear_error (&error);
  next = asy_plan_amend (f->store.session, plan_id, ASY_PLAN_CHANGE_KIND_NEW_PROBLEM, "Nowy problem: zaległości czynszowe", &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_plan_get_number (next->plan), ==, 1);
  g_assert_cmpint (asy_plan_get_version (next->plan), ==, 2);
  g_assert_cmpuint (asy_plan_get_agreed_on (next->plan), ==, ASY_DAY_NONE);
  g_assert_cmpuint (next->goals->len, ==, 1);
  g_assert_cmpuint (next->tasks->len, ==, 2);
  g_assert_cmpint (asy_goal_get_origin_id (g_ptr_array_index (next->goals, 0)), ==, asy_record_get_id (ASY_RECORD (goal)));
  g_assert_cmpint (asy_task_get_origin_id (g_ptr_array_index (next->tasks, 0)), ==, asy_record_get_id (ASY_RECORD (task)));
  g_assert_null (asy_plan_amend (f->store.session, plan_id, ASY_PLAN_CHANGE_KIND_NEW_PROBLEM, "Jeszcze raz", &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_OVERLAP);
  g_clear_error (&error);

  assert_refused (asy_plan_agree (f->store.session, next->plan, asy_day_new (2026, 1, 11), &error), &error,
                  ASY_STORE_ERROR_INVALID, "Agreed on");
  g_assert_true (asy_plan_agree (f->store.session, next->plan, STORE_FIXTURE_TODAY, &error));
  g_assert_no_error (error);
  old = asy_plan_file_load (f->store.session, plan_id, &error);
  g_assert_cmpuint (asy_plan_get_ended_on (old->plan), ==, STORE_FIXTURE_TODAY);
  g_assert_false (asy_plan_is_in_force (old->plan, STORE_FIXTURE_TODAY));
  g_assert_true (asy_plan_is_in_force (next->plan, STORE_FIXTURE_TODAY));

  late = g_object_ref (g_ptr_array_index (old->tasks, 0));
  asy_task_set_status (late, ASY_TASK_STATUS_DONE);
  asy_task_set_done_on (late, STORE_FIXTURE_TODAY);
  assert_refused (asy_task_save (f->store.session, late, &error), &error, ASY_STORE_ERROR_FROZEN, "State");
}

static void
test_progress_reaches_the_draft_of_the_next_version (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyGoal) goal = NULL;
  g_autoptr (AsyTask) task = NULL;
  g_autoptr (AsyPlan) plan = add_agreed_plan (f, &goal, &task);
  g_autoptr (AsyPlanFile) next = asy_plan_amend (f->store.session, asy_record_get_id (ASY_RECORD (plan)), ASY_PLAN_CHANGE_KIND_NEW_PROBLEM, "Ocena okresowa", &error);
  g_autoptr (AsyPlanFile) fresh = NULL;
  AsyGoal *copy = g_ptr_array_index (next->goals, 0);

  g_assert_no_error (error);
  asy_goal_set_status (copy, ASY_GOAL_STATUS_DROPPED);
  g_assert_true (asy_goal_save (f->store.session, copy, &error));
  asy_task_set_status (task, ASY_TASK_STATUS_DONE);
  asy_task_set_note (task, "zapisana od 2 marca");
  g_assert_true (asy_task_save (f->store.session, task, &error));
  asy_goal_set_status (goal, ASY_GOAL_STATUS_IN_PROGRESS);
  g_assert_true (asy_goal_save (f->store.session, goal, &error));
  g_assert_no_error (error);

  fresh = asy_plan_file_load (f->store.session, asy_record_get_id (ASY_RECORD (next->plan)), &error);
  g_assert_cmpint (asy_task_get_status (g_ptr_array_index (fresh->tasks, 0)), ==, ASY_TASK_STATUS_DONE);
  g_assert_cmpstr (asy_task_get_note (g_ptr_array_index (fresh->tasks, 0)), ==, "zapisana od 2 marca");
  /* The copy that was changed on purpose stays as it is. */
  g_assert_cmpint (asy_goal_get_status (g_ptr_array_index (fresh->goals, 0)), ==, ASY_GOAL_STATUS_DROPPED);
}

static void
test_a_draft_can_be_dropped (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyGoal) goal = NULL;
  g_autoptr (AsyTask) task = NULL;
  g_autoptr (AsyPlan) plan = add_agreed_plan (f, &goal, &task);
  g_autoptr (AsyPlanFile) next = asy_plan_amend (f->store.session, asy_record_get_id (ASY_RECORD (plan)), ASY_PLAN_CHANGE_KIND_NEW_PROBLEM, "Pomyłka", &error);

  g_assert_no_error (error);
  g_assert_true (asy_plan_discard (f->store.session, next->plan, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM plan"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM goal"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM task"), ==, 2);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE action = 'delete'"), ==, 4);
}

static void
test_two_people_at_one_plan (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlan) plan = add_plan (f);
  g_autoptr (AsyPlan) other = asy_repo_load (f->store.session, ASY_TYPE_PLAN, asy_record_get_id (ASY_RECORD (plan)), &error);

  asy_plan_set_summary (plan, "pierwszy");
  g_assert_true (asy_plan_save (f->store.session, plan, &error));
  asy_plan_set_summary (other, "drugi");
  assert_refused (asy_plan_save (f->store.session, other, &error), &error, ASY_STORE_ERROR_CONFLICT, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/plans/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-new-plan-gets-its-number-and-lines-their-places", test_a_new_plan_gets_its_number_and_lines_their_places);
  ADD ("one-draft-at-a-time", test_one_draft_at_a_time);
  ADD ("nonsense-is-refused-with-its-field", test_nonsense_is_refused_with_its_field);
  ADD ("lines-can-be-put-in-order-and-removed", test_lines_can_be_put_in_order_and_removed);
  ADD ("an-incomplete-plan-is-not-agreed", test_an_incomplete_plan_is_not_agreed);
  ADD ("only-progress-changes-in-an-agreed-plan", test_only_progress_changes_in_an_agreed_plan);
  ADD ("the-next-version-takes-over", test_the_next_version_takes_over);
  ADD ("progress-reaches-the-draft-of-the-next-version", test_progress_reaches_the_draft_of_the_next_version);
  ADD ("a-draft-can-be-dropped", test_a_draft_can_be_dropped);
  ADD ("two-people-at-one-plan", test_two_people_at_one_plan);
#undef ADD

  return g_test_run ();
}
