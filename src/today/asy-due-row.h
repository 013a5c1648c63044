/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/asy-due.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyDueRow:
 *
 * One thing that is due, with why and a button that answers it. Activating the
 * row is pressing the button; Shift+Enter opens the family.
 */
#define ASY_TYPE_DUE_ROW (asy_due_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyDueRow, asy_due_row, ASY, DUE_ROW, GtkListBoxRow)

/** @is_first gives the button the colour of the main action. (transfer floating) */
GtkWidget *asy_due_row_new (AsyContext *context, const AsyDueEntry *entry, AsyDay today, gboolean is_first);

/** Does what the row's button says. */
void asy_due_row_answer (AsyDueRow *self);

G_END_DECLS
