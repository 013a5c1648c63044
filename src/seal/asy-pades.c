/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-cms-private.h"
#include "seal/asy-pades.h"
#include "seal/asy-pdf-update-private.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-signature-private.h"

#define SIGNATURES_EXIST_APPEND_ONLY 3
#define BYTE_RANGE_CHARS 33 /* three numbers of ten digits and the blanks between them */
#define NEW_FIELD_FLAGS 132 /* Print, Locked */
#define NEW_FIELD_NAME "Podpis"

typedef struct
{
  AsyPdf *pdf;
  AsyPdfUpdate *update;
  AsySigner *signer;
  const AsyPadesOptions *options;
  guint reserve_bytes;
  GPtrArray *fields;
  gsize byte_range_at; /* offsets in the new file */
  gsize contents_at;
} Signing;

static const AsyPdfField *
find_field (Signing *signing, gboolean *ret_is_known)
{
  const char *name = signing->options->field_name;

  *ret_is_known = FALSE;
  for (guint i = 0; i < signing->fields->len; i++)
    {
      const AsyPdfField *field = signing->fields->pdata[i];
      gboolean is_empty = asy_pdf_is_null (signing->pdf, field->value);

      if (name != NULL && strcmp (field->name, name) != 0)
        continue;
      *ret_is_known = name != NULL;
      if (is_empty)
        return field;
    }
  return NULL;
}

/* NULL without an error means that a new field is to be made. */
static gboolean
choose_field (Signing *signing, const AsyPdfField **ret_field, GError **error)
{
  gboolean is_known;
  const AsyPdfField *field = find_field (signing, &is_known);

  if (field == NULL && is_known)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_FIELD_SIGNED, "the signature field is signed already");
      return FALSE;
    }
  if (field == NULL && signing->options->field_name != NULL)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NO_FIELD, "there is no such signature field");
      return FALSE;
    }
  if (field != NULL && !asy_pdf_update_can_replace (signing->update, field->field))
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "the signature field is not an object of its own");
      return FALSE;
    }
  *ret_field = field;
  return TRUE;
}

/* Text that readers of every age show right: UTF-16 with its mark, in hexadecimal. */
static void
append_text (GString *dict, const char *key, const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *utf16 = NULL;
  gsize length = 0;

  if (text == NULL || text[0] == '\0')
    return;
  valid = g_utf8_make_valid (text, -1);
  utf16 = g_convert (valid, -1, "UTF-16BE", "UTF-8", NULL, &length, NULL);
  g_string_append_printf (dict, "%s <feff", key);
  for (gsize i = 0; utf16 != NULL && i < length; i++)
    g_string_append_printf (dict, "%02x", (guint8) utf16[i]);
  g_string_append (dict, ">\n");
}

static void
append_fill (GString *dict, char fill, gsize n)
{
  gsize at = dict->len;

  g_string_set_size (dict, at + n);
  memset (dict->str + at, fill, n);
}

/* Adds the dictionary with blanks where the byte range and the signature go. */
static int
add_signature_dict (Signing *signing)
{
  const AsyPadesOptions *options = signing->options;
  g_autoptr (GString) dict = g_string_new ("<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n");
  g_autofree char *time = asy_pdf_format_time (options->time);
  int id = asy_pdf_update_take_id (signing->update);
  gsize byte_range, contents, start;

  g_string_append_printf (dict, "/M (%s)\n", time);
  append_text (dict, "/Name", asy_signer_get_name (signing->signer));
  append_text (dict, "/Reason", options->reason);
  append_text (dict, "/Location", options->location);
  append_text (dict, "/ContactInfo", options->contact);
  g_string_append (dict, "/ByteRange [0 ");
  byte_range = dict->len;
  append_fill (dict, ' ', BYTE_RANGE_CHARS);
  g_string_append (dict, "]\n/Contents ");
  contents = dict->len;
  g_string_append_c (dict, '<');
  append_fill (dict, '0', 2 * (gsize) signing->reserve_bytes);
  g_string_append (dict, ">\n>>");
  start = asy_pdf_update_add (signing->update, id, dict->str);
  signing->byte_range_at = start + byte_range;
  signing->contents_at = start + contents;
  return id;
}

static void
fill_field (Signing *signing, const AsyPdfField *field, const char *value)
{
  AsyPdfEntry entry = { "/V", value };
  g_autofree char *body = asy_pdf_dup_dict_with (signing->pdf, field->field, &entry, 1);

  asy_pdf_update_replace (signing->update, field->field, body);
}

static char *
dup_new_name (Signing *signing)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *name = g_strdup_printf (NEW_FIELD_NAME "%u", n);
      gboolean is_taken = FALSE;

      for (guint i = 0; i < signing->fields->len; i++)
        is_taken |= strcmp (((const AsyPdfField *) signing->fields->pdata[i])->name, name) == 0;
      if (!is_taken)
        return g_steal_pointer (&name);
    }
}

static gboolean
add_to_page (Signing *signing, qpdf_oh page, const char *field, GError **error)
{
  qpdf_oh annotations = asy_pdf_get (signing->pdf, page, "/Annots");
  g_autofree char *list = asy_pdf_dup_array_with (signing->pdf, annotations, field);
  AsyPdfEntry entry = { "/Annots", list };
  g_autofree char *body = NULL;

  if (asy_pdf_update_can_replace (signing->update, annotations) && !asy_pdf_is_null (signing->pdf, annotations))
    {
      asy_pdf_update_replace (signing->update, annotations, list);
      return TRUE;
    }
  if (!asy_pdf_update_can_replace (signing->update, page))
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "the page is not an object of its own");
      return FALSE;
    }
  body = asy_pdf_dup_dict_with (signing->pdf, page, &entry, 1);
  asy_pdf_update_replace (signing->update, page, body);
  return TRUE;
}

/* A field without a face on the first page, already signed. */
static char *
add_field (Signing *signing, const char *value, GError **error)
{
  qpdf_oh page = qpdf_get_page_n (asy_pdf_get_qpdf (signing->pdf), 0);
  g_autofree char *page_text = asy_pdf_unparse (signing->pdf, page);
  g_autofree char *name = dup_new_name (signing);
  g_autofree char *reference = NULL;
  g_autofree char *body = NULL;
  int appearance, id;

  if (!asy_pdf_check (signing->pdf, ASY_SEAL_ERROR_NOT_PDF, error))
    return NULL;
  appearance = asy_pdf_update_take_id (signing->update);
  id = asy_pdf_update_take_id (signing->update);
  reference = g_strdup_printf ("%d 0 R", id);
  if (!add_to_page (signing, page, reference, error))
    return NULL;
  asy_pdf_update_add (signing->update, appearance,
                      "<< /Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources << >> /Length 0 >>\nstream\n\nendstream");
  body = g_strdup_printf ("<< /Type /Annot /Subtype /Widget /FT /Sig /T (%s) /V %s /F %d /Rect [0 0 0 0] /P %s /AP << /N %d 0 R >> >>",
                          name, value, NEW_FIELD_FLAGS, page_text, appearance);
  asy_pdf_update_add (signing->update, id, body);
  return g_steal_pointer (&reference);
}

/* The fields of the form with one more, in place when they are an object of their own. */
static char *
extend_fields (Signing *signing, qpdf_oh form, const char *new_field)
{
  qpdf_oh fields = asy_pdf_get (signing->pdf, form, "/Fields");
  g_autofree char *list = NULL;

  if (new_field == NULL)
    return asy_pdf_unparse (signing->pdf, fields);
  list = asy_pdf_dup_array_with (signing->pdf, fields, new_field);
  if (!asy_pdf_update_can_replace (signing->update, fields) || asy_pdf_is_null (signing->pdf, fields))
    return g_steal_pointer (&list);
  asy_pdf_update_replace (signing->update, fields, list);
  return asy_pdf_unparse (signing->pdf, fields);
}

static void
update_form (Signing *signing, const char *new_field)
{
  qpdf_oh root = asy_pdf_get_root (signing->pdf);
  qpdf_oh form = asy_pdf_get (signing->pdf, root, "/AcroForm");
  g_autofree char *fields = extend_fields (signing, form, new_field);
  g_autofree char *flags = g_strdup_printf ("%d", SIGNATURES_EXIST_APPEND_ONLY);
  AsyPdfEntry form_entries[] = { { "/Fields", fields }, { "/SigFlags", flags } };
  g_autofree char *form_text = asy_pdf_dup_dict_with (signing->pdf, form, form_entries, G_N_ELEMENTS (form_entries));
  AsyPdfEntry root_entry = { "/AcroForm", form_text };
  g_autofree char *root_text = NULL;

  if (asy_pdf_update_can_replace (signing->update, form) && !asy_pdf_is_null (signing->pdf, form))
    {
      asy_pdf_update_replace (signing->update, form, form_text);
      return;
    }
  root_text = asy_pdf_dup_dict_with (signing->pdf, root, &root_entry, 1);
  asy_pdf_update_replace (signing->update, root, root_text);
}

static gboolean
is_form_up_to_date (Signing *signing)
{
  gint64 flags = 0;

  asy_pdf_read_int (signing->pdf, asy_pdf_get (signing->pdf, asy_pdf_get (signing->pdf, asy_pdf_get_root (signing->pdf), "/AcroForm"), "/SigFlags"),
                    &flags);
  return (flags & SIGNATURES_EXIST_APPEND_ONLY) == SIGNATURES_EXIST_APPEND_ONLY;
}

static gboolean
add_objects (Signing *signing, const AsyPdfField *field, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%d 0 R", add_signature_dict (signing));
  g_autofree char *new_field = NULL;

  if (field != NULL)
    fill_field (signing, field, value);
  else if ((new_field = add_field (signing, value, error)) == NULL)
    return FALSE;
  if (new_field != NULL || !is_form_up_to_date (signing))
    update_form (signing, new_field);
  return asy_pdf_check (signing->pdf, ASY_SEAL_ERROR_NOT_PDF, error);
}

/* Everything but the signature itself, its angle brackets included in the gap. */
static GBytes *
set_byte_range (Signing *signing, GByteArray *file)
{
  gsize gap_end = signing->contents_at + 2 * (gsize) signing->reserve_bytes + 2;
  g_autofree char *numbers = g_strdup_printf ("%zu %zu %zu", signing->contents_at, gap_end, file->len - gap_end);
  GByteArray *covered = g_byte_array_sized_new (file->len);

  g_assert (strlen (numbers) <= BYTE_RANGE_CHARS);
  memcpy (file->data + signing->byte_range_at, numbers, strlen (numbers));
  g_byte_array_append (covered, file->data, (guint) signing->contents_at);
  g_byte_array_append (covered, file->data + gap_end, (guint) (file->len - gap_end));
  return g_byte_array_free_to_bytes (covered);
}

static gboolean
set_contents (Signing *signing, GByteArray *file, GBytes *cms, GError **error)
{
  static const char digits[] = "0123456789abcdef";
  gsize length;
  const guint8 *der = g_bytes_get_data (cms, &length);
  guint8 *hex = file->data + signing->contents_at + 1;

  if (length > signing->reserve_bytes)
    {
      g_set_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NO_ROOM, "the signature has %zu bytes, %u are reserved", length,
                   signing->reserve_bytes);
      return FALSE;
    }
  for (gsize i = 0; i < length; i++)
    {
      *hex++ = (guint8) digits[der[i] >> 4];
      *hex++ = (guint8) digits[der[i] & 15];
    }
  return TRUE;
}

static char *
dup_id_seed (Signing *signing)
{
  gsize length;

  asy_pdf_get_data (signing->pdf, &length);
  return g_strdup_printf ("%zu %" G_GINT64_FORMAT " %s %s", length, signing->options->time, asy_signer_get_serial (signing->signer),
                          asy_signer_get_issuer (signing->signer));
}

/* Nothing leaves that would not be accepted: read back as a stranger would. */
static gboolean
check_result (GBytes *pdf, GError **error)
{
  gsize length = g_bytes_get_size (pdf);
  g_autoptr (AsyPdf) opened = asy_pdf_open (pdf, length, error);
  g_autoptr (GPtrArray) fields = opened != NULL ? asy_pdf_list_signature_fields (opened, error) : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      qpdf_oh value = ((const AsyPdfField *) fields->pdata[i])->value;
      g_autoptr (AsyCms) cms = NULL;
      AsySignatureRange range;

      if (!asy_signature_read_range (opened, value, &range) || range.end != length)
        continue;
      cms = asy_signature_check (opened, value, &range);
      if (cms->problem == ASY_SIGNATURE_PROBLEM_NONE)
        return TRUE;
    }
  if (fields != NULL)
    g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_FAILED, "the signature that was made does not hold");
  return FALSE;
}

static GBytes *
sign (Signing *signing, const AsyPdfField *field, GError **error)
{
  g_autofree char *id_seed = dup_id_seed (signing);
  g_autoptr (GByteArray) file = NULL;
  g_autoptr (GBytes) covered = NULL;
  g_autoptr (GBytes) cms = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;

  if (!add_objects (signing, field, error))
    return NULL;
  file = asy_pdf_update_finish (signing->update, id_seed);
  covered = set_byte_range (signing, file);
  cms = asy_cms_sign (signing->signer, covered, error);
  if (cms == NULL || !set_contents (signing, file, cms, error))
    return NULL;
  signed_pdf = g_byte_array_free_to_bytes (g_steal_pointer (&file));
  return check_result (signed_pdf, error) ? g_steal_pointer (&signed_pdf) : NULL;
}

static gboolean
check_allowed (AsyPdf *pdf, GError **error)
{
  if (asy_pdf_get_docmdp_level (pdf) != 1)
    return TRUE;
  g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_LOCKED, "a certification allows no change of the PDF");
  return FALSE;
}

static gboolean
check_reserve (const AsyPadesOptions *options, guint *ret_bytes, GError **error)
{
  if (options->reserve_bytes > ASY_PADES_RESERVE_BYTES_MAX)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NO_ROOM, "PDF/A does not allow so long a signature");
      return FALSE;
    }
  *ret_bytes = options->reserve_bytes > 0 ? options->reserve_bytes : ASY_PADES_RESERVE_BYTES;
  return TRUE;
}

GBytes *
asy_pades_sign (GBytes *pdf, AsySigner *signer, const AsyPadesOptions *options, GError **error)
{
  g_autoptr (AsyPdf) opened = NULL;
  g_autoptr (AsyPdfUpdate) update = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  const AsyPdfField *field;
  Signing signing = { 0 };

  g_return_val_if_fail (pdf != NULL && ASY_IS_SIGNER (signer) && options != NULL, NULL);

  if (!asy_signer_check (signer, options->time, error) || !check_reserve (options, &signing.reserve_bytes, error))
    return NULL;
  opened = asy_pdf_open (pdf, g_bytes_get_size (pdf), error);
  if (opened == NULL || !check_allowed (opened, error))
    return NULL;
  fields = asy_pdf_list_signature_fields (opened, error);
  if (fields == NULL)
    return NULL;
  update = asy_pdf_update_new (opened, error);
  if (update == NULL)
    return NULL;
  signing.pdf = opened;
  signing.update = update;
  signing.signer = signer;
  signing.options = options;
  signing.fields = fields;
  if (!choose_field (&signing, &field, error))
    return NULL;
  return sign (&signing, field, error);
}

char **
asy_pades_list_empty_fields (GBytes *pdf, GError **error)
{
  g_autoptr (AsyPdf) opened = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  GPtrArray *names;

  g_return_val_if_fail (pdf != NULL, NULL);

  opened = asy_pdf_open (pdf, g_bytes_get_size (pdf), error);
  if (opened == NULL)
    return NULL;
  fields = asy_pdf_list_signature_fields (opened, error);
  if (fields == NULL)
    return NULL;
  names = g_ptr_array_new ();
  for (guint i = 0; i < fields->len; i++)
    {
      const AsyPdfField *field = fields->pdata[i];

      if (asy_pdf_is_null (opened, field->value))
        g_ptr_array_add (names, g_strdup (field->name));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

gboolean
asy_seal_write_file (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_return_val_if_fail (path != NULL, FALSE);

  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}
