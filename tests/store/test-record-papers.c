/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store-fixture.h"
#include "store/asy-interventions.h"
#include "store/asy-letters.h"
#include "store/asy-repo.h"

/* Papers that tell of one record: a threat, a visit, a change of the assistant, a contact. */

typedef struct {
  StoreFixture store;
  gint64 ewa;
  gint64 family_id;
  gint64 case_id;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  store_fixture_set_up (&f->store, NULL);
  store_fixture_add_office (&f->store);
  f->ewa = store_fixture_add_worker (&f->store, "Ewa", "Zmyślona");
  f->family_id = store_fixture_add_family (&f->store, "Malinowscy");
  f->case_id = store_fixture_add_case (&f->store, f->family_id, "2025-09-15");
  store_fixture_add_assignment (&f->store, f->case_id, f->ewa, "2025-10-01");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

static gboolean
render (AsyLetterFile *file, gpointer user_data, AsyLetterPaper *ret_paper, GError **error)
{
  ret_paper->pdf = g_bytes_new_static ("%PDF-1.7", 8);
  ret_paper->data = g_strdup ("<data/>");
  ret_paper->template_id = g_strdup (asy_letter_get_kind (file->letter));
  ret_paper->template_version = 1;
  return TRUE;
}

static void
issue (Fixture *f, AsyLetter *letter)
{
  g_autoptr (GError) error = NULL;

  asy_letter_issue (f->store.session, letter, render, NULL, &error);
  g_assert_no_error (error);
}

static AsyLetterFile *
begin (Fixture *f, const char *kind)
{
  g_autoptr (GError) error = NULL;
  AsyLetterFile *file = asy_letter_draft_family (f->store.session, f->family_id, kind, &error);

  g_assert_no_error (error);
  return file;
}

/* Before there is a diagnosis, a visit, a second assistant, an end or a card, nothing can be written of it. */
static void
test_a_paper_waits_for_what_it_tells_of (Fixture *f, gconstpointer user_data)
{
  static const char *const kinds[] = { ASY_LETTER_KIND_PLAN, ASY_LETTER_KIND_DIAGNOSIS, ASY_LETTER_KIND_AUTHORISATION,
                                       ASY_LETTER_KIND_VISIT_CARD, ASY_LETTER_KIND_HANDOVER, ASY_LETTER_KIND_COURT_REPLY,
                                       ASY_LETTER_KIND_END_CARD, ASY_LETTER_KIND_MONITORING_CARD };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *kind = kinds[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyLetterFile) file = NULL;

      g_test_message ("%s", kind);
      file = asy_letter_draft_family (f->store.session, f->family_id, kind, &error);
      g_assert_null (file);
      g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
    }
}

static AsyLetterFile *
begin_of (Fixture *f, const char *kind, gint64 record_id)
{
  g_autoptr (GError) error = NULL;
  AsyLetterFile *file = asy_letter_draft_of (f->store.session, kind, record_id, &error);

  g_assert_no_error (error);
  return file;
}

static gint64
add_second_assistant (Fixture *f)
{
  const gint64 jan = store_fixture_add_worker (&f->store, "Jan", "Zmyślony");
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssignment) next = asy_assignment_new ();

  asy_assignment_set_case_file_id (next, f->case_id);
  asy_assignment_set_worker_id (next, jan);
  asy_assignment_set_from_day (next, STORE_FIXTURE_TODAY);
  g_assert_true (asy_repo_save (f->store.session, next, &error));
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (next));
}

static void
test_a_handover_tells_of_the_change (Fixture *f, gconstpointer user_data)
{
  const gint64 change = add_second_assistant (f);
  g_autoptr (AsyLetterFile) record = begin (f, ASY_LETTER_KIND_HANDOVER);
  g_autoptr (AsyLetterFile) same = begin_of (f, ASY_LETTER_KIND_HANDOVER, change);
  g_autoptr (AsyLetterFile) assignment = begin (f, ASY_LETTER_KIND_ASSIGNMENT);

  g_assert_cmpint (asy_letter_get_assignment_id (record->letter), ==, change);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (same->letter)), ==, asy_record_get_id (ASY_RECORD (record->letter)));
  /* Two kinds of papers of one change. */
  g_assert_cmpint (asy_letter_get_assignment_id (assignment->letter), ==, change);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (assignment->letter)), !=, asy_record_get_id (ASY_RECORD (record->letter)));
}

static gint64
add_card (Fixture *f, gint64 worker_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyMonitoringCard) card = asy_monitoring_card_new ();

  asy_monitoring_card_set_case_file_id (card, f->case_id);
  asy_monitoring_card_set_worker_id (card, worker_id);
  asy_monitoring_card_set_day (card, STORE_FIXTURE_TODAY);
  g_assert_true (asy_repo_save (f->store.session, card, &error));
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (card));
}

static gint64
add_visit (Fixture *f, gint64 worker_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVisit) visit = asy_visit_new ();

  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_family_id (visit, f->family_id);
  asy_visit_set_case_file_id (visit, f->case_id);
  asy_visit_set_day (visit, STORE_FIXTURE_TODAY - 1);
  asy_visit_set_start_minute (visit, 600);
  asy_visit_set_minutes (visit, 60);
  asy_visit_set_kind (visit, "visit");
  asy_visit_set_state (visit, ASY_VISIT_STATE_HELD);
  g_assert_true (asy_repo_save (f->store.session, visit, &error));
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (visit));
}

/* The card of a visit is written by who visited, not by the assistant of the family. */
static void
test_cards_are_written_by_who_was_there (Fixture *f, gconstpointer user_data)
{
  const gint64 jan = store_fixture_add_worker (&f->store, "Jan", "Zmyślony");
  const gint64 visit_id = add_visit (f, jan), card_id = add_card (f, jan);
  g_autoptr (AsyLetterFile) visit = begin_of (f, ASY_LETTER_KIND_VISIT_CARD, visit_id);
  g_autoptr (AsyLetterFile) card = begin (f, ASY_LETTER_KIND_MONITORING_CARD);

  g_assert_cmpint (asy_letter_get_visit_id (visit->letter), ==, visit_id);
  g_assert_cmpint (asy_letter_get_worker_id (visit->letter), ==, jan);
  g_assert_cmpint (asy_letter_get_card_id (card->letter), ==, card_id);
  g_assert_cmpint (asy_letter_get_worker_id (card->letter), ==, jan);
  g_assert_cmpint (asy_letter_get_case_file_id (card->letter), ==, f->case_id);
}

static gint64
add_intervention (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyIntervention) intervention = asy_intervention_new ();

  asy_intervention_set_family_id (intervention, f->family_id);
  asy_intervention_set_day (intervention, STORE_FIXTURE_TODAY);
  asy_intervention_set_start_minute (intervention, -1);
  asy_intervention_set_seen (intervention, "Dzieci bez opieki.");
  g_assert_true (asy_intervention_save (f->store.session, intervention, &error));
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (intervention));
}

static void
test_a_notice_tells_of_an_intervention (Fixture *f, gconstpointer user_data)
{
  const gint64 first = add_intervention (f), second = add_intervention (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = begin_of (f, ASY_LETTER_KIND_COURT_NOTICE, first);
  g_autoptr (AsyLetterFile) other = begin_of (f, ASY_LETTER_KIND_COURT_NOTICE, second);
  g_autoptr (AsyLetterFile) again = NULL;

  g_assert_cmpint (asy_letter_get_intervention_id (file->letter), ==, first);
  g_assert_cmpint (asy_letter_get_family_id (file->letter), ==, f->family_id);
  g_assert_cmpint (asy_letter_get_case_file_id (file->letter), ==, f->case_id);
  g_assert_cmpint (asy_letter_get_worker_id (file->letter), ==, f->ewa);
  g_assert_cmpstr (asy_letter_get_title (file->letter), ==, "Zawiadomienie sądu opiekuńczego");
  g_assert_cmpint (asy_letter_get_intervention_id (other->letter), ==, second);
  /* One intervention, one notice, issued or not. */
  issue (f, file->letter);
  again = begin_of (f, ASY_LETTER_KIND_COURT_NOTICE, first);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (again->letter)), ==, asy_record_get_id (ASY_RECORD (file->letter)));
  g_assert_cmpint (asy_letter_get_state (again->letter), ==, ASY_LETTER_STATE_ISSUED);
  g_assert_null (asy_letter_draft_of (f->store.session, ASY_LETTER_KIND_COURT_NOTICE, 4711, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
}

static void
test_the_register_of_interventions_knows_the_notice (Fixture *f, gconstpointer user_data)
{
  const gint64 told = add_intervention (f), untold = add_intervention (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = begin_of (f, ASY_LETTER_KIND_COURT_NOTICE, told);
  g_autoptr (GPtrArray) listed = asy_interventions_list (f->store.session, ASY_INTERVENTIONS_ALL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 2);
  for (guint i = 0; i < listed->len; i++)
    {
      const AsyInterventionEntry *entry = g_ptr_array_index (listed, i);
      const gint64 id = asy_record_get_id (ASY_RECORD (entry->intervention));

      g_assert_true (id == told || id == untold);
      g_assert_cmpint (entry->has_notice, ==, id == told);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/store/record-papers/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-paper-waits-for-what-it-tells-of", test_a_paper_waits_for_what_it_tells_of);
  ADD ("a-handover-tells-of-the-change", test_a_handover_tells_of_the_change);
  ADD ("cards-are-written-by-who-was-there", test_cards_are_written_by_who_was_there);
  ADD ("a-notice-tells-of-an-intervention", test_a_notice_tells_of_an_intervention);
  ADD ("the-register-of-interventions-knows-the-notice", test_the_register_of_interventions_knows_the_notice);
#undef ADD

  return g_test_run ();
}
