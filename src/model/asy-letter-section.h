/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyLetterSection:
 *
 * The text of one section of a paper, with the source of its claims.
 */
#define ASY_LETTER_SECTION_FIELDS(F, ...)                                           \
  F (REF, __VA_ARGS__, LETTER_ID, letter_id, ASY_FIELD_REQUIRED, NULL, N_("Paper")) \
  F (INT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))   \
  F (TEXT, __VA_ARGS__, KEY, key, ASY_FIELD_REQUIRED, NULL, N_("Section"))          \
  F (TEXT, __VA_ARGS__, BODY, body, ASY_FIELD_PERSONAL, NULL, N_("Text"))           \
  F (TEXT, __VA_ARGS__, SOURCE, source, ASY_FIELD_PERSONAL, NULL, N_("Source"))     \
  F (BOOL, __VA_ARGS__, REVIEWED, reviewed, ASY_FIELD_PLAIN, NULL, N_("Reviewed"))

#define ASY_TYPE_LETTER_SECTION (asy_letter_section_get_type ())
ASY_RECORD_DECLARE (AsyLetterSection, asy_letter_section, ASY, LETTER_SECTION, ASY_LETTER_SECTION_FIELDS)

G_END_DECLS
