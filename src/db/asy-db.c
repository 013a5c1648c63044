/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-db.h"

#include "db/asy-db-private.h"

G_DEFINE_QUARK (asy-db-error-quark, asy_db_error)

static gboolean
run_joined (AsyDb *db, gboolean write, AsyDbFunc func, gpointer user_data, GError **error)
{
  AsyDbNesting *nesting = _asy_db_get_nesting (db);
  gboolean done;

  if (write && !nesting->is_write)
    {
      g_critical ("a write joined a transaction of reads");
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "begin: a write inside a transaction of reads");
      return FALSE;
    }
  nesting->depth++;
  done = func (db, user_data, error);
  nesting->depth--;
  if (!done)
    nesting->is_doomed = TRUE;
  return done;
}

static gboolean
finish (AsyDb *db, gboolean done, GError **error)
{
  if (done && _asy_db_get_nesting (db)->is_doomed)
    {
      g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "commit: a joined part of the transaction failed");
      done = FALSE;
    }
  if (done && _asy_db_commit (db, error))
    return TRUE;
  _asy_db_roll_back (db);
  return FALSE;
}

static gboolean
run_transaction (AsyDb *db, gboolean write, AsyDbFunc func, gpointer user_data, GError **error)
{
  AsyDbNesting *nesting = _asy_db_get_nesting (db);
  gboolean done;

  if (nesting->depth > 0)
    return run_joined (db, write, func, user_data, error);
  if (!_asy_db_begin (db, write, error))
    return FALSE;
  *nesting = (AsyDbNesting) { .depth = 1, .is_write = write };
  done = finish (db, func (db, user_data, error), error);
  *nesting = (AsyDbNesting) { 0 };
  return done;
}

/* What cannot be taken back is not committed either. */
static void
take_back (AsyDb *db, gboolean was_doomed)
{
  AsyDbNesting *nesting = _asy_db_get_nesting (db);

  nesting->is_doomed = was_doomed || !asy_db_exec (db, "ROLLBACK TO attempt", NULL) || !asy_db_exec (db, "RELEASE attempt", NULL);
}

gboolean
asy_db_attempt (AsyDb *db, AsyDbFunc func, gpointer user_data, GError **error)
{
  AsyDbNesting *nesting = _asy_db_get_nesting (db);
  const gboolean was_doomed = nesting->is_doomed;

  g_return_val_if_fail (nesting->depth > 0 && nesting->is_write, FALSE);

  if (!asy_db_exec (db, "SAVEPOINT attempt", error))
    return FALSE;
  if (run_joined (db, TRUE, func, user_data, error))
    return asy_db_exec (db, "RELEASE attempt", error);
  take_back (db, was_doomed);
  return FALSE;
}

gboolean
asy_db_transaction (AsyDb *db, AsyDbFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return run_transaction (db, TRUE, func, user_data, error);
}

gboolean
asy_db_read_transaction (AsyDb *db, AsyDbFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return run_transaction (db, FALSE, func, user_data, error);
}
