/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "letter/asy-rich-private.h"

G_BEGIN_DECLS

/* How words look. Sizes follow the size of the body of the paper. */
typedef enum {
  ASY_STYLE_BODY,
  ASY_STYLE_TITLE,
  ASY_STYLE_SUBTITLE,
  ASY_STYLE_HEADING,
  ASY_STYLE_SUBHEADING,
  ASY_STYLE_LINE,               /* of letterhead and addressee */
  ASY_STYLE_SMALL,
  ASY_STYLE_SOURCE,
  ASY_STYLE_TABLE,
  ASY_STYLE_TABLE_SMALL,
  ASY_STYLE_TABLE_HEAD,
  ASY_STYLE_BAND,               /* running header and footer */
  ASY_STYLE_NOTICE,
  ASY_STYLE_GRID,
  ASY_STYLE_GRID_DAY,
  ASY_STYLE_CODE,
  ASY_STYLE_LAST = ASY_STYLE_CODE
} AsyStyle;

typedef enum {
  ASY_ALIGN_LEFT,
  ASY_ALIGN_CENTER,
  ASY_ALIGN_RIGHT,
  ASY_ALIGN_JUSTIFY,
} AsyAlign;

/* Sets words in lines. Has a font map of its own, so that a paper may be set in
 * any thread. */
typedef struct
{
  PangoFontMap *font_map;
  PangoContext *context;
  PangoFontDescription *fonts[ASY_STYLE_LAST + 1];
  double size_pt;               /* of the body */
} AsyTypesetter;

AsyTypesetter *_asy_typesetter_new (const char *lang, double size_pt) G_GNUC_WARN_UNUSED_RESULT;
void _asy_typesetter_free (AsyTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyTypesetter, _asy_typesetter_free)

/* Words set in lines of equal height. */
typedef struct
{
  PangoLayout *layout;
  PangoLayout *ragged;          /* (nullable): the same lines, not stretched */
  guint8 *is_ragged;            /* (nullable): which lines would have ugly gaps */
  AsyStyle style;
  AsyAlign align;
  guint n_lines;
  guint n_words;
  double width_pt;
  double leading_pt;            /* height of a line */
  double baseline_pt;           /* from the top of a line */
  double gray;                  /* 0 is black */
} AsyTextbox;

typedef struct
{
  AsyStyle style;
  AsyAlign align;               /* only used with has_align */
  gboolean has_align;
  gboolean ties_short_words;    /* no word of three letters or less at the end of a line */
  guint max_lines;              /* 0: as many as it takes; else the last one ends in … */
} AsyTextboxSpec;

/** Sets @rich in lines of at most @width_pt points. */
AsyTextbox *_asy_textbox_new (AsyTypesetter *typesetter, const AsyRich *rich, double width_pt, const AsyTextboxSpec *spec)
  G_GNUC_WARN_UNUSED_RESULT;
AsyTextbox *_asy_textbox_new_plain (AsyTypesetter *typesetter, const char *text, double width_pt, const AsyTextboxSpec *spec)
  G_GNUC_WARN_UNUSED_RESULT;
void _asy_textbox_free (gpointer data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyTextbox, _asy_textbox_free)

double _asy_textbox_get_height (const AsyTextbox *self);
/** Width of the widest line as set. */
double _asy_textbox_measure (const AsyTextbox *self);
/** Height of a line of @style. */
double _asy_typesetter_get_leading (const AsyTypesetter *self, AsyStyle style);

/** Draws lines @first … with the top of the first at (@x, @y). */
void _asy_textbox_draw (const AsyTextbox *self, cairo_t *cr, double x, double y, guint first, guint n_lines);

G_END_DECLS
