/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-assistant-picker.h"
#include "model/asy-family-file.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyAssistantPicker
{
  AdwBin parent_instance;

  GtkWidget *list;              /* child */

  AsyContext *context;
  GPtrArray *caseloads;         /* AsyCaseload, in the order of the rows */
  gint64 worker_id;
  AsyDay day;
};

G_DEFINE_FINAL_TYPE (AsyAssistantPicker, asy_assistant_picker, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gpointer
caseload_job (AsySession *session, gpointer request, GError **error)
{
  return asy_caseload_list (session, GPOINTER_TO_UINT (request), error);
}

static gboolean
is_full (const AsyCaseload *caseload)
{
  return caseload->limit > 0 && caseload->families >= caseload->limit;
}

static AsyMeaning
bar_meaning (const AsyCaseload *caseload, int warning_from)
{
  if (is_full (caseload))
    return ASY_MEANING_LATE;
  return warning_from > 0 && caseload->families >= warning_from ? ASY_MEANING_SOON : ASY_MEANING_PLAIN;
}

static GtkWidget *
new_bar (AsyAssistantPicker *self, const AsyCaseload *caseload)
{
  const int warning_from = asy_caseload_get_warning (asy_context_get_office (self->context)->office, self->day);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (caseload->limit, 1));
  g_autofree char *text = g_strdup_printf (_("%d of %d families"), caseload->families, caseload->limit);
  g_autofree char *weight = g_strdup_printf (_("Weight of the families: %.1f"), caseload->weight);
  GtkWidget *label = asy_caption_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), MIN (caseload->families, caseload->limit));
  gtk_widget_add_css_class (bar, "thin");
  asy_ui_set_meaning (bar, bar_meaning (caseload, warning_from));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  asy_ui_set_tooltip (box, weight);
  gtk_widget_set_size_request (box, 110, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static void
on_toggled_cb (AsyAssistantPicker *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->worker_id = *(gint64 *) g_object_get_data (G_OBJECT (check), "worker-id");
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_row (AsyAssistantPicker *self, const AsyCaseload *caseload, GtkCheckButton **group)
{
  GtkWidget *row = asy_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = asy_worker_dup_full_name (caseload->worker);
  gint64 *id = g_new (gint64, 1);

  *id = asy_record_get_id (ASY_RECORD (caseload->worker));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (asy_worker_get_district (caseload->worker) != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), asy_worker_get_district (caseload->worker));
  g_object_set_data_full (G_OBJECT (check), "worker-id", id, g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), *group);
  if (*group == NULL)
    *group = GTK_CHECK_BUTTON (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), *id == self->worker_id);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (!caseload->is_available)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_pill_new (asy_worker_obstacle_get_label (caseload->obstacle),
                                                                  caseload->obstacle == ASY_WORKER_OBSTACLE_NOT_EMPLOYED
                                                                    ? ASY_MEANING_PLAIN : ASY_MEANING_LATE));
  else if (is_full (caseload))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_pill_new (_("Full"), ASY_MEANING_LATE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_bar (self, caseload));
  return row;
}

static void
show_caseloads (AsyAssistantPicker *self)
{
  GtkCheckButton *group = NULL;

  asy_ui_clear_list (GTK_LIST_BOX (self->list));
  for (guint i = 0; i < self->caseloads->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, self->caseloads->pdata[i], &group));
  if (self->caseloads->len == 0)
    {
      GtkWidget *row = asy_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No assistant works on that day"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Assistants are added on the page Team."));
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyAssistantPicker *self = owner;

  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->caseloads, g_ptr_array_unref);
  self->caseloads = result;
  show_caseloads (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
asy_assistant_picker_set_day (AsyAssistantPicker *self, AsyDay day)
{
  g_return_if_fail (ASY_IS_ASSISTANT_PICKER (self));

  if (day == ASY_DAY_NONE || day == self->day)
    return;
  self->day = day;
  asy_context_ask (self->context, self, "caseload", caseload_job, GUINT_TO_POINTER (day), NULL,
                   (GDestroyNotify) g_ptr_array_unref, on_loaded_cb);
}

gint64
asy_assistant_picker_get_worker_id (AsyAssistantPicker *self)
{
  g_return_val_if_fail (ASY_IS_ASSISTANT_PICKER (self), 0);

  return self->worker_id;
}

const AsyCaseload *
asy_assistant_picker_get_chosen (AsyAssistantPicker *self)
{
  g_return_val_if_fail (ASY_IS_ASSISTANT_PICKER (self), NULL);

  for (guint i = 0; self->caseloads != NULL && i < self->caseloads->len; i++)
    {
      const AsyCaseload *caseload = self->caseloads->pdata[i];

      if (asy_record_get_id (ASY_RECORD (caseload->worker)) == self->worker_id)
        return caseload;
    }
  return NULL;
}

GtkWidget *
asy_assistant_picker_new (AsyContext *context)
{
  AsyAssistantPicker *self = g_object_new (ASY_TYPE_ASSISTANT_PICKER, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

static void
asy_assistant_picker_dispose (GObject *object)
{
  AsyAssistantPicker *self = ASY_ASSISTANT_PICKER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->caseloads, g_ptr_array_unref);

  G_OBJECT_CLASS (asy_assistant_picker_parent_class)->dispose (object);
}

static void
asy_assistant_picker_class_init (AsyAssistantPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_assistant_picker_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_assistant_picker_init (AsyAssistantPicker *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Assistants"), -1);
  adw_bin_set_child (ADW_BIN (self), self->list);
}
