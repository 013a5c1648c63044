/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** AsyWrapBox: children in their natural width one after another, going on in another line where one ends. */
#define ASY_TYPE_WRAP_BOX (asy_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (AsyWrapBox, asy_wrap_box, ASY, WRAP_BOX, GtkWidget)

/** @child (transfer floating) */
void asy_wrap_box_append (AsyWrapBox *self, GtkWidget *child);

void asy_wrap_box_clear (AsyWrapBox *self);

G_END_DECLS
