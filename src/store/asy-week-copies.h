/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * asy_week_copy:
 * @visit_ids: (element-type gint64): visits of one assistant
 * @days: how far they go, a number of weeks in days
 * @ret_copies: (transfer full) (element-type gint64): the new ones
 * @ret_skipped: (nullable): how many stayed behind, by asy_week_copy_look()
 *
 * Plans the visits anew some weeks on, all of them or none; records are not
 * copied. Errors as for asy_visit_plan().
 */
gboolean asy_week_copy (AsySession *session, GArray *visit_ids, guint days, GArray **ret_copies, guint *ret_skipped, GError **error);

/** Deletes visits that are still planned, all of them or none: the undo of a copy. Those that are gone are passed over. */
gboolean asy_visits_delete_all (AsySession *session, GArray *visit_ids, GError **error);

G_END_DECLS
