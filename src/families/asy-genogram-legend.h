/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A button that opens what the figures and lines of a genogram mean, in words that a screen reader reads too. (transfer floating) */
GtkWidget *asy_genogram_legend_button_new (void);

G_END_DECLS
