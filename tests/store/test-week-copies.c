/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-visits.h"
#include "store/asy-week-copies.h"
#include "store/asy-work-time.h"

typedef struct {
  StoreFixture store;
  gint64 ewa;
  gint64 family_id;             /* Malinowscy, at work with Ewa */
  GArray *ids;                  /* gint64: what is copied */
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  gint64 case_id;

  store_fixture_set_up (&f->store, NULL);
  f->ewa = store_fixture_add_worker (&f->store, "Ewa", "Zmyślona");
  f->family_id = store_fixture_add_family (&f->store, "Malinowscy");
  case_id = store_fixture_add_case (&f->store, f->family_id, "2025-09-15");
  store_fixture_add_assignment (&f->store, case_id, f->ewa, "2025-10-01");
  f->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  g_array_unref (f->ids);
  store_fixture_tear_down (&f->store, NULL);
}

static gint64
plan (Fixture *f, const char *day, int start)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  g_autoptr (GError) error = NULL;

  asy_visit_set_worker_id (visit, f->ewa);
  asy_visit_set_family_id (visit, f->family_id);
  asy_visit_set_day (visit, store_fixture_day (day));
  asy_visit_set_start_minute (visit, start);
  asy_visit_set_minutes (visit, 60);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_purpose (visit, "budżet");
  asy_visit_set_travel_minutes (visit, 20);
  asy_visit_set_clash_note (visit, "wyjątkowo");
  asy_visit_plan (f->store.session, visit, &error);
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (visit));
}

static void
choose (Fixture *f, const char *day, int start)
{
  const gint64 id = plan (f, day, start);

  g_array_append_val (f->ids, id);
}

static void
test_what_can_go_goes (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GArray) copies = NULL;
  g_autoptr (AsyAbsence) absence = asy_absence_new ();
  g_autoptr (AsyVisitFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint skipped = 99;

  /* A week on: 6 April is Easter Monday, on the 8th Ewa is away, on the 9th the hour is taken. */
  choose (f, "2026-03-30", 540);
  choose (f, "2026-03-31", 600);
  choose (f, "2026-04-01", 540);
  choose (f, "2026-04-02", 540);
  choose (f, "2026-04-03", 540);
  (void) plan (f, "2026-04-09", 570);
  (void) plan (f, "2026-04-10", 600);
  asy_absence_set_worker_id (absence, f->ewa);
  asy_absence_set_from_day (absence, store_fixture_day ("2026-04-08"));
  asy_absence_set_until_day (absence, store_fixture_day ("2026-04-08"));
  g_assert_true (asy_absence_save (f->store.session, absence, &error));
  g_assert_true (asy_week_copy (f->store.session, f->ids, 7, &copies, &skipped, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpuint (skipped, ==, 3);
  file = asy_visit_file_load (f->store.session, g_array_index (copies, gint64, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (asy_visit_get_day (file->visit), ==, store_fixture_day ("2026-04-07"));
  g_assert_cmpint (asy_visit_get_start_minute (file->visit), ==, 600);
  g_assert_cmpint (asy_visit_get_minutes (file->visit), ==, 60);
  g_assert_cmpint (asy_visit_get_family_id (file->visit), ==, f->family_id);
  g_assert_cmpint (asy_visit_get_travel_minutes (file->visit), ==, 20);
  g_assert_cmpstr (asy_visit_get_purpose (file->visit), ==, "budżet");
  g_assert_cmpint (asy_visit_get_state (file->visit), ==, ASY_VISIT_STATE_PLANNED);
  /* Why one visit stood in spite of something is no reason for another. */
  g_assert_null (asy_visit_get_clash_note (file->visit));
}

static void
test_nothing_of_the_record_comes_along (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GArray) copies = NULL;
  g_autoptr (AsyVisitFile) file = NULL, copy = NULL;
  g_autoptr (GError) error = NULL;

  choose (f, "2026-03-23", 540);
  file = asy_visit_file_load (f->store.session, g_array_index (f->ids, gint64, 0), &error);
  asy_visit_set_state (file->visit, ASY_VISIT_STATE_HELD);
  asy_visit_set_course (file->visit, "rozmowa");
  asy_visit_set_km (file->visit, 12);
  g_assert_true (asy_visit_record (f->store.session, file, &error));
  g_assert_no_error (error);
  g_assert_true (asy_week_copy (f->store.session, f->ids, 7, &copies, NULL, &error));
  g_assert_no_error (error);
  copy = asy_visit_file_load (f->store.session, g_array_index (copies, gint64, 0), &error);
  g_assert_cmpint (asy_visit_get_state (copy->visit), ==, ASY_VISIT_STATE_PLANNED);
  g_assert_null (asy_visit_get_course (copy->visit));
  g_assert_null (asy_visit_get_recorded_at (copy->visit));
  g_assert_cmpfloat (asy_visit_get_km (copy->visit), ==, 0);
}

static void
test_one_step_back (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GArray) copies = NULL;
  g_autoptr (AsyVisitFile) file = NULL;
  g_autoptr (GError) error = NULL;

  choose (f, "2026-03-24", 540);
  choose (f, "2026-03-25", 540);
  choose (f, "2026-03-26", 540);
  g_assert_true (asy_week_copy (f->store.session, f->ids, 7, &copies, NULL, &error));
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 6);
  /* One of them is gone meanwhile: that is what undo wants. */
  file = asy_visit_file_load (f->store.session, g_array_index (copies, gint64, 1), &error);
  g_assert_true (asy_visit_delete (f->store.session, file->visit, &error));
  g_assert_true (asy_visits_delete_all (f->store.session, copies, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 3);
}

/* The office ended the employment: nothing is copied rather than a part. */
static void
test_all_or_none (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  choose (f, "2026-03-24", 540);
  choose (f, "2026-03-26", 540);
  g_assert_true (asy_db_exec (f->store.db, "UPDATE worker SET employed_until = '2026-04-01'", &error));
  g_assert_false (asy_week_copy (f->store.session, f->ids, 7, &copies, NULL, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_UNAVAILABLE);
  g_assert_null (copies);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 2);
}

#define ADD(path, func) g_test_add ("/week-copies/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-can-go-goes", test_what_can_go_goes);
  ADD ("nothing-of-the-record-comes-along", test_nothing_of_the_record_comes_along);
  ADD ("one-step-back", test_one_step_back);
  ADD ("all-or-none", test_all_or_none);
  return g_test_run ();
}
