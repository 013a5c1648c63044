/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-demonstration.h"
#include "app/asy-first-run.h"
#include "app/asy-idle-lock.h"
#include "app/asy-start-view.h"
#include "app/asy-unlock-view.h"
#include "app/asy-window.h"
#include "app/asy-work-view.h"
#include "db/asy-register.h"
#include "today/asy-reminders.h"
#include "ui/asy-compat.h"
#include "ui/asy-errors.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-ui.h"

struct _AsyWindow
{
  AdwApplicationWindow parent_instance;

  /* owned */
  AsyClock *clock;
  GSettings *settings;
  AsyContext *context;          /* NULL: no register is open */
  AsyIdleLock *idle_lock;
  AsyReminders *reminders;      /* of the register opened last, locked or not */

  /* template children, borrowed */
  GtkStack *states;
  AsyStartView *start_view;
  AsyUnlockView *unlock_view;
  AdwBin *first_run_bin;
  AdwBin *work_bin;
  AdwStatusPage *refusal;
};

G_DEFINE_FINAL_TYPE (AsyWindow, asy_window, ADW_TYPE_APPLICATION_WINDOW)

static AsyWorkView *
work_view (AsyWindow *self)
{
  GtkWidget *child = adw_bin_get_child (self->work_bin);

  return child != NULL ? ASY_WORK_VIEW (child) : NULL;
}

AsyContext *
asy_window_get_context (AsyWindow *self)
{
  g_return_val_if_fail (ASY_IS_WINDOW (self), NULL);

  return self->context;
}

/* Actions lead somewhere only while a register is open and their page exists. */
static void
update_actions (AsyWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  static const char *const others[] = { "show-page", "lock", "preferences", "change-password", NULL };
  gboolean is_open = self->context != NULL;

  if (application == NULL)
    return;
  for (const AsyActionInfo *info = asy_actions_get_all (); info->name != NULL; info++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (application), info->name);

      if (action != NULL)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_open && asy_pages_find (info->page) != NULL);
    }
  for (guint i = 0; others[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (application), others[i]);

      if (action != NULL)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_open);
    }
}

static void
show_state (AsyWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->states, name);
  update_actions (self);
}

/* Opening */

static char *
dup_setting_path (AsyWindow *self, const char *key)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, key);
  const char *path = g_variant_get_bytestring (value);

  return *path != '\0' ? g_strdup (path) : NULL;
}

static void
set_setting_path (AsyWindow *self, const char *key, const char *path)
{
  g_settings_set_value (self->settings, key, g_variant_new_bytestring (path != NULL ? path : ""));
}

static void
show_start (AsyWindow *self)
{
  g_autofree char *last = dup_setting_path (self, "last-register");

  asy_start_view_set_last (self->start_view, last);
  show_state (self, "start");
}

void
asy_window_begin (AsyWindow *self, const char *path)
{
  g_autofree char *last = NULL;
  g_autofree char *last_user = NULL;
  g_autoptr (GError) error = NULL;
  gboolean was_asked_for = path != NULL;

  g_return_if_fail (ASY_IS_WINDOW (self));

  if (self->context != NULL)
    asy_window_lock (self);
  last = dup_setting_path (self, "last-register");
  if (path == NULL)
    path = last;
  if (path == NULL)
    {
      show_start (self);
      return;
    }
  last_user = g_settings_get_string (self->settings, "last-user");
  if (asy_register_probe (path, &error) && asy_unlock_view_set_register (self->unlock_view, path, last_user, &error))
    {
      show_state (self, "unlock");
      asy_unlock_view_begin (self->unlock_view);
      return;
    }
  show_start (self);
  /* A register that was moved since the last time is not worth a dialog: the start view says it. */
  if (was_asked_for)
    asy_ui_show_error (GTK_WIDGET (self), error);
  else
    asy_start_view_set_problem (self->start_view, error);
}

void
asy_window_begin_with_password (AsyWindow *self, const char *path, const char *password)
{
  g_return_if_fail (ASY_IS_WINDOW (self));
  g_return_if_fail (password != NULL);

  asy_window_begin (self, path);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "unlock") == 0)
    asy_unlock_view_unlock (self->unlock_view, password);
}

static void
tell_about_migration (AsyWindow *self, const char *copy)
{
  g_autofree char *shown = g_filename_display_name (copy);
  g_autofree char *body = g_strdup_printf (_("The register was made by an older version and has been brought up to date. "
                                             "A verified copy of the old one is in:\n%s"), shown);

  asy_ui_tell (GTK_WIDGET (self), _("Register Brought up to Date"), body);
}

static void
tell_about_authorisation (AsyWindow *self)
{
  asy_ui_tell (GTK_WIDGET (self), _("Your Authorisation Is Missing"),
               _("The Act demands a written authorisation and a secrecy undertaking (art. 7 ust. 4 uwr). "
                 "Yours is not noted or has run out. You may come in only to note it: Team, Users and rights."));
}

/* Their authorisation is noted now. */
static void
on_office_changed_cb (AsyWindow *self)
{
  AsyUser *user = asy_context_get_office (self->context)->user;

  if (user != NULL && asy_user_check_access (user, asy_context_get_today (self->context), NULL))
    asy_work_view_restrict (work_view (self), NULL);
}

static void
on_remind_cb (AsyWindow *self, const AsyReminder *reminder)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    asy_reminder_send (reminder, G_APPLICATION (application));
}

static void
follow_day (AsyWindow *self)
{
  self->reminders = asy_reminders_new (self->context, self->settings);
  g_signal_connect_object (self->reminders, "remind", G_CALLBACK (on_remind_cb), self, G_CONNECT_SWAPPED);
}

void
asy_window_enter (AsyWindow *self, AsyOpened *opened)
{
  g_autoptr (AsyStore) store = NULL;
  g_autofree char *page = NULL;

  g_return_if_fail (ASY_IS_WINDOW (self));
  g_return_if_fail (opened != NULL && self->context == NULL);

  store = asy_store_new (g_steal_pointer (&opened->session));
  self->context = asy_context_new (store, opened->office, asy_rules_get_default ());
  asy_context_set_window (self->context, GTK_WINDOW (self));
  asy_family_signs_follow (self->context);
  set_setting_path (self, "last-register", asy_store_get_path (store));
  g_settings_set_string (self->settings, "last-user", asy_store_get_login (store));
  adw_bin_set_child (self->work_bin, asy_work_view_new (self->context));
  show_state (self, "work");
  page = g_settings_get_string (self->settings, "last-page");
  if (opened->is_unauthorised)
    {
      asy_work_view_restrict (work_view (self), "team");
      g_signal_connect_object (self->context, "office-changed", G_CALLBACK (on_office_changed_cb), self, G_CONNECT_SWAPPED);
    }
  asy_work_view_show_page (work_view (self), opened->is_unauthorised ? "team" : page);
  if (asy_work_view_get_page (work_view (self)) == NULL)
    asy_work_view_show_page (work_view (self), asy_pages_get_all ()->id);
  asy_idle_lock_start (self->idle_lock);
  g_clear_object (&self->reminders);
  if (!opened->is_unauthorised)
    follow_day (self);
  if (opened->migration_copy != NULL)
    tell_about_migration (self, opened->migration_copy);
  if (opened->is_unauthorised)
    tell_about_authorisation (self);
  asy_opened_free (opened);
}

/* Everything that could show or hold data goes: pages, context, connection, key. */
static void
close_register (AsyWindow *self)
{
  g_autoptr (AsyContext) context = g_steal_pointer (&self->context);
  g_autoptr (AsyStore) store = NULL;

  if (context == NULL)
    return;
  asy_idle_lock_stop (self->idle_lock);
  if (asy_work_view_get_page (work_view (self)) != NULL)
    g_settings_set_string (self->settings, "last-page", asy_work_view_get_page (work_view (self)));
  store = g_object_ref (asy_context_get_store (context));
  asy_context_close (context);
  adw_bin_set_child (self->work_bin, NULL);
  asy_store_close (store);
}

static void
close_dialogs (AsyWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != self && gtk_window_get_transient_for (l->data) != NULL)
      {
        g_autoptr (GtkWindow) window = g_object_ref (l->data);

        /* Closing answers a question, so that who asked lets go; what will not close has to. */
        gtk_window_close (window);
        if (gtk_widget_get_visible (GTK_WIDGET (window)))
          gtk_window_destroy (window);
      }
}

void
asy_window_lock (AsyWindow *self)
{
  g_autofree char *path = NULL;

  g_return_if_fail (ASY_IS_WINDOW (self));

  if (self->context == NULL)
    return;
  path = g_strdup (asy_store_get_path (asy_context_get_store (self->context)));
  close_register (self);
  close_dialogs (self);
  asy_window_begin (self, path);
}

void
asy_window_finish (AsyWindow *self)
{
  int width, height;

  g_return_if_fail (ASY_IS_WINDOW (self));

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  close_register (self);
}

void
asy_window_refuse (AsyWindow *self, const GError *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (ASY_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  close_register (self);
  sentence = asy_error_describe (error);
  escaped = g_markup_escape_text (sentence, -1);
  adw_status_page_set_title (self->refusal, asy_error_get_heading (error));
  adw_status_page_set_description (self->refusal, escaped);
  show_state (self, "refusal");
}

void
asy_window_go (AsyWindow *self, const AsyActionInfo *action, gint64 id, const char *detail)
{
  g_return_if_fail (ASY_IS_WINDOW (self));

  if (self->context != NULL)
    asy_work_view_go (work_view (self), action, id, detail);
}

void
asy_window_show_page (AsyWindow *self, const char *page_id)
{
  g_return_if_fail (ASY_IS_WINDOW (self));

  if (self->context != NULL)
    asy_work_view_show_page (work_view (self), page_id);
}

/* What the views ask for */

static void
on_opened_cb (AsyWindow *self, AsyOpened *opened)
{
  asy_window_enter (self, opened);
  adw_bin_set_child (self->first_run_bin, NULL);
}

static void
on_other_register_cb (AsyWindow *self)
{
  show_start (self);
}

static void
on_leave_first_run_cb (AsyWindow *self)
{
  show_start (self);
  adw_bin_set_child (self->first_run_bin, NULL);
}

static void
on_create_cb (AsyWindow *self)
{
  GtkWidget *first_run = asy_first_run_new (self->clock);

  g_signal_connect_object (first_run, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (first_run, "left", G_CALLBACK (on_leave_first_run_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->first_run_bin, first_run);
  show_state (self, "first-run");
  gtk_widget_child_focus (first_run, GTK_DIR_TAB_FORWARD);
}

static void
on_open_cb (AsyWindow *self, const char *path)
{
  asy_window_begin (self, path);
}

static void
on_demonstrate_cb (AsyWindow *self, const char *path)
{
  asy_window_begin_with_password (self, path, ASY_DEMONSTRATION_PASSWORD);
}

static void
on_idle_cb (AsyWindow *self)
{
  asy_window_lock (self);
}

static void
on_lock_minutes_cb (AsyWindow *self)
{
  if (self->context != NULL)
    asy_work_view_set_lock_minutes (work_view (self), asy_idle_lock_get_minutes_left (self->idle_lock));
}

/* Keys */

#define FORWARD(action, function)                                                  \
  static void                                                                      \
  action (GtkWidget *widget, const char *name, GVariant *target)                   \
  {                                                                                \
    AsyWindow *self = ASY_WINDOW (widget);                                         \
                                                                                   \
    if (self->context != NULL)                                                     \
      function (work_view (self));                                                 \
  }

FORWARD (back_action, asy_work_view_go_back)
FORWARD (show_navigation_action, asy_work_view_show_navigation)
FORWARD (search_action, asy_work_view_begin_search)
FORWARD (search_in_page_action, asy_work_view_search_in_page)
FORWARD (print_action, asy_work_view_print)
FORWARD (export_list_action, asy_work_view_export_list)
FORWARD (toggle_list_action, asy_work_view_toggle_list)
FORWARD (report_threat_action, asy_work_view_report_threat)
FORWARD (menu_action, asy_work_view_open_menu)

/* Made when it is asked for. GtkApplication would keep it hidden all the time, and a screen reader that asks for a
 * window by a number that is gone is answered with the last one, which then has no place on the bus. */
static void
help_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ASY_RESOURCE_BASE "/ui/app/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

static gboolean
asy_window_close_request (GtkWindow *window)
{
  asy_window_finish (ASY_WINDOW (window));
  return GTK_WINDOW_CLASS (asy_window_parent_class)->close_request (window);
}

AsyWindow *
asy_window_new (GtkApplication *application, AsyClock *clock, GSettings *settings)
{
  AsyWindow *self;

  g_return_val_if_fail (ASY_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ASY_TYPE_WINDOW, "application", application, NULL);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  asy_ui_attach_clock (GTK_WINDOW (self), clock);
  asy_start_view_set_clock (self->start_view, clock);
  asy_unlock_view_set_clock (self->unlock_view, clock);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->idle_lock = asy_idle_lock_new (settings);
  g_signal_connect_object (self->idle_lock, "idle", G_CALLBACK (on_idle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->idle_lock, "notify::minutes-left", G_CALLBACK (on_lock_minutes_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return self;
}

static void
asy_window_dispose (GObject *object)
{
  AsyWindow *self = ASY_WINDOW (object);

  if (self->context != NULL)
    close_register (self);
  g_clear_object (&self->idle_lock);
  g_clear_object (&self->reminders);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_WINDOW);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (asy_window_parent_class)->dispose (object);
}

static void
asy_window_class_init (AsyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = asy_window_close_request;

  g_type_ensure (ASY_TYPE_START_VIEW);
  g_type_ensure (ASY_TYPE_UNLOCK_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyWindow, states);
  gtk_widget_class_bind_template_child (widget_class, AsyWindow, start_view);
  gtk_widget_class_bind_template_child (widget_class, AsyWindow, unlock_view);
  gtk_widget_class_bind_template_child (widget_class, AsyWindow, first_run_bin);
  gtk_widget_class_bind_template_child (widget_class, AsyWindow, work_bin);
  gtk_widget_class_bind_template_child (widget_class, AsyWindow, refusal);
  gtk_widget_class_bind_template_callback (widget_class, on_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_demonstrate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_register_cb);

  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.show-navigation", NULL, show_navigation_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.search-in-page", NULL, search_in_page_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.export-list", NULL, export_list_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-list", NULL, toggle_list_action);
  gtk_widget_class_install_action (widget_class, "win.report-threat", NULL, report_threat_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, help_action);
}

static void
asy_window_init (AsyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  asy_ui_hide_others (self->states);
}
