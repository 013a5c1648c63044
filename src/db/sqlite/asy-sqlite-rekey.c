/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include <sodium.h>
#include <string.h>

#include "db/asy-secret.h"
#include "db/sqlite/asy-sqlite-private.h"

static void
set_key (AsyDb *db, const guint8 *key)
{
  (void) sodium_mprotect_readwrite (db->key);   /* the guard is a further one only */
  memmove (db->key, key, ASY_DB_KEY_SIZE);
  (void) sodium_mprotect_readonly (db->key);
}

/* A new connection is back in the usual journal and locking mode. */
static gboolean
reconnect (AsyDb *db, const guint8 *key, GError **error)
{
  _asy_sqlite_disconnect (db);
  set_key (db, key);
  return _asy_sqlite_connect (db, error);
}

static gboolean
set_mode (AsyDb *db, const char *set, const char *wanted, GError **error)
{
  g_autofree char *value = _asy_sqlite_query_text (db->handle, set, error);

  if (value == NULL)
    return FALSE;
  if (g_str_equal (value, wanted))
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_BUSY, "re-key: the register is open elsewhere");
  return FALSE;
}

/* Leaving the write-ahead log needs, and so proves, that nobody else has the
 * register open; the exclusive mode keeps it so. */
static gboolean
be_alone (AsyDb *db, GError **error)
{
  return set_mode (db, "PRAGMA locking_mode=EXCLUSIVE", "exclusive", error) &&
         set_mode (db, "PRAGMA journal_mode=DELETE", "delete", error);
}

static void
rekey_alone (AsyDb *db, const guint8 *new_key)
{
  char text[ASY_SQLITE_KEY_TEXT_SIZE];
  int length = _asy_sqlite_write_key (text, new_key, NULL);

  /* The engine answers OK also when it had to roll back, so its answer is worth
   * nothing; which key opens the file is what counts. */
  (void) sqlite3_rekey (db->handle, text, length);
  sodium_memzero (text, sizeof text);
}

/* The old key is tried first: a journal that the engine could not play back is
 * in it. */
static gboolean
find_key (AsyDb *db, const guint8 *old_key, const guint8 *new_key, gboolean *ret_is_new, GError **error)
{
  g_autoptr(GError) failure = NULL;

  *ret_is_new = FALSE;
  if (reconnect (db, old_key, &failure))
    return TRUE;
  *ret_is_new = g_error_matches (failure, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD);
  if (*ret_is_new)
    return reconnect (db, new_key, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
_asy_db_rekey (AsyDb *db, const guint8 *new_key, GError **error)
{
  g_autoptr(AsySecret) old_key = _asy_secret_new (ASY_DB_KEY_SIZE);
  g_autoptr(GError) failure = NULL;
  gboolean is_new;

  g_return_val_if_fail (db->n_live == 0, FALSE);
  g_return_val_if_fail (!asy_db_in_transaction (db), FALSE);

  memcpy (old_key, db->key, ASY_DB_KEY_SIZE);
  _asy_sqlite_drop_statements (db);
  sqlite3_progress_handler (db->handle, 0, NULL, NULL);
  if (be_alone (db, &failure))
    rekey_alone (db, new_key);
  if (!find_key (db, old_key, new_key, &is_new, failure == NULL ? error : NULL))
    is_new = FALSE;
  else if (!is_new && failure == NULL)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_IO, "re-key: the file could not be written anew; it is as it was");
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return is_new;
}
