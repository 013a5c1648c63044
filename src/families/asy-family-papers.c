/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-family-actions.h"
#include "families/asy-family-overview.h"
#include "families/asy-family-tabs.h"
#include "store/asy-letters.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-review-words.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* The two pages that list papers: assessments, and letters with what the court asked for. */

struct _AsyFamilyAssessments
{
  AsyFamilyTab parent_instance;

  GtkBox *column;               /* inside the page */
};

struct _AsyFamilyLetters
{
  AsyFamilyTab parent_instance;

  GtkBox *column;               /* inside the page */
};

G_DEFINE_FINAL_TYPE (AsyFamilyAssessments, asy_family_assessments, ASY_TYPE_FAMILY_TAB)
G_DEFINE_FINAL_TYPE (AsyFamilyLetters, asy_family_letters, ASY_TYPE_FAMILY_TAB)

/* A row that opens a record elsewhere. */
static GtkWidget *
new_link_row (const char *title, const char *text, GtkWidget *suffix, const char *action, gpointer record)
{
  GtkWidget *row = asy_family_record_row_new (title, text, suffix, NULL, 0);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "family.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", action, asy_record_get_id (record));
  return row;
}

/* Assessments */

static GtkWidget *
new_assessment_row (AsyAssessment *assessment)
{
  g_autofree char *from = asy_format_day_long (asy_assessment_get_from_day (assessment));
  g_autofree char *until = asy_format_day_long (asy_assessment_get_until_day (assessment));
  g_autofree char *handed = asy_format_day_long (asy_assessment_get_handed_on (assessment));
  const gboolean is_closing = asy_assessment_get_kind (assessment) == ASY_ASSESSMENT_KIND_CLOSING;
  g_autofree char *title = g_strdup_printf (is_closing ? _("Final assessment, %d: %s – %s") : _("Assessment %d: %s – %s"), (int) asy_assessment_get_number (assessment), from, until);
  const AsyAssessmentConclusion conclusion = asy_assessment_get_conclusion (assessment);
  const char *label = conclusion != ASY_ASSESSMENT_CONCLUSION_NONE ? asy_conclusion_get_label (conclusion) : _("no conclusion yet");
  g_autofree char *text = handed != NULL ? g_strdup_printf (_("%s · handed to the employer on %s"), label, handed) : g_strdup (label);
  GtkWidget *pill;

  if (!asy_assessment_get_final (assessment))
    pill = asy_pill_new (_("Being written"), ASY_MEANING_INFO);
  else
    pill = handed != NULL ? asy_pill_new (_("Handed over"), ASY_MEANING_DONE) : asy_pill_new (_("To be handed over"), ASY_MEANING_SOON);
  return new_link_row (title, text, pill, ASY_GO_ASSESSMENT, assessment);
}

static guint
count_finished (GPtrArray *assessments)
{
  guint n_finished = 0;

  for (guint i = 0; i < assessments->len; i++)
    n_finished += asy_assessment_get_final (assessments->pdata[i]);
  return n_finished;
}

static GtkWidget *
new_comparison_row (void)
{
  GtkWidget *row = asy_family_record_row_new (_("Compare assessments"),
                                              _("Any two side by side, and the difficulties over the years"), NULL, NULL, 0);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "family.compare-assessments");
  return row;
}

/* Reviews beside the Act: those that the office makes, and those that it made. */

static GtkWidget *
new_review_row (AsyReview *review)
{
  const char *kind = asy_review_kind_get_label ((AsyReviewKind) asy_review_get_kind (review));
  g_autofree char *period = asy_review_dup_period (review);
  g_autofree char *made = asy_format_day_long (asy_review_get_made_on (review));
  g_autofree char *title = g_strdup_printf ("%s: %s", kind, period);
  g_autofree char *text = made != NULL ? g_strdup_printf (_("finished on %s"), made) : g_strdup (_("a draft"));
  GtkWidget *pill = asy_review_get_final (review) ? asy_pill_new (C_("review", "Finished"), ASY_MEANING_DONE)
                                                  : asy_pill_new (_("Being written"), ASY_MEANING_INFO);

  return new_link_row (title, text, pill, ASY_GO_REVIEW, review);
}

static GtkWidget *
new_beginning_row (AsyReviewKind kind, const char *action)
{
  GtkWidget *row = asy_family_record_row_new (asy_review_kind_get_label (kind), _("Fills itself from the register"), NULL, NULL, 0);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

static void
fill_reviews (AsyFamilyAssessments *self, AsyFamilyData *data, AsyOffice *office, gboolean can_begin)
{
  const gboolean quarterly = can_begin && asy_office_get_quarterly_reviews (office);
  const gboolean monthly = can_begin && asy_office_get_monthly_reviews (office);
  GPtrArray *reviews = data->file->reviews;
  GtkListBox *card;

  if (!quarterly && !monthly && reviews->len == 0)
    return;
  card = asy_family_column_add_card (self->column, asy_family_heading_new (_("Reviews beside the Act"), (int) reviews->len, NULL, NULL, NULL));
  if (quarterly)
    gtk_list_box_append (card, new_beginning_row (ASY_REVIEW_KIND_FAMILY_QUARTER, "family.review-quarter"));
  if (monthly)
    gtk_list_box_append (card, new_beginning_row (ASY_REVIEW_KIND_FAMILY_MONTH, "family.review-month"));
  for (guint i = 0; i < reviews->len; i++)
    gtk_list_box_append (card, new_review_row (reviews->pdata[i]));
}

static void
fill_assessments (AsyFamilyAssessments *self, AsyFamilyData *data)
{
  GPtrArray *assessments = data->file->assessments;
  GtkListBox *card = asy_family_column_add_card (self->column,
                                                 asy_family_heading_new (_("Periodic Assessments"), (int) assessments->len, _("New"),
                                                                         "list-add-symbolic", "family.new-assessment"));

  for (guint i = 0; i < assessments->len; i++)
    gtk_list_box_append (card, new_assessment_row (assessments->pdata[i]));
  if (assessments->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("There are no assessments yet")));
  if (count_finished (assessments) > 1)
    gtk_list_box_append (card, new_comparison_row ());
}

static void
asy_family_assessments_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyAssessments *self = ASY_FAMILY_ASSESSMENTS (tab);
  AsyOffice *office = asy_context_get_office (asy_family_tab_get_context (tab))->office;
  const gboolean can_begin = data->facts.first_assigned_on != ASY_DAY_NONE && data->stage != ASY_STAGE_CLOSED;
  const gboolean has_reviews = data->file->reviews->len > 0 || (can_begin && (asy_office_get_quarterly_reviews (office) ||
                                                                            asy_office_get_monthly_reviews (office)));

  asy_ui_clear_box (self->column);
  if (data->file->assessments->len == 0 && !has_reviews)
    {
      gtk_box_append (self->column, asy_empty_new ("document-properties-symbolic", _("There Are No Assessments Yet"),
                                                   _("The family's situation is assessed at least every half-year (art. 15 section 1 point 15)."),
                                                   can_begin ? _("_Write an Assessment") : NULL, "family.new-assessment"));
      return;
    }
  fill_assessments (self, data);
  fill_reviews (self, data, office, can_begin);
}

/* Letters */

static GtkWidget *
new_request_suffix (AsyFamilyData *data, AsyCourtRequest *request)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  AsyMeaning meaning = ASY_MEANING_PLAIN;
  g_autofree char *due = NULL;
  GtkWidget *button;

  if (asy_court_request_get_answered_on (request) != ASY_DAY_NONE)
    {
      gtk_box_append (GTK_BOX (box), asy_pill_new (_("Answered"), ASY_MEANING_DONE));
      return box;
    }
  due = asy_format_due (asy_court_request_get_due_on (request), data->today, &meaning);
  button = gtk_button_new_with_label (asy_family_data_find_answer (data, request) != NULL ? _("Open the opinion")
                                                                                           : _("Write the opinion"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "family.answer-request");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", asy_record_get_id (ASY_RECORD (request)));
  gtk_box_append (GTK_BOX (box), asy_pill_new (due, meaning));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
new_request_row (AsyFamilyData *data, AsyCourtRequest *request)
{
  AsyCourt *court = asy_family_file_find_court (data->file, asy_court_request_get_court_id (request));
  g_autofree char *received = asy_format_day_long (asy_court_request_get_received_on (request));
  g_autofree char *text = court != NULL ? g_strdup_printf (_("%s · received on %s"), asy_court_get_name (court), received)
                                        : g_strdup_printf (_("received on %s"), received);

  return asy_family_record_row_new (asy_court_request_get_signature (request), text, new_request_suffix (data, request),
                                    "family.edit-request", asy_record_get_id (ASY_RECORD (request)));
}

static GtkWidget *
new_letter_row (AsyLetter *letter)
{
  g_autofree char *day = asy_format_day_long (asy_letter_get_made_on (letter));
  const char *kind = asy_letter_kind_get_label (asy_letter_get_kind (letter));
  g_autofree char *text = asy_letter_get_mark (letter) != NULL
                            ? g_strdup_printf ("%s · %s · %s", kind, asy_letter_get_mark (letter), day != NULL ? day : "–")
                            : g_strdup_printf ("%s · %s", kind, day != NULL ? day : "–");

  return new_link_row (asy_letter_get_title (letter), text,
                       asy_pill_new (asy_letter_state_get_label (asy_letter_get_state (letter)),
                                     asy_letter_state_get_meaning (asy_letter_get_state (letter))),
                       ASY_GO_LETTER, letter);
}

/* A paper is offered where the register has what it is about. */
static gboolean
can_begin_paper (AsyFamilyData *data, const char *kind)
{
  gint64 record_id;

  if (g_str_equal (kind, ASY_LETTER_KIND_COURT_REPORT))
    return asy_case_get_court_order_on (data->file->current) != ASY_DAY_NONE;
  return asy_letter_find_subject (data->file, kind, &record_id);
}

static GtkWidget *
new_paper_button (AsyFamilyData *data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; asy_family_letter_kinds[i] != NULL; i++)
    if (can_begin_paper (data, asy_family_letter_kinds[i]))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (asy_letter_kind_get_label (asy_family_letter_kinds[i]), NULL);

        g_menu_item_set_action_and_target (item, "family.new-paper", "s", asy_family_letter_kinds[i]);
        g_menu_append_item (menu, item);
      }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("New Paper"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "asy-small");
  return button;
}

static void
asy_family_letters_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyLetters *self = ASY_FAMILY_LETTERS (tab);
  GPtrArray *requests = data->file->requests;
  GPtrArray *letters = data->file->letters;
  GtkListBox *card;

  asy_ui_clear_box (self->column);
  card = asy_family_column_add_card (self->column,
                                     asy_family_heading_new (_("Letters of the Court"), (int) requests->len, _("Enter"),
                                                             "list-add-symbolic", "family.add-request"));
  for (guint i = 0; i < requests->len; i++)
    gtk_list_box_append (card, new_request_row (data, requests->pdata[i]));
  if (requests->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("The court has not asked for an opinion.")));
  card = asy_family_column_add_card (self->column,
                                     asy_heading_new (_("Written Papers"), (int) letters->len,
                                                      data->file->current != NULL ? new_paper_button (data) : NULL));
  for (guint i = 0; i < letters->len; i++)
    gtk_list_box_append (card, new_letter_row (letters->pdata[i]));
  if (letters->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("Nothing has been written yet.")));
}

static void
asy_family_assessments_class_init (AsyFamilyAssessmentsClass *klass)
{
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_assessments_fill;
}

static void
asy_family_assessments_init (AsyFamilyAssessments *self)
{
  self->column = asy_family_tab_build_column (ASY_FAMILY_TAB (self), 860);
}

static void
asy_family_letters_class_init (AsyFamilyLettersClass *klass)
{
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_letters_fill;
}

static void
asy_family_letters_init (AsyFamilyLetters *self)
{
  self->column = asy_family_tab_build_column (ASY_FAMILY_TAB (self), 860);
}

void
asy_family_tabs_ensure_types (void)
{
  g_type_ensure (ASY_TYPE_FAMILY_OVERVIEW);
  g_type_ensure (ASY_TYPE_FAMILY_PEOPLE);
  g_type_ensure (ASY_TYPE_FAMILY_CASE);
  g_type_ensure (ASY_TYPE_FAMILY_DIAGNOSIS);
  g_type_ensure (ASY_TYPE_FAMILY_PLAN);
  g_type_ensure (ASY_TYPE_FAMILY_VISITS_TAB);
  g_type_ensure (ASY_TYPE_FAMILY_ASSESSMENTS);
  g_type_ensure (ASY_TYPE_FAMILY_LETTERS);
  g_type_ensure (ASY_TYPE_FAMILY_SAFETY);
}
