/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "db/asy-register.h"
#include "store/asy-accounts.h"
#include "store/asy-audit.h"
#include "store/asy-offices.h"

typedef struct {
  AsyUser *user;
  const char *password;
} Account;

static gboolean
note (AsySession *session, const char *action, AsyUser *user, GError **error)
{
  return asy_audit_write (session, action, asy_record_get_table (ASY_RECORD (user)), asy_record_get_id (ASY_RECORD (user)),
                          0, NULL, error);
}

static gboolean
set_password (AsySession *session, gpointer data, GError **error)
{
  Account *account = data;

  /* The slot last: it is in a file of its own and does not roll back. */
  return note (session, "password", account->user, error)
         && asy_register_set_password (asy_session_get_db (session), asy_user_get_login (account->user), account->password, error);
}

static gboolean
add (AsySession *session, gpointer data, GError **error)
{
  Account *account = data;

  return asy_user_save (session, account->user, error) && set_password (session, account, error);
}

gboolean
asy_account_add (AsySession *session, AsyUser *user, const char *password, GError **error)
{
  g_autoptr (AsyUser) copy = NULL;
  Account account = { NULL, password };

  g_return_val_if_fail (ASY_IS_USER (user), FALSE);
  g_return_val_if_fail (password != NULL, FALSE);

  /* A transaction that is rolled back must not leave its id on the record. */
  copy = asy_record_duplicate (user);
  account.user = copy;
  if (!asy_session_transaction (session, add, &account, error))
    return FALSE;
  asy_record_copy_from (ASY_RECORD (user), ASY_RECORD (copy));
  return TRUE;
}

gboolean
asy_account_set_password (AsySession *session, AsyUser *user, const char *password, GError **error)
{
  Account account = { user, password };

  g_return_val_if_fail (ASY_IS_USER (user), FALSE);
  g_return_val_if_fail (password != NULL, FALSE);

  return asy_session_transaction (session, set_password, &account, error);
}

gboolean
asy_account_remove (AsySession *session, AsyUser *user, GError **error)
{
  const char *login;

  g_return_val_if_fail (ASY_IS_USER (user), FALSE);

  login = asy_user_get_login (user);
  if (g_strcmp0 (login, asy_session_get_login (session)) == 0)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_INVALID, "a user cannot remove themselves");
      return FALSE;
    }
  /* First the keys: a record that is still there is harmless, a key is not. */
  if (!asy_register_remove_user (asy_session_get_db (session), login, error))
    return FALSE;
  asy_user_set_retired (user, TRUE);
  return asy_user_save (session, user, error);
}

static gboolean
note_renewal (AsySession *session, gpointer data, GError **error)
{
  return asy_audit_write (session, "recovery", "app_user", 0, 0, NULL, error);
}

char *
asy_account_renew_recovery (AsySession *session, GError **error)
{
  if (!asy_session_transaction (session, note_renewal, NULL, error))
    return NULL;
  return asy_register_renew_recovery (asy_session_get_db (session), error);
}

GStrv
asy_account_list_logins (AsySession *session, GError **error)
{
  return asy_register_list_logins (asy_db_get_path (asy_session_get_db (session)), error);
}
