/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-table.h"

G_BEGIN_DECLS

typedef struct {
  char *title;
  AsyTableType type;
} AsyTableColumn;

typedef struct {
  gboolean is_empty;
  char *text;                   /* nullable */
  gint64 number;                /* days too */
  double real;
} AsyTableCell;

struct _AsyTable
{
  char *name;
  char *title;
  GArray *columns;              /* AsyTableColumn */
  GArray *cells;                /* AsyTableCell, row by row */
};

static inline const AsyTableColumn *
_asy_table_get_column (const AsyTable *self, guint column)
{
  return &g_array_index (self->columns, AsyTableColumn, column);
}

static inline const AsyTableCell *
_asy_table_get_cell (const AsyTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, AsyTableCell, row * self->columns->len + column);
}

/* The workbook alone (asy-table-xlsx.c). */
GBytes *_asy_table_write_xlsx (const AsyTable *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
