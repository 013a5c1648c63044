/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-case-number.h"
#include "base/asy-text.h"

#define ROMAN_MAX 399
#define NUMBER_DIGITS_MAX 6
#define MARK_DIGITS_MAX 9
/* Courts write two digits of the year: those of the hundred years from here on. */
#define YEAR_MIN 1970

static const char *const nicks[ASY_N_CASE_NUMBER_PROBLEMS] = {
  [ASY_CASE_NUMBER_OK] = "",
  [ASY_CASE_NUMBER_PROBLEM_EMPTY] = "empty",
  [ASY_CASE_NUMBER_PROBLEM_FORMAT] = "format",
  [ASY_CASE_NUMBER_PROBLEM_DIVISION] = "division",
  [ASY_CASE_NUMBER_PROBLEM_REPERTORY] = "repertory",
  [ASY_CASE_NUMBER_PROBLEM_NUMBER] = "number",
  [ASY_CASE_NUMBER_PROBLEM_YEAR] = "year",
};

/* Registers that letters about a family come from. */
static const char *const repertories[] = {
  "Nsm", "Nmo", "Nkd", "Npw", "Now", "Nw", "RNs", "RNc", "RCo", "RCa", "RC",
  "Opmk", "Opm", "Op", "Alk", "Ca", "Kop", "Co",
};

static const struct
{
  int value;
  const char *letters;
} roman_steps[] = {
  { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" },
};

const char *
asy_case_number_problem_get_nick (AsyCaseNumberProblem problem)
{
  g_return_val_if_fail (problem < ASY_N_CASE_NUMBER_PROBLEMS, "");
  return nicks[problem];
}

char *
asy_roman_from_number (int number)
{
  GString *roman = g_string_new (NULL);

  if (number > ROMAN_MAX)
    number = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (roman_steps); i++)
    for (; number >= roman_steps[i].value; number -= roman_steps[i].value)
      g_string_append (roman, roman_steps[i].letters);
  return g_string_free (roman, FALSE);
}

int
asy_roman_to_number (const char *roman)
{
  g_autofree char *usual = NULL;
  const char *rest = roman;
  int number = 0;

  if (roman == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (roman_steps); i++)
    while (number <= ROMAN_MAX && g_ascii_strncasecmp (rest, roman_steps[i].letters, strlen (roman_steps[i].letters)) == 0)
      {
        number += roman_steps[i].value;
        rest += strlen (roman_steps[i].letters);
      }
  /* Written back it must be the same: IIII and IXIV are no numbers. */
  usual = asy_roman_from_number (number);
  return number <= ROMAN_MAX && g_ascii_strcasecmp (usual, roman) == 0 ? number : 0;
}

static GRegex *
get_signature_regex (void)
{
  static gsize ready = 0;
  static GRegex *regex = NULL;

  if (g_once_init_enter (&ready))
    {
      regex = g_regex_new ("^(?:sygn\\.? ?(?:akt)? ?:? ?)?(?:([IVXLC]+) )?([a-z]+) ?(?:(upr)\\.? )?([0-9]+) ?/ ?([0-9]+)$",
                           G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (regex != NULL);
      g_once_init_leave (&ready, 1);
    }
  return regex;
}

static const char *
find_repertory (const char *sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (repertories); i++)
    if (g_ascii_strcasecmp (repertories[i], sign) == 0)
      return repertories[i];
  return NULL;
}

/* Up to NUMBER_DIGITS_MAX digits, or -1. */
static int
read_number (const char *digits)
{
  if (strlen (digits) > NUMBER_DIGITS_MAX)
    return -1;
  return (int) g_ascii_strtoll (digits, NULL, 10);
}

static int
read_year (const char *digits)
{
  int year = read_number (digits);

  if (strlen (digits) == 2)
    return year >= YEAR_MIN % 100 ? 1900 + year : 2000 + year;
  return strlen (digits) == 4 && year >= YEAR_MIN && year < YEAR_MIN + 100 ? year : 0;
}

AsyCaseNumberProblem
asy_case_number_parse (const char *text, AsyCaseNumber *ret_number)
{
  g_autofree char *squashed = asy_text_squash (text);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;
  AsyCaseNumber signature;

  if (squashed[0] == '\0')
    return ASY_CASE_NUMBER_PROBLEM_EMPTY;
  if (!g_regex_match (get_signature_regex (), squashed, 0, &match))
    return ASY_CASE_NUMBER_PROBLEM_FORMAT;
  parts = g_match_info_fetch_all (match);
  signature.division = asy_roman_to_number (parts[1]);
  signature.repertory = find_repertory (parts[2]);
  signature.simplified = parts[3][0] != '\0';
  signature.number = read_number (parts[4]);
  signature.year = read_year (parts[5]);
  if (parts[1][0] != '\0' && signature.division == 0)
    return ASY_CASE_NUMBER_PROBLEM_DIVISION;
  if (signature.repertory == NULL)
    return ASY_CASE_NUMBER_PROBLEM_REPERTORY;
  if (signature.number < 1)
    return ASY_CASE_NUMBER_PROBLEM_NUMBER;
  if (signature.year == 0)
    return ASY_CASE_NUMBER_PROBLEM_YEAR;
  if (ret_number != NULL)
    *ret_number = signature;
  return ASY_CASE_NUMBER_OK;
}

char *
asy_case_number_normalise (const char *text)
{
  g_autofree char *division = NULL;
  AsyCaseNumber signature;

  if (asy_case_number_parse (text, &signature) != ASY_CASE_NUMBER_OK)
    return asy_text_squash (text);
  division = asy_roman_from_number (signature.division);
  return g_strdup_printf ("%s%s%s%s %d/%02d", division, division[0] != '\0' ? " " : "", signature.repertory,
                          signature.simplified ? " upr" : "", signature.number, signature.year % 100);
}

/* Marks of letters */

typedef enum
{
  PLACE_NONE,
  PLACE_NUMBER,
  PLACE_YEAR,
} Place;

/* What the braces at @text hold, how wide a number is, and where they end. */
static Place
read_place (const char *text, int *ret_width, gboolean *ret_short_year, const char **ret_end)
{
  const char *close = strchr (text, '}');
  g_autofree char *name = close != NULL ? g_strndup (text + 1, (gsize) (close - text - 1)) : NULL;

  if (name == NULL)
    return PLACE_NONE;
  *ret_end = close + 1;
  *ret_short_year = strcmp (name, "yy") == 0;
  if (*ret_short_year || strcmp (name, "year") == 0)
    return PLACE_YEAR;
  *ret_width = 1;
  if (strcmp (name, "n") == 0)
    return PLACE_NUMBER;
  if (g_str_has_prefix (name, "n:") && strlen (name) == 3 && name[2] >= '1' && name[2] <= '0' + MARK_DIGITS_MAX)
    {
      *ret_width = name[2] - '0';
      return PLACE_NUMBER;
    }
  return PLACE_NONE;
}

/* The mark, or NULL when the pattern is not one. */
static char *
fill_pattern (const char *pattern, int n, int year)
{
  g_autoptr (GString) mark = g_string_new (NULL);
  int n_numbers = 0;
  int n_years = 0;

  while (*pattern != '\0')
    {
      int width = 1;
      gboolean short_year = FALSE;
      Place place;

      if (*pattern == '}' || g_ascii_iscntrl (*pattern))
        return NULL;
      if (*pattern != '{')
        {
          g_string_append_c (mark, *pattern++);
          continue;
        }
      place = read_place (pattern, &width, &short_year, &pattern);
      if (place == PLACE_NONE)
        return NULL;
      n_numbers += place == PLACE_NUMBER;
      n_years += place == PLACE_YEAR;
      if (place == PLACE_NUMBER)
        g_string_append_printf (mark, "%0*d", width, n);
      else
        g_string_append_printf (mark, "%02d", short_year ? year % 100 : year);
    }
  return n_numbers == 1 && n_years == 1 ? g_string_free (g_steal_pointer (&mark), FALSE) : NULL;
}

gboolean
asy_case_mark_is_pattern (const char *pattern)
{
  g_autofree char *mark = NULL;

  if (pattern == NULL || !g_utf8_validate (pattern, -1, NULL))
    return FALSE;
  mark = fill_pattern (pattern, 1, 2026);
  return mark != NULL;
}

char *
asy_case_mark_format (const char *pattern, int n, int year)
{
  g_return_val_if_fail (n >= 0 && year >= 0, NULL);
  return asy_case_mark_is_pattern (pattern) ? fill_pattern (pattern, n, year) : NULL;
}
