/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-tabs.h"
#include "families/asy-handover-rows.h"
#include "model/asy-letter-file.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyFamilyCase
{
  AsyFamilyTab parent_instance;

  GtkBox *column;               /* inside the page */
};

G_DEFINE_FINAL_TYPE (AsyFamilyCase, asy_family_case, ASY_TYPE_FAMILY_TAB)

static GtkListBox *
add_section (AsyFamilyCase *self, const char *title, const char *button_label, const char *icon_name, const char *action)
{
  return asy_family_column_add_card (self->column, asy_family_heading_new (title, -1, button_label, icon_name, action));
}

static void
add_fact (GtkListBox *card, const char *title, const char *value)
{
  gtk_list_box_append (card, asy_family_fact_row_new (title, value, NULL, 0));
}

/* A day with who did it; only what is there. */
static void
add_day (GtkListBox *card, const char *title, AsyDay day, const char *by)
{
  g_autofree char *text = asy_format_day_long (day);
  g_autofree char *both = text != NULL && by != NULL ? g_strconcat (text, " · ", by, NULL) : g_strdup (text);

  add_fact (card, title, both);
}

static char *
dup_reasons (AsyFamilyData *data, AsyDictionary *dictionary)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < data->file->reasons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            asy_dictionary_get_label (dictionary, ASY_DICT_DIFFICULTY, data->file->reasons->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
fill_intake (AsyFamilyCase *self, AsyFamilyData *data, AsyDictionary *dictionary)
{
  static const char *const with_motion[] = { ASY_LETTER_KIND_INTAKE_CARD, ASY_LETTER_KIND_MOTION, NULL };
  static const char *const with_card[] = { ASY_LETTER_KIND_INTAKE_CARD, NULL };
  AsyCase *c = data->file->current;
  GtkListBox *card = add_section (self, _("How the Family Came"), _("Edit"), "document-edit-symbolic", "family.intake");
  const char *source = asy_case_get_notice_source (c);
  const gboolean by_motion = asy_case_get_path (c) == ASY_CASE_PATH_INTERVIEW;
  g_autofree char *reasons = dup_reasons (data, dictionary);

  add_fact (card, _("Way in"), asy_case_path_get_label (asy_case_get_path (c)));
  add_day (card, asy_case_get_urgent (c) ? _("Urgent notice") : _("Notice"), asy_case_get_notice_on (c),
           source != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_NOTICE_SOURCE, source) : asy_case_get_notice_by (c));
  if (asy_case_get_notice (c) != NULL)
    add_fact (card, _("Content of the notice"), asy_case_get_notice (c));
  add_fact (card, _("Reasons (art. 7 ups)"), reasons);
  if (by_motion || asy_case_get_interview_on (c) != ASY_DAY_NONE)
    add_day (card, _("Community interview"), asy_case_get_interview_on (c), asy_case_get_interview_by (c));
  if (by_motion)
    {
      add_day (card, _("Analysis of the family's situation"), asy_case_get_analysis_on (c), NULL);
      add_day (card, _("Motion for an assistant"), asy_case_get_motion_on (c), asy_case_get_motion_by (c));
    }
  if (asy_case_get_path (c) == ASY_CASE_PATH_ZA_ZYCIEM || asy_case_get_answered_on (c) != ASY_DAY_NONE)
    add_day (card, _("Answer to the application"), asy_case_get_answered_on (c), NULL);
  if (asy_case_get_waiting_since (c) != ASY_DAY_NONE)
    add_day (card, _("On the waiting list since"), asy_case_get_waiting_since (c), NULL);
  if (asy_case_get_refused_on (c) != ASY_DAY_NONE)
    add_day (card, _("Assistant refused"), asy_case_get_refused_on (c), asy_case_get_refused_reason (c));
  if (asy_case_get_path (c) != ASY_CASE_PATH_ZA_ZYCIEM)
    add_day (card, _("Diagnosis completed"), asy_case_get_diagnosis_on (c), NULL);
  if (asy_family_get_own_number (data->file->family) != NULL)
    add_fact (card, _("The office's case number"), asy_family_get_own_number (data->file->family));
  if (asy_family_get_email (data->file->family) != NULL)
    add_fact (card, _("E-mail"), asy_family_get_email (data->file->family));
  if (asy_case_get_social_worker (c) != NULL)
    add_fact (card, _("Social worker"), asy_case_get_social_worker (c));
  if (asy_case_get_care_coordinator (c) != NULL)
    add_fact (card, _("Foster-care coordinator"), asy_case_get_care_coordinator (c));
  gtk_list_box_append (card, asy_family_papers_row_new (by_motion ? with_motion : with_card));
}

static GtkWidget *
new_consent_row (AsyFamilyData *data, AsyConsent *consent)
{
  AsyPerson *person = asy_family_file_find_person (data->file, asy_consent_get_person_id (consent));
  g_autofree char *name = person != NULL ? asy_person_dup_name_then (person, data->file->names, asy_consent_get_given_on (consent))
                                         : g_strdup ("");
  g_autofree char *given = asy_format_day_long (asy_consent_get_given_on (consent));
  g_autofree char *withdrawn = asy_format_day_long (asy_consent_get_withdrawn_on (consent));
  g_autofree char *text = NULL;
  GtkWidget *pill;

  if (withdrawn != NULL)
    text = g_strdup_printf (_("given on %s, withdrawn on %s"), given, withdrawn);
  else
    text = g_strdup_printf (_("given on %s"), given);
  pill = asy_pill_new (withdrawn != NULL ? _("Withdrawn") : asy_consent_kind_get_label (asy_consent_get_kind (consent)),
                       withdrawn != NULL ? ASY_MEANING_SOON
                       : asy_consent_get_kind (consent) == ASY_CONSENT_KIND_REFUSAL ? ASY_MEANING_LATE : ASY_MEANING_DONE);
  return asy_family_record_row_new (name, text, pill, "family.edit-consent", asy_record_get_id (ASY_RECORD (consent)));
}

static void
fill_consents (AsyFamilyCase *self, AsyFamilyData *data)
{
  static const char *const za_zyciem[] = { ASY_LETTER_KIND_CONSENT, ASY_LETTER_KIND_AGREEMENT, ASY_LETTER_KIND_AUTHORISATION,
                                           ASY_LETTER_KIND_RESIGNATION, NULL };
  static const char *const others[] = { ASY_LETTER_KIND_CONSENT, ASY_LETTER_KIND_AGREEMENT, ASY_LETTER_KIND_RESIGNATION, NULL };
  GtkListBox *card = add_section (self, _("Consent (art. 8 section 3)"), _("Add"), "list-add-symbolic", "family.consent");
  const AsyCasePath path = asy_case_get_path (data->file->current);

  for (guint i = 0; i < data->file->consents->len; i++)
    gtk_list_box_append (card, new_consent_row (data, data->file->consents->pdata[i]));
  if (data->file->consents->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (
      path == ASY_CASE_PATH_COURT       ? _("The order of the court stands for the consent.")
      : path == ASY_CASE_PATH_ZA_ZYCIEM ? _("The application stands for the consent.")
                                        : _("Without the family's consent no assistant can be assigned.")));
  gtk_list_box_append (card, asy_family_papers_row_new (path == ASY_CASE_PATH_ZA_ZYCIEM ? za_zyciem : others));
}

/* A reason is a word of the dictionary when the whole work ended, the office's own text at a change. */
static char *
dup_with_reason (AsyAssignment *assignment, const char *time, AsyDictionary *dictionary)
{
  const char *reason = asy_assignment_get_end_reason (assignment);

  if (reason == NULL)
    return g_strdup (time);
  return g_strdup_printf ("%s · %s", time, asy_dictionary_get_label (dictionary, ASY_DICT_END_REASON, reason));
}

/* The one who came after another took over by a record of the handover. */
static GtkWidget *
new_assignment_suffix (AsyFamilyData *data, const AsyAssignmentEntry *entry, gboolean is_running)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const gint64 id = asy_record_get_id (ASY_RECORD (entry->assignment));
  const gboolean is_first = entry == g_ptr_array_index (data->file->assignments, data->file->assignments->len - 1);

  if (is_running)
    gtk_box_append (GTK_BOX (box), asy_pill_new (_("At work"), ASY_MEANING_DONE));
  gtk_box_append (GTK_BOX (box), asy_family_paper_button_new (is_first ? ASY_LETTER_KIND_ASSIGNMENT : ASY_LETTER_KIND_HANDOVER, id));
  return box;
}

static GtkWidget *
new_assignment_row (AsyFamilyData *data, const AsyAssignmentEntry *entry, AsyDictionary *dictionary)
{
  const AsyDay until = asy_assignment_get_until_day (entry->assignment);
  const gboolean is_running = entry->assignment == asy_family_data_find_assignment (data);
  g_autofree char *name = asy_worker_dup_full_name (entry->worker);
  g_autofree char *from = asy_format_day_long (asy_assignment_get_from_day (entry->assignment));
  g_autofree char *end = asy_format_day_long (until);
  g_autofree char *time = end != NULL ? g_strdup_printf (_("from %s until %s"), from, end) : g_strdup_printf (_("since %s"), from);
  g_autofree char *text = dup_with_reason (entry->assignment, time, dictionary);

  return asy_family_record_row_new (name, text, new_assignment_suffix (data, entry, is_running), NULL, 0);
}

static void
fill_assignments (AsyFamilyCase *self, AsyFamilyData *data, AsyDictionary *dictionary)
{
  const gboolean has_any = data->file->assignments->len > 0;
  GtkListBox *card = add_section (self, _("Assistants"), has_any ? _("Change") : _("Assign"), "avatar-default-symbolic",
                                  "family.assign");

  for (guint i = 0; i < data->file->assignments->len; i++)
    gtk_list_box_append (card, new_assignment_row (data, data->file->assignments->pdata[i], dictionary));
  if (!has_any)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("No assistant is assigned yet.")));
}

/* What the assistant at work has taken over from the one before. */
static void
fill_handover (AsyFamilyCase *self, AsyFamilyData *data, AsyDictionary *dictionary)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkListBox *card;

  if (data->file->assignments->len < 2 || data->facts.ended_on != ASY_DAY_NONE)
    return;
  card = add_section (self, _("Handover"), NULL, NULL, NULL);
  rows = asy_handover_rows_new (data, dictionary);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (card, rows->pdata[i]);
}

static GtkWidget *
new_card_row (AsyMonitoringCard *card)
{
  g_autofree char *day = asy_format_day_long (asy_monitoring_card_get_day (card));
  g_autofree char *title = g_strdup_printf ("%s · %s", day, asy_monitoring_form_get_label (asy_monitoring_card_get_form (card)));
  const AsyMonitoringKept kept = asy_monitoring_card_get_kept (card);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pill = asy_pill_new (asy_monitoring_kept_get_label (kept), kept == ASY_MONITORING_KEPT_YES      ? ASY_MEANING_DONE
                                                                        : kept == ASY_MONITORING_KEPT_PARTLY ? ASY_MEANING_SOON
                                                                                                             : ASY_MEANING_LATE);

  gtk_box_append (GTK_BOX (box), pill);
  gtk_box_append (GTK_BOX (box), asy_family_paper_button_new (ASY_LETTER_KIND_MONITORING_CARD, asy_record_get_id (ASY_RECORD (card))));
  return asy_family_record_row_new (title, asy_monitoring_conclusion_get_label (asy_monitoring_card_get_conclusion (card)), box,
                                    "family.edit-card", asy_record_get_id (ASY_RECORD (card)));
}

static char *
dup_contacts (AsyFamilyData *data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < data->file->contacts->len; i++)
    {
      AsyMonitoringDate *date = data->file->contacts->pdata[i];
      g_autofree char *day = asy_format_day (asy_monitoring_date_get_day (date));

      g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", day, asy_monitoring_date_get_card_id (date) != 0 ? " ✓" : "");
    }
  return g_string_free (text, FALSE);
}

static void
fill_monitoring (AsyFamilyCase *self, AsyFamilyData *data)
{
  g_autofree char *contacts = dup_contacts (data);
  GtkListBox *card;

  if (data->facts.ended_on == ASY_DAY_NONE)
    return;
  card = add_section (self, _("Monitoring (art. 15 section 1 point 16)"), _("Card"), "list-add-symbolic", "family.card");
  gtk_list_box_append (card, asy_family_fact_row_new (_("Planned contacts"), contacts, "family.monitoring", 0));
  for (guint i = 0; i < data->file->cards->len; i++)
    gtk_list_box_append (card, new_card_row (data->file->cards->pdata[i]));
}

static GtkWidget *
new_skip_row (AsyStepSkip *skip)
{
  const char *label = asy_step_get_label (asy_step_from_nick (asy_step_skip_get_step (skip)));
  g_autofree char *day = asy_format_day_long (asy_step_skip_get_day (skip));
  g_autofree char *text = g_strdup_printf ("%s · %s", day, asy_step_skip_get_reason (skip));
  GtkWidget *button = gtk_button_new_with_label (_("Take Back"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "family.take-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", asy_record_get_id (ASY_RECORD (skip)));
  return asy_family_record_row_new (label != NULL ? label : asy_step_skip_get_step (skip), text, button, NULL, 0);
}

static void
fill_skips (AsyFamilyCase *self, AsyFamilyData *data)
{
  GtkListBox *card;

  if (data->file->skips->len == 0)
    return;
  card = add_section (self, _("Skipped Steps"), NULL, NULL, NULL);
  for (guint i = 0; i < data->file->skips->len; i++)
    gtk_list_box_append (card, new_skip_row (data->file->skips->pdata[i]));
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
describe_end (AsyCase *c, AsyDictionary *dictionary)
{
  const char *reason = asy_case_get_end_reason (c);
  GString *text = g_string_new (NULL);

  add_part (text, asy_case_path_get_label (asy_case_get_path (c)));
  if (asy_case_get_refused_on (c) != ASY_DAY_NONE)
    add_part (text, _("Assistant refused"));
  add_part (text, reason != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_END_REASON, reason) : asy_case_get_end_note (c));
  if (asy_case_get_ended_on (c) != ASY_DAY_NONE)
    {
      g_autofree char *goals = g_strdup_printf (_("goals: %s"), asy_case_goals_get_label (asy_case_get_end_goals (c)));

      add_part (text, goals);
    }
  return g_string_free (text, FALSE);
}

/* Cases that came before this one; the newest is what the rest of the page is about. */
static void
fill_earlier (AsyFamilyCase *self, AsyFamilyData *data, AsyDictionary *dictionary)
{
  GtkListBox *card;

  if (data->file->cases->len < 2)
    return;
  card = add_section (self, _("Earlier Cases"), NULL, NULL, NULL);
  for (guint i = 1; i < data->file->cases->len; i++)
    {
      AsyCase *c = data->file->cases->pdata[i];
      const AsyDay end = asy_case_get_ended_on (c) != ASY_DAY_NONE ? asy_case_get_ended_on (c) : asy_case_get_closed_on (c);
      g_autofree char *from = asy_format_day_long (asy_case_get_notice_on (c));
      g_autofree char *until = asy_format_day_long (end);
      g_autofree char *title = until != NULL ? g_strdup_printf (_("from %s until %s"), from, until)
                                             : g_strdup_printf (_("since %s"), from);
      g_autofree char *text = describe_end (c, dictionary);

      gtk_list_box_append (card, asy_family_record_row_new (title, text, NULL, "app.show-case", asy_record_get_id (ASY_RECORD (c))));
    }
}

static void
fill_court (AsyFamilyCase *self, AsyFamilyData *data)
{
  AsyCase *c = data->file->current;
  AsyCourt *court = asy_family_file_find_court (data->file, asy_case_get_court_id (c));
  GtkListBox *card = add_section (self, _("Duty Laid Down by the Court"), _("Edit"), "document-edit-symbolic", "family.court");
  const int months = (int) asy_case_get_court_report_months (c);
  g_autofree char *interval = NULL;

  if (asy_case_get_court_order_on (c) == ASY_DAY_NONE && court == NULL && asy_case_get_court_signature (c) == NULL)
    {
      gtk_list_box_append (card, asy_family_nothing_row_new (_("The court has not bound the family to work with an assistant.")));
      return;
    }
  add_fact (card, _("Court"), court != NULL ? asy_court_get_name (court) : NULL);
  add_fact (card, _("Case number"), asy_case_get_court_signature (c));
  add_day (card, _("Order of the court"), asy_case_get_court_order_on (c), NULL);
  if (asy_case_get_court_duty (c) != NULL)
    add_fact (card, _("Duty"), asy_case_get_court_duty (c));
  if (asy_case_get_court_officer (c) != NULL)
    add_fact (card, _("Probation officer"), asy_case_get_court_officer (c));
  if (months > 0)
    {
      interval = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %d month", "every %d months", (gulong) months), months);
      add_fact (card, _("Reports to the court (art. 109 § 4 KRO)"), interval);
    }
}

static void
fill_end (AsyFamilyCase *self, AsyFamilyData *data, AsyDictionary *dictionary)
{
  static const char *const papers[] = { ASY_LETTER_KIND_END_CARD, NULL };
  AsyCase *c = data->file->current;
  const char *reason = asy_case_get_end_reason (c);
  const gboolean has_ended = asy_case_get_ended_on (c) != ASY_DAY_NONE;
  GtkListBox *card;

  if (asy_case_get_suspended_from (c) != ASY_DAY_NONE)
    {
      card = add_section (self, _("Suspension"), _("Edit"), "document-edit-symbolic", "family.suspend");
      add_day (card, _("From"), asy_case_get_suspended_from (c), asy_case_get_suspended_reason (c));
      add_day (card, _("Until"), asy_case_get_suspended_until (c), NULL);
    }
  if (!has_ended && asy_case_get_closed_on (c) == ASY_DAY_NONE && asy_case_get_end_proposed_on (c) == ASY_DAY_NONE)
    return;
  card = add_section (self, _("End of the Work"), _("Edit"), "document-edit-symbolic", "family.end");
  if (asy_case_get_end_proposed_on (c) != ASY_DAY_NONE)
    add_day (card, _("End proposed"), asy_case_get_end_proposed_on (c), NULL);
  add_day (card, _("Work ended"), asy_case_get_ended_on (c), NULL);
  add_fact (card, _("Reason"), reason != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_END_REASON, reason) : NULL);
  if (has_ended)
    add_fact (card, _("Goals of the plan"), asy_case_goals_get_label (asy_case_get_end_goals (c)));
  if (asy_case_get_end_children (c) != NULL)
    add_fact (card, _("Where the children are"), asy_case_get_end_children (c));
  if (asy_case_get_end_advice (c) != NULL)
    add_fact (card, _("Advice for the social worker"), asy_case_get_end_advice (c));
  if (asy_case_get_end_note (c) != NULL)
    add_fact (card, _("Note"), asy_case_get_end_note (c));
  add_day (card, _("Monitoring until"), asy_case_get_monitoring_until (c), NULL);
  if (asy_case_get_closed_on (c) != ASY_DAY_NONE)
    add_day (card, _("Case closed"), asy_case_get_closed_on (c), NULL);
  gtk_list_box_append (card, asy_family_papers_row_new (papers));
}

static void
asy_family_case_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyCase *self = ASY_FAMILY_CASE (tab);
  AsyDictionary *dictionary = asy_context_get_office (asy_family_tab_get_context (tab))->dictionary;

  asy_ui_clear_box (self->column);
  if (data->file->current == NULL)
    {
      gtk_box_append (self->column, asy_empty_new ("avatar-default-symbolic", _("No Case Is Open"),
                                                   _("A case begins with a notice."), _("Take a _New Notice"), "family.new-case"));
      return;
    }
  fill_intake (self, data, dictionary);
  fill_consents (self, data);
  fill_assignments (self, data, dictionary);
  fill_handover (self, data, dictionary);
  fill_court (self, data);
  fill_end (self, data, dictionary);
  fill_monitoring (self, data);
  fill_skips (self, data);
  fill_earlier (self, data, dictionary);
}

static void
asy_family_case_class_init (AsyFamilyCaseClass *klass)
{
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_case_fill;
}

static void
asy_family_case_init (AsyFamilyCase *self)
{
  self->column = asy_family_tab_build_column (ASY_FAMILY_TAB (self), 760);
}
