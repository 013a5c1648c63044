/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/asy-opening.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AsyUnlockView:
 *
 * Asks who it is and for the password, or for the code of the recovery sheet.
 * Signals `opened (AsyOpened)` (the handler takes it over) and
 * `other-register`.
 */
#define ASY_TYPE_UNLOCK_VIEW (asy_unlock_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyUnlockView, asy_unlock_view, ASY, UNLOCK_VIEW, AdwBin)

void asy_unlock_view_set_clock (AsyUnlockView *self, AsyClock *clock);

/** Reads the list of users of the register; @login (nullable) is chosen when it is among them. */
gboolean asy_unlock_view_set_register (AsyUnlockView *self, const char *path, const char *login, GError **error);

/** Opens the register with a password that need not be typed. */
void asy_unlock_view_unlock (AsyUnlockView *self, const char *password);

/** Puts the cursor into the password. */
void asy_unlock_view_begin (AsyUnlockView *self);

G_END_DECLS
