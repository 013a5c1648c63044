/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AsySigner:
 *
 * A private key with its certificate and the chain that came along. The key
 * lives behind GnuTLS' abstract key, so that a card can take the place of a
 * file. Never written to logs: a Polish certificate carries the PESEL.
 */
#define ASY_TYPE_SIGNER (asy_signer_get_type ())
G_DECLARE_FINAL_TYPE (AsySigner, asy_signer, ASY, SIGNER, GObject)

/**
 * Opens a PKCS#12 file (.p12, .pfx), old encryptions included.
 *
 * Errors: KEY_FILE, PASSWORD, NO_KEY. Whether the key may sign today is a
 * question for asy_signer_check().
 *
 * Returns: (transfer full)
 */
AsySigner *asy_signer_new_pkcs12 (GFile *file, const char *password, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The same from bytes that were read elsewhere. */
AsySigner *asy_signer_new_pkcs12_bytes (GBytes *pkcs12, const char *password, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Common name of the person; runs of eleven digits in it are masked. (transfer none) */
const char *asy_signer_get_name (AsySigner *self);

/** Subject identifier with all but the last two characters masked ("PNOPL-•••••••••17"); %NULL when there is none. */
const char *asy_signer_get_masked_id (AsySigner *self);

/** Common name of the issuer, or its organisation. */
const char *asy_signer_get_issuer (AsySigner *self);

/** Serial number of the certificate in upper-case hexadecimal digits. */
const char *asy_signer_get_serial (AsySigner *self);

/** First and last second of validity, since 1970 UTC. */
gint64 asy_signer_get_valid_from (AsySigner *self);
gint64 asy_signer_get_valid_until (AsySigner *self);

/** "RSA 2048", "P-256". */
const char *asy_signer_get_key_text (AsySigner *self);

/** Whether the key usage has nonRepudiation or digitalSignature (or the certificate does not restrict it). */
gboolean asy_signer_get_may_sign (AsySigner *self);

/**
 * Whether the certificate says that it is qualified and its key lives in a
 * qualified device (QcCompliance and QcSSCD of EN 319 412-5). A claim of the
 * certificate: only verification against trusted authorities proves it.
 */
gboolean asy_signer_get_is_qualified (AsySigner *self);

/**
 * Whether the key may sign at @now (seconds since 1970 UTC).
 *
 * Errors: EXPIRED, NOT_YET_VALID, KEY_USAGE, WEAK_KEY (RSA below 2048 bits,
 * curves other than P-256, P-384, P-521, other kinds of key).
 */
gboolean asy_signer_check (AsySigner *self, gint64 now, GError **error);

G_END_DECLS
