/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/asy-cms-verify-private.h"
#include "seal/asy-pdf-private.h"

G_BEGIN_DECLS

/** Where a signature dictionary says that it covers, checked against the file (PDF ByteRange). */
typedef struct
{
  gsize gap_start; /* offset of "<" */
  gsize gap_end;   /* behind ">" */
  gsize end;       /* of the signed revision */
} AsySignatureRange;

/**
 * Whether the byte range covers everything from the start to some end but for
 * exactly the signature's own bytes; anything else would leave room for forged
 * content that is not signed.
 */
gboolean asy_signature_read_range (AsyPdf *pdf, qpdf_oh value, AsySignatureRange *ret_range);

/** The bytes that are signed. (transfer full) */
GBytes *asy_signature_dup_covered (AsyPdf *pdf, const AsySignatureRange *range);

/** Reads the signature of a field and checks it over the bytes of the range. */
AsyCms *asy_signature_check (AsyPdf *pdf, qpdf_oh value, const AsySignatureRange *range) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
