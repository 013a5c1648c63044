/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The plain SQLite of the system in the same process, as a GTK program has it:
 * each works with its own, whichever is asked first. */

#include <dlfcn.h>
#include <sqlcipher/sqlite3.h>
#include <string.h>

#include "db-test.h"

typedef struct {
  const char *(*libversion) (void);
  int (*open) (const char *path, sqlite3 **ret_handle);
  int (*exec) (sqlite3 *handle, const char *sql, int (*on_row_cb) (void *, int, char **, char **), void *user_data, char **ret_message);
  int (*close) (sqlite3 *handle);
} Plain;

static void
find (void *library, const char *name, void *ret_function)
{
  void *found = dlsym (library, name);

  g_assert_nonnull (found);
  memcpy (ret_function, &found, sizeof found);
}

static gboolean
load_plain (Plain *plain)
{
  void *library = dlopen ("libsqlite3.so.0", RTLD_NOW | RTLD_GLOBAL);

  if (library == NULL)
    {
      g_test_skip ("this system has no plain SQLite");
      return FALSE;
    }
  find (library, "sqlite3_libversion", &plain->libversion);
  find (library, "sqlite3_open", &plain->open);
  find (library, "sqlite3_exec", &plain->exec);
  find (library, "sqlite3_close", &plain->close);
  return TRUE;
}

static int
count_rows_cb (void *user_data, int n, char **values, char **names)
{
  (*(int *) user_data)++;
  return 0;
}

/* Versions may agree by chance on another system; what each can do does not. */
static int
count_cipher_rows (Plain *plain)
{
  sqlite3 *handle = NULL;
  int n_rows = 0;

  g_assert_cmpint (plain->open (":memory:", &handle), ==, SQLITE_OK);
  g_assert_cmpint (plain->exec (handle, "PRAGMA cipher_version", count_rows_cb, &n_rows, NULL), ==, SQLITE_OK);
  g_assert_cmpint (plain->close (handle), ==, SQLITE_OK);
  return n_rows;
}

static void
write_plain (Plain *plain, const char *path)
{
  sqlite3 *handle = NULL;
  g_autofree char *contents = NULL;

  g_assert_cmpint (plain->open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (plain->exec (handle, "CREATE TABLE t (a); INSERT INTO t VALUES ('Kowalski-plain')", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (plain->close (handle), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "SQLite format 3"));
}

static void
write_encrypted (const char *path)
{
  static const guint8 key[ASY_DB_KEY_SIZE] = { 1 };
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = asy_db_open (path, key, ASY_DB_OPEN_CREATE, &error);
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (asy_db_exec (db, "CREATE TABLE t (a); INSERT INTO t VALUES ('Kowalski-encrypted')", &error));
  g_assert_no_error (error);
  g_clear_pointer (&db, asy_db_close);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_null (memmem (contents, size, "Kowalski", strlen ("Kowalski")));
  g_assert_false (g_str_has_prefix (contents, "SQLite format 3"));
}

static void
test_stay_apart (void)
{
  g_autofree char *folder = g_dir_make_tmp ("asy-two-XXXXXX", NULL);
  g_autofree char *plain_path = g_build_filename (folder, "plain.db", NULL);
  g_autofree char *first = g_build_filename (folder, "first.asy", NULL);
  g_autofree char *second = g_build_filename (folder, "second.asy", NULL);
  g_autoptr(GError) error = NULL;
  Plain plain;

  if (load_plain (&plain))
    {
      g_test_message ("ours %s, the system's %s", sqlite3_libversion (), plain.libversion ());
      g_assert_true (plain.libversion != sqlite3_libversion);
      write_encrypted (first);
      write_plain (&plain, plain_path);
      write_encrypted (second);
      g_assert_cmpint (count_cipher_rows (&plain), ==, 0);
      g_assert_true (asy_db_self_test (&error));
      g_assert_no_error (error);
    }
  db_test_remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/two-engines/stay-apart", test_stay_apart);
  return g_test_run ();
}
