/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "letter/asy-trend.h"

/* In sizes of the type. */
#define TITLE 1.5
#define ABOVE 1.6
#define STEP 1.4
#define BELOW 0.5
#define DATES 1.7
#define GUTTER 6.4
#define MARGIN 1.6
#define DATE_WIDTH 4.2
#define SMALL 0.86

AsyTrend *
asy_trend_new (const char *name)
{
  AsyTrend *self = g_new0 (AsyTrend, 1);

  self->name = g_strdup (name);
  self->points = g_array_new (FALSE, FALSE, sizeof (AsyTrendPoint));
  return self;
}

void
asy_trend_free (AsyTrend *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_array_unref (self->points);
  g_free (self);
}

void
asy_trend_add_point (AsyTrend *self, AsyDay day, int level)
{
  const AsyTrendPoint point = { day, CLAMP (level, 0, ASY_TREND_LEVELS - 1) };

  g_array_append_val (self->points, point);
}

static const AsyTrendPoint *
point_at (const AsyTrend *self, guint index)
{
  return &g_array_index (self->points, AsyTrendPoint, index);
}

void
asy_trend_scale_take (AsyTrendScale *scale, const AsyTrend *trend)
{
  for (guint i = 0; i < trend->points->len; i++)
    {
      const AsyDay day = point_at (trend, i)->day;

      scale->from = scale->from == ASY_DAY_NONE ? day : MIN (scale->from, day);
      scale->until = scale->until == ASY_DAY_NONE ? day : MAX (scale->until, day);
    }
}

static double
get_size (const AsyTrendScale *scale)
{
  return pango_units_to_double (pango_font_description_get_size (scale->font));
}

double
asy_trend_get_height (const AsyTrendScale *scale)
{
  return (TITLE + ABOVE + (ASY_TREND_LEVELS - 1) * STEP + BELOW + DATES) * get_size (scale);
}

static double
y_of (const AsyTrendScale *scale, int level)
{
  return (TITLE + ABOVE + (ASY_TREND_LEVELS - 1 - level) * STEP) * get_size (scale);
}

static double
x_of (const AsyTrendScale *scale, double width, AsyDay day)
{
  const double size = get_size (scale);
  const double left = GUTTER * size;
  const double right = MAX (width - MARGIN * size, left + 1);

  if (scale->until <= scale->from)
    return (left + right) / 2;
  return left + size / 2 + (right - left - size / 2) * (double) (day - scale->from) / (double) (scale->until - scale->from);
}

void
asy_trend_locate (const AsyTrend *self, const AsyTrendScale *scale, double width, guint index, double *ret_x, double *ret_y)
{
  const AsyTrendPoint *point = point_at (self, index);

  *ret_x = x_of (scale, width, point->day);
  *ret_y = y_of (scale, point->level);
}

/* Words. */

typedef struct {
  const AsyTrendScale *scale;
  const AsyTrendLook *look;
  cairo_t *cr;
  double width;
  double size;
} Drawing;

static void
set_color (const Drawing *drawing, const AsyTrendColor *color)
{
  cairo_set_source_rgb (drawing->cr, color->red, color->green, color->blue);
}

/* @place: 0 left of @x, 0.5 around it, 1 right of it; kept within the width. */
static void
draw_words (const Drawing *drawing, const char *text, double x, double y, double place, double part, gboolean is_bold, double room)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (drawing->scale->context);
  PangoFontDescription *font = pango_font_description_copy (drawing->scale->font);
  double left;
  int width;

  pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * part);
  if (is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (room > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, pango_units_from_double (room));
    }
  pango_layout_get_size (layout, &width, NULL);
  left = x - (1 - place) * pango_units_to_double (width);
  left = CLAMP (left, 0, MAX (0, drawing->width - (room > 0 ? 0 : pango_units_to_double (width))));
  cairo_move_to (drawing->cr, left, y);
  pango_cairo_show_layout (drawing->cr, layout);
}

static void
draw_grid (const Drawing *drawing)
{
  const double left = GUTTER * drawing->size;

  for (int level = 0; level < ASY_TREND_LEVELS; level++)
    {
      const double y = y_of (drawing->scale, level);

      set_color (drawing, &drawing->look->ink);
      draw_words (drawing, drawing->scale->words[level], left - 0.5 * drawing->size, y - 0.62 * drawing->size, 0, SMALL, FALSE, 0);
      set_color (drawing, &drawing->look->grid);
      cairo_set_line_width (drawing->cr, 0.05 * drawing->size);
      cairo_move_to (drawing->cr, left, y);
      cairo_line_to (drawing->cr, drawing->width, y);
      cairo_stroke (drawing->cr);
    }
}

/* The first, the last, and those between for which there is room. */
static void
draw_dates (const Drawing *drawing, const AsyTrend *trend)
{
  const double y = y_of (drawing->scale, 0) + BELOW * drawing->size;
  const guint n = trend->points->len;
  double free_from = 0;
  double last = n > 0 ? x_of (drawing->scale, drawing->width, point_at (trend, n - 1)->day) : 0;

  set_color (drawing, &drawing->look->ink);
  for (guint i = 0; i < n; i++)
    {
      const AsyDay day = point_at (trend, i)->day;
      const double x = x_of (drawing->scale, drawing->width, day);
      g_autofree char *text = g_strdup_printf ("%02d.%d", asy_day_get_month (day), asy_day_get_year (day));

      if (i > 0 && i < n - 1 && (x < free_from || x + DATE_WIDTH * drawing->size > last))
        continue;
      if (i == n - 1 && n > 1 && x < free_from)
        continue;
      draw_words (drawing, text, x, y, 0.5, SMALL, FALSE, 0);
      free_from = x + DATE_WIDTH * drawing->size;
    }
}

static void
draw_line (const Drawing *drawing, const AsyTrend *trend)
{
  set_color (drawing, &drawing->look->line);
  cairo_set_line_width (drawing->cr, 0.13 * drawing->size);
  cairo_set_line_join (drawing->cr, CAIRO_LINE_JOIN_ROUND);
  /* Words leave a current point behind. */
  cairo_new_path (drawing->cr);
  for (guint i = 0; i < trend->points->len; i++)
    {
      double x, y;

      asy_trend_locate (trend, drawing->scale, drawing->width, i, &x, &y);
      cairo_line_to (drawing->cr, x, y);
    }
  cairo_stroke (drawing->cr);
}

static void
draw_point (const Drawing *drawing, const AsyTrend *trend, guint index)
{
  const char number[] = { (char) ('0' + point_at (trend, index)->level), '\0' };
  double x, y;

  asy_trend_locate (trend, drawing->scale, drawing->width, index, &x, &y);
  set_color (drawing, &drawing->look->line);
  cairo_new_path (drawing->cr);
  cairo_arc (drawing->cr, x, y, 0.3 * drawing->size, 0, 2 * G_PI);
  cairo_fill (drawing->cr);
  set_color (drawing, &drawing->look->ink);
  if ((int) index == drawing->look->focus)
    {
      cairo_set_line_width (drawing->cr, 0.16 * drawing->size);
      cairo_arc (drawing->cr, x, y, 0.62 * drawing->size, 0, 2 * G_PI);
      cairo_stroke (drawing->cr);
    }
  draw_words (drawing, number, x, y - 1.6 * drawing->size, 0.5, SMALL, TRUE, 0);
}

void
asy_trend_draw (const AsyTrend *self, const AsyTrendScale *scale, const AsyTrendLook *look, cairo_t *cr, double x, double y,
                double width)
{
  const Drawing drawing = { scale, look, cr, width, get_size (scale) };

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  set_color (&drawing, &look->ink);
  draw_words (&drawing, self->name, 0, 0, 1, 1, TRUE, width);
  draw_grid (&drawing);
  draw_dates (&drawing, self);
  draw_line (&drawing, self);
  for (guint i = 0; i < self->points->len; i++)
    draw_point (&drawing, self, i);
  cairo_restore (cr);
}
