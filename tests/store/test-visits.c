/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"
#include "store/asy-visits.h"
#include "store/asy-warnings.h"

typedef struct {
  StoreFixture store;
  gint64 ewa;
  gint64 marek;
  gint64 family_id;             /* Malinowscy, at work with Ewa */
  gint64 case_id;
  gint64 mother;
  gint64 child;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  StoreFixture *s = &f->store;

  store_fixture_set_up (s, NULL);
  f->ewa = store_fixture_add_worker (s, "Ewa", "Zmyślona");
  f->marek = store_fixture_add_worker (s, "Marek", "Wzorcowy");
  f->family_id = store_fixture_add_family (s, "Malinowscy");
  f->case_id = store_fixture_add_case (s, f->family_id, "2025-09-15");
  f->mother = store_fixture_add_person (s, f->family_id, "Beata", "Malinowska", "mother", "1991-05-02");
  f->child = store_fixture_add_person (s, f->family_id, "Lena", "Malinowska", "daughter", "2017-08-11");
  store_fixture_add_assignment (s, f->case_id, f->ewa, "2025-10-01");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

/* @when: `2026-03-24 9:30+60` */
static AsyVisit *
make (gint64 worker_id, gint64 family_id, const char *when)
{
  AsyVisit *visit = asy_visit_new ();
  g_auto (GStrv) parts = g_strsplit_set (when, " :+", -1);

  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_family_id (visit, family_id);
  asy_visit_set_day (visit, store_fixture_day (parts[0]));
  asy_visit_set_start_minute (visit, g_ascii_strtoll (parts[1], NULL, 10) * 60 + g_ascii_strtoll (parts[2], NULL, 10));
  asy_visit_set_minutes (visit, g_ascii_strtoll (parts[3], NULL, 10));
  asy_visit_set_kind (visit, "home");
  return visit;
}

static AsyVisit *
plan (Fixture *f, gint64 worker_id, gint64 family_id, const char *when)
{
  g_autoptr (GError) error = NULL;
  AsyVisit *visit = make (worker_id, family_id, when);

  asy_visit_plan (f->store.session, visit, &error);
  g_assert_no_error (error);
  return visit;
}

static void
record (Fixture *f, gint64 family_id, const char *when, AsyVisitState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) visit = make (f->ewa, family_id, when);
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);

  asy_visit_set_state (visit, state);
  if (state == ASY_VISIT_STATE_MISSED)
    asy_visit_set_missed_reason (visit, "absent");
  asy_visit_record (f->store.session, file, &error);
  g_assert_no_error (error);
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

static void
warn (Fixture *f, gint64 family_id, AsyWarningKind kind, const char *reason, AsyDay until)
{
  g_autoptr (AsyFamilyWarning) warning = asy_family_warning_new ();
  g_autoptr (GError) error = NULL;

  asy_family_warning_set_family_id (warning, family_id);
  asy_family_warning_set_kind (warning, (int) kind);
  asy_family_warning_set_reason (warning, reason);
  asy_family_warning_set_from_day (warning, asy_day_new (2026, 3, 1));
  asy_family_warning_set_until_day (warning, until);
  g_assert_true (asy_family_warning_save (f->store.session, warning, &error));
  g_assert_no_error (error);
}

static void
test_nonsense_is_refused_with_its_field (Fixture *f, gconstpointer user_data)
{
  static const struct {
    guint field;
    gint64 value;
    AsyStoreErrorCode code;
    const char *label;
  } rows[] = {
    { ASY_VISIT_MINUTES, 0, ASY_STORE_ERROR_INVALID, "Length" },
    { ASY_VISIT_MINUTES, -30, ASY_STORE_ERROR_INVALID, "Length" },
    { ASY_VISIT_MINUTES, 24 * 60 - 570 + 1, ASY_STORE_ERROR_INVALID, "Length" },
    { ASY_VISIT_MINUTES, G_MAXINT64, ASY_STORE_ERROR_INVALID, "Length" },
    { ASY_VISIT_START_MINUTE, -1, ASY_STORE_ERROR_INVALID, "Start" },
    { ASY_VISIT_START_MINUTE, 1440, ASY_STORE_ERROR_INVALID, "Start" },
    { ASY_VISIT_TRAVEL_MINUTES, -5, ASY_STORE_ERROR_INVALID, "Travel" },
    { ASY_VISIT_DAY, ASY_DAY_NONE, ASY_STORE_ERROR_MISSING, "Day" },
    { ASY_VISIT_WORKER_ID, 0, ASY_STORE_ERROR_MISSING, "Assistant" },
    { ASY_VISIT_FAMILY_ID, 0, ASY_STORE_ERROR_MISSING, "Family" },
    { ASY_VISIT_STATE, ASY_VISIT_STATE_HELD, ASY_STORE_ERROR_INVALID, "State" },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyVisit) visit = make (f->ewa, f->family_id, "2026-03-26 9:30+60");

      asy_record_set_int (ASY_RECORD (visit), rows[i].field, rows[i].value);
      assert_refused (asy_visit_plan (f->store.session, visit, &error), &error, rows[i].code, rows[i].label);
      g_assert_cmpint (asy_record_get_id (ASY_RECORD (visit)), ==, 0);
    }
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 0);
}

static void
test_the_kind_of_contact_decides_about_the_family (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) office = make (f->ewa, 0, "2026-03-26 12:00+90");
  g_autoptr (AsyVisit) odd = make (f->ewa, f->family_id, "2026-03-26 15:00+90");

  asy_visit_set_kind (office, "paperwork");
  g_assert_true (asy_visit_plan (f->store.session, office, &error));
  g_assert_no_error (error);
  g_assert_cmpint (asy_visit_get_case_file_id (office), ==, 0);
  asy_visit_set_kind (odd, "tea");
  assert_refused (asy_visit_plan (f->store.session, odd, &error), &error, ASY_STORE_ERROR_INVALID, "Kind");
}

static void
test_the_case_of_the_day_is_found (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *when;
    gboolean in_first;
    gboolean in_second;
  } rows[] = {
    { "2025-09-14 9:00+60", FALSE, FALSE },
    { "2025-09-15 9:00+60", TRUE, FALSE },
    { "2026-01-31 9:00+60", TRUE, FALSE },
    { "2026-02-05 9:00+60", FALSE, FALSE },
    { "2026-03-24 9:00+60", FALSE, TRUE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyCase) first = asy_repo_load (f->store.session, ASY_TYPE_CASE, f->case_id, &error);
  gint64 second;

  asy_case_set_closed_on (first, asy_day_new (2026, 1, 31));
  g_assert_true (asy_repo_save (f->store.session, first, &error));
  second = store_fixture_add_case (&f->store, f->family_id, "2026-03-01");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyVisit) visit = plan (f, f->ewa, f->family_id, rows[i].when);

      g_assert_cmpint (asy_visit_get_case_file_id (visit), ==, rows[i].in_first ? f->case_id : rows[i].in_second ? second : 0);
    }
}

static void
test_an_assistant_who_is_away_has_no_visits (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyWorker) worker = asy_repo_load (f->store.session, ASY_TYPE_WORKER, f->ewa, &error);
  g_autoptr (AsyVisit) visit = make (f->ewa, f->family_id, "2026-04-02 9:00+60");

  asy_worker_set_suspended_from (worker, asy_day_new (2026, 4, 1));
  asy_worker_set_suspended_until (worker, asy_day_new (2026, 4, 30));
  g_assert_true (asy_repo_save (f->store.session, worker, &error));
  assert_refused (asy_visit_plan (f->store.session, visit, &error), &error, ASY_STORE_ERROR_UNAVAILABLE, "Day");
  asy_visit_set_day (visit, asy_day_new (2026, 5, 1));
  g_assert_true (asy_visit_plan (f->store.session, visit, &error));
  g_assert_no_error (error);
}

static void
test_a_visit_is_moved_and_stretched (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) visit = plan (f, f->ewa, f->family_id, "2026-03-26 9:30+60");
  g_autoptr (AsyVisit) stale = asy_record_duplicate (visit);
  g_autoptr (AsyVisit) stored = NULL;

  g_assert_true (asy_visit_move (f->store.session, visit, f->marek, asy_day_new (2026, 3, 27), 11 * 60, 90, &error));
  g_assert_no_error (error);
  stored = asy_repo_load (f->store.session, ASY_TYPE_VISIT, asy_record_get_id (ASY_RECORD (visit)), &error);
  g_assert_cmpint (asy_visit_get_worker_id (stored), ==, f->marek);
  g_assert_cmpuint (asy_visit_get_day (stored), ==, asy_day_new (2026, 3, 27));
  g_assert_cmpint (asy_visit_get_end_minute (stored), ==, 12 * 60 + 30);
  g_assert_cmpint (asy_record_get_revision (ASY_RECORD (visit)), ==, 2);

  assert_refused (asy_visit_move (f->store.session, stale, 0, asy_day_new (2026, 3, 25), 60, 60, &error), &error,
                  ASY_STORE_ERROR_CONFLICT, NULL);
  g_assert_cmpuint (asy_visit_get_day (stale), ==, asy_day_new (2026, 3, 26));
  assert_refused (asy_visit_move (f->store.session, visit, 0, asy_day_new (2026, 3, 25), 23 * 60, 61, &error), &error,
                  ASY_STORE_ERROR_INVALID, "Length");
  g_assert_cmpint (asy_visit_get_start_minute (visit), ==, 11 * 60);
}

static gint64
add_goal (Fixture *f, gint64 case_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlan) plan_of_case = asy_plan_new ();
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_plan_set_case_file_id (plan_of_case, case_id);
  asy_plan_set_number (plan_of_case, 1);
  asy_plan_set_version (plan_of_case, 1);
  g_assert_true (asy_repo_save (f->store.session, plan_of_case, &error));
  asy_goal_set_plan_id (goal, asy_record_get_id (ASY_RECORD (plan_of_case)));
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, "Szkoła");
  g_assert_true (asy_repo_save (f->store.session, goal, &error));
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (goal));
}

static void
test_a_visit_is_recorded_with_all_that_is_known (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gint64 goal_id = add_goal (f, f->case_id);
  g_autoptr (AsyVisit) visit = plan (f, f->ewa, f->family_id, "2026-03-24 9:00+60");
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);
  g_autoptr (AsyVisitFile) fresh = NULL;
  g_autofree char *changes = NULL;

  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  asy_visit_set_course (visit, "Rozmowa o porannych przygotowaniach.");
  asy_visit_file_add_person (file, f->child, FALSE, TRUE);
  asy_visit_file_add_person (file, f->mother, TRUE, FALSE);
  g_array_append_val (file->goals, goal_id);
  g_ptr_array_add (file->duties, g_strdup ("13"));
  g_ptr_array_add (file->duties, g_strdup ("11a"));
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (asy_visit_get_recorded_at (visit), ==, "2026-03-24T09:40:00Z");

  store_fixture_reopen (&f->store);
  fresh = asy_visit_file_load (f->store.session, asy_record_get_id (ASY_RECORD (visit)), &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_visit_get_state (fresh->visit), ==, ASY_VISIT_STATE_HELD);
  g_assert_cmpuint (fresh->persons->len, ==, 2);
  g_assert_cmpint (g_array_index (fresh->persons, AsyVisitPerson, 0).person_id, ==, f->mother);
  g_assert_true (g_array_index (fresh->persons, AsyVisitPerson, 0).present);
  g_assert_false (g_array_index (fresh->persons, AsyVisitPerson, 0).seen);
  g_assert_true (g_array_index (fresh->persons, AsyVisitPerson, 1).seen);
  g_assert_cmpuint (fresh->goals->len, ==, 1);
  g_assert_cmpint (g_array_index (fresh->goals, gint64, 0), ==, goal_id);
  g_assert_cmpuint (fresh->duties->len, ==, 2);
  /* In the order of the Act. */
  g_assert_cmpstr (g_ptr_array_index (fresh->duties, 0), ==, "11a");
  changes = store_fixture_query_text (&f->store, "SELECT changes FROM audit WHERE changes LIKE '%duties%'");
  g_assert_nonnull (g_strstr_len (changes, -1, "\"duties\":[[],[\"11a\",\"13\"]]"));
}

static gint64
add_task (Fixture *f, gint64 goal_id, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyTask) task = asy_task_new ();

  asy_task_set_goal_id (task, goal_id);
  asy_task_set_what (task, what);
  g_assert_true (asy_repo_save (f->store.session, task, &error));
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (task));
}

/* What a visit ticks is done in the plan on its day, and known as the visit's. */
static void
test_progress_in_place (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gint64 goal_id = add_goal (f, f->case_id), done = add_task (f, goal_id, "Plan dnia"), open = add_task (f, goal_id, "Budzik");
  g_autoptr (AsyVisit) visit = make (f->ewa, f->family_id, "2026-03-20 9:00+60");
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);
  g_autoptr (AsyVisitFile) fresh = NULL;
  g_autofree char *status = NULL, *day = NULL, *other = NULL, *goal = NULL;

  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  g_array_append_val (file->goals, goal_id);
  asy_visit_marks_set (file->goal_marks, goal_id, ASY_GOAL_STATUS_PARTLY, NULL);
  asy_visit_marks_set (file->task_marks, done, ASY_TASK_STATUS_DONE, NULL);
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
  status = store_fixture_query_text (&f->store, "SELECT status FROM task WHERE what = 'Plan dnia'");
  day = store_fixture_query_text (&f->store, "SELECT done_on FROM task WHERE what = 'Plan dnia'");
  other = store_fixture_query_text (&f->store, "SELECT status FROM task WHERE what = 'Budzik'");
  goal = store_fixture_query_text (&f->store, "SELECT status || ' ' || status_on FROM goal");
  g_assert_cmpstr (status, ==, "done");
  g_assert_cmpstr (day, ==, "2026-03-20");
  g_assert_cmpstr (other, ==, "planned");
  g_assert_cmpstr (goal, ==, "partly 2026-03-20");
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE changes LIKE '%\"tasks\":[[],%'"), ==, 1);
  fresh = asy_visit_file_load (f->store.session, asy_record_get_id (ASY_RECORD (visit)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_ptr_array_index (fresh->goal_titles, 0), ==, "Szkoła");
  g_assert_cmpint (asy_visit_marks_find (fresh->goal_marks, goal_id)->status, ==, ASY_GOAL_STATUS_PARTLY);
  g_assert_cmpstr (asy_visit_marks_find (fresh->task_marks, done)->title, ==, "Plan dnia");
  g_assert_null (asy_visit_marks_find (fresh->task_marks, open));
}

/* A line of a draft that a visit has ticked stays: the visit speaks of it. */
static void
test_what_a_visit_ticked_is_not_deleted (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gint64 goal_id = add_goal (f, f->case_id), task_id = add_task (f, goal_id, "Plan dnia");
  g_autoptr (AsyVisit) visit = make (f->ewa, f->family_id, "2026-03-20 9:00+60");
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);
  g_autoptr (AsyTask) task = NULL;
  g_autoptr (AsyGoal) goal = NULL;

  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  asy_visit_marks_set (file->task_marks, task_id, ASY_TASK_STATUS_DONE, NULL);
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
  task = asy_repo_load (f->store.session, ASY_TYPE_TASK, task_id, &error);
  goal = asy_repo_load (f->store.session, ASY_TYPE_GOAL, goal_id, &error);
  assert_refused (asy_task_delete (f->store.session, task, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  assert_refused (asy_goal_delete (f->store.session, goal, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
}

/* A correction of an old visit does not undo what was said of a task since. */
static void
test_a_correction_leaves_newer_progress (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gint64 goal_id = add_goal (f, f->case_id), task_id = add_task (f, goal_id, "Plan dnia");
  g_autoptr (AsyVisit) visit = make (f->ewa, f->family_id, "2026-03-20 9:00+60");
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);
  g_autoptr (AsyTask) task = NULL;
  g_autofree char *status = NULL;

  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  asy_visit_marks_set (file->task_marks, task_id, ASY_TASK_STATUS_DONE, NULL);
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  task = asy_repo_load (f->store.session, ASY_TYPE_TASK, task_id, &error);
  asy_task_set_status (task, ASY_TASK_STATUS_NOT_DONE);
  g_assert_true (asy_repo_save (f->store.session, task, &error));
  asy_visit_set_course (visit, "Dopisane po rozmowie.");
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
  status = store_fixture_query_text (&f->store, "SELECT status FROM task");
  g_assert_cmpstr (status, ==, "not-done");
}

static void
test_progress_that_is_refused (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gint64 own = add_goal (f, f->case_id);
  const gint64 foreign = add_goal (f, store_fixture_add_case (&f->store, store_fixture_add_family (&f->store, "Inni"), "2026-01-01"));
  const gint64 foreign_task = add_task (f, foreign, "Cudze");
  g_autoptr (AsyVisit) visit = make (f->ewa, f->family_id, "2026-03-20 9:00+60");
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);

  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  asy_visit_marks_set (file->task_marks, foreign_task, ASY_TASK_STATUS_DONE, NULL);
  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Family");
  asy_visit_marks_remove (file->task_marks, foreign_task);
  asy_visit_marks_set (file->goal_marks, own, ASY_GOAL_STATUS_DONE, NULL);
  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Family");
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 0);
  /* Nothing is found done by a visit that did not take place. */
  g_array_append_val (file->goals, own);
  asy_visit_set_state (visit, ASY_VISIT_STATE_MISSED);
  asy_visit_set_missed_reason (visit, "absent");
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM goal WHERE status = 'done'"), ==, 0);
}

static void
test_a_correction_replaces_the_sets (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) visit = make (f->ewa, f->family_id, "2026-03-20 9:00+60");
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);
  g_autoptr (AsyVisit) stale = NULL;
  g_autoptr (AsyVisitFile) stale_file = NULL;
  g_autoptr (AsyVisitFile) fresh = NULL;

  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  asy_visit_file_add_person (file, f->mother, TRUE, FALSE);
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  stale = asy_record_duplicate (visit);
  stale_file = asy_visit_file_new (stale);

  /* Only the sets change, and that is a change of the visit. */
  g_array_set_size (file->persons, 0);
  asy_visit_file_add_person (file, f->child, TRUE, TRUE);
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (asy_record_get_revision (ASY_RECORD (visit)), ==, 2);
  assert_refused (asy_visit_record (f->store.session, stale_file, &error), &error, ASY_STORE_ERROR_CONFLICT, NULL);
  fresh = asy_visit_file_load (f->store.session, asy_record_get_id (ASY_RECORD (visit)), &error);
  g_assert_cmpuint (fresh->persons->len, ==, 1);
  g_assert_cmpint (g_array_index (fresh->persons, AsyVisitPerson, 0).person_id, ==, f->child);

  /* The same again is no change. */
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_cmpint (asy_record_get_revision (ASY_RECORD (visit)), ==, 2);

  asy_visit_set_state (visit, ASY_VISIT_STATE_MISSED);
  asy_visit_set_missed_reason (visit, "illness");
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit_person"), ==, 0);
}

static void
test_a_record_needs_its_reasons (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) visit = make (f->ewa, f->family_id, "2026-03-25 9:00+60");
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);
  const gint64 stranger = store_fixture_add_person (&f->store, store_fixture_add_family (&f->store, "Obcy"), "Jan", "Obcy",
                                                    "father", "1980-01-01");
  const gint64 goal_id = add_goal (f, store_fixture_add_case (&f->store, store_fixture_add_family (&f->store, "Inni"), "2026-01-01"));

  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "State");
  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Day");
  asy_visit_set_day (visit, STORE_FIXTURE_TODAY);
  asy_visit_set_danger (visit, TRUE);
  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_MISSING, "What was seen");
  asy_visit_set_danger_note (visit, "ślady na przedramieniu dziecka");
  asy_visit_file_add_person (file, stranger, TRUE, FALSE);
  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Family");
  g_array_set_size (file->persons, 0);
  g_array_append_val (file->goals, goal_id);
  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Family");
  g_array_set_size (file->goals, 0);
  g_ptr_array_add (file->duties, g_strdup ("99"));
  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, NULL);
  g_ptr_array_set_size (file->duties, 0);
  asy_visit_set_state (visit, ASY_VISIT_STATE_MISSED);
  assert_refused (asy_visit_record (f->store.session, file, &error), &error, ASY_STORE_ERROR_MISSING,
                  "Reason for a missed visit");
  asy_visit_set_missed_reason (visit, "not-let-in");
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
}

static void
test_only_a_planned_visit_can_go (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) planned = plan (f, f->ewa, f->family_id, "2026-03-26 9:30+60");
  g_autoptr (AsyVisit) held = plan (f, f->ewa, f->family_id, "2026-03-23 9:30+60");
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (held);

  asy_visit_set_state (held, ASY_VISIT_STATE_HELD);
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_true (asy_visit_delete (f->store.session, planned, &error));
  g_assert_no_error (error);
  assert_refused (asy_visit_delete (f->store.session, held, &error), &error, ASY_STORE_ERROR_FROZEN, "State");
  assert_refused (asy_visit_move (f->store.session, held, 0, STORE_FIXTURE_TODAY, 60, 60, &error), &error,
                  ASY_STORE_ERROR_FROZEN, "State");
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE action = 'delete' AND kind = 'visit'"),
                   ==, 1);
}

static void
test_conflicts (Fixture *f, gconstpointer user_data)
{
  /* Ewa is with the Malinowscy from 10:00 to 11:00, Marek with the Leśni from 14:00 to 15:00 (a family that is
   * visited in twos); travel of 30 minutes to each. */
  static const struct {
    const char *worker;
    const char *family;
    const char *when;
    int travel;
    const char *expected;
  } rows[] = {
    { "ewa", "lesni", "2026-03-26 10:30+60", 0, "worker" },
    { "ewa", "lesni", "2026-03-26 9:00+61", 0, "worker" },
    { "ewa", "lesni", "2026-03-26 11:00+60", 0, "" },
    { "ewa", "lesni", "2026-03-26 11:00+60", 25, "travel 25" },
    { "ewa", "lesni", "2026-03-26 11:10+60", 25, "travel 15" },
    { "ewa", "lesni", "2026-03-26 11:25+60", 25, "" },
    { "ewa", "lesni", "2026-03-26 9:00+45", 0, "travel 15" },
    { "ewa", "lesni", "2026-03-26 8:30+60", 0, "" },
    { "ewa", "lesni", "2026-03-27 10:30+60", 0, "" },
    { "marek", "malinowscy", "2026-03-26 10:30+60", 0, "family" },
    { "marek", "malinowscy", "2026-03-26 11:00+60", 0, "" },
    { "ewa", "lesni", "2026-03-26 14:00+60", 0, "" },
    { "marek", "malinowscy", "2026-03-26 14:30+30", 0, "worker" },
    /* Work ends at 11:00 on Thursday: eleven hours of rest are over at 22:00. Marek's ends at 15:00. */
    { "marek", "malinowscy", "2026-03-27 1:59+30", 0, "rest 1" },
    { "marek", "malinowscy", "2026-03-27 2:00+30", 0, "" },
    { "ewa", "malinowscy", "2026-03-25 22:00+90", 0, "rest 30" },
    { "ewa", "malinowscy", "2026-03-29 9:00+60", 0, "day-off" },
  };
  g_autoptr (GError) error = NULL;
  const gint64 lesni = store_fixture_add_family (&f->store, "Leśni");
  g_autoptr (AsyVisit) first = make (f->ewa, f->family_id, "2026-03-26 10:00+60");
  g_autoptr (AsyVisit) second = make (f->marek, lesni, "2026-03-26 14:00+60");

  warn (f, lesni, ASY_WARNING_KIND_TWO_PERSON, "agresja", ASY_DAY_NONE);
  asy_visit_set_travel_minutes (first, 30);
  asy_visit_set_travel_minutes (second, 30);
  g_assert_true (asy_visit_plan (f->store.session, first, &error));
  g_assert_true (asy_visit_plan (f->store.session, second, &error));
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      static const char *const kinds[] = { "worker", "family", "travel", "rest", "day-off" };
      g_autoptr (AsyVisit) candidate = make (g_str_equal (rows[i].worker, "ewa") ? f->ewa : f->marek,
                                             g_str_equal (rows[i].family, "lesni") ? lesni : f->family_id, rows[i].when);
      g_autoptr (GPtrArray) conflicts = NULL;
      g_autoptr (GString) line = g_string_new (NULL);

      asy_visit_set_travel_minutes (candidate, rows[i].travel);
      conflicts = asy_visits_find_conflicts (f->store.session, candidate, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < conflicts->len; j++)
        {
          const AsyVisitConflict *conflict = g_ptr_array_index (conflicts, j);

          g_string_append (line, kinds[conflict->kind]);
          if (conflict->kind == ASY_VISIT_CONFLICT_TRAVEL || conflict->kind == ASY_VISIT_CONFLICT_REST)
            g_string_append_printf (line, " %d", conflict->missing_minutes);
          if (conflict->kind == ASY_VISIT_CONFLICT_DAY_OFF)
            g_assert_null (conflict->other);
          else
            g_assert_nonnull (conflict->other->family_name);
        }
      g_assert_cmpstr (line->str, ==, rows[i].expected);
    }
  /* A visit is not in its own way. */
  {
    g_autoptr (GPtrArray) none = asy_visits_find_conflicts (f->store.session, first, &error);

    g_assert_cmpuint (none->len, ==, 0);
  }
}

static void
test_entries_carry_address_and_warnings (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const AsyVisitEntry *entry;

  warn (f, f->family_id, ASY_WARNING_KIND_ANIMAL, "pies na podwórzu", asy_day_new (2026, 3, 25));
  warn (f, f->family_id, ASY_WARNING_KIND_TWO_PERSON, "agresja", ASY_DAY_NONE);
  g_object_unref (plan (f, f->ewa, f->family_id, "2026-03-25 9:00+60"));
  g_object_unref (plan (f, f->ewa, f->family_id, "2026-03-26 9:00+60"));
  g_object_unref (plan (f, f->ewa, f->family_id, "2026-04-01 9:00+60"));
  g_object_unref (plan (f, f->marek, f->family_id, "2026-03-24 16:00+60"));

  entries = asy_visits_list (f->store.session, f->ewa, asy_day_new (2026, 3, 23), asy_day_new (2026, 3, 29), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->family_name, ==, "Malinowscy");
  g_assert_cmpstr (entry->worker_name, ==, "Ewa Zmyślona");
  g_assert_cmpstr (entry->address, ==, "ul. Zmyślona 5 m. 2, 50-000 Wrocław");
  g_assert_cmpstr (entry->district, ==, "Ołbin");
  g_assert_cmpstr (entry->phone, ==, "600000401");
  g_assert_cmpstr (entry->warning, ==, "pies na podwórzu; agresja");
  g_assert_true (entry->two_persons);
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->warning, ==, "agresja");
  g_clear_pointer (&entries, g_ptr_array_unref);

  entries = asy_visits_list (f->store.session, 0, asy_day_new (2026, 3, 23), asy_day_new (2026, 3, 29), &error);
  g_assert_cmpuint (entries->len, ==, 3);
}

static void
test_a_family_is_paged_from_the_newest (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) last = NULL;
  g_autoptr (GString) days = g_string_new (NULL);
  static const char *const when[] = { "2026-03-02 9:00+60", "2026-03-09 9:00+60", "2026-03-09 15:00+60",
                                      "2026-03-09 15:00+60", "2026-03-20 9:00+60" };

  for (gsize i = 0; i < G_N_ELEMENTS (when); i++)
    record (f, f->family_id, when[i], ASY_VISIT_STATE_HELD);
  for (;;)
    {
      g_autoptr (GPtrArray) page = asy_visits_list_for_family (f->store.session, f->family_id, last, 2, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < page->len; i++)
        {
          const AsyVisitEntry *entry = g_ptr_array_index (page, i);

          g_string_append_printf (days, "%d/%d ", asy_day_get_day (asy_visit_get_day (entry->visit)),
                                  (int) asy_visit_get_start_minute (entry->visit) / 60);
          g_set_object (&last, entry->visit);
        }
      if (page->len < 2)
        break;
    }
  g_assert_cmpstr (days->str, ==, "20/9 9/15 9/15 9/9 2/9 ");
}

static AsyFamilyVisits *
find_family (GPtrArray *list, gint64 family_id)
{
  for (guint i = 0; i < list->len; i++)
    {
      AsyFamilyVisits *visits = g_ptr_array_index (list, i);

      if (visits->family_id == family_id)
        return visits;
    }
  return NULL;
}

static void
test_visits_are_counted_against_the_norm (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  StoreFixture *s = &f->store;
  const gint64 lesni = store_fixture_add_family (s, "Leśni");
  const gint64 gone = store_fixture_add_family (s, "Dawni");
  const gint64 lesni_case = store_fixture_add_case (s, lesni, "2026-01-02");
  g_autoptr (AsyFamily) family = asy_repo_load (s->session, ASY_TYPE_FAMILY, f->family_id, &error);
  g_autoptr (AsyAssignment) handed_over = NULL;
  g_autoptr (AsyCase) ended = NULL;
  g_autoptr (AsyVisit) phone = make (f->ewa, f->family_id, "2026-03-05 9:00+15");
  g_autoptr (AsyVisitFile) phone_file = asy_visit_file_new (phone);
  g_autoptr (GPtrArray) march = NULL;
  g_autoptr (GPtrArray) of_marek = NULL;
  const AsyFamilyVisits *visits;

  /* The Leśni went from Ewa to Marek in the middle of March; the work with the Dawni ended in February. */
  handed_over = asy_repo_load (s->session, ASY_TYPE_ASSIGNMENT,
                               store_fixture_add_assignment (s, lesni_case, f->ewa, "2026-01-10"), &error);
  asy_assignment_set_until_day (handed_over, asy_day_new (2026, 3, 14));
  g_assert_true (asy_repo_save (s->session, handed_over, &error));
  store_fixture_add_assignment (s, lesni_case, f->marek, "2026-03-15");
  ended = asy_repo_load (s->session, ASY_TYPE_CASE, store_fixture_add_case (s, gone, "2025-01-02"), &error);
  store_fixture_add_assignment (s, asy_record_get_id (ASY_RECORD (ended)), f->ewa, "2025-02-01");
  asy_case_set_ended_on (ended, asy_day_new (2026, 2, 20));
  g_assert_true (asy_repo_save (s->session, ended, &error));
  asy_family_set_visits_a_month (family, 6);
  g_assert_true (asy_repo_save (s->session, family, &error));

  record (f, f->family_id, "2026-02-27 9:00+60", ASY_VISIT_STATE_HELD);
  record (f, f->family_id, "2026-03-02 9:00+60", ASY_VISIT_STATE_HELD);
  record (f, f->family_id, "2026-03-12 9:00+60", ASY_VISIT_STATE_HELD);
  record (f, f->family_id, "2026-03-18 9:00+60", ASY_VISIT_STATE_MISSED);
  asy_visit_set_kind (phone, "phone");
  asy_visit_set_state (phone, ASY_VISIT_STATE_HELD);
  g_assert_true (asy_visit_record (s->session, phone_file, &error));
  g_object_unref (plan (f, f->ewa, f->family_id, "2026-03-23 9:00+60"));
  g_object_unref (plan (f, f->ewa, f->family_id, "2026-03-31 9:00+60"));
  g_object_unref (plan (f, f->ewa, f->family_id, "2026-04-02 9:00+60"));

  march = asy_visits_count_month (s->session, f->ewa, asy_day_new (2026, 3, 24), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (march->len, ==, 1);
  visits = g_ptr_array_index (march, 0);
  g_assert_cmpint (visits->family_id, ==, f->family_id);
  g_assert_cmpint (visits->norm, ==, 6);
  g_assert_cmpint (visits->held, ==, 2);
  g_assert_cmpint (visits->missed, ==, 1);
  g_assert_cmpint (visits->planned, ==, 1);
  g_assert_true (asy_family_visits_is_below (visits));
  g_assert_false (asy_family_visits_is_below (&(AsyFamilyVisits){ .norm = 6, .held = 5, .planned = 1 }));
  g_assert_cmpuint (visits->last_on, ==, asy_day_new (2026, 3, 12));
  g_assert_cmpuint (visits->next_on, ==, asy_day_new (2026, 3, 31));

  of_marek = asy_visits_count_month (s->session, f->marek, asy_day_new (2026, 3, 1), &error);
  g_assert_cmpuint (of_marek->len, ==, 1);
  visits = g_ptr_array_index (of_marek, 0);
  g_assert_cmpstr (visits->family_name, ==, "Leśni");
  /* Neither the family nor the office has a number of its own: that of the rules. */
  g_assert_cmpint (visits->norm, ==, 4);
}

static void
test_families_without_a_next_visit (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  StoreFixture *s = &f->store;
  const gint64 lesni = store_fixture_add_family (s, "Leśni");
  const gint64 away = store_fixture_add_family (s, "Wyjechali");
  g_autoptr (AsyCase) suspended = NULL;
  g_autoptr (GPtrArray) list = NULL;

  store_fixture_add_assignment (s, store_fixture_add_case (s, lesni, "2026-01-02"), f->marek, "2026-01-10");
  suspended = asy_repo_load (s->session, ASY_TYPE_CASE, store_fixture_add_case (s, away, "2025-01-02"), &error);
  store_fixture_add_assignment (s, asy_record_get_id (ASY_RECORD (suspended)), f->ewa, "2025-02-01");
  asy_case_set_suspended_from (suspended, asy_day_new (2026, 3, 1));
  g_assert_true (asy_repo_save (s->session, suspended, &error));

  list = asy_visits_list_unplanned (s->session, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_nonnull (find_family (list, f->family_id));
  g_assert_nonnull (find_family (list, lesni));
  g_clear_pointer (&list, g_ptr_array_unref);

  /* Yesterday's plan that nobody recorded is no next visit; one for today is. */
  g_object_unref (plan (f, f->ewa, f->family_id, "2026-03-23 9:00+60"));
  g_object_unref (plan (f, f->marek, lesni, "2026-03-24 15:00+60"));
  list = asy_visits_list_unplanned (s->session, 0, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_nonnull (find_family (list, f->family_id));
}

static void
test_a_week_for_the_calendar_and_for_paper (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) office = make (f->ewa, 0, "2026-03-25 12:00+90");
  g_autoptr (AsyVisit) sunday = make (f->ewa, f->family_id, "2026-03-29 9:00+30");
  g_autoptr (AsyWeek) week = NULL;
  g_autoptr (AsyWeek) next = NULL;

  record (f, f->family_id, "2026-03-23 8:00+60", ASY_VISIT_STATE_HELD);
  record (f, f->family_id, "2026-03-24 8:00+60", ASY_VISIT_STATE_MISSED);
  asy_visit_set_kind (office, "paperwork");
  g_assert_true (asy_visit_plan (f->store.session, office, &error));
  asy_visit_set_travel_minutes (sunday, 20);
  g_assert_true (asy_visit_plan (f->store.session, sunday, &error));
  g_object_unref (plan (f, f->ewa, f->family_id, "2026-03-30 9:00+60"));

  week = asy_week_load (f->store.session, f->ewa, asy_day_new (2026, 3, 23), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (week->entries->len, ==, 4);
  g_assert_cmpint (week->held, ==, 1);
  g_assert_cmpint (week->missed, ==, 1);
  g_assert_cmpint (week->planned, ==, 1);
  g_assert_cmpint (week->minutes, ==, 60 + 90 + 30);
  g_assert_cmpint (week->travel_minutes, ==, 20);
  g_assert_cmpuint (week->families->len, ==, 1);
  g_assert_true (asy_week_has_family (week, f->family_id));
  g_assert_cmpstr (asy_worker_get_family_name (week->worker), ==, "Zmyślona");

  next = asy_week_load (f->store.session, f->ewa, asy_day_new (2026, 4, 6), &error);
  g_assert_cmpuint (next->entries->len, ==, 0);
  g_assert_false (asy_week_has_family (next, f->family_id));
  g_clear_pointer (&next, asy_week_free);
  next = asy_week_load (f->store.session, 999, asy_day_new (2026, 4, 6), &error);
  g_assert_null (next);
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
}

static void
test_totals_of_a_period (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  AsyVisitTotals totals;

  record (f, f->family_id, "2025-12-31 9:00+60", ASY_VISIT_STATE_HELD);
  record (f, f->family_id, "2026-01-01 9:00+45", ASY_VISIT_STATE_HELD);
  record (f, f->family_id, "2026-02-01 9:00+50", ASY_VISIT_STATE_MISSED);
  record (f, f->family_id, "2026-03-24 9:00+75", ASY_VISIT_STATE_HELD);
  g_assert_true (asy_visits_sum (f->store.session, f->case_id, asy_day_new (2026, 1, 1), STORE_FIXTURE_TODAY, &totals, &error));
  g_assert_no_error (error);
  g_assert_cmpint (totals.held, ==, 2);
  g_assert_cmpint (totals.missed, ==, 1);
  g_assert_cmpint (totals.minutes, ==, 120);
  g_assert_cmpint (totals.at_home, ==, 2);
  g_assert_cmpuint (totals.first_on, ==, asy_day_new (2026, 1, 1));
  g_assert_cmpuint (totals.last_on, ==, STORE_FIXTURE_TODAY);
  g_assert_true (asy_visits_sum (f->store.session, f->case_id, ASY_DAY_NONE, ASY_DAY_NONE, &totals, &error));
  g_assert_cmpint (totals.held, ==, 3);
  g_assert_true (asy_visits_sum (f->store.session, 999, ASY_DAY_NONE, ASY_DAY_NONE, &totals, &error));
  g_assert_cmpint (totals.held, ==, 0);
  g_assert_cmpuint (totals.last_on, ==, ASY_DAY_NONE);
}

static void
test_days_of_a_period (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = NULL;

  record (f, f->family_id, "2025-12-31 9:00+60", ASY_VISIT_STATE_HELD);
  record (f, f->family_id, "2026-02-01 9:00+50", ASY_VISIT_STATE_MISSED);
  record (f, f->family_id, "2026-01-01 9:00+45", ASY_VISIT_STATE_HELD);
  days = asy_visits_list_days (f->store.session, f->case_id, asy_day_new (2026, 1, 1), asy_day_new (2026, 12, 31), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpuint (g_array_index (days, AsyVisitDay, 0).day, ==, asy_day_new (2026, 1, 1));
  g_assert_cmpint (g_array_index (days, AsyVisitDay, 0).state, ==, ASY_VISIT_STATE_HELD);
  g_assert_cmpint (g_array_index (days, AsyVisitDay, 1).state, ==, ASY_VISIT_STATE_MISSED);
}

static void
test_lists_walk_their_indexes (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *sql;
    const char *index;
  } rows[] = {
    { "SELECT * FROM visit t WHERE t.worker_id = 1 AND t.day BETWEEN '2026-03-23' AND '2026-03-29'"
      " ORDER BY t.day, t.start_minute, t.id", "visit_worker" },
    { "SELECT * FROM visit t WHERE t.day BETWEEN '2026-03-23' AND '2026-03-29'", "visit_day" },
    { "SELECT * FROM visit t WHERE t.family_id = 1 AND (t.day, t.start_minute, t.id) < ('2026-03-23', 540, 7)"
      " ORDER BY t.day DESC, t.start_minute DESC, t.id DESC LIMIT 20", "visit_family" },
    { "SELECT v.day FROM visit v WHERE v.family_id = 1 AND v.state = 'held' AND v.kind = 'home'"
      " ORDER BY v.day DESC LIMIT 1", "COVERING INDEX visit_family" },
    { "SELECT id, day, state FROM visit WHERE case_file_id = 1 AND state IN ('planned', 'held', 'missed')"
      " AND day BETWEEN '2026-01-01' AND '2026-12-31'", "COVERING INDEX visit_case" },
    { "SELECT sum(minutes) FROM visit WHERE case_file_id = 1 AND day BETWEEN '2026-01-01' AND '2026-03-24'", "visit_case" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = store_fixture_explain (&f->store, rows[i].sql);

      g_assert_nonnull (g_strstr_len (text, -1, rows[i].index));
      g_assert_null (g_strstr_len (text, -1, "USE TEMP B-TREE FOR ORDER BY"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/visits/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("nonsense-is-refused-with-its-field", test_nonsense_is_refused_with_its_field);
  ADD ("the-kind-of-contact-decides-about-the-family", test_the_kind_of_contact_decides_about_the_family);
  ADD ("the-case-of-the-day-is-found", test_the_case_of_the_day_is_found);
  ADD ("an-assistant-who-is-away-has-no-visits", test_an_assistant_who_is_away_has_no_visits);
  ADD ("a-visit-is-moved-and-stretched", test_a_visit_is_moved_and_stretched);
  ADD ("a-visit-is-recorded-with-all-that-is-known", test_a_visit_is_recorded_with_all_that_is_known);
  ADD ("a-correction-replaces-the-sets", test_a_correction_replaces_the_sets);
  ADD ("a-record-needs-its-reasons", test_a_record_needs_its_reasons);
  ADD ("only-a-planned-visit-can-go", test_only_a_planned_visit_can_go);
  ADD ("conflicts", test_conflicts);
  ADD ("entries-carry-address-and-warnings", test_entries_carry_address_and_warnings);
  ADD ("a-family-is-paged-from-the-newest", test_a_family_is_paged_from_the_newest);
  ADD ("visits-are-counted-against-the-norm", test_visits_are_counted_against_the_norm);
  ADD ("families-without-a-next-visit", test_families_without_a_next_visit);
  ADD ("a-week-for-the-calendar-and-for-paper", test_a_week_for_the_calendar_and_for_paper);
  ADD ("totals-of-a-period", test_totals_of_a_period);
  ADD ("progress-in-place", test_progress_in_place);
  ADD ("a-correction-leaves-newer-progress", test_a_correction_leaves_newer_progress);
  ADD ("what-a-visit-ticked-is-not-deleted", test_what_a_visit_ticked_is_not_deleted);
  ADD ("progress-that-is-refused", test_progress_that_is_refused);
  ADD ("days-of-a-period", test_days_of_a_period);
  ADD ("lists-walk-their-indexes", test_lists_walk_their_indexes);
#undef ADD

  return g_test_run ();
}
