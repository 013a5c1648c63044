/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sodium.h>

#include "db/asy-db.h"
#include "db/asy-secret.h"

G_BEGIN_DECLS

/*
 * A slot: what turns a password into the key of the file.
 *
 *   password --Argon2id--> wrapping key --XChaCha20-Poly1305--> secret key and verifying key
 *   secret key --X25519 sealed box--> key of the file, one box for each generation
 *
 * The key of the file is sealed to a public key and not wrapped by the password
 * itself, so that a register can be re-keyed while its users are not there; and
 * whoever has an old key of the file learns nothing that opens a newer one.
 * What is wrapped is bound to the register, the login and the version of the slot.
 */

typedef struct {
  guint64 n_passes;
  guint64 memory_bytes;
} AsyKeyCost;

/** 256 MiB, three passes: about 0.6 s. */
extern const AsyKeyCost _asy_key_cost_password;

/** A recovery code is random, so its slot needs no slowness. */
extern const AsyKeyCost _asy_key_cost_code;

#define ASY_KEY_SLOT_NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define ASY_KEY_SLOT_INNER_SIZE (crypto_box_SECRETKEYBYTES + crypto_sign_PUBLICKEYBYTES)
#define ASY_KEY_SLOT_WRAPPED_SIZE (ASY_KEY_SLOT_INNER_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define ASY_KEY_SLOT_SEALED_SIZE (ASY_DB_KEY_SIZE + crypto_box_SEALBYTES)

typedef struct {
  guint32 generation;
  guint8 bytes[ASY_KEY_SLOT_SEALED_SIZE];
} AsySealedKey;

typedef struct {
  gboolean is_recovery;
  char *login;                  /* empty for the recovery slot */
  guint32 version;              /* grows with every change of the password */
  AsyKeyCost cost;
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[ASY_KEY_SLOT_NONCE_SIZE];
  guint8 wrapped[ASY_KEY_SLOT_WRAPPED_SIZE];
  guint8 public_key[crypto_box_PUBLICKEYBYTES];
  GArray *sealed;               /* AsySealedKey, oldest generation first */
} AsyKeySlot;

/** A slot that @password opens; @verify_key is what the signature of the file of keys is checked with. */
AsyKeySlot *_asy_key_slot_new (const char *uuid, const char *login, guint32 version, const char *password,
                               const AsyKeyCost *cost, const guint8 *verify_key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _asy_key_slot_free (AsyKeySlot *slot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyKeySlot, _asy_key_slot_free)

/** The secret key of @slot followed by the verifying key; %ASY_DB_ERROR_WRONG_PASSWORD. */
AsySecret *_asy_key_slot_unwrap (AsyKeySlot *slot, const char *uuid, const char *password, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The part of an unwrapped slot that checks signatures. */
const guint8 *_asy_key_slot_get_verify_key (const AsySecret *inner);

/** Adds a box with @key; fails when the slot's public key is none. */
gboolean _asy_key_slot_seal (AsyKeySlot *slot, guint32 generation, const guint8 *key, GError **error);

/** The key of the file in @sealed; %NULL when it was not sealed to this slot. */
AsySecret *_asy_key_slot_unseal (AsyKeySlot *slot, const AsySecret *inner, const AsySealedKey *sealed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
