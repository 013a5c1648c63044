/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/asy-csv.h"
#include "exchange/asy-import.h"
#include "fuzz.h"

/* Tables of specialists, read by every mapping that ships, right or wrong, and of families: each
 * row comes in, is skipped or is refused with its reason. */

static void
check_notes (GPtrArray *notes, gboolean refuse)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const AsyImportNote *note = g_ptr_array_index (notes, i);

      g_assert_cmpuint (note->row, >, 1);
      g_assert_cmpint (note->reason < ASY_IMPORT_REASON_PHONE, ==, refuse);
      g_assert_true (refuse || note->column != NULL);
      if (refuse && i > 0)
        g_assert_cmpuint (note->row, >, ((const AsyImportNote *) g_ptr_array_index (notes, i - 1))->row);
    }
}

static void
check_entry (const AsyImportEntry *entry)
{
  AsyRecord *record = ASY_RECORD (entry->provider);
  guint n_fields;
  const AsyField *fields = asy_record_get_fields (record, &n_fields);

  g_assert_nonnull (asy_provider_get_name (entry->provider));
  g_assert_nonnull (asy_provider_get_kind (entry->provider));
  g_assert_cmpstr (entry->key, !=, "");
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == ASY_FIELD_TEXT && asy_record_get_text (record, i) != NULL)
      {
        g_assert_true (g_utf8_validate (asy_record_get_text (record, i), -1, NULL));
        g_assert_cmpstr (asy_record_get_text (record, i), !=, "");
      }
}

static void
check_entries (GPtrArray *entries)
{
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint row = 1;

  for (guint i = 0; i < entries->len; i++)
    {
      AsyImportEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpuint (entry->row, >, row);
      row = entry->row;
      g_assert_true (g_hash_table_add (keys, entry->key));
      check_entry (entry);
    }
}

/* Records of the file behind the one that names the columns. */
static guint
count_rows (GBytes *bytes)
{
  g_autoptr(AsyCsvReader) reader = asy_csv_reader_new (bytes, 0, NULL);
  const AsyCsvRecord *record;
  guint n_rows = 0;

  do
    record = asy_csv_reader_next (reader);
  while (record != NULL && asy_csv_record_is_blank (record));
  while (asy_csv_reader_next (reader) != NULL)
    n_rows++;
  return n_rows;
}

static void
read_with (GBytes *bytes, AsyImportMap *map)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyImportBatch) batch = asy_import_read (bytes, map, &error);

  g_assert_true ((batch == NULL) == (error != NULL));
  if (batch == NULL)
    {
      g_assert_true (error->domain == ASY_IMPORT_ERROR);
      return;
    }
  g_assert_cmpuint (batch->n_rows, ==, batch->entries->len + batch->n_skipped + batch->refused->len);
  g_assert_cmpuint (batch->n_rows, ==, count_rows (bytes));
  check_entries (batch->entries);
  check_notes (batch->refused, TRUE);
  check_notes (batch->remarks, FALSE);
}

static guint
check_family (const AsyImportFamily *family)
{
  guint row = 1;

  g_assert_cmpuint (family->people->len, >, 0);
  g_assert_nonnull (asy_family_get_name (family->family));
  for (guint i = 0; i < family->people->len; i++)
    {
      const AsyImportPerson *person = g_ptr_array_index (family->people, i);

      g_assert_cmpuint (person->row, >, row);
      row = person->row;
      g_assert_nonnull (asy_person_get_family_name (person->entry->person));
      g_assert_nonnull (asy_person_get_given_name (person->entry->person));
      g_assert_nonnull (asy_member_get_role (person->entry->member));
    }
  return family->people->len;
}

/* The same table as one of families: each row is in a family, skipped or refused. */
static void
read_families (GBytes *bytes)
{
  static AsyImportMap *map;
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyImportBatch) batch = NULL;
  guint n_people = 0;

  if (map == NULL)
    map = asy_import_map_new_shipped (ASY_IMPORT_MAP_FAMILIES, NULL);
  batch = asy_import_read_families (bytes, map, asy_day_new (2026, 3, 24), &error);
  g_assert_true ((batch == NULL) == (error != NULL));
  if (batch == NULL)
    return;
  for (guint i = 0; i < batch->families->len; i++)
    n_people += check_family (g_ptr_array_index (batch->families, i));
  g_assert_cmpuint (batch->n_rows, ==, n_people + batch->n_skipped + batch->refused->len);
  for (guint i = 0; i < batch->refused->len; i++)
    g_assert_cmpint (((const AsyImportNote *) g_ptr_array_index (batch->refused, i))->reason, <, ASY_IMPORT_REASON_PHONE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static AsyImportMap *maps[8];
  const char *const *names = asy_import_map_list_shipped ();
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  /* Read once: the files that ship are another target's matter. */
  for (guint i = 0; names[i] != NULL && maps[i] == NULL; i++)
    maps[i] = asy_import_map_new_shipped (names[i], NULL);
  for (guint i = 0; names[i] != NULL; i++)
    read_with (bytes, maps[i]);
  read_families (bytes);
  return 0;
}
