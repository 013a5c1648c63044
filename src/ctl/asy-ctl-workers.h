/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl/asy-ctl.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * asy_ctl_find_worker:
 * @who: number, login, or name of an assistant; the name may be half-typed as long as one assistant is meant
 *
 * Tells when nobody or more than one is meant.
 */
gboolean asy_ctl_find_worker (AsyCtl *ctl, AsySession *session, const char *who, gint64 *ret_id, int *ret_code);

G_END_DECLS
