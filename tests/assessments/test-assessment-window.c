/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "assessments/asy-assessment-jobs.h"
#include "assessments/asy-assessments-page.h"
#include "assessments/asy-comparison-page.h"
#include "assessments/asy-review-jobs.h"
#include "assessments/asy-review-page.h"
#include "assessments/asy-trend-chart.h"
#include "assessments/asy-trend-table.h"
#include "model/asy-area-series.h"
#include "store/asy-store-error.h"
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

static char *
dup_caption (GtkWidget *chart)
{
  char *caption;

  g_object_get (chart, "caption", &caption, NULL);
  return caption;
}

static void
press (GtkWidget *chart, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (chart);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        {
          g_signal_emit_by_name (controller, "key-pressed", key, 0, (GdkModifierType) 0, &handled);
          g_assert_true (handled);
        }
    }
}

/* The newest two stand side by side; the chart is walked by the keyboard and says what it shows. */
static void
test_comparison (UiFixture *f, gconstpointer user_data)
{
  const gint64 family_id = add_family (f);
  GtkWidget *page, *chart, *choice;
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  (void) add_finished (f, family_id);
  asy_clock_set_fixed (f->base.clock, asy_day_new (2026, 9, 20), 600);
  (void) add_finished (f, family_id);
  ui_fixture_open (f);
  page = asy_comparison_page_new (f->context);
  adw_window_set_content (ADW_WINDOW (f->window), page);
  g_assert_true (asy_page_show (ASY_PAGE (page), "of-family", family_id, NULL));
  ui_fixture_settle (f);
  choice = ui_find (page, GTK_TYPE_DROP_DOWN);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 1);
  chart = ui_find (page, ASY_TYPE_TREND_CHART);
  g_assert_nonnull (chart);
  last = dup_caption (chart);
  g_assert_nonnull (strstr (last, "20 September 2026"));
  g_assert_nonnull (strstr (last, "widać postępy"));
  press (chart, GDK_KEY_Left);
  first = dup_caption (chart);
  g_assert_nonnull (strstr (first, "24 March 2026"));
}

/* The words for those who do not see it: a sentence an area. */
static void
test_chart_in_words (UiFixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_area_series_free);
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  AsyAreaSeries *area = asy_area_series_new ("O2");
  g_autofree char *text = NULL;

  g_ptr_array_add (series, area);
  g_ptr_array_add (series, asy_area_series_new ("O4"));
  asy_area_series_add (area, asy_day_new (2025, 3, 1), 3, 1);
  asy_area_series_add (area, asy_day_new (2025, 9, 1), 1, 2);
  text = asy_trend_chart_dup_text (series, dictionary);
  g_assert_cmpstr (text, ==, "O2: 1 March 2025 – considerable; 1 September 2025 – slight. From the first mark to the last: better.\n"
                             "O4: not judged yet.");
}

/* Reviews beside the Act: filled, saved when one leaves, and frozen when finished. */

static GtkWidget *
show_review (UiFixture *f, const char *what, gint64 id)
{
  GtkWidget *page = asy_review_page_new (f->context);

  adw_window_set_content (ADW_WINDOW (f->window), page);
  g_assert_true (asy_page_show (ASY_PAGE (page), what, id, NULL));
  ui_wait_for (ui_find (page, ADW_TYPE_ACTION_ROW) != NULL);
  return page;
}

static void
test_a_review_saves_itself (UiFixture *f, gconstpointer user_data)
{
  const gint64 family_id = add_family (f);
  GtkWidget *page;

  ui_fixture_open (f);
  page = show_review (f, "quarter-of-family", family_id);
  asy_text_row_set_text (ASY_TEXT_ROW (ui_find (page, ASY_TYPE_TEXT_ROW)), "Pomoc w nauce");
  asy_page_leave (ASY_PAGE (page));
  page = show_review (f, "quarter-of-family", family_id);
  ui_wait_for (holds_changes (page, "Pomoc w nauce"));
  g_assert_cmpint (store_fixture_query_int (&f->base, "SELECT count(*) FROM review WHERE kind = 'family-quarter' AND final = 0"), ==, 1);
  g_assert_false (asy_page_show (ASY_PAGE (page), "year-of-family", family_id, NULL));
}

static void
test_a_finished_report_has_no_rows_to_write_in (UiFixture *f, gconstpointer user_data)
{
  const gint64 family_id G_GNUC_UNUSED = add_family (f);
  const gint64 worker_id = store_fixture_query_int (&f->base, "SELECT min(id) FROM worker");
  g_autoptr (GError) error = NULL;
  const AsyReviewRequest request = { ASY_REVIEW_KIND_WORKER_MONTH, worker_id };
  AsyReviewAnswer *answer = asy_review_begin_job (f->base.session, (gpointer) &request, &error);
  gint64 id;
  GtkWidget *page;

  g_assert_no_error (error);
  g_assert_null (answer->family);
  g_assert_true (asy_review_finish (f->base.session, answer->review, &error));
  id = asy_record_get_id (ASY_RECORD (answer->review));
  asy_review_answer_free (answer);
  ui_fixture_open (f);
  page = show_review (f, "review", id);
  g_assert_null (ui_find (page, ASY_TYPE_TEXT_ROW));
  g_assert_true (asy_banner_get_revealed (ASY_BANNER (ui_find (page, ASY_TYPE_BANNER))));
}

static void
find_labels (GtkWidget *widget, GPtrArray *labels)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (labels, (gpointer) gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_labels (child, labels);
}

/* A row an area, a column a day; where an area was not judged stands a dash. */
static void
test_chart_as_a_table (UiFixture *f, gconstpointer user_data)
{
  static const char *const expected[] = { "Work area", "01.03.2025", "01.09.2025", "O2", "3 · considerable", "1 · slight", "O4", "–", "0 · none" };
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_area_series_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  AsyAreaSeries *school = asy_area_series_new ("O2");
  AsyAreaSeries *budget = asy_area_series_new ("O4");
  g_autoptr (GtkWidget) table = NULL;

  g_ptr_array_add (series, school);
  g_ptr_array_add (series, budget);
  asy_area_series_add (school, asy_day_new (2025, 3, 1), 3, 1);
  asy_area_series_add (school, asy_day_new (2025, 9, 1), 1, 2);
  asy_area_series_add (budget, asy_day_new (2025, 9, 1), 0, 2);
  table = g_object_ref_sink (asy_trend_table_new (series, dictionary));
  find_labels (table, labels);
  g_assert_cmpuint (labels->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < labels->len; i++)
    g_assert_cmpstr (labels->pdata[i], ==, expected[i]);
}

static void
test_one_is_not_compared (UiFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  AsyComparisonRequest request = { .later_id = add_finished (f, add_family (f)) };

  g_assert_null (asy_comparison_load_job (f->base.session, &request, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
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
  g_test_add ("/assessments/window/comparison", UiFixture, NULL, ui_fixture_set_up, test_comparison, ui_fixture_tear_down);
  g_test_add ("/assessments/window/a-review-saves-itself", UiFixture, NULL, ui_fixture_set_up, test_a_review_saves_itself,
              ui_fixture_tear_down);
  g_test_add ("/assessments/window/a-finished-report-has-no-rows-to-write-in", UiFixture, NULL, ui_fixture_set_up,
              test_a_finished_report_has_no_rows_to_write_in, ui_fixture_tear_down);
  g_test_add ("/assessments/window/chart-as-a-table", UiFixture, NULL, ui_fixture_set_up, test_chart_as_a_table, ui_fixture_tear_down);
  g_test_add ("/assessments/window/chart-in-words", UiFixture, NULL, ui_fixture_set_up, test_chart_in_words, ui_fixture_tear_down);
  g_test_add ("/assessments/window/one-is-not-compared", UiFixture, NULL, ui_fixture_set_up, test_one_is_not_compared, ui_fixture_tear_down);
  g_test_add ("/assessments/window/unknown-word", UiFixture, NULL, ui_fixture_set_up, test_unknown_word, ui_fixture_tear_down);
  return g_test_run ();
}
