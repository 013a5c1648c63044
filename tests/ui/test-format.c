/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/asy-format.h"

/* Tuesday. */
#define TODAY asy_day_new (2026, 3, 24)

static void
test_days (void)
{
  static const struct {
    const char *typed;
    const char *iso;            /* NULL: no day */
  } rows[] = {
    { "24.03.2026", "2026-03-24" }, { "24.3.26", "2026-03-24" }, { "1.1.2026", "2026-01-01" }, { " 24 . 3 . 2026 ", "2026-03-24" },
    { "24-03-2026", "2026-03-24" }, { "24/3/2026", "2026-03-24" }, { "2026-03-24", "2026-03-24" }, { "24 3 2026", "2026-03-24" },
    { "24.03.2026 r.", "2026-03-24" }, { "24.3", "2026-03-24" }, { "31.12", "2026-12-31" }, { "29.2.2024", "2024-02-29" },
    { "1.5.86", "1986-05-01" }, { "1.5.46", "2046-05-01" }, { "1.5.47", "1947-05-01" }, { "1.5.00", "2000-05-01" },
    { "24 marca 2026", "2026-03-24" }, { "24 marca 2026 r.", "2026-03-24" }, { "24 mar", "2026-03-24" }, { "1 Października", "2026-10-01" },
    { "3 maja 99", "1999-05-03" }, { "3 may 2026", "2026-05-03" }, { "5 maj", "2026-05-05" },
    { "dziś", "2026-03-24" }, { "DZIS", "2026-03-24" }, { "today", "2026-03-24" }, { "jutro", "2026-03-25" },
    { "wczoraj", "2026-03-23" }, { "pojutrze", "2026-03-26" }, { "przedwczoraj", "2026-03-22" },
    { "piątek", "2026-03-27" }, { "pt", "2026-03-27" }, { "śr.", "2026-03-25" }, { "wtorek", "2026-03-31" }, { "nd", "2026-03-29" },
    { "poniedziałek", "2026-03-30" }, { "fri", "2026-03-27" },
    { "+14", "2026-04-07" }, { "+ 1", "2026-03-25" }, { "-7", "2026-03-17" }, { "+2t", "2026-04-07" }, { "+2 tyg.", "2026-04-07" },
    { "+6m", "2026-09-24" }, { "+1r", "2027-03-24" }, { "-1 rok", "2025-03-24" }, { "+0", "2026-03-24" },
    { "", NULL }, { "   ", NULL }, { "29.2.2026", NULL }, { "32.1.2026", NULL }, { "24.13.2026", NULL }, { "0.3.2026", NULL },
    { "24.3.202", NULL }, { "24.3.20266", NULL }, { "24", NULL }, { "24.3.26.1", NULL }, { "abc", NULL }, { "p", NULL },
    { "24 kwa 2026", NULL }, { "+", NULL }, { "+x", NULL }, { "+99999999999", NULL }, { "+14z", NULL }, { "+2300r", NULL },
    { "2026-02-30", NULL }, { "dzisiejszy", NULL }, { "99.99.9999", NULL }, { "\xff\xfe", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDay day = ASY_DAY_NONE;
      gboolean ok = asy_parse_day (rows[i].typed, TODAY, &day);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpint (ok, ==, rows[i].iso != NULL);
      g_assert_cmpuint (day, ==, rows[i].iso != NULL ? asy_day_from_iso (rows[i].iso) : ASY_DAY_NONE);
    }
}

/* Without a clock only whole dates are clear. */
static void
test_days_without_today (void)
{
  AsyDay day = ASY_DAY_NONE;

  g_assert_true (asy_parse_day ("24.03.2026", ASY_DAY_NONE, &day));
  g_assert_cmpuint (day, ==, TODAY);
  g_assert_false (asy_parse_day ("24.03", ASY_DAY_NONE, &day));
  g_assert_false (asy_parse_day ("dziś", ASY_DAY_NONE, &day));
  g_assert_false (asy_parse_day ("+3", ASY_DAY_NONE, &day));
  g_assert_false (asy_parse_day (NULL, TODAY, &day));
}

/* What is written can be read again. */
static void
test_days_round_trip (void)
{
  for (AsyDay day = asy_day_new (2023, 12, 1); day < asy_day_new (2025, 2, 1); day++)
    {
      g_autofree char *figures = asy_format_day (day);
      g_autofree char *words = asy_format_day_long (day);
      AsyDay again = ASY_DAY_NONE;

      g_assert_true (asy_parse_day (figures, TODAY, &again));
      g_assert_cmpuint (again, ==, day);
      g_assert_true (asy_parse_day (words, TODAY, &again));
      g_assert_cmpuint (again, ==, day);
    }
  g_assert_null (asy_format_day (ASY_DAY_NONE));
}

static void
test_times (void)
{
  static const struct {
    const char *typed;
    int minutes;                /* -1: no time */
  } rows[] = {
    { "9", 540 }, { "9:30", 570 }, { "09:30", 570 }, { "9.30", 570 }, { "9,30", 570 }, { "930", 570 }, { "0930", 570 }, { "0:00", 0 },
    { "23:59", 1439 }, { "1545", 945 },
    { "", -1 }, { "24", -1 }, { "24:00", -1 }, { "9:60", -1 }, { "9:5", -1 }, { "960", -1 }, { "12345", -1 }, { "a", -1 },
    { "9:30:00", -1 }, { "-9", -1 }, { "9:30 x", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int minutes = -1;

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpint (asy_parse_time (rows[i].typed, &minutes), ==, rows[i].minutes >= 0);
      g_assert_cmpint (minutes, ==, rows[i].minutes);
    }
}

static void
test_durations (void)
{
  static const struct {
    const char *typed;
    int minutes;
  } rows[] = {
    { "90", 90 }, { "90 min", 90 }, { "90 minut", 90 }, { "1:30", 90 }, { "1,5 h", 90 }, { "1.5h", 90 }, { "1,25 godz.", 75 },
    { "2h", 120 }, { "2 godziny", 120 }, { "1 godz. 30 min", 90 }, { "1h30", 90 }, { "1 h 30 min", 90 }, { "0", 0 }, { "1440", 1440 },
    { "", -1 }, { "1441", -1 }, { "30 min 1 h", -1 }, { "1 h 60", -1 }, { "x", -1 }, { "1 x", -1 }, { "99999", -1 }, { "-5", -1 },
    { "1 h 2 h", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int minutes = -1;

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpint (asy_parse_duration (rows[i].typed, &minutes), ==, rows[i].minutes >= 0);
      g_assert_cmpint (minutes, ==, rows[i].minutes);
    }
}

static void
test_durations_round_trip (void)
{
  for (int minutes = 0; minutes <= 24 * 60; minutes += 5)
    {
      g_autofree char *text = asy_format_duration (minutes);
      int again = -1;

      g_assert_true (asy_parse_duration (text, &again));
      g_assert_cmpint (again, ==, minutes);
    }
}

static void
test_due (void)
{
  static const struct {
    int days;
    const char *text;
    AsyMeaning meaning;
  } rows[] = {
    { -2, "2 days overdue", ASY_MEANING_LATE }, { -1, "a day overdue", ASY_MEANING_LATE }, { 0, "today", ASY_MEANING_SOON },
    { 1, "tomorrow", ASY_MEANING_SOON }, { 2, "in 2 days", ASY_MEANING_PLAIN }, { 400, "in 400 days", ASY_MEANING_PLAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyMeaning meaning = ASY_MEANING_DONE;
      g_autofree char *text = asy_format_due ((AsyDay) ((int) TODAY + rows[i].days), TODAY, &meaning);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpint (meaning, ==, rows[i].meaning);
    }
  g_assert_null (asy_format_due (ASY_DAY_NONE, TODAY, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/format/days", test_days);
  g_test_add_func ("/ui/format/days-without-today", test_days_without_today);
  g_test_add_func ("/ui/format/days-round-trip", test_days_round_trip);
  g_test_add_func ("/ui/format/times", test_times);
  g_test_add_func ("/ui/format/durations", test_durations);
  g_test_add_func ("/ui/format/durations-round-trip", test_durations_round_trip);
  g_test_add_func ("/ui/format/due", test_due);

  return g_test_run ();
}
