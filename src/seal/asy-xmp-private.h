/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "seal/asy-pdfa.h"

G_BEGIN_DECLS

/** The XMP packet that says what @info says; its texts are free of control characters. (transfer full) */
GBytes *asy_xmp_build (const AsyPdfaInfo *info) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Whether two XMP packets say the same about a document, apart from when and by
 * which program it was last written: signing programs update that. Packets that
 * cannot be read say nothing alike.
 */
gboolean asy_xmp_is_same_document (GBytes *before, GBytes *after);

G_END_DECLS
