/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-team"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/asy-offices.h"
#include "team/asy-team-rows.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-format.h"
#include "ui/asy-load-bar.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

gpointer
asy_team_row_get_record (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_WIDGET (row), NULL);

  return g_object_get_data (G_OBJECT (row), "asy-record");
}

static GtkWidget *
new_row (gpointer record, const char *title, const char *subtitle)
{
  GtkWidget *row = asy_action_row_new ();

  g_object_set_data_full (G_OBJECT (row), "asy-record", g_object_ref (record), g_object_unref);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
add_arrow (GtkWidget *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
}

static void
add_pill (GtkWidget *row, const char *text, AsyMeaning meaning)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_pill_new (text, meaning));
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Assistants */

char *
asy_worker_dup_name (AsyWorker *worker)
{
  g_return_val_if_fail (ASY_IS_WORKER (worker), NULL);

  return g_strdup_printf ("%s %s", asy_worker_get_given_name (worker), asy_worker_get_family_name (worker));
}

static char *
describe_worker (AsyWorker *worker, const AsyCaseload *caseload, AsyDay today)
{
  GString *text = g_string_new (NULL);
  double fte = asy_worker_get_fte (worker);
  AsyDay until = asy_worker_get_employed_until (worker);
  g_autofree char *share = NULL;
  g_autofree char *last = asy_format_day (until);

  if (fte > 0.999)
    append_part (text, _("full time"));
  else if (fte > 0)
    {
      share = g_strdup_printf (_("%.0f%% of full time"), fte * 100);
      append_part (text, share);
    }
  append_part (text, asy_worker_get_district (worker));
  if (caseload != NULL && caseload->families > 0)
    {
      g_autofree char *weight = g_strdup_printf (_("weight %.1f"), caseload->weight);

      append_part (text, weight);
    }
  if (last != NULL)
    {
      g_autofree char *end = g_strdup_printf (until < today ? _("left on %s") : _("until %s"), last);

      append_part (text, end);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_suspended (AsyWorker *worker, AsyDay today)
{
  AsyDay from = asy_worker_get_suspended_from (worker);
  AsyDay until = asy_worker_get_suspended_until (worker);

  return from != ASY_DAY_NONE && from <= today && (until == ASY_DAY_NONE || until >= today);
}

static void
add_worker_pills (GtkWidget *row, AsyWorker *worker, const AsyCaseload *caseload, AsyDay today)
{
  if (is_suspended (worker, today))
    add_pill (row, _("suspended"), ASY_MEANING_LATE);
  else if (asy_worker_get_employed_from (worker) > today)
    add_pill (row, _("not employed yet"), ASY_MEANING_INFO);
  if (caseload->obstacle == ASY_WORKER_OBSTACLE_SOCIAL_WORKER || caseload->obstacle == ASY_WORKER_OBSTACLE_NOT_AUTHORISED)
    add_pill (row, asy_worker_obstacle_get_label (caseload->obstacle), ASY_MEANING_LATE);
  if (asy_worker_get_rspts_checked_on (worker) == ASY_DAY_NONE)
    add_pill (row, _("no RSPTS check"), ASY_MEANING_SOON);
  if (caseload->families >= caseload->limit && caseload->limit > 0)
    add_pill (row, caseload->families > caseload->limit ? _("over the limit") : C_("caseload", "full"),
              caseload->families > caseload->limit ? ASY_MEANING_LATE : ASY_MEANING_SOON);
}

static void
add_load (GtkWidget *row, const AsyCaseload *caseload, int warning)
{
  GtkWidget *bar = asy_load_bar_new ();
  g_autofree char *text = g_strdup_printf ("%d/%d", caseload->families, caseload->limit);
  GtkWidget *label = gtk_label_new (text);

  asy_load_bar_set (ASY_LOAD_BAR (bar), caseload->families, caseload->limit, warning);
  gtk_widget_set_size_request (bar, 110, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Families"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  if (caseload->families >= caseload->limit)
    asy_ui_set_meaning (label, caseload->families > caseload->limit ? ASY_MEANING_LATE : ASY_MEANING_SOON);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

/* Art. 13: the families of who is suspended need another assistant. */
static void
add_hand_over (GtkWidget *row, AsyWorker *worker, const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Hand Over…"));
  g_autofree char *label = g_strdup_printf (_("Hand over the families of %s"), name);

  asy_ui_set_tooltip (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "team.hand-over");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", asy_record_get_id (ASY_RECORD (worker)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Families */

GtkWidget *
asy_waiting_row_new (AsyContext *context, const AsyWaitingEntry *entry)
{
  GtkWidget *sign = asy_family_sign_new (context, entry->family_id);
  g_autofree char *since = asy_format_day_long (entry->since);
  g_autofree char *text = g_strdup_printf (_("since %s"), since);
  GString *subtitle = g_string_new (text);
  GtkWidget *row = asy_action_row_new ();

  append_part (subtitle, entry->district);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->family_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  g_string_free (subtitle, TRUE);
  if (sign != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
  if (entry->is_urgent)
    add_pill (row, _("urgent"), ASY_MEANING_LATE);
  add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.show-family");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", entry->family_id);
  return row;
}

GtkWidget *
asy_worker_row_new (AsyWorker *worker, const AsyCaseload *caseload, int warning, AsyDay today)
{
  g_autofree char *name = asy_worker_dup_name (worker);
  g_autofree char *subtitle = describe_worker (worker, caseload, today);
  GtkWidget *row = new_row (worker, name, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), asy_avatar_new (name, 32));
  if (caseload != NULL)
    {
      add_worker_pills (row, worker, caseload, today);
      if (is_suspended (worker, today) && caseload->families > 0)
        add_hand_over (row, worker, name);
      add_load (row, caseload, warning);
    }
  add_arrow (row);
  return row;
}

/* Users */

/* A menu that is made takes ten times the memory of its row, and few are ever opened. */
static void
on_create_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

GtkWidget *
asy_user_row_new (AsyUser *user, gboolean has_slot, gboolean is_me, AsyDay today, GMenuModel *menu)
{
  const char *name = asy_user_get_full_name (user);
  GString *subtitle = g_string_new (asy_user_role_get_label ((AsyUserRole) asy_user_get_role (user)));
  GtkWidget *row, *button;
  g_autofree char *label = NULL;

  append_part (subtitle, is_me ? _("you") : asy_user_get_login (user));
  row = new_row (user, name, subtitle->str);
  g_string_free (subtitle, TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), asy_avatar_new (name, 32));
  if (!has_slot)
    add_pill (row, _("no access"), ASY_MEANING_PLAIN);
  else if (!asy_user_check_access (user, today, NULL))
    add_pill (row, _("not authorised"), ASY_MEANING_LATE);
  button = gtk_menu_button_new ();
  label = g_strdup_printf (_("Actions for %s"), name);
  asy_ui_set_name (button, label);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_create_menu_cb, g_object_ref (menu), g_object_unref);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* Courts */

GtkWidget *
asy_court_row_new (AsyCourt *court)
{
  GtkWidget *row = new_row (court, asy_court_get_name (court), asy_court_get_division (court));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  add_arrow (row);
  return row;
}
