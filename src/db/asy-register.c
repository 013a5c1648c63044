/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-register.h"

#include <glib/gstdio.h>
#include <string.h>

#include "db/asy-db-files.h"
#include "db/asy-keyring.h"
#include "db/asy-recovery-code.h"
#include "db/asy-register-private.h"
#include "db/asy-secret.h"

gboolean
_asy_register_check_password (const char *password, GError **error)
{
  if (g_utf8_validate (password, -1, NULL) && g_utf8_strlen (password, -1) >= ASY_REGISTER_PASSWORD_MIN)
    return TRUE;
  g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_WEAK_PASSWORD, "the password is shorter than %d characters", ASY_REGISTER_PASSWORD_MIN);
  return FALSE;
}

gboolean
_asy_register_check_login (const char *login, GError **error)
{
  gsize length = strlen (login);
  gboolean is_good = length > 0 && length <= ASY_REGISTER_LOGIN_MAX && g_utf8_validate (login, -1, NULL);

  for (const char *p = login; is_good && *p != '\0'; p = g_utf8_next_char (p))
    is_good = g_unichar_isgraph (g_utf8_get_char (p));
  if (!is_good)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_BAD_LOGIN, "the login is empty, too long or has spaces");
  return is_good;
}

/* Creating. The database grows under another name and gets its own last, so that
 * a register that is there is whole; what a killed attempt left behind is told
 * from a register whose file was moved away by the salt. */

static gboolean
is_unfinished (const char *path, const char *part)
{
  g_autoptr(AsyKeyring) ring = _asy_keyring_load (path, NULL);
  guint8 head[ASY_DB_SALT_SIZE];
  gsize n_read;
  guint64 size;

  return ring != NULL && _asy_db_read_head (part, head, sizeof head, &n_read, &size, NULL) &&
         n_read == sizeof head && memcmp (head, ring->salt, sizeof head) == 0;
}

static gboolean
check_place (const char *path, const char *keys, const char *part, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_file_test (keys, G_FILE_TEST_EXISTS) && is_unfinished (path, part))
    (void) g_unlink (keys);             /* the next test tells when it stays */
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (keys, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_EXISTS, "create: there is a register of that name, or its keys");
      return FALSE;
    }
  _asy_file_remove_database (part);
  return TRUE;
}

static gboolean
make_slots (AsyKeyring *ring, const AsySecret *key, const char *login, const char *password, const AsyKeyCost *cost,
            char **ret_code, GError **error)
{
  g_autoptr(AsySecretText) code = _asy_recovery_code_new ();
  g_autoptr(AsySecretText) normal = _asy_recovery_code_normalize (code);

  if (!_asy_keyring_set_slot (ring, key, login, password, cost, error) ||
      !_asy_keyring_set_slot (ring, key, NULL, normal, &_asy_key_cost_code, error))
    return FALSE;
  *ret_code = g_steal_pointer (&code);
  return TRUE;
}

static gboolean
make_files (const char *path, const char *part, AsyKeyring *ring, const AsySecret *key, GError **error)
{
  AsyDb *db = _asy_db_open_salted (part, key, ring->salt, ASY_DB_OPEN_CREATE, error);

  if (db == NULL)
    return FALSE;
  asy_db_close (db);            /* its log is in the file now */
  return _asy_file_sync (part, error) &&
         _asy_keyring_save (ring, path, key, NULL, error) &&
         _asy_file_rename_new (part, path, error);
}

static AsyDb *
create (const char *path, const char *part, const char *login, const char *password, const AsyKeyCost *cost,
        char **ret_code, GError **error)
{
  g_autoptr(AsySecret) key = _asy_secret_new (ASY_DB_KEY_SIZE);
  g_autoptr(AsyKeyring) ring = NULL;

  randombytes_buf (key, ASY_DB_KEY_SIZE);
  ring = _asy_keyring_new (key);
  if (!make_slots (ring, key, login, password, cost, ret_code, error) || !make_files (path, part, ring, key, error))
    return NULL;
  return asy_db_open (path, key, ASY_DB_OPEN_DEFAULT, error);
}

static gboolean
start_sodium (GError **error)
{
  if (sodium_init () >= 0)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "libsodium does not start");
  return FALSE;
}

AsyDb *
_asy_register_create (const char *path, const char *login, const char *password, const AsyKeyCost *cost,
                      char **ret_recovery_code, GError **error)
{
  g_autofree char *keys = _asy_keyring_make_path (path);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr(AsySecretText) code = NULL;
  AsyDb *db;

  if (!_asy_register_check_login (login, error) || !_asy_register_check_password (password, error) || !start_sodium (error) ||
      !check_place (path, keys, part, error))
    return NULL;
  db = create (path, part, login, password, cost != NULL ? cost : &_asy_key_cost_password, &code, error);
  if (db == NULL)
    {
      _asy_file_remove_database (part);
      _asy_file_remove_database (path);
      (void) g_unlink (keys);           /* may not be there */
      return NULL;
    }
  *ret_recovery_code = g_steal_pointer (&code);
  return db;
}

AsyDb *
asy_register_create (const char *path, const char *login, const char *password, char **ret_recovery_code, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (login != NULL && password != NULL, NULL);
  g_return_val_if_fail (ret_recovery_code != NULL, NULL);

  return _asy_register_create (path, login, password, NULL, ret_recovery_code, error);
}

/* Looking before opening */

static gboolean
check_size (const char *path, const guint8 *salt, GError **error)
{
  guint8 head[ASY_DB_SALT_SIZE];
  gsize n_read;
  guint64 size;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  if (!_asy_db_read_head (path, head, sizeof head, &n_read, &size, error))
    return FALSE;
  if (size == 0)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_EMPTY, "the file is empty");
  else if (_asy_db_is_plain (head, n_read))
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FOREIGN, "an unencrypted database of another program");
  else if (_asy_db_is_whole (size) || g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  else if (salt != NULL && (n_read < sizeof head || memcmp (head, salt, sizeof head) == 0))
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT, "the file is cut off");
  else
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FOREIGN, "not a register");
  return FALSE;
}

/* The keys of a register in whose way nothing stands but the password. */
static AsyKeyring *
probe (const char *path, AsyDbOpenFlags flags, GError **error)
{
  g_autoptr(GError) no_keys = NULL;
  g_autoptr(AsyKeyring) ring = NULL;

  if (!_asy_file_check_readable (path, error))
    return NULL;
  ring = _asy_keyring_load (path, &no_keys);
  if (!check_size (path, ring != NULL ? ring->salt : NULL, error))
    return NULL;
  if (ring == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&no_keys));
      return NULL;
    }
  if ((flags & ASY_DB_OPEN_READ_ONLY) == 0 && !_asy_file_check_writable (path, error))
    return NULL;
  return g_steal_pointer (&ring);
}

gboolean
asy_register_probe (const char *path, GError **error)
{
  g_autoptr(AsyKeyring) ring = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  ring = probe (path, ASY_DB_OPEN_DEFAULT, error);
  return ring != NULL;
}

GStrv
asy_register_list_logins (const char *path, GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(AsyKeyring) ring = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  ring = _asy_keyring_load (path, error);
  if (ring == NULL)
    return NULL;
  for (guint i = 0; i < ring->slots->len; i++)
    {
      AsyKeySlot *slot = ring->slots->pdata[i];

      if (!slot->is_recovery)
        g_strv_builder_add (builder, slot->login);
    }
  return g_strv_builder_end (builder);
}

char *
asy_register_dup_uuid (const char *path, GError **error)
{
  g_autoptr(AsyKeyring) ring = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  ring = _asy_keyring_load (path, error);
  return ring != NULL ? g_strdup (ring->uuid) : NULL;
}

/* Opening */

static gboolean
has_salt (const char *path, const guint8 *salt)
{
  guint8 head[ASY_DB_SALT_SIZE];
  gsize n_read;
  guint64 size;

  return _asy_db_read_head (path, head, sizeof head, &n_read, &size, NULL) &&
         (n_read < sizeof head || memcmp (head, salt, sizeof head) == 0);
}

static gboolean
opens_with_salt (const char *path, const guint8 *salt, const AsySecret *key)
{
  g_autoptr(AsyDb) db = _asy_db_open_salted (path, key, salt, ASY_DB_OPEN_READ_ONLY, NULL);

  return db != NULL;
}

/* The key came out of an authentic slot, so "wrong key" means another file beside
 * our slots, or a damaged beginning; the salt tells which. */
static void
refine (GError *failure, const char *path, const guint8 *salt, const AsySecret *key, GError **error)
{
  g_assert (failure != NULL);
  if (!g_error_matches (failure, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD) &&
      !g_error_matches (failure, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT))
    g_propagate_error (error, g_error_copy (failure));
  else if (has_salt (path, salt) || opens_with_salt (path, salt, key))
    g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT, "the register is damaged: %s", failure->message);
  else
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FOREIGN, "open: the file does not belong to these keys");
}

/* A re-keying was interrupted: what it left is cleared, unless it goes on in
 * another process. The register is open already, so a failure does not matter. */
static void
settle (AsyDb *db)
{
  g_auto(AsyKeyringLock) lock = ASY_KEYRING_LOCK_INIT;
  g_autoptr(AsyKeyring) ring = NULL;
  const guint8 *key = _asy_db_get_key (db);
  const char *path = asy_db_get_path (db);

  if (!_asy_keyring_lock (&lock, path, FALSE, NULL))
    return;
  ring = _asy_keyring_load (path, NULL);
  if (ring != NULL && ring->seeds->len > 1 && _asy_keyring_check_key (ring, key, NULL) &&
      _asy_keyring_keep_generation (ring, key, NULL))
    (void) _asy_keyring_save (ring, path, key, &lock, NULL);
}

static AsyDb *
open_sealed (const char *path, AsyKeyring *ring, AsyKeySlot *slot, const AsySecret *inner, AsyDbOpenFlags flags, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(AsySecret) key = NULL;
  AsyDb *db = NULL;

  for (guint i = 0; db == NULL && i < slot->sealed->len; i++)
    {
      g_clear_error (&failure);
      g_clear_pointer (&key, _asy_secret_free);
      key = _asy_key_slot_unseal (slot, inner, &g_array_index (slot->sealed, AsySealedKey, i));
      if (key == NULL)
        {
          g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS, "the slot holds no key");
          return NULL;
        }
      db = asy_db_open (path, key, flags, &failure);
      if (db == NULL && !g_error_matches (failure, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD))
        break;
    }
  if (db == NULL)
    refine (failure, path, ring->salt, key, error);
  return db;
}

static AsyDb *
open_slot (const char *path, AsyKeyring *ring, AsyKeySlot *slot, const char *password, AsyDbOpenFlags flags, GError **error)
{
  g_autoptr(AsySecret) inner = _asy_key_slot_unwrap (slot, ring->uuid, password, error);
  AsyDb *db;

  if (inner == NULL || !_asy_keyring_check_signature (ring, _asy_key_slot_get_verify_key (inner), error))
    return NULL;
  db = open_sealed (path, ring, slot, inner, flags, error);
  if (db != NULL && ring->seeds->len > 1 && !asy_db_is_read_only (db))
    settle (db);
  return db;
}

static AsyKeySlot *
find_slot (AsyKeyring *ring, const char *login, GError **error)
{
  AsyKeySlot *slot = NULL;

  if (login != NULL)
    slot = _asy_keyring_find (ring, login);
  else if (_asy_keyring_count_users (ring) == 1)
    for (guint i = 0; slot == NULL && i < ring->slots->len; i++)
      slot = ((AsyKeySlot *) ring->slots->pdata[i])->is_recovery ? NULL : ring->slots->pdata[i];
  if (slot == NULL)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_USER,
                         login != NULL ? "there is no slot of that login" : "the register has several users, or none");
  return slot;
}

AsyDb *
asy_register_open (const char *path, const char *login, const char *password, AsyDbOpenFlags flags, GError **error)
{
  g_autoptr(AsyKeyring) ring = NULL;
  AsyKeySlot *slot;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (password != NULL, NULL);
  g_return_val_if_fail ((flags & ASY_DB_OPEN_CREATE) == 0, NULL);

  ring = probe (path, flags, error);
  slot = ring != NULL ? find_slot (ring, login, error) : NULL;
  return slot != NULL ? open_slot (path, ring, slot, password, flags, error) : NULL;
}

static AsyKeySlot *
find_recovery_slot (AsyKeyring *ring, GError **error)
{
  AsyKeySlot *slot = _asy_keyring_find_recovery (ring);

  if (slot == NULL)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_USER, "the register has no recovery slot");
  return slot;
}

gboolean
asy_register_is_recovery_code (const char *code)
{
  g_autoptr(AsySecretText) normal = _asy_recovery_code_normalize (code);

  return normal != NULL;
}

AsyDb *
asy_register_open_recovery (const char *path, const char *code, GError **error)
{
  g_autoptr(AsyKeyring) ring = NULL;
  g_autoptr(AsySecretText) normal = NULL;
  AsyKeySlot *slot;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  ring = probe (path, ASY_DB_OPEN_DEFAULT, error);
  slot = ring != NULL ? find_recovery_slot (ring, error) : NULL;
  if (slot == NULL)
    return NULL;
  normal = _asy_recovery_code_normalize (code);
  if (normal != NULL)
    return open_slot (path, ring, slot, normal, ASY_DB_OPEN_DEFAULT, error);
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_MISTYPED_CODE, "the check characters of the code do not agree");
  return NULL;
}
