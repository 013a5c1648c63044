/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/sqlite/asy-sqlite-private.h"

/* A connection is lost when it cannot be opened again after re-keying. */
gboolean
_asy_sqlite_check_ready (AsyDb *db, const char *what, GError **error)
{
  if (db->handle == NULL)
    g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "%s: the connection was lost", what);
  else if (g_cancellable_is_cancelled (db->cancellable))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s: cancelled", what);
  else
    return TRUE;
  return FALSE;
}

static int
on_progress_cb (void *user_data)
{
  AsyDb *db = user_data;

  return g_cancellable_is_cancelled (db->cancellable);
}

void
_asy_sqlite_watch_cancellable (AsyDb *db)
{
  if (db->handle == NULL)
    return;
  if (db->cancellable != NULL)
    sqlite3_progress_handler (db->handle, ASY_SQLITE_PROGRESS_STEPS, on_progress_cb, db);
  else
    sqlite3_progress_handler (db->handle, 0, NULL, NULL);
}

void
asy_db_set_cancellable (AsyDb *db, GCancellable *cancellable)
{
  g_return_if_fail (db != NULL);

  if (g_set_object (&db->cancellable, cancellable))
    _asy_sqlite_watch_cancellable (db);
}

gboolean
asy_db_exec (AsyDb *db, const char *sql, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  if (!_asy_sqlite_check_ready (db, "execute", error))
    return FALSE;
  if (db->debug & DEBUG_STATEMENTS)
    g_printerr ("asy-db: %s\n", sql);
  return _asy_sqlite_exec (db->handle, sql, "execute", error);
}

gboolean
asy_db_in_transaction (AsyDb *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return db->handle != NULL && sqlite3_get_autocommit (db->handle) == 0;
}

gint64
asy_db_get_changes (AsyDb *db)
{
  g_return_val_if_fail (db != NULL, 0);

  return db->handle != NULL ? sqlite3_changes64 (db->handle) : 0;
}

gboolean
_asy_db_begin (AsyDb *db, gboolean write, GError **error)
{
  if (!_asy_sqlite_check_ready (db, "begin", error))
    return FALSE;
  return _asy_sqlite_exec (db->handle, write ? "BEGIN IMMEDIATE" : "BEGIN", "begin", error);
}

gboolean
_asy_db_commit (AsyDb *db, GError **error)
{
  gboolean done;

  if (!_asy_sqlite_check_ready (db, "commit", error))
    return FALSE;
  db->is_committing = TRUE;
  done = _asy_sqlite_exec (db->handle, "COMMIT", "commit", error);
  db->is_committing = FALSE;
  return done;
}

/* Not zero turns the COMMIT into a ROLLBACK. */
static int
on_commit_cb (void *user_data)
{
  AsyDb *db = user_data;

  return db->nesting.depth > 0 && !db->is_committing;
}

void
_asy_sqlite_guard_commit (AsyDb *db)
{
  (void) sqlite3_commit_hook (db->handle, on_commit_cb, db);    /* gives back the former one */
}

void
_asy_db_roll_back (AsyDb *db)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_get_autocommit (db->handle))
    return;                     /* the engine has rolled back by itself: disk full, I/O error */
  /* A reader in mid-way would make the engine refuse; its rows are gone anyway. */
  while ((stmt = sqlite3_next_stmt (db->handle, stmt)) != NULL)
    if (sqlite3_stmt_busy (stmt))
      (void) sqlite3_reset (stmt);
  sqlite3_progress_handler (db->handle, 0, NULL, NULL);
  if (sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK && !sqlite3_get_autocommit (db->handle))
    g_critical ("rollback: %s", sqlite3_errmsg (db->handle));
  _asy_sqlite_watch_cancellable (db);
}

static gboolean
query_int (AsyDb *db, const char *sql, gint64 *ret_value, GError **error)
{
  g_autofree char *text = NULL;

  if (db->handle != NULL)
    text = _asy_sqlite_query_text (db->handle, sql, error);
  else
    (void) _asy_sqlite_check_ready (db, "read setting", error);        /* sets the error */
  if (text == NULL)
    return FALSE;
  *ret_value = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

gboolean
asy_db_get_data_version (AsyDb *db, gint64 *ret_version, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (ret_version != NULL, FALSE);

  return query_int (db, "PRAGMA data_version", ret_version, error);
}

gboolean
_asy_db_read_schema_version (AsyDb *db, int *ret_version, GError **error)
{
  gint64 version;

  if (!query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  *ret_version = (int) version;
  return TRUE;
}

int
asy_db_get_schema_version (AsyDb *db)
{
  int version = 0;

  g_return_val_if_fail (db != NULL, -1);

  return _asy_db_read_schema_version (db, &version, NULL) ? version : -1;
}

gboolean
_asy_db_set_schema_version (AsyDb *db, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version=%d", version);

  return _asy_sqlite_exec (db->handle, sql, "schema version", error);
}

static gboolean
set_references (AsyDb *db, const char *set, gint64 wanted, GError **error)
{
  gint64 value = -1;

  if (!_asy_sqlite_exec (db->handle, set, "foreign keys", error) ||
      !query_int (db, "PRAGMA foreign_keys", &value, error))
    return FALSE;
  if (value == wanted)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "foreign keys: the setting took no effect");
  return FALSE;
}

gboolean
_asy_db_suspend_references (AsyDb *db, GError **error)
{
  return set_references (db, "PRAGMA foreign_keys=OFF", 0, error);
}

gboolean
_asy_db_resume_references (AsyDb *db, GError **error)
{
  return set_references (db, "PRAGMA foreign_keys=ON", 1, error);
}

gboolean
_asy_db_check_references (AsyDb *db, GError **error)
{
  gint64 n_dangling = 0;

  if (!query_int (db, "SELECT count(*) FROM pragma_foreign_key_check", &n_dangling, error))
    return FALSE;
  if (n_dangling == 0)
    return TRUE;
  g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CONSTRAINT, "%" G_GINT64_FORMAT " rows refer to rows that are not there", n_dangling);
  return FALSE;
}
