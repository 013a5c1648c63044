/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "seal-fixture.h"
#include "seal/asy-pdf-private.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-xmp-private.h"

static GBytes *
finish (FixtureFlags flags, AsyPdfaPart part)
{
  g_autoptr (GBytes) raw = fixture_draw (flags);
  g_autoptr (GError) error = NULL;
  AsyPdfaInfo info = fixture_info (part);
  GBytes *pdf = asy_pdfa_finish (raw, &info, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_deterministic (void)
{
  g_autoptr (GBytes) raw = fixture_draw (FIXTURE_PLAIN);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GError) error = NULL;
  AsyPdfaInfo info = fixture_info (ASY_PDFA_2B);

  first = asy_pdfa_finish (raw, &info, &error);
  g_assert_no_error (error);
  g_setenv ("TZ", "Pacific/Apia", TRUE);
  second = asy_pdfa_finish (raw, &info, NULL);
  g_setenv ("TZ", "Europe/Warsaw", TRUE);
  g_assert_true (g_bytes_equal (first, second));
  info.created += 1;
  other = asy_pdfa_finish (raw, &info, NULL);
  g_assert_false (g_bytes_equal (first, other));
}

static void
assert_text (AsyPdf *pdf, qpdf_oh dict, const char *key, const char *expected)
{
  g_autofree char *text = asy_pdf_dup_text (pdf, asy_pdf_get (pdf, dict, key));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_says_what_it_is (void)
{
  g_autoptr (GBytes) bytes = finish (FIXTURE_PLAIN, ASY_PDFA_2B);
  g_autoptr (AsyPdf) pdf = asy_pdf_open (bytes, g_bytes_get_size (bytes), NULL);
  AsyPdfaInfo info = fixture_info (ASY_PDFA_2B);
  qpdf_oh root = asy_pdf_get_root (pdf);
  qpdf_oh about = asy_pdf_get (pdf, asy_pdf_get_trailer (pdf), "/Info");
  g_autoptr (GBytes) packet = asy_pdf_dup_stream (pdf, asy_pdf_get (pdf, root, "/Metadata"), NULL);
  g_autofree char *xmp = g_strndup (g_bytes_get_data (packet, NULL), g_bytes_get_size (packet));
  gint64 count = 0;

  assert_text (pdf, about, "/Title", info.title);
  assert_text (pdf, about, "/Author", info.author);
  assert_text (pdf, about, "/Producer", "Asysta 0.1.0");
  assert_text (pdf, about, "/CreationDate", "D:20261122104500+01'00'");
  assert_text (pdf, about, "/ModDate", "D:20261122104500+01'00'");
  assert_text (pdf, root, "/Lang", "pl-PL");
  g_assert_nonnull (strstr (xmp, "Opinia o rodzinie – zażółć &lt;gęślą&gt; &amp; „jaźń”</rdf:li>"));
  g_assert_nonnull (strstr (xmp, "<xmp:CreateDate>2026-11-22T10:45:00+01:00</xmp:CreateDate>"));
  g_assert_nonnull (strstr (xmp, "<pdfaid:part>2</pdfaid:part>"));
  g_assert_true (asy_pdf_read_int (pdf, asy_pdf_get (pdf, asy_pdf_get (pdf, root, "/Outlines"), "/Count"), &count));
  g_assert_cmpint (count, ==, 3);
  g_assert_cmpint (asy_pdf_get_n_items (pdf, asy_pdf_get (pdf, root, "/OutputIntents")), ==, 1);
}

static void
test_fields (void)
{
  g_autoptr (GBytes) bytes = finish (FIXTURE_PLAIN, ASY_PDFA_2B);
  g_autoptr (AsyPdf) pdf = asy_pdf_open (bytes, g_bytes_get_size (bytes), NULL);
  g_autoptr (GPtrArray) fields = asy_pdf_list_signature_fields (pdf, NULL);
  const char *expected[] = { "Opiniujący", "Kierownik" };

  g_assert_cmpuint (fields->len, ==, 2);
  for (guint i = 0; i < fields->len; i++)
    {
      const AsyPdfField *field = fields->pdata[i];

      g_assert_cmpstr (field->name, ==, expected[i]);
      g_assert_true (asy_pdf_is_null (pdf, field->value));
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *name;
    FixtureFlags flags;
    AsyPdfaPart part;
    const char *garbage; /* instead of a drawing */
    int code;
  } rows[] = {
    { "empty", 0, ASY_PDFA_2B, "", ASY_SEAL_ERROR_NOT_PDF },
    { "text", 0, ASY_PDFA_2B, "Szanowni Państwo", ASY_SEAL_ERROR_NOT_PDF },
    { "header only", 0, ASY_PDFA_2B, "%PDF-1.7\n%%EOF\n", ASY_SEAL_ERROR_NOT_PDF },
    { "damaged", FIXTURE_DAMAGED, ASY_PDFA_2B, NULL, ASY_SEAL_ERROR_NOT_PDF },
    { "transparent 1b", FIXTURE_TRANSPARENT | FIXTURE_PDF_1_4, ASY_PDFA_1B, NULL, ASY_SEAL_ERROR_NOT_ARCHIVABLE },
    { "transparent 2b", FIXTURE_TRANSPARENT, ASY_PDFA_2B, NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) raw = rows[i].garbage != NULL ? g_bytes_new_static (rows[i].garbage, strlen (rows[i].garbage)) : fixture_draw (rows[i].flags);
      AsyPdfaInfo info = fixture_info (rows[i].part);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = asy_pdfa_finish (raw, &info, &error);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (pdf != NULL, ==, rows[i].code < 0);
      if (rows[i].code >= 0)
        g_assert_error (error, ASY_SEAL_ERROR, rows[i].code);
    }
}

static void
test_refuses_encrypted (void)
{
  g_autoptr (GBytes) raw = fixture_finish ();
  g_autofree char *in = fixture_write ("to-encrypt.pdf", raw);
  g_autofree char *out = g_strconcat (in, ".out", NULL);
  const char *passwords[] = { "", "tajne" };

  if (!fixture_has ("qpdf"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (passwords); i++)
    {
      g_autofree char *output = NULL;
      g_autoptr (GBytes) encrypted = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GError) error = NULL;
      AsyPdfaInfo info = fixture_info (ASY_PDFA_2B);

      g_assert_cmpint (fixture_run (&output, "qpdf", "--encrypt", passwords[i], "owner", "256", "--", in, out, NULL), ==, 0);
      encrypted = fixture_read (out);
      pdf = asy_pdfa_finish (encrypted, &info, &error);
      g_assert_null (pdf);
      g_assert_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_ENCRYPTED);
    }
}

static void
test_control_characters (void)
{
  g_autoptr (GBytes) raw = fixture_draw (FIXTURE_ONE_PAGE);
  AsyPdfaInfo info = fixture_info (ASY_PDFA_2B);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AsyPdf) pdf = NULL;
  g_autoptr (GBytes) packet = NULL;

  info.title = "Jeden\nDwa\x01Trzy";
  bytes = asy_pdfa_finish (raw, &info, NULL);
  pdf = asy_pdf_open (bytes, g_bytes_get_size (bytes), NULL);
  assert_text (pdf, asy_pdf_get (pdf, asy_pdf_get_trailer (pdf), "/Info"), "/Title", "Jeden Dwa Trzy");
  packet = asy_pdf_dup_stream (pdf, asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/Metadata"), NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (packet, NULL), (gssize) g_bytes_get_size (packet), ">Jeden Dwa Trzy<"));
}

static void
test_qpdf_check (void)
{
  g_autoptr (GBytes) pdf = finish (FIXTURE_TRANSPARENT, ASY_PDFA_2B);
  g_autofree char *path = fixture_write ("checked.pdf", pdf);
  g_autofree char *output = NULL;

  if (fixture_has ("qpdf"))
    g_assert_cmpint (fixture_run (&output, "qpdf", "--check", path, NULL), ==, 0);
}

static void
test_text_extracts (void)
{
  g_autoptr (GBytes) pdf = finish (FIXTURE_PLAIN, ASY_PDFA_2B);
  g_autofree char *path = fixture_write ("text.pdf", pdf);
  g_autofree char *output = NULL;

  if (!fixture_has ("pdftotext"))
    return;
  g_assert_cmpint (fixture_run (&output, "pdftotext", path, "-", NULL), ==, 0);
  g_assert_nonnull (strstr (output, "GĘŚLĄ"));
  g_assert_nonnull (strstr (output, "strona 3"));
}

static void
test_lint_2b (void)
{
  g_autofree char *lint = fixture_find_shared ("tools/pdfa2lint.py");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;

  if (lint == NULL)
    return;
  pdf = finish (FIXTURE_TRANSPARENT, ASY_PDFA_2B);
  path = fixture_write ("2b.pdf", pdf);
  if (fixture_run (&output, "python3", lint, path, NULL) != 0)
    g_test_fail_printf ("%s", output);
}

static void
test_preflight_1b (void)
{
  g_autofree char *preflight = fixture_find_shared ("tools/preflight.sh");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;

  if (preflight == NULL || !fixture_has ("java"))
    return;
  if (!g_file_test ("/usr/share/java/preflight.jar", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("PDFBox Preflight is not installed");
      return;
    }
  pdf = finish (FIXTURE_PDF_1_4, ASY_PDFA_1B);
  path = fixture_write ("1b.pdf", pdf);
  g_assert_cmpint (fixture_run (&output, "sh", preflight, path, NULL), ==, 0);
  if (strstr (output, "is a valid PDF/A-1b file") == NULL)
    g_test_fail_printf ("%s", output);
}

static void
test_xmp_same (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean is_same;
  } rows[] = {
    { "<pdf:Producer>Asysta 0.1.0<", "<pdf:Producer>Szafir 2.0<", TRUE },
    { "<xmp:ModifyDate>2026", "<xmp:ModifyDate>2027", TRUE },
    { "Opinia o rodzinie", "Opinia o innej rodzinie", FALSE },
    { "<pdfaid:part>2<", "<pdfaid:part>1<", FALSE },
    { "<xmp:CreateDate>2026", "<xmp:CreateDate>2025", FALSE },
    { "</x:xmpmeta>", "", FALSE },
    { "   <pdf:Keywords>opinia, rodzina</pdf:Keywords>\n", "", FALSE },
    { "   <pdf:Keywords>opinia, rodzina</pdf:Keywords>\n", "<pdf:Keywords>\nopinia, rodzina </pdf:Keywords>", TRUE },
  };
  AsyPdfaInfo info = fixture_info (ASY_PDFA_2B);
  g_autoptr (GBytes) before = asy_xmp_build (&info);

  g_assert_true (asy_xmp_is_same_document (before, before));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GString *text = g_string_new_len (g_bytes_get_data (before, NULL), (gssize) g_bytes_get_size (before));
      g_autoptr (GBytes) after = NULL;

      g_assert_cmpuint (g_string_replace (text, rows[i].from, rows[i].to, 0), ==, 1);
      after = g_string_free_to_bytes (text);
      g_assert_cmpint (asy_xmp_is_same_document (before, after), ==, rows[i].is_same);
    }
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    gint64 time;
  } rows[] = {
    { "D:20261122104500+01'00'", FIXTURE_NOW }, { "D:20261122104500+01'00", FIXTURE_NOW }, { "D:20261122094500Z", FIXTURE_NOW },
    { "20261122094500", FIXTURE_NOW },          { "D:20261122", 1795305600 },              { "D:202611", 1793491200 },
    { "D:20261322", 0 },                        { "jutro", 0 },                            { "", 0 },
    { NULL, 0 },
  };
  g_autofree char *winter = asy_pdf_format_time (FIXTURE_NOW);
  g_autofree char *summer = asy_pdf_format_time_iso (1783000000);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (asy_pdf_parse_time (rows[i].text), ==, rows[i].time);
  g_assert_cmpstr (winter, ==, "D:20261122104500+01'00'");
  g_assert_cmpstr (summer, ==, "2026-07-02T15:46:40+02:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdfa/deterministic", test_deterministic);
  g_test_add_func ("/pdfa/says-what-it-is", test_says_what_it_is);
  g_test_add_func ("/pdfa/fields", test_fields);
  g_test_add_func ("/pdfa/refusals", test_refusals);
  g_test_add_func ("/pdfa/refuses-encrypted", test_refuses_encrypted);
  g_test_add_func ("/pdfa/control-characters", test_control_characters);
  g_test_add_func ("/pdfa/qpdf-check", test_qpdf_check);
  g_test_add_func ("/pdfa/text-extracts", test_text_extracts);
  g_test_add_func ("/pdfa/lint-2b", test_lint_2b);
  g_test_add_func ("/pdfa/preflight-1b", test_preflight_1b);
  g_test_add_func ("/pdfa/xmp-same", test_xmp_same);
  g_test_add_func ("/pdfa/times", test_times);
  return fixture_test_run ();
}
