/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-key-slot.h"

#include <string.h>

const AsyKeyCost _asy_key_cost_password = { 3, 256 * 1024 * 1024 };
const AsyKeyCost _asy_key_cost_code = { 1, 8 * 1024 * 1024 };

/* One way to type a letter with its mark gives the same key as the other. */
static AsySecret *
derive (AsyKeySlot *slot, const char *password, GError **error)
{
  g_autoptr(AsySecretText) normal = g_utf8_normalize (password, -1, G_NORMALIZE_NFKC);
  g_autoptr(AsySecret) key = _asy_secret_new (crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

  if (normal == NULL)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD, "the password is not valid text");
      return NULL;
    }
  if (crypto_pwhash (key, crypto_aead_xchacha20poly1305_ietf_KEYBYTES, normal, strlen (normal), slot->salt,
                     slot->cost.n_passes, slot->cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "not enough memory to derive the key");
      return NULL;
    }
  return g_steal_pointer (&key);
}

static char *
make_bound_data (AsyKeySlot *slot, const char *uuid)
{
  return g_strdup_printf ("%s|%s|%s|%u", uuid, slot->is_recovery ? "recovery" : "user", slot->login, slot->version);
}

static gboolean
wrap (AsyKeySlot *slot, const char *uuid, const char *password, const AsySecret *inner, GError **error)
{
  g_autoptr(AsySecret) key = derive (slot, password, error);
  g_autofree char *bound = make_bound_data (slot, uuid);

  if (key == NULL)
    return FALSE;
  /* Cannot fail: the sizes are constants. */
  (void) crypto_aead_xchacha20poly1305_ietf_encrypt (slot->wrapped, NULL, inner, ASY_KEY_SLOT_INNER_SIZE,
                                                     (const guint8 *) bound, strlen (bound), NULL, slot->nonce, key);
  return TRUE;
}

AsyKeySlot *
_asy_key_slot_new (const char *uuid, const char *login, guint32 version, const char *password,
                   const AsyKeyCost *cost, const guint8 *verify_key, GError **error)
{
  g_autoptr(AsyKeySlot) slot = g_new0 (AsyKeySlot, 1);
  g_autoptr(AsySecret) inner = _asy_secret_new (ASY_KEY_SLOT_INNER_SIZE);

  slot->is_recovery = login == NULL;
  slot->login = g_strdup (login != NULL ? login : "");
  slot->version = version;
  slot->cost = *cost;
  slot->sealed = g_array_new (FALSE, TRUE, sizeof (AsySealedKey));
  randombytes_buf (slot->salt, sizeof slot->salt);
  randombytes_buf (slot->nonce, sizeof slot->nonce);
  (void) crypto_box_keypair (slot->public_key, inner);  /* cannot fail */
  memcpy (inner + crypto_box_SECRETKEYBYTES, verify_key, crypto_sign_PUBLICKEYBYTES);
  return wrap (slot, uuid, password, inner, error) ? g_steal_pointer (&slot) : NULL;
}

void
_asy_key_slot_free (AsyKeySlot *slot)
{
  if (slot == NULL)
    return;
  g_free (slot->login);
  g_clear_pointer (&slot->sealed, g_array_unref);
  g_free (slot);
}

AsySecret *
_asy_key_slot_unwrap (AsyKeySlot *slot, const char *uuid, const char *password, GError **error)
{
  g_autoptr(AsySecret) key = derive (slot, password, error);
  g_autoptr(AsySecret) inner = _asy_secret_new (ASY_KEY_SLOT_INNER_SIZE);
  g_autofree char *bound = make_bound_data (slot, uuid);

  if (key == NULL)
    return NULL;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (inner, NULL, NULL, slot->wrapped, sizeof slot->wrapped,
                                                  (const guint8 *) bound, strlen (bound), slot->nonce, key) == 0)
    return g_steal_pointer (&inner);
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD, "the password does not open the slot");
  return NULL;
}

const guint8 *
_asy_key_slot_get_verify_key (const AsySecret *inner)
{
  return inner + crypto_box_SECRETKEYBYTES;
}

gboolean
_asy_key_slot_seal (AsyKeySlot *slot, guint32 generation, const guint8 *key, GError **error)
{
  AsySealedKey sealed = { generation };

  if (crypto_box_seal (sealed.bytes, key, ASY_DB_KEY_SIZE, slot->public_key) != 0)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS, "a slot has no usable public key");
      return FALSE;
    }
  g_array_append_val (slot->sealed, sealed);
  return TRUE;
}

AsySecret *
_asy_key_slot_unseal (AsyKeySlot *slot, const AsySecret *inner, const AsySealedKey *sealed)
{
  g_autoptr(AsySecret) key = _asy_secret_new (ASY_DB_KEY_SIZE);

  if (crypto_box_seal_open (key, sealed->bytes, sizeof sealed->bytes, slot->public_key, inner) != 0)
    return NULL;
  return g_steal_pointer (&key);
}
