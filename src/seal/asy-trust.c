/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include "seal/asy-cert-private.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-trust-private.h"

#define TRUST_FILE_BYTES_MAX (16 * 1024 * 1024)
#define CHAIN_MAX 10

/* The clock is asked by ourselves: GnuTLS knows only the present, a time stamp proves another time. */
#define VERIFY_FLAGS (GNUTLS_VERIFY_DISABLE_TIME_CHECKS | GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS | GNUTLS_VERIFY_DISABLE_CRL_CHECKS)

#define RSA_BITS_MIN 2048

struct _AsyTrust
{
  GObject parent_instance;

  gnutls_x509_trust_list_t list;
};

G_DEFINE_FINAL_TYPE (AsyTrust, asy_trust, G_TYPE_OBJECT)

static void
asy_trust_finalize (GObject *object)
{
  AsyTrust *self = ASY_TRUST (object);

  gnutls_x509_trust_list_deinit (self->list, 1);
  G_OBJECT_CLASS (asy_trust_parent_class)->finalize (object);
}

static void
asy_trust_class_init (AsyTrustClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_trust_finalize;
}

static void
asy_trust_init (AsyTrust *self)
{
  int result = gnutls_x509_trust_list_init (&self->list, 0);

  g_assert (result >= 0); /* fails for want of memory only */
}

AsyTrust *
asy_trust_new (void)
{
  return g_object_new (ASY_TYPE_TRUST, NULL);
}

static gboolean
set_error (GError **error, const char *what, int result)
{
  g_set_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_TRUST, "%s: %s", what,
               result < 0 ? gnutls_strerror (result) : "no certificate");
  return FALSE;
}

static int
import_certificates (GBytes *bytes, gnutls_x509_crt_t **ret_certs, unsigned int *ret_n)
{
  gnutls_datum_t data = { (unsigned char *) g_bytes_get_data (bytes, NULL), (unsigned int) g_bytes_get_size (bytes) };
  int result = gnutls_x509_crt_list_import2 (ret_certs, ret_n, &data, GNUTLS_X509_FMT_PEM, 0);

  if (result < 0)
    result = gnutls_x509_crt_list_import2 (ret_certs, ret_n, &data, GNUTLS_X509_FMT_DER, 0);
  return result;
}

gboolean
asy_trust_add_bytes (AsyTrust *self, GBytes *certificates, GError **error)
{
  gnutls_x509_crt_t *certs = NULL;
  unsigned int n = 0;
  int result;

  g_return_val_if_fail (ASY_IS_TRUST (self), FALSE);
  g_return_val_if_fail (certificates != NULL, FALSE);

  result = g_bytes_get_size (certificates) > 0 ? import_certificates (certificates, &certs, &n) : GNUTLS_E_NO_CERTIFICATE_FOUND;
  if (result < 0)
    return set_error (error, "the trusted certificates cannot be read", result);
  /* The list takes the certificates over, those that it knows already are freed. */
  result = gnutls_x509_trust_list_add_cas (self->list, certs, n, GNUTLS_TL_NO_DUPLICATES);
  gnutls_free (certs);
  if (result < 1)
    return set_error (error, "the trusted certificates cannot be used", result);
  return TRUE;
}

gboolean
asy_trust_add_file (AsyTrust *self, GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (ASY_IS_TRUST (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  stream = g_file_read (file, NULL, NULL);
  if (stream != NULL)
    bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), TRUST_FILE_BYTES_MAX, NULL, NULL);
  if (bytes == NULL)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_TRUST, "the file of trusted certificates cannot be opened");
      return FALSE;
    }
  return asy_trust_add_bytes (self, bytes, error);
}

gboolean
asy_trust_add_system (AsyTrust *self, GError **error)
{
  int result;

  g_return_val_if_fail (ASY_IS_TRUST (self), FALSE);

  result = gnutls_x509_trust_list_add_system_trust (self->list, 0, 0);
  if (result < 0)
    return set_error (error, "the certificates of the system cannot be read", result);
  return TRUE;
}

static gnutls_x509_crt_t
find_issuer (gnutls_x509_crt_t cert, const gnutls_x509_crt_t *others, guint n_others)
{
  for (guint i = 0; i < n_others; i++)
    if (others[i] != cert && gnutls_x509_crt_check_issuer (cert, others[i]))
      return others[i];
  return NULL;
}

static guint
build_chain (gnutls_x509_crt_t signer, const gnutls_x509_crt_t *others, guint n_others, gnutls_x509_crt_t *chain)
{
  guint n = 0;

  for (gnutls_x509_crt_t cert = signer; cert != NULL && n < CHAIN_MAX;)
    {
      chain[n++] = cert;
      cert = asy_cert_is_self_issued (cert) ? NULL : find_issuer (cert, others, n_others);
    }
  return n;
}

/* All of the chain must be valid at the time (shell model of EN 319 102-1, 5.2.6). */
static AsyTrustProblem
check_time (const gnutls_x509_crt_t *chain, guint n, gint64 time)
{
  for (guint i = 0; i < n; i++)
    {
      if (time < gnutls_x509_crt_get_activation_time (chain[i]))
        return ASY_TRUST_PROBLEM_NOT_YET_VALID;
      if (time > gnutls_x509_crt_get_expiration_time (chain[i]))
        return ASY_TRUST_PROBLEM_EXPIRED;
    }
  return ASY_TRUST_PROBLEM_NONE;
}

static gboolean
is_weak_rsa (gnutls_x509_crt_t cert)
{
  unsigned int bits = 0;

  return gnutls_x509_crt_get_pk_algorithm (cert, &bits) == GNUTLS_PK_RSA && bits < RSA_BITS_MIN;
}

static AsyTrustProblem
map_status (unsigned int status)
{
  if (status == 0)
    return ASY_TRUST_PROBLEM_NONE;
  if ((status & GNUTLS_CERT_SIGNER_NOT_FOUND) != 0)
    return ASY_TRUST_PROBLEM_UNKNOWN;
  if ((status & GNUTLS_CERT_INSECURE_ALGORITHM) != 0)
    return ASY_TRUST_PROBLEM_WEAK;
  return ASY_TRUST_PROBLEM_CHAIN;
}

AsyTrustProblem
asy_trust_judge (AsyTrust *self, gnutls_x509_crt_t signer, const gnutls_x509_crt_t *others, guint n_others, gint64 time)
{
  gnutls_x509_crt_t chain[CHAIN_MAX];
  guint n = build_chain (signer, others, n_others, chain);
  unsigned int status = 0;
  AsyTrustProblem problem;

  if (self == NULL)
    return ASY_TRUST_PROBLEM_UNKNOWN;
  if (gnutls_x509_trust_list_verify_crt2 (self->list, chain, n, NULL, 0, VERIFY_FLAGS, &status, NULL) < 0)
    return ASY_TRUST_PROBLEM_CHAIN;
  problem = map_status (status);
  if (problem != ASY_TRUST_PROBLEM_NONE)
    return problem;
  if (!asy_cert_may_sign (signer))
    return ASY_TRUST_PROBLEM_KEY_USAGE;
  if (is_weak_rsa (signer))
    return ASY_TRUST_PROBLEM_WEAK;
  return check_time (chain, n, time);
}
