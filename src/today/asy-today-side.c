/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-today"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "model/asy-family-file.h"
#include "today/asy-today-side.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

#define VISITS_AT_ONCE 6
#define CASELOADS_AT_ONCE 8
#define WAITING_AT_ONCE 5

static GtkWidget *
add_section (GtkBox *column, const char *title, int count, GtkWidget *suffix)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (section), asy_heading_new (title, count, suffix));
  gtk_box_append (GTK_BOX (section), list);
  gtk_box_append (column, section);
  return list;
}

static GtkWidget *
new_link (const char *label, const char *action_name, gint64 target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", target);
  return button;
}

static GtkWidget *
new_row_of (GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
new_note_row (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  return new_row_of (label);
}

static GtkWidget *
new_times (AsyVisit *visit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *start = asy_text_time ((int) asy_visit_get_start_minute (visit));
  g_autofree char *end = asy_text_time (asy_visit_get_end_minute (visit));
  GtkWidget *labels[] = { gtk_label_new (start), gtk_label_new (end) };

  gtk_widget_add_css_class (labels[0], "heading");
  gtk_widget_add_css_class (labels[1], "caption");
  gtk_widget_add_css_class (labels[1], "dim-label");
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_widget_add_css_class (labels[i], "numeric");
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 1);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_set_size_request (box, 40, -1);
  return box;
}

static GtkWidget *
new_texts (AsyContext *context, const AsyVisitEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GString *note = g_string_new (entry->district);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = asy_family_sign_new (context, asy_visit_get_family_id (entry->visit));
  GtkWidget *name, *place;

  if (entry->two_persons)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " · " : "", _ ("in twos"));
  name = gtk_label_new (entry->family_name != NULL ? entry->family_name : asy_visit_get_purpose (entry->visit));
  place = asy_caption_new (note->str);
  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), name);
  if (sign != NULL)
    gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), place);
  gtk_widget_set_hexpand (box, TRUE);
  g_string_free (note, TRUE);
  return box;
}

static GtkWidget *
new_visit_row (AsyContext *context, const AsyVisitEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *row = new_row_of (box);
  const gint64 family_id = asy_visit_get_family_id (entry->visit);

  gtk_widget_set_margin_start (box, 10);
  gtk_widget_set_margin_end (box, 10);
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  gtk_box_append (GTK_BOX (box), new_times (entry->visit));
  gtk_box_append (GTK_BOX (box), new_texts (context, entry));
  gtk_box_append (GTK_BOX (box), asy_avatar_new (entry->worker_name, 24));
  asy_ui_set_tooltip (box, entry->worker_name);
  if (family_id != 0)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.show-family");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", family_id);
    }
  return row;
}

static void
add_visits (GtkBox *column, AsyContext *context, const AsyTodayData *data)
{
  GtkWidget *list = add_section (column, _ ("Today's visits"), (int) data->visits->len,
                                 new_link (_ ("Calendar"), "app.show-week", 0));
  guint n_done = 0, n_shown = 0, n_planned;

  for (guint i = 0; i < data->visits->len; i++)
    if (asy_visit_get_state (((AsyVisitEntry *) g_ptr_array_index (data->visits, i))->visit) != ASY_VISIT_STATE_PLANNED)
      n_done++;
  n_planned = data->visits->len - n_done;
  if (n_done > 0)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit is recorded already",
                                                            "%u visits are recorded already", n_done), n_done);

      gtk_list_box_append (GTK_LIST_BOX (list), new_note_row (text));
    }
  for (guint i = 0; i < data->visits->len && n_shown < VISITS_AT_ONCE; i++)
    {
      const AsyVisitEntry *entry = g_ptr_array_index (data->visits, i);

      if (asy_visit_get_state (entry->visit) != ASY_VISIT_STATE_PLANNED)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (list), new_visit_row (context, entry));
      n_shown++;
    }
  if (n_planned > n_shown)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more later today", "%u more later today",
                                                            n_planned - n_shown), n_planned - n_shown);

      gtk_list_box_append (GTK_LIST_BOX (list), new_note_row (text));
    }
  if (data->visits->len == 0)
    gtk_list_box_append (GTK_LIST_BOX (list), new_note_row (_ ("No visits are planned for today.")));
}

static void
add_missing_row (GtkWidget *list, const char *icon_name, const char *text, guint n, const char *filter)
{
  GtkWidget *row = asy_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *label = gtk_label_new (number);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  if (n == 0)
    return;
  asy_ui_set_meaning (icon, ASY_MEANING_SOON);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.show-families");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", filter, (gint64) 0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_missing (GtkBox *column, const AsyTodayData *data)
{
  GtkWidget *list;

  if (data->n_without_visit + data->n_without_plan + data->n_waiting == 0)
    return;
  list = add_section (column, _ ("Missing"), -1, NULL);
  add_missing_row (list, "x-office-calendar-symbolic", _ ("Families without a next visit"), data->n_without_visit, "no-visit");
  add_missing_row (list, "view-list-bullet-symbolic", _ ("Families without a plan of work"), data->n_without_plan, "no-plan");
  add_missing_row (list, "avatar-default-symbolic", _ ("Families waiting for an assistant"), data->n_waiting, "waiting");
}

static GtkWidget *
new_waiting_row (AsyContext *context, const AsyWaitingEntry *entry, AsyDay today)
{
  GtkWidget *row = asy_action_row_new ();
  const int days = (int) (today - entry->since);
  g_autofree char *since = asy_format_day_short (entry->since);
  g_autofree char *how_long = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days), days);
  g_autofree char *text = g_strdup_printf (_ ("since %s · %s"), since, how_long);
  GtkWidget *sign = asy_family_sign_new (context, entry->family_id);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->family_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (sign != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
  if (entry->is_urgent)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_pill_new (_ ("urgent"), ASY_MEANING_LATE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.show-family");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", entry->family_id);
  return row;
}

static void
add_waiting (GtkBox *column, AsyContext *context, const AsyTodayData *data)
{
  GtkWidget *list;

  if (data->waiting->len == 0)
    return;
  list = add_section (column, _ ("Waiting list"), (int) data->waiting->len, NULL);
  for (guint i = 0; i < MIN (data->waiting->len, WAITING_AT_ONCE); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_waiting_row (context, data->waiting->pdata[i], data->today));
  if (data->waiting->len > WAITING_AT_ONCE)
    {
      GtkWidget *row = new_note_row (_ ("The whole list"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.show-worker");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", (gint64) 0);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static GtkWidget *
new_caseload_row (const AsyCaseload *caseload, int warning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = asy_worker_dup_full_name (caseload->worker);
  g_autofree char *number = g_strdup_printf ("%d/%d", caseload->families, caseload->limit);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (caseload->limit, caseload->families));
  GtkWidget *count = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (label, 104, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), caseload->families);
  gtk_widget_add_css_class (bar, "caseload");
  if (caseload->families >= warning)
    gtk_widget_add_css_class (bar, "full");
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  return new_row_of (box);
}

static void
add_caseloads (GtkBox *column, AsyContext *context, const AsyTodayData *data)
{
  const int limit = data->caseloads->len > 0 ? ((AsyCaseload *) g_ptr_array_index (data->caseloads, 0))->limit : 0;
  g_autofree char *note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u family · limit %d", "%u families · limit %d",
                                                        data->n_families), data->n_families, limit);
  const int warning = asy_caseload_get_warning (asy_context_get_office (context)->office, data->today);
  GtkWidget *list;

  if (data->caseloads->len == 0)
    return;
  list = add_section (column, _ ("Load of the team"), -1, asy_caption_new (note));
  for (guint i = 0; i < MIN (data->caseloads->len, CASELOADS_AT_ONCE); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_caseload_row (g_ptr_array_index (data->caseloads, i), warning));
  if (data->caseloads->len > CASELOADS_AT_ONCE)
    {
      GtkWidget *row = new_note_row (_ ("The whole team"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.show-worker");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", (gint64) 0);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

void
asy_today_side_fill (GtkBox *column, AsyContext *context, const AsyTodayData *data)
{
  add_visits (column, context, data);
  add_missing (column, data);
  add_waiting (column, context, data);
  add_caseloads (column, context, data);
}
