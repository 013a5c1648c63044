/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include <string.h>

#include "db/sqlite/asy-sqlite-private.h"

static void
destroy (AsyStmt *stmt)
{
  if (stmt->is_kept)
    g_hash_table_remove (stmt->db->kept, stmt->sql);
  (void) sqlite3_finalize (stmt->native);       /* tells of the last step only, which was told */
  g_free (stmt->names);
  g_free (stmt->sql);
  g_free (stmt);
}

static void
destroy_oldest (AsyDb *db)
{
  destroy (g_queue_pop_head_link (&db->idle)->data);
}

void
_asy_sqlite_drop_statements (AsyDb *db)
{
  while (!g_queue_is_empty (&db->idle))
    destroy_oldest (db);
}

static void
print_plan (AsyDb *db, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *plan = NULL;

  if (sqlite3_prepare_v2 (db->handle, explain, -1, &plan, NULL) == SQLITE_OK)
    while (sqlite3_step (plan) == SQLITE_ROW)
      g_printerr ("asy-db:   plan: %s\n", (const char *) sqlite3_column_text (plan, 3));
  (void) sqlite3_finalize (plan);       /* a help for developers: its failure changes nothing */
}

static guint64
mask_of_parameters (AsyStmt *stmt)
{
  return stmt->n_names >= 64 ? G_MAXUINT64 : ((guint64) 1 << stmt->n_names) - 1;
}

static AsyStmt *
prepare_new (AsyDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *native = NULL;
  const char *tail = NULL;
  int result = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &native, &tail);
  AsyStmt *stmt;

  if (result != SQLITE_OK)
    {
      _asy_sqlite_set_error (error, db->handle, result, "prepare");
      return NULL;
    }
  if (native == NULL || tail[strspn (tail, " \t\r\n;")] != '\0')
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "prepare: not exactly one statement");
      (void) sqlite3_finalize (native);
      return NULL;
    }
  stmt = g_new0 (AsyStmt, 1);
  stmt->db = db;
  stmt->native = native;
  stmt->sql = g_strdup (sql);
  stmt->idle_link.data = stmt;
  stmt->n_names = sqlite3_bind_parameter_count (native);
  stmt->names = g_new (const char *, stmt->n_names + 1);
  for (int i = 0; i < stmt->n_names; i++)
    stmt->names[i] = g_intern_string (sqlite3_bind_parameter_name (native, i + 1));
  if (db->debug & DEBUG_EXPLAIN)
    print_plan (db, sql);
  return stmt;
}

/* The statement of that text, unless somebody has it in hand: they get one each. */
static AsyStmt *
take_kept (AsyDb *db, const char *sql)
{
  AsyStmt *stmt = g_hash_table_lookup (db->kept, sql);

  if (stmt == NULL || stmt->is_live)
    return NULL;
  g_queue_unlink (&db->idle, &stmt->idle_link);
  return stmt;
}

AsyStmt *
asy_db_prepare (AsyDb *db, const char *sql, GError **error)
{
  AsyStmt *stmt;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  if (!_asy_sqlite_check_ready (db, "prepare", error))
    return NULL;
  if (db->debug & (DEBUG_STATEMENTS | DEBUG_EXPLAIN))
    g_printerr ("asy-db: %s\n", sql);
  stmt = take_kept (db, sql);
  if (stmt == NULL)
    stmt = prepare_new (db, sql, error);
  if (stmt == NULL)
    return NULL;
  stmt->is_live = TRUE;
  stmt->last_bound = 0;
  stmt->unbound = mask_of_parameters (stmt);
  db->n_live++;
  db->n_refs++;
  return stmt;
}

static void
keep_or_destroy (AsyDb *db, AsyStmt *stmt)
{
  stmt->is_live = FALSE;
  if (db->handle == NULL || (!stmt->is_kept && g_hash_table_contains (db->kept, stmt->sql)))
    {
      destroy (stmt);
      return;
    }
  if (!stmt->is_kept)
    {
      g_hash_table_insert (db->kept, stmt->sql, stmt);
      stmt->is_kept = TRUE;
    }
  g_queue_push_tail_link (&db->idle, &stmt->idle_link);
  if (db->idle.length > ASY_SQLITE_IDLE_STATEMENTS_MAX)
    destroy_oldest (db);
}

void
asy_stmt_free (AsyStmt *stmt)
{
  AsyDb *db;

  if (stmt == NULL)
    return;
  db = stmt->db;
  asy_stmt_reset (stmt);
  (void) sqlite3_clear_bindings (stmt->native);         /* always succeeds */
  db->n_live--;
  keep_or_destroy (db, stmt);
  _asy_sqlite_unref (db);
}

static void
print_timing (AsyStmt *stmt)
{
  if (stmt->elapsed_us > 0)
    g_printerr ("asy-db: %" G_GINT64_FORMAT " us: %s\n", stmt->elapsed_us, stmt->sql);
  stmt->elapsed_us = 0;
}

void
asy_stmt_reset (AsyStmt *stmt)
{
  g_return_if_fail (stmt != NULL);

  if (stmt->db->debug & DEBUG_TIMING)
    print_timing (stmt);
  (void) sqlite3_reset (stmt->native);          /* repeats the result of the last step */
  stmt->is_done = FALSE;
}

/* Parameters are mostly bound in their order: then the next one is found at once. */
static int
index_of (AsyStmt *stmt, const char *name)
{
  const int next = stmt->last_bound;

  if (next < stmt->n_names && stmt->names[next] != NULL && strcmp (stmt->names[next], name) == 0)
    return next + 1;
  return sqlite3_bind_parameter_index (stmt->native, name);
}

/* The number of the parameter, marked as bound; 0 after a mistake of the programmer. */
static int
find_parameter (AsyStmt *stmt, const char *name)
{
  int index = index_of (stmt, name);

  if (index == 0)
    g_critical ("no parameter %s in: %s", name, stmt->sql);
  else if (sqlite3_stmt_busy (stmt->native))
    {
      g_critical ("%s is bound while the statement runs: %s", name, stmt->sql);
      return 0;
    }
  stmt->last_bound = index;
  if (index > 0 && index <= 64)
    stmt->unbound &= ~((guint64) 1 << (index - 1));
  return index;
}

static void
note_result (AsyStmt *stmt, int result)
{
  if (stmt->bind_result == SQLITE_OK)
    stmt->bind_result = result;
}

void
asy_stmt_bind_text (AsyStmt *stmt, const char *name, const char *value)
{
  int index;

  g_return_if_fail (stmt != NULL);

  index = find_parameter (stmt, name);
  if (index > 0)
    note_result (stmt, sqlite3_bind_text (stmt->native, index, value, -1, SQLITE_TRANSIENT));
}

void
asy_stmt_bind_int (AsyStmt *stmt, const char *name, gint64 value)
{
  int index;

  g_return_if_fail (stmt != NULL);

  index = find_parameter (stmt, name);
  if (index > 0)
    note_result (stmt, sqlite3_bind_int64 (stmt->native, index, value));
}

void
asy_stmt_bind_ref (AsyStmt *stmt, const char *name, gint64 id)
{
  if (id == 0)
    asy_stmt_bind_null (stmt, name);
  else
    asy_stmt_bind_int (stmt, name, id);
}

void
asy_stmt_bind_real (AsyStmt *stmt, const char *name, double value)
{
  int index;

  g_return_if_fail (stmt != NULL);

  index = find_parameter (stmt, name);
  if (index > 0)
    note_result (stmt, sqlite3_bind_double (stmt->native, index, value));
}

void
asy_stmt_bind_day (AsyStmt *stmt, const char *name, AsyDay value)
{
  char iso[11];

  asy_day_write_iso (value, iso);
  asy_stmt_bind_text (stmt, name, value == ASY_DAY_NONE ? NULL : iso);
}

void
asy_stmt_bind_bytes (AsyStmt *stmt, const char *name, GBytes *value)
{
  int index;
  gsize size;
  gconstpointer data;

  g_return_if_fail (stmt != NULL);

  if (value == NULL)
    {
      asy_stmt_bind_null (stmt, name);
      return;
    }
  index = find_parameter (stmt, name);
  data = g_bytes_get_data (value, &size);
  /* A pointer of NULL would be bound as NULL, but no bytes are not the same as no value. */
  if (index > 0)
    note_result (stmt, sqlite3_bind_blob64 (stmt->native, index, data != NULL ? data : "", size, SQLITE_TRANSIENT));
}

void
asy_stmt_bind_null (AsyStmt *stmt, const char *name)
{
  int index;

  g_return_if_fail (stmt != NULL);

  index = find_parameter (stmt, name);
  if (index > 0)
    note_result (stmt, sqlite3_bind_null (stmt->native, index));
}

static gboolean
check_before_start (AsyStmt *stmt, GError **error)
{
  AsyDb *db = stmt->db;

  if (stmt->bind_result != SQLITE_OK)
    {
      _asy_sqlite_set_error (error, NULL, stmt->bind_result, "bind");
      stmt->bind_result = SQLITE_OK;
      return FALSE;
    }
  if (stmt->unbound != 0)
    {
      g_critical ("a parameter was not bound: %s", stmt->sql);
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "step: a parameter was not bound");
      return FALSE;
    }
  /* After a full disk the engine rolls back by itself; what follows must not
   * slip in as transactions of its own. */
  if (db->nesting.depth > 0 && sqlite3_get_autocommit (db->handle))
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "step: the transaction was rolled back");
      return FALSE;
    }
  /* Rows of a write are left half-read as a rule, and then the result of its
   * commit would be seen by nobody. */
  if (sqlite3_get_autocommit (db->handle) && !sqlite3_stmt_readonly (stmt->native) && sqlite3_column_count (stmt->native) > 0)
    {
      g_critical ("a write that returns rows needs a transaction: %s", stmt->sql);
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "step: a write that returns rows needs a transaction");
      return FALSE;
    }
  return _asy_sqlite_check_ready (db, "step", error);
}

static int
step_timed (AsyStmt *stmt)
{
  gint64 start_us = g_get_monotonic_time ();
  int result = sqlite3_step (stmt->native);

  stmt->elapsed_us += g_get_monotonic_time () - start_us;
  return result;
}

gboolean
asy_stmt_step (AsyStmt *stmt, gboolean *ret_row, GError **error)
{
  int result;

  g_return_val_if_fail (stmt != NULL, FALSE);
  g_return_val_if_fail (stmt->db->handle != NULL, FALSE);

  if (stmt->is_done)
    result = SQLITE_DONE;
  else if (!sqlite3_stmt_busy (stmt->native) && !check_before_start (stmt, error))
    return FALSE;
  else if (stmt->db->debug & DEBUG_TIMING)
    result = step_timed (stmt);
  else
    result = sqlite3_step (stmt->native);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    {
      _asy_sqlite_set_error (error, stmt->db->handle, result, "step");
      asy_stmt_reset (stmt);
      return FALSE;
    }
  stmt->is_done = result == SQLITE_DONE;
  if (ret_row != NULL)
    *ret_row = result == SQLITE_ROW;
  return TRUE;
}

gboolean
asy_stmt_run (AsyStmt *stmt, GError **error)
{
  gboolean row = TRUE;

  while (row)
    if (!asy_stmt_step (stmt, &row, error))
      return FALSE;
  asy_stmt_reset (stmt);
  return TRUE;
}

gboolean
asy_stmt_fetch_int (AsyStmt *stmt, gint64 fallback, gint64 *ret_value, GError **error)
{
  gboolean row;

  g_return_val_if_fail (ret_value != NULL, FALSE);

  if (!asy_stmt_step (stmt, &row, error))
    return FALSE;
  *ret_value = row && !asy_stmt_column_is_null (stmt, 0) ? asy_stmt_column_int (stmt, 0) : fallback;
  return asy_stmt_run (stmt, error);
}

int
asy_stmt_get_n_columns (AsyStmt *stmt)
{
  g_return_val_if_fail (stmt != NULL, 0);

  return sqlite3_column_count (stmt->native);
}

gboolean
asy_stmt_column_is_null (AsyStmt *stmt, int column)
{
  g_return_val_if_fail (stmt != NULL, TRUE);

  return sqlite3_column_type (stmt->native, column) == SQLITE_NULL;
}

const char *
asy_stmt_column_text (AsyStmt *stmt, int column)
{
  g_return_val_if_fail (stmt != NULL, NULL);

  return (const char *) sqlite3_column_text (stmt->native, column);
}

char *
asy_stmt_column_dup_text (AsyStmt *stmt, int column)
{
  return g_strdup (asy_stmt_column_text (stmt, column));
}

gint64
asy_stmt_column_int (AsyStmt *stmt, int column)
{
  g_return_val_if_fail (stmt != NULL, 0);

  return sqlite3_column_int64 (stmt->native, column);
}

double
asy_stmt_column_real (AsyStmt *stmt, int column)
{
  g_return_val_if_fail (stmt != NULL, 0);

  return sqlite3_column_double (stmt->native, column);
}

AsyDay
asy_stmt_column_day (AsyStmt *stmt, int column)
{
  return asy_day_from_iso (asy_stmt_column_text (stmt, column));
}

GBytes *
asy_stmt_column_dup_bytes (AsyStmt *stmt, int column)
{
  gconstpointer data;

  g_return_val_if_fail (stmt != NULL, NULL);

  if (asy_stmt_column_is_null (stmt, column))
    return NULL;
  data = sqlite3_column_blob (stmt->native, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (stmt->native, column));
}
