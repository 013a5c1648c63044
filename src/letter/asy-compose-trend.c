/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "letter/asy-compose-private.h"

/* Trends, two beside each other, each row a strip of its own: many of them go
 * on on the next page. */

#define N_COLUMNS 2
#define GAP_PT 14

static const char *const level_words[ASY_TREND_LEVELS] = { "brak", "niewielkie", "umiarkowane", "znaczne", "krytyczne" };

static AsyTrend *
read_trend (const AsyNode *node, const AsyPaperData *item)
{
  const char *name = asy_paper_data_get_text (item, _asy_node_get (node, "name"));
  const char *points = _asy_node_get (node, "points");
  AsyTrend *trend = asy_trend_new (name != NULL ? name : "");

  for (guint i = 0; i < asy_paper_data_get_n_items (item, points); i++)
    {
      const AsyPaperData *point = asy_paper_data_get_item (item, points, i);
      const AsyDay day = asy_paper_data_get_day (point, _asy_node_get (node, "day"));

      if (day != ASY_DAY_NONE)
        asy_trend_add_point (trend, day, (int) asy_paper_data_get_number (point, _asy_node_get (node, "level")));
    }
  return trend;
}

/* All of a paper share the days of the axis, so that they can be compared. */
static AsyTrendScale
read_scale (AsyComposer *self, const GPtrArray *trends)
{
  AsyTrendScale scale = { .words = level_words, .context = self->typesetter->context,
                          .font = self->typesetter->fonts[ASY_STYLE_GRID] };

  for (guint i = 0; i < trends->len; i++)
    asy_trend_scale_take (&scale, g_ptr_array_index (trends, i));
  return scale;
}

static GPtrArray *
read_trends (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  const AsyAttribute *list = _asy_node_get_attribute (node, "list");
  const AsyPaperData *values = _asy_scope_find (scope, list);
  const guint n_items = asy_paper_data_get_n_items (values, list->value);
  GPtrArray *trends = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_trend_free);

  for (guint i = 0; i < n_items && _asy_expansion_step (&self->expansion); i++)
    g_ptr_array_add (trends, read_trend (node, asy_paper_data_get_item (values, list->value, i)));
  return trends;
}

void
_asy_compose_trend (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  g_autoptr (GPtrArray) trends = read_trends (self, node, scope);
  const AsyTrendScale scale = read_scale (self, trends);
  const double width = (self->sheet->width - (N_COLUMNS - 1) * GAP_PT) / N_COLUMNS;
  const double height = asy_trend_get_height (&scale);

  for (guint i = 0; i < trends->len; i++)
    {
      AsySheetTrend drawn = { g_ptr_array_index (trends, i), scale };

      if (i % N_COLUMNS == 0)
        _asy_sheet_begin (self->sheet, 6, ASY_ROLE_PARA);
      _asy_sheet_add_trend (self->sheet, &drawn, (width + GAP_PT) * (i % N_COLUMNS), 0, width, height);
      if (i % N_COLUMNS == N_COLUMNS - 1 || i + 1 == trends->len)
        _asy_sheet_end (self->sheet, height, 1);
      trends->pdata[i] = NULL;
    }
  _asy_sheet_add_space (self->sheet, 6);
}
