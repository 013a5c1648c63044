/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-absence.h"
#include "model/asy-duty-shift.h"
#include "model/asy-work-hours.h"

G_BEGIN_DECLS

/** When one assistant is at work over some days. */
typedef struct {
  GPtrArray *hours;             /* AsyWorkHours, newest first */
  GPtrArray *absences;          /* AsyAbsence, by first day */
  GPtrArray *shifts;            /* AsyDutyShift, by day and start; the day before the first one too */
} AsyWorkTime;

/** Nothing known. */
AsyWorkTime *asy_work_time_new (void) G_GNUC_WARN_UNUSED_RESULT;
void asy_work_time_free (AsyWorkTime *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyWorkTime, asy_work_time_free)

/** The absence on a day. (transfer none) (nullable) */
AsyAbsence *asy_work_time_find_absence (const AsyWorkTime *self, AsyDay day);

/**
 * asy_work_time_get_hours:
 *
 * The hours of a day in minutes after midnight; both 0: not a day of work.
 *
 * Returns: %FALSE when no hours hold on that day
 */
gboolean asy_work_time_get_hours (const AsyWorkTime *self, AsyDay day, int *ret_start, int *ret_end);

/**
 * asy_work_time_covers:
 *
 * Whether every minute from @start to @end of a day lies within the hours of
 * that day or a shift of the rota.
 */
gboolean asy_work_time_covers (const AsyWorkTime *self, AsyDay day, int start, int end);

/** Whether a shift of the rota holds at some minute of a day. */
gboolean asy_work_time_has_shift (const AsyWorkTime *self, AsyDay day);

/** The part of a shift that falls on a day; %FALSE: none of it. */
gboolean asy_duty_shift_get_part (AsyDutyShift *shift, AsyDay day, int *ret_start, int *ret_end);

G_END_DECLS
