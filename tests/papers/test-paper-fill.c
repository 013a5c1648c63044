/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "papers/asy-paper-source.h"
#include "store-fixture.h"
#include "store/asy-letters.h"
#include "store/asy-repo.h"
#include "store/asy-reviews.h"
#include "store/asy-work-time.h"

typedef struct {
  StoreFixture store;
  gint64 letter_id;             /* draft of the paper of a finished assessment */
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyAssessment) assessment = asy_assessment_new ();
  g_autoptr (AsyLetterFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gint64 family_id, case_id;

  store_fixture_set_up (&f->store, NULL);
  store_fixture_add_office (&f->store);
  family_id = store_fixture_add_family (&f->store, "Malinowscy");
  case_id = store_fixture_add_case (&f->store, family_id, "2025-09-15");
  store_fixture_add_assignment (&f->store, case_id, store_fixture_add_worker (&f->store, "Ewa", "Zmyślona"), "2025-10-01");
  asy_assessment_set_case_file_id (assessment, case_id);
  asy_assessment_set_number (assessment, 1);
  asy_assessment_set_from_day (assessment, asy_day_new (2025, 10, 1));
  asy_assessment_set_until_day (assessment, asy_day_new (2026, 3, 20));
  asy_assessment_set_cooperation (assessment, 4);
  asy_assessment_set_changes (assessment, "ZMIANY");
  asy_assessment_set_cooperation_note (assessment, "UMAWIANIE");
  asy_assessment_set_institutions (assessment, "SZKOŁA");
  asy_assessment_set_risks (assessment, "WILGOĆ");
  asy_assessment_set_help_given (assessment, "TRENING");
  asy_assessment_set_conclusion_note (assessment, "DALEJ");
  asy_assessment_set_family_view (assessment, "ZGODA");
  asy_assessment_set_child_voice (assessment, "PO SZKOLE");
  asy_assessment_set_final (assessment, TRUE);
  g_assert_true (asy_repo_save (f->store.session, assessment, &error));
  g_assert_no_error (error);
  file = asy_letter_draft_assessment (f->store.session, asy_record_get_id (ASY_RECORD (assessment)), &error);
  g_assert_no_error (error);
  f->letter_id = asy_record_get_id (ASY_RECORD (file->letter));
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

/* As somebody who writes in the editor and reads the paper. */
static void
write_section (Fixture *f, const char *key, const char *body)
{
  g_autoptr (AsyLetterFile) file = NULL;
  g_autoptr (AsyLetterSection) section = asy_letter_section_new ();
  g_autoptr (GPtrArray) sections = asy_record_array_new ();
  g_autoptr (GError) error = NULL;

  file = asy_letter_file_load (f->store.session, f->letter_id, &error);
  g_assert_no_error (error);
  asy_letter_section_set_letter_id (section, f->letter_id);
  asy_letter_section_set_position (section, 1);
  asy_letter_section_set_key (section, key);
  asy_letter_section_set_body (section, body);
  g_ptr_array_add (sections, g_object_ref (section));
  asy_letter_save (f->store.session, file->letter, sections, &error);
  g_assert_no_error (error);
}

static AsyPaperData *
fill (Fixture *f)
{
  g_autoptr (AsyPaperSource) source = NULL;
  g_autoptr (GError) error = NULL;

  source = asy_paper_source_load (f->store.session, f->letter_id, &error);
  g_assert_no_error (error);
  return asy_paper_source_fill (source);
}

static const struct {
  const char *key;
  const char *said;             /* by the assessment */
} sections[] = {
  { "family", "ZMIANY" },       { "cooperation", "Współpraca w skali od 1 do 5: 4 – dobra.\nUMAWIANIE" },
  { "institutions", "SZKOŁA" }, { "risks", "WILGOĆ" },
  { "help", "TRENING" },        { "conclusions", "DALEJ" },
  { "voice", "Stanowisko rodziny: ZGODA\nZdanie dziecka: PO SZKOLE" },
};

/* What the editor offers is what the assessment says. */
static void
test_sections_begin_with_the_assessment (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyPaperData) data = fill (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyTemplate) template_ = asy_template_new_shipped ("assessment", &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *body = asy_template_dup_default_body (template_, data, sections[i].key);

      g_assert_cmpstr (body, ==, sections[i].said);
    }
}

static void
test_what_was_written_stays (Fixture *f, gconstpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *name = g_strdup_printf ("section.%s.body", sections[i].key);
      g_autofree char *written = g_strdup_printf ("Własne słowa: %s.", sections[i].key);
      g_autoptr (AsyPaperData) data = NULL;

      write_section (f, sections[i].key, written);
      data = fill (f);
      g_assert_cmpstr (asy_paper_data_get_text (data, name), ==, written);
    }
}

/* A day of the week's paper says why nobody comes, and who is on duty. */
static void
test_days_of_a_week_have_notes (Fixture *f, gconstpointer user_data)
{
  static const char *const expected[] = { NULL, "dyżur 16:00–20:00", "urlop", "urlop", NULL, "dyżur 9:00–13:00" };
  const gint64 worker_id = store_fixture_query_int (&f->store, "SELECT id FROM worker");
  const AsyDay monday = store_fixture_day ("2026-03-23");
  g_autoptr (AsyAbsence) absence = asy_absence_new ();
  g_autoptr (AsyPaperSource) source = NULL;
  g_autoptr (AsyPaperData) data = NULL;
  g_autoptr (GError) error = NULL;

  asy_absence_set_worker_id (absence, worker_id);
  asy_absence_set_from_day (absence, monday + 2);
  asy_absence_set_until_day (absence, monday + 3);
  g_assert_true (asy_absence_save (f->store.session, absence, &error));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (AsyDutyShift) shift = asy_duty_shift_new ();

      asy_duty_shift_set_worker_id (shift, worker_id);
      asy_duty_shift_set_day (shift, i == 0 ? monday + 1 : monday + 5);
      asy_duty_shift_set_start_minute (shift, i == 0 ? 960 : 540);
      asy_duty_shift_set_minutes (shift, 240);
      g_assert_true (asy_duty_shift_save (f->store.session, shift, &error));
    }
  source = asy_paper_source_load_week (f->store.session, worker_id, monday, &error);
  g_assert_no_error (error);
  data = asy_paper_source_fill_week (source, FALSE);
  g_assert_cmpuint (asy_paper_data_get_n_items (data, "days"), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (asy_paper_data_get_text (asy_paper_data_get_item (data, "days", i), "note"), ==, expected[i]);
}

/* A review names its assistant, of a family or of none: without the name no paper is issued. */
static void
test_reviews_name_the_assistant (Fixture *f, gconstpointer user_data)
{
  static const struct {
    AsyReviewKind kind;
    const char *letter_kind;
    const char *about;          /* gives the case or the assistant */
    const char *period;
  } cases[] = {
    { ASY_REVIEW_KIND_FAMILY_QUARTER, ASY_LETTER_KIND_REVIEW, "SELECT min(id) FROM case_file", "IV kwartał 2025" },
    { ASY_REVIEW_KIND_FAMILY_MONTH, ASY_LETTER_KIND_REVIEW, "SELECT min(id) FROM case_file", "luty 2026" },
    { ASY_REVIEW_KIND_WORKER_MONTH, ASY_LETTER_KIND_MONTH_REPORT, "SELECT min(id) FROM worker", "luty 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyReview) review = NULL;
      g_autoptr (AsyLetterFile) file = NULL;
      g_autoptr (AsyPaperData) data = NULL;

      review = asy_review_begin (f->store.session, cases[i].kind, store_fixture_query_int (&f->store, cases[i].about), &error);
      g_assert_no_error (error);
      g_assert_true (asy_review_finish (f->store.session, review, &error));
      file = asy_letter_draft_of (f->store.session, cases[i].letter_kind, asy_record_get_id (ASY_RECORD (review)), &error);
      g_assert_no_error (error);
      f->letter_id = asy_record_get_id (ASY_RECORD (file->letter));
      data = fill (f);
      g_assert_cmpstr (asy_paper_data_get_text (data, "assistant.name"), ==, "Ewa Zmyślona");
      g_assert_cmpstr (asy_paper_data_get_text (data, "period.name"), ==, cases[i].period);
      g_assert_cmpstr (asy_paper_data_get_text (data, "family.name"), ==,
                       cases[i].kind == ASY_REVIEW_KIND_WORKER_MONTH ? NULL : "Malinowscy");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/papers/fill/sections-begin-with-the-assessment", Fixture, NULL, set_up, test_sections_begin_with_the_assessment, tear_down);
  g_test_add ("/papers/fill/what-was-written-stays", Fixture, NULL, set_up, test_what_was_written_stays, tear_down);
  g_test_add ("/papers/fill/days-of-a-week-have-notes", Fixture, NULL, set_up, test_days_of_a_week_have_notes, tear_down);
  g_test_add ("/papers/fill/reviews-name-the-assistant", Fixture, NULL, set_up, test_reviews_name_the_assistant, tear_down);
  return g_test_run ();
}
