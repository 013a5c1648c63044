/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/** AsyHintRow: a sentence below a row of a form, about what was typed there; hidden while there is none. */
#define ASY_TYPE_HINT_ROW (asy_hint_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyHintRow, asy_hint_row, ASY, HINT_ROW, AdwPreferencesRow)

/** (transfer floating) */
GtkWidget *asy_hint_row_new (void);

/** Plain text; %NULL hides the row. */
void asy_hint_row_set (AsyHintRow *self, const char *text, AsyMeaning meaning);
const char *asy_hint_row_get_text (AsyHintRow *self);

G_END_DECLS
