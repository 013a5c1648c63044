/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-signature-private.h"

static int
read_hex_digit (guint8 c)
{
  return g_ascii_isxdigit (c) ? g_ascii_xdigit_value ((char) c) : -1;
}

/* The gap is "<", the hexadecimal digits of these contents and nothing else, ">". */
static gboolean
is_gap_of (const guint8 *gap, gsize length, GBytes *contents)
{
  gsize n;
  const guint8 *bytes = g_bytes_get_data (contents, &n);

  if (length != 2 * n + 2 || gap[0] != '<' || gap[length - 1] != '>')
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      int high = read_hex_digit (gap[1 + 2 * i]);
      int low = read_hex_digit (gap[2 + 2 * i]);

      if (high < 0 || low < 0 || bytes[i] != (guint8) (high << 4 | low))
        return FALSE;
    }
  return TRUE;
}

gboolean
asy_signature_read_range (AsyPdf *pdf, qpdf_oh value, AsySignatureRange *ret_range)
{
  qpdf_oh list = asy_pdf_get (pdf, value, "/ByteRange");
  g_autoptr (GBytes) contents = asy_pdf_dup_string (pdf, asy_pdf_get (pdf, value, "/Contents"));
  gsize length;
  const guint8 *data = asy_pdf_get_data (pdf, &length);
  gint64 at[4];

  if (contents == NULL || asy_pdf_get_n_items (pdf, list) != 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    if (!asy_pdf_read_int (pdf, asy_pdf_get_item (pdf, list, i), &at[i]) || at[i] < 0 || (guint64) at[i] > length)
      return FALSE;
  if (at[0] != 0 || at[1] >= at[2] || (guint64) at[2] + (guint64) at[3] > length)
    return FALSE;
  if (!is_gap_of (data + at[1], (gsize) (at[2] - at[1]), contents))
    return FALSE;
  ret_range->gap_start = (gsize) at[1];
  ret_range->gap_end = (gsize) at[2];
  ret_range->end = (gsize) (at[2] + at[3]);
  return TRUE;
}

GBytes *
asy_signature_dup_covered (AsyPdf *pdf, const AsySignatureRange *range)
{
  gsize length;
  const guint8 *data = asy_pdf_get_data (pdf, &length);
  gsize n_behind = range->end - range->gap_end;
  guint8 *covered = g_malloc (range->gap_start + n_behind);

  memcpy (covered, data, range->gap_start);
  memcpy (covered + range->gap_start, data + range->gap_end, n_behind);
  return g_bytes_new_take (covered, range->gap_start + n_behind);
}

static AsyCms *
new_unsupported (void)
{
  AsyCms *cms = g_new0 (AsyCms, 1);

  cms->problem = ASY_SIGNATURE_PROBLEM_UNSUPPORTED;
  return cms;
}

AsyCms *
asy_signature_check (AsyPdf *pdf, qpdf_oh value, const AsySignatureRange *range)
{
  qpdf_oh kind = asy_pdf_get (pdf, value, "/SubFilter");
  gboolean is_cades = asy_pdf_is_name (pdf, kind, "/ETSI.CAdES.detached");
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GBytes) covered = NULL;
  gsize length;
  const guint8 *der;

  if (!is_cades && !asy_pdf_is_name (pdf, kind, "/adbe.pkcs7.detached"))
    return new_unsupported ();
  contents = asy_pdf_dup_string (pdf, asy_pdf_get (pdf, value, "/Contents"));
  der = g_bytes_get_data (contents, &length);
  covered = asy_signature_dup_covered (pdf, range);
  return asy_cms_verify (der, length, covered, is_cades);
}
