/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <gnutls/crypto.h>
#include <gnutls/pkcs7.h>

#include "seal/asy-asn1-private.h"
#include "seal/asy-cert-private.h"
#include "seal/asy-cms-private.h"
#include "seal/asy-seal-error.h"

#define SHA256_BYTES 32

static gboolean
check (int result, const char *what, GError **error)
{
  if (result >= 0)
    return TRUE;
  g_set_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_FAILED, "%s: %s", what, gnutls_strerror (result));
  return FALSE;
}

/* Only the hash: SHA-256 is the default and so left out, issuerSerial should not be there (EN 319 122-1, 5.2.2). */
static GBytes *
build_signing_certificate (gnutls_x509_crt_t cert, GError **error)
{
  g_auto (AsyAsn1) node = asy_asn1_new ("SigningCertificate");
  gnutls_datum_t der = { NULL, 0 };
  guint8 hash[SHA256_BYTES];
  GBytes *value = NULL;
  int result = gnutls_x509_crt_export2 (cert, GNUTLS_X509_FMT_DER, &der);

  if (result >= 0)
    result = gnutls_hash_fast (GNUTLS_DIG_SHA256, der.data, der.size, hash);
  gnutls_free (der.data);
  if (!check (result, "the certificate cannot be hashed", error))
    return NULL;
  if (asn1_write_value (node, "certs", "NEW", 1) == ASN1_SUCCESS
      && asn1_write_value (node, "certs.?LAST.hashAlgorithm", NULL, 0) == ASN1_SUCCESS
      && asn1_write_value (node, "certs.?LAST.certHash", hash, SHA256_BYTES) == ASN1_SUCCESS
      && asn1_write_value (node, "certs.?LAST.issuerSerial", NULL, 0) == ASN1_SUCCESS
      && asn1_write_value (node, "policies", NULL, 0) == ASN1_SUCCESS)
    value = asy_asn1_encode (node);
  if (value == NULL)
    g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_FAILED, "signing-certificate-v2 cannot be encoded");
  return value;
}

static gboolean
add_issuers (gnutls_pkcs7_t cms, AsySigner *signer, GError **error)
{
  guint n;
  const gnutls_x509_crt_t *chain = asy_signer_get_chain (signer, &n);

  for (guint i = 1; i < n; i++)
    if (!asy_cert_is_self_issued (chain[i]) && !check (gnutls_pkcs7_set_crt (cms, chain[i]), "an issuer cannot be added", error))
      return FALSE;
  return TRUE;
}

static gboolean
sign (gnutls_pkcs7_t cms, AsySigner *signer, GBytes *data, gnutls_pkcs7_attrs_t attributes, GError **error)
{
  guint n;
  const gnutls_x509_crt_t *chain = asy_signer_get_chain (signer, &n);
  gnutls_datum_t content = { (unsigned char *) g_bytes_get_data (data, NULL), (unsigned int) g_bytes_get_size (data) };
  int result;

  /* Without GNUTLS_PKCS7_INCLUDE_TIME: PAdES baseline forbids the signing-time attribute, /M says it. */
  result = gnutls_pkcs7_sign (cms, chain[0], asy_signer_get_key (signer), &content, attributes, NULL,
                              asy_signer_get_digest (signer), GNUTLS_PKCS7_INCLUDE_CERT);
  return check (result, "the key did not sign", error);
}

GBytes *
asy_cms_sign (AsySigner *signer, GBytes *data, GError **error)
{
  guint n;
  g_autoptr (GBytes) ess = build_signing_certificate (asy_signer_get_chain (signer, &n)[0], error);
  gnutls_pkcs7_attrs_t attributes = NULL;
  gnutls_pkcs7_t cms = NULL;
  gnutls_datum_t value, der = { NULL, 0 };
  gboolean is_signed;

  if (ess == NULL)
    return NULL;
  value.data = (unsigned char *) g_bytes_get_data (ess, NULL);
  value.size = (unsigned int) g_bytes_get_size (ess);
  is_signed = check (gnutls_pkcs7_init (&cms), "no memory", error)
              && check (gnutls_pkcs7_add_attr (&attributes, ASY_OID_SIGNING_CERTIFICATE_V2, &value, 0), "an attribute cannot be added", error)
              && sign (cms, signer, data, attributes, error) && add_issuers (cms, signer, error)
              && check (gnutls_pkcs7_export2 (cms, GNUTLS_X509_FMT_DER, &der), "the signature cannot be encoded", error);
  gnutls_pkcs7_attrs_deinit (attributes);
  if (cms != NULL)
    gnutls_pkcs7_deinit (cms);
  return is_signed ? g_bytes_new_with_free_func (der.data, der.size, gnutls_free, der.data) : NULL;
}
