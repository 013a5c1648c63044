/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "seal-fixture.h"
#include "seal/asy-pdf-update-private.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-verify.h"

/*
 * Papers that were signed by one or two people and tampered with afterwards, as
 * files and as incremental updates; and the changes that are no tampering.
 */

/* One tampering; the paper it is done to has its revisions to measure by. */
typedef struct
{
  GBytes *pdf;
  gsize first_end; /* of the revision of the first signature */
} Paper;

typedef GBytes *(*Tamper) (const Paper *paper);
typedef void (*Update) (AsyPdf *pdf, AsyPdfUpdate *update);

static GBytes *
with_update (const Paper *paper, Update func)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPdf) pdf = asy_pdf_open (paper->pdf, g_bytes_get_size (paper->pdf), &error);
  g_autoptr (AsyPdfUpdate) update = NULL;

  g_assert_no_error (error);
  update = asy_pdf_update_new (pdf, &error);
  g_assert_no_error (error);
  func (pdf, update);
  return g_byte_array_free_to_bytes (asy_pdf_update_finish (update, "tampered"));
}

static guint8 *
dup_data (GBytes *bytes, gsize *ret_length)
{
  *ret_length = g_bytes_get_size (bytes);
  return g_memdup2 (g_bytes_get_data (bytes, NULL), *ret_length);
}

static GBytes *
with_byte (GBytes *bytes, gsize at, guint8 byte)
{
  gsize length;
  guint8 *data = dup_data (bytes, &length);

  g_assert_cmpuint (at, <, length);
  g_assert_cmpuint (data[at], !=, byte);
  data[at] = byte;
  return g_bytes_new_take (data, length);
}

static gsize
find_after (GBytes *bytes, gsize from, const char *word)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  const guint8 *found = memmem (data + from, g_bytes_get_size (bytes) - from, word, strlen (word));

  g_assert_nonnull (found);
  return (gsize) (found - data);
}

static GBytes *
with_tail (const Paper *paper, const char *tail)
{
  GByteArray *data = g_bytes_unref_to_array (g_bytes_ref (paper->pdf));

  g_byte_array_append (data, (const guint8 *) tail, (guint) strlen (tail));
  return g_byte_array_free_to_bytes (data);
}

static qpdf_oh
get_page (AsyPdf *pdf, int i)
{
  return asy_pdf_get_item (pdf, asy_pdf_get (pdf, asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/Pages"), "/Kids"), i);
}

static qpdf_oh
get_field (AsyPdf *pdf, int i)
{
  return asy_pdf_get_item (pdf, asy_pdf_get (pdf, asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/AcroForm"), "/Fields"), i);
}

static void
replace_key (AsyPdf *pdf, AsyPdfUpdate *update, qpdf_oh dict, const char *key, const char *value)
{
  AsyPdfEntry entry = { key, value };
  g_autofree char *body = asy_pdf_dup_dict_with (pdf, dict, &entry, 1);

  g_assert_true (asy_pdf_update_can_replace (update, dict));
  asy_pdf_update_replace (update, dict, body);
}

static char *
add_object (AsyPdfUpdate *update, const char *body)
{
  int id = asy_pdf_update_take_id (update);

  asy_pdf_update_add (update, id, body);
  return g_strdup_printf ("%d 0 R", id);
}

static char *
add_stream (AsyPdfUpdate *update, const char *keys, const char *data)
{
  g_autofree char *body = g_strdup_printf ("<< %s /Length %zu >>\nstream\n%s\nendstream", keys, strlen (data), data);

  return add_object (update, body);
}

static void
add_annotation (AsyPdf *pdf, AsyPdfUpdate *update, const char *annotation)
{
  qpdf_oh page = get_page (pdf, 0);
  g_autofree char *list = asy_pdf_dup_array_with (pdf, asy_pdf_get (pdf, page, "/Annots"), annotation);

  replace_key (pdf, update, page, "/Annots", list);
}

static void
add_field (AsyPdf *pdf, AsyPdfUpdate *update, const char *field)
{
  qpdf_oh form = asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/AcroForm");
  g_autofree char *list = asy_pdf_dup_array_with (pdf, asy_pdf_get (pdf, form, "/Fields"), field);

  replace_key (pdf, update, form, "/Fields", list);
}

/* Bytes */

static GBytes *
flip_first_revision (const Paper *paper)
{
  gsize at = find_after (paper->pdf, 0, "/ID [<") + 10;
  const guint8 *data = g_bytes_get_data (paper->pdf, NULL);

  /* A place that leaves the file readable. */
  return with_byte (paper->pdf, at, data[at] == '0' ? '1' : '0');
}

static GBytes *
flip_second_revision (const Paper *paper)
{
  return with_byte (paper->pdf, find_after (paper->pdf, paper->first_end, "/Reason <feff") + 14, 'f');
}

static GBytes *
flip_signature (const Paper *paper)
{
  gsize at = find_after (paper->pdf, 0, "/Contents <30") + 11 + 900;
  const guint8 *data = g_bytes_get_data (paper->pdf, NULL);

  return with_byte (paper->pdf, at, data[at] == '0' ? '1' : '0');
}

static GBytes *
fill_padding (const Paper *paper)
{
  gsize at = find_after (paper->pdf, find_after (paper->pdf, 0, "/Contents <30"), ">") - 9;

  return with_byte (paper->pdf, at, 'd');
}

static GBytes *
cut_to_first_revision (const Paper *paper)
{
  return g_bytes_new_from_bytes (paper->pdf, 0, paper->first_end);
}

static GBytes *
shrink_range (const Paper *paper)
{
  gsize at = find_after (paper->pdf, 0, "/ByteRange [0 ");
  gsize end = find_after (paper->pdf, at, "]");
  const guint8 *data = g_bytes_get_data (paper->pdf, NULL);

  /* One byte less behind the gap: the end of the file is not signed any more. */
  while (!g_ascii_isdigit (data[end]))
    end--;
  return with_byte (paper->pdf, end, data[end] == '0' ? '1' : (guint8) (data[end] - 1));
}

static GBytes *
append_newline (const Paper *paper)
{
  return with_tail (paper, "\n");
}

static GBytes *
append_object_text (const Paper *paper)
{
  return with_tail (paper, "7 0 obj\n<< /Type /Page >>\nendobj\n");
}

static GBytes *
append_nothing (const Paper *paper)
{
  return g_bytes_ref (paper->pdf);
}

/* Updates that change what is seen */

static void
do_add_page (AsyPdf *pdf, AsyPdfUpdate *update)
{
  qpdf_oh pages = asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/Pages");
  g_autofree char *parent = asy_pdf_unparse (pdf, pages);
  g_autofree char *page_body = g_strdup_printf ("<< /Type /Page /Parent %s /MediaBox [0 0 595 842] /Resources << >> >>", parent);
  g_autofree char *page = add_object (update, page_body);
  g_autofree char *kids = asy_pdf_dup_array_with (pdf, asy_pdf_get (pdf, pages, "/Kids"), page);
  AsyPdfEntry entries[] = { { "/Kids", kids }, { "/Count", "4" } };
  g_autofree char *body = asy_pdf_dup_dict_with (pdf, pages, entries, G_N_ELEMENTS (entries));

  asy_pdf_update_replace (update, pages, body);
}

static void
do_reorder_pages (AsyPdf *pdf, AsyPdfUpdate *update)
{
  qpdf_oh pages = asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/Pages");
  g_autofree char *first = asy_pdf_unparse (pdf, get_page (pdf, 0));
  g_autofree char *second = asy_pdf_unparse (pdf, get_page (pdf, 1));
  g_autofree char *third = asy_pdf_unparse (pdf, get_page (pdf, 2));
  g_autofree char *kids = g_strdup_printf ("[%s %s %s]", second, first, third);

  replace_key (pdf, update, pages, "/Kids", kids);
}

static void
do_remove_page (AsyPdf *pdf, AsyPdfUpdate *update)
{
  qpdf_oh pages = asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/Pages");
  g_autofree char *first = asy_pdf_unparse (pdf, get_page (pdf, 0));
  g_autofree char *third = asy_pdf_unparse (pdf, get_page (pdf, 2));
  g_autofree char *kids = g_strdup_printf ("[%s %s]", first, third);
  AsyPdfEntry entries[] = { { "/Kids", kids }, { "/Count", "2" } };
  g_autofree char *body = asy_pdf_dup_dict_with (pdf, pages, entries, G_N_ELEMENTS (entries));

  asy_pdf_update_replace (update, pages, body);
}

static void
do_replace_content (AsyPdf *pdf, AsyPdfUpdate *update)
{
  asy_pdf_update_replace (update, asy_pdf_get (pdf, get_page (pdf, 0), "/Contents"), "<< /Length 0 >>\nstream\n\nendstream");
}

static void
do_repoint_content (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *content = add_stream (update, "", "0 0 100 100 re f");

  replace_key (pdf, update, get_page (pdf, 1), "/Contents", content);
}

static void
do_drop_content (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, get_page (pdf, 1), "/Contents", "null");
}

static void
do_change_box (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, get_page (pdf, 2), "/CropBox", "[0 400 595 842]");
}

static void
do_replace_font (AsyPdf *pdf, AsyPdfUpdate *update)
{
  qpdf_oh fonts = asy_pdf_get (pdf, asy_pdf_get (pdf, get_page (pdf, 0), "/Resources"), "/Font");
  g_auto (GStrv) names = asy_pdf_dup_keys (pdf, fonts);

  replace_key (pdf, update, asy_pdf_get (pdf, fonts, names[0]), "/BaseFont", "/Other");
}

static void
do_add_text_annotation (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *face = add_stream (update, "/Type /XObject /Subtype /Form /BBox [0 0 200 50]", "0 0 200 50 re f");
  g_autofree char *body = g_strdup_printf ("<< /Type /Annot /Subtype /FreeText /Rect [100 600 300 650] /F 4 /Contents (Nieprawda) /AP << /N %s >> >>", face);
  g_autofree char *annotation = add_object (update, body);

  add_annotation (pdf, update, annotation);
}

static void
do_add_direct_annotation (AsyPdf *pdf, AsyPdfUpdate *update)
{
  add_annotation (pdf, update, "<< /Type /Annot /Subtype /Square /Rect [0 0 595 842] /F 4 >>");
}

static void
do_change_link (AsyPdf *pdf, AsyPdfUpdate *update)
{
  qpdf_oh link = asy_pdf_get_item (pdf, asy_pdf_get (pdf, get_page (pdf, 0), "/Annots"), 0);

  replace_key (pdf, update, link, "/A", "<< /Type /Action /S /URI /URI (https://evil.example.org/) >>");
}

static void
do_remove_annotation (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, get_page (pdf, 0), "/Annots", "[]");
}

static void
do_add_open_action (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, asy_pdf_get_root (pdf), "/OpenAction", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>");
}

static void
do_add_attachment (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *file = add_stream (update, "/Type /EmbeddedFile", "x");
  g_autofree char *names = g_strdup_printf ("<< /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F %s >> >>] >> >>", file);

  replace_key (pdf, update, asy_pdf_get_root (pdf), "/Names", names);
}

static void
do_change_title (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, asy_pdf_get (pdf, asy_pdf_get_trailer (pdf), "/Info"), "/Title", "(Inna opinia)");
}

static char *
dup_packet_with (AsyPdf *pdf, const char *from, const char *to)
{
  g_autoptr (GBytes) packet = asy_pdf_dup_stream (pdf, asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/Metadata"), NULL);
  GString *text = g_string_new_len (g_bytes_get_data (packet, NULL), (gssize) g_bytes_get_size (packet));

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return g_string_free (text, FALSE);
}

static void
do_change_packet (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *packet = dup_packet_with (pdf, "Opinia", "Sprzeciw");
  g_autofree char *stream = add_stream (update, "/Type /Metadata /Subtype /XML", packet);

  replace_key (pdf, update, asy_pdf_get_root (pdf), "/Metadata", stream);
}

static void
do_ask_for_appearances (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/AcroForm"), "/NeedAppearances", "true");
}

static void
do_add_text_field (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *field = add_object (update, "<< /FT /Tx /T (Kwota) /V (1000) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 4 >>");

  add_field (pdf, update, field);
}

static void
do_show_empty_field (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *face = add_stream (update, "/Type /XObject /Subtype /Form /BBox [0 0 200 50]", "0 0 200 50 re f");
  g_autofree char *appearance = g_strdup_printf ("<< /N %s >>", face);

  replace_key (pdf, update, get_field (pdf, 1), "/AP", appearance);
}

static void
add_signature_field (AsyPdf *pdf, AsyPdfUpdate *update, const char *more)
{
  g_autofree char *page = asy_pdf_unparse (pdf, get_page (pdf, 0));
  g_autofree char *face = add_stream (update, "/Type /XObject /Subtype /Form /BBox [0 0 200 50]", "0 0 200 50 re f");
  g_autofree char *body = g_strdup_printf ("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Trzeci) /F 132 /P %s /AP << /N %s >> %s >>", page, face, more);
  g_autofree char *field = add_object (update, body);

  add_field (pdf, update, field);
  add_annotation (pdf, update, field);
}

static void
do_add_visible_field (AsyPdf *pdf, AsyPdfUpdate *update)
{
  add_signature_field (pdf, update, "/Rect [100 100 300 150]");
}

static void
do_add_page_wide_field (AsyPdf *pdf, AsyPdfUpdate *update)
{
  add_signature_field (pdf, update, "/Rect [0 0 595 842]");
}

static void
do_add_field_with_action (AsyPdf *pdf, AsyPdfUpdate *update)
{
  add_signature_field (pdf, update, "/Rect [0 0 0 0] /AA << /E << /S /JavaScript /JS (x) >> >>");
}

static void
do_fill_without_signature (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, get_field (pdf, 1), "/V", "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached >>");
}

static void
do_reuse_signature (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *value = asy_pdf_unparse (pdf, asy_pdf_get (pdf, get_field (pdf, 0), "/V"));

  replace_key (pdf, update, get_field (pdf, 1), "/V", value);
}

static void
do_remove_signature (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, get_field (pdf, 0), "/V", "null");
}

static void
do_hide_object (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *hidden = add_object (update, "<< /Type /Page /MediaBox [0 0 595 842] >>");

  g_assert_nonnull (hidden);
}

/* Updates that others make with good reason */

static void
do_touch_information (AsyPdf *pdf, AsyPdfUpdate *update)
{
  replace_key (pdf, update, asy_pdf_get (pdf, asy_pdf_get_trailer (pdf), "/Info"), "/ModDate", "(D:20261201120000+01'00')");
}

static void
do_touch_packet (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *packet = dup_packet_with (pdf, "<xmp:ModifyDate>2026-11", "<xmp:ModifyDate>2026-12");
  g_autofree char *stream = add_stream (update, "/Type /Metadata /Subtype /XML", packet);

  replace_key (pdf, update, asy_pdf_get_root (pdf), "/Metadata", stream);
}

static void
do_add_validation_data (AsyPdf *pdf, AsyPdfUpdate *update)
{
  g_autofree char *store = add_object (update, "<< /Type /DSS /Certs [] >>");

  replace_key (pdf, update, asy_pdf_get_root (pdf), "/DSS", store);
}

static void
do_add_invisible_field (AsyPdf *pdf, AsyPdfUpdate *update)
{
  add_signature_field (pdf, update, "/Rect [0 0 0 0]");
}

#define UPDATE(name) \
  static GBytes * name (const Paper *paper) { return with_update (paper, do_ ## name); }

UPDATE (add_page)
UPDATE (reorder_pages)
UPDATE (remove_page)
UPDATE (replace_content)
UPDATE (repoint_content)
UPDATE (drop_content)
UPDATE (change_box)
UPDATE (replace_font)
UPDATE (add_text_annotation)
UPDATE (add_direct_annotation)
UPDATE (change_link)
UPDATE (remove_annotation)
UPDATE (add_open_action)
UPDATE (add_attachment)
UPDATE (change_title)
UPDATE (change_packet)
UPDATE (ask_for_appearances)
UPDATE (add_text_field)
UPDATE (show_empty_field)
UPDATE (add_visible_field)
UPDATE (add_page_wide_field)
UPDATE (add_field_with_action)
UPDATE (fill_without_signature)
UPDATE (reuse_signature)
UPDATE (remove_signature)
UPDATE (hide_object)
UPDATE (touch_information)
UPDATE (touch_packet)
UPDATE (add_validation_data)
UPDATE (add_invisible_field)

/* A good signature on top does not make what is below it good. */
static GBytes *
sign_after (GBytes *pdf)
{
  g_autoptr (GBytes) before = pdf;

  return fixture_sign (before, "p384", "Trzeci");
}

static GBytes *
sign_small_stamp (const Paper *paper)
{
  return sign_after (add_visible_field (paper));
}

static GBytes *
sign_page_wide_stamp (const Paper *paper)
{
  return sign_after (add_page_wide_field (paper));
}

static GBytes *
sign_changed_content (const Paper *paper)
{
  g_autoptr (GBytes) changed = replace_content (paper);

  return fixture_sign (changed, "p384", NULL);
}

static GBytes *
sign_touched (const Paper *paper)
{
  g_autoptr (GBytes) touched = touch_information (paper);

  return fixture_sign (touched, "p384", NULL);
}

typedef struct
{
  const char *name;
  int n_signatures; /* of the paper before */
  Tamper tamper;
  AsyVerdict verdict;
  const char *code; /* that the first signature has, NULL for none */
} Row;

static const Row rows[] = {
  { "nothing", 1, append_nothing, ASY_VERDICT_VALID, NULL },
  { "nothing, twice", 2, append_nothing, ASY_VERDICT_VALID, NULL },
  { "flipped byte", 1, flip_first_revision, ASY_VERDICT_BROKEN, NULL },
  { "flipped byte, twice", 2, flip_first_revision, ASY_VERDICT_BROKEN, NULL },
  { "flipped byte in the second revision", 2, flip_second_revision, ASY_VERDICT_BROKEN, NULL },
  { "flipped signature", 1, flip_signature, ASY_VERDICT_BROKEN, NULL },
  { "garbage in the padding of the first", 2, fill_padding, ASY_VERDICT_BROKEN, NULL },
  { "cut to the first revision", 2, cut_to_first_revision, ASY_VERDICT_VALID, NULL },
  { "smaller byte range", 1, shrink_range, ASY_VERDICT_BROKEN, NULL },
  { "newline behind", 1, append_newline, ASY_VERDICT_CHANGED, "trailing-data" },
  { "object behind", 1, append_object_text, ASY_VERDICT_CHANGED, "trailing-data" },
  { "object behind, twice", 2, append_object_text, ASY_VERDICT_CHANGED, "trailing-data" },
  { "added page", 1, add_page, ASY_VERDICT_CHANGED, "pages" },
  { "added page, twice", 2, add_page, ASY_VERDICT_CHANGED, "pages" },
  { "pages in another order", 1, reorder_pages, ASY_VERDICT_CHANGED, "pages" },
  { "removed page", 1, remove_page, ASY_VERDICT_CHANGED, "pages" },
  { "replaced content", 1, replace_content, ASY_VERDICT_CHANGED, "content" },
  { "replaced content, twice", 2, replace_content, ASY_VERDICT_CHANGED, "content" },
  { "content elsewhere", 1, repoint_content, ASY_VERDICT_CHANGED, "content" },
  { "no content", 1, drop_content, ASY_VERDICT_CHANGED, "content" },
  { "cropped page", 1, change_box, ASY_VERDICT_CHANGED, "content" },
  { "replaced font", 1, replace_font, ASY_VERDICT_CHANGED, "content" },
  { "added annotation", 1, add_text_annotation, ASY_VERDICT_CHANGED, "annotation" },
  { "added annotation, twice", 2, add_text_annotation, ASY_VERDICT_CHANGED, "annotation" },
  { "added annotation in the page", 1, add_direct_annotation, ASY_VERDICT_CHANGED, "annotation" },
  { "other link", 1, change_link, ASY_VERDICT_CHANGED, "annotation" },
  { "removed annotations", 1, remove_annotation, ASY_VERDICT_CHANGED, "annotation" },
  { "script at opening", 1, add_open_action, ASY_VERDICT_CHANGED, "catalog" },
  { "attachment", 1, add_attachment, ASY_VERDICT_CHANGED, "catalog" },
  { "other title", 1, change_title, ASY_VERDICT_CHANGED, "metadata" },
  { "other metadata", 1, change_packet, ASY_VERDICT_CHANGED, "metadata" },
  { "appearances wanted", 1, ask_for_appearances, ASY_VERDICT_CHANGED, "form" },
  { "text field", 1, add_text_field, ASY_VERDICT_CHANGED, "form" },
  { "empty field with a face", 1, show_empty_field, ASY_VERDICT_CHANGED, "form" },
  { "new field with a face", 1, add_visible_field, ASY_VERDICT_CHANGED, "annotation" },
  { "new field over the page", 1, add_page_wide_field, ASY_VERDICT_CHANGED, "overlay" },
  { "new field with a script", 1, add_field_with_action, ASY_VERDICT_CHANGED, "form" },
  { "filled without a signature", 1, fill_without_signature, ASY_VERDICT_BROKEN, NULL },
  { "filled with an old signature", 1, reuse_signature, ASY_VERDICT_BROKEN, NULL },
  { "removed signature", 1, remove_signature, ASY_VERDICT_UNSIGNED, NULL },
  { "removed first signature", 2, remove_signature, ASY_VERDICT_CHANGED, "form" },
  { "hidden object", 1, hide_object, ASY_VERDICT_CHANGED, "hidden-object" },
  { "later date", 1, touch_information, ASY_VERDICT_VALID, NULL },
  { "later date in the metadata", 1, touch_packet, ASY_VERDICT_VALID, NULL },
  { "validation data", 2, add_validation_data, ASY_VERDICT_VALID, NULL },
  { "one more empty field", 1, add_invisible_field, ASY_VERDICT_VALID, NULL },
  { "signed small stamp", 1, sign_small_stamp, ASY_VERDICT_VALID, NULL },
  { "signed stamp over the page", 1, sign_page_wide_stamp, ASY_VERDICT_CHANGED, "overlay" },
  { "signed after a change", 1, sign_changed_content, ASY_VERDICT_CHANGED, "content" },
  { "signed after a later date", 1, sign_touched, ASY_VERDICT_VALID, NULL },
};

static gboolean
has_change (AsySignatureReport *report, const char *code)
{
  for (guint i = 0; i < asy_signature_report_get_n_changes (report); i++)
    if (strcmp (asy_signature_report_get_change_code (report, i), code) == 0)
      return TRUE;
  return FALSE;
}

static void
log_verification (AsyVerification *verification)
{
  for (guint i = 0; i < asy_verification_get_n_signatures (verification); i++)
    {
      AsySignatureReport *report = asy_verification_get_signature (verification, i);

      g_test_message ("  %u %s", i, asy_signature_problem_get_nick (asy_signature_report_get_problem (report)));
      for (guint k = 0; k < asy_signature_report_get_n_changes (report); k++)
        g_test_message ("    %s: %s", asy_signature_report_get_change_code (report, k), asy_signature_report_get_change_text (report, k));
    }
}

static AsyTrust *
get_trust (void)
{
  AsyTrust *trust = asy_trust_new ();
  g_autofree char *path = fixture_get_key_path ("root.pem");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (asy_trust_add_file (trust, file, NULL));
  return trust;
}

/* Codes are asked for nowhere but where something was changed. */
static void
check_codes (const Row *row, AsyVerification *verification)
{
  if (row->code != NULL)
    g_assert_true (has_change (asy_verification_get_signature (verification, 0), row->code));
  if (row->verdict == ASY_VERDICT_CHANGED)
    return;
  for (guint i = 0; i < asy_verification_get_n_signatures (verification); i++)
    {
      AsySignatureReport *report = asy_verification_get_signature (verification, i);

      if (asy_signature_report_get_is_intact (report) && row->verdict != ASY_VERDICT_BROKEN)
        g_assert_cmpuint (asy_signature_report_get_n_changes (report), ==, 0);
    }
}

static void
run_rows (GBytes *finished)
{
  g_autoptr (GBytes) once = fixture_sign (finished, "p256", "Opiniujący");
  g_autoptr (GBytes) twice = fixture_sign (once, "rsa2048", "Kierownik");
  g_autoptr (AsyTrust) trust = get_trust ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Paper paper = { rows[i].n_signatures == 1 ? once : twice, g_bytes_get_size (once) };
      g_autoptr (GBytes) tampered = rows[i].tamper (&paper);
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyVerification) verification = asy_verify_pdf (tampered, trust, FIXTURE_NOW, &error);

      g_assert_no_error (error);
      g_test_message ("%s: %s", rows[i].name, asy_verdict_get_nick (asy_verification_get_verdict (verification)));
      log_verification (verification);
      g_assert_cmpint (asy_verification_get_verdict (verification), ==, rows[i].verdict);
      check_codes (&rows[i], verification);
    }
}

static void
test_tables (void)
{
  g_autoptr (GBytes) pdf = fixture_finish ();

  run_rows (pdf);
}

/* The same with compressed objects, as newer programs write. */
static void
test_streams (void)
{
  g_autoptr (GBytes) plain = fixture_finish ();
  g_autofree char *in = fixture_write ("plain.pdf", plain);
  g_autofree char *out = g_build_filename (fixture_get_folder (), "streams.pdf", NULL);
  g_autofree char *output = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (!fixture_has ("qpdf"))
    return;
  g_assert_cmpint (fixture_run (&output, "qpdf", "--object-streams=generate", in, out, NULL), ==, 0);
  pdf = fixture_read (out);
  run_rows (pdf);
}

/* Who is unharmed when only one of two is harmed. */
static void
test_which_is_harmed (void)
{
  static const struct
  {
    Tamper tamper;
    gboolean is_first_intact;
    gboolean is_second_intact;
  } cases[] = {
    { flip_first_revision, FALSE, FALSE },
    { flip_second_revision, TRUE, FALSE },
    { fill_padding, TRUE, FALSE },
    { replace_content, TRUE, TRUE },
  };
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (GBytes) once = fixture_sign (finished, "p256", "Opiniujący");
  g_autoptr (GBytes) twice = fixture_sign (once, "rsa2048", "Kierownik");
  Paper paper = { twice, g_bytes_get_size (once) };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) tampered = cases[i].tamper (&paper);
      g_autoptr (AsyVerification) verification = asy_verify_pdf (tampered, NULL, FIXTURE_NOW, NULL);

      g_assert_cmpuint (asy_verification_get_n_signatures (verification), ==, 2);
      g_assert_cmpint (asy_signature_report_get_is_intact (asy_verification_get_signature (verification, 0)), ==, cases[i].is_first_intact);
      g_assert_cmpint (asy_signature_report_get_is_intact (asy_verification_get_signature (verification, 1)), ==, cases[i].is_second_intact);
    }
}

static void
test_unreadable (void)
{
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (GBytes) once = fixture_sign (finished, "p256", NULL);
  static const double shares[] = { 0.0, 0.1, 0.5, 0.999 };

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (once, 0, (gsize) ((double) g_bytes_get_size (once) * shares[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (asy_verify_pdf (cut, NULL, FIXTURE_NOW, &error));
      g_assert_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF);
    }
}

/* What is wrong goes into the error, not to the terminal. */
static void
test_is_silent (void)
{
  static const char *const files[] = {
    "", "%PDF-1.7\n%%EOF\n", "%PDF-1.7\nstartxref\n9\n%%EOF\n",
    "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 7 0 R >>\nstartxref\n9\n%%EOF\n",
  };

  if (g_test_subprocess ())
    {
      for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
        {
          g_autoptr (GBytes) pdf = g_bytes_new_static (files[i], strlen (files[i]));
          g_autoptr (GError) error = NULL;

          g_assert_null (asy_verify_pdf (pdf, NULL, FIXTURE_NOW, &error));
          g_assert_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF);
        }
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attacks/tables", test_tables);
  g_test_add_func ("/attacks/streams", test_streams);
  g_test_add_func ("/attacks/which-is-harmed", test_which_is_harmed);
  g_test_add_func ("/attacks/unreadable", test_unreadable);
  g_test_add_func ("/attacks/is-silent", test_is_silent);
  return fixture_test_run ();
}
