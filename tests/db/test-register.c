/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db-test.h"
#include "db/asy-keyring.h"
#include "db/asy-recovery-code.h"
#include "db/asy-register-private.h"

#define PASSWORD "Zażółć gęślą 7"
#define OTHER_PASSWORD "kot ma cztery łapy"

typedef struct {
  char *folder;
  char *path;
  char *keys;
  char *code;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;

  f->folder = g_dir_make_tmp ("asy-register-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  f->keys = g_strconcat (f->path, ".keys", NULL);
  db = _asy_register_create (f->path, "maria", PASSWORD, &db_test_cost, &f->code, &error);
  g_assert_no_error (error);
  g_assert_true (asy_db_exec (db,
                              "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
                              "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                              " INSERT INTO note SELECT i, printf ('note %d of a family that does not exist', i) FROM n",
                              &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  db_test_remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->keys);
  g_free (f->code);
}

static AsyDb *
open_as (Fixture *f, const char *login, const char *password)
{
  g_autoptr(GError) error = NULL;
  AsyDb *db = asy_register_open (f->path, login, password, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (db);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, 2000);
  return db;
}

static void
assert_refused (Fixture *f, const char *login, const char *password, int code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = db_test_snapshot (f->folder);
  g_autofree char *after = NULL;
  AsyDb *db = asy_register_open (f->path, login, password, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_error (error, ASY_DB_ERROR, code);
  g_assert_null (db);
  after = db_test_snapshot (f->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
add_user (AsyDb *db, const char *login, const char *password)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (_asy_register_set_password (db, login, password, &db_test_cost, &error));
  g_assert_no_error (error);
}

static void
assert_logins (Fixture *f, const char *wanted)
{
  g_auto(GStrv) logins = asy_register_list_logins (f->path, NULL);
  g_autofree char *joined = g_strjoinv (" ", logins);

  g_assert_cmpstr (joined, ==, wanted);
}

static void
test_create (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *before = db_test_snapshot (f->folder);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "office.asy "));
  g_assert_nonnull (strstr (before, "office.asy.keys "));
  g_assert_null (strstr (before, "-wal"));
  g_assert_null (strstr (before, ".part"));
  g_assert_null (asy_register_create (f->path, "maria", PASSWORD, &code, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_EXISTS);
  g_clear_error (&error);
  /* Keys whose register was moved away are not overwritten either. */
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_null (_asy_register_create (f->path, "maria", PASSWORD, &db_test_cost, &code, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_EXISTS);
  g_assert_null (code);
  after = db_test_snapshot (f->folder);
  g_assert_nonnull (strstr (after, "office.asy.keys "));
}

static void
test_create_after_kill (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;
  g_autofree char *code = NULL;
  g_autofree char *part = g_strconcat (f->path, ".part", NULL);

  /* As a process leaves it that dies just before the last rename. */
  g_assert_cmpint (g_rename (f->path, part), ==, 0);
  db = _asy_register_create (f->path, "anna", PASSWORD, &db_test_cost, &code, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  assert_logins (f, "anna");
}

static const struct {
  const char *login;
  const char *password;
  int code;
} bad_users[] = {
  { "", PASSWORD, ASY_DB_ERROR_BAD_LOGIN },
  { "two words", PASSWORD, ASY_DB_ERROR_BAD_LOGIN },
  { "line\nbreak", PASSWORD, ASY_DB_ERROR_BAD_LOGIN },
  { "\xff", PASSWORD, ASY_DB_ERROR_BAD_LOGIN },
  { "a234567890123456789012345678901234567890123456789012345678901234x", PASSWORD, ASY_DB_ERROR_BAD_LOGIN },
  { "maria", "", ASY_DB_ERROR_WEAK_PASSWORD },
  { "maria", "123456789", ASY_DB_ERROR_WEAK_PASSWORD },
  { "maria", "żółćżółćż", ASY_DB_ERROR_WEAK_PASSWORD },
};

static void
test_bad_users (Fixture *f, gconstpointer user_data)
{
  g_autofree char *place = g_build_filename (f->folder, "other.asy", NULL);
  g_autofree char *before = db_test_snapshot (f->folder);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_users); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *code = NULL;
      g_autofree char *after = NULL;

      g_assert_null (asy_register_create (place, bad_users[i].login, bad_users[i].password, &code, &error));
      g_assert_error (error, ASY_DB_ERROR, bad_users[i].code);
      g_assert_null (code);
      after = db_test_snapshot (f->folder);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_open (Fixture *f, gconstpointer user_data)
{
  g_autoptr(AsyDb) db = open_as (f, "maria", PASSWORD);

  g_clear_pointer (&db, asy_db_close);
  db = open_as (f, NULL, PASSWORD);
  g_clear_pointer (&db, asy_db_close);
  /* The same letters with their marks apart: "z" and a dot above. */
  db = open_as (f, "maria", "Zaz\u0307o\u0301łc\u0301 ge\u0328s\u0301la\u0328 7");
  g_clear_pointer (&db, asy_db_close);
  assert_refused (f, "maria", PASSWORD " ", ASY_DB_ERROR_WRONG_PASSWORD);
  assert_refused (f, "maria", "", ASY_DB_ERROR_WRONG_PASSWORD);
  assert_refused (f, "maria", "\xff\xfe", ASY_DB_ERROR_WRONG_PASSWORD);
  assert_refused (f, "anna", PASSWORD, ASY_DB_ERROR_NO_USER);
  assert_refused (f, "", PASSWORD, ASY_DB_ERROR_NO_USER);
}

static void
test_strong_cost (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = open_as (f, "maria", PASSWORD);
  g_autoptr(AsyKeyring) ring = NULL;

  g_assert_true (asy_register_set_password (db, "maria", OTHER_PASSWORD, &error));
  g_assert_no_error (error);
  ring = _asy_keyring_load (f->path, &error);
  g_assert_cmpuint (_asy_keyring_find (ring, "maria")->cost.memory_bytes, ==, 256 * 1024 * 1024);
  g_assert_cmpuint (_asy_keyring_find (ring, "maria")->cost.n_passes, ==, 3);
  g_clear_pointer (&db, asy_db_close);
  db = open_as (f, "maria", OTHER_PASSWORD);
}

static void
test_users (Fixture *f, gconstpointer user_data)
{
  g_autoptr(AsyDb) db = open_as (f, "maria", PASSWORD);

  add_user (db, "anna", OTHER_PASSWORD);
  add_user (db, "łucja.żak", PASSWORD);
  g_clear_pointer (&db, asy_db_close);
  assert_logins (f, "maria anna łucja.żak");
  assert_refused (f, NULL, PASSWORD, ASY_DB_ERROR_NO_USER);
  assert_refused (f, "anna", PASSWORD, ASY_DB_ERROR_WRONG_PASSWORD);
  db = open_as (f, "anna", OTHER_PASSWORD);
  /* One user may give another one a new password; the old one opens no more. */
  add_user (db, "maria", OTHER_PASSWORD "!");
  g_clear_pointer (&db, asy_db_close);
  assert_refused (f, "maria", PASSWORD, ASY_DB_ERROR_WRONG_PASSWORD);
  db = open_as (f, "maria", OTHER_PASSWORD "!");
  assert_logins (f, "maria anna łucja.żak");
}

static void
test_recovery (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;
  g_autofree char *lower = g_ascii_strdown (f->code, -1);
  g_autofree char *typo = g_strdup (f->code);
  g_autofree char *renewed = NULL;
  g_auto(GStrv) groups = g_strsplit (lower, "-", -1);
  g_autofree char *ungrouped = g_strjoinv (" ", groups);

  g_assert_true (asy_register_is_recovery_code (ungrouped));
  db = asy_register_open_recovery (f->path, ungrouped, &error);
  g_assert_no_error (error);
  add_user (db, "maria", OTHER_PASSWORD);
  renewed = asy_register_renew_recovery (db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (renewed, !=, f->code);
  g_clear_pointer (&db, asy_db_close);

  g_assert_null (asy_register_open_recovery (f->path, f->code, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);
  typo[3] = typo[3] == '2' ? '3' : '2';
  g_assert_null (asy_register_open_recovery (f->path, typo, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_MISTYPED_CODE);
  g_clear_error (&error);
  db = asy_register_open_recovery (f->path, renewed, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, asy_db_close);
  db = open_as (f, "maria", OTHER_PASSWORD);
}

/* What the comment of the format promises of the two check characters. */
static void
test_code_checks (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  g_autofree char *code = _asy_recovery_code_new ();
  gsize length = strlen (code);

  g_assert_cmpuint (length, ==, 35 + 6);
  g_assert_true (asy_register_is_recovery_code (code));
  for (gsize i = 0; i < length; i++)
    for (const char *c = alphabet; *c != '\0'; c++)
      {
        g_autofree char *wrong = g_strdup (code);

        wrong[i] = *c;
        g_assert_cmpint (asy_register_is_recovery_code (wrong), ==, code[i] == *c);
      }
  for (gsize i = 0; i + 1 < length; i++)
    if (code[i] != '-' && code[i + 1] != '-')
      {
        g_autofree char *swapped = g_strdup (code);

        swapped[i] = code[i + 1];
        swapped[i + 1] = code[i];
        g_assert_cmpint (asy_register_is_recovery_code (swapped), ==, code[i] == code[i + 1]);
      }
}

static const struct {
  const char *text;
  gboolean is_code;
} codes[] = {
  { "", FALSE },
  { "-----", FALSE },
  { "00000-00000-00000-00000-00000-00000-00000", TRUE },
  { "ooooo OOOOO 00000 00000 00000 00000 00000", TRUE },
  { "ilIL1-11111-11111-11111-11111-11111-11100", FALSE },
  { "00000-00000-00000-00000-00000-00000-0000", FALSE },
  { "00000-00000-00000-00000-00000-00000-000000", FALSE },
  { "U0000-00000-00000-00000-00000-00000-00000", FALSE },
  { "żółć0-00000-00000-00000-00000-00000-00000", FALSE },
  { "00000-00000-00000-00000-00000-00000-00001", FALSE },
};

static void
test_code_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_test_message ("%s", codes[i].text);
      g_assert_cmpint (asy_register_is_recovery_code (codes[i].text), ==, codes[i].is_code);
    }
}

static void
test_leaver (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = open_as (f, "maria", PASSWORD);
  g_autofree char *kept = g_build_filename (f->folder, "kept.keys", NULL);
  g_autofree char *uuid = asy_register_dup_uuid (f->path, NULL);
  g_autofree char *uuid_after = NULL;

  add_user (db, "anna", OTHER_PASSWORD);
  add_user (db, "ewa", OTHER_PASSWORD);
  db_test_copy (f->keys, kept);
  g_assert_false (asy_register_remove_user (db, "nobody", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_USER);
  g_clear_error (&error);

  g_assert_true (asy_register_remove_user (db, "anna", &error));
  g_assert_no_error (error);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, 2000);
  g_assert_cmpint (db_test_count (db, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  db_test_assert_sound (db);
  g_clear_pointer (&db, asy_db_close);

  assert_logins (f, "maria ewa");
  assert_refused (f, "anna", OTHER_PASSWORD, ASY_DB_ERROR_NO_USER);
  /* Those who were not there when the register was re-keyed get in as before. */
  db = open_as (f, "ewa", OTHER_PASSWORD);
  g_clear_pointer (&db, asy_db_close);
  db = asy_register_open_recovery (f->path, f->code, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, asy_db_close);
  uuid_after = asy_register_dup_uuid (f->path, NULL);
  g_assert_cmpstr (uuid, ==, uuid_after);

  /* The key that the leaver copied with the old slots opens the file no more. */
  db_test_copy (kept, f->keys);
  assert_refused (f, "anna", OTHER_PASSWORD, ASY_DB_ERROR_CORRUPT);
}

static void
test_last_user_stays (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = open_as (f, "maria", PASSWORD);

  g_assert_false (asy_register_remove_user (db, "maria", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_LAST_USER);
  g_clear_pointer (&db, asy_db_close);
  db = open_as (f, "maria", PASSWORD);
}

static void
test_leaver_while_open_elsewhere (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = open_as (f, "maria", PASSWORD);
  g_autoptr(AsyDb) other = open_as (f, "maria", PASSWORD);

  add_user (db, "anna", OTHER_PASSWORD);
  g_assert_false (asy_register_remove_user (db, "anna", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, 2000);
  g_assert_cmpint (db_test_count (other, "SELECT count(*) FROM note"), ==, 2000);
  assert_logins (f, "maria anna");
  g_clear_pointer (&other, asy_db_close);
  other = open_as (f, "anna", OTHER_PASSWORD);
  g_clear_pointer (&other, asy_db_close);
  g_assert_true (asy_register_remove_user (db, "anna", &error));
  g_assert_no_error (error);
  assert_logins (f, "maria");
}

static void
test_two_connections (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) first = open_as (f, "maria", PASSWORD);
  g_autoptr(AsyDb) second = open_as (f, "maria", PASSWORD);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  /* Looking at the file and closing the second one must not take the locks of
   * the first one away: its log is still in use. */
  g_assert_true (asy_register_probe (f->path, &error));
  g_assert_true (asy_db_exec (first, "INSERT INTO note (text) VALUES ('first')", &error));
  g_clear_pointer (&second, asy_db_close);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_true (asy_db_exec (first, "INSERT INTO note (text) VALUES ('second')", &error));
  g_assert_no_error (error);
  g_clear_pointer (&first, asy_db_close);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  first = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_cmpint (db_test_count (first, "SELECT count(*) FROM note"), ==, 2002);
  db_test_assert_sound (first);
}

#define PATH_VARIABLE "ASY_TEST_REGISTER"

static void
test_another_process (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = asy_register_open (g_getenv (PATH_VARIABLE), "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, 2001);
}

/*
 * To open the file beside the engine and close it again drops the locks of this
 * process, unnoticed; then another one that closes the register believes to be
 * the last, and removes the log under our feet.
 */
static void
test_locks_stay (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = open_as (f, "maria", PASSWORD);
  g_autoptr(AsyDb) second = NULL;
  g_auto(GStrv) logins = NULL;
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);

  g_assert_true (asy_db_exec (db, "INSERT INTO note (text) VALUES ('first')", &error));
  g_assert_true (asy_register_probe (f->path, &error));
  logins = asy_register_list_logins (f->path, &error);
  second = asy_register_open (f->path, "maria", PASSWORD, ASY_DB_OPEN_READ_ONLY, &error);
  g_clear_pointer (&second, asy_db_close);
  g_assert_null (asy_register_open (f->path, "maria", OTHER_PASSWORD, ASY_DB_OPEN_DEFAULT, NULL));
  g_assert_no_error (error);

  g_assert_true (g_setenv (PATH_VARIABLE, f->path, TRUE));
  g_test_trap_subprocess ("/register/subprocess/another-process", 0, 0);
  g_unsetenv (PATH_VARIABLE);
  g_test_trap_assert_passed ();
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (asy_db_exec (db, "INSERT INTO note (text) VALUES ('second')", &error));
  g_assert_no_error (error);
  g_clear_pointer (&db, asy_db_close);
  db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, 2002);
  db_test_assert_sound (db);
}

#define N_ADDED 15

static pid_t
start_adding (Fixture *f, const char *name)
{
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      g_autoptr(AsyDb) db = open_as (f, "maria", PASSWORD);

      for (int i = 0; i < N_ADDED; i++)
        {
          g_autofree char *login = g_strdup_printf ("%s%d", name, i);

          add_user (db, login, PASSWORD);
        }
      g_clear_pointer (&db, asy_db_close);
      _exit (0);
    }
  return pid;
}

/* Two processes add users at the same time: no slot is lost. */
static void
test_two_processes (Fixture *f, gconstpointer user_data)
{
  pid_t first = start_adding (f, "a");
  pid_t second = start_adding (f, "b");
  g_auto(GStrv) logins = NULL;
  int status;

  g_assert_cmpint (waitpid (first, &status, 0), ==, first);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (waitpid (second, &status, 0), ==, second);
  g_assert_cmpint (status, ==, 0);
  logins = asy_register_list_logins (f->path, NULL);
  g_assert_cmpuint (g_strv_length (logins), ==, 1 + 2 * N_ADDED);
  g_assert_true (g_strv_contains ((const char *const *) logins, "a14"));
  g_assert_true (g_strv_contains ((const char *const *) logins, "b14"));
}

/* What _asy_keyring_new() does, for a UUID that is taken over. */
static void
seal_seed (const char *uuid, const guint8 *key, AsySealedSeed *ret_sealed)
{
  guint8 seed_key[32];
  guint8 seed[crypto_sign_SEEDBYTES] = { 7 };

  ret_sealed->generation = 1;
  crypto_kdf_derive_from_key (seed_key, sizeof seed_key, 1, "asyseed1", key);
  randombytes_buf (ret_sealed->bytes, 24);
  crypto_aead_xchacha20poly1305_ietf_encrypt (ret_sealed->bytes + 24, NULL, seed, sizeof seed, (const guint8 *) uuid, strlen (uuid),
                                              NULL, ret_sealed->bytes, seed_key);
}

/* A stranger who can write to the folder, but knows no password, puts a key of
 * his own behind the user's slot and a register made with it in the place of hers. */
static void
test_forged_slot (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyKeyring) ring = _asy_keyring_load (f->path, &error);
  g_autoptr(GBytes) bytes = NULL;
  AsyKeySlot *slot = _asy_keyring_find (ring, "maria");
  AsySealedSeed sealed = { 0 };
  guint8 key[ASY_DB_KEY_SIZE] = { 42 };
  AsyDb *db;

  g_assert_no_error (error);
  seal_seed (ring->uuid, key, &sealed);
  g_array_set_size (ring->seeds, 0);
  g_array_append_val (ring->seeds, sealed);
  g_array_set_size (slot->sealed, 0);
  g_assert_true (_asy_key_slot_seal (slot, 1, key, &error));
  bytes = _asy_keyring_serialize (ring, key, &error);
  g_assert_no_error (error);
  db_test_write (f->keys, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  db = _asy_db_open_salted (f->path, key, ring->salt, ASY_DB_OPEN_CREATE, &error);
  g_assert_no_error (error);
  asy_db_close (db);

  assert_refused (f, "maria", PASSWORD, ASY_DB_ERROR_NO_KEYS);
}

static void
test_changed_signature (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) file = NULL;
  char *contents = NULL;
  gsize size;
  guint8 digest[32];

  /* The keys file with one bit of a public key turned and its digest made good. */
  g_assert_true (g_file_get_contents (f->keys, &contents, &size, &error));
  file = g_byte_array_new_take ((guint8 *) contents, size);
  {
    g_autoptr(AsyKeyring) ring = _asy_keyring_load (f->path, &error);
    AsyKeySlot *slot = ring->slots->pdata[0];
    guint8 *found = memmem (file->data, file->len, slot->public_key, sizeof slot->public_key);

    g_assert_nonnull (found);
    found[7] ^= 1;
  }
  crypto_generichash (digest, sizeof digest, file->data, file->len - sizeof digest, NULL, 0);
  memcpy (file->data + file->len - sizeof digest, digest, sizeof digest);
  db_test_write (f->keys, file->data, file->len);
  assert_refused (f, "maria", PASSWORD, ASY_DB_ERROR_NO_KEYS);
}

static void
test_self_test (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (asy_db_self_test (&error));
  g_assert_no_error (error);
}

#define ADD(name, func) g_test_add ("/register/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("create", test_create);
  ADD ("create-after-kill", test_create_after_kill);
  ADD ("bad-users", test_bad_users);
  ADD ("open", test_open);
  ADD ("strong-cost", test_strong_cost);
  ADD ("users", test_users);
  ADD ("recovery", test_recovery);
  ADD ("leaver", test_leaver);
  ADD ("last-user", test_last_user_stays);
  ADD ("leaver-while-open-elsewhere", test_leaver_while_open_elsewhere);
  ADD ("two-connections", test_two_connections);
  ADD ("two-processes", test_two_processes);
  ADD ("locks-stay", test_locks_stay);
  g_test_add_func ("/register/subprocess/another-process", test_another_process);
  ADD ("forged-slot", test_forged_slot);
  ADD ("changed-signature", test_changed_signature);
  g_test_add_func ("/register/code/checks", test_code_checks);
  g_test_add_func ("/register/code/texts", test_code_texts);
  g_test_add_func ("/register/self-test", test_self_test);
  return g_test_run ();
}
