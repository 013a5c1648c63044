/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* Files that cannot be opened: each has its own error, and every file in the
 * folder stays byte for byte what it was. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "db-test.h"
#include "db/asy-db-private.h"
#include "db/asy-register-private.h"

#define PASSWORD "rejestr próbny"

typedef struct {
  char *folder;
  char *path;
  char *keys;
} Fixture;

static void
fill (AsyDb *db)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (asy_db_exec (db,
                              "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
                              "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                              " INSERT INTO note SELECT i, printf ('note %d of a family that does not exist', i) FROM n",
                              &error));
  g_assert_no_error (error);
}

static void
make_register (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr(AsyDb) db = _asy_register_create (path, "maria", PASSWORD, &db_test_cost, &code, &error);

  g_assert_no_error (error);
  fill (db);
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("asy-refuse-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  f->keys = g_strconcat (f->path, ".keys", NULL);
  make_register (f->path);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  db_test_remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->keys);
}

/* What happens to the files */

static void
cut (const char *path, gsize size)
{
  g_autofree char *contents = NULL;
  gsize old_size;

  g_assert_true (g_file_get_contents (path, &contents, &old_size, NULL));
  g_assert_cmpuint (size, <, old_size);
  db_test_write (path, contents, size);
}

static void
harm_nothing (Fixture *f)
{
}

static void
harm_remove (Fixture *f)
{
  g_assert_cmpint (g_unlink (f->path), ==, 0);
}

static void
harm_folder (Fixture *f)
{
  harm_remove (f);
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
}

static void
harm_empty (Fixture *f)
{
  db_test_write (f->path, "", 0);
}

static void
harm_plain_sqlite (Fixture *f)
{
  guint8 page[4096] = "SQLite format 3";

  page[16] = 0x10;
  db_test_write (f->path, page, sizeof page);
}

static void
harm_plain_sqlite_alone (Fixture *f)
{
  harm_plain_sqlite (f);
  g_assert_cmpint (g_unlink (f->keys), ==, 0);
}

static void
harm_letter (Fixture *f)
{
  db_test_write (f->path, "Szanowna Pani,", 14);
}

static void
harm_letter_alone (Fixture *f)
{
  db_test_write (f->path, "Szanowna Pani, dziękujemy za list.", 35);
  g_assert_cmpint (g_unlink (f->keys), ==, 0);
}

static void
harm_random (Fixture *f)
{
  guint8 bytes[8192];

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) g_test_rand_int ();
  db_test_write (f->path, bytes, sizeof bytes);
}

/* The file of another office came in the place of ours. */
static void
harm_foreign_register (Fixture *f)
{
  g_autofree char *other = g_build_filename (f->folder, "other.asy", NULL);

  make_register (other);
  g_assert_cmpint (g_rename (other, f->path), ==, 0);
}

static void
harm_foreign_keys (Fixture *f)
{
  g_autofree char *other = g_build_filename (f->folder, "other.asy", NULL);
  g_autofree char *other_keys = g_strconcat (other, ".keys", NULL);

  make_register (other);
  g_assert_cmpint (g_rename (other_keys, f->keys), ==, 0);
}

static void
harm_other_application (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_true (asy_db_exec (db, "PRAGMA application_id = 252006", &error));
}

static void
harm_cut_within_page (Fixture *f)
{
  cut (f->path, 3 * 4096 + 100);
}

static void
harm_cut_to_few_bytes (Fixture *f)
{
  cut (f->path, 9);
}

static void
harm_cut_between_pages (Fixture *f)
{
  cut (f->path, 3 * 4096);
}

static void
harm_first_byte (Fixture *f)
{
  db_test_damage (f->path, 0);
}

static void
harm_first_page (Fixture *f)
{
  db_test_damage (f->path, 1000);
}

static void
harm_schema_page (Fixture *f)
{
  db_test_damage (f->path, 4000);
}

static void
harm_no_keys (Fixture *f)
{
  g_assert_cmpint (g_unlink (f->keys), ==, 0);
}

static void
harm_empty_keys (Fixture *f)
{
  db_test_write (f->keys, "", 0);
}

static void
harm_cut_keys (Fixture *f)
{
  cut (f->keys, 300);
}

static void
harm_keys (Fixture *f)
{
  db_test_damage (f->keys, g_test_rand_int_range (0, 500));
}

static const struct {
  const char *name;
  void (*harm) (Fixture *f);
  const char *login;
  const char *password;
  int code;
  gboolean is_seen_by_probe;    /* before a password is asked for */
} cases[] = {
  { "missing", harm_remove, NULL, PASSWORD, ASY_DB_ERROR_NOT_FOUND, TRUE },
  { "folder", harm_folder, NULL, PASSWORD, ASY_DB_ERROR_FOREIGN, TRUE },
  { "empty", harm_empty, NULL, PASSWORD, ASY_DB_ERROR_EMPTY, TRUE },
  { "plain-sqlite", harm_plain_sqlite, NULL, PASSWORD, ASY_DB_ERROR_FOREIGN, TRUE },
  { "plain-sqlite-alone", harm_plain_sqlite_alone, NULL, PASSWORD, ASY_DB_ERROR_FOREIGN, TRUE },
  { "letter", harm_letter, NULL, PASSWORD, ASY_DB_ERROR_CORRUPT, TRUE },
  { "letter-alone", harm_letter_alone, NULL, PASSWORD, ASY_DB_ERROR_FOREIGN, TRUE },
  { "random", harm_random, NULL, PASSWORD, ASY_DB_ERROR_FOREIGN },
  { "foreign-register", harm_foreign_register, NULL, PASSWORD, ASY_DB_ERROR_FOREIGN },
  { "foreign-keys", harm_foreign_keys, NULL, PASSWORD, ASY_DB_ERROR_FOREIGN },
  { "other-application", harm_other_application, NULL, PASSWORD, ASY_DB_ERROR_FOREIGN },
  { "cut-within-page", harm_cut_within_page, NULL, PASSWORD, ASY_DB_ERROR_CORRUPT, TRUE },
  { "cut-to-few-bytes", harm_cut_to_few_bytes, NULL, PASSWORD, ASY_DB_ERROR_CORRUPT, TRUE },
  { "cut-between-pages", harm_cut_between_pages, NULL, PASSWORD, ASY_DB_ERROR_CORRUPT },
  { "first-byte", harm_first_byte, NULL, PASSWORD, ASY_DB_ERROR_CORRUPT },
  { "first-page", harm_first_page, NULL, PASSWORD, ASY_DB_ERROR_CORRUPT },
  { "schema-page", harm_schema_page, NULL, PASSWORD, ASY_DB_ERROR_CORRUPT },
  { "no-keys", harm_no_keys, NULL, PASSWORD, ASY_DB_ERROR_NO_KEYS, TRUE },
  { "empty-keys", harm_empty_keys, NULL, PASSWORD, ASY_DB_ERROR_NO_KEYS, TRUE },
  { "cut-keys", harm_cut_keys, NULL, PASSWORD, ASY_DB_ERROR_NO_KEYS, TRUE },
  { "damaged-keys", harm_keys, NULL, PASSWORD, ASY_DB_ERROR_NO_KEYS, TRUE },
  { "wrong-password", harm_nothing, NULL, PASSWORD "!", ASY_DB_ERROR_WRONG_PASSWORD },
  { "wrong-login", harm_nothing, "anna", PASSWORD, ASY_DB_ERROR_NO_USER },
};

static void
test_refused (Fixture *f, gconstpointer user_data)
{
  gsize i = GPOINTER_TO_SIZE (user_data);
  static const AsyDbOpenFlags flags[] = { ASY_DB_OPEN_DEFAULT, ASY_DB_OPEN_READ_ONLY };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) seen = NULL;

  cases[i].harm (f);
  before = db_test_snapshot (f->folder);
  for (gsize k = 0; k < G_N_ELEMENTS (flags); k++)
    {
      g_autoptr(GError) error = NULL;
      AsyDb *db = asy_register_open (f->path, cases[i].login, cases[i].password, flags[k], &error);

      g_assert_null (db);
      g_assert_error (error, ASY_DB_ERROR, cases[i].code);
    }
  g_assert_cmpint (asy_register_probe (f->path, &seen), ==, !cases[i].is_seen_by_probe);
  if (cases[i].is_seen_by_probe)
    g_assert_error (seen, ASY_DB_ERROR, cases[i].code);
  after = db_test_snapshot (f->folder);
  g_assert_cmpstr (before, ==, after);
}

/* The recovery sheet meets the same obstacles. */
static void
test_recovery_refused (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  harm_first_page (f);
  g_assert_null (asy_register_open_recovery (f->path, "00000-00000-00000-00000-00000-00000-00000", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);
  harm_no_keys (f);
  g_assert_null (asy_register_open_recovery (f->path, "00000-00000-00000-00000-00000-00000-00000", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_KEYS);
}

static const AsyMigration steps[] = { { 1, "/not-needed" } };

static void
test_too_new (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copy = NULL;

  g_assert_true (asy_db_exec (db, "PRAGMA user_version = 2", &error));
  g_clear_pointer (&db, asy_db_close);
  before = db_test_snapshot (f->folder);
  db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (asy_db_migrate (db, steps, G_N_ELEMENTS (steps), &copy, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_TOO_NEW);
  g_assert_null (copy);
  g_clear_pointer (&db, asy_db_close);
  after = db_test_snapshot (f->folder);
  g_assert_cmpstr (before, ==, after);
}

/* The same after a crash of the newer program: its log stays where it is. */
static void
test_too_new_with_log (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (log, ".kept", NULL);
  g_autofree char *kept = g_strconcat (f->path, ".kept", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (asy_db_exec (db, "PRAGMA user_version = 2", &error));
  db_test_copy (log, kept_log);
  db_test_copy (f->path, kept);
  g_clear_pointer (&db, asy_db_close);
  g_assert_cmpint (g_rename (kept, f->path), ==, 0);
  g_assert_cmpint (g_rename (kept_log, log), ==, 0);

  before = db_test_snapshot_without (f->folder, "-shm");
  db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_db_get_schema_version (db), ==, 2);
  g_assert_false (asy_db_migrate (db, steps, G_N_ELEMENTS (steps), NULL, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_TOO_NEW);
  g_clear_pointer (&db, asy_db_close);
  after = db_test_snapshot_without (f->folder, "-shm");
  g_assert_cmpstr (before, ==, after);
}

/* A damaged page in the middle: found by the check, and no copy is made of it. */
static void
test_damaged_middle (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(AsyDb) db = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  db_test_damage (f->path, -5000);
  before = db_test_snapshot (f->folder);
  db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (asy_db_check_integrity (db, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_false (asy_db_exec (db, "SELECT sum (length (text)) FROM note", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (asy_db_copy_verified (db, copy, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT);
  g_clear_pointer (&db, asy_db_close);
  after = db_test_snapshot (f->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_read_only (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;
  g_autofree char *before = db_test_snapshot (f->folder);
  g_autofree char *after = NULL;

  g_assert_null (asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (asy_register_probe (f->path, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  g_clear_error (&error);

  db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (asy_db_is_read_only (db));
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, 5000);
  g_assert_false (asy_db_exec (db, "DELETE FROM note", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (_asy_register_set_password (db, "anna", PASSWORD, &db_test_cost, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  g_clear_pointer (&db, asy_db_close);
  after = db_test_snapshot (f->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
set_modes (Fixture *f, int of_files, int of_folder)
{
  g_assert_cmpint (g_chmod (f->path, of_files), ==, 0);
  g_assert_cmpint (g_chmod (f->keys, of_files), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, of_folder), ==, 0);
}

static void
test_read_only_folder (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = g_build_filename (f->folder, "new.asy", NULL);
  g_autofree char *code = NULL;

  set_modes (f, 0666, 0555);
  db_test_drop_rights ();
  assert_read_only (f);
  g_assert_null (_asy_register_create (place, "maria", PASSWORD, &db_test_cost, &code, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  db_test_regain_rights ();
  set_modes (f, 0600, 0700);
}

static void
test_read_only_file (Fixture *f, gconstpointer user_data)
{
  set_modes (f, 0444, 0777);
  db_test_drop_rights ();
  assert_read_only (f);
  db_test_regain_rights ();
  set_modes (f, 0600, 0700);
}

static void
test_unreadable (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  set_modes (f, 0000, 0755);
  db_test_drop_rights ();
  g_assert_null (asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_PERMISSION);
  db_test_regain_rights ();
  set_modes (f, 0600, 0700);
}

/* Opening for reading in a place that can be written changes nothing either. */
static void
test_read_only_by_choice (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = db_test_snapshot (f->folder);
  g_autofree char *after = NULL;
  g_autoptr(AsyDb) db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_false (asy_db_exec (db, "DELETE FROM note", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, 5000);
  g_clear_pointer (&db, asy_db_close);
  after = db_test_snapshot (f->folder);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(name, func) g_test_add ("/refuse/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/refuse/%s", cases[i].name);

      g_test_add (name, Fixture, GSIZE_TO_POINTER (i), set_up, test_refused, tear_down);
    }
  ADD ("recovery", test_recovery_refused);
  ADD ("too-new", test_too_new);
  ADD ("too-new-with-log", test_too_new_with_log);
  ADD ("damaged-middle", test_damaged_middle);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("read-only-file", test_read_only_file);
  ADD ("unreadable", test_unreadable);
  ADD ("read-only-by-choice", test_read_only_by_choice);
  return g_test_run ();
}
