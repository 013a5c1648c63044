/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "base/asy-text.h"
#include "letter/asy-compose-private.h"
#include "letter/asy-letter-error-private.h"

/* A paper of forty pages takes some five thousand. */
#define MAX_STEPS 200000
/* Setting text costs as much as following a node for every so many bytes. */
#define BYTES_PER_STEP 32

#define TO_BE_WRITTEN "[do uzupełnienia]"

#define PARA_GAP_PT 4.5
#define HEADING_BEFORE_PT 13
#define HEADING_AFTER_PT 3
#define SUBHEADING_BEFORE_PT 8
#define SUBHEADING_AFTER_PT 2
#define DASH_INDENT_PT 13
#define NUMBER_INDENT_PT 20
#define WRITING_LINE_PT 22
/* The name of a court takes two. */
#define LINE_LINES_MAX 6

/* Boxes. */

const AsyTextbox *
_asy_compose_rich (AsyComposer *self, const AsyRich *rich, double width, const AsyTextboxSpec *spec)
{
  guint cost = (guint) MIN (rich->text->len / BYTES_PER_STEP, G_MAXUINT);

  self->expansion.steps_left -= MIN (cost, self->expansion.steps_left);
  return _asy_sheet_own (self->sheet, _asy_textbox_new (self->typesetter, rich, width, spec));
}

const AsyTextbox *
_asy_compose_plain (AsyComposer *self, const char *text, double width, const AsyTextboxSpec *spec)
{
  return _asy_sheet_own (self->sheet, _asy_textbox_new_plain (self->typesetter, text, width, spec));
}

const AsyTextbox *
_asy_compose_inline (AsyComposer *self, const AsyNode *node, const AsyScope *scope, double width, const AsyTextboxSpec *spec,
                     AsyRichFlags flags)
{
  g_autoptr(AsyRich) rich = _asy_rich_expand (&self->expansion, node, scope, flags);

  return _asy_rich_is_blank (rich) ? NULL : _asy_compose_rich (self, rich, width, spec);
}

/* Flows. */

void
_asy_flow_clear (AsyFlow *self)
{
  g_clear_pointer (&self->items, g_array_unref);
}

static void
flow_init (AsyFlow *flow)
{
  flow->items = g_array_new (FALSE, FALSE, sizeof (AsyFlowItem));
  flow->height = 0;
  flow->n_lines = 0;
}

static void
flow_add (AsyFlow *flow, const AsyTextbox *box, const AsyTextbox *marker, double x)
{
  AsyFlowItem item = { box, marker, x, flow->height };

  if (box == NULL)
    return;
  g_array_append_val (flow->items, item);
  flow->height += _asy_textbox_get_height (box);
  flow->n_lines += box->n_lines;
}

void
_asy_compose_lines (AsyComposer *self, const AsyNode *node, const AsyScope *scope, double width, const AsyTextboxSpec *spec,
                    AsyFlow *ret_flow)
{
  flow_init (ret_flow);
  for (guint i = 0; i < node->children->len; i++)
    {
      const AsyNode *line = g_ptr_array_index (node->children, i);
      AsyTextboxSpec own = *spec;
      const AsyTextbox *box;

      if (line->kind != ASY_NODE_LINE)
        continue;
      if (_asy_node_is (line, "small") && spec->style == ASY_STYLE_LINE)
        own.style = ASY_STYLE_SMALL;
      if (own.max_lines == 0)
        own.max_lines = LINE_LINES_MAX;
      box = _asy_compose_inline (self, line, scope, width, &own, _asy_node_is (line, "strong") ? ASY_RICH_STRONG : 0);
      if (box != NULL && ret_flow->height + _asy_textbox_get_height (box) > self->sheet->height / 2)
        return;
      flow_add (ret_flow, box, NULL, 0);
    }
}

static gboolean
has_paragraphs (const AsyNode *node)
{
  return _asy_node_find (node, ASY_NODE_PARA) != NULL || _asy_node_find (node, ASY_NODE_TEXT) != NULL;
}

static void
strengthen (AsyRich *rich)
{
  AsyRichSpan span = { 0, rich->n_chars, ASY_RICH_STRONG };

  g_array_append_val (rich->spans, span);
}

void
_asy_compose_flow (AsyComposer *self, const AsyNode *node, const AsyScope *scope, double width, const AsyTextboxSpec *spec,
                   AsyRichFlags flags, AsyFlow *ret_flow)
{
  g_autoptr(GPtrArray) prose = NULL;

  flow_init (ret_flow);
  if (!has_paragraphs (node))
    {
      flow_add (ret_flow, _asy_compose_inline (self, node, scope, width, spec, flags), NULL, 0);
      return;
    }
  prose = _asy_prose_expand (&self->expansion, node, scope);
  for (guint i = 0; i < prose->len; i++)
    {
      const AsyProse *item = g_ptr_array_index (prose, i);
      double indent = item->marker == NULL ? 0 : g_ascii_isalnum (item->marker[0]) ? 15 : 9;
      const AsyTextbox *marker = item->marker != NULL ? _asy_compose_plain (self, item->marker, indent, spec) : NULL;

      if (flags & ASY_RICH_STRONG)
        strengthen (item->words);
      flow_add (ret_flow, _asy_compose_rich (self, item->words, width - indent, spec), marker, indent);
    }
}

void
_asy_compose_add_flow (AsyComposer *self, const AsyFlow *flow, double x, double y)
{
  for (guint i = 0; i < flow->items->len; i++)
    {
      const AsyFlowItem *item = &g_array_index (flow->items, AsyFlowItem, i);

      if (item->marker != NULL)
        _asy_sheet_add_piece (self->sheet, item->marker, x, y + item->y, 0, 1);
      _asy_sheet_add_piece (self->sheet, item->box, x + item->x, y + item->y, 0, item->box->n_lines);
    }
}

/* Prose. */

static double
get_indent (const AsyProse *item, const char *marker)
{
  const char *shown = item->marker != NULL ? item->marker : marker;

  if (shown == NULL)
    return 0;
  return g_ascii_isalnum (shown[0]) ? NUMBER_INDENT_PT : DASH_INDENT_PT;
}

/* Lines of @box, and @marker in front of the first. */
static void
add_hanging (AsyComposer *self, const AsyTextbox *box, double x, const char *marker, double indent, double space_before)
{
  AsyTextboxSpec spec = { .style = box->style, .has_align = TRUE, .align = ASY_ALIGN_LEFT };
  guint first = self->sheet->strips->len;

  _asy_sheet_add_box (self->sheet, box, x + indent, space_before, ASY_ROLE_PARA);
  self->sheet->n_words += box->n_words;
  if (marker != NULL)
    _asy_sheet_put_before (self->sheet, first, _asy_compose_plain (self, marker, indent, &spec), x, 1);
}

void
_asy_compose_prose (AsyComposer *self, const GPtrArray *prose, double indent, const char *marker, double space_before, AsyStyle style)
{
  AsyTextboxSpec spec = { .style = style };
  double hang = marker != NULL ? (g_ascii_isalnum (marker[0]) ? NUMBER_INDENT_PT : DASH_INDENT_PT) : 0;

  for (guint i = 0; i < prose->len; i++)
    {
      const AsyProse *item = g_ptr_array_index (prose, i);
      const char *shown = item->marker;
      double x = indent;
      double own = get_indent (item, NULL);
      double gap = i == 0 ? space_before : item->marker != NULL || marker != NULL ? PARA_GAP_PT / 3 : PARA_GAP_PT;

      if (i == 0 && marker != NULL && item->marker == NULL)
        {
          shown = marker;
          own = hang;
        }
      else
        x += hang;
      add_hanging (self, _asy_compose_rich (self, item->words, self->sheet->width - x - own, &spec), x, shown, own, gap);
    }
}

/* Blocks. */

static void compose_block (AsyComposer *self, const AsyNode *node, const AsyScope *scope);

static void
compose_blocks (AsyComposer *self, const AsyNode *parent, const AsyScope *scope)
{
  for (guint i = 0; i < parent->children->len && _asy_expansion_step (&self->expansion); i++)
    compose_block (self, g_ptr_array_index (parent->children, i), scope);
}

static gboolean
is_wanted (const AsyNode *node, const AsyScope *scope)
{
  if (_asy_node_get (node, "if") != NULL && !_asy_scope_is_filled (scope, node, "if"))
    return FALSE;
  return _asy_node_get (node, "unless") == NULL || !_asy_scope_is_filled (scope, node, "unless");
}

void
_asy_compose_for_each (AsyComposer *self, const AsyNode *node, const char *attribute, const AsyScope *scope, AsyItemFunc func,
                       gpointer data)
{
  const AsyAttribute *list = _asy_node_get_attribute (node, attribute);
  const AsyPaperData *values;
  guint n_items;

  if (list == NULL)
    {
      if (is_wanted (node, scope))
        func (self, node, scope, data);
      return;
    }
  values = _asy_scope_find (scope, list);
  n_items = asy_paper_data_get_n_items (values, list->value);
  for (guint i = 0; i < n_items && _asy_expansion_step (&self->expansion); i++)
    {
      AsyScope inner = { asy_paper_data_get_item (values, list->value, i), scope, i, n_items };

      if (is_wanted (node, &inner))
        func (self, node, &inner, data);
    }
}

static void
compose_children (AsyComposer *self, const AsyNode *node, const AsyScope *scope, gpointer data)
{
  compose_blocks (self, node, scope);
}

static void
compose_heading (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_SUBHEADING };
  const AsyTextbox *box = _asy_compose_inline (self, node, scope, self->sheet->width, &spec, 0);

  if (box == NULL)
    return;
  _asy_sheet_add_box (self->sheet, box, 0, SUBHEADING_BEFORE_PT, ASY_ROLE_SUBHEADING);
  _asy_sheet_add_space (self->sheet, SUBHEADING_AFTER_PT);
  _asy_sheet_glue (self->sheet);
}

static void
compose_title (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  gboolean is_title = node->kind == ASY_NODE_TITLE;
  AsyTextboxSpec spec = { .style = is_title ? ASY_STYLE_TITLE : ASY_STYLE_SUBTITLE, .ties_short_words = TRUE };
  double margin = self->sheet->width * 0.08;
  const AsyTextbox *box = _asy_compose_inline (self, node, scope, self->sheet->width - 2 * margin, &spec, 0);

  if (box == NULL)
    return;
  _asy_sheet_add_box (self->sheet, box, margin, is_title ? 22 : 3, is_title ? ASY_ROLE_TITLE : ASY_ROLE_SUBHEADING);
  _asy_sheet_add_space (self->sheet, is_title ? 3 : 12);
  _asy_sheet_glue (self->sheet);
}

static void
compose_para (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  static const char *const sides[] = { "left", "center", "right", "justify" };
  AsyTextboxSpec spec = { .style = _asy_node_is (node, "small") ? ASY_STYLE_SMALL : ASY_STYLE_BODY };
  const char *align = _asy_node_get (node, "align");
  const AsyTextbox *box;

  for (guint i = 0; align != NULL && i < G_N_ELEMENTS (sides); i++)
    if (g_str_equal (sides[i], align))
      {
        spec.align = (AsyAlign) i;
        spec.has_align = TRUE;
      }
  box = _asy_compose_inline (self, node, scope, self->sheet->width, &spec, 0);
  if (box == NULL)
    return;
  _asy_sheet_add_box (self->sheet, box, 0, PARA_GAP_PT, ASY_ROLE_PARA);
  self->sheet->n_words += box->n_words;
  if (_asy_node_get (node, "keep") != NULL)
    _asy_sheet_glue (self->sheet);
}

static void
compose_text (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  const AsyAttribute *field = _asy_node_get_attribute (node, "field");
  const char *text = asy_paper_data_get_text (_asy_scope_find (scope, field), field->value);
  g_autoptr(GPtrArray) prose = _asy_prose_from_text (text != NULL ? text : "");

  _asy_compose_prose (self, prose, 0, NULL, PARA_GAP_PT, ASY_STYLE_BODY);
}

typedef struct
{
  const char *style;
  guint n;
} ListState;

static char *
make_marker (const ListState *state)
{
  if (g_strcmp0 (state->style, "dashes") == 0)
    return g_strdup (ASY_TEXT_EN_DASH);
  if (g_strcmp0 (state->style, "letters") == 0 && state->n <= 26)
    return g_strdup_printf ("%c)", 'a' + (int) state->n - 1);
  return g_strdup_printf ("%u.", state->n);
}

static void
compose_item (AsyComposer *self, const AsyNode *node, const AsyScope *scope, gpointer data)
{
  ListState *state = data;
  g_autoptr(GPtrArray) prose = NULL;
  g_autofree char *marker = NULL;

  if (has_paragraphs (node))
    prose = _asy_prose_expand (&self->expansion, node, scope);
  else
    {
      AsyProse *item = g_new0 (AsyProse, 1);

      item->words = _asy_rich_expand (&self->expansion, node, scope, 0);
      prose = g_ptr_array_new_with_free_func (_asy_prose_free);
      g_ptr_array_add (prose, item);
      if (_asy_rich_is_blank (item->words))
        return;
    }
  if (prose->len == 0)
    return;
  state->n++;
  marker = make_marker (state);
  _asy_compose_prose (self, prose, 0, marker, prose->len > 1 ? PARA_GAP_PT : PARA_GAP_PT / 2, ASY_STYLE_BODY);
}

static void
compose_list (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  ListState state = { _asy_node_get (node, "style"), 0 };

  _asy_sheet_add_space (self->sheet, PARA_GAP_PT);
  for (guint i = 0; i < node->children->len; i++)
    {
      const AsyNode *item = g_ptr_array_index (node->children, i);

      if (item->kind == ASY_NODE_ITEM)
        _asy_compose_for_each (self, item, "each", scope, compose_item, &state);
    }
  _asy_sheet_add_space (self->sheet, PARA_GAP_PT);
}

static void
compose_rule (AsyComposer *self)
{
  _asy_sheet_begin (self->sheet, 6, ASY_ROLE_DECOR);
  _asy_sheet_add_rule (self->sheet, 0, 0, self->sheet->width, 0, 0.6, 0);
  _asy_sheet_end (self->sheet, 1, 0);
  _asy_sheet_add_space (self->sheet, 6);
}

static void
compose_writing_lines (AsyComposer *self, const AsyNode *node)
{
  guint count = _asy_node_get_number (node, "count", 1);

  for (guint i = 0; i < count; i++)
    {
      _asy_sheet_begin (self->sheet, 0, ASY_ROLE_DECOR);
      _asy_sheet_add_dots (self->sheet, 0, WRITING_LINE_PT - 3, self->sheet->width, 0, 0.6, 0.45);
      _asy_sheet_end (self->sheet, WRITING_LINE_PT, 0);
    }
}

/* Sections. */

static char *
make_section_name (const AsyNode *node, const char *what)
{
  return g_strconcat ("section.", _asy_node_get (node, "key"), ".", what, NULL);
}

static char *
make_section_title (AsyComposer *self, const AsyNode *node, const AsyPaperData *data)
{
  g_autofree char *name = make_section_name (node, "heading");
  const char *heading = asy_paper_data_is_filled (data, name) ? asy_paper_data_get_text (data, name) : _asy_node_get (node, "heading");

  if (g_strcmp0 (_asy_node_get (node, "numbered"), "no") == 0)
    return g_strdup (heading);
  self->numbers[self->level - 1]++;
  if (self->level == 1)
    return g_strdup_printf ("%u." ASY_TEXT_NBSP "%s", self->numbers[0], heading);
  return g_strdup_printf ("%u.%u." ASY_TEXT_NBSP "%s", self->numbers[0], self->numbers[1], heading);
}

static void
compose_section_heading (AsyComposer *self, const AsyNode *node, const AsyPaperData *data)
{
  gboolean is_first_level = self->level == 1;
  AsyTextboxSpec spec = { .style = is_first_level ? ASY_STYLE_HEADING : ASY_STYLE_SUBHEADING };
  g_autofree char *title = make_section_title (self, node, data);
  const AsyTextbox *box = _asy_compose_plain (self, title, self->sheet->width, &spec);

  _asy_sheet_add_stop (self->sheet, _asy_node_get (node, "key"), title, self->level);
  _asy_sheet_add_box (self->sheet, box, 0, is_first_level ? HEADING_BEFORE_PT : SUBHEADING_BEFORE_PT,
                      is_first_level ? ASY_ROLE_HEADING : ASY_ROLE_SUBHEADING);
  _asy_sheet_glue (self->sheet);
}

static void
compose_section_body (AsyComposer *self, const AsyNode *section, const AsyNode *body, const AsyScope *scope)
{
  g_autofree char *name = make_section_name (section, "body");
  g_autoptr(GPtrArray) prose = NULL;

  if (asy_paper_data_get_kind (scope->data, name) == ASY_PAPER_VALUE_TEXT)
    prose = _asy_prose_from_text (asy_paper_data_get_text (scope->data, name));
  else
    prose = _asy_prose_expand (&self->expansion, body, scope);
  _asy_compose_prose (self, prose, 0, NULL, HEADING_AFTER_PT, ASY_STYLE_BODY);
}

static void
mark_empty_body (AsyComposer *self)
{
  g_autoptr(AsyRich) rich = _asy_rich_new ();
  AsyTextboxSpec spec = { .style = ASY_STYLE_BODY };

  _asy_rich_append (rich, TO_BE_WRITTEN, ASY_RICH_MISSING);
  _asy_sheet_add_box (self->sheet, _asy_compose_rich (self, rich, self->sheet->width, &spec), 0, HEADING_AFTER_PT, ASY_ROLE_PARA);
}

static void
compose_source (AsyComposer *self, const AsyNode *section, const AsyNode *node, const AsyScope *scope)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_SOURCE };
  g_autofree char *name = make_section_name (section, "source");
  const char *own = asy_paper_data_get_text (scope->data, name);
  g_autoptr(AsyRich) rich = _asy_rich_new ();
  g_autoptr(AsyRich) words = _asy_rich_expand (&self->expansion, node, scope, 0);

  if (!_asy_scope_is_filled (scope, node, "field"))
    return;
  _asy_rich_append (rich, "Źródło: ", 0);
  if (asy_paper_data_is_filled (scope->data, name))
    _asy_rich_append (rich, own, 0);
  else if (!_asy_rich_is_blank (words))
    _asy_rich_append (rich, words->text->str, 0);
  else
    return;
  _asy_sheet_glue_back (self->sheet, 1);
  _asy_sheet_add_box (self->sheet, _asy_compose_rich (self, rich, self->sheet->width, &spec), 0, 2, ASY_ROLE_PARA);
}

static gboolean
compose_section_content (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  guint n_strips = self->sheet->strips->len;

  for (guint i = 0; i < node->children->len && _asy_expansion_step (&self->expansion); i++)
    {
      const AsyNode *child = g_ptr_array_index (node->children, i);

      if (child->kind == ASY_NODE_BODY)
        compose_section_body (self, node, child, scope);
      else if (child->kind != ASY_NODE_SOURCE)
        compose_block (self, child, scope);
      else if (self->sheet->strips->len > n_strips)
        compose_source (self, node, child, scope);
    }
  return self->sheet->strips->len > n_strips;
}

static void
compose_section (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  g_autofree char *omit = make_section_name (node, "omit");
  AsySheetMark before;
  guint numbers[2] = { self->numbers[0], self->numbers[1] };

  if (asy_paper_data_get_bool (scope->data, omit))
    return;
  _asy_sheet_get_mark (self->sheet, &before);
  self->level++;
  compose_section_heading (self, node, scope->data);
  if (self->level == 1)
    self->numbers[1] = 0;
  if (!compose_section_content (self, node, scope))
    {
      if (g_strcmp0 (_asy_node_get (node, "empty"), "omit") == 0)
        {
          _asy_sheet_return_to_mark (self->sheet, &before);
          self->numbers[0] = numbers[0];
          self->numbers[1] = numbers[1];
        }
      else
        mark_empty_body (self);
    }
  self->level--;
}

static void
compose_block (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  switch (node->kind)
    {
    case ASY_NODE_LETTERHEAD:
      _asy_compose_letterhead (self, node, scope);
      break;
    case ASY_NODE_ADDRESSEE:
      _asy_compose_addressee (self, node, scope);
      break;
    case ASY_NODE_REFERENCE:
    case ASY_NODE_FACTS:
      _asy_compose_facts (self, node, scope);
      break;
    case ASY_NODE_TITLE:
    case ASY_NODE_SUBTITLE:
      compose_title (self, node, scope);
      break;
    case ASY_NODE_SECTION:
      compose_section (self, node, scope);
      break;
    case ASY_NODE_HEADING:
      compose_heading (self, node, scope);
      break;
    case ASY_NODE_PARA:
      compose_para (self, node, scope);
      break;
    case ASY_NODE_TEXT:
      compose_text (self, node, scope);
      break;
    case ASY_NODE_LIST:
      compose_list (self, node, scope);
      break;
    case ASY_NODE_TABLE:
      _asy_compose_table (self, node, scope);
      break;
    case ASY_NODE_SIGNATURES:
      _asy_compose_signatures (self, node, scope);
      break;
    case ASY_NODE_ATTACHMENTS:
    case ASY_NODE_DISTRIBUTION:
      _asy_compose_tail (self, node, scope);
      break;
    case ASY_NODE_NEW_PAGE:
      _asy_sheet_break_page (self->sheet);
      break;
    case ASY_NODE_RULE:
      compose_rule (self);
      break;
    case ASY_NODE_SPACE:
      _asy_sheet_add_space (self->sheet, MIN (_asy_node_get_points (node, "height", 0), self->sheet->height / 2));
      break;
    case ASY_NODE_LINES:
      compose_writing_lines (self, node);
      break;
    case ASY_NODE_CODE:
      _asy_compose_code (self, node, scope);
      break;
    case ASY_NODE_WEEK_GRID:
      _asy_compose_week_grid (self, node, scope);
      break;
    case ASY_NODE_TREND:
      _asy_compose_trend (self, node, scope);
      break;
    case ASY_NODE_EACH:
      _asy_compose_for_each (self, node, "list", scope, compose_children, NULL);
      break;
    case ASY_NODE_IF:
      if (_asy_scope_is_filled (scope, node, "field"))
        compose_blocks (self, node, scope);
      break;
    case ASY_NODE_UNLESS:
      if (!_asy_scope_is_filled (scope, node, "field"))
        compose_blocks (self, node, scope);
      break;
    default:
      break;
    }
}

AsySheet *
_asy_compose (const AsyTemplate *template_, AsyTypesetter *typesetter, const AsyPaperData *data, GError **error)
{
  g_autoptr(AsySheet) sheet = _asy_compose_new_sheet (template_);
  AsyComposer self = {
    .template = template_,
    .typesetter = typesetter,
    .sheet = sheet,
    .expansion = { .steps_left = MAX_STEPS },
  };
  AsyScope scope = { data, NULL, 0, 1 };

  compose_blocks (&self, _asy_node_find (template_->root, ASY_NODE_BODY), &scope);
  _asy_sheet_paginate (sheet);
  _asy_compose_bands (&self, &scope);
  if (self.expansion.steps_left > 0)
    return g_steal_pointer (&sheet);
  asy_letter_set_error (error, ASY_LETTER_ERROR_TOO_BIG, 0, "a paper of that length cannot be set");
  return NULL;
}

char *
asy_template_dup_default_body (const AsyTemplate *self, const AsyPaperData *data, const char *key)
{
  AsyExpansion expansion = { .steps_left = MAX_STEPS };
  AsyScope scope = { data, NULL, 0, 1 };
  GString *body = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->section_nodes->len; i++)
    {
      const AsyNode *node = g_ptr_array_index (self->section_nodes, i);
      const AsyNode *words = _asy_node_find (node, ASY_NODE_BODY);
      g_autoptr(GPtrArray) prose = NULL;

      if (!g_str_equal (_asy_node_get (node, "key"), key) || words == NULL)
        continue;
      prose = _asy_prose_expand (&expansion, words, &scope);
      for (guint k = 0; k < prose->len; k++)
        {
          const AsyProse *item = g_ptr_array_index (prose, k);

          g_string_append_printf (body, "%s%s%s%s", k > 0 ? "\n" : "", item->marker != NULL ? item->marker : "",
                                  item->marker != NULL ? " " : "", item->words->text->str);
        }
    }
  return g_string_free (body, FALSE);
}
