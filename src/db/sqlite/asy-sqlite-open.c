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
  guint64 size;
} Finding;

static gboolean
log_holds_something (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

static gboolean
examine_head (const char *path, Finding *finding, GError **error)
{
  guint8 head[16];
  gsize n_read;

  if (!_asy_file_read_head (path, head, sizeof head, &n_read, &finding->size, error))
    return FALSE;
  finding->has_log = log_holds_something (path);
  if (finding->size == 0)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_EMPTY, "open: the file is empty");
      return FALSE;
    }
  if (_asy_sqlite_is_plain_magic (head, n_read))
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FOREIGN, "open: an unencrypted database of another program");
      return FALSE;
    }
  /* A log may hold the page that a crash left half written. */
  if (finding->size % ASY_SQLITE_PAGE_SIZE != 0 && !finding->has_log)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT, "open: the file is cut off");
      return FALSE;
    }
  return TRUE;
}

static gboolean
examine (const char *path, AsyDbOpenFlags flags, Finding *finding, GError **error)
{
  g_autoptr(GError) not_writable = NULL;

  if (!examine_head (path, finding, error))
    return FALSE;
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

static gboolean
open_handle (AsyDb *db, const Finding *finding, GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *uri = NULL;
  int result;

  if (finding->is_frozen)
    {
      g_autofree char *plain = g_filename_to_uri (db->path, NULL, error);

      if (plain == NULL)
        return FALSE;
      uri = g_strconcat (plain, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
  else
    flags |= SQLITE_OPEN_READWRITE;
  result = sqlite3_open_v2 (uri != NULL ? uri : db->path, &db->handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      _asy_sqlite_set_error (error, db->handle, result, "open");
      return FALSE;
    }
  (void) sqlite3_busy_timeout (db->handle, ASY_SQLITE_BUSY_TIMEOUT_MS);      /* cannot fail */
  /* A log with something in it stays as it is until the file has proved to be ours. */
  (void) sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int) finding->has_log, NULL);
  return TRUE;
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

  if (!_asy_sqlite_exec (db->handle, "PRAGMA application_id=" G_STRINGIFY (ASY_SQLITE_APPLICATION_ID), "create", error))
    return FALSE;
  if (!_asy_file_read_head (db->path, head, sizeof head, &n_read, &size, error))
    return FALSE;
  if (n_read == sizeof head && !_asy_sqlite_is_plain_magic (head, n_read))
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "create: the file on disk is not encrypted");
  return FALSE;
}

static gboolean
set_up_connection (AsyDb *db, const guint8 *salt, AsyDbOpenFlags flags, const Finding *finding, GError **error)
{
  /* The cipher library would tell its findings on standard error. */
  if (!_asy_sqlite_exec (db->handle, "PRAGMA cipher_log_level=NONE", "open", error))
    return FALSE;
  if (!_asy_sqlite_key (db->handle, db->key, salt, error) || !check_cipher (db->handle, error) || !check_key (db->handle, error))
    return FALSE;
  if ((flags & ASY_DB_OPEN_CREATE) != 0 && !write_first_page (db, error))
    return FALSE;
  if (!check_application (db->handle, error))
    return FALSE;
  if (!db->is_read_only && !check_writable (db->handle, error))
    return FALSE;
  if (!_asy_sqlite_apply_settings (db->handle, db->is_read_only, error))
    return FALSE;
  if (db->is_read_only && !_asy_sqlite_exec (db->handle, "PRAGMA query_only=ON", "open", error))
    return FALSE;
  if ((flags & ASY_DB_OPEN_CREATE) != 0 && (!_asy_db_ensure_internal (db, error) || !_asy_file_sync_folder (db->path, error)))
    return FALSE;
  (void) sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
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
  db->idle = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&db->idle_order);
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

AsyDb *
_asy_db_open_salted (const char *path, const guint8 *key, const guint8 *salt, AsyDbOpenFlags flags, GError **error)
{
  g_autoptr(AsyDb) db = NULL;
  Finding finding = { 0 };

  if ((flags & ASY_DB_OPEN_CREATE) == 0 && !examine (path, flags, &finding, error))
    return NULL;
  db = new_db (path, key, flags, error);
  if (db == NULL)
    return NULL;
  if ((flags & ASY_DB_OPEN_CREATE) != 0 && !_asy_file_make_empty (db->path, error))
    return NULL;
  if (!open_handle (db, &finding, error) || !set_up_connection (db, salt, flags, &finding, error))
    {
      g_autofree char *made = (flags & ASY_DB_OPEN_CREATE) != 0 ? g_strdup (db->path) : NULL;

      g_clear_pointer (&db, asy_db_close);
      if (made != NULL)
        _asy_file_remove_database (made);
      return NULL;
    }
  return g_steal_pointer (&db);
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
  g_hash_table_unref (db->idle);
  sodium_free (db->key);
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db);
}

void
asy_db_close (AsyDb *db)
{
  if (db == NULL)
    return;
  _asy_sqlite_drop_statements (db);
  if (db->n_live > 0)
    g_critical ("%u statements are in use while the register is closed", db->n_live);
  /* With leaked statements the handle lives on until they are freed. */
  if (db->handle != NULL && sqlite3_close (db->handle) != SQLITE_OK)
    (void) sqlite3_close_v2 (db->handle);
  db->handle = NULL;
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
