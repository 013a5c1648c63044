/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* render TEMPLATE DATA.xml OUT.pdf: a paper from a shipped template, or a file
 * of one, and a snapshot. For looking at what the tests measure. */

#include "config.h"

#include <string.h>

#include "letter/asy-document.h"

static AsyTemplate *
load_template (const char *name, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) xml = NULL;
  gsize length;

  if (!g_str_has_suffix (name, ".xml"))
    return asy_template_new_shipped (name, error);
  if (!g_file_get_contents (name, &text, &length, error))
    return NULL;
  xml = g_bytes_new_take (g_steal_pointer (&text), length);
  return asy_template_new_from_xml (xml, error);
}

static AsyPaperData *
load_data (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) xml = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  xml = g_bytes_new_take (g_steal_pointer (&text), length);
  return asy_paper_data_new_from_xml (xml, error);
}

static gboolean
render (const char *template_name, const char *data_path, const char *out_path, GError **error)
{
  const AsyDocumentMeta meta = { .author = "Asysta", .created = "2026-03-24T10:40:00+01:00" };
  g_autoptr(AsyTemplate) template_ = load_template (template_name, error);
  g_autoptr(AsyPaperData) data = template_ != NULL ? load_data (data_path, error) : NULL;
  g_autoptr(AsyDocument) document = data != NULL ? asy_document_new (template_, data, error) : NULL;
  g_autoptr(GBytes) pdf = document != NULL ? asy_document_write_pdf (document, &meta, error) : NULL;

  if (pdf == NULL)
    return FALSE;
  g_print ("%u pages, %u words\n", asy_document_get_n_pages (document), asy_document_get_n_words (document));
  return g_file_set_contents (out_path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), error);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: %s TEMPLATE DATA.xml OUT.pdf\n", argv[0]);
      return 2;
    }
  if (render (argv[1], argv[2], argv[3], &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
