/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/asy-idle-lock.h"
#include "app/asy-preferences.h"
#include "app/asy-unlock-view.h"
#include "app/asy-window.h"
#include "app/asy-work-view.h"
#include "db/asy-register.h"
#include "ui-fixture.h"
#include "ui/asy-banner.h"
#include "ui/asy-ui.h"

#define TODAY asy_day_new (2026, 3, 24)
#define PASSWORD "rower deszcz klucz"

typedef struct {
  char *folder;
  char *path;                   /* of a good register, made once */
  AsyClock *clock;
  GSettings *settings;
  AsyWindow *window;
} Fixture;

/* Deriving keys is slow: all tests share the files of one register. */
static char *good_folder;

static void
on_created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(AsyOpened **) user_data = asy_opening_finish (result, &error);
  g_assert_no_error (error);
}

static void
make_good_register (void)
{
  g_autofree char *path = NULL;
  g_autoptr (AsyClock) clock = asy_clock_new_fixed (TODAY, 600);
  g_autoptr (AsyOffice) office = asy_office_new ();
  g_autoptr (GPtrArray) courts = g_ptr_array_new ();
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (asy_new_account_free);
  g_autoptr (AsyUser) user = asy_user_new ();
  AsyOpened *opened = NULL;

  good_folder = g_dir_make_tmp ("asy-window-XXXXXX", NULL);
  path = g_build_filename (good_folder, "rejestr.asysta", NULL);
  asy_office_set_name (office, "Ośrodek");
  asy_user_set_login (user, "anna");
  asy_user_set_full_name (user, "Anna Próbna");
  asy_user_set_authorised_on (user, TODAY);
  asy_user_set_secrecy_on (user, TODAY);
  g_ptr_array_add (accounts, asy_new_account_new (user, PASSWORD));
  asy_opening_create_async (path, office, courts, accounts, clock, on_created_cb, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  asy_opened_free (opened);
}

static void
copy_file (const char *from_folder, const char *to_folder, const char *name)
{
  g_autofree char *from = g_build_filename (from_folder, name, NULL);
  g_autofree char *to = g_build_filename (to_folder, name, NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  f->folder = g_dir_make_tmp ("asy-window-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "rejestr.asysta", NULL);
  copy_file (good_folder, f->folder, "rejestr.asysta");
  copy_file (good_folder, f->folder, "rejestr.asysta.keys");
  f->clock = asy_clock_new_fixed (TODAY, 600);
  f->settings = g_settings_new (ASY_APP_ID);
  f->window = g_object_ref_sink (asy_window_new (NULL, f->clock, f->settings));
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  g_object_unref (f->window);
  ui_wait_for (f->window == NULL);
  g_settings_reset (f->settings, "last-register");
  g_settings_reset (f->settings, "last-user");
  g_object_unref (f->settings);
  g_object_add_weak_pointer (G_OBJECT (f->clock), (gpointer *) &f->clock);
  g_object_unref (f->clock);
  ui_wait_for (f->clock == NULL);
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static const char *
get_state (Fixture *f)
{
  GtkWidget *stack = ui_find (GTK_WIDGET (f->window), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* Files that are no register each have their own sentence, and stay as they are. */

static void
put (Fixture *f, const char *content, gssize length)
{
  g_assert_true (g_file_set_contents (f->path, content, length, NULL));
}

static void
spoil_missing (Fixture *f)
{
  g_assert_cmpint (g_unlink (f->path), ==, 0);
}

static void
spoil_empty (Fixture *f)
{
  put (f, "", 0);
}

static void
spoil_foreign (Fixture *f)
{
  put (f, "SQLite format 3\0 and more of another program", 44);
}

static void
spoil_keys (Fixture *f)
{
  g_autofree char *keys = g_strconcat (f->path, ".keys", NULL);

  g_assert_cmpint (g_unlink (keys), ==, 0);
}

typedef struct {
  void (*spoil) (Fixture *f);
  const char *sentence;
} Bad;

static void
test_bad_file (Fixture *f, gconstpointer user_data)
{
  const Bad *bad = user_data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0, n_after = 0;
  GtkWindow *dialog;

  bad->spoil (f);
  (void) g_file_get_contents (f->path, &before, &n_before, NULL);
  asy_window_begin (f->window, f->path);
  g_assert_cmpstr (get_state (f), ==, "start");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_test_message ("%s", adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), bad->sentence));
  gtk_window_destroy (dialog);
  (void) g_file_get_contents (f->path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static const Bad bad_missing = { spoil_missing, "no register in this place" };
static const Bad bad_empty = { spoil_empty, "file is empty" };
static const Bad bad_foreign = { spoil_foreign, "not a register of Asysta" };
static const Bad bad_keys = { spoil_keys, ".keys" };

/* The register of the last time that is gone is told on the start view, without a dialog. */
static void
test_last_is_gone (Fixture *f, gconstpointer user_data)
{
  GtkWidget *banner;

  g_settings_set_value (f->settings, "last-register", g_variant_new_bytestring (f->path));
  spoil_missing (f);
  asy_window_begin (f->window, NULL);
  g_assert_cmpstr (get_state (f), ==, "start");
  g_assert_null (find_dialog ());
  banner = ui_find (GTK_WIDGET (f->window), ASY_TYPE_BANNER);
  g_assert_true (asy_banner_get_revealed (ASY_BANNER (banner)));
}

static void
type_password (Fixture *f, const char *password)
{
  GtkWidget *view = ui_find (GTK_WIDGET (f->window), ASY_TYPE_UNLOCK_VIEW);
  GtkWidget *row = ui_find (view, ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), password);
  g_signal_emit_by_name (row, "entry-activated");
}

/* In, locked by hand, in again, locked by itself. */
static void
test_unlock_and_lock (Fixture *f, gconstpointer user_data)
{
  GtkWidget *view;

  asy_window_begin (f->window, f->path);
  g_assert_cmpstr (get_state (f), ==, "unlock");
  view = ui_find (GTK_WIDGET (f->window), ASY_TYPE_UNLOCK_VIEW);
  type_password (f, "not the password");
  ui_wait_for (ui_find_titled (view, GTK_TYPE_LABEL, "The password or recovery code is wrong. Check Caps Lock and the keyboard layout.") != NULL);
  g_assert_cmpstr (get_state (f), ==, "unlock");

  type_password (f, PASSWORD);
  ui_wait_for (asy_window_get_context (f->window) != NULL);
  g_assert_cmpstr (get_state (f), ==, "work");
  /* The password does not stay in the field. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_find (view, ADW_TYPE_PASSWORD_ENTRY_ROW))), ==, "");
  asy_window_show_page (f->window, "team");

  asy_window_lock (f->window);
  g_assert_cmpstr (get_state (f), ==, "unlock");
  g_assert_null (asy_window_get_context (f->window));
  g_assert_null (ui_find (GTK_WIDGET (f->window), ASY_TYPE_WORK_VIEW));

  type_password (f, PASSWORD);
  ui_wait_for (asy_window_get_context (f->window) != NULL);
  g_assert_cmpstr (asy_work_view_get_page (ASY_WORK_VIEW (ui_find (GTK_WIDGET (f->window), ASY_TYPE_WORK_VIEW))), ==, "team");
}

/* A password that came with the command line: in without typing, or the question after all. */
static void
test_with_password (Fixture *f, gconstpointer user_data)
{
  GtkWidget *view = ui_find (GTK_WIDGET (f->window), ASY_TYPE_UNLOCK_VIEW);

  asy_window_begin_with_password (f->window, f->path, "not the password");
  ui_wait_for (ui_find_titled (view, GTK_TYPE_LABEL, "The password or recovery code is wrong. Check Caps Lock and the keyboard layout.") != NULL);
  g_assert_cmpstr (get_state (f), ==, "unlock");

  asy_window_begin_with_password (f->window, f->path, PASSWORD);
  ui_wait_for (asy_window_get_context (f->window) != NULL);
  g_assert_cmpstr (get_state (f), ==, "work");
}

/* Encryption out of force: a message and nothing else to press. */
static void
test_refuse (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = g_error_new_literal (ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "plain");
  GtkWidget *page;

  asy_window_refuse (f->window, error);
  g_assert_cmpstr (get_state (f), ==, "refusal");
  page = gtk_stack_get_visible_child (GTK_STACK (ui_find (GTK_WIDGET (f->window), GTK_TYPE_STACK)));
  page = ui_find (page, ADW_TYPE_STATUS_PAGE);
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "Encryption does not work"));
}

static void
on_idle_cb (int *count)
{
  (*count)++;
}

static void
test_idle_lock (void)
{
  g_autoptr (GSettings) settings = g_settings_new (ASY_APP_ID);
  AsyIdleLock *lock = asy_idle_lock_new (settings);
  int idle = 0;

  g_signal_connect_swapped (lock, "idle", G_CALLBACK (on_idle_cb), &idle);
  g_settings_set_uint (settings, "lock-minutes", 15);
  asy_idle_lock_start (lock);
  g_assert_cmpint (asy_idle_lock_get_minutes_left (lock), ==, 15);
  asy_idle_lock_pretend (lock, 3 * 60 + 30);
  g_assert_cmpint (asy_idle_lock_get_minutes_left (lock), ==, 12);
  g_assert_cmpint (idle, ==, 0);
  asy_idle_lock_pretend (lock, 12 * 60);
  g_assert_cmpint (idle, ==, 1);
  asy_idle_lock_stop (lock);
  asy_idle_lock_pretend (lock, 3600);
  g_assert_cmpint (idle, ==, 1);
  g_settings_set_uint (settings, "lock-minutes", 0);
  asy_idle_lock_start (lock);
  asy_idle_lock_pretend (lock, 24 * 3600);
  g_assert_cmpint (asy_idle_lock_get_minutes_left (lock), ==, -1);
  g_assert_cmpint (idle, ==, 1);
  g_settings_reset (settings, "lock-minutes");
  g_assert_finalize_object (lock);
}

static void
test_color_scheme (void)
{
  g_autoptr (GSettings) settings = g_settings_new (ASY_APP_ID);

  asy_preferences_follow_color_scheme (settings);
  g_settings_set_string (settings, "color-scheme", "dark");
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_settings_set_string (settings, "color-scheme", "light");
  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_settings_reset (settings, "color-scheme");
}

int
main (int argc, char **argv)
{
  int rc;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), ASY_RESOURCE_BASE "/icons");
  make_good_register ();

#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/app/window/bad/missing", test_bad_file, &bad_missing);
  ADD ("/app/window/bad/empty", test_bad_file, &bad_empty);
  ADD ("/app/window/bad/foreign", test_bad_file, &bad_foreign);
  ADD ("/app/window/bad/keys", test_bad_file, &bad_keys);
  ADD ("/app/window/last-is-gone", test_last_is_gone, NULL);
  ADD ("/app/window/unlock-and-lock", test_unlock_and_lock, NULL);
  ADD ("/app/window/with-password", test_with_password, NULL);
  ADD ("/app/window/refuse", test_refuse, NULL);
  g_test_add_func ("/app/window/idle-lock", test_idle_lock);
  g_test_add_func ("/app/window/color-scheme", test_color_scheme);

  rc = g_test_run ();
  remove_folder (good_folder);
  g_free (good_folder);
  return rc;
}
