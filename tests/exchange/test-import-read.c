/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "exchange/asy-import.h"
#include "shared-data.h"

#define HEADER "nazwa;ulica;kod_miasto;telefon;email\n"

static AsyImportBatch *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AsyImportBatch *batch = asy_import_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return batch;
}

static AsyProvider *
provider_at (AsyImportBatch *batch, guint i)
{
  g_assert_cmpuint (i, <, batch->entries->len);
  return ((AsyImportEntry *) g_ptr_array_index (batch->entries, i))->provider;
}

static void
assert_note (GPtrArray *notes, guint i, guint row, const char *column, AsyImportReason reason)
{
  const AsyImportNote *note;

  g_assert_cmpuint (i, <, notes->len);
  note = g_ptr_array_index (notes, i);
  g_assert_cmpuint (note->row, ==, row);
  g_assert_cmpstr (note->column, ==, column);
  g_assert_cmpstr (asy_import_reason_get_nick (note->reason), ==, asy_import_reason_get_nick (reason));
}

/* Nothing but rows, skipped ones and refused ones: rows are the sum. */
static void
assert_sum (AsyImportBatch *batch)
{
  g_assert_cmpuint (batch->n_rows, ==, batch->entries->len + batch->n_skipped + batch->refused->len);
}

static void
test_small (void)
{
  g_autoptr (AsyImportBatch) batch =
    read_text (HEADER
               "Poradnia Psychologiczno-Pedagogiczna nr 1;Obywatelska 1;80-259 Gda\305\204sk;tel. 58 341 87 58;PPP1@example.org\n"
               "Centrum;ul. Targowa 63;Warszawa;-;brak\n");
  AsyProvider *provider = provider_at (batch, 0);

  g_assert_cmpstr (asy_import_map_get_name (batch->map), ==, "small");
  g_assert_cmpuint (batch->n_rows, ==, 2);
  assert_sum (batch);
  g_assert_cmpstr (asy_provider_get_kind (provider), ==, "diagnostic");
  g_assert_cmpstr (asy_provider_get_postcode (provider), ==, "80-259");
  g_assert_cmpstr (asy_provider_get_city (provider), ==, "Gda\305\204sk");
  g_assert_cmpstr (asy_provider_get_phone (provider), ==, "583418758");
  g_assert_cmpstr (asy_provider_get_email (provider), ==, "PPP1@example.org");
  provider = provider_at (batch, 1);
  g_assert_cmpstr (asy_provider_get_kind (provider), ==, "other");
  g_assert_null (asy_provider_get_postcode (provider));
  g_assert_cmpstr (asy_provider_get_city (provider), ==, "Warszawa");
  g_assert_null (asy_provider_get_phone (provider));
  g_assert_null (asy_provider_get_email (provider));
  g_assert_null (asy_provider_get_notes (provider));
}

/* The line of the record in the file, as an editor shows it: cells with breaks
 * and empty lines count. */
static void
test_row_numbers (void)
{
  g_autoptr (AsyImportBatch) batch =
    read_text (HEADER
               "\"Jeden\ni p\303\263\305\202\";a;b\n"
               "\n"
               ";bez nazwy;c\n"
               " ; ;\t\n"
               "Dwa;\"nie domkni\304\231ty;d\n"
               "Trzy;e;f;1;2;3;4\n"
               "Cztery;g;h;;;\n");

  g_assert_cmpuint (batch->n_rows, ==, 6);
  g_assert_cmpuint (batch->n_skipped, ==, 1);
  g_assert_cmpuint (batch->entries->len, ==, 2);
  assert_sum (batch);
  g_assert_cmpuint (((AsyImportEntry *) g_ptr_array_index (batch->entries, 0))->row, ==, 2);
  g_assert_cmpstr (asy_provider_get_name (provider_at (batch, 0)), ==, "Jeden i p\303\263\305\202");
  g_assert_cmpuint (((AsyImportEntry *) g_ptr_array_index (batch->entries, 1))->row, ==, 9);
  g_assert_cmpuint (batch->refused->len, ==, 3);
  assert_note (batch->refused, 0, 5, "nazwa", ASY_IMPORT_REASON_NO_NAME);
  assert_note (batch->refused, 1, 7, "ulica", ASY_IMPORT_REASON_QUOTES);
  assert_note (batch->refused, 2, 8, NULL, ASY_IMPORT_REASON_COLUMNS);
}

static void
test_repeated_rows (void)
{
  g_autoptr (AsyImportBatch) batch =
    read_text (HEADER
               "Zesp\303\263\305\202;ul. Polna 1;03-690 Warszawa;226194267;\n"
               "Zesp\303\263\305\202;ul. Nefrytowa 12;03-690 Warszawa;226194267;\n"
               "ZESPO\305\201;ul. Polna 1;03-690 Warszawa;(22) 619-42-67;\n"
               "Zesp\303\263\305\202;ul. Polna 1;03-690 Warszawa;226194267;\n");

  g_assert_cmpuint (batch->entries->len, ==, 2);
  g_assert_cmpuint (batch->n_skipped, ==, 1);
  assert_sum (batch);
  assert_note (batch->refused, 0, 4, NULL, ASY_IMPORT_REASON_DUPLICATE);
}

/* What is no number of its kind is told and kept among the notes as it was written. */
static void
test_wrong_values_are_kept (void)
{
  g_autoptr (AsyImportBatch) batch =
    read_text ("Numer RSPO;Typ;Nazwa;Kod pocztowy;Miejscowo\305\233\304\207;NIP;REGON;E-mail;Telefon;Data likwidacji;Strona www\n"
               "1;Bursa;Bursa;6-400;Gorz\303\263w;5991113334;210203233;nie ma;12;;http://\n"
               "2.0;Dom;Dom;66400;Gorz\303\263w;5991113333;210203232;a@b.pl;957225242;2020-01-31;http://x.pl\n");
  AsyProvider *provider = provider_at (batch, 0);

  assert_sum (batch);
  g_assert_cmpstr (asy_import_map_get_name (batch->map), ==, "rspo");
  g_assert_cmpuint (batch->refused->len, ==, 0);
  g_assert_cmpuint (batch->remarks->len, ==, 5);
  assert_note (batch->remarks, 0, 2, "Kod pocztowy", ASY_IMPORT_REASON_POSTCODE);
  assert_note (batch->remarks, 1, 2, "Telefon", ASY_IMPORT_REASON_PHONE);
  assert_note (batch->remarks, 2, 2, "E-mail", ASY_IMPORT_REASON_EMAIL);
  assert_note (batch->remarks, 3, 2, "NIP", ASY_IMPORT_REASON_NIP);
  assert_note (batch->remarks, 4, 2, "REGON", ASY_IMPORT_REASON_REGON);
  g_assert_null (asy_provider_get_nip (provider));
  g_assert_null (asy_provider_get_regon (provider));
  g_assert_null (asy_provider_get_postcode (provider));
  g_assert_null (asy_provider_get_www (provider));
  g_assert_cmpstr (asy_provider_get_notes (provider), ==,
                   "Kod pocztowy: 6-400\nTelefon: 12\nE-mail: nie ma\nNIP: 5991113334\nREGON: 210203233");
  g_assert_cmpstr (asy_provider_get_kind (provider), ==, "dormitory");
  g_assert_false (asy_provider_get_retired (provider));
  provider = provider_at (batch, 1);
  g_assert_cmpstr (((AsyImportEntry *) g_ptr_array_index (batch->entries, 1))->key, ==, "2");
  g_assert_cmpstr (asy_provider_get_postcode (provider), ==, "66-400");
  g_assert_cmpstr (asy_provider_get_nip (provider), ==, "5991113333");
  g_assert_cmpstr (asy_provider_get_kind (provider), ==, "education-other");
  g_assert_cmpstr (asy_provider_get_kind_text (provider), ==, "Dom");
  g_assert_cmpstr (asy_provider_get_notes (provider), ==, "Data likwidacji: 2020-01-31");
  g_assert_true (asy_provider_get_retired (provider));
  g_assert_cmpstr (asy_provider_get_www (provider), ==, "http://x.pl");
}

static const struct {
  const char *cell;
  const char *phone;
  const char *phone2;
  const char *notes;
} phone_rows[] = {
  { "(32) 296-21-31", "322962131", NULL, NULL },
  { "(32) 649 94 92 (do 97)", "326499492", NULL, "telefon: (32) 649 94 92 (do 97)" },
  { "71 782 23 22 wew. 12", "717822322", NULL, "telefon: 71 782 23 22 wew. 12" },
  { "(33) 815-29-92 | (33) 815-32-96", "338152992", "338153296", NULL },
  { "(18) 447-79-11, (18) 443-82-51, (18) 443-75-91", "184477911", "184438251",
    "telefon: (18) 447-79-11, (18) 443-82-51, (18) 443-75-91" },
  { "52 730-179-561 | (32) 332-71-65", "323327165", NULL, "telefon: 52 730-179-561 | (32) 332-71-65" },
  { "322962131 | (32) 296-21-31", "322962131", NULL, NULL },
  { "sekretariat", NULL, NULL, "telefon: sekretariat" },
};

static void
test_phones (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (phone_rows); i++)
    {
      g_autofree char *text = g_strconcat (HEADER "A;b;c;\"", phone_rows[i].cell, "\";\n", NULL);
      g_autoptr (AsyImportBatch) batch = read_text (text);
      AsyProvider *provider = provider_at (batch, 0);

      g_assert_cmpstr (asy_provider_get_phone (provider), ==, phone_rows[i].phone);
      g_assert_cmpstr (asy_provider_get_phone2 (provider), ==, phone_rows[i].phone2);
      g_assert_cmpstr (asy_provider_get_notes (provider), ==, phone_rows[i].notes);
    }
}

static void
test_unknown_columns (void)
{
  g_autoptr (AsyImportBatch) batch = read_text ("nazwa;ulica;kod_miasto;Inspektor;lat;\nA;b;c;d;e\n");

  g_assert_cmpuint (batch->unknown_columns->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (batch->unknown_columns, 0), ==, "Inspektor");
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (401, 'a');
  g_autofree char *text = g_strconcat (HEADER, name, ";b;c\n", name + 1, ";b;c\n", NULL);
  g_autoptr (AsyImportBatch) batch = read_text (text);

  assert_note (batch->refused, 0, 2, "nazwa", ASY_IMPORT_REASON_TOO_LONG);
  g_assert_cmpuint (batch->entries->len, ==, 1);
}

static const struct {
  const char *text;
  AsyImportError code;
} unusable[] = {
  { "", ASY_IMPORT_ERROR_EMPTY },
  { "ala;ma;kota\n1;2;3\n", ASY_IMPORT_ERROR_NO_MAPPING },
  { "\"nazwa;ulica;kod_miasto\nA;b;c\n", ASY_IMPORT_ERROR_NO_HEADER },
};

static void
test_unusable_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unusable); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (unusable[i].text, strlen (unusable[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (asy_import_read (bytes, NULL, &error));
      g_assert_error (error, ASY_IMPORT_ERROR, unusable[i].code);
    }
}

static void
test_given_map (void)
{
  g_autoptr (AsyImportMap) map = asy_import_map_new_shipped ("ops", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("NAZWA,Telefon\nO\305\233rodek,226194267\n", 33);
  g_autoptr (GBytes) foreign = g_bytes_new_static ("a,b\n1,2\n", 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyImportBatch) batch = asy_import_read (bytes, map, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batch->entries->len, ==, 1);
  g_assert_cmpstr (asy_provider_get_kind (provider_at (batch, 0)), ==, "welfare");
  g_assert_null (asy_import_read (foreign, map, &error));
  g_assert_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_HEADER);
}

#define MAP(body) "<mapping name='m' register='m'><title>t</title><header><column name='a'/></header>" body "</mapping>"
#define NAME_FIELD "<field name='name'><column name='a'/></field>"
#define KIND_FIELD "<field name='kind' default='other'><column name='b'/></field>"

static const struct {
  const char *xml;
  const char *message;          /* a part of it; NULL: the mapping is good */
} maps[] = {
  { MAP (NAME_FIELD KIND_FIELD), NULL },
  { MAP (NAME_FIELD), "name and kind" },
  { MAP (NAME_FIELD KIND_FIELD NAME_FIELD), "fed twice" },
  { MAP (NAME_FIELD KIND_FIELD "\n<field name='colour'><column name='c'/></field>"), "line 2: the directory has no field colour" },
  { MAP (NAME_FIELD KIND_FIELD "<field name='sort_key'><column name='c'/></field>"), "no field sort_key" },
  { MAP (NAME_FIELD KIND_FIELD "<field name='city'><column name='c' rule='upper'/></field>"), "line 1" },
  { MAP (NAME_FIELD KIND_FIELD "<extra/>"), "line 1" },
  { "<mapping", "line 1" },
  { "", "line 1" },
  { "<!DOCTYPE mapping [<!ENTITY a 'b'>]>" MAP (NAME_FIELD KIND_FIELD), "document type" },
};

static void
test_maps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (GBytes) xml = g_bytes_new_static (maps[i].xml, strlen (maps[i].xml));
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyImportMap) map = asy_import_map_new_from_xml (xml, &error);

      if (maps[i].message == NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (asy_import_map_get_register (map), ==, "m");
          continue;
        }
      g_assert_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_BAD_MAPPING);
      if (strstr (error->message, maps[i].message) == NULL)
        g_test_fail_printf ("case %u: %s", i, error->message);
    }
}

static void
test_shipped_maps (void)
{
  const char *const *names = asy_import_map_list_shipped ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyImportMap) map = asy_import_map_new_shipped (names[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (asy_import_map_get_name (map), ==, names[i]);
      g_assert_cmpstr (asy_import_map_get_title (map), !=, NULL);
    }
}

/* Files of offices, kept beside the checkout. */
static const struct {
  const char *file;
  const char *map;
  guint n_rows;
  guint n_remarks;
} real_files[] = {
  { "rspo-directory/rspo-gorzow-2020.csv", "rspo", 168, 0 },
  /* In two rows the number of the house slid into the telephone. */
  { "ops-directory/ops_slaskie.csv", "ops", 167, 2 },
  { "ops-directory/ops_malopolska_sample.csv", "ops-geo", 19, 0 },
  { "small-directories/poradnie_gdansk.csv", "small", 12, 0 },
  { "small-directories/placowki_wsparcia_dziennego_praga.csv", "small", 10, 0 },
};

/* Nothing of it is left over, no row and no column, and nothing comes in that stands for nothing. */
static void
assert_whole (AsyImportBatch *batch)
{
  g_assert_cmpuint (batch->entries->len, ==, batch->n_rows);
  g_assert_cmpuint (batch->refused->len, ==, 0);
  g_assert_cmpuint (batch->unknown_columns->len, ==, 0);
  for (guint i = 0; i < batch->entries->len; i++)
    {
      AsyProvider *provider = provider_at (batch, i);

      g_assert_nonnull (asy_provider_get_city (provider));
      g_assert_cmpstr (asy_provider_get_www (provider), !=, "http://");
      g_assert_cmpstr (asy_provider_get_phone (provider), !=, "");
    }
}

static void
test_real_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (real_files); i++)
    {
      g_autofree char *path = find_shared_data (real_files[i].file);
      g_autoptr (GError) error = NULL;
      g_autoptr (GMappedFile) file = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AsyImportBatch) batch = NULL;

      if (path == NULL)
        return;
      file = g_mapped_file_new (path, FALSE, &error);
      g_assert_no_error (error);
      bytes = g_mapped_file_get_bytes (file);
      batch = asy_import_read (bytes, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (asy_import_map_get_name (batch->map), ==, real_files[i].map);
      g_assert_cmpuint (batch->n_rows, ==, real_files[i].n_rows);
      g_assert_cmpuint (batch->remarks->len, ==, real_files[i].n_remarks);
      assert_whole (batch);
    }
}

/* A key of several columns that folds to nothing must not make one entry of all such rows. */
static void
test_empty_folded_key (void)
{
  g_autoptr (AsyImportBatch) batch = read_text ("typ;powiat;gmina;nazwa;kod_pocztowy;miejscowosc;adres\n"
                                                "OPS;;;***;40-001;Katowice;Prosta 1\n"
                                                "OPS;;;***;41-800;Zabrze;Prosta 2\n");
  const AsyImportEntry *first;
  const AsyImportEntry *second;

  g_assert_cmpstr (asy_import_map_get_name (batch->map), ==, "ops");
  g_assert_cmpuint (batch->entries->len, ==, 2);
  first = g_ptr_array_index (batch->entries, 0);
  second = g_ptr_array_index (batch->entries, 1);
  g_assert_cmpstr (first->key, !=, "");
  g_assert_cmpstr (first->key, !=, second->key);
}

/* A list of places that nobody knows: columns chosen by hand, the kind told from the name; it survives its own file. */
static void
test_own_list_of_places (void)
{
  static const char *const header[] = { "Co to", "Gdzie", "Numer", NULL };
  static const char text[] = "Co to;Gdzie;Numer\nPoradnia Zmyślona;Polna 1;71 300 00 00\nKlub Wymyślony;Leśna 2;\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyImportMap) shipped = asy_import_map_new_shipped (ASY_IMPORT_MAP_PROVIDERS, &error);
  const int fields[] = { asy_import_map_find_column (shipped, "nazwa"), asy_import_map_find_column (shipped, "Adres"), -1 };
  g_autoptr (AsyImportMap) own = asy_import_map_choose (shipped, header, fields);
  g_autoptr (GBytes) xml = asy_import_map_to_xml (own);
  g_autoptr (AsyImportMap) again = asy_import_map_new_from_xml (xml, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AsyImportBatch) batch = NULL;
  static const char *const kinds[] = { "counselling", "other" };

  g_assert_no_error (error);
  g_assert_cmpstr (asy_import_map_get_field_label (shipped, (guint) fields[0]), ==, "Name");
  g_assert_cmpint (asy_import_map_get_kind (again), ==, ASY_IMPORT_PROVIDERS);
  g_assert_null (asy_import_map_recognise (header, NULL));
  batch = asy_import_read (bytes, again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batch->unknown_columns->len, ==, 0);
  g_assert_cmpuint (batch->entries->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < batch->entries->len; i++)
    g_assert_cmpstr (asy_provider_get_kind (((AsyImportEntry *) batch->entries->pdata[i])->provider), ==, kinds[i]);
  g_assert_null (asy_provider_get_phone (((AsyImportEntry *) batch->entries->pdata[0])->provider));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-read/small", test_small);
  g_test_add_func ("/import-read/row-numbers", test_row_numbers);
  g_test_add_func ("/import-read/repeated-rows", test_repeated_rows);
  g_test_add_func ("/import-read/wrong-values-are-kept", test_wrong_values_are_kept);
  g_test_add_func ("/import-read/phones", test_phones);
  g_test_add_func ("/import-read/unknown-columns", test_unknown_columns);
  g_test_add_func ("/import-read/long-name", test_long_name);
  g_test_add_func ("/import-read/unusable-files", test_unusable_files);
  g_test_add_func ("/import-read/given-map", test_given_map);
  g_test_add_func ("/import-read/maps", test_maps);
  g_test_add_func ("/import-read/shipped-maps", test_shipped_maps);
  g_test_add_func ("/import-read/empty-folded-key", test_empty_folded_key);
  g_test_add_func ("/import-read/real-files", test_real_files);
  g_test_add_func ("/import-read/own-list-of-places", test_own_list_of_places);
  return g_test_run ();
}
