/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-saved-filter.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** Those of the session's user, by name in Polish order. (transfer full) (element-type AsySavedFilter) */
GPtrArray *asy_saved_filters_list (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Saves a filter of the session's user: a new one, or an own one under another
 * name or with another body. Refuses a name that another of the user's filters
 * bears, in whatever case (%ASY_STORE_ERROR_INVALID), and a filter of somebody
 * else (%ASY_STORE_ERROR_NOT_FOUND).
 */
gboolean asy_saved_filter_save (AsySession *session, AsySavedFilter *filter, GError **error);

/** Removes one of the user's own. */
gboolean asy_saved_filter_remove (AsySession *session, AsySavedFilter *filter, GError **error);

G_END_DECLS
