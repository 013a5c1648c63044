/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sodium.h>

#include "db/asy-db-private.h"
#include "db/asy-key-slot.h"

G_BEGIN_DECLS

/*
 * The file of key slots, `<register>.keys`
 *
 *   magic        16 bytes, "asysta keys 1\n" and two zeros
 *   body         GVariant (saya(uay)a(bsuttayayayaya(uay))), little endian, normal form
 *   signature    64 bytes, Ed25519 over magic and body by the key of the register
 *   digest       32 bytes, BLAKE2b over all before it: damage is told from a wrong password
 *
 * The body has the UUID of the register, the salt at the head of its database
 * file, for each generation of the file's key the signing seed sealed by it, and
 * the slots (asy-key-slot.h).
 *
 * A file has one generation, and two only while the register is being re-keyed:
 * the database opens with the one or the other, whatever happens in between, and
 * the next writer drops the one that opens it no more. A slot that is to go has
 * the old generation only, so it goes with it.
 *
 * The signature keeps a stranger who can write to the folder from slipping in a
 * slot or a public key of his own: the key to check it with comes out of the
 * user's slot, by his password. Whoever had the file's key can sign; a leaver's
 * copy of old files stays readable to him for ever.
 */
typedef struct {
  char *uuid;
  guint8 salt[ASY_DB_SALT_SIZE];
  GArray *seeds;                /* AsySealedSeed, oldest generation first */
  GPtrArray *slots;             /* AsyKeySlot, oldest first */
  GBytes *signed_bytes;         /* as they were read */
  guint8 signature[crypto_sign_BYTES];
} AsyKeyring;

#define ASY_SEALED_SEED_SIZE \
  (crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_sign_SEEDBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES)

typedef struct {
  guint32 generation;
  guint8 bytes[ASY_SEALED_SEED_SIZE];
} AsySealedSeed;

/** A ring for a new register; has no slot yet. */
AsyKeyring *_asy_keyring_new (const guint8 *key) G_GNUC_WARN_UNUSED_RESULT;
void _asy_keyring_free (AsyKeyring *ring);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyKeyring, _asy_keyring_free)

/** Name of the file of key slots beside the register @path. (transfer full) */
char *_asy_keyring_make_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The file. %ASY_DB_ERROR_NO_KEYS when it is missing or damaged. */

AsyKeyring *_asy_keyring_parse (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Signed with the seed that @key opens. */
GBytes *_asy_keyring_serialize (AsyKeyring *ring, const guint8 *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** @register_path is the register, not its file of keys. */
AsyKeyring *_asy_keyring_load (const char *register_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Holding the file for a change: others that would write wait (or are refused
 * with %ASY_DB_ERROR_BUSY), readers go on.
 */
typedef struct {
  int fd;
} AsyKeyringLock;

#define ASY_KEYRING_LOCK_INIT { -1 }

gboolean _asy_keyring_lock (AsyKeyringLock *lock, const char *register_path, gboolean wait, GError **error);
void _asy_keyring_unlock (AsyKeyringLock *lock);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AsyKeyringLock, _asy_keyring_unlock)

/** Durable, atomic; @lock (nullable for a new file) is carried over to the new file. */
gboolean _asy_keyring_save (AsyKeyring *ring, const char *register_path, const guint8 *key, AsyKeyringLock *lock, GError **error);

/* Trust */

/** Whether the ring as it was read is signed by @verify_key. */
gboolean _asy_keyring_check_signature (AsyKeyring *ring, const guint8 *verify_key, GError **error);

/** The same, by the seed that the file's own @key opens. */
gboolean _asy_keyring_check_key (AsyKeyring *ring, const guint8 *key, GError **error);

/** The signing seed; %ASY_DB_ERROR_NO_KEYS when @key is the key of no generation. */
AsySecret *_asy_keyring_dup_seed (AsyKeyring *ring, const guint8 *key, guint32 *ret_generation, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Slots */

AsyKeySlot *_asy_keyring_find (AsyKeyring *ring, const char *login);
AsyKeySlot *_asy_keyring_find_recovery (AsyKeyring *ring);
guint _asy_keyring_count_users (AsyKeyring *ring);

/** Puts a slot that @password opens in the place of the one of @login (%NULL: the recovery slot), or adds it. */
gboolean _asy_keyring_set_slot (AsyKeyring *ring, const guint8 *key, const char *login, const char *password,
                                const AsyKeyCost *cost, GError **error);

/* Re-keying */

/** Adds a generation for @new_key to the ring and to every slot but the one of @leaver. */
gboolean _asy_keyring_add_generation (AsyKeyring *ring, const guint8 *key, const guint8 *new_key, const char *leaver, GError **error);

/** Drops every generation but the one of @key, and the slots that are left with none. */
gboolean _asy_keyring_keep_generation (AsyKeyring *ring, const guint8 *key, GError **error);

G_END_DECLS
