/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "letter/asy-document.h"

/* Templates of papers, set with a few values of every kind. The fields that a
 * template may name here: text, day, number, flag, list (text, number, list). */

static AsyPaperData *
make_data (void)
{
  AsyPaperData *data = asy_paper_data_new ();

  asy_paper_data_set_text (data, "text", "Zażółć gęślą jaźń.\n– punkt\n1. pierwszy");
  asy_paper_data_set_day (data, "day", asy_day_new (2026, 3, 24));
  asy_paper_data_set_number (data, "number", 545);
  asy_paper_data_set_bool (data, "flag", TRUE);
  asy_paper_data_set_text (data, "section.a.body", "Własny tekst.");
  for (int i = 0; i < 3; i++)
    {
      AsyPaperData *item = asy_paper_data_add_item (data, "list");

      asy_paper_data_set_text (item, "text", "abc");
      asy_paper_data_set_number (item, "number", 500 + 60 * i);
      asy_paper_data_set_number (asy_paper_data_add_item (item, "list"), "number", 600);
    }
  return data;
}

static guint
count_lines (const guint8 *bytes, gsize size)
{
  guint n_lines = 1;

  for (gsize i = 0; i < size; i++)
    n_lines += bytes[i] == '\n' || bytes[i] == '\r';
  return n_lines;
}

static void
set_paper (AsyTemplate *template_)
{
  g_autoptr(AsyPaperData) data = make_data ();
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDocument) document = asy_document_new (template_, data, &error);
  g_auto(GStrv) missing = asy_template_list_missing (template_, data);

  g_assert_nonnull (missing);
  g_assert_true ((document == NULL) == (error != NULL));
  if (document != NULL)
    {
      const AsyDocumentMeta meta = { .created = "2026-03-24T10:40:00+01:00" };
      g_autoptr(GBytes) pdf = asy_document_write_pdf (document, &meta, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (asy_document_get_n_pages (document), >=, 1);
      g_assert_nonnull (pdf);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) xml = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyTemplate) template_ = asy_template_new_from_xml (xml, &error);

  g_assert_true ((template_ == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_cmpuint (asy_letter_error_get_line (error), <=, count_lines (data, size));
  else
    set_paper (template_);
  return 0;
}
