/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "db/asy-db-files.h"
#include "db/asy-db-private.h"
#include "db/asy-secret.h"

/* A word that stands in the file a thousand times when it is not encrypted. */
#define MARK "asysta-self-test-mark"

static gboolean
write_marks (AsyDb *db, gpointer user_data, GError **error)
{
  return asy_db_exec (db,
                      "CREATE TABLE mark (text TEXT NOT NULL) STRICT;"
                      "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                      " INSERT INTO mark SELECT '" MARK "' FROM n",
                      error);
}

static gboolean
write_file (const char *path, GError **error)
{
  g_autoptr(AsySecret) key = _asy_secret_new (ASY_DB_KEY_SIZE);
  g_autoptr(AsyDb) db = NULL;

  randombytes_buf (key, ASY_DB_KEY_SIZE);
  db = asy_db_open (path, key, ASY_DB_OPEN_CREATE, error);
  return db != NULL && asy_db_transaction (db, write_marks, NULL, error);
}

static gboolean
check_file (const char *path, GError **error)
{
  g_autofree char *contents = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, error))
    return FALSE;
  if (size > 0 && !_asy_db_is_plain ((const guint8 *) contents, size) && memmem (contents, size, MARK, strlen (MARK)) == NULL)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "self-test: what was written can be read in the file");
  return FALSE;
}

gboolean
asy_db_self_test (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("asysta-XXXXXX", error);
  g_autofree char *path = NULL;
  gboolean done;

  if (folder == NULL)
    return FALSE;
  if (sodium_init () < 0)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "libsodium does not start");
      (void) g_rmdir (folder);          /* an empty folder for temporary files */
      return FALSE;
    }
  path = g_build_filename (folder, "self-test.asy", NULL);
  done = write_file (path, error) && check_file (path, error);
  _asy_file_remove_database (path);
  (void) g_rmdir (folder);              /* an empty folder for temporary files */
  return done;
}
