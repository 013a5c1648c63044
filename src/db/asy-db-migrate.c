/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-db.h"

#include "db/asy-db-private.h"

static gboolean
apply_step (AsyDb *db, gpointer user_data, GError **error)
{
  const AsyMigration *step = user_data;
  g_autoptr(GBytes) sql = NULL;
  g_autofree char *text = NULL;
  int have;

  if (!_asy_db_read_schema_version (db, &have, error))
    return FALSE;
  if (have >= step->version)
    return TRUE;                        /* another process was quicker */
  sql = g_resources_lookup_data (step->resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (sql == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));
  if (!asy_db_exec (db, text, error))
    return FALSE;
  if (!asy_db_in_transaction (db))
    {
      g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "migration %d: the script ended its transaction", step->version);
      return FALSE;
    }
  return _asy_db_check_references (db, error) && _asy_db_set_schema_version (db, step->version, error);
}

static gboolean
apply_steps (AsyDb *db, const AsyMigration *steps, gsize n_steps, int have, GError **error)
{
  for (gsize i = (gsize) have; i < n_steps; i++)
    if (!asy_db_transaction (db, apply_step, (gpointer) &steps[i], error))
      {
        g_prefix_error (error, "migration %d: ", steps[i].version);
        return FALSE;
      }
  return TRUE;
}

static char *
make_copy_path (AsyDb *db, int version)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  return g_strdup_printf ("%s.before-v%d-%s", asy_db_get_path (db), version, stamp);
}

static gboolean
copy_aside (AsyDb *db, int version, char **ret_copy, GError **error)
{
  g_autofree char *path = make_copy_path (db, version);

  if (!asy_db_copy_verified (db, path, error))
    {
      g_prefix_error (error, "copy before migration: ");
      return FALSE;
    }
  if (ret_copy != NULL)
    *ret_copy = g_steal_pointer (&path);
  return TRUE;
}

static gboolean
check_steps (const AsyMigration *steps, gsize n_steps)
{
  for (gsize i = 0; i < n_steps; i++)
    if (steps[i].version != (int) i + 1)
      return FALSE;
  return TRUE;
}

gboolean
asy_db_migrate (AsyDb *db, const AsyMigration *steps, gsize n_steps, char **ret_copy, GError **error)
{
  int have;
  gboolean done;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (check_steps (steps, n_steps), FALSE);
  g_return_val_if_fail (!asy_db_in_transaction (db), FALSE);

  if (ret_copy != NULL)
    *ret_copy = NULL;
  if (!_asy_db_read_schema_version (db, &have, error))
    return FALSE;
  if (have > (int) n_steps)
    {
      _asy_db_leave_untouched (db);
      g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_TOO_NEW,
                   "register has version %d, this program knows %d", have, (int) n_steps);
      return FALSE;
    }
  if (have == (int) n_steps)
    return TRUE;
  if (asy_db_is_read_only (db))
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY, "an older register opened for reading cannot be migrated");
      return FALSE;
    }
  if (have > 0 && !copy_aside (db, (int) n_steps, ret_copy, error))
    return FALSE;
  if (!_asy_db_ensure_internal (db, error) || !_asy_db_suspend_references (db, error))
    return FALSE;
  done = apply_steps (db, steps, n_steps, have, error);
  if (!_asy_db_resume_references (db, done ? error : NULL))
    return FALSE;
  return done;
}
