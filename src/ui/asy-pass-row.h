/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AsyPassRow: a row that only says something. The focus passes it: a list box
 * asks no other row when the next one does not take it, and Tab would leave the
 * list in the middle.
 */
#define ASY_TYPE_PASS_ROW (asy_pass_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyPassRow, asy_pass_row, ASY, PASS_ROW, GtkListBoxRow)

/** (transfer floating) */
GtkWidget *asy_pass_row_new (GtkWidget *child);

/** What a row of another class does for the same: the `focus` of its class. */
gboolean asy_pass_row_focus (GtkWidget *row, GtkDirectionType direction);

G_END_DECLS
