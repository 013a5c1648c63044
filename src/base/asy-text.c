/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"

#define DAY_MINUTES (24 * 60)

static const char *const months_nominative[] = {
  "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
  "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
};

static const char *const months_genitive[] = {
  "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
  "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
};

static const char *const months_short[] = {
  "sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru",
};

static const char *const weekdays[] = {
  "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela",
};

static const char *const weekdays_short[] = { "pn", "wt", "śr", "czw", "pt", "sob", "ndz" };

/* Area codes of Polish landlines; every other number prints as a mobile one. */
static const guint8 landline_codes[] = {
  12, 13, 14, 15, 16, 17, 18, 22, 23, 24, 25, 29, 32, 33, 34, 41, 42, 43, 44, 46, 48, 52, 54, 55, 56,
  58, 59, 61, 62, 63, 65, 67, 68, 71, 74, 75, 76, 77, 81, 82, 83, 84, 85, 86, 87, 89, 91, 94, 95,
};

static gboolean
is_blank_or_invisible (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Zero-width joiners, soft hyphens and byte-order marks stand inside words. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

char *
asy_text_squash (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *out = g_string_sized_new (strlen (valid));
  gboolean gap = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;
      if (is_blank_or_invisible (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && out->len > 0)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

const char *
asy_text_plural (gint64 n, const char *one, const char *few, const char *many)
{
  guint64 count = n < 0 ? (guint64) 0 - (guint64) n : (guint64) n;
  guint64 last = count % 10;
  guint64 teens = count % 100;

  if (count == 1)
    return one;
  if (last >= 2 && last <= 4 && (teens < 12 || teens > 14))
    return few;
  return many;
}

char *
asy_text_initials (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  GString *out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean letter = g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;

      if (letter && !inside && g_unichar_isalpha (c))
        g_string_append_unichar (out, g_unichar_toupper (c));
      inside = letter;
    }
  return g_string_free (out, FALSE);
}

char *
asy_text_letter_date (AsyDay day)
{
  if (day == ASY_DAY_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%d" ASY_TEXT_NBSP "%s %d" ASY_TEXT_NBSP "r.", asy_day_get_day (day),
                          asy_text_month_genitive (asy_day_get_month (day)), asy_day_get_year (day));
}

char *
asy_text_long_date (AsyDay day)
{
  if (day == ASY_DAY_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%d" ASY_TEXT_NBSP "%s %d", asy_day_get_day (day),
                          asy_text_month_genitive (asy_day_get_month (day)), asy_day_get_year (day));
}

char *
asy_text_table_date (AsyDay day)
{
  if (day == ASY_DAY_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%02d.%02d.%04d" ASY_TEXT_NBSP "r.", asy_day_get_day (day), asy_day_get_month (day),
                          asy_day_get_year (day));
}

char *
asy_text_short_date (AsyDay day)
{
  if (day == ASY_DAY_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%02d.%02d", asy_day_get_day (day), asy_day_get_month (day));
}

const char *
asy_text_month_nominative (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return months_nominative[month - 1];
}

const char *
asy_text_month_genitive (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return months_genitive[month - 1];
}

const char *
asy_text_month_short (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return months_short[month - 1];
}

const char *
asy_text_weekday (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return weekdays[weekday - 1];
}

const char *
asy_text_weekday_short (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return weekdays_short[weekday - 1];
}

static int
wrap_minutes (gint64 minutes)
{
  return (int) (((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES);
}

char *
asy_text_time (int minutes)
{
  int of_day = wrap_minutes (minutes);

  return g_strdup_printf ("%d:%02d", of_day / 60, of_day % 60);
}

char *
asy_text_time_range (int start_minutes, int length_minutes)
{
  int from = wrap_minutes (start_minutes);
  int to = wrap_minutes ((gint64) start_minutes + length_minutes);

  return g_strdup_printf ("%d:%02d" ASY_TEXT_EN_DASH "%d:%02d", from / 60, from % 60, to / 60, to % 60);
}

char *
asy_text_duration (int minutes)
{
  int hours = MAX (minutes, 0) / 60;
  int rest = MAX (minutes, 0) % 60;

  if (hours == 0)
    return g_strdup_printf ("%d" ASY_TEXT_NBSP "min", rest);
  if (rest == 0)
    return g_strdup_printf ("%d" ASY_TEXT_NBSP "godz.", hours);
  return g_strdup_printf ("%d" ASY_TEXT_NBSP "godz. %d" ASY_TEXT_NBSP "min", hours, rest);
}

char *
asy_text_money (gint64 grosze)
{
  guint64 sum = grosze < 0 ? (guint64) 0 - (guint64) grosze : (guint64) grosze;
  g_autofree char *whole = g_strdup_printf ("%" G_GUINT64_FORMAT, sum / 100);
  gsize n = strlen (whole);
  GString *out = g_string_new (grosze < 0 ? "\342\210\222" : NULL);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (out, ASY_TEXT_NBSP);
      g_string_append_c (out, whole[i]);
    }
  g_string_append_printf (out, ",%02d" ASY_TEXT_NBSP "zł", (int) (sum % 100));
  return g_string_free (out, FALSE);
}

static gboolean
is_landline (const char *digits)
{
  int code = (digits[0] - '0') * 10 + (digits[1] - '0');

  return memchr (landline_codes, code, sizeof landline_codes) != NULL;
}

char *
asy_text_phone (const char *digits)
{
  if (digits == NULL)
    return g_strdup ("");
  if (strlen (digits) == 6 && strspn (digits, "0123456789") == 6)
    return g_strdup_printf ("%.3s" ASY_TEXT_NBSP "%s", digits, digits + 3);
  if (strlen (digits) != 9 || strspn (digits, "0123456789") != 9)
    return g_utf8_make_valid (digits, -1);
  if (is_landline (digits))
    return g_strdup_printf ("%.2s" ASY_TEXT_NBSP "%.3s" ASY_TEXT_NBSP "%.2s" ASY_TEXT_NBSP "%s", digits, digits + 2,
                            digits + 5, digits + 7);
  return g_strdup_printf ("%.3s" ASY_TEXT_NBSP "%.3s" ASY_TEXT_NBSP "%s", digits, digits + 3, digits + 6);
}
