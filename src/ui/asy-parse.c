/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "ui/asy-format.h"

#define STEP_MAX 100000         /* days; keeps sums far from overflow */
#define YEARS_AHEAD 20
#define MINUTES_A_DAY (24 * 60)

typedef enum { STEP_DAYS, STEP_WEEKS, STEP_MONTHS, STEP_YEARS } StepUnit;

/* Folded words; the same in any language of the window. */
static const struct {
  const char *word;
  int days;
} day_words[] = {
  { "dzis", 0 }, { "dzisiaj", 0 }, { "d", 0 }, { "today", 0 },
  { "jutro", 1 }, { "j", 1 }, { "tomorrow", 1 },
  { "pojutrze", 2 },
  { "wczoraj", -1 }, { "w", -1 }, { "yesterday", -1 },
  { "przedwczoraj", -2 },
};

/* The shortest beginning that is clear; more letters may follow. */
static const struct {
  const char *shortest;
  const char *full;
  int weekday;
} weekdays[] = {
  { "pn", "pn", 1 }, { "pon", "poniedzialek", 1 }, { "mo", "monday", 1 },
  { "wt", "wtorek", 2 }, { "tu", "tuesday", 2 },
  { "sr", "sroda", 3 }, { "we", "wednesday", 3 },
  { "cz", "czwartek", 4 }, { "th", "thursday", 4 },
  { "pt", "pt", 5 }, { "pia", "piatek", 5 }, { "fr", "friday", 5 },
  { "so", "sobota", 6 }, { "sa", "saturday", 6 },
  { "nd", "nd", 7 }, { "ni", "niedziela", 7 }, { "su", "sunday", 7 },
};

static const struct {
  const char *shortest;
  const char *full;
  int month;
} months[] = {
  { "sty", "stycznia", 1 }, { "styczen", "styczen", 1 }, { "jan", "january", 1 },
  { "lut", "lutego", 2 }, { "luty", "luty", 2 }, { "feb", "february", 2 },
  { "mar", "marca", 3 }, { "marzec", "marzec", 3 }, { "march", "march", 3 },
  { "kwi", "kwietnia", 4 }, { "kwiecien", "kwiecien", 4 }, { "apr", "april", 4 },
  { "maj", "maja", 5 }, { "may", "may", 5 },
  { "cze", "czerwca", 6 }, { "czerwiec", "czerwiec", 6 }, { "june", "june", 6 },
  { "lip", "lipca", 7 }, { "lipiec", "lipiec", 7 }, { "july", "july", 7 },
  { "sie", "sierpnia", 8 }, { "sierpien", "sierpien", 8 }, { "aug", "august", 8 },
  { "wrz", "wrzesnia", 9 }, { "wrzesien", "wrzesien", 9 }, { "sep", "september", 9 },
  { "paz", "pazdziernika", 10 }, { "pazdziernik", "pazdziernik", 10 }, { "oct", "october", 10 },
  { "lis", "listopada", 11 }, { "listopad", "listopad", 11 }, { "nov", "november", 11 },
  { "gru", "grudnia", 12 }, { "grudzien", "grudzien", 12 }, { "dec", "december", 12 },
};

static gboolean
is_abbreviation (const char *word, const char *shortest, const char *full)
{
  return g_str_has_prefix (word, shortest) && g_str_has_prefix (full, word);
}

/* At most @max_digits, so that the value fits an int. */
static gboolean
read_number (const char **cursor, int max_digits, int *ret_value, int *ret_digits)
{
  int value = 0, digits = 0;

  while (g_ascii_isdigit (**cursor) && digits < max_digits)
    {
      value = value * 10 + (**cursor - '0');
      (*cursor)++;
      digits++;
    }
  if (digits == 0 || g_ascii_isdigit (**cursor))
    return FALSE;
  *ret_value = value;
  if (ret_digits != NULL)
    *ret_digits = digits;
  return TRUE;
}

static int
full_year (int year, int digits, AsyDay today)
{
  int base = today != ASY_DAY_NONE ? asy_day_get_year (today) : 2000;
  int full;

  if (digits > 2)
    return year;
  full = base / 100 * 100 + year;
  if (full > base + YEARS_AHEAD)
    full -= 100;
  return full;
}

static gboolean
accept (AsyDay day, AsyDay *ret_day)
{
  if (day == ASY_DAY_NONE)
    return FALSE;
  *ret_day = day;
  return TRUE;
}

/* 24.3.26, 24.3, 24-03-2026, 24/3/2026, 2026-03-24; the words are folded, so every mark is a space */
static gboolean
parse_figures (const char *folded, AsyDay today, AsyDay *ret_day)
{
  int part[3] = { 0, 0, 0 }, digits[3] = { 0, 0, 0 }, n = 0;
  const char *p = folded;

  while (*p != '\0')
    {
      if (n == 3 || !read_number (&p, 4, &part[n], &digits[n]))
        return FALSE;
      n++;
      if (*p == ' ')
        p++;
      else if (*p != '\0')
        return FALSE;
      /* 24.03.2026 r. */
      if (n == 3 && g_str_equal (p, "r"))
        p++;
    }
  if (n == 3 && digits[0] == 4)
    return accept (asy_day_new (part[0], part[1], part[2]), ret_day);
  if (digits[0] > 2 || digits[1] > 2 || (n == 3 && digits[2] == 3))
    return FALSE;
  if (n == 3)
    return accept (asy_day_new (full_year (part[2], digits[2], today), part[1], part[0]), ret_day);
  if (n == 2 && today != ASY_DAY_NONE)
    return accept (asy_day_new (asy_day_get_year (today), part[1], part[0]), ret_day);
  return FALSE;
}

static int
find_month (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (is_abbreviation (word, months[i].shortest, months[i].full))
      return months[i].month;
  return 0;
}

/* 24 marca 2026 r. */
static gboolean
parse_month_word (const char *folded, AsyDay today, AsyDay *ret_day)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);
  const char *p;
  int day, month, year, digits;

  if (n == 4 && g_str_equal (words[3], "r"))
    n = 3;
  if (n < 2 || n > 3)
    return FALSE;
  p = words[0];
  if (!read_number (&p, 2, &day, NULL) || *p != '\0')
    return FALSE;
  month = find_month (words[1]);
  if (month == 0)
    return FALSE;
  if (n == 2)
    return today != ASY_DAY_NONE && accept (asy_day_new (asy_day_get_year (today), month, day), ret_day);
  p = words[2];
  if (!read_number (&p, 4, &year, &digits) || *p != '\0' || digits == 3)
    return FALSE;
  return accept (asy_day_new (full_year (year, digits, today), month, day), ret_day);
}

static gboolean
parse_day_word (const char *folded, AsyDay today, AsyDay *ret_day)
{
  if (today == ASY_DAY_NONE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (g_str_equal (folded, day_words[i].word))
      return accept (today + (AsyDay) day_words[i].days, ret_day);
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (is_abbreviation (folded, weekdays[i].shortest, weekdays[i].full))
      {
        int ahead = (weekdays[i].weekday - asy_day_get_weekday (today) + 7) % 7;

        return accept (today + (AsyDay) (ahead == 0 ? 7 : ahead), ret_day);
      }
  return FALSE;
}

static gboolean
read_unit (const char *word, StepUnit *ret_unit)
{
  static const struct {
    const char *word;
    StepUnit unit;
  } units[] = {
    { "", STEP_DAYS }, { "d", STEP_DAYS }, { "dni", STEP_DAYS }, { "dzien", STEP_DAYS },
    { "t", STEP_WEEKS }, { "tyg", STEP_WEEKS }, { "w", STEP_WEEKS },
    { "m", STEP_MONTHS }, { "mies", STEP_MONTHS },
    { "r", STEP_YEARS }, { "rok", STEP_YEARS }, { "lat", STEP_YEARS }, { "lata", STEP_YEARS }, { "y", STEP_YEARS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (word, units[i].word))
      {
        *ret_unit = units[i].unit;
        return TRUE;
      }
  return FALSE;
}

/* +14, -7, +2t, +6m */
static gboolean
parse_step (const char *text, AsyDay today, AsyDay *ret_day)
{
  g_autofree char *unit_word = NULL;
  const char *p = text + 1;
  int n, sign = *text == '-' ? -1 : 1;
  StepUnit unit;
  AsyDay day;

  if (today == ASY_DAY_NONE)
    return FALSE;
  while (*p == ' ')
    p++;
  if (!read_number (&p, 5, &n, NULL) || n > STEP_MAX)
    return FALSE;
  unit_word = asy_text_fold (p);
  if (!read_unit (unit_word, &unit))
    return FALSE;
  switch (unit)
    {
    case STEP_MONTHS:
    case STEP_YEARS:
      if (n > 2400)
        return FALSE;
      day = asy_day_add_months (today, sign * n * (unit == STEP_YEARS ? 12 : 1));
      break;
    case STEP_WEEKS:
    case STEP_DAYS:
    default:
      day = (AsyDay) ((int) today + sign * n * (unit == STEP_WEEKS ? 7 : 1));
    }
  if (day == ASY_DAY_NONE || day > asy_day_new (ASY_DAY_YEAR_MAX, 12, 31) || day < asy_day_new (ASY_DAY_YEAR_MIN, 1, 1))
    return FALSE;
  return accept (day, ret_day);
}

gboolean
asy_parse_day (const char *text, AsyDay today, AsyDay *ret_day)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (ret_day != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  trimmed = asy_text_squash (text);
  if (*trimmed == '+' || *trimmed == '-')
    return parse_step (trimmed, today, ret_day);
  folded = asy_text_fold (trimmed);
  if (g_ascii_isdigit (*folded))
    return parse_figures (folded, today, ret_day) || parse_month_word (folded, today, ret_day);
  return parse_day_word (folded, today, ret_day);
}

gboolean
asy_parse_time (const char *text, int *ret_minutes)
{
  g_autofree char *folded = NULL;
  const char *p;
  int hour, minute = 0, digits;

  g_return_val_if_fail (ret_minutes != NULL, FALSE);

  if (text == NULL || strchr (text, '-') != NULL)
    return FALSE;
  folded = asy_text_fold (text);
  p = folded;
  if (!read_number (&p, 4, &hour, &digits))
    return FALSE;
  if (digits >= 3)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (*p == ' ')
    {
      p++;
      if (!read_number (&p, 2, &minute, &digits) || digits != 2)
        return FALSE;
    }
  if (*p != '\0' || hour > 23 || minute > 59)
    return FALSE;
  *ret_minutes = hour * 60 + minute;
  return TRUE;
}

static gboolean
is_hour_word (const char *word)
{
  static const char *const words[] = { "h", "g", "godz", "godzina", "godziny", "godzin", NULL };

  return g_strv_contains (words, word);
}

static gboolean
is_minute_word (const char *word)
{
  static const char *const words[] = { "", "m", "min", "minut", "minuty", NULL };

  return g_strv_contains (words, word);
}

/* Splits `1h30min`, `1 godz. 30 min`, `90` into numbers and the words after them. */
static int
read_measures (const char *text, double ret_values[2], char *ret_words[2])
{
  const char *p = text;
  int n = 0;

  while (*p != '\0')
    {
      const char *start;
      int whole, fraction = 0, digits = 0;

      if (n == 2 || !read_number (&p, 4, &whole, NULL))
        return -1;
      if ((*p == ',' || *p == '.') && g_ascii_isdigit (p[1]))
        {
          p++;
          if (!read_number (&p, 2, &fraction, &digits))
            return -1;
        }
      while (*p == ' ')
        p++;
      start = p;
      while (*p != '\0' && !g_ascii_isdigit (*p))
        p++;
      ret_values[n] = whole + fraction / (digits == 2 ? 100.0 : 10.0);
      g_free (ret_words[n]);
      {
        g_autofree char *word = g_strndup (start, (gsize) (p - start));

        ret_words[n] = asy_text_fold (word);
      }
      n++;
    }
  return n;
}

static gboolean
sum_measures (int n, const double values[2], char *const words[2], double *ret_minutes)
{
  if (n == 1 && is_hour_word (words[0]))
    *ret_minutes = values[0] * 60;
  else if (n == 1 && is_minute_word (words[0]))
    *ret_minutes = values[0];
  else if (n == 2 && is_hour_word (words[0]) && is_minute_word (words[1]) && values[1] < 60)
    *ret_minutes = values[0] * 60 + values[1];
  else
    return FALSE;
  return TRUE;
}

gboolean
asy_parse_duration (const char *text, int *ret_minutes)
{
  g_autofree char *trimmed = NULL;
  char *words[2] = { NULL, NULL };
  double values[2] = { 0, 0 }, minutes = 0;
  gboolean ok;

  g_return_val_if_fail (ret_minutes != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  trimmed = asy_text_squash (text);
  if (strchr (trimmed, ':') != NULL)
    return asy_parse_time (trimmed, ret_minutes);
  ok = sum_measures (read_measures (trimmed, values, words), values, words, &minutes);
  g_free (words[0]);
  g_free (words[1]);
  if (!ok || minutes < 0 || minutes > MINUTES_A_DAY)
    return FALSE;
  *ret_minutes = (int) (minutes + 0.5);
  return TRUE;
}
