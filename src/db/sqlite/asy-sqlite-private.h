/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlcipher/sqlite3.h>

#include "db/asy-db-private.h"

G_BEGIN_DECLS

typedef enum {
  DEBUG_STATEMENTS = 1 << 0,
  DEBUG_EXPLAIN = 1 << 1,
  DEBUG_TIMING = 1 << 2,
} AsySqliteDebug;

struct _AsyDb {
  sqlite3 *handle;              /* NULL once closed */
  char *path;
  guint8 *key;                  /* locked memory of libsodium */
  GCancellable *cancellable;
  AsyDbNesting nesting;
  gboolean is_committing;       /* the COMMIT that runs is the one of asy_db_transaction() */
  AsySqliteDebug debug;
  gboolean is_read_only;
  gboolean had_log;             /* there was a log to recover when it was opened */

  GHashTable *kept;             /* text of the statement → AsyStmt, idle or in the hands of a caller */
  GQueue idle;                  /* those of them that are idle, least lately used first */
  guint n_live;                 /* statements in the hands of callers */
  guint n_refs;                 /* one of the owner, one of each live statement */
};

struct _AsyStmt {
  AsyDb *db;
  sqlite3_stmt *native;
  char *sql;
  GList idle_link;
  gboolean is_kept;             /* stands in `kept` of the connection */
  gboolean is_live;             /* in the hands of a caller */
  const char **names;           /* of its parameters, by their number less one; interned, as the engine's own go with a change of schema */
  int n_names;
  int last_bound;               /* number of the parameter bound last: the next one is often next */
  guint64 unbound;              /* parameters (the first 64) that still wait for a value */
  int bind_result;              /* first failure of a bind, told by the next step */
  gboolean is_done;             /* no row is left until a reset */
  gint64 elapsed_us;
};

/** Sets the error for @result; the message is @what and what the engine says, never a statement. */
void _asy_sqlite_set_error (GError **error, sqlite3 *handle, int result, const char *what);

/** The code for a result of the engine. */
AsyDbError _asy_sqlite_map_result (int result);

AsySqliteDebug _asy_sqlite_get_debug (void);

/** x', the digits of key and salt, ', and a final zero. */
#define ASY_SQLITE_KEY_TEXT_SIZE (2 * (ASY_DB_KEY_SIZE + ASY_DB_SALT_SIZE) + 4)

/** Writes a key as the engine takes it and returns its length; wipe the text afterwards. */
int _asy_sqlite_write_key (char ret_text[ASY_SQLITE_KEY_TEXT_SIZE], const guint8 *key, const guint8 *salt);

/** Keys @handle; nothing of the key is left in memory of ours. */
gboolean _asy_sqlite_key (sqlite3 *handle, const guint8 *key, const guint8 *salt, GError **error);

/** First column of the first row of @sql. (transfer full) (nullable) */
char *_asy_sqlite_query_text (sqlite3 *handle, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean _asy_sqlite_exec (sqlite3 *handle, const char *sql, const char *what, GError **error);

/** Sets what every connection to a register has in force, and reads it back. */
gboolean _asy_sqlite_apply_settings (sqlite3 *handle, gboolean is_read_only, GError **error);

/** From now on locks of the engine stay until it drops them itself; before any file is opened. */
gboolean _asy_sqlite_keep_locks (GError **error);

/** Opens the handle of @db with its path and key, for writing; leaves none on failure. */
gboolean _asy_sqlite_connect (AsyDb *db, GError **error);

/** Closes the handle of @db and everything that was prepared on it. */
void _asy_sqlite_disconnect (AsyDb *db);

/** Whether a statement may start: the connection is there and not cancelled. */
gboolean _asy_sqlite_check_ready (AsyDb *db, const char *what, GError **error);

/** Makes a new handle of @db heed its cancellable. */
void _asy_sqlite_watch_cancellable (AsyDb *db);

/** Keeps a COMMIT within a statement or script from ending asy_db_transaction(). */
void _asy_sqlite_guard_commit (AsyDb *db);

void _asy_sqlite_drop_statements (AsyDb *db);
void _asy_sqlite_unref (AsyDb *db);

#define ASY_SQLITE_APPLICATION_ID 0x41737973    /* "Asys" */
#define ASY_SQLITE_PAGE_SIZE 4096
#define ASY_SQLITE_CACHE_KIB 49152    /* holds what Today and the list of families read of a city */
#define ASY_SQLITE_BUSY_TIMEOUT_MS 5000
#define ASY_SQLITE_IDLE_STATEMENTS_MAX 128
#define ASY_SQLITE_PROGRESS_STEPS 1000

G_END_DECLS
