/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/asy-import-map-private.h"
#include "exchange/asy-import.h"
#include "fuzz.h"

/* Mappings of columns that an office may write itself, each then tried on a
 * table with the very columns that it names. */

#define N_ROWS 3

static void
write_cell (GString *text, const char *cell)
{
  g_auto(GStrv) parts = g_strsplit (cell, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (text, "\"%s\";", doubled);
}

/* The names of the columns, or a value for each of them. */
static void
write_row (GString *text, AsyImportMap *map, const char *value)
{
  for (guint i = 0; i < map->fields->len; i++)
    {
      const AsyImportField *field = g_ptr_array_index (map->fields, i);

      for (guint j = 0; j < field->columns->len; j++)
        write_cell (text, value != NULL ? value : ((const AsyImportColumn *) g_ptr_array_index (field->columns, j))->name);
    }
  g_string_append_c (text, '\n');
}

static void
use_map (AsyImportMap *map)
{
  static const char *const values[N_ROWS] = { "80-753 Gda\305\204sk", "'a','\"b\"'", "265.0" };
  g_autoptr(GString) text = g_string_new ("sep=;\n");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyImportBatch) batch = NULL;

  write_row (text, map, NULL);
  for (guint i = 0; i < N_ROWS; i++)
    write_row (text, map, values[i]);
  bytes = g_bytes_new (text->str, text->len);
  batch = asy_import_read (bytes, map, &error);
  g_assert_true ((batch == NULL) == (error != NULL));
  if (batch == NULL)
    return;
  g_assert_cmpuint (batch->n_rows, ==, N_ROWS);
  g_assert_cmpuint (batch->n_rows, ==, batch->entries->len + batch->n_skipped + batch->refused->len);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) xml = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyImportMap) map = asy_import_map_new_from_xml (xml, &error);

  g_assert_true ((map == NULL) == (error != NULL));
  if (map == NULL)
    {
      g_assert_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_BAD_MAPPING);
      return 0;
    }
  g_assert_nonnull (asy_import_map_get_name (map));
  g_assert_nonnull (asy_import_map_get_title (map));
  g_assert_nonnull (asy_import_map_get_register (map));
  use_map (map);
  return 0;
}
