/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-dictionary.h"

G_BEGIN_DECLS

/**
 * AsyReasonsRow:
 *
 * The difficulties of a family (art. 7 ups), several at once: a row that opens
 * to a list of checks and says in its second line what was chosen. Signal
 * `changed`.
 */
#define ASY_TYPE_REASONS_ROW (asy_reasons_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyReasonsRow, asy_reasons_row, ASY, REASONS_ROW, AdwExpanderRow)

/** @codes (nullable) (element-type utf8): chosen already. (transfer floating) */
GtkWidget *asy_reasons_row_new (AsyDictionary *dictionary, GPtrArray *codes);

/** %NULL-terminated codes of what is chosen. (transfer full) */
char **asy_reasons_row_dup_codes (AsyReasonsRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
