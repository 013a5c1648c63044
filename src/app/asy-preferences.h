/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** AsyPreferences: appearance, locking, the register and its recovery sheet. */
#define ASY_TYPE_PREFERENCES (asy_preferences_get_type ())
G_DECLARE_FINAL_TYPE (AsyPreferences, asy_preferences, ASY, PREFERENCES, AdwPreferencesWindow)

AsyPreferences *asy_preferences_new (AsyContext *context, GSettings *settings);

/** Applies the setting `color-scheme` to the whole program, now and whenever it changes. */
void asy_preferences_follow_color_scheme (GSettings *settings);

G_END_DECLS
