/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-letter-section.h"

ASY_RECORD_DEFINE (AsyLetterSection, asy_letter_section, ASY_LETTER_SECTION, ASY_LETTER_SECTION_FIELDS, "letter_section")
