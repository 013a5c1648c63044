/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include "letter/asy-compose-private.h"

#define PAD_X_PT 4
#define PAD_Y_PT 2.5

typedef enum {
  STYLE_GRID,
  STYLE_LINES,
  STYLE_PLAIN,
} Look;

typedef struct
{
  Look look;
  AsyStyle text;
  guint n_columns;
  const AsyNode *columns[ASY_TABLE_COLUMNS_MAX];
  double x[ASY_TABLE_COLUMNS_MAX + 1];
  double head_height;
} Table;

/* Where the words of a column begin: without vertical rules the first one
 * begins with the text around the table. */
static double
get_inset (const Table *table, double x)
{
  return table->look != STYLE_GRID && x <= 0 ? 0 : PAD_X_PT;
}

/* A cell of the row that is being set, and how far it has been set. */
typedef struct
{
  AsyFlow flow;
  double x;
  double width;
  guint item;
  guint line;
} Cell;

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  _asy_flow_clear (&cell->flow);
}

static AsyAlign
read_align (const char *align)
{
  if (g_strcmp0 (align, "center") == 0)
    return ASY_ALIGN_CENTER;
  return g_strcmp0 (align, "right") == 0 ? ASY_ALIGN_RIGHT : ASY_ALIGN_LEFT;
}

/* Columns in millimetres get what they ask for, the others share the rest. */
static void
place_columns (Table *table, double width)
{
  double fixed = 0;
  double shares = 0;
  double scale;

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (g_str_has_suffix (_asy_node_get (table->columns[i], "width"), "mm"))
        fixed += _asy_node_get_points (table->columns[i], "width", 0);
      else
        shares += _asy_node_get_number (table->columns[i], "width", 1);
    }
  /* Shared columns keep a tenth of the width each at the least. */
  scale = fixed > 0 ? MIN (1, (width - (shares > 0 ? width * 0.3 : 0)) / fixed) : 1;
  if (shares <= 0 && fixed > 0)
    scale = width / fixed;
  table->x[0] = 0;
  for (guint i = 0; i < table->n_columns; i++)
    {
      gboolean is_fixed = g_str_has_suffix (_asy_node_get (table->columns[i], "width"), "mm");
      double own = is_fixed ? _asy_node_get_points (table->columns[i], "width", 0) * scale
                            : (width - fixed * scale) * _asy_node_get_number (table->columns[i], "width", 1) / shares;

      table->x[i + 1] = table->x[i] + own;
    }
}

static void
read_table (const AsyNode *node, double width, Table *table)
{
  const char *look = _asy_node_get (node, "style");

  memset (table, 0, sizeof *table);
  table->look = g_strcmp0 (look, "grid") == 0 ? STYLE_GRID : g_strcmp0 (look, "plain") == 0 ? STYLE_PLAIN : STYLE_LINES;
  table->text = _asy_node_is (node, "small") ? ASY_STYLE_TABLE_SMALL : ASY_STYLE_TABLE;
  for (guint i = 0; i < node->children->len && table->n_columns < ASY_TABLE_COLUMNS_MAX; i++)
    {
      const AsyNode *child = g_ptr_array_index (node->children, i);

      if (child->kind == ASY_NODE_COLUMN)
        table->columns[table->n_columns++] = child;
    }
  place_columns (table, width);
}

/* Lines of one cell that fit into @height; returns how high they are. */
static double
place_cell (AsyComposer *self, Cell *cell, double inset, double height)
{
  double y = 0;

  while (cell->item < cell->flow.items->len)
    {
      const AsyFlowItem *item = &g_array_index (cell->flow.items, AsyFlowItem, cell->item);
      double leading = item->box->leading_pt;
      guint room = (guint) MAX (0, (height - y) / leading + 0.001);
      guint n_lines = MIN (item->box->n_lines - cell->line, room);

      if (n_lines == 0)
        break;
      if (cell->line == 0 && item->marker != NULL)
        _asy_sheet_add_piece (self->sheet, item->marker, cell->x + inset, PAD_Y_PT + y, 0, 1);
      _asy_sheet_add_piece (self->sheet, item->box, cell->x + inset + item->x, PAD_Y_PT + y, cell->line, n_lines);
      y += n_lines * leading;
      cell->line += n_lines;
      if (cell->line < item->box->n_lines)
        break;
      cell->line = 0;
      cell->item++;
    }
  return y;
}

static gboolean
is_done (const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      if (cell->item < cell->flow.items->len)
        return FALSE;
    }
  return TRUE;
}

static void
add_frame (AsyComposer *self, const Table *table, const GArray *cells, double height, gboolean is_head)
{
  double width = table->x[table->n_columns];

  if (table->look == STYLE_PLAIN)
    return;
  if (table->look == STYLE_GRID)
    {
      _asy_sheet_add_rule (self->sheet, 0, 0, width, 0, 0.5, 0.25);
      for (guint i = 0; i < cells->len; i++)
        _asy_sheet_add_rule (self->sheet, g_array_index (cells, Cell, i).x, 0, 0, height, 0.5, 0.25);
      _asy_sheet_add_rule (self->sheet, width, 0, 0, height, 0.5, 0.25);
    }
  _asy_sheet_add_rule (self->sheet, 0, height, width, 0, is_head ? 0.8 : 0.5, is_head ? 0 : table->look == STYLE_GRID ? 0.25 : 0.6);
}

static guint
count_lines (const GArray *cells)
{
  guint n_lines = 1;

  for (guint i = 0; i < cells->len; i++)
    n_lines = MAX (n_lines, g_array_index (cells, Cell, i).flow.n_lines);
  return n_lines;
}

/* One strip; a row higher than a whole page goes on in further ones. */
static void
add_row (AsyComposer *self, const Table *table, GArray *cells, double min_height, gboolean is_head, gboolean is_shaded)
{
  double width = table->x[table->n_columns];
  double limit = self->sheet->height - table->head_height;
  double height = MIN (min_height, limit);

  for (guint i = 0; i < cells->len; i++)
    height = MAX (height, g_array_index (cells, Cell, i).flow.height + 2 * PAD_Y_PT);
  do
    {
      double own = MIN (height, limit);
      double used = 0;

      _asy_sheet_begin (self->sheet, 0, ASY_ROLE_PARA);
      if (is_shaded)
        _asy_sheet_add_tint (self->sheet, 0, 0, width, own, 0.94);
      for (guint i = 0; i < cells->len; i++)
        {
          Cell *cell = &g_array_index (cells, Cell, i);

          used = MAX (used, place_cell (self, cell, get_inset (table, cell->x), own - 2 * PAD_Y_PT));
        }
      add_frame (self, table, cells, own, is_head);
      _asy_sheet_end (self->sheet, own, count_lines (cells));
      height -= used;
      if (used <= 0)
        break;
    }
  while (!is_done (cells));
}

static void
add_head (AsyComposer *self, Table *table)
{
  g_autoptr(GArray) cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  AsyTableHead *head = &g_array_index (self->sheet->heads, AsyTableHead, self->sheet->open_table);
  gboolean is_needed = FALSE;

  g_array_set_clear_func (cells, cell_clear);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *heading = _asy_node_get (table->columns[i], "heading");
      AsyTextboxSpec spec = {
        .style = ASY_STYLE_TABLE_HEAD,
        .has_align = TRUE,
        .align = read_align (_asy_node_get (table->columns[i], "align")),
      };
      Cell cell = { .x = table->x[i], .width = table->x[i + 1] - table->x[i] };
      AsyFlowItem item = { 0 };

      cell.flow.items = g_array_new (FALSE, FALSE, sizeof (AsyFlowItem));
      if (heading != NULL && heading[0] != '\0')
        {
          item.box = _asy_compose_plain (self, heading, cell.width - PAD_X_PT - get_inset (table, cell.x), &spec);
          g_array_append_val (cell.flow.items, item);
          cell.flow.height = _asy_textbox_get_height (item.box);
          cell.flow.n_lines = item.box->n_lines;
          is_needed = TRUE;
        }
      g_array_append_val (cells, cell);
    }
  if (!is_needed)
    return;
  head->first_strip = self->sheet->strips->len;
  add_row (self, table, cells, 0, TRUE, table->look == STYLE_GRID);
  head->n_strips = 1;
  head->height = g_array_index (self->sheet->strips, AsyStrip, head->first_strip).height;
  table->head_height = head->height;
  _asy_sheet_glue (self->sheet);
}

static void
read_cells (AsyComposer *self, const Table *table, const AsyNode *row, const AsyScope *scope, GArray *cells)
{
  guint column = 0;
  gboolean row_strong = _asy_node_is (row, "strong");

  for (guint i = 0; i < row->children->len && column < table->n_columns; i++)
    {
      const AsyNode *node = g_ptr_array_index (row->children, i);
      const char *align;
      guint end;
      AsyTextboxSpec spec = { .style = table->text, .has_align = TRUE };
      Cell cell = { 0 };

      if (node->kind != ASY_NODE_CELL)
        continue;
      end = MIN (column + MAX (_asy_node_get_number (node, "span", 1), 1), table->n_columns);
      align = _asy_node_get (node, "align");
      spec.align = read_align (align != NULL ? align : _asy_node_get (table->columns[column], "align"));
      cell.x = table->x[column];
      cell.width = table->x[end] - cell.x;
      _asy_compose_flow (self, node, scope, cell.width - PAD_X_PT - get_inset (table, cell.x), &spec,
                         row_strong || _asy_node_is (node, "strong") ? ASY_RICH_STRONG : 0, &cell.flow);
      g_array_append_val (cells, cell);
      column = end;
    }
}

static void
compose_row (AsyComposer *self, const AsyNode *node, const AsyScope *scope, gpointer data)
{
  Table *table = data;
  g_autoptr(GArray) cells = g_array_new (FALSE, TRUE, sizeof (Cell));

  g_array_set_clear_func (cells, cell_clear);
  read_cells (self, table, node, scope, cells);
  add_row (self, table, cells, _asy_node_get_points (node, "height", 0), FALSE, _asy_node_is (node, "shaded"));
  if (_asy_node_get (node, "keep") != NULL)
    _asy_sheet_glue (self->sheet);
}

static void
compose_rows (AsyComposer *self, const AsyNode *parent, const AsyScope *scope, gpointer data)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      const AsyNode *child = g_ptr_array_index (parent->children, i);

      if (child->kind == ASY_NODE_ROW)
        _asy_compose_for_each (self, child, "each", scope, compose_row, data);
      else if (child->kind == ASY_NODE_ROWS)
        _asy_compose_for_each (self, child, "each", scope, compose_rows, data);
    }
}

/* A page that begins with the last row of a table looks like a mistake. */
static void
keep_last_row (AsyComposer *self, guint first)
{
  guint last = self->sheet->strips->len - 1;

  if (last > first)
    g_array_index (self->sheet->strips, AsyStrip, last).is_kept = TRUE;
}

/* A table without rows is left out, heading and all. */
void
_asy_compose_table (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  AsyTableHead head = { 0 };
  AsySheetMark before;
  Table table;
  guint n_strips;

  read_table (node, self->sheet->width, &table);
  _asy_sheet_get_mark (self->sheet, &before);
  _asy_sheet_add_space (self->sheet, 6);
  self->sheet->open_table = self->sheet->heads->len;
  g_array_append_val (self->sheet->heads, head);
  add_head (self, &table);
  n_strips = self->sheet->strips->len;
  compose_rows (self, node, scope, &table);
  self->sheet->open_table = ASY_NO_TABLE;
  if (self->sheet->strips->len == n_strips)
    {
      _asy_sheet_return_to_mark (self->sheet, &before);
      return;
    }
  keep_last_row (self, n_strips);
  _asy_sheet_add_space (self->sheet, 8);
}
