/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "db/asy-keyring.h"
#include "fuzz.h"

#define MAGIC_SIZE 16
#define DIGEST_SIZE 32

static void
check_slot (AsyKeyring *ring, AsyKeySlot *slot)
{
  g_assert_true (_asy_keyring_find (ring, slot->is_recovery ? NULL : slot->login) == slot);
  g_assert_true (slot->is_recovery == (*slot->login == '\0'));
  g_assert_cmpuint (slot->sealed->len, >=, 1);
  g_assert_cmpuint (slot->sealed->len, <=, 2);
}

static void
try_file (GBytes *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyKeyring) ring = _asy_keyring_parse (file, &error);
  guint8 key[ASY_DB_KEY_SIZE] = { 0 };

  g_assert_true ((ring == NULL) == (error != NULL));
  if (ring == NULL)
    {
      g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS);
      return;
    }
  g_assert_cmpuint (ring->seeds->len, >=, 1);
  for (guint i = 0; i < ring->slots->len; i++)
    check_slot (ring, ring->slots->pdata[i]);
  g_assert_cmpuint (_asy_keyring_count_users (ring), <=, ring->slots->len);
  /* Nobody who does not know a key is believed. */
  g_assert_false (_asy_keyring_check_key (ring, key, NULL));
  g_assert_false (_asy_keyring_keep_generation (ring, key, NULL));
}

/* The input with what a fuzzer cannot guess: the beginning and a digest that fits. */
static GBytes *
frame (const uint8_t *data, size_t size)
{
  g_autoptr(GByteArray) file = g_byte_array_new ();
  guint8 head[MAGIC_SIZE] = "asysta keys 1\n";
  guint8 signature[crypto_sign_BYTES] = { 0 };
  guint8 digest[DIGEST_SIZE];

  g_byte_array_append (file, head, sizeof head);
  g_byte_array_append (file, data, (guint) size);
  g_byte_array_append (file, signature, sizeof signature);
  crypto_generichash (digest, sizeof digest, file->data, file->len, NULL, 0);
  g_byte_array_append (file, digest, sizeof digest);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) bare = g_bytes_new (data, size);
  g_autoptr(GBytes) framed = frame (data, size);

  g_assert_cmpint (sodium_init (), >=, 0);
  try_file (bare);
  try_file (framed);
  return 0;
}
