/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <gnutls/crypto.h>
#include <string.h>

#include "seal/asy-asn1-private.h"
#include "seal/asy-cms-verify-private.h"
#include "seal/asy-pdf-private.h"

#define OID_TST_INFO "1.2.840.113549.1.9.16.1.4"
#define PURPOSE_TIME_STAMPING "1.3.6.1.5.5.7.3.8"
#define DIGEST_BYTES_MAX 64

/* Whether the token stamps these bytes and no others. */
static gboolean
stamps (AsyAsn1 info, GBytes *stamped)
{
  g_autofree char *algorithm = asy_asn1_dup_text (info, "messageImprint.hashAlgorithm.algorithm");
  g_autoptr (GBytes) imprint = asy_asn1_dup_value (info, "messageImprint.hashedMessage");
  gnutls_digest_algorithm_t digest = asy_asn1_get_digest (algorithm);
  guint8 hash[DIGEST_BYTES_MAX];

  if (digest == GNUTLS_DIG_UNKNOWN || digest == GNUTLS_DIG_MD5 || digest == GNUTLS_DIG_SHA1 || imprint == NULL)
    return FALSE;
  if (g_bytes_get_size (imprint) != gnutls_hash_get_len (digest))
    return FALSE;
  if (gnutls_hash_fast (digest, g_bytes_get_data (stamped, NULL), g_bytes_get_size (stamped), hash) < 0)
    return FALSE;
  return memcmp (hash, g_bytes_get_data (imprint, NULL), g_bytes_get_size (imprint)) == 0;
}

/* For stamping and nothing else (RFC 3161, 2.3). */
static gboolean
is_for_stamping (gnutls_x509_crt_t cert)
{
  char oid[128];
  size_t size = sizeof oid;

  if (gnutls_x509_crt_get_key_purpose_oid (cert, 0, oid, &size, NULL) < 0 || strcmp (oid, PURPOSE_TIME_STAMPING) != 0)
    return FALSE;
  size = sizeof oid;
  return gnutls_x509_crt_get_key_purpose_oid (cert, 1, oid, &size, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE;
}

gint64
asy_time_stamp_verify (GBytes *token, GBytes *stamped, AsyTrust *trust)
{
  gsize length;
  const guint8 *der = g_bytes_get_data (token, &length);
  g_autoptr (GBytes) content = asy_cms_dup_embedded (der, length, OID_TST_INFO);
  g_autoptr (AsyCms) cms = asy_cms_verify (der, length, NULL, TRUE);
  g_auto (AsyAsn1) info = NULL;
  g_autofree char *text = NULL;
  gint64 time;

  if (content == NULL || cms->problem != ASY_SIGNATURE_PROBLEM_NONE || cms->is_weak)
    return 0;
  info = asy_asn1_decode ("TSTInfo", g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  if (info == NULL || !stamps (info, stamped) || !is_for_stamping (cms->signer))
    return 0;
  /* GeneralizedTime begins like a date of PDF, and is in UTC here (RFC 3161, 2.4.2). */
  text = asy_asn1_dup_text (info, "genTime");
  time = asy_pdf_parse_time (text);
  if (time <= 0 || asy_trust_judge (trust, cms->signer, cms->certs, cms->n_certs, time) != ASY_TRUST_PROBLEM_NONE)
    return 0;
  return time;
}
