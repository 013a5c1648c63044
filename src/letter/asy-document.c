/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include <cairo-pdf.h>

#include "letter/asy-compose-private.h"
#include "letter/asy-document.h"
#include "letter/asy-letter-error-private.h"

struct _AsyDocument
{
  GObject parent_instance;

  char *title;
  AsyTypesetter *typesetter;
  AsySheet *sheet;
};

G_DEFINE_FINAL_TYPE (AsyDocument, asy_document, G_TYPE_OBJECT)

static void
asy_document_finalize (GObject *object)
{
  AsyDocument *self = ASY_DOCUMENT (object);

  g_free (self->title);
  /* The boxes of the sheet hold on to the font map of the typesetter. */
  g_clear_pointer (&self->sheet, _asy_sheet_free);
  g_clear_pointer (&self->typesetter, _asy_typesetter_free);
  G_OBJECT_CLASS (asy_document_parent_class)->finalize (object);
}

static void
asy_document_class_init (AsyDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_document_finalize;
}

static void
asy_document_init (AsyDocument *self)
{
}

AsyDocument *
asy_document_new (AsyTemplate *template_, AsyPaperData *data, GError **error)
{
  g_autoptr(AsyTypesetter) typesetter = NULL;
  g_autoptr(AsySheet) sheet = NULL;
  AsyDocument *self;

  g_return_val_if_fail (template_ != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  if (!asy_template_check_data (template_, data, error))
    return NULL;
  typesetter = _asy_typesetter_new (asy_template_get_lang (template_), _asy_compose_get_size (template_));
  sheet = _asy_compose (template_, typesetter, data, error);
  if (sheet == NULL)
    return NULL;
  self = g_object_new (ASY_TYPE_DOCUMENT, NULL);
  self->title = g_strdup (asy_template_get_title (template_));
  self->typesetter = g_steal_pointer (&typesetter);
  self->sheet = g_steal_pointer (&sheet);
  return self;
}

gboolean
asy_document_check_fonts (GError **error)
{
  static const char *const families[] = { "Liberation Serif", "Liberation Mono" };
  g_autoptr(AsyTypesetter) typesetter = _asy_typesetter_new ("pl", 11);

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      PangoFontDescription *wanted = pango_font_description_new ();
      g_autoptr(PangoFont) font = NULL;
      PangoFontDescription *found = NULL;
      gboolean is_same;

      pango_font_description_set_family_static (wanted, families[i]);
      pango_font_description_set_size (wanted, 11 * PANGO_SCALE);
      font = pango_context_load_font (typesetter->context, wanted);
      found = font != NULL ? pango_font_describe (font) : NULL;
      is_same = found != NULL && g_strcmp0 (pango_font_description_get_family (found), families[i]) == 0;
      pango_font_description_free (wanted);
      g_clear_pointer (&found, pango_font_description_free);
      if (!is_same)
        {
          asy_letter_set_error (error, ASY_LETTER_ERROR_FONT, 0, "the type family %s is not installed", families[i]);
          return FALSE;
        }
    }
  return TRUE;
}

guint
asy_document_get_n_pages (AsyDocument *self)
{
  g_return_val_if_fail (ASY_IS_DOCUMENT (self), 0);
  return self->sheet->pages->len;
}

void
asy_document_get_page_size (AsyDocument *self, double *ret_width_pt, double *ret_height_pt)
{
  g_return_if_fail (ASY_IS_DOCUMENT (self));

  if (ret_width_pt != NULL)
    *ret_width_pt = self->sheet->page_width;
  if (ret_height_pt != NULL)
    *ret_height_pt = self->sheet->page_height;
}

guint
asy_document_get_n_words (AsyDocument *self)
{
  g_return_val_if_fail (ASY_IS_DOCUMENT (self), 0);
  return self->sheet->n_words;
}

static gboolean
find_strip (const AsySheet *sheet, guint strip, guint *ret_page, double *ret_y)
{
  for (guint page = 0; page < sheet->pages->len; page++)
    {
      const GArray *placed = g_ptr_array_index (sheet->pages, page);

      for (guint i = 0; i < placed->len; i++)
        if (g_array_index (placed, AsyPlaced, i).strip == strip)
          {
            *ret_page = page;
            *ret_y = g_array_index (placed, AsyPlaced, i).y;
            return TRUE;
          }
    }
  return FALSE;
}

gboolean
asy_document_find_section (AsyDocument *self, const char *key, guint *ret_page, double *ret_y_pt)
{
  g_return_val_if_fail (ASY_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  for (guint i = 0; i < self->sheet->stops->len; i++)
    {
      const AsyStop *stop = &g_array_index (self->sheet->stops, AsyStop, i);
      guint page = 0;
      double y = 0;

      if (g_strcmp0 (stop->key, key) != 0 || !find_strip (self->sheet, stop->strip, &page, &y))
        continue;
      if (ret_page != NULL)
        *ret_page = page;
      if (ret_y_pt != NULL)
        *ret_y_pt = y;
      return TRUE;
    }
  return FALSE;
}

/* The painter. */

static void
paint_trend (const AsySheetTrend *drawn, const AsyMark *mark, cairo_t *cr, double x, double y)
{
  const AsyTrendLook look = { .line = { 0.25, 0.25, 0.25 }, .grid = { 0.75, 0.75, 0.75 }, .focus = -1 };

  asy_trend_draw (drawn->trend, &drawn->scale, &look, cr, x + mark->x, y + mark->y, mark->w);
}

static void
paint_mark (const AsySheet *sheet, const AsyMark *mark, cairo_t *cr, double x, double y)
{
  static const double dots[] = { 0.7, 2.0 };

  if (mark->kind == ASY_MARK_TREND)
    {
      paint_trend (&g_array_index (sheet->trends, AsySheetTrend, mark->trend), mark, cr, x, y);
      return;
    }

  cairo_set_source_rgb (cr, mark->gray, mark->gray, mark->gray);
  if (mark->kind == ASY_MARK_TINT)
    {
      cairo_rectangle (cr, x + mark->x, y + mark->y, mark->w, mark->h);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, mark->thickness);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dots, mark->kind == ASY_MARK_DOTS ? 2 : 0, 0);
  cairo_move_to (cr, x + mark->x, y + mark->y);
  cairo_rel_line_to (cr, mark->w, mark->h);
  cairo_stroke (cr);
}

/* Marks in the order in which they were added, the words over all of them. */
static void
paint_strip (const AsySheet *sheet, const AsyStrip *strip, cairo_t *cr, double y)
{
  for (guint i = 0; i < strip->n_marks; i++)
    paint_mark (sheet, &g_array_index (sheet->marks, AsyMark, strip->first_mark + i), cr, sheet->left, y);
  for (guint i = 0; i < strip->n_pieces; i++)
    {
      const AsyPiece *piece = &g_array_index (sheet->pieces, AsyPiece, strip->first_piece + i);

      _asy_textbox_draw (piece->box, cr, sheet->left + piece->x, y + piece->y, piece->first, piece->n_lines);
    }
}

void
asy_document_draw_page (AsyDocument *self, cairo_t *cr, guint page)
{
  const GArray *placed;

  g_return_if_fail (ASY_IS_DOCUMENT (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < self->sheet->pages->len);

  placed = g_ptr_array_index (self->sheet->pages, page);
  cairo_save (cr);
  for (guint i = 0; i < placed->len; i++)
    {
      const AsyPlaced *place = &g_array_index (placed, AsyPlaced, i);

      paint_strip (self->sheet, &g_array_index (self->sheet->strips, AsyStrip, place->strip), cr, place->y);
    }
  cairo_restore (cr);
}

/* The file. */

static const char *
get_tag (AsyRole role)
{
  switch (role)
    {
    case ASY_ROLE_TITLE:
      return "H1";
    case ASY_ROLE_HEADING:
      return "H2";
    case ASY_ROLE_SUBHEADING:
      return "H3";
    case ASY_ROLE_PARA:
      return "P";
    case ASY_ROLE_DECOR:
    default:
      return NULL;
    }
}

/* As asy_document_draw_page(), with the structure of the text around it. A
 * paragraph is closed at the end of a page: a tag over two pages is read as
 * two by most readers anyway. */
static void
draw_tagged_page (AsyDocument *self, cairo_t *cr, guint page)
{
  const GArray *placed = g_ptr_array_index (self->sheet->pages, page);
  const char *open_tag = NULL;
  guint open_block = 0;

  for (guint i = 0; i < placed->len; i++)
    {
      const AsyPlaced *place = &g_array_index (placed, AsyPlaced, i);
      const AsyStrip *strip = &g_array_index (self->sheet->strips, AsyStrip, place->strip);
      const char *tag = get_tag (strip->role);

      if (open_tag != NULL && (tag == NULL || strip->block != open_block || g_strcmp0 (tag, open_tag) != 0))
        {
          cairo_tag_end (cr, open_tag);
          open_tag = NULL;
        }
      if (tag != NULL && open_tag == NULL)
        {
          cairo_tag_begin (cr, tag, NULL);
          open_tag = tag;
          open_block = strip->block;
        }
      paint_strip (self->sheet, strip, cr, place->y);
    }
  if (open_tag != NULL)
    cairo_tag_end (cr, open_tag);
}

static void
set_metadata (AsyDocument *self, cairo_surface_t *surface, const AsyDocumentMeta *meta)
{
  const struct
  {
    cairo_pdf_metadata_t key;
    const char *value;
  } rows[] = {
    { CAIRO_PDF_METADATA_TITLE, meta->title != NULL ? meta->title : self->title },
    { CAIRO_PDF_METADATA_AUTHOR, meta->author },
    { CAIRO_PDF_METADATA_SUBJECT, meta->subject },
    { CAIRO_PDF_METADATA_KEYWORDS, meta->keywords },
    { CAIRO_PDF_METADATA_CREATOR, "Asysta" },
    { CAIRO_PDF_METADATA_CREATE_DATE, meta->created },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].value != NULL)
      cairo_pdf_surface_set_metadata (surface, rows[i].key, rows[i].value);
}

static void
add_outline (AsyDocument *self, cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->sheet->stops->len; i++)
    {
      const AsyStop *stop = &g_array_index (self->sheet->stops, AsyStop, i);
      g_autofree char *link = NULL;
      guint page = 0;
      double y = 0;
      int id;

      if (!find_strip (self->sheet, stop->strip, &page, &y))
        continue;
      /* Whole points: a decimal comma of the locale must not get in. */
      link = g_strdup_printf ("page=%u pos=[%d %d]", page + 1, (int) self->sheet->left, (int) y);
      id = cairo_pdf_surface_add_outline (surface, stop->level > 1 ? parent : CAIRO_PDF_OUTLINE_ROOT, stop->title, link,
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
      if (stop->level <= 1)
        parent = id;
    }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
write_pages (AsyDocument *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint page = 0; page < self->sheet->pages->len; page++)
    {
      draw_tagged_page (self, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
asy_document_write_pdf (AsyDocument *self, const AsyDocumentMeta *meta, GError **error)
{
  g_autoptr(GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (ASY_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (meta != NULL && meta->created != NULL, NULL);

  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->sheet->page_width, self->sheet->page_height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_metadata (self, surface, meta);
  status = write_pages (self, surface);
  add_outline (self, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  asy_letter_set_error (error, ASY_LETTER_ERROR_RENDER, 0, "the paper cannot be drawn: %s", cairo_status_to_string (status));
  return NULL;
}
