/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * Rows by a set of ids, in statements of a constant text that take a hundred
 * ids each: no query a row, and no value in the text.
 */

typedef gboolean (*AsyIdsRow) (AsyStmt *stmt, gpointer user_data, GError **error);

/** Runs `@head (ids) @tail` as often as needed; @on_row is called for each row. @ids: (element-type gint64) */
gboolean _asy_ids_each (AsySession *session, const char *head, GArray *ids, const char *tail, AsyIdsRow on_row,
                        gpointer user_data, GError **error);

/** The records with these ids, in the order of @ids. (transfer full) (element-type AsyRecord) */
GPtrArray *_asy_ids_load (AsySession *session, GType type, GArray *ids, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Ids of the records of @kinds that have all words of @text. (transfer full) (element-type gint64) */
GArray *_asy_ids_search (AsySession *session, const char *const *kinds, const char *text, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
