/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-record.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* What aggregates share when a change is more than one row. */

typedef gboolean (*AsyChangeFunc) (AsySession *session, gpointer copy, gpointer user_data, GError **error);

/**
 * Runs @func in one transaction on a copy of @record, which takes the copy's
 * values only when all of it succeeded: a record in a page never shows a
 * revision that was rolled back.
 */
gboolean _asy_change_run (AsySession *session, gpointer record, AsyChangeFunc func, gpointer user_data, GError **error);

/** Sets an error that names the field of @record, with an article when there is one; always %FALSE. */
gboolean _asy_change_refuse (GError **error, AsyStoreErrorCode code, gpointer record, guint field, const char *article,
                             const char *message);

/** %ASY_STORE_ERROR_INVALID when the last day is before the first one. */
gboolean _asy_change_check_period (gpointer record, guint from_field, guint until_field, GError **error);

/** First field outside of @allowed (ended by -1) in which the two differ, or -1. */
int _asy_change_find_other (gpointer stored, gpointer record, const int *allowed);

/** A copy of @record that is not saved yet. (transfer full) */
gpointer _asy_change_new_from (gpointer record) G_GNUC_WARN_UNUSED_RESULT;

/** One number from a statement with the parameter `:id`. */
gboolean _asy_change_fetch (AsySession *session, const char *sql, gint64 id, gint64 *ret_value, GError **error);

G_END_DECLS
