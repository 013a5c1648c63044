/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-compat.h"
#include "ui/asy-errors.h"

/* Marks that tell whose task a result is; functions are no data pointers in ISO C. */
static const char ask_tag, open_tag, save_tag;

static GtkWindow *
window_of (GtkWidget *parent)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Questions */

static gboolean
on_return_answer_cb (gpointer data)
{
  g_autoptr (GTask) task = data;

  g_task_return_pointer (task, g_task_get_task_data (task), NULL);
  return G_SOURCE_REMOVE;
}

/* Who asked may destroy the parent window: not while the dialog is closing over it. */
static void
on_answered_cb (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_task_set_task_data (task, g_strdup (response), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_return_answer_cb, task, NULL);
}

void
asy_ui_ask_async (GtkWidget *parent, const char *heading, const char *body,
                  const AsyAnswer *answers, guint n_answers, const char *default_id, GtkWidget *extra,
                  GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  AdwMessageDialog *dialog;

  g_return_if_fail (n_answers > 0);

  g_task_set_source_tag (task, (gpointer) &ask_tag);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (parent), heading, body));
  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id, answers[i].appearance);
    }
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  adw_message_dialog_set_default_response (dialog, default_id);
  if (extra != NULL)
    adw_message_dialog_set_extra_child (dialog, extra);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

char *
asy_ui_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) &ask_tag), NULL);

  return g_strdup (g_task_propagate_pointer (G_TASK (result), NULL));
}

void
asy_ui_confirm_async (GtkWidget *parent, const char *heading, const char *body, const char *accept_label,
                      gboolean destructive, GAsyncReadyCallback callback, gpointer user_data)
{
  const AsyAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "accept", accept_label, destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED },
  };

  asy_ui_ask_async (parent, heading, body, answers, G_N_ELEMENTS (answers), destructive ? "cancel" : "accept", NULL,
                    callback, user_data);
}

gboolean
asy_ui_confirm_finish (GAsyncResult *result)
{
  g_autofree char *answer = asy_ui_ask_finish (result);

  return g_strcmp0 (answer, "accept") == 0;
}

void
asy_ui_tell (GtkWidget *parent, const char *heading, const char *body)
{
  const AsyAnswer answer = { "close", _("_Close"), ADW_RESPONSE_DEFAULT };

  asy_ui_ask_async (parent, heading, body, &answer, 1, "close", NULL, NULL, NULL);
}

void
asy_ui_show_error (GtkWidget *parent, const GError *error)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (error != NULL);

  if (asy_error_is_silent (error))
    return;
  sentence = asy_error_describe (error);
  asy_ui_tell (parent, asy_error_get_heading (error), sentence);
}

/* Files */

static void
on_file_chosen_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  g_task_return_pointer (task, file, g_object_unref);
  /* The chooser is owned by nobody else. */
  g_object_unref (dialog);
  g_object_unref (task);
}

static void
choose_file (GtkWidget *parent, GtkFileChooserAction action, const char *title, const char *accept_label,
             const AsyFileKind *kind, GFile *folder, const char *name, GTask *task)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, window_of (parent), action, accept_label, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (kind != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, kind->name);
      for (guint i = 0; kind->patterns[i] != NULL; i++)
        gtk_file_filter_add_pattern (filter, kind->patterns[i]);
      gtk_file_chooser_add_filter (chooser, filter);
      gtk_file_filter_set_name (all, _("All files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_chooser_add_filter (chooser, all);
    }
  /* A folder that is gone is no reason to fail: the chooser begins at home. */
  if (folder != NULL)
    (void) gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
asy_ui_open_file_async (GtkWidget *parent, const char *title, const AsyFileKind *kind, GFile *folder,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, (gpointer) &open_tag);
  choose_file (parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, _("_Open"), kind, folder, NULL, task);
}

GFile *
asy_ui_open_file_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) &open_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
asy_ui_save_file_async (GtkWidget *parent, const char *title, const AsyFileKind *kind, GFile *folder, const char *name,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, (gpointer) &save_tag);
  choose_file (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, _("_Save"), kind, folder, name, task);
}

GFile *
asy_ui_save_file_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) &save_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* Showing */

static void
on_uri_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    asy_ui_show_error (GTK_WIDGET (window), error);
}

void
asy_ui_show_uri (GtkWidget *parent, const char *uri)
{
  GtkWindow *window = window_of (parent);

  g_return_if_fail (uri != NULL);
  g_return_if_fail (window != NULL);

  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, on_uri_shown_cb, g_object_ref (window));
}

void
asy_ui_show_file (GtkWidget *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  asy_ui_show_uri (parent, uri);
}

static GtkWidget *
find_list_view (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_type_is_a (G_OBJECT_TYPE (child), GTK_TYPE_LIST_VIEW))
      return child;
  return widget;
}

void
asy_ui_scroll_to (GtkWidget *list, guint position)
{
  g_return_if_fail (GTK_IS_WIDGET (list));

  /* A column view has the action on the list inside it. */
  if (GTK_IS_COLUMN_VIEW (list))
    list = find_list_view (list);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

void
asy_ui_leaflet_show (GtkWidget *leaflet, GtkWidget *child)
{
  g_return_if_fail (ADW_IS_LEAFLET (leaflet));

  adw_leaflet_set_visible_child (ADW_LEAFLET (leaflet), child);
}
