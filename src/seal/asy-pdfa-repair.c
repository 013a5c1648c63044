/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-pdfa-private.h"
#include "seal/asy-seal-error.h"

/* Annotation flags (ISO 32000-1, table 165). */
#define ANNOT_PRINT 4
#define ANNOT_FORBIDDEN (1 | 2 | 32 | 256) /* Invisible, Hidden, NoView, ToggleNoView */

#define OUTLINE_ITEMS_MAX 65536
#define CID_MAX 65535

typedef struct
{
  AsyPdf *pdf;
  qpdf_data qpdf;
  AsyPdfaPart part;
} Repair;

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_ARCHIVABLE, "PDF/A does not allow %s", what);
  return FALSE;
}

static gboolean
is_missing (Repair *repair, qpdf_oh dict, const char *key)
{
  return asy_pdf_is_null (repair->pdf, asy_pdf_get (repair->pdf, dict, key));
}

static void
set_cid (GByteArray *set, gint64 cid)
{
  static const guint8 zeros[(CID_MAX + 1) / 8];
  gsize at = (gsize) cid / 8;

  if (cid < 0 || cid > CID_MAX)
    return;
  if (at >= set->len)
    g_byte_array_append (set, zeros, (guint) (at + 1 - set->len));
  set->data[at] |= (guint8) (0x80 >> (cid % 8));
}

/* The widths tell which CIDs a subset has: "first [w w w]" or "first last w" (ISO 32000-1, 9.7.4.3). */
static GByteArray *
collect_cids (Repair *repair, qpdf_oh widths)
{
  AsyPdf *pdf = repair->pdf;
  GByteArray *set = g_byte_array_new ();
  int n = asy_pdf_get_n_items (pdf, widths);
  int i = 0;

  set_cid (set, 0);
  while (i + 1 < n)
    {
      qpdf_oh next = asy_pdf_get_item (pdf, widths, i + 1);
      gint64 first = -1, last = -1;

      if (!asy_pdf_read_int (pdf, asy_pdf_get_item (pdf, widths, i), &first))
        break;
      if (qpdf_oh_is_array (repair->qpdf, next))
        {
          last = first + asy_pdf_get_n_items (pdf, next) - 1;
          i += 2;
        }
      else
        {
          asy_pdf_read_int (pdf, next, &last);
          i += 3;
        }
      for (gint64 cid = first; cid <= MIN (last, CID_MAX); cid++)
        set_cid (set, cid);
    }
  return set;
}

/* 1b wants the CIDs of a subset listed; 2b does not, and a wrong list is worse than none. */
static void
add_cid_set (Repair *repair, qpdf_oh font, qpdf_oh descriptor)
{
  g_autoptr (GByteArray) set = NULL;
  qpdf_oh stream, none;

  if (!is_missing (repair, descriptor, "/CIDSet"))
    return;
  set = collect_cids (repair, asy_pdf_get (repair->pdf, font, "/W"));
  stream = qpdf_oh_new_stream (repair->qpdf);
  none = qpdf_oh_new_null (repair->qpdf);
  qpdf_oh_replace_stream_data (repair->qpdf, stream, set->data, set->len, none, none);
  qpdf_oh_replace_key (repair->qpdf, descriptor, "/CIDSet", stream);
}

static gboolean
repair_font (Repair *repair, qpdf_oh font, GError **error)
{
  AsyPdf *pdf = repair->pdf;
  qpdf_oh subtype = asy_pdf_get (pdf, font, "/Subtype");
  qpdf_oh descriptor = asy_pdf_get (pdf, font, "/FontDescriptor");
  gboolean is_cid = asy_pdf_is_name (pdf, subtype, "/CIDFontType2") || asy_pdf_is_name (pdf, subtype, "/CIDFontType0");

  /* A composite font is embedded through its descendant; the glyphs of Type 3 are page content. */
  if (asy_pdf_is_name (pdf, subtype, "/Type0") || asy_pdf_is_name (pdf, subtype, "/Type3"))
    return TRUE;
  if (is_missing (repair, descriptor, "/FontFile") && is_missing (repair, descriptor, "/FontFile2")
      && is_missing (repair, descriptor, "/FontFile3"))
    return refuse (error, "a font that is not embedded");
  if (asy_pdf_is_name (pdf, subtype, "/CIDFontType2") && is_missing (repair, font, "/CIDToGIDMap"))
    qpdf_oh_replace_key (repair->qpdf, font, "/CIDToGIDMap", qpdf_oh_new_name (repair->qpdf, "/Identity"));
  if (is_cid && repair->part == ASY_PDFA_1B)
    add_cid_set (repair, font, descriptor);
  return TRUE;
}

static gboolean
repair_image (Repair *repair, qpdf_oh image, GError **error)
{
  if (repair->part == ASY_PDFA_1B && !is_missing (repair, image, "/SMask"))
    return refuse (error, "a half-transparent image in part 1");
  qpdf_oh_remove_key (repair->qpdf, qpdf_oh_get_dict (repair->qpdf, image), "/Interpolate");
  return TRUE;
}

static gboolean
is_opaque (Repair *repair, qpdf_oh state, const char *key)
{
  qpdf_oh alpha = asy_pdf_get (repair->pdf, state, key);

  return asy_pdf_is_null (repair->pdf, alpha) || qpdf_oh_get_numeric_value (repair->qpdf, alpha) >= 1.0;
}

static gboolean
check_graphics_state (Repair *repair, qpdf_oh state, GError **error)
{
  if (!is_missing (repair, state, "/TR") || !is_missing (repair, state, "/HTP"))
    return refuse (error, "a transfer function");
  if (repair->part == ASY_PDFA_1B && (!is_opaque (repair, state, "/ca") || !is_opaque (repair, state, "/CA")))
    return refuse (error, "transparency in part 1");
  return TRUE;
}

/* Cairo gives every page a transparency group, whether something is transparent or not. */
static void
drop_group (Repair *repair, qpdf_oh dict)
{
  if (repair->part == ASY_PDFA_1B)
    qpdf_oh_remove_key (repair->qpdf, dict, "/Group");
}

static void
repair_annotation (Repair *repair, qpdf_oh annotation)
{
  gint64 flags = 0;

  if (!qpdf_oh_is_dictionary (repair->qpdf, annotation) || asy_pdf_is_name (repair->pdf, asy_pdf_get (repair->pdf, annotation, "/Subtype"), "/Popup"))
    return;
  asy_pdf_read_int (repair->pdf, asy_pdf_get (repair->pdf, annotation, "/F"), &flags);
  flags = (flags | ANNOT_PRINT) & ~(gint64) ANNOT_FORBIDDEN;
  qpdf_oh_replace_key (repair->qpdf, annotation, "/F", qpdf_oh_new_integer (repair->qpdf, flags));
}

static void
repair_page (Repair *repair, qpdf_oh page)
{
  qpdf_oh annotations = asy_pdf_get (repair->pdf, page, "/Annots");

  drop_group (repair, page);
  for (int i = 0; i < asy_pdf_get_n_items (repair->pdf, annotations); i++)
    repair_annotation (repair, asy_pdf_get_item (repair->pdf, annotations, i));
}

static gboolean
repair_stream (Repair *repair, qpdf_oh stream, GError **error)
{
  qpdf_oh subtype = asy_pdf_get (repair->pdf, stream, "/Subtype");

  if (asy_pdf_is_name (repair->pdf, subtype, "/Image"))
    return repair_image (repair, stream, error);
  if (asy_pdf_is_name (repair->pdf, subtype, "/Form"))
    drop_group (repair, qpdf_oh_get_dict (repair->qpdf, stream));
  return TRUE;
}

static gboolean
repair_object (Repair *repair, qpdf_oh object, GError **error)
{
  AsyPdf *pdf = repair->pdf;
  qpdf_oh type;

  if (qpdf_oh_is_stream (repair->qpdf, object))
    return repair_stream (repair, object, error);
  if (!qpdf_oh_is_dictionary (repair->qpdf, object))
    return TRUE;
  type = asy_pdf_get (pdf, object, "/Type");
  if (asy_pdf_is_name (pdf, type, "/Page"))
    repair_page (repair, object);
  if (asy_pdf_is_name (pdf, type, "/Font"))
    return repair_font (repair, object, error);
  if (asy_pdf_is_name (pdf, type, "/ExtGState"))
    return check_graphics_state (repair, object, error);
  return TRUE;
}

/* Graphics states stand inside resource dictionaries as a rule, without a type of their own. */
static gboolean
check_resources (Repair *repair, qpdf_oh holder, GError **error)
{
  qpdf_oh states = asy_pdf_get (repair->pdf, asy_pdf_get (repair->pdf, holder, "/Resources"), "/ExtGState");
  g_auto (GStrv) names = asy_pdf_dup_keys (repair->pdf, states);

  for (gsize i = 0; names[i] != NULL; i++)
    if (!check_graphics_state (repair, asy_pdf_get (repair->pdf, states, names[i]), error))
      return FALSE;
  return TRUE;
}

/* How many items of this level and below are shown when the outline opens; closed items count from inside negatively. */
static gint64
count_open_items (Repair *repair, qpdf_oh outlines)
{
  qpdf_oh item = asy_pdf_get (repair->pdf, outlines, "/First");
  gint64 n = 0;

  for (int i = 0; i < OUTLINE_ITEMS_MAX && qpdf_oh_is_dictionary (repair->qpdf, item); i++)
    {
      gint64 inside = 0;

      asy_pdf_read_int (repair->pdf, asy_pdf_get (repair->pdf, item, "/Count"), &inside);
      n += 1 + MAX (inside, 0);
      item = asy_pdf_get (repair->pdf, item, "/Next");
    }
  return n;
}

static void
repair_outline (Repair *repair)
{
  qpdf_oh outlines = asy_pdf_get (repair->pdf, asy_pdf_get_root (repair->pdf), "/Outlines");

  if (qpdf_oh_is_dictionary (repair->qpdf, outlines))
    qpdf_oh_replace_key (repair->qpdf, outlines, "/Count", qpdf_oh_new_integer (repair->qpdf, count_open_items (repair, outlines)));
}

/*
 * Damage is looked for among what is reached, and before anything is added:
 * Cairo 1.16 refers to objects that it never wrote in structures that nothing
 * refers to, and qpdf stumbles over those when it numbers a new object.
 */
gboolean
asy_pdfa_repair_objects (AsyPdf *pdf, AsyPdfaPart part, GError **error)
{
  Repair repair = { pdf, asy_pdf_get_qpdf (pdf), part };
  g_autoptr (GArray) objects = asy_pdf_list_reachable (pdf, asy_pdf_get_root (pdf));

  if (!asy_pdf_check (pdf, ASY_SEAL_ERROR_NOT_PDF, error) || !asy_pdf_check_warnings (pdf, error))
    return FALSE;
  for (guint i = 0; i < objects->len; i++)
    {
      qpdf_oh object = g_array_index (objects, qpdf_oh, i);

      if (!repair_object (&repair, object, error) || !check_resources (&repair, object, error))
        return FALSE;
    }
  repair_outline (&repair);
  return asy_pdf_check (pdf, ASY_SEAL_ERROR_NOT_PDF, error);
}
