/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-word-diff.h"

/* The table of a comparison grows with both texts; this many cells are some millisecond. */
#define MAX_CELLS (1000 * 1000)

typedef struct {
  const char *start;
  gsize length;                 /* of the word alone */
  const char *end;              /* behind the blanks that follow */
} Word;

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *at = text != NULL ? text : "";

  while (*at != '\0')
    {
      Word word = { at, 0, NULL };

      while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      word.length = (gsize) (at - word.start);
      while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      word.end = at;
      g_array_append_val (words, word);
    }
  return words;
}

static gboolean
is_same (const Word *a, const Word *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

static void
add_span (GArray *spans, AsyWordOp op, const Word *word)
{
  AsyWordSpan *last = spans->len > 0 ? &g_array_index (spans, AsyWordSpan, spans->len - 1) : NULL;
  AsyWordSpan span = { .op = op };

  g_return_if_fail (word != NULL);

  span.start = word->start;
  span.length = (gsize) (word->end - word->start);
  if (last != NULL && last->op == op && last->start + last->length == span.start)
    last->length += span.length;
  else
    g_array_append_val (spans, span);
}

/* Length of the longest common run of words from (i, j) on. */
static guint16 *
count_common (GArray *before, GArray *after)
{
  const gsize width = after->len + 1;
  guint16 *table = g_new0 (guint16, (before->len + 1) * width);

  for (guint i = before->len; i-- > 0;)
    for (guint j = after->len; j-- > 0;)
      table[i * width + j] = is_same (&g_array_index (before, Word, i), &g_array_index (after, Word, j))
                               ? (guint16) (table[(i + 1) * width + j + 1] + 1)
                               : MAX (table[(i + 1) * width + j], table[i * width + j + 1]);
  return table;
}

static void
add_all (GArray *spans, AsyWordOp op, GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    add_span (spans, op, &g_array_index (words, Word, i));
}

static void
walk (GArray *before, GArray *after, const guint16 *table, GArray *spans)
{
  const gsize width = after->len + 1;
  guint i = 0, j = 0;

  while (i < before->len || j < after->len)
    {
      const Word *old = i < before->len ? &g_array_index (before, Word, i) : NULL;
      const Word *new = j < after->len ? &g_array_index (after, Word, j) : NULL;

      if (old != NULL && new != NULL && is_same (old, new))
        {
          add_span (spans, ASY_WORD_SAME, new);
          i++;
          j++;
        }
      else if (old != NULL && (new == NULL || table[(i + 1) * width + j] >= table[i * width + j + 1]))
        {
          add_span (spans, ASY_WORD_REMOVED, old);
          i++;
        }
      else
        {
          add_span (spans, ASY_WORD_ADDED, new);
          j++;
        }
    }
}

GArray *
asy_word_diff (const char *before, const char *after)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (AsyWordSpan));
  g_autoptr (GArray) old = split (before);
  g_autoptr (GArray) new = split (after);
  g_autofree guint16 *table = NULL;

  if ((gsize) old->len * new->len > MAX_CELLS || MAX (old->len, new->len) > G_MAXUINT16)
    {
      add_all (spans, ASY_WORD_REMOVED, old);
      add_all (spans, ASY_WORD_ADDED, new);
      return spans;
    }
  table = count_common (old, new);
  walk (old, new, table, spans);
  return spans;
}
