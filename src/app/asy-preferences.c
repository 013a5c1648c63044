/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-preferences.h"
#include "app/asy-recovery-view.h"
#include "app/asy-reminder-group.h"
#include "app/asy-secret-text.h"
#include "store/asy-accounts.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-compat.h"

struct _AsyPreferences
{
  AdwPreferencesWindow parent_instance;

  /* owned */
  AsyContext *context;
  GSettings *settings;

  /* template children, borrowed */
  AsyChoiceRow *scheme_row;
  AsyChoiceRow *lock_row;
  AsyReminderGroup *reminder_group;
  AdwActionRow *path_row;
  GtkWidget *renew_button;
};

G_DEFINE_FINAL_TYPE (AsyPreferences, asy_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* Codes are the nicks of the setting. */
static const AsyChoice schemes[] = {
  { "system", N_("As the system") },
  { "light", N_("Light") },
  { "dark", N_("Dark") },
  { NULL, NULL },
};

static const guint lock_minutes[] = { 5, 10, 15, 30, 60, 0 };

static void
on_scheme_chosen_cb (AsyPreferences *self)
{
  g_settings_set_string (self->settings, "color-scheme", asy_choice_row_get_code (self->scheme_row));
}

static void
on_lock_chosen_cb (AsyPreferences *self)
{
  gint64 minutes = 0;

  if (g_ascii_string_to_signed (asy_choice_row_get_code (self->lock_row), 10, 0, 480, &minutes, NULL))
    g_settings_set_uint (self->settings, "lock-minutes", (guint) minutes);
}

static void
append_minutes (AsyPreferences *self, guint minutes)
{
  g_autofree char *code = g_strdup_printf ("%u", minutes);
  g_autofree char *label = NULL;

  if (minutes == 0)
    label = g_strdup (_("Never"));
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "After %u minute", "After %u minutes", minutes), minutes);
  asy_choice_row_append (self->lock_row, code, label, NULL);
}

static void
fill_lock_row (AsyPreferences *self)
{
  guint now = g_settings_get_uint (self->settings, "lock-minutes");
  g_autofree char *code = g_strdup_printf ("%u", now);
  gboolean is_listed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lock_minutes); i++)
    {
      append_minutes (self, lock_minutes[i]);
      is_listed = is_listed || lock_minutes[i] == now;
    }
  if (!is_listed)
    append_minutes (self, now);
  asy_choice_row_set_code (self->lock_row, code);
}

static void
on_show_folder_cb (AsyPreferences *self)
{
  g_autofree char *folder = g_path_get_dirname (asy_store_get_path (asy_context_get_store (self->context)));
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  asy_ui_show_file (GTK_WIDGET (self), file);
}

/* The recovery sheet */

static gpointer
renew_job (AsySession *session, gpointer request, GError **error)
{
  return asy_account_renew_recovery (session, error);
}

static gboolean
on_sheet_close_cb (GtkWindow *window, AsyRecoveryView *view)
{
  if (asy_recovery_view_get_confirmed (view))
    return FALSE;
  asy_ui_tell (GTK_WIDGET (window), _("The Sheet Is Not Kept yet"),
               _("The old sheet opens the register no more. Print or save the new one and confirm that it is kept."));
  return TRUE;
}

static void
show_sheet (AsyPreferences *self, const char *code)
{
  AsyOfficeFile *file = asy_context_get_office (self->context);
  AsyStore *store = asy_context_get_store (self->context);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = g_object_new (ASY_TYPE_RECOVERY_VIEW, "margin-start", 22, "margin-end", 22, "margin-top", 12, "margin-bottom", 22, NULL);

  asy_recovery_view_set (ASY_RECOVERY_VIEW (view), code, asy_store_get_path (store), file->office,
                         file->user != NULL ? asy_user_get_full_name (file->user) : asy_store_get_login (store),
                         asy_context_get_today (self->context));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("Recovery Sheet"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, -1);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  g_signal_connect_object (window, "close-request", G_CALLBACK (on_sheet_close_cb), view, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_renewed_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyPreferences *self = owner;

  gtk_widget_set_sensitive (self->renew_button, TRUE);
  if (error != NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  show_sheet (self, result);
  asy_secret_text_free (result);
}

static void
on_renew_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AsyPreferences) self = data;

  if (!asy_ui_confirm_finish (result))
    return;
  gtk_widget_set_sensitive (self->renew_button, FALSE);
  asy_context_ask (self->context, self, NULL, renew_job, NULL, NULL, asy_secret_text_free, on_renewed_cb);
}

static void
on_renew_cb (AsyPreferences *self)
{
  asy_ui_confirm_async (GTK_WIDGET (self), _("Make a New Recovery Sheet?"),
                        _("The old sheet will open the register no more. Destroy it when the new one is kept."),
                        _("_Make a New Sheet"), TRUE, on_renew_answered_cb, g_object_ref (self));
}

AsyPreferences *
asy_preferences_new (AsyContext *context, GSettings *settings)
{
  AsyPreferences *self;
  g_autofree char *path = NULL;
  g_autofree char *scheme = NULL;

  g_return_val_if_fail (ASY_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ASY_TYPE_PREFERENCES, "transient-for", asy_context_get_window (context), NULL);
  self->context = g_object_ref (context);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (context, "closing", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  scheme = g_settings_get_string (settings, "color-scheme");
  asy_choice_row_set_choices (self->scheme_row, schemes);
  asy_choice_row_set_code (self->scheme_row, scheme);
  fill_lock_row (self);
  asy_reminder_group_set (self->reminder_group, settings, asy_context_get_office (context)->user);
  path = g_filename_display_name (asy_store_get_path (asy_context_get_store (context)));
  adw_action_row_set_subtitle (self->path_row, path);
  return self;
}

static void
apply_color_scheme (GSettings *settings)
{
  static const AdwColorScheme values[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  int scheme = g_settings_get_enum (settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), values[CLAMP (scheme, 0, 2)]);
}

void
asy_preferences_follow_color_scheme (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), NULL);
  apply_color_scheme (settings);
}

static void
asy_preferences_dispose (GObject *object)
{
  AsyPreferences *self = ASY_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_PREFERENCES);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (asy_preferences_parent_class)->dispose (object);
}

static void
asy_preferences_class_init (AsyPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_preferences_dispose;

  g_type_ensure (ASY_TYPE_REMINDER_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, AsyPreferences, lock_row);
  gtk_widget_class_bind_template_child (widget_class, AsyPreferences, reminder_group);
  gtk_widget_class_bind_template_child (widget_class, AsyPreferences, path_row);
  gtk_widget_class_bind_template_child (widget_class, AsyPreferences, renew_button);
  gtk_widget_class_bind_template_callback (widget_class, on_scheme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_lock_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_renew_cb);
}

static void
asy_preferences_init (AsyPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
