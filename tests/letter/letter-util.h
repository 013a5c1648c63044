/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "letter/asy-document.h"

/* What the tests of papers share. Paths are below tests/letter. */

G_BEGIN_DECLS

static inline GBytes *
load_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "letter", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (g_steal_pointer (&text), length);
}

/* The snapshot that shows every field of a shipped template. */
static inline AsyPaperData *
load_sample (const char *name)
{
  g_autofree char *file = g_strdup_printf ("data/%s.xml", name);
  g_autoptr(GBytes) xml = load_file (file);
  g_autoptr(GError) error = NULL;
  AsyPaperData *data = asy_paper_data_new_from_xml (xml, &error);

  g_assert_no_error (error);
  return data;
}

static inline AsyTemplate *
load_shipped (const char *name)
{
  g_autoptr(GError) error = NULL;
  AsyTemplate *template_ = asy_template_new_shipped (name, &error);

  g_assert_no_error (error);
  return template_;
}

static inline AsyTemplate *
parse_template (const char *text, GError **error)
{
  g_autoptr(GBytes) xml = g_bytes_new (text, strlen (text));

  return asy_template_new_from_xml (xml, error);
}

static inline AsyDocument *
make_document (AsyTemplate *template_, AsyPaperData *data)
{
  g_autoptr(GError) error = NULL;
  AsyDocument *document = asy_document_new (template_, data, &error);

  g_assert_no_error (error);
  return document;
}

static inline AsyDocument *
make_sample_document (const char *name)
{
  g_autoptr(AsyTemplate) template_ = load_shipped (name);
  g_autoptr(AsyPaperData) data = load_sample (name);

  return make_document (template_, data);
}

static inline GBytes *
write_pdf (AsyDocument *document)
{
  const AsyDocumentMeta meta = { .author = "Joanna Wierzbicka", .created = "2026-03-24T10:40:00+01:00" };
  g_autoptr(GError) error = NULL;
  GBytes *pdf = asy_document_write_pdf (document, &meta, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Runs a tool of poppler over @pdf: `program ARGUMENTS - …`; its output, or a
 * skipped test where the tool is not installed. */
static inline GBytes *
run_tool (GBytes *pdf, const char *const *argv)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) out = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_find_program_in_path (argv[0]);

  if (path == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_steal_pointer (&out);
}

static inline char *
extract_text (GBytes *pdf, const char *mode)
{
  const char *const argv[] = { "pdftotext", mode, "-enc", "UTF-8", "-", "-", NULL };
  g_autoptr(GBytes) out = run_tool (pdf, argv);

  return out != NULL ? g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out)) : NULL;
}

G_END_DECLS
