/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gnutls/x509.h>

G_BEGIN_DECLS

/* What a certificate says, as text for people. */

/** Common name, else organisation; "" without either. Runs of eleven digits are masked. (transfer full) */
char *asy_cert_dup_name (gnutls_x509_crt_t cert);
char *asy_cert_dup_issuer_name (gnutls_x509_crt_t cert);

/** Subject serialNumber with its digits masked; %NULL when there is none. (transfer full) */
char *asy_cert_dup_masked_id (gnutls_x509_crt_t cert);

/** Serial number of the certificate in hexadecimal. (transfer full) */
char *asy_cert_dup_serial (gnutls_x509_crt_t cert);

/** "RSA 2048", "P-256". (transfer full) */
char *asy_cert_dup_key_text (gnutls_x509_crt_t cert);

/** Whether the key is one that PAdES takes and long enough for this decade. */
gboolean asy_cert_has_strong_key (gnutls_x509_crt_t cert);

/** Whether key usage allows signatures: nonRepudiation or digitalSignature, or no restriction. */
gboolean asy_cert_may_sign (gnutls_x509_crt_t cert);

/** QcCompliance and QcSSCD (EN 319 412-5, 4.2.1 and 4.2.2). */
gboolean asy_cert_is_qualified (gnutls_x509_crt_t cert);

/** Whether the certificate is issued by its own subject. */
gboolean asy_cert_is_self_issued (gnutls_x509_crt_t cert);

/** "PNOPL-•••••••••17": all but the last two characters after the kind of identifier. (transfer full) */
char *asy_cert_mask_id (const char *id);

/** Masks runs of eleven and more digits inside a name. (transfer full) */
char *asy_cert_mask_name (const char *name);

G_END_DECLS
