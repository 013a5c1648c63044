/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "letter/asy-sheet-private.h"

static void
stop_clear (gpointer data)
{
  AsyStop *stop = data;

  g_free (stop->key);
  g_free (stop->title);
}

static void
trend_clear (gpointer data)
{
  asy_trend_free (((AsySheetTrend *) data)->trend);
}

AsySheet *
_asy_sheet_new (double page_width, double page_height)
{
  AsySheet *self = g_new0 (AsySheet, 1);

  self->page_width = page_width;
  self->page_height = page_height;
  self->boxes = g_ptr_array_new_with_free_func (_asy_textbox_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (AsyPiece));
  self->marks = g_array_new (FALSE, FALSE, sizeof (AsyMark));
  self->strips = g_array_new (FALSE, FALSE, sizeof (AsyStrip));
  self->heads = g_array_new (FALSE, FALSE, sizeof (AsyTableHead));
  self->stops = g_array_new (FALSE, FALSE, sizeof (AsyStop));
  g_array_set_clear_func (self->stops, stop_clear);
  self->trends = g_array_new (FALSE, FALSE, sizeof (AsySheetTrend));
  g_array_set_clear_func (self->trends, trend_clear);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->open_table = ASY_NO_TABLE;
  return self;
}

void
_asy_sheet_free (AsySheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->pieces);
  g_array_unref (self->marks);
  g_array_unref (self->strips);
  g_array_unref (self->heads);
  g_array_unref (self->stops);
  g_array_unref (self->trends);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

const AsyTextbox *
_asy_sheet_own (AsySheet *self, AsyTextbox *box)
{
  g_ptr_array_add (self->boxes, box);
  return box;
}

static AsyStrip *
get_last (AsySheet *self)
{
  return &g_array_index (self->strips, AsyStrip, self->strips->len - 1);
}

void
_asy_sheet_begin (AsySheet *self, double space_before, AsyRole role)
{
  AsyStrip strip = {
    .space_before = MAX (space_before, self->pending_space),
    .first_piece = self->pieces->len,
    .first_mark = self->marks->len,
    .block = ++self->block,
    .table = self->open_table,
    .role = role,
    .is_kept = self->glue_next,
    .starts_page = self->page_next,
  };

  self->pending_space = 0;
  self->glue_next = FALSE;
  self->page_next = FALSE;
  g_array_append_val (self->strips, strip);
}

void
_asy_sheet_add_piece (AsySheet *self, const AsyTextbox *box, double x, double y, guint first, guint n_lines)
{
  AsyPiece piece = { box, first, n_lines, x, y };

  g_array_append_val (self->pieces, piece);
}

static void
add_mark (AsySheet *self, AsyMarkKind kind, double x, double y, double w, double h, double thickness, double gray)
{
  AsyMark mark = { kind, x, y, w, h, thickness, gray, 0 };

  g_array_append_val (self->marks, mark);
}

void
_asy_sheet_add_rule (AsySheet *self, double x, double y, double w, double h, double thickness, double gray)
{
  add_mark (self, ASY_MARK_RULE, x, y, w, h, thickness, gray);
}

void
_asy_sheet_add_dots (AsySheet *self, double x, double y, double w, double h, double thickness, double gray)
{
  add_mark (self, ASY_MARK_DOTS, x, y, w, h, thickness, gray);
}

void
_asy_sheet_add_tint (AsySheet *self, double x, double y, double w, double h, double gray)
{
  add_mark (self, ASY_MARK_TINT, x, y, w, h, 0, gray);
}

void
_asy_sheet_add_trend (AsySheet *self, const AsySheetTrend *drawn, double x, double y, double w, double h)
{
  AsyMark mark = { ASY_MARK_TREND, x, y, w, h, 0, 0, self->trends->len };

  g_array_append_vals (self->trends, drawn, 1);
  g_array_append_val (self->marks, mark);
}

guint
_asy_sheet_end (AsySheet *self, double height, guint n_text_lines)
{
  AsyStrip *strip = get_last (self);

  strip->height = height;
  strip->n_text_lines = n_text_lines;
  strip->n_pieces = self->pieces->len - strip->first_piece;
  strip->n_marks = self->marks->len - strip->first_mark;
  return self->strips->len - 1;
}

void
_asy_sheet_add_space (AsySheet *self, double space)
{
  self->pending_space = MAX (self->pending_space, space);
}

void
_asy_sheet_glue (AsySheet *self)
{
  self->glue_next = self->strips->len > 0;
}

void
_asy_sheet_glue_back (AsySheet *self, guint n_lines)
{
  guint n_found = 0;

  _asy_sheet_glue (self);
  for (guint i = self->strips->len; i > 0; i--)
    {
      AsyStrip *strip = &g_array_index (self->strips, AsyStrip, i - 1);

      n_found += strip->n_text_lines;
      if (n_found >= n_lines || strip->starts_page)
        return;
      strip->is_kept = i > 1;
    }
}

void
_asy_sheet_break_page (AsySheet *self)
{
  self->page_next = self->strips->len > 0;
  self->glue_next = FALSE;
}

void
_asy_sheet_add_box (AsySheet *self, const AsyTextbox *box, double x, double space_before, AsyRole role)
{
  guint first = self->strips->len;

  for (guint i = 0; i < box->n_lines; i++)
    {
      /* The second line stays with the first, the last with the one before. */
      if (i == 1 || (i > 0 && i == box->n_lines - 1) || (i > 0 && role != ASY_ROLE_PARA))
        _asy_sheet_glue (self);
      _asy_sheet_begin (self, i == 0 ? space_before : 0, role);
      get_last (self)->block = g_array_index (self->strips, AsyStrip, first).block;
      _asy_sheet_add_piece (self, box, x, 0, i, 1);
      /* A heading is not yet text. */
      _asy_sheet_end (self, box->leading_pt, role == ASY_ROLE_PARA);
    }
}

void
_asy_sheet_put_before (AsySheet *self, guint strip, const AsyTextbox *box, double x, guint n_lines)
{
  AsyStrip *target = &g_array_index (self->strips, AsyStrip, strip);
  AsyPiece piece = { box, 0, n_lines, x, 0 };

  g_array_insert_val (self->pieces, target->first_piece, piece);
  target->n_pieces++;
  for (guint i = strip + 1; i < self->strips->len; i++)
    g_array_index (self->strips, AsyStrip, i).first_piece++;
}

void
_asy_sheet_add_stop (AsySheet *self, const char *key, const char *title, guint level)
{
  AsyStop stop = { g_strdup (key), g_strdup (title), level, self->strips->len };

  g_array_append_val (self->stops, stop);
}

void
_asy_sheet_get_mark (const AsySheet *self, AsySheetMark *ret_mark)
{
  *ret_mark = (AsySheetMark){
    .n_boxes = self->boxes->len,
    .n_pieces = self->pieces->len,
    .n_marks = self->marks->len,
    .n_strips = self->strips->len,
    .n_heads = self->heads->len,
    .n_stops = self->stops->len,
    .n_words = self->n_words,
    .pending_space = self->pending_space,
    .glue_next = self->glue_next,
    .page_next = self->page_next,
  };
}

void
_asy_sheet_return_to_mark (AsySheet *self, const AsySheetMark *mark)
{
  g_array_set_size (self->pieces, mark->n_pieces);
  g_array_set_size (self->marks, mark->n_marks);
  g_array_set_size (self->strips, mark->n_strips);
  g_array_set_size (self->heads, mark->n_heads);
  g_array_set_size (self->stops, mark->n_stops);
  g_ptr_array_set_size (self->boxes, (int) mark->n_boxes);
  self->n_words = mark->n_words;
  self->pending_space = mark->pending_space;
  self->glue_next = mark->glue_next;
  self->page_next = mark->page_next;
}

void
_asy_sheet_place (AsySheet *self, guint page, guint strip, double y)
{
  AsyPlaced placed = { strip, y };

  g_array_append_val (g_ptr_array_index (self->pages, page), placed);
}
