/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include "exchange/asy-import-row-private.h"

const char *
asy_import_reason_get_nick (AsyImportReason reason)
{
  static const char *const nicks[] = {
    "broken-quoting", "broken-encoding", "zero-byte", "too-long", "too-many-columns", "no-name", "duplicate",
    "wrong-phone", "wrong-postcode", "wrong-email", "wrong-nip", "wrong-regon", "wrong-day", "kept-office-value",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == ASY_N_IMPORT_REASONS);
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (nicks), "");

  return nicks[reason];
}

AsyImportNote *
asy_import_note_new (guint row, const char *column, AsyImportReason reason)
{
  AsyImportNote *note = g_new0 (AsyImportNote, 1);

  note->row = row;
  note->column = g_strdup (column);
  note->reason = reason;
  return note;
}

void
asy_import_note_free (AsyImportNote *note)
{
  g_free (note->column);
  g_free (note);
}

void
asy_import_batch_free (AsyImportBatch *batch)
{
  if (batch == NULL)
    return;
  g_clear_pointer (&batch->map, asy_import_map_unref);
  g_ptr_array_unref (batch->columns);
  g_ptr_array_unref (batch->entries);
  g_ptr_array_unref (batch->refused);
  g_ptr_array_unref (batch->remarks);
  g_ptr_array_unref (batch->kept);
  g_ptr_array_unref (batch->unknown_columns);
  g_free (batch);
}

static AsyImportBatch *
batch_new (GBytes *bytes)
{
  AsyImportBatch *batch = g_new0 (AsyImportBatch, 1);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  batch->columns = g_ptr_array_new_with_free_func (g_free);
  batch->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) _asy_import_entry_free);
  batch->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  batch->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  batch->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  batch->unknown_columns = g_ptr_array_new_with_free_func (g_free);
  g_strlcpy (batch->sha256, sum, sizeof batch->sha256);
  return batch;
}

/* The first record that is not blank names the columns. */
static AsyImportLayout *
read_header (AsyCsvReader *reader, AsyImportBatch *batch, AsyImportMap *map, GError **error)
{
  const AsyCsvRecord *record;

  do
    record = asy_csv_reader_next (reader);
  while (record != NULL && asy_csv_record_is_blank (record));
  if (record == NULL || record->problem != ASY_CSV_OK)
    {
      g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_HEADER, "the first line does not name the columns");
      return NULL;
    }
  batch->map = map != NULL ? asy_import_map_ref (map) : asy_import_map_recognise ((const char *const *) record->cells, error);
  return batch->map != NULL ? _asy_import_layout_new (batch->map, record, error) : NULL;
}

static gboolean
says_the_same (AsyImportEntry *one, AsyImportEntry *other)
{
  guint n_fields;

  asy_record_get_fields (ASY_RECORD (one->provider), &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!asy_record_field_equals (ASY_RECORD (one->provider), ASY_RECORD (other->provider), i))
      return FALSE;
  return TRUE;
}

static void
add_entry (AsyImportBatch *batch, GHashTable *by_key, AsyImportEntry *entry)
{
  AsyImportEntry *earlier = g_hash_table_lookup (by_key, entry->key);

  if (earlier == NULL)
    {
      g_hash_table_insert (by_key, entry->key, entry);
      g_ptr_array_add (batch->entries, entry);
      return;
    }
  if (says_the_same (earlier, entry))
    batch->n_skipped++;
  else
    g_ptr_array_add (batch->refused, asy_import_note_new (entry->row, NULL, ASY_IMPORT_REASON_DUPLICATE));
  _asy_import_entry_free (entry);
}

static gboolean
read_rows (AsyCsvReader *reader, AsyImportLayout *layout, AsyImportBatch *batch, GError **error)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  const AsyCsvRecord *record;

  while ((record = asy_csv_reader_next (reader)) != NULL)
    {
      AsyImportEntry *entry;

      if (++batch->n_rows > ASY_IMPORT_ROWS_MAX)
        {
          g_set_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_TOO_BIG, "more than %d rows", ASY_IMPORT_ROWS_MAX);
          return FALSE;
        }
      if (asy_csv_record_is_blank (record))
        {
          batch->n_skipped++;
          continue;
        }
      entry = _asy_import_layout_read (layout, record, batch->refused, batch->remarks);
      if (entry != NULL)
        add_entry (batch, by_key, entry);
    }
  return TRUE;
}

AsyImportBatch *
asy_import_read (GBytes *bytes, AsyImportMap *map, GError **error)
{
  g_autoptr (AsyCsvReader) reader = NULL;
  g_autoptr (AsyImportBatch) batch = NULL;
  g_autoptr (AsyImportLayout) layout = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  reader = asy_csv_reader_new (bytes, 0, error);
  if (reader == NULL)
    return NULL;
  batch = batch_new (bytes);
  batch->encoding = asy_csv_reader_get_encoding (reader);
  layout = read_header (reader, batch, map, error);
  if (layout == NULL)
    return NULL;
  for (guint i = 0; i < _asy_import_layout_get_n_columns (layout); i++)
    g_ptr_array_add (batch->columns, g_strdup (_asy_import_layout_get_column (layout, i)));
  _asy_import_layout_list_unknown (layout, batch->unknown_columns);
  if (!read_rows (reader, layout, batch, error))
    return NULL;
  return g_steal_pointer (&batch);
}
