/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <json-glib/json-glib.h>

#include "store/asy-providers-private.h"
#include "store/asy-repo.h"

/* A row of an outside register on its way in. */
typedef struct {
  AsyProvider *row;
  const char *source;
  const char *number;
  const char *fingerprint;
  GArray *kept;
  AsyProviderImport result;
  gint64 provider_id;
} Import;

/* What the register remembers of the row's last visit. */
typedef struct {
  gint64 provider_id;
  char *fingerprint;
  char *imported;
} Source;

static void
source_clear (Source *source)
{
  g_free (source->fingerprint);
  g_free (source->imported);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static gboolean
find_source (AsySession *session, Import *import, Source *ret_source, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT provider_id, fingerprint, imported FROM provider_source"
                         " WHERE register = :source AND number = :number",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":source", import->source);
  asy_stmt_bind_text (stmt, ":number", import->number);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  ret_source->provider_id = asy_stmt_column_int (stmt, 0);
  ret_source->fingerprint = asy_stmt_column_dup_text (stmt, 1);
  ret_source->imported = asy_stmt_column_dup_text (stmt, 2);
  return TRUE;
}

static gboolean
is_imported_field (const AsyField *field)
{
  return (field->flags & ASY_FIELD_HIDDEN) == 0;
}

/* The row's values by their columns; nothing for an empty one. */
static char *
write_values (AsyProvider *row)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  guint n_fields;
  const AsyField *fields = asy_record_get_fields (ASY_RECORD (row), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = asy_record_dup_field_as_text (ASY_RECORD (row), i);

      if (text != NULL && is_imported_field (&fields[i]))
        json_object_set_string_member (object, fields[i].column, text);
    }
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

static gboolean
remember_row (AsySession *session, Import *import, GError **error)
{
  g_autofree char *values = write_values (import->row);
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "INSERT INTO provider_source (register, number, provider_id, fingerprint, imported)"
                         " VALUES (:source, :number, :provider, :fingerprint, :imported)"
                         " ON CONFLICT (register, number) DO UPDATE SET provider_id = excluded.provider_id,"
                         " fingerprint = excluded.fingerprint, imported = excluded.imported",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":source", import->source);
  asy_stmt_bind_text (stmt, ":number", import->number);
  asy_stmt_bind_int (stmt, ":provider", import->provider_id);
  asy_stmt_bind_text (stmt, ":fingerprint", import->fingerprint);
  asy_stmt_bind_text (stmt, ":imported", values);
  return asy_stmt_run (stmt, error);
}

static void
take_value (AsyRecord *record, AsyRecord *row, guint i)
{
  const AsyField *field = &asy_record_get_fields (record, NULL)[i];

  if (field->type == ASY_FIELD_TEXT)
    asy_record_set_text (record, i, asy_record_get_text (row, i));
  else if (field->type != ASY_FIELD_REAL)
    asy_record_set_int (record, i, asy_record_get_int (row, i));
}

/* Fields that still hold what was imported last follow the row; what the office
 * wrote itself stays, and is told where the row has news. */
static void
follow_row (Import *import, AsyRecord *record, JsonObject *imported)
{
  AsyRecord *row = ASY_RECORD (import->row);
  guint n_fields;
  const AsyField *fields = asy_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *now = asy_record_dup_field_as_text (record, i);
      g_autofree char *next = asy_record_dup_field_as_text (row, i);
      const char *before = json_object_get_string_member_with_default (imported, fields[i].column, NULL);

      if (!is_imported_field (&fields[i]))
        continue;
      if (g_strcmp0 (now, before) == 0)
        take_value (record, row, i);
      else if (import->kept != NULL && g_strcmp0 (next, before) != 0 && g_strcmp0 (next, now) != 0)
        g_array_append_val (import->kept, i);
    }
}

static void
fill_gaps (AsyRecord *record, AsyRecord *row)
{
  guint n_fields;
  const AsyField *fields = asy_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == ASY_FIELD_TEXT && is_imported_field (&fields[i]) && asy_record_get_text (record, i) == NULL)
      take_value (record, row, i);
}

static gboolean
update_known (AsySession *session, Import *import, const Source *source, GError **error)
{
  g_autoptr (AsyProvider) provider = asy_provider_load (session, source->provider_id, error);
  g_autoptr (JsonNode) imported = NULL;
  gint64 revision;

  import->result = ASY_PROVIDER_IMPORT_SAME;
  import->provider_id = source->provider_id;
  if (provider == NULL)
    return FALSE;
  if (g_strcmp0 (source->fingerprint, import->fingerprint) == 0)
    return TRUE;
  imported = json_from_string (source->imported, error);
  if (imported == NULL)
    return FALSE;
  revision = asy_record_get_revision (ASY_RECORD (provider));
  follow_row (import, ASY_RECORD (provider), json_node_get_object (imported));
  if (!asy_provider_save (session, provider, error))
    return FALSE;
  if (asy_record_get_revision (ASY_RECORD (provider)) != revision)
    import->result = ASY_PROVIDER_IMPORT_UPDATED;
  return remember_row (session, import, error);
}

/* Two rows of one register are two places, however alike they look. */
static gboolean
is_taken (AsySession *session, Import *import, gint64 provider_id, gboolean *ret_taken, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gint64 n_rows;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT count(*) FROM provider_source WHERE provider_id = :provider AND register = :source", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":provider", provider_id);
  asy_stmt_bind_text (stmt, ":source", import->source);
  if (!asy_stmt_fetch_int (stmt, 0, &n_rows, error))
    return FALSE;
  *ret_taken = n_rows > 0;
  return TRUE;
}

static gboolean
find_otherwise_known (AsySession *session, Import *import, AsyProvider **ret_provider, GError **error)
{
  g_autoptr (GPtrArray) alike = asy_provider_find_alike (session, import->row, error);

  if (alike == NULL)
    return FALSE;
  for (guint i = 0; i < alike->len; i++)
    {
      AsyProvider *provider = g_ptr_array_index (alike, i);
      gboolean taken;

      if (!is_taken (session, import, asy_record_get_id (ASY_RECORD (provider)), &taken, error))
        return FALSE;
      if (taken)
        continue;
      *ret_provider = g_object_ref (provider);
      return TRUE;
    }
  return TRUE;
}

static gboolean
take_in (AsySession *session, Import *import, GError **error)
{
  g_autoptr (AsyProvider) provider = NULL;

  if (!find_otherwise_known (session, import, &provider, error))
    return FALSE;
  import->result = provider != NULL ? ASY_PROVIDER_IMPORT_RECOGNISED : ASY_PROVIDER_IMPORT_ADDED;
  if (provider == NULL)
    provider = asy_record_duplicate (import->row);
  else
    fill_gaps (ASY_RECORD (provider), ASY_RECORD (import->row));
  if (!asy_provider_save (session, provider, error))
    return FALSE;
  import->provider_id = asy_record_get_id (ASY_RECORD (provider));
  return remember_row (session, import, error);
}

static gboolean
import_row (AsySession *session, gpointer user_data, GError **error)
{
  Import *import = user_data;
  g_auto (Source) source = { 0 };

  if (!find_source (session, import, &source, error))
    return FALSE;
  return source.provider_id != 0 ? update_known (session, import, &source, error) : take_in (session, import, error);
}

gboolean
asy_provider_import_row (AsySession *session, AsyProvider *provider, const char *source, const char *number,
                         const char *fingerprint, GArray *kept, AsyProviderImport *ret_result, gint64 *ret_provider_id,
                         GError **error)
{
  g_autoptr (AsyProvider) row = NULL;
  Import import = { NULL, source, number, fingerprint, kept, ASY_PROVIDER_IMPORT_SAME, 0 };

  g_return_val_if_fail (ASY_IS_PROVIDER (provider), FALSE);
  g_return_val_if_fail (source != NULL && fingerprint != NULL, FALSE);

  row = asy_record_duplicate (provider);
  asy_record_set_id (ASY_RECORD (row), 0);
  _asy_provider_set_keys (row);
  import.row = row;
  if (import.number == NULL || *import.number == '\0')
    import.number = asy_provider_get_match_key (row);
  if (!asy_session_transaction (session, import_row, &import, error))
    return FALSE;
  *ret_result = import.result;
  if (ret_provider_id != NULL)
    *ret_provider_id = import.provider_id;
  return TRUE;
}
