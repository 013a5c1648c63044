/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-record.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* Providers no longer in use: found in the directory when it is asked for them. */
#define ASY_SEARCH_RETIRED_PROVIDER "provider_retired"

/**
 * What is written about a family is found by its words, and so is kin that
 * stands in no family: called by the repository whenever such a record was
 * saved or removed. @family_id: the record's family, or 0
 */
gboolean _asy_search_follow (AsySession *session, AsyRecord *record, gint64 family_id, GError **error);

G_END_DECLS
