/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "assessments/asy-assessment-jobs.h"
#include "assessments/asy-assessments-page.h"
#include "ui-fixture.h"
#include "ui/asy-banner.h"
#include "ui/asy-page.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

static gint64
add_family (UiFixture *f)
{
  const gint64 worker_id = store_fixture_add_worker (&f->base, "Ewa", "Zmyślona");
  const gint64 family_id = store_fixture_add_family (&f->base, "Malinowscy");
  const gint64 case_id = store_fixture_add_case (&f->base, family_id, "2025-09-15");

  store_fixture_add_office (&f->base);
  store_fixture_add_person (&f->base, family_id, "Lena", "Malinowska", "daughter", "2017-08-11");
  store_fixture_add_assignment (&f->base, case_id, worker_id, "2025-10-01");
  return family_id;
}

static gint64
add_finished (UiFixture *f, gint64 family_id)
{
  g_autoptr (GError) error = NULL;
  AsyAssessmentAnswer *answer = asy_assessment_begin_job (f->base.session, &family_id, &error);
  AsyAssessment *assessment;
  gint64 id;

  g_assert_no_error (error);
  assessment = answer->file->assessment;
  for (guint i = 0; i < answer->file->areas->len; i++)
    {
      asy_assessment_area_set_now (g_ptr_array_index (answer->file->areas, i), 1);
      asy_assessment_area_set_note (g_ptr_array_index (answer->file->areas, i), "widać postępy");
    }
  asy_assessment_child_set_health (g_ptr_array_index (answer->file->children, 0), "zdrowa");
  asy_assessment_set_cooperation (assessment, 5);
  asy_assessment_set_conclusion (assessment, ASY_ASSESSMENT_CONCLUSION_CONTINUE);
  asy_assessment_set_conclusion_note (assessment, "cele w trakcie");
  asy_assessment_finish (f->base.session, answer->file, &error);
  g_assert_no_error (error);
  id = asy_record_get_id (ASY_RECORD (assessment));
  asy_assessment_answer_free (answer);
  return id;
}

static GtkWidget *
show (UiFixture *f, const char *what, gint64 id)
{
  GtkWidget *page = asy_assessments_page_new (f->context);

  adw_window_set_content (ADW_WINDOW (f->window), page);
  g_assert_true (asy_page_show (ASY_PAGE (page), what, id, NULL));
  ui_fixture_settle (f);
  return page;
}

/* The first text of an assessment: changes in the family. */
static char *
dup_changes (GtkWidget *page)
{
  GtkWidget *row = ui_find (page, ASY_TYPE_TEXT_ROW);

  g_assert_nonnull (row);
  return asy_text_row_dup_text (ASY_TEXT_ROW (row));
}

static gboolean
holds_changes (GtkWidget *page, const char *text)
{
  g_autofree char *changes = dup_changes (page);

  return g_str_equal (changes, text);
}

/* Whoever leaves at once after the last key finds the text again. */
static void
test_leaving_saves (UiFixture *f, gconstpointer user_data)
{
  const gint64 family_id = add_family (f);
  GtkWidget *page;

  ui_fixture_open (f);
  page = show (f, "write-assessment", family_id);
  g_assert_true (asy_banner_get_revealed (ASY_BANNER (ui_find (page, ASY_TYPE_BANNER))));
  asy_text_row_set_text (ASY_TEXT_ROW (ui_find (page, ASY_TYPE_TEXT_ROW)), "Babcia wyjechała");
  asy_page_leave (ASY_PAGE (page));
  page = show (f, "write-assessment", family_id);
  ui_wait_for (holds_changes (page, "Babcia wyjechała"));
}

static void
test_empty_is_not_saved (UiFixture *f, gconstpointer user_data)
{
  const gint64 family_id = add_family (f);
  GtkWidget *page;

  ui_fixture_open (f);
  page = show (f, "write-assessment", family_id);
  asy_page_leave (ASY_PAGE (page));
  page = show (f, "write-assessment", family_id);
  g_assert_true (holds_changes (page, ""));
}

/* Finished: nothing to type in, and the duty to hand it over on top. */
static void
test_finished_is_frozen (UiFixture *f, gconstpointer user_data)
{
  const gint64 id = add_finished (f, add_family (f));
  GtkWidget *page;
  AsyBanner *banner;

  ui_fixture_open (f);
  page = show (f, "assessment", id);
  g_assert_null (ui_find (page, ASY_TYPE_TEXT_ROW));
  g_assert_null (ui_find (page, GTK_TYPE_DROP_DOWN));
  banner = ASY_BANNER (ui_find (page, ASY_TYPE_BANNER));
  g_assert_true (asy_banner_get_revealed (banner));
  g_assert_nonnull (strstr (asy_banner_get_text (banner), "art. 15 ust. 1 pkt 15"));
}

static void
test_unknown_word (UiFixture *f, gconstpointer user_data)
{
  GtkWidget *page;

  store_fixture_add_office (&f->base);
  ui_fixture_open (f);
  page = g_object_ref_sink (asy_assessments_page_new (f->context));
  g_assert_false (asy_page_show (ASY_PAGE (page), "plan", 1, NULL));
  g_object_unref (page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();
  g_test_add ("/assessments/window/leaving-saves", UiFixture, NULL, ui_fixture_set_up, test_leaving_saves, ui_fixture_tear_down);
  g_test_add ("/assessments/window/empty-is-not-saved", UiFixture, NULL, ui_fixture_set_up, test_empty_is_not_saved, ui_fixture_tear_down);
  g_test_add ("/assessments/window/finished-is-frozen", UiFixture, NULL, ui_fixture_set_up, test_finished_is_frozen, ui_fixture_tear_down);
  g_test_add ("/assessments/window/unknown-word", UiFixture, NULL, ui_fixture_set_up, test_unknown_word, ui_fixture_tear_down);
  return g_test_run ();
}
