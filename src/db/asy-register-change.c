/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-keyring.h"
#include "db/asy-recovery-code.h"
#include "db/asy-register-private.h"
#include "db/asy-secret.h"

/* Changes of the slots of an open register. */

typedef struct {
  const char *path;
  const guint8 *key;
  AsyKeyring *ring;
  AsyKeyringLock lock;
} Change;

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->ring, _asy_keyring_free);
  _asy_keyring_unlock (&change->lock);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

/* The key of the connection is the right one: nobody can re-key while it is open. */
static gboolean
change_begin (Change *change, AsyDb *db, GError **error)
{
  change->path = asy_db_get_path (db);
  change->key = _asy_db_get_key (db);
  if (asy_db_is_read_only (db))
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY, "the register is open for reading");
      return FALSE;
    }
  if (!_asy_keyring_lock (&change->lock, change->path, TRUE, error))
    return FALSE;
  change->ring = _asy_keyring_load (change->path, error);
  return change->ring != NULL && _asy_keyring_check_key (change->ring, change->key, error) &&
         _asy_keyring_keep_generation (change->ring, change->key, error);
}

static gboolean
change_end (Change *change, GError **error)
{
  return _asy_keyring_save (change->ring, change->path, change->key, &change->lock, error);
}

#define CHANGE_INIT { .lock = ASY_KEYRING_LOCK_INIT }

gboolean
_asy_register_set_password (AsyDb *db, const char *login, const char *password, const AsyKeyCost *cost, GError **error)
{
  g_auto(Change) change = CHANGE_INIT;

  return _asy_register_check_login (login, error) && _asy_register_check_password (password, error) &&
         change_begin (&change, db, error) &&
         _asy_keyring_set_slot (change.ring, change.key, login, password, cost != NULL ? cost : &_asy_key_cost_password, error) &&
         change_end (&change, error);
}

gboolean
asy_register_set_password (AsyDb *db, const char *login, const char *password, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (login != NULL && password != NULL, FALSE);

  return _asy_register_set_password (db, login, password, NULL, error);
}

char *
asy_register_renew_recovery (AsyDb *db, GError **error)
{
  g_auto(Change) change = CHANGE_INIT;
  g_autoptr(AsySecretText) code = NULL;
  g_autoptr(AsySecretText) normal = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  code = _asy_recovery_code_new ();
  normal = _asy_recovery_code_normalize (code);
  if (!change_begin (&change, db, error) ||
      !_asy_keyring_set_slot (change.ring, change.key, NULL, normal, &_asy_key_cost_code, error) ||
      !change_end (&change, error))
    return NULL;
  return g_steal_pointer (&code);
}

static gboolean
check_leaver (AsyKeyring *ring, const char *login, GError **error)
{
  if (_asy_keyring_find (ring, login) == NULL)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_USER, "there is no slot of that login");
  else if (_asy_keyring_count_users (ring) == 1)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_LAST_USER, "the last user of a register stays");
  else
    return TRUE;
  return FALSE;
}

/* The database is at one key or the other, so the slots know both until it is
 * sure which. When the process dies here, the next one to open settles it. */
static gboolean
rekey (Change *change, AsyDb *db, const char *leaver, GError **error)
{
  g_autoptr(AsySecret) new_key = _asy_secret_new (ASY_DB_KEY_SIZE);
  gboolean done;

  randombytes_buf (new_key, ASY_DB_KEY_SIZE);
  if (!_asy_keyring_add_generation (change->ring, change->key, new_key, leaver, error) || !change_end (change, error))
    return FALSE;
  done = _asy_db_rekey (db, new_key, error);
  change->key = _asy_db_get_key (db);
  if (!_asy_db_is_open (db))
    return FALSE;               /* whatever the file is at, the slots open it */
  if (!_asy_keyring_keep_generation (change->ring, change->key, done ? error : NULL))
    return FALSE;
  return change_end (change, done ? error : NULL) && done;
}

gboolean
asy_register_remove_user (AsyDb *db, const char *login, GError **error)
{
  g_auto(Change) change = CHANGE_INIT;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (login != NULL, FALSE);

  return change_begin (&change, db, error) && check_leaver (change.ring, login, error) && rekey (&change, db, login, error);
}
