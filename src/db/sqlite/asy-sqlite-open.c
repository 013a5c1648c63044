/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "db/asy-db-files.h"
#include "db/sqlite/asy-sqlite-private.h"

/* What is known of a file before the engine touches it. */
typedef struct {
  gboolean has_log;             /* a write-ahead log that holds something */
  gboolean is_frozen;           /* nobody can write here: open it without locks and log */
} Finding;

static gboolean
log_holds_something (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

/*
 * The file is read through the engine: to open it beside the engine and close
 * it again would drop the locks of every connection of this process to it.
 */
static gboolean
read_through_engine (sqlite3 *handle, guint8 *bytes, gsize n_bytes, gsize *ret_n_read, guint64 *ret_size, GError **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int result = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (result == SQLITE_OK)
    result = file->pMethods->xFileSize (file, &size);
  if (result == SQLITE_OK && size > 0)
    result = file->pMethods->xRead (file, bytes, (int) MIN ((gsize) size, n_bytes), 0);
  if (result != SQLITE_OK)
    {
      _asy_sqlite_set_error (error, NULL, result, "read file");
      return FALSE;
    }
  *ret_n_read = MIN ((gsize) size, n_bytes);
  *ret_size = (guint64) size;
  return TRUE;
}

static gboolean
examine_head (sqlite3 *handle, const Finding *finding, GError **error)
{
  guint8 head[16];
  gsize n_read;
  guint64 size;

  if (!read_through_engine (handle, head, sizeof head, &n_read, &size, error))
    return FALSE;
  if (size == 0)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_EMPTY, "open: the file is empty");
      return FALSE;
    }
  if (_asy_db_is_plain (head, n_read))
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FOREIGN, "open: an unencrypted database of another program");
      return FALSE;
    }
  /* A log may hold the page that a crash left half written. */
  if (!_asy_db_is_whole (size) && !finding->has_log)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT, "open: the file is cut off");
      return FALSE;
    }
  return TRUE;
}

/* What can be known without opening the file. */
static gboolean
examine (const char *path, AsyDbOpenFlags flags, Finding *finding, GError **error)
{
  g_autoptr(GError) not_writable = NULL;

  if (!_asy_file_check_readable (path, error))
    return FALSE;
  finding->has_log = log_holds_something (path);
  if (_asy_file_check_writable (path, &not_writable))
    return TRUE;
  if ((flags & ASY_DB_OPEN_READ_ONLY) == 0)
    {
      g_propagate_error (error, g_steal_pointer (&not_writable));
      return FALSE;
    }
  finding->is_frozen = !finding->has_log;
  return TRUE;
}

static sqlite3 *
open_handle (const char *path, const Finding *finding, GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (finding->is_frozen ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE);
  g_autofree char *uri = finding->is_frozen ? g_filename_to_uri (path, NULL, error) : g_strdup (path);
  g_autofree char *name = NULL;
  sqlite3 *handle = NULL;
  int result;

  if (uri == NULL || !_asy_sqlite_keep_locks (error))
    return NULL;
  name = g_strconcat (uri, finding->is_frozen ? "?immutable=1" : "", NULL);
  result = sqlite3_open_v2 (name, &handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      _asy_sqlite_set_error (error, handle, result, "open");
      (void) sqlite3_close (handle);    /* it never was open */
      return NULL;
    }
  (void) sqlite3_busy_timeout (handle, ASY_SQLITE_BUSY_TIMEOUT_MS);  /* cannot fail */
  /* A log with something in it stays as it is until the file has proved to be ours. */
  (void) sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int) finding->has_log, NULL);
  return handle;
}

gboolean
_asy_db_read_head (const char *path, guint8 *bytes, gsize n_bytes, gsize *ret_n_read, guint64 *ret_size, GError **error)
{
  Finding finding = { .is_frozen = TRUE };
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  sqlite3 *handle;
  gboolean done;

  if (!_asy_file_check_readable (absolute, error))
    return FALSE;
  handle = open_handle (absolute, &finding, error);
  if (handle == NULL)
    return FALSE;
  done = read_through_engine (handle, bytes, n_bytes, ret_n_read, ret_size, error);
  (void) sqlite3_close (handle);        /* nothing was written through it */
  return done;
}

static gboolean
check_cipher (sqlite3 *handle, GError **error)
{
  g_autofree char *version = _asy_sqlite_query_text (handle, "PRAGMA cipher_version", NULL);

  if (version != NULL && *version != '\0')
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "open: the engine cannot encrypt");
  return FALSE;
}

/* The first read is what tells a right key from a wrong one. */
static gboolean
check_key (sqlite3 *handle, GError **error)
{
  int result = sqlite3_exec (handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;
  if ((result & 0xff) == SQLITE_NOTADB)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD, "open: the key does not open the file");
  else
    _asy_sqlite_set_error (error, handle, result, "open");
  return FALSE;
}

static gboolean
check_application (sqlite3 *handle, GError **error)
{
  g_autofree char *id = _asy_sqlite_query_text (handle, "PRAGMA application_id", error);

  if (id == NULL)
    return FALSE;
  if (g_ascii_strtoll (id, NULL, 10) == ASY_SQLITE_APPLICATION_ID)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FOREIGN, "open: an encrypted database of another program");
  return FALSE;
}

static gboolean
check_writable (sqlite3 *handle, GError **error)
{
  if (sqlite3_db_readonly (handle, "main") == 0)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY, "open: the file cannot be written");
  return FALSE;
}

static gboolean
write_first_page (AsyDb *db, GError **error)
{
  guint8 head[16];
  gsize n_read;
  guint64 size;

  if (!_asy_sqlite_exec (db->handle, "PRAGMA application_id=" G_STRINGIFY (ASY_SQLITE_APPLICATION_ID), "create", error) ||
      !read_through_engine (db->handle, head, sizeof head, &n_read, &size, error))
    return FALSE;
  if (n_read == sizeof head && !_asy_db_is_plain (head, n_read))
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "create: the file on disk is not encrypted");
  return FALSE;
}

static gboolean
prove_key (AsyDb *db, const guint8 *salt, GError **error)
{
  /* The cipher library would tell its findings on standard error. */
  return _asy_sqlite_exec (db->handle, "PRAGMA cipher_log_level=NONE", "open", error) &&
         _asy_sqlite_key (db->handle, db->key, salt, error) &&
         check_cipher (db->handle, error) &&
         check_key (db->handle, error);
}

static gboolean
prove_ours (AsyDb *db, GError **error)
{
  return check_application (db->handle, error) && (db->is_read_only || check_writable (db->handle, error));
}

static gboolean
set_up_connection (AsyDb *db, const Finding *finding, const guint8 *salt, gboolean create, GError **error)
{
  db->handle = open_handle (db->path, finding, error);
  if (db->handle == NULL || (!create && !examine_head (db->handle, finding, error)))
    return FALSE;
  if (!prove_key (db, salt, error) || (create && !write_first_page (db, error)) || !prove_ours (db, error))
    return FALSE;
  if (!_asy_sqlite_apply_settings (db->handle, db->is_read_only, error) ||
      (db->is_read_only && !_asy_sqlite_exec (db->handle, "PRAGMA query_only=ON", "open", error)))
    return FALSE;
  if (create && (!_asy_db_ensure_internal (db, error) || !_asy_file_sync_folder (db->path, error)))
    return FALSE;
  (void) sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);    /* cannot fail */
  db->had_log = finding->has_log;
  _asy_sqlite_watch_cancellable (db);
  _asy_sqlite_guard_commit (db);
  return TRUE;
}

static AsyDb *
new_db (const char *path, const guint8 *key, AsyDbOpenFlags flags, GError **error)
{
  AsyDb *db;

  if (sodium_init () < 0)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "libsodium does not start");
      return NULL;
    }
  db = g_new0 (AsyDb, 1);
  db->n_refs = 1;
  db->path = g_canonicalize_filename (path, NULL);
  db->is_read_only = (flags & ASY_DB_OPEN_READ_ONLY) != 0;
  db->kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&db->idle);
  db->debug = _asy_sqlite_get_debug ();
  db->key = sodium_malloc (ASY_DB_KEY_SIZE);
  if (db->key == NULL)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "no memory that can be locked is left for the key");
      asy_db_close (db);
      return NULL;
    }
  memcpy (db->key, key, ASY_DB_KEY_SIZE);
  (void) sodium_mprotect_readonly (db->key);    /* a further guard only */
  return db;
}

gboolean
_asy_sqlite_connect (AsyDb *db, GError **error)
{
  Finding finding = { 0 };

  if (examine (db->path, ASY_DB_OPEN_DEFAULT, &finding, error) && set_up_connection (db, &finding, NULL, FALSE, error))
    return TRUE;
  _asy_sqlite_disconnect (db);
  return FALSE;
}

AsyDb *
_asy_db_open_salted (const char *path, const guint8 *key, const guint8 *salt, AsyDbOpenFlags flags, GError **error)
{
  gboolean create = (flags & ASY_DB_OPEN_CREATE) != 0;
  g_autoptr(AsyDb) db = NULL;
  Finding finding = { 0 };

  if (!create && !examine (path, flags, &finding, error))
    return NULL;
  db = new_db (path, key, flags, error);
  if (db == NULL || (create && !_asy_file_make_empty (db->path, error)))
    return NULL;
  if (set_up_connection (db, &finding, salt, create, error))
    return g_steal_pointer (&db);
  g_clear_pointer (&db, asy_db_close);
  if (create)
    _asy_file_remove_database (path);
  return NULL;
}

AsyDb *
asy_db_open (const char *path, const guint8 *key, AsyDbOpenFlags flags, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail ((flags & (ASY_DB_OPEN_CREATE | ASY_DB_OPEN_READ_ONLY)) != (ASY_DB_OPEN_CREATE | ASY_DB_OPEN_READ_ONLY), NULL);

  return _asy_db_open_salted (path, key, NULL, flags, error);
}

void
_asy_sqlite_unref (AsyDb *db)
{
  if (--db->n_refs > 0)
    return;
  g_hash_table_unref (db->kept);
  sodium_free (db->key);
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db);
}

void
_asy_sqlite_disconnect (AsyDb *db)
{
  _asy_sqlite_drop_statements (db);
  /* With leaked statements the handle lives on until they are freed. */
  if (db->handle != NULL && sqlite3_close (db->handle) != SQLITE_OK)
    (void) sqlite3_close_v2 (db->handle);
  db->handle = NULL;
}

void
asy_db_close (AsyDb *db)
{
  if (db == NULL)
    return;
  if (db->n_live > 0)
    g_critical ("%u statements are in use while the register is closed", db->n_live);
  _asy_sqlite_disconnect (db);
  _asy_sqlite_unref (db);
}

const char *
asy_db_get_path (AsyDb *db)
{
  g_return_val_if_fail (db != NULL, NULL);

  return db->path;
}

gboolean
asy_db_is_read_only (AsyDb *db)
{
  g_return_val_if_fail (db != NULL, TRUE);

  return db->is_read_only;
}

void
_asy_db_leave_untouched (AsyDb *db)
{
  (void) sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int) db->had_log, NULL);    /* cannot fail */
}

gboolean
_asy_db_is_open (AsyDb *db)
{
  return db->handle != NULL;
}

const guint8 *
_asy_db_get_key (AsyDb *db)
{
  return db->key;
}

AsyDbNesting *
_asy_db_get_nesting (AsyDb *db)
{
  return &db->nesting;
}
