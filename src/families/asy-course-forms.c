/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-contact-rows.h"
#include "families/asy-family-actions.h"
#include "families/asy-family-forms.h"
#include "families/asy-form-helper.h"
#include "families/asy-form-rows.h"
#include "store/asy-course.h"
#include "store/asy-monitoring.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-words.h"

/* The turns of a case: answer, waiting, refusal, the proposal of the end, the
 * end, monitoring, closing, and a step that is passed over. */

#define MONITORING_MONTHS_DEFAULT 6

static void
describe (AdwPreferencesGroup *group, const char *text)
{
  adw_preferences_group_set_description (group, text);
}

ASY_FORM_DEFINE_JOB (answer_job, asy_case_save)
ASY_FORM_DEFINE_JOB (wait_job, asy_case_set_waiting)
ASY_FORM_DEFINE_JOB (refuse_job, asy_case_refuse)
ASY_FORM_DEFINE_JOB (propose_job, asy_case_propose_end)
ASY_FORM_DEFINE_JOB (close_job, asy_case_close)
ASY_FORM_DEFINE_JOB (skip_job, asy_step_skip_save)
ASY_FORM_DEFINE_JOB (card_job, asy_monitoring_card_save)

/* Before the assistant */

void
asy_family_form_answer (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_ANSWERED_ON, ASY_ROW_DAY, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Answer to the Application"));
  AsyCase *case_file = asy_form_add_record (form, data->file->current);

  if (asy_case_get_answered_on (case_file) == ASY_DAY_NONE)
    asy_case_set_answered_on (case_file, data->today);
  describe (asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), NULL),
            _("A letter to the applicant, no administrative decision (art. 8 Za życiem)."));
  asy_form_set_job (form, answer_job);
  asy_form_set_draft (form, "case_answer");
  asy_form_present (form);
}

void
asy_family_form_wait (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_WAITING_SINCE, ASY_ROW_DAY, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Waiting List"));
  AsyCase *case_file = asy_form_add_record (form, data->file->current);

  if (asy_case_get_waiting_since (case_file) == ASY_DAY_NONE)
    asy_case_set_waiting_since (case_file, data->today);
  describe (asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), NULL),
            _("For as long as no assistant has room. Who waits longest stands first on the pages Today and Team. "
              "An empty day takes the family off the list."));
  asy_form_set_job (form, wait_job);
  asy_form_set_draft (form, "case_waiting");
  asy_form_present (form);
}

static char *
check_refusal (AsyForm *form, gpointer user_data)
{
  AsyCase *case_file = user_data;

  if (asy_case_get_refused_on (case_file) == ASY_DAY_NONE)
    return g_strdup (_("Say on what day"));
  return asy_case_get_refused_reason (case_file) == NULL ? g_strdup (_("Write the reason")) : NULL;
}

void
asy_family_form_refuse (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_REFUSED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_REFUSED_REASON, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Refusal of an Assistant"));
  AsyCase *case_file = asy_form_add_record (form, data->file->current);

  if (asy_case_get_refused_on (case_file) == ASY_DAY_NONE)
    asy_case_set_refused_on (case_file, data->today);
  asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), NULL);
  asy_form_add_check (form, check_refusal, case_file);
  asy_form_set_job (form, refuse_job);
  asy_form_set_draft (form, "case_refusal");
  asy_form_present (form);
}

/* A step that is passed over */

static char *
check_skip (AsyForm *form, gpointer user_data)
{
  return asy_step_skip_get_reason (user_data) == NULL ? g_strdup (_("Write the reason")) : NULL;
}

void
asy_family_form_skip (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_STEP_SKIP_REASON, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  g_autoptr (AsyStepSkip) source = asy_step_skip_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Skip the Step"));
  AdwPreferencesGroup *group;
  AsyStepSkip *skip;

  asy_step_skip_set_case_file_id (source, data->facts.case_id);
  asy_step_skip_set_step (source, asy_step_get_nick (data->step));
  asy_step_skip_set_day (source, data->today);
  skip = asy_form_add_record (form, source);
  group = asy_form_add_rows (form, skip, asy_step_get_label (data->step), specs, G_N_ELEMENTS (specs), NULL);
  describe (group, _("The step stands in the timeline with this reason and can be taken back on the page Case."));
  asy_form_set_save_label (form, _("_Skip"));
  asy_form_add_check (form, check_skip, skip);
  asy_form_set_job (form, skip_job);
  asy_form_present (form);
}

/* The end of the work */

/* The final assessment is a page of its own: the form waits as a draft meanwhile. */

static AsyAssessment *
find_closing (AsyFamilyData *data)
{
  for (guint i = 0; i < data->file->assessments->len; i++)
    if (asy_assessment_get_kind (data->file->assessments->pdata[i]) == ASY_ASSESSMENT_KIND_CLOSING)
      return data->file->assessments->pdata[i];
  return NULL;
}

static void
on_assessment_clicked_cb (AsyForm *form)
{
  g_autoptr (AsyContext) context = g_object_ref (asy_form_get_context (form));
  AsyFamilyData *data = asy_form_get_family_data (form);
  AsyAssessment *closing = find_closing (data);
  const gint64 family_id = asy_record_get_id (ASY_RECORD (data->file->family));
  const gint64 closing_id = closing != NULL ? asy_record_get_id (ASY_RECORD (closing)) : 0;

  asy_form_put_aside (form);
  asy_context_go (context, closing_id != 0 ? ASY_GO_ASSESSMENT : ASY_GO_NEW_ASSESSMENT, closing_id != 0 ? closing_id : family_id, NULL);
}

static char *
dup_state_of (AsyAssessment *closing)
{
  g_autofree char *day = closing != NULL ? asy_format_day_long (asy_assessment_get_made_on (closing)) : NULL;

  if (closing == NULL)
    return g_strdup (_("Not written yet. It fills itself from the register."));
  return asy_assessment_get_final (closing) ? g_strdup_printf (_("Finished on %s"), day) : g_strdup (_("Being written"));
}

static void
add_final_assessment (AsyForm *form, AsyFamilyData *data)
{
  AsyAssessment *closing = find_closing (data);
  g_autofree char *state = dup_state_of (closing);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = asy_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (closing != NULL ? _("_Open") : _("_Write it"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Final assessment"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_assessment_clicked_cb), form, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  asy_form_add_group (form, group);
}

void
asy_family_form_propose_end (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_END_PROPOSED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_END_REASON, ASY_ROW_DICTIONARY, ASY_DICT_END_REASON, NULL },
    { ASY_CASE_END_NOTE, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Propose the End of the Work"));
  AsyCase *case_file = asy_form_add_record (form, data->file->current);

  if (asy_case_get_end_proposed_on (case_file) == ASY_DAY_NONE)
    asy_case_set_end_proposed_on (case_file, data->today);
  describe (asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), NULL),
            _("The final assessment comes next, then the head ends the work. An empty day takes the proposal back."));
  asy_form_set_job (form, propose_job);
  asy_form_set_draft (form, "case_proposal");
  asy_form_present (form);
}

typedef struct {
  AsyCase *case_file;
  GArray *contacts;
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_clear_object (&ending->case_file);
  g_clear_pointer (&ending->contacts, g_array_unref);
  g_free (ending);
}

static gpointer
end_job (AsySession *session, gpointer request, GError **error)
{
  const Ending *ending = request;

  return asy_case_end (session, ending->case_file, ending->contacts, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
make_ending (AsyForm *form, gpointer user_data)
{
  Ending *ending = g_new0 (Ending, 1);

  ending->case_file = asy_record_duplicate (asy_form_get_record (form, 0));
  ending->contacts = asy_contact_rows_dup_days (form);
  return ending;
}

static char *
check_contacts (AsyForm *form, AsyDay ended_on)
{
  g_autoptr (GArray) days = asy_contact_rows_dup_days (form);

  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, AsyDay, i) <= ended_on)
      return g_strdup (_("A contact comes after the end of the work"));
  return NULL;
}

static char *
check_ending (AsyForm *form, gpointer user_data)
{
  AsyCase *case_file = user_data;
  AsyAssignment *running = asy_family_data_find_assignment (asy_form_get_family_data (form));

  if (asy_case_get_ended_on (case_file) == ASY_DAY_NONE)
    return g_strdup (_("Say on what day the work ended"));
  if (asy_case_get_ended_on (case_file) < asy_case_get_notice_on (case_file) ||
      (running != NULL && asy_case_get_ended_on (case_file) < asy_assignment_get_from_day (running)))
    return g_strdup (_("The work cannot end before it begins"));
  if (asy_case_get_end_reason (case_file) == NULL)
    return g_strdup (_("Choose the reason for the end"));
  return check_contacts (form, asy_case_get_ended_on (case_file));
}

static GtkWidget *
new_enum_row (AsyForm *form, gpointer record, guint field, const char *const *nicks, const char *(*get_label) (guint))
{
  GtkWidget *row = asy_choice_row_new ("");

  for (guint i = 0; nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), nicks[i], get_label (i), NULL);
  return asy_form_bind (form, record, field, row);
}

static const char *
goals_label (guint goals)
{
  return asy_case_goals_get_label ((AsyCaseGoals) goals);
}

/* What was reached, and what whoever comes after should know. */
static void
add_results (AsyForm *form, AsyCase *case_file)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_END_CHILDREN, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CASE_END_ADVICE, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CASE_END_NOTE, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What Was Reached"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_enum_row (form, case_file, ASY_CASE_END_GOALS, asy_case_goals_nicks,
                                                                          goals_label));
  asy_form_add_group (form, group);
  asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), NULL);
}

static void
propose_end_days (AsyCase *case_file, AsyDay today)
{
  if (asy_case_get_ended_on (case_file) != ASY_DAY_NONE)
    return;
  asy_case_set_ended_on (case_file, today);
  asy_case_set_monitoring_until (case_file, asy_day_add_months (today, MONITORING_MONTHS_DEFAULT));
}

void
asy_family_form_end (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_ENDED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_END_REASON, ASY_ROW_DICTIONARY, ASY_DICT_END_REASON, NULL },
    { ASY_CASE_MONITORING_UNTIL, ASY_ROW_DAY, NULL, NULL },
  };
  const gboolean is_new = data->facts.ended_on == ASY_DAY_NONE;
  AsyForm *form = asy_form_new_of_family (context, data, _("End of the Work"));
  AsyCase *case_file = asy_form_add_record (form, data->file->current);
  g_autoptr (GArray) days = is_new ? asy_monitoring_propose (data->today) : asy_contact_rows_open_days (data);

  propose_end_days (case_file, data->today);
  describe (asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), NULL),
            data->facts.path == ASY_CASE_PATH_COURT
              ? _("The court that bound the family is informed of the end (art. 109 § 4 KRO). The family is monitored afterwards "
                  "(art. 15 section 1 point 16).")
              : _("The family is monitored afterwards (art. 15 section 1 point 16)."));
  if (data->facts.first_assigned_on != ASY_DAY_NONE && (data->facts.end_proposed_on != ASY_DAY_NONE || !is_new))
    add_final_assessment (form, data);
  add_results (form, case_file);
  asy_contact_rows_add (form, days);
  asy_form_add_check (form, check_ending, case_file);
  asy_form_set_request (form, make_ending, NULL, ending_free, NULL);
  asy_form_set_job (form, end_job);
  asy_form_set_draft (form, "case_end");
  asy_form_present (form);
}

static char *
check_closing (AsyForm *form, gpointer user_data)
{
  AsyCase *case_file = user_data;
  const AsyFamilyData *data = asy_form_get_family_data (form);
  const gboolean has_reason = data->file->cards->len > 0 || data->facts.refused_on != ASY_DAY_NONE;

  if (asy_case_get_closed_on (case_file) == ASY_DAY_NONE)
    return g_strdup (_("Say on what day the case is closed"));
  if (asy_case_get_closed_on (case_file) < asy_case_get_notice_on (case_file) ||
      asy_case_get_closed_on (case_file) < asy_case_get_ended_on (case_file))
    return g_strdup (_("The case cannot be closed before its end"));
  if (!has_reason && asy_case_get_end_note (case_file) == NULL)
    return g_strdup (_("Write in the note why the case is closed without monitoring"));
  return NULL;
}

void
asy_family_form_close (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_CLOSED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_END_REASON, ASY_ROW_DICTIONARY, ASY_DICT_END_REASON, NULL },
    { ASY_CASE_END_NOTE, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Close the Case"));
  AsyCase *case_file = asy_form_add_record (form, data->file->current);

  asy_case_set_closed_on (case_file, data->today);
  asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), NULL);
  asy_form_add_check (form, check_closing, case_file);
  asy_form_set_job (form, close_job);
  asy_form_set_draft (form, "case_close");
  asy_form_present (form);
}

/* Monitoring */

typedef struct {
  gint64 case_id;
  GArray *days;
} Contacts;

static void
contacts_free (gpointer data)
{
  Contacts *contacts = data;

  g_clear_pointer (&contacts->days, g_array_unref);
  g_free (contacts);
}

static gpointer
contacts_job (AsySession *session, gpointer request, GError **error)
{
  const Contacts *contacts = request;

  return asy_monitoring_set_dates (session, contacts->case_id, contacts->days, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
make_contacts (AsyForm *form, gpointer user_data)
{
  Contacts *contacts = g_new0 (Contacts, 1);

  contacts->case_id = asy_form_get_family_data (form)->facts.case_id;
  contacts->days = asy_contact_rows_dup_days (form);
  return contacts;
}

static char *
check_plan (AsyForm *form, gpointer user_data)
{
  return check_contacts (form, asy_form_get_family_data (form)->facts.ended_on);
}

void
asy_family_form_monitoring (AsyContext *context, AsyFamilyData *data)
{
  AsyForm *form = asy_form_new_of_family (context, data, _("Plan of the Monitoring"));
  g_autoptr (GArray) days = data->file->contacts->len > 0 ? asy_contact_rows_open_days (data)
                                                          : asy_monitoring_propose (data->facts.ended_on);

  asy_contact_rows_add (form, days);
  asy_form_add_check (form, check_plan, NULL);
  asy_form_set_request (form, make_contacts, NULL, contacts_free, NULL);
  asy_form_set_job (form, contacts_job);
  asy_form_allow_unchanged (form);
  asy_form_present (form);
}

static char *
check_card (AsyForm *form, gpointer user_data)
{
  const AsyDay day = asy_monitoring_card_get_day (user_data);

  if (day == ASY_DAY_NONE)
    return g_strdup (_("Say on what day"));
  if (day > asy_context_get_today (asy_form_get_context (form)))
    return g_strdup (_("The day is still to come"));
  if (day < asy_form_get_family_data (form)->facts.ended_on)
    return g_strdup (_("The contact was before the end of the work"));
  return NULL;
}

static const char *
form_label (guint form)
{
  return asy_monitoring_form_get_label ((AsyMonitoringForm) form);
}

static const char *
kept_label (guint kept)
{
  return asy_monitoring_kept_get_label ((AsyMonitoringKept) kept);
}

static const char *
conclusion_label (guint conclusion)
{
  return asy_monitoring_conclusion_get_label ((AsyMonitoringConclusion) conclusion);
}

static void
add_card_rows (AsyForm *form, AsyMonitoringCard *card)
{
  static const AsyRowSpec contact[] = {
    { ASY_MONITORING_CARD_DAY, ASY_ROW_DAY, NULL, NULL },
  };
  static const AsyRowSpec found[] = {
    { ASY_MONITORING_CARD_CHILDREN, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_MONITORING_CARD_DIFFICULTIES, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_MONITORING_CARD_NOTE, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  AdwPreferencesGroup *group = asy_form_add_rows (form, card, NULL, contact, G_N_ELEMENTS (contact), NULL);

  adw_preferences_group_add (group, new_enum_row (form, card, ASY_MONITORING_CARD_FORM, asy_monitoring_form_nicks, form_label));
  adw_preferences_group_add (group, new_enum_row (form, card, ASY_MONITORING_CARD_KEPT, asy_monitoring_kept_nicks, kept_label));
  adw_preferences_group_add (group, new_enum_row (form, card, ASY_MONITORING_CARD_CONCLUSION, asy_monitoring_conclusion_nicks,
                                                  conclusion_label));
  asy_form_add_rows (form, card, _("What Was Found"), found, G_N_ELEMENTS (found), NULL);
}

void
asy_family_form_card (AsyContext *context, AsyFamilyData *data, AsyMonitoringCard *card)
{
  g_autoptr (AsyMonitoringCard) source = card != NULL ? g_object_ref (card) : asy_monitoring_card_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Monitoring Card"));
  AsyMonitoringCard *copy;

  if (card == NULL)
    {
      asy_monitoring_card_set_case_file_id (source, data->facts.case_id);
      if (data->file->assignments->len > 0)
        asy_monitoring_card_set_worker_id (source, asy_assignment_get_worker_id (
          ((AsyAssignmentEntry *) data->file->assignments->pdata[0])->assignment));
      asy_monitoring_card_set_day (source, data->today);
    }
  copy = asy_form_add_record (form, source);
  add_card_rows (form, copy);
  asy_form_add_check (form, check_card, copy);
  asy_form_set_job (form, card_job);
  asy_form_set_draft (form, "monitoring_card");
  asy_form_present (form);
}
