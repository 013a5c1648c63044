/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "letter/asy-rich-private.h"

/* U+2028: a new line that is not a new paragraph. */
#define LINE_BREAK "\342\200\250"

const AsyPaperData *
_asy_scope_find (const AsyScope *scope, const AsyAttribute *attribute)
{
  for (guint up = attribute->up; up > 0; up--)
    scope = scope->outer;
  return scope->data;
}

gboolean
_asy_scope_is_filled (const AsyScope *scope, const AsyNode *node, const char *attribute)
{
  const AsyAttribute *field = _asy_node_get_attribute (node, attribute);

  return asy_paper_data_is_filled (_asy_scope_find (scope, field), field->value);
}

AsyRich *
_asy_rich_new (void)
{
  AsyRich *self = g_new0 (AsyRich, 1);

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (AsyRichSpan));
  return self;
}

void
_asy_rich_free (AsyRich *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

gboolean
_asy_expansion_step (AsyExpansion *expansion)
{
  if (expansion->steps_left == 0)
    return FALSE;
  expansion->steps_left--;
  return TRUE;
}

static gboolean
ends_blank (const AsyRich *self)
{
  return self->text->len == 0 || self->text->str[self->text->len - 1] == ' ' || g_str_has_suffix (self->text->str, LINE_BREAK);
}

/* A value that is not there leaves two blanks beside each other: one is kept.
 * The dot of an abbreviation at the end of a value (24 marca 2026 r.) is also
 * that of the sentence. */
void
_asy_rich_append (AsyRich *self, const char *text, AsyRichFlags flags)
{
  AsyRichSpan span = { .start = self->n_chars, .flags = flags };

  if (text[0] == '.' && text[1] != '.' && g_str_has_suffix (self->text->str, "."))
    text++;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        g_string_append (self->text, LINE_BREAK);
      else if (*p == ' ' || *p == '\t')
        {
          if (ends_blank (self))
            continue;
          g_string_append (self->text, flags & ASY_RICH_NOWRAP ? ASY_TEXT_NBSP : " ");
        }
      else
        g_string_append_len (self->text, p, g_utf8_next_char (p) - p);
      self->n_chars++;
    }
  span.end = self->n_chars;
  if (span.end > span.start && (flags & (ASY_RICH_STRONG | ASY_RICH_MISSING)) != 0)
    g_array_append_val (self->spans, span);
}

/* Blanks at the end would shift centred and right-aligned lines. */
static void
trim_end (AsyRich *self)
{
  while (self->text->len > 0 && self->text->str[self->text->len - 1] == ' ')
    {
      g_string_truncate (self->text, self->text->len - 1);
      self->n_chars--;
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      AsyRichSpan *span = &g_array_index (self->spans, AsyRichSpan, i);

      span->end = MIN (span->end, self->n_chars);
    }
}

gboolean
_asy_rich_is_blank (const AsyRich *self)
{
  for (const char *p = self->text->str; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static char *
format_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  gsize n_digits = strlen (digits);
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; i < n_digits; i++)
    {
      /* Four digits stand together, as in years. */
      if (i > 0 && digits[i - 1] != '-' && (n_digits - i) % 3 == 0 && n_digits > 4)
        g_string_append (grouped, ASY_TEXT_NBSP);
      g_string_append_c (grouped, digits[i]);
    }
  return g_string_free (grouped, FALSE);
}

static char *
format_day (AsyDay day, const char *form)
{
  if (g_strcmp0 (form, "letter-date") == 0)
    return asy_text_letter_date (day);
  if (g_strcmp0 (form, "long-date") == 0)
    return asy_text_long_date (day);
  if (g_strcmp0 (form, "short-date") == 0)
    return asy_text_short_date (day);
  if (g_strcmp0 (form, "weekday") == 0)
    return g_strdup (asy_text_weekday (asy_day_get_weekday (day)));
  return asy_text_table_date (day);
}

static char *
format_amount (gint64 number, const char *form)
{
  if (g_strcmp0 (form, "clock") == 0)
    return asy_text_time ((int) CLAMP (number, 0, 24 * 60));
  if (g_strcmp0 (form, "duration") == 0)
    return asy_text_duration ((int) CLAMP (number, 0, G_MAXINT));
  if (g_strcmp0 (form, "money") == 0)
    return asy_text_money (number);
  return format_number (number);
}

static char *
format_value (const AsyPaperData *data, const AsyDeclare *declare, const char *form)
{
  const char *name = declare->name;

  switch (asy_paper_data_get_kind (data, name))
    {
    case ASY_PAPER_VALUE_TEXT:
      if (g_strcmp0 (form, "phone") == 0)
        return asy_text_phone (asy_paper_data_get_text (data, name));
      return g_strstrip (g_strdup (asy_paper_data_get_text (data, name)));
    case ASY_PAPER_VALUE_DAY:
      return format_day (asy_paper_data_get_day (data, name), form);
    case ASY_PAPER_VALUE_NUMBER:
      return format_amount (asy_paper_data_get_number (data, name), form);
    case ASY_PAPER_VALUE_BOOL:
      return g_strdup (asy_paper_data_get_bool (data, name) ? "tak" : "nie");
    case ASY_PAPER_VALUE_NONE:
    case ASY_PAPER_VALUE_LIST:
    case ASY_PAPER_VALUE_RECORD:
    default:
      return g_strdup ("");
    }
}

/* A dotted line is there to be written on, not to be found before the paper goes out. */
static void
append_missing (AsyRich *self, const char *missing, AsyRichFlags flags)
{
  _asy_rich_append (self, missing, strstr (missing, "…") != NULL ? flags : flags | ASY_RICH_MISSING);
}

static void
append_field (AsyRich *self, const AsyNode *node, const AsyScope *scope, AsyRichFlags flags)
{
  const AsyAttribute *field = _asy_node_get_attribute (node, "name");
  const AsyPaperData *data = _asy_scope_find (scope, field);
  g_autofree char *value = format_value (data, field->declare, _asy_node_get (node, "form"));
  const char *missing = _asy_node_get (node, "missing");

  if (value[0] != '\0')
    _asy_rich_append (self, value, flags);
  else if (missing != NULL)
    append_missing (self, missing, flags);
  else if (field->declare->is_required)
    {
      g_autofree char *mark = g_strdup_printf ("[%s]", field->declare->label[0] != '\0' ? field->declare->label : field->value);

      _asy_rich_append (self, mark, flags | ASY_RICH_MISSING);
    }
}

static void
append_plural (AsyRich *self, const AsyNode *node, const AsyScope *scope, AsyRichFlags flags)
{
  const AsyAttribute *field = _asy_node_get_attribute (node, "field");
  gint64 number = asy_paper_data_get_number (_asy_scope_find (scope, field), field->value);

  _asy_rich_append (self,
                    asy_text_plural (number, _asy_node_get (node, "one"), _asy_node_get (node, "few"), _asy_node_get (node, "many")),
                    flags);
}

static void append_children (AsyExpansion *expansion, AsyRich *self, const AsyNode *node, const AsyScope *scope, AsyRichFlags flags);

static void
append_joined (AsyExpansion *expansion, AsyRich *self, const AsyNode *node, const AsyScope *scope, AsyRichFlags flags)
{
  const AsyAttribute *list = _asy_node_get_attribute (node, "list");
  const AsyPaperData *data = _asy_scope_find (scope, list);
  const char *separator = _asy_node_get (node, "separator");
  const char *last = _asy_node_get (node, "last");
  guint n_items = asy_paper_data_get_n_items (data, list->value);

  separator = separator != NULL ? separator : ", ";
  for (guint i = 0; i < n_items; i++)
    {
      AsyScope inner = { asy_paper_data_get_item (data, list->value, i), scope, i, n_items };

      if (i > 0)
        _asy_rich_append (self, i == n_items - 1 && last != NULL ? last : separator, flags);
      append_children (expansion, self, node, &inner, flags);
    }
}

static void
append_number (AsyRich *self, guint number, AsyRichFlags flags)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  _asy_rich_append (self, text, flags);
}

static void
append_node (AsyExpansion *expansion, AsyRich *self, const AsyNode *node, const AsyScope *scope, AsyRichFlags flags)
{
  switch (node->kind)
    {
    case ASY_NODE_WORDS:
      _asy_rich_append (self, node->words, flags);
      break;
    case ASY_NODE_FIELD:
      append_field (self, node, scope, flags);
      break;
    case ASY_NODE_PLURAL:
      append_plural (self, node, scope, flags);
      break;
    case ASY_NODE_JOIN:
      append_joined (expansion, self, node, scope, flags);
      break;
    case ASY_NODE_INDEX:
      append_number (self, scope->index + 1, flags);
      break;
    case ASY_NODE_PAGE_NUMBER:
      append_number (self, expansion->page, flags);
      break;
    case ASY_NODE_PAGE_COUNT:
      append_number (self, expansion->n_pages, flags);
      break;
    case ASY_NODE_BREAK:
      _asy_rich_append (self, "\n", flags);
      break;
    case ASY_NODE_STRONG:
      append_children (expansion, self, node, scope, flags | ASY_RICH_STRONG);
      break;
    case ASY_NODE_NOWRAP:
      append_children (expansion, self, node, scope, flags | ASY_RICH_NOWRAP);
      break;
    case ASY_NODE_IF:
      if (_asy_scope_is_filled (scope, node, "field"))
        append_children (expansion, self, node, scope, flags);
      break;
    case ASY_NODE_UNLESS:
      if (!_asy_scope_is_filled (scope, node, "field"))
        append_children (expansion, self, node, scope, flags);
      break;
    default:
      break;
    }
}

static void
append_children (AsyExpansion *expansion, AsyRich *self, const AsyNode *node, const AsyScope *scope, AsyRichFlags flags)
{
  for (guint i = 0; i < node->children->len && _asy_expansion_step (expansion); i++)
    append_node (expansion, self, g_ptr_array_index (node->children, i), scope, flags);
}

AsyRich *
_asy_rich_expand (AsyExpansion *expansion, const AsyNode *node, const AsyScope *scope, AsyRichFlags flags)
{
  AsyRich *self = _asy_rich_new ();

  append_children (expansion, self, node, scope, flags);
  trim_end (self);
  return self;
}

/* Prose: paragraphs and items. */

void
_asy_prose_free (gpointer data)
{
  AsyProse *prose = data;

  g_free (prose->marker);
  _asy_rich_free (prose->words);
  g_free (prose);
}

static void
add_prose (GPtrArray *prose, char *marker, AsyRich *words)
{
  AsyProse *item;

  if (_asy_rich_is_blank (words))
    {
      g_free (marker);
      _asy_rich_free (words);
      return;
    }
  item = g_new0 (AsyProse, 1);
  item->marker = marker;
  item->words = words;
  g_ptr_array_add (prose, item);
}

/* How many bytes at the start of @line are the marker of an item and the blank
 * behind it; 0 for a paragraph. */
static gsize
measure_marker (const char *line)
{
  gsize length = 0;

  if (g_str_has_prefix (line, ASY_TEXT_EN_DASH) || g_str_has_prefix (line, "\342\200\242") || g_str_has_prefix (line, "\342\200\224"))
    length = 3;
  else if (line[0] == '-' || line[0] == '*')
    length = 1;
  else if (g_ascii_isdigit (line[0]))
    {
      length = g_ascii_isdigit (line[1]) ? 2 : 1;
      length = line[length] == '.' || line[length] == ')' ? length + 1 : 0;
    }
  else if (g_ascii_islower (line[0]) && line[1] == ')')
    length = 2;
  return length > 0 && line[length] == ' ' ? length + 1 : 0;
}

GPtrArray *
_asy_prose_from_text (const char *text)
{
  GPtrArray *prose = g_ptr_array_new_with_free_func (_asy_prose_free);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      gsize length = measure_marker (line);
      char *marker = NULL;
      AsyRich *words = _asy_rich_new ();

      if (length > 0)
        marker = g_ascii_isalnum (line[0]) ? g_strndup (line, length - 1) : g_strdup (ASY_TEXT_EN_DASH);
      _asy_rich_append (words, line + length, 0);
      trim_end (words);
      add_prose (prose, marker, words);
    }
  return prose;
}

static void
add_text (GPtrArray *prose, const AsyNode *node, const AsyScope *scope)
{
  const AsyAttribute *field = _asy_node_get_attribute (node, "field");
  const char *text = asy_paper_data_get_text (_asy_scope_find (scope, field), field->value);
  g_autoptr(GPtrArray) added = text != NULL ? _asy_prose_from_text (text) : NULL;

  if (added != NULL)
    g_ptr_array_extend_and_steal (prose, g_steal_pointer (&added));
}

static void expand_prose (AsyExpansion *expansion, GPtrArray *prose, const AsyNode *node, const AsyScope *scope);

static void
expand_prose_each (AsyExpansion *expansion, GPtrArray *prose, const AsyNode *node, const AsyScope *scope)
{
  const AsyAttribute *list = _asy_node_get_attribute (node, "list");
  const AsyPaperData *data = _asy_scope_find (scope, list);
  guint n_items = asy_paper_data_get_n_items (data, list->value);

  for (guint i = 0; i < n_items; i++)
    {
      AsyScope inner = { asy_paper_data_get_item (data, list->value, i), scope, i, n_items };

      expand_prose (expansion, prose, node, &inner);
    }
}

static void
expand_prose_node (AsyExpansion *expansion, GPtrArray *prose, const AsyNode *node, const AsyScope *scope)
{
  switch (node->kind)
    {
    case ASY_NODE_PARA:
      add_prose (prose, NULL, _asy_rich_expand (expansion, node, scope, 0));
      break;
    case ASY_NODE_ITEM:
      add_prose (prose, g_strdup (ASY_TEXT_EN_DASH), _asy_rich_expand (expansion, node, scope, 0));
      break;
    case ASY_NODE_TEXT:
      add_text (prose, node, scope);
      break;
    case ASY_NODE_EACH:
      expand_prose_each (expansion, prose, node, scope);
      break;
    case ASY_NODE_IF:
      if (_asy_scope_is_filled (scope, node, "field"))
        expand_prose (expansion, prose, node, scope);
      break;
    case ASY_NODE_UNLESS:
      if (!_asy_scope_is_filled (scope, node, "field"))
        expand_prose (expansion, prose, node, scope);
      break;
    default:
      break;
    }
}

static void
expand_prose (AsyExpansion *expansion, GPtrArray *prose, const AsyNode *node, const AsyScope *scope)
{
  for (guint i = 0; i < node->children->len && _asy_expansion_step (expansion); i++)
    expand_prose_node (expansion, prose, g_ptr_array_index (node->children, i), scope);
}

GPtrArray *
_asy_prose_expand (AsyExpansion *expansion, const AsyNode *node, const AsyScope *scope)
{
  GPtrArray *prose = g_ptr_array_new_with_free_func (_asy_prose_free);

  expand_prose (expansion, prose, node, scope);
  return prose;
}
