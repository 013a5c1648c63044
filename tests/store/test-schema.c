/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "store-fixture.h"

static const guint8 key[ASY_DB_KEY_SIZE] = { 3, 1, 4, 1, 5 };

/* Every object of the schema with its text; the engine's own tables too. */
static char *
describe_schema (AsyDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyStmt) stmt = asy_db_prepare (db, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name", &error);
  GString *text = g_string_new (NULL);
  gboolean has_row;

  g_assert_no_error (error);
  while (asy_stmt_step (stmt, &has_row, &error) && has_row)
    g_string_append_printf (text, "%s %s\n%s\n", asy_stmt_column_text (stmt, 0), asy_stmt_column_text (stmt, 1),
                            asy_stmt_column_text (stmt, 2) != NULL ? asy_stmt_column_text (stmt, 2) : "");
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static gint64
count (AsyDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyStmt) stmt = asy_db_prepare (db, sql, &error);
  gint64 n = -1;

  g_assert_no_error (error);
  g_assert_true (asy_stmt_fetch_int (stmt, -1, &n, &error));
  return n;
}

static AsyDb *
build_sample (const char *path, int version)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.sql", version);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  AsyDb *db;

  g_assert_true (g_file_get_contents (file, &sql, NULL, &error));
  db = asy_db_open (path, key, ASY_DB_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (asy_db_exec (db, sql, &error));
  g_assert_no_error (error);
  g_assert_cmpint (asy_db_get_schema_version (db), ==, version);
  return db;
}

/* Each old register becomes what a new one is, with all that was in it. */
static void
test_samples (StoreFixture *f, gconstpointer user_data)
{
  for (int version = 1; version < asy_session_get_schema_version (); version++)
    {
      g_autofree char *path = g_strdup_printf ("%s/old-%d.asy", f->folder, version);
      g_autofree char *fresh = describe_schema (f->db);
      g_autofree char *migrated = NULL;
      g_autofree char *copy = NULL;
      g_autoptr (GError) error = NULL;
      AsyDb *db = build_sample (path, version);

      asy_db_close (db);
      db = asy_db_open (path, key, ASY_DB_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      g_assert_true (asy_session_migrate (db, &copy, &error));
      g_assert_no_error (error);
      migrated = describe_schema (db);
      g_assert_cmpstr (migrated, ==, fresh);
      g_assert_cmpint (count (db, "SELECT count(*) FROM member"), ==, 2);
      g_assert_cmpint (count (db, "SELECT count(*) FROM visit_person WHERE seen = 1"), ==, 1);
      g_assert_cmpint (count (db, "SELECT count(*) FROM dictionary WHERE kind = 'duty'"), ==, 21);
      g_assert_nonnull (copy);
      g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
      asy_db_close (db);
    }
}

/* The one warning that a family had, and visits in twos, become warnings with days. */
static void
test_warnings_are_carried_over (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *until;          /* of the old warning */
    const char *from, *expected_until;
  } rows[] = {
    { "NULL", "'2026-02-01'", "IS NULL" },
    { "'2026-04-30'", "'2026-02-01'", "= '2026-04-30'" },
    /* It ended before the newest notice. */
    { "'2025-12-31'", "'2025-12-31'", "= '2025-12-31'" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/warned-%d.asy", f->folder, (int) i);
      g_autofree char *old = g_strdup_printf ("UPDATE case_file SET notice_on = '2026-02-01';"
                                              "UPDATE family SET warning = ' pies ', warning_until = %s, two_person_visits = 1",
                                              rows[i].until);
      g_autofree char *moved = g_strdup_printf ("SELECT count(*) FROM family_warning WHERE kind = 'other' AND reason = 'pies'"
                                                " AND from_day = %s AND until_day %s", rows[i].from, rows[i].expected_until);
      g_autoptr (GError) error = NULL;
      AsyDb *db = build_sample (path, 2);
      gint64 n_families;

      g_assert_true (asy_db_exec (db, old, &error));
      g_assert_no_error (error);
      n_families = count (db, "SELECT count(DISTINCT family_id) FROM case_file");
      g_assert_true (asy_session_migrate (db, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (count (db, moved), ==, n_families);
      g_assert_cmpint (count (db, "SELECT count(*) FROM family_warning WHERE kind = 'two-person' AND until_day IS NULL"), ==, n_families);
      asy_db_close (db);
    }
}

/* A sample for each version that was ever written. */
static void
test_every_version_has_a_sample (void)
{
  for (int version = 1; version < asy_session_get_schema_version (); version++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%d.sql", version);
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

      g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
    }
}

/* The one former name that a person had becomes the first of a history; one of blanks is none. */
static void
test_former_names_are_carried_over (StoreFixture *f, gconstpointer user_data)
{
  g_autofree char *path = g_strdup_printf ("%s/named.asy", f->folder);
  g_autoptr (GError) error = NULL;
  AsyDb *db = build_sample (path, 3);

  g_assert_true (asy_db_exec (db, "UPDATE person SET former_name = ' Lipa ' WHERE id = 1; UPDATE person SET former_name = ' ' WHERE id = 2",
                              &error));
  asy_db_close (db);
  db = asy_db_open (path, key, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_true (asy_session_migrate (db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (db, "SELECT count(*) FROM person_name"), ==, 1);
  g_assert_cmpint (count (db, "SELECT count(*) FROM person_name WHERE person_id = 1 AND family_name = 'Lipa' AND changed_on IS NULL"
                              " AND reason = 'other'"), ==, 1);
  asy_db_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/schema/samples", StoreFixture, NULL, store_fixture_set_up, test_samples, store_fixture_tear_down);
  g_test_add ("/schema/warnings-are-carried-over", StoreFixture, NULL, store_fixture_set_up, test_warnings_are_carried_over,
              store_fixture_tear_down);
  g_test_add ("/schema/former-names-are-carried-over", StoreFixture, NULL, store_fixture_set_up, test_former_names_are_carried_over,
              store_fixture_tear_down);
  g_test_add_func ("/schema/every-version-has-a-sample", test_every_version_has_a_sample);
  return g_test_run ();
}
