/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "store/asy-ids-private.h"
#include "store/asy-repo.h"

#define N_PLACES 100

/* `:i0`, `:i1` … */
static const char *
place_name (guint i)
{
  static char names[N_PLACES][8];
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      for (guint j = 0; j < N_PLACES; j++)
        g_snprintf (names[j], sizeof names[j], ":i%u", j);
      g_once_init_leave (&is_ready, 1);
    }
  return names[i];
}

static char *
list_places (const char *head, const char *tail)
{
  g_autoptr (GString) text = g_string_new (head);

  for (guint i = 0; i < N_PLACES; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " (" : ", ", place_name (i));
  g_string_append_printf (text, ") %s", tail);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Places that are left over hold NULL, which no id is equal to. */
static void
bind_places (AsyStmt *stmt, GArray *ids, guint from)
{
  for (guint i = 0; i < N_PLACES; i++)
    asy_stmt_bind_ref (stmt, place_name (i), from + i < ids->len ? g_array_index (ids, gint64, from + i) : 0);
}

gboolean
_asy_ids_each (AsySession *session, const char *head, GArray *ids, const char *tail, AsyIdsRow on_row, gpointer user_data,
               GError **error)
{
  g_autofree char *sql = list_places (head, tail);
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (guint from = 0; from < ids->len; from += N_PLACES)
    {
      asy_stmt_reset (stmt);
      bind_places (stmt, ids, from);
      do
        {
          if (!asy_stmt_step (stmt, &has_row, error) || (has_row && !on_row (stmt, user_data, error)))
            return FALSE;
        }
      while (has_row);
    }
  return TRUE;
}

static gboolean
load_chunk (AsySession *session, GType type, GArray *ids, guint from, GHashTable *by_id, GError **error)
{
  g_autofree char *tail = list_places ("WHERE t.id IN", "");
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, type, tail, error);
  g_autoptr (GPtrArray) records = NULL;

  if (stmt == NULL)
    return FALSE;
  bind_places (stmt, ids, from);
  records = asy_repo_read_all (stmt, type, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      AsyRecord *record = g_ptr_array_index (records, i);
      gint64 *id = g_new (gint64, 1);

      *id = asy_record_get_id (record);
      g_hash_table_insert (by_id, id, g_object_ref (record));
    }
  return TRUE;
}

GPtrArray *
_asy_ids_load (AsySession *session, GType type, GArray *ids, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) ordered = asy_record_array_new ();

  for (guint from = 0; from < ids->len; from += N_PLACES)
    if (!load_chunk (session, type, ids, from, by_id, error))
      return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      AsyRecord *record = g_hash_table_lookup (by_id, &g_array_index (ids, gint64, i));

      if (record != NULL)
        g_ptr_array_add (ordered, g_object_ref (record));
    }
  return g_steal_pointer (&ordered);
}

GArray *
_asy_ids_search (AsySession *session, const char *const *kinds, const char *text, guint limit, GError **error)
{
  g_autofree char *folded = asy_text_fold (text);
  g_autoptr (GPtrArray) hits = asy_db_search (asy_session_get_db (session), kinds, folded, limit, error);
  GArray *ids;

  if (hits == NULL)
    return NULL;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      const AsySearchHit *hit = g_ptr_array_index (hits, i);

      g_array_append_val (ids, hit->id);
    }
  return ids;
}
