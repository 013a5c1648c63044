/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "law/asy-week-copy.h"

static gboolean
is_taken (AsyVisit *visit, AsyDay day, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      AsyVisit *other = ((AsyVisitEntry *) g_ptr_array_index (entries, i))->visit;

      if (asy_visit_get_day (other) == day && asy_visit_get_state (other) != ASY_VISIT_STATE_MISSED &&
          asy_visit_get_start_minute (visit) < asy_visit_get_end_minute (other) &&
          asy_visit_get_start_minute (other) < asy_visit_get_end_minute (visit))
        return TRUE;
    }
  return FALSE;
}

AsyWeekCopyAnswer
asy_week_copy_look (AsyVisit *visit, AsyDay day, GPtrArray *entries, const AsyWorkTime *time)
{
  if (asy_day_is_off (day))
    return ASY_WEEK_COPY_DAY_OFF;
  if (asy_work_time_find_absence (time, day) != NULL)
    return ASY_WEEK_COPY_ABSENCE;
  return is_taken (visit, day, entries) ? ASY_WEEK_COPY_TAKEN : ASY_WEEK_COPY_GOES;
}
