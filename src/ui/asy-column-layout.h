/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AsyColumnLayout:
 *
 * Children below each other, `spacing` pixels apart, whose width never follows
 * from their height. A horizontal GtkBox asks how wide each child is for the
 * height at hand, and text that wraps answers by setting itself a dozen times
 * in search of it; a column of this layout in between answers at once.
 */
#define ASY_TYPE_COLUMN_LAYOUT (asy_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (AsyColumnLayout, asy_column_layout, ASY, COLUMN_LAYOUT, GtkLayoutManager)

/** (transfer full) */
GtkLayoutManager *asy_column_layout_new (int spacing_px);

/**
 * asy_column_new:
 * @child: (transfer floating): text that wraps, or a box of it
 *
 * Returns: (transfer floating): @child in a column of its own, for use in a horizontal box
 */
GtkWidget *asy_column_new (GtkWidget *child);

G_END_DECLS
