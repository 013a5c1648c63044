/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AsyDay:
 *
 * A calendar day as a plain value: the Julian day number of #GDate, so that
 * days compare with `<` and subtract to a number of days. %ASY_DAY_NONE stands
 * for "no day".
 */
typedef guint32 AsyDay;

#define ASY_DAY_NONE ((AsyDay) 0)

/** Days that the Act and an office can mean at all: years 1800 to 2299. */
#define ASY_DAY_YEAR_MIN 1800
#define ASY_DAY_YEAR_MAX 2299

/** The day, or %ASY_DAY_NONE when there is no such day in the calendar. */
AsyDay asy_day_new (int year, int month, int day);

/** Parses exactly `YYYY-MM-DD`; %ASY_DAY_NONE for anything else. */
AsyDay asy_day_from_iso (const char *text);

/** `YYYY-MM-DD`, or %NULL for %ASY_DAY_NONE. (transfer full) */
char *asy_day_to_iso (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** Writes `YYYY-MM-DD` and its final zero; an empty string for no day. */
void asy_day_write_iso (AsyDay day, char ret_iso[11]);

int asy_day_get_year (AsyDay day);
int asy_day_get_month (AsyDay day);
int asy_day_get_day (AsyDay day);

/** 1 is Monday, 7 is Sunday. */
int asy_day_get_weekday (AsyDay day);

/** The day @n months on (or back); clamped to the end of a shorter month. */
AsyDay asy_day_add_months (AsyDay day, int n);

/** The Monday of the week of @day. */
AsyDay asy_day_get_monday (AsyDay day);

/** Number of the ISO 8601 week (1 to 53) and, when asked, the year it belongs to. */
int asy_day_get_iso_week (AsyDay day, int *ret_year);

/** The Monday of a week written as `2026-W13`; %ASY_DAY_NONE when malformed. */
AsyDay asy_day_from_iso_week (const char *text);

/** Whole years between @born and @at, as people count their age. */
int asy_day_get_age (AsyDay born, AsyDay at);

/** Whole months between @born and @at; infants are counted in months. */
int asy_day_get_age_months (AsyDay born, AsyDay at);

/** Today in the time zone of the process; prefer an #AsyClock. */
AsyDay asy_day_today_local (void);

G_END_DECLS
