/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-keyring.h"

#include <string.h>

#include "db/asy-secret.h"

#define SEED_NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES

/* The key of the file has one use, so what seals the seed is derived from it. */
static AsySecret *
derive_seed_key (const guint8 *key)
{
  AsySecret *seed_key = _asy_secret_new (crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

  (void) crypto_kdf_derive_from_key (seed_key, crypto_aead_xchacha20poly1305_ietf_KEYBYTES, 1, "asyseed1", key);
  return seed_key;
}

static void
add_seed (AsyKeyring *ring, guint32 generation, const AsySecret *seed, const guint8 *key)
{
  g_autoptr(AsySecret) seed_key = derive_seed_key (key);
  AsySealedSeed sealed = { generation };

  randombytes_buf (sealed.bytes, SEED_NONCE_SIZE);
  (void) crypto_aead_xchacha20poly1305_ietf_encrypt (sealed.bytes + SEED_NONCE_SIZE, NULL, seed, crypto_sign_SEEDBYTES,
                                                     (const guint8 *) ring->uuid, strlen (ring->uuid), NULL,
                                                     sealed.bytes, seed_key);
  g_array_append_val (ring->seeds, sealed);
}

/* The seed and its generation; NULL when @key is the key of no generation. */
static AsySecret *
find_seed (AsyKeyring *ring, const guint8 *key, guint32 *ret_generation)
{
  g_autoptr(AsySecret) seed_key = derive_seed_key (key);
  g_autoptr(AsySecret) seed = _asy_secret_new (crypto_sign_SEEDBYTES);

  for (guint i = 0; i < ring->seeds->len; i++)
    {
      const AsySealedSeed *sealed = &g_array_index (ring->seeds, AsySealedSeed, i);

      if (crypto_aead_xchacha20poly1305_ietf_decrypt (seed, NULL, NULL, sealed->bytes + SEED_NONCE_SIZE,
                                                      sizeof sealed->bytes - SEED_NONCE_SIZE,
                                                      (const guint8 *) ring->uuid, strlen (ring->uuid),
                                                      sealed->bytes, seed_key) != 0)
        continue;
      *ret_generation = sealed->generation;
      return g_steal_pointer (&seed);
    }
  return NULL;
}

AsySecret *
_asy_keyring_dup_seed (AsyKeyring *ring, const guint8 *key, guint32 *ret_generation, GError **error)
{
  guint32 generation = 0;
  AsySecret *seed = find_seed (ring, key, &generation);

  if (seed == NULL)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS, "the file of keys belongs to another register");
  else if (ret_generation != NULL)
    *ret_generation = generation;
  return seed;
}

static gboolean
get_verify_key (AsyKeyring *ring, const guint8 *key, guint32 *ret_generation, guint8 *ret_verify_key, GError **error)
{
  g_autoptr(AsySecret) seed = _asy_keyring_dup_seed (ring, key, ret_generation, error);
  g_autoptr(AsySecret) secret = _asy_secret_new (crypto_sign_SECRETKEYBYTES);

  if (seed == NULL)
    return FALSE;
  (void) crypto_sign_seed_keypair (ret_verify_key, secret, seed);       /* cannot fail */
  return TRUE;
}

AsyKeyring *
_asy_keyring_new (const guint8 *key)
{
  AsyKeyring *ring = g_new0 (AsyKeyring, 1);
  g_autoptr(AsySecret) seed = _asy_secret_new (crypto_sign_SEEDBYTES);

  ring->uuid = g_uuid_string_random ();
  ring->seeds = g_array_new (FALSE, TRUE, sizeof (AsySealedSeed));
  ring->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) _asy_key_slot_free);
  randombytes_buf (ring->salt, sizeof ring->salt);
  randombytes_buf (seed, crypto_sign_SEEDBYTES);
  add_seed (ring, 1, seed, key);
  return ring;
}

void
_asy_keyring_free (AsyKeyring *ring)
{
  if (ring == NULL)
    return;
  g_free (ring->uuid);
  g_clear_pointer (&ring->seeds, g_array_unref);
  g_clear_pointer (&ring->slots, g_ptr_array_unref);
  g_clear_pointer (&ring->signed_bytes, g_bytes_unref);
  g_free (ring);
}

gboolean
_asy_keyring_check_signature (AsyKeyring *ring, const guint8 *verify_key, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (ring->signed_bytes, &size);

  if (crypto_sign_verify_detached (ring->signature, data, size, verify_key) == 0)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS, "the file of keys was changed by somebody else");
  return FALSE;
}

gboolean
_asy_keyring_check_key (AsyKeyring *ring, const guint8 *key, GError **error)
{
  guint8 verify_key[crypto_sign_PUBLICKEYBYTES];

  return get_verify_key (ring, key, NULL, verify_key, error) && _asy_keyring_check_signature (ring, verify_key, error);
}

static AsyKeySlot *
find_slot (AsyKeyring *ring, const char *login, guint *ret_index)
{
  for (guint i = 0; i < ring->slots->len; i++)
    {
      AsyKeySlot *slot = ring->slots->pdata[i];

      *ret_index = i;
      if (login == NULL ? slot->is_recovery : !slot->is_recovery && g_str_equal (slot->login, login))
        return slot;
    }
  return NULL;
}

AsyKeySlot *
_asy_keyring_find (AsyKeyring *ring, const char *login)
{
  guint index;

  return find_slot (ring, login, &index);
}

AsyKeySlot *
_asy_keyring_find_recovery (AsyKeyring *ring)
{
  return _asy_keyring_find (ring, NULL);
}

guint
_asy_keyring_count_users (AsyKeyring *ring)
{
  return ring->slots->len - (_asy_keyring_find_recovery (ring) != NULL ? 1 : 0);
}

gboolean
_asy_keyring_set_slot (AsyKeyring *ring, const guint8 *key, const char *login, const char *password,
                       const AsyKeyCost *cost, GError **error)
{
  g_autoptr(AsyKeySlot) slot = NULL;
  guint8 verify_key[crypto_sign_PUBLICKEYBYTES];
  guint32 generation;
  guint index;
  AsyKeySlot *old = find_slot (ring, login, &index);

  if (!get_verify_key (ring, key, &generation, verify_key, error))
    return FALSE;
  slot = _asy_key_slot_new (ring->uuid, login, old != NULL ? old->version + 1 : 1, password, cost, verify_key, error);
  if (slot == NULL || !_asy_key_slot_seal (slot, generation, key, error))
    return FALSE;
  if (old != NULL)
    {
      ring->slots->pdata[index] = g_steal_pointer (&slot);
      _asy_key_slot_free (old);
    }
  else
    g_ptr_array_add (ring->slots, g_steal_pointer (&slot));
  return TRUE;
}

gboolean
_asy_keyring_add_generation (AsyKeyring *ring, const guint8 *key, const guint8 *new_key, const char *leaver, GError **error)
{
  guint32 generation;
  g_autoptr(AsySecret) seed = _asy_keyring_dup_seed (ring, key, &generation, error);

  if (seed == NULL)
    return FALSE;
  add_seed (ring, generation + 1, seed, new_key);
  for (guint i = 0; i < ring->slots->len; i++)
    {
      AsyKeySlot *slot = ring->slots->pdata[i];

      if ((slot->is_recovery || !g_str_equal (slot->login, leaver)) &&
          !_asy_key_slot_seal (slot, generation + 1, new_key, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_sealed (AsyKeySlot *slot, guint32 generation)
{
  for (guint i = slot->sealed->len; i-- > 0;)
    if (g_array_index (slot->sealed, AsySealedKey, i).generation != generation)
      g_array_remove_index (slot->sealed, i);
  return slot->sealed->len > 0;
}

gboolean
_asy_keyring_keep_generation (AsyKeyring *ring, const guint8 *key, GError **error)
{
  guint32 generation;
  g_autoptr(AsySecret) seed = _asy_keyring_dup_seed (ring, key, &generation, error);

  if (seed == NULL)
    return FALSE;
  for (guint i = ring->seeds->len; i-- > 0;)
    if (g_array_index (ring->seeds, AsySealedSeed, i).generation != generation)
      g_array_remove_index (ring->seeds, i);
  for (guint i = ring->slots->len; i-- > 0;)
    if (!keep_sealed (ring->slots->pdata[i], generation))
      g_ptr_array_remove_index (ring->slots, i);
  return TRUE;
}
