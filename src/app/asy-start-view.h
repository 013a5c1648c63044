/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/asy-clock.h"

G_BEGIN_DECLS

/** AsyStartView: no register yet. Signals `create`, `open (path)` and `demonstrate (path)`. */
#define ASY_TYPE_START_VIEW (asy_start_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyStartView, asy_start_view, ASY, START_VIEW, AdwBin)

void asy_start_view_set_clock (AsyStartView *self, AsyClock *clock);

/** The register opened last; %NULL when there was none. */
void asy_start_view_set_last (AsyStartView *self, const char *path);

/** Why it could not be opened again. */
void asy_start_view_set_problem (AsyStartView *self, const GError *error);

G_END_DECLS
