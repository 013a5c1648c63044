/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-day.h"

G_BEGIN_DECLS

/* What finished assessments said of a work area, over all cases of a family. */

typedef struct {
  AsyDay day;                   /* last day of the assessment; of its first day where it tells of the start */
  int level;                    /* 0 (no difficulty) to 4 (critical) */
  gint64 assessment_id;
  gboolean is_start;            /* how it was when the work began */
  char *note;                   /* nullable: the reason */
} AsyAreaPoint;

typedef struct {
  char *area;                   /* code of the work area */
  GPtrArray *points;            /* AsyAreaPoint, by day */
} AsyAreaSeries;

AsyAreaSeries *asy_area_series_new (const char *area) G_GNUC_WARN_UNUSED_RESULT;
void asy_area_series_free (AsyAreaSeries *self);

AsyAreaPoint *asy_area_series_add (AsyAreaSeries *self, AsyDay day, int level, gint64 assessment_id);

/** Of the area, or %NULL. (element-type AsyAreaSeries) (nullable) (transfer none) */
AsyAreaSeries *asy_area_series_find (GPtrArray *list, const char *area);

G_END_DECLS
