/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-children-row.h"
#include "families/asy-family-actions.h"
#include "families/asy-form-helper.h"
#include "families/asy-form-rows.h"
#include "families/asy-safety-forms.h"
#include "model/asy-letter-file.h"
#include "store/asy-blue-cards.h"
#include "store/asy-interventions.h"
#include "store/asy-observations.h"
#include "store/asy-warnings.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-offer.h"
#include "ui/asy-words.h"

/* A group with a choice of a person of the family, who need not be named. */
static GtkWidget *
new_person_choice (const char *title, AsyFamilyData *data, const char *nobody)
{
  GtkWidget *row = asy_person_choice_new (title, data->file);

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), nobody);
  return row;
}

/* A warning */

ASY_FORM_DEFINE_JOB (save_warning_job, asy_family_warning_save)

static char *
check_warning (AsyForm *form, gpointer user_data)
{
  AsyFamilyWarning *warning = user_data;
  const AsyDay until = asy_family_warning_get_until_day (warning);

  if (asy_family_warning_get_reason (warning) == NULL)
    return g_strdup (_("Say what has to be known before a visit"));
  if (asy_family_warning_get_from_day (warning) == ASY_DAY_NONE)
    return g_strdup (_("Say since when the warning holds"));
  if (until != ASY_DAY_NONE && until < asy_family_warning_get_from_day (warning))
    return g_strdup (_("The warning ends before it begins"));
  if (until != ASY_DAY_NONE && until < asy_context_get_today (asy_form_get_context (form)) &&
      asy_family_warning_get_end_reason (warning) == NULL)
    return g_strdup (_("Say why the warning ended"));
  return NULL;
}

static void
add_warning_rows (AsyForm *form, AsyFamilyWarning *warning, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_FAMILY_WARNING_REASON, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_FAMILY_WARNING_FROM_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_FAMILY_WARNING_UNTIL_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_FAMILY_WARNING_END_REASON, ASY_ROW_TEXT, NULL, NULL },
  };
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *kind = asy_choice_row_new ("");
  GtkWidget *person = new_person_choice (_("About whom"), data, _("The whole family"));

  for (int i = 0; asy_warning_kind_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (kind), asy_warning_kind_nicks[i], asy_warning_kind_get_label ((AsyWarningKind) i), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, warning, ASY_FAMILY_WARNING_KIND, kind));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, warning, ASY_FAMILY_WARNING_PERSON_ID, person));
  asy_form_add_group (form, group);
  asy_form_add_rows (form, warning, NULL, specs, G_N_ELEMENTS (specs), NULL);
}

void
asy_family_form_warning (AsyContext *context, AsyFamilyData *data, AsyFamilyWarning *warning)
{
  g_autoptr (AsyFamilyWarning) source = warning != NULL ? g_object_ref (warning) : asy_family_warning_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Warning"));
  AsyFamilyWarning *copy;

  if (warning == NULL)
    {
      asy_family_warning_set_family_id (source, asy_record_get_id (ASY_RECORD (data->file->family)));
      asy_family_warning_set_from_day (source, data->today);
    }
  copy = asy_form_add_record (form, source);
  add_warning_rows (form, copy, data);
  asy_form_add_check (form, check_warning, copy);
  asy_form_set_job (form, save_warning_job);
  asy_form_set_draft (form, "family_warning");
  asy_form_present (form);
}

/* A threat to a child */

static gpointer
save_intervention_job (AsySession *session, gpointer request, GError **error)
{
  return asy_intervention_save (session, request, error) ? g_object_ref (request) : NULL;
}

static char *
check_told (AsyIntervention *intervention, AsyDay today)
{
  static const struct {
    guint on, note;
  } told[] = {
    { ASY_INTERVENTION_EMERGENCY_ON, ASY_INTERVENTION_EMERGENCY_NOTE },
    { ASY_INTERVENTION_SOCIAL_WORKER_ON, ASY_INTERVENTION_SOCIAL_WORKER_NOTE },
    { ASY_INTERVENTION_COURT_ON, ASY_INTERVENTION_COURT_NOTE },
    { ASY_INTERVENTION_BLUE_CARD_ON, ASY_INTERVENTION_BLUE_CARD_NOTE },
    { ASY_INTERVENTION_OTHER_ON, ASY_INTERVENTION_OTHER_NOTE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const AsyDay on = (AsyDay) asy_record_get_int (ASY_RECORD (intervention), told[i].on);

      if (on == ASY_DAY_NONE && asy_record_get_text (ASY_RECORD (intervention), told[i].note) != NULL)
        return g_strdup (_("Say on what day somebody was told"));
      if (on != ASY_DAY_NONE && (on < asy_intervention_get_day (intervention) || on > today))
        return g_strdup (_("Nobody can be told before it happened, or in days to come"));
    }
  return NULL;
}

static char *
check_intervention (AsyForm *form, gpointer user_data)
{
  AsyIntervention *intervention = user_data;
  const AsyDay today = asy_context_get_today (asy_form_get_context (form));
  const AsyDay closed_on = asy_intervention_get_closed_on (intervention);

  if (asy_intervention_get_seen (intervention) == NULL)
    return g_strdup (_("Write what was seen"));
  if (asy_intervention_get_day (intervention) == ASY_DAY_NONE)
    return g_strdup (_("Say on what day it was"));
  if (asy_intervention_get_day (intervention) > today)
    return g_strdup (_("The day is still to come"));
  if (closed_on != ASY_DAY_NONE && (closed_on < asy_intervention_get_day (intervention) || closed_on > today))
    return g_strdup (_("An intervention is closed after it happened, and not in days to come"));
  if (closed_on != ASY_DAY_NONE && asy_intervention_get_outcome (intervention) == NULL)
    return g_strdup (_("Write the outcome before the intervention is closed"));
  return check_told (intervention, today);
}

static void
add_seen_rows (AsyForm *form, AsyIntervention *intervention, AsyFamilyData *data)
{
  static const AsyRowSpec what[] = { { ASY_INTERVENTION_SEEN, ASY_ROW_LONG_TEXT, NULL, NULL } };
  static const AsyRowSpec when[] = {
    { ASY_INTERVENTION_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_INTERVENTION_START_MINUTE, ASY_ROW_TIME, NULL, NULL },
    { ASY_INTERVENTION_PLACE, ASY_ROW_TEXT, NULL, NULL },
  };
  GtkWidget *row;
  AdwPreferencesGroup *group = asy_form_add_rows (form, intervention, NULL, what, G_N_ELEMENTS (what), &row);

  adw_preferences_group_set_description (group, _("When a life is in danger, call 112 first. Whoever knows of an event that calls for "
                                                  "the court tells of it at once (art. 572 § 1 KPC)."));
  asy_form_focus_row (form, row);
  group = asy_form_add_rows (form, intervention, NULL, when, G_N_ELEMENTS (when), NULL);
  row = asy_children_row_new (data->file, intervention);
  if (row != NULL)
    adw_preferences_group_add (group, row);
}

static void
add_told_rows (AsyForm *form, AsyIntervention *intervention)
{
  static const AsyRowSpec told[] = {
    { ASY_INTERVENTION_EMERGENCY_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_INTERVENTION_EMERGENCY_NOTE, ASY_ROW_TEXT, NULL, NULL },
    { ASY_INTERVENTION_SOCIAL_WORKER_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_INTERVENTION_SOCIAL_WORKER_NOTE, ASY_ROW_TEXT, NULL, NULL },
    { ASY_INTERVENTION_COURT_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_INTERVENTION_COURT_NOTE, ASY_ROW_TEXT, NULL, NULL },
    { ASY_INTERVENTION_BLUE_CARD_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_INTERVENTION_BLUE_CARD_NOTE, ASY_ROW_TEXT, NULL, NULL },
    { ASY_INTERVENTION_OTHER_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_INTERVENTION_OTHER_NOTE, ASY_ROW_TEXT, NULL, NULL },
  };
  static const AsyRowSpec end[] = {
    { ASY_INTERVENTION_DONE, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_INTERVENTION_OUTCOME, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_INTERVENTION_CLOSED_ON, ASY_ROW_DAY, NULL, NULL },
  };

  asy_form_add_rows (form, intervention, _("Who Was Told, and When"), told, G_N_ELEMENTS (told), NULL);
  asy_form_add_rows (form, intervention, _("Course and End"), end, G_N_ELEMENTS (end), NULL);
}

/* The notice is written from what stands in the register, so the form is saved before. */
static void
on_notice_saved_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  asy_context_go (asy_form_get_context (form), ASY_GO_PAPER_OF, asy_record_get_id (result), ASY_LETTER_KIND_COURT_NOTICE);
}

static void
on_notice_cb (AsyForm *form)
{
  asy_form_allow_unchanged (form);
  if (!asy_form_can_save (form))
    {
      gtk_widget_error_bell (GTK_WIDGET (form));
      return;
    }
  g_signal_connect (form, "saved", G_CALLBACK (on_notice_saved_cb), NULL);
  asy_form_save (form);
}

static char *
describe_notice (AsyLetter *notice)
{
  const char *mark = notice != NULL ? asy_letter_get_mark (notice) : NULL;
  const char *state = notice != NULL ? asy_letter_state_get_label ((AsyLetterState) asy_letter_get_state (notice)) : NULL;

  if (notice == NULL)
    return g_strdup (_("Filled from this form, the children and the work so far"));
  return mark != NULL ? g_strdup_printf ("%s · %s", state, mark) : g_strdup (state);
}

static void
add_notice_row (AsyForm *form, AsyIntervention *intervention, AsyFamilyData *data)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (intervention));
  AsyLetter *notice = id != 0 ? asy_family_file_find_letter (data->file, ASY_LETTER_KIND_COURT_NOTICE, ASY_LETTER_INTERVENTION_ID, id)
                              : NULL;
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (notice != NULL ? _("_Open the Notice") : _("Save and _Write"));
  g_autofree char *text = describe_notice (notice);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Notice to the guardianship court"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_notice_cb), form, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  asy_form_add_group (form, group);
}

static AsyIntervention *
new_intervention (AsyFamilyData *data)
{
  AsyIntervention *fresh = asy_intervention_new ();

  asy_intervention_set_family_id (fresh, asy_record_get_id (ASY_RECORD (data->file->family)));
  asy_intervention_set_day (fresh, data->today);
  asy_intervention_set_start_minute (fresh, -1);
  return fresh;
}

void
asy_family_form_intervention (AsyContext *context, AsyFamilyData *data, AsyIntervention *intervention)
{
  g_autoptr (AsyIntervention) source = intervention != NULL ? g_object_ref (intervention) : new_intervention (data);
  AsyForm *form = asy_form_new_of_family (context, data, _("Threat to a Child"));
  AsyIntervention *copy;

  if (asy_record_get_id (ASY_RECORD (source)) == 0 && asy_intervention_get_case_file_id (source) == 0 && data->file->current != NULL)
    asy_intervention_set_case_file_id (source, asy_record_get_id (ASY_RECORD (data->file->current)));
  copy = asy_form_add_record (form, source);
  add_seen_rows (form, copy, data);
  add_told_rows (form, copy);
  add_notice_row (form, copy, data);
  asy_form_add_check (form, check_intervention, copy);
  asy_form_set_job (form, save_intervention_job);
  asy_form_set_draft (form, "intervention");
  asy_form_present (form);
}

/* What somebody said of a child */

static gpointer
save_observation_job (AsySession *session, gpointer request, GError **error)
{
  return asy_observation_save (session, request, error) ? g_object_ref (request) : NULL;
}

static char *
check_observation (AsyForm *form, gpointer user_data)
{
  AsyObservation *observation = user_data;

  if (asy_observation_get_source (observation) == NULL)
    return g_strdup (_("Choose who watches over the child"));
  if (asy_observation_get_body (observation) == NULL)
    return g_strdup (_("Write what was said"));
  if (asy_observation_get_day (observation) == ASY_DAY_NONE)
    return g_strdup (_("Say on what day it was"));
  if (asy_observation_get_day (observation) > asy_context_get_today (asy_form_get_context (form)))
    return g_strdup (_("The day is still to come"));
  return NULL;
}

static void
on_report_cb (AsyContext *context, gpointer observation)
{
  asy_context_go (context, ASY_GO_REPORT_OBSERVATION, asy_record_get_id (observation), NULL);
}

static void
on_observed_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  if (asy_observation_get_worrying (result))
    asy_offer (asy_form_get_context (form), _("Worrying News of a Child"),
               _("Open an intervention now? It keeps who was told, when and what came of it, and reminds of it until it is closed."),
               _("_Open an Intervention"), on_report_cb, g_object_ref (result), g_object_unref);
}

void
asy_family_form_observation (AsyContext *context, AsyFamilyData *data, AsyObservation *observation)
{
  static const AsyRowSpec specs[] = {
    { ASY_OBSERVATION_SOURCE, ASY_ROW_DICTIONARY, ASY_DICT_NOTICE_SOURCE, NULL },
    { ASY_OBSERVATION_SAID_BY, ASY_ROW_TEXT, NULL, NULL },
    { ASY_OBSERVATION_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_OBSERVATION_BODY, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_OBSERVATION_WORRYING, ASY_ROW_SWITCH, NULL, NULL },
  };
  g_autoptr (AsyObservation) source = observation != NULL ? g_object_ref (observation) : asy_observation_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("News of a Child"));
  AdwPreferencesGroup *group;
  AsyObservation *copy;

  if (observation == NULL)
    {
      asy_observation_set_family_id (source, asy_record_get_id (ASY_RECORD (data->file->family)));
      asy_observation_set_day (source, data->today);
    }
  copy = asy_form_add_record (form, source);
  group = asy_form_add_rows (form, copy, NULL, specs, G_N_ELEMENTS (specs), NULL);
  adw_preferences_group_add (group, asy_form_bind (form, copy, ASY_OBSERVATION_PERSON_ID,
                                                   new_person_choice ("", data, _("All children"))));
  asy_form_add_check (form, check_observation, copy);
  asy_form_set_job (form, save_observation_job);
  if (observation == NULL || !asy_observation_get_worrying (observation))
    g_signal_connect (form, "saved", G_CALLBACK (on_observed_cb), NULL);
  asy_form_set_draft (form, "observation");
  asy_form_present (form);
}

/* The Blue Card */

ASY_FORM_DEFINE_JOB (save_card_job, asy_blue_card_save)

static char *
check_card (AsyForm *form, gpointer user_data)
{
  AsyBlueCard *card = user_data;
  const AsyDay ended_on = asy_blue_card_get_ended_on (card);

  if (asy_blue_card_get_started_on (card) == ASY_DAY_NONE)
    return g_strdup (_("Say when the procedure began"));
  if (ended_on != ASY_DAY_NONE && ended_on < asy_blue_card_get_started_on (card))
    return g_strdup (_("The procedure ends before it begins"));
  if (ended_on != ASY_DAY_NONE && asy_blue_card_get_end_reason (card) == NULL)
    return g_strdup (_("Say why the procedure ended"));
  return NULL;
}

void
asy_family_form_blue_card (AsyContext *context, AsyFamilyData *data, AsyBlueCard *card)
{
  static const AsyRowSpec specs[] = {
    { ASY_BLUE_CARD_NUMBER, ASY_ROW_TEXT, NULL, NULL },
    { ASY_BLUE_CARD_STARTED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_BLUE_CARD_ASSISTANT_ROLE, ASY_ROW_TEXT, NULL, NULL },
    { ASY_BLUE_CARD_ENDED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_BLUE_CARD_END_REASON, ASY_ROW_TEXT, NULL, NULL },
  };
  g_autoptr (AsyBlueCard) source = card != NULL ? g_object_ref (card) : asy_blue_card_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Blue Card"));
  AdwPreferencesGroup *group;
  AsyBlueCard *copy;

  if (card == NULL)
    {
      asy_blue_card_set_family_id (source, asy_record_get_id (ASY_RECORD (data->file->family)));
      asy_blue_card_set_started_on (source, data->today);
    }
  copy = asy_form_add_record (form, source);
  group = asy_form_add_rows (form, copy, NULL, specs, G_N_ELEMENTS (specs), NULL);
  adw_preferences_group_set_description (group, _("Domestic violence. Only the fact and its days: the forms stay in the files of the "
                                                  "diagnostic-help group."));
  asy_form_add_check (form, check_card, copy);
  asy_form_set_job (form, save_card_job);
  asy_form_set_draft (form, "blue_card");
  asy_form_present (form);
}

ASY_FORM_DEFINE_JOB (save_meeting_job, asy_blue_card_meeting_save)

void
asy_family_form_blue_card_meeting (AsyContext *context, AsyFamilyData *data, gint64 card_id, AsyBlueCardMeeting *meeting)
{
  static const AsyRowSpec specs[] = {
    { ASY_BLUE_CARD_MEETING_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_BLUE_CARD_MEETING_REMOTE, ASY_ROW_SWITCH, NULL, NULL },
    { ASY_BLUE_CARD_MEETING_ASSISTANT_PRESENT, ASY_ROW_SWITCH, NULL, NULL },
    { ASY_BLUE_CARD_MEETING_NOTE, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  g_autoptr (AsyBlueCardMeeting) source = meeting != NULL ? g_object_ref (meeting) : asy_blue_card_meeting_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Sitting of the Diagnostic-Help Group"));
  AsyBlueCardMeeting *copy;

  if (meeting == NULL)
    {
      asy_blue_card_meeting_set_blue_card_id (source, card_id);
      asy_blue_card_meeting_set_day (source, data->today);
    }
  copy = asy_form_add_record (form, source);
  asy_form_add_rows (form, copy, NULL, specs, G_N_ELEMENTS (specs), NULL);
  asy_form_set_job (form, save_meeting_job);
  asy_form_set_draft (form, "blue_card_meeting");
  asy_form_present (form);
}
