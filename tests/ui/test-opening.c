/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/asy-demonstration.h"
#include "app/asy-opening.h"
#include "app/asy-recovery-sheet.h"
#include "db/asy-register.h"
#include "store/asy-accounts.h"
#include "store/asy-audit.h"
#include "store/asy-families.h"

#define TODAY asy_day_new (2026, 3, 24)
#define ANNA "rower deszcz klucz"
#define MARIA "stary most nad rzeką"

typedef struct {
  char *folder;
  char *path;
  AsyClock *clock;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("asy-opening-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "rejestr.asysta", NULL);
  f->clock = asy_clock_new_fixed (TODAY, 600);
}

/* The thread of a task lets go of what it was given a moment after its result came. */
static void
wait_for_last_reference (gpointer object)
{
  for (guint i = 0; ((GObject *) object)->ref_count > 1 && i < 500; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10 * 1000);
    }
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (f->folder, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  wait_for_last_reference (f->clock);
  g_assert_finalize_object (f->clock);
  g_free (f->folder);
  g_free (f->path);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static AsyOpened *
wait_for (GAsyncResult **slot, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (slot);
  return asy_opening_finish (result, error);
}

static AsyUser *
new_user (const char *login, const char *name, AsyUserRole role)
{
  AsyUser *user = asy_user_new ();

  asy_user_set_login (user, login);
  asy_user_set_full_name (user, name);
  asy_user_set_role (user, role);
  asy_user_set_authorised_on (user, TODAY);
  asy_user_set_secrecy_on (user, TODAY);
  return user;
}

/* A register with Anna (coordinator), Maria (head) and, when asked for, an assistant. */
static AsyOpened *
create (Fixture *f, AsyUser *third, GError **error)
{
  g_autoptr (AsyOffice) office = asy_office_new ();
  g_autoptr (AsyCourt) court = asy_court_new ();
  g_autoptr (GPtrArray) courts = g_ptr_array_new ();
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (asy_new_account_free);
  g_autoptr (AsyUser) anna = new_user ("anna", "Anna Próbna", ASY_USER_ROLE_COORDINATOR);
  g_autoptr (AsyUser) maria = new_user ("maria", "Maria Zmyślna", ASY_USER_ROLE_HEAD);
  GAsyncResult *result = NULL;

  asy_office_set_name (office, "Miejski Ośrodek Pomocy Społecznej");
  asy_court_set_name (court, "Sąd Rejonowy w Zielonogrodzie");
  g_ptr_array_add (courts, court);
  g_ptr_array_add (accounts, asy_new_account_new (anna, ANNA));
  g_ptr_array_add (accounts, asy_new_account_new (maria, MARIA));
  if (third != NULL)
    g_ptr_array_add (accounts, asy_new_account_new (third, "trzecie hasło tutaj"));
  asy_opening_create_async (f->path, office, courts, accounts, f->clock, on_done_cb, &result);
  return wait_for (&result, error);
}

static AsyOpened *
unlock (Fixture *f, const char *login, const char *password, GError **error)
{
  GAsyncResult *result = NULL;

  asy_opening_unlock_async (f->path, login, password, f->clock, on_done_cb, &result);
  return wait_for (&result, error);
}

/* One page, complete, with the code on it. */
static void
check_sheet (Fixture *f, AsyOpened *opened)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  AsyDocumentMeta meta = { .created = "2026-03-24T12:00:00+01:00" };
  g_autoptr (AsyDocument) sheet = asy_recovery_sheet_new (opened->recovery_code, f->path, opened->office->office, "Anna Próbna", TODAY,
                                                          &error);

  g_assert_no_error (error);
  g_assert_cmpuint (asy_document_get_n_pages (sheet), ==, 1);
  g_assert_cmpuint (asy_document_get_n_words (sheet), >, 40);
  pdf = asy_document_write_pdf (sheet, &meta, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
}

static void
test_life (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  AsyOpened *opened = create (f, NULL, &error);
  GAsyncResult *result = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (opened->recovery_code);
  code = g_strdup (opened->recovery_code);
  g_assert_cmpuint (opened->office->users->len, ==, 2);
  g_assert_cmpuint (opened->office->courts->len, ==, 1);
  g_assert_cmpstr (asy_user_get_full_name (opened->office->user), ==, "Anna Próbna");
  g_assert_false (opened->is_unauthorised);
  check_sheet (f, opened);
  asy_opened_free (opened);

  /* Each with their own password, and not with the other's. */
  opened = unlock (f, "maria", MARIA, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_session_get_login (opened->session), ==, "maria");
  asy_opened_free (opened);
  g_assert_null (unlock (f, "maria", ANNA, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);

  /* The sheet gives Anna a new password; the old one opens no more. */
  asy_opening_recover_async (f->path, "anna", code, "nowe hasło z karty", f->clock, on_done_cb, &result);
  opened = wait_for (&result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_session_get_login (opened->session), ==, "anna");
  asy_opened_free (opened);
  g_assert_null (unlock (f, "anna", ANNA, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);
  opened = unlock (f, "anna", "nowe hasło z karty", &error);
  g_assert_no_error (error);
  asy_opened_free (opened);
}

/* What fails leaves nothing behind, and never touches what is there. */
static void
test_create_fails (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *content = NULL;
  g_autoptr (AsyUser) twin = new_user ("anna", "Anna Druga", ASY_USER_ROLE_ASSISTANT);

  g_assert_null (create (f, twin, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  dir = g_dir_open (f->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));

  g_assert_true (g_file_set_contents (f->path, "mine", -1, NULL));
  g_assert_null (create (f, NULL, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (f->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

static void
set_authorised_until (AsySession *session, AsyUser *user, AsyDay until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyUser) copy = asy_record_duplicate (user);

  asy_user_set_authorised_until (copy, until);
  g_assert_true (asy_user_save (session, copy, &error));
  g_assert_no_error (error);
}

/* Art. 7 ust. 4: an assistant without authorisation stays out; who notes authorisations may come in for that. */
static void
test_authorisation (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyUser) ewa = new_user ("ewa", "Ewa Zmyślona", ASY_USER_ROLE_ASSISTANT);
  AsyOpened *opened = create (f, ewa, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < opened->office->users->len; i++)
    set_authorised_until (opened->session, opened->office->users->pdata[i], TODAY + 1);
  asy_opened_free (opened);

  asy_clock_set_fixed (f->clock, TODAY + 1, 600);
  opened = unlock (f, "ewa", "trzecie hasło tutaj", &error);
  g_assert_no_error (error);
  asy_opened_free (opened);

  asy_clock_set_fixed (f->clock, TODAY + 2, 600);
  g_assert_null (unlock (f, "ewa", "trzecie hasło tutaj", &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_AUTHORISED);
  g_clear_error (&error);
  opened = unlock (f, "anna", ANNA, &error);
  g_assert_no_error (error);
  g_assert_true (opened->is_unauthorised);
  asy_opened_free (opened);
}

static AsyUser *
find_user (AsyOpened *opened, const char *login)
{
  for (guint i = 0; i < opened->office->users->len; i++)
    if (g_strcmp0 (asy_user_get_login (opened->office->users->pdata[i]), login) == 0)
      return opened->office->users->pdata[i];
  g_assert_not_reached ();
}

/* Accounts in an open register: in, another password, out; and the audit holds. */
static void
test_accounts (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyUser) ewa = new_user ("ewa", "Ewa Zmyślona", ASY_USER_ROLE_ASSISTANT);
  g_autoptr (AsyUser) twin = new_user ("ewa", "Ewa Druga", ASY_USER_ROLE_ASSISTANT);
  g_autofree char *code = NULL;
  g_auto (GStrv) logins = NULL;
  AsyOpened *opened = create (f, NULL, &error);
  gint64 entries, broken;

  g_assert_no_error (error);
  g_assert_false (asy_account_add (opened->session, ewa, "krótkie", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_WEAK_PASSWORD);
  g_clear_error (&error);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (ewa)), ==, 0);
  g_assert_true (asy_account_add (opened->session, ewa, "trzecie hasło tutaj", &error));
  g_assert_no_error (error);
  g_assert_false (asy_account_add (opened->session, twin, "czwarte hasło tutaj", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_true (asy_account_set_password (opened->session, ewa, "zmienione hasło ewy", &error));
  g_assert_no_error (error);
  g_assert_false (asy_account_remove (opened->session, find_user (opened, "anna"), &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (asy_account_remove (opened->session, ewa, &error));
  g_assert_no_error (error);
  g_assert_true (asy_user_get_retired (ewa));
  code = asy_account_renew_recovery (opened->session, &error);
  g_assert_no_error (error);
  g_assert_true (asy_register_is_recovery_code (code));
  g_assert_cmpstr (code, !=, opened->recovery_code);
  logins = asy_account_list_logins (opened->session, &error);
  g_assert_cmpuint (g_strv_length (logins), ==, 2);
  g_assert_true (asy_audit_verify (opened->session, &entries, &broken, &error));
  g_assert_cmpint (broken, ==, 0);
  asy_opened_free (opened);

  g_assert_null (unlock (f, "ewa", "zmienione hasło ewy", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_USER);
  g_clear_error (&error);
  opened = unlock (f, "maria", MARIA, &error);
  g_assert_no_error (error);
  asy_opened_free (opened);
}

/* The demonstration register */

typedef struct {
  GArray *told;                 /* double */
  GCancellable *cancellable;    /* nullable: cancelled when progress is told first */
} Watcher;

static void
on_progress_cb (gpointer source, double done)
{
  Watcher *watcher = g_object_get_data (source, "watcher");

  g_array_append_val (watcher->told, done);
  if (watcher->cancellable != NULL)
    g_cancellable_cancel (watcher->cancellable);
}

static gboolean
demonstrate (Fixture *f, Watcher *watcher, GError **error)
{
  g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  watcher->told = g_array_new (FALSE, FALSE, sizeof (double));
  g_object_set_data (source, "watcher", watcher);
  asy_demonstration_make_async (source, f->path, f->clock, on_progress_cb, watcher->cancellable, on_done_cb, &slot);
  while (slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = slot;
  return asy_demonstration_make_finish (result, error);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_demonstration (Fixture *f, gconstpointer user_data)
{
  Watcher watcher = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families = NULL;
  AsyOpened *opened;

  g_assert_true (demonstrate (f, &watcher, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (watcher.told->len, >=, 3);
  for (guint i = 1; i < watcher.told->len; i++)
    g_assert_cmpfloat (g_array_index (watcher.told, double, i - 1), <=, g_array_index (watcher.told, double, i));
  g_assert_cmpfloat (g_array_index (watcher.told, double, watcher.told->len - 1), ==, 1);
  g_array_unref (watcher.told);

  /* Whole, and nothing else beside it than its keys. */
  g_assert_cmpuint (count_files (f), ==, 2);
  opened = unlock (f, NULL, ASY_DEMONSTRATION_PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_false (opened->is_unauthorised);
  families = asy_families_list (opened->session, ASY_FAMILIES_ACTIVE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (families->len, >, 100);
  asy_opened_free (opened);
}

/* The thread lets go of its task a moment after it answered. */
static void
wait_finalized (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  for (int i = 0; object != NULL && i < 1000; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (10000);
  g_assert_null (object);
}

static void
test_demonstration_cancelled (Fixture *f, gconstpointer user_data)
{
  Watcher watcher = { .cancellable = g_cancellable_new () };
  g_autoptr (GError) error = NULL;

  g_assert_false (demonstrate (f, &watcher, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (f), ==, 0);
  g_assert_cmpuint (watcher.told->len, >, 0);
  g_array_unref (watcher.told);
  wait_finalized (watcher.cancellable);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/app/opening/life", test_life);
  ADD ("/app/opening/create-fails", test_create_fails);
  ADD ("/app/opening/authorisation", test_authorisation);
  ADD ("/app/opening/accounts", test_accounts);
  ADD ("/app/opening/demonstration", test_demonstration);
  ADD ("/app/opening/demonstration-cancelled", test_demonstration_cancelled);

  return g_test_run ();
}
