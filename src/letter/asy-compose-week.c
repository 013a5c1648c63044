/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "base/asy-text.h"
#include "letter/asy-compose-private.h"

/* A week by hours, as one strip: a column for each day, hours going down, a
 * visit as high as it is long. Visits at the same time stand side by side. */

#define MAX_DAYS 7
#define GUTTER_PT 30
#define VISIT_GAP_PT 1.5
#define VISIT_PAD_PT 4

typedef struct
{
  const AsyPaperData *data;
  guint index;
  gint64 start;                 /* minutes after midnight */
  gint64 end;
  guint lane;
  guint n_lanes;
} Visit;

typedef struct
{
  const AsyNode *node;
  const AsyScope *scope;
  const AsyPaperData *days_data;
  const char *days;
  const char *visits;
  const char *start;
  const char *end;
  guint n_days;
  int from;                     /* hours */
  int to;
  double width, height;
  double head;                  /* height of the names of the days */
  double column;                /* width of a day */
} Grid;

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const Visit *first = a;
  const Visit *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

static GArray *
read_visits (const Grid *grid, const AsyPaperData *day)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  guint n_visits = asy_paper_data_get_n_items (day, grid->visits);

  for (guint i = 0; i < n_visits; i++)
    {
      const AsyPaperData *data = asy_paper_data_get_item (day, grid->visits, i);
      Visit visit = { .data = data, .index = i };

      if (asy_paper_data_get_kind (data, grid->start) != ASY_PAPER_VALUE_NUMBER)
        continue;
      visit.start = CLAMP (asy_paper_data_get_number (data, grid->start), 0, 24 * 60 - 15);
      visit.end = CLAMP (asy_paper_data_get_number (data, grid->end), visit.start + 15, 24 * 60);
      g_array_append_val (visits, visit);
    }
  g_array_sort (visits, compare_visits);
  return visits;
}

/* Gives visits @first to @end (not included), which overlap one another in a
 * chain, the fewest columns of their own. */
static void
share_lanes (GArray *visits, guint first, guint end)
{
  gint64 free_from[32] = { 0 };
  guint n_lanes = 0;

  for (guint i = first; i < end; i++)
    {
      Visit *visit = &g_array_index (visits, Visit, i);
      guint lane = 0;

      while (lane < n_lanes && free_from[lane] > visit->start)
        lane++;
      lane = MIN (lane, G_N_ELEMENTS (free_from) - 1);
      visit->lane = lane;
      free_from[lane] = visit->end;
      n_lanes = MAX (n_lanes, lane + 1);
    }
  for (guint i = first; i < end; i++)
    g_array_index (visits, Visit, i).n_lanes = n_lanes;
}

static void
find_lanes (GArray *visits)
{
  guint first = 0;

  while (first < visits->len)
    {
      guint end = first + 1;
      gint64 busy_until = g_array_index (visits, Visit, first).end;

      while (end < visits->len && g_array_index (visits, Visit, end).start < busy_until)
        {
          busy_until = MAX (busy_until, g_array_index (visits, Visit, end).end);
          end++;
        }
      share_lanes (visits, first, end);
      first = end;
    }
}

static void
widen_hours (Grid *grid, const GArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    {
      const Visit *visit = &g_array_index (visits, Visit, i);

      grid->from = MIN (grid->from, (int) (visit->start / 60));
      grid->to = MAX (grid->to, (int) ((visit->end + 59) / 60));
    }
}

static double
get_y (const Grid *grid, gint64 minute)
{
  return grid->head + (grid->height - grid->head) * (double) (minute - grid->from * 60) / ((grid->to - grid->from) * 60);
}

static void
add_hours (AsyComposer *self, const Grid *grid)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_GRID, .has_align = TRUE, .align = ASY_ALIGN_RIGHT };

  for (int hour = grid->from; hour <= grid->to; hour++)
    {
      double y = get_y (grid, hour * 60);
      g_autofree char *text = asy_text_time (hour * 60);
      const AsyTextbox *box = _asy_compose_plain (self, hour == 24 ? "24:00" : text, GUTTER_PT - 5, &spec);
      gboolean is_edge = hour == grid->from || hour == grid->to;

      _asy_sheet_add_rule (self->sheet, GUTTER_PT, y, grid->width - GUTTER_PT, 0, is_edge ? 0.6 : 0.35, is_edge ? 0.25 : 0.7);
      if (hour < grid->to)
        _asy_sheet_add_dots (self->sheet, GUTTER_PT, get_y (grid, hour * 60 + 30), grid->width - GUTTER_PT, 0, 0.35, 0.75);
      /* The last one would hang out of the strip. */
      _asy_sheet_add_piece (self->sheet, box, 0, hour == grid->to ? y - box->leading_pt + 1 : y - box->leading_pt / 2, 0, 1);
    }
}

/* The lines of a visit, as many as its length has room for. */
static void
add_visit_lines (AsyComposer *self, const Grid *grid, const AsyScope *scope, double x, double y, double width, double height)
{
  const AsyNode *node = _asy_node_find (grid->node, ASY_NODE_VISIT);
  double leading = _asy_typesetter_get_leading (self->typesetter, ASY_STYLE_GRID);
  guint room = (guint) MAX (1, (height + 0.5) / leading);

  for (guint i = 0; i < node->children->len && room > 0; i++)
    {
      const AsyNode *line = g_ptr_array_index (node->children, i);
      AsyTextboxSpec spec = { .style = ASY_STYLE_GRID, .max_lines = room };
      const AsyTextbox *box;

      if (line->kind != ASY_NODE_LINE)
        continue;
      box = _asy_compose_inline (self, line, scope, width, &spec, _asy_node_is (line, "strong") ? ASY_RICH_STRONG : 0);
      if (box == NULL)
        continue;
      _asy_sheet_add_piece (self->sheet, box, x, y, 0, MIN (box->n_lines, room));
      y += MIN (box->n_lines, room) * leading;
      room -= MIN (box->n_lines, room);
    }
}

static void
add_visit (AsyComposer *self, const Grid *grid, const Visit *visit, const AsyScope *day_scope, double x)
{
  double lane = (grid->column - 2 * VISIT_GAP_PT) / MAX (visit->n_lanes, 1);
  double left = x + VISIT_GAP_PT + lane * visit->lane;
  double top = get_y (grid, visit->start) + VISIT_GAP_PT / 2;
  double height = get_y (grid, visit->end) - VISIT_GAP_PT / 2 - top;
  AsyScope scope = { visit->data, day_scope, visit->index, 0 };

  _asy_sheet_add_tint (self->sheet, left, top, lane - 1, height, 0.91);
  _asy_sheet_add_tint (self->sheet, left, top, 2, height, 0.3);
  add_visit_lines (self, grid, &scope, left + VISIT_PAD_PT, top + 1, lane - VISIT_PAD_PT - 3, height - 1);
}

static void
add_day (AsyComposer *self, const Grid *grid, guint index, GArray *visits)
{
  AsyScope scope = { asy_paper_data_get_item (grid->days_data, grid->days, index), grid->scope, index, grid->n_days };
  AsyTextboxSpec spec = { .style = ASY_STYLE_GRID_DAY, .max_lines = 1 };
  double x = GUTTER_PT + index * grid->column;
  g_auto(AsyFlow) flow = { NULL };

  _asy_compose_lines (self, _asy_node_find (grid->node, ASY_NODE_DAY), &scope, grid->column - 4, &spec, &flow);
  _asy_compose_add_flow (self, &flow, x + 2, MAX (0, (grid->head - flow.height) / 2));
  _asy_sheet_add_rule (self->sheet, x, 0, 0, grid->height, 0.5, 0.4);
  for (guint i = 0; i < visits->len; i++)
    add_visit (self, grid, &g_array_index (visits, Visit, i), &scope, x);
}

static guint
count_day_lines (const AsyNode *node)
{
  const AsyNode *day = _asy_node_find (node, ASY_NODE_DAY);
  guint n_lines = 0;

  for (guint i = 0; i < day->children->len; i++)
    n_lines += ((const AsyNode *) g_ptr_array_index (day->children, i))->kind == ASY_NODE_LINE;
  return CLAMP (n_lines, 1, 6);
}

static void
read_grid (AsyComposer *self, const AsyNode *node, const AsyScope *scope, Grid *grid)
{
  const AsyAttribute *days = _asy_node_get_attribute (node, "days");

  *grid = (Grid){
    .node = node,
    .scope = scope,
    .days_data = _asy_scope_find (scope, days),
    .days = days->value,
    .visits = _asy_node_get (node, "visits"),
    .start = _asy_node_get (node, "start"),
    .end = _asy_node_get (node, "end"),
    .from = (int) _asy_node_get_number (node, "from", 8),
    .to = (int) _asy_node_get_number (node, "to", 16),
    .width = self->sheet->width,
    .height = MIN (_asy_node_get_points (node, "height", 300), self->sheet->height),
  };
  grid->n_days = MIN (asy_paper_data_get_n_items (grid->days_data, grid->days), MAX_DAYS);
  grid->to = MAX (grid->to, grid->from + 1);
  if (grid->to > 24)
    {
      grid->from = 23;
      grid->to = 24;
    }
  grid->head = count_day_lines (node) * _asy_typesetter_get_leading (self->typesetter, ASY_STYLE_GRID_DAY) + 4;
  grid->height = MAX (grid->height, grid->head + 60);
  grid->column = (grid->width - GUTTER_PT) / MAX (grid->n_days, 1);
}

void
_asy_compose_week_grid (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Grid grid;

  read_grid (self, node, scope, &grid);
  if (grid.n_days == 0)
    return;
  for (guint i = 0; i < grid.n_days; i++)
    {
      GArray *visits = read_visits (&grid, asy_paper_data_get_item (grid.days_data, grid.days, i));

      find_lanes (visits);
      widen_hours (&grid, visits);
      g_ptr_array_add (days, visits);
    }
  _asy_sheet_begin (self->sheet, 4, ASY_ROLE_PARA);
  add_hours (self, &grid);
  for (guint i = 0; i < grid.n_days; i++)
    add_day (self, &grid, i, g_ptr_array_index (days, i));
  _asy_sheet_add_rule (self->sheet, grid.width, 0, 0, grid.height, 0.5, 0.4);
  _asy_sheet_add_rule (self->sheet, GUTTER_PT, 0, grid.width - GUTTER_PT, 0, 0.6, 0.25);
  _asy_sheet_end (self->sheet, grid.height, 1);
  _asy_sheet_add_space (self->sheet, 6);
}
