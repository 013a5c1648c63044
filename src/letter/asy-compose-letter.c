/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "base/asy-text.h"
#include "letter/asy-compose-private.h"

/* What makes a letter a letter: head, addressee, reference, signatures and
 * what follows them. */

#define SIGNING_SPACE_PT 36
#define SIGNERS_IN_ROW 3
#define TAIL_INDENT_PT 16
/* More than this at the end of a letter need not stay with the signature. */
#define TAIL_KEPT 6

void
_asy_compose_letterhead (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  const AsyNode *left = _asy_node_find (node, ASY_NODE_LEFT);
  const AsyNode *right = _asy_node_find (node, ASY_NODE_RIGHT);
  AsyTextboxSpec spec = { .style = ASY_STYLE_LINE };
  AsyTextboxSpec right_spec = { .style = ASY_STYLE_LINE, .has_align = TRUE, .align = ASY_ALIGN_RIGHT };
  double width = self->sheet->width;
  double left_width = width * 0.58;
  double right_width = width * 0.38;
  g_auto(AsyFlow) left_flow = { NULL };
  g_auto(AsyFlow) right_flow = { NULL };
  double height;

  _asy_compose_lines (self, left, scope, left_width, &spec, &left_flow);
  _asy_compose_lines (self, right, scope, right_width, &right_spec, &right_flow);
  height = MAX (left_flow.height, right_flow.height) + 8;
  _asy_sheet_begin (self->sheet, 0, ASY_ROLE_PARA);
  _asy_compose_add_flow (self, &left_flow, 0, 0);
  _asy_compose_add_flow (self, &right_flow, width - right_width, 0);
  _asy_sheet_add_rule (self->sheet, 0, height, width, 0, 0.8, 0);
  _asy_sheet_end (self->sheet, height + 1, MAX (left_flow.n_lines, right_flow.n_lines));
  _asy_sheet_add_space (self->sheet, 20);
}

void
_asy_compose_addressee (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_LINE, .ties_short_words = TRUE };
  double x = self->sheet->width * 0.46;
  g_auto(AsyFlow) flow = { NULL };

  _asy_compose_lines (self, node, scope, self->sheet->width - x, &spec, &flow);
  if (flow.items->len == 0)
    return;
  _asy_sheet_begin (self->sheet, 0, ASY_ROLE_PARA);
  _asy_compose_add_flow (self, &flow, x, 0);
  _asy_sheet_end (self->sheet, flow.height, flow.n_lines);
  _asy_sheet_add_space (self->sheet, 18);
}

/* Labels and values. */

typedef struct
{
  const AsyTextbox *label;
  const AsyTextbox *value;
} Fact;

static const AsyTextbox *
compose_label (AsyComposer *self, const AsyNode *entry)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_LINE, .max_lines = 4 };
  g_autofree char *label = g_strconcat (_asy_node_get (entry, "label"), ":", NULL);

  return _asy_compose_plain (self, label, self->sheet->width * 0.4, &spec);
}

static void
add_fact (AsyComposer *self, const Fact *fact, double x, double space_before)
{
  double height = MAX (_asy_textbox_get_height (fact->label), _asy_textbox_get_height (fact->value));

  _asy_sheet_begin (self->sheet, space_before, ASY_ROLE_PARA);
  _asy_sheet_add_piece (self->sheet, fact->label, 0, 0, 0, fact->label->n_lines);
  _asy_sheet_add_piece (self->sheet, fact->value, x, 0, 0, fact->value->n_lines);
  _asy_sheet_end (self->sheet, height, fact->value->n_lines);
}

/* A value longer than this is cut between pages like a paragraph; the facts
 * of one thing stay together. */
static void
add_long_fact (AsyComposer *self, const Fact *fact, double x, double space_before)
{
  guint first = self->sheet->strips->len;

  _asy_sheet_add_box (self->sheet, fact->value, x, space_before, ASY_ROLE_PARA);
  _asy_sheet_put_before (self->sheet, first, fact->label, 0, fact->label->n_lines);
}

void
_asy_compose_facts (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_LINE };
  g_autoptr(GArray) facts = g_array_new (FALSE, FALSE, sizeof (Fact));
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  double x = 0;

  for (guint i = 0; i < node->children->len; i++)
    {
      const AsyNode *entry = g_ptr_array_index (node->children, i);
      g_autoptr(AsyRich) words = NULL;

      if (entry->kind != ASY_NODE_ENTRY)
        continue;
      words = _asy_rich_expand (&self->expansion, entry, scope, 0);
      if (!_asy_rich_is_blank (words))
        {
          Fact fact = { compose_label (self, entry), NULL };

          x = MAX (x, _asy_textbox_measure (fact.label) + 8);
          g_array_append_val (facts, fact);
          g_ptr_array_add (entries, (gpointer) entry);
        }
    }
  for (guint i = 0; i < facts->len; i++)
    {
      Fact *fact = &g_array_index (facts, Fact, i);

      fact->value = _asy_compose_inline (self, g_ptr_array_index (entries, i), scope, self->sheet->width - x, &spec, 0);
      if (i > 0)
        _asy_sheet_glue (self->sheet);
      if (fact->value->n_lines <= 8)
        add_fact (self, fact, x, i > 0 ? 1 : 0);
      else
        add_long_fact (self, fact, x, i > 0 ? 1 : 0);
    }
  if (facts->len > 0)
    _asy_sheet_add_space (self->sheet, 8);
}

/* Signatures. */

typedef struct
{
  GPtrArray *nodes;             /* of AsyNode */
  GArray *scopes;               /* of AsyScope */
} Signers;

static void
add_signer (AsyComposer *self, const AsyNode *node, const AsyScope *scope, gpointer data)
{
  Signers *signers = data;

  g_ptr_array_add (signers->nodes, (gpointer) node);
  g_array_append_val (signers->scopes, *scope);
}

static double
add_signature (AsyComposer *self, const AsyNode *node, const AsyScope *scope, double x, double width, double top)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_SMALL, .has_align = TRUE, .align = ASY_ALIGN_CENTER };
  const char *caption = _asy_node_get (node, "caption");
  g_auto(AsyFlow) flow = { NULL };

  if (caption != NULL)
    {
      AsyTextboxSpec caption_spec = { .style = ASY_STYLE_SMALL, .has_align = TRUE, .align = ASY_ALIGN_CENTER, .max_lines = 1 };
      const AsyTextbox *box = _asy_compose_plain (self, caption, width, &caption_spec);

      _asy_sheet_add_piece (self->sheet, box, x, 0, 0, box->n_lines);
    }
  _asy_sheet_add_dots (self->sheet, x + width * 0.06, top, width * 0.88, 0, 0.7, 0.2);
  _asy_compose_lines (self, node, scope, width, &spec, &flow);
  _asy_compose_add_flow (self, &flow, x, top + 3);
  return top + 3 + flow.height;
}

/* One signer stands to the right, two at either side. */
static void
add_signature_row (AsyComposer *self, const Signers *signers, guint first, guint n_signers)
{
  double width = self->sheet->width;
  double column = n_signers == SIGNERS_IN_ROW ? width / 3 - 8 : width * 0.44;
  double caption_height = 0;
  double height = 0;

  for (guint i = first; i < first + n_signers; i++)
    if (_asy_node_get (g_ptr_array_index (signers->nodes, i), "caption") != NULL)
      caption_height = _asy_typesetter_get_leading (self->typesetter, ASY_STYLE_SMALL);
  _asy_sheet_begin (self->sheet, 24, ASY_ROLE_PARA);
  for (guint i = 0; i < n_signers; i++)
    {
      double x = n_signers == 1 ? width - column : i * (width - column) / (n_signers - 1);
      double bottom = add_signature (self, g_ptr_array_index (signers->nodes, first + i),
                                     &g_array_index (signers->scopes, AsyScope, first + i), x, column,
                                     caption_height + SIGNING_SPACE_PT);

      height = MAX (height, bottom);
    }
  _asy_sheet_end (self->sheet, height, 0);
}

void
_asy_compose_signatures (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr(GArray) scopes = g_array_new (FALSE, FALSE, sizeof (AsyScope));
  Signers signers = { nodes, scopes };

  for (guint i = 0; i < node->children->len; i++)
    {
      const AsyNode *signer = g_ptr_array_index (node->children, i);

      if (signer->kind == ASY_NODE_SIGNER)
        _asy_compose_for_each (self, signer, "each", scope, add_signer, &signers);
    }
  /* A signature alone on a page says nothing about what was signed. */
  _asy_sheet_glue_back (self->sheet, 2);
  for (guint first = 0, n_signers; first < nodes->len; first += n_signers)
    {
      /* Four are two and two. */
      n_signers = nodes->len - first == SIGNERS_IN_ROW + 1 ? 2 : MIN (nodes->len - first, SIGNERS_IN_ROW);
      if (first > 0)
        _asy_sheet_glue (self->sheet);
      add_signature_row (self, &signers, first, n_signers);
    }
  _asy_sheet_add_space (self->sheet, 14);
}

/* Attachments and recipients. */

typedef struct
{
  guint n;
  const char *heading;
} Tail;

static void
add_tail_heading (AsyComposer *self, const char *heading)
{
  g_autoptr(AsyRich) rich = _asy_rich_new ();
  AsyTextboxSpec spec = { .style = ASY_STYLE_SMALL };

  _asy_rich_append (rich, heading, ASY_RICH_STRONG);
  _asy_sheet_glue (self->sheet);
  _asy_sheet_add_box (self->sheet, _asy_compose_rich (self, rich, self->sheet->width, &spec), 0, 12, ASY_ROLE_PARA);
}

static void
add_tail_item (AsyComposer *self, const AsyNode *node, const AsyScope *scope, gpointer data)
{
  Tail *tail = data;
  AsyTextboxSpec spec = { .style = ASY_STYLE_SMALL };
  const AsyTextbox *words = _asy_compose_inline (self, node, scope, self->sheet->width - TAIL_INDENT_PT, &spec, 0);
  g_autofree char *number = NULL;
  const AsyTextbox *marker;
  guint first;

  if (words == NULL)
    return;
  if (tail->n++ == 0)
    add_tail_heading (self, tail->heading);
  number = g_strdup_printf ("%u.", tail->n);
  marker = _asy_compose_plain (self, number, TAIL_INDENT_PT, &spec);
  if (tail->n <= TAIL_KEPT)
    _asy_sheet_glue (self->sheet);
  first = self->sheet->strips->len;
  _asy_sheet_add_box (self->sheet, words, TAIL_INDENT_PT, 0, ASY_ROLE_PARA);
  _asy_sheet_put_before (self->sheet, first, marker, 0, 1);
}

void
_asy_compose_tail (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  Tail tail = { 0, _asy_node_get (node, "heading") };

  for (guint i = 0; i < node->children->len; i++)
    {
      const AsyNode *item = g_ptr_array_index (node->children, i);

      if (item->kind == ASY_NODE_ITEM)
        _asy_compose_for_each (self, item, "each", scope, add_tail_item, &tail);
    }
}

/* A code to be copied by hand. */

static GPtrArray *
split_code (const char *code)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) words = g_strsplit_set (code, "- \n\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *rest = words[i];

      /* What came in one piece is cut into groups that an eye can hold. */
      while (g_utf8_strlen (rest, -1) > 8)
        {
          g_ptr_array_add (groups, g_utf8_substring (rest, 0, 4));
          rest = g_utf8_offset_to_pointer (rest, 4);
        }
      if (rest[0] != '\0')
        g_ptr_array_add (groups, g_strdup (rest));
    }
  return groups;
}

static void
add_code_row (AsyComposer *self, const GPtrArray *groups, guint first, guint n_columns)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_CODE };
  AsyTextboxSpec small = { .style = ASY_STYLE_SMALL, .has_align = TRUE, .align = ASY_ALIGN_RIGHT };
  double leading = _asy_typesetter_get_leading (self->typesetter, ASY_STYLE_CODE);
  double height = leading + 14;
  double gutter = 24;
  double column = (self->sheet->width - gutter) / n_columns;
  g_autofree char *number = g_strdup_printf ("%u", first / n_columns + 1);

  _asy_sheet_begin (self->sheet, first == 0 ? 10 : 0, ASY_ROLE_PARA);
  _asy_sheet_add_tint (self->sheet, gutter, 2, self->sheet->width - gutter, height - 4, 0.94);
  _asy_sheet_add_piece (self->sheet, _asy_compose_plain (self, number, gutter - 8, &small), 0, 12, 0, 1);
  for (guint i = 0; i < n_columns && first + i < groups->len; i++)
    {
      const AsyTextbox *box = _asy_compose_plain (self, g_ptr_array_index (groups, first + i), column, &spec);

      _asy_sheet_add_piece (self->sheet, box, gutter + i * column, 7, 0, 1);
    }
  _asy_sheet_end (self->sheet, height, 1);
}

void
_asy_compose_code (AsyComposer *self, const AsyNode *node, const AsyScope *scope)
{
  const AsyAttribute *field = _asy_node_get_attribute (node, "field");
  const char *code = asy_paper_data_get_text (_asy_scope_find (scope, field), field->value);
  g_autoptr(GPtrArray) groups = split_code (code != NULL ? code : "");
  guint n_columns = groups->len % 5 == 0 && groups->len % 4 != 0 ? 5 : 4;

  for (guint first = 0; first < groups->len; first += n_columns)
    {
      if (first > 0)
        _asy_sheet_glue (self->sheet);
      add_code_row (self, groups, first, n_columns);
    }
  _asy_sheet_add_space (self->sheet, 12);
}
