/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/asy-day.h"
#include "model/asy-office.h"

G_BEGIN_DECLS

/**
 * AsyRecoveryView:
 *
 * Shows a recovery code this once, prints the sheet or saves it, and asks for
 * the word that it is kept. Property `confirmed`.
 */
#define ASY_TYPE_RECOVERY_VIEW (asy_recovery_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyRecoveryView, asy_recovery_view, ASY, RECOVERY_VIEW, AdwBin)

/** @path is that of the register, @issued_by a full name. The code is copied and wiped with the view. */
void asy_recovery_view_set (AsyRecoveryView *self, const char *code, const char *path, AsyOffice *office,
                            const char *issued_by, AsyDay today);

gboolean asy_recovery_view_get_confirmed (AsyRecoveryView *self);

G_END_DECLS
