/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-assessments.h"
#include "store/asy-letters.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"
#include "store/asy-visits.h"

typedef struct {
  StoreFixture store;
  gint64 ewa;
  gint64 family_id;
  gint64 case_id;
  gint64 goal_id;               /* in area O2, partly reached */
} Fixture;

static void
save (Fixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;

  asy_repo_save (f->store.session, record, &error);
  g_assert_no_error (error);
}

static void
add_plan (Fixture *f)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_plan_set_case_file_id (plan, f->case_id);
  asy_plan_set_number (plan, 1);
  asy_plan_set_version (plan, 1);
  asy_plan_set_agreed_on (plan, asy_day_new (2025, 10, 20));
  save (f, plan);
  asy_goal_set_plan_id (goal, asy_record_get_id (ASY_RECORD (plan)));
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, "Regularna nauka");
  asy_goal_set_status (goal, ASY_GOAL_STATUS_PARTLY);
  asy_goal_set_status_note (goal, "nieobecności tylko usprawiedliwione");
  save (f, goal);
  f->goal_id = asy_record_get_id (ASY_RECORD (goal));
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  StoreFixture *s = &f->store;

  store_fixture_set_up (s, NULL);
  f->ewa = store_fixture_add_worker (s, "Ewa", "Zmyślona");
  f->family_id = store_fixture_add_family (s, "Malinowscy");
  f->case_id = store_fixture_add_case (s, f->family_id, "2025-09-15");
  store_fixture_add_person (s, f->family_id, "Beata", "Malinowska", "mother", "1991-05-02");
  store_fixture_add_person (s, f->family_id, "Lena", "Malinowska", "daughter", "2017-08-11");
  store_fixture_add_person (s, f->family_id, "Kacper", "Malinowski", "son", "2008-03-24");
  store_fixture_add_assignment (s, f->case_id, f->ewa, "2025-10-01");
  add_plan (f);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

static void
add_visit (Fixture *f, const char *day, AsyVisitState state, const char *duty)
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
  asy_visit_record (f->store.session, file, &error);
  g_assert_no_error (error);
}

static void
add_task (Fixture *f, const char *what, AsyTaskStatus status, const char *until, const char *done)
{
  g_autoptr (AsyTask) task = asy_task_new ();

  asy_task_set_goal_id (task, f->goal_id);
  asy_task_set_what (task, what);
  asy_task_set_status (task, status);
  asy_task_set_until_day (task, store_fixture_day (until));
  if (done != NULL)
    asy_task_set_done_on (task, store_fixture_day (done));
  save (f, task);
}

static void
add_court_request (Fixture *f)
{
  g_autoptr (AsyCourtRequest) request = asy_court_request_new ();

  asy_court_request_set_case_file_id (request, f->case_id);
  asy_court_request_set_signature (request, "III Nsm 12/26");
  asy_court_request_set_received_on (request, asy_day_new (2026, 2, 10));
  asy_court_request_set_due_on (request, asy_day_new (2026, 2, 24));
  asy_court_request_set_hearing_on (request, asy_day_new (2026, 3, 5));
  save (f, request);
}

static void
add_contact (Fixture *f, const char *day, const char *kind)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();

  asy_visit_set_worker_id (visit, f->ewa);
  asy_visit_set_family_id (visit, f->family_id);
  asy_visit_set_case_file_id (visit, f->case_id);
  asy_visit_set_day (visit, store_fixture_day (day));
  asy_visit_set_start_minute (visit, 480);
  asy_visit_set_minutes (visit, 45);
  asy_visit_set_kind (visit, kind);
  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  save (f, visit);
}

static void
add_helpers (Fixture *f)
{
  g_autoptr (AsyInvolvement) clinic = asy_involvement_new ();
  g_autoptr (AsyIntervention) threat = asy_intervention_new ();

  asy_involvement_set_family_id (clinic, f->family_id);
  asy_involvement_set_who (clinic, "Poradnia na Górce");
  asy_involvement_set_doing (clinic, "terapia matki");
  asy_involvement_set_result (clinic, "chodzi regularnie");
  save (f, clinic);
  asy_intervention_set_family_id (threat, f->family_id);
  asy_intervention_set_day (threat, asy_day_new (2026, 3, 3));
  asy_intervention_set_seen (threat, "dziecko samo w domu");
  asy_intervention_set_social_worker_on (threat, asy_day_new (2026, 3, 3));
  asy_intervention_set_court_on (threat, asy_day_new (2026, 3, 4));
  save (f, threat);
}

/* In the period, and each once outside of it. */
static void
add_facts (Fixture *f)
{
  const gint64 jan = store_fixture_add_worker (&f->store, "Jan", "Wymyślony");

  store_fixture_add_assignment (&f->store, f->case_id, jan, "2026-02-01");
  add_task (f, "zapisać Lenę do świetlicy", ASY_TASK_STATUS_DONE, "2026-01-31", "2026-01-12");
  add_task (f, "zgłosić się do lekarza", ASY_TASK_STATUS_DONE, "2025-09-20", "2025-09-19");
  add_task (f, "wyrobić kartę dużej rodziny", ASY_TASK_STATUS_IN_PROGRESS, "2026-02-28", NULL);
  add_task (f, "kupić biurko", ASY_TASK_STATUS_PLANNED, "2026-06-30", NULL);
  add_court_request (f);
  add_contact (f, "2025-11-03", "with-authority");
  add_contact (f, "2026-01-05", "with-authority");
  add_contact (f, "2025-09-30", "phone");
  add_helpers (f);
}

static AsyAssessmentFile *
prefill (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  AsyAssessmentFile *file = asy_assessment_prefill (f->store.session, f->case_id, &error);

  g_assert_no_error (error);
  return file;
}

/* Fills what only a person can know. */
static void
fill_in (AsyAssessmentFile *file, int now)
{
  for (guint i = 0; i < file->areas->len; i++)
    {
      asy_assessment_area_set_now (g_ptr_array_index (file->areas, i), now);
      asy_assessment_area_set_note (g_ptr_array_index (file->areas, i), "widać postępy");
    }
  asy_assessment_set_cooperation (file->assessment, 4);
  asy_assessment_set_conclusion (file->assessment, ASY_ASSESSMENT_CONCLUSION_CONTINUE);
  asy_assessment_set_conclusion_note (file->assessment, "Rodzina robi postępy.");
}

static AsyAssessmentFile *
add_finished (Fixture *f, int now)
{
  g_autoptr (GError) error = NULL;
  AsyAssessmentFile *file = prefill (f);

  fill_in (file, now);
  asy_assessment_finish (f->store.session, file, &error);
  g_assert_no_error (error);
  return file;
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
test_the_first_one_counts_from_the_assignment (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyAssessmentFile) file = NULL;
  AsyAssessmentArea *area;

  add_visit (f, "2025-09-30", ASY_VISIT_STATE_HELD, NULL);
  add_visit (f, "2025-10-01", ASY_VISIT_STATE_HELD, "13");
  add_visit (f, "2026-03-24", ASY_VISIT_STATE_HELD, "13");
  add_visit (f, "2026-02-01", ASY_VISIT_STATE_MISSED, NULL);
  file = prefill (f);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (file->assessment)), ==, 0);
  g_assert_cmpint (asy_assessment_get_number (file->assessment), ==, 1);
  g_assert_cmpint (asy_assessment_get_worker_id (file->assessment), ==, f->ewa);
  g_assert_cmpuint (asy_assessment_get_from_day (file->assessment), ==, asy_day_new (2025, 10, 1));
  g_assert_cmpuint (asy_assessment_get_until_day (file->assessment), ==, STORE_FIXTURE_TODAY);
  g_assert_cmpint (asy_assessment_get_visits_held (file->assessment), ==, 2);
  g_assert_cmpint (asy_assessment_get_visits_missed (file->assessment), ==, 1);
  g_assert_cmpint (asy_assessment_get_visit_minutes (file->assessment), ==, 180);
  g_assert_cmpstr (asy_assessment_get_help_given (file->assessment), ==, "Indywidualne konsultacje wychowawcze (2 razy)");

  /* Of the areas only that of the plan; nobody has judged it yet. */
  g_assert_cmpuint (file->areas->len, ==, 1);
  area = g_ptr_array_index (file->areas, 0);
  g_assert_cmpstr (asy_assessment_area_get_area (area), ==, "O2");
  g_assert_cmpint (asy_assessment_area_get_at_start (area), ==, ASY_ASSESSMENT_UNKNOWN);
  g_assert_cmpint (asy_assessment_area_get_before (area), ==, ASY_ASSESSMENT_UNKNOWN);
  g_assert_cmpint (asy_assessment_area_get_now (area), ==, ASY_ASSESSMENT_UNKNOWN);

  /* Kacper is of age today. */
  g_assert_cmpuint (file->children->len, ==, 1);
  g_assert_cmpstr (asy_person_get_given_name (g_ptr_array_index (file->persons, 0)), ==, "Lena");
  g_assert_cmpstr (asy_assessment_child_get_whereabouts (g_ptr_array_index (file->children, 0)), ==, "w rodzinie");

  g_assert_cmpuint (file->goals->len, ==, 1);
  g_assert_cmpint (asy_assessment_goal_get_degree (g_ptr_array_index (file->goals, 0)), ==, ASY_ASSESSMENT_GOAL_DEGREE_PARTLY);
  g_assert_cmpstr (asy_goal_get_title (asy_assessment_file_find_goal (file, f->goal_id)), ==, "Regularna nauka");
}

/* What the register knows goes before the eyes of whoever writes: changes, tasks, help, institutions, threats. */
static void
test_the_register_tells_what_it_knows (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyAssessmentFile) file = NULL;
  g_autoptr (AsyFamily) family = NULL;
  AsyAssessment *assessment;

  add_facts (f);
  family = asy_repo_load (f->store.session, ASY_TYPE_FAMILY, f->family_id, NULL);
  asy_family_set_street (family, "ul. Nowa 7");
  save (f, family);
  file = prefill (f);
  assessment = file->assessment;
  g_assert_cmpstr (asy_assessment_get_changes (assessment), ==,
                   "Nowy adres: ul. Nowa 7, wpisany 24.03.2026\u00a0r.\n"
                   "Zmiana asystenta: Jan Wymyślony, od 01.02.2026\u00a0r.\n"
                   "Pismo sądu (III Nsm 12/26), wpłynęło 10.02.2026\u00a0r.\n"
                   "Rozprawa (III Nsm 12/26) dnia 05.03.2026\u00a0r.");
  g_assert_cmpstr (asy_assessment_get_tasks (assessment), ==,
                   "Wykonano 1 zadanie:\n– zapisać Lenę do świetlicy, 12.01.2026\u00a0r.\nPo terminie:\n– wyrobić kartę dużej rodziny, termin 28.02.2026\u00a0r.");
  g_assert_cmpstr (asy_assessment_get_help_given (assessment), ==, "Towarzyszenie w urzędzie (2 razy)");
  g_assert_cmpstr (asy_assessment_get_institutions (assessment), ==, "Poradnia na Górce: terapia matki – chodzi regularnie");
  g_assert_cmpstr (asy_assessment_get_risks (assessment), ==,
                   "Interwencja 03.03.2026\u00a0r. – powiadomiono: pracownika socjalnego, sąd opiekuńczy");
}

static void
test_scales_of_goals_are_one (Fixture *f, gconstpointer user_data)
{
  for (guint i = 0; asy_goal_status_nicks[i] != NULL || asy_assessment_goal_degree_nicks[i] != NULL; i++)
    g_assert_cmpstr (asy_goal_status_nicks[i], ==, asy_assessment_goal_degree_nicks[i]);
}

static void
test_the_next_one_begins_where_the_last_ended (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) first = add_finished (f, 3);
  g_autoptr (AsyAssessmentFile) second = NULL;
  g_autoptr (AsyAssessmentFile) third = NULL;
  g_autoptr (AsyMember) member = NULL;
  AsyAssessmentArea *area;
  AsyAssessmentArea *home = asy_assessment_area_new ();

  asy_clock_set_fixed (f->store.clock, asy_day_new (2026, 9, 20), 600);
  member = asy_repo_load (f->store.session, ASY_TYPE_MEMBER,
                          store_fixture_query_int (&f->store, "SELECT m.id FROM member m JOIN person p ON p.id = m.person_id"
                                                              " WHERE p.given_name = 'Lena'"),
                          &error);
  asy_member_set_whereabouts (member, "foster-kin");
  asy_member_set_whereabouts_since (member, asy_day_new (2026, 5, 4));
  save (f, member);

  second = prefill (f);
  g_assert_cmpint (asy_assessment_get_number (second->assessment), ==, 2);
  g_assert_cmpuint (asy_assessment_get_from_day (second->assessment), ==, STORE_FIXTURE_TODAY + 1);
  area = g_ptr_array_index (second->areas, 0);
  g_assert_cmpint (asy_assessment_area_get_at_start (area), ==, 3);
  g_assert_cmpint (asy_assessment_area_get_before (area), ==, 3);
  g_assert_cmpstr (asy_assessment_area_get_before_note (area), ==, asy_assessment_area_get_note (g_ptr_array_index (first->areas, 0)));
  g_assert_cmpstr (asy_assessment_area_get_start_note (area), ==, asy_assessment_area_get_note (g_ptr_array_index (first->areas, 0)));
  g_assert_nonnull (asy_assessment_area_get_before_note (area));
  g_assert_nonnull (g_strstr_len (asy_assessment_get_changes (second->assessment), -1,
                                  "Lena Malinowska – rodzina zastępcza spokrewniona od"));

  asy_assessment_area_set_area (home, "O12");
  asy_assessment_area_set_at_start (home, 4);
  asy_assessment_area_set_start_note (home, "mieszkanie bez ogrzewania");
  g_ptr_array_add (second->areas, home);
  fill_in (second, 2);
  g_assert_true (asy_assessment_finish (f->store.session, second, &error));
  g_assert_no_error (error);

  asy_clock_set_fixed (f->store.clock, asy_day_new (2027, 3, 20), 600);
  third = prefill (f);
  g_assert_cmpuint (third->areas->len, ==, 2);
  area = g_ptr_array_index (third->areas, 0);
  g_assert_cmpint (asy_assessment_area_get_at_start (area), ==, 3);
  g_assert_cmpint (asy_assessment_area_get_before (area), ==, 2);
  area = g_ptr_array_index (third->areas, 1);
  g_assert_cmpstr (asy_assessment_area_get_area (area), ==, "O12");
  g_assert_cmpint (asy_assessment_area_get_at_start (area), ==, 4);
  g_assert_cmpstr (asy_assessment_area_get_start_note (area), ==, "mieszkanie bez ogrzewania");
}

/* At the end of the work: it ends with the work, sums it up, and tells of help from the first day on. */
static void
test_the_closing_one (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyCase) case_file = asy_repo_load (f->store.session, ASY_TYPE_CASE, f->case_id, &error);
  g_autoptr (AsyAssessmentFile) periodic = NULL;
  g_autoptr (AsyAssessmentFile) file = NULL;
  g_autoptr (AsyLetterFile) paper = NULL;
  const char *note;

  add_visit (f, "2025-11-04", ASY_VISIT_STATE_HELD, "2");
  add_visit (f, "2026-03-10", ASY_VISIT_STATE_HELD, "2");
  periodic = prefill (f);
  g_assert_cmpint (asy_assessment_get_kind (periodic->assessment), ==, ASY_ASSESSMENT_KIND_PERIODIC);
  asy_case_set_end_proposed_on (case_file, asy_day_new (2026, 3, 2));
  asy_case_set_ended_on (case_file, asy_day_new (2026, 3, 20));
  asy_case_set_end_reason (case_file, "goals");
  save (f, case_file);
  file = prefill (f);
  note = asy_assessment_get_conclusion_note (file->assessment);
  g_assert_cmpint (asy_assessment_get_kind (file->assessment), ==, ASY_ASSESSMENT_KIND_CLOSING);
  g_assert_cmpuint (asy_assessment_get_until_day (file->assessment), ==, asy_day_new (2026, 3, 20));
  g_assert_cmpint (asy_assessment_get_conclusion (file->assessment), ==, ASY_ASSESSMENT_CONCLUSION_END);
  g_assert_nonnull (g_strstr_len (note, -1, "(5 miesięcy), odbyto 2 wizyty."));
  g_assert_nonnull (g_strstr_len (note, -1, "Zrealizowano 0 z 1 celu planu."));
  g_assert_nonnull (g_strstr_len (note, -1, "Powód zakończenia: "));
  g_assert_nonnull (g_strstr_len (asy_assessment_get_help_given (file->assessment), -1, "(2 razy)"));
  fill_in (file, 1);
  g_assert_true (asy_assessment_finish (f->store.session, file, &error));
  g_assert_no_error (error);
  paper = asy_letter_draft_assessment (f->store.session, asy_record_get_id (ASY_RECORD (file->assessment)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_letter_get_title (paper->letter), ==, "Ocena końcowa sytuacji rodziny (nr 1)");
}

static void
test_without_a_plan_all_areas_stand_open (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gint64 family_id = store_fixture_add_family (&f->store, "Nowi");
  const gint64 case_id = store_fixture_add_case (&f->store, family_id, "2026-03-24");
  g_autoptr (AsyAssessmentFile) file = asy_assessment_prefill (f->store.session, case_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->areas->len, ==, 14);
  g_assert_cmpstr (asy_assessment_area_get_area (g_ptr_array_index (file->areas, 9)), ==, "O10");
  g_assert_cmpuint (file->goals->len, ==, 0);
  g_assert_null (asy_assessment_get_changes (file->assessment));
  g_assert_null (asy_assessment_prefill (f->store.session, 999, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
}

static void
test_all_parts_are_saved_together (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) file = prefill (f);
  g_autoptr (AsyAssessmentFile) fresh = NULL;
  AsyAssessmentArea *swapped = asy_assessment_area_new ();
  gint64 id;

  asy_assessment_child_set_health (g_ptr_array_index (file->children, 0), "szczepienia aktualne");
  g_assert_true (asy_assessment_save (f->store.session, file, &error));
  g_assert_no_error (error);
  id = asy_record_get_id (ASY_RECORD (file->assessment));
  store_fixture_reopen (&f->store);
  fresh = asy_assessment_file_load (f->store.session, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fresh->areas->len, ==, 1);
  g_assert_cmpuint (fresh->members->len, ==, 1);
  g_assert_cmpstr (asy_assessment_child_get_health (g_ptr_array_index (fresh->children, 0)), ==, "szczepienia aktualne");
  g_assert_nonnull (asy_assessment_file_find_person (fresh, asy_assessment_child_get_person_id (g_ptr_array_index (fresh->children, 0))));
  g_assert_cmpstr (asy_goal_get_title (g_ptr_array_index (fresh->plan_goals, 0)), ==, "Regularna nauka");

  /* A line taken out and put in again is another row in the same place. */
  g_ptr_array_set_size (fresh->areas, 0);
  asy_assessment_area_set_area (swapped, "O2");
  asy_assessment_area_set_now (swapped, 1);
  g_ptr_array_add (fresh->areas, swapped);
  g_ptr_array_set_size (fresh->goals, 0);
  g_assert_true (asy_assessment_save (f->store.session, fresh, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT now FROM assessment_area"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM assessment_goal"), ==, 0);
}

static void
test_a_failed_save_leaves_records_as_they_were (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) file = prefill (f);
  AsyAssessmentChild *nobody = asy_assessment_child_new ();

  asy_assessment_child_set_person_id (nobody, 4711);
  g_ptr_array_add (file->children, nobody);
  g_assert_false (asy_assessment_save (f->store.session, file, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CONSTRAINT);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (file->assessment)), ==, 0);
  g_assert_cmpint (asy_record_get_id (g_ptr_array_index (file->areas, 0)), ==, 0);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM assessment"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE kind LIKE 'assessment%'"), ==, 0);
}

static void
test_what_is_missing_is_named (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) file = prefill (f);

  assert_refused (asy_assessment_finish (f->store.session, file, &error), &error, ASY_STORE_ERROR_MISSING, "Now");
  fill_in (file, 2);
  asy_assessment_set_conclusion (file->assessment, ASY_ASSESSMENT_CONCLUSION_NONE);
  assert_refused (asy_assessment_finish (f->store.session, file, &error), &error, ASY_STORE_ERROR_MISSING, "Conclusion");
  fill_in (file, 2);
  asy_assessment_set_made_on (file->assessment, STORE_FIXTURE_TODAY + 1);
  assert_refused (asy_assessment_finish (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Made on");
  asy_assessment_set_made_on (file->assessment, STORE_FIXTURE_TODAY - 1);
  assert_refused (asy_assessment_finish (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Made on");
  asy_assessment_set_made_on (file->assessment, ASY_DAY_NONE);
  asy_assessment_set_until_day (file->assessment, STORE_FIXTURE_TODAY + 1);
  assert_refused (asy_assessment_finish (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Until");
  asy_assessment_set_until_day (file->assessment, asy_day_new (2025, 1, 1));
  assert_refused (asy_assessment_save (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Until");
  asy_assessment_set_until_day (file->assessment, STORE_FIXTURE_TODAY);
  asy_assessment_set_cooperation (file->assessment, 6);
  assert_refused (asy_assessment_save (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Co-operation");
  asy_assessment_set_cooperation (file->assessment, 5);
  asy_assessment_area_set_now (g_ptr_array_index (file->areas, 0), 5);
  assert_refused (asy_assessment_save (f->store.session, file, &error), &error, ASY_STORE_ERROR_INVALID, "Now");
  asy_assessment_area_set_now (g_ptr_array_index (file->areas, 0), 4);
  g_assert_true (asy_assessment_finish (f->store.session, file, &error));
  g_assert_no_error (error);
  g_assert_true (asy_assessment_get_final (file->assessment));
  g_assert_cmpuint (asy_assessment_get_made_on (file->assessment), ==, STORE_FIXTURE_TODAY);
}

static void
test_one_at_a_time_and_none_over_another (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) first = add_finished (f, 2);
  g_autoptr (AsyAssessmentFile) second = NULL;
  g_autoptr (AsyAssessmentFile) third = NULL;

  asy_clock_set_fixed (f->store.clock, asy_day_new (2026, 9, 20), 600);
  second = prefill (f);
  third = prefill (f);
  asy_assessment_set_from_day (second->assessment, STORE_FIXTURE_TODAY);
  assert_refused (asy_assessment_save (f->store.session, second, &error), &error, ASY_STORE_ERROR_OVERLAP, "From");
  asy_assessment_set_from_day (second->assessment, STORE_FIXTURE_TODAY + 1);
  g_assert_true (asy_assessment_save (f->store.session, second, &error));
  assert_refused (asy_assessment_save (f->store.session, third, &error), &error, ASY_STORE_ERROR_OVERLAP, "From");
  g_assert_null (asy_assessment_prefill (f->store.session, f->case_id, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_OVERLAP);
  g_clear_error (&error);

  g_assert_true (asy_assessment_discard (f->store.session, second->assessment, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM assessment_area"), ==, (gint64) first->areas->len);
  g_assert_true (asy_assessment_save (f->store.session, third, &error));
}

static void
test_a_finished_one_is_only_handed_over (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) file = prefill (f);
  g_autoptr (AsyAssessment) edited = NULL;

  g_assert_true (asy_assessment_save (f->store.session, file, &error));
  assert_refused (asy_assessment_hand_over (f->store.session, file->assessment, STORE_FIXTURE_TODAY, "Jan Wzorcowy", &error),
                  &error, ASY_STORE_ERROR_INCOMPLETE, NULL);
  fill_in (file, 2);
  g_assert_true (asy_assessment_finish (f->store.session, file, &error));
  g_assert_no_error (error);

  asy_assessment_set_risks (file->assessment, "dopisane później");
  assert_refused (asy_assessment_save (f->store.session, file, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  edited = asy_record_duplicate (file->assessment);
  assert_refused (asy_assessment_hand_over (f->store.session, edited, STORE_FIXTURE_TODAY, "Jan Wzorcowy", &error), &error,
                  ASY_STORE_ERROR_FROZEN, "Risks to the children");
  assert_refused (asy_assessment_discard (f->store.session, file->assessment, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);

  asy_assessment_set_risks (file->assessment, NULL);
  assert_refused (asy_assessment_hand_over (f->store.session, file->assessment, STORE_FIXTURE_TODAY - 1, "Jan Wzorcowy", &error),
                  &error, ASY_STORE_ERROR_INVALID, "Handed to the employer on");
  assert_refused (asy_assessment_hand_over (f->store.session, file->assessment, STORE_FIXTURE_TODAY, " ", &error), &error,
                  ASY_STORE_ERROR_MISSING, "Handed to");
  asy_assessment_set_coordinator_on (file->assessment, STORE_FIXTURE_TODAY + 1);
  assert_refused (asy_assessment_hand_over (f->store.session, file->assessment, STORE_FIXTURE_TODAY, "Jan Wzorcowy", &error), &error,
                  ASY_STORE_ERROR_INVALID, "Copy for the foster-care coordinator on");
  asy_assessment_set_coordinator_on (file->assessment, ASY_DAY_NONE);
  asy_assessment_set_social_worker_on (file->assessment, STORE_FIXTURE_TODAY);
  asy_assessment_set_read_on (file->assessment, STORE_FIXTURE_TODAY);
  asy_assessment_set_read_refusal (file->assessment, "ojciec nie podpisał: nie zgadza się z oceną");
  g_assert_true (asy_assessment_hand_over (f->store.session, file->assessment, STORE_FIXTURE_TODAY, "Jan Wzorcowy", &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM assessment WHERE handed_on = '2026-03-24'"
                                                    " AND social_worker_on = handed_on AND read_on = handed_on AND coordinator_on IS NULL"
                                                    " AND read_refusal LIKE 'ojciec%'"), ==, 1);
}

static void
test_visits_are_counted_anew (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) file = prefill (f);

  add_visit (f, "2026-01-10", ASY_VISIT_STATE_HELD, NULL);
  g_assert_cmpint (asy_assessment_get_visits_held (file->assessment), ==, 0);
  g_assert_true (asy_assessment_save (f->store.session, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (asy_assessment_get_visits_held (file->assessment), ==, 1);
  g_assert_cmpint (asy_assessment_get_visit_minutes (file->assessment), ==, 90);
}

/* Over all cases of the family, each mark at the end of its period; drafts say nothing yet. */
static void
test_series_run_through_the_cases (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) first = prefill (f);
  g_autoptr (AsyAssessmentFile) second = NULL;
  g_autoptr (AsyAssessmentFile) draft = NULL;
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const AsyAreaPoint *const *points;

  asy_assessment_area_set_at_start (first->areas->pdata[0], 4);
  fill_in (first, 2);
  g_assert_true (asy_assessment_finish (f->store.session, first, &error));
  asy_clock_set_fixed (f->store.clock, asy_day_new (2026, 9, 20), 600);
  f->case_id = store_fixture_add_case (&f->store, f->family_id, "2026-06-01");
  store_fixture_add_assignment (&f->store, f->case_id, f->ewa, "2026-06-10");
  add_plan (f);
  second = add_finished (f, 3);
  asy_clock_set_fixed (f->store.clock, asy_day_new (2026, 12, 1), 600);
  draft = prefill (f);
  fill_in (draft, 0);
  g_assert_true (asy_assessment_save (f->store.session, draft, &error));

  series = asy_assessments_load_series (f->store.session, f->family_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (series->len, ==, 1);
  points = (gpointer) ((AsyAreaSeries *) series->pdata[0])->points->pdata;
  g_assert_cmpuint (((AsyAreaSeries *) series->pdata[0])->points->len, ==, 3);
  g_assert_true (points[0]->is_start);
  g_assert_cmpint (points[0]->level, ==, 4);
  g_assert_cmpuint (points[0]->day, ==, asy_day_new (2025, 10, 1));
  g_assert_cmpuint (points[1]->day, ==, STORE_FIXTURE_TODAY);
  g_assert_cmpint (points[2]->level, ==, 3);
  g_assert_cmpstr (points[2]->note, ==, "widać postępy");
  all = asy_assessments_list_for_family (f->store.session, f->family_id, &error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (asy_record_get_id (all->pdata[0]), ==, asy_record_get_id (ASY_RECORD (second->assessment)));
}

static void
test_a_comparison_is_a_paper (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) first = add_finished (f, 2);
  g_autoptr (AsyAssessmentFile) second = NULL;
  g_autoptr (AsyLetterFile) paper = NULL;
  g_autoptr (AsyLetterFile) again = NULL;
  gint64 ids[2];

  asy_clock_set_fixed (f->store.clock, asy_day_new (2026, 9, 20), 600);
  second = prefill (f);
  g_assert_true (asy_assessment_save (f->store.session, second, &error));
  ids[0] = asy_record_get_id (ASY_RECORD (first->assessment));
  ids[1] = asy_record_get_id (ASY_RECORD (second->assessment));
  assert_refused (asy_letter_draft_comparison (f->store.session, ids[1], ids[0], &error) != NULL, &error, ASY_STORE_ERROR_INCOMPLETE, NULL);
  fill_in (second, 1);
  g_assert_true (asy_assessment_finish (f->store.session, second, &error));
  paper = asy_letter_draft_comparison (f->store.session, ids[1], ids[0], &error);
  g_assert_no_error (error);
  again = asy_letter_draft_comparison (f->store.session, ids[1], ids[0], &error);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (again->letter)), ==, asy_record_get_id (ASY_RECORD (paper->letter)));
  g_assert_cmpint (asy_letter_get_assessment_id (paper->letter), ==, ids[1]);
  g_assert_cmpint (asy_letter_get_compared_id (paper->letter), ==, ids[0]);
  g_assert_cmpstr (asy_letter_get_kind (paper->letter), ==, "comparison");
}

static void
test_families_are_not_compared (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) first = add_finished (f, 2);
  g_autoptr (AsyAssessmentFile) other = NULL;

  f->family_id = store_fixture_add_family (&f->store, "Obcy");
  f->case_id = store_fixture_add_case (&f->store, f->family_id, "2025-12-01");
  store_fixture_add_assignment (&f->store, f->case_id, f->ewa, "2025-12-10");
  other = add_finished (f, 1);
  assert_refused (asy_letter_draft_comparison (f->store.session, asy_record_get_id (ASY_RECORD (other->assessment)),
                                               asy_record_get_id (ASY_RECORD (first->assessment)), &error) != NULL,
                  &error, ASY_STORE_ERROR_INVALID, NULL);
}

/* What was saved last is there for another program at once, whatever becomes of this one. */
static void
test_a_draft_outlives_the_program (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) file = prefill (f);
  g_autoptr (AsyAssessmentFile) found = NULL;
  g_autoptr (AsySession) other = NULL;

  fill_in (file, 2);
  asy_assessment_set_risks (file->assessment, "zimne mieszkanie");
  g_assert_true (asy_assessment_save (f->store.session, file, &error));
  other = store_fixture_open_second (&f->store, "inny");
  found = asy_assessment_file_load (other, asy_record_get_id (ASY_RECORD (file->assessment)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_assessment_get_risks (found->assessment), ==, "zimne mieszkanie");
  g_assert_cmpint (asy_assessment_area_get_now (found->areas->pdata[0]), ==, 2);
}

static AsyAssessmentFile *
assess_and_hand_over (Fixture *f, AsyDay today, int now, AsyAssessmentConclusion conclusion)
{
  g_autoptr (GError) error = NULL;
  AsyAssessmentFile *file;

  asy_clock_set_fixed (f->store.clock, today, 600);
  file = prefill (f);
  fill_in (file, now);
  asy_assessment_set_conclusion (file->assessment, conclusion);
  g_assert_true (asy_assessment_finish (f->store.session, file, &error));
  g_assert_true (asy_assessment_hand_over (f->store.session, file->assessment, today, "Jan Wzorcowy", &error));
  g_assert_no_error (error);
  return file;
}

/* Plan, visits, assessment, half a year later another one that asks for a change of the plan, their comparison, the change. */
static void
test_from_plan_to_amendment (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) first = NULL;
  g_autoptr (AsyAssessmentFile) second = NULL;
  g_autoptr (AsyLetterFile) paper = NULL;
  g_autoptr (AsyPlanFile) amended = NULL;

  add_visit (f, "2026-01-10", ASY_VISIT_STATE_HELD, "13");
  first = assess_and_hand_over (f, STORE_FIXTURE_TODAY, 2, ASY_ASSESSMENT_CONCLUSION_CONTINUE);
  g_assert_cmpint (asy_assessment_get_visits_held (first->assessment), ==, 1);
  asy_clock_set_fixed (f->store.clock, asy_day_new (2026, 9, 20), 600);
  add_visit (f, "2026-05-10", ASY_VISIT_STATE_HELD, "13");
  add_visit (f, "2026-06-10", ASY_VISIT_STATE_MISSED, NULL);
  second = assess_and_hand_over (f, asy_day_new (2026, 9, 20), 3, ASY_ASSESSMENT_CONCLUSION_AMEND);
  g_assert_cmpint (asy_assessment_get_visits_held (second->assessment), ==, 1);
  g_assert_cmpint (asy_assessment_get_visits_missed (second->assessment), ==, 1);
  g_assert_cmpint (asy_assessment_area_get_before (second->areas->pdata[0]), ==, 2);
  paper = asy_letter_draft_comparison (f->store.session, asy_record_get_id (ASY_RECORD (second->assessment)),
                                       asy_record_get_id (ASY_RECORD (first->assessment)), &error);
  g_assert_no_error (error);
  amended = asy_plan_amend (f->store.session, store_fixture_query_int (&f->store, "SELECT max(id) FROM plan"),
                            ASY_PLAN_CHANGE_KIND_ASSESSMENT, "pogorszenie w nauce", &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_plan_get_version (amended->plan), ==, 2);
  g_assert_cmpint (asy_goal_get_origin_id (amended->goals->pdata[0]), ==, f->goal_id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/assessments/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("the-first-one-counts-from-the-assignment", test_the_first_one_counts_from_the_assignment);
  ADD ("the-register-tells-what-it-knows", test_the_register_tells_what_it_knows);
  ADD ("scales-of-goals-are-one", test_scales_of_goals_are_one);
  ADD ("the-next-one-begins-where-the-last-ended", test_the_next_one_begins_where_the_last_ended);
  ADD ("the-closing-one", test_the_closing_one);
  ADD ("without-a-plan-all-areas-stand-open", test_without_a_plan_all_areas_stand_open);
  ADD ("all-parts-are-saved-together", test_all_parts_are_saved_together);
  ADD ("a-failed-save-leaves-records-as-they-were", test_a_failed_save_leaves_records_as_they_were);
  ADD ("what-is-missing-is-named", test_what_is_missing_is_named);
  ADD ("one-at-a-time-and-none-over-another", test_one_at_a_time_and_none_over_another);
  ADD ("a-finished-one-is-only-handed-over", test_a_finished_one_is_only_handed_over);
  ADD ("visits-are-counted-anew", test_visits_are_counted_anew);
  ADD ("series-run-through-the-cases", test_series_run_through_the_cases);
  ADD ("a-comparison-is-a-paper", test_a_comparison_is_a_paper);
  ADD ("families-are-not-compared", test_families_are_not_compared);
  ADD ("a-draft-outlives-the-program", test_a_draft_outlives_the_program);
  ADD ("from-plan-to-amendment", test_from_plan_to_amendment);
#undef ADD

  return g_test_run ();
}
