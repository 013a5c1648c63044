/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-day.h"

static void
to_gdate (AsyDay day, GDate *ret_date)
{
  g_date_clear (ret_date, 1);
  if (day != ASY_DAY_NONE)
    g_date_set_julian (ret_date, day);
}

AsyDay
asy_day_new (int year, int month, int day)
{
  GDate date;

  if (year < ASY_DAY_YEAR_MIN || year > ASY_DAY_YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31)
    return ASY_DAY_NONE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return ASY_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static gboolean
read_digits (const char *text, int n, int *ret_value)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + (text[i] - '0');
    }
  *ret_value = value;
  return TRUE;
}

AsyDay
asy_day_from_iso (const char *text)
{
  int year, month, day;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return ASY_DAY_NONE;
  if (!read_digits (text, 4, &year) || !read_digits (text + 5, 2, &month) || !read_digits (text + 8, 2, &day))
    return ASY_DAY_NONE;
  return asy_day_new (year, month, day);
}

void
asy_day_write_iso (AsyDay day, char ret_iso[11])
{
  GDate date;

  ret_iso[0] = '\0';
  if (day == ASY_DAY_NONE)
    return;
  to_gdate (day, &date);
  g_snprintf (ret_iso, 11, "%04d-%02d-%02d",
              (int) g_date_get_year (&date) % 10000, (int) g_date_get_month (&date) % 100, (int) g_date_get_day (&date) % 100);
}

char *
asy_day_to_iso (AsyDay day)
{
  char iso[11];

  if (day == ASY_DAY_NONE)
    return NULL;
  asy_day_write_iso (day, iso);
  return g_strdup (iso);
}

int
asy_day_get_year (AsyDay day)
{
  GDate date;

  g_return_val_if_fail (day != ASY_DAY_NONE, 0);
  to_gdate (day, &date);
  return g_date_get_year (&date);
}

int
asy_day_get_month (AsyDay day)
{
  GDate date;

  g_return_val_if_fail (day != ASY_DAY_NONE, 0);
  to_gdate (day, &date);
  return g_date_get_month (&date);
}

int
asy_day_get_day (AsyDay day)
{
  GDate date;

  g_return_val_if_fail (day != ASY_DAY_NONE, 0);
  to_gdate (day, &date);
  return g_date_get_day (&date);
}

int
asy_day_get_weekday (AsyDay day)
{
  GDate date;

  g_return_val_if_fail (day != ASY_DAY_NONE, 0);
  to_gdate (day, &date);
  return g_date_get_weekday (&date);
}

AsyDay
asy_day_add_months (AsyDay day, int n)
{
  GDate date;

  if (day == ASY_DAY_NONE)
    return ASY_DAY_NONE;
  to_gdate (day, &date);
  if (n >= 0)
    g_date_add_months (&date, (guint) n);
  else
    g_date_subtract_months (&date, (guint) -n);
  return g_date_get_julian (&date);
}

AsyDay
asy_day_get_monday (AsyDay day)
{
  g_return_val_if_fail (day != ASY_DAY_NONE, ASY_DAY_NONE);
  return day - (AsyDay) (asy_day_get_weekday (day) - 1);
}

int
asy_day_get_iso_week (AsyDay day, int *ret_year)
{
  GDate date;
  AsyDay thursday;

  g_return_val_if_fail (day != ASY_DAY_NONE, 0);
  to_gdate (day, &date);
  thursday = asy_day_get_monday (day) + 3;
  if (ret_year != NULL)
    *ret_year = asy_day_get_year (thursday);
  return (int) g_date_get_iso8601_week_of_year (&date);
}

AsyDay
asy_day_from_iso_week (const char *text)
{
  int year, week, monday_year;
  AsyDay monday;

  if (text == NULL || strlen (text) != 8 || text[4] != '-' || text[5] != 'W')
    return ASY_DAY_NONE;
  if (!read_digits (text, 4, &year) || !read_digits (text + 6, 2, &week) || week < 1)
    return ASY_DAY_NONE;
  /* 4 January is always in week 1. */
  monday = asy_day_new (year, 1, 4);
  if (monday == ASY_DAY_NONE)
    return ASY_DAY_NONE;
  monday = asy_day_get_monday (monday) + (AsyDay) (7 * (week - 1));
  if (asy_day_get_iso_week (monday, &monday_year) != week || monday_year != year)
    return ASY_DAY_NONE;
  return monday;
}

int
asy_day_get_age_months (AsyDay born, AsyDay at)
{
  int months;

  if (born == ASY_DAY_NONE || at < born)
    return 0;
  months = (asy_day_get_year (at) - asy_day_get_year (born)) * 12 + asy_day_get_month (at) - asy_day_get_month (born);
  if (asy_day_get_day (at) < asy_day_get_day (born))
    months--;
  return MAX (months, 0);
}

int
asy_day_get_age (AsyDay born, AsyDay at)
{
  return asy_day_get_age_months (born, at) / 12;
}

AsyDay
asy_day_today_local (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return asy_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}
