/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "law/asy-intervention-rules.h"
#include "model/asy-letter-file.h"
#include "ui/asy-format.h"
#include "ui/asy-intervention-row.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

char *
asy_intervention_dup_told (AsyIntervention *intervention)
{
  const struct {
    const char *who;
    AsyDay on;
  } told[] = {
    { _ ("112 or the police"), asy_intervention_get_emergency_on (intervention) },
    { _ ("social worker"), asy_intervention_get_social_worker_on (intervention) },
    { _ ("court"), asy_intervention_get_court_on (intervention) },
    { _ ("Blue Card"), asy_intervention_get_blue_card_on (intervention) },
    { _ ("others"), asy_intervention_get_other_on (intervention) },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *day = asy_format_day_axis (told[i].on);

      if (day != NULL)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", told[i].who, day);
    }
  return text->len > 0 ? g_strdup_printf (_ ("Told: %s"), text->str) : NULL;
}

GtkWidget *
asy_intervention_pill_new (AsyIntervention *intervention)
{
  const AsyDay closed_on = asy_intervention_get_closed_on (intervention);
  g_autofree char *day = asy_format_day_axis (closed_on);
  g_autofree char *closed = day != NULL ? g_strdup_printf (_ ("closed %s"), day) : NULL;
  GtkWidget *pill;

  if (closed != NULL)
    pill = asy_pill_new (closed, ASY_MEANING_PLAIN);
  else if (asy_intervention_is_told (intervention))
    pill = asy_pill_new (_ ("under way"), ASY_MEANING_SOON);
  else
    pill = asy_pill_new (_ ("nobody told"), ASY_MEANING_LATE);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

GtkWidget *
asy_intervention_notice_button_new (gint64 intervention_id, gboolean has_notice)
{
  GtkWidget *button = gtk_button_new_from_icon_name (has_notice ? "x-office-document-symbolic" : "document-new-symbolic");
  const char *label = has_notice ? _ ("Open the notice to the court") : _ ("Write a notice to the court (art. 572 KPC)");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.paper-of");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", ASY_LETTER_KIND_COURT_NOTICE, intervention_id);
  return button;
}

static char *
dup_subtitle (const AsyInterventionEntry *entry)
{
  g_autofree char *told = asy_intervention_dup_told (entry->intervention);
  const char *seen = asy_intervention_get_seen (entry->intervention);

  return told != NULL ? g_strdup_printf ("%s\n%s", seen, told) : g_strdup (seen);
}

GtkWidget *
asy_intervention_row_new (const AsyInterventionEntry *entry)
{
  GtkWidget *row = asy_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  const gboolean is_open = asy_intervention_get_closed_on (entry->intervention) == ASY_DAY_NONE;
  g_autofree char *day = asy_format_day_axis (asy_intervention_get_day (entry->intervention));
  g_autofree char *title = g_strdup_printf ("%s – %s", day, entry->family_name);
  g_autofree char *subtitle = dup_subtitle (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  asy_ui_set_meaning (icon, is_open ? ASY_MEANING_LATE : ASY_MEANING_PLAIN);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (entry->worker_name != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_caption_new (entry->worker_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_intervention_pill_new (entry->intervention));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_intervention_notice_button_new (asy_record_get_id (ASY_RECORD (entry->intervention)),
                                                                                        entry->has_notice));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.show-intervention");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", asy_record_get_id (ASY_RECORD (entry->intervention)));
  return row;
}
