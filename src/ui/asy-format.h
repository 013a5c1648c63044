/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-day.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/*
 * Days and times as the window writes and reads them, in the language of the
 * user. (Papers are always Polish: base/asy-text.h.) No day gives %NULL.
 */

/** `24.03.2026`, as in a date field. (transfer full) */
char *asy_format_day (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `24.03`, where the year is clear. (transfer full) */
char *asy_format_day_short (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `24 mar`, on axes and in narrow columns. (transfer full) */
char *asy_format_day_axis (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `24 marca 2026`. (transfer full) */
char *asy_format_day_long (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `wtorek, 24 marca 2026`. (transfer full) */
char *asy_format_day_full (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `marzec 2026`. (transfer full) */
char *asy_format_month (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `wtorek`. (transfer full) */
char *asy_format_weekday (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `wt.`. (transfer full) */
char *asy_format_weekday_short (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_format_due:
 * @ret_meaning: (out) (optional): the colour that goes with it
 *
 * `2 dni po terminie`, `dziś`, `jutro`, `za 3 dni`. (transfer full)
 */
char *asy_format_due (AsyDay due, AsyDay today, AsyMeaning *ret_meaning) G_GNUC_WARN_UNUSED_RESULT;

/** `1 h 30 min`; `45 min`. (transfer full) */
char *asy_format_duration (int minutes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_parse_day:
 * @today: for words and steps; may be none
 *
 * Reads a day as people type it: `24.03.2026`, `24.3.26`, `24.3`, `24 marca`,
 * `2026-03-24`, `dziś`, `jutro`, `piątek` (the next one), `+14`, `-7`, `+2t`
 * (weeks), `+6m` (months). A year of two digits is the one nearest to @today
 * that is at most 20 years ahead. %FALSE when it is no day.
 */
gboolean asy_parse_day (const char *text, AsyDay today, AsyDay *ret_day);

/** `9`, `9:30`, `9.30`, `930`, `0930`; minutes since midnight. */
gboolean asy_parse_time (const char *text, int *ret_minutes);

/** `90`, `90 min`, `1:30`, `1,5 h`, `2h`, `1 godz. 30 min`; minutes, at most a day. */
gboolean asy_parse_duration (const char *text, int *ret_minutes);

G_END_DECLS
