/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AsyLoadBar:
 *
 * How many of how many, with a dashed line at the limit: families of an
 * assistant (art. 15 ust. 4 uwr), hours of a day. From @warning on the bar takes
 * the colour of attention, over the limit that of alarm. Properties `value`,
 * `limit`, `warning` (0: at the limit).
 */
#define ASY_TYPE_LOAD_BAR (asy_load_bar_get_type ())
G_DECLARE_FINAL_TYPE (AsyLoadBar, asy_load_bar, ASY, LOAD_BAR, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_load_bar_new (void);

void asy_load_bar_set (AsyLoadBar *self, double value, double limit, double warning);

G_END_DECLS
