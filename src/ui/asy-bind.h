/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * asy_bind_row:
 * @record: an #AsyRecord; usually the working copy of a form
 * @row: AdwEntryRow or AsyTextRow (text), AsyDateRow (day), AsyTimeRow (int),
 *   AsyChoiceRow (text, enum, reference), AsySwitchRow (bool), AsyNumberRow
 *   (int, real), or a GtkCheckButton (bool)
 *
 * Keeps a field of the record and the row equal, both ways. A row without a
 * title gets the field's name, in the user's language. A required day or choice
 * makes the row required.
 */
void asy_bind_row (gpointer record, guint field, GtkWidget *row);

G_END_DECLS
