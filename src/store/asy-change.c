/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"

typedef struct {
  AsyRecord *copy;
  AsyChangeFunc func;
  gpointer user_data;
} Change;

static gboolean
run_change (AsySession *session, gpointer user_data, GError **error)
{
  Change *change = user_data;

  return change->func (session, change->copy, change->user_data, error);
}

gboolean
_asy_change_run (AsySession *session, gpointer record, AsyChangeFunc func, gpointer user_data, GError **error)
{
  g_autoptr (AsyRecord) copy = asy_record_duplicate (record);
  Change change = { copy, func, user_data };

  if (!asy_session_transaction (session, run_change, &change, error))
    return FALSE;
  asy_record_copy_from (record, copy);
  return TRUE;
}

gboolean
_asy_change_refuse (GError **error, AsyStoreErrorCode code, gpointer record, guint field, const char *article,
                    const char *message)
{
  AsyStoreErrorDetail *detail = asy_store_set_error (error, code, message);

  if (error == NULL)
    return FALSE;
  detail->field = g_strdup (asy_record_get_fields (record, NULL)[field].label);
  detail->article = g_strdup (article);
  return FALSE;
}

gboolean
_asy_change_check_period (gpointer record, guint from_field, guint until_field, GError **error)
{
  const gint64 from = asy_record_get_int (record, from_field);
  const gint64 until = asy_record_get_int (record, until_field);

  if (until == ASY_DAY_NONE || from <= until)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, until_field, NULL, "the end comes before the beginning");
}

static gboolean
is_allowed (const int *allowed, int field)
{
  for (guint i = 0; allowed[i] >= 0; i++)
    if (allowed[i] == field)
      return TRUE;
  return FALSE;
}

int
_asy_change_find_other (gpointer stored, gpointer record, const int *allowed)
{
  guint n_fields;
  const AsyField *fields = asy_record_get_fields (record, &n_fields);

  for (int i = 0; i < (int) n_fields; i++)
    if ((fields[i].flags & ASY_FIELD_HIDDEN) == 0 && !is_allowed (allowed, i) &&
        !asy_record_field_equals (stored, record, (guint) i))
      return i;
  return -1;
}

gpointer
_asy_change_new_from (gpointer record)
{
  gpointer copy = asy_record_duplicate (record);

  asy_record_set_id (copy, 0);
  asy_record_set_revision (copy, 0);
  asy_record_set_uid (copy, NULL);
  return copy;
}

gboolean
_asy_change_fetch (AsySession *session, const char *sql, gint64 id, gint64 *ret_value, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", id);
  return asy_stmt_fetch_int (stmt, 0, ret_value, error);
}
