/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/asy-csv.h"

/* A whole file in one line of text: cells in [ ], records with their line
 * before them, problems by their number in place of cells. */
static char *
dump (const char *bytes, gsize size, char delimiter, GError **error)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, size);
  g_autoptr (AsyCsvReader) reader = asy_csv_reader_new (data, delimiter, error);
  g_autoptr (GString) out = g_string_new (NULL);
  const AsyCsvRecord *record;

  if (reader == NULL)
    return NULL;
  while ((record = asy_csv_reader_next (reader)) != NULL)
    {
      g_string_append_printf (out, "%s%u:", out->len > 0 ? " " : "", record->line);
      if (record->problem != ASY_CSV_OK)
        g_string_append_printf (out, "!%d@%u", (int) record->problem, record->problem_cell);
      for (guint i = 0; i < record->n_cells; i++)
        g_string_append_printf (out, "[%s]", record->cells[i]);
      g_assert_null (record->cells[record->n_cells]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct {
  const char *name;
  const char *bytes;
  gsize size;                   /* 0: up to the final zero */
  const char *expected;
} Case;

static const Case cases[] = {
  { "plain", "a,b\nc,d\n", 0, "1:[a][b] 2:[c][d]" },
  { "no-final-break", "a,b\nc,d", 0, "1:[a][b] 2:[c][d]" },
  { "crlf", "a;b\r\nc;d\r\n", 0, "1:[a][b] 2:[c][d]" },
  { "cr", "a;b\rc;d\r", 0, "1:[a][b] 2:[c][d]" },
  { "cr-within-lf-file", "a;b\nc\rx;d\n", 0, "1:[a][b] 2:[c\rx][d]" },
  { "empty-cells", "a;b;c\n;;\n", 0, "1:[a][b][c] 2:[][][]" },
  { "empty-lines-are-no-records", "a;b\n\n\nc;d\n\n", 0, "1:[a][b] 4:[c][d]" },
  { "quoted", "\"a\";\"b\"\n", 0, "1:[a][b]" },
  { "mixed-quoting", "a;\"b b\"\n\"c\";d\n", 0, "1:[a][b b] 2:[c][d]" },
  { "blanks-in-quotes-stay", "\"35 \";\" \"\n", 0, "1:[35 ][ ]" },
  { "blanks-around-quotes-go", "a; \"b\" ;c\n", 0, "1:[a][b][c]" },
  { "doubled-quotes", "a;\"Szko\305\202a \"\"Pod D\304\231bem\"\"\";c\n", 0, "1:[a][Szko\305\202a \"Pod D\304\231bem\"][c]" },
  { "only-doubled", "\"\"\"\";\"\"\n", 0, "1:[\"][]" },
  { "quotes-inside-plain", "a;Szko\305\202a \"Pod\";c\n", 0, "1:[a][Szko\305\202a \"Pod\"][c]" },
  { "break-in-quotes", "a;\"b\nb2\";c\nd;e;f\n", 0, "1:[a][b\nb2][c] 3:[d][e][f]" },
  { "crlf-in-quotes", "a;\"b\r\nb2\"\r\nd;e\r\n", 0, "1:[a][b\r\nb2] 3:[d][e]" },
  { "delimiter-in-quotes", "a;\"b;b2\";c\nd;e;f\n", 0, "1:[a][b;b2][c] 2:[d][e][f]" },
  { "mark", "\357\273\277a;b\n", 0, "1:[a][b]" },
  { "mark-before-quote", "\357\273\277\"a\";b\n", 0, "1:[a][b]" },
  { "tab", "a\tb\nc d\te\n", 0, "1:[a][b] 2:[c d][e]" },
  { "tab-with-empty-cells", "a\tb\tc\n\t\te\n", 0, "1:[a][b][c] 2:[][][e]" },
  { "bar", "a|b|c\n1,2|3|4\n", 0, "1:[a][b][c] 2:[1,2][3][4]" },
  { "comma-in-semicolon-file", "nazwa;opis\nx;a, b, c\ny;d, e\n", 0, "1:[nazwa][opis] 2:[x][a, b, c] 3:[y][d, e]" },
  { "semicolon-in-comma-file", "nazwa,opis,c\nx,a; b,1\ny,d; e,2\n", 0, "1:[nazwa][opis][c] 2:[x][a; b][1] 3:[y][d; e][2]" },
  { "one-column", "nazwa\nx\n", 0, "1:[nazwa] 2:[x]" },
  { "sep-line", "sep=,\r\na,b\r\n", 0, "2:[a][b]" },
  { "sep-line-of-words", "sep=x;b\na;c\n", 0, "1:[sep=x][b] 2:[a][c]" },
  { "fewer-and-more-cells", "a;b;c\nd\ne;f;g;h\n", 0, "1:[a][b][c] 2:[d] 3:[e][f][g][h]" },
  /* Broken quoting takes one line with it and nothing else. */
  { "never-closed", "a;b\n\"c;d\ne;f\ng;h\n", 0, "1:[a][b] 2:!1@0 3:[e][f] 4:[g][h]" },
  { "never-closed-before-quoted", "a;b\nc;\"d\n\"e\";f\n\"g\";\"h\"\n", 0, "1:[a][b] 2:!1@1 3:[e][f] 4:[g][h]" },
  { "never-closed-before-empty-quoted", "a;b\nc;\"d\n\"\";f\n\"g\";\"\"\n", 0, "1:[a][b] 2:!1@1 3:[][f] 4:[g][]" },
  { "text-after-quote", "a;b\n\"c\"c;d\ne;f\n", 0, "1:[a][b] 2:!1@0 3:[e][f]" },
  { "quotes-not-doubled", "a;b\n\"Szko\305\202a \"Pod D\304\231bem\"\";d\ne;f\n", 0, "1:[a][b] 2:!1@0 3:[e][f]" },
  { "never-closed-in-last-line", "a;b\nc;\"d", 0, "1:[a][b] 2:!1@1" },
  { "zero-byte", "a;b\nc;d\0d\ne;f\n", 14, "1:[a][b] 2:!3@1 3:[e][f]" },
  { "damaged-utf8", "a;\305\272\304\205\nc;d\305\ne;f\n", 0, "1:[a][\305\272\304\205] 2:!2@1 3:[e][f]" },
  /* „Ząb, źle, świt” in the two old encodings. */
  { "windows-1250", "a;Z\271b \237le \234wit\n", 0, "1:[a][Z\304\205b \305\272le \305\233wit]" },
  { "iso-8859-2", "a;Z\261b \274le \266wit\n", 0, "1:[a][Z\304\205b \305\272le \305\233wit]" },
  { "same-in-both", "a;\263\363\277ko\n", 0, "1:[a][\305\202\303\263\305\274ko]" },
  { "undefined-in-windows-1250", "a;\201\263\n", 0, "1:[a][\302\201\305\202]" },
  { "utf-16le", "\377\376a\0;\0\005\001\n\0", 10, "1:[a][\304\205]" },
  { "utf-16be", "\376\377\0a\0;\001\005\0\n", 10, "1:[a][\304\205]" },
  { "utf-16le-unmarked", "a\0;\0b\0;\0c\0\n\0", 12, "1:[a][b][c]" },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = dump (row->bytes, row->size > 0 ? row->size : strlen (row->bytes), 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (seen, ==, row->expected);
}

static void
test_given_delimiter (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = dump ("a,b;c\n", 6, ',', &error);

  g_assert_no_error (error);
  g_assert_cmpstr (seen, ==, "1:[a][b;c]");
}

static void
test_encoding_is_told (void)
{
  g_autoptr (GBytes) data = g_bytes_new_static ("a;\234\n", 4);
  g_autoptr (AsyCsvReader) reader = asy_csv_reader_new (data, 0, NULL);

  g_assert_cmpstr (asy_csv_reader_get_encoding (reader), ==, "WINDOWS-1250");
}

static void
test_nothing_to_read (void)
{
  static const char *const files[] = { "", " ", "\n\r\n \t\n", "\357\273\277", "\357\273\277\n" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *seen = dump (files[i], strlen (files[i]), 0, &error);

      g_assert_null (seen);
      g_assert_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_EMPTY);
    }
}

static void
test_record_too_long (void)
{
  g_autoptr (GString) text = g_string_new ("a;b\n\"");
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL;

  for (int i = 0; i < ASY_CSV_RECORD_BYTES_MAX / 8 + 10; i++)
    g_string_append (text, "abcdefg\n");
  g_string_append (text, "\";x\ny;z\n");
  seen = dump (text->str, text->len, ';', &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (seen, "1:[a][b] 2:!4@0 3:[abcdefg] 4:[abcdefg]"));
  g_assert_true (g_str_has_suffix (seen, ":[y][z]"));
}

static void
test_too_many_cells (void)
{
  g_autoptr (GString) text = g_string_new ("a;b\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL;

  for (int i = 0; i < ASY_CSV_CELLS_MAX + 1; i++)
    g_string_append_c (text, ';');
  g_string_append (text, "\nc;d\n");
  seen = dump (text->str, text->len, ';', &error);
  g_assert_no_error (error);
  g_assert_cmpstr (seen, ==, "1:[a][b] 2:!4@1024 3:[c][d]");
}

static void
test_blank_record (void)
{
  g_autoptr (GBytes) data = g_bytes_new_static ("a;b\n ;\302\240\n;x\n", 13);
  g_autoptr (AsyCsvReader) reader = asy_csv_reader_new (data, 0, NULL);
  static const gboolean expected[] = { FALSE, TRUE, FALSE };
  const AsyCsvRecord *record;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      record = asy_csv_reader_next (reader);
      g_assert_nonnull (record);
      g_assert_cmpint (asy_csv_record_is_blank (record), ==, expected[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/csv/given-delimiter", test_given_delimiter);
  g_test_add_func ("/csv/encoding-is-told", test_encoding_is_told);
  g_test_add_func ("/csv/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/csv/record-too-long", test_record_too_long);
  g_test_add_func ("/csv/too-many-cells", test_too_many_cells);
  g_test_add_func ("/csv/blank-record", test_blank_record);
  return g_test_run ();
}
