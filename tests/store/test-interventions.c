/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "model/asy-family-file.h"
#include "store/asy-blue-cards.h"
#include "store/asy-due.h"
#include "store/asy-families.h"
#include "store/asy-interventions.h"
#include "store/asy-observations.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"
#include "store/asy-visits.h"

static AsyIntervention *
make (gint64 family_id, const char *day)
{
  AsyIntervention *intervention = asy_intervention_new ();

  asy_intervention_set_family_id (intervention, family_id);
  asy_intervention_set_day (intervention, store_fixture_day (day));
  asy_intervention_set_start_minute (intervention, -1);
  asy_intervention_set_seen (intervention, "dziecko samo w mieszkaniu");
  return intervention;
}

static void
save (StoreFixture *f, AsyIntervention *intervention)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_intervention_save (f->session, intervention, &error));
  g_assert_no_error (error);
}

static gboolean
is_due (StoreFixture *f, gint64 family_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = asy_due_list (f->session, asy_rules_get_default (), STORE_FIXTURE_TODAY, STORE_FIXTURE_TODAY, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      const AsyDueEntry *entry = due->pdata[i];

      if (entry->deadline.kind == ASY_DEADLINE_INTERVENTION && entry->family_id == family_id)
        return g_strcmp0 (entry->family_name, "Malinowscy") == 0;
    }
  return FALSE;
}

/* Due from the moment it is seen until somebody is told; in the register until it is closed and after. */
static void
test_from_the_threat_to_its_end (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  g_autoptr (AsyIntervention) intervention = make (family_id, "2026-03-23");
  g_autoptr (GPtrArray) open = NULL, closed = NULL, rows = NULL;
  g_autoptr (GError) error = NULL;

  save (f, intervention);
  g_assert_true (is_due (f, family_id));
  rows = asy_families_list (f->session, ASY_FAMILIES_ACTIVE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_family_row_get_due_kind (rows->pdata[0]), ==, ASY_DEADLINE_INTERVENTION);

  asy_intervention_set_emergency_on (intervention, STORE_FIXTURE_TODAY);
  save (f, intervention);
  g_assert_false (is_due (f, family_id));
  open = asy_interventions_list (f->session, ASY_INTERVENTIONS_OPEN, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpstr (((AsyInterventionEntry *) open->pdata[0])->family_name, ==, "Malinowscy");

  asy_intervention_set_closed_on (intervention, STORE_FIXTURE_TODAY);
  asy_intervention_set_outcome (intervention, "dzieci u babci");
  save (f, intervention);
  g_clear_pointer (&open, g_ptr_array_unref);
  open = asy_interventions_list (f->session, ASY_INTERVENTIONS_OPEN, 0, &error);
  closed = asy_interventions_list (f->session, ASY_INTERVENTIONS_CLOSED, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpuint (closed->len, ==, 1);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE kind = 'intervention' AND family_id > 0"), ==, 3);
}

static void
test_the_register_is_by_assistant_too (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 case_id = store_fixture_add_case (f, family_id, "2026-02-02");
  const gint64 ewa = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  const gint64 marek = store_fixture_add_worker (f, "Marek", "Próbny");
  g_autoptr (AsyIntervention) first = make (family_id, "2026-03-20");
  g_autoptr (AsyIntervention) second = make (store_fixture_add_family (f, "Zawilcowie"), "2026-03-21");
  g_autoptr (GPtrArray) all = NULL, hers = NULL, his = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_assignment (f, case_id, ewa, "2026-03-02");
  asy_intervention_set_case_file_id (first, case_id);
  asy_intervention_set_closed_on (first, store_fixture_day ("2026-03-20"));
  asy_intervention_set_outcome (first, "fałszywy alarm");
  save (f, first);
  save (f, second);
  all = asy_interventions_list (f->session, ASY_INTERVENTIONS_ALL, 0, &error);
  hers = asy_interventions_list (f->session, ASY_INTERVENTIONS_ALL, ewa, &error);
  his = asy_interventions_list (f->session, ASY_INTERVENTIONS_ALL, marek, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((AsyInterventionEntry *) all->pdata[0])->family_name, ==, "Zawilcowie");
  g_assert_cmpuint (hers->len, ==, 1);
  g_assert_cmpstr (((AsyInterventionEntry *) hers->pdata[0])->worker_name, ==, "Ewa Zmyślona");
  g_assert_cmpuint (his->len, ==, 0);
}

static void
test_what_makes_no_sense_is_refused (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *day, *seen, *emergency_on, *emergency_note, *closed_on, *outcome;
    int code;
    const char *field;
  } rows[] = {
    { "2026-03-23", NULL, NULL, NULL, NULL, NULL, ASY_STORE_ERROR_MISSING, "What was seen" },
    { "2026-03-25", "siniak", NULL, NULL, NULL, NULL, ASY_STORE_ERROR_INVALID, "Day" },
    { "2026-03-23", "siniak", "2026-03-22", NULL, NULL, NULL, ASY_STORE_ERROR_INVALID, "112 or the police" },
    { "2026-03-23", "siniak", "2026-03-25", NULL, NULL, NULL, ASY_STORE_ERROR_INVALID, "112 or the police" },
    { "2026-03-23", "siniak", NULL, "dyżurny", NULL, NULL, ASY_STORE_ERROR_MISSING, "112 or the police" },
    { "2026-03-23", "siniak", NULL, NULL, "2026-03-22", "dobrze", ASY_STORE_ERROR_INVALID, "Closed on" },
    { "2026-03-23", "siniak", NULL, NULL, "2026-03-25", "dobrze", ASY_STORE_ERROR_INVALID, "Closed on" },
    { "2026-03-23", "siniak", NULL, NULL, "2026-03-24", NULL, ASY_STORE_ERROR_MISSING, "Outcome" },
  };
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyIntervention) intervention = make (family_id, rows[i].day);
      g_autoptr (GError) error = NULL;

      asy_intervention_set_seen (intervention, rows[i].seen);
      asy_intervention_set_emergency_on (intervention, asy_day_from_iso (rows[i].emergency_on != NULL ? rows[i].emergency_on : ""));
      asy_intervention_set_emergency_note (intervention, rows[i].emergency_note);
      asy_intervention_set_closed_on (intervention, asy_day_from_iso (rows[i].closed_on != NULL ? rows[i].closed_on : ""));
      asy_intervention_set_outcome (intervention, rows[i].outcome);
      g_assert_false (asy_intervention_save (f->session, intervention, &error));
      g_assert_error (error, ASY_STORE_ERROR, rows[i].code);
      g_assert_cmpstr (asy_store_error_get_detail (error)->field, ==, rows[i].field);
    }
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM intervention"), ==, 0);
}

/* A visit with signs of danger leads to one intervention, and leads to it again. */
static void
test_a_visit_leads_to_one (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 case_id = store_fixture_add_case (f, family_id, "2026-02-02");
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  const gint64 kacper = store_fixture_add_person (f, family_id, "Kacper", "Malinowski", "son", "2015-09-02");
  const gint64 lena = store_fixture_add_person (f, family_id, "Lena", "Malinowska", "daughter", "2017-09-02");
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  g_autoptr (AsyVisitFile) file = NULL;
  g_autoptr (AsyIntervention) fresh = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 visit_id;

  store_fixture_add_assignment (f, case_id, worker_id, "2026-03-02");
  asy_visit_set_family_id (visit, family_id);
  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_day (visit, store_fixture_day ("2026-03-23"));
  asy_visit_set_start_minute (visit, 600);
  asy_visit_set_minutes (visit, 60);
  g_assert_true (asy_visit_plan (f->session, visit, &error));
  g_assert_no_error (error);
  visit_id = asy_record_get_id (ASY_RECORD (visit));
  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  asy_visit_set_danger (visit, TRUE);
  asy_visit_set_danger_note (visit, "siniak na ręce");
  file = asy_visit_file_new (visit);
  asy_visit_file_add_person (file, kacper, TRUE, TRUE);
  asy_visit_file_add_person (file, lena, TRUE, FALSE);
  g_assert_true (asy_visit_record (f->session, file, &error));
  g_assert_no_error (error);

  fresh = asy_intervention_from_visit (f->session, visit_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (fresh)), ==, 0);
  g_assert_cmpstr (asy_intervention_get_seen (fresh), ==, "siniak na ręce");
  g_assert_cmpstr (asy_intervention_get_children (fresh), ==, "Kacper Malinowski");
  g_assert_cmpint (asy_intervention_get_start_minute (fresh), ==, 600);
  g_assert_cmpint (asy_intervention_get_case_file_id (fresh), ==, case_id);
  save (f, fresh);
  again = asy_intervention_from_visit (f->session, visit_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (again)), ==, asy_record_get_id (ASY_RECORD (fresh)));
}

static void
test_a_worrying_observation_leads_to_one (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  g_autoptr (AsyObservation) observation = asy_observation_new ();
  g_autoptr (AsyFamilyFile) file = NULL;
  g_autoptr (AsyIntervention) fresh = NULL;
  g_autoptr (GError) error = NULL;

  asy_observation_set_family_id (observation, family_id);
  asy_observation_set_person_id (observation, store_fixture_add_person (f, family_id, "Lena", "Malinowska", "daughter", "2017-09-02"));
  asy_observation_set_source (observation, "school");
  asy_observation_set_said_by (observation, "pedagog szkolna");
  asy_observation_set_body (observation, "głodna na lekcjach");
  asy_observation_set_worrying (observation, TRUE);
  asy_observation_set_day (observation, store_fixture_day ("2026-03-25"));
  g_assert_false (asy_observation_save (f->session, observation, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
  g_clear_error (&error);
  asy_observation_set_day (observation, store_fixture_day ("2026-03-24"));
  g_assert_true (asy_observation_save (f->session, observation, &error));
  g_assert_no_error (error);

  fresh = asy_intervention_from_observation (f->session, asy_record_get_id (ASY_RECORD (observation)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_intervention_get_seen (fresh), ==, "głodna na lekcjach");
  g_assert_cmpstr (asy_intervention_get_children (fresh), ==, "Lena Malinowska");
  save (f, fresh);
  file = asy_family_file_load (f->session, family_id, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->observations->len, ==, 1);
  g_assert_cmpuint (file->interventions->len, ==, 1);
  g_assert_cmpint (asy_intervention_get_observation_id (file->interventions->pdata[0]), ==,
                   asy_record_get_id (ASY_RECORD (observation)));
}

static void
test_a_blue_card_with_its_sittings (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  g_autoptr (AsyBlueCard) card = asy_blue_card_new ();
  g_autoptr (AsyBlueCardMeeting) meeting = asy_blue_card_meeting_new ();
  g_autoptr (AsyFamilyFile) file = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  asy_blue_card_set_family_id (card, family_id);
  asy_blue_card_set_number (card, "NK 17/2026");
  asy_blue_card_set_started_on (card, store_fixture_day ("2026-03-02"));
  g_assert_true (asy_blue_card_save (f->session, card, &error));
  g_assert_no_error (error);

  asy_blue_card_meeting_set_blue_card_id (meeting, asy_record_get_id (ASY_RECORD (card)));
  asy_blue_card_meeting_set_day (meeting, store_fixture_day ("2026-03-01"));
  g_assert_false (asy_blue_card_meeting_save (f->session, meeting, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
  g_clear_error (&error);
  asy_blue_card_meeting_set_day (meeting, store_fixture_day ("2026-03-09"));
  asy_blue_card_meeting_set_remote (meeting, TRUE);
  g_assert_true (asy_blue_card_meeting_save (f->session, meeting, &error));
  g_assert_no_error (error);

  asy_blue_card_set_ended_on (card, store_fixture_day ("2026-03-20"));
  g_assert_false (asy_blue_card_save (f->session, card, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_MISSING);
  g_assert_cmpstr (asy_store_error_get_detail (error)->field, ==, "Reason for the end");
  g_clear_error (&error);

  store_fixture_reopen (f);
  file = asy_family_file_load (f->session, family_id, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->blue_cards->len, ==, 1);
  g_assert_cmpuint (file->blue_card_meetings->len, ==, 1);
  g_assert_true (asy_blue_card_meeting_get_remote (file->blue_card_meetings->pdata[0]));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT family_id FROM audit WHERE kind = 'blue_card_meeting'"), ==, family_id);
  hits = asy_search (f->session, NULL, "NK 17/2026", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
}

#define ADD(name, func) g_test_add ("/interventions/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("course", test_from_the_threat_to_its_end);
  ADD ("by-assistant", test_the_register_is_by_assistant_too);
  ADD ("refused", test_what_makes_no_sense_is_refused);
  ADD ("visit", test_a_visit_leads_to_one);
  ADD ("observation", test_a_worrying_observation_leads_to_one);
  ADD ("blue-card", test_a_blue_card_with_its_sittings);
  return g_test_run ();
}
