/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-audit.h"
#include "store/asy-calendar-import.h"
#include "store/asy-repo.h"
#include "store/asy-visits.h"

#define TODAY STORE_FIXTURE_TODAY

typedef struct {
  guint n_added;
  guint n_changed;
  guint n_removed;
  guint n_same;
  guint n_kept;
  guint n_skipped;
} Expected;

static void
add (GPtrArray *entries, const char *uid, const char *instance, AsyDay day, int start_minute, const char *title)
{
  AsyCalendarEntry *entry = g_new0 (AsyCalendarEntry, 1);

  entry->uid = g_strdup (uid);
  entry->instance = g_strdup (instance);
  entry->day = day;
  entry->start_minute = start_minute;
  entry->minutes = 60;
  entry->title = g_strdup (title);
  g_ptr_array_add (entries, entry);
}

/* A meeting of tomorrow and a series of two days. */
static GPtrArray *
new_entries (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_calendar_entry_free);

  add (entries, "a", "", TODAY + 1, 540, "Zebranie");
  add (entries, "s", "2026-03-26T09:00", TODAY + 2, 540, "Szkolenie");
  add (entries, "s", "2026-03-27T09:00", TODAY + 3, 540, "Szkolenie");
  return entries;
}

static void
take (StoreFixture *f, gint64 worker_id, GPtrArray *entries, gboolean dry_run, Expected expected)
{
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const AsyCalendarImport import = { worker_id, entries, uids, TODAY, TODAY + 366, "praca.ics", "0123" };
  g_autoptr (GError) error = NULL;
  AsyCalendarCounts counts;

  g_hash_table_add (uids, g_strdup ("s"));
  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (uids, g_strdup (((AsyCalendarEntry *) g_ptr_array_index (entries, i))->uid));
  asy_calendar_import (f->session, &import, dry_run, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_added, ==, expected.n_added);
  g_assert_cmpuint (counts.n_changed, ==, expected.n_changed);
  g_assert_cmpuint (counts.n_removed, ==, expected.n_removed);
  g_assert_cmpuint (counts.n_same, ==, expected.n_same);
  g_assert_cmpuint (counts.n_kept, ==, expected.n_kept);
  g_assert_cmpuint (counts.n_skipped, ==, expected.n_skipped);
}

static gint64
count (StoreFixture *f, const char *table)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM ", table, NULL);

  return store_fixture_query_int (f, sql);
}

static AsyVisit *
load_first (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  AsyVisit *visit = asy_repo_load (f->session, ASY_TYPE_VISIT, store_fixture_query_int (f, "SELECT min(id) FROM visit"), &error);

  g_assert_no_error (error);
  return visit;
}

/* An entry occupies time: it is a planned piece of work, and a visit at that time collides with it. */
static void
test_entries_are_work (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (AsyVisit) visit = NULL;
  g_autoptr (AsyVisit) candidate = asy_visit_new ();
  g_autoptr (GError) error = NULL;

  take (f, worker, entries, FALSE, (Expected) { .n_added = 3 });
  visit = load_first (f);
  g_assert_cmpint (asy_visit_get_worker_id (visit), ==, worker);
  g_assert_cmpint (asy_visit_get_family_id (visit), ==, 0);
  g_assert_cmpuint (asy_visit_get_day (visit), ==, TODAY + 1);
  g_assert_cmpint (asy_visit_get_start_minute (visit), ==, 540);
  g_assert_cmpint (asy_visit_get_minutes (visit), ==, 60);
  g_assert_cmpstr (asy_visit_get_purpose (visit), ==, "Zebranie");
  g_assert_cmpstr (asy_visit_get_kind (visit), ==, ASY_CALENDAR_KIND);
  /* The form for planning takes it as it is. */
  g_assert_true (asy_visit_plan (f->session, visit, &error));
  asy_visit_set_worker_id (candidate, worker);
  asy_visit_set_day (candidate, TODAY + 1);
  asy_visit_set_start_minute (candidate, 570);
  asy_visit_set_minutes (candidate, 60);
  conflicts = asy_visits_find_conflicts (f->session, candidate, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 1);
}

static void
test_the_same_calendar_adds_none (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  const gint64 other = store_fixture_add_worker (f, "Jan", "Wymyślony");
  g_autoptr (GPtrArray) entries = new_entries ();

  take (f, worker, entries, TRUE, (Expected) { .n_added = 3 });
  g_assert_cmpint (count (f, "visit"), ==, 0);
  g_assert_cmpint (count (f, "calendar_source"), ==, 0);
  take (f, worker, entries, FALSE, (Expected) { .n_added = 3 });
  take (f, worker, entries, FALSE, (Expected) { .n_same = 3 });
  store_fixture_reopen (f);
  take (f, worker, entries, FALSE, (Expected) { .n_same = 3 });
  g_assert_cmpint (count (f, "visit"), ==, 3);
  /* A meeting of two assistants takes the time of both. */
  take (f, other, entries, FALSE, (Expected) { .n_added = 3 });
}

static void
test_news_of_the_source (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (GPtrArray) first = new_entries ();
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_calendar_entry_free);
  g_autoptr (AsyVisit) visit = NULL;

  take (f, worker, first, FALSE, (Expected) { .n_added = 3 });
  /* The meeting moved, and the second day of the series is gone. */
  add (next, "a", "", TODAY + 1, 600, "Zebranie");
  add (next, "s", "2026-03-26T09:00", TODAY + 2, 540, "Szkolenie");
  take (f, worker, next, TRUE, (Expected) { .n_changed = 1, .n_same = 1, .n_removed = 1 });
  g_assert_cmpint (count (f, "visit"), ==, 3);
  take (f, worker, next, FALSE, (Expected) { .n_changed = 1, .n_same = 1, .n_removed = 1 });
  visit = load_first (f);
  g_assert_cmpint (asy_visit_get_start_minute (visit), ==, 600);
  g_assert_cmpint (count (f, "visit"), ==, 2);
  take (f, worker, next, FALSE, (Expected) { .n_same = 2 });
  /* It comes back when the source has it again. */
  take (f, worker, first, FALSE, (Expected) { .n_changed = 1, .n_same = 1, .n_added = 1 });
}

/* What the office did to an entry stays. */
static void
test_the_office_has_the_last_word (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (GPtrArray) first = new_entries ();
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_calendar_entry_free);
  g_autoptr (AsyVisit) visit = NULL;
  g_autoptr (GError) error = NULL;

  take (f, worker, first, FALSE, (Expected) { .n_added = 3 });
  visit = load_first (f);
  g_assert_true (asy_visit_move (f->session, visit, 0, TODAY + 5, 660, 60, &error));
  take (f, worker, first, FALSE, (Expected) { .n_same = 3 });
  add (next, "a", "", TODAY + 1, 600, "Zebranie");
  add (next, "s", "2026-03-26T09:00", TODAY + 2, 540, "Szkolenie");
  add (next, "s", "2026-03-27T09:00", TODAY + 3, 540, "Szkolenie");
  take (f, worker, next, FALSE, (Expected) { .n_kept = 1, .n_same = 2 });
  g_assert_true (asy_visit_delete (f->session, visit, &error));
  take (f, worker, next, FALSE, (Expected) { .n_skipped = 1, .n_same = 2 });
  g_assert_cmpint (count (f, "visit"), ==, 2);
}

static void
test_left_out (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_calendar_entry_free);
  g_autoptr (AsyWorker) worker = NULL;
  g_autoptr (AsyVisit) visit = NULL;
  g_autofree char *own = NULL;
  g_autoptr (GError) error = NULL;

  worker = asy_repo_load (f->session, ASY_TYPE_WORKER, worker_id, &error);
  asy_worker_set_employed_until (worker, TODAY + 2);
  g_assert_true (asy_repo_save (f->session, worker, &error));
  add (entries, "a", "", TODAY + 1, 540, "Zebranie");
  add (entries, "b", "", TODAY + 3, 540, "Po odejściu");
  take (f, worker_id, entries, FALSE, (Expected) { .n_added = 1, .n_skipped = 1 });
  g_assert_cmpint (((AsyCalendarEntry *) g_ptr_array_index (entries, 1))->verdict, ==, ASY_CALENDAR_UNAVAILABLE);
  /* The calendar that the register itself wrote. */
  visit = load_first (f);
  own = g_strconcat (asy_record_get_uid (ASY_RECORD (visit)), ASY_CALENDAR_UID_SUFFIX, NULL);
  g_ptr_array_set_size (entries, 0);
  add (entries, own, "", TODAY + 1, 540, "Zajęte");
  add (entries, "obce" ASY_CALENDAR_UID_SUFFIX, "", TODAY + 1, 600, "Zajęte");
  take (f, worker_id, entries, FALSE, (Expected) { .n_added = 1, .n_skipped = 1 });
  g_assert_cmpint (((AsyCalendarEntry *) g_ptr_array_index (entries, 0))->verdict, ==, ASY_CALENDAR_OWN);
}

static void
test_one_entry_in_the_audit (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  const gint64 before = count (f, "audit");
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autofree char *changes = NULL;
  gint64 n_entries, broken;
  g_autoptr (GError) error = NULL;

  take (f, worker, entries, TRUE, (Expected) { .n_added = 3 });
  g_assert_cmpint (count (f, "audit"), ==, before);
  take (f, worker, entries, FALSE, (Expected) { .n_added = 3 });
  g_assert_cmpint (count (f, "audit"), ==, before + 1);
  g_assert_true (asy_audit_verify (f->session, &n_entries, &broken, &error));
  g_assert_cmpint (broken, ==, 0);
  changes = store_fixture_query_text (f, "SELECT changes FROM audit ORDER BY id DESC LIMIT 1");
  g_assert_cmpstr (changes, ==,
                   "{\"file\":[null,\"praca.ics\"],\"sha256\":[null,\"0123\"],\"added\":[null,3],\"changed\":[null,0],\"removed\":[null,0]}");
}

/* A leave takes the day, and is no work. */
static void
test_a_whole_day (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (GPtrArray) entries = new_entries ();
  AsyCalendarEntry *leave = g_ptr_array_index (entries, 2);
  g_autoptr (AsyWeek) week = NULL;
  g_autoptr (GError) error = NULL;

  leave->start_minute = 0;
  leave->minutes = 24 * 60;
  take (f, worker, entries, FALSE, (Expected) { .n_added = 3 });
  week = asy_week_load (f->session, worker, asy_day_get_monday (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (week->entries->len, ==, 3);
  g_assert_cmpint (week->minutes, ==, 120);
  g_assert_cmpint (week->planned, ==, 0);
}

static void
test_no_such_assistant (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  const AsyCalendarImport import = { 77, entries, uids, TODAY, TODAY + 366, "praca.ics", "0123" };
  g_autoptr (GError) error = NULL;
  AsyCalendarCounts counts;

  g_assert_false (asy_calendar_import (f->session, &import, FALSE, &counts, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/calendar-import/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("entries-are-work", test_entries_are_work);
  ADD ("the-same-calendar-adds-none", test_the_same_calendar_adds_none);
  ADD ("news-of-the-source", test_news_of_the_source);
  ADD ("the-office-has-the-last-word", test_the_office_has_the_last_word);
  ADD ("left-out", test_left_out);
  ADD ("one-entry-in-the-audit", test_one_entry_in_the_audit);
  ADD ("a-whole-day", test_a_whole_day);
  ADD ("no-such-assistant", test_no_such_assistant);
#undef ADD

  return g_test_run ();
}
