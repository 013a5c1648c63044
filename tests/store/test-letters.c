/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store-fixture.h"
#include "store/asy-assessments.h"
#include "store/asy-audit.h"
#include "store/asy-due.h"
#include "store/asy-letters.h"
#include "store/asy-repo.h"
#include "store/asy-requests.h"
#include "store/asy-search.h"

typedef struct {
  StoreFixture store;
  gint64 ewa;
  gint64 family_id;
  gint64 case_id;
  gint64 court_id;
  AsyCourtRequest *request;
} Fixture;

static AsyCourtRequest *
make_request (Fixture *f, const char *signature)
{
  AsyCourtRequest *request = asy_court_request_new ();

  asy_court_request_set_case_file_id (request, f->case_id);
  asy_court_request_set_court_id (request, f->court_id);
  asy_court_request_set_signature (request, signature);
  asy_court_request_set_letter_on (request, asy_day_new (2026, 3, 12));
  asy_court_request_set_received_on (request, asy_day_new (2026, 3, 16));
  asy_court_request_set_due_on (request, asy_day_new (2026, 3, 30));
  asy_court_request_set_questions (request, "Jakie są warunki wychowawcze?");
  return request;
}

static AsyCourtRequest *
add_request (Fixture *f, const char *signature)
{
  g_autoptr (GError) error = NULL;
  AsyCourtRequest *request = make_request (f, signature);

  asy_court_request_save (f->store.session, request, &error);
  g_assert_no_error (error);
  return request;
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  StoreFixture *s = &f->store;

  store_fixture_set_up (s, NULL);
  store_fixture_add_office (s);
  f->ewa = store_fixture_add_worker (s, "Ewa", "Zmyślona");
  f->family_id = store_fixture_add_family (s, "Malinowscy");
  store_fixture_add_person (s, f->family_id, "Beata", "Malinowska", "mother", "1991-05-02");
  f->case_id = store_fixture_add_case (s, f->family_id, "2025-09-15");
  store_fixture_add_assignment (s, f->case_id, f->ewa, "2025-10-01");
  f->court_id = store_fixture_add_court (s, "Sąd Rejonowy we Wrocławiu");
  f->request = add_request (f, "III Nsm 128/26");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  g_assert_finalize_object (f->request);
  store_fixture_tear_down (&f->store, NULL);
}

static AsyLetterFile *
draft_for (Fixture *f, AsyCourtRequest *request)
{
  g_autoptr (GError) error = NULL;
  AsyLetterFile *file = asy_letter_draft_opinion (f->store.session, asy_record_get_id (ASY_RECORD (request)), &error);

  g_assert_no_error (error);
  return file;
}

/* Stands for the painter: a file that says what it was given. */
static gboolean
render (AsyLetterFile *file, gpointer user_data, AsyLetterPaper *ret_paper, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%%PDF-1.7 %s %s %s %s", asy_letter_get_mark (file->letter),
                                           asy_letter_get_audit_head (file->letter), file->court != NULL ? asy_court_get_name (file->court) : "",
                                           asy_letter_get_issued_at (file->letter));

  ret_paper->pdf = g_bytes_new (text, strlen (text));
  ret_paper->data = g_strdup ("<data/>");
  ret_paper->template_id = g_strdup ("opinion");
  ret_paper->template_version = 7;
  return TRUE;
}

static gboolean
render_nothing (AsyLetterFile *file, gpointer user_data, AsyLetterPaper *ret_paper, GError **error)
{
  ret_paper->data = g_strdup ("<data/>");
  return TRUE;
}

static gboolean
fail_to_render (AsyLetterFile *file, gpointer user_data, AsyLetterPaper *ret_paper, GError **error)
{
  g_assert_cmpint (asy_letter_get_seq (file->letter), ==, 1);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no room for the paper");
  return FALSE;
}

static void
issue (Fixture *f, AsyLetter *letter)
{
  g_autoptr (GError) error = NULL;

  asy_letter_issue (f->store.session, letter, render, NULL, &error);
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

/* Requests. */

static void
test_days_of_a_request_follow_one_another (Fixture *f, gconstpointer user_data)
{
  static const struct {
    guint field;
    int days;                   /* from today; 0: none */
    AsyStoreErrorCode code;
    const char *label;
  } rows[] = {
    { ASY_COURT_REQUEST_RECEIVED_ON, 1, ASY_STORE_ERROR_INVALID, "Received on" },
    { ASY_COURT_REQUEST_RECEIVED_ON, 0, ASY_STORE_ERROR_MISSING, "Received on" },
    { ASY_COURT_REQUEST_DUE_ON, -30, ASY_STORE_ERROR_INVALID, "Due on" },
    { ASY_COURT_REQUEST_DUE_ON, 0, ASY_STORE_ERROR_MISSING, "Due on" },
    { ASY_COURT_REQUEST_LETTER_ON, -1, ASY_STORE_ERROR_INVALID, "Letter of" },
    { ASY_COURT_REQUEST_ANSWERED_ON, 1, ASY_STORE_ERROR_INVALID, "Answered on" },
    { ASY_COURT_REQUEST_ANSWERED_ON, -30, ASY_STORE_ERROR_INVALID, "Answered on" },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyCourtRequest) request = make_request (f, "III Nsm 1/26");

      asy_record_set_int (ASY_RECORD (request), rows[i].field,
                          rows[i].days != 0 ? (gint64) STORE_FIXTURE_TODAY + rows[i].days : ASY_DAY_NONE);
      assert_refused (asy_court_request_save (f->store.session, request, &error), &error, rows[i].code, rows[i].label);
    }
}

static void
test_open_requests_by_urgency (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyCourtRequest) urgent = add_request (f, "III Nsm 2/26");
  g_autoptr (AsyCourtRequest) answered = add_request (f, "III Nsm 3/26");
  g_autoptr (AsyLetterFile) draft = draft_for (f, f->request);
  g_autoptr (GPtrArray) open = NULL;
  const AsyRequestEntry *entry;

  asy_court_request_set_due_on (urgent, asy_day_new (2026, 3, 25));
  g_assert_true (asy_court_request_save (f->store.session, urgent, &error));
  assert_refused (asy_court_request_mark_answered (f->store.session, answered, ASY_DAY_NONE, &error), &error,
                  ASY_STORE_ERROR_MISSING, "Answered on");
  g_assert_true (asy_court_request_mark_answered (f->store.session, answered, STORE_FIXTURE_TODAY, &error));
  g_assert_no_error (error);

  open = asy_court_requests_list_open (f->store.session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 2);
  entry = g_ptr_array_index (open, 0);
  g_assert_cmpstr (asy_court_request_get_signature (entry->request), ==, "III Nsm 2/26");
  g_assert_cmpint (entry->letter_id, ==, 0);
  g_assert_cmpstr (entry->family_name, ==, "Malinowscy");
  g_assert_cmpstr (entry->court_name, ==, "Sąd Rejonowy we Wrocławiu");
  g_assert_cmpstr (entry->worker_name, ==, "Ewa Zmyślona");
  entry = g_ptr_array_index (open, 1);
  g_assert_cmpint (entry->letter_id, ==, asy_record_get_id (ASY_RECORD (draft->letter)));
  g_assert_cmpint (entry->letter_state, ==, ASY_LETTER_STATE_DRAFT);
}

/* Drafts. */

static void
test_an_opinion_is_filled_from_the_register (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);
  g_autoptr (AsyLetterFile) again = draft_for (f, f->request);

  g_assert_cmpstr (asy_letter_get_title (file->letter), ==, "Opinia o rodzinie");
  g_assert_cmpuint (asy_letter_get_made_on (file->letter), ==, STORE_FIXTURE_TODAY);
  g_assert_cmpuint (file->sections->len, ==, g_strv_length ((char **) asy_opinion_section_keys));
  g_assert_cmpstr (asy_letter_section_get_key (g_ptr_array_index (file->sections, 0)), ==, ASY_SECTION_SOURCES);
  g_assert_cmpstr (asy_letter_section_get_body (asy_letter_file_find_section (file, ASY_SECTION_ANSWERS)), ==,
                   "1. Jakie są warunki wychowawcze?");
  g_assert_nonnull (g_strstr_len (asy_letter_section_get_body (asy_letter_file_find_section (file, ASY_SECTION_HISTORY)), -1,
                                  "Ewa Zmyślona"));
  g_assert_cmpint (asy_letter_file_count_unreviewed (file), ==, (int) file->sections->len);
  g_assert_cmpstr (asy_court_get_name (file->court), ==, "Sąd Rejonowy we Wrocławiu");
  g_assert_cmpstr (asy_family_get_name (file->family), ==, "Malinowscy");
  g_assert_cmpstr (asy_worker_get_family_name (file->author), ==, "Zmyślona");
  /* The same draft, not a second one. */
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (again->letter)), ==, asy_record_get_id (ASY_RECORD (file->letter)));
}

static void
test_an_older_case_is_not_told_by_the_newest (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyLetterFile) file = NULL;

  store_fixture_add_case (&f->store, f->family_id, "2026-03-01");
  file = draft_for (f, f->request);
  g_assert_cmpint (asy_letter_get_case_file_id (file->letter), ==, f->case_id);
  g_assert_null (asy_letter_section_get_body (asy_letter_file_find_section (file, ASY_SECTION_HISTORY)));
}

static void
test_sections_are_saved_by_their_revisions (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);
  g_autoptr (AsyLetterFile) other = draft_for (f, f->request);
  g_autoptr (AsyLetterFile) fresh = NULL;
  AsyLetterSection *mine = asy_letter_file_find_section (file, ASY_SECTION_LIVING);
  AsyLetterSection *theirs = asy_letter_file_find_section (other, ASY_SECTION_LIVING);
  AsyLetterSection *elsewhere = asy_letter_file_find_section (other, ASY_SECTION_HEALTH);

  asy_letter_section_set_body (mine, "Mieszkanie dwupokojowe, czyste.");
  asy_letter_section_set_reviewed (mine, TRUE);
  g_assert_true (asy_letter_save (f->store.session, file->letter, file->sections, &error));
  g_assert_no_error (error);
  g_assert_cmpint (asy_record_get_revision (ASY_RECORD (mine)), ==, 2);

  asy_letter_section_set_body (theirs, "Inaczej");
  asy_letter_section_set_body (elsewhere, "Zdrowe.");
  assert_refused (asy_letter_save (f->store.session, other->letter, other->sections, &error), &error, ASY_STORE_ERROR_CONFLICT,
                  NULL);
  g_assert_cmpint (asy_record_get_revision (ASY_RECORD (elsewhere)), ==, 1);
  store_fixture_reopen (&f->store);
  fresh = asy_letter_file_load (f->store.session, asy_record_get_id (ASY_RECORD (file->letter)), &error);
  g_assert_cmpstr (asy_letter_section_get_body (asy_letter_file_find_section (fresh, ASY_SECTION_LIVING)), ==,
                   "Mieszkanie dwupokojowe, czyste.");
  g_assert_null (asy_letter_section_get_body (asy_letter_file_find_section (fresh, ASY_SECTION_HEALTH)));
}

static void
test_a_draft_cannot_claim_to_be_issued (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);

  asy_letter_set_state (file->letter, ASY_LETTER_STATE_SIGNED);
  assert_refused (asy_letter_save (f->store.session, file->letter, NULL, &error), &error, ASY_STORE_ERROR_INVALID, "State");
  asy_letter_set_state (file->letter, ASY_LETTER_STATE_DRAFT);
  asy_letter_set_year (file->letter, 2026);
  asy_letter_set_seq (file->letter, 99);
  assert_refused (asy_letter_save (f->store.session, file->letter, NULL, &error), &error, ASY_STORE_ERROR_INVALID, "State");
}

static void
test_a_draft_can_be_dropped (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);

  g_assert_true (asy_letter_discard (f->store.session, file->letter, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM letter"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM letter_section"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM search_doc WHERE kind = 'letter'"), ==, 0);
}

static AsyLetterFile *
begin (Fixture *f, const char *kind)
{
  g_autoptr (GError) error = NULL;
  AsyLetterFile *file = asy_letter_draft_family (f->store.session, f->family_id, kind, &error);

  g_assert_no_error (error);
  return file;
}

/* What the fixture knows of is a case, an assignment and a letter of the court. */
static gboolean
tells_of_the_case (const char *kind)
{
  static const char *const others[] = { ASY_LETTER_KIND_PLAN, ASY_LETTER_KIND_ANNEX, ASY_LETTER_KIND_ASSIGNMENT, ASY_LETTER_KIND_DIAGNOSIS,
                                        ASY_LETTER_KIND_AUTHORISATION, ASY_LETTER_KIND_VISIT_CARD, ASY_LETTER_KIND_HANDOVER, ASY_LETTER_KIND_END_CARD,
                                        ASY_LETTER_KIND_MONITORING_CARD, NULL };

  return !g_strv_contains (others, kind);
}

static void
test_papers_begin_in_a_family (Fixture *f, gconstpointer user_data)
{
  for (guint i = 0; asy_family_letter_kinds[i] != NULL; i++)
    {
      const char *kind = asy_family_letter_kinds[i];
      g_autoptr (AsyLetterFile) file = NULL;
      g_autoptr (AsyLetterFile) again = NULL;
      g_autoptr (AsyLetterFile) next = NULL;

      if (!tells_of_the_case (kind))
        continue;
      g_test_message ("%s", kind);
      file = begin (f, kind);
      again = begin (f, kind);
      g_assert_cmpstr (asy_letter_get_kind (file->letter), ==, kind);
      g_assert_nonnull (asy_letter_get_title (file->letter));
      g_assert_cmpint (asy_letter_get_case_file_id (file->letter), ==, f->case_id);
      g_assert_cmpint (asy_letter_get_worker_id (file->letter), ==, f->ewa);
      g_assert_cmpstr (asy_family_get_name (file->family), ==, "Malinowscy");
      /* The one that is being written, not a second one; after it a new one. */
      g_assert_cmpint (asy_record_get_id (ASY_RECORD (again->letter)), ==, asy_record_get_id (ASY_RECORD (file->letter)));
      if (g_str_equal (kind, ASY_LETTER_KIND_COURT_REPLY))
        continue;
      issue (f, file->letter);
      next = begin (f, kind);
      g_assert_cmpint (asy_record_get_id (ASY_RECORD (next->letter)), !=, asy_record_get_id (ASY_RECORD (file->letter)));
    }
}

static void
test_a_reply_answers_the_court (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) reply = begin (f, ASY_LETTER_KIND_COURT_REPLY);
  g_autoptr (GPtrArray) open = NULL;

  g_assert_cmpint (asy_letter_get_court_request_id (reply->letter), ==, asy_record_get_id (ASY_RECORD (f->request)));
  g_assert_cmpstr (asy_court_get_name (reply->court), ==, "Sąd Rejonowy we Wrocławiu");
  issue (f, reply->letter);
  open = asy_court_requests_list_open (f->store.session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_null (asy_letter_draft_family (f->store.session, f->family_id, ASY_LETTER_KIND_COURT_REPLY, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
}

/* A court may ask after a family long after the work with it ended. */
static void
test_a_request_of_a_closed_case_is_due (Fixture *f, gconstpointer user_data)
{
  const AsyDay today = STORE_FIXTURE_TODAY;
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyCase) case_file = asy_repo_load (f->store.session, ASY_TYPE_CASE, f->case_id, &error);
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) of_family = NULL;
  AsyDueEntry *entry;

  g_assert_no_error (error);
  asy_case_set_ended_on (case_file, today - 20);
  asy_case_set_end_reason (case_file, "goals");
  asy_case_set_closed_on (case_file, today - 10);
  g_assert_true (asy_repo_save (f->store.session, case_file, &error));
  g_assert_no_error (error);
  due = asy_due_list (f->store.session, asy_rules_get_default (), today, today + 30, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 1);
  entry = due->pdata[0];
  g_assert_cmpint (entry->deadline.kind, ==, ASY_DEADLINE_COURT_OPINION);
  g_assert_cmpstr (entry->family_name, ==, "Malinowscy");
  of_family = asy_due_list_for_family (f->store.session, asy_rules_get_default (), today, f->family_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_family->len, ==, 1);
  entry = of_family->pdata[0];
  g_assert_cmpstr (entry->family_name, ==, "Malinowscy");
}

/* The version in force, not the draft of the next one. */
static void
test_a_plan_begins_with_the_version_in_force (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = NULL;
  gint64 ids[2];

  g_assert_null (asy_letter_draft_family (f->store.session, f->family_id, ASY_LETTER_KIND_PLAN, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
  g_clear_error (&error);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (AsyPlan) plan = asy_plan_new ();

      asy_plan_set_case_file_id (plan, f->case_id);
      asy_plan_set_number (plan, 1);
      asy_plan_set_version (plan, i + 1);
      asy_plan_set_agreed_on (plan, i == 0 ? asy_day_new (2026, 1, 12) : ASY_DAY_NONE);
      g_assert_true (asy_repo_save (f->store.session, plan, &error));
      ids[i] = asy_record_get_id (ASY_RECORD (plan));
    }
  file = begin (f, ASY_LETTER_KIND_PLAN);
  g_assert_cmpint (asy_letter_get_plan_id (file->letter), ==, ids[0]);
}

static void
test_a_family_without_a_case_has_no_papers (Fixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (&f->store, "Nowaccy");
  g_autoptr (GError) error = NULL;

  g_assert_null (asy_letter_draft_family (f->store.session, family_id, ASY_LETTER_KIND_COURT_NOTICE, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
}

static void
test_papers_of_assessments_plans_and_weeks (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessment) assessment = asy_assessment_new ();
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  g_autoptr (AsyLetterFile) of_assessment = NULL;
  g_autoptr (AsyLetterFile) of_plan = NULL;
  g_autoptr (AsyLetterFile) week = NULL;
  g_autoptr (AsyLetterFile) next = NULL;
  const AsyDay monday = asy_day_new (2026, 3, 23);

  asy_assessment_set_case_file_id (assessment, f->case_id);
  asy_assessment_set_number (assessment, 2);
  asy_assessment_set_from_day (assessment, asy_day_new (2025, 10, 1));
  asy_assessment_set_until_day (assessment, asy_day_new (2026, 3, 20));
  g_assert_true (asy_repo_save (f->store.session, assessment, &error));
  g_assert_null (asy_letter_draft_assessment (f->store.session, asy_record_get_id (ASY_RECORD (assessment)), &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
  g_clear_error (&error);
  asy_assessment_set_final (assessment, TRUE);
  g_assert_true (asy_repo_save (f->store.session, assessment, &error));
  of_assessment = asy_letter_draft_assessment (f->store.session, asy_record_get_id (ASY_RECORD (assessment)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_letter_get_title (of_assessment->letter), ==, "Okresowa ocena sytuacji rodziny nr 2");
  g_assert_cmpint (asy_letter_get_worker_id (of_assessment->letter), ==, f->ewa);
  issue (f, of_assessment->letter);
  g_clear_pointer (&of_assessment, asy_letter_file_free);
  of_assessment = asy_letter_draft_assessment (f->store.session, asy_record_get_id (ASY_RECORD (assessment)), &error);
  g_assert_cmpint (asy_letter_get_state (of_assessment->letter), ==, ASY_LETTER_STATE_ISSUED);

  asy_plan_set_case_file_id (plan, f->case_id);
  asy_plan_set_number (plan, 1);
  asy_plan_set_version (plan, 3);
  g_assert_true (asy_repo_save (f->store.session, plan, &error));
  of_plan = asy_letter_draft_plan (f->store.session, asy_record_get_id (ASY_RECORD (plan)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_letter_get_title (of_plan->letter), ==, "Plan pracy z rodziną nr 1, wersja 3");

  week = asy_letter_draft_week (f->store.session, f->ewa, monday, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_letter_get_title (week->letter), ==, "Plan tygodnia 13/2026");
  issue (f, week->letter);
  /* Weeks have a register of their own, and the week goes on. */
  g_assert_cmpstr (asy_letter_get_mark (week->letter), ==, "T.1.2026");
  next = asy_letter_draft_week (f->store.session, f->ewa, monday, &error);
  g_assert_cmpint (asy_letter_get_state (next->letter), ==, ASY_LETTER_STATE_DRAFT);
  g_assert_null (asy_letter_draft_week (f->store.session, 999, monday, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
}

/* Issuing. */

static void
test_issuing_freezes_everything (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);
  g_autoptr (AsyLetterFile) fresh = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autofree char *head = NULL;
  g_autofree char *template_name = NULL;
  g_autofree char *data = NULL;
  g_autofree char *sha256 = NULL;
  const gint64 id = asy_record_get_id (ASY_RECORD (file->letter));
  const AsyLetterRevision *revision;

  asy_clock_set_fixed (f->store.clock, STORE_FIXTURE_TODAY + 1, 9 * 60);
  head = asy_audit_dup_head (f->store.session, &error);
  issue (f, file->letter);
  g_assert_cmpint (asy_letter_get_seq (file->letter), ==, 1);
  g_assert_cmpint (asy_letter_get_year (file->letter), ==, 2026);
  g_assert_cmpstr (asy_letter_get_mark (file->letter), ==, "AR.4021.1.2026");
  g_assert_cmpstr (asy_letter_get_audit_head (file->letter), ==, head);
  g_assert_cmpuint (asy_letter_get_made_on (file->letter), ==, STORE_FIXTURE_TODAY + 1);
  g_assert_cmpint (asy_letter_get_template_version (file->letter), ==, 7);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM court_request WHERE answered_on = '2026-03-25'"),
                   ==, 1);

  first = asy_letter_load_file (f->store.session, id, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (first, NULL), "%PDF-1.7 AR.4021.1.2026 "));
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, first);
  g_assert_cmpstr (asy_letter_get_sha256 (file->letter), ==, sha256);
  store_fixture_reopen (&f->store);
  second = asy_letter_load_file (f->store.session, id, 1, &error);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (asy_letter_load_snapshot (f->store.session, id, &template_name, &data, &error));
  g_assert_cmpstr (template_name, ==, "opinion 7");
  g_assert_cmpstr (data, ==, "<data/>");

  fresh = asy_letter_file_load (f->store.session, id, &error);
  g_assert_cmpuint (fresh->revisions->len, ==, 1);
  revision = g_ptr_array_index (fresh->revisions, 0);
  g_assert_cmpstr (revision->sha256, ==, sha256);
  g_assert_cmpint (revision->size_bytes, ==, (gint64) g_bytes_get_size (first));
  g_assert_cmpstr (revision->made_at, ==, "2026-03-25T08:00:00Z");

  asy_letter_section_set_body (g_ptr_array_index (fresh->sections, 0), "po wydaniu");
  assert_refused (asy_letter_save (f->store.session, fresh->letter, fresh->sections, &error), &error, ASY_STORE_ERROR_FROZEN,
                  "State");
  assert_refused (asy_letter_discard (f->store.session, fresh->letter, &error), &error, ASY_STORE_ERROR_FROZEN, "State");
  assert_refused (asy_letter_issue (f->store.session, fresh->letter, render, NULL, &error), &error, ASY_STORE_ERROR_FROZEN,
                  "State");
  g_assert_null (asy_letter_draft_opinion (f->store.session, asy_record_get_id (ASY_RECORD (f->request)), &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_OVERLAP);
}

static void
test_a_failed_issue_leaves_no_gap (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyCourtRequest) other = add_request (f, "III Nsm 2/26");
  g_autoptr (AsyLetterFile) first = draft_for (f, f->request);
  g_autoptr (AsyLetterFile) second = draft_for (f, other);
  gint64 entries;

  entries = store_fixture_query_int (&f->store, "SELECT count(*) FROM audit");
  g_assert_false (asy_letter_issue (f->store.session, first->letter, fail_to_render, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  assert_refused (asy_letter_issue (f->store.session, first->letter, render_nothing, NULL, &error), &error,
                  ASY_STORE_ERROR_FAILED, NULL);
  g_assert_cmpint (asy_letter_get_seq (first->letter), ==, 0);
  g_assert_cmpint (asy_letter_get_state (first->letter), ==, ASY_LETTER_STATE_DRAFT);
  g_assert_null (asy_letter_get_mark (first->letter));
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit"), ==, entries);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM letter_file"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM court_request WHERE answered_on IS NOT NULL"), ==, 0);

  issue (f, second->letter);
  issue (f, first->letter);
  g_assert_cmpint (asy_letter_get_seq (second->letter), ==, 1);
  g_assert_cmpint (asy_letter_get_seq (first->letter), ==, 2);
}

static void
test_numbers_begin_anew_each_year (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCourtRequest) other = add_request (f, "III Nsm 2/26");
  g_autoptr (AsyLetterFile) first = draft_for (f, f->request);
  g_autoptr (AsyLetterFile) second = draft_for (f, other);

  asy_clock_set_fixed (f->store.clock, asy_day_new (2026, 12, 31), 23 * 60);
  issue (f, first->letter);
  asy_clock_set_fixed (f->store.clock, asy_day_new (2027, 1, 1), 60);
  issue (f, second->letter);
  g_assert_cmpstr (asy_letter_get_mark (first->letter), ==, "AR.4021.1.2026");
  g_assert_cmpstr (asy_letter_get_mark (second->letter), ==, "AR.4021.1.2027");
}

static void
test_a_pattern_that_is_none_does_not_stop_a_paper (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyOffice) office = asy_repo_load (f->store.session, ASY_TYPE_OFFICE, 1, &error);
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);

  asy_office_set_letter_mark (office, "AR/{numer}");
  g_assert_true (asy_repo_save (f->store.session, office, &error));
  issue (f, file->letter);
  g_assert_cmpstr (asy_letter_get_mark (file->letter), ==, "AR.1.2026");
}

static void
test_a_stale_draft_is_not_issued (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);
  g_autoptr (AsyLetter) stale = asy_record_duplicate (file->letter);
  g_autoptr (AsyLetter) unsaved = asy_letter_new ();

  asy_letter_set_title (file->letter, "Opinia o małoletniej");
  g_assert_true (asy_letter_save (f->store.session, file->letter, NULL, &error));
  assert_refused (asy_letter_issue (f->store.session, stale, render, NULL, &error), &error, ASY_STORE_ERROR_CONFLICT, NULL);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM counter"), ==, 0);
  assert_refused (asy_letter_issue (f->store.session, unsaved, render, NULL, &error), &error, ASY_STORE_ERROR_NOT_FOUND, NULL);
}

/* Signing. */

static GBytes *
extend (GBytes *bytes, const char *more)
{
  GByteArray *longer = g_byte_array_new ();

  g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_byte_array_append (longer, (const guint8 *) more, (guint) strlen (more));
  return g_byte_array_free_to_bytes (longer);
}

/* Both signatures stand in the list of the family, each with the digest of its own file. */
static void
assert_signed (Fixture *f, AsyLetter *letter, GBytes *newest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = asy_letters_list_signed (f->store.session, asy_letter_get_family_id (letter), &error);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, newest);

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpstr (((AsySignedFile *) files->pdata[0])->revision->note, ==, "Ewa Zmyślona");
  g_assert_cmpstr (((AsySignedFile *) files->pdata[1])->revision->note, ==, "Jan Wzorcowy");
  g_assert_cmpstr (((AsySignedFile *) files->pdata[1])->revision->sha256, ==, digest);
  g_assert_cmpstr (((AsySignedFile *) files->pdata[1])->title, ==, asy_letter_get_title (letter));
}

static void
test_signatures_go_on_from_the_bytes_before (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);
  g_autoptr (AsyLetterFile) fresh = NULL;
  g_autoptr (GBytes) issued = NULL;
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GBytes) foreign = g_bytes_new_static ("%PDF-1.7 another paper altogether, and a longer one", 52);
  g_autoptr (GBytes) newest = NULL;
  const gint64 id = asy_record_get_id (ASY_RECORD (file->letter));

  assert_refused (asy_letter_add_signed (f->store.session, file->letter, foreign, NULL, &error), &error, ASY_STORE_ERROR_INVALID,
                  "State");
  issue (f, file->letter);
  issued = asy_letter_load_file (f->store.session, id, 0, &error);
  once = extend (issued, " signed by Ewa");
  twice = extend (once, " signed by Jan");
  assert_refused (asy_letter_add_signed (f->store.session, file->letter, issued, NULL, &error), &error, ASY_STORE_ERROR_INVALID,
                  "SHA-256");
  assert_refused (asy_letter_add_signed (f->store.session, file->letter, foreign, NULL, &error), &error, ASY_STORE_ERROR_INVALID,
                  "SHA-256");
  g_assert_true (asy_letter_add_signed (f->store.session, file->letter, once, "Ewa Zmyślona", &error));
  g_assert_no_error (error);
  g_assert_cmpint (asy_letter_get_state (file->letter), ==, ASY_LETTER_STATE_SIGNED);
  g_assert_true (asy_letter_add_signed (f->store.session, file->letter, twice, "Jan Wzorcowy", &error));
  assert_signed (f, file->letter, twice);
  g_assert_no_error (error);
  /* A second signature that leaves the first one out. */
  assert_refused (asy_letter_add_signed (f->store.session, file->letter, once, NULL, &error), &error, ASY_STORE_ERROR_INVALID,
                  "SHA-256");

  fresh = asy_letter_file_load (f->store.session, id, &error);
  g_assert_cmpuint (fresh->revisions->len, ==, 3);
  g_assert_cmpstr (((AsyLetterRevision *) g_ptr_array_index (fresh->revisions, 1))->note, ==, "Ewa Zmyślona");
  g_assert_cmpstr (asy_letter_get_sha256 (fresh->letter), ==, ((AsyLetterRevision *) g_ptr_array_index (fresh->revisions, 2))->sha256);
  newest = asy_letter_load_file (f->store.session, id, 0, &error);
  g_assert_true (g_bytes_equal (newest, twice));
  g_clear_pointer (&newest, g_bytes_unref);
  newest = asy_letter_load_file (f->store.session, id, 1, &error);
  g_assert_true (g_bytes_equal (newest, issued));
  g_assert_null (asy_letter_load_file (f->store.session, id, 4, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  asy_letter_set_title (fresh->letter, "Inny tytuł");
  assert_refused (asy_letter_mark_sent (f->store.session, fresh->letter, &error), &error, ASY_STORE_ERROR_FROZEN, "Title");
  g_assert_true (asy_letter_mark_sent (f->store.session, file->letter, &error));
  g_assert_no_error (error);
  assert_refused (asy_letter_add_signed (f->store.session, file->letter, twice, NULL, &error), &error, ASY_STORE_ERROR_FROZEN,
                  "State");
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE action IN ('issue', 'sign', 'send')"),
                   ==, 4);
}

static void
test_damaged_bytes_are_not_handed_out (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = draft_for (f, f->request);

  issue (f, file->letter);
  g_assert_true (asy_db_exec (f->store.db, "UPDATE letter_file SET bytes = x'255044462d'", &error));
  g_assert_null (asy_letter_load_file (f->store.session, asy_record_get_id (ASY_RECORD (file->letter)), 0, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_FAILED);
}

/* Lists. */

static gint64
add_letter (Fixture *f, const char *kind, const char *title, const char *made_on, gint64 family_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetter) letter = asy_letter_new ();

  asy_letter_set_kind (letter, kind);
  asy_letter_set_title (letter, title);
  asy_letter_set_made_on (letter, store_fixture_day (made_on));
  asy_letter_set_family_id (letter, family_id);
  asy_letter_save (f->store.session, letter, NULL, &error);
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (letter));
}

static char *
list_titles (Fixture *f, const AsyLetterFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = asy_letters_list (f->store.session, filter, &error);
  g_autoptr (GString) line = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "|" : "",
                            asy_letter_get_title (((AsyLetterEntry *) g_ptr_array_index (entries, i))->letter));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
test_lists (Fixture *f, gconstpointer user_data)
{
  const gint64 lesni = store_fixture_add_family (&f->store, "Leśni");
  const struct {
    AsyLetterFilter filter;
    const char *titles;
  } rows[] = {
    { { 0 }, "Opinia o rodzinie|Plan B|Ocena|Plan A" },
    { { .kind = "plan" }, "Plan B|Plan A" },
    { { .states = 1u << ASY_LETTER_STATE_DRAFT }, "Plan B|Ocena|Plan A" },
    { { .states = 1u << ASY_LETTER_STATE_ISSUED | 1u << ASY_LETTER_STATE_SIGNED }, "Opinia o rodzinie" },
    { { .states = 1u << ASY_LETTER_STATE_SENT }, "" },
    { { .year = 2026 }, "Opinia o rodzinie|Plan B" },
    { { .year = 2025, .kind = "plan" }, "Plan A" },
    { { .family_id = lesni }, "Plan B|Ocena" },
    { { .limit = 2 }, "Opinia o rodzinie|Plan B" },
    { { .text = "plan" }, "Plan B|Plan A" },
    { { .text = "LESNI" }, "Plan B|Ocena" },
    { { .text = "lesni", .kind = "plan" }, "Plan B" },
    { { .text = "lesni", .year = 2025 }, "Ocena" },
    { { .text = "lesni", .states = 1u << ASY_LETTER_STATE_ISSUED }, "" },
    { { .text = "plan", .limit = 1 }, "Plan B" },
    { { .text = "4021 1" }, "Opinia o rodzinie" },
    { { .text = "nsm 128/26" }, "Opinia o rodzinie" },
    { { .text = "zmyslona" }, "Opinia o rodzinie" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) opinion = draft_for (f, f->request);
  g_autoptr (GPtrArray) entries = NULL;
  const AsyLetterEntry *entry;

  add_letter (f, "plan", "Plan A", "2025-10-20", f->family_id);
  add_letter (f, "assessment", "Ocena", "2025-12-31", lesni);
  add_letter (f, "plan", "Plan B", "2026-01-12", lesni);
  issue (f, opinion->letter);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *titles = list_titles (f, &rows[i].filter);

      g_assert_cmpstr (titles, ==, rows[i].titles);
    }
  entries = asy_letters_list (f->store.session, NULL, &error);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->family_name, ==, "Malinowscy");
  g_assert_cmpstr (entry->author_name, ==, "Ewa Zmyślona");
  g_assert_cmpstr (entry->signature, ==, "III Nsm 128/26");
  g_assert_cmpstr (entry->court_name, ==, "Sąd Rejonowy we Wrocławiu");
  g_assert_cmpuint (entry->due_on, ==, asy_day_new (2026, 3, 30));
  entry = g_ptr_array_index (entries, 1);
  g_assert_null (entry->signature);
}

static void
test_pages_follow_one_another (Fixture *f, gconstpointer user_data)
{
  static const char *const texts[] = { NULL, "pismo" };

  for (guint i = 0; i < 13; i++)
    add_letter (f, "plan", "Pismo", i % 3 == 0 ? "2026-01-12" : "2026-01-13", f->family_id);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AsyLetterFilter filter = { .text = texts[i], .limit = 4 };
      g_autoptr (AsyLetter) last = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      for (;;)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) page = asy_letters_list (f->store.session, &filter, &error);

          g_assert_no_error (error);
          for (guint j = 0; j < page->len; j++)
            {
              const AsyLetterEntry *entry = g_ptr_array_index (page, j);
              const gint64 id = asy_record_get_id (ASY_RECORD (entry->letter));

              g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
              g_set_object (&last, entry->letter);
            }
          if (page->len < 4)
            break;
          filter.older_than = last;
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, 13);
    }
}

/* So many that the word narrows nothing: found all the same, page by page and with the other conditions. */
static void
test_words_that_most_papers_have (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  AsyLetterFilter filter = { .text = "okresow ocena", .limit = 300 };
  g_autoptr (AsyLetter) last = NULL;
  guint n_found = 0;

  g_assert_true (asy_db_exec (f->store.db,
                              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
                              " INSERT INTO letter (uid, kind, family_id, title, made_on)"
                              " SELECT 'u' || i, CASE WHEN i % 2 = 0 THEN 'plan' ELSE 'assessment' END, 1,"
                              " CASE WHEN i % 100 = 0 THEN 'Inne pismo' ELSE 'Ocena okresowa' END,"
                              " date('2020-01-01', '+' || (i / 3) || ' days') FROM n",
                              &error));
  g_assert_true (asy_search_reindex (f->store.session, &error));
  g_assert_no_error (error);
  for (;;)
    {
      g_autoptr (GPtrArray) page = asy_letters_list (f->store.session, &filter, &error);

      g_assert_no_error (error);
      n_found += page->len;
      for (guint i = 0; i < page->len; i++)
        {
          const AsyLetterEntry *entry = g_ptr_array_index (page, i);

          g_assert_cmpstr (asy_letter_get_title (entry->letter), ==, "Ocena okresowa");
          g_assert_true (last == NULL || asy_letter_get_made_on (entry->letter) <= asy_letter_get_made_on (last));
          g_set_object (&last, entry->letter);
        }
      if (page->len < filter.limit)
        break;
      filter.older_than = last;
    }
  g_assert_cmpuint (n_found, ==, 1485);
  filter = (AsyLetterFilter){ .text = "okresow ocena", .limit = 300, .year = 2020, .kind = "plan" };
  {
    g_autoptr (GPtrArray) page = asy_letters_list (f->store.session, &filter, &error);

    g_assert_cmpuint (page->len, ==, 300);
    g_assert_cmpint (asy_day_get_year (asy_letter_get_made_on (((AsyLetterEntry *) g_ptr_array_index (page, 0))->letter)), ==, 2020);
  }
}

static void
test_lists_walk_their_indexes (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *where;
    const char *index;
  } rows[] = {
    { "1 = 1", "letter_made" },
    { "t.kind = 'plan'", "letter_kind" },
    { "t.state = 'draft'", "letter_state" },
    { "t.kind = 'plan' AND (t.made_on, t.id) < ('2026-01-01', 7)", "letter_kind" },
    { "t.made_on BETWEEN '2026-01-01' AND '2026-12-31'", "letter_made" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM letter t WHERE %s ORDER BY t.made_on DESC, t.id DESC LIMIT 100",
                                              rows[i].where);
      g_autofree char *plan = store_fixture_explain (&f->store, sql);

      g_assert_nonnull (g_strstr_len (plan, -1, rows[i].index));
      g_assert_null (g_strstr_len (plan, -1, "TEMP B-TREE"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/letters/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("days-of-a-request-follow-one-another", test_days_of_a_request_follow_one_another);
  ADD ("open-requests-by-urgency", test_open_requests_by_urgency);
  ADD ("an-opinion-is-filled-from-the-register", test_an_opinion_is_filled_from_the_register);
  ADD ("an-older-case-is-not-told-by-the-newest", test_an_older_case_is_not_told_by_the_newest);
  ADD ("sections-are-saved-by-their-revisions", test_sections_are_saved_by_their_revisions);
  ADD ("a-draft-cannot-claim-to-be-issued", test_a_draft_cannot_claim_to_be_issued);
  ADD ("a-draft-can-be-dropped", test_a_draft_can_be_dropped);
  ADD ("papers-begin-in-a-family", test_papers_begin_in_a_family);
  ADD ("a-reply-answers-the-court", test_a_reply_answers_the_court);
  ADD ("a-plan-begins-with-the-version-in-force", test_a_plan_begins_with_the_version_in_force);
  ADD ("a-request-of-a-closed-case-is-due", test_a_request_of_a_closed_case_is_due);
  ADD ("a-family-without-a-case-has-no-papers", test_a_family_without_a_case_has_no_papers);
  ADD ("papers-of-assessments-plans-and-weeks", test_papers_of_assessments_plans_and_weeks);
  ADD ("issuing-freezes-everything", test_issuing_freezes_everything);
  ADD ("a-failed-issue-leaves-no-gap", test_a_failed_issue_leaves_no_gap);
  ADD ("numbers-begin-anew-each-year", test_numbers_begin_anew_each_year);
  ADD ("a-pattern-that-is-none-does-not-stop-a-paper", test_a_pattern_that_is_none_does_not_stop_a_paper);
  ADD ("a-stale-draft-is-not-issued", test_a_stale_draft_is_not_issued);
  ADD ("signatures-go-on-from-the-bytes-before", test_signatures_go_on_from_the_bytes_before);
  ADD ("damaged-bytes-are-not-handed-out", test_damaged_bytes_are_not_handed_out);
  ADD ("lists", test_lists);
  ADD ("pages-follow-one-another", test_pages_follow_one_another);
  ADD ("words-that-most-papers-have", test_words_that_most_papers_have);
  ADD ("lists-walk-their-indexes", test_lists_walk_their_indexes);
#undef ADD

  return g_test_run ();
}
