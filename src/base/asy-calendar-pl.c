/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include "base/asy-calendar-pl.h"

/* Each holiday with the years in which it is one; both included. */
typedef struct
{
  int first_year;
  int last_year;
  int month;
  int day;
  const char *name;
} FixedHoliday;

typedef struct
{
  int first_year;
  int days_after_easter;
  const char *name;
} MovableHoliday;

#define FOR_GOOD G_MAXINT

static const FixedHoliday fixed_holidays[] = {
  { 1951, FOR_GOOD, 1, 1, "Nowy Rok" },
  { 2011, FOR_GOOD, 1, 6, "Święto Trzech Króli" },
  { 1951, FOR_GOOD, 5, 1, "Święto Państwowe; Święto Pracy" },
  { 1990, FOR_GOOD, 5, 3, "Święto Narodowe Trzeciego Maja" },
  { 1989, FOR_GOOD, 8, 15, "Wniebowzięcie Najświętszej Maryi Panny" },
  { 1951, FOR_GOOD, 11, 1, "Wszystkich Świętych" },
  { 1989, FOR_GOOD, 11, 11, "Narodowe Święto Niepodległości" },
  /* The act of 7 November 2018, for that one year. */
  { 2018, 2018, 11, 12, "Święto Narodowe z okazji Setnej Rocznicy Odzyskania Niepodległości Rzeczypospolitej Polskiej" },
  /* The act of 6 December 2024, Dz.U. 2024 poz. 1965. */
  { 2025, FOR_GOOD, 12, 24, "Wigilia Bożego Narodzenia" },
  { 1951, FOR_GOOD, 12, 25, "Pierwszy dzień Bożego Narodzenia" },
  { 1951, FOR_GOOD, 12, 26, "Drugi dzień Bożego Narodzenia" },
};

static const MovableHoliday movable_holidays[] = {
  { 1951, 0, "Niedziela Wielkanocna" },
  { 1951, 1, "Drugi dzień Wielkanocy" },
  { 1951, 49, "Zielone Świątki" },
  { 1951, 60, "Dzień Bożego Ciała" },
};

/* The computus of Meeus, Jones and Butcher; the names are those of its usual statement. */
AsyDay
asy_easter_sunday (int year)
{
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int g = (8 * b + 13) / 25;
  int h = (19 * a + b - b / 4 - g + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  if (year < ASY_DAY_YEAR_MIN || year > ASY_DAY_YEAR_MAX)
    return ASY_DAY_NONE;
  return asy_day_new (year, n / 31, n % 31 + 1);
}

static int
compare_days_off (gconstpointer a, gconstpointer b)
{
  const AsyDayOff *left = a;
  const AsyDayOff *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

GArray *
asy_days_off_in_year (int year)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AsyDayOff));
  AsyDay easter = asy_easter_sunday (year);

  if (easter == ASY_DAY_NONE)
    return days;
  for (gsize i = 0; i < G_N_ELEMENTS (fixed_holidays); i++)
    {
      const FixedHoliday *holiday = &fixed_holidays[i];
      AsyDayOff off = { asy_day_new (year, holiday->month, holiday->day), holiday->name };

      if (year >= holiday->first_year && year <= holiday->last_year)
        g_array_append_val (days, off);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (movable_holidays); i++)
    {
      AsyDayOff off = { easter + (AsyDay) movable_holidays[i].days_after_easter, movable_holidays[i].name };

      if (year >= movable_holidays[i].first_year)
        g_array_append_val (days, off);
    }
  g_array_sort (days, compare_days_off);
  return days;
}

static const char *
find_fixed_holiday (AsyDay day, int year)
{
  int month = asy_day_get_month (day);
  int day_of_month = asy_day_get_day (day);

  for (gsize i = 0; i < G_N_ELEMENTS (fixed_holidays); i++)
    {
      const FixedHoliday *holiday = &fixed_holidays[i];

      if (holiday->month == month && holiday->day == day_of_month && year >= holiday->first_year
          && year <= holiday->last_year)
        return holiday->name;
    }
  return NULL;
}

const char *
asy_day_get_holiday (AsyDay day)
{
  const char *name;
  AsyDay easter;
  int year;

  if (day == ASY_DAY_NONE)
    return NULL;
  year = asy_day_get_year (day);
  name = find_fixed_holiday (day, year);
  if (name != NULL)
    return name;
  easter = asy_easter_sunday (year);
  for (gsize i = 0; i < G_N_ELEMENTS (movable_holidays); i++)
    if (day == easter + (AsyDay) movable_holidays[i].days_after_easter && year >= movable_holidays[i].first_year)
      return movable_holidays[i].name;
  return NULL;
}

gboolean
asy_day_is_off (AsyDay day)
{
  g_return_val_if_fail (day != ASY_DAY_NONE, FALSE);
  return asy_day_get_weekday (day) == 7 || asy_day_get_holiday (day) != NULL;
}

gboolean
asy_day_is_working (AsyDay day)
{
  g_return_val_if_fail (day != ASY_DAY_NONE, FALSE);
  return asy_day_get_weekday (day) < 6 && !asy_day_is_off (day);
}

AsyDay
asy_working_days_add (AsyDay day, int n)
{
  g_return_val_if_fail (day != ASY_DAY_NONE, ASY_DAY_NONE);
  while (n != 0)
    {
      day = n > 0 ? day + 1 : day - 1;
      if (asy_day_is_working (day))
        n += n > 0 ? -1 : 1;
    }
  return day;
}

int
asy_working_days_count (AsyDay first, AsyDay last)
{
  int n = 0;

  g_return_val_if_fail (first != ASY_DAY_NONE && last != ASY_DAY_NONE, 0);
  for (AsyDay day = first; day <= last; day++)
    n += asy_day_is_working (day);
  return n;
}

AsyDay
asy_term_move_to_working_day (AsyDay end)
{
  if (end == ASY_DAY_NONE)
    return ASY_DAY_NONE;
  while (!asy_day_is_working (end))
    end++;
  return end;
}

AsyDay
asy_term_get_end (AsyDay start, int count, AsyTermUnit unit)
{
  if (start == ASY_DAY_NONE)
    return ASY_DAY_NONE;
  g_return_val_if_fail (count >= 0, ASY_DAY_NONE);
  if (unit == ASY_TERM_MONTHS)
    return asy_term_move_to_working_day (asy_day_add_months (start, count));
  return asy_term_move_to_working_day (start + (AsyDay) (unit == ASY_TERM_WEEKS ? 7 * count : count));
}

AsyTermWarning
asy_term_get_warning (AsyDay due, AsyDay today)
{
  g_return_val_if_fail (due != ASY_DAY_NONE && today != ASY_DAY_NONE, ASY_TERM_FAR);
  if (due < today)
    return ASY_TERM_OVERDUE;
  if (due == today)
    return ASY_TERM_TODAY;
  if (due - today <= 7)
    return ASY_TERM_WITHIN_7_DAYS;
  if (due - today <= 14)
    return ASY_TERM_WITHIN_14_DAYS;
  return due - today <= 30 ? ASY_TERM_WITHIN_30_DAYS : ASY_TERM_FAR;
}
