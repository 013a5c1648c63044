/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "base/asy-hours.h"
#include "model/asy-work-time.h"

#define DAY_MINUTES (24 * 60)

AsyWorkTime *
asy_work_time_new (void)
{
  AsyWorkTime *self = g_new0 (AsyWorkTime, 1);

  self->hours = asy_record_array_new ();
  self->absences = asy_record_array_new ();
  self->shifts = asy_record_array_new ();
  return self;
}

void
asy_work_time_free (AsyWorkTime *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->hours, g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->shifts, g_ptr_array_unref);
  g_free (self);
}

AsyAbsence *
asy_work_time_find_absence (const AsyWorkTime *self, AsyDay day)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->absences->len; i++)
    {
      AsyAbsence *absence = g_ptr_array_index (self->absences, i);

      if (asy_absence_get_from_day (absence) <= day && day <= asy_absence_get_until_day (absence))
        return absence;
    }
  return NULL;
}

gboolean
asy_work_time_get_hours (const AsyWorkTime *self, AsyDay day, int *ret_start, int *ret_end)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->hours->len; i++)
    {
      AsyWorkHours *hours = g_ptr_array_index (self->hours, i);
      const guint field = ASY_WORK_HOURS_FIELD (asy_day_get_weekday (day));

      if (asy_work_hours_get_from_day (hours) > day)
        continue;
      if (!asy_hours_parse (asy_record_get_text (ASY_RECORD (hours), field), ret_start, ret_end))
        *ret_start = *ret_end = 0;
      return TRUE;
    }
  return FALSE;
}

gboolean
asy_duty_shift_get_part (AsyDutyShift *shift, AsyDay day, int *ret_start, int *ret_end)
{
  const int shift_days = (int) asy_duty_shift_get_day (shift) - (int) day;
  const int start = shift_days * DAY_MINUTES + (int) asy_duty_shift_get_start_minute (shift);
  const int end = start + (int) asy_duty_shift_get_minutes (shift);

  if (end <= 0 || start >= DAY_MINUTES)
    return FALSE;
  *ret_start = MAX (start, 0);
  *ret_end = MIN (end, DAY_MINUTES);
  return TRUE;
}

gboolean
asy_work_time_has_shift (const AsyWorkTime *self, AsyDay day)
{
  int start, end;

  for (guint i = 0; i < self->shifts->len; i++)
    if (asy_duty_shift_get_part (g_ptr_array_index (self->shifts, i), day, &start, &end))
      return TRUE;
  return FALSE;
}

/* The last minute that can be reached from @at without a gap. */
static int
reach (const AsyWorkTime *self, AsyDay day, int at)
{
  int start, end, until = at;

  if (asy_work_time_get_hours (self, day, &start, &end) && start <= at)
    until = MAX (until, end);
  for (guint i = 0; i < self->shifts->len; i++)
    if (asy_duty_shift_get_part (g_ptr_array_index (self->shifts, i), day, &start, &end) && start <= at)
      until = MAX (until, end);
  return until;
}

gboolean
asy_work_time_covers (const AsyWorkTime *self, AsyDay day, int start, int end)
{
  int at = start;

  g_return_val_if_fail (self != NULL, FALSE);

  while (at < end)
    {
      const int until = reach (self, day, at);

      if (until <= at)
        return FALSE;
      at = until;
    }
  return TRUE;
}
