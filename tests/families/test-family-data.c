/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "families/asy-family-data.h"
#include "families/asy-family-filter.h"
#include "families/asy-family-timeline.h"
#include "families/asy-registration.h"
#include "store-fixture.h"
#include "model/asy-models.h"
#include "store/asy-audit.h"
#include "store/asy-offices.h"
#include "store/asy-repo.h"

static AsyFamilyData *
load (StoreFixture *f, gint64 family_id, gboolean note_access)
{
  g_autoptr (GError) error = NULL;
  AsyFamilyData *data = asy_family_data_load (f->session, family_id, note_access, &error);

  g_assert_no_error (error);
  return data;
}

static gint64
add_visit (StoreFixture *f, gint64 family_id, gint64 case_id, gint64 worker_id, const char *day, AsyVisitState state)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  g_autoptr (GError) error = NULL;

  asy_visit_set_family_id (visit, family_id);
  asy_visit_set_case_file_id (visit, case_id);
  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_day (visit, store_fixture_day (day));
  asy_visit_set_start_minute (visit, 9 * 60);
  asy_visit_set_minutes (visit, 90);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_state (visit, state);
  if (state == ASY_VISIT_STATE_MISSED)
    asy_visit_set_missed_reason (visit, "absent");
  asy_repo_save (f->session, visit, &error);
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (visit));
}

static gint64
add_request (StoreFixture *f, gint64 case_id, const char *hearing)
{
  g_autoptr (AsyCourtRequest) request = asy_court_request_new ();
  g_autoptr (GError) error = NULL;

  asy_court_request_set_case_file_id (request, case_id);
  asy_court_request_set_signature (request, "III Nsm 128/26");
  asy_court_request_set_received_on (request, store_fixture_day ("2026-03-16"));
  asy_court_request_set_due_on (request, store_fixture_day ("2026-04-03"));
  asy_court_request_set_hearing_on (request, hearing != NULL ? store_fixture_day (hearing) : ASY_DAY_NONE);
  asy_repo_save (f->session, request, &error);
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (request));
}

/* The opening of a family is a note in the audit, once; a reload is not. */
static void
test_access (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");

  asy_family_data_unref (load (f, family_id, TRUE));
  asy_family_data_unref (load (f, family_id, FALSE));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE action = 'open'"), ==, 1);
}

static void
test_facts (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 case_id = store_fixture_add_case (f, family_id, "2025-03-01");
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (AsyFamilyData) data = NULL;
  gint64 oldest;

  store_fixture_add_assignment (f, case_id, worker_id, "2025-03-17");
  add_visit (f, family_id, case_id, worker_id, "2026-03-20", ASY_VISIT_STATE_HELD);
  oldest = add_visit (f, family_id, case_id, worker_id, "2026-03-21", ASY_VISIT_STATE_PLANNED);
  add_visit (f, family_id, case_id, worker_id, "2026-03-24", ASY_VISIT_STATE_PLANNED);
  add_visit (f, family_id, case_id, worker_id, "2026-03-30", ASY_VISIT_STATE_PLANNED);
  add_request (f, case_id, "2026-03-20");
  add_request (f, case_id, "2026-05-05");
  add_request (f, case_id, "2026-04-14");
  data = load (f, family_id, FALSE);
  g_assert_cmpint (data->stage, ==, ASY_STAGE_DIAGNOSIS);
  g_assert_cmpint (data->step, ==, ASY_STEP_DIAGNOSIS);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (asy_family_data_find_visit_to_record (data))), ==, oldest);
  /* The nearest hearing that is still to come. */
  g_assert_cmpuint (asy_court_request_get_hearing_on (asy_family_data_find_hearing (data)), ==, store_fixture_day ("2026-04-14"));
  g_assert_nonnull (asy_family_data_find_open_request (data));
  g_assert_cmpuint (asy_assignment_get_from_day (asy_family_data_find_assignment (data)), ==, store_fixture_day ("2025-03-17"));
  g_assert_cmpuint (data->due->len, >, 0);
}

static void
test_timeline (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 case_id = store_fixture_add_case (f, family_id, "2025-03-01");
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyOfficeFile) office = NULL;
  g_autoptr (AsyFamilyData) data = NULL;
  g_autoptr (GPtrArray) events = NULL;
  guint n_visits = 0;

  store_fixture_add_assignment (f, case_id, worker_id, "2025-03-17");
  add_visit (f, family_id, case_id, worker_id, "2026-03-20", ASY_VISIT_STATE_HELD);
  add_visit (f, family_id, case_id, worker_id, "2026-03-10", ASY_VISIT_STATE_MISSED);
  add_visit (f, family_id, case_id, worker_id, "2026-03-30", ASY_VISIT_STATE_PLANNED);
  add_request (f, case_id, "2026-04-14");
  office = asy_office_file_load (f->session, &error);
  g_assert_no_error (error);
  data = load (f, family_id, FALSE);
  events = asy_family_timeline_build (data, office->dictionary);

  /* Notice, interview, motion, assignment, three visits, the court's letter and its hearing. */
  g_assert_cmpuint (events->len, ==, 9);
  for (guint i = 0; i < events->len; i++)
    {
      const AsyEvent *event = events->pdata[i];

      g_assert_true (event->title != NULL && *event->title != '\0');
      if (i > 0)
        g_assert_cmpuint (((const AsyEvent *) events->pdata[i - 1])->day, >=, event->day);
      if (event->kind == ASY_EVENT_VISIT)
        {
          n_visits++;
          g_assert_cmpstr (event->action, ==, "show-visit");
          g_assert_cmpint (event->record_id, >, 0);
        }
    }
  g_assert_cmpuint (n_visits, ==, 3);
  g_assert_cmpuint (((const AsyEvent *) events->pdata[0])->day, ==, store_fixture_day ("2026-04-14"));
  g_assert_cmpuint (((const AsyEvent *) events->pdata[8])->day, ==, store_fixture_day ("2025-03-01"));
}

static const AsyEvent *
find_event (GPtrArray *events, AsyEventKind kind, const char *iso)
{
  for (guint i = 0; i < events->len; i++)
    {
      const AsyEvent *event = events->pdata[i];

      if (event->kind == kind && event->day == store_fixture_day (iso))
        return event;
    }
  return NULL;
}

/* A child is as old in an event as on its day; those of age are not counted in years. */
static void
test_ages_at_an_event (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 kacper = store_fixture_add_person (f, family_id, "Kacper", "Malinowski", "son", "2015-06-10");
  const gint64 anna = store_fixture_add_person (f, family_id, "Anna", "Malinowska", "daughter", "2006-01-02");
  g_autoptr (AsyIntervention) intervention = asy_intervention_new ();
  g_autoptr (AsyObservation) observation = asy_observation_new ();
  g_autoptr (AsyPerson) person = NULL;
  g_autoptr (AsyOfficeFile) office = NULL;
  g_autoptr (AsyFamilyData) data = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  asy_intervention_set_family_id (intervention, family_id);
  asy_intervention_set_day (intervention, store_fixture_day ("2025-06-09"));
  asy_intervention_set_seen (intervention, "same w domu");
  asy_intervention_set_children (intervention, "Kacper Malinowski, Anna Malinowska, Jan Obcy");
  g_assert_true (asy_repo_save (f->session, intervention, &error));
  asy_observation_set_family_id (observation, family_id);
  asy_observation_set_person_id (observation, kacper);
  asy_observation_set_day (observation, store_fixture_day ("2025-06-10"));
  asy_observation_set_source (observation, "school");
  asy_observation_set_body (observation, "nie chodzi do szkoły");
  g_assert_true (asy_repo_save (f->session, observation, &error));
  person = asy_repo_load (f->session, ASY_TYPE_PERSON, anna, &error);
  asy_person_set_died_on (person, store_fixture_day ("2026-01-01"));
  g_assert_true (asy_repo_save (f->session, person, &error));
  g_assert_no_error (error);
  office = asy_office_file_load (f->session, &error);
  data = load (f, family_id, FALSE);
  events = asy_family_timeline_build (data, office->dictionary);
  g_assert_cmpstr (find_event (events, ASY_EVENT_SAFETY, "2025-06-09")->text, ==,
                   "same w domu · Kacper Malinowski (9 years old), Anna Malinowska, Jan Obcy");
  g_assert_cmpstr (find_event (events, ASY_EVENT_SAFETY, "2025-06-10")->title, ==, "News of a child: Kacper (10 years old)");
  g_assert_cmpstr (find_event (events, ASY_EVENT_PEOPLE, "2026-01-01")->text, ==, "19 years old");
}

static void
add_name (StoreFixture *f, gint64 person_id, const char *family_name, const char *changed_on)
{
  g_autoptr (AsyPersonName) name = asy_person_name_new ();

  asy_person_name_set_person_id (name, person_id);
  asy_person_name_set_family_name (name, family_name);
  asy_person_name_set_changed_on (name, changed_on != NULL ? store_fixture_day (changed_on) : ASY_DAY_NONE);
  asy_person_name_set_reason (name, ASY_PERSON_NAME_REASON_MARRIAGE);
  g_assert_true (asy_repo_save (f->session, name, NULL));
}

static void
add_consent (StoreFixture *f, gint64 case_id, gint64 person_id, const char *given_on, const char *withdrawn_on)
{
  g_autoptr (AsyConsent) consent = asy_consent_new ();

  asy_consent_set_case_file_id (consent, case_id);
  asy_consent_set_person_id (consent, person_id);
  asy_consent_set_given_on (consent, store_fixture_day (given_on));
  asy_consent_set_withdrawn_on (consent, store_fixture_day (withdrawn_on));
  g_assert_true (asy_repo_save (f->session, consent, NULL));
}

/* Each event says the name of its day and the age on it; a change of name is an event itself. */
static void
test_names_at_an_event (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 beata = store_fixture_add_person (f, family_id, "Beata", "Malinowska", "mother", "1991-05-14");
  g_autoptr (AsyOfficeFile) office = asy_office_file_load (f->session, NULL);
  g_autoptr (AsyFamilyData) data = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const AsyEvent *event;

  add_name (f, beata, "Lipa", NULL);
  add_name (f, beata, "Wójcik", "2025-06-10");
  add_consent (f, store_fixture_add_case (f, family_id, "2025-01-20"), beata, "2025-05-13", "2025-07-01");
  data = load (f, family_id, FALSE);
  events = asy_family_timeline_build (data, office->dictionary);
  g_assert_cmpstr (find_event (events, ASY_EVENT_PEOPLE, "2025-05-13")->title, ==,
                   "Consent to work with an assistant: Beata Wójcik (33 years old)");
  g_assert_cmpstr (find_event (events, ASY_EVENT_PEOPLE, "2025-07-01")->title, ==,
                   "Consent withdrawn: Beata Malinowska (34 years old)");
  event = find_event (events, ASY_EVENT_PEOPLE, "2025-06-10");
  g_assert_cmpstr (event->title, ==, "Beata Wójcik takes the name Beata Malinowska");
  g_assert_cmpstr (event->text, ==, "marriage");
}

/* The life of a plan, version by version: who was asked, who signed, what a review showed. */
static AsyPlan *
add_plan (StoreFixture *f, gint64 case_id, int version, const char *consulted_on, const char *agreed_on)
{
  AsyPlan *plan = asy_plan_new ();

  asy_plan_set_case_file_id (plan, case_id);
  asy_plan_set_number (plan, 1);
  asy_plan_set_version (plan, version);
  asy_plan_set_drafted_on (plan, store_fixture_day ("2025-02-01"));
  asy_plan_set_consulted_on (plan, store_fixture_day (consulted_on));
  asy_plan_set_consulted_with (plan, "Maria Wymyślona");
  asy_plan_set_consult_remarks (plan, "bez uwag");
  asy_plan_set_agreed_on (plan, agreed_on != NULL ? store_fixture_day (agreed_on) : ASY_DAY_NONE);
  g_assert_true (asy_repo_save (f->session, plan, NULL));
  return plan;
}

static void
add_signature (StoreFixture *f, AsyPlan *plan, gint64 person_id, const char *day, const char *refusal)
{
  g_autoptr (AsyPlanSignature) signature = asy_plan_signature_new ();

  asy_plan_signature_set_plan_id (signature, asy_record_get_id (ASY_RECORD (plan)));
  asy_plan_signature_set_person_id (signature, person_id);
  asy_plan_signature_set_day (signature, store_fixture_day (day));
  asy_plan_signature_set_answer (signature, refusal != NULL ? ASY_PLAN_SIGNATURE_ANSWER_REFUSED : ASY_PLAN_SIGNATURE_ANSWER_SIGNED);
  asy_plan_signature_set_reason (signature, refusal);
  g_assert_true (asy_repo_save (f->session, signature, NULL));
}

static void
test_timeline_of_a_plan (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 case_id = store_fixture_add_case (f, family_id, "2025-01-20");
  const gint64 beata = store_fixture_add_person (f, family_id, "Beata", "Malinowska", "mother", "1991-05-02");
  g_autoptr (AsyPlan) first = add_plan (f, case_id, 1, "2025-02-10", "2025-02-14");
  g_autoptr (AsyPlan) second = add_plan (f, case_id, 2, "2025-08-11", NULL);
  g_autoptr (AsyPlanReview) review = asy_plan_review_new ();
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  g_autoptr (AsyFamilyData) data = NULL;
  g_autoptr (GPtrArray) events = NULL;

  add_signature (f, first, beata, "2025-02-13", NULL);
  add_signature (f, second, beata, "2025-08-12", "chce poczekać");
  asy_plan_review_set_plan_id (review, asy_record_get_id (ASY_RECORD (first)));
  asy_plan_review_set_day (review, store_fixture_day ("2025-05-12"));
  asy_plan_review_set_note (review, "dzieci chodzą do szkoły");
  g_assert_true (asy_repo_save (f->session, review, NULL));
  data = load (f, family_id, FALSE);
  events = asy_family_timeline_build (data, dictionary);
  g_assert_cmpstr (find_event (events, ASY_EVENT_PLAN, "2025-02-10")->title, ==, "Plan consulted with the social worker");
  g_assert_cmpstr (find_event (events, ASY_EVENT_PLAN, "2025-02-10")->text, ==, "Maria Wymyślona · bez uwag");
  g_assert_cmpstr (find_event (events, ASY_EVENT_PLAN, "2025-02-13")->title, ==, "Plan signed: Beata Malinowska");
  g_assert_cmpstr (find_event (events, ASY_EVENT_PLAN, "2025-05-12")->title, ==, "Plan reviewed");
  g_assert_cmpstr (find_event (events, ASY_EVENT_PLAN, "2025-05-12")->text, ==, "The plan goes on · dzieci chodzą do szkoły");
  g_assert_cmpstr (find_event (events, ASY_EVENT_PLAN, "2025-08-12")->title, ==, "Signing the plan refused: Beata Malinowska");
  g_assert_cmpstr (find_event (events, ASY_EVENT_PLAN, "2025-08-12")->text, ==, "chce poczekać");
}

/* The list */

static AsyFamilyRow *
find_row (GPtrArray *rows, const char *name)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (asy_family_row_get_name (rows->pdata[i]), name) == 0)
      return rows->pdata[i];
  return NULL;
}

static void
add_families (StoreFixture *f)
{
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  const gint64 zurawie = store_fixture_add_family (f, "Żurawinowie");
  const gint64 lipowie = store_fixture_add_family (f, "Lipowie");
  const gint64 lipowie_case = store_fixture_add_case (f, lipowie, "2026-03-20");

  store_fixture_add_assignment (f, store_fixture_add_case (f, zurawie, "2025-01-10"), worker_id, "2025-02-01");
  add_request (f, lipowie_case, NULL);
  store_fixture_add_family (f, "Łąccy");
}

static void
save (StoreFixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_repo_save (f->session, record, &error));
  g_assert_no_error (error);
}

static void
add_warning (StoreFixture *f, gint64 family_id, AsyWarningKind kind)
{
  g_autoptr (AsyFamilyWarning) warning = asy_family_warning_new ();

  asy_family_warning_set_family_id (warning, family_id);
  asy_family_warning_set_kind (warning, (int) kind);
  asy_family_warning_set_reason (warning, "pies");
  asy_family_warning_set_from_day (warning, STORE_FIXTURE_TODAY);
  save (f, warning);
}

static void
move_to (StoreFixture *f, gint64 family_id, const char *district, const char *street)
{
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, family_id, NULL);

  asy_family_set_district (family, district);
  asy_family_set_street (family, street);
  save (f, family);
}

/* Żurawinowie: a Blue Card, a child in foster care, a visit held, poverty. Lipowie: urgent, a threat, unemployment. Łąccy:
 * warnings. (1, 2, 3, as add_families() adds them.) */
static void
mark_families (StoreFixture *f)
{
  static const char *const poverty[] = { "P01", NULL };
  static const char *const unemployment[] = { "P04", NULL };
  g_autoptr (AsyBlueCard) card = asy_blue_card_new ();
  g_autoptr (AsyIntervention) intervention = asy_intervention_new ();
  g_autoptr (AsyCase) urgent = asy_repo_load (f->session, ASY_TYPE_CASE, 1, NULL);
  g_autoptr (AsyCase) sued = asy_repo_load (f->session, ASY_TYPE_CASE, 2, NULL);
  g_autoptr (GPtrArray) members = NULL;

  asy_blue_card_set_family_id (card, 1);
  asy_blue_card_set_started_on (card, store_fixture_day ("2026-01-10"));
  save (f, card);
  add_visit (f, 1, 2, 1, "2025-02-03", ASY_VISIT_STATE_HELD);
  store_fixture_add_person (f, 1, "Lena", "Żurawina", "daughter", "2017-08-11");
  members = asy_repo_list_by_id (f->session, ASY_TYPE_MEMBER, "WHERE t.family_id = :id", 1, NULL);
  asy_member_set_whereabouts (members->pdata[0], "foster-kin");
  save (f, members->pdata[0]);
  asy_intervention_set_family_id (intervention, 2);
  asy_intervention_set_day (intervention, STORE_FIXTURE_TODAY);
  asy_intervention_set_seen (intervention, "dzieci same w domu");
  save (f, intervention);
  asy_case_set_urgent (urgent, TRUE);
  save (f, urgent);
  asy_case_set_court_signature (sued, "III Nsm 128/26");
  save (f, sued);
  g_assert_true (asy_case_set_reasons (f->session, 2, poverty, NULL));
  g_assert_true (asy_case_set_reasons (f->session, 1, unemployment, NULL));
  move_to (f, 2, "Psie Pole", "Zimowa 1");
  move_to (f, 1, "Krzyki", "Chłodna 2");
  add_warning (f, 3, ASY_WARNING_KIND_ANIMAL);
  add_warning (f, 3, ASY_WARNING_KIND_TWO_PERSON);
}

typedef struct {
  AsyFamilyOrder order;
  gboolean is_descending;
} Order;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order *order = user_data;

  return asy_family_order_compare (order->order, order->is_descending, *(AsyFamilyRow *const *) a, *(AsyFamilyRow *const *) b);
}

/* The words of the list are indexed when a family is saved by its own door. */
static GPtrArray *
list_families (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *families;

  for (gint64 id = 1; id <= 3; id++)
    {
      g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, id, &error);

      g_assert_no_error (error);
      g_assert_true (asy_family_save (f->session, family, &error));
      g_assert_no_error (error);
    }
  families = asy_families_list (f->session, ASY_FAMILIES_ACTIVE, &error);
  g_assert_no_error (error);
  return families;
}

static char *
show (const AsyFamilyFilter *filter, GPtrArray *families)
{
  GString *shown = g_string_new (NULL);

  for (guint n = 0; n < families->len; n++)
    if (asy_family_filter_matches (filter, families->pdata[n]))
      g_string_append_printf (shown, "%s%s", shown->len > 0 ? " " : "", asy_family_row_get_name (families->pdata[n]));
  return g_string_free (shown, FALSE);
}

/* Facets are joined; the values of one are alternatives, but marks must all be there. */
static void
test_filter (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *filter;         /* as it is kept */
    const char *text;
    const char *shown;          /* names, with blanks between */
  } rows[] = {
    { "", NULL, "Lipowie Łąccy Żurawinowie" },
    { "", "zuraw", "Żurawinowie" },
    { "", "Łą", "Łąccy" },
    { "", "laccy zmyslona", "Łąccy" },
    { "", "winowie", "" },
    { "worker none\n", NULL, "Lipowie Łąccy" },
    { "worker 1\n", NULL, "Żurawinowie" },
    { "worker 1\nworker none\n", NULL, "Lipowie Łąccy Żurawinowie" },
    { "worker 7\n", NULL, "" },
    { "stage diagnosis\n", NULL, "Żurawinowie" },
    { "stage diagnosis\nstage notice\n", NULL, "Lipowie Żurawinowie" },
    { "due overdue\n", NULL, "Żurawinowie" },
    { "due 30-days\n", NULL, "Lipowie" },
    { "due 7-days\n", NULL, "Lipowie" },
    { "flag court\n", NULL, "Lipowie" },
    { "flag court\n", "zuraw", "" },
    { "flag court-order\n", NULL, "" },
    { "flag no-visit\n", NULL, "Żurawinowie" },
    { "flag warning\n", NULL, "Łąccy" },
    { "flag warning\nflag two-person\n", NULL, "Łąccy" },
    { "flag warning\nflag blue-card\n", NULL, "" },
    { "flag blue-card\n", NULL, "Żurawinowie" },
    { "flag intervention\n", NULL, "Lipowie" },
    { "flag foster-care\n", NULL, "Żurawinowie" },
    { "flag urgent\n", NULL, "Lipowie" },
    { "district Ołbin\n", NULL, "Łąccy" },
    { "district Ołbin\ndistrict Psie Pole\n", NULL, "Lipowie Łąccy" },
    { "reason P01\n", NULL, "Żurawinowie" },
    { "reason P04\nreason P01\n", NULL, "Lipowie Żurawinowie" },
    { "reason P04\nstage diagnosis\n", NULL, "" },
    { "colour red\nstage nonsense\nworker x\n", NULL, "Lipowie Łąccy Żurawinowie" },
  };
  g_autoptr (GPtrArray) families = NULL;

  add_families (f);
  mark_families (f);
  families = list_families (f);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyFamilyFilter filter = { .today = STORE_FIXTURE_TODAY };
      g_autofree char *shown = NULL;

      asy_family_filter_from_text (&filter, rows[i].filter);
      asy_family_filter_set_text (&filter, rows[i].text);
      shown = show (&filter, families);
      g_test_message ("%s %s", rows[i].filter, rows[i].text != NULL ? rows[i].text : "");
      g_assert_cmpstr (shown, ==, rows[i].shown);
      asy_family_filter_clear (&filter);
    }
}

static void
test_filter_kept (void)
{
  AsyFamilyFilter filter = { .today = STORE_FIXTURE_TODAY };
  AsyFamilyFilter again = { .today = STORE_FIXTURE_TODAY };
  g_autofree char *text = NULL;
  g_autofree char *once_more = NULL;

  g_assert_true (asy_family_filter_is_empty (&filter));
  asy_family_filter_set (&filter, ASY_FAMILY_FACET_STAGE, "work", TRUE);
  asy_family_filter_set (&filter, ASY_FAMILY_FACET_STAGE, "work", TRUE);
  asy_family_filter_set (&filter, ASY_FAMILY_FACET_STAGE, "diagnosis", TRUE);
  asy_family_filter_set (&filter, ASY_FAMILY_FACET_STAGE, "nonsense", TRUE);
  asy_family_filter_set (&filter, ASY_FAMILY_FACET_DISTRICT, "Psie Pole", TRUE);
  asy_family_filter_set (&filter, ASY_FAMILY_FACET_DUE, ASY_FAMILY_DUE_OVERDUE, TRUE);
  asy_family_filter_set (&filter, ASY_FAMILY_FACET_DUE, ASY_FAMILY_DUE_OVERDUE, FALSE);
  filter.scope = ASY_FAMILIES_ALL;
  text = asy_family_filter_to_text (&filter);
  g_assert_cmpstr (text, ==, "scope all\nstage work\nstage diagnosis\ndistrict Psie Pole\n");
  asy_family_filter_set (&again, ASY_FAMILY_FACET_FLAG, "urgent", TRUE);
  asy_family_filter_from_text (&again, text);
  once_more = asy_family_filter_to_text (&again);
  g_assert_cmpstr (once_more, ==, text);
  g_assert_true (asy_family_filter_has (&again, ASY_FAMILY_FACET_DISTRICT, "Psie Pole"));
  g_assert_false (asy_family_filter_has (&again, ASY_FAMILY_FACET_FLAG, "urgent"));
  asy_family_filter_drop (&again, ASY_FAMILY_FACET_STAGE);
  g_assert_false (asy_family_filter_has (&again, ASY_FAMILY_FACET_STAGE, "work"));
  g_assert_true (asy_family_filter_is_chosen (&again));
  asy_family_filter_reset (&again);
  g_assert_true (asy_family_filter_is_empty (&again));
  asy_family_filter_clear (&filter);
  asy_family_filter_clear (&again);
}

/* Ascending and descending; what is not known last in both. */
static void
test_order (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    AsyFamilyOrder order;
    const char *up;
    const char *down;
  } rows[] = {
    { ASY_FAMILY_ORDER_NAME, "Lipowie Łąccy Żurawinowie", "Żurawinowie Łąccy Lipowie" },
    { ASY_FAMILY_ORDER_DUE, "Żurawinowie Lipowie Łąccy", "Lipowie Żurawinowie Łąccy" },
    { ASY_FAMILY_ORDER_STAGE, "Łąccy Lipowie Żurawinowie", "Żurawinowie Lipowie Łąccy" },
    { ASY_FAMILY_ORDER_ASSISTANT, "Żurawinowie Lipowie Łąccy", "Żurawinowie Lipowie Łąccy" },
    { ASY_FAMILY_ORDER_DISTRICT, "Żurawinowie Łąccy Lipowie", "Lipowie Łąccy Żurawinowie" },
    { ASY_FAMILY_ORDER_LAST_VISIT, "Żurawinowie Lipowie Łąccy", "Żurawinowie Lipowie Łąccy" },
    { ASY_FAMILY_ORDER_REGISTERED, "Żurawinowie Lipowie Łąccy", "Lipowie Żurawinowie Łąccy" },
    { ASY_FAMILY_ORDER_CHILDREN, "Lipowie Łąccy Żurawinowie", "Żurawinowie Lipowie Łąccy" },
    { ASY_FAMILY_ORDER_STEP, "Lipowie Żurawinowie Łąccy", "Żurawinowie Lipowie Łąccy" },
    { ASY_FAMILY_ORDER_NEXT_VISIT, "Lipowie Łąccy Żurawinowie", "Lipowie Łąccy Żurawinowie" },
    { ASY_FAMILY_ORDER_ASSESSMENT, "Żurawinowie Lipowie Łąccy", "Żurawinowie Lipowie Łąccy" },
    { ASY_FAMILY_ORDER_FLAGS, "Lipowie Łąccy Żurawinowie", "Żurawinowie Łąccy Lipowie" },
    { ASY_FAMILY_ORDER_SIGNATURE, "Żurawinowie Lipowie Łąccy", "Żurawinowie Lipowie Łąccy" },
    { ASY_FAMILY_ORDER_ADDRESS, "Żurawinowie Łąccy Lipowie", "Lipowie Łąccy Żurawinowie" },
  };
  g_autoptr (GPtrArray) families = NULL;
  AsyFamilyFilter all = { .today = STORE_FIXTURE_TODAY };

  add_families (f);
  mark_families (f);
  families = list_families (f);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int is_descending = 0; is_descending < 2; is_descending++)
      {
        const Order order = { rows[i].order, is_descending };
        g_autofree char *shown = NULL;

        g_ptr_array_sort_with_data (families, compare_rows, (gpointer) &order);
        shown = show (&all, families);
        g_assert_cmpstr (shown, ==, is_descending ? rows[i].down : rows[i].up);
      }
}

/* The name before the street, whatever the order. */
static void
test_order_of_search (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) families = NULL;
  AsyFamilyFilter filter = { .today = STORE_FIXTURE_TODAY };
  AsyFamilyRow *early, *late;

  add_families (f);
  families = list_families (f);
  early = find_row (families, "Żurawinowie");
  late = find_row (families, "Lipowie");
  asy_family_filter_set_text (&filter, "Lipowie");
  g_assert_cmpint (asy_family_filter_compare (&filter, ASY_FAMILY_ORDER_DUE, FALSE, early, late), >, 0);
  asy_family_filter_set_text (&filter, "");
  g_assert_cmpint (asy_family_filter_compare (&filter, ASY_FAMILY_ORDER_DUE, FALSE, early, late), <, 0);
  asy_family_filter_clear (&filter);
}

/* A list that is loaded again shows what changed, and only that. */
static void
test_same_rows (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  add_families (f);
  before = list_families (f);
  after = list_families (f);
  for (guint i = 0; i < before->len; i++)
    g_assert_true (asy_family_row_same (before->pdata[i], after->pdata[i]));
  g_assert_false (asy_family_row_same (before->pdata[0], before->pdata[1]));
  g_clear_pointer (&after, g_ptr_array_unref);
  mark_families (f);
  after = list_families (f);
  for (guint i = 0; i < before->len; i++)
    g_assert_false (asy_family_row_same (before->pdata[i], after->pdata[i]));
}

/* Registration */

static void
add_member (GPtrArray *members, const char *given, const char *name, const char *role, const char *born)
{
  g_autoptr (AsyPerson) person = asy_person_new ();
  g_autoptr (AsyMember) member = asy_member_new ();

  asy_person_set_given_name (person, given);
  asy_person_set_family_name (person, name);
  asy_person_set_birth_date (person, store_fixture_day (born));
  asy_person_set_no_pesel_reason (person, ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);
  asy_member_set_role (member, role);
  g_ptr_array_add (members, asy_member_entry_new (member, person));
}

static GPtrArray *
new_members (void)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);

  add_member (members, "Kacper", "Leśny", "son", "2015-06-01");
  add_member (members, "Beata", "Malinowska", "mother", "1991-05-05");
  return members;
}

static void
test_propose_name (void)
{
  g_autoptr (GPtrArray) members = new_members ();
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();
  g_autofree char *name = asy_registration_propose_name (members, STORE_FIXTURE_TODAY);
  g_autofree char *alone = NULL;

  g_assert_cmpstr (name, ==, "Malinowscy");
  g_assert_null (asy_registration_propose_name (empty, STORE_FIXTURE_TODAY));
  g_ptr_array_remove_index (members, 1);
  alone = asy_registration_propose_name (members, STORE_FIXTURE_TODAY);
  /* Where the rules are not sure, the name is the surname itself. */
  g_assert_cmpstr (alone, ==, "Leśny");
}

static AsyRegistration *
new_registration (const char *name, AsyDay consent_on)
{
  static const char *const reasons[] = { "P10", "W13", NULL };
  g_autoptr (GPtrArray) members = new_members ();
  g_autoptr (AsyFamily) family = asy_family_new ();
  g_autoptr (AsyCase) case_file = asy_case_new ();

  asy_family_set_name (family, name);
  asy_case_set_notice_on (case_file, STORE_FIXTURE_TODAY);
  return asy_registration_new (family, members, case_file, reasons, consent_on);
}

static void
test_register (StoreFixture *f, gconstpointer user_data)
{
  AsyRegistration *registration = new_registration ("Malinowscy", STORE_FIXTURE_TODAY);
  g_autoptr (GError) error = NULL;
  g_autofree char *signer = NULL;
  g_autofree char *reasons = NULL;

  g_assert_true (asy_registration_save (f->session, registration, &error));
  g_assert_no_error (error);
  asy_registration_free (registration);
  store_fixture_reopen (f);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM member WHERE family_id = 1"), ==, 2);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM case_file WHERE family_id = 1"), ==, 1);
  /* The consent is the mother's and not the child's who was written down first. */
  signer = store_fixture_query_text (f, "SELECT p.given_name FROM consent c JOIN person p ON p.id = c.person_id");
  g_assert_cmpstr (signer, ==, "Beata");
  reasons = store_fixture_query_text (f, "SELECT group_concat(reason, ' ') FROM (SELECT reason FROM case_reason ORDER BY reason)");
  g_assert_cmpstr (reasons, ==, "P10 W13");
}

/* All or nothing: a family without a name leaves nobody behind. */
static void
test_register_refused (StoreFixture *f, gconstpointer user_data)
{
  AsyRegistration *registration = new_registration (NULL, ASY_DAY_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_false (asy_registration_save (f->session, registration, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_MISSING);
  asy_registration_free (registration);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM family)"), ==, 0);
}

static void
test_person_family (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 person_id = store_fixture_add_person (f, family_id, "Beata", "Malinowska", "mother", "1991-05-05");
  g_autoptr (GError) error = NULL;
  gint64 found = -1;

  g_assert_true (asy_person_find_family (f->session, person_id, &found, &error));
  g_assert_no_error (error);
  g_assert_cmpint (found, ==, family_id);
  g_assert_true (asy_person_find_family (f->session, person_id + 1, &found, &error));
  g_assert_cmpint (found, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (StoreFixture *, gconstpointer);
  } tests[] = {
    { "/families/data/access", test_access },
    { "/families/data/facts", test_facts },
    { "/families/data/timeline", test_timeline },
    { "/families/data/timeline-of-a-plan", test_timeline_of_a_plan },
    { "/families/data/ages-at-an-event", test_ages_at_an_event },
    { "/families/data/names-at-an-event", test_names_at_an_event },
    { "/families/list/filter", test_filter },
    { "/families/list/order", test_order },
    { "/families/list/order-of-search", test_order_of_search },
    { "/families/list/same-rows", test_same_rows },
    { "/families/registration/save", test_register },
    { "/families/registration/refused", test_register_refused },
    { "/families/person/family", test_person_family },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].test, store_fixture_tear_down);
  g_test_add_func ("/families/list/filter-kept", test_filter_kept);
  g_test_add_func ("/families/registration/name", test_propose_name);
  return g_test_run ();
}
