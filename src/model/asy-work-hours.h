/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyWorkHours:
 *
 * The hours of an assistant's week, from a day until the next ones hold. A day
 * without hours is not worked.
 */
#define ASY_WORK_HOURS_FIELDS(F, ...)                                                     \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_REQUIRED, NULL, N_("Assistant"))   \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_REQUIRED, NULL, N_("Holds from"))    \
  F (TEXT, __VA_ARGS__, MONDAY, monday, ASY_FIELD_PLAIN, NULL, N_("Monday"))              \
  F (TEXT, __VA_ARGS__, TUESDAY, tuesday, ASY_FIELD_PLAIN, NULL, N_("Tuesday"))           \
  F (TEXT, __VA_ARGS__, WEDNESDAY, wednesday, ASY_FIELD_PLAIN, NULL, N_("Wednesday"))     \
  F (TEXT, __VA_ARGS__, THURSDAY, thursday, ASY_FIELD_PLAIN, NULL, N_("Thursday"))        \
  F (TEXT, __VA_ARGS__, FRIDAY, friday, ASY_FIELD_PLAIN, NULL, N_("Friday"))              \
  F (TEXT, __VA_ARGS__, SATURDAY, saturday, ASY_FIELD_PLAIN, NULL, N_("Saturday"))        \
  F (TEXT, __VA_ARGS__, SUNDAY, sunday, ASY_FIELD_PLAIN, NULL, N_("Sunday"))

#define ASY_TYPE_WORK_HOURS (asy_work_hours_get_type ())
ASY_RECORD_DECLARE (AsyWorkHours, asy_work_hours, ASY, WORK_HOURS, ASY_WORK_HOURS_FIELDS)

/** Field of the hours of a weekday, 1 is Monday. */
#define ASY_WORK_HOURS_FIELD(weekday) ((guint) (ASY_WORK_HOURS_MONDAY + (weekday) - 1))

G_END_DECLS
