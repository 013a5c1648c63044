/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plans/asy-plan-year.h"

G_BEGIN_DECLS

/** What all lanes of a strip share, so that their days stand below one another. */
typedef struct {
  int year;
  int title_width;              /* pixels of the column of titles */
  AsyDay today;
} AsyYearScale;

/**
 * AsyYearLaneView:
 *
 * One lane of the strip of a year, drawn; without a lane, the names of the
 * months. The row around it has the focus and the accessible name.
 */
#define ASY_TYPE_YEAR_LANE_VIEW (asy_year_lane_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyYearLaneView, asy_year_lane_view, ASY, YEAR_LANE_VIEW, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_year_lane_view_new (void);

/** @lane (nullable) is borrowed until the next call. */
void asy_year_lane_view_set (AsyYearLaneView *self, const AsyYearLane *lane, const AsyYearScale *scale);

/** (transfer none) (nullable) */
const AsyYearLane *asy_year_lane_view_get_lane (AsyYearLaneView *self);

/** A small picture of a mark with its word, for the legend. (transfer floating) */
GtkWidget *asy_year_legend_new (AsyYearMarkKind kind, gboolean is_open, const char *word);

G_END_DECLS
