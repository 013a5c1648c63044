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
  char *path = g_strdup_printf ("%s.before-v%d-%s", asy_db_get_path (db), version, stamp);

  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s.before-v%d-%s-%d", asy_db_get_path (db), version, stamp, i);
    }
  return path;
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
  *ret_copy = g_steal_pointer (&path);
  return TRUE;
}

/*
 * Nothing was changed, so nobody needs the copy; else each attempt would leave
 * one. After trouble with the medium it stays: a COMMIT that was not
 * acknowledged may turn out to be there when the register is opened again.
 */
static void
drop_needless_copy (AsyDb *db, int before, const GError *failure, char **copy)
{
  gboolean is_of_script = failure->domain != ASY_DB_ERROR ||
                          failure->code == ASY_DB_ERROR_FAILED || failure->code == ASY_DB_ERROR_CONSTRAINT;
  int now;

  if (*copy == NULL || !is_of_script || !_asy_db_read_schema_version (db, &now, NULL) || now != before)
    return;
  _asy_db_remove_copy (*copy);
  g_clear_pointer (copy, g_free);
}

static gboolean
check_steps (const AsyMigration *steps, gsize n_steps)
{
  for (gsize i = 0; i < n_steps; i++)
    if (steps[i].version != (int) i + 1)
      return FALSE;
  return TRUE;
}

static gboolean
check_version (AsyDb *db, int have, int known, GError **error)
{
  if (have > known)
    {
      _asy_db_leave_untouched (db);
      g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_TOO_NEW, "register has version %d, this program knows %d", have, known);
      return FALSE;
    }
  if (have == known || !asy_db_is_read_only (db))
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_READ_ONLY, "an older register opened for reading cannot be migrated");
  return FALSE;
}

static gboolean
migrate (AsyDb *db, const AsyMigration *steps, gsize n_steps, int have, GError **error)
{
  gboolean done;

  if (!_asy_db_ensure_internal (db, error) || !_asy_db_suspend_references (db, error))
    return FALSE;
  done = apply_steps (db, steps, n_steps, have, error);
  return _asy_db_resume_references (db, done ? error : NULL) && done;
}

gboolean
asy_db_migrate (AsyDb *db, const AsyMigration *steps, gsize n_steps, char **ret_copy, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *copy = NULL;
  int have;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (check_steps (steps, n_steps), FALSE);
  g_return_val_if_fail (!asy_db_in_transaction (db), FALSE);

  if (!_asy_db_read_schema_version (db, &have, error) || !check_version (db, have, (int) n_steps, error))
    return FALSE;
  if (have < (int) n_steps &&
      (have == 0 || copy_aside (db, (int) n_steps, &copy, &failure)) &&
      !migrate (db, steps, n_steps, have, &failure))
    drop_needless_copy (db, have, failure, &copy);
  if (ret_copy != NULL)
    *ret_copy = g_steal_pointer (&copy);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
