/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-letter-section.h"

G_BEGIN_DECLS

/**
 * AsyLetterSectionRow:
 *
 * A section of a paper that can be opened: its text and the source of its
 * claims. Signal `changed` while one types, `focused` when one begins to.
 */
#define ASY_TYPE_LETTER_SECTION_ROW (asy_letter_section_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyLetterSectionRow, asy_letter_section_row, ASY, LETTER_SECTION_ROW, AdwExpanderRow)

/** @section is edited in place; as long as its text is @default_body, it has none of its own. (transfer floating) */
GtkWidget *asy_letter_section_row_new (AsyLetterSection *section, const char *heading, guint number, const char *default_body,
                                       gboolean is_editable);

AsyLetterSection *asy_letter_section_row_get_section (AsyLetterSectionRow *self);

G_END_DECLS
