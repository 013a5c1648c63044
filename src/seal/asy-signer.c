/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <gnutls/pkcs12.h>
#include <string.h>

#include "seal/asy-cert-private.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-signer-private.h"

#define KEY_FILE_BYTES_MAX (1024 * 1024)

struct _AsySigner
{
  GObject parent_instance;

  gnutls_privkey_t key;
  gnutls_x509_crt_t *chain;
  guint n_chain;

  char *name;
  char *masked_id;
  char *issuer;
  char *serial;
  char *key_text;
};

G_DEFINE_FINAL_TYPE (AsySigner, asy_signer, G_TYPE_OBJECT)

static void
asy_signer_finalize (GObject *object)
{
  AsySigner *self = ASY_SIGNER (object);

  if (self->key != NULL)
    gnutls_privkey_deinit (self->key);
  for (guint i = 0; i < self->n_chain; i++)
    gnutls_x509_crt_deinit (self->chain[i]);
  gnutls_free (self->chain);
  g_free (self->name);
  g_free (self->masked_id);
  g_free (self->issuer);
  g_free (self->serial);
  g_free (self->key_text);
  G_OBJECT_CLASS (asy_signer_parent_class)->finalize (object);
}

static void
asy_signer_class_init (AsySignerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_signer_finalize;
}

static void
asy_signer_init (AsySigner *self)
{
}

static gboolean
set_error (GError **error, int code, const char *what, int result)
{
  g_set_error (error, ASY_SEAL_ERROR, code, "%s: %s", what, gnutls_strerror (result));
  return FALSE;
}

static void
read_certificate (AsySigner *self)
{
  self->name = asy_cert_dup_name (self->chain[0]);
  self->masked_id = asy_cert_dup_masked_id (self->chain[0]);
  self->issuer = asy_cert_dup_issuer_name (self->chain[0]);
  self->serial = asy_cert_dup_serial (self->chain[0]);
  self->key_text = asy_cert_dup_key_text (self->chain[0]);
}

/* A container without a password is written in two ways: with an empty one and with none. */
static gboolean
find_password (gnutls_pkcs12_t container, const char **password, GError **error)
{
  int result = gnutls_pkcs12_verify_mac (container, *password);

  if (result < 0 && (*password == NULL || (*password)[0] == '\0'))
    {
      *password = *password == NULL ? "" : NULL;
      result = gnutls_pkcs12_verify_mac (container, *password);
    }
  if (result < 0)
    return set_error (error, ASY_SEAL_ERROR_PASSWORD, "the password does not open the key file", result);
  return TRUE;
}

static gboolean
take_key (AsySigner *self, gnutls_x509_privkey_t key, GError **error)
{
  int result = gnutls_privkey_init (&self->key);

  if (result >= 0)
    result = gnutls_privkey_import_x509 (self->key, key, GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE);
  if (result >= 0)
    return TRUE;
  gnutls_x509_privkey_deinit (key);
  return set_error (error, ASY_SEAL_ERROR_FAILED, "the key cannot be used", result);
}

static gboolean
parse_container (AsySigner *self, gnutls_pkcs12_t container, const char *password, GError **error)
{
  gnutls_x509_privkey_t key = NULL;
  unsigned int n_chain = 0;
  int result;

  if (!find_password (container, &password, error))
    return FALSE;
  result = gnutls_pkcs12_simple_parse (container, password, &key, &self->chain, &n_chain, NULL, NULL, NULL,
                                       GNUTLS_PKCS12_SP_INCLUDE_SELF_SIGNED);
  self->n_chain = n_chain;
  if (result == GNUTLS_E_DECRYPTION_FAILED)
    return set_error (error, ASY_SEAL_ERROR_PASSWORD, "the password does not open the key", result);
  if (result < 0 && result != GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
    return set_error (error, ASY_SEAL_ERROR_KEY_FILE, "the key file cannot be read", result);
  if (key == NULL || n_chain == 0)
    {
      if (key != NULL)
        gnutls_x509_privkey_deinit (key);
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NO_KEY, "the key file has no key with its certificate");
      return FALSE;
    }
  return take_key (self, key, error);
}

AsySigner *
asy_signer_new_pkcs12_bytes (GBytes *pkcs12, const char *password, GError **error)
{
  g_autoptr (AsySigner) self = NULL;
  gnutls_pkcs12_t container = NULL;
  gnutls_datum_t data;
  gboolean is_read = FALSE;
  int result;

  g_return_val_if_fail (pkcs12 != NULL, NULL);

  self = g_object_new (ASY_TYPE_SIGNER, NULL);
  data.data = (unsigned char *) g_bytes_get_data (pkcs12, NULL);
  data.size = (unsigned int) g_bytes_get_size (pkcs12);
  result = gnutls_pkcs12_init (&container);
  if (result >= 0)
    result = gnutls_pkcs12_import (container, &data, GNUTLS_X509_FMT_DER, 0);
  if (result >= 0)
    is_read = parse_container (self, container, password, error);
  else
    set_error (error, ASY_SEAL_ERROR_KEY_FILE, "not a PKCS#12 file", result);
  if (container != NULL)
    gnutls_pkcs12_deinit (container);
  if (!is_read)
    return NULL;
  read_certificate (self);
  return g_steal_pointer (&self);
}

static GBytes *
read_key_file (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree guint8 *buffer = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;
  buffer = g_malloc (KEY_FILE_BYTES_MAX);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, KEY_FILE_BYTES_MAX, &length, NULL, NULL))
    return NULL;
  return g_bytes_new (buffer, length);
}

AsySigner *
asy_signer_new_pkcs12 (GFile *file, const char *password, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_key_file (file);
  if (bytes == NULL)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_KEY_FILE, "the key file cannot be opened");
      return NULL;
    }
  return asy_signer_new_pkcs12_bytes (bytes, password, error);
}

const char *
asy_signer_get_name (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), NULL);
  return self->name;
}

const char *
asy_signer_get_masked_id (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), NULL);
  return self->masked_id;
}

const char *
asy_signer_get_issuer (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), NULL);
  return self->issuer;
}

const char *
asy_signer_get_serial (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), NULL);
  return self->serial;
}

gint64
asy_signer_get_valid_from (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), 0);
  return gnutls_x509_crt_get_activation_time (self->chain[0]);
}

gint64
asy_signer_get_valid_until (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), 0);
  return gnutls_x509_crt_get_expiration_time (self->chain[0]);
}

const char *
asy_signer_get_key_text (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), NULL);
  return self->key_text;
}

gboolean
asy_signer_get_may_sign (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), FALSE);
  return asy_cert_may_sign (self->chain[0]);
}

gboolean
asy_signer_get_is_qualified (AsySigner *self)
{
  g_return_val_if_fail (ASY_IS_SIGNER (self), FALSE);
  return asy_cert_is_qualified (self->chain[0]);
}

/* GnuTLS signs with any key and at any time without a word, so this is the only guard. */
gboolean
asy_signer_check (AsySigner *self, gint64 now, GError **error)
{
  int code = -1;

  g_return_val_if_fail (ASY_IS_SIGNER (self), FALSE);

  if (now < asy_signer_get_valid_from (self))
    code = ASY_SEAL_ERROR_NOT_YET_VALID;
  else if (now > asy_signer_get_valid_until (self))
    code = ASY_SEAL_ERROR_EXPIRED;
  else if (!asy_signer_get_may_sign (self))
    code = ASY_SEAL_ERROR_KEY_USAGE;
  else if (!asy_cert_has_strong_key (self->chain[0]))
    code = ASY_SEAL_ERROR_WEAK_KEY;
  if (code < 0)
    return TRUE;
  g_set_error_literal (error, ASY_SEAL_ERROR, code, "the certificate does not allow to sign now");
  return FALSE;
}

gnutls_privkey_t
asy_signer_get_key (AsySigner *self)
{
  return self->key;
}

const gnutls_x509_crt_t *
asy_signer_get_chain (AsySigner *self, guint *ret_n)
{
  *ret_n = self->n_chain;
  return self->chain;
}

gnutls_digest_algorithm_t
asy_signer_get_digest (AsySigner *self)
{
  if (strcmp (self->key_text, "P-384") == 0)
    return GNUTLS_DIG_SHA384;
  if (strcmp (self->key_text, "P-521") == 0)
    return GNUTLS_DIG_SHA512;
  return GNUTLS_DIG_SHA256;
}
