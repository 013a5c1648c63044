/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-record.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * What all aggregates share: reading and writing records by their table of
 * fields, with optimistic locking and the audit entry in the same transaction.
 */

/**
 * asy_repo_save:
 *
 * Inserts a new record or updates an existing one; a record without changes is
 * left alone. On success the record knows its id, uid and revision.
 *
 * Errors: %ASY_STORE_ERROR_MISSING with the field, %ASY_STORE_ERROR_CONFLICT
 * when somebody saved it since it was read, %ASY_STORE_ERROR_NOT_FOUND.
 */
gboolean asy_repo_save (AsySession *session, gpointer record, GError **error);

/** Saves without an entry of its own in the audit: the caller writes one for the whole batch. */
gboolean asy_repo_insert_quietly (AsySession *session, gpointer record, GError **error);

/**
 * The same for a record that bears its id and uid already: a row a third as
 * dear, for whoever fills an empty register by the thousand. The ids must go
 * on from those that are there.
 */
gboolean asy_repo_insert_numbered (AsySession *session, gpointer record, GError **error);

/** Removes a row that never mattered alone (a line of a draft). Audited with all its values. */
gboolean asy_repo_delete (AsySession *session, gpointer record, GError **error);

/** (transfer full): %ASY_STORE_ERROR_NOT_FOUND when there is none */
gpointer asy_repo_load (AsySession *session, GType type, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_repo_prepare:
 * @tail: constant SQL after FROM: joins, WHERE, ORDER BY; the record's table is `t`
 *
 * A statement that selects all columns of @type for asy_repo_read_all().
 */
AsyStmt *asy_repo_prepare (AsySession *session, GType type, const char *tail, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** All rows of a bound statement. (transfer full) (element-type AsyRecord) */
GPtrArray *asy_repo_read_all (AsyStmt *stmt, GType type, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** As asy_repo_prepare(), with more columns behind those of the record: constant SQL, `f.name, f.street`. */
AsyStmt *asy_repo_prepare_with (AsySession *session, GType type, const char *more_columns, const char *tail, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The current row as a record; *@ret_next is the first column behind it. (transfer full) */
gpointer asy_repo_read_row (AsyStmt *stmt, GType type, int *ret_next, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** First row of a bound statement as a record, or %NULL without an error when there is none. (transfer full) */
gboolean asy_repo_read_one (AsyStmt *stmt, GType type, gpointer *ret_record, GError **error);

/** asy_repo_prepare() and asy_repo_read_all() with one parameter `:id`. */
GPtrArray *asy_repo_list_by_id (AsySession *session, GType type, const char *tail, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Number of the family that a record belongs to, or 0. */
gboolean asy_repo_find_family (AsySession *session, gpointer record, gint64 *ret_family_id, GError **error);

G_END_DECLS
