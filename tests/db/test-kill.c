/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/*
 * Processes that are killed in the middle of their work. They tell each commit
 * that was acknowledged through a pipe; afterwards the register opens, is sound,
 * has every one of them and no half of another.
 *
 * usage: test-kill [--kills N]
 */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db-test.h"
#include "db/asy-register-private.h"

#define PASSWORD "rejestr próbny"
#define N_WRITERS 2
#define N_ACCOUNTS 10
#define N_KEPT 300              /* notes a writer keeps, so that the file stays small */

static int n_kills = 20;

static const AsyMigration steps[] = {
  { 1, "/test/1.sql" },
  { 2, "/test/2.sql" },
  { 3, "/test/3.sql" },
};

typedef struct {
  char *folder;
  char *path;
  gint64 acknowledged[N_WRITERS];
} Fixture;

static AsyDb *
open_register (const char *path)
{
  g_autoptr(GError) error = NULL;
  AsyDb *db = asy_register_open (path, "maria", PASSWORD, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  return db;
}

static AsyDb *
create_register (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  AsyDb *db = _asy_register_create (path, "maria", PASSWORD, &db_test_cost, &code, &error);

  g_assert_no_error (error);
  return db;
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;

  f->folder = g_dir_make_tmp ("asy-kill-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  db = create_register (f->path);
  g_assert_true (asy_db_exec (db,
                              "CREATE TABLE account (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT;"
                              "CREATE TABLE note (id INTEGER PRIMARY KEY, writer INTEGER NOT NULL, number INTEGER NOT NULL,"
                              " text TEXT NOT NULL, UNIQUE (writer, number)) STRICT;"
                              "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 9)"
                              " INSERT INTO account SELECT i, 1000 FROM n;"
                              "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
                              " INSERT INTO note SELECT i, 99, i, hex (randomblob (1000)) FROM n",
                              &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  db_test_remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

/* A process of its own */

typedef void (*Work) (const char *path, int writer, int pipe_fd, guint32 seed);

typedef struct {
  pid_t pid;
  int fd;
} Child;

static void
tell (int pipe_fd, gint64 number)
{
  if (write (pipe_fd, &number, sizeof number) != sizeof number)
    _exit (3);
}

static Child
start (Work work, const char *path, int writer)
{
  guint32 seed = (guint32) g_test_rand_int ();
  Child child;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  child.pid = fork ();
  g_assert_cmpint (child.pid, >=, 0);
  if (child.pid == 0)
    {
      (void) close (ends[0]);
      (void) prctl (PR_SET_PDEATHSIG, SIGKILL);         /* it does not outlive a failed test */
      work (path, writer, ends[1], seed);
      _exit (0);
    }
  (void) close (ends[1]);
  child.fd = ends[0];
  return child;
}

static gboolean
receive (int fd, gint64 *ret_number)
{
  gssize n;

  do
    n = read (fd, ret_number, sizeof *ret_number);
  while (n < 0 && errno == EINTR);
  g_assert_true (n == 0 || n == (gssize) sizeof *ret_number);
  return n > 0;
}

/* Kills and returns the last number that the child told, or @last. */
static gint64
finish (Child child, gint64 last)
{
  gint64 number;
  int status;

  (void) kill (child.pid, SIGKILL);     /* it may have come to its end already */
  while (receive (child.fd, &number))
    last = number;
  (void) close (child.fd);
  g_assert_cmpint (waitpid (child.pid, &status, 0), ==, child.pid);
  /* It was killed, or done; it did not fail by itself. */
  if (WIFEXITED (status))
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  else
    g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  return last;
}

static void
wait_random_us (int max_us)
{
  g_usleep ((gulong) g_test_rand_int_range (0, max_us));
}

/* Saving */

typedef struct {
  GRand *rand;
  int writer;
  gint64 number;
  gboolean to_fail;
} Save;

static gboolean
run_int (AsyDb *db, const char *sql, gint64 a, gint64 b, GError **error)
{
  g_autoptr(AsyStmt) stmt = asy_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":a", a);
  asy_stmt_bind_int (stmt, ":b", b);
  return asy_stmt_run (stmt, error);
}

static gboolean
move_money (AsyDb *db, Save *save, GError **error)
{
  gint64 amount = g_rand_int_range (save->rand, 1, 50);

  return run_int (db, "UPDATE account SET amount = amount - :a WHERE id = :b", amount, g_rand_int_range (save->rand, 0, N_ACCOUNTS), error) &&
         run_int (db, "UPDATE account SET amount = amount + :a WHERE id = :b", amount, g_rand_int_range (save->rand, 0, N_ACCOUNTS), error);
}

static gboolean
write_note (AsyDb *db, Save *save, GError **error)
{
  g_autoptr(AsyStmt) stmt = asy_db_prepare (db,
                                            "INSERT INTO note (writer, number, text) VALUES (:writer, :number, hex (randomblob (:size)))",
                                            error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":writer", save->writer);
  asy_stmt_bind_int (stmt, ":number", save->number);
  asy_stmt_bind_int (stmt, ":size", g_rand_int_range (save->rand, 1, 20000));
  return asy_stmt_run (stmt, error) &&
         asy_db_search_put (db, save->writer == 0 ? "first" : "second", save->number, "", "", "kowalska lodz notatka", error) &&
         run_int (db, "DELETE FROM note WHERE writer = :a AND number = :b", save->writer, save->number - N_KEPT, error) &&
         asy_db_search_remove (db, save->writer == 0 ? "first" : "second", save->number - N_KEPT, error);
}

static gboolean
save_once (AsyDb *db, gpointer user_data, GError **error)
{
  Save *save = user_data;

  if (!move_money (db, save, error) || !write_note (db, save, error))
    return FALSE;
  if (save->to_fail)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "wanted");
  return !save->to_fail;
}

static void
work_save (const char *path, int writer, int pipe_fd, guint32 seed)
{
  g_autoptr(AsyDb) db = open_register (path);
  Save save = { g_rand_new_with_seed (seed), writer };
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (number), 0) FROM note WHERE writer = %d", writer);

  /* A cache of few pages makes transactions spill into the log before they end. */
  if (seed % 2 == 0 && !asy_db_exec (db, "PRAGMA cache_size = 12", NULL))
    _exit (4);
  save.number = db_test_count (db, sql);
  tell (pipe_fd, save.number);
  for (;;)
    {
      g_autoptr(GError) error = NULL;

      save.number++;
      save.to_fail = g_rand_int_range (save.rand, 0, 7) == 0;
      if (asy_db_transaction (db, save_once, &save, &error))
        tell (pipe_fd, save.number);
      else if (g_error_matches (error, ASY_DB_ERROR, ASY_DB_ERROR_BUSY) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED))
        save.number--;
      else
        {
          g_printerr ("writer: %s\n", error->message);
          _exit (5);
        }
      if (g_rand_int_range (save.rand, 0, 40) == 0 && !asy_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL))
        _exit (6);
    }
}

static void
check_saved (Fixture *f)
{
  g_autoptr(AsyDb) db = open_register (f->path);

  db_test_assert_sound (db);
  g_assert_cmpint (db_test_count (db, "SELECT sum (amount) FROM account"), ==, N_ACCOUNTS * 1000);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note WHERE writer < 99"), ==, db_test_count (db, "SELECT count(*) FROM search_doc"));
  for (int i = 0; i < N_WRITERS; i++)
    {
      g_autofree char *last = g_strdup_printf ("SELECT coalesce (max (number), 0) FROM note WHERE writer = %d", i);
      g_autofree char *n = g_strdup_printf ("SELECT count(*) FROM note WHERE writer = %d", i);
      gint64 last_number = db_test_count (db, last);

      g_assert_cmpint (last_number, >=, f->acknowledged[i]);
      g_assert_cmpint (last_number, <=, f->acknowledged[i] + 1);
      g_assert_cmpint (db_test_count (db, n), ==, MIN (last_number, N_KEPT));
    }
}

static void
test_save (Fixture *f, gconstpointer user_data)
{
  gint64 number;

  for (int i = 0; i < n_kills; i++)
    {
      Child children[N_WRITERS];

      for (int k = 0; k < N_WRITERS; k++)
        children[k] = start (work_save, f->path, k);
      /* What a writer finds may be one more than was told: a commit whose news was cut off. */
      for (int k = 0; k < N_WRITERS; k++)
        {
          g_assert_true (receive (children[k].fd, &number));
          g_assert_cmpint (number, >=, f->acknowledged[k]);
          f->acknowledged[k] = number;
        }
      wait_random_us (80000);
      /* All at once or one after the other: then the second one meets what the first one left. */
      for (int k = 0; k < N_WRITERS; k++)
        {
          f->acknowledged[k] = finish (children[k], f->acknowledged[k]);
          if (i % 2 == 1)
            wait_random_us (20000);
        }
      check_saved (f);
    }
  g_test_message ("%d kills, %" G_GINT64_FORMAT " + %" G_GINT64_FORMAT " acknowledged commits", n_kills * N_WRITERS, f->acknowledged[0], f->acknowledged[1]);
  g_assert_cmpint (f->acknowledged[0] + f->acknowledged[1], >, n_kills);
}

/* Copies while others write: each is one moment of the register. */

static void
check_copy (const char *path)
{
  g_autoptr(AsyDb) db = open_register (path);

  db_test_assert_sound (db);
  g_assert_cmpint (db_test_count (db, "SELECT sum (amount) FROM account"), ==, N_ACCOUNTS * 1000);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note WHERE writer < 99"), ==, db_test_count (db, "SELECT count(*) FROM search_doc"));
  g_assert_cmpint (db_test_count (db, "SELECT coalesce (max (number) - min (number) + 1, 0) - count(*) FROM note WHERE writer = 0"), ==, 0);
}

static void
test_copy (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = NULL;
  Child children[N_WRITERS];
  gint64 number, n_saved = 0;

  for (int k = 0; k < N_WRITERS; k++)
    children[k] = start (work_save, f->path, k);
  for (int k = 0; k < N_WRITERS; k++)
    g_assert_true (receive (children[k].fd, &number));
  db = open_register (f->path);
  for (int i = 0; i < n_kills; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.copy%d", f->path, i);

      wait_random_us (10000);
      (void) asy_db_copy_verified (db, path, &error);
      g_assert_no_error (error);
      check_copy (path);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  for (int k = 0; k < N_WRITERS; k++)
    n_saved += finish (children[k], 0);
  g_assert_cmpint (n_saved, >, 0);      /* the engine is not fair: one writer may have waited all along */
}

/* Re-keying: Anna comes and goes. Wherever it is killed, the others get in, and
 * she does when she is listed. */

static void
work_rekey (const char *path, int writer, int pipe_fd, guint32 seed)
{
  g_autoptr(AsyDb) db = open_register (path);

  for (gint64 number = 0;; number++)
    {
      g_autoptr(GError) error = NULL;

      tell (pipe_fd, number);
      if (number % 2 == 0
          ? !_asy_register_set_password (db, "anna", PASSWORD, &db_test_cost, &error)
          : !asy_register_remove_user (db, "anna", &error))
        {
          g_printerr ("re-key: %s\n", error->message);
          _exit (5);
        }
    }
}

static void
check_rekeyed (Fixture *f)
{
  g_autoptr(AsyDb) db = open_register (f->path);
  g_autoptr(AsyDb) of_anna = NULL;
  g_auto(GStrv) logins = asy_register_list_logins (f->path, NULL);
  gboolean is_there = g_strv_contains ((const char *const *) logins, "anna");

  db_test_assert_sound (db);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note WHERE writer = 99"), ==, 400);
  if (is_there)
    of_anna = asy_register_open (f->path, "anna", PASSWORD, ASY_DB_OPEN_DEFAULT, NULL);
  g_assert_cmpint (of_anna != NULL, ==, is_there);
}

static void
test_rekey (Fixture *f, gconstpointer user_data)
{
  gint64 number, n_rekeyed = 0;

  for (int i = 0; i < n_kills; i++)
    {
      Child child = start (work_rekey, f->path, 0);

      g_assert_true (receive (child.fd, &number));
      wait_random_us (100000);
      number = finish (child, number);
      n_rekeyed += number / 2;
      check_rekeyed (f);
    }
  g_test_message ("%d kills, %" G_GINT64_FORMAT " times re-keyed", n_kills, n_rekeyed);
}

/* Creating: either there is a register that opens, or it can be made again. */

static void
work_create (const char *path, int writer, int pipe_fd, guint32 seed)
{
  g_autoptr(AsyDb) db = NULL;

  tell (pipe_fd, 0);
  db = create_register (path);
  tell (pipe_fd, 1);
}

static void
test_create (Fixture *f, gconstpointer user_data)
{
  int n_made = 0;

  for (int i = 0; i < n_kills; i++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/%d", f->folder, i);
      g_autofree char *path = g_build_filename (folder, "new.asy", NULL);
      g_autoptr(AsyDb) db = NULL;
      gint64 number;
      Child child;

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      child = start (work_create, path, 0);
      g_assert_true (receive (child.fd, &number));
      wait_random_us (25000);
      number = finish (child, number);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          db = open_register (path);
          n_made++;
        }
      else
        {
          g_assert_cmpint (number, ==, 0);
          db = create_register (path);
        }
      db_test_assert_sound (db);
    }
  g_test_message ("%d kills, %d registers were made", n_kills, n_made);
}

/* Migrating */

static void
work_migrate (const char *path, int writer, int pipe_fd, guint32 seed)
{
  g_autoptr(AsyDb) db = open_register (path);
  g_autoptr(GError) error = NULL;

  tell (pipe_fd, 1);
  if (!asy_db_migrate (db, steps, 3, NULL, &error))
    {
      g_printerr ("migrate: %s\n", error->message);
      _exit (5);
    }
  tell (pipe_fd, 3);
}

static void
check_migrated (const char *path, gint64 told)
{
  g_autoptr(AsyDb) db = open_register (path);
  int version = asy_db_get_schema_version (db);

  g_assert_cmpint (version, >=, told);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM visit"), ==, 3);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM pragma_table_info ('person') WHERE name = 'sort_key'"), ==, version >= 2);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM pragma_table_info ('visit') WHERE name = 'day'"), ==, version >= 3);
  db_test_assert_sound (db);
}

static void
check_copies (const char *folder, gboolean is_wanted)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".before-v3-") != NULL && g_str_has_suffix (name, "Z"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autoptr(AsyDb) db = open_register (path);

        g_assert_cmpint (asy_db_get_schema_version (db), ==, 1);
        db_test_assert_sound (db);
        n++;
      }
  g_assert_true (n > 0 || !is_wanted);
}

static void
test_migrate (Fixture *f, gconstpointer user_data)
{
  for (int i = 0; i < n_kills; i++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/%d", f->folder, i);
      g_autofree char *path = g_build_filename (folder, "old.asy", NULL);
      g_autoptr(AsyDb) db = NULL;
      gint64 number;
      Child child;

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      db = create_register (path);
      g_assert_true (asy_db_migrate (db, steps, 1, NULL, NULL));
      g_clear_pointer (&db, asy_db_close);
      child = start (work_migrate, path, 0);
      g_assert_true (receive (child.fd, &number));
      wait_random_us (25000);
      number = finish (child, number);
      check_migrated (path, number);
      check_copies (folder, number == 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--kills"))
    n_kills = (int) g_ascii_strtoll (argv[2], NULL, 10);
  g_test_add ("/kill/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/kill/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/kill/re-key", Fixture, NULL, set_up, test_rekey, tear_down);
  g_test_add ("/kill/create", Fixture, NULL, set_up, test_create, tear_down);
  g_test_add ("/kill/migrate", Fixture, NULL, set_up, test_migrate, tear_down);
  return g_test_run ();
}
