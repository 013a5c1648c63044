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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-layout/lanes", test_lanes);
  return g_test_run ();
}
