/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/asy-db.h"

G_BEGIN_DECLS

/*
 * What the engine (sqlite/) gives to the engine-neutral files of this floor.
 */

/** Bytes of the salt at the head of an encrypted file. */
#define ASY_DB_SALT_SIZE 16

/**
 * As asy_db_open(), with the salt known from elsewhere: a new file gets @salt
 * (nullable: a random one), an old one is read with it instead of the one on disk.
 */
AsyDb *_asy_db_open_salted (const char *path, const guint8 *key, const guint8 *salt, AsyDbOpenFlags flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const guint8 *_asy_db_get_key (AsyDb *db);

/**
 * Encrypts the whole file anew. %ASY_DB_ERROR_BUSY when another connection has
 * the register open. All or nothing, also when the process dies on the way:
 * afterwards the file opens with the old key or with @new_key.
 */
gboolean _asy_db_rekey (AsyDb *db, const guint8 *new_key, GError **error);

/** Closing will not move the log that was found when opening into the file. */
void _asy_db_leave_untouched (AsyDb *db);

/** %FALSE after a failure of _asy_db_rekey() that left no usable connection. */
gboolean _asy_db_is_open (AsyDb *db);

/** Whether a file that begins with @bytes is a database that is not encrypted. */
gboolean _asy_db_is_plain (const guint8 *bytes, gsize n_bytes);

/** Whether a file of @size bytes ends at the end of a page. */
gboolean _asy_db_is_whole (guint64 size);

/** The first bytes of a register and its size, without harm to locks that this process holds on it. */
gboolean _asy_db_read_head (const char *path, guint8 *bytes, gsize n_bytes, gsize *ret_n_read, guint64 *ret_size, GError **error);

/** Begin, commit and roll back, with no regard to nesting. */
gboolean _asy_db_begin (AsyDb *db, gboolean write, GError **error);
gboolean _asy_db_commit (AsyDb *db, GError **error);
void _asy_db_roll_back (AsyDb *db);

/** Depth of joined transactions; kept by asy-db.c. */
typedef struct {
  guint depth;
  gboolean is_write;
  gboolean is_doomed;           /* a joined part failed: only a rollback is left */
} AsyDbNesting;

AsyDbNesting *_asy_db_get_nesting (AsyDb *db);

gboolean _asy_db_read_schema_version (AsyDb *db, int *ret_version, GError **error);

/** Number of the last applied step, written in the transaction of that step. */
gboolean _asy_db_set_schema_version (AsyDb *db, int version, GError **error);

/** Tables of the engine layer itself (the search index); made when they are not there. */
gboolean _asy_db_ensure_internal (AsyDb *db, GError **error);

/** References may dangle between the two calls; the second one proves that none is left. */
gboolean _asy_db_suspend_references (AsyDb *db, GError **error);
gboolean _asy_db_check_references (AsyDb *db, GError **error);
gboolean _asy_db_resume_references (AsyDb *db, GError **error);

/** All pages of one moment into the new file @path, with the same key and salt; not synced. */
gboolean _asy_db_copy_pages (AsyDb *db, const char *path, GError **error);

/** Removes a copy made by asy_db_copy_verified(). */
void _asy_db_remove_copy (const char *path);

/** Every page of the copy authentic, its structure sound. */
gboolean _asy_db_verify_copy (AsyDb *db, const char *path, GError **error);

G_END_DECLS
