/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-keyring.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/asy-db-files.h"
#include "db/asy-secret.h"

#define MAGIC_SIZE 16
#define DIGEST_SIZE 32
#define FILE_SIZE_MAX (4 * 1024 * 1024)
#define SLOTS_MAX 2000
#define LOGIN_BYTES_MAX 256
#define PASSES_MAX 64
#define MEMORY_BYTES_MAX (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)

#define BODY_TYPE "(saya(uay)a(bsuttayayayaya(uay)))"

static const guint8 magic[MAGIC_SIZE] = "asysta keys 1\n";

char *
_asy_keyring_make_path (const char *path)
{
  return g_strconcat (path, ".keys", NULL);
}

/* Reading */

static gboolean
copy_bytes (GVariant *value, guint8 *ret_bytes, gsize size)
{
  gsize n;
  gconstpointer data = g_variant_get_fixed_array (value, &n, 1);

  if (n != size)
    return FALSE;
  memcpy (ret_bytes, data, size);
  return TRUE;
}

/* The children of @list are (uay), written one after another into @array. */
static gboolean
read_generations (GVariant *list, GArray *array, gsize n_bytes)
{
  gsize n = g_variant_n_children (list);
  guint32 last = 0;

  if (n < 1 || n > 2)
    return FALSE;
  g_array_set_size (array, (guint) n);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr(GVariant) bytes = NULL;
      guint32 *element = (guint32 *) (gpointer) (array->data + i * g_array_get_element_size (array));

      g_variant_get_child (list, i, "(u@ay)", element, &bytes);
      if (*element <= last || !copy_bytes (bytes, (guint8 *) (element + 1), n_bytes))
        return FALSE;
      last = *element;
    }
  return TRUE;
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (AsySealedKey, generation) == 0 && G_STRUCT_OFFSET (AsySealedKey, bytes) == sizeof (guint32));
G_STATIC_ASSERT (G_STRUCT_OFFSET (AsySealedSeed, generation) == 0 && G_STRUCT_OFFSET (AsySealedSeed, bytes) == sizeof (guint32));

static gboolean
is_sound_slot (AsyKeySlot *slot)
{
  gsize length = strlen (slot->login);

  return (slot->is_recovery ? length == 0 : length > 0 && length <= LOGIN_BYTES_MAX) &&
         slot->cost.n_passes >= crypto_pwhash_OPSLIMIT_MIN && slot->cost.n_passes <= PASSES_MAX &&
         slot->cost.memory_bytes >= crypto_pwhash_MEMLIMIT_MIN && slot->cost.memory_bytes <= MEMORY_BYTES_MAX;
}

static gboolean
read_slot (GVariant *value, AsyKeySlot *slot)
{
  g_autoptr(GVariant) salt = NULL, nonce = NULL, wrapped = NULL, public_key = NULL, sealed = NULL;

  g_variant_get (value, "(bsutt@ay@ay@ay@ay@a(uay))", &slot->is_recovery, &slot->login, &slot->version,
                 &slot->cost.n_passes, &slot->cost.memory_bytes, &salt, &nonce, &wrapped, &public_key, &sealed);
  slot->sealed = g_array_new (FALSE, TRUE, sizeof (AsySealedKey));
  return is_sound_slot (slot) &&
         copy_bytes (salt, slot->salt, sizeof slot->salt) &&
         copy_bytes (nonce, slot->nonce, sizeof slot->nonce) &&
         copy_bytes (wrapped, slot->wrapped, sizeof slot->wrapped) &&
         copy_bytes (public_key, slot->public_key, sizeof slot->public_key) &&
         read_generations (sealed, slot->sealed, ASY_KEY_SLOT_SEALED_SIZE);
}

static gboolean
read_slots (GVariant *list, AsyKeyring *ring)
{
  gsize n = g_variant_n_children (list);

  if (n > SLOTS_MAX)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr(GVariant) value = g_variant_get_child_value (list, i);
      g_autoptr(AsyKeySlot) slot = g_new0 (AsyKeySlot, 1);

      if (!read_slot (value, slot) || _asy_keyring_find (ring, slot->is_recovery ? NULL : slot->login) != NULL)
        return FALSE;
      g_ptr_array_add (ring->slots, g_steal_pointer (&slot));
    }
  return TRUE;
}

static gboolean
read_body (GVariant *body, AsyKeyring *ring)
{
  g_autoptr(GVariant) salt = NULL, seeds = NULL, slots = NULL;

  g_variant_get (body, "(s@ay@a(uay)@a(bsuttayayayaya(uay)))", &ring->uuid, &salt, &seeds, &slots);
  ring->seeds = g_array_new (FALSE, TRUE, sizeof (AsySealedSeed));
  ring->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) _asy_key_slot_free);
  return g_uuid_string_is_valid (ring->uuid) &&
         copy_bytes (salt, ring->salt, sizeof ring->salt) &&
         read_generations (seeds, ring->seeds, ASY_SEALED_SEED_SIZE) &&
         read_slots (slots, ring);
}

/* The integers stand in the file as little endian. */
static GVariant *
to_host_order (GVariant *body)
{
  GVariant *host = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (body) : g_variant_byteswap (body);

  return host;
}

static gboolean
check_frame (const guint8 *data, gsize size)
{
  guint8 digest[DIGEST_SIZE];

  if (size < MAGIC_SIZE + crypto_sign_BYTES + DIGEST_SIZE || size > FILE_SIZE_MAX || memcmp (data, magic, MAGIC_SIZE) != 0)
    return FALSE;
  (void) crypto_generichash (digest, sizeof digest, data, size - DIGEST_SIZE, NULL, 0);        /* cannot fail */
  return memcmp (digest, data + size - DIGEST_SIZE, DIGEST_SIZE) == 0;
}

static AsyKeyring *
parse (GBytes *bytes)
{
  g_autoptr(AsyKeyring) ring = g_new0 (AsyKeyring, 1);
  g_autoptr(GBytes) body_bytes = NULL;
  g_autoptr(GVariant) body = NULL;
  g_autoptr(GVariant) host = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (!check_frame (data, size))
    return NULL;
  size -= crypto_sign_BYTES + DIGEST_SIZE;
  ring->signed_bytes = g_bytes_new_from_bytes (bytes, 0, size);
  memcpy (ring->signature, data + size, crypto_sign_BYTES);
  body_bytes = g_bytes_new_from_bytes (bytes, MAGIC_SIZE, size - MAGIC_SIZE);
  body = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (BODY_TYPE), body_bytes, FALSE));
  if (!g_variant_is_normal_form (body))
    return NULL;
  host = to_host_order (body);
  return read_body (host, ring) ? g_steal_pointer (&ring) : NULL;
}

AsyKeyring *
_asy_keyring_parse (GBytes *bytes, GError **error)
{
  AsyKeyring *ring = parse (bytes);

  if (ring == NULL)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS, "the file of keys is damaged");
  return ring;
}

AsyKeyring *
_asy_keyring_load (const char *register_path, GError **error)
{
  g_autofree char *path = _asy_keyring_make_path (register_path);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *contents = NULL;
  gsize length;

  if (sodium_init () < 0)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "libsodium does not start");
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, &failure))
    {
      g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS, "the file of keys cannot be read: %s",
                   g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? "it is missing" : "see its permissions");
      return NULL;
    }
  bytes = g_bytes_new_take (contents, length);
  return _asy_keyring_parse (bytes, error);
}

/* Writing */

static GVariant *
new_bytes (const guint8 *bytes, gsize size)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, size, 1);
}

static GVariant *
new_sealed_keys (GArray *sealed)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uay)"));
  for (guint i = 0; i < sealed->len; i++)
    {
      const AsySealedKey *key = &g_array_index (sealed, AsySealedKey, i);

      g_variant_builder_add (&builder, "(u@ay)", key->generation, new_bytes (key->bytes, sizeof key->bytes));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
new_seeds (GArray *seeds)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uay)"));
  for (guint i = 0; i < seeds->len; i++)
    {
      const AsySealedSeed *seed = &g_array_index (seeds, AsySealedSeed, i);

      g_variant_builder_add (&builder, "(u@ay)", seed->generation, new_bytes (seed->bytes, sizeof seed->bytes));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
new_slot (AsyKeySlot *slot)
{
  return g_variant_new ("(bsutt@ay@ay@ay@ay@a(uay))", slot->is_recovery, slot->login, slot->version,
                        slot->cost.n_passes, slot->cost.memory_bytes,
                        new_bytes (slot->salt, sizeof slot->salt),
                        new_bytes (slot->nonce, sizeof slot->nonce),
                        new_bytes (slot->wrapped, sizeof slot->wrapped),
                        new_bytes (slot->public_key, sizeof slot->public_key),
                        new_sealed_keys (slot->sealed));
}

static GVariant *
new_body (AsyKeyring *ring)
{
  GVariantBuilder slots;
  g_autoptr(GVariant) body = NULL;

  g_variant_builder_init (&slots, G_VARIANT_TYPE ("a(bsuttayayayaya(uay))"));
  for (guint i = 0; i < ring->slots->len; i++)
    g_variant_builder_add_value (&slots, new_slot (ring->slots->pdata[i]));
  body = g_variant_ref_sink (g_variant_new ("(s@ay@a(uay)@a(bsuttayayayaya(uay)))", ring->uuid,
                                            new_bytes (ring->salt, sizeof ring->salt),
                                            new_seeds (ring->seeds),
                                            g_variant_builder_end (&slots)));
  return to_host_order (body);
}

static gboolean
append_signature (GByteArray *file, AsyKeyring *ring, const guint8 *key, GError **error)
{
  g_autoptr(AsySecret) seed = _asy_keyring_dup_seed (ring, key, NULL, error);
  g_autoptr(AsySecret) secret = _asy_secret_new (crypto_sign_SECRETKEYBYTES);
  guint8 verify_key[crypto_sign_PUBLICKEYBYTES];
  guint8 signature[crypto_sign_BYTES];

  if (seed == NULL)
    return FALSE;
  (void) crypto_sign_seed_keypair (verify_key, secret, seed);   /* cannot fail, nor can the next */
  (void) crypto_sign_detached (signature, NULL, file->data, file->len, secret);
  g_byte_array_append (file, signature, sizeof signature);
  return TRUE;
}

GBytes *
_asy_keyring_serialize (AsyKeyring *ring, const guint8 *key, GError **error)
{
  g_autoptr(GByteArray) file = g_byte_array_new ();
  g_autoptr(GVariant) body = new_body (ring);
  guint8 digest[DIGEST_SIZE];

  g_byte_array_append (file, magic, MAGIC_SIZE);
  g_byte_array_append (file, g_variant_get_data (body), (guint) g_variant_get_size (body));
  if (!append_signature (file, ring, key, error))
    return NULL;
  (void) crypto_generichash (digest, sizeof digest, file->data, file->len, NULL, 0);   /* cannot fail */
  g_byte_array_append (file, digest, sizeof digest);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

gboolean
_asy_keyring_save (AsyKeyring *ring, const char *register_path, const guint8 *key, AsyKeyringLock *lock, GError **error)
{
  g_autofree char *path = _asy_keyring_make_path (register_path);
  g_autoptr(GBytes) bytes = _asy_keyring_serialize (ring, key, error);
  int fd = -1;

  if (bytes == NULL || !_asy_file_write_atomic (path, bytes, lock != NULL ? &fd : NULL, error))
    return FALSE;
  if (lock != NULL)
    {
      _asy_keyring_unlock (lock);
      lock->fd = fd;
    }
  return TRUE;
}

/* Locking */

/* The file may have been replaced between opening and locking it. */
static gboolean
is_current (int fd, const char *path)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && stat (path, &named) == 0 &&
         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

static int
open_locked (const char *path, gboolean wait, int *ret_errno)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int result;

  *ret_errno = errno;
  if (fd < 0)
    return -1;
  do
    result = flock (fd, LOCK_EX | (wait ? 0 : LOCK_NB));
  while (result != 0 && errno == EINTR);
  *ret_errno = errno;
  if (result == 0)
    return fd;
  (void) close (fd);            /* nothing was written */
  return -1;
}

gboolean
_asy_keyring_lock (AsyKeyringLock *lock, const char *register_path, gboolean wait, GError **error)
{
  g_autofree char *path = _asy_keyring_make_path (register_path);
  int saved_errno;

  for (;;)
    {
      lock->fd = open_locked (path, wait, &saved_errno);
      if (lock->fd < 0)
        break;
      if (is_current (lock->fd, path))
        return TRUE;
      _asy_keyring_unlock (lock);
    }
  if (saved_errno == EWOULDBLOCK)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_BUSY, "the file of keys is being changed");
  else
    g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS, "the file of keys cannot be locked: %s", g_strerror (saved_errno));
  return FALSE;
}

void
_asy_keyring_unlock (AsyKeyringLock *lock)
{
  if (lock->fd >= 0)
    (void) close (lock->fd);    /* nothing was written through it */
  lock->fd = -1;
}
