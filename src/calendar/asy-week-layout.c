/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include "calendar/asy-week-layout.h"

static guint
find_lane (GArray *lane_ends, int start)
{
  for (guint i = 0; i < lane_ends->len; i++)
    if (g_array_index (lane_ends, int, i) <= start)
      return i;
  return lane_ends->len;
}

static void
close_cluster (AsyDaySpan *spans, guint first, guint end, guint n_lanes)
{
  for (guint i = first; i < end; i++)
    spans[i].n_lanes = n_lanes;
}

void
asy_day_lay_out (AsyDaySpan *spans, guint n_spans)
{
  g_autoptr (GArray) lane_ends = g_array_new (FALSE, FALSE, sizeof (int));
  guint first = 0;
  int cluster_end = G_MININT;

  for (guint i = 0; i < n_spans; i++)
    {
      guint lane;

      if (spans[i].start >= cluster_end)
        {
          close_cluster (spans, first, i, lane_ends->len);
          g_array_set_size (lane_ends, 0);
          first = i;
        }
      lane = find_lane (lane_ends, spans[i].start);
      if (lane == lane_ends->len)
        g_array_append_val (lane_ends, spans[i].end);
      else
        g_array_index (lane_ends, int, lane) = spans[i].end;
      spans[i].lane = lane;
      cluster_end = MAX (cluster_end, spans[i].end);
    }
  close_cluster (spans, first, n_spans, lane_ends->len);
}

#define DAY_MINUTES (24 * 60)

AsyWeekPlace
asy_week_place_move (AsyWeekPlace place, AsyDay monday, int days, int minutes)
{
  const int length = place.end - place.start;
  const int day = CLAMP ((int) place.day + days, (int) monday, (int) monday + 6);
  const int start = CLAMP (place.start + minutes, 0, DAY_MINUTES - length);

  return (AsyWeekPlace){ (AsyDay) day, start, start + length };
}

AsyWeekPlace
asy_week_place_stretch (AsyWeekPlace place, int start_by, int end_by)
{
  place.start = CLAMP (place.start + start_by, 0, MAX (place.end - ASY_WEEK_STEP_MINUTES, 0));
  place.end = CLAMP (place.end + end_by, place.start + ASY_WEEK_STEP_MINUTES, DAY_MINUTES);
  return place;
}

AsyWeekPlace
asy_week_place_span (AsyDay day, int from, int until)
{
  const int start = MIN (from, until), end = MAX (MAX (from, until), start + ASY_WEEK_STEP_MINUTES);

  return (AsyWeekPlace){ day, CLAMP (start, 0, DAY_MINUTES - ASY_WEEK_STEP_MINUTES), MIN (end, DAY_MINUTES) };
}
