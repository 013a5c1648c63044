/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-document.h"
#include "seal/asy-pdfa.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * asy_paper_make_pdf:
 * @kind: name of a shipped template
 * @author: (nullable)
 * @created: seconds since 1970 UTC: the paper's own time, never the clock's, so that two exports are alike
 *
 * Sets the paper, draws it and finishes it as PDF/A with the signature fields
 * of its kind. (transfer full)
 */
GBytes *asy_paper_make_pdf (const char *kind, AsyPaperData *data, const char *author, gint64 created, AsyPdfaPart part,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Names of the signature fields of a kind of paper, in the order of signing. (transfer none) (nullable) */
const char *const *asy_paper_get_signature_fields (const char *kind);

/**
 * asy_paper_issue:
 *
 * Numbers and freezes a draft: number, mark, file and the data it was made from
 * in one transaction (see asy_letter_issue()).
 */
gboolean asy_paper_issue (AsySession *session, gint64 letter_id, GError **error);

/**
 * asy_paper_load_pdf:
 *
 * The file of an issued paper as it was frozen (with its signatures), or a
 * fresh one of a draft; see asy_paper_source_is_set_anew(). (transfer full)
 */
GBytes *asy_paper_load_pdf (AsySession *session, gint64 letter_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
