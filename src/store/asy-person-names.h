/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* What people were called before. */

/** Oldest first; those without a day before all others. (transfer full) (element-type AsyPersonName) */
GPtrArray *asy_person_names_list (AsySession *session, gint64 person_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Those of everybody in a file whose members and kin are loaded. */
gboolean asy_person_names_load (AsySession *session, AsyFamilyFile *file, gint64 family_id, GError **error);

G_END_DECLS
