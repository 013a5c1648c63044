/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "db-test.h"

static const guint8 key[ASY_DB_KEY_SIZE] = { 1, 2, 3, 4, 5, 6, 7, 8 };

typedef struct {
  char *folder;
  char *path;
  AsyDb *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("asy-db-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  f->db = asy_db_open (f->path, key, ASY_DB_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (asy_db_exec (f->db,
                              "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, born TEXT,"
                              " weight REAL, photo BLOB, CHECK (name <> '')) STRICT;"
                              "CREATE TABLE visit (id INTEGER PRIMARY KEY, person INTEGER NOT NULL"
                              " REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT;",
                              &error));
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

static gboolean
insert_named (AsyDb *db, gpointer user_data, GError **error)
{
  g_autoptr(AsyStmt) stmt = asy_db_prepare (db, "INSERT INTO person (name) VALUES (:name)", error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":name", user_data);
  return asy_stmt_run (stmt, error);
}

static void
test_values_survive (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) photo = g_bytes_new ("\0\1\2", 3);
  g_autoptr(GBytes) read = NULL;
  g_autoptr(AsyStmt) insert = asy_db_prepare (f->db,
                                              "INSERT INTO person (name, born, weight, photo) VALUES (:name, :born, :weight, :photo)",
                                              &error);
  g_autoptr(AsyStmt) select = NULL;
  gboolean row = FALSE;

  g_assert_no_error (error);
  asy_stmt_bind_text (insert, ":name", "Zażółć Gęślą");
  asy_stmt_bind_day (insert, ":born", asy_day_new (2012, 2, 29));
  asy_stmt_bind_real (insert, ":weight", 12.5);
  asy_stmt_bind_bytes (insert, ":photo", photo);
  g_assert_true (asy_stmt_run (insert, &error));
  g_assert_cmpint (asy_db_get_changes (f->db), ==, 1);

  select = asy_db_prepare (f->db, "SELECT name, born, weight, photo, NULL, id FROM person", &error);
  g_assert_no_error (error);
  g_assert_true (asy_stmt_step (select, &row, &error));
  g_assert_true (row);
  g_assert_cmpstr (asy_stmt_column_text (select, 0), ==, "Zażółć Gęślą");
  g_assert_cmpuint (asy_stmt_column_day (select, 1), ==, asy_day_new (2012, 2, 29));
  g_assert_cmpfloat (asy_stmt_column_real (select, 2), ==, 12.5);
  read = asy_stmt_column_dup_bytes (select, 3);
  g_assert_true (g_bytes_equal (read, photo));
  g_assert_true (asy_stmt_column_is_null (select, 4));
  g_assert_cmpuint (asy_stmt_column_day (select, 4), ==, ASY_DAY_NONE);
  g_assert_null (asy_stmt_column_text (select, 4));
  g_assert_cmpint (asy_stmt_column_int (select, 5), ==, 1);
  g_assert_true (asy_stmt_step (select, &row, &error));
  g_assert_false (row);
  /* The end stays the end; the statement does not start again by itself. */
  g_assert_true (asy_stmt_step (select, &row, &error));
  g_assert_false (row);
}

static void
test_nothing_is_null (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr(AsyStmt) select = asy_db_prepare (f->db,
                                              "SELECT (:text IS NULL) + (:day IS NULL) * 10 + (:ref IS NULL) * 100"
                                              " + (:null IS NULL) * 1000 + (:bytes IS NULL) * 10000 + (:empty IS NULL) * 100000",
                                              &error);
  gint64 flags = 0;

  g_assert_no_error (error);
  asy_stmt_bind_text (select, ":text", NULL);
  asy_stmt_bind_day (select, ":day", ASY_DAY_NONE);
  asy_stmt_bind_ref (select, ":ref", 0);
  asy_stmt_bind_null (select, ":null");
  asy_stmt_bind_bytes (select, ":bytes", NULL);
  asy_stmt_bind_bytes (select, ":empty", none);
  g_assert_true (asy_stmt_fetch_int (select, -1, &flags, &error));
  g_assert_cmpint (flags, ==, 11111);
}

static void
test_statement_is_kept (Fixture *f, gconstpointer user_data)
{
  AsyStmt *first = asy_db_prepare (f->db, "SELECT 1", NULL);
  AsyStmt *second = asy_db_prepare (f->db, "SELECT 1", NULL);
  AsyStmt *third;

  g_assert_true (first != second);
  asy_stmt_free (first);
  asy_stmt_free (second);
  third = asy_db_prepare (f->db, "SELECT 1", NULL);
  g_assert_true (third == first);
  asy_stmt_free (third);
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %d", i);

      g_assert_cmpint (db_test_count (f->db, sql), ==, i);
    }
}

static void
test_values_do_not_stay (Fixture *f, gconstpointer user_data)
{
  AsyStmt *stmt = asy_db_prepare (f->db, "SELECT :name IS NULL", NULL);
  gint64 is_null = -1;

  asy_stmt_bind_text (stmt, ":name", "Nowak");
  g_assert_true (asy_stmt_fetch_int (stmt, -1, &is_null, NULL));
  g_assert_cmpint (is_null, ==, 0);
  asy_stmt_free (stmt);
  stmt = asy_db_prepare (f->db, "SELECT :name IS NULL", NULL);
  g_test_expect_message ("asy-db", G_LOG_LEVEL_CRITICAL, "*not bound*");
  g_assert_false (asy_stmt_fetch_int (stmt, -1, &is_null, NULL));
  g_test_assert_expected_messages ();
  asy_stmt_free (stmt);
}

static const struct {
  const char *name;
  const char *sql;
  int code;
} failures[] = {
  { "unique", "INSERT INTO person (name) VALUES ('Nowak'), ('Nowak')", ASY_DB_ERROR_CONSTRAINT },
  { "check", "INSERT INTO person (name) VALUES ('')", ASY_DB_ERROR_CONSTRAINT },
  { "reference", "INSERT INTO visit (person) VALUES (77)", ASY_DB_ERROR_CONSTRAINT },
  { "type", "INSERT INTO person (name, weight) VALUES ('Nowak', 'heavy')", ASY_DB_ERROR_CONSTRAINT },
  { "syntax", "INSERT person", ASY_DB_ERROR_FAILED },
  { "shadow table", "DELETE FROM search_index_data", ASY_DB_ERROR_FAILED },
};

static void
test_failures (Fixture *f, gconstpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", failures[i].name);
      g_assert_false (asy_db_exec (f->db, failures[i].sql, &error));
      g_assert_error (error, ASY_DB_ERROR, failures[i].code);
      g_assert_null (strstr (error->message, "Nowak"));
      g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 0);
    }
}

static gboolean
break_reference (AsyDb *db, gpointer user_data, GError **error)
{
  return insert_named (db, (gpointer) "Kos", error) && asy_db_exec (db, "INSERT INTO visit (person) VALUES (77)", error);
}

static void
test_failed_commit_is_failure (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  /* The reference is deferred: every statement succeeds, only COMMIT says no. */
  g_assert_false (asy_db_transaction (f->db, break_reference, NULL, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CONSTRAINT);
  g_assert_false (asy_db_in_transaction (f->db));
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 0);
  g_clear_error (&error);
  g_assert_true (asy_db_transaction (f->db, insert_named, (gpointer) "Kos", &error));
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 1);
}

static gboolean
fail_after_insert (AsyDb *db, gpointer user_data, GError **error)
{
  if (!insert_named (db, (gpointer) "Lis", error))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "wanted");
  return FALSE;
}

static gboolean
join (AsyDb *db, gpointer user_data, GError **error)
{
  g_assert_true (asy_db_in_transaction (db));
  return insert_named (db, (gpointer) "outer", error) &&
         asy_db_transaction (db, insert_named, (gpointer) "inner", error) &&
         asy_db_read_transaction (db, insert_named, (gpointer) "read", error);
}

static gboolean
join_and_ignore (AsyDb *db, gpointer user_data, GError **error)
{
  return insert_named (db, (gpointer) "first", error) &&
         (asy_db_transaction (db, fail_after_insert, NULL, NULL) || TRUE);
}

static gboolean
join_and_fail (AsyDb *db, gpointer user_data, GError **error)
{
  return asy_db_transaction (db, fail_after_insert, NULL, error);
}

static void
test_nested_joins (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (asy_db_transaction (f->db, join, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 3);

  g_assert_false (asy_db_transaction (f->db, fail_after_insert, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 3);

  /* Half of a change must not be committed because the outer part looks away. */
  g_assert_false (asy_db_transaction (f->db, join_and_ignore, NULL, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 3);
  g_assert_false (asy_db_in_transaction (f->db));
}

static gboolean
attempt_and_go_on (AsyDb *db, gpointer user_data, GError **error)
{
  g_autoptr(GError) problem = NULL;

  g_assert_true (insert_named (db, (gpointer) "first", error));
  g_assert_false (asy_db_attempt (db, fail_after_insert, NULL, &problem));
  g_assert_error (problem, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&problem);
  /* What failed deep inside an attempt dooms that alone. */
  g_assert_false (asy_db_attempt (db, join_and_fail, NULL, &problem));
  return asy_db_attempt (db, insert_named, (gpointer) "second", error);
}

static gboolean
fail_after_attempt (AsyDb *db, gpointer user_data, GError **error)
{
  g_assert_true (asy_db_attempt (db, insert_named, (gpointer) "third", error));
  return fail_after_insert (db, NULL, error);
}

static void
test_attempt (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  const gint64 before = db_test_count (f->db, "SELECT count(*) FROM person");

  g_assert_true (asy_db_transaction (f->db, attempt_and_go_on, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, before + 2);
  g_assert_false (asy_db_transaction (f->db, fail_after_attempt, NULL, &error));
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, before + 2);
}

static gboolean
read_half_way_and_fail (AsyDb *db, gpointer user_data, GError **error)
{
  AsyStmt **ret_stmt = user_data;
  gboolean row;

  *ret_stmt = asy_db_prepare (db, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 5) SELECT i FROM n", error);
  g_assert_true (asy_stmt_step (*ret_stmt, &row, error));
  g_assert_true (row);
  return fail_after_insert (db, NULL, error);
}

static void
test_roll_back_over_a_reader (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyStmt) reader = NULL;

  g_assert_false (asy_db_transaction (f->db, read_half_way_and_fail, &reader, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (asy_db_in_transaction (f->db));
  g_assert_true (asy_db_transaction (f->db, insert_named, (gpointer) "Kos", &error));
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 1);
}

static void
test_returning_wants_transaction (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyStmt) stmt = asy_db_prepare (f->db, "INSERT INTO person (name) VALUES ('Kos') RETURNING id", &error);
  gboolean row;

  g_test_expect_message ("asy-db", G_LOG_LEVEL_CRITICAL, "*needs a transaction*");
  g_assert_false (asy_stmt_step (stmt, &row, &error));
  g_test_assert_expected_messages ();
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 0);
}

static gpointer
cancel_soon (gpointer user_data)
{
  g_usleep (20000);
  g_cancellable_cancel (user_data);
  return NULL;
}

static gboolean
insert_and_loop (AsyDb *db, gpointer user_data, GError **error)
{
  return insert_named (db, (gpointer) "Kos", error) &&
         asy_db_exec (db, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", error);
}

static void
test_cancel (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GThread *thread;

  asy_db_set_cancellable (f->db, cancellable);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (asy_db_transaction (f->db, insert_and_loop, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_thread_join (thread);
  g_assert_false (asy_db_transaction (f->db, insert_named, (gpointer) "Kos", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  asy_db_set_cancellable (f->db, NULL);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 0);
  g_assert_true (asy_db_transaction (f->db, insert_named, (gpointer) "Kos", &error));
}

static void
test_others_are_noticed (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) other = asy_db_open (f->path, key, ASY_DB_OPEN_DEFAULT, &error);
  gint64 before, after;

  g_assert_no_error (error);
  g_assert_true (asy_db_get_data_version (f->db, &before, &error));
  g_assert_true (asy_db_transaction (other, insert_named, (gpointer) "Kos", &error));
  g_assert_true (asy_db_get_data_version (f->db, &after, &error));
  g_assert_cmpint (before, !=, after);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM person"), ==, 1);
}

static void
test_leak_is_told (Fixture *f, gconstpointer user_data)
{
  g_autoptr(AsyStmt) leaked G_GNUC_UNUSED = asy_db_prepare (f->db, "SELECT 1", NULL);

  g_test_expect_message ("asy-db", G_LOG_LEVEL_CRITICAL, "*in use*");
  g_clear_pointer (&f->db, asy_db_close);
  g_test_assert_expected_messages ();
}

static const struct {
  const char *sql;
  gint64 value;
} settings[] = {
  { "SELECT foreign_keys FROM pragma_foreign_keys", 1 },
  { "SELECT synchronous FROM pragma_synchronous", 2 },
  { "SELECT temp_store FROM pragma_temp_store", 2 },
  { "SELECT cache_size FROM pragma_cache_size", -49152 },
  { "SELECT trusted_schema FROM pragma_trusted_schema", 0 },
  { "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 },
  { "SELECT timeout > 0 FROM pragma_busy_timeout", 1 },
  { "SELECT application_id FROM pragma_application_id", 0x41737973 },
};

static void
test_settings (Fixture *f, gconstpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    g_assert_cmpint (db_test_count (f->db, settings[i].sql), ==, settings[i].value);
}

static void
test_debug_child (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyStmt) stmt = asy_db_prepare (f->db, "SELECT id FROM person WHERE name = :name", &error);
  gboolean row;

  g_assert_no_error (error);
  asy_stmt_bind_text (stmt, ":name", "Nowak");
  g_assert_true (asy_stmt_step (stmt, &row, &error));
}

/* What a developer asks for is told; what stands in the register never is. */
static void
test_debug (void)
{
  g_assert_true (g_setenv ("ASYSTA_DEBUG", "statements:explain:timing", TRUE));
  g_test_trap_subprocess ("/db/subprocess/debug", 0, 0);
  g_unsetenv ("ASYSTA_DEBUG");
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*asy-db: SELECT id FROM person WHERE name = :name*");
  g_test_trap_assert_stderr ("*asy-db:   plan: SEARCH person USING*");
  g_test_trap_assert_stderr ("*asy-db: * us: SELECT id FROM person*");
  g_test_trap_assert_stderr_unmatched ("*Nowak*");
  g_test_trap_assert_stderr_unmatched ("*x'*");
  g_test_trap_subprocess ("/db/subprocess/debug", 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*asy-db*");
}

static guint
count_persons (AsyDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyStmt) select = asy_db_prepare (db, "SELECT count(*) FROM person", &error);
  gboolean row = FALSE;

  g_assert_no_error (error);
  g_assert_true (asy_stmt_step (select, &row, &error));
  g_assert_true (row);
  return (guint) asy_stmt_column_int (select, 0);
}

/* As asystactl beside an open window. */
static void
test_subprocess_another (void)
{
  g_autoptr(GError) error = NULL;
  AsyDb *db = asy_db_open (g_getenv ("ASY_TEST_PATH"), key, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_persons (db), ==, g_ascii_strtoull (g_getenv ("ASY_TEST_PERSONS"), NULL, 10));
  asy_db_close (db);
}

static void
let_another_count (const char *path, const char *persons)
{
  g_assert_true (g_setenv ("ASY_TEST_PATH", path, TRUE));
  g_assert_true (g_setenv ("ASY_TEST_PERSONS", persons, TRUE));
  g_test_trap_subprocess ("/db/subprocess/another", 0, 0);
  g_test_trap_assert_passed ();
}

/* As a file chooser does, to learn the type of what it shows. */
static void
look_into_files (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      g_autofree char *contents = NULL;
      g_autoptr(GError) error = NULL;

      g_file_get_contents (name, &contents, NULL, &error);
      g_assert_no_error (error);
    }
}

/* The log must not go away under a connection whose files somebody in this process has looked at. */
static void
test_locks_outlive_a_reader (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (asy_db_transaction (f->db, insert_named, (gpointer) "przed", &error));
  look_into_files (f->path);
  let_another_count (f->path, "1");
  g_assert_true (asy_db_transaction (f->db, insert_named, (gpointer) "po", &error));
  g_assert_no_error (error);
  let_another_count (f->path, "2");
}

#define ADD(name, func) g_test_add ("/db/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("values", test_values_survive);
  ADD ("null", test_nothing_is_null);
  ADD ("statement-kept", test_statement_is_kept);
  ADD ("values-do-not-stay", test_values_do_not_stay);
  ADD ("failures", test_failures);
  ADD ("failed-commit", test_failed_commit_is_failure);
  ADD ("nested", test_nested_joins);
  ADD ("attempt", test_attempt);
  ADD ("roll-back-over-reader", test_roll_back_over_a_reader);
  ADD ("returning", test_returning_wants_transaction);
  ADD ("cancel", test_cancel);
  ADD ("others", test_others_are_noticed);
  ADD ("locks-outlive-a-reader", test_locks_outlive_a_reader);
  ADD ("leak", test_leak_is_told);
  ADD ("settings", test_settings);
  ADD ("subprocess/debug", test_debug_child);
  g_test_add_func ("/db/debug", test_debug);
  g_test_add_func ("/db/subprocess/another", test_subprocess_another);
  return g_test_run ();
}
