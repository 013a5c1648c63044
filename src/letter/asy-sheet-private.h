/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-textbox-private.h"
#include "letter/asy-trend.h"

G_BEGIN_DECLS

/*
 * The sheet is the paper before and after it is cut into pages. It is a row of
 * strips, each as wide as the body of a page and never cut; a strip is made of
 * pieces (some lines of a text box) and marks (rules and tints). One painter
 * draws them, whatever they are part of: a paragraph is a strip for each line,
 * a row of a table one strip, a week by hours one strip.
 */

typedef struct
{
  const AsyTextbox *box;
  guint first;                  /* line of the box */
  guint n_lines;
  double x;                     /* in the strip */
  double y;
} AsyPiece;

typedef enum {
  ASY_MARK_RULE,                /* a line from (x, y) to (x + w, y + h) */
  ASY_MARK_DOTS,                /* a dotted line */
  ASY_MARK_TINT,                /* a filled rectangle */
  ASY_MARK_TREND,               /* a drawing of its own */
} AsyMarkKind;

typedef struct
{
  AsyMarkKind kind;
  double x, y, w, h;
  double thickness;
  double gray;
  guint trend;                  /* index into the trends of the sheet */
} AsyMark;

typedef struct
{
  AsyTrend *trend;
  AsyTrendScale scale;          /* of the typesetter, which outlives the sheet */
} AsySheetTrend;

/* What a strip is for readers of the file's structure. */
typedef enum {
  ASY_ROLE_PARA,
  ASY_ROLE_TITLE,
  ASY_ROLE_HEADING,
  ASY_ROLE_SUBHEADING,
  ASY_ROLE_DECOR,               /* not part of the text: footers and the like */
} AsyRole;

#define ASY_NO_TABLE G_MAXUINT

typedef struct
{
  double space_before;          /* left out at the top of a page */
  double height;
  guint first_piece, n_pieces;
  guint first_mark, n_marks;
  guint block;                  /* lines of one paragraph share it */
  guint n_text_lines;
  guint table;                  /* index of the table it is a row of, or ASY_NO_TABLE */
  AsyRole role;
  gboolean is_kept;             /* stays with the strip before it */
  gboolean starts_page;
} AsyStrip;

/* The heading rows of a table, repeated where it goes on on a new page. */
typedef struct
{
  guint first_strip;
  guint n_strips;
  double height;
} AsyTableHead;

/* An entry of the outline. */
typedef struct
{
  char *key;                    /* (nullable) of the section */
  char *title;
  guint level;
  guint strip;
} AsyStop;

typedef struct
{
  guint strip;
  double y;                     /* on the page, from its top edge */
} AsyPlaced;

typedef struct
{
  double page_width, page_height;
  double left, top;             /* of the body */
  double width, height;         /* of the body */

  GPtrArray *boxes;             /* of AsyTextbox */
  GArray *pieces;
  GArray *marks;
  GArray *strips;
  GArray *heads;                /* of AsyTableHead */
  GArray *stops;                /* of AsyStop */
  GArray *trends;               /* of AsySheetTrend */
  GPtrArray *pages;             /* of GArray of AsyPlaced */
  guint n_words;

  /* While it is being filled. */
  double pending_space;
  guint block;
  guint open_table;
  gboolean glue_next;
  gboolean page_next;
} AsySheet;

AsySheet *_asy_sheet_new (double page_width, double page_height) G_GNUC_WARN_UNUSED_RESULT;
void _asy_sheet_free (AsySheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsySheet, _asy_sheet_free)

/** Takes over @box until the end of the sheet. (transfer full) */
const AsyTextbox *_asy_sheet_own (AsySheet *self, AsyTextbox *box);

/** Opens the next strip, at least @space_before below what is above it. */
void _asy_sheet_begin (AsySheet *self, double space_before, AsyRole role);
void _asy_sheet_add_piece (AsySheet *self, const AsyTextbox *box, double x, double y, guint first, guint n_lines);
void _asy_sheet_add_rule (AsySheet *self, double x, double y, double w, double h, double thickness, double gray);
void _asy_sheet_add_dots (AsySheet *self, double x, double y, double w, double h, double thickness, double gray);
void _asy_sheet_add_tint (AsySheet *self, double x, double y, double w, double h, double gray);
/** Takes over the trend in @drawn. */
void _asy_sheet_add_trend (AsySheet *self, const AsySheetTrend *drawn, double x, double y, double w, double h);
/** Closes the strip; returns its index. */
guint _asy_sheet_end (AsySheet *self, double height, guint n_text_lines);

/** The next block begins at least @space below this one. */
void _asy_sheet_add_space (AsySheet *self, double space);
/** The next strip stays on the page of the last one. */
void _asy_sheet_glue (AsySheet *self);
/** The next strip, and the last @n_lines lines of text before it, stay on one page. */
void _asy_sheet_glue_back (AsySheet *self, guint n_lines);
/** What follows begins on a new page. */
void _asy_sheet_break_page (AsySheet *self);

/** A strip for each line of @box; at least two lines stay together at either end of a page. */
void _asy_sheet_add_box (AsySheet *self, const AsyTextbox *box, double x, double space_before, AsyRole role);

/** Puts @box beside the first line of @strip and before its words, so that it also comes out of the file
 *  before them. Only for one of the last strips. */
void _asy_sheet_put_before (AsySheet *self, guint strip, const AsyTextbox *box, double x, guint n_lines);

void _asy_sheet_add_stop (AsySheet *self, const char *key, const char *title, guint level);

/* A state to come back to. */
typedef struct
{
  guint n_boxes, n_pieces, n_marks, n_strips, n_heads, n_stops, n_words;
  double pending_space;
  gboolean glue_next;
  gboolean page_next;
} AsySheetMark;

void _asy_sheet_get_mark (const AsySheet *self, AsySheetMark *ret_mark);
/** Drops everything that was added since. */
void _asy_sheet_return_to_mark (AsySheet *self, const AsySheetMark *mark);

/** Cuts the sheet into pages (asy-paginate.c). There is always at least one. */
void _asy_sheet_paginate (AsySheet *self);

/** Puts a strip at a place of its own on a page. */
void _asy_sheet_place (AsySheet *self, guint page, guint strip, double y);

G_END_DECLS
