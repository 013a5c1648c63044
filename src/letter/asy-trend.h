/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/*
 * One area of a family's life over the years: marks from 0 at the bottom to 4
 * at the top, the worse the higher, each at its day. The one painter of the
 * window and of paper. Colour carries nothing: every mark has its number.
 */

#define ASY_TREND_LEVELS 5

typedef struct {
  AsyDay day;
  int level;                    /* 0 to 4 */
} AsyTrendPoint;

typedef struct {
  char *name;
  GArray *points;               /* AsyTrendPoint, by day */
} AsyTrend;

AsyTrend *asy_trend_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void asy_trend_free (AsyTrend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyTrend, asy_trend_free)

void asy_trend_add_point (AsyTrend *self, AsyDay day, int level);

/** What trends that stand side by side have in common. */
typedef struct {
  AsyDay from;
  AsyDay until;
  const char *const *words;     /* ASY_TREND_LEVELS, from 0 */
  PangoContext *context;
  const PangoFontDescription *font; /* of an absolute size */
} AsyTrendScale;

/** Widens the days of @scale so that all points of @trend lie within. */
void asy_trend_scale_take (AsyTrendScale *scale, const AsyTrend *trend);

typedef struct {
  double red, green, blue;
} AsyTrendColor;

typedef struct {
  AsyTrendColor ink;            /* words and marks */
  AsyTrendColor line;           /* the trend itself */
  AsyTrendColor grid;
  int focus;                    /* index of the point with a ring around it, or -1 */
} AsyTrendLook;

/** Height of a trend drawn with that scale. */
double asy_trend_get_height (const AsyTrendScale *scale);

/** Where a point is, from the top left corner of the trend. */
void asy_trend_locate (const AsyTrend *self, const AsyTrendScale *scale, double width, guint index, double *ret_x, double *ret_y);

/** Draws the trend with its top left corner at (@x, @y). */
void asy_trend_draw (const AsyTrend *self, const AsyTrendScale *scale, const AsyTrendLook *look, cairo_t *cr, double x, double y,
                     double width);

G_END_DECLS
