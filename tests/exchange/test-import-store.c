/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/asy-import.h"
#include "store-fixture.h"
#include "store/asy-providers.h"

#define HEADER "nazwa;ulica;kod_miasto;telefon;email\n"
#define ROW(phone, email) HEADER "Poradnia;Polna 1;00-001 Łódź;" phone ";" email "\n"

typedef struct {
  guint n_added;
  guint n_updated;
  guint n_same;
} Expected;

/* Reads a file and takes it in. (transfer full) */
static AsyImportBatch *
take (StoreFixture *f, const char *text, gboolean dry_run, Expected expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AsyImportBatch *batch = asy_import_read (bytes, NULL, &error);
  AsyImportCounts counts;

  g_assert_no_error (error);
  asy_import_store (f->session, batch, "spis.csv", dry_run, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_added, ==, expected.n_added);
  g_assert_cmpuint (counts.n_updated, ==, expected.n_updated);
  g_assert_cmpuint (counts.n_same, ==, expected.n_same);
  g_assert_cmpuint (counts.n_rows, ==,
                    counts.n_added + counts.n_updated + counts.n_same + counts.n_skipped + batch->refused->len);
  return batch;
}

static AsyProvider *
load_only (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  AsyProvider *provider = asy_provider_load (f->session, store_fixture_query_int (f, "SELECT id FROM provider"), &error);

  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM provider"), ==, 1);
  return provider;
}

/* The office writes its own telephone and another name and address, by which the row is known. */
static void
edit (StoreFixture *f)
{
  g_autoptr (AsyProvider) provider = load_only (f);
  g_autoptr (GError) error = NULL;

  asy_provider_set_name (provider, "Poradnia na Polnej");
  asy_provider_set_street (provider, "Polna 1a");
  asy_provider_set_phone (provider, "583418700");
  asy_provider_set_notes (provider, "Pytać o p. Próbną.");
  asy_provider_save (f->session, provider, &error);
  g_assert_no_error (error);
}

static void
assert_edited (StoreFixture *f, const char *email)
{
  g_autoptr (AsyProvider) provider = load_only (f);

  g_assert_cmpstr (asy_provider_get_name (provider), ==, "Poradnia na Polnej");
  g_assert_cmpstr (asy_provider_get_street (provider), ==, "Polna 1a");
  g_assert_cmpstr (asy_provider_get_phone (provider), ==, "583418700");
  g_assert_cmpstr (asy_provider_get_notes (provider), ==, "Pytać o p. Próbną.");
  g_assert_cmpstr (asy_provider_get_email (provider), ==, email);
}

static void
assert_kept (AsyImportBatch *batch, const char *column)
{
  const AsyImportNote *note;

  g_assert_cmpuint (batch->kept->len, ==, column != NULL ? 1 : 0);
  if (column == NULL)
    return;
  note = g_ptr_array_index (batch->kept, 0);
  g_assert_cmpuint (note->row, ==, 2);
  g_assert_cmpstr (note->column, ==, column);
  g_assert_cmpint (note->reason, ==, ASY_IMPORT_REASON_OFFICE);
}

static void
test_the_same_file_undoes_no_edit (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyImportBatch) first = take (f, ROW ("58 341 87 58", "a@b.pl"), FALSE, (Expected) { .n_added = 1 });
  g_autoptr (AsyImportBatch) again = NULL;
  gint64 revision;

  edit (f);
  revision = store_fixture_query_int (f, "SELECT revision FROM provider");
  again = take (f, ROW ("58 341 87 58", "a@b.pl"), FALSE, (Expected) { .n_same = 1 });
  assert_kept (again, NULL);
  assert_edited (f, "a@b.pl");
  g_assert_cmpint (store_fixture_query_int (f, "SELECT revision FROM provider"), ==, revision);
}

static void
test_news_of_the_source (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *text;
    Expected expected;
    const char *kept;
    const char *email;
  } files[] = {
    /* What the office left alone follows the source. */
    { ROW ("58 341 87 58", "c@d.pl"), { .n_updated = 1 }, NULL, "c@d.pl" },
    /* What it wrote itself stays, and is told. */
    { ROW ("58 341 87 59", "e@f.pl"), { .n_updated = 1 }, "telefon", "e@f.pl" },
    { ROW ("58 341 87 60", "e@f.pl"), { .n_same = 1 }, "telefon", "e@f.pl" },
    /* Once: the source has no more news then. */
    { ROW ("58 341 87 60", "e@f.pl"), { .n_same = 1 }, NULL, "e@f.pl" },
    { ROW ("58 341 87 60", ""), { .n_updated = 1 }, NULL, NULL },
    /* The source writes now what the office knew before. */
    { ROW ("58 341 87 00", ""), { .n_same = 1 }, NULL, NULL },
  };
  g_autoptr (AsyImportBatch) first = take (f, ROW ("58 341 87 58", "a@b.pl"), FALSE, (Expected) { .n_added = 1 });

  edit (f);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (AsyImportBatch) dry = take (f, files[i].text, TRUE, files[i].expected);
      g_autoptr (AsyImportBatch) batch = take (f, files[i].text, FALSE, files[i].expected);

      assert_kept (dry, files[i].kept);
      assert_kept (batch, files[i].kept);
      assert_edited (f, files[i].email);
    }
}

/* One place written in two ways: the second row may not silently write over the first. */
static void
test_one_place_written_twice (StoreFixture *f, gconstpointer user_data)
{
  const char *text = HEADER "Poradnia;ul. Polna 1;00-001 Łódź;58 341 87 58;\n"
                            "PORADNIA;Polna 1;00-001 Łódź;58 341 87 59;\n";

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AsyImportBatch) batch = take (f, text, FALSE, (Expected) { .n_added = i == 0, .n_same = i == 1 });
      g_autoptr (AsyProvider) provider = load_only (f);
      const AsyImportNote *note;

      g_assert_cmpuint (batch->refused->len, ==, 1);
      note = g_ptr_array_index (batch->refused, 0);
      g_assert_cmpuint (note->row, ==, 3);
      g_assert_cmpint (note->reason, ==, ASY_IMPORT_REASON_DUPLICATE);
      g_assert_cmpstr (asy_provider_get_phone (provider), ==, "583418758");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) \
  g_test_add ("/import-store/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("the-same-file-undoes-no-edit", test_the_same_file_undoes_no_edit);
  ADD ("news-of-the-source", test_news_of_the_source);
  ADD ("one-place-written-twice", test_one_place_written_twice);
#undef ADD

  return g_test_run ();
}
