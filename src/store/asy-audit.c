/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <string.h>

#include "store/asy-audit.h"

#define EMPTY_HEAD "0000000000000000000000000000000000000000000000000000000000000000"

static char *
hash_parts (const char *const *parts)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      /* The final zero separates, so that no two lists of parts run together. */
      g_checksum_update (sum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static char *
digest_of (const char *salt, const char *changes)
{
  return hash_parts ((const char *const[]){ salt, changes != NULL ? changes : "", NULL });
}

static char *
hash_of (const char *previous, gint64 id, const char *at, const char *login, const char *action, const char *kind,
         gint64 record_id, gint64 family_id, const char *digest)
{
  g_autofree char *numbers = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                              id, record_id, family_id);

  return hash_parts ((const char *const[]){ previous, numbers, at, login, action, kind, digest, NULL });
}

static char *
make_salt (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strndup (uuid, 18);
}

static gboolean
read_head (AsySession *session, gint64 *ret_id, char **ret_hash, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1", error);
  if (stmt == NULL || !asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  *ret_id = has_row ? asy_stmt_column_int (stmt, 0) : 0;
  *ret_hash = has_row ? asy_stmt_column_dup_text (stmt, 1) : g_strdup (EMPTY_HEAD);
  return TRUE;
}

gboolean
asy_audit_write (AsySession *session, const char *action, const char *kind, gint64 record_id, gint64 family_id,
                 const char *changes, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *salt = make_salt ();
  g_autofree char *at = asy_clock_dup_now_utc_iso (asy_session_get_clock (session));
  g_autofree char *digest = digest_of (salt, changes);
  g_autofree char *hash = NULL;
  const char *login = asy_session_get_login (session);
  gint64 last;

  g_return_val_if_fail (asy_db_in_transaction (asy_session_get_db (session)), FALSE);

  if (!read_head (session, &last, &previous, error))
    return FALSE;
  hash = hash_of (previous, last + 1, at, login, action, kind, record_id, family_id, digest);
  stmt = asy_db_prepare (asy_session_get_db (session),
                         "INSERT INTO audit (id, at, login, action, kind, record_id, family_id, changes, salt, digest, hash)"
                         " VALUES (:id, :at, :login, :action, :kind, :record_id, :family_id, :changes, :salt, :digest, :hash)",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", last + 1);
  asy_stmt_bind_text (stmt, ":at", at);
  asy_stmt_bind_text (stmt, ":login", login);
  asy_stmt_bind_text (stmt, ":action", action);
  asy_stmt_bind_text (stmt, ":kind", kind);
  asy_stmt_bind_int (stmt, ":record_id", record_id);
  asy_stmt_bind_ref (stmt, ":family_id", family_id);
  asy_stmt_bind_text (stmt, ":changes", changes);
  asy_stmt_bind_text (stmt, ":salt", salt);
  asy_stmt_bind_text (stmt, ":digest", digest);
  asy_stmt_bind_text (stmt, ":hash", hash);
  return asy_stmt_run (stmt, error);
}

char *
asy_audit_dup_head (AsySession *session, GError **error)
{
  char *hash = NULL;
  gint64 id;

  if (!read_head (session, &id, &hash, error))
    return NULL;
  return hash;
}

/* Values that were erased after the retention period are NULL with their
 * digest left; everything else must still give its digest. */
static gboolean
entry_fits (AsyStmt *stmt, const char *previous, gint64 expected_id)
{
  const gint64 id = asy_stmt_column_int (stmt, 0);
  const char *action = asy_stmt_column_text (stmt, 3);
  const char *digest = asy_stmt_column_text (stmt, 9);
  g_autofree char *hash = NULL;

  hash = hash_of (previous, id, asy_stmt_column_text (stmt, 1), asy_stmt_column_text (stmt, 2), action,
                  asy_stmt_column_text (stmt, 4), asy_stmt_column_int (stmt, 5), asy_stmt_column_int (stmt, 6), digest);
  if (id != expected_id || g_strcmp0 (hash, asy_stmt_column_text (stmt, 10)) != 0)
    return FALSE;
  if (!asy_stmt_column_is_null (stmt, 7))
    {
      g_autofree char *fresh = digest_of (asy_stmt_column_text (stmt, 8), asy_stmt_column_text (stmt, 7));

      return g_strcmp0 (fresh, digest) == 0;
    }
  return TRUE;
}

gboolean
asy_audit_verify (AsySession *session, gint64 *ret_entries, gint64 *ret_broken, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  g_autofree char *previous = g_strdup (EMPTY_HEAD);
  gint64 entries = 0;
  gint64 broken = 0;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT id, at, login, action, kind, record_id, family_id, changes, salt, digest, hash"
                         " FROM audit ORDER BY id",
                         error);
  if (stmt == NULL)
    return FALSE;
  do
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      entries++;
      if (!entry_fits (stmt, previous, entries))
        broken = asy_stmt_column_int (stmt, 0);
      g_free (previous);
      previous = asy_stmt_column_dup_text (stmt, 10);
    }
  while (broken == 0);
  *ret_entries = entries;
  *ret_broken = broken;
  return TRUE;
}

void
asy_audit_entry_free (AsyAuditEntry *entry)
{
  g_free (entry->at);
  g_free (entry->login);
  g_free (entry->action);
  g_free (entry->kind);
  g_free (entry->changes);
  g_free (entry);
}

GPtrArray *
asy_audit_list_for_family (AsySession *session, gint64 family_id, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_audit_entry_free);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT id, at, login, action, kind, record_id, changes FROM audit"
                         " WHERE family_id = :family AND id < :before ORDER BY id DESC LIMIT :limit",
                         error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":family", family_id);
  asy_stmt_bind_int (stmt, ":before", before > 0 ? before : G_MAXINT64);
  asy_stmt_bind_int (stmt, ":limit", limit);
  for (;;)
    {
      AsyAuditEntry *entry;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      entry = g_new0 (AsyAuditEntry, 1);
      entry->id = asy_stmt_column_int (stmt, 0);
      entry->at = asy_stmt_column_dup_text (stmt, 1);
      entry->login = asy_stmt_column_dup_text (stmt, 2);
      entry->action = asy_stmt_column_dup_text (stmt, 3);
      entry->kind = asy_stmt_column_dup_text (stmt, 4);
      entry->record_id = asy_stmt_column_int (stmt, 5);
      entry->changes = asy_stmt_column_dup_text (stmt, 6);
      g_ptr_array_add (entries, entry);
    }
}
