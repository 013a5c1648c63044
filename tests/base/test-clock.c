/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-clock.h"

static void
test_fixed (void)
{
  static const struct
  {
    const char *day;
    int minutes;
    const char *local;
    const char *utc;
  } rows[] = {
    { "2026-03-24", 640, "2026-03-24 10:40 +01:00", "2026-03-24T09:40:00Z" },
    { "2026-07-01", 0, "2026-07-01 00:00 +02:00", "2026-06-30T22:00:00Z" },
    { "2026-12-31", 1439, "2026-12-31 23:59 +01:00", "2026-12-31T22:59:00Z" },
    /* There is no such time in the night when the clocks go forward: the first moment after it. */
    { "2026-03-29", 150, "2026-03-29 03:00 +02:00", "2026-03-29T01:00:00Z" },
    { "2026-10-25", 240, "2026-10-25 04:00 +01:00", "2026-10-25T03:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDay day = asy_day_from_iso (rows[i].day);
      g_autoptr (AsyClock) clock = asy_clock_new_fixed (day, rows[i].minutes);
      g_autoptr (GDateTime) now = asy_clock_now (clock);
      g_autofree char *local = g_date_time_format (now, "%Y-%m-%d %H:%M %:z");
      g_autofree char *utc = asy_clock_dup_now_utc_iso (clock);

      g_assert_cmpuint (asy_clock_get_today (clock), ==, day);
      g_assert_cmpstr (local, ==, rows[i].local);
      g_assert_cmpstr (utc, ==, rows[i].utc);
    }
}

static void
test_set_fixed (void)
{
  g_autoptr (AsyClock) clock = asy_clock_new_fixed (asy_day_new (2026, 3, 24), 640);

  g_assert_cmpint (asy_clock_get_minutes (clock), ==, 640);
  asy_clock_set_fixed (clock, asy_day_new (2026, 9, 22), 75);
  g_assert_cmpuint (asy_clock_get_today (clock), ==, asy_day_new (2026, 9, 22));
  g_assert_cmpint (asy_clock_get_minutes (clock), ==, 75);
}

static void
test_system (void)
{
  g_autoptr (AsyClock) clock = asy_clock_new_system ();
  g_autoptr (GDateTime) before = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) now = asy_clock_now (clock);
  g_autoptr (GDateTime) after = g_date_time_new_now_utc ();
  g_autoptr (GTimeZone) warsaw = g_time_zone_new_identifier ("Europe/Warsaw");

  g_assert_cmpint (g_date_time_compare (before, now), <=, 0);
  g_assert_cmpint (g_date_time_compare (now, after), <=, 0);
  g_assert_cmpuint (asy_clock_get_today (clock), !=, ASY_DAY_NONE);
  if (warsaw != NULL)
    {
      g_autoptr (GDateTime) there = g_date_time_to_timezone (now, warsaw);

      g_assert_cmpint (g_date_time_get_utc_offset (now), ==, g_date_time_get_utc_offset (there));
    }
}

static void
test_shifted (void)
{
  AsyDay day = asy_day_new (2026, 7, 15);
  g_autoptr (AsyClock) clock = asy_clock_new_shifted (day);
  g_autoptr (GDateTime) first = asy_clock_now (clock);
  g_autoptr (GDateTime) second = NULL;
  g_autofree char *utc = asy_clock_dup_now_utc_iso (clock);

  g_assert_cmpuint (asy_clock_get_today (clock), ==, day);
  g_assert_true (g_str_has_prefix (utc, "2026-07-1"));
  g_usleep (2000);
  second = asy_clock_now (clock);
  /* Time goes on, unless midnight has just passed in the office. */
  g_assert_cmpint (g_date_time_compare (first, second), !=, 0);
}

static void
test_office_zone (void)
{
  g_autoptr (GTimeZone) zone = asy_clock_new_office_zone ();
  g_autoptr (GDateTime) summer = g_date_time_new (zone, 2026, 7, 1, 12, 0, 0);
  g_autoptr (GDateTime) winter = g_date_time_new (zone, 2026, 1, 1, 12, 0, 0);

  g_assert_cmpint (g_date_time_get_utc_offset (summer), ==, 2 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (g_date_time_get_utc_offset (winter), ==, 1 * G_TIME_SPAN_HOUR);
  g_assert_null (asy_clock_new_office_time (ASY_DAY_NONE, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/set-fixed", test_set_fixed);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/shifted", test_shifted);
  g_test_add_func ("/clock/office-zone", test_office_zone);
  return g_test_run ();
}
