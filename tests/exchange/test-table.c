/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/asy-csv.h"
#include "exchange/asy-table.h"

#define MARK "\357\273\277"

/* One cell, as the file has it. */
static const struct {
  const char *name;
  const char *text;
  const char *written;
  gboolean is_formula;
} cells[] = {
  { "plain", "Zażółć", "Zażółć", FALSE },
  { "empty", "", "", FALSE },
  { "number", "12", "12", FALSE },
  { "equals", "=1+1", "'=1+1", TRUE },
  { "command", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", TRUE },
  { "link", "=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"", TRUE },
  { "plus", "+48 601 234 567", "'+48 601 234 567", TRUE },
  { "minus", "-5", "'-5", TRUE },
  { "list", "- raz\n- dwa", "\"'- raz\n- dwa\"", TRUE },
  { "at", "@SUM(A1)", "'@SUM(A1)", TRUE },
  { "blank-before", " =1", "\"' =1\"", TRUE },
  { "no-break-space-before", "\302\240=1", "'\302\240=1", TRUE },
  { "zero-width-before", "\342\200\213=1", "'\342\200\213=1", TRUE },
  { "tab-before", "\t=1", "\"'\t=1\"", TRUE },
  { "tab-alone", "\tx", "\"'\tx\"", TRUE },
  { "return", "\rx", "\"'\rx\"", TRUE },
  { "break", "\n=1", "\"'\n=1\"", TRUE },
  { "full-width", "\357\274\235" "1", "'\357\274\235" "1", TRUE },
  { "quote-before", "\"=1", "\"\"\"=1\"", FALSE },
  { "within", "a=1", "a=1", FALSE },
  { "en-dash", "– raz", "– raz", FALSE },
  { "semicolon", "a;b", "\"a;b\"", FALSE },
  { "comma", "a,b", "\"a,b\"", FALSE },
  { "break-within", "a\r\nb", "\"a\r\nb\"", FALSE },
  { "blanks-around", " a ", "\" a \"", FALSE },
};

static AsyTable *
make_one (const char *text)
{
  AsyTable *table = asy_table_new ("test", "Próba");

  asy_table_add_column (table, "Źródło", ASY_TABLE_TEXT);
  asy_table_add_text (table, text);
  return table;
}

static char *
write_text (const AsyTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = asy_table_write (table, ASY_TABLE_CSV, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_cell (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AsyTable) table = make_one (cells[i].text);
  g_autofree char *written = write_text (table);
  g_autofree char *expected = g_strconcat (MARK "Źródło\r\n", cells[i].written, "\r\n", NULL);

  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpint (asy_table_is_formula (cells[i].text), ==, cells[i].is_formula);
}

/* What we write our own reader reads. */
static void
test_read_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyTable) table = make_one (cells[i].text);
      g_autoptr (GBytes) bytes = asy_table_write (table, ASY_TABLE_CSV, &error);
      g_autoptr (AsyCsvReader) reader = asy_csv_reader_new (bytes, ';', &error);
      g_autofree char *expected = g_strconcat (cells[i].is_formula ? "'" : "", cells[i].text, NULL);
      const AsyCsvRecord *record = asy_csv_reader_next (reader);

      g_assert_no_error (error);
      /* A line without any character is no record. */
      if (cells[i].text[0] == '\0')
        continue;
      g_assert_cmpstr (record->cells[0], ==, "Źródło");
      record = asy_csv_reader_next (reader);
      g_assert_cmpint (record->problem, ==, ASY_CSV_OK);
      g_assert_cmpuint (record->n_cells, ==, 1);
      g_assert_cmpstr (record->cells[0], ==, expected);
    }
}

static void
test_types (void)
{
  g_autoptr (AsyTable) table = asy_table_new ("test", "Próba");
  g_autofree char *written = NULL;

  asy_table_add_column (table, "Tekst", ASY_TABLE_TEXT);
  asy_table_add_column (table, "Dzień", ASY_TABLE_DAY);
  asy_table_add_column (table, "Liczba", ASY_TABLE_INT);
  asy_table_add_column (table, "Waga", ASY_TABLE_REAL);
  asy_table_add_text (table, NULL);
  asy_table_add_day (table, asy_day_from_iso ("2026-03-24"));
  asy_table_add_int (table, 7);
  asy_table_add_real (table, 1.5);
  asy_table_add_text (table, "x");
  asy_table_add_day (table, ASY_DAY_NONE);
  asy_table_add_empty (table);
  asy_table_add_empty (table);
  /* A number below zero begins with a minus too. */
  asy_table_add_text (table, "y");
  asy_table_add_empty (table);
  asy_table_add_int (table, -7);
  asy_table_add_real (table, -1.5);
  g_assert_cmpuint (asy_table_get_n_rows (table), ==, 3);
  written = write_text (table);
  g_assert_cmpstr (written, ==, MARK "Tekst;Dzień;Liczba;Waga\r\n;2026-03-24;7;\"1,50\"\r\nx;;;\r\ny;;'-7;\"'-1,50\"\r\n");
}

static void
test_no_rows (void)
{
  g_autoptr (AsyTable) table = asy_table_new ("test", "Próba");
  g_autofree char *written = NULL;

  asy_table_add_column (table, "A", ASY_TABLE_TEXT);
  written = write_text (table);
  g_assert_cmpstr (written, ==, MARK "A\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strconcat ("/table/cell/", cells[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cell);
    }
  g_test_add_func ("/table/read-back", test_read_back);
  g_test_add_func ("/table/types", test_types);
  g_test_add_func ("/table/no-rows", test_no_rows);
  return g_test_run ();
}
