/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-tabs.h"
#include "model/asy-letter-file.h"
#include "ui/asy-format.h"
#include "ui/asy-intervention-row.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyFamilySafety
{
  AsyFamilyTab parent_instance;

  GtkBox *column;
};

G_DEFINE_FINAL_TYPE (AsyFamilySafety, asy_family_safety, ASY_TYPE_FAMILY_TAB)

static GtkListBox *
add_section (AsyFamilySafety *self, const char *title, const char *button_label, const char *action)
{
  return asy_family_column_add_card (self->column, asy_family_heading_new (title, -1, button_label, "list-add-symbolic", action));
}

static char *
dup_period (AsyDay from, AsyDay until)
{
  g_autofree char *first = asy_format_day_long (from);
  g_autofree char *last = asy_format_day_long (until);

  return last != NULL ? g_strdup_printf (_("from %s until %s"), first, last) : g_strdup_printf (_("since %s"), first);
}

/* A kind, whom it is about, and the days on the second line. */
static GtkWidget *
new_warning_row (AsyFamilyData *data, AsyFamilyWarning *warning)
{
  const AsyWarningKind kind = (AsyWarningKind) asy_family_warning_get_kind (warning);
  const char *label = asy_warning_kind_get_label (kind);
  AsyPerson *person = asy_family_file_find_person (data->file, asy_family_warning_get_person_id (warning));
  const char *reason = asy_family_warning_get_end_reason (warning);
  g_autofree char *name = person != NULL ? asy_person_dup_full_name (person) : NULL;
  g_autofree char *period = dup_period (asy_family_warning_get_from_day (warning), asy_family_warning_get_until_day (warning));
  g_autofree char *text = g_strjoin (" · ", period, name != NULL ? name : reason, name != NULL ? reason : NULL, NULL);
  GtkWidget *pill = NULL;

  if (asy_family_warning_holds (warning, data->today))
    pill = asy_pill_new (label, asy_warning_kind_get_meaning (kind));
  else
    pill = asy_pill_new (label, ASY_MEANING_PLAIN);
  return asy_family_record_row_new (asy_family_warning_get_reason (warning), text, pill, "family.edit-warning",
                                    asy_record_get_id (ASY_RECORD (warning)));
}

static void
fill_warnings (AsyFamilySafety *self, AsyFamilyData *data)
{
  GtkListBox *card = add_section (self, _("Warnings"), _("Add"), "family.add-warning");

  for (guint i = 0; i < data->file->warnings->len; i++)
    gtk_list_box_append (card, new_warning_row (data, data->file->warnings->pdata[i]));
  if (data->file->warnings->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("There is nothing to be warned of before a visit.")));
}

/* Threats to children */

static GtkWidget *
new_intervention_suffix (AsyFamilyData *data, AsyIntervention *intervention)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (intervention));
  AsyLetter *notice = asy_family_file_find_letter (data->file, ASY_LETTER_KIND_COURT_NOTICE, ASY_LETTER_INTERVENTION_ID, id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), asy_intervention_pill_new (intervention));
  gtk_box_append (GTK_BOX (box), asy_intervention_notice_button_new (id, notice != NULL));
  return box;
}

static void
fill_interventions (AsyFamilySafety *self, AsyFamilyData *data)
{
  GtkListBox *card = add_section (self, _("Threats to Children"), _("Report"), "family.add-intervention");

  for (guint i = 0; i < data->file->interventions->len; i++)
    {
      AsyIntervention *intervention = data->file->interventions->pdata[i];
      g_autofree char *day = asy_format_day_long (asy_intervention_get_day (intervention));
      g_autofree char *told = asy_intervention_dup_told (intervention);
      g_autofree char *text = g_strjoin (" · ", day, told, NULL);

      gtk_list_box_append (card, asy_family_record_row_new (asy_intervention_get_seen (intervention), text,
                                                            new_intervention_suffix (data, intervention), "family.edit-intervention",
                                                            asy_record_get_id (ASY_RECORD (intervention))));
    }
  if (data->file->interventions->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("No threat to a child was reported. Ctrl+Shift+I reports one from "
                                                             "anywhere in the family.")));
}

/* What others say of the children */

static GtkWidget *
new_observation_row (AsyFamilyData *data, AsyObservation *observation, AsyDictionary *dictionary)
{
  AsyPerson *child = asy_family_file_find_person (data->file, asy_observation_get_person_id (observation));
  const char *source = asy_dictionary_get_label (dictionary, ASY_DICT_NOTICE_SOURCE, asy_observation_get_source (observation));
  const char *said_by = asy_observation_get_said_by (observation);
  g_autofree char *day = asy_format_day_long (asy_observation_get_day (observation));
  g_autofree char *who = said_by != NULL ? g_strdup_printf ("%s, %s", source, said_by) : g_strdup (source);
  g_autofree char *text = g_strjoin (" · ", day, who, child != NULL ? asy_person_get_given_name (child) : NULL, NULL);

  return asy_family_record_row_new (asy_observation_get_body (observation), text,
                                    asy_observation_get_worrying (observation) ? asy_pill_new (_("worrying"), ASY_MEANING_LATE) : NULL,
                                    "family.edit-observation", asy_record_get_id (ASY_RECORD (observation)));
}

static void
fill_observations (AsyFamilySafety *self, AsyFamilyData *data)
{
  AsyDictionary *dictionary = asy_context_get_office (asy_family_tab_get_context (ASY_FAMILY_TAB (self)))->dictionary;
  GtkListBox *card = add_section (self, _("News of the Children"), _("Add"), "family.add-observation");

  for (guint i = 0; i < data->file->observations->len; i++)
    gtk_list_box_append (card, new_observation_row (data, data->file->observations->pdata[i], dictionary));
  if (data->file->observations->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("What the school, the doctor or the social worker says of the children "
                                                             "while the work lasts.")));
}

/* The Blue Card */

static GtkWidget *
new_card_row (AsyFamilyData *data, AsyBlueCard *card)
{
  const gboolean is_running = asy_blue_card_get_ended_on (card) == ASY_DAY_NONE;
  const char *number = asy_blue_card_get_number (card);
  const char *role = asy_blue_card_get_assistant_role (card);
  const char *reason = asy_blue_card_get_end_reason (card);
  g_autofree char *title = number != NULL ? g_strdup_printf (_("Blue Card %s"), number) : g_strdup (_("Blue Card"));
  g_autofree char *period = dup_period (asy_blue_card_get_started_on (card), asy_blue_card_get_ended_on (card));
  g_autofree char *text = g_strjoin (" · ", period, role != NULL ? role : reason, role != NULL ? reason : NULL, NULL);

  return asy_family_record_row_new (title, text, is_running ? asy_pill_new (_("under way"), ASY_MEANING_SOON) : NULL,
                                    "family.edit-blue-card", asy_record_get_id (ASY_RECORD (card)));
}

static GtkWidget *
new_meeting_row (AsyBlueCardMeeting *meeting)
{
  g_autofree char *day = asy_format_day_long (asy_blue_card_meeting_get_day (meeting));
  g_autofree char *title = g_strdup_printf (_("Sitting of the group, %s"), day);
  const char *how = asy_blue_card_meeting_get_remote (meeting) ? _("remotely") : _("on site");
  g_autofree char *text = g_strjoin (" · ", how, asy_blue_card_meeting_get_assistant_present (meeting) ? _("with the assistant")
                                                                                                    : _("without the assistant"),
                                     asy_blue_card_meeting_get_note (meeting), NULL);

  return asy_family_record_row_new (title, text, NULL, "family.edit-meeting", asy_record_get_id (ASY_RECORD (meeting)));
}

static void
fill_blue_card (GtkListBox *list, AsyFamilyData *data, AsyBlueCard *card)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (card));

  gtk_list_box_append (list, new_card_row (data, card));
  for (guint i = 0; i < data->file->blue_card_meetings->len; i++)
    if (asy_blue_card_meeting_get_blue_card_id (data->file->blue_card_meetings->pdata[i]) == id)
      gtk_list_box_append (list, new_meeting_row (data->file->blue_card_meetings->pdata[i]));
  if (asy_blue_card_get_ended_on (card) == ASY_DAY_NONE)
    gtk_list_box_append (list, asy_family_record_row_new (_("Add a Sitting…"), NULL, NULL, "family.add-meeting", id));
}

static void
fill_blue_cards (AsyFamilySafety *self, AsyFamilyData *data)
{
  GtkListBox *list = add_section (self, _("Blue Card"), _("Add"), "family.add-blue-card");

  for (guint i = 0; i < data->file->blue_cards->len; i++)
    fill_blue_card (list, data, data->file->blue_cards->pdata[i]);
  if (data->file->blue_cards->len == 0)
    gtk_list_box_append (list, asy_family_nothing_row_new (_("No procedure for domestic violence is known.")));
}

static void
asy_family_safety_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilySafety *self = ASY_FAMILY_SAFETY (tab);

  asy_ui_clear_box (self->column);
  fill_interventions (self, data);
  fill_warnings (self, data);
  fill_observations (self, data);
  fill_blue_cards (self, data);
}

static void
asy_family_safety_class_init (AsyFamilySafetyClass *klass)
{
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_safety_fill;
}

static void
asy_family_safety_init (AsyFamilySafety *self)
{
  self->column = asy_family_tab_build_column (ASY_FAMILY_TAB (self), 760);
}
