/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-day.h"

static void
assert_day (AsyDay day, const char *iso)
{
  g_autofree char *text = asy_day_to_iso (day);

  g_assert_cmpstr (text, ==, iso);
}

static void
test_iso (void)
{
  static const struct
  {
    const char *text;
    gboolean is_day;
  } rows[] = {
    { "2024-02-29", TRUE }, { "2023-02-29", FALSE }, { "2026-03-24", TRUE }, { "2026-3-24", FALSE },
    { "2026-13-01", FALSE }, { "1799-12-31", FALSE }, { "2299-12-31", TRUE }, { "2026-03-24 ", FALSE },
    { "", FALSE }, { "20x6-03-24", FALSE }, { NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDay day = asy_day_from_iso (rows[i].text);

      g_assert_cmpint (day != ASY_DAY_NONE, ==, rows[i].is_day);
      if (rows[i].is_day)
        assert_day (day, rows[i].text);
    }
  g_assert_null (asy_day_to_iso (ASY_DAY_NONE));
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int n;
    const char *to;
  } rows[] = {
    { "2025-08-31", 6, "2026-02-28" }, { "2023-08-31", 6, "2024-02-29" }, { "2025-09-22", 6, "2026-03-22" },
    { "2026-03-31", -1, "2026-02-28" }, { "2025-12-31", 2, "2026-02-28" }, { "2026-01-15", 0, "2026-01-15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_day (asy_day_add_months (asy_day_from_iso (rows[i].from), rows[i].n), rows[i].to);
  g_assert_cmpuint (asy_day_add_months (ASY_DAY_NONE, 6), ==, ASY_DAY_NONE);
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *week;
    const char *monday;
  } rows[] = {
    { "2026-W13", "2026-03-23" }, { "2026-W01", "2025-12-29" }, { "2026-W53", "2026-12-28" }, { "2020-W53", "2020-12-28" },
    { "2025-W53", NULL }, { "2026-W00", NULL }, { "2026-13", NULL }, { "2026-w13", NULL }, { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDay monday = asy_day_from_iso_week (rows[i].week);
      int year;

      assert_day (monday, rows[i].monday);
      if (monday == ASY_DAY_NONE)
        continue;
      g_assert_cmpint (asy_day_get_weekday (monday), ==, 1);
      g_assert_cmpint (asy_day_get_iso_week (monday, &year), ==, g_ascii_strtoll (rows[i].week + 6, NULL, 10));
      g_assert_cmpint (year, ==, g_ascii_strtoll (rows[i].week, NULL, 10));
    }
}

static void
test_age (void)
{
  static const struct
  {
    const char *born;
    const char *at;
    int years;
    int months;
  } rows[] = {
    { "2013-03-24", "2026-03-24", 13, 156 }, { "2013-03-25", "2026-03-24", 12, 155 },
    { "2000-02-29", "2026-02-28", 25, 311 }, { "2026-01-31", "2026-02-28", 0, 0 }, { "2027-01-01", "2026-01-01", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDay born = asy_day_from_iso (rows[i].born);
      AsyDay at = asy_day_from_iso (rows[i].at);

      g_assert_cmpint (asy_day_get_age (born, at), ==, rows[i].years);
      g_assert_cmpint (asy_day_get_age_months (born, at), ==, rows[i].months);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/weeks", test_weeks);
  g_test_add_func ("/day/age", test_age);
  return g_test_run ();
}
