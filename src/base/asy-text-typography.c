/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"

enum
{
  NBSP = 0x00a0,
  EN_DASH = 0x2013,
  EM_DASH = 0x2014,
  QUOTE_OPEN = 0x201e,
  QUOTE_CLOSE = 0x201d,
};

/*
 * The text as characters. Every rule replaces one character by one, so
 * positions stay. Reading past either end gives 0, which counts as a blank.
 */
typedef struct
{
  gunichar *chars;
  glong n;
} Line;

/* Characters from @from, before @to. */
typedef struct
{
  glong from;
  glong to;
} Span;

/* What stands before a number and belongs to it. */
static const char *const words_before_number[] = {
  "art.", "ust.", "pkt", "nr", "poz.", "§", "§§", "str.", "s.", "rozdz.", "godz.", "zał.",
};

/* Those of them that are followed by ranges; a number (nr) may itself have a hyphen. */
static const char *const words_before_range[] = { "art.", "ust.", "pkt", "poz.", "§", "§§", "str.", "s.", "rozdz." };

/* What stands after a number and belongs to it, without its dot. */
static const char *const words_after_number[] = {
  "min", "godz", "zł", "gr", "tys", "mln", "mld", "km", "m", "cm", "kg", "g", "h", "l", "ha", "szt", "proc", "mies",
};

/* What a range of counts is followed by. */
static const char *const words_after_range[] = {
  "min", "godz", "zł",  "tys",     "km",      "kg",      "m",        "lat", "lata",  "dni",   "tygodni",
  "mies", "osób", "osoby", "dzieci", "rodzin", "rodziny", "miesięcy", "razy", "wizyt", "wizyty", "godziny", "minut",
};

static gunichar
char_at (const Line *line, glong i)
{
  return i >= 0 && i < line->n ? line->chars[i] : 0;
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || c == ' ' || c == NBSP || c == '\n' || c == '\t' || c == '\r' || g_unichar_isspace (c);
}

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == QUOTE_OPEN || c == 0x00ab || c == '"';
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '}' || c == QUOTE_CLOSE || c == 0x00bb || c == '"' || c == ',' || c == ';' || c == ':'
         || c == '!' || c == '?' || c == '.' || c == 0x2026;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/* The word that ends before @end, without what opens it. */
static Span
word_before (const Line *line, glong end)
{
  Span span = { end, end };

  while (span.from > 0 && !is_blank (line->chars[span.from - 1]))
    span.from--;
  while (span.from < span.to && is_opening (line->chars[span.from]))
    span.from++;
  return span;
}

/* The word that begins at @start, with what closes it. */
static Span
word_after (const Line *line, glong start)
{
  Span span = { start, start };

  while (span.to < line->n && !is_blank (line->chars[span.to]))
    span.to++;
  return span;
}

static Span
without_closing (const Line *line, Span span)
{
  while (span.to > span.from && is_closing (line->chars[span.to - 1]))
    span.to--;
  return span;
}

static gboolean
span_is (const Line *line, Span span, const char *word)
{
  glong i = span.from;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), i++)
    if (i >= span.to || g_unichar_tolower (line->chars[i]) != g_utf8_get_char (p))
      return FALSE;
  return i == span.to;
}

static gboolean
span_is_one_of (const Line *line, Span span, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (span_is (line, span, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
span_is_month (const Line *line, Span span)
{
  for (int month = 1; month <= 12; month++)
    if (span_is (line, span, asy_text_month_genitive (month)))
      return TRUE;
  return FALSE;
}

static gboolean
span_is_number (const Line *line, Span span)
{
  if (span.from >= span.to || !is_digit (line->chars[span.from]) || !is_digit (line->chars[span.to - 1]))
    return FALSE;
  for (glong i = span.from; i < span.to; i++)
    {
      gunichar c = line->chars[i];

      if (!is_digit (c) && c != ',' && c != '.' && c != ':' && c != '-' && c != EN_DASH)
        return FALSE;
    }
  return TRUE;
}

/* No-break spaces */

static gboolean
is_lone_letter (const Line *line, Span span)
{
  if (span.to - span.from != 1 || line->chars[span.from] > 0x7f)
    return FALSE;
  return strchr ("wziouaWZIOUA", (int) line->chars[span.from]) != NULL;
}

static gboolean
belongs_to_next (const Line *line, Span left, Span right)
{
  gunichar first = char_at (line, right.from);

  if (is_lone_letter (line, left))
    return TRUE;
  if (is_digit (first))
    return span_is_one_of (line, left, words_before_number, G_N_ELEMENTS (words_before_number));
  return span_is (line, left, "lit.") && g_unichar_isalpha (first);
}

static gboolean
belongs_to_number (const Line *line, Span left, Span right)
{
  Span unit = without_closing (line, right);

  if (!span_is_number (line, left))
    return FALSE;
  if (span_is (line, unit, "r"))
    return char_at (line, unit.to) == '.';
  return span_is_one_of (line, unit, words_after_number, G_N_ELEMENTS (words_after_number))
         || span_is_month (line, unit);
}

static void
join_words (Line *line)
{
  for (glong i = 1; i + 1 < line->n; i++)
    {
      Span left, right;

      if (line->chars[i] != ' ' || is_blank (line->chars[i - 1]) || is_blank (line->chars[i + 1]))
        continue;
      left = word_before (line, i);
      right = word_after (line, i + 1);
      if (belongs_to_next (line, left, right) || belongs_to_number (line, left, right))
        line->chars[i] = NBSP;
    }
}

/* Quotes */

static gboolean
is_quote_opening (const Line *line, glong i)
{
  gunichar before = char_at (line, i - 1);

  if (is_blank (char_at (line, i + 1)))
    return FALSE;
  return is_blank (before) || before == '(' || before == '[' || before == '{' || before == QUOTE_OPEN || before == '-'
         || before == EN_DASH || before == EM_DASH || before == '/';
}

static gboolean
is_quote_closing (const Line *line, glong i)
{
  gunichar before = char_at (line, i - 1);
  gunichar after = char_at (line, i + 1);

  if (is_blank (before) || before == '(' || before == '[' || before == '{' || before == QUOTE_OPEN || before == '-'
      || before == EN_DASH || before == EM_DASH || before == '/')
    return FALSE;
  return !g_unichar_isalnum (after);
}

/* Only quotes that pair within a paragraph, like brackets; two in a row are left as they are. */
static void
pair_quotes (Line *line)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (glong));

  for (glong i = 0; i < line->n; i++)
    {
      if (line->chars[i] == '\n')
        g_array_set_size (open, 0);
      if (line->chars[i] != '"' || char_at (line, i - 1) == '"' || char_at (line, i + 1) == '"')
        continue;
      if (is_quote_opening (line, i))
        g_array_append_val (open, i);
      else if (is_quote_closing (line, i) && open->len > 0)
        {
          line->chars[g_array_index (open, glong, open->len - 1)] = QUOTE_OPEN;
          line->chars[i] = QUOTE_CLOSE;
          g_array_set_size (open, open->len - 1);
        }
    }
}

/* Dashes */

/* A hyphen at the head of a paragraph is the mark of a list. */
static gboolean
has_text_before (const Line *line, glong i)
{
  for (glong j = i - 1; j >= 0 && line->chars[j] != '\n'; j--)
    if (!is_blank (line->chars[j]))
      return TRUE;
  return FALSE;
}

static int
read_number (const Line *line, Span span)
{
  int value = 0;

  if (span.from >= span.to || span.to - span.from > 4)
    return -1;
  for (glong i = span.from; i < span.to; i++)
    {
      if (!is_digit (line->chars[i]))
        return -1;
      value = value * 10 + (int) (line->chars[i] - '0');
    }
  return value;
}

/* Cuts the span at the first @separator into a head that ends before it and the rest. */
static gboolean
split_span (const Line *line, Span span, gunichar separator, Span *ret_head, Span *ret_rest)
{
  for (glong i = span.from; i < span.to; i++)
    if (line->chars[i] == separator)
      {
        *ret_head = (Span) { span.from, i };
        *ret_rest = (Span) { i + 1, span.to };
        return TRUE;
      }
  return FALSE;
}

static gboolean
span_is_time (const Line *line, Span span)
{
  Span hour, minute;

  if (!split_span (line, span, ':', &hour, &minute) || hour.to - hour.from > 2 || minute.to - minute.from != 2)
    return FALSE;
  return read_number (line, hour) >= 0 && read_number (line, hour) <= 24 && read_number (line, minute) >= 0
         && read_number (line, minute) <= 59;
}

static gboolean
span_is_date (const Line *line, Span span)
{
  Span day, month, year, rest;

  if (!split_span (line, span, '.', &day, &rest) || !split_span (line, rest, '.', &month, &year))
    return FALSE;
  return asy_day_new (read_number (line, year), read_number (line, month), read_number (line, day)) != ASY_DAY_NONE;
}

static gboolean
span_is_year (const Line *line, Span span)
{
  int year = read_number (line, span);

  return span.to - span.from == 4 && year >= ASY_DAY_YEAR_MIN && year <= ASY_DAY_YEAR_MAX;
}

static gboolean
is_range_of_counts (const Line *line, Span left, Span right, gunichar after)
{
  Span next = { right.to, right.to };
  gboolean like_postcode = left.to - left.from == 2 && right.to - right.from == 3;

  if (left.to - left.from > 3 || right.to - right.from > 3)
    return FALSE;
  if (left.from > 0 && is_blank (line->chars[left.from - 1])
      && span_is_one_of (line, word_before (line, left.from - 1), words_before_range, G_N_ELEMENTS (words_before_range)))
    return TRUE;
  if (like_postcode)
    return FALSE;
  if (after == '%')
    return TRUE;
  if (after == ' ' || after == NBSP)
    next = without_closing (line, word_after (line, right.to + 1));
  return span_is_one_of (line, next, words_after_range, G_N_ELEMENTS (words_after_range)) || span_is_month (line, next);
}

static gboolean
is_range_char (gunichar c)
{
  return is_digit (c) || c == ':' || c == '.';
}

/* Is the hyphen at @i between the two ends of a range? Postcodes, telephones and numbers of documents are not. */
static gboolean
is_range (const Line *line, glong i)
{
  Span left = { i, i };
  Span right = { i + 1, i + 1 };
  gunichar before, after;

  while (is_range_char (char_at (line, left.from - 1)))
    left.from--;
  while (is_range_char (char_at (line, right.to)))
    right.to++;
  while (right.to > right.from && !is_digit (line->chars[right.to - 1]))
    right.to--;
  before = char_at (line, left.from - 1);
  after = char_at (line, right.to);
  if ((!is_blank (before) && !is_opening (before)) || (!is_blank (after) && !is_closing (after) && after != '%'))
    return FALSE;
  if (span_is_time (line, left) && span_is_time (line, right))
    return TRUE;
  if (span_is_date (line, left) && span_is_date (line, right))
    return TRUE;
  if (read_number (line, left) < 0 || read_number (line, left) >= read_number (line, right))
    return FALSE;
  return (span_is_year (line, left) && span_is_year (line, right)) || is_range_of_counts (line, left, right, after);
}

static void
set_dashes (Line *line)
{
  for (glong i = 1; i + 1 < line->n; i++)
    {
      gunichar before = line->chars[i - 1];
      gunichar after = line->chars[i + 1];

      if (line->chars[i] != '-')
        continue;
      if ((before == ' ' || before == NBSP) && is_blank (after) && has_text_before (line, i))
        line->chars[i] = EN_DASH;
      else if (is_digit (before) && is_digit (after) && is_range (line, i))
        line->chars[i] = EN_DASH;
    }
}

char *
asy_text_typography (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree gunichar *chars = NULL;
  Line line;

  chars = g_utf8_to_ucs4_fast (valid, -1, &line.n);
  line.chars = chars;
  pair_quotes (&line);
  set_dashes (&line);
  join_words (&line);
  return g_ucs4_to_utf8 (chars, line.n, NULL, NULL, NULL);
}
