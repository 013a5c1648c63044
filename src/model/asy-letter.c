/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-letter.h"

const char *const asy_letter_state_nicks[] = { "draft", "issued", "signed", "sent", NULL };

ASY_RECORD_DEFINE (AsyLetter, asy_letter, ASY_LETTER, ASY_LETTER_FIELDS, "letter")
