/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/*
 * Days off work (act of 18 January 1951 with its changes) and terms counted
 * in calendar days. The table of holidays is complete from 1990 on.
 */

typedef struct
{
  AsyDay day;
  /** The Polish name. (transfer none) */
  const char *name;
} AsyDayOff;

/** Easter Sunday of the Gregorian calendar; %ASY_DAY_NONE outside the years of #AsyDay. */
AsyDay asy_easter_sunday (int year);

/** The public holidays of a year, by day. (transfer full) (element-type AsyDayOff) */
GArray *asy_days_off_in_year (int year) G_GNUC_WARN_UNUSED_RESULT;

/** The name of a public holiday, or %NULL when @day is none. (transfer none) */
const char *asy_day_get_holiday (AsyDay day);

/** A Sunday or a public holiday: dzień ustawowo wolny od pracy. */
gboolean asy_day_is_off (AsyDay day);

/** Monday to Friday and no public holiday. */
gboolean asy_day_is_working (AsyDay day);

/** The @n-th working day after @day, or before it when @n is negative; @day itself when @n is 0. */
AsyDay asy_working_days_add (AsyDay day, int n);

/** Working days from @first to @last, both included; 0 when @last is earlier. */
int asy_working_days_count (AsyDay first, AsyDay last);

/* Terms of courts and offices. */

typedef enum
{
  ASY_TERM_DAYS,
  ASY_TERM_WEEKS,
  ASY_TERM_MONTHS,
} AsyTermUnit;

/** @end, or the next working day when it is a Saturday or a day off (KC art. 115, KPA art. 57 § 4). */
AsyDay asy_term_move_to_working_day (AsyDay end);

/**
 * The last day of a term of @count units set going on @start: the day it
 * starts is not counted, weeks and months end on the day of the same name or
 * number (on the last of a shorter month), and a term does not end on a
 * Saturday or a day off (KC art. 111, 112, 115; KPA art. 57).
 */
AsyDay asy_term_get_end (AsyDay start, int count, AsyTermUnit unit);

/** How near a deadline is. In order of urgency, so that levels compare with `<`. */
typedef enum
{
  ASY_TERM_FAR,
  ASY_TERM_WITHIN_30_DAYS,
  ASY_TERM_WITHIN_14_DAYS,
  ASY_TERM_WITHIN_7_DAYS,
  ASY_TERM_TODAY,
  ASY_TERM_OVERDUE,
} AsyTermWarning;

AsyTermWarning asy_term_get_warning (AsyDay due, AsyDay today);

G_END_DECLS
