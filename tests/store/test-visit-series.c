/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/asy-visit-series.h"
#include "store-fixture.h"
#include "store/asy-repo.h"
#include "store/asy-visit-series.h"
#include "store/asy-visits.h"

#define MO (1u << 0)
#define TU (1u << 1)
#define D(text) store_fixture_day (text)

typedef struct {
  StoreFixture store;
  gint64 worker_id;
  gint64 other_id;
  gint64 family_id;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  gint64 case_id;

  store_fixture_set_up (&f->store, user_data);
  f->worker_id = store_fixture_add_worker (&f->store, "Ewa", "Zmyślona");
  f->other_id = store_fixture_add_worker (&f->store, "Jan", "Zmyślony");
  f->family_id = store_fixture_add_family (&f->store, "Malinowscy");
  case_id = store_fixture_add_case (&f->store, f->family_id, "2025-09-01");
  store_fixture_add_assignment (&f->store, case_id, f->worker_id, "2025-09-15");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, user_data);
}

static AsyVisit *
new_visit (Fixture *f, const char *day)
{
  AsyVisit *visit = asy_visit_new ();

  asy_visit_set_worker_id (visit, f->worker_id);
  asy_visit_set_family_id (visit, f->family_id);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_day (visit, D (day));
  asy_visit_set_start_minute (visit, 600);
  asy_visit_set_minutes (visit, 75);
  asy_visit_set_purpose (visit, "Poranki");
  return visit;
}

/* Every Monday, seven times, over Easter Monday (6 April). */
static guint
plan_mondays (Fixture *f, AsyVisitOff off)
{
  const AsyVisitRule rule = { 1, MO, 0, 7, ASY_DAY_NONE };
  g_autoptr (AsyVisit) visit = new_visit (f, "2026-03-30");
  g_autoptr (GError) error = NULL;
  guint n_visits = 0;

  asy_visit_series_plan (f->store.session, visit, &rule, off, &n_visits, &error);
  g_assert_no_error (error);
  return n_visits;
}

static char *
list_days (Fixture *f)
{
  return store_fixture_query_text (&f->store, "SELECT group_concat(substr(day, 6), ' ') FROM (SELECT day FROM visit ORDER BY day)");
}

static AsyVisit *
load_of (Fixture *f, const char *day)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM visit WHERE day = '%s'", day);
  g_autoptr (GError) error = NULL;
  AsyVisit *visit = asy_repo_load (f->store.session, ASY_TYPE_VISIT, store_fixture_query_int (&f->store, sql), &error);

  g_assert_no_error (error);
  return visit;
}

static void
test_plan (Fixture *f, gconstpointer user_data)
{
  g_autofree char *days = NULL;
  g_autofree char *rule = NULL;

  g_assert_cmpuint (plan_mondays (f, ASY_VISIT_OFF_LATER), ==, 7);
  store_fixture_reopen (&f->store);
  days = list_days (f);
  g_assert_cmpstr (days, ==, "03-30 04-07 04-13 04-20 04-27 05-04 05-11");
  rule = store_fixture_query_text (&f->store, "SELECT rule FROM visit_series");
  g_assert_cmpstr (rule, ==, "FREQ=WEEKLY;COUNT=7;BYDAY=MO");
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit WHERE series_id = 1 AND series_day = '2026-04-06'"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit WHERE case_file_id IS NULL"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE kind = 'visit'"), ==, 7);
}

static void
test_days_off (Fixture *f, gconstpointer user_data)
{
  static const struct {
    AsyVisitOff off;
    const char *april;
    guint n;
  } rows[] = {
    { ASY_VISIT_OFF_EARLIER, "04-04 04-13 04-20 04-27", 7 },
    { ASY_VISIT_OFF_LATER, "04-07 04-13 04-20 04-27", 7 },
    { ASY_VISIT_OFF_LEAVE_OUT, "04-13 04-20 04-27", 6 },
    { ASY_VISIT_OFF_KEEP, "04-06 04-13 04-20 04-27", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *days = NULL;

      g_test_message ("%d", (int) rows[i].off);
      g_assert_cmpuint (plan_mondays (f, rows[i].off), ==, rows[i].n);
      days = store_fixture_query_text (&f->store, "SELECT group_concat(substr(day, 6), ' ') FROM (SELECT day FROM visit"
                                                  " WHERE series_id = (SELECT max(id) FROM visit_series) AND day LIKE '2026-04%' ORDER BY day)");
      g_assert_cmpstr (days, ==, rows[i].april);
    }
}

/* Two days of a rule that meet on one working day give one visit. */
static void
test_two_on_one_day (Fixture *f, gconstpointer user_data)
{
  const AsyVisitRule rule = { 1, MO | TU, 0, 4, ASY_DAY_NONE };
  g_autoptr (AsyVisit) visit = new_visit (f, "2026-04-06");
  g_autoptr (GError) error = NULL;
  g_autofree char *days = NULL;

  asy_visit_series_plan (f->store.session, visit, &rule, ASY_VISIT_OFF_LATER, NULL, &error);
  g_assert_no_error (error);
  days = list_days (f);
  g_assert_cmpstr (days, ==, "04-07 04-13 04-14");
}

static void
test_preview (Fixture *f, gconstpointer user_data)
{
  const AsyVisitRule rule = { 1, MO, 0, 4, ASY_DAY_NONE };
  g_autoptr (AsyVisit) visit = new_visit (f, "2026-03-30");
  g_autoptr (AsyVisit) other = new_visit (f, "2026-04-13");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) dates = NULL;
  const AsySeriesDate *date;

  asy_visit_set_start_minute (other, 630);
  asy_visit_plan (f->store.session, other, &error);
  g_assert_no_error (error);
  dates = asy_visit_series_preview (f->store.session, visit, &rule, ASY_VISIT_OFF_LATER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dates->len, ==, 4);
  date = &g_array_index (dates, AsySeriesDate, 1);
  g_assert_true (date->is_off);
  g_assert_cmpuint (date->rule_day, ==, D ("2026-04-06"));
  g_assert_cmpuint (date->day, ==, D ("2026-04-07"));
  date = &g_array_index (dates, AsySeriesDate, 2);
  g_assert_false (date->is_off);
  g_assert_cmpuint (date->n_conflicts, >, 0);
  g_assert_cmpuint (g_array_index (dates, AsySeriesDate, 3).n_conflicts, ==, 0);
  /* Looking plans nothing. */
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 1);
}

/* The word of why stays with the visit that something is in the way of. */
static void
test_clash_note (Fixture *f, gconstpointer user_data)
{
  const AsyVisitRule rule = { 1, MO, 0, 4, ASY_DAY_NONE };
  g_autoptr (AsyVisit) visit = new_visit (f, "2026-03-30");
  g_autoptr (AsyVisit) other = new_visit (f, "2026-04-13");
  g_autoptr (GError) error = NULL;
  g_autofree char *noted = NULL;

  asy_visit_plan (f->store.session, other, &error);
  g_assert_no_error (error);
  asy_visit_set_clash_note (visit, "Jan zastąpi");
  asy_visit_series_plan (f->store.session, visit, &rule, ASY_VISIT_OFF_LEAVE_OUT, NULL, &error);
  g_assert_no_error (error);
  noted = store_fixture_query_text (&f->store, "SELECT group_concat(day, ' ') FROM visit WHERE clash_note IS NOT NULL");
  g_assert_cmpstr (noted, ==, "2026-04-13");
}

/* All or none: the assistant leaves in the middle. */
static void
test_all_or_none (Fixture *f, gconstpointer user_data)
{
  const AsyVisitRule rule = { 1, MO, 0, 7, ASY_DAY_NONE };
  g_autoptr (AsyVisit) visit = new_visit (f, "2026-03-30");
  g_autoptr (AsyWorker) worker = NULL;
  g_autoptr (GError) error = NULL;

  worker = asy_repo_load (f->store.session, ASY_TYPE_WORKER, f->worker_id, &error);
  g_assert_no_error (error);
  asy_worker_set_employed_until (worker, D ("2026-04-30"));
  asy_repo_save (f->store.session, worker, &error);
  g_assert_no_error (error);
  g_assert_false (asy_visit_series_plan (f->store.session, visit, &rule, ASY_VISIT_OFF_LATER, NULL, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_UNAVAILABLE);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit_series"), ==, 0);
}

static void
test_bad_rule (Fixture *f, gconstpointer user_data)
{
  static const struct {
    AsyVisitRule rule;
    AsyVisitOff off;
  } rows[] = {
    { { 1, 0, 0, 3, 0 }, ASY_VISIT_OFF_KEEP },
    { { 1, MO, 0, 0, 0 }, ASY_VISIT_OFF_KEEP },
    /* Easter Monday alone, and it is left out. */
    { { 1, MO, 0, 1, 0 }, ASY_VISIT_OFF_LEAVE_OUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyVisit) visit = new_visit (f, "2026-04-06");
      g_autoptr (GError) error = NULL;

      g_assert_false (asy_visit_series_plan (f->store.session, visit, &rows[i].rule, rows[i].off, NULL, &error));
      g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
    }
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit_series"), ==, 0);
}

static void
change_to_wednesday (Fixture *f, const char *day, AsySeriesScope scope, guint n)
{
  g_autoptr (AsyVisit) visit = load_of (f, day);
  g_autoptr (GError) error = NULL;
  guint n_visits = 0;

  asy_visit_set_day (visit, asy_visit_get_day (visit) + 2);
  asy_visit_set_start_minute (visit, 840);
  asy_visit_set_worker_id (visit, f->other_id);
  asy_visit_series_change (f->store.session, visit, scope, &n_visits, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_visits, ==, n);
}

static void
test_change (Fixture *f, gconstpointer user_data)
{
  static const struct {
    AsySeriesScope scope;
    guint n;
    const char *days;
  } rows[] = {
    { ASY_SERIES_THIS, 1, "03-30 04-13 04-22 04-27 05-04 05-11" },
    { ASY_SERIES_LATER, 4, "03-30 04-13 04-22 04-29 05-06 05-13" },
    { ASY_SERIES_ALL, 6, "04-01 04-15 04-22 04-29 05-06 05-13" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *days = NULL;

      g_test_message ("%d", (int) rows[i].scope);
      store_fixture_query_int (&f->store, "SELECT 1");
      plan_mondays (f, ASY_VISIT_OFF_LEAVE_OUT);
      change_to_wednesday (f, "2026-04-20", rows[i].scope, rows[i].n);
      days = list_days (f);
      g_assert_cmpstr (days, ==, rows[i].days);
      g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit WHERE start_minute = 840"), ==, rows[i].n);
      store_fixture_tear_down (&f->store, NULL);
      set_up (f, NULL);
    }
}

/* What was recorded stays as it was. */
static void
test_recorded_stay (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyVisit) recorded = NULL;
  g_autoptr (GError) error = NULL;

  plan_mondays (f, ASY_VISIT_OFF_LEAVE_OUT);
  recorded = load_of (f, "2026-04-13");
  asy_visit_set_state (recorded, ASY_VISIT_STATE_HELD);
  asy_repo_save (f->store.session, recorded, &error);
  g_assert_no_error (error);
  change_to_wednesday (f, "2026-04-20", ASY_SERIES_ALL, 5);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit WHERE day = '2026-04-13' AND start_minute = 600"), ==, 1);
}

static void
test_delete (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyVisit) visit = NULL;
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;
  g_autofree char *restored = NULL;

  plan_mondays (f, ASY_VISIT_OFF_LEAVE_OUT);
  visit = load_of (f, "2026-04-27");
  deleted = asy_visit_series_delete (f->store.session, visit, ASY_SERIES_LATER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deleted->len, ==, 3);
  left = list_days (f);
  g_assert_cmpstr (left, ==, "03-30 04-13 04-20");
  asy_visits_restore (f->store.session, deleted, &error);
  g_assert_no_error (error);
  restored = list_days (f);
  g_assert_cmpstr (restored, ==, "03-30 04-13 04-20 04-27 05-04 05-11");
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit WHERE series_id = 1"), ==, 6);
}

/* One that belongs to no series goes alone, whatever was asked for. */
static void
test_delete_single (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyVisit) visit = new_visit (f, "2026-04-01");
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GError) error = NULL;

  plan_mondays (f, ASY_VISIT_OFF_LEAVE_OUT);
  asy_visit_plan (f->store.session, visit, &error);
  g_assert_no_error (error);
  deleted = asy_visit_series_delete (f->store.session, visit, ASY_SERIES_ALL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deleted->len, ==, 1);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM visit"), ==, 6);
}

static void
test_index (Fixture *f, gconstpointer user_data)
{
  g_autofree char *how = store_fixture_explain (&f->store, "SELECT id FROM visit t WHERE t.series_id = 1 AND t.state = 'planned'"
                                                           " AND (t.series_day >= '2026-01-01' OR t.id = 3)");

  g_assert_nonnull (strstr (how, "visit_series_day"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/visit-series/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("plan", test_plan);
  ADD ("days-off", test_days_off);
  ADD ("two-on-one-day", test_two_on_one_day);
  ADD ("preview", test_preview);
  ADD ("clash-note", test_clash_note);
  ADD ("all-or-none", test_all_or_none);
  ADD ("bad-rule", test_bad_rule);
  ADD ("change", test_change);
  ADD ("recorded-stay", test_recorded_stay);
  ADD ("delete", test_delete);
  ADD ("delete-single", test_delete_single);
  ADD ("index", test_index);
  return g_test_run ();
}
