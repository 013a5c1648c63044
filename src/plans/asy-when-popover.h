/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/**
 * AsyWhenPopover:
 *
 * From when until when, over the field that shows it. Signal `chosen (from,
 * until)`, two AsyDay, when it is closed with other days and they are in order.
 */
#define ASY_TYPE_WHEN_POPOVER (asy_when_popover_get_type ())
G_DECLARE_FINAL_TYPE (AsyWhenPopover, asy_when_popover, ASY, WHEN_POPOVER, GtkPopover)

/** (transfer floating) */
GtkWidget *asy_when_popover_new (void);

void asy_when_popover_open (AsyWhenPopover *self, GtkWidget *at, AsyDay from, AsyDay until);

G_END_DECLS
