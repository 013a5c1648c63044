/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-visits.h"
#include "store/asy-work-time.h"

typedef struct {
  StoreFixture store;
  gint64 ewa;
  gint64 marek;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  store_fixture_set_up (&f->store, NULL);
  f->ewa = store_fixture_add_worker (&f->store, "Ewa", "Zmyślona");
  f->marek = store_fixture_add_worker (&f->store, "Marek", "Wzorcowy");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

static AsyWorkHours *
make_hours (gint64 worker_id, const char *from, const char *monday, const char *sunday)
{
  AsyWorkHours *hours = asy_work_hours_new ();

  asy_work_hours_set_worker_id (hours, worker_id);
  asy_work_hours_set_from_day (hours, store_fixture_day (from));
  asy_work_hours_set_monday (hours, monday);
  asy_work_hours_set_sunday (hours, sunday);
  return hours;
}

static AsyAbsence *
make_absence (gint64 worker_id, const char *from, const char *until, gint64 substitute_id)
{
  AsyAbsence *absence = asy_absence_new ();

  asy_absence_set_worker_id (absence, worker_id);
  asy_absence_set_from_day (absence, store_fixture_day (from));
  asy_absence_set_until_day (absence, store_fixture_day (until));
  asy_absence_set_substitute_id (absence, substitute_id);
  return absence;
}

static AsyDutyShift *
make_shift (gint64 worker_id, const char *day, int start, int minutes)
{
  AsyDutyShift *shift = asy_duty_shift_new ();

  asy_duty_shift_set_worker_id (shift, worker_id);
  asy_duty_shift_set_day (shift, store_fixture_day (day));
  asy_duty_shift_set_start_minute (shift, start);
  asy_duty_shift_set_minutes (shift, minutes);
  return shift;
}

#define SAVE(f, call, make)                                          \
  G_STMT_START                                                       \
  {                                                                  \
    g_autoptr (AsyRecord) save_record = ASY_RECORD (make);           \
    g_autoptr (GError) save_error = NULL;                            \
    g_assert_true (call ((f)->store.session, (gpointer) save_record, &save_error)); \
    g_assert_no_error (save_error);                                  \
  }                                                                  \
  G_STMT_END

static void
assert_refused (gboolean ok, GError **error, AsyStoreErrorCode code, const char *field)
{
  g_assert_false (ok);
  g_assert_error (*error, ASY_STORE_ERROR, (int) code);
  g_assert_cmpstr (asy_store_error_get_detail (*error)->field, ==, field);
  g_clear_error (error);
}

static void
test_hours_are_kept_in_one_way (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyWorkHours) bad = make_hours (f->ewa, "2026-03-01", "8-16", "16-8");
  g_autoptr (AsyWorkHours) again = NULL;
  g_autofree char *stored = NULL;

  assert_refused (asy_work_hours_save (f->store.session, bad, &error), &error, ASY_STORE_ERROR_INVALID, "Sunday");
  asy_work_hours_set_sunday (bad, NULL);
  g_assert_true (asy_work_hours_save (f->store.session, bad, &error));
  g_assert_no_error (error);
  stored = store_fixture_query_text (&f->store, "SELECT monday || coalesce (sunday, ' none') FROM work_hours");
  g_assert_cmpstr (stored, ==, "08:00-16:00 none");
  /* Of the same day there is one; saving it again is no second. */
  g_assert_true (asy_work_hours_save (f->store.session, bad, &error));
  again = make_hours (f->ewa, "2026-03-01", "9-17", NULL);
  assert_refused (asy_work_hours_save (f->store.session, again, &error), &error, ASY_STORE_ERROR_OVERLAP, "Holds from");
  asy_work_hours_set_worker_id (again, f->marek);
  g_assert_true (asy_work_hours_save (f->store.session, again, &error));
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE kind = 'work_hours'"), ==, 2);
}

static void
test_absences_do_not_overlap (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *from, *until;
    gboolean is_refused;
  } rows[] = {
    { "2026-03-20", "2026-03-24", FALSE }, { "2026-03-20", "2026-03-25", TRUE },  { "2026-03-26", "2026-03-26", TRUE },
    { "2026-03-27", "2026-04-02", TRUE },  { "2026-03-28", "2026-04-02", FALSE }, { "2026-03-01", "2026-04-30", TRUE },
  };
  g_autoptr (GError) error = NULL;

  SAVE (f, asy_absence_save, make_absence (f->ewa, "2026-03-25", "2026-03-27", f->marek));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyAbsence) absence = make_absence (f->ewa, rows[i].from, rows[i].until, 0);
      const gboolean ok = asy_absence_save (f->store.session, absence, &error);

      g_test_message ("%s to %s", rows[i].from, rows[i].until);
      if (rows[i].is_refused)
        {
          assert_refused (ok, &error, ASY_STORE_ERROR_OVERLAP, "First day");
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (asy_work_time_delete (f->store.session, absence, &error));
    }
  SAVE (f, asy_absence_save, make_absence (f->marek, "2026-03-25", "2026-03-27", 0));
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM absence"), ==, 2);
}

static void
test_absences_that_make_no_sense (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAbsence) backwards = make_absence (f->ewa, "2026-03-25", "2026-03-24", 0);
  g_autoptr (AsyAbsence) own = make_absence (f->ewa, "2026-03-25", "2026-03-25", f->ewa);
  g_autoptr (AsyAbsence) endless = make_absence (f->ewa, "2026-03-25", "2026-03-25", 0);

  assert_refused (asy_absence_save (f->store.session, backwards, &error), &error, ASY_STORE_ERROR_INVALID, "Last day");
  assert_refused (asy_absence_save (f->store.session, own, &error), &error, ASY_STORE_ERROR_INVALID, "Who stands in");
  asy_absence_set_until_day (endless, ASY_DAY_NONE);
  assert_refused (asy_absence_save (f->store.session, endless, &error), &error, ASY_STORE_ERROR_MISSING, "Last day");
}

static void
test_shifts (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *day;
    int start, minutes;
    int code;                   /* -1: taken */
    const char *field;
  } rows[] = {
    { "2026-03-28", 1320, 600, -1, NULL },
    { "2026-03-29", 479, 60, ASY_STORE_ERROR_OVERLAP, "Start" },
    { "2026-03-29", 480, 60, -1, NULL },
    { "2026-03-28", 1200, 121, ASY_STORE_ERROR_OVERLAP, "Start" },
    { "2026-03-28", 1200, 120, -1, NULL },
    { "2026-03-25", 960, 60, ASY_STORE_ERROR_OVERLAP, "Day" },
    { "2026-03-26", -1, 60, ASY_STORE_ERROR_INVALID, "Start" },
    { "2026-03-26", 1440, 60, ASY_STORE_ERROR_INVALID, "Start" },
    { "2026-03-26", 960, 0, ASY_STORE_ERROR_INVALID, "Length" },
    { "2026-03-26", 960, 1441, ASY_STORE_ERROR_INVALID, "Length" },
  };
  g_autoptr (GError) error = NULL;

  SAVE (f, asy_absence_save, make_absence (f->ewa, "2026-03-25", "2026-03-25", 0));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyDutyShift) shift = make_shift (f->ewa, rows[i].day, rows[i].start, rows[i].minutes);
      const gboolean ok = asy_duty_shift_save (f->store.session, shift, &error);

      if (rows[i].code >= 0)
        assert_refused (ok, &error, (AsyStoreErrorCode) rows[i].code, rows[i].field);
      g_assert_no_error (error);
    }
  SAVE (f, asy_duty_shift_save, make_shift (f->marek, "2026-03-28", 1320, 600));
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM duty_shift"), ==, 4);
}

/* The hours that hold on the first day, and a shift that ends on it, belong to the days that are asked for. */
static void
test_loading (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyWorkTime) time = NULL;
  g_autoptr (GHashTable) all = NULL;
  AsyWorkTime *marek;
  int start, end;

  SAVE (f, asy_work_hours_save, make_hours (f->ewa, "2026-01-01", "8-16", NULL));
  SAVE (f, asy_work_hours_save, make_hours (f->ewa, "2026-03-01", "9-17", NULL));
  SAVE (f, asy_work_hours_save, make_hours (f->ewa, "2026-03-30", "10-18", NULL));
  SAVE (f, asy_work_hours_save, make_hours (f->ewa, "2026-04-06", "11-19", NULL));
  SAVE (f, asy_absence_save, make_absence (f->ewa, "2026-03-19", "2026-03-22", 0));
  SAVE (f, asy_absence_save, make_absence (f->ewa, "2026-03-01", "2026-03-18", 0));
  SAVE (f, asy_absence_save, make_absence (f->marek, "2026-03-29", "2026-04-02", 0));
  SAVE (f, asy_duty_shift_save, make_shift (f->marek, "2026-03-22", 1320, 600));
  SAVE (f, asy_duty_shift_save, make_shift (f->marek, "2026-03-21", 1320, 600));

  time = asy_work_time_load (f->store.session, f->ewa, store_fixture_day ("2026-03-22"), store_fixture_day ("2026-03-30"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (time->hours->len, ==, 2);
  g_assert_true (asy_work_time_get_hours (time, store_fixture_day ("2026-03-23"), &start, &end));
  g_assert_cmpint (start, ==, 540);
  g_assert_cmpint (end, ==, 1020);
  g_assert_true (asy_work_time_get_hours (time, store_fixture_day ("2026-03-30"), &start, &end));
  g_assert_cmpint (start, ==, 600);
  g_assert_true (asy_work_time_get_hours (time, store_fixture_day ("2026-03-24"), &start, &end));
  g_assert_cmpint (end, ==, 0);
  g_assert_cmpuint (time->absences->len, ==, 1);
  g_assert_nonnull (asy_work_time_find_absence (time, store_fixture_day ("2026-03-22")));
  g_assert_null (asy_work_time_find_absence (time, store_fixture_day ("2026-03-23")));

  all = asy_work_time_load_all (f->store.session, store_fixture_day ("2026-03-23"), store_fixture_day ("2026-03-29"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (all), ==, 2);
  marek = g_hash_table_lookup (all, &f->marek);
  g_assert_cmpuint (marek->hours->len, ==, 0);
  g_assert_false (asy_work_time_get_hours (marek, store_fixture_day ("2026-03-23"), &start, &end));
  g_assert_cmpuint (marek->absences->len, ==, 1);
  g_assert_cmpuint (marek->shifts->len, ==, 1);
  g_assert_true (asy_work_time_has_shift (marek, store_fixture_day ("2026-03-23")));
  g_assert_false (asy_work_time_has_shift (marek, store_fixture_day ("2026-03-24")));
}

static AsyVisitConflictKind
find_conflict (Fixture *f, const char *day, int start, AsyVisitConflict *ret_conflict)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;

  asy_visit_set_worker_id (visit, f->ewa);
  asy_visit_set_day (visit, store_fixture_day (day));
  asy_visit_set_start_minute (visit, start);
  asy_visit_set_minutes (visit, 60);
  conflicts = asy_visits_find_conflicts (f->store.session, visit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  *ret_conflict = *(AsyVisitConflict *) conflicts->pdata[0];
  g_assert_true ((ret_conflict->absence != NULL) == (ret_conflict->kind == ASY_VISIT_CONFLICT_ABSENCE));
  return ret_conflict->kind;
}

static void
test_conflicts (Fixture *f, gconstpointer user_data)
{
  AsyVisitConflict conflict;

  SAVE (f, asy_work_hours_save, make_hours (f->ewa, "2026-01-01", "8-16", NULL));
  SAVE (f, asy_absence_save, make_absence (f->ewa, "2026-03-25", "2026-03-27", 0));
  g_assert_cmpint (find_conflict (f, "2026-03-26", 600, &conflict), ==, ASY_VISIT_CONFLICT_ABSENCE);
  g_assert_cmpint (find_conflict (f, "2026-03-30", 930, &conflict), ==, ASY_VISIT_CONFLICT_HOURS);
  g_assert_cmpint (conflict.hours_start, ==, 480);
  g_assert_cmpint (conflict.hours_end, ==, 960);
  g_assert_cmpint (find_conflict (f, "2026-03-31", 600, &conflict), ==, ASY_VISIT_CONFLICT_HOURS);
  g_assert_cmpint (conflict.hours_end, ==, 0);
  g_assert_cmpint (find_conflict (f, "2026-03-29", 600, &conflict), ==, ASY_VISIT_CONFLICT_DAY_OFF);
}

#define ADD(path, func) g_test_add ("/work-time/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("hours-are-kept-in-one-way", test_hours_are_kept_in_one_way);
  ADD ("absences-do-not-overlap", test_absences_do_not_overlap);
  ADD ("absences-that-make-no-sense", test_absences_that_make_no_sense);
  ADD ("shifts", test_shifts);
  ADD ("loading", test_loading);
  ADD ("conflicts", test_conflicts);
  return g_test_run ();
}
