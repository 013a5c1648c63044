/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-letter-error.h"

G_BEGIN_DECLS

/** Sets an error about @line; the message is prefixed with it. */
void asy_letter_set_error (GError **error, AsyLetterError code, guint line, const char *format, ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
