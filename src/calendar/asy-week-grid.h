/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calendar/asy-week-layout.h"
#include "model/asy-dictionary.h"
#include "model/asy-visit-file.h"

G_BEGIN_DECLS

/**
 * AsyWeekGrid:
 *
 * Seven days by hours, visits as child widgets, the way to each hatched before
 * it, the hours of the assistant, days away and shifts of the rota behind them. What is dragged snaps to a quarter of an hour, and what stands in its way
 * is said beside it. Signals: `create (day, start, minutes)` for an empty place
 * that was clicked twice or drawn, `open (visit id)`, `place (visit id, day,
 * start, minutes)` after dragging a visit or one of its edges, Alt with an arrow
 * (moves) or Alt+Shift with an arrow (stretches), and `drop-family (family id,
 * day, start)` for a family dragged here: a gint64 of its id.
 * Arrows alone walk from visit to visit.
 */
#define ASY_TYPE_WEEK_GRID (asy_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (AsyWeekGrid, asy_week_grid, ASY, WEEK_GRID, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_week_grid_new (void);

/** Shows a week; @week is kept. @now_minute: minute of the line of now, -1 outside of this week. */
void asy_week_grid_set_week (AsyWeekGrid *self, AsyWeek *week, AsyDictionary *dictionary, AsyDay today, int now_minute);

/** Puts the focus on a visit, if it is shown. */
void asy_week_grid_focus_visit (AsyWeekGrid *self, gint64 visit_id);

/** Alt+Left, which the window takes for itself: moves the visit that has the focus; %FALSE when none has. */
gboolean asy_week_grid_move_left (AsyWeekGrid *self);

/** What would stand in the way of a visit of this week there, in words. (transfer full) (nullable) */
char *asy_week_grid_dup_clash (AsyWeekGrid *self, gint64 visit_id, AsyWeekPlace place);

/** How long a visit is taken to be when nobody drew it. */
#define ASY_WEEK_VISIT_MINUTES 90

/** Width of the column of hours, for the header above. */
#define ASY_WEEK_HOURS_WIDTH 46

G_END_DECLS
