/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "letter/asy-compose-private.h"
#include "letter/asy-letter-error-private.h"

#define POINTS_PER_MM (72.0 / 25.4)

/* A4, ISO 216. */
#define A4_SHORT_PT (210 * POINTS_PER_MM)
#define A4_LONG_PT (297 * POINTS_PER_MM)

/* Printers leave some 5 mm blank at the edges. */
#define MARGIN_MIN_PT (8 * POINTS_PER_MM)
/* Nothing can be set in less. */
#define BODY_MIN_PT (60 * POINTS_PER_MM)

/* Running header and footer stand in the margins; these reach at least as far. */
#define BAND_MARGIN_PT (18 * POINTS_PER_MM)
#define FOOTER_GAP_PT 10
#define HEADER_GAP_PT 10

static gboolean
is_landscape (const AsyNode *page)
{
  return page != NULL && g_strcmp0 (_asy_node_get (page, "orientation"), "landscape") == 0;
}

static double
get_margin (const AsyNode *page, const char *side, double fallback_mm)
{
  double margin = fallback_mm * POINTS_PER_MM;

  if (page != NULL)
    margin = _asy_node_get_points (page, side, margin);
  return MAX (margin, MARGIN_MIN_PT);
}

AsySheet *
_asy_compose_new_sheet (const AsyTemplate *template_)
{
  const AsyNode *page = _asy_node_find (template_->root, ASY_NODE_PAGE);
  gboolean is_wide = is_landscape (page);
  AsySheet *sheet = _asy_sheet_new (is_wide ? A4_LONG_PT : A4_SHORT_PT, is_wide ? A4_SHORT_PT : A4_LONG_PT);
  double bottom = get_margin (page, "margin-bottom", 22);

  sheet->left = get_margin (page, "margin-left", 25);
  sheet->top = get_margin (page, "margin-top", 20);
  if (_asy_node_find (template_->root, ASY_NODE_FOOTER) != NULL)
    bottom = MAX (bottom, BAND_MARGIN_PT);
  if (_asy_node_find (template_->root, ASY_NODE_RUNNING_HEADER) != NULL || _asy_node_find (template_->root, ASY_NODE_NOTICE) != NULL)
    sheet->top = MAX (sheet->top, BAND_MARGIN_PT);
  sheet->width = sheet->page_width - sheet->left - get_margin (page, "margin-right", 22);
  sheet->height = sheet->page_height - sheet->top - bottom;
  return sheet;
}

gboolean
_asy_compose_check_page (const AsyTemplate *template_, GError **error)
{
  g_autoptr(AsySheet) sheet = _asy_compose_new_sheet (template_);

  if (sheet->width >= BODY_MIN_PT && sheet->height >= BODY_MIN_PT)
    return TRUE;
  asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, _asy_node_find (template_->root, ASY_NODE_PAGE)->line,
                        "the margins leave less than 60 mm of the page: make them smaller");
  return FALSE;
}

double
_asy_compose_get_size (const AsyTemplate *template_)
{
  const AsyNode *page = _asy_node_find (template_->root, ASY_NODE_PAGE);
  const char *size = page != NULL ? _asy_node_get (page, "font-size") : NULL;

  return size != NULL ? g_ascii_strtod (size, NULL) : 11;
}

/* Left, center and right of a band; returns how high it is. */
static double
add_band (AsyComposer *self, const AsyNode *band, const AsyScope *scope)
{
  static const struct
  {
    AsyNodeKind kind;
    AsyAlign align;
    double x;                   /* of the width */
    double width;
  } cells[] = {
    { ASY_NODE_LEFT, ASY_ALIGN_LEFT, 0, 0.48 },
    { ASY_NODE_CENTER, ASY_ALIGN_CENTER, 0.25, 0.5 },
    { ASY_NODE_RIGHT, ASY_ALIGN_RIGHT, 0.52, 0.48 },
  };
  double height = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const AsyNode *node = _asy_node_find (band, cells[i].kind);
      AsyTextboxSpec spec = { .style = ASY_STYLE_BAND, .has_align = TRUE, .align = cells[i].align, .max_lines = 2 };
      const AsyTextbox *box;

      if (node == NULL)
        continue;
      box = _asy_compose_inline (self, node, scope, self->sheet->width * cells[i].width, &spec, 0);
      if (box == NULL)
        continue;
      _asy_sheet_add_piece (self->sheet, box, self->sheet->width * cells[i].x, 3, 0, box->n_lines);
      height = MAX (height, _asy_textbox_get_height (box));
    }
  return height;
}

static void
add_footer (AsyComposer *self, const AsyNode *footer, const AsyScope *scope)
{
  guint strip;

  _asy_sheet_begin (self->sheet, 0, ASY_ROLE_DECOR);
  _asy_sheet_add_rule (self->sheet, 0, 0, self->sheet->width, 0, 0.5, 0.4);
  add_band (self, footer, scope);
  strip = _asy_sheet_end (self->sheet, 0, 0);
  _asy_sheet_place (self->sheet, self->expansion.page - 1, strip, self->sheet->top + self->sheet->height + FOOTER_GAP_PT);
}

static void
add_running_header (AsyComposer *self, const AsyNode *header, const AsyScope *scope)
{
  double height;
  guint strip;

  _asy_sheet_begin (self->sheet, 0, ASY_ROLE_DECOR);
  height = add_band (self, header, scope);
  strip = _asy_sheet_end (self->sheet, 0, 0);
  _asy_sheet_place (self->sheet, self->expansion.page - 1, strip, self->sheet->top - HEADER_GAP_PT - height - 3);
}

static void
add_notice (AsyComposer *self, const AsyNode *notice, const AsyScope *scope)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_NOTICE, .max_lines = 1 };
  const AsyTextbox *box = _asy_compose_inline (self, notice, scope, self->sheet->width, &spec, 0);
  double frame;
  guint strip;

  if (box == NULL)
    return;
  frame = _asy_textbox_measure (box) / 2 + 8;
  _asy_sheet_begin (self->sheet, 0, ASY_ROLE_DECOR);
  _asy_sheet_add_tint (self->sheet, self->sheet->width / 2 - frame, 0, 2 * frame, box->leading_pt + 3, 0.92);
  _asy_sheet_add_piece (self->sheet, box, 0, 1.5, 0, 1);
  strip = _asy_sheet_end (self->sheet, 0, 0);
  _asy_sheet_place (self->sheet, self->expansion.page - 1, strip, self->sheet->top - HEADER_GAP_PT - box->leading_pt - 3);
}

void
_asy_compose_bands (AsyComposer *self, const AsyScope *scope)
{
  const AsyNode *root = self->template->root;
  const AsyNode *footer = _asy_node_find (root, ASY_NODE_FOOTER);
  const AsyNode *header = _asy_node_find (root, ASY_NODE_RUNNING_HEADER);
  const AsyNode *notice = _asy_node_find (root, ASY_NODE_NOTICE);

  self->expansion.n_pages = self->sheet->pages->len;
  for (guint page = 1; page <= self->expansion.n_pages && _asy_expansion_step (&self->expansion); page++)
    {
      self->expansion.page = page;
      if (notice != NULL && _asy_scope_is_filled (scope, notice, "field"))
        add_notice (self, notice, scope);
      if (header != NULL && page > 1)
        add_running_header (self, header, scope);
      if (footer != NULL)
        add_footer (self, footer, scope);
    }
}
