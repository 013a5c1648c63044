/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "letter/asy-textbox-private.h"

#define SERIF "Liberation Serif"
#define MONO "Liberation Mono"

/* A blank wider than this part of the size of the type is a hole in the page. */
#define WIDEST_BLANK 0.95

static const struct
{
  const char *family;
  double size;                  /* of the size of the body */
  double leading;               /* of the own size */
  AsyAlign align;
  gboolean is_bold;
  double spacing_pt;            /* between letters */
  double gray;
} styles[] = {
  [ASY_STYLE_BODY] = { SERIF, 1.0, 1.33, ASY_ALIGN_JUSTIFY, FALSE, 0, 0 },
  [ASY_STYLE_TITLE] = { SERIF, 14.0 / 11, 1.3, ASY_ALIGN_CENTER, TRUE, 0.5, 0 },
  [ASY_STYLE_SUBTITLE] = { SERIF, 1.0, 1.33, ASY_ALIGN_CENTER, FALSE, 0, 0 },
  [ASY_STYLE_HEADING] = { SERIF, 11.5 / 11, 1.3, ASY_ALIGN_LEFT, TRUE, 0, 0 },
  [ASY_STYLE_SUBHEADING] = { SERIF, 1.0, 1.33, ASY_ALIGN_LEFT, TRUE, 0, 0 },
  [ASY_STYLE_LINE] = { SERIF, 1.0, 1.3, ASY_ALIGN_LEFT, FALSE, 0, 0 },
  [ASY_STYLE_SMALL] = { SERIF, 9.5 / 11, 1.3, ASY_ALIGN_LEFT, FALSE, 0, 0 },
  [ASY_STYLE_SOURCE] = { SERIF, 8.5 / 11, 1.3, ASY_ALIGN_LEFT, FALSE, 0, 0.3 },
  [ASY_STYLE_TABLE] = { SERIF, 10.0 / 11, 1.25, ASY_ALIGN_LEFT, FALSE, 0, 0 },
  [ASY_STYLE_TABLE_SMALL] = { SERIF, 9.0 / 11, 1.22, ASY_ALIGN_LEFT, FALSE, 0, 0 },
  [ASY_STYLE_TABLE_HEAD] = { SERIF, 9.0 / 11, 1.22, ASY_ALIGN_LEFT, TRUE, 0, 0 },
  [ASY_STYLE_BAND] = { SERIF, 8.5 / 11, 1.25, ASY_ALIGN_LEFT, FALSE, 0, 0.25 },
  [ASY_STYLE_NOTICE] = { SERIF, 9.0 / 11, 1.3, ASY_ALIGN_CENTER, TRUE, 1.2, 0.25 },
  [ASY_STYLE_GRID] = { SERIF, 8.0 / 11, 1.16, ASY_ALIGN_LEFT, FALSE, 0, 0 },
  [ASY_STYLE_GRID_DAY] = { SERIF, 9.5 / 11, 1.22, ASY_ALIGN_CENTER, FALSE, 0, 0 },
  [ASY_STYLE_CODE] = { MONO, 16.0 / 11, 1.3, ASY_ALIGN_CENTER, TRUE, 0, 0 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (styles) == ASY_STYLE_LAST + 1);

/* A font map that has found its fonts saves the next paper some 6 ms, which a
 * preview feels at every letter typed. One belongs to one paper at a time and
 * rests here in between, so no two threads ever share it. */
#define MAPS_KEPT 3

static GMutex maps_lock;
static PangoFontMap *maps[MAPS_KEPT];

static PangoFontMap *
take_font_map (void)
{
  PangoFontMap *map = NULL;

  g_mutex_lock (&maps_lock);
  for (guint i = 0; i < MAPS_KEPT && map == NULL; i++)
    map = g_steal_pointer (&maps[i]);
  g_mutex_unlock (&maps_lock);
  if (map != NULL)
    return map;
  map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  return map;
}

static void
give_font_map (PangoFontMap *map)
{
  g_mutex_lock (&maps_lock);
  for (guint i = 0; i < MAPS_KEPT && map != NULL; i++)
    if (maps[i] == NULL)
      maps[i] = g_steal_pointer (&map);
  g_mutex_unlock (&maps_lock);
  g_clear_object (&map);
}

/* Lines break the same on every screen and printer: no hinting, no rounding,
 * one unit is one point. */
static void
make_context (AsyTypesetter *self, const char *lang)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->font_map = take_font_map ();
  self->context = pango_font_map_create_context (self->font_map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (lang));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
}

AsyTypesetter *
_asy_typesetter_new (const char *lang, double size_pt)
{
  AsyTypesetter *self = g_new0 (AsyTypesetter, 1);

  self->size_pt = size_pt;
  make_context (self, lang);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family_static (self->fonts[i], styles[i].family);
      pango_font_description_set_absolute_size (self->fonts[i], pango_units_from_double (styles[i].size * size_pt));
      if (styles[i].is_bold)
        pango_font_description_set_weight (self->fonts[i], PANGO_WEIGHT_BOLD);
    }
  return self;
}

void
_asy_typesetter_free (AsyTypesetter *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (self->fonts); i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  give_font_map (self->font_map);
  g_free (self);
}

double
_asy_typesetter_get_leading (const AsyTypesetter *self, AsyStyle style)
{
  return styles[style].size * styles[style].leading * self->size_pt;
}

static void
insert_span (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
make_attributes (const AsyRich *rich, const char *text, AsyStyle style)
{
  PangoAttrList *list = pango_attr_list_new ();

  /* Ligatures would come out of the file as single characters (U+FB01). */
  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  if (styles[style].spacing_pt > 0)
    pango_attr_list_insert (list, pango_attr_letter_spacing_new (pango_units_from_double (styles[style].spacing_pt)));
  for (guint i = 0; i < rich->spans->len; i++)
    {
      const AsyRichSpan *span = &g_array_index (rich->spans, AsyRichSpan, i);
      guint start = (guint) (g_utf8_offset_to_pointer (text, span->start) - text);
      guint end = (guint) (g_utf8_offset_to_pointer (text, span->end) - text);

      if (span->flags & ASY_RICH_STRONG)
        insert_span (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      if (span->flags & ASY_RICH_MISSING)
        {
          insert_span (list, pango_attr_background_new (0xfd00, 0xf0d0, 0xd000), start, end);
          insert_span (list, pango_attr_foreground_new (0x8000, 0x5300, 0), start, end);
        }
    }
  return list;
}

/* In the few lines of an address „we” and „dla” look as lost as „w”. Replaces
 * characters one by one, so that spans stay. */
static char *
tie_short_words (const char *text)
{
  GString *tied = g_string_new (NULL);
  guint n_letters = 0;
  gboolean is_word = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' && is_word && n_letters > 0 && n_letters <= 3)
        g_string_append (tied, ASY_TEXT_NBSP);
      else
        g_string_append_unichar (tied, c);
      is_word = g_unichar_isspace (c) || (is_word && g_unichar_islower (c));
      n_letters = g_unichar_isspace (c) ? 0 : n_letters + 1;
    }
  return g_string_free (tied, FALSE);
}

static char *
polish_text (const AsyRich *rich, const AsyTextboxSpec *spec)
{
  g_autofree char *text = asy_text_typography (rich->text->str);

  return spec->ties_short_words ? tie_short_words (text) : g_steal_pointer (&text);
}

static PangoLayout *
make_layout (AsyTypesetter *typesetter, const AsyRich *rich, const AsyTextbox *self, const AsyTextboxSpec *spec)
{
  PangoLayout *layout = pango_layout_new (typesetter->context);
  g_autofree char *text = polish_text (rich, spec);
  PangoAttrList *attributes = make_attributes (rich, text, self->style);

  pango_layout_set_font_description (layout, typesetter->fonts[self->style]);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, pango_units_from_double (MAX (self->width_pt, 1)));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (spec->max_lines > 0)
    {
      pango_layout_set_height (layout, -(int) spec->max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  if (self->align == ASY_ALIGN_CENTER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if (self->align == ASY_ALIGN_RIGHT)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_attr_list_unref (attributes);
  return layout;
}

static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n_words++;
        }
    }
  return n_words;
}

/* The widest blank of a stretched line, in points. */
static double
measure_blanks (PangoLayoutLine *line, const char *text)
{
  int widest = 0;

  for (GSList *item = line->runs; item != NULL; item = item->next)
    {
      PangoGlyphItemIter iter;
      gboolean more;

      for (more = pango_glyph_item_iter_init_start (&iter, item->data, text); more; more = pango_glyph_item_iter_next_cluster (&iter))
        {
          gunichar c = g_utf8_get_char (text + iter.start_index);

          if ((c == ' ' || c == 0xa0) && iter.end_index < line->start_index + line->length)
            widest = MAX (widest, iter.glyph_item->glyphs->glyphs[iter.start_glyph].geometry.width);
        }
    }
  return pango_units_to_double (widest);
}

/* Stretches the lines, but not those that would get holes: these are taken
 * from a second, ragged setting, whose lines break at the same places. */
static void
justify (AsyTextbox *self, double size_pt)
{
  const char *text = pango_layout_get_text (self->layout);
  GSList *line;
  guint i = 0;

  self->ragged = pango_layout_copy (self->layout);
  pango_layout_set_justify (self->layout, TRUE);
  self->is_ragged = g_new0 (guint8, self->n_lines);
  for (line = pango_layout_get_lines_readonly (self->layout); line != NULL; line = line->next, i++)
    if (measure_blanks (line->data, text) > size_pt * WIDEST_BLANK)
      self->is_ragged[i] = TRUE;
  if (memchr (self->is_ragged, TRUE, self->n_lines) != NULL
      && (guint) pango_layout_get_line_count (self->ragged) == self->n_lines)
    return;
  g_clear_object (&self->ragged);
  g_clear_pointer (&self->is_ragged, g_free);
}

AsyTextbox *
_asy_textbox_new (AsyTypesetter *typesetter, const AsyRich *rich, double width_pt, const AsyTextboxSpec *spec)
{
  AsyTextbox *self = g_new0 (AsyTextbox, 1);
  double size_pt = styles[spec->style].size * typesetter->size_pt;

  self->style = spec->style;
  self->align = spec->has_align ? spec->align : styles[spec->style].align;
  self->width_pt = width_pt;
  self->gray = styles[spec->style].gray;
  self->leading_pt = size_pt * styles[spec->style].leading;
  /* Ascent and descent of the family are .891 and .216: their middle is put
   * into the middle of the line. */
  self->baseline_pt = self->leading_pt / 2 + size_pt * (0.891 - 0.216) / 2;
  self->layout = make_layout (typesetter, rich, self, spec);
  self->n_lines = (guint) pango_layout_get_line_count (self->layout);
  self->n_words = count_words (rich->text->str);
  if (self->align == ASY_ALIGN_JUSTIFY && self->n_lines > 1)
    justify (self, size_pt);
  return self;
}

AsyTextbox *
_asy_textbox_new_plain (AsyTypesetter *typesetter, const char *text, double width_pt, const AsyTextboxSpec *spec)
{
  g_autoptr(AsyRich) rich = _asy_rich_new ();

  _asy_rich_append (rich, text, 0);
  return _asy_textbox_new (typesetter, rich, width_pt, spec);
}

void
_asy_textbox_free (gpointer data)
{
  AsyTextbox *self = data;

  if (self == NULL)
    return;
  g_clear_object (&self->layout);
  g_clear_object (&self->ragged);
  g_free (self->is_ragged);
  g_free (self);
}

double
_asy_textbox_get_height (const AsyTextbox *self)
{
  return self->n_lines * self->leading_pt;
}

double
_asy_textbox_measure (const AsyTextbox *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

static double
get_line_offset (const AsyTextbox *self, PangoLayoutLine *line)
{
  PangoRectangle logical;
  double rest;

  if (self->align != ASY_ALIGN_CENTER && self->align != ASY_ALIGN_RIGHT)
    return 0;
  pango_layout_line_get_extents (line, NULL, &logical);
  rest = self->width_pt - pango_units_to_double (logical.width);
  return self->align == ASY_ALIGN_CENTER ? rest / 2 : rest;
}

void
_asy_textbox_draw (const AsyTextbox *self, cairo_t *cr, double x, double y, guint first, guint n_lines)
{
  cairo_set_source_rgb (cr, self->gray, self->gray, self->gray);
  for (guint i = first; i < first + n_lines && i < self->n_lines; i++)
    {
      PangoLayout *layout = self->ragged != NULL && self->is_ragged[i] ? self->ragged : self->layout;
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);

      cairo_move_to (cr, x + get_line_offset (self, line), y + (i - first) * self->leading_pt + self->baseline_pt);
      pango_cairo_show_layout_line (cr, line);
    }
}
