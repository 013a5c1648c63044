/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsySavedFilter:
 *
 * A filter of the list of families that a user keeps under a name; nobody
 * else's. The body is what the list wrote.
 */
#define ASY_SAVED_FILTER_FIELDS(F, ...)                                       \
  F (TEXT, __VA_ARGS__, LOGIN, login, ASY_FIELD_REQUIRED, NULL, N_("User"))   \
  F (TEXT, __VA_ARGS__, NAME, name, ASY_FIELD_REQUIRED, NULL, N_("Name"))     \
  F (TEXT, __VA_ARGS__, BODY, body, ASY_FIELD_REQUIRED, NULL, N_("Filter"))

#define ASY_TYPE_SAVED_FILTER (asy_saved_filter_get_type ())
ASY_RECORD_DECLARE (AsySavedFilter, asy_saved_filter, ASY, SAVED_FILTER, ASY_SAVED_FILTER_FIELDS)

G_END_DECLS
