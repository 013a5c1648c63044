/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-application.h"
#include "app/asy-pages.h"
#include "app/asy-preferences.h"
#include "app/asy-secret-text.h"
#include "app/asy-window.h"
#include "base/asy-secret-line.h"
#include "team/asy-user-form.h"
#include "ui/asy-ui.h"

struct _AsyApplication
{
  AdwApplication parent_instance;

  /* owned */
  AsyClock *clock;
  GSettings *settings;
  char *path;                   /* register asked for on the command line */
  char *password;               /* of it, nullable; wiped when freed */

  AsyWindow *window;            /* weak */
};

G_DEFINE_FINAL_TYPE (AsyApplication, asy_application, ADW_TYPE_APPLICATION)

/* Actions */

static AsyContext *
get_context (AsyApplication *self)
{
  return self->window != NULL ? asy_window_get_context (self->window) : NULL;
}

static void
on_page_action_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AsyApplication *self = user_data;
  const AsyActionInfo *info = g_object_get_data (G_OBJECT (action), "asy-info");
  const char *detail = NULL;
  gint64 id;

  if (info->has_detail)
    g_variant_get (target, "(&sx)", &detail, &id);
  else
    id = g_variant_get_int64 (target);
  if (self->window != NULL)
    asy_window_go (self->window, info, id, detail);
}

static void
on_show_page_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AsyApplication *self = user_data;

  if (self->window != NULL)
    asy_window_show_page (self->window, g_variant_get_string (target, NULL));
}

/* From a notification: when the register is locked the page waits behind the password. */
static void
on_attend_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AsyApplication *self = user_data;
  const char *page = g_variant_get_string (target, NULL);

  if (self->window == NULL)
    return;
  if (get_context (self) != NULL)
    asy_window_show_page (self->window, page);
  else
    g_settings_set_string (self->settings, "last-page", page);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
on_lock_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AsyApplication *self = user_data;

  if (self->window != NULL)
    asy_window_lock (self->window);
}

static void
on_preferences_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AsyApplication *self = user_data;

  if (get_context (self) != NULL)
    gtk_window_present (GTK_WINDOW (asy_preferences_new (get_context (self), self->settings)));
}

static void
on_password_saved_cb (AsyContext *context)
{
  asy_context_toast (context, _("Password changed"));
}

static void
on_change_password_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AsyContext *context = get_context (user_data);
  AsyForm *form;

  if (context == NULL || asy_context_get_office (context)->user == NULL)
    return;
  form = asy_user_password_form_new (context, asy_context_get_office (context)->user);
  g_signal_connect_object (form, "saved", G_CALLBACK (on_password_saved_cb), context, G_CONNECT_SWAPPED);
  asy_form_present (form);
}

static void
on_about_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AsyApplication *self = user_data;

  adw_show_about_window (self->window != NULL ? GTK_WINDOW (self->window) : NULL,
                         "application-name", "Asysta",
                         "application-icon", ASY_APP_ID,
                         "version", ASY_VERSION,
                         "developer-name", _("The Asysta authors"),
                         "comments", _("Family assistance in a social-welfare centre: families, plans, visits and letters to the court, "
                                       "in one encrypted register."),
                         "copyright", "© 2026 The Asysta authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your name, with your e-mail address if you like. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
on_quit_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AsyApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static const GActionEntry entries[] = {
  { "show-page", on_show_page_cb, "s", NULL, NULL, { 0 } },
  { "attend", on_attend_cb, "s", NULL, NULL, { 0 } },
  { "lock", on_lock_cb, NULL, NULL, NULL, { 0 } },
  { "preferences", on_preferences_cb, NULL, NULL, NULL, { 0 } },
  { "change-password", on_change_password_cb, NULL, NULL, NULL, { 0 } },
  { "about", on_about_cb, NULL, NULL, NULL, { 0 } },
  { "quit", on_quit_cb, NULL, NULL, NULL, { 0 } },
};

static void
add_page_actions (AsyApplication *self)
{
  for (const AsyActionInfo *info = asy_actions_get_all (); info->name != NULL; info++)
    {
      g_autoptr (GSimpleAction) action = NULL;
      g_autoptr (GVariantType) type = g_variant_type_new (info->has_detail ? "(sx)" : "x");

      action = g_simple_action_new (info->name, type);
      g_object_set_data (G_OBJECT (action), "asy-info", (gpointer) info);
      g_signal_connect_object (action, "activate", G_CALLBACK (on_page_action_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

static void
set_accels (AsyApplication *self)
{
  static const struct {
    const char *action;
    const char *accels[3];
  } keys[] = {
    { "win.search", { "<Control>k", NULL } },
    { "win.search-in-page", { "<Control>f", NULL } },
    { "win.print", { "<Control>p", NULL } },
    { "win.export-list", { "<Control><Shift>e", NULL } },
    { "win.toggle-list", { "F9", NULL } },
    { "win.report-threat", { "<Control><Shift>i", NULL } },
    { "win.menu", { "F10", NULL } },
    { "win.back", { "<Alt>Left", NULL } },
    { "app.new-visit(int64 0)", { "<Control>n", NULL } },
    { "app.new-family(int64 0)", { "<Control><Shift>n", NULL } },
    { "app.lock", { "<Control>l", NULL } },
    { "app.preferences", { "<Control>comma", NULL } },
    { "app.quit", { "<Control>q", NULL } },
    { "win.show-help-overlay", { "<Control>question", "<Control>slash", NULL } },
    { "window.close", { "<Control>w", NULL } },
  };
  int n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].accels);
  for (const AsyPageInfo *page = asy_pages_get_all (); page->id != NULL && n < 9; page++)
    if (!page->is_subpage)
      {
        g_autofree char *action = g_strdup_printf ("app.show-page::%s", page->id);
        g_autofree char *accel = g_strdup_printf ("<Control>%d", ++n);

        gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, (const char *const[]){ accel, NULL });
      }
}

/* Life */

static void
asy_application_startup (GApplication *application)
{
  AsyApplication *self = ASY_APPLICATION (application);

  G_APPLICATION_CLASS (asy_application_parent_class)->startup (application);
  asy_ui_init ();
  self->settings = g_settings_new (ASY_APP_ID);
  asy_preferences_follow_color_scheme (self->settings);
  if (self->clock == NULL)
    self->clock = asy_clock_new_system ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_page_actions (self);
  set_accels (self);
  gtk_window_set_default_icon_name (ASY_APP_ID);
}

/* Proving that the engine encrypts writes to the disk: not before the first frame. Opening a register proves it
 * once more for its own file. */
static void
self_test_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (asy_db_self_test (&error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_self_test_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AsyApplication *self = ASY_APPLICATION (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) && self->window != NULL)
    asy_window_refuse (self->window, error);
}

static void
begin_self_test (AsyApplication *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_self_test_cb, NULL);

  g_task_run_in_thread (task, self_test_in_thread);
}

/* With the password that came with the command line, if one did. */
static void
begin_register (AsyApplication *self, const char *path)
{
  char *password = g_steal_pointer (&self->password);

  if (password != NULL)
    asy_window_begin_with_password (self->window, path, password);
  else
    asy_window_begin (self->window, path);
  asy_secret_text_free (password);
}

/* @path is %NULL to go on with the register of the last time. */
static void
begin (AsyApplication *self, const char *path)
{
  if (self->window != NULL)
    {
      if (path != NULL)
        asy_window_begin (self->window, path);
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }
  g_set_weak_pointer (&self->window, asy_window_new (GTK_APPLICATION (self), self->clock, self->settings));
  begin_register (self, path);
  gtk_window_present (GTK_WINDOW (self->window));
  begin_self_test (self);
}

static void
asy_application_activate (GApplication *application)
{
  AsyApplication *self = ASY_APPLICATION (application);
  g_autofree char *path = g_steal_pointer (&self->path);

  begin (self, path);
}

static void
asy_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  /* One register at a time; a file that is not on this machine has no path and cannot be one. */
  begin (ASY_APPLICATION (application), n_files > 0 ? g_file_peek_path (files[0]) : NULL);
}

static void
asy_application_shutdown (GApplication *application)
{
  AsyApplication *self = ASY_APPLICATION (application);

  if (self->window != NULL)
    asy_window_finish (self->window);
  G_APPLICATION_CLASS (asy_application_parent_class)->shutdown (application);
}

/* The command line */

static gboolean
take_today (AsyApplication *self, const char *text)
{
  AsyDay day = asy_day_from_iso (text);

  if (day == ASY_DAY_NONE)
    {
      g_printerr (_("asysta: “%s” is no date; write it like 2026-03-24\n"), text);
      return FALSE;
    }
  g_set_object (&self->clock, NULL);
  self->clock = asy_clock_new_shifted (day);
  /* A trial with another date must not end in a window that has today's. */
  g_application_set_flags (G_APPLICATION (self), g_application_get_flags (G_APPLICATION (self)) | G_APPLICATION_NON_UNIQUE);
  return TRUE;
}

/* Never from the command line itself or the environment, which others on the machine can read. */
static gboolean
take_password (AsyApplication *self, int fd)
{
  asy_secret_text_free (self->password);
  self->password = asy_secret_read_line (fd);
  if (self->password == NULL)
    g_printerr (_("asysta: no password could be read from file descriptor %d\n"), fd);
  return self->password != NULL;
}

static int
asy_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  AsyApplication *self = ASY_APPLICATION (application);
  const char *today = NULL;
  const char *path = NULL;
  int fd;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("asysta %s\n", ASY_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "today", "&s", &today) && !take_today (self, today))
    return 2;
  if (g_variant_dict_lookup (options, "password-fd", "i", &fd) && !take_password (self, fd))
    return 1;
  if (g_variant_dict_lookup (options, "register", "^&ay", &path))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
      g_autoptr (GError) error = NULL;

      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("asysta: %s\n", error->message);
          return 1;
        }
      if (g_application_get_is_remote (application))
        {
          g_application_open (application, &file, 1, "");
          return 0;
        }
      g_free (self->path);
      self->path = g_file_get_path (file);
    }
  return -1;
}

static const GOptionEntry options[] = {
  { "register", 'r', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this register"), N_("FILE") },
  { "password-fd", 0, 0, G_OPTION_ARG_INT, NULL, N_("Read the password of the register from this file descriptor"), N_("N") },
  { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Work as if it were another day"), N_("DATE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};

static void
asy_application_finalize (GObject *object)
{
  AsyApplication *self = ASY_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_free (self->path);
  asy_secret_text_free (self->password);

  G_OBJECT_CLASS (asy_application_parent_class)->finalize (object);
}

static void
asy_application_class_init (AsyApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = asy_application_finalize;
  application_class->startup = asy_application_startup;
  application_class->activate = asy_application_activate;
  application_class->open = asy_application_open;
  application_class->shutdown = asy_application_shutdown;
  application_class->handle_local_options = asy_application_handle_local_options;
}

static void
asy_application_init (AsyApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _("Family assistance in a social-welfare centre."));
}

AsyApplication *
asy_application_new (void)
{
  return g_object_new (ASY_TYPE_APPLICATION,
                       "application-id", ASY_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", ASY_RESOURCE_BASE,
                       NULL);
}
