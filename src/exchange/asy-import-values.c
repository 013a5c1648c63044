/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "base/asy-ident.h"
#include "base/asy-text.h"
#include "exchange/asy-import-values-private.h"

/* MARCEL TUREK-NOWAK → Marcel Turek-Nowak; a text with any small letter stays. */
static char *
capitalise (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);

      if (g_unichar_islower (letter))
        {
          g_string_free (out, TRUE);
          return g_strdup (text);
        }
      g_string_append_unichar (out, begins ? letter : g_unichar_tolower (letter));
      begins = !g_unichar_isalpha (letter);
    }
  return g_string_free (out, FALSE);
}

/* Spreadsheets write the number 265 as `265.0`. */
static char *
strip_decimals (const char *text)
{
  const gsize digits = strspn (text, "0123456789");

  if (digits > 0 && text[digits] == '.' && strspn (text + digits + 1, "0") == strlen (text + digits + 1))
    return g_strndup (text, digits);
  return g_strdup (text);
}

/* 'a','b' → a; b */
static char *
join_list (const char *text)
{
  g_auto (GStrv) parts = NULL;
  gsize size = strlen (text);
  g_autofree char *inner = NULL;

  if (size < 2 || text[0] != '\'' || text[size - 1] != '\'')
    return g_strdup (text);
  inner = g_strndup (text + 1, size - 2);
  parts = g_strsplit (inner, "','", -1);
  return g_strjoinv ("; ", parts);
}

/* Length of a postcode with its blanks at the beginning, or 0. */
static gsize
postcode_length (const char *text)
{
  g_autofree char *head = NULL;

  if (strlen (text) < 6 || (text[6] != ' ' && text[6] != ',' && text[6] != '\0'))
    return 0;
  head = g_strndup (text, 6);
  return head[2] == '-' && asy_ident_check_postcode (head, NULL) == ASY_IDENT_OK ? 6 : 0;
}

static char *
take_postcode (const char *text)
{
  return g_strndup (text, postcode_length (text));
}

static char *
skip_postcode (const char *text)
{
  text += postcode_length (text);
  return g_strdup (text + strspn (text, " ,"));
}

static gboolean
stands_for_nothing (AsyImportMap *map, const char *text)
{
  for (guint i = 0; i < map->empty->len; i++)
    if (g_str_equal (text, g_ptr_array_index (map->empty, i)))
      return TRUE;
  return FALSE;
}

char *
_asy_import_apply_rule (AsyImportMap *map, AsyImportRule rule, const char *text)
{
  g_autofree char *clean = asy_text_squash (text);

  if (stands_for_nothing (map, clean))
    clean[0] = '\0';
  switch (rule)
    {
    case ASY_IMPORT_RULE_LOWER:
      return g_utf8_strdown (clean, -1);
    case ASY_IMPORT_RULE_NAMES:
      return capitalise (clean);
    case ASY_IMPORT_RULE_INTEGER:
      return strip_decimals (clean);
    case ASY_IMPORT_RULE_LIST:
      return join_list (clean);
    case ASY_IMPORT_RULE_POSTCODE:
      return take_postcode (clean);
    case ASY_IMPORT_RULE_AFTER_POSTCODE:
      return skip_postcode (clean);
    case ASY_IMPORT_RULE_FILLED:
      return g_strdup (clean[0] != '\0' ? "1" : "");
    case ASY_IMPORT_RULE_NONE:
    default:
      return g_steal_pointer (&clean);
    }
}

static gboolean
fits (const AsyImportValue *value, const char *folded)
{
  switch (value->match)
    {
    case ASY_IMPORT_MATCH_IS:
      return g_str_equal (folded, value->folded);
    case ASY_IMPORT_MATCH_BEGINS:
      return g_str_has_prefix (folded, value->folded);
    case ASY_IMPORT_MATCH_HAS:
    default:
      return strstr (folded, value->folded) != NULL;
    }
}

const char *
_asy_import_find_code (const AsyImportField *field, const char *text)
{
  g_autofree char *folded = asy_text_fold (text);

  for (guint i = 0; i < field->values->len; i++)
    {
      const AsyImportValue *value = g_ptr_array_index (field->values, i);

      if (fits (value, folded))
        return value->code;
    }
  return NULL;
}

/* `(32) 649 94 92 (do 97)`, `71 782 23 22 wew. 12`: the number before the words. */
static char *
cut_extension (const char *part)
{
  static const char *const marks[] = { "(do", "do ", "wew", "w.", "int." };
  g_autofree char *small = g_ascii_strdown (part, -1);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (small, marks[i]);

      if (mark != NULL && mark > small)
        return g_strndup (part, (gsize) (mark - small));
    }
  return NULL;
}

static void
read_phone (const char *part, AsyImportPhones *phones)
{
  g_autofree char *number = NULL;
  g_autofree char *head = NULL;

  if (part[strspn (part, " \t")] == '\0')
    return;
  if (asy_ident_check_phone (part, &number) != ASY_IDENT_OK)
    {
      head = cut_extension (part);
      phones->has_more = TRUE;
      if (head == NULL || asy_ident_check_phone (head, &number) != ASY_IDENT_OK)
        {
          phones->has_wrong = TRUE;
          return;
        }
    }
  for (guint i = 0; i < phones->numbers->len; i++)
    if (g_str_equal (number, g_ptr_array_index (phones->numbers, i)))
      return;
  g_ptr_array_add (phones->numbers, g_steal_pointer (&number));
}

void
_asy_import_read_phones (const char *text, AsyImportPhones *ret_phones)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "|,;/", -1);

  *ret_phones = (AsyImportPhones) { .numbers = g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; parts[i] != NULL; i++)
    read_phone (parts[i], ret_phones);
  if (ret_phones->numbers->len > 2)
    ret_phones->has_more = TRUE;
}

void
_asy_import_phones_clear (AsyImportPhones *phones)
{
  g_clear_pointer (&phones->numbers, g_ptr_array_unref);
}

guint32
_asy_import_read_day (const char *text)
{
  g_autofree char *iso = NULL;
  AsyDay day = asy_day_from_iso (text);

  if (day != ASY_DAY_NONE || strlen (text) < 10 || text[2] != '.' || text[5] != '.')
    return day;
  iso = g_strdup_printf ("%.4s-%.2s-%.2s", text + 6, text + 3, text);
  return asy_day_from_iso (iso);
}

/* Up to three numbers with one kind of mark between them; 0 when it is something else. */
static char
split_day (const char *text, guint ret_numbers[3], guint ret_digits[3])
{
  char mark = '\0';
  guint n = 0;

  for (n = 0; n < 3; n++)
    {
      ret_numbers[n] = 0;
      for (ret_digits[n] = 0; g_ascii_isdigit (*text) && ret_digits[n] < 5; text++, ret_digits[n]++)
        ret_numbers[n] = ret_numbers[n] * 10 + (guint) (*text - '0');
      if (ret_digits[n] == 0 || ret_digits[n] > 4)
        return '\0';
      if (n == 2)
        break;
      while (*text == ' ')
        text++;
      if (*text == '\0' || strchr (".-/", *text) == NULL || (n == 1 && *text != mark))
        return '\0';
      mark = *text++;
      while (*text == ' ')
        text++;
    }
  while (*text == ' ' || *text == 'T')
    text++;
  if (*text == 'r' || *text == '.' || (text[0] == 'r' && text[1] == '.'))
    text += text[0] == 'r' && text[1] == '.' ? 2 : 1;
  /* Midnight is what a spreadsheet adds to a day. */
  if (text[strspn (text, "0: ")] != '\0')
    return '\0';
  return mark;
}

AsyImportDay
_asy_import_read_any_day (const char *text, guint32 *ret_day)
{
  guint numbers[3], digits[3];
  const char mark = split_day (text, numbers, digits);
  AsyDay day;

  if (mark == '\0')
    return ASY_IMPORT_DAY_BAD;
  if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
    day = asy_day_new ((int) numbers[0], (int) numbers[1], (int) numbers[2]);
  else if (digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4)
    {
      if (mark == '/' && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1])
        return ASY_IMPORT_DAY_AMBIGUOUS;
      day = asy_day_new ((int) numbers[2], (int) numbers[1], (int) numbers[0]);
    }
  else
    return digits[0] <= 2 && digits[1] <= 2 && digits[2] == 2 ? ASY_IMPORT_DAY_AMBIGUOUS : ASY_IMPORT_DAY_BAD;
  if (day == ASY_DAY_NONE)
    return ASY_IMPORT_DAY_BAD;
  *ret_day = day;
  return ASY_IMPORT_DAY_OK;
}

gboolean
_asy_import_read_bool (const char *text)
{
  static const char *const yes[] = { "1", "tak", "t", "x", "true", "yes", NULL };
  g_autofree char *folded = asy_text_fold (text);

  return g_strv_contains (yes, folded);
}
