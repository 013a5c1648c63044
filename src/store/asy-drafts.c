/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-drafts.h"

#define COLUMNS "SELECT kind, record_id, saved_at, body FROM draft WHERE login = :login"

void
asy_draft_free (AsyDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->kind);
  g_free (draft->saved_at);
  g_free (draft->body);
  g_free (draft);
}

static AsyStmt *
prepare (AsySession *session, const char *sql, GError **error)
{
  AsyStmt *stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  if (stmt != NULL)
    asy_stmt_bind_text (stmt, ":login", asy_session_get_login (session));
  return stmt;
}

static AsyDraft *
read_draft (AsyStmt *stmt)
{
  AsyDraft *draft = g_new0 (AsyDraft, 1);

  draft->kind = asy_stmt_column_dup_text (stmt, 0);
  draft->record_id = asy_stmt_column_int (stmt, 1);
  draft->saved_at = asy_stmt_column_dup_text (stmt, 2);
  draft->body = asy_stmt_column_dup_text (stmt, 3);
  return draft;
}

gboolean
asy_draft_put (AsySession *session, const char *kind, gint64 record_id, const char *body, GError **error)
{
  g_autofree char *now = asy_clock_dup_now_utc_iso (asy_session_get_clock (session));
  g_autoptr (AsyStmt) stmt = NULL;

  g_return_val_if_fail (kind != NULL, FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  stmt = prepare (session,
                  "INSERT INTO draft (login, kind, record_id, saved_at, body)"
                  " VALUES (:login, :kind, :record, :now, :body)"
                  " ON CONFLICT (login, kind, record_id)"
                  " DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body",
                  error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":kind", kind);
  asy_stmt_bind_int (stmt, ":record", record_id);
  asy_stmt_bind_text (stmt, ":now", now);
  asy_stmt_bind_text (stmt, ":body", body);
  return asy_stmt_run (stmt, error);
}

gboolean
asy_draft_get (AsySession *session, const char *kind, gint64 record_id, AsyDraft **ret_draft, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  g_return_val_if_fail (kind != NULL, FALSE);

  stmt = prepare (session, COLUMNS " AND kind = :kind AND record_id = :record", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":kind", kind);
  asy_stmt_bind_int (stmt, ":record", record_id);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  *ret_draft = has_row ? read_draft (stmt) : NULL;
  return TRUE;
}

gboolean
asy_draft_remove (AsySession *session, const char *kind, gint64 record_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  g_return_val_if_fail (kind != NULL, FALSE);

  stmt = prepare (session, "DELETE FROM draft WHERE login = :login AND kind = :kind AND record_id = :record", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":kind", kind);
  asy_stmt_bind_int (stmt, ":record", record_id);
  return asy_stmt_run (stmt, error);
}

GPtrArray *
asy_drafts_list (AsySession *session, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_draft_free);
  g_autoptr (AsyStmt) stmt = prepare (session, COLUMNS " ORDER BY saved_at DESC, kind, record_id", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&drafts);
      g_ptr_array_add (drafts, read_draft (stmt));
    }
}
