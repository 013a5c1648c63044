/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The part of ISO 19005 that a file claims: 2b for papers that are issued, 1b for checking with validators that know only that. */
typedef enum
{
  ASY_PDFA_2B,
  ASY_PDFA_1B,
} AsyPdfaPart;

/**
 * AsyPdfaInfo:
 * @title: shown in the title bar of viewers
 * @author: (nullable): who issues the paper
 * @subject: (nullable): one sentence
 * @keywords: (nullable): comma separated
 * @producer: program and version, for example "Asysta 0.1.0"
 * @created: seconds since 1970 UTC; written as local time in Warsaw
 * @language: (nullable): of the text, "pl-PL" when %NULL
 * @part: the part of the standard that is claimed
 * @signature_fields: (nullable): names of the empty signature fields to make, in the order of signing; %NULL-terminated
 *
 * What is written into a finished PDF about itself. All text is UTF-8.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *producer;
  gint64 created;
  const char *language;
  AsyPdfaPart part;
  const char *const *signature_fields;
} AsyPdfaInfo;

/**
 * Makes PDF/A (ISO 19005-2, level B) of a PDF drawn by Cairo: identifier,
 * output intent with an sRGB profile, XMP that agrees with the document
 * information, font and annotation repairs, empty signature fields.
 *
 * The same input gives the same bytes. It rewrites the file, therefore a
 * signed PDF is refused (%ASY_SEAL_ERROR_HAS_SIGNATURES); other errors are
 * NOT_PDF, ENCRYPTED, TOO_LARGE, NOT_ARCHIVABLE, FAILED.
 *
 * Returns: (transfer full): the finished PDF, %NULL with @error set
 */
GBytes *asy_pdfa_finish (GBytes *raw_pdf, const AsyPdfaInfo *info, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
