/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include <glib.h>

#include "model/asy-area-series.h"

static void
point_free (gpointer data)
{
  AsyAreaPoint *point = data;

  g_free (point->note);
  g_free (point);
}

AsyAreaSeries *
asy_area_series_new (const char *area)
{
  AsyAreaSeries *self = g_new0 (AsyAreaSeries, 1);

  self->area = g_strdup (area);
  self->points = g_ptr_array_new_with_free_func (point_free);
  return self;
}

void
asy_area_series_free (AsyAreaSeries *self)
{
  if (self == NULL)
    return;
  g_free (self->area);
  g_ptr_array_unref (self->points);
  g_free (self);
}

AsyAreaPoint *
asy_area_series_add (AsyAreaSeries *self, AsyDay day, int level, gint64 assessment_id)
{
  AsyAreaPoint *point = g_new0 (AsyAreaPoint, 1);

  point->day = day;
  point->level = level;
  point->assessment_id = assessment_id;
  g_ptr_array_add (self->points, point);
  return point;
}

AsyAreaSeries *
asy_area_series_find (GPtrArray *list, const char *area)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((AsyAreaSeries *) list->pdata[i])->area, area))
      return list->pdata[i];
  return NULL;
}
