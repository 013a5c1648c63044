/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/**
 * AsyDbError:
 *
 * What a caller can act on. A message says which operation failed and what the
 * engine said; it never carries a statement or a value.
 */
typedef enum {
  ASY_DB_ERROR_FAILED,
  ASY_DB_ERROR_BUSY,            /* somebody else is writing */
  ASY_DB_ERROR_CONSTRAINT,      /* a CHECK, UNIQUE or foreign key said no */
  ASY_DB_ERROR_CORRUPT,         /* damaged or truncated file */
  ASY_DB_ERROR_FULL,            /* no space left on the medium */
  ASY_DB_ERROR_READ_ONLY,       /* file or folder cannot be written */
  ASY_DB_ERROR_IO,
  ASY_DB_ERROR_NOT_FOUND,       /* no such file */
  ASY_DB_ERROR_EMPTY,           /* a file of zero bytes */
  ASY_DB_ERROR_FOREIGN,         /* a database of another program, or no database */
  ASY_DB_ERROR_TOO_NEW,         /* written by a newer Asysta */
  ASY_DB_ERROR_NOT_ENCRYPTED,   /* encryption is not in force */
  ASY_DB_ERROR_WRONG_PASSWORD,
  ASY_DB_ERROR_NO_USER,         /* no key slot of that login */
  ASY_DB_ERROR_NO_KEYS,         /* the file of key slots is missing, damaged or not of this register */
  ASY_DB_ERROR_EXISTS,          /* would overwrite an existing register */
  ASY_DB_ERROR_WEAK_PASSWORD,
  ASY_DB_ERROR_MISTYPED_CODE,   /* not a recovery code at all: some character is wrong */
  ASY_DB_ERROR_LAST_USER,       /* a register keeps one user */
  ASY_DB_ERROR_NO_PERMISSION,   /* the file cannot even be read */
  ASY_DB_ERROR_BAD_LOGIN,       /* empty, too long, or with characters that a login has not */
} AsyDbError;

#define ASY_DB_ERROR (asy_db_error_quark ())
GQuark asy_db_error_quark (void);

/**
 * AsyDb:
 *
 * One connection to one register. Belongs to one thread at a time; nothing here
 * locks. Everything above speaks #AsyDb and #AsyStmt and knows no engine.
 */
typedef struct _AsyDb AsyDb;
typedef struct _AsyStmt AsyStmt;

#define ASY_DB_KEY_SIZE 32

typedef enum {
  ASY_DB_OPEN_DEFAULT = 0,
  ASY_DB_OPEN_CREATE = 1 << 0,          /* the file must not exist yet */
  ASY_DB_OPEN_READ_ONLY = 1 << 1,
} AsyDbOpenFlags;

/**
 * asy_db_open:
 * @path: file of the register
 * @key: %ASY_DB_KEY_SIZE bytes
 *
 * Opens and proves that encryption is in force, that the file is ours and that
 * the durability settings took. Does not migrate. The file is untouched when
 * this fails.
 */
AsyDb *asy_db_open (const char *path, const guint8 *key, AsyDbOpenFlags flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Checkpoints and closes; a statement that leaked is reported as critical. Accepts %NULL. */
void asy_db_close (AsyDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyDb, asy_db_close)

const char *asy_db_get_path (AsyDb *db);
gboolean asy_db_is_read_only (AsyDb *db);

/** Proves at start-up, on a throw-away file, that the engine encrypts (%ASY_DB_ERROR_NOT_ENCRYPTED). */
gboolean asy_db_self_test (GError **error);

/** Statements that run from now on stop with %G_IO_ERROR_CANCELLED when @cancellable (nullable) is cancelled. */
void asy_db_set_cancellable (AsyDb *db, GCancellable *cancellable);

/** Runs one or more statements without parameters or rows. */
gboolean asy_db_exec (AsyDb *db, const char *sql, GError **error);

/**
 * asy_db_prepare:
 *
 * A statement ready to be bound. Prepared statements are kept by their text and
 * handed out again; free with asy_stmt_free() (g_autoptr), which resets it.
 * A write that returns rows (RETURNING) runs within asy_db_transaction() only.
 */
AsyStmt *asy_db_prepare (AsyDb *db, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void asy_stmt_free (AsyStmt *stmt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyStmt, asy_stmt_free)

/* Parameters are named `:name`; each is bound before the first step. A %NULL text, %ASY_DAY_NONE and a zero reference are bound as NULL. */
void asy_stmt_bind_text (AsyStmt *stmt, const char *name, const char *value);
void asy_stmt_bind_int (AsyStmt *stmt, const char *name, gint64 value);
void asy_stmt_bind_ref (AsyStmt *stmt, const char *name, gint64 id);
void asy_stmt_bind_real (AsyStmt *stmt, const char *name, double value);
void asy_stmt_bind_day (AsyStmt *stmt, const char *name, AsyDay value);
void asy_stmt_bind_bytes (AsyStmt *stmt, const char *name, GBytes *value);
void asy_stmt_bind_null (AsyStmt *stmt, const char *name);

/** Moves to the next row; *@ret_row says whether there is one. */
gboolean asy_stmt_step (AsyStmt *stmt, gboolean *ret_row, GError **error);

/** Runs to the end and resets, for statements whose rows do not matter. */
gboolean asy_stmt_run (AsyStmt *stmt, GError **error);

/** Makes the statement ready to be bound and run again. */
void asy_stmt_reset (AsyStmt *stmt);

/* Columns of the current row, from 0. Text lives until the next step. */
int asy_stmt_get_n_columns (AsyStmt *stmt);
gboolean asy_stmt_column_is_null (AsyStmt *stmt, int column);
const char *asy_stmt_column_text (AsyStmt *stmt, int column);
char *asy_stmt_column_dup_text (AsyStmt *stmt, int column) G_GNUC_WARN_UNUSED_RESULT;
gint64 asy_stmt_column_int (AsyStmt *stmt, int column);
double asy_stmt_column_real (AsyStmt *stmt, int column);
AsyDay asy_stmt_column_day (AsyStmt *stmt, int column);
GBytes *asy_stmt_column_dup_bytes (AsyStmt *stmt, int column) G_GNUC_WARN_UNUSED_RESULT;

/** First column of the first row as a number; @fallback when there is no row or it is NULL. */
gboolean asy_stmt_fetch_int (AsyStmt *stmt, gint64 fallback, gint64 *ret_value, GError **error);

/** Number of rows that the last INSERT, UPDATE or DELETE touched. */
gint64 asy_db_get_changes (AsyDb *db);

/**
 * AsyDbFunc:
 *
 * The body of a transaction. Returns %FALSE with @error set to roll back.
 */
typedef gboolean (*AsyDbFunc) (AsyDb *db, gpointer user_data, GError **error);

/**
 * asy_db_transaction:
 *
 * Runs @func between BEGIN IMMEDIATE and COMMIT; a failed COMMIT is a failure.
 * Nested calls join the outer transaction; when one of them fails, nothing of
 * the outer one is committed, even if @func looks away.
 */
gboolean asy_db_transaction (AsyDb *db, AsyDbFunc func, gpointer user_data, GError **error);

/**
 * asy_db_attempt:
 *
 * Within asy_db_transaction(): when @func fails, only what it did itself is taken
 * back, and the transaction goes on.
 */
gboolean asy_db_attempt (AsyDb *db, AsyDbFunc func, gpointer user_data, GError **error);

/** The same for a set of reads that must see one state. */
gboolean asy_db_read_transaction (AsyDb *db, AsyDbFunc func, gpointer user_data, GError **error);

gboolean asy_db_in_transaction (AsyDb *db);

/** A number that changes when another connection has committed; cheap enough to poll. */
gboolean asy_db_get_data_version (AsyDb *db, gint64 *ret_version, GError **error);

/**
 * AsyMigration:
 *
 * One numbered step of the schema; numbers run 1, 2, 3 … without a gap.
 */
typedef struct {
  int version;
  const char *resource;         /* path of a GResource with the SQL text */
} AsyMigration;

/** Number of the last applied step, 0 before the first; -1 when it cannot be read. */
int asy_db_get_schema_version (AsyDb *db);

/**
 * asy_db_migrate:
 * @ret_copy: (out) (optional) (nullable): path of the verified copy that was made before
 *   the first step; also set when a later step fails
 *
 * Brings the schema to the last step, one transaction a step. An existing
 * register is copied aside and the copy verified before the first step; when
 * the first step fails already, the copy is removed again. Foreign keys are
 * checked at the end of each step and not within it, so a table can be rebuilt.
 */
gboolean asy_db_migrate (AsyDb *db, const AsyMigration *steps, gsize n_steps, char **ret_copy, GError **error);

/**
 * A copy with the same key at @path, with the register's file of keys beside it,
 * verified page by page; written aside and renamed when it is good
 * (%ASY_DB_ERROR_EXISTS when there is a file of that name).
 */
gboolean asy_db_copy_verified (AsyDb *db, const char *path, GError **error);

/** Every page authentic, every index right; each finding is appended to @findings (element-type utf8). */
gboolean asy_db_check_integrity (AsyDb *db, GPtrArray *findings, GError **error);

/* Full-text index over folded words (see asy_text_fold()). */

/** Replaces the words of one record; call inside the transaction that changes it. */
gboolean asy_db_search_put (AsyDb *db, const char *kind, gint64 id, const char *title, const char *subtitle, const char *folded_words, GError **error);
gboolean asy_db_search_remove (AsyDb *db, const char *kind, gint64 id, GError **error);

typedef struct {
  char *kind;
  gint64 id;
  char *title;
  char *subtitle;
  char *former;                 /* nullable; set by the store: what a person was called before */
} AsySearchHit;

void asy_search_hit_free (AsySearchHit *hit);

/**
 * asy_db_search:
 * @kinds: (nullable): %NULL-terminated kinds to look in, or %NULL for all
 * @folded_text: what the user typed, folded; every word must be the beginning of a word of the record
 *
 * Returns: (transfer full) (element-type AsySearchHit): newest first, at most @limit
 */
GPtrArray *asy_db_search (AsyDb *db, const char *const *kinds, const char *folded_text, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
