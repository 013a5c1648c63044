/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/asy-pdf-private.h"
#include "seal/asy-pdfa.h"

G_BEGIN_DECLS

/**
 * Mends what Cairo writes otherwise than PDF/A asks, in all objects of @pdf:
 * fonts, images, annotations, outline, transparency groups (1b only). Damage is
 * not mended: a lost object would be a lost piece of the paper.
 * Errors: NOT_ARCHIVABLE, NOT_PDF.
 */
gboolean asy_pdfa_repair_objects (AsyPdf *pdf, AsyPdfaPart part, GError **error);

G_END_DECLS
