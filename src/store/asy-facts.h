/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-stage.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** Facts of all cases that are not closed, by family, in one query. (transfer full) (element-type AsyCaseFacts) */
GArray *asy_facts_list_open (AsySession *session, AsyDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Facts of the newest case of a family; case_id is 0 when it has none. */
gboolean asy_facts_load_for_family (AsySession *session, gint64 family_id, AsyDay today, AsyCaseFacts *ret_facts, GError **error);

/** Facts of one case. */
gboolean asy_facts_load (AsySession *session, gint64 case_id, AsyDay today, AsyCaseFacts *ret_facts, GError **error);

G_END_DECLS
