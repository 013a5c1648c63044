/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/**
 * AsyClock:
 *
 * Where every floor learns what day it is. The time is the wall-clock time of
 * the office, in Europe/Warsaw, whatever the zone of the machine. Clocks made
 * here may be read from any thread.
 */
#define ASY_TYPE_CLOCK (asy_clock_get_type ())
G_DECLARE_INTERFACE (AsyClock, asy_clock, ASY, CLOCK, GObject)

struct _AsyClockInterface
{
  GTypeInterface parent_iface;

  /** Optional: when missing, today is the day of @now. */
  AsyDay (*today) (AsyClock *self);
  /** Wall-clock time of the office. (transfer full) */
  GDateTime *(*now) (AsyClock *self);
};

/** The machine's clock, read in the office's zone. (transfer full) */
AsyClock *asy_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * For `--today`: the time of day goes on, the day stays @day. @day must not be
 * %ASY_DAY_NONE. (transfer full)
 */
AsyClock *asy_clock_new_shifted (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * For tests: stands still at @minutes after midnight of @day. @day must not be
 * %ASY_DAY_NONE; 0 <= @minutes < 1440. (transfer full)
 */
AsyClock *asy_clock_new_fixed (AsyDay day, int minutes) G_GNUC_WARN_UNUSED_RESULT;

/** Moves a clock of asy_clock_new_fixed(), while no other thread reads it. */
void asy_clock_set_fixed (AsyClock *self, AsyDay day, int minutes);

/** Today in the office; never %ASY_DAY_NONE. */
AsyDay asy_clock_get_today (AsyClock *self);

/** Now, in the office's zone. (transfer full) */
GDateTime *asy_clock_now (AsyClock *self) G_GNUC_WARN_UNUSED_RESULT;

/** Whole minutes since midnight in the office, 0 to 1439. */
int asy_clock_get_minutes (AsyClock *self);

/** Now as `YYYY-MM-DDTHH:MM:SSZ`, the form of all stamps in a register. (transfer full) */
char *asy_clock_dup_now_utc_iso (AsyClock *self) G_GNUC_WARN_UNUSED_RESULT;

/** Europe/Warsaw, also on a machine without a time-zone database. (transfer full) */
GTimeZone *asy_clock_new_office_zone (void) G_GNUC_WARN_UNUSED_RESULT;

/** A wall-clock time of the office on @day; %NULL for %ASY_DAY_NONE. (transfer full) */
GDateTime *asy_clock_new_office_time (AsyDay day, int minutes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
