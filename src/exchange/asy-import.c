/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/asy-import-family-private.h"
#include "exchange/asy-import-row-private.h"
#include "exchange/asy-import-same-private.h"

/* Records above the columns that are looked at. */
#define TITLES_MAX 10

const char *
asy_import_reason_get_nick (AsyImportReason reason)
{
  static const char *const nicks[] = {
    "broken-quoting", "broken-encoding", "zero-byte", "too-long", "too-many-columns", "no-name", "duplicate",
    "no-family", "wrong-pesel", "shortened-pesel", "birth-date-clash", "sex-clash", "bad-day", "ambiguous-day", "future-day", "no-notice",
    "unknown-path", "unknown-assistant", "no-assignment-day", "caseload", "unavailable", "same-commune", "not-authorised",
    "too-early", "no-consent", "refused-by-register", "family-refused",
    "wrong-phone", "wrong-postcode", "wrong-email", "wrong-nip", "wrong-regon", "wrong-day", "kept-office-value",
    "unknown-role", "unknown-source", "no-person", "children", "guessed-sex", "mended-pesel",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == ASY_N_IMPORT_REASONS);
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (nicks), "");

  return nicks[reason];
}

const char *
asy_import_reason_get_label (AsyImportReason reason)
{
  static const char *const labels[] = {
    [ASY_IMPORT_REASON_QUOTES] = N_("the quotes are not closed, or not doubled"),
    [ASY_IMPORT_REASON_ENCODING] = N_("bytes that are no letters"),
    [ASY_IMPORT_REASON_ZERO] = N_("a byte of zero"),
    [ASY_IMPORT_REASON_TOO_LONG] = N_("too long"),
    [ASY_IMPORT_REASON_COLUMNS] = N_("more cells than the table has columns"),
    [ASY_IMPORT_REASON_NO_NAME] = N_("no name: write it into the table"),
    [ASY_IMPORT_REASON_DUPLICATE] = N_("an earlier row is the same entry and says something else"),
    [ASY_IMPORT_REASON_NO_FAMILY] = N_("nothing tells the family: neither its number nor an address"),
    [ASY_IMPORT_REASON_PESEL] = N_("no correct PESEL"),
    [ASY_IMPORT_REASON_SHORTENED] = N_("shortened by the spreadsheet: make the column text there and save once more"),
    [ASY_IMPORT_REASON_BORN_CLASH] = N_("the PESEL belongs to somebody born on another day"),
    [ASY_IMPORT_REASON_SEX_CLASH] = N_("the PESEL belongs to somebody of the other sex"),
    [ASY_IMPORT_REASON_BAD_DAY] = N_("no day of the calendar; write it as 31.12.2024"),
    [ASY_IMPORT_REASON_TWO_DAYS] = N_("may be read as two different days; write it as 31.12.2024"),
    [ASY_IMPORT_REASON_FUTURE] = N_("a day that is still to come"),
    [ASY_IMPORT_REASON_NO_NOTICE] = N_("no day of registration"),
    [ASY_IMPORT_REASON_PATH] = N_("no known way in: interview, court, minor parent or Za życiem"),
    [ASY_IMPORT_REASON_WORKER] = N_("no assistant of this name, or more than one"),
    [ASY_IMPORT_REASON_NO_ASSIGNED] = N_("an assistant without the day of the assignment"),
    [ASY_IMPORT_REASON_CASELOAD] = N_("the assistant has as many families as the Act allows (art. 15 ust. 4)"),
    [ASY_IMPORT_REASON_UNAVAILABLE] = N_("the assistant is not employed or is suspended on that day"),
    [ASY_IMPORT_REASON_SAME_COMMUNE] = N_("the assistant is a social worker of this commune (art. 17 ust. 3)"),
    [ASY_IMPORT_REASON_NOT_AUTHORISED] = N_("the assistant has no authorisation or secrecy undertaking (art. 7 ust. 4)"),
    [ASY_IMPORT_REASON_TOO_EARLY] = N_("no day of the court's order: the family comes in without the assistant"),
    [ASY_IMPORT_REASON_NO_CONSENT] = N_("no day of the consent: the family comes in without the assistant (art. 8 ust. 3)"),
    [ASY_IMPORT_REASON_STORE] = N_("the register refuses it"),
    [ASY_IMPORT_REASON_FAMILY] = N_("another row of this family was refused"),
    [ASY_IMPORT_REASON_PHONE] = N_("no telephone number; kept in the notes"),
    [ASY_IMPORT_REASON_POSTCODE] = N_("no postcode; kept in the notes"),
    [ASY_IMPORT_REASON_EMAIL] = N_("no e-mail address; kept in the notes"),
    [ASY_IMPORT_REASON_NIP] = N_("no correct NIP; kept in the notes"),
    [ASY_IMPORT_REASON_REGON] = N_("no correct REGON; kept in the notes"),
    [ASY_IMPORT_REASON_DAY] = N_("no day of the calendar; kept in the notes"),
    [ASY_IMPORT_REASON_OFFICE] = N_("changed by the office, so left as it is"),
    [ASY_IMPORT_REASON_ROLE] = N_("an unknown role in the family; kept in the notes"),
    [ASY_IMPORT_REASON_SOURCE] = N_("an unknown source of the notice; kept in its content"),
    [ASY_IMPORT_REASON_NO_PERSON] = N_("names nobody: the family comes in, its people are added on its page"),
    [ASY_IMPORT_REASON_CHILDREN] = N_("not only names, days of birth and PESEL: kept in the notes too"),
    [ASY_IMPORT_REASON_GUESSED] = N_("sex and role taken from the given name; check them"),
    [ASY_IMPORT_REASON_MENDED] = N_("the zeros that the spreadsheet left out were put back; check it"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == ASY_N_IMPORT_REASONS);
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (labels), "");

  return labels[reason];
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
  g_ptr_array_unref (batch->families);
  g_ptr_array_unref (batch->refused);
  g_ptr_array_unref (batch->remarks);
  g_ptr_array_unref (batch->declined);
  g_ptr_array_unref (batch->kept);
  g_ptr_array_unref (batch->unknown_columns);
  g_free (batch);
}

GPtrArray *
asy_import_batch_list_refused (AsyImportBatch *batch)
{
  GPtrArray *all = g_ptr_array_new ();

  g_return_val_if_fail (batch != NULL, NULL);

  g_ptr_array_extend (all, batch->refused, NULL, NULL);
  g_ptr_array_extend (all, batch->declined, NULL, NULL);
  _asy_import_sort_notes (all);
  return all;
}

static AsyImportBatch *
batch_new (GBytes *bytes)
{
  AsyImportBatch *batch = g_new0 (AsyImportBatch, 1);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  batch->columns = g_ptr_array_new_with_free_func (g_free);
  batch->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) _asy_import_entry_free);
  batch->families = g_ptr_array_new_with_free_func ((GDestroyNotify) _asy_import_family_free);
  batch->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  batch->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  batch->declined = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  batch->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  batch->unknown_columns = g_ptr_array_new_with_free_func (g_free);
  g_strlcpy (batch->sha256, sum, sizeof batch->sha256);
  return batch;
}

static gboolean
is_title (const AsyCsvRecord *record)
{
  guint n_filled = 0;

  for (guint i = 0; i < record->n_cells; i++)
    n_filled += record->cells[i][strspn (record->cells[i], " \t\r\n")] != '\0';
  return n_filled <= 1;
}

/* Above the columns many a table has its title, a line of one cell; a table of one column has no title. */
static guint
count_titles (GBytes *bytes)
{
  g_autoptr (AsyCsvReader) reader = asy_csv_reader_new (bytes, 0, NULL);
  const AsyCsvRecord *record;

  for (guint i = 0; reader != NULL && i <= TITLES_MAX && (record = asy_csv_reader_next (reader)) != NULL; i++)
    if (record->problem != ASY_CSV_OK || !is_title (record))
      return record->problem == ASY_CSV_OK ? i : 0;
  return 0;
}

AsyCsvReader *
asy_import_open_table (GBytes *bytes, const AsyCsvRecord **ret_header, GError **error)
{
  g_autoptr (AsyCsvReader) reader = asy_csv_reader_new (bytes, 0, error);
  const AsyCsvRecord *record;

  if (reader == NULL)
    return NULL;
  for (guint n = count_titles (bytes); n > 0; n--)
    (void) asy_csv_reader_next (reader);
  do
    record = asy_csv_reader_next (reader);
  while (record != NULL && asy_csv_record_is_blank (record));
  if (record == NULL || record->problem != ASY_CSV_OK)
    {
      g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_HEADER, "the first line does not name the columns");
      return NULL;
    }
  *ret_header = record;
  return g_steal_pointer (&reader);
}

static AsyImportLayout *
make_layout (const AsyCsvRecord *record, AsyImportBatch *batch, AsyImportMap *map, GError **error)
{
  batch->map = map != NULL ? asy_import_map_fit (map, (const char *const *) record->cells)
                           : asy_import_map_recognise ((const char *const *) record->cells, error);
  return batch->map != NULL ? _asy_import_layout_new (batch->map, record, error) : NULL;
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
  if (_asy_import_says_the_same (earlier->provider, entry->provider))
    batch->n_skipped++;
  else
    g_ptr_array_add (batch->refused, asy_import_note_new (entry->row, NULL, ASY_IMPORT_REASON_DUPLICATE));
  _asy_import_entry_free (entry);
}

typedef void (*RowFunc) (AsyImportBatch *batch, AsyImportLayout *layout, const AsyCsvRecord *record, gpointer user_data);

static void
on_provider_row (AsyImportBatch *batch, AsyImportLayout *layout, const AsyCsvRecord *record, gpointer user_data)
{
  AsyImportEntry *entry = _asy_import_layout_read (layout, record, batch->refused, batch->remarks);

  if (entry != NULL)
    add_entry (batch, user_data, entry);
}

static void
on_family_row (AsyImportBatch *batch, AsyImportLayout *layout, const AsyCsvRecord *record, gpointer user_data)
{
  _asy_import_families_add (user_data, layout, record);
}

static gboolean
read_rows (AsyCsvReader *reader, AsyImportLayout *layout, AsyImportBatch *batch, RowFunc on_row, gpointer user_data, GError **error)
{
  const AsyCsvRecord *record;

  while ((record = asy_csv_reader_next (reader)) != NULL)
    {
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
      on_row (batch, layout, record, user_data);
    }
  return TRUE;
}

static gboolean
read_providers (AsyCsvReader *reader, AsyImportLayout *layout, AsyImportBatch *batch, GError **error)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  return read_rows (reader, layout, batch, on_provider_row, by_key, error);
}

static gboolean
read_families (AsyCsvReader *reader, AsyImportLayout *layout, AsyImportBatch *batch, AsyDay today, GError **error)
{
  g_autoptr (AsyImportFamilies) families = _asy_import_families_new (batch, today);

  if (!read_rows (reader, layout, batch, on_family_row, families, error))
    return FALSE;
  _asy_import_families_finish (families);
  return TRUE;
}

static AsyImportBatch *
read_batch (GBytes *bytes, AsyImportMap *map, AsyDay today, GError **error)
{
  g_autoptr (AsyCsvReader) reader = NULL;
  g_autoptr (AsyImportBatch) batch = NULL;
  g_autoptr (AsyImportLayout) layout = NULL;
  const AsyCsvRecord *header;

  reader = asy_import_open_table (bytes, &header, error);
  if (reader == NULL)
    return NULL;
  batch = batch_new (bytes);
  batch->encoding = asy_csv_reader_get_encoding (reader);
  layout = make_layout (header, batch, map, error);
  if (layout == NULL)
    return NULL;
  for (guint i = 0; i < _asy_import_layout_get_n_columns (layout); i++)
    g_ptr_array_add (batch->columns, g_strdup (_asy_import_layout_get_column (layout, i)));
  _asy_import_layout_list_unknown (layout, batch->unknown_columns);
  if (batch->map->kind == ASY_IMPORT_FAMILIES ? !read_families (reader, layout, batch, today, error)
                                              : !read_providers (reader, layout, batch, error))
    return NULL;
  return g_steal_pointer (&batch);
}

AsyImportBatch *
asy_import_read (GBytes *bytes, AsyImportMap *map, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_batch (bytes, map, ASY_DAY_NONE, error);
}

AsyImportBatch *
asy_import_read_families (GBytes *bytes, AsyImportMap *map, AsyDay today, GError **error)
{
  g_autoptr (AsyImportMap) shipped = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (map == NULL || asy_import_map_get_kind (map) == ASY_IMPORT_FAMILIES, NULL);

  if (map == NULL)
    map = shipped = asy_import_map_new_shipped (ASY_IMPORT_MAP_FAMILIES, error);
  return map != NULL ? read_batch (bytes, map, today, error) : NULL;
}
