/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law/asy-rules.h"
#include <string.h>

#include "store-fixture.h"
#include "store/asy-due.h"
#include "store/asy-letters.h"
#include "store/asy-repo.h"
#include "store/asy-reviews.h"
#include "store/asy-visits.h"

typedef struct {
  StoreFixture store;
  gint64 ewa;
  gint64 family_id;
  gint64 case_id;
  gint64 lena;
} Fixture;

static void
save (Fixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;

  asy_repo_save (f->store.session, record, &error);
  g_assert_no_error (error);
}

static void
add_visit (Fixture *f, const char *day, AsyVisitState state, const char *duty, gboolean sees_lena)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);

  asy_visit_set_worker_id (visit, f->ewa);
  asy_visit_set_family_id (visit, f->family_id);
  asy_visit_set_day (visit, store_fixture_day (day));
  asy_visit_set_start_minute (visit, 600);
  asy_visit_set_minutes (visit, 90);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_state (visit, state);
  if (state == ASY_VISIT_STATE_MISSED)
    asy_visit_set_missed_reason (visit, "absent");
  if (duty != NULL)
    g_ptr_array_add (file->duties, g_strdup (duty));
  if (sees_lena)
    asy_visit_file_add_person (file, f->lena, TRUE, TRUE);
  asy_visit_record (f->store.session, file, &error);
  g_assert_no_error (error);
}

static void
add_plan (Fixture *f)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  g_autoptr (AsyGoal) goal = asy_goal_new ();
  g_autoptr (AsyTask) task = asy_task_new ();

  asy_plan_set_case_file_id (plan, f->case_id);
  asy_plan_set_number (plan, 1);
  asy_plan_set_version (plan, 1);
  asy_plan_set_agreed_on (plan, asy_day_new (2025, 10, 20));
  save (f, plan);
  asy_goal_set_plan_id (goal, asy_record_get_id (ASY_RECORD (plan)));
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, "Regularna nauka");
  asy_goal_set_status (goal, ASY_GOAL_STATUS_PARTLY);
  save (f, goal);
  asy_task_set_goal_id (task, asy_record_get_id (ASY_RECORD (goal)));
  asy_task_set_what (task, "rozmowa z wychowawcą");
  asy_task_set_status (task, ASY_TASK_STATUS_DONE);
  asy_task_set_done_on (task, asy_day_new (2026, 2, 12));
  save (f, task);
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  StoreFixture *s = &f->store;

  store_fixture_set_up (s, NULL);
  store_fixture_add_office (s);
  f->ewa = store_fixture_add_worker (s, "Ewa", "Zmyślona");
  f->family_id = store_fixture_add_family (s, "Malinowscy");
  f->case_id = store_fixture_add_case (s, f->family_id, "2025-09-15");
  store_fixture_add_person (s, f->family_id, "Beata", "Malinowska", "mother", "1991-05-02");
  f->lena = store_fixture_add_person (s, f->family_id, "Lena", "Malinowska", "daughter", "2017-08-11");
  store_fixture_add_person (s, f->family_id, "Kacper", "Malinowski", "son", "2008-02-28");
  store_fixture_add_assignment (s, f->case_id, f->ewa, "2025-10-01");
  add_plan (f);
  add_visit (f, "2026-01-13", ASY_VISIT_STATE_HELD, NULL, TRUE);
  add_visit (f, "2026-02-10", ASY_VISIT_STATE_HELD, "2", TRUE);
  add_visit (f, "2026-02-17", ASY_VISIT_STATE_MISSED, NULL, FALSE);
  add_visit (f, "2026-03-10", ASY_VISIT_STATE_HELD, NULL, FALSE);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

static AsyReview *
begin (Fixture *f, AsyReviewKind kind, gint64 about_id)
{
  g_autoptr (GError) error = NULL;
  AsyReview *review = asy_review_begin (f->store.session, kind, about_id, &error);

  g_assert_no_error (error);
  return review;
}

static void
assert_period (AsyReview *review, const char *from, const char *until)
{
  g_assert_cmpuint (asy_review_get_from_day (review), ==, store_fixture_day (from));
  g_assert_cmpuint (asy_review_get_until_day (review), ==, store_fixture_day (until));
}

/* The last month that is over; whoever came of age within it counts no more at its end. */
static void
test_a_month_of_a_family (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyReview) review = begin (f, ASY_REVIEW_KIND_FAMILY_MONTH, f->case_id);

  assert_period (review, "2026-02-01", "2026-02-28");
  g_assert_cmpint (asy_review_get_worker_id (review), ==, f->ewa);
  g_assert_cmpint (asy_review_get_children (review), ==, 1);
  g_assert_cmpint (asy_review_get_children_seen (review), ==, 1);
  g_assert_cmpint (asy_review_get_visits_held (review), ==, 1);
  g_assert_cmpint (asy_review_get_visits_missed (review), ==, 1);
  g_assert_cmpint (asy_review_get_visit_minutes (review), ==, 90);
  g_assert_nonnull (strstr (asy_review_get_tasks (review), "rozmowa z wychowawcą"));
  g_assert_cmpstr (asy_review_get_goals (review), ==, "– Regularna nauka: częściowo");
  g_assert_nonnull (asy_review_get_work (review));
}

static void
test_a_quarter_of_a_family (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyReview) review = begin (f, ASY_REVIEW_KIND_FAMILY_QUARTER, f->case_id);

  assert_period (review, "2025-10-01", "2025-12-31");
  g_assert_cmpint (asy_review_get_visits_held (review), ==, 0);
  g_assert_cmpint (asy_review_get_children (review), ==, 2);
  g_assert_cmpint (asy_review_get_children_seen (review), ==, 0);
}

/* Families at the beginning and at the end: who came, who ended, also on the last day; who left and came back is no new one. */
static void
test_a_month_of_an_assistant (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *name;
    const char *from;
    const char *until;
  } cases[] = {
    { "Byli", "2025-11-01", "2026-01-31" },  /* ended the day before */
    { "Koniec", "2025-11-01", "2026-02-28" }, /* ended on the last day */
    { "Nowi", "2026-02-01", NULL },
    { "Krótko", "2026-02-03", "2026-02-20" },
    { "Będą", "2026-03-01", NULL },
  };
  g_autoptr (AsyReview) review = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 case_id = store_fixture_add_case (&f->store, store_fixture_add_family (&f->store, cases[i].name), "2025-10-01");
      g_autoptr (AsyAssignment) assignment = asy_assignment_new ();

      asy_assignment_set_case_file_id (assignment, case_id);
      asy_assignment_set_worker_id (assignment, f->ewa);
      asy_assignment_set_from_day (assignment, store_fixture_day (cases[i].from));
      if (cases[i].until != NULL)
        asy_assignment_set_until_day (assignment, store_fixture_day (cases[i].until));
      save (f, assignment);
    }
  review = begin (f, ASY_REVIEW_KIND_WORKER_MONTH, f->ewa);
  assert_period (review, "2026-02-01", "2026-02-28");
  g_assert_cmpint (asy_review_get_case_file_id (review), ==, 0);
  g_assert_cmpint (asy_review_get_families_before (review), ==, 2);
  g_assert_cmpint (asy_review_get_families_new (review), ==, 2);
  g_assert_cmpint (asy_review_get_families_ended (review), ==, 2);
  g_assert_cmpint (asy_review_get_families_after (review), ==, 2);
  g_assert_cmpint (asy_review_get_children (review), ==, 1);
  g_assert_cmpint (asy_review_get_children_seen (review), ==, 1);
  g_assert_cmpint (asy_review_get_visits_held (review), ==, 1);
  g_assert_cmpstr (asy_review_get_work (review), ==, "Malinowscy: wizyty odbyte 1, nieodbyte 1");
}

/* A draft is taken up again; a finished one never changes, and the running month comes next. */
static void
test_a_finished_one_is_frozen (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyReview) review = begin (f, ASY_REVIEW_KIND_FAMILY_MONTH, f->case_id);
  g_autoptr (AsyReview) again = NULL;
  g_autoptr (AsyReview) next = NULL;
  g_autoptr (GPtrArray) list = NULL;

  asy_review_set_difficulties (review, "mało czasu");
  g_assert_true (asy_review_save (f->store.session, review, &error));
  again = begin (f, ASY_REVIEW_KIND_FAMILY_MONTH, f->case_id);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (again)), ==, asy_record_get_id (ASY_RECORD (review)));
  g_assert_cmpstr (asy_review_get_difficulties (again), ==, "mało czasu");
  g_assert_true (asy_review_finish (f->store.session, again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (asy_review_get_made_on (again), ==, STORE_FIXTURE_TODAY);
  asy_review_set_difficulties (again, "inne");
  g_assert_false (asy_review_save (f->store.session, again, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (asy_review_finish (f->store.session, again, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (asy_review_discard (f->store.session, again, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_FROZEN);
  g_clear_error (&error);
  next = begin (f, ASY_REVIEW_KIND_FAMILY_MONTH, f->case_id);
  assert_period (next, "2026-03-01", "2026-03-31");
  g_assert_false (asy_review_finish (f->store.session, next, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (asy_review_save (f->store.session, next, &error));
  list = asy_reviews_list_for_case (f->store.session, f->case_id, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (asy_review_discard (f->store.session, next, &error));
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE kind = 'review'"), ==, 4);
}

static void
test_only_whole_periods (Fixture *f, gconstpointer user_data)
{
  static const struct {
    AsyReviewKind kind;
    const char *from;
    const char *until;
    int code;
  } cases[] = {
    { ASY_REVIEW_KIND_FAMILY_QUARTER, "2025-10-01", "2025-12-31", -1 },
    { ASY_REVIEW_KIND_FAMILY_QUARTER, "2025-10-01", "2025-10-31", ASY_STORE_ERROR_INVALID },
    { ASY_REVIEW_KIND_FAMILY_QUARTER, "2025-11-01", "2026-01-31", ASY_STORE_ERROR_INVALID },
    { ASY_REVIEW_KIND_FAMILY_MONTH, "2026-02-02", "2026-02-28", ASY_STORE_ERROR_INVALID },
    { ASY_REVIEW_KIND_FAMILY_MONTH, "2025-10-01", "2025-10-31", -1 },
    { ASY_REVIEW_KIND_FAMILY_QUARTER, "2025-10-01", "2025-12-31", ASY_STORE_ERROR_OVERLAP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyReview) review = asy_review_new ();
      gboolean ok;

      asy_review_set_kind (review, (int) cases[i].kind);
      asy_review_set_case_file_id (review, f->case_id);
      asy_review_set_from_day (review, store_fixture_day (cases[i].from));
      asy_review_set_until_day (review, store_fixture_day (cases[i].until));
      ok = asy_review_save (f->store.session, review, &error);
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, ASY_STORE_ERROR, cases[i].code);
      g_assert_true (ok == (cases[i].code < 0));
    }
}

static guint
count_due (Fixture *f, AsyDeadlineKind kind, gint64 *ret_family_id, gint64 *ret_worker_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = asy_due_list (f->store.session, asy_rules_get_default (), STORE_FIXTURE_TODAY, STORE_FIXTURE_TODAY + 30, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      const AsyDueEntry *entry = due->pdata[i];

      if (entry->deadline.kind != kind)
        continue;
      n++;
      *ret_family_id = entry->family_id;
      *ret_worker_id = entry->worker_id;
    }
  return n;
}

/* Nothing is due that the office did not switch on, and nothing that is made. */
static void
test_due_when_switched_on (Fixture *f, gconstpointer user_data)
{
  static const struct {
    AsyReviewKind kind;
    AsyDeadlineKind due;
    guint office_field;
  } cases[] = {
    { ASY_REVIEW_KIND_FAMILY_QUARTER, ASY_DEADLINE_QUARTER_REVIEW, ASY_OFFICE_QUARTERLY_REVIEWS },
    { ASY_REVIEW_KIND_FAMILY_MONTH, ASY_DEADLINE_MONTH_REVIEW, ASY_OFFICE_MONTHLY_REVIEWS },
    { ASY_REVIEW_KIND_WORKER_MONTH, ASY_DEADLINE_MONTH_REPORT, ASY_OFFICE_MONTHLY_REPORTS },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyOffice) office = asy_repo_load (f->store.session, ASY_TYPE_OFFICE, 1, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gboolean of_worker = cases[i].kind == ASY_REVIEW_KIND_WORKER_MONTH;
      g_autoptr (AsyReview) review = begin (f, cases[i].kind, of_worker ? f->ewa : f->case_id);
      gint64 family_id = -1, worker_id = -1;

      g_assert_cmpuint (count_due (f, cases[i].due, &family_id, &worker_id), ==, 0);
      asy_record_set_int (ASY_RECORD (office), cases[i].office_field, TRUE);
      save (f, office);
      g_assert_cmpuint (count_due (f, cases[i].due, &family_id, &worker_id), ==, 1);
      g_assert_cmpint (family_id, ==, of_worker ? 0 : f->family_id);
      g_assert_cmpint (worker_id, ==, f->ewa);
      g_assert_true (asy_review_save (f->store.session, review, &error));
      g_assert_cmpuint (count_due (f, cases[i].due, &family_id, &worker_id), ==, 1);
      g_assert_true (asy_review_finish (f->store.session, review, &error));
      g_assert_cmpuint (count_due (f, cases[i].due, &family_id, &worker_id), ==, 0);
    }
}

/* Only a finished one becomes a paper, and only of its own kind; the report of an assistant names no family. */
static void
test_papers (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyReview) quarter = begin (f, ASY_REVIEW_KIND_FAMILY_QUARTER, f->case_id);
  g_autoptr (AsyReview) month = begin (f, ASY_REVIEW_KIND_WORKER_MONTH, f->ewa);
  g_autoptr (AsyLetterFile) paper = NULL;
  g_autoptr (AsyLetterFile) report = NULL;
  AsySession *session = f->store.session;

  g_assert_true (asy_review_save (session, quarter, &error));
  g_assert_null (asy_letter_draft_of (session, ASY_LETTER_KIND_REVIEW, asy_record_get_id (ASY_RECORD (quarter)), &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
  g_clear_error (&error);
  g_assert_true (asy_review_finish (session, quarter, &error));
  g_assert_true (asy_review_finish (session, month, &error));
  g_assert_null (asy_letter_draft_of (session, ASY_LETTER_KIND_MONTH_REPORT, asy_record_get_id (ASY_RECORD (quarter)), &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
  g_clear_error (&error);
  paper = asy_letter_draft_of (session, ASY_LETTER_KIND_REVIEW, asy_record_get_id (ASY_RECORD (quarter)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_letter_get_title (paper->letter), ==, "Kwartalny przegląd sytuacji rodziny, IV kwartał 2025");
  g_assert_cmpint (asy_letter_get_family_id (paper->letter), ==, f->family_id);
  report = asy_letter_draft_of (session, ASY_LETTER_KIND_MONTH_REPORT, asy_record_get_id (ASY_RECORD (month)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_letter_get_title (report->letter), ==, "Miesięczne sprawozdanie asystenta rodziny, luty 2026");
  g_assert_cmpint (asy_letter_get_family_id (report->letter), ==, 0);
  g_assert_cmpint (asy_letter_get_worker_id (report->letter), ==, f->ewa);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/reviews/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-month-of-a-family", test_a_month_of_a_family);
  ADD ("a-quarter-of-a-family", test_a_quarter_of_a_family);
  ADD ("a-month-of-an-assistant", test_a_month_of_an_assistant);
  ADD ("a-finished-one-is-frozen", test_a_finished_one_is_frozen);
  ADD ("only-whole-periods", test_only_whole_periods);
  ADD ("papers", test_papers);
  ADD ("due-when-switched-on", test_due_when_switched_on);
#undef ADD
  return g_test_run ();
}
