/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/asy-csv.h"
#include "fuzz.h"

/* Tables as text: every record is usable or says why not, and what was read is
 * read again when it is written down by the book. */

static void
write_cell (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

static void
write_record (GString *text, const AsyCsvRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      write_cell (text, record->cells[i]);
    }
  g_string_append_c (text, '\n');
}

static void
check_record (const AsyCsvRecord *record)
{
  g_assert_null (record->cells[record->n_cells]);
  g_assert_cmpuint (record->problem_cell, <=, ASY_CSV_CELLS_MAX);
  if (record->problem != ASY_CSV_OK)
    {
      g_assert_cmpuint (record->n_cells, ==, 0);
      g_assert_false (asy_csv_record_is_blank (record));
      return;
    }
  g_assert_cmpuint (record->n_cells, >=, 1);
  g_assert_cmpuint (record->n_cells, <=, ASY_CSV_CELLS_MAX);
  for (guint i = 0; i < record->n_cells; i++)
    g_assert_true (g_utf8_validate (record->cells[i], -1, NULL));
}

/* The usable records, each cell in quotes. */
static GString *
read_all (AsyCsvReader *reader)
{
  GString *text = g_string_new (NULL);
  const AsyCsvRecord *record;
  guint line = 0;

  while ((record = asy_csv_reader_next (reader)) != NULL)
    {
      g_assert_cmpuint (record->line, >, line);
      line = record->line;
      check_record (record);
      if (record->problem == ASY_CSV_OK)
        write_record (text, record);
    }
  g_assert_null (asy_csv_reader_next (reader));
  return text;
}

static void
read_again (GString *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyCsvReader) reader = NULL;
  GString *again;

  /* Nothing usable; or longer now than a record may be. */
  if (text->len == 0 || text->len > ASY_CSV_RECORD_BYTES_MAX)
    return;
  reader = asy_csv_reader_new (bytes, ';', &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_csv_reader_get_encoding (reader), ==, "UTF-8");
  again = read_all (reader);
  g_assert_cmpstr (again->str, ==, text->str);
  g_string_free (again, TRUE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char delimiters[] = { 0, ';', '\t' };
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(AsyCsvReader) reader = asy_csv_reader_new (bytes, delimiters[i], &error);

      g_assert_true ((reader == NULL) == (error != NULL));
      if (reader != NULL)
        {
          GString *text = read_all (reader);

          read_again (text);
          g_string_free (text, TRUE);
        }
    }
  return 0;
}
