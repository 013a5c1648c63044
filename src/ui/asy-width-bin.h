/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AsyWidthBin:
 *
 * A child and the knowledge whether it has room: `narrow` is TRUE while the
 * width is below `threshold` pixels. For folding a navigation away, or putting
 * columns below each other; bind other properties to it. (AdwBin hands its
 * allocation to a layout manager, so a subclass of it cannot look.)
 */
#define ASY_TYPE_WIDTH_BIN (asy_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (AsyWidthBin, asy_width_bin, ASY, WIDTH_BIN, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_width_bin_new (int threshold_px);

void asy_width_bin_set_child (AsyWidthBin *self, GtkWidget *child);
gboolean asy_width_bin_get_narrow (AsyWidthBin *self);

G_END_DECLS
