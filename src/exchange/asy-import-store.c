/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/asy-text.h"
#include "exchange/asy-import-family-private.h"
#include "exchange/asy-import-map-private.h"
#include "exchange/asy-import.h"
#include "store/asy-audit.h"
#include "store/asy-providers.h"

typedef struct
{
  AsyImportBatch *batch;
  const char *name;
  gboolean dry_run;
  AsyImportProgress progress;
  gpointer progress_data;
  AsyImportCounts counts;
  gboolean is_whole;            /* a dry run came to its end */
} Import;

/* Changes whenever the row says something else. */
static char *
make_fingerprint (AsyImportEntry *entry)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_fields;

  asy_record_get_fields (ASY_RECORD (entry->provider), &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = asy_record_dup_field_as_text (ASY_RECORD (entry->provider), i);

      /* With the final zero, so that no two lists of values run together. */
      g_checksum_update (sum, (const guchar *) (text != NULL ? text : ""), text != NULL ? (gssize) strlen (text) + 1 : 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* The column that feeds a field, or the first of them, as the header of the file calls it. */
static const char *
find_column (AsyImportBatch *batch, guint number)
{
  const AsyImportField *field = _asy_import_map_find_field (batch->map, number == ASY_PROVIDER_PHONE2 ? ASY_PROVIDER_PHONE : number);
  const AsyImportColumn *column;

  if (field == NULL)
    return NULL;
  column = g_ptr_array_index (field->columns, 0);
  for (guint i = 0; i < batch->columns->len; i++)
    {
      const char *name = g_ptr_array_index (batch->columns, i);
      g_autofree char *folded = asy_text_fold (name);

      if (g_str_equal (folded, column->folded))
        return name;
    }
  return column->name;
}

static void
note_kept (AsyImportBatch *batch, AsyImportEntry *entry, GArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const char *column = find_column (batch, g_array_index (fields, guint, i));

      g_ptr_array_add (batch->kept, asy_import_note_new (entry->row, column, ASY_IMPORT_REASON_OFFICE));
    }
}

static gboolean
take_entry (AsySession *session, Import *import, AsyImportEntry *entry, GError **error)
{
  g_autofree char *fingerprint = make_fingerprint (entry);
  /* A key made of name and address is what the store itself goes by. */
  const char *number = entry->key[0] != '=' ? entry->key : NULL;
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  AsyProviderImport result;

  if (!asy_provider_import_row (session, entry->provider, asy_import_map_get_register (import->batch->map), number,
                                fingerprint, kept, &result, NULL, error))
    {
      g_prefix_error (error, "row %u: ", entry->row);
      return FALSE;
    }
  note_kept (import->batch, entry, kept);
  import->counts.n_added += result == ASY_PROVIDER_IMPORT_ADDED;
  import->counts.n_updated += result == ASY_PROVIDER_IMPORT_UPDATED || result == ASY_PROVIDER_IMPORT_RECOGNISED;
  import->counts.n_same += result == ASY_PROVIDER_IMPORT_SAME;
  return TRUE;
}

static void
add_count (JsonBuilder *builder, const char *name, guint count)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_null_value (builder);
  json_builder_add_int_value (builder, count);
  json_builder_end_array (builder);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_null_value (builder);
  json_builder_add_string_value (builder, text);
  json_builder_end_array (builder);
}

/* In the shape of all changes in the audit: {"column": [old, new]}. */
static char *
describe (Import *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "file", import->name);
  add_text (builder, "sha256", import->batch->sha256);
  add_text (builder, "mapping", asy_import_map_get_name (import->batch->map));
  add_count (builder, "rows", import->counts.n_rows);
  add_count (builder, "added", import->counts.n_added);
  add_count (builder, "updated", import->counts.n_updated);
  add_count (builder, "refused", import->batch->refused->len + import->batch->declined->len);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
take_entries (AsySession *session, Import *import, GError **error)
{
  const guint n = import->batch->entries->len;

  for (guint i = 0; i < n; i++)
    if (!take_entry (session, import, g_ptr_array_index (import->batch->entries, i), error) ||
        (import->progress != NULL && !import->progress ((double) (i + 1) / n, import->progress_data, error)))
      return FALSE;
  return TRUE;
}

static gboolean
take_all (AsySession *session, gpointer user_data, GError **error)
{
  Import *import = user_data;
  const gboolean is_families = import->batch->map->kind == ASY_IMPORT_FAMILIES;
  g_autofree char *changes = NULL;

  if (is_families ? !_asy_import_store_families (session, import->batch, &import->counts, import->progress, import->progress_data, error)
                  : !take_entries (session, import, error))
    return FALSE;
  if (import->dry_run)
    {
      /* Told from a failure by the caller; the transaction is rolled back. */
      import->is_whole = TRUE;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "a dry run");
      return FALSE;
    }
  changes = describe (import);
  return asy_audit_write (session, "import", is_families ? "family" : "provider", 0, 0, changes, error);
}

gboolean
asy_import_store (AsySession *session, AsyImportBatch *batch, const char *name, gboolean dry_run,
                  AsyImportCounts *ret_counts, GError **error)
{
  return asy_import_store_full (session, batch, name, dry_run, NULL, NULL, ret_counts, error);
}

gboolean
asy_import_store_full (AsySession *session, AsyImportBatch *batch, const char *name, gboolean dry_run, AsyImportProgress progress,
                       gpointer progress_data, AsyImportCounts *ret_counts, GError **error)
{
  Import import = { batch, name, dry_run, progress, progress_data, { 0 }, FALSE };
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (batch != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  g_ptr_array_set_size (batch->kept, 0);
  g_ptr_array_set_size (batch->declined, 0);
  import.counts.n_rows = batch->n_rows;
  import.counts.n_skipped = batch->n_skipped;
  if (!asy_session_transaction (session, take_all, &import, &problem) &&
      !import.is_whole)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  *ret_counts = import.counts;
  return TRUE;
}
