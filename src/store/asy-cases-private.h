/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-families.h"

G_BEGIN_DECLS

/** As asy_assignment_change(), inside a transaction of the caller. @reason may be %NULL. */
gboolean _asy_assignment_make_within (AsySession *session, AsyAssignment *assignment, const char *reason, GError **error);

G_END_DECLS
