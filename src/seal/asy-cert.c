/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-asn1-private.h"
#include "seal/asy-cert-private.h"

#define OID_QC_STATEMENTS "1.3.6.1.5.5.7.1.3"
#define OID_QC_COMPLIANCE "0.4.0.1862.1.1"
#define OID_QC_SSCD "0.4.0.1862.1.4"

#define MASK "•"
#define SHOWN_CHARS 2
#define PREFIX_MAX 8
#define PESEL_DIGITS 11
#define RSA_BITS_MIN 2048

/* Length of the kind of identifier in front: "PNOPL-" (EN 319 412-1, 5.1.3), "PESEL: ". */
static gsize
measure_prefix (const char *id)
{
  gsize n = 0;

  while (g_ascii_isalpha (id[n]))
    n++;
  if (n == 0 || n > PREFIX_MAX || strchr ("-: ", id[n]) == NULL || id[n] == '\0')
    return 0;
  while (id[n] != '\0' && strchr ("-: ", id[n]) != NULL)
    n++;
  return n;
}

char *
asy_cert_mask_id (const char *id)
{
  gsize prefix = measure_prefix (id);
  const char *rest = id + prefix;
  glong n = g_utf8_strlen (rest, -1);
  glong n_hidden = n > 2 * SHOWN_CHARS ? n - SHOWN_CHARS : n;
  GString *masked = g_string_new_len (id, (gssize) prefix);

  for (glong i = 0; i < n_hidden; i++)
    g_string_append (masked, MASK);
  g_string_append (masked, g_utf8_offset_to_pointer (rest, n_hidden));
  return g_string_free (masked, FALSE);
}

char *
asy_cert_mask_name (const char *name)
{
  GString *masked = g_string_new ("");
  const char *c = name;

  while (*c != '\0')
    {
      gsize n_digits = strspn (c, "0123456789");

      if (n_digits == 0)
        {
          g_string_append_c (masked, *c++);
          continue;
        }
      for (gsize i = 0; i < n_digits; i++)
        if (n_digits >= PESEL_DIGITS && i < n_digits - SHOWN_CHARS)
          g_string_append (masked, MASK);
        else
          g_string_append_c (masked, c[i]);
      c += n_digits;
    }
  return g_string_free (masked, FALSE);
}

typedef int (*ReadDn) (gnutls_x509_crt_t cert, const char *oid, unsigned indx, unsigned int raw, void *buffer, size_t *size);

static char *
dup_dn_part (gnutls_x509_crt_t cert, ReadDn read_dn, const char *oid)
{
  char buffer[512];
  size_t size = sizeof buffer;

  if (read_dn (cert, oid, 0, 0, buffer, &size) < 0)
    return NULL;
  return g_utf8_make_valid (buffer, (gssize) size);
}

static char *
dup_name (gnutls_x509_crt_t cert, ReadDn read_dn)
{
  g_autofree char *name = dup_dn_part (cert, read_dn, GNUTLS_OID_X520_COMMON_NAME);

  if (name == NULL)
    name = dup_dn_part (cert, read_dn, GNUTLS_OID_X520_ORGANIZATION_NAME);
  return asy_cert_mask_name (name != NULL ? name : "");
}

char *
asy_cert_dup_name (gnutls_x509_crt_t cert)
{
  return dup_name (cert, gnutls_x509_crt_get_dn_by_oid);
}

char *
asy_cert_dup_issuer_name (gnutls_x509_crt_t cert)
{
  return dup_name (cert, gnutls_x509_crt_get_issuer_dn_by_oid);
}

char *
asy_cert_dup_masked_id (gnutls_x509_crt_t cert)
{
  g_autofree char *id = dup_dn_part (cert, gnutls_x509_crt_get_dn_by_oid, "2.5.4.5");

  return id != NULL ? asy_cert_mask_id (id) : NULL;
}

char *
asy_cert_dup_serial (gnutls_x509_crt_t cert)
{
  guint8 serial[64];
  size_t size = sizeof serial;
  GString *text = g_string_new ("");

  if (gnutls_x509_crt_get_serial (cert, serial, &size) >= 0)
    for (size_t i = 0; i < size; i++)
      g_string_append_printf (text, "%02X", serial[i]);
  return g_string_free (text, FALSE);
}

static gnutls_ecc_curve_t
get_curve (gnutls_x509_crt_t cert)
{
  gnutls_ecc_curve_t curve = GNUTLS_ECC_CURVE_INVALID;

  if (gnutls_x509_crt_get_pk_ecc_raw (cert, &curve, NULL, NULL) < 0)
    return GNUTLS_ECC_CURVE_INVALID;
  return curve;
}

static const char *
get_nist_name (gnutls_ecc_curve_t curve)
{
  switch ((int) curve)
    {
    case GNUTLS_ECC_CURVE_SECP256R1:
      return "P-256";
    case GNUTLS_ECC_CURVE_SECP384R1:
      return "P-384";
    case GNUTLS_ECC_CURVE_SECP521R1:
      return "P-521";
    default:
      return NULL;
    }
}

char *
asy_cert_dup_key_text (gnutls_x509_crt_t cert)
{
  unsigned int bits = 0;
  int algorithm = gnutls_x509_crt_get_pk_algorithm (cert, &bits);
  const char *name;

  if (algorithm < 0)
    return g_strdup ("?");
  if (algorithm == GNUTLS_PK_RSA)
    return g_strdup_printf ("RSA %u", bits);
  name = algorithm == GNUTLS_PK_ECDSA ? get_nist_name (get_curve (cert)) : NULL;
  if (name != NULL)
    return g_strdup (name);
  name = gnutls_pk_algorithm_get_name ((gnutls_pk_algorithm_t) algorithm);
  return g_strdup_printf ("%s %u", name != NULL ? name : "?", bits);
}

gboolean
asy_cert_has_strong_key (gnutls_x509_crt_t cert)
{
  unsigned int bits = 0;
  int algorithm = gnutls_x509_crt_get_pk_algorithm (cert, &bits);

  if (algorithm == GNUTLS_PK_RSA)
    return bits >= RSA_BITS_MIN;
  return algorithm == GNUTLS_PK_ECDSA && get_nist_name (get_curve (cert)) != NULL;
}

gboolean
asy_cert_may_sign (gnutls_x509_crt_t cert)
{
  unsigned int usage = 0;
  int result = gnutls_x509_crt_get_key_usage (cert, &usage, NULL);

  if (result == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
    return TRUE;
  return result >= 0 && (usage & (GNUTLS_KEY_DIGITAL_SIGNATURE | GNUTLS_KEY_NON_REPUDIATION)) != 0;
}

static gboolean
has_statement (AsyAsn1 statements, const char *oid)
{
  int n = 0;

  if (asn1_number_of_elements (statements, "", &n) != ASN1_SUCCESS)
    return FALSE;
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *path = g_strdup_printf ("?%d.statementId", i);
      g_autofree char *id = asy_asn1_dup_text (statements, path);

      if (g_strcmp0 (id, oid) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
asy_cert_is_qualified (gnutls_x509_crt_t cert)
{
  gnutls_datum_t der = { NULL, 0 };
  g_auto (AsyAsn1) statements = NULL;

  if (gnutls_x509_crt_get_extension_by_oid2 (cert, OID_QC_STATEMENTS, 0, &der, NULL) < 0)
    return FALSE;
  statements = asy_asn1_decode ("QCStatements", der.data, der.size);
  gnutls_free (der.data);
  return statements != NULL && has_statement (statements, OID_QC_COMPLIANCE) && has_statement (statements, OID_QC_SSCD);
}

gboolean
asy_cert_is_self_issued (gnutls_x509_crt_t cert)
{
  return gnutls_x509_crt_check_issuer (cert, cert) != 0;
}
