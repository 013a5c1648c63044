/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* From the N-th call to the medium on, everything fails, for N = 1, 2, 3 … until
 * the work gets through untroubled. Afterwards the medium is well again: the
 * register opens, is sound, has every change that was acknowledged and no half
 * of one. */

#include <glib/gstdio.h>
#include <string.h>

#include "db-test.h"
#include "db/asy-register-private.h"
#include "faulty-vfs.h"

#define PASSWORD "rejestr próbny"
#define N_TRANSACTIONS 3
#define N_ROWS 40

static const AsyMigration steps[] = {
  { 1, "/test/1.sql" },
  { 2, "/test/2.sql" },
  { 3, "/test/3.sql" },
};

typedef struct {
  char *sample_folder;
  char *sample;                 /* a register in version 1 with two users */
  char *folder;
  char *path;
  AsyDb *db;
  gboolean is_done[N_TRANSACTIONS];
} Fixture;

static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("asy-faults-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;
  g_autofree char *code = NULL;

  f->sample_folder = make_folder ();
  f->sample = g_build_filename (f->sample_folder, "office.asy", NULL);
  db = _asy_register_create (f->sample, "maria", PASSWORD, &db_test_cost, &code, &error);
  g_assert_no_error (error);
  g_assert_true (_asy_register_set_password (db, "anna", PASSWORD, &db_test_cost, &error));
  g_assert_true (asy_db_migrate (db, steps, 1, NULL, &error));
  g_assert_true (asy_db_exec (db,
                              "CREATE TABLE note (id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, text TEXT NOT NULL) STRICT;"
                              "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                              " INSERT INTO note (batch, text) SELECT -1, printf ('note %d of a family that does not exist', i) FROM n",
                              &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  db_test_remove_tree (f->sample_folder);
  g_free (f->sample_folder);
  g_free (f->sample);
}

static void
begin_attempt (Fixture *f)
{
  g_autofree char *sample_keys = g_strconcat (f->sample, ".keys", NULL);
  g_autofree char *keys = NULL;

  f->folder = make_folder ();
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  keys = g_strconcat (f->path, ".keys", NULL);
  db_test_copy (f->sample, f->path);
  db_test_copy (sample_keys, keys);
}

static void
end_attempt (Fixture *f)
{
  db_test_remove_tree (f->folder);
  g_clear_pointer (&f->folder, g_free);
  g_clear_pointer (&f->path, g_free);
}

static AsyDb *
open_healed (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  AsyDb *db = asy_register_open (f->path, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (db);
  db_test_assert_sound (db);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note WHERE batch = -1"), ==, 300);
  return db;
}

/* Saving */

static gboolean
insert_batch (AsyDb *db, gpointer user_data, GError **error)
{
  int batch = GPOINTER_TO_INT (user_data);

  for (int i = 0; i < N_ROWS; i++)
    {
      g_autoptr(AsyStmt) stmt = asy_db_prepare (db, "INSERT INTO note (batch, text) VALUES (:batch, hex (randomblob (300)))", error);

      if (stmt == NULL)
        return FALSE;
      asy_stmt_bind_int (stmt, ":batch", batch);
      if (!asy_stmt_run (stmt, error) || !asy_db_search_put (db, "note", batch * N_ROWS + i + 1, "", "", "kowalska lodz", error))
        return FALSE;
    }
  return TRUE;
}

static void
save (Fixture *f)
{
  g_autoptr(AsyDb) db = asy_register_open (f->path, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, NULL);

  for (int i = 0; i < N_TRANSACTIONS; i++)
    f->is_done[i] = db != NULL && asy_db_transaction (db, insert_batch, GINT_TO_POINTER (i), NULL);
}

static void
check_saved (Fixture *f, gboolean has_failed)
{
  g_autoptr(AsyDb) db = open_healed (f);
  gint64 n_found = db_test_count (db, "SELECT count(*) FROM search_doc");
  gint64 n_all = 0;

  for (int i = 0; i < N_TRANSACTIONS; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM note WHERE batch = %d", i);
      gint64 n = db_test_count (db, sql);

      g_assert_true (n == N_ROWS || (n == 0 && !f->is_done[i]));
      g_assert_true (has_failed || f->is_done[i]);
      n_all += n;
    }
  g_assert_cmpint (n_found, ==, n_all);
}

/* Migrating */

static void
migrate (Fixture *f)
{
  g_autoptr(AsyDb) db = asy_register_open (f->path, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, NULL);

  f->is_done[0] = db != NULL && asy_db_migrate (db, steps, 3, NULL, NULL);
}

static void
check_migrated (Fixture *f, gboolean has_failed)
{
  g_autoptr(AsyDb) db = open_healed (f);
  g_autofree char *files = NULL;
  int version = asy_db_get_schema_version (db);

  g_assert_true (version == 3 || !f->is_done[0]);
  g_assert_true (has_failed || f->is_done[0]);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM visit"), ==, 3);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM pragma_table_info ('person') WHERE name = 'sort_key'"), ==, version >= 2);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM pragma_table_info ('visit') WHERE name = 'day'"), ==, version >= 3);
  files = db_test_snapshot (f->folder);
  g_assert_null (strstr (files, ".part"));
  g_assert_true (strstr (files, ".before-v") != NULL || version == 1);
}

/* Re-keying */

static void
remove_leaver (Fixture *f)
{
  g_autoptr(AsyDb) db = asy_register_open (f->path, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, NULL);

  f->is_done[0] = db != NULL && asy_register_remove_user (db, "anna", NULL);
}

static void
check_leaver (Fixture *f, gboolean has_failed)
{
  g_autoptr(AsyDb) db G_GNUC_UNUSED = open_healed (f);
  g_autoptr(AsyDb) of_leaver = NULL;
  g_auto(GStrv) logins = asy_register_list_logins (f->path, NULL);
  gboolean is_there = g_strv_contains ((const char *const *) logins, "anna");

  g_assert_cmpint (asy_db_get_schema_version (db), ==, 1);
  g_assert_true (has_failed || f->is_done[0]);
  g_assert_false (is_there && f->is_done[0]);
  /* A user that is listed gets in. */
  if (is_there)
    of_leaver = asy_register_open (f->path, "anna", PASSWORD, ASY_DB_OPEN_DEFAULT, NULL);
  g_assert_cmpint (of_leaver != NULL, ==, is_there);
}

static const struct {
  const char *name;
  void (*work) (Fixture *f);
  void (*check) (Fixture *f, gboolean has_failed);
  FaultyVfsMode mode;
} cases[] = {
  { "save/broken", save, check_saved, FAULTY_VFS_BROKEN },
  { "save/broken-writes", save, check_saved, FAULTY_VFS_BROKEN_WRITES },
  { "save/full", save, check_saved, FAULTY_VFS_FULL },
  { "migrate/broken", migrate, check_migrated, FAULTY_VFS_BROKEN },
  { "migrate/full", migrate, check_migrated, FAULTY_VFS_FULL },
  { "re-key/broken", remove_leaver, check_leaver, FAULTY_VFS_BROKEN },
  { "re-key/broken-writes", remove_leaver, check_leaver, FAULTY_VFS_BROKEN_WRITES },
  { "re-key/full", remove_leaver, check_leaver, FAULTY_VFS_FULL },
};

static void
test_faults (Fixture *f, gconstpointer user_data)
{
  gsize i = GPOINTER_TO_SIZE (user_data);
  gboolean has_failed = TRUE;
  guint n;

  for (n = 1; has_failed; n++)
    {
      begin_attempt (f);
      faulty_vfs_fail_from (n, cases[i].mode);
      cases[i].work (f);
      has_failed = faulty_vfs_heal ();
      cases[i].check (f, has_failed);
      end_attempt (f);
    }
  g_test_message ("%u points of failure", n - 2);
  g_assert_cmpuint (n, >, 10);
}

static AsyDb *
fill_until_full (Fixture *f, gint64 *ret_n_done)
{
  g_autoptr(GError) error = NULL;
  AsyDb *db = asy_register_open (f->path, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  while (asy_db_transaction (db, insert_batch, GINT_TO_POINTER ((int) n), &error))
    n++;
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FULL);
  g_assert_false (asy_db_in_transaction (db));
  *ret_n_done = n;
  return db;
}

/* Reading goes on, and saving does as soon as there is room again. */
static void
test_full (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;
  gint64 n = 0;

  begin_attempt (f);
  faulty_vfs_fail_from (500, FAULTY_VFS_FULL);
  db = fill_until_full (f, &n);
  g_assert_cmpint (n, >, 1);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note WHERE batch >= 0"), ==, n * N_ROWS);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM search_doc"), ==, n * N_ROWS);
  faulty_vfs_heal ();
  g_assert_true (asy_db_transaction (db, insert_batch, GINT_TO_POINTER ((int) n), &error));
  g_assert_no_error (error);
  g_clear_pointer (&db, asy_db_close);
  db = open_healed (f);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note WHERE batch >= 0"), ==, (n + 1) * N_ROWS);
  g_clear_pointer (&db, asy_db_close);
  end_attempt (f);
}

/* Spoilt where it does not matter: in the journal of the copy that is being made. */
static void
check_and_remove_copy (const char *path, gint64 n_notes)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *keys = g_strconcat (path, ".keys", NULL);
  g_autoptr(AsyDb) db = asy_register_open (path, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  db_test_assert_sound (db);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, n_notes);
  g_clear_pointer (&db, asy_db_close);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_unlink (keys), ==, 0);
}

/* Every write of a copy spoilt in turn; returns how many copies were refused. */
static guint
copy_spoilt (Fixture *f, AsyDb *db, gint64 n_notes)
{
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);
  gboolean has_lied = TRUE;
  guint n_refused = 0;

  for (guint n = 1; has_lied; n++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *files = NULL;

      faulty_vfs_fail_from (n, FAULTY_VFS_LYING);
      if (!asy_db_copy_verified (db, copy, &error))
        n_refused++;
      has_lied = faulty_vfs_heal ();
      if (error == NULL)
        check_and_remove_copy (copy, n_notes);
      else
        g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT);
      files = db_test_snapshot (f->folder);
      g_assert_null (strstr (files, ".copy"));
    }
  return n_refused;
}

/* A medium that does not keep what it was given: the copy is not believed. */
static void
test_spoilt_copy (Fixture *f, gconstpointer user_data)
{
  g_autoptr(AsyDb) db = NULL;

  begin_attempt (f);
  db = open_healed (f);
  for (int i = 0; i < 10; i++)
    g_assert_true (asy_db_transaction (db, insert_batch, GINT_TO_POINTER (i), NULL));
  g_assert_cmpuint (copy_spoilt (f, db, 300 + 10 * N_ROWS), >, 5);
  g_clear_pointer (&db, asy_db_close);
  end_attempt (f);
}

/* The same page by page: a reader of the past keeps the log from being emptied. */
static void
test_spoilt_copy_of_pages (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;
  g_autoptr(AsyDb) reader = NULL;

  begin_attempt (f);
  db = open_healed (f);
  reader = asy_register_open (f->path, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (asy_db_exec (reader, "BEGIN; SELECT count(*) FROM note", &error));
  g_assert_true (asy_db_transaction (db, insert_batch, NULL, NULL));
  g_assert_cmpuint (copy_spoilt (f, db, 300 + N_ROWS), >, 10);
  g_clear_pointer (&reader, asy_db_close);
  g_clear_pointer (&db, asy_db_close);
  end_attempt (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  faulty_vfs_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/faults/%s", cases[i].name);

      g_test_add (name, Fixture, GSIZE_TO_POINTER (i), set_up, test_faults, tear_down);
    }
  g_test_add ("/faults/spoilt-copy", Fixture, NULL, set_up, test_spoilt_copy, tear_down);
  g_test_add ("/faults/spoilt-copy-of-pages", Fixture, NULL, set_up, test_spoilt_copy_of_pages, tear_down);
  g_test_add ("/faults/full", Fixture, NULL, set_up, test_full, tear_down);
  return g_test_run ();
}
