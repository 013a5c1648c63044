/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-sheet-private.h"

G_BEGIN_DECLS

/* Template and data become a sheet. */
typedef struct
{
  const AsyTemplate *template;
  AsyTypesetter *typesetter;
  AsySheet *sheet;
  AsyExpansion expansion;
  guint numbers[2];             /* of the last section and section in a section */
  guint level;                  /* of the section that is open; 0 outside */
} AsyComposer;

/** Sets the paper; the sheet is cut into pages. %ASY_LETTER_ERROR_TOO_BIG. */
AsySheet *_asy_compose (const AsyTemplate *template_, AsyTypesetter *typesetter, const AsyPaperData *data, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/** Size of the body type that the template asks for. */
double _asy_compose_get_size (const AsyTemplate *template_);

/** Whether the body of the page that the template asks for is large enough to be used. */
gboolean _asy_compose_check_page (const AsyTemplate *template_, GError **error);

/** An empty sheet of the size and with the margins that the template asks for. */
AsySheet *_asy_compose_new_sheet (const AsyTemplate *template_) G_GNUC_WARN_UNUSED_RESULT;

/** Running headers, footers and the notice of every page, once their number is known. */
void _asy_compose_bands (AsyComposer *self, const AsyScope *scope);

/* For the kinds of blocks. */

/** Sets the inline children of @node; %NULL when they say nothing. Owned by the sheet. */
const AsyTextbox *_asy_compose_inline (AsyComposer *self, const AsyNode *node, const AsyScope *scope, double width,
                                       const AsyTextboxSpec *spec, AsyRichFlags flags);
const AsyTextbox *_asy_compose_rich (AsyComposer *self, const AsyRich *rich, double width, const AsyTextboxSpec *spec);
const AsyTextbox *_asy_compose_plain (AsyComposer *self, const char *text, double width, const AsyTextboxSpec *spec);

/* Boxes above each other in a column. */
typedef struct
{
  const AsyTextbox *box;
  const AsyTextbox *marker;     /* (nullable): at the left, beside the first line */
  double x;
  double y;
} AsyFlowItem;

typedef struct
{
  GArray *items;                /* of AsyFlowItem */
  double height;
  guint n_lines;
} AsyFlow;

void _asy_flow_clear (AsyFlow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AsyFlow, _asy_flow_clear)

/** The <line>s of @node, without those that say nothing. They are never cut, so no more than half a page of
 *  them is taken, and six lines of each. */
void _asy_compose_lines (AsyComposer *self, const AsyNode *node, const AsyScope *scope, double width, const AsyTextboxSpec *spec,
                         AsyFlow *ret_flow);
/** Words, or paragraphs, of a cell. */
void _asy_compose_flow (AsyComposer *self, const AsyNode *node, const AsyScope *scope, double width, const AsyTextboxSpec *spec,
                        AsyRichFlags flags, AsyFlow *ret_flow);
/** Puts all boxes of @flow into the open strip. */
void _asy_compose_add_flow (AsyComposer *self, const AsyFlow *flow, double x, double y);

/** Words, paragraphs and items below each other, hanging behind @marker if there is one. */
void _asy_compose_prose (AsyComposer *self, const GPtrArray *prose, double indent, const char *marker, double space_before,
                         AsyStyle style);

typedef void (*AsyItemFunc) (AsyComposer *self, const AsyNode *node, const AsyScope *scope, gpointer data);

/** Calls @func for each item of the list that @attribute of @node names, or once when it names none, as
 *  long as `if` and `unless` of @node allow it. */
void _asy_compose_for_each (AsyComposer *self, const AsyNode *node, const char *attribute, const AsyScope *scope, AsyItemFunc func,
                            gpointer data);

void _asy_compose_table (AsyComposer *self, const AsyNode *node, const AsyScope *scope);
void _asy_compose_trend (AsyComposer *self, const AsyNode *node, const AsyScope *scope);
void _asy_compose_week_grid (AsyComposer *self, const AsyNode *node, const AsyScope *scope);
void _asy_compose_letterhead (AsyComposer *self, const AsyNode *node, const AsyScope *scope);
void _asy_compose_addressee (AsyComposer *self, const AsyNode *node, const AsyScope *scope);
void _asy_compose_facts (AsyComposer *self, const AsyNode *node, const AsyScope *scope);
void _asy_compose_signatures (AsyComposer *self, const AsyNode *node, const AsyScope *scope);
void _asy_compose_tail (AsyComposer *self, const AsyNode *node, const AsyScope *scope);
void _asy_compose_code (AsyComposer *self, const AsyNode *node, const AsyScope *scope);

G_END_DECLS
