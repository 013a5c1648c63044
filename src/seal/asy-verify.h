/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "seal/asy-trust.h"

G_BEGIN_DECLS

/**
 * AsyVerdict:
 * @ASY_VERDICT_VALID: every signature is intact and trusted, and nothing was changed after any of them
 * @ASY_VERDICT_UNTRUSTED: as before, but the authority behind a signer is not among the trusted ones (or not at that time)
 * @ASY_VERDICT_CHANGED: the signatures are intact, but something was changed after one of them
 * @ASY_VERDICT_BROKEN: a signature does not match the bytes it signs, or cannot be read
 * @ASY_VERDICT_UNSIGNED: there is no signature
 *
 * The worst of all signatures of a file counts.
 */
typedef enum
{
  ASY_VERDICT_VALID,
  ASY_VERDICT_UNTRUSTED,
  ASY_VERDICT_CHANGED,
  ASY_VERDICT_BROKEN,
  ASY_VERDICT_UNSIGNED,
} AsyVerdict;

/** Why a signature is not intact. */
typedef enum
{
  ASY_SIGNATURE_PROBLEM_NONE,
  ASY_SIGNATURE_PROBLEM_RANGE,       /* the byte range is not the whole revision but for the signature itself */
  ASY_SIGNATURE_PROBLEM_UNSUPPORTED, /* a kind of signature that this program cannot check */
  ASY_SIGNATURE_PROBLEM_UNREADABLE,  /* the CMS structure is damaged or has no signer certificate */
  ASY_SIGNATURE_PROBLEM_MISMATCH,    /* the signed bytes or the signature were altered */
  ASY_SIGNATURE_PROBLEM_BINDING,     /* the signature does not name this certificate (signing-certificate-v2) */
} AsySignatureProblem;

/** Why a signer is not trusted. */
typedef enum
{
  ASY_TRUST_PROBLEM_NONE,
  ASY_TRUST_PROBLEM_UNKNOWN,       /* no chain to a trusted authority */
  ASY_TRUST_PROBLEM_EXPIRED,       /* a certificate of the chain was past its last day */
  ASY_TRUST_PROBLEM_NOT_YET_VALID, /* ... was not valid yet */
  ASY_TRUST_PROBLEM_KEY_USAGE,     /* the certificate is not meant for signing */
  ASY_TRUST_PROBLEM_WEAK,          /* a broken algorithm in the chain or the signature */
  ASY_TRUST_PROBLEM_CHAIN,         /* the chain breaks another rule */
} AsyTrustProblem;

/**
 * AsySignatureReport:
 *
 * What verification found about one signature. Names are masked as in
 * #AsySigner. Immutable.
 */
#define ASY_TYPE_SIGNATURE_REPORT (asy_signature_report_get_type ())
G_DECLARE_FINAL_TYPE (AsySignatureReport, asy_signature_report, ASY, SIGNATURE_REPORT, GObject)

/** Fully qualified name of the signature field. */
const char *asy_signature_report_get_field (AsySignatureReport *self);

/** Common name in the signer's certificate; "" when it cannot be read. */
const char *asy_signature_report_get_signer (AsySignatureReport *self);

/** Masked subject identifier, %NULL when there is none. */
const char *asy_signature_report_get_masked_id (AsySignatureReport *self);

/** Name of the issuer of the signer's certificate; "" when it cannot be read. */
const char *asy_signature_report_get_issuer (AsySignatureReport *self);

/** What the signer wrote; %NULL when there is none. */
const char *asy_signature_report_get_reason (AsySignatureReport *self);
const char *asy_signature_report_get_location (AsySignatureReport *self);

/** The time that the signer claims, seconds since 1970 UTC; 0 when there is none. */
gint64 asy_signature_report_get_time (AsySignatureReport *self);

/** The time that a trusted time stamp proves; 0 when there is none. */
gint64 asy_signature_report_get_proven_time (AsySignatureReport *self);

/** Whether the bytes that were signed are unaltered. */
gboolean asy_signature_report_get_is_intact (AsySignatureReport *self);
AsySignatureProblem asy_signature_report_get_problem (AsySignatureReport *self);

/** Whether nothing follows the signed bytes; also false for an earlier one of several good signatures. */
gboolean asy_signature_report_get_covers_whole_file (AsySignatureReport *self);

/** Length of the revision that was signed: so many bytes from the start are what the signer saw. */
gsize asy_signature_report_get_signed_bytes (AsySignatureReport *self);

gboolean asy_signature_report_get_is_trusted (AsySignatureReport *self);
AsyTrustProblem asy_signature_report_get_trust_problem (AsySignatureReport *self);

/** Whether the signer's certificate is a qualified one on a qualified device, and trusted. */
gboolean asy_signature_report_get_is_qualified (AsySignatureReport *self);

/** Whether revocation (OCSP, CRL) was asked; always false as long as the program works offline. */
gboolean asy_signature_report_get_is_revocation_checked (AsySignatureReport *self);

/**
 * What was changed after this signature though it must not be. A code is one of
 * "pages", "content", "annotation", "form", "catalog", "metadata", "object",
 * "hidden-object", "trailing-data", "damaged", "locked", "overlay"; the text is
 * a technical detail in English, without anything from inside the paper.
 */
guint asy_signature_report_get_n_changes (AsySignatureReport *self);
const char *asy_signature_report_get_change_code (AsySignatureReport *self, guint i);
const char *asy_signature_report_get_change_text (AsySignatureReport *self, guint i);

/**
 * AsyVerification:
 *
 * What verification found about a file. Immutable.
 */
#define ASY_TYPE_VERIFICATION (asy_verification_get_type ())
G_DECLARE_FINAL_TYPE (AsyVerification, asy_verification, ASY, VERIFICATION, GObject)

/**
 * Checks every signature of a PDF: intact? the whole file covered? who, trusted
 * and qualified? what was changed after?
 *
 * @trust may be %NULL for nobody. Certificates are judged at @now (seconds
 * since 1970 UTC), or at the time that a trusted time stamp proves.
 * Errors are for bytes that are no PDF at all: NOT_PDF, ENCRYPTED, TOO_LARGE.
 *
 * Returns: (transfer full)
 */
AsyVerification *asy_verify_pdf (GBytes *pdf, AsyTrust *trust, gint64 now, GError **error) G_GNUC_WARN_UNUSED_RESULT;

AsyVerdict asy_verification_get_verdict (AsyVerification *self);

/** Signatures in the order of signing. */
guint asy_verification_get_n_signatures (AsyVerification *self);

/** (transfer none) */
AsySignatureReport *asy_verification_get_signature (AsyVerification *self, guint i);

/** "valid", "untrusted", "changed", "broken", "unsigned". */
const char *asy_verdict_get_nick (AsyVerdict verdict);

/** "none", "range", "unsupported", "unreadable", "mismatch", "binding". */
const char *asy_signature_problem_get_nick (AsySignatureProblem problem);

/** "none", "unknown", "expired", "not-yet-valid", "key-usage", "weak", "chain". */
const char *asy_trust_problem_get_nick (AsyTrustProblem problem);

G_END_DECLS
