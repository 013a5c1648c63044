/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "calendar/asy-week-layout.h"

#define MAX_SPANS 6

static const struct
{
  const char *what;
  guint n;
  AsyDaySpan spans[MAX_SPANS];  /* start, end, expected lane and lanes */
} rows[] = {
  { "one alone", 1, { { 540, 600, 0, 1 } } },
  { "touching ones do not overlap", 2, { { 540, 600, 0, 1 }, { 600, 660, 0, 1 } } },
  { "two at once", 2, { { 540, 600, 0, 2 }, { 550, 620, 1, 2 } } },
  { "the third takes the lane that is free again", 3, { { 540, 600, 0, 2 }, { 550, 700, 1, 2 }, { 610, 660, 0, 2 } } },
  { "clusters do not know each other", 3, { { 540, 600, 0, 2 }, { 550, 590, 1, 2 }, { 720, 780, 0, 1 } } },
  { "three at once, then one beside the longest", 4,
    { { 480, 720, 0, 3 }, { 490, 540, 1, 3 }, { 500, 560, 2, 3 }, { 600, 660, 1, 3 } } },
  { "equal starts", 3, { { 480, 500, 0, 3 }, { 480, 540, 1, 3 }, { 480, 530, 2, 3 } } },
};

static void
test_lanes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDaySpan spans[MAX_SPANS];

      g_test_message ("%s", rows[i].what);
      for (guint k = 0; k < rows[i].n; k++)
        spans[k] = (AsyDaySpan){ rows[i].spans[k].start, rows[i].spans[k].end, 99, 99 };
      asy_day_lay_out (spans, rows[i].n);
      for (guint k = 0; k < rows[i].n; k++)
        {
          g_assert_cmpuint (spans[k].lane, ==, rows[i].spans[k].lane);
          g_assert_cmpuint (spans[k].n_lanes, ==, rows[i].spans[k].n_lanes);
        }
    }
  asy_day_lay_out (NULL, 0);
}

static void
test_places (void)
{
  enum { MOVE, STRETCH };
  static const struct {
    int what, by, minutes;      /* days and minutes, or minutes of the beginning and the end */
    AsyWeekPlace from, expected; /* days counted from Monday */
  } cases[] = {
    { MOVE, 1, 15, { 0, 540, 630 }, { 1, 555, 645 } },
    { MOVE, -1, 0, { 0, 540, 630 }, { 0, 540, 630 } },
    { MOVE, 9, 0, { 3, 540, 630 }, { 6, 540, 630 } },
    { MOVE, 0, -900, { 0, 540, 630 }, { 0, 0, 90 } },
    { MOVE, 0, 900, { 0, 540, 630 }, { 0, 1350, 1440 } },
    { STRETCH, 0, 30, { 2, 540, 630 }, { 2, 540, 660 } },
    { STRETCH, 0, -90, { 2, 540, 630 }, { 2, 540, 555 } },
    { STRETCH, 30, 0, { 2, 540, 630 }, { 2, 570, 630 } },
    { STRETCH, 300, 0, { 2, 540, 630 }, { 2, 615, 630 } },
    { STRETCH, -900, 0, { 2, 540, 630 }, { 2, 0, 630 } },
    { STRETCH, 0, 900, { 2, 540, 630 }, { 2, 540, 1440 } },
  };
  const AsyDay monday = asy_day_new (2026, 3, 23);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AsyWeekPlace place = cases[i].from;

      place.day += monday;
      place = cases[i].what == MOVE ? asy_week_place_move (place, monday, cases[i].by, cases[i].minutes)
                                   : asy_week_place_stretch (place, cases[i].by, cases[i].minutes);
      g_assert_cmpuint (place.day, ==, monday + cases[i].expected.day);
      g_assert_cmpint (place.start, ==, cases[i].expected.start);
      g_assert_cmpint (place.end, ==, cases[i].expected.end);
    }
}

static void
test_spans (void)
{
  static const struct {
    int from, until, start, end;
  } cases[] = {
    { 540, 600, 540, 600 }, { 600, 540, 540, 600 }, { 540, 540, 540, 555 }, { 1440, 1440, 1425, 1440 }, { 0, 1440, 0, 1440 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AsyWeekPlace place = asy_week_place_span (7, cases[i].from, cases[i].until);

      g_assert_cmpuint (place.day, ==, 7);
      g_assert_cmpint (place.start, ==, cases[i].start);
      g_assert_cmpint (place.end, ==, cases[i].end);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-layout/lanes", test_lanes);
  g_test_add_func ("/week-layout/places", test_places);
  g_test_add_func ("/week-layout/spans", test_spans);
  return g_test_run ();
}
