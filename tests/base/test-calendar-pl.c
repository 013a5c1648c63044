/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/asy-calendar-pl.h"
#include "shared-data.h"

#define assert_day(day, iso) g_assert_cmpuint (day, ==, asy_day_from_iso (iso))

static void
test_easter (void)
{
  static const struct
  {
    const char *easter;
    const char *corpus_christi;
  } rows[] = {
    { "2024-03-31", "2024-05-30" },
    { "2025-04-20", "2025-06-19" },
    { "2026-04-05", "2026-06-04" },
    { "2027-03-28", "2027-05-27" },
    { "2028-04-16", "2028-06-15" },
    { "2029-04-01", "2029-05-31" },
    { "2030-04-21", "2030-06-20" },
    { "2031-04-13", "2031-06-12" },
    /* The earliest and the latest there are, and the years of the exceptions. */
    { "1818-03-22", "1818-05-21" },
    { "2285-03-22", "2285-05-21" },
    { "1943-04-25", "1943-06-24" },
    { "2038-04-25", "2038-06-24" },
    { "1954-04-18", "1954-06-17" },
    { "1981-04-19", "1981-06-18" },
    { "2000-04-23", "2000-06-22" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDay day = asy_day_from_iso (rows[i].easter);
      int year = asy_day_get_year (day);

      g_assert_cmpuint (asy_easter_sunday (year), ==, day);
      if (year >= 1990)
        g_assert_cmpstr (asy_day_get_holiday (asy_day_from_iso (rows[i].corpus_christi)), ==, "Dzień Bożego Ciała");
    }
  for (int year = ASY_DAY_YEAR_MIN; year <= ASY_DAY_YEAR_MAX; year++)
    {
      AsyDay day = asy_easter_sunday (year);

      g_assert_cmpint (asy_day_get_weekday (day), ==, 7);
      g_assert_cmpuint (day, >=, asy_day_new (year, 3, 22));
      g_assert_cmpuint (day, <=, asy_day_new (year, 4, 25));
    }
  assert_day (asy_easter_sunday (1799), NULL);
  assert_day (asy_easter_sunday (2300), NULL);
  assert_day (asy_easter_sunday (-5), NULL);
}

static void
test_valid_from (void)
{
  static const struct
  {
    const char *day;
    const char *name;
  } rows[] = {
    { "2010-01-06", NULL },
    { "2011-01-06", "Święto Trzech Króli" },
    { "2024-12-24", NULL },
    { "2025-12-24", "Wigilia Bożego Narodzenia" },
    { "2026-12-24", "Wigilia Bożego Narodzenia" },
    { "2017-11-12", NULL },
    { "2018-11-12", "Święto Narodowe z okazji Setnej Rocznicy Odzyskania Niepodległości Rzeczypospolitej Polskiej" },
    { "2019-11-12", NULL },
    { "2026-04-03", NULL },
    { "2026-05-02", NULL },
    { "2026-05-03", "Święto Narodowe Trzeciego Maja" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (asy_day_get_holiday (asy_day_from_iso (rows[i].day)), ==, rows[i].name);
  g_assert_null (asy_day_get_holiday (ASY_DAY_NONE));
}

static void
test_days_off_in_year (void)
{
  static const struct
  {
    int year;
    guint n;
  } rows[] = { { 2010, 12 }, { 2011, 13 }, { 2018, 14 }, { 2024, 13 }, { 2025, 14 }, { 2026, 14 }, { 1799, 0 }, { 2300, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) days = asy_days_off_in_year (rows[i].year);
      AsyDay previous = ASY_DAY_NONE;

      g_assert_cmpuint (days->len, ==, rows[i].n);
      for (guint j = 0; j < days->len; j++)
        {
          AsyDayOff off = g_array_index (days, AsyDayOff, j);

          g_assert_cmpuint (off.day, >, previous);
          g_assert_cmpstr (off.name, ==, asy_day_get_holiday (off.day));
          g_assert_true (asy_day_is_off (off.day));
          g_assert_false (asy_day_is_working (off.day));
          previous = off.day;
        }
    }
}

static void
test_kinds_of_days (void)
{
  static const struct
  {
    const char *day;
    gboolean off;
    gboolean working;
  } rows[] = {
    { "2026-03-24", FALSE, TRUE },  { "2026-03-28", FALSE, FALSE }, { "2026-03-29", TRUE, FALSE },
    { "2026-04-06", TRUE, FALSE },  { "2026-08-15", TRUE, FALSE },  { "2024-12-24", FALSE, TRUE },
    { "2025-12-24", TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDay day = asy_day_from_iso (rows[i].day);

      g_assert_cmpint (asy_day_is_off (day), ==, rows[i].off);
      g_assert_cmpint (asy_day_is_working (day), ==, rows[i].working);
    }
}

static void
test_working_days (void)
{
  static const struct
  {
    const char *from;
    int n;
    const char *to;
  } rows[] = {
    { "2026-03-24", 0, "2026-03-24" },  { "2026-03-28", 0, "2026-03-28" },  { "2026-03-24", 1, "2026-03-25" },
    { "2026-03-27", 1, "2026-03-30" },  { "2026-04-03", 1, "2026-04-07" },  { "2025-12-23", 1, "2025-12-29" },
    { "2024-12-23", 1, "2024-12-24" },  { "2026-04-07", -1, "2026-04-03" }, { "2026-04-05", -1, "2026-04-03" },
    { "2026-04-30", 2, "2026-05-05" },  { "2026-01-02", 21, "2026-02-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDay from = asy_day_from_iso (rows[i].from);
      AsyDay to = asy_day_from_iso (rows[i].to);

      g_assert_cmpuint (asy_working_days_add (from, rows[i].n), ==, to);
      if (rows[i].n > 0)
        g_assert_cmpint (asy_working_days_count (from + 1, to), ==, rows[i].n);
    }
  g_assert_cmpint (asy_working_days_count (asy_day_new (2026, 3, 24), asy_day_new (2026, 3, 23)), ==, 0);
  /* 261 days from Monday to Friday, less ten and eight holidays among them. */
  g_assert_cmpint (asy_working_days_count (asy_day_new (2025, 1, 1), asy_day_new (2025, 12, 31)), ==, 251);
  g_assert_cmpint (asy_working_days_count (asy_day_new (2026, 1, 1), asy_day_new (2026, 12, 31)), ==, 253);
}

static void
test_terms (void)
{
  static const struct
  {
    const char *start;
    int count;
    AsyTermUnit unit;
    const char *end;
  } rows[] = {
    { "2026-03-10", 14, ASY_TERM_DAYS, "2026-03-24" },
    { "2026-03-10", 7, ASY_TERM_DAYS, "2026-03-17" },
    /* Saturday, Sunday, Easter Monday, a holiday on Friday. */
    { "2026-03-14", 14, ASY_TERM_DAYS, "2026-03-30" },
    { "2026-03-15", 14, ASY_TERM_DAYS, "2026-03-30" },
    { "2026-03-21", 14, ASY_TERM_DAYS, "2026-04-07" },
    { "2026-03-23", 14, ASY_TERM_DAYS, "2026-04-07" },
    { "2026-04-17", 14, ASY_TERM_DAYS, "2026-05-04" },
    { "2025-12-10", 14, ASY_TERM_DAYS, "2025-12-29" },
    { "2024-12-10", 14, ASY_TERM_DAYS, "2024-12-24" },
    { "2026-03-10", 2, ASY_TERM_WEEKS, "2026-03-24" },
    { "2026-03-21", 1, ASY_TERM_WEEKS, "2026-03-30" },
    { "2026-01-31", 1, ASY_TERM_MONTHS, "2026-03-02" },
    { "2026-03-24", 1, ASY_TERM_MONTHS, "2026-04-24" },
    { "2024-01-31", 1, ASY_TERM_MONTHS, "2024-02-29" },
    { "2026-03-24", 0, ASY_TERM_DAYS, "2026-03-24" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_day (asy_term_get_end (asy_day_from_iso (rows[i].start), rows[i].count, rows[i].unit), rows[i].end);
  assert_day (asy_term_get_end (ASY_DAY_NONE, 14, ASY_TERM_DAYS), NULL);
  assert_day (asy_term_move_to_working_day (ASY_DAY_NONE), NULL);
  assert_day (asy_term_move_to_working_day (asy_day_new (2026, 3, 24)), "2026-03-24");
}

static void
test_warnings (void)
{
  static const struct
  {
    int days_left;
    AsyTermWarning warning;
  } rows[] = {
    { 365, ASY_TERM_FAR },           { 31, ASY_TERM_FAR },           { 30, ASY_TERM_WITHIN_30_DAYS },
    { 15, ASY_TERM_WITHIN_30_DAYS }, { 14, ASY_TERM_WITHIN_14_DAYS }, { 8, ASY_TERM_WITHIN_14_DAYS },
    { 7, ASY_TERM_WITHIN_7_DAYS },   { 1, ASY_TERM_WITHIN_7_DAYS },  { 0, ASY_TERM_TODAY },
    { -1, ASY_TERM_OVERDUE },        { -400, ASY_TERM_OVERDUE },
  };
  AsyDay today = asy_day_new (2026, 3, 24);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (asy_term_get_warning (today + (AsyDay) rows[i].days_left, today), ==, rows[i].warning);
}

static char *
list_days_off (int first_year, int last_year)
{
  GString *list = g_string_new ("date,name_pl\n");

  for (int year = first_year; year <= last_year; year++)
    {
      g_autoptr (GArray) days = asy_days_off_in_year (year);

      for (guint i = 0; i < days->len; i++)
        {
          g_autofree char *iso = asy_day_to_iso (g_array_index (days, AsyDayOff, i).day);

          g_string_append_printf (list, "%s,\"%s\"\n", iso, g_array_index (days, AsyDayOff, i).name);
        }
    }
  return g_string_free (list, FALSE);
}

static void
test_shared_table (void)
{
  g_autofree char *path = find_shared_data ("calendar-pl/swieta_ustawowe_2024-2026.csv");
  g_autofree char *expected = NULL;
  g_autofree char *listed = NULL;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  listed = list_days_off (2024, 2026);
  g_assert_cmpstr (listed, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-pl/easter", test_easter);
  g_test_add_func ("/calendar-pl/valid-from", test_valid_from);
  g_test_add_func ("/calendar-pl/days-off-in-year", test_days_off_in_year);
  g_test_add_func ("/calendar-pl/kinds-of-days", test_kinds_of_days);
  g_test_add_func ("/calendar-pl/working-days", test_working_days);
  g_test_add_func ("/calendar-pl/terms", test_terms);
  g_test_add_func ("/calendar-pl/warnings", test_warnings);
  g_test_add_func ("/calendar-pl/shared-table", test_shared_table);
  return g_test_run ();
}
