/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-person.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** Saves a person with the key of their place in lists; inside a transaction. */
gboolean _asy_person_save (AsySession *session, AsyPerson *person, GError **error);

/** Brings the search up to date for all families that a person stands in. */
gboolean _asy_person_reindex_families (AsySession *session, gint64 person_id, GError **error);

G_END_DECLS
