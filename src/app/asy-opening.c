/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gstdio.h>

#include "app/asy-opening.h"
#include "app/asy-secret-text.h"
#include "db/asy-register.h"
#include "store/asy-accounts.h"

/* Function pointers are no data pointers in ISO C. */
static const char opening_tag;

typedef struct {
  char *path;
  char *login;
  char *password;
  char *code;
  AsyClock *clock;
  AsyOffice *office;
  GPtrArray *courts;
  GPtrArray *accounts;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->login);
  asy_secret_text_free (request->password);
  asy_secret_text_free (request->code);
  g_clear_object (&request->clock);
  g_clear_object (&request->office);
  g_clear_pointer (&request->courts, g_ptr_array_unref);
  g_clear_pointer (&request->accounts, g_ptr_array_unref);
  g_free (request);
}

static Request *
request_new (const char *path, const char *login, const char *password, AsyClock *clock)
{
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->login = g_strdup (login);
  request->password = g_strdup (password);
  request->clock = g_object_ref (clock);
  return request;
}

void
asy_opened_free (AsyOpened *opened)
{
  if (opened == NULL)
    return;
  g_clear_pointer (&opened->session, asy_session_free);
  g_clear_pointer (&opened->office, asy_office_file_unref);
  g_free (opened->migration_copy);
  asy_secret_text_free (opened->recovery_code);
  g_free (opened);
}

AsyNewAccount *
asy_new_account_new (AsyUser *user, const char *password)
{
  AsyNewAccount *account = g_new0 (AsyNewAccount, 1);

  account->user = asy_record_duplicate (user);
  account->password = g_strdup (password);
  return account;
}

void
asy_new_account_free (gpointer data)
{
  AsyNewAccount *account = data;

  g_clear_object (&account->user);
  asy_secret_text_free (account->password);
  g_free (account);
}

char *
asy_opening_get_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return documents != NULL ? g_build_filename (documents, "Asysta", NULL) : g_build_filename (g_get_user_data_dir (), "asysta", NULL);
}

/* In the thread */

/* The one login of a register that was opened without naming a user. */
static char *
find_login (const Request *request, GError **error)
{
  g_auto (GStrv) logins = NULL;

  if (request->login != NULL)
    return g_strdup (request->login);
  logins = asy_register_list_logins (request->path, error);
  return logins != NULL && logins[0] != NULL ? g_strdup (logins[0]) : NULL;
}

/* A coordinator or a head comes in without authorisation, because somebody must be able to note it. */
static gboolean
check_access (AsyOpened *opened, AsyDay today, GError **error)
{
  AsyUser *user = opened->office->user;
  g_autoptr (GError) local_error = NULL;

  if (user == NULL && opened->office->users->len == 0)
    return TRUE;
  if (user != NULL && asy_user_check_access (user, today, &local_error))
    return TRUE;
  if (user != NULL && !asy_user_get_retired (user)
      && (asy_user_get_role (user) == ASY_USER_ROLE_COORDINATOR || asy_user_get_role (user) == ASY_USER_ROLE_HEAD))
    {
      opened->is_unauthorised = TRUE;
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    asy_store_set_error (error, ASY_STORE_ERROR_NOT_AUTHORISED, "the login has a key but no user");
  return FALSE;
}

/* Takes @db over. */
static AsyOpened *
begin_session (AsyDb *db, const char *login, const Request *request, GError **error)
{
  g_autoptr (AsyOpened) opened = g_new0 (AsyOpened, 1);

  if (!asy_session_migrate (db, &opened->migration_copy, error))
    {
      asy_db_close (db);
      return NULL;
    }
  opened->session = asy_session_new (db, request->clock, login);
  opened->office = asy_office_file_load (opened->session, error);
  if (opened->office == NULL || !check_access (opened, asy_clock_get_today (request->clock), error))
    return NULL;
  return g_steal_pointer (&opened);
}

static void
unlock_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;
  g_autofree char *login = find_login (request, &error);
  AsyDb *db = NULL;
  AsyOpened *opened = NULL;

  if (error == NULL)
    db = asy_register_open (request->path, request->login, request->password, ASY_DB_OPEN_DEFAULT, &error);
  if (db != NULL)
    opened = begin_session (db, login, request, &error);
  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) asy_opened_free);
  else
    g_task_return_error (task, error);
}

static void
recover_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;
  g_autofree char *login = find_login (request, &error);
  AsyDb *db = NULL;
  AsyOpened *opened = NULL;

  if (error == NULL)
    db = asy_register_open_recovery (request->path, request->code, &error);
  /* The sheet proves the right to the register, not who is there: access is checked all the same. */
  if (db != NULL)
    opened = begin_session (db, login, request, &error);
  if (opened != NULL && !asy_register_set_password (asy_session_get_db (opened->session), login, request->password, &error))
    g_clear_pointer (&opened, asy_opened_free);
  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) asy_opened_free);
  else
    g_task_return_error (task, error);
}

static gboolean
set_up (AsySession *session, const Request *request, GError **error)
{
  g_autoptr (GPtrArray) users = asy_record_array_new ();

  for (guint i = 0; i < request->accounts->len; i++)
    {
      AsyNewAccount *account = request->accounts->pdata[i];

      g_ptr_array_add (users, g_object_ref (account->user));
    }
  if (!asy_register_set_up (session, request->office, request->courts, users, error))
    return FALSE;
  /* The first one has a slot since the register was made. */
  for (guint i = 1; i < request->accounts->len; i++)
    {
      AsyNewAccount *account = request->accounts->pdata[i];

      if (!asy_account_set_password (session, account->user, account->password, error))
        return FALSE;
    }
  return TRUE;
}

void
asy_opening_remove_files (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".keys", NULL };

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      /* What is not there needs no removing, and more cannot be done. */
      (void) g_unlink (file);
    }
}

static void
create_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  const AsyNewAccount *first = request->accounts->pdata[0];
  const char *login = asy_user_get_login (first->user);
  g_autoptr (AsyOpened) opened = g_new0 (AsyOpened, 1);
  GError *error = NULL;
  AsyDb *db = asy_register_create (request->path, login, first->password, &opened->recovery_code, &error);

  if (db == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  opened->session = asy_session_new (db, request->clock, login);
  if (asy_session_migrate (db, NULL, &error) && set_up (opened->session, request, &error))
    opened->office = asy_office_file_load (opened->session, &error);
  if (opened->office != NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) asy_opened_free);
      return;
    }
  g_clear_pointer (&opened->session, asy_session_free);
  asy_opening_remove_files (request->path);
  g_task_return_error (task, error);
}

/* In the main thread */

static void
run (Request *request, GTaskThreadFunc func, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, (gpointer) &opening_tag);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, func);
}

void
asy_opening_unlock_async (const char *path, const char *login, const char *password, AsyClock *clock,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (path != NULL && password != NULL);
  g_return_if_fail (ASY_IS_CLOCK (clock));

  run (request_new (path, login, password, clock), unlock_in_thread, callback, user_data);
}

void
asy_opening_recover_async (const char *path, const char *login, const char *code, const char *new_password, AsyClock *clock,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request;

  g_return_if_fail (path != NULL && code != NULL && new_password != NULL);
  g_return_if_fail (ASY_IS_CLOCK (clock));

  request = request_new (path, login, new_password, clock);
  request->code = g_strdup (code);
  run (request, recover_in_thread, callback, user_data);
}

void
asy_opening_create_async (const char *path, AsyOffice *office, GPtrArray *courts, GPtrArray *accounts, AsyClock *clock,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request;

  g_return_if_fail (path != NULL);
  g_return_if_fail (ASY_IS_OFFICE (office));
  g_return_if_fail (courts != NULL && accounts != NULL && accounts->len > 0);
  g_return_if_fail (ASY_IS_CLOCK (clock));

  request = request_new (path, NULL, NULL, clock);
  request->office = asy_record_duplicate (office);
  request->courts = asy_record_array_new ();
  for (guint i = 0; i < courts->len; i++)
    g_ptr_array_add (request->courts, asy_record_duplicate (courts->pdata[i]));
  request->accounts = g_ptr_array_new_with_free_func (asy_new_account_free);
  for (guint i = 0; i < accounts->len; i++)
    {
      AsyNewAccount *account = accounts->pdata[i];

      g_ptr_array_add (request->accounts, asy_new_account_new (account->user, account->password));
    }
  run (request, create_in_thread, callback, user_data);
}

AsyOpened *
asy_opening_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) &opening_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
