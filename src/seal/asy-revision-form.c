/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-revision-private.h"

/* A face of a signature that covers more than a third of its page is no stamp, it is another page. */
#define STAMP_SHARE_MAX (1.0 / 3.0)

#define PAGE_TREE_DEPTH_MAX 64

static void
learn_empty_field (AsyRevision *self, qpdf_oh field)
{
  gpointer key = asy_revision_get_key (self->before, field);

  if (key != NULL)
    g_hash_table_insert (self->roles, key, GINT_TO_POINTER (ASY_REVISION_ROLE_EMPTY_FIELD));
}

gboolean
asy_revision_learn_fields (AsyRevision *self)
{
  g_autoptr (GPtrArray) old_fields = asy_pdf_list_signature_fields (self->before, NULL);
  g_autoptr (GPtrArray) new_fields = asy_pdf_list_signature_fields (self->after, NULL);

  if (old_fields == NULL || new_fields == NULL)
    return FALSE;
  for (guint i = 0; i < old_fields->len; i++)
    {
      const AsyPdfField *field = old_fields->pdata[i];
      qpdf_oh kids = asy_pdf_get (self->before, field->field, "/Kids");

      if (!asy_pdf_is_null (self->before, field->value))
        continue;
      learn_empty_field (self, field->field);
      for (int k = 0; k < asy_pdf_get_n_items (self->before, kids); k++)
        learn_empty_field (self, asy_pdf_get_item (self->before, kids, k));
    }
  for (guint i = 0; i < new_fields->len; i++)
    {
      gpointer key = asy_revision_get_key (self->after, ((const AsyPdfField *) new_fields->pdata[i])->field);

      if (key != NULL)
        g_hash_table_add (self->new_fields, key);
    }
  return TRUE;
}

static gboolean
is_one_of (const char *key, const char *const *keys)
{
  return g_strv_contains (keys, key);
}

/* A field that was not there: a signature field by itself, without actions and without kids that nobody looks at. */
static void
check_new_field (AsyRevision *self, qpdf_oh field)
{
  static const char *const allowed[] = { "/Type", "/Subtype", "/FT", "/T",  "/TU", "/TM",     "/V", "/F", "/Ff",   "/Rect", "/P",  "/AP",
                                         "/AS",   "/MK",      "/DA", "/DR", "/BS", "/Border", "/M", "/NM", "/Lock", "/SV",   "/H", NULL };
  g_auto (GStrv) keys = asy_pdf_dup_keys (self->after, field);

  if (!asy_pdf_is_name (self->after, asy_pdf_get (self->after, field, "/FT"), "/Sig"))
    asy_revision_add_change (self->changes, "form", "a form field was added");
  for (gsize i = 0; keys[i] != NULL; i++)
    if (!is_one_of (keys[i], allowed))
      asy_revision_add_change (self->changes, "form", "a signature field was added that is more than that");
  self->n_signed++;
}

static void
compare_fields (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  int n_before = asy_pdf_get_n_items (self->before, before);
  int n_after = asy_pdf_get_n_items (self->after, after);

  if (n_after < n_before)
    asy_revision_add_change (self->changes, "form", "a form field was removed");
  for (int i = 0; i < n_after; i++)
    {
      qpdf_oh field = asy_pdf_get_item (self->after, after, i);

      if (i < n_before)
        asy_revision_compare_value (self, asy_pdf_get_item (self->before, before, i), field, "form");
      else
        check_new_field (self, field);
    }
}

/* Fonts for fields may be added; those that were there keep their names and looks. */
static void
compare_resources (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  g_auto (GStrv) kinds = asy_pdf_dup_keys (self->before, before);

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      qpdf_oh old_kind = asy_pdf_get (self->before, before, kinds[i]);
      qpdf_oh new_kind = asy_pdf_get (self->after, after, kinds[i]);
      g_auto (GStrv) names = asy_pdf_dup_keys (self->before, old_kind);

      for (gsize k = 0; names[k] != NULL; k++)
        asy_revision_compare_value (self, asy_pdf_get (self->before, old_kind, names[k]), asy_pdf_get (self->after, new_kind, names[k]), "form");
    }
}

static gboolean
on_form_key_cb (AsyRevision *self, const char *key, qpdf_oh before, qpdf_oh after)
{
  if (strcmp (key, "/Fields") == 0)
    compare_fields (self, before, after);
  else if (strcmp (key, "/DR") == 0)
    compare_resources (self, before, after);
  else if (strcmp (key, "/DA") == 0)
    return asy_pdf_is_null (self->before, before);
  else if (strcmp (key, "/SigFlags") != 0)
    return FALSE;
  return TRUE;
}

void
asy_revision_compare_form (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  asy_revision_compare_dict (self, before, after, "form", on_form_key_cb);
}

static gboolean
is_filled (AsyRevision *self, qpdf_oh field)
{
  return !asy_pdf_is_null (self->after, asy_pdf_get (self->after, field, "/V"))
         || !asy_pdf_is_null (self->after, asy_pdf_get (self->after, asy_pdf_get (self->after, field, "/Parent"), "/V"));
}

static gboolean
on_empty_field_key_cb (AsyRevision *self, const char *key, qpdf_oh before, qpdf_oh after)
{
  /* The face is judged by its size on the page, with all that is new there. */
  static const char *const allowed[] = { "/AP", "/AS", "/F", "/MK", "/DA", "/M", NULL };

  if (strcmp (key, "/V") == 0)
    {
      self->n_signed++;
      return TRUE;
    }
  return is_one_of (key, allowed);
}

void
asy_revision_compare_empty_field (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  asy_revision_compare_dict (self, before, after, "form", is_filled (self, after) ? on_empty_field_key_cb : NULL);
}

static gboolean
read_area (AsyPdf *pdf, qpdf_oh rectangle, double *ret_area)
{
  double at[4];

  if (asy_pdf_get_n_items (pdf, rectangle) != 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    if (!qpdf_oh_get_value_as_number (asy_pdf_get_qpdf (pdf), asy_pdf_get_item (pdf, rectangle, i), &at[i]))
      return FALSE;
  *ret_area = ABS (at[2] - at[0]) * ABS (at[3] - at[1]);
  return TRUE;
}

static gboolean
read_page_area (AsyPdf *pdf, qpdf_oh page, double *ret_area)
{
  for (int depth = 0; depth < PAGE_TREE_DEPTH_MAX; depth++)
    {
      qpdf_oh box = asy_pdf_get (pdf, page, "/MediaBox");

      if (!asy_pdf_is_null (pdf, box))
        return read_area (pdf, box, ret_area);
      page = asy_pdf_get (pdf, page, "/Parent");
    }
  return FALSE;
}

/* A new face on a page: of somebody who signed, or so small that it is none. */
static void
check_stamp (AsyRevision *self, qpdf_oh page, qpdf_oh widget)
{
  double area, page_area;

  if (!is_filled (self, widget) && (!read_area (self->after, asy_pdf_get (self->after, widget, "/Rect"), &area) || area > 0))
    asy_revision_add_change (self->changes, "annotation", "a field was added that shows something and is not signed");
  if (read_area (self->after, asy_pdf_get (self->after, widget, "/Rect"), &area) && read_page_area (self->after, page, &page_area)
      && area <= page_area * STAMP_SHARE_MAX)
    return;
  asy_revision_add_change (self->changes, "overlay", "a later signature covers a large part of a page");
}

static void
compare_annotation (AsyRevision *self, qpdf_oh page, qpdf_oh before, qpdf_oh after)
{
  gpointer role = g_hash_table_lookup (self->roles, asy_revision_get_key (self->before, before));

  asy_revision_compare_value (self, before, after, "annotation");
  if (GPOINTER_TO_INT (role) == ASY_REVISION_ROLE_EMPTY_FIELD && is_filled (self, after))
    check_stamp (self, page, after);
}

void
asy_revision_compare_annotations (AsyRevision *self, qpdf_oh page, qpdf_oh before, qpdf_oh after)
{
  int n_before = asy_pdf_get_n_items (self->before, before);
  int n_after = asy_pdf_get_n_items (self->after, after);

  if (n_after < n_before)
    asy_revision_add_change (self->changes, "annotation", "an annotation was removed");
  for (int i = 0; i < n_after; i++)
    {
      qpdf_oh annotation = asy_pdf_get_item (self->after, after, i);

      if (i < n_before)
        compare_annotation (self, page, asy_pdf_get_item (self->before, before, i), annotation);
      else if (g_hash_table_contains (self->new_fields, asy_revision_get_key (self->after, annotation)))
        check_stamp (self, page, annotation);
      else
        asy_revision_add_change (self->changes, "annotation", "an annotation was added");
    }
}
