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
