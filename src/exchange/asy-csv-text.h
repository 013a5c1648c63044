/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/asy-import-error.h"

G_BEGIN_DECLS

/** An import takes no file bigger than this many bytes. */
#define ASY_CSV_BYTES_MAX (128 * 1024 * 1024)

/**
 * asy_csv_text_decode:
 * @ret_encoding: (out) (optional) (transfer none): what the bytes were taken for
 *
 * The text of a file as UTF-8, without a byte-order mark. Bytes that are not
 * UTF-8 are taken for UTF-16 when they look like it, else for windows-1250 or
 * ISO-8859-2, whichever makes Polish of them. A file that is UTF-8 but for a
 * few damaged places is left as it is: only the rows with those places are bad.
 * Bytes of zero are left in it too.
 *
 * Returns: (transfer full): the text; the bytes themselves when they need no change
 */
GBytes *asy_csv_text_decode (GBytes *bytes, const char **ret_encoding, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
