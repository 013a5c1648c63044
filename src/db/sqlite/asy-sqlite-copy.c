/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include <string.h>

#include <sodium.h>

#include "db/asy-db-files.h"
#include "db/sqlite/asy-sqlite-private.h"

#define PAGES_PER_STEP 256
#define BYTES_PER_STEP 65536    /* the most that the engine writes at once */
#define BUSY_TRIES_MAX 200
#define BUSY_WAIT_MS 25

static gboolean
read_salt (AsyDb *db, guint8 *ret_salt, GError **error)
{
  g_autofree char *hex = _asy_sqlite_query_text (db->handle, "PRAGMA cipher_salt", error);
  gsize length;

  if (hex == NULL)
    return FALSE;
  if (sodium_hex2bin (ret_salt, ASY_DB_SALT_SIZE, hex, strlen (hex), NULL, &length, NULL) == 0 && length == ASY_DB_SALT_SIZE)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "copy: the engine does not tell the salt");
  return FALSE;
}

/* The same key and the same salt: the copy is opened by what opens the original. */
static sqlite3 *
open_copy (AsyDb *db, const char *path, gboolean to_verify, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *query = NULL;
  sqlite3 *handle = NULL;
  guint8 salt[ASY_DB_SALT_SIZE];
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
  int result;

  if (uri == NULL || !_asy_sqlite_keep_locks (error) || !read_salt (db, salt, error))
    return NULL;
  query = g_strconcat (uri, to_verify ? "?immutable=1" : "", NULL);
  flags |= to_verify ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  result = sqlite3_open_v2 (query, &handle, flags, NULL);
  if (result != SQLITE_OK)
    _asy_sqlite_set_error (error, handle, result, "copy");
  else if (_asy_sqlite_key (handle, db->key, salt, error))
    return handle;
  (void) sqlite3_close (handle);        /* nothing was written through it */
  return NULL;
}

static gboolean
copy_steps (AsyDb *db, sqlite3 *target, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", db->handle, "main");
  int result = backup != NULL ? SQLITE_OK : sqlite3_errcode (target);
  int n_busy = 0;

  while (result == SQLITE_OK || (result == SQLITE_BUSY && n_busy++ < BUSY_TRIES_MAX))
    {
      if (!_asy_sqlite_check_ready (db, "copy", error))
        {
          (void) sqlite3_backup_finish (backup);        /* given up */
          return FALSE;
        }
      if (result == SQLITE_BUSY)
        (void) sqlite3_sleep (BUSY_WAIT_MS);
      result = sqlite3_backup_step (backup, PAGES_PER_STEP);
    }
  if (backup != NULL && sqlite3_backup_finish (backup) == SQLITE_OK && result == SQLITE_DONE)
    return TRUE;
  /* The only way for a step to fail with no better reason is a page that is not authentic. */
  _asy_sqlite_set_error (error, NULL, result == SQLITE_ERROR ? SQLITE_CORRUPT : result, "copy");
  return FALSE;
}

typedef struct {
  AsyDb *db;
  sqlite3 *target;
} Copy;

/* In a transaction of reads the pages of one moment are copied, whoever writes meanwhile. */
static gboolean
copy_one_state (AsyDb *db, gpointer user_data, GError **error)
{
  Copy *copy = user_data;

  return _asy_sqlite_exec (db->handle, "SELECT count(*) FROM sqlite_schema", "copy", error) &&
         copy_steps (db, copy->target, error);
}

static gboolean
copy_by_pages (AsyDb *db, sqlite3 *target, GError **error)
{
  Copy copy = { db, target };

  /* The whole file is synced once, before it gets its name. */
  return _asy_sqlite_exec (target, "PRAGMA synchronous=OFF", "copy", error) &&
         asy_db_read_transaction (db, copy_one_state, &copy, error);
}

/*
 * The file as it is, without opening and sealing every page again: three times
 * as fast. It has to hold everything, with nothing left in the log alone, and
 * nobody may write meanwhile.
 */

static gboolean
copy_block (sqlite3_file *from, sqlite3_file *to, guint8 *block, sqlite3_int64 offset, sqlite3_int64 size, GError **error)
{
  int n = (int) MIN (size - offset, BYTES_PER_STEP);
  int result = from->pMethods->xRead (from, block, n, offset);

  if (result == SQLITE_OK)
    result = to->pMethods->xWrite (to, block, n, offset);
  if (result != SQLITE_OK)
    _asy_sqlite_set_error (error, NULL, result, "copy");
  return result == SQLITE_OK;
}

static gboolean
copy_bytes (AsyDb *db, gpointer user_data, GError **error)
{
  Copy *copy = user_data;
  g_autofree guint8 *block = g_malloc (BYTES_PER_STEP);
  sqlite3_file *from = NULL, *to = NULL;
  sqlite3_int64 size = 0;

  (void) sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &from);         /* NULL tells */
  (void) sqlite3_file_control (copy->target, "main", SQLITE_FCNTL_FILE_POINTER, &to);
  if (from == NULL || to == NULL || from->pMethods->xFileSize (from, &size) != SQLITE_OK)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_IO, "copy: no access to the file");
      return FALSE;
    }
  for (sqlite3_int64 offset = 0; offset < size; offset += BYTES_PER_STEP)
    if (!_asy_sqlite_check_ready (db, "copy", error) || !copy_block (from, to, block, offset, size, error))
      return FALSE;
  return TRUE;
}

/* Whether all that is committed stands in the file; good until somebody commits. */
static gboolean
empty_log (AsyDb *db)
{
  int n_in_log = -1, n_in_file = -1;

  return sqlite3_wal_checkpoint_v2 (db->handle, "main", SQLITE_CHECKPOINT_PASSIVE, &n_in_log, &n_in_file) == SQLITE_OK &&
         n_in_log >= 0 && n_in_log == n_in_file;
}

typedef struct {
  Copy copy;
  gint64 version;
  gboolean is_stable;
} FileCopy;

static gboolean
copy_if_stable (AsyDb *db, gpointer user_data, GError **error)
{
  FileCopy *file = user_data;
  gint64 version;

  /* Within the transaction nobody else writes; the version tells of the moment before. */
  if (!asy_db_get_data_version (db, &version, error))
    return FALSE;
  file->is_stable = version == file->version;
  return !file->is_stable || copy_bytes (db, &file->copy, error);
}

/* *@ret_done stays FALSE when the file alone is not the register just now. */
static gboolean
copy_by_file (AsyDb *db, sqlite3 *target, gboolean *ret_done, GError **error)
{
  FileCopy file = { { db, target } };
  g_autoptr(GError) failure = NULL;

  *ret_done = FALSE;
  if (db->is_read_only)
    return TRUE;
  if (!asy_db_get_data_version (db, &file.version, error))
    return FALSE;
  if (!empty_log (db))
    return TRUE;
  *ret_done = asy_db_transaction (db, copy_if_stable, &file, &failure) && file.is_stable;
  /* Among many writers our turn may not come; reading needs none. */
  if (failure == NULL || g_error_matches (failure, ASY_DB_ERROR, ASY_DB_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
copy_into (AsyDb *db, sqlite3 *target, GError **error)
{
  gboolean done;

  return copy_by_file (db, target, &done, error) && (done || copy_by_pages (db, target, error));
}

gboolean
_asy_db_copy_pages (AsyDb *db, const char *path, GError **error)
{
  sqlite3 *target;
  gboolean done;
  int result;

  if (!_asy_sqlite_check_ready (db, "copy", error) || !_asy_file_make_empty (path, error))
    return FALSE;
  target = open_copy (db, path, FALSE, error);
  if (target == NULL)
    return FALSE;
  done = copy_into (db, target, error);
  result = sqlite3_close (target);
  if (done && result != SQLITE_OK)
    {
      _asy_sqlite_set_error (error, NULL, result, "copy");
      return FALSE;
    }
  return done;
}

/* Rows of a check, without the one that says that all is well. */
static gboolean
collect (sqlite3 *handle, const char *sql, GPtrArray *findings, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int result = sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      const char *text;

      result = sqlite3_step (stmt);
      text = result == SQLITE_ROW ? (const char *) sqlite3_column_text (stmt, 0) : NULL;
      if (text != NULL && !g_str_equal (text, "ok"))
        g_ptr_array_add (findings, g_strdup (text));
    }
  /* These statements have no mistakes of their own: it is a page that is not authentic. */
  if (result == SQLITE_ERROR)
    result = SQLITE_CORRUPT;
  if (result != SQLITE_DONE)
    _asy_sqlite_set_error (error, handle, result, "check");
  (void) sqlite3_finalize (stmt);       /* its result is the one of the last step */
  return result == SQLITE_DONE;
}

static gboolean
verify_handle (sqlite3 *handle, GError **error)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!collect (handle, "PRAGMA cipher_integrity_check", findings, error) ||
      !collect (handle, "PRAGMA quick_check", findings, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;
  g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT, "the copy is damaged: %s", (char *) findings->pdata[0]);
  return FALSE;
}

gboolean
_asy_db_verify_copy (AsyDb *db, const char *path, GError **error)
{
  sqlite3 *handle = open_copy (db, path, TRUE, error);
  gboolean done;

  if (handle == NULL)
    return FALSE;
  done = verify_handle (handle, error);
  (void) sqlite3_close (handle);        /* nothing was written through it */
  return done;
}

/* A page that cannot be read is a finding, not a failure of the check. */
static gboolean
collect_or_tell (AsyDb *db, const char *sql, GPtrArray *findings, GError **error)
{
  g_autoptr(GError) failure = NULL;

  if (collect (db->handle, sql, findings, &failure))
    return TRUE;
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup (failure->message));
  return TRUE;
}

static const char *const checks[] = {
  "PRAGMA cipher_integrity_check",
  "PRAGMA integrity_check",
  "SELECT 'a row of ' || \"table\" || ' refers to a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check LIMIT 100",
};

gboolean
asy_db_check_integrity (AsyDb *db, GPtrArray *findings, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  if (!_asy_sqlite_check_ready (db, "check", error))
    return FALSE;
  /* The first check reads the file alone. A page that a crash left half written
   * there is whole in the log, so the log goes into the file first. */
  if (!db->is_read_only)
    (void) sqlite3_wal_checkpoint_v2 (db->handle, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!collect_or_tell (db, checks[i], findings, error))
      return FALSE;
  if (db->is_read_only)
    return TRUE;                /* the index is asked by a statement that counts as a write */
  return collect_or_tell (db, "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)", findings, error);
}
