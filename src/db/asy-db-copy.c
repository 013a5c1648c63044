/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-db.h"

#include <glib/gstdio.h>

#include "db/asy-db-files.h"
#include "db/asy-db-private.h"
#include "db/asy-keyring.h"

static gboolean
check_absent (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_EXISTS, "copy: a file of that name is there");
  return FALSE;
}

/* Without its slots a copy would be opened by nobody. They go first: slots
 * without a register are harmless, a register without slots is not. */
static gboolean
copy_keys (AsyDb *db, const char *path, GError **error)
{
  g_autofree char *old_keys = _asy_keyring_make_path (asy_db_get_path (db));
  g_autofree char *new_keys = _asy_keyring_make_path (path);
  g_autofree char *contents = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize length;

  if (!g_file_test (old_keys, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!check_absent (new_keys, error) || !g_file_get_contents (old_keys, &contents, &length, error))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  return _asy_file_write_atomic (new_keys, bytes, NULL, error);
}

static gboolean
finish_copy (AsyDb *db, const char *part, const char *path, GError **error)
{
  return _asy_file_sync (part, error) && copy_keys (db, path, error) && _asy_file_rename_new (part, path, error);
}

gboolean
asy_db_copy_verified (AsyDb *db, const char *path, GError **error)
{
  g_autofree char *part = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (!asy_db_in_transaction (db), FALSE);

  if (!check_absent (path, error))
    return FALSE;
  part = g_strconcat (path, ".part", NULL);
  _asy_file_remove_database (part);     /* of a copy that was killed */
  if (_asy_db_copy_pages (db, part, error) && _asy_db_verify_copy (db, part, error) && finish_copy (db, part, path, error))
    return TRUE;
  _asy_file_remove_database (part);
  return FALSE;
}

void
_asy_db_remove_copy (const char *path)
{
  g_autofree char *keys = _asy_keyring_make_path (path);

  (void) g_unlink (keys);       /* there are none beside a bare database */
  _asy_file_remove_database (path);
}
