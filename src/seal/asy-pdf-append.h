/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A file whose pages are put behind others. */
typedef struct {
  char *title;                  /* in the outline */
  GBytes *pdf;
} AsyPdfPart;

AsyPdfPart *asy_pdf_part_new (const char *title, GBytes *pdf) G_GNUC_WARN_UNUSED_RESULT;
void asy_pdf_part_free (AsyPdfPart *part);

/** Number of pages of a PDF, or -1 with @error set. */
int asy_pdf_count_pages (GBytes *pdf, GError **error);

/**
 * asy_pdf_append:
 * @parts: (element-type AsyPdfPart)
 *
 * The pages of @base and then those of each part, each with an entry in the
 * outline. Signatures of the parts do not come along, nor their fields: a
 * folder is a copy, and the signed file stays what is signed. Errors: NOT_PDF,
 * ENCRYPTED, TOO_LARGE, FAILED. (transfer full)
 */
GBytes *asy_pdf_append (GBytes *base, GPtrArray *parts, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
