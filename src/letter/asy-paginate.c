/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "letter/asy-sheet-private.h"

/* Heights are sums of fractions of points. */
#define TOLERANCE_PT 0.01

typedef struct
{
  AsySheet *sheet;
  double y;                     /* from the top of the body */
  gboolean is_empty;            /* the page has no strip yet */
} Cutter;

static AsyStrip *
get_strip (const AsySheet *sheet, guint index)
{
  return &g_array_index (sheet->strips, AsyStrip, index);
}

static void
start_page (Cutter *cutter)
{
  g_ptr_array_add (cutter->sheet->pages, g_array_new (FALSE, FALSE, sizeof (AsyPlaced)));
  cutter->y = 0;
  cutter->is_empty = TRUE;
}

static void
place (Cutter *cutter, guint index)
{
  const AsyStrip *strip = get_strip (cutter->sheet, index);

  if (!cutter->is_empty)
    cutter->y += strip->space_before;
  _asy_sheet_place (cutter->sheet, cutter->sheet->pages->len - 1, index, cutter->sheet->top + cutter->y);
  cutter->y += strip->height;
  cutter->is_empty = FALSE;
}

/* The heading of the table that @index continues, if it does. */
static const AsyTableHead *
find_head (const AsySheet *sheet, guint index)
{
  guint table = get_strip (sheet, index)->table;
  const AsyTableHead *head;

  if (table == ASY_NO_TABLE)
    return NULL;
  head = &g_array_index (sheet->heads, AsyTableHead, table);
  return index >= head->first_strip + head->n_strips && head->n_strips > 0 ? head : NULL;
}

static void
continue_on_new_page (Cutter *cutter, guint index)
{
  const AsyTableHead *head = find_head (cutter->sheet, index);

  start_page (cutter);
  for (guint i = 0; head != NULL && i < head->n_strips; i++)
    place (cutter, head->first_strip + i);
}

static gboolean
fits (const Cutter *cutter, double height)
{
  return cutter->y + height <= cutter->sheet->height + TOLERANCE_PT;
}

/* Strips @first to @end (not included) must stay together; when even an empty
 * page is too small for them, they are cut where they must. */
static void
place_group (Cutter *cutter, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      const AsyStrip *strip = get_strip (cutter->sheet, i);

      height += strip->height + (i > first || !cutter->is_empty ? strip->space_before : 0);
    }
  if (!cutter->is_empty && (get_strip (cutter->sheet, first)->starts_page || !fits (cutter, height)))
    continue_on_new_page (cutter, first);
  for (guint i = first; i < end; i++)
    {
      const AsyStrip *strip = get_strip (cutter->sheet, i);

      if (!cutter->is_empty && !fits (cutter, strip->space_before + strip->height))
        continue_on_new_page (cutter, i);
      place (cutter, i);
    }
}

void
_asy_sheet_paginate (AsySheet *self)
{
  Cutter cutter = { .sheet = self };
  guint first = 0;

  start_page (&cutter);
  while (first < self->strips->len)
    {
      guint end = first + 1;

      while (end < self->strips->len && get_strip (self, end)->is_kept && !get_strip (self, end)->starts_page)
        end++;
      place_group (&cutter, first, end);
      first = end;
    }
}
