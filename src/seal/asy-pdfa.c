/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-pdfa-private.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-seal-resources.h"
#include "seal/asy-xmp-private.h"

#define PROFILE_PATH "/pl/asysta/Asysta/seal/sRGB.icc"
#define PROFILE_NAME "sRGB IEC61966-2.1"

/* Print and Locked: a field without a face that viewers do not let be moved. */
#define FIELD_FLAGS 132

#define SIGNATURES_EXIST 1

/* What neither XML 1.0 nor a title bar has a place for becomes a blank. */
static char *
dup_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;

  if (text == NULL || text[0] == '\0')
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      g_string_append_unichar (clean, g_unichar_iscntrl (u) || u == 0xFFFE || u == 0xFFFF ? ' ' : u);
    }
  return g_string_free (clean, FALSE);
}

static qpdf_oh
new_stream (qpdf_data qpdf, GBytes *data)
{
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);
  qpdf_oh none = qpdf_oh_new_null (qpdf);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (data, &length);

  qpdf_oh_replace_stream_data (qpdf, stream, bytes, length, none, none);
  return stream;
}

static void
put (qpdf_data qpdf, qpdf_oh dict, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (qpdf, dict, key, value);
}

static void
put_name (qpdf_data qpdf, qpdf_oh dict, const char *key, const char *name)
{
  put (qpdf, dict, key, qpdf_oh_new_name (qpdf, name));
}

static void
put_text (qpdf_data qpdf, qpdf_oh dict, const char *key, const char *text)
{
  if (text != NULL)
    put (qpdf, dict, key, qpdf_oh_new_unicode_string (qpdf, text));
}

/* What Cairo wrote about itself goes: information and XMP must say the same (6.6.2). */
static void
replace_information (AsyPdf *pdf, const AsyPdfaInfo *info)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);
  qpdf_oh dict = qpdf_oh_new_dictionary (qpdf);
  g_autofree char *created = asy_pdf_format_time (info->created);

  put_text (qpdf, dict, "/Title", info->title);
  put_text (qpdf, dict, "/Author", info->author);
  put_text (qpdf, dict, "/Subject", info->subject);
  put_text (qpdf, dict, "/Keywords", info->keywords);
  put_text (qpdf, dict, "/Producer", info->producer);
  put_text (qpdf, dict, "/CreationDate", created);
  put_text (qpdf, dict, "/ModDate", created);
  put (qpdf, asy_pdf_get_trailer (pdf), "/Info", qpdf_make_indirect_object (qpdf, dict));
}

static void
add_metadata (AsyPdf *pdf, const AsyPdfaInfo *info)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);
  g_autoptr (GBytes) packet = asy_xmp_build (info);
  qpdf_oh stream = new_stream (qpdf, packet);
  qpdf_oh dict = qpdf_oh_get_dict (qpdf, stream);

  put_name (qpdf, dict, "/Type", "/Metadata");
  put_name (qpdf, dict, "/Subtype", "/XML");
  put (qpdf, asy_pdf_get_root (pdf), "/Metadata", stream);
}

static gboolean
add_output_intent (AsyPdf *pdf, GError **error)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);
  g_autoptr (GBytes) profile = g_resource_lookup_data (asy_seal_get_resource (), PROFILE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  qpdf_oh stream, intent, list;

  if (profile == NULL)
    return FALSE;
  stream = new_stream (qpdf, profile);
  put (qpdf, qpdf_oh_get_dict (qpdf, stream), "/N", qpdf_oh_new_integer (qpdf, 3));
  intent = qpdf_oh_new_dictionary (qpdf);
  put_name (qpdf, intent, "/Type", "/OutputIntent");
  put_name (qpdf, intent, "/S", "/GTS_PDFA1");
  put_text (qpdf, intent, "/OutputConditionIdentifier", PROFILE_NAME);
  put_text (qpdf, intent, "/Info", PROFILE_NAME);
  put (qpdf, intent, "/DestOutputProfile", stream);
  list = qpdf_oh_new_array (qpdf);
  qpdf_oh_append_item (qpdf, list, qpdf_make_indirect_object (qpdf, intent));
  put (qpdf, asy_pdf_get_root (pdf), "/OutputIntents", list);
  return TRUE;
}

static void
add_viewing (AsyPdf *pdf, const AsyPdfaInfo *info)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);
  qpdf_oh root = asy_pdf_get_root (pdf);
  qpdf_oh preferences = asy_pdf_get (pdf, root, "/ViewerPreferences");

  put_text (qpdf, root, "/Lang", info->language != NULL ? info->language : "pl-PL");
  if (!qpdf_oh_is_dictionary (qpdf, preferences))
    {
      preferences = qpdf_oh_new_dictionary (qpdf);
      put (qpdf, root, "/ViewerPreferences", preferences);
    }
  put (qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (qpdf, QPDF_TRUE));
}

/* A widget without an area needs no appearance by the standard; validators ask for one all the same. */
static qpdf_oh
new_empty_appearance (qpdf_data qpdf)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  qpdf_oh form = new_stream (qpdf, nothing);
  qpdf_oh dict = qpdf_oh_get_dict (qpdf, form);
  qpdf_oh appearance = qpdf_oh_new_dictionary (qpdf);

  put_name (qpdf, dict, "/Type", "/XObject");
  put_name (qpdf, dict, "/Subtype", "/Form");
  put (qpdf, dict, "/BBox", qpdf_oh_parse (qpdf, "[0 0 0 0]"));
  put (qpdf, dict, "/Resources", qpdf_oh_new_dictionary (qpdf));
  put (qpdf, appearance, "/N", form);
  return appearance;
}

static qpdf_oh
new_signature_field (qpdf_data qpdf, const char *name, qpdf_oh page)
{
  qpdf_oh field = qpdf_oh_new_dictionary (qpdf);

  put_name (qpdf, field, "/Type", "/Annot");
  put_name (qpdf, field, "/Subtype", "/Widget");
  put_name (qpdf, field, "/FT", "/Sig");
  put_text (qpdf, field, "/T", name);
  put (qpdf, field, "/F", qpdf_oh_new_integer (qpdf, FIELD_FLAGS));
  put (qpdf, field, "/Rect", qpdf_oh_parse (qpdf, "[0 0 0 0]"));
  put (qpdf, field, "/P", page);
  put (qpdf, field, "/AP", new_empty_appearance (qpdf));
  return qpdf_make_indirect_object (qpdf, field);
}

static void
add_signature_fields (AsyPdf *pdf, const char *const *names)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);
  qpdf_oh page = qpdf_get_page_n (qpdf, 0);
  qpdf_oh annotations = asy_pdf_get (pdf, page, "/Annots");
  qpdf_oh fields = qpdf_oh_new_array (qpdf);
  qpdf_oh form = qpdf_oh_new_dictionary (qpdf);

  if (!qpdf_oh_is_array (qpdf, annotations))
    {
      annotations = qpdf_oh_new_array (qpdf);
      put (qpdf, page, "/Annots", annotations);
    }
  for (gsize i = 0; names[i] != NULL; i++)
    {
      qpdf_oh field = new_signature_field (qpdf, names[i], page);

      qpdf_oh_append_item (qpdf, fields, field);
      qpdf_oh_append_item (qpdf, annotations, field);
    }
  put (qpdf, form, "/Fields", fields);
  put (qpdf, form, "/SigFlags", qpdf_oh_new_integer (qpdf, SIGNATURES_EXIST));
  put (qpdf, asy_pdf_get_root (pdf), "/AcroForm", qpdf_make_indirect_object (qpdf, form));
}

static GBytes *
write_pdf (AsyPdf *pdf, AsyPdfaPart part, GError **error)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);

  if ((qpdf_init_write_memory (qpdf) & QPDF_ERRORS) == 0)
    {
      if (part == ASY_PDFA_1B)
        qpdf_force_pdf_version (qpdf, "1.4");
      else
        qpdf_set_minimum_pdf_version (qpdf, "1.7");
      qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
      qpdf_set_newline_before_endstream (qpdf, QPDF_TRUE);
      /* An identifier from the content, not from the clock: equal papers are equal bytes. */
      qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
      (void) qpdf_write (qpdf); /* asked for below */
    }
  if (!asy_pdf_check (pdf, ASY_SEAL_ERROR_FAILED, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

static gboolean
is_unsigned (AsyPdf *pdf, GError **error)
{
  g_autoptr (GPtrArray) fields = asy_pdf_list_signature_fields (pdf, error);

  if (fields == NULL)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    {
      const AsyPdfField *field = fields->pdata[i];

      if (asy_pdf_is_null (pdf, field->value))
        continue;
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_HAS_SIGNATURES, "the PDF is signed, finishing would break that");
      return FALSE;
    }
  return TRUE;
}

static GBytes *
finish (AsyPdf *pdf, const AsyPdfaInfo *info, GError **error)
{
  if (qpdf_get_num_pages (asy_pdf_get_qpdf (pdf)) < 1)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "the PDF has no page");
      return NULL;
    }
  if (!is_unsigned (pdf, error) || !asy_pdfa_repair_objects (pdf, info->part, error) || !add_output_intent (pdf, error))
    return NULL;
  replace_information (pdf, info);
  add_metadata (pdf, info);
  add_viewing (pdf, info);
  if (info->signature_fields != NULL && info->signature_fields[0] != NULL)
    add_signature_fields (pdf, info->signature_fields);
  return write_pdf (pdf, info->part, error);
}

GBytes *
asy_pdfa_finish (GBytes *raw_pdf, const AsyPdfaInfo *info, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *keywords = NULL;
  g_autofree char *producer = NULL;
  g_autoptr (AsyPdf) pdf = NULL;
  AsyPdfaInfo clean;

  g_return_val_if_fail (raw_pdf != NULL && info != NULL, NULL);

  pdf = asy_pdf_open (raw_pdf, g_bytes_get_size (raw_pdf), error);
  if (pdf == NULL)
    return NULL;
  clean = *info;
  clean.title = title = dup_clean (info->title);
  clean.author = author = dup_clean (info->author);
  clean.subject = subject = dup_clean (info->subject);
  clean.keywords = keywords = dup_clean (info->keywords);
  clean.producer = producer = dup_clean (info->producer);
  return finish (pdf, &clean, error);
}
