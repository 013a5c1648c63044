/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "law/asy-board-clash.h"
#include "store-fixture.h"
#include "store/asy-boards.h"
#include "store/asy-visits.h"
#include "store/asy-warnings.h"
#include "store/asy-work-time.h"

typedef struct {
  StoreFixture store;
  gint64 ewa;
  gint64 marek;
  gint64 family_id;             /* Malinowscy, at work with Ewa */
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  gint64 case_id;

  store_fixture_set_up (&f->store, NULL);
  f->ewa = store_fixture_add_worker (&f->store, "Ewa", "Zmyślona");
  f->marek = store_fixture_add_worker (&f->store, "Marek", "Wzorcowy");
  f->family_id = store_fixture_add_family (&f->store, "Malinowscy");
  case_id = store_fixture_add_case (&f->store, f->family_id, "2025-09-15");
  store_fixture_add_assignment (&f->store, case_id, f->ewa, "2025-10-01");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

static gint64
plan (Fixture *f, gint64 worker_id, gint64 family_id, const char *day, int start, int minutes, const char *note)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  g_autoptr (GError) error = NULL;

  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_family_id (visit, family_id);
  asy_visit_set_day (visit, store_fixture_day (day));
  asy_visit_set_start_minute (visit, start);
  asy_visit_set_minutes (visit, minutes);
  asy_visit_set_kind (visit, family_id != 0 ? "home" : "paperwork");
  asy_visit_set_clash_note (visit, note);
  asy_visit_plan (f->store.session, visit, &error);
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (visit));
}

static AsyBoard *
load (Fixture *f, const char *first, guint n_days)
{
  g_autoptr (GError) error = NULL;
  AsyBoard *board = asy_board_load (f->store.session, store_fixture_day (first), n_days, &error);

  g_assert_no_error (error);
  return board;
}

static void
test_lanes (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyBoard) board = NULL;
  const AsyBoardLane *ewa, *marek;
  const AsyBoardVisit *visit;
  const gint64 id = plan (f, f->ewa, f->family_id, "2026-03-26", 600, 90, "pilne");
  guint n;
  int minutes;

  (void) plan (f, f->ewa, 0, "2026-03-26", 480, 60, NULL);
  (void) plan (f, f->marek, 0, "2026-03-22", 480, 30, NULL);
  (void) plan (f, f->marek, 0, "2026-03-21", 480, 30, NULL);
  (void) plan (f, f->marek, 0, "2026-03-30", 480, 30, NULL);
  (void) plan (f, f->marek, 0, "2026-03-31", 480, 30, NULL);
  store_fixture_reopen (&f->store);
  board = load (f, "2026-03-23", 7);
  /* The day before the first and after the last are there too. */
  g_assert_cmpuint (board->lanes->len, ==, 2);
  g_assert_cmpuint (board->visits->len, ==, 4);
  ewa = board->lanes->pdata[0];
  marek = board->lanes->pdata[1];
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (marek->worker)), ==, f->marek);
  g_assert_cmpuint (marek->visits->len, ==, 2);
  g_assert_cmpint (marek->families, ==, 0);
  g_assert_cmpint (ewa->families, ==, 1);
  g_assert_cmpint (ewa->limit, ==, 15);
  g_assert_null (ewa->time);
  visit = ewa->visits->pdata[1];
  g_assert_cmpint (visit->id, ==, id);
  g_assert_cmpstr (visit->family_name, ==, "Malinowscy");
  g_assert_cmpstr (visit->kind, ==, "home");
  g_assert_cmpint (visit->start, ==, 600);
  g_assert_true (visit->is_explained);
  g_assert_false (visit->in_twos);
  g_assert_null (((AsyBoardVisit *) ewa->visits->pdata[0])->family_name);
  asy_board_lane_sum (ewa, store_fixture_day ("2026-03-26"), &n, &minutes);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (minutes, ==, 150);
  asy_board_lane_sum (ewa, store_fixture_day ("2026-03-25"), &n, &minutes);
  g_assert_cmpuint (n, ==, 0);
}

/* A family that is visited in twos makes the visit one in twos on the days that the warning holds. */
static void
test_in_twos (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyFamilyWarning) warning = asy_family_warning_new ();
  g_autoptr (AsyBoard) board = NULL;
  g_autoptr (GError) error = NULL;

  asy_family_warning_set_family_id (warning, f->family_id);
  asy_family_warning_set_kind (warning, ASY_WARNING_KIND_TWO_PERSON);
  asy_family_warning_set_reason (warning, "agresja");
  asy_family_warning_set_from_day (warning, store_fixture_day ("2026-03-26"));
  g_assert_true (asy_family_warning_save (f->store.session, warning, &error));
  (void) plan (f, f->ewa, f->family_id, "2026-03-25", 600, 90, NULL);
  (void) plan (f, f->ewa, f->family_id, "2026-03-26", 600, 90, NULL);
  board = load (f, "2026-03-25", 2);
  g_assert_false (((AsyBoardVisit *) board->visits->pdata[0])->in_twos);
  g_assert_true (((AsyBoardVisit *) board->visits->pdata[1])->in_twos);
}

static void
test_clashes (Fixture *f, gconstpointer user_data)
{
  const gint64 visit_id = plan (f, f->ewa, f->family_id, "2026-03-26", 600, 60, NULL);
  const gint64 other_id = plan (f, f->marek, f->family_id, "2026-03-25", 600, 60, NULL);
  const gint64 late_id = plan (f, f->marek, 0, "2026-03-29", 1200, 120, NULL);
  const struct {
    const char *what;
    guint lane;
    const char *day;
    int start;
    AsyClashKind kind;
    gint64 other_id;
  } rows[] = {
    { "where it is", 0, "2026-03-26", 600, ASY_CLASH_NONE, 0 },
    { "to the family while Marek is there", 0, "2026-03-25", 630, ASY_CLASH_FAMILY, other_id },
    { "when Marek has left", 0, "2026-03-25", 660, ASY_CLASH_NONE, 0 },
    { "to Marek, who is there himself", 1, "2026-03-25", 630, ASY_CLASH_OVERLAP, other_id },
    { "to Marek on his leave", 1, "2026-03-27", 600, ASY_CLASH_ABSENCE, 0 },
    { "to Marek after a late evening", 1, "2026-03-30", 480, ASY_CLASH_REST, late_id },
    { "to a Sunday", 0, "2026-03-29", 600, ASY_CLASH_DAY_OFF, 0 },
  };
  g_autoptr (AsyAbsence) leave = asy_absence_new ();
  g_autoptr (GError) error = NULL;

  asy_absence_set_worker_id (leave, f->marek);
  asy_absence_set_from_day (leave, store_fixture_day ("2026-03-27"));
  asy_absence_set_until_day (leave, store_fixture_day ("2026-03-27"));
  g_assert_true (asy_absence_save (f->store.session, leave, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyBoard) board = asy_board_load (f->store.session, store_fixture_day ("2026-03-23"), 8, &error);
      const AsyClash clash = asy_board_find_clash (board, asy_board_find_visit (board, visit_id), board->lanes->pdata[rows[i].lane],
                                                   store_fixture_day (rows[i].day), rows[i].start);

      g_test_message ("%s", rows[i].what);
      g_assert_cmpint (clash.kind, ==, rows[i].kind);
      g_assert_cmpint (clash.other_id, ==, rows[i].other_id);
    }
}

static void
test_month (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *day;
    guint n;
    int minutes;
  } all[] = { { "2026-03-02", 2, 90 }, { "2026-03-31", 1, 60 } };
  g_autoptr (GArray) team = NULL, own = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *how = NULL;

  (void) plan (f, f->ewa, 0, "2026-03-02", 480, 60, NULL);
  (void) plan (f, f->marek, 0, "2026-03-02", 480, 30, NULL);
  (void) plan (f, f->ewa, f->family_id, "2026-03-31", 480, 60, NULL);
  (void) plan (f, f->ewa, 0, "2026-04-01", 480, 60, NULL);
  team = asy_board_count_days (f->store.session, 0, store_fixture_day ("2026-03-01"), store_fixture_day ("2026-03-31"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (team->len, ==, G_N_ELEMENTS (all));
  for (guint i = 0; i < team->len; i++)
    {
      const AsyDayLoad *day = &g_array_index (team, AsyDayLoad, i);

      g_assert_cmpuint (day->day, ==, store_fixture_day (all[i].day));
      g_assert_cmpuint (day->n, ==, all[i].n);
      g_assert_cmpint (day->minutes, ==, all[i].minutes);
    }
  own = asy_board_count_days (f->store.session, f->marek, store_fixture_day ("2026-03-01"), store_fixture_day ("2026-03-31"), &error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (g_array_index (own, AsyDayLoad, 0).minutes, ==, 30);
  /* Of the whole team the index alone is read. */
  how = store_fixture_explain (&f->store, "SELECT day, count(*), sum(CASE WHEN minutes < 1440 THEN minutes ELSE 0 END) FROM visit"
                                          " WHERE day BETWEEN '2026-03-01' AND '2026-03-31' AND state IN ('planned', 'held') GROUP BY day");
  g_assert_nonnull (strstr (how, "COVERING INDEX visit_day"));
}

#define ADD(path, func) g_test_add ("/boards/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lanes", test_lanes);
  ADD ("in-twos", test_in_twos);
  ADD ("clashes", test_clashes);
  ADD ("month", test_month);
  return g_test_run ();
}
