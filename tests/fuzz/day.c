/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-calendar-pl.h"
#include "fuzz.h"

static void
try_day (const char *text)
{
  AsyDay day = asy_day_from_iso (text);
  char iso[11];

  if (day == ASY_DAY_NONE)
    return;
  asy_day_write_iso (day, iso);
  g_assert_cmpstr (iso, ==, text);
  g_assert_cmpuint (asy_day_new (asy_day_get_year (day), asy_day_get_month (day), asy_day_get_day (day)), ==, day);
  g_assert_true (asy_day_is_working (asy_term_move_to_working_day (day)));
}

static void
try_week (const char *text)
{
  AsyDay monday = asy_day_from_iso_week (text);
  g_autofree char *again = NULL;
  int year, week;

  if (monday == ASY_DAY_NONE)
    return;
  week = asy_day_get_iso_week (monday, &year);
  again = g_strdup_printf ("%04d-W%02d", year, week);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpint (asy_day_get_weekday (monday), ==, 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_text (data, size);

  try_day (text);
  try_week (text);
  return 0;
}
