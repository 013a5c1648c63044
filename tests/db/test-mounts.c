/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* A medium of 2 MB that is really full, and one that really cannot be written,
 * where the system lets us mount them; test-faults and test-refuse try the same
 * without. The mounts are seen by this process alone and go with it. */

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>

#include "db-test.h"
#include "db/asy-register-private.h"

#define PASSWORD "rejestr próbny"
#define BALLAST_SIZE (256 * 1024)

typedef struct {
  char *folder;
  char *path;
  char *ballast;
  gboolean is_mounted;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  f->folder = g_dir_make_tmp ("asy-mounts-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  f->ballast = g_build_filename (f->folder, "ballast", NULL);
  f->is_mounted = unshare (CLONE_NEWNS) == 0 &&
                  mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
                  mount ("asy-mounts", f->folder, "tmpfs", 0, "size=2m") == 0;
  if (!f->is_mounted)
    g_test_skip (g_strerror (errno));
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  if (f->is_mounted)
    g_assert_cmpint (umount2 (f->folder, MNT_DETACH), ==, 0);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->ballast);
}

static AsyDb *
make_register (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  AsyDb *db = _asy_register_create (f->path, "maria", PASSWORD, &db_test_cost, &code, &error);

  g_assert_no_error (error);
  g_assert_true (asy_db_exec (db, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT", &error));
  return db;
}

static gboolean
insert_notes (AsyDb *db, gpointer user_data, GError **error)
{
  for (int i = 0; i < 4; i++)
    if (!asy_db_exec (db, "INSERT INTO note (text) VALUES (hex (randomblob (2000)))", error))
      return FALSE;
  return TRUE;
}

static gint64
fill (AsyDb *db)
{
  g_autoptr(GError) error = NULL;
  gint64 n = 0;

  while (asy_db_transaction (db, insert_notes, NULL, &error))
    n++;
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FULL);
  g_assert_false (asy_db_in_transaction (db));
  return n;
}

static void
test_full (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);
  g_autofree char *files = NULL;
  g_autofree guint8 *zeros = g_malloc0 (BALLAST_SIZE);
  g_autoptr(AsyDb) db = NULL;
  gint64 n;

  if (!f->is_mounted)
    return;
  db = make_register (f);
  db_test_write (f->ballast, zeros, BALLAST_SIZE);
  n = fill (db);
  g_assert_cmpint (n, >, 10);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, n * 4);

  g_assert_false (asy_db_copy_verified (db, copy, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FULL);
  g_clear_error (&error);
  files = db_test_snapshot (f->folder);
  g_assert_null (strstr (files, ".copy"));

  g_clear_pointer (&db, asy_db_close);
  db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, n * 4);
  db_test_assert_sound (db);
  g_assert_cmpint (g_unlink (f->ballast), ==, 0);
  g_assert_true (asy_db_transaction (db, insert_notes, NULL, &error));
  g_assert_no_error (error);
}

static void
fill_up (Fixture *f)
{
  g_autofree guint8 *zeros = g_malloc0 (4096);
  FILE *ballast = g_fopen (f->ballast, "wb");

  g_assert_nonnull (ballast);
  setvbuf (ballast, NULL, _IONBF, 0);
  while (fwrite (zeros, 4096, 1, ballast) == 1)
    ;
  (void) fclose (ballast);      /* it is full on purpose */
}

/* No room even to begin: nothing is left of the attempt. */
static void
test_create_when_full (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!f->is_mounted)
    return;
  fill_up (f);
  before = db_test_snapshot (f->folder);
  g_assert_null (_asy_register_create (f->path, "maria", PASSWORD, &db_test_cost, &code, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FULL);
  after = db_test_snapshot (f->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_slots_when_full (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(AsyDb) db = NULL;

  if (!f->is_mounted)
    return;
  db = make_register (f);
  g_assert_true (_asy_register_set_password (db, "anna", PASSWORD, &db_test_cost, &error));
  fill_up (f);
  before = db_test_snapshot_without (f->folder, "-shm");
  g_assert_false (_asy_register_set_password (db, "ewa", PASSWORD, &db_test_cost, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FULL);
  g_clear_error (&error);
  code = asy_register_renew_recovery (db, &error);
  g_assert_null (code);
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (asy_register_remove_user (db, "anna", &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FULL);
  g_clear_error (&error);
  after = db_test_snapshot_without (f->folder, "-shm");
  g_assert_cmpstr (before, ==, after);
}

static void
test_read_only (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = g_build_filename (f->folder, "new.asy", NULL);
  g_autofree char *code = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(AsyDb) db = NULL;

  if (!f->is_mounted)
    return;
  db = make_register (f);
  g_assert_true (insert_notes (db, NULL, &error));
  g_clear_pointer (&db, asy_db_close);
  before = db_test_snapshot (f->folder);
  g_assert_cmpint (mount (NULL, f->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);

  g_assert_null (asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (_asy_register_create (place, "maria", PASSWORD, &db_test_cost, &code, &error));
  g_assert_error (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  db = asy_register_open (f->path, NULL, PASSWORD, ASY_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (db_test_count (db, "SELECT count(*) FROM note"), ==, 4);
  g_clear_pointer (&db, asy_db_close);
  after = db_test_snapshot (f->folder);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(name, func) g_test_add ("/mounts/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("full", test_full);
  ADD ("create-when-full", test_create_when_full);
  ADD ("slots-when-full", test_slots_when_full);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
