/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "db-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

const AsyKeyCost db_test_cost = { 1, 8192 };

void
db_test_remove_tree (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        db_test_remove_tree (file);
      else
        g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
describe_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autofree char *digest = NULL;
  gsize size;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_strdup_printf ("%s/", name);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) contents, size);
  return g_strdup_printf ("%s %" G_GSIZE_FORMAT " %s", name, size, digest);
}

char *
db_test_snapshot_without (const char *folder, const char *ending)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (ending == NULL || !g_str_has_suffix (name, ending))
      g_ptr_array_add (lines, describe_file (folder, name));
  g_ptr_array_sort (lines, compare_text);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
db_test_snapshot (const char *folder)
{
  return db_test_snapshot_without (folder, NULL);
}

gint64
db_test_count (AsyDb *db, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyStmt) stmt = asy_db_prepare (db, sql, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  g_assert_true (asy_stmt_fetch_int (stmt, -1, &value, &error));
  g_assert_no_error (error);
  return value;
}

void
db_test_assert_sound (AsyDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (asy_db_check_integrity (db, findings, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("finding: %s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

void
db_test_write (const char *path, gconstpointer bytes, gsize size)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, &error));
  g_assert_no_error (error);
}

void
db_test_copy (const char *from, const char *to)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &contents, &size, NULL));
  db_test_write (to, contents, size);
}

void
db_test_damage (const char *path, gint64 offset)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  if (offset < 0)
    offset += (gint64) size;
  g_assert_cmpint (offset, >=, 0);
  g_assert_cmpint (offset, <, (gint64) size);
  contents[offset] = (char) ~contents[offset];
  db_test_write (path, contents, size);
}

void
db_test_drop_rights (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, 0), ==, 0);
}

void
db_test_regain_rights (void)
{
  uid_t real, effective, saved;

  g_assert_cmpint (getresuid (&real, &effective, &saved), ==, 0);
  if (saved == 0 && effective != 0)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
}
