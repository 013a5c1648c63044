/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"

/* Letters that no Unicode decomposition turns to ASCII. Sorted. */
static const struct
{
  gunichar letter;
  const char *ascii;
} latin[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" },  { 0x00f8, "o" },  { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },  { 0x0131, "i" },  { 0x0138, "k" },  { 0x0142, "l" },  { 0x014b, "n" },  { 0x0153, "oe" },
  { 0x0167, "t" },  { 0x0180, "b" },  { 0x0192, "f" },  { 0x0199, "k" },  { 0x01dd, "e" },  { 0x01e5, "g" },
  { 0x0253, "b" },  { 0x0254, "o" },  { 0x0256, "d" },  { 0x0257, "d" },  { 0x0259, "e" },  { 0x025b, "e" },
  { 0x0268, "i" },  { 0x0289, "u" },
};

/*
 * Cyrillic as Ukrainian passports spell it (resolution 55 of 2010), with the
 * letters that only Russian, Belarusian or Serbian have beside it. One table
 * for all languages: a guess by word would change with the letters typed.
 */
static const char *const cyrillic_0430[] = {
  "a", "b", "v", "h", "d", "e", "zh", "z", "y", "i", "k", "l", "m", "n", "o", "p",
  "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia",
};

static const char *const cyrillic_0450[] = {
  "e", "e", "dj", "g", "ie", "dz", "i", "i", "j", "lj", "nj", "c", "k", "i", "u", "dz",
};

enum
{
  CYRILLIC_H = 0x0433,
  CYRILLIC_Z = 0x0437,
  CYRILLIC_SHORT_I = 0x0439,
  CYRILLIC_IU = 0x044e,
  CYRILLIC_IA = 0x044f,
  CYRILLIC_IE = 0x0454,
  CYRILLIC_YI = 0x0457,
  CYRILLIC_G = 0x0491,
};

typedef enum
{
  KIND_LETTER,
  KIND_DIGIT,
  KIND_BLANK,
  KIND_HYPHEN,
  KIND_IGNORED,
} Kind;

/* What one character of the text is to searching and to ordering. */
typedef struct
{
  Kind kind;
  /* ASCII of a letter, "" for the signs that have no sound; NULL when the script has no ASCII here. */
  const char *ascii;
  gunichar letter;
  int digit;
} Unit;

static const char *
spell_latin (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
    if (latin[i].letter == c)
      return latin[i].ascii;
  return NULL;
}

static const char *
spell_cyrillic (gunichar c, gunichar previous)
{
  gboolean starts = !g_unichar_isalpha (previous);

  if (starts && c == CYRILLIC_SHORT_I)
    return "y";
  if (starts && c == CYRILLIC_IE)
    return "ye";
  if (starts && c == CYRILLIC_YI)
    return "yi";
  if (starts && c == CYRILLIC_IU)
    return "yu";
  if (starts && c == CYRILLIC_IA)
    return "ya";
  if (previous == CYRILLIC_Z && c == CYRILLIC_H)
    return "gh";
  if (c == CYRILLIC_G)
    return "g";
  if (c >= 0x0430 && c < 0x0430 + G_N_ELEMENTS (cyrillic_0430))
    return cyrillic_0430[c - 0x0430];
  if (c >= 0x0450 && c < 0x0450 + G_N_ELEMENTS (cyrillic_0450))
    return cyrillic_0450[c - 0x0450];
  return NULL;
}

/* The letter below its marks, when marks are all that was on it. */
static gunichar
strip_marks (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 1; i < n; i++)
    if (!g_unichar_ismark (parts[i]))
      return c;
  return parts[0];
}

static const char *
ascii_letter (gunichar c)
{
  static const char letters[] = "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0l\0m\0n\0o\0p\0q\0r\0s\0t\0u\0v\0w\0x\0y\0z";

  return c >= 'a' && c <= 'z' ? letters + 2 * (c - 'a') : NULL;
}

static void
read_letter (gunichar c, gunichar previous, Unit *ret_unit)
{
  ret_unit->kind = KIND_LETTER;
  ret_unit->letter = c;
  ret_unit->ascii = ascii_letter (c);
  if (ret_unit->ascii == NULL)
    ret_unit->ascii = spell_latin (c);
  if (ret_unit->ascii == NULL)
    ret_unit->ascii = spell_cyrillic (c, previous);
  if (ret_unit->ascii != NULL)
    return;
  c = strip_marks (c);
  ret_unit->ascii = ascii_letter (c);
  if (ret_unit->ascii == NULL)
    ret_unit->ascii = spell_latin (c);
  if (ret_unit->ascii == NULL)
    ret_unit->ascii = spell_cyrillic (c, previous);
  if (ret_unit->ascii == NULL)
    ret_unit->letter = c;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x00b4 || c == 0x2018 || c == 0x2019 || c == 0x02b9 || c == 0x02bc;
}

/* @c and @previous in lower case. */
static void
read_unit (gunichar c, gunichar previous, Unit *ret_unit)
{
  memset (ret_unit, 0, sizeof *ret_unit);
  if (g_unichar_digit_value (c) >= 0)
    {
      ret_unit->kind = KIND_DIGIT;
      ret_unit->digit = g_unichar_digit_value (c);
    }
  else if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT || is_apostrophe (c))
    ret_unit->kind = KIND_IGNORED;
  else if (g_unichar_isalpha (c))
    read_letter (c, previous, ret_unit);
  else
    ret_unit->kind = is_hyphen (c) ? KIND_HYPHEN : KIND_BLANK;
}

/* Composed, so that a letter with its mark is one character however it came. */
static char *
compose (const char *text, GNormalizeMode mode)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return g_utf8_normalize (valid, -1, mode);
}

static void
append_folded (GString *out, const Unit *unit)
{
  if (unit->kind == KIND_DIGIT)
    g_string_append_c (out, (char) ('0' + unit->digit));
  else if (unit->ascii != NULL)
    g_string_append (out, unit->ascii);
  else
    g_string_append_unichar (out, unit->letter);
}

char *
asy_text_fold (const char *text)
{
  g_autofree char *composed = compose (text, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_sized_new (strlen (composed));
  gunichar previous = 0;
  gboolean gap = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      Unit unit;

      read_unit (c, previous, &unit);
      if (unit.kind == KIND_IGNORED)
        continue;
      previous = c;
      if (unit.kind == KIND_BLANK || unit.kind == KIND_HYPHEN)
        {
          gap = TRUE;
          continue;
        }
      /* A hard or soft sign alone is no word. */
      if (unit.ascii != NULL && unit.ascii[0] == '\0')
        continue;
      if (gap && out->len > 0)
        g_string_append_c (out, ' ');
      gap = FALSE;
      append_folded (out, &unit);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/*
 * The sort key: units \t case \t text. The units stand for the text in Polish
 * order; '~' after a letter makes it the next letter of the alphabet, because
 * it comes after all letters. The case has a 'b' for each capital and an 'a'
 * for anything else. The text itself is added only when units and case do not
 * tell it in full. Empty parts at the end are left out.
 */
typedef struct
{
  GString *units;
  GString *cases;
  /* A pending separator: 0, ' ' or '-'. */
  char gap;
  /* Length of the run of blanks and hyphens; more than 1 is not told by the units. */
  int gap_length;
  gboolean lossy;
  /* Digits of the number that is being read. */
  GString *number;
} KeyBuilder;

/* Longer numbers order by their digits, which no register has met. */
#define NUMBER_DIGITS_MAX 40

static const char *
polish_unit (gunichar c)
{
  switch (c)
    {
    case 0x0105:
      return "a~";
    case 0x0107:
      return "c~";
    case 0x0119:
      return "e~";
    case 0x0142:
      return "l~";
    case 0x0144:
      return "n~";
    case 0x00f3:
      return "o~";
    case 0x015b:
      return "s~";
    case 0x017a:
      return "z~";
    case 0x017c:
      return "z~~";
    default:
      return NULL;
    }
}

static void
flush_gap (KeyBuilder *self)
{
  if (self->gap != 0 && self->units->len > 0)
    {
      g_string_append_c (self->units, self->gap);
      g_string_append_c (self->cases, 'a');
    }
  if (self->gap_length > 1 || (self->gap_length > 0 && self->units->len == 0))
    self->lossy = TRUE;
  self->gap = 0;
  self->gap_length = 0;
}

/* A number is its count of digits, then the digits: 9 before 10. */
static void
flush_number (KeyBuilder *self)
{
  const char *digits = self->number->str;
  gsize n;

  if (self->number->len == 0)
    return;
  while (digits[0] == '0' && digits[1] != '\0')
    {
      digits++;
      self->lossy = TRUE;
    }
  n = strlen (digits);
  g_string_append_c (self->units, (char) ('0' + MIN (n, NUMBER_DIGITS_MAX)));
  g_string_append (self->units, digits);
  g_string_append_c (self->cases, 'a');
  g_string_truncate (self->number, 0);
}

static void
add_letter (KeyBuilder *self, const Unit *unit, gunichar original)
{
  gunichar lower = g_unichar_tolower (original);
  const char *polish = polish_unit (lower);

  flush_number (self);
  if (polish != NULL)
    g_string_append (self->units, polish);
  else if (unit->ascii != NULL)
    g_string_append (self->units, unit->ascii);
  else
    g_string_append_printf (self->units, "{%06x", unit->letter);
  g_string_append_c (self->cases, original != lower ? 'b' : 'a');
  if (polish == NULL && ascii_letter (lower) == NULL)
    self->lossy = TRUE;
  if (original != lower && original != g_unichar_toupper (lower))
    self->lossy = TRUE;
}

static void
add_to_key (KeyBuilder *self, const Unit *unit, gunichar original)
{
  switch (unit->kind)
    {
    case KIND_LETTER:
      flush_gap (self);
      add_letter (self, unit, original);
      break;
    case KIND_DIGIT:
      flush_gap (self);
      g_string_append_c (self->number, (char) ('0' + unit->digit));
      if (original > 0x7f)
        self->lossy = TRUE;
      break;
    case KIND_HYPHEN:
    case KIND_BLANK:
      flush_number (self);
      if (unit->kind == KIND_HYPHEN || self->gap == 0)
        self->gap = unit->kind == KIND_HYPHEN ? '-' : ' ';
      self->gap_length++;
      if (original != ' ' && original != '-')
        self->lossy = TRUE;
      break;
    case KIND_IGNORED:
      self->lossy = TRUE;
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x20 && c < 0x7f && c != '{')
        g_string_append_c (out, (char) c);
      else
        g_string_append_printf (out, "{%06x", c);
    }
}

static char *
finish_key (KeyBuilder *self, const char *composed)
{
  gsize n;

  flush_number (self);
  if (self->gap_length > 0)
    self->lossy = TRUE;
  for (n = self->cases->len; n > 0 && self->cases->str[n - 1] == 'a'; n--)
    continue;
  g_string_truncate (self->cases, n);
  if (n > 0 || self->lossy)
    g_string_append_printf (self->units, "\t%s", self->cases->str);
  if (self->lossy)
    {
      g_string_append_c (self->units, '\t');
      append_escaped (self->units, composed);
    }
  g_string_free (self->cases, TRUE);
  g_string_free (self->number, TRUE);
  return g_string_free (self->units, FALSE);
}

char *
asy_text_sort_key (const char *text)
{
  g_autofree char *composed = compose (text, G_NORMALIZE_DEFAULT_COMPOSE);
  KeyBuilder key = { 0 };
  gunichar previous = 0;

  key.units = g_string_sized_new (strlen (composed) * 2);
  key.cases = g_string_sized_new (strlen (composed));
  key.number = g_string_new (NULL);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar original = g_utf8_get_char (p);
      gunichar c = g_unichar_tolower (original);
      Unit unit;

      read_unit (c, previous, &unit);
      add_to_key (&key, &unit, original);
      if (unit.kind != KIND_IGNORED)
        previous = c;
    }
  return finish_key (&key, composed);
}
