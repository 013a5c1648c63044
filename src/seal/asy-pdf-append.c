/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include "seal/asy-pdf-append.h"
#include "seal/asy-pdf-private.h"
#include "seal/asy-seal-error.h"

AsyPdfPart *
asy_pdf_part_new (const char *title, GBytes *pdf)
{
  AsyPdfPart *part = g_new0 (AsyPdfPart, 1);

  part->title = g_strdup (title);
  part->pdf = g_bytes_ref (pdf);
  return part;
}

void
asy_pdf_part_free (AsyPdfPart *part)
{
  if (part == NULL)
    return;
  g_free (part->title);
  g_clear_pointer (&part->pdf, g_bytes_unref);
  g_free (part);
}

int
asy_pdf_count_pages (GBytes *pdf, GError **error)
{
  g_autoptr (AsyPdf) open = asy_pdf_open (pdf, g_bytes_get_size (pdf), error);
  int n;

  if (open == NULL)
    return -1;
  n = qpdf_get_num_pages (asy_pdf_get_qpdf (open));
  return asy_pdf_check (open, ASY_SEAL_ERROR_NOT_PDF, error) ? n : -1;
}

static qpdf_oh
get_outlines (AsyPdf *pdf)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);
  qpdf_oh outlines = asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/Outlines");

  if (qpdf_oh_is_dictionary (qpdf, outlines))
    return outlines;
  outlines = qpdf_make_indirect_object (qpdf, qpdf_oh_new_dictionary (qpdf));
  qpdf_oh_replace_key (qpdf, outlines, "/Type", qpdf_oh_new_name (qpdf, "/Outlines"));
  qpdf_oh_replace_key (qpdf, asy_pdf_get_root (pdf), "/Outlines", outlines);
  return outlines;
}

/* One more entry at the end of the first level. */
static void
add_outline (AsyPdf *pdf, const char *title, qpdf_oh page)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);
  qpdf_oh outlines = get_outlines (pdf);
  qpdf_oh last = asy_pdf_get (pdf, outlines, "/Last");
  qpdf_oh item = qpdf_make_indirect_object (qpdf, qpdf_oh_new_dictionary (qpdf));
  qpdf_oh target = qpdf_oh_new_array (qpdf);

  qpdf_oh_append_item (qpdf, target, page);
  qpdf_oh_append_item (qpdf, target, qpdf_oh_new_name (qpdf, "/Fit"));
  qpdf_oh_replace_key (qpdf, item, "/Title", qpdf_oh_new_unicode_string (qpdf, title));
  qpdf_oh_replace_key (qpdf, item, "/Parent", outlines);
  qpdf_oh_replace_key (qpdf, item, "/Dest", target);
  if (qpdf_oh_is_dictionary (qpdf, last))
    {
      qpdf_oh_replace_key (qpdf, item, "/Prev", last);
      qpdf_oh_replace_key (qpdf, last, "/Next", item);
    }
  else
    qpdf_oh_replace_key (qpdf, outlines, "/First", item);
  qpdf_oh_replace_key (qpdf, outlines, "/Last", item);
}

/* Fields and the places in the tree of structure belong to the file that the page leaves. */
static gboolean
add_pages (AsyPdf *pdf, AsyPdf *part, const char *title, GError **error)
{
  qpdf_data from = asy_pdf_get_qpdf (part);
  const int first = qpdf_get_num_pages (asy_pdf_get_qpdf (pdf));
  const int n = qpdf_get_num_pages (from);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (from, (size_t) i);

      qpdf_oh_remove_key (from, page, "/Annots");
      qpdf_oh_remove_key (from, page, "/StructParents");
      if ((qpdf_add_page (asy_pdf_get_qpdf (pdf), from, page, QPDF_FALSE) & QPDF_ERRORS) != 0)
        break;
    }
  if (!asy_pdf_check (part, ASY_SEAL_ERROR_FAILED, error) || !asy_pdf_check (pdf, ASY_SEAL_ERROR_FAILED, error))
    return FALSE;
  if (n > 0)
    add_outline (pdf, title, qpdf_get_page_n (asy_pdf_get_qpdf (pdf), (size_t) first));
  return asy_pdf_check (pdf, ASY_SEAL_ERROR_FAILED, error);
}

static GBytes *
write_pdf (AsyPdf *pdf, GError **error)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);

  if ((qpdf_init_write_memory (qpdf) & QPDF_ERRORS) == 0)
    {
      qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
      qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
      (void) qpdf_write (qpdf); /* asked for below */
    }
  if (!asy_pdf_check (pdf, ASY_SEAL_ERROR_FAILED, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

GBytes *
asy_pdf_append (GBytes *base, GPtrArray *parts, GError **error)
{
  /* Streams are copied when the whole is written: the parts stay open until then. */
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_pdf_free);
  g_autoptr (AsyPdf) pdf = asy_pdf_open (base, g_bytes_get_size (base), error);

  if (pdf == NULL)
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    {
      const AsyPdfPart *part = parts->pdata[i];
      AsyPdf *source = asy_pdf_open (part->pdf, g_bytes_get_size (part->pdf), error);

      if (source == NULL)
        return NULL;
      g_ptr_array_add (open, source);
      if (!add_pages (pdf, source, part->title, error))
        return NULL;
    }
  return write_pdf (pdf, error);
}
