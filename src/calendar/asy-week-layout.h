/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-day.h"

G_BEGIN_DECLS

/** A stretch of one day that asks for a place beside others. */
typedef struct {
  int start;                    /* minutes after midnight */
  int end;
  guint lane;                   /* out: 0 is leftmost */
  guint n_lanes;                /* out: lanes of the cluster that it belongs to */
} AsyDaySpan;

/**
 * asy_day_lay_out:
 * @spans: sorted by start
 *
 * Gives overlapping spans lanes of their own, as few as will do; spans that
 * touch do not overlap. Pure.
 */
void asy_day_lay_out (AsyDaySpan *spans, guint n_spans);

/** Every visit begins and ends on such a step when it is dragged. */
#define ASY_WEEK_STEP_MINUTES 15

/** Where a visit stands in a week. */
typedef struct {
  AsyDay day;
  int start;                    /* minutes after midnight */
  int end;
} AsyWeekPlace;

/** Moved by days, not out of the week of @monday, and by minutes, not out of the day: the length stays. Pure. */
AsyWeekPlace asy_week_place_move (AsyWeekPlace place, AsyDay monday, int days, int minutes);

/** Its beginning or its end moved; it lasts a step at least and stays within the day. Pure. */
AsyWeekPlace asy_week_place_stretch (AsyWeekPlace place, int start_by, int end_by);

/** From one minute to another of a day, whichever comes first; a step at least. Pure. */
AsyWeekPlace asy_week_place_span (AsyDay day, int from, int until);

G_END_DECLS
