/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <string.h>

#include "seal/asy-asn1-private.h"
#include "seal/asy-cms-private.h"
#include "seal/asy-cms-verify-private.h"

#define CERTS_MAX 64
#define DIGEST_BYTES_MAX 64

/*
 * Integrity alone: whether the certificate was valid and the algorithm is good
 * is judged elsewhere. Both flags of time, for one of them still asks the clock.
 */
#define INTACT_FLAGS \
  (GNUTLS_VERIFY_DISABLE_TIME_CHECKS | GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS | GNUTLS_VERIFY_ALLOW_BROKEN)

void
asy_cms_free (AsyCms *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_certs; i++)
    gnutls_x509_crt_deinit (self->certs[i]);
  g_free (self->certs);
  g_clear_pointer (&self->signature, g_bytes_unref);
  g_clear_pointer (&self->time_stamp, g_bytes_unref);
  g_free (self);
}

static gnutls_pkcs7_t
import (const guint8 *der, gsize length)
{
  gnutls_datum_t data = { (unsigned char *) der, (unsigned int) asy_asn1_measure (der, length) };
  gnutls_pkcs7_t cms = NULL;

  if (data.size == 0 || gnutls_pkcs7_init (&cms) < 0)
    return NULL;
  if (gnutls_pkcs7_import (cms, &data, GNUTLS_X509_FMT_DER) >= 0)
    return cms;
  gnutls_pkcs7_deinit (cms);
  return NULL;
}

static gnutls_x509_crt_t
read_certificate (gnutls_pkcs7_t cms, unsigned int i)
{
  gnutls_datum_t der = { NULL, 0 };
  gnutls_x509_crt_t cert = NULL;

  if (gnutls_pkcs7_get_crt_raw2 (cms, i, &der) < 0)
    return NULL;
  if (gnutls_x509_crt_init (&cert) >= 0 && gnutls_x509_crt_import (cert, &der, GNUTLS_X509_FMT_DER) < 0)
    g_clear_pointer (&cert, gnutls_x509_crt_deinit);
  gnutls_free (der.data);
  return cert;
}

static void
read_certificates (AsyCms *self, gnutls_pkcs7_t cms)
{
  int n = MIN (gnutls_pkcs7_get_crt_count (cms), CERTS_MAX);

  self->certs = g_new0 (gnutls_x509_crt_t, (gsize) MAX (n, 1));
  for (int i = 0; i < n; i++)
    {
      gnutls_x509_crt_t cert = read_certificate (cms, (unsigned int) i);

      if (cert != NULL)
        self->certs[self->n_certs++] = cert;
    }
}

static gboolean
is_equal (const gnutls_datum_t *datum, const guint8 *bytes, gsize length)
{
  return datum->size == length && (length == 0 || memcmp (datum->data, bytes, length) == 0);
}

static gboolean
has_serial (gnutls_x509_crt_t cert, const gnutls_datum_t *serial)
{
  guint8 bytes[64];
  size_t size = sizeof bytes;

  return gnutls_x509_crt_get_serial (cert, bytes, &size) >= 0 && is_equal (serial, bytes, size);
}

static gboolean
has_issuer (gnutls_x509_crt_t cert, const gnutls_datum_t *issuer)
{
  gnutls_datum_t dn = { NULL, 0 };
  gboolean is_same = gnutls_x509_crt_get_raw_issuer_dn (cert, &dn) >= 0 && is_equal (issuer, dn.data, dn.size);

  gnutls_free (dn.data);
  return is_same;
}

static gboolean
has_key_id (gnutls_x509_crt_t cert, const gnutls_datum_t *key_id)
{
  guint8 bytes[64];
  size_t size = sizeof bytes;

  return gnutls_x509_crt_get_subject_key_id (cert, bytes, &size, NULL) >= 0 && is_equal (key_id, bytes, size);
}

static gnutls_x509_crt_t
find_signer (AsyCms *self, const gnutls_pkcs7_signature_info_st *info)
{
  for (guint i = 0; i < self->n_certs; i++)
    {
      if (info->issuer_dn.size > 0 ? has_issuer (self->certs[i], &info->issuer_dn) && has_serial (self->certs[i], &info->signer_serial)
                                   : info->issuer_keyid.size > 0 && has_key_id (self->certs[i], &info->issuer_keyid))
        return self->certs[i];
    }
  return NULL;
}

static gboolean
hash_certificate (gnutls_x509_crt_t cert, gnutls_digest_algorithm_t digest, guint8 *ret_hash)
{
  gnutls_datum_t der = { NULL, 0 };
  gboolean is_hashed = gnutls_x509_crt_export2 (cert, GNUTLS_X509_FMT_DER, &der) >= 0
                       && gnutls_hash_fast (digest, der.data, der.size, ret_hash) >= 0;

  gnutls_free (der.data);
  return is_hashed;
}

/* The attribute names the certificate by its hash, so that no other one with the same key can take its place. */
static gboolean
names_certificate (const gnutls_datum_t *value, gnutls_digest_algorithm_t digest, gnutls_x509_crt_t cert)
{
  g_auto (AsyAsn1) node = asy_asn1_decode ("SigningCertificate", value->data, value->size);
  g_autofree char *algorithm = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) serial = NULL;
  guint8 hash[DIGEST_BYTES_MAX];
  gnutls_datum_t datum;

  if (node == NULL)
    return FALSE;
  algorithm = asy_asn1_dup_text (node, "certs.?1.hashAlgorithm.algorithm");
  if (algorithm != NULL)
    digest = asy_asn1_get_digest (algorithm);
  expected = asy_asn1_dup_value (node, "certs.?1.certHash");
  if (digest == GNUTLS_DIG_UNKNOWN || expected == NULL || g_bytes_get_size (expected) != gnutls_hash_get_len (digest))
    return FALSE;
  if (!hash_certificate (cert, digest, hash) || memcmp (hash, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected)) != 0)
    return FALSE;
  serial = asy_asn1_dup_value (node, "certs.?1.issuerSerial.serialNumber");
  if (serial == NULL)
    return TRUE;
  datum.data = (unsigned char *) g_bytes_get_data (serial, NULL);
  datum.size = (unsigned int) g_bytes_get_size (serial);
  return has_serial (cert, &datum);
}

typedef gboolean (*AttributeFunc) (const char *oid, const gnutls_datum_t *value, gpointer user_data);

/* Calls @func for each attribute until it says FALSE. */
static gboolean
for_each_attribute (gnutls_pkcs7_attrs_t attributes, AttributeFunc func, gpointer user_data)
{
  gboolean go_on = TRUE;

  for (unsigned int i = 0; go_on; i++)
    {
      char *oid = NULL;
      gnutls_datum_t value = { NULL, 0 };

      if (gnutls_pkcs7_get_attr (attributes, i, &oid, &value, 0) < 0)
        break;
      go_on = func (oid, &value, user_data);
      gnutls_free (value.data);
    }
  return go_on;
}

typedef struct
{
  gnutls_x509_crt_t signer;
  guint n_bindings;
} Binding;

static gboolean
on_signed_attribute_cb (const char *oid, const gnutls_datum_t *value, gpointer user_data)
{
  Binding *binding = user_data;
  gnutls_digest_algorithm_t digest = GNUTLS_DIG_UNKNOWN;

  if (strcmp (oid, ASY_OID_SIGNING_CERTIFICATE_V2) == 0)
    digest = GNUTLS_DIG_SHA256;
  else if (strcmp (oid, ASY_OID_SIGNING_CERTIFICATE) == 0)
    digest = GNUTLS_DIG_SHA1;
  if (digest == GNUTLS_DIG_UNKNOWN)
    return TRUE;
  binding->n_bindings++;
  return names_certificate (value, digest, binding->signer);
}

static gboolean
on_unsigned_attribute_cb (const char *oid, const gnutls_datum_t *value, gpointer user_data)
{
  AsyCms *self = user_data;

  if (strcmp (oid, ASY_OID_TIME_STAMP) == 0 && self->time_stamp == NULL)
    self->time_stamp = g_bytes_new (value->data, value->size);
  return TRUE;
}

/* A signature is good from zero upwards: GnuTLS answers with warnings above it. */
static gboolean
is_intact (AsyCms *self, gnutls_pkcs7_t cms, GBytes *content)
{
  gnutls_datum_t data = { NULL, 0 };

  if (content != NULL)
    {
      data.data = (unsigned char *) g_bytes_get_data (content, NULL);
      data.size = (unsigned int) g_bytes_get_size (content);
    }
  return gnutls_pkcs7_verify_direct (cms, self->signer, 0, content != NULL ? &data : NULL, INTACT_FLAGS) >= 0;
}

/* GnuTLS 3.7 leaks when it finds out by itself that a key cannot be read. */
static gboolean
has_usable_key (gnutls_x509_crt_t cert)
{
  gnutls_pubkey_t key = NULL;
  gboolean is_usable;

  if (gnutls_pubkey_init (&key) < 0)
    return FALSE;
  is_usable = gnutls_pubkey_import_x509 (key, cert, 0) >= 0;
  gnutls_pubkey_deinit (key);
  return is_usable;
}

/* Digests for which a second document can be made to the same signature. */
static gboolean
is_weak (gnutls_sign_algorithm_t algorithm)
{
  switch ((int) gnutls_sign_get_hash_algorithm (algorithm))
    {
    case GNUTLS_DIG_SHA256:
    case GNUTLS_DIG_SHA384:
    case GNUTLS_DIG_SHA512:
    case GNUTLS_DIG_SHA3_256:
    case GNUTLS_DIG_SHA3_384:
    case GNUTLS_DIG_SHA3_512:
      return FALSE;
    default:
      /* The curves of Edwards have a digest built in. */
      return gnutls_sign_get_pk_algorithm (algorithm) != GNUTLS_PK_EDDSA_ED25519
             && gnutls_sign_get_pk_algorithm (algorithm) != GNUTLS_PK_EDDSA_ED448;
    }
}

/* GnuTLS takes the salt of RSA-PSS to be as long as the digest: with another one it cannot tell. */
static gboolean
is_doubtful (gnutls_sign_algorithm_t algorithm)
{
  return algorithm == GNUTLS_SIGN_UNKNOWN || gnutls_sign_get_pk_algorithm (algorithm) == GNUTLS_PK_RSA_PSS;
}

static AsySignatureProblem
check_signature (AsyCms *self, gnutls_pkcs7_t cms, gnutls_pkcs7_signature_info_st *info, GBytes *content, gboolean needs_binding)
{
  Binding binding = { NULL, 0 };

  self->signer = find_signer (self, info);
  if (self->signer == NULL || !has_usable_key (self->signer))
    return ASY_SIGNATURE_PROBLEM_UNREADABLE;
  self->signing_time = info->signing_time == (time_t) -1 ? 0 : (gint64) info->signing_time;
  self->signature = g_bytes_new (info->sig.data, info->sig.size);
  self->is_weak = is_weak (info->algo);
  for_each_attribute (info->unsigned_attrs, on_unsigned_attribute_cb, self);
  if (!is_intact (self, cms, content))
    return is_doubtful (info->algo) ? ASY_SIGNATURE_PROBLEM_UNSUPPORTED : ASY_SIGNATURE_PROBLEM_MISMATCH;
  binding.signer = self->signer;
  if (!for_each_attribute (info->signed_attrs, on_signed_attribute_cb, &binding) || (needs_binding && binding.n_bindings == 0))
    return ASY_SIGNATURE_PROBLEM_BINDING;
  return ASY_SIGNATURE_PROBLEM_NONE;
}

static gboolean
has_embedded (gnutls_pkcs7_t cms)
{
  gnutls_datum_t data = { NULL, 0 };
  gboolean has = gnutls_pkcs7_get_embedded_data (cms, 0, &data) >= 0 && data.size > 0;

  gnutls_free (data.data);
  return has;
}

AsyCms *
asy_cms_verify (const guint8 *der, gsize length, GBytes *content, gboolean needs_binding)
{
  AsyCms *self = g_new0 (AsyCms, 1);
  gnutls_pkcs7_t cms = import (der, length);
  gnutls_pkcs7_signature_info_st info;

  self->problem = ASY_SIGNATURE_PROBLEM_UNREADABLE;
  if (cms == NULL)
    return self;
  read_certificates (self, cms);
  /* A detached signature that carries other content would be checked over that by some. */
  if (gnutls_pkcs7_get_signature_count (cms) == 1 && has_embedded (cms) == (content == NULL)
      && gnutls_pkcs7_get_signature_info (cms, 0, &info) >= 0)
    {
      self->problem = check_signature (self, cms, &info, content, needs_binding);
      gnutls_pkcs7_signature_info_deinit (&info);
    }
  gnutls_pkcs7_deinit (cms);
  return self;
}

GBytes *
asy_cms_dup_embedded (const guint8 *der, gsize length, const char *oid)
{
  gnutls_pkcs7_t cms = import (der, length);
  gnutls_datum_t data = { NULL, 0 };
  GBytes *embedded = NULL;

  if (cms == NULL)
    return NULL;
  if (g_strcmp0 (gnutls_pkcs7_get_embedded_data_oid (cms), oid) == 0 && gnutls_pkcs7_get_embedded_data (cms, 0, &data) >= 0)
    embedded = g_bytes_new (data.data, data.size);
  gnutls_free (data.data);
  gnutls_pkcs7_deinit (cms);
  return embedded;
}
