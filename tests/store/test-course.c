/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "store/asy-course.h"
#include "store/asy-facts.h"
#include "store/asy-families.h"
#include "store/asy-handovers.h"
#include "store/asy-monitoring.h"
#include "store/asy-offices.h"
#include "store/asy-repo.h"
#include "store/asy-workers.h"

#define DAY(iso) store_fixture_day (iso)

static AsyCase *
add_case (StoreFixture *f, const char *name, AsyCasePath path)
{
  AsyCase *case_file = asy_case_new ();

  asy_case_set_family_id (case_file, store_fixture_add_family (f, name));
  asy_case_set_path (case_file, path);
  asy_case_set_notice_on (case_file, DAY ("2025-06-02"));
  g_assert_true (asy_case_save (f->session, case_file, NULL));
  return case_file;
}

/* An assistant at work with a family that came by a court's order. */
static AsyCase *
add_running (StoreFixture *f, const char *name, gint64 worker_id)
{
  AsyCase *case_file = add_case (f, name, ASY_CASE_PATH_COURT);

  asy_case_set_court_order_on (case_file, DAY ("2025-06-01"));
  g_assert_true (asy_case_save (f->session, case_file, NULL));
  store_fixture_add_assignment (f, asy_record_get_id (ASY_RECORD (case_file)), worker_id, "2025-07-01");
  return case_file;
}

static AsyCase *
add_ended (StoreFixture *f, const char *name, const char *ended_on)
{
  AsyCase *case_file = add_running (f, name, store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  g_autoptr (GError) error = NULL;

  asy_case_set_ended_on (case_file, DAY (ended_on));
  asy_case_set_end_reason (case_file, "goals");
  g_assert_true (asy_case_end (f->session, case_file, NULL, &error));
  g_assert_no_error (error);
  return case_file;
}

static AsyAssignment *
new_assignment (AsyCase *case_file, gint64 worker_id, const char *from)
{
  AsyAssignment *assignment = asy_assignment_new ();

  asy_assignment_set_case_file_id (assignment, asy_record_get_id (ASY_RECORD (case_file)));
  asy_assignment_set_worker_id (assignment, worker_id);
  asy_assignment_set_from_day (assignment, DAY (from));
  return assignment;
}

static void
assert_refused (GError **error, AsyStoreErrorCode code, const char *field, const char *article)
{
  g_assert_error (*error, ASY_STORE_ERROR, (int) code);
  if (field != NULL)
    g_assert_cmpstr (asy_store_error_get_detail (*error)->field, ==, field);
  if (article != NULL)
    g_assert_cmpstr (asy_store_error_get_detail (*error)->article, ==, article);
  g_clear_error (error);
}

static void
add_consent (StoreFixture *f, AsyCase *case_file)
{
  g_autoptr (AsyConsent) consent = asy_consent_new ();

  asy_consent_set_case_file_id (consent, asy_record_get_id (ASY_RECORD (case_file)));
  asy_consent_set_person_id (consent, store_fixture_add_person (f, asy_case_get_family_id (case_file), "Olga", "Irys", "mother",
                                                                "1990-01-01"));
  asy_consent_set_given_on (consent, DAY ("2025-06-20"));
  g_assert_true (asy_consent_save (f->session, consent, NULL));
}

static AsyStage
stage_of (StoreFixture *f, AsyCase *case_file, AsyStep *ret_step)
{
  const AsyDay today = asy_session_get_today (f->session);
  AsyCaseFacts facts;

  g_assert_true (asy_facts_load (f->session, asy_record_get_id (ASY_RECORD (case_file)), today, &facts, NULL));
  if (ret_step != NULL)
    *ret_step = asy_step_compute (&facts, today);
  return asy_stage_compute (&facts, today);
}

/* Each way in refuses the assignment until its papers are noted, with the article that asks for them. */
static void
test_ways_in (StoreFixture *f, gconstpointer user_data)
{
  static const struct
  {
    AsyCasePath path;
    guint field;
    const char *label, *article;
  } rows[] = {
    { ASY_CASE_PATH_INTERVIEW, ASY_CASE_INTERVIEW_ON, "Community interview on", "art. 11 ust. 1 uwr" },
    { ASY_CASE_PATH_INTERVIEW, ASY_CASE_ANALYSIS_ON, "Analysis on", "art. 11 ust. 2 uwr" },
    { ASY_CASE_PATH_INTERVIEW, ASY_CASE_MOTION_ON, "Motion on", "art. 11 ust. 3 uwr" },
    { ASY_CASE_PATH_MINOR_PARENT, ASY_CASE_INTERVIEW_ON, "Community interview on", "art. 11 ust. 1 uwr" },
    { ASY_CASE_PATH_COURT, ASY_CASE_COURT_ORDER_ON, "Court order of", "art. 109 § 2 pkt 1 KRO" },
  };
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (GPtrArray) cases = asy_record_array_new ();
  g_autoptr (AsyCase) application = add_case (f, "Życiowie", ASY_CASE_PATH_ZA_ZYCIEM);
  g_autoptr (AsyAssignment) at_once = new_assignment (application, worker_id, "2026-03-24");
  g_autoptr (GError) error = NULL;

  for (guint path = 0; path < 3; path++)
    g_ptr_array_add (cases, add_case (f, "Irysowie", (AsyCasePath) path));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyCase *case_file = cases->pdata[rows[i].path];
      g_autoptr (AsyAssignment) assignment = new_assignment (case_file, worker_id, "2026-03-24");

      g_assert_false (asy_assignment_make (f->session, assignment, &error));
      assert_refused (&error, ASY_STORE_ERROR_TOO_EARLY, rows[i].label, rows[i].article);
      asy_record_set_int (ASY_RECORD (case_file), rows[i].field, DAY ("2025-06-10"));
      g_assert_true (asy_case_save (f->session, case_file, &error));
    }
  for (guint path = 0; path < 3; path++)
    {
      g_autoptr (AsyAssignment) assignment = new_assignment (cases->pdata[path], worker_id, "2026-03-24");

      if (path != ASY_CASE_PATH_COURT)
        {
          g_assert_false (asy_assignment_make (f->session, assignment, &error));
          assert_refused (&error, ASY_STORE_ERROR_NO_CONSENT, NULL, "art. 8 ust. 3 uwr");
          add_consent (f, cases->pdata[path]);
        }
      g_assert_true (asy_assignment_make (f->session, assignment, &error));
      g_assert_no_error (error);
    }
  g_assert_true (asy_assignment_make (f->session, at_once, &error));
  g_assert_no_error (error);
}

static AsyUser *
new_user (gint64 worker_id)
{
  AsyUser *user = asy_user_new ();

  asy_user_set_login (user, "ewa.zmyslona");
  asy_user_set_full_name (user, "Ewa Zmyślona");
  asy_user_set_role (user, ASY_USER_ROLE_ASSISTANT);
  asy_user_set_worker_id (user, worker_id);
  return user;
}

/* Art. 7 ust. 4: neither without an authorisation, nor without a secrecy undertaking, nor after its end; as noted with
 * the account of an assistant, or with an assistant who has none. The duty began on 4 May 2019. */
static const struct
{
  const char *authorised_on, *authorised_until, *secrecy_on, *day;
  gboolean is_allowed;
} permits[] = {
  { "", "", "", "2026-03-24", FALSE },
  { "2026-01-02", "", "", "2026-03-24", FALSE },
  { "", "", "2026-01-02", "2026-03-24", FALSE },
  { "2026-01-02", "2026-03-23", "2026-01-02", "2026-03-24", FALSE },
  { "2026-03-25", "", "2026-01-02", "2026-03-24", FALSE },
  { "2026-01-02", "", "2026-03-25", "2026-03-24", FALSE },
  { "", "", "", "2019-05-04", FALSE },
  { "", "", "", "2019-05-03", TRUE },
  { "2026-01-02", "2026-03-24", "2026-01-02", "2026-03-24", TRUE },
};

static void
check_permit (StoreFixture *f, gint64 worker_id, gsize row)
{
  g_autoptr (AsyCase) case_file = add_case (f, "Życiowie", ASY_CASE_PATH_ZA_ZYCIEM);
  g_autoptr (AsyAssignment) assignment = new_assignment (case_file, worker_id, permits[row].day);
  g_autoptr (GPtrArray) loads = asy_caseload_list (f->session, DAY (permits[row].day), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (((AsyCaseload *) loads->pdata[0])->is_available, ==, permits[row].is_allowed);
  g_assert_cmpint (asy_assignment_make (f->session, assignment, &error), ==, permits[row].is_allowed);
  if (!permits[row].is_allowed)
    assert_refused (&error, ASY_STORE_ERROR_NOT_AUTHORISED, NULL, "art. 7 ust. 4 uwr");
}

static void
set_permit (StoreFixture *f, AsyWorker *worker, gsize row)
{
  asy_worker_set_employed_from (worker, DAY ("2015-01-02"));
  asy_worker_set_authorised_on (worker, asy_day_from_iso (permits[row].authorised_on));
  asy_worker_set_authorised_until (worker, asy_day_from_iso (permits[row].authorised_until));
  asy_worker_set_secrecy_on (worker, asy_day_from_iso (permits[row].secrecy_on));
  g_assert_true (asy_worker_save (f->session, worker, NULL));
}

static void
test_authorisation (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (AsyWorker) worker = asy_repo_load (f->session, ASY_TYPE_WORKER, worker_id, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (permits); i++)
    {
      set_permit (f, worker, i);
      check_permit (f, worker_id, i);
    }
}

/* The assistant's own dates say the contrary, and do not count. */
static void
test_authorisation_of_an_account (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (AsyWorker) worker = asy_repo_load (f->session, ASY_TYPE_WORKER, worker_id, NULL);
  g_autoptr (AsyUser) user = new_user (worker_id);

  for (gsize i = 0; i < G_N_ELEMENTS (permits); i++)
    {
      set_permit (f, worker, permits[i].is_allowed ? 0 : G_N_ELEMENTS (permits) - 1);
      asy_user_set_authorised_on (user, asy_day_from_iso (permits[i].authorised_on));
      asy_user_set_authorised_until (user, asy_day_from_iso (permits[i].authorised_until));
      asy_user_set_secrecy_on (user, asy_day_from_iso (permits[i].secrecy_on));
      g_assert_true (asy_user_save (f->session, user, NULL));
      check_permit (f, worker_id, i);
    }
  asy_user_set_retired (user, TRUE);
  g_assert_true (asy_user_save (f->session, user, NULL));
  set_permit (f, worker, G_N_ELEMENTS (permits) - 1);
  check_permit (f, worker_id, G_N_ELEMENTS (permits) - 1);
}

/* Art. 17 ust. 3 and art. 13, each with its article; the list for choosing says the same. */
static void
test_obstacles (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (AsyWorker) worker = asy_repo_load (f->session, ASY_TYPE_WORKER, worker_id, NULL);
  g_autoptr (AsyCase) case_file = add_case (f, "Życiowie", ASY_CASE_PATH_ZA_ZYCIEM);
  g_autoptr (AsyAssignment) assignment = new_assignment (case_file, worker_id, "2026-03-24");
  g_autoptr (GPtrArray) loads = NULL;
  g_autoptr (GError) error = NULL;

  asy_worker_set_social_worker_here (worker, TRUE);
  g_assert_true (asy_worker_save (f->session, worker, NULL));
  g_assert_false (asy_assignment_make (f->session, assignment, &error));
  assert_refused (&error, ASY_STORE_ERROR_SAME_COMMUNE, NULL, "art. 17 ust. 3 uwr");
  loads = asy_caseload_list (f->session, STORE_FIXTURE_TODAY, NULL);
  g_assert_cmpint (((AsyCaseload *) loads->pdata[0])->obstacle, ==, ASY_WORKER_OBSTACLE_SOCIAL_WORKER);
  g_assert_false (((AsyCaseload *) loads->pdata[0])->is_available);

  asy_worker_set_social_worker_here (worker, FALSE);
  asy_worker_set_suspended_from (worker, DAY ("2026-03-24"));
  g_assert_true (asy_worker_save (f->session, worker, NULL));
  g_assert_false (asy_assignment_make (f->session, assignment, &error));
  assert_refused (&error, ASY_STORE_ERROR_UNAVAILABLE, NULL, "art. 13 uwr");
}

static void
test_warning (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyOffice) office = asy_office_new ();

  g_assert_cmpint (asy_caseload_get_warning (office, STORE_FIXTURE_TODAY), ==, 13);
  asy_office_set_caseload_warning (office, 10);
  g_assert_cmpint (asy_caseload_get_warning (office, STORE_FIXTURE_TODAY), ==, 10);
}

static void
test_waiting (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) early = add_case (f, "Wczesna", ASY_CASE_PATH_INTERVIEW);
  g_autoptr (AsyCase) first = add_case (f, "Pierwsza", ASY_CASE_PATH_ZA_ZYCIEM);
  g_autoptr (AsyCase) second = add_case (f, "Druga", ASY_CASE_PATH_ZA_ZYCIEM);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (AsyAssignment) assignment = NULL;
  g_autoptr (GError) error = NULL;

  asy_case_set_waiting_since (early, DAY ("2026-03-01"));
  g_assert_false (asy_case_set_waiting (f->session, early, &error));
  assert_refused (&error, ASY_STORE_ERROR_TOO_EARLY, NULL, "art. 11 ust. 1 uwr");
  asy_case_set_waiting_since (second, DAY ("2026-03-20"));
  asy_case_set_urgent (second, TRUE);
  g_assert_true (asy_case_set_waiting (f->session, second, &error));
  asy_case_set_waiting_since (first, DAY ("2026-03-10"));
  g_assert_true (asy_case_set_waiting (f->session, first, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stage_of (f, first, NULL), ==, ASY_STAGE_WAITING);

  list = asy_waiting_list (f->session, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((AsyWaitingEntry *) list->pdata[0])->family_name, ==, "Pierwsza");
  g_assert_cmpuint (((AsyWaitingEntry *) list->pdata[0])->since, ==, DAY ("2026-03-10"));
  g_assert_true (((AsyWaitingEntry *) list->pdata[1])->is_urgent);

  assignment = new_assignment (first, store_fixture_add_worker (f, "Ewa", "Zmyślona"), "2026-03-24");
  g_assert_true (asy_assignment_make (f->session, assignment, &error));
  g_assert_no_error (error);
  rest = asy_waiting_list (f->session, &error);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_false (asy_case_set_waiting (f->session, first, &error));
  assert_refused (&error, ASY_STORE_ERROR_FROZEN, NULL, NULL);
}

static void
test_refusal (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) case_file = add_case (f, "Irysowie", ASY_CASE_PATH_ZA_ZYCIEM);
  g_autoptr (AsyCase) ordered = add_case (f, "Sądowa", ASY_CASE_PATH_COURT);
  g_autoptr (AsyAssignment) assignment = NULL;
  g_autoptr (GError) error = NULL;
  AsyStep step;

  g_assert_false (asy_case_refuse (f->session, case_file, &error));
  assert_refused (&error, ASY_STORE_ERROR_MISSING, "Refused on", NULL);
  asy_case_set_refused_on (case_file, DAY ("2026-03-20"));
  g_assert_false (asy_case_refuse (f->session, case_file, &error));
  assert_refused (&error, ASY_STORE_ERROR_MISSING, "Reason for the refusal", NULL);
  asy_case_set_refused_reason (case_file, "rodzina mieszka w innej gminie");
  g_assert_true (asy_case_refuse (f->session, case_file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stage_of (f, case_file, &step), ==, ASY_STAGE_REFUSED);
  g_assert_cmpint (step, ==, ASY_STEP_CLOSE);

  assignment = new_assignment (case_file, store_fixture_add_worker (f, "Ewa", "Zmyślona"), "2026-03-24");
  g_assert_false (asy_assignment_make (f->session, assignment, &error));
  assert_refused (&error, ASY_STORE_ERROR_FROZEN, NULL, NULL);

  asy_case_set_refused_on (ordered, DAY ("2026-03-20"));
  asy_case_set_refused_reason (ordered, "brak miejsc");
  g_assert_false (asy_case_refuse (f->session, ordered, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Refused on", "art. 109 § 2 pkt 1 KRO");
}

static AsyStepSkip *
new_skip (AsyCase *case_file, const char *step, const char *day)
{
  AsyStepSkip *skip = asy_step_skip_new ();

  asy_step_skip_set_case_file_id (skip, asy_record_get_id (ASY_RECORD (case_file)));
  asy_step_skip_set_step (skip, step);
  asy_step_skip_set_day (skip, DAY (day));
  asy_step_skip_set_reason (skip, "wywiad jest w innej teczce");
  return skip;
}

/* A step passed over makes way for the next one, stands in both kinds of facts, and can be taken back. */
static void
test_skip (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) case_file = add_case (f, "Irysowie", ASY_CASE_PATH_INTERVIEW);
  g_autoptr (AsyStepSkip) skip = new_skip (case_file, "interview", "2026-03-20");
  g_autoptr (AsyStepSkip) consent = new_skip (case_file, "consent", "2026-03-20");
  g_autoptr (AsyStepSkip) unknown = new_skip (case_file, "no-such-step", "2026-03-20");
  g_autoptr (GArray) all = NULL;
  g_autoptr (GError) error = NULL;
  AsyStep step;

  g_assert_true (asy_step_skip_save (f->session, skip, &error));
  g_assert_no_error (error);
  (void) stage_of (f, case_file, &step);
  g_assert_cmpint (step, ==, ASY_STEP_ANALYSIS);
  all = asy_facts_list_open (f->session, STORE_FIXTURE_TODAY, NULL);
  g_assert_cmpuint (g_array_index (all, AsyCaseFacts, 0).skipped_on[ASY_STEP_INTERVIEW], ==, DAY ("2026-03-20"));

  g_assert_false (asy_step_skip_save (f->session, consent, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Step", "art. 8 ust. 3 uwr");
  g_assert_false (asy_step_skip_save (f->session, unknown, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Step", NULL);

  g_assert_true (asy_step_skip_take_back (f->session, skip, &error));
  (void) stage_of (f, case_file, &step);
  g_assert_cmpint (step, ==, ASY_STEP_INTERVIEW);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE kind = 'step_skip'"), ==, 2);
}

static void
test_propose_end (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) notice = add_case (f, "Irysowie", ASY_CASE_PATH_INTERVIEW);
  g_autoptr (AsyCase) running = add_running (f, "Bzowie", store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  g_autoptr (GError) error = NULL;
  AsyStep step;

  asy_case_set_end_proposed_on (notice, DAY ("2026-03-20"));
  g_assert_false (asy_case_propose_end (f->session, notice, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "End proposed on", NULL);
  asy_case_set_end_proposed_on (running, DAY ("2025-06-30"));
  g_assert_false (asy_case_propose_end (f->session, running, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "End proposed on", NULL);
  asy_case_set_end_proposed_on (running, DAY ("2026-03-20"));
  g_assert_true (asy_case_propose_end (f->session, running, &error));
  g_assert_cmpint (stage_of (f, running, &step), ==, ASY_STAGE_ENDING);
  g_assert_cmpint (step, ==, ASY_STEP_FINAL_ASSESSMENT);
  asy_case_set_end_proposed_on (running, ASY_DAY_NONE);
  g_assert_true (asy_case_propose_end (f->session, running, &error));
  g_assert_cmpint (stage_of (f, running, NULL), ==, ASY_STAGE_ASSIGNED);
}

/* The end takes the assignment and the planned contacts with it, or nothing at all. */
static void
test_end (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) case_file = add_running (f, "Bzowie", store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  g_autoptr (GArray) contacts = asy_monitoring_propose (DAY ("2026-03-20"));
  g_autoptr (GArray) too_early = asy_monitoring_propose (DAY ("2025-06-20"));
  g_autoptr (GError) error = NULL;

  asy_case_set_ended_on (case_file, DAY ("2026-03-20"));
  g_assert_false (asy_case_end (f->session, case_file, contacts, &error));
  assert_refused (&error, ASY_STORE_ERROR_MISSING, "Reason for the end", NULL);
  asy_case_set_end_reason (case_file, "goals");
  asy_case_set_ended_on (case_file, DAY ("2025-06-30"));
  g_assert_false (asy_case_end (f->session, case_file, contacts, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Work ended on", NULL);

  asy_case_set_ended_on (case_file, DAY ("2026-03-20"));
  asy_case_set_end_goals (case_file, ASY_CASE_GOALS_PARTLY);
  g_assert_false (asy_case_end (f->session, case_file, too_early, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Day", "art. 15 ust. 1 pkt 16 uwr");
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM case_file WHERE ended_on IS NOT NULL"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM assignment WHERE until_day IS NOT NULL"), ==, 0);

  g_assert_true (asy_case_end (f->session, case_file, contacts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM assignment WHERE until_day = '2026-03-20' AND end_reason = 'goals'"),
                   ==, 1);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM monitoring_date WHERE day IN"
                                               " ('2026-04-20', '2026-06-20', '2026-09-20')"), ==, 3);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM case_file WHERE end_goals = 'partly'"), ==, 1);
}

static AsyMonitoringCard *
new_card (AsyCase *case_file, const char *day, AsyMonitoringConclusion conclusion)
{
  AsyMonitoringCard *card = asy_monitoring_card_new ();

  asy_monitoring_card_set_case_file_id (card, asy_record_get_id (ASY_RECORD (case_file)));
  asy_monitoring_card_set_day (card, DAY (day));
  asy_monitoring_card_set_conclusion (card, conclusion);
  return card;
}

/* Which planned contacts a card answers. */
static void
test_cards_answer (StoreFixture *f, gconstpointer user_data)
{
  static const struct
  {
    const char *card;
    gint64 n_answered;
  } rows[] = {
    { "2025-10-05", 0 },        /* more than a fortnight before the first one */
    { "2025-10-06", 1 },
    { "2025-10-20", 1 },
    { "2025-12-10", 1 },        /* the second one is another contact */
    { "2025-12-20", 2 },        /* late: both are past */
    { "2026-03-24", 3 },
  };
  g_autoptr (GArray) contacts = asy_monitoring_propose (DAY ("2025-09-20"));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyCase) case_file = add_ended (f, "Bzowie", "2025-09-20");
      g_autoptr (AsyMonitoringCard) card = new_card (case_file, rows[i].card, ASY_MONITORING_CONCLUSION_CONTINUE);
      g_autofree char *sql = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (asy_monitoring_set_dates (f->session, asy_record_get_id (ASY_RECORD (case_file)), contacts, &error));
      g_assert_true (asy_monitoring_card_save (f->session, card, &error));
      g_assert_no_error (error);
      sql = g_strdup_printf ("SELECT count(*) FROM monitoring_date WHERE card_id = %" G_GINT64_FORMAT,
                             asy_record_get_id (ASY_RECORD (card)));
      g_assert_cmpint (store_fixture_query_int (f, sql), ==, rows[i].n_answered);
    }
}

static void
test_monitoring_guards (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) running = add_running (f, "Bzowie", store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  g_autoptr (AsyCase) ended = add_ended (f, "Irysowie", "2026-01-20");
  g_autoptr (AsyMonitoringCard) too_soon = new_card (running, "2026-03-20", ASY_MONITORING_CONCLUSION_CONTINUE);
  g_autoptr (AsyMonitoringCard) before = new_card (ended, "2026-01-19", ASY_MONITORING_CONCLUSION_CONTINUE);
  g_autoptr (AsyMonitoringCard) to_come = new_card (ended, "2026-03-25", ASY_MONITORING_CONCLUSION_CONTINUE);
  g_autoptr (GArray) contacts = asy_monitoring_propose (DAY ("2026-01-20"));
  const gint64 ended_id = asy_record_get_id (ASY_RECORD (ended));
  g_autoptr (GError) error = NULL;

  g_assert_false (asy_monitoring_card_save (f->session, too_soon, &error));
  assert_refused (&error, ASY_STORE_ERROR_FROZEN, NULL, NULL);
  g_assert_false (asy_monitoring_set_dates (f->session, asy_record_get_id (ASY_RECORD (running)), contacts, &error));
  assert_refused (&error, ASY_STORE_ERROR_FROZEN, NULL, NULL);
  g_assert_false (asy_monitoring_card_save (f->session, before, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Day", NULL);
  g_assert_false (asy_monitoring_card_save (f->session, to_come, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Day", NULL);

  /* Planning anew keeps what a card has answered. */
  g_assert_true (asy_monitoring_set_dates (f->session, ended_id, contacts, &error));
  asy_monitoring_card_set_day (before, DAY ("2026-02-20"));
  g_assert_true (asy_monitoring_card_save (f->session, before, &error));
  g_array_set_size (contacts, 0);
  g_assert_true (asy_monitoring_set_dates (f->session, ended_id, contacts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM monitoring_date"), ==, 1);
}

/* The facts follow the cards, and the step follows the facts. */
static void
test_monitoring_steps (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) case_file = add_ended (f, "Bzowie", "2026-02-20");
  g_autoptr (AsyStepSkip) skip = new_skip (case_file, "final-assessment", "2026-02-21");
  g_autoptr (AsyMonitoringCard) card = new_card (case_file, "2026-03-23", ASY_MONITORING_CONCLUSION_CONTINUE);
  g_autoptr (GArray) contacts = asy_monitoring_propose (DAY ("2026-02-20"));
  AsyStep step;

  g_assert_cmpint (stage_of (f, case_file, &step), ==, ASY_STAGE_ENDING);
  g_assert_true (asy_step_skip_save (f->session, skip, NULL));
  g_assert_cmpint (stage_of (f, case_file, &step), ==, ASY_STAGE_MONITORING);
  g_assert_cmpint (step, ==, ASY_STEP_MONITORING_PLAN);
  g_assert_true (asy_monitoring_set_dates (f->session, asy_record_get_id (ASY_RECORD (case_file)), contacts, NULL));
  (void) stage_of (f, case_file, &step);
  g_assert_cmpint (step, ==, ASY_STEP_MONITORING_CARD);
  g_assert_true (asy_monitoring_card_save (f->session, card, NULL));
  (void) stage_of (f, case_file, &step);
  g_assert_cmpint (step, ==, ASY_STEP_NONE);
  asy_monitoring_card_set_conclusion (card, ASY_MONITORING_CONCLUSION_REOPEN);
  g_assert_true (asy_monitoring_card_save (f->session, card, NULL));
  (void) stage_of (f, case_file, &step);
  g_assert_cmpint (step, ==, ASY_STEP_REOPEN);
}

static void
test_close (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) running = add_running (f, "Bzowie", store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  g_autoptr (AsyCase) ended = add_ended (f, "Irysowie", "2026-01-20");
  g_autoptr (AsyCase) monitored = add_ended (f, "Makowie", "2026-01-20");
  g_autoptr (AsyMonitoringCard) card = new_card (monitored, "2026-02-20", ASY_MONITORING_CONCLUSION_END);
  g_autoptr (GError) error = NULL;

  g_assert_false (asy_case_close (f->session, running, &error));
  assert_refused (&error, ASY_STORE_ERROR_MISSING, "Closed on", NULL);
  asy_case_set_closed_on (running, DAY ("2026-03-24"));
  g_assert_false (asy_case_close (f->session, running, &error));
  assert_refused (&error, ASY_STORE_ERROR_OVERLAP, NULL, NULL);
  asy_case_set_closed_on (ended, DAY ("2026-01-19"));
  g_assert_false (asy_case_close (f->session, ended, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Closed on", NULL);
  asy_case_set_closed_on (ended, DAY ("2026-03-24"));
  g_assert_false (asy_case_close (f->session, ended, &error));
  assert_refused (&error, ASY_STORE_ERROR_MISSING, "Note on the end", NULL);
  asy_case_set_end_note (ended, "Rodzina wyjechała z gminy.");
  g_assert_true (asy_case_close (f->session, ended, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stage_of (f, ended, NULL), ==, ASY_STAGE_CLOSED);

  g_assert_true (asy_monitoring_card_save (f->session, card, &error));
  asy_case_set_closed_on (monitored, DAY ("2026-03-24"));
  g_assert_true (asy_case_close (f->session, monitored, &error));
  g_assert_no_error (error);
}

/* A relapse: the old case goes into the archive with all it has, the new one knows it. */
static void
test_reopen (StoreFixture *f, gconstpointer user_data)
{
  const char *const reasons[] = { "P10", NULL };
  g_autoptr (AsyCase) old = add_running (f, "Bzowie", store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  g_autoptr (AsyCase) fresh = asy_case_new ();
  g_autoptr (GError) error = NULL;
  AsyStep step;

  asy_case_set_family_id (fresh, asy_case_get_family_id (old));
  asy_case_set_notice_on (fresh, DAY ("2026-03-23"));
  g_assert_false (asy_case_reopen (f->session, fresh, reasons, &error));
  assert_refused (&error, ASY_STORE_ERROR_OVERLAP, NULL, NULL);

  asy_case_set_ended_on (old, DAY ("2026-03-01"));
  asy_case_set_end_reason (old, "goals");
  g_assert_true (asy_case_end (f->session, old, NULL, NULL));
  asy_case_set_notice_on (fresh, DAY ("2026-02-28"));
  g_assert_false (asy_case_reopen (f->session, fresh, reasons, &error));
  assert_refused (&error, ASY_STORE_ERROR_INVALID, "Date of the notice", NULL);

  asy_case_set_notice_on (fresh, DAY ("2026-03-23"));
  g_assert_true (asy_case_reopen (f->session, fresh, reasons, &error));
  g_assert_no_error (error);
  g_assert_cmpint (asy_case_get_reopened_from_id (fresh), ==, asy_record_get_id (ASY_RECORD (old)));
  g_assert_cmpint (stage_of (f, fresh, &step), ==, ASY_STAGE_REOPENED);
  g_assert_cmpint (step, ==, ASY_STEP_INTERVIEW);
  g_assert_cmpint (stage_of (f, old, NULL), ==, ASY_STAGE_CLOSED);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM assignment WHERE until_day = '2026-03-01'"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM case_reason"), ==, 1);
}

/* A change of assistant: the note goes with the new one, the reason stays with the old one, the weight is kept. */
static void
test_change (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyCase) case_file = add_running (f, "Bzowie", store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  g_autoptr (AsyAssignment) next = new_assignment (case_file, store_fixture_add_worker (f, "Piotr", "Wymyślny"), "2026-03-24");
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_db_exec (f->db, "UPDATE assignment SET weight = 1.5", NULL));
  asy_assignment_set_handover (next, "Mama odbiera telefon po 16.");
  g_assert_true (asy_assignment_change (f->session, next, "urlop", &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (asy_assignment_get_weight (next), ==, 1.5);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM assignment WHERE until_day = '2026-03-23' AND end_reason = 'urlop'"),
                   ==, 1);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM assignment WHERE until_day IS NULL"
                                               " AND handover = 'Mama odbiera telefon po 16.'"), ==, 1);
}

static void
fill_up (StoreFixture *f, gint64 worker_id, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AsyCase) case_file = add_running (f, "Rodzina", worker_id);

      (void) case_file;
    }
}

/* Art. 13: the families of a suspended assistant; what does not fit is left without a proposal, and a handover over
 * the limit takes everything back. */
static void
test_handover (StoreFixture *f, gconstpointer user_data)
{
  const gint64 leaving_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  const gint64 taking_id = store_fixture_add_worker (f, "Piotr", "Wymyślny");
  g_autoptr (AsyWorker) leaving = asy_repo_load (f->session, ASY_TYPE_WORKER, leaving_id, NULL);
  g_autoptr (GPtrArray) assignments = asy_record_array_new ();
  g_autoptr (AsyHandover) handover = NULL;
  g_autoptr (GError) error = NULL;
  guint n_proposed = 0;

  fill_up (f, leaving_id, 3);
  fill_up (f, taking_id, 13);
  asy_worker_set_suspended_from (leaving, DAY ("2026-03-20"));
  g_assert_true (asy_worker_save (f->session, leaving, NULL));
  handover = asy_handover_load (f->session, leaving_id, STORE_FIXTURE_TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (handover->takers->len, ==, 1);
  g_assert_cmpuint (handover->entries->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const AsyHandoverEntry *entry = handover->entries->pdata[i];
      AsyAssignment *assignment = asy_assignment_new ();

      n_proposed += entry->proposed_id == taking_id;
      asy_assignment_set_case_file_id (assignment, entry->case_id);
      asy_assignment_set_worker_id (assignment, taking_id);
      asy_assignment_set_from_day (assignment, STORE_FIXTURE_TODAY);
      g_ptr_array_add (assignments, assignment);
    }
  g_assert_cmpuint (n_proposed, ==, 2);

  g_assert_false (asy_handover_run (f->session, assignments, "zawieszenie (art. 13 uwr)", &error));
  assert_refused (&error, ASY_STORE_ERROR_CASELOAD, NULL, "art. 15 ust. 4 uwr");
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM assignment WHERE until_day IS NOT NULL"), ==, 0);
  g_assert_cmpint (asy_record_get_id (assignments->pdata[0]), ==, 0);

  g_ptr_array_set_size (assignments, 2);
  g_assert_true (asy_handover_run (f->session, assignments, "zawieszenie (art. 13 uwr)", &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM assignment WHERE until_day = '2026-03-23'"
                                               " AND end_reason = 'zawieszenie (art. 13 uwr)'"), ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (StoreFixture *, gconstpointer);
  } tests[] = {
    { "/course/ways-in", test_ways_in },
    { "/course/authorisation", test_authorisation },
    { "/course/authorisation-of-an-account", test_authorisation_of_an_account },
    { "/course/obstacles", test_obstacles },
    { "/course/warning", test_warning },
    { "/course/waiting", test_waiting },
    { "/course/refusal", test_refusal },
    { "/course/skip", test_skip },
    { "/course/propose-end", test_propose_end },
    { "/course/end", test_end },
    { "/course/cards-answer", test_cards_answer },
    { "/course/monitoring-guards", test_monitoring_guards },
    { "/course/monitoring-steps", test_monitoring_steps },
    { "/course/close", test_close },
    { "/course/reopen", test_reopen },
    { "/course/change", test_change },
    { "/course/handover", test_handover },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);
  return g_test_run ();
}
