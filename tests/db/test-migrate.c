/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "db-test.h"
#include "db/asy-register-private.h"

#define PASSWORD "rejestr próbny"

static const AsyMigration good[] = {
  { 1, "/test/1.sql" },
  { 2, "/test/2.sql" },
  { 3, "/test/3.sql" },
};

typedef struct {
  char *folder;
  char *path;
  AsyDb *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;

  f->folder = g_dir_make_tmp ("asy-migrate-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  f->db = _asy_register_create (f->path, "maria", PASSWORD, &db_test_cost, &code, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  asy_db_close (f->db);
  db_test_remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static void
migrate_to (Fixture *f, gsize version)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (asy_db_migrate (f->db, good, version, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (asy_db_get_schema_version (f->db), ==, version);
}

static void
test_new_register (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = NULL;

  g_assert_cmpint (asy_db_get_schema_version (f->db), ==, 0);
  g_assert_true (asy_db_migrate (f->db, good, 3, &copy, &error));
  g_assert_no_error (error);
  g_assert_null (copy);
  g_assert_cmpint (asy_db_get_schema_version (f->db), ==, 3);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM visit WHERE day IS NULL"), ==, 3);
  g_assert_cmpint (db_test_count (f->db, "SELECT foreign_keys FROM pragma_foreign_keys"), ==, 1);
  g_assert_true (asy_db_migrate (f->db, good, 3, &copy, &error));
  g_assert_null (copy);
  db_test_assert_sound (f->db);
}

static void
test_copy_before_first_step (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *wanted = g_strconcat (f->path, ".before-v3-", NULL);
  g_autofree char *files = NULL;
  g_autoptr(AsyDb) old = NULL;

  migrate_to (f, 1);
  g_assert_true (asy_db_migrate (f->db, good, 3, &copy, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (copy, wanted));
  g_assert_cmpint (asy_db_get_schema_version (f->db), ==, 3);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person WHERE sort_key IN ('adamska', 'babacka')"), ==, 2);

  /* The copy is a register of its own, in the old version, that a password opens. */
  old = asy_register_open (copy, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_db_get_schema_version (old), ==, 1);
  g_assert_cmpint (db_test_count (old, "SELECT count(*) FROM visit"), ==, 3);
  db_test_assert_sound (old);
  g_clear_pointer (&old, asy_db_close);
  files = db_test_snapshot (f->folder);
  g_assert_null (strstr (files, ".part"));
}

static const struct {
  const char *name;
  const char *resource;
} bad[] = {
  { "broken", "/test/broken.sql" },
  { "committing", "/test/committing.sql" },
  { "rolling-back", "/test/rolling-back.sql" },
  { "dangling", "/test/dangling.sql" },
  { "missing", "/test/there-is-none.sql" },
};

static void
assert_as_before (Fixture *f, int version)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (asy_db_in_transaction (f->db));
  g_assert_cmpint (asy_db_get_schema_version (f->db), ==, version);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM visit"), ==, 3);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 2);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM pragma_table_info ('visit') WHERE name = 'day'"), ==, 0);
  g_assert_cmpint (db_test_count (f->db, "SELECT foreign_keys FROM pragma_foreign_keys"), ==, 1);
  g_assert_true (asy_db_exec (f->db, "INSERT INTO person (id, name, sort_key) VALUES (3, 'Cis', 'cis'); DELETE FROM person WHERE id = 3", &error));
  g_assert_no_error (error);
  db_test_assert_sound (f->db);
}

static void
test_bad_step (Fixture *f, gconstpointer user_data)
{
  const AsyMigration steps[] = {
    { 1, "/test/1.sql" },
    { 2, "/test/2.sql" },
    { 3, bad[GPOINTER_TO_SIZE (user_data)].resource },
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *files = NULL;

  migrate_to (f, 2);
  g_assert_false (asy_db_migrate (f->db, steps, 3, &copy, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "migration 3: "));
  g_assert_null (copy);
  files = db_test_snapshot (f->folder);
  g_assert_null (strstr (files, ".before-v"));
  assert_as_before (f, 2);
}

static void
test_bad_second_step (Fixture *f, gconstpointer user_data)
{
  static const AsyMigration steps[] = {
    { 1, "/test/1.sql" },
    { 2, "/test/2.sql" },
    { 3, "/test/broken.sql" },
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autoptr(AsyDb) old = NULL;

  migrate_to (f, 1);
  g_assert_false (asy_db_migrate (f->db, steps, 3, &copy, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED);
  g_clear_error (&error);
  assert_as_before (f, 2);
  /* One step is done, so the copy is worth keeping. */
  old = asy_register_open (copy, NULL, PASSWORD, ASY_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_db_get_schema_version (old), ==, 1);
}

static void
test_older_opened_for_reading (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  migrate_to (f, 1);
  g_clear_pointer (&f->db, asy_db_close);
  f->db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (asy_db_migrate (f->db, good, 3, NULL, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (asy_db_migrate (f->db, good, 1, NULL, &error));
  g_assert_no_error (error);
}

static void
test_copy (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *path = g_strconcat (f->path, ".copy", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  migrate_to (f, 3);
  g_assert_true (asy_db_copy_verified (f->db, path, &error));
  g_assert_no_error (error);
  before = db_test_snapshot_without (f->folder, "-shm");
  g_assert_false (asy_db_copy_verified (f->db, path, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_EXISTS);
  g_clear_error (&error);
  after = db_test_snapshot_without (f->folder, "-shm");
  g_assert_cmpstr (before, ==, after);
  g_clear_pointer (&after, g_free);

  g_cancellable_cancel (cancelled);
  asy_db_set_cancellable (f->db, cancelled);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (asy_db_copy_verified (f->db, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  asy_db_set_cancellable (f->db, NULL);
}

#define ADD(name, func) g_test_add ("/migrate/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("new-register", test_new_register);
  ADD ("copy-before-first-step", test_copy_before_first_step);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *name = g_strdup_printf ("/migrate/bad-step/%s", bad[i].name);

      g_test_add (name, Fixture, GSIZE_TO_POINTER (i), set_up, test_bad_step, tear_down);
    }
  ADD ("bad-second-step", test_bad_second_step);
  ADD ("older-opened-for-reading", test_older_opened_for_reading);
  ADD ("copy", test_copy);
  return g_test_run ();
}
