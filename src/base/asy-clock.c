/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include "base/asy-clock.h"

#define OFFICE_ZONE "Europe/Warsaw"
/* The rule of Europe/Warsaw since 1996, for a machine without tzdata. */
#define OFFICE_ZONE_RULE "CET-1CEST,M3.5.0,M10.5.0/3"

G_DEFINE_INTERFACE (AsyClock, asy_clock, G_TYPE_OBJECT)

static void
asy_clock_default_init (AsyClockInterface *iface)
{
}

GTimeZone *
asy_clock_new_office_zone (void)
{
  GTimeZone *zone = g_time_zone_new_identifier (OFFICE_ZONE);

  if (zone == NULL)
    zone = g_time_zone_new_identifier (OFFICE_ZONE_RULE);
  return zone != NULL ? zone : g_time_zone_new_local ();
}

static GDateTime *
join_day_and_time (GTimeZone *zone, AsyDay day, int hour, int minute, double seconds)
{
  return g_date_time_new (zone, asy_day_get_year (day), asy_day_get_month (day), asy_day_get_day (day),
                          hour, minute, seconds);
}

static AsyDay
day_of_date_time (GDateTime *time)
{
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  return asy_day_new (year, month, day);
}

/* The machine's clock, with its day replaced when one is set. */

#define ASY_TYPE_SYSTEM_CLOCK (asy_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (AsySystemClock, asy_system_clock, ASY, SYSTEM_CLOCK, GObject)

struct _AsySystemClock
{
  GObject parent_instance;

  GTimeZone *zone;
  AsyDay day;
};

static GDateTime *
asy_system_clock_now (AsyClock *clock)
{
  AsySystemClock *self = ASY_SYSTEM_CLOCK (clock);
  g_autoptr (GDateTime) now = g_date_time_new_now (self->zone);

  if (self->day == ASY_DAY_NONE)
    return g_steal_pointer (&now);
  return join_day_and_time (self->zone, self->day, g_date_time_get_hour (now), g_date_time_get_minute (now),
                            g_date_time_get_seconds (now));
}

static void
asy_system_clock_iface_init (AsyClockInterface *iface)
{
  iface->now = asy_system_clock_now;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AsySystemClock, asy_system_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_CLOCK, asy_system_clock_iface_init))

static void
asy_system_clock_finalize (GObject *object)
{
  AsySystemClock *self = ASY_SYSTEM_CLOCK (object);

  g_time_zone_unref (self->zone);
  G_OBJECT_CLASS (asy_system_clock_parent_class)->finalize (object);
}

static void
asy_system_clock_class_init (AsySystemClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_system_clock_finalize;
}

static void
asy_system_clock_init (AsySystemClock *self)
{
  self->zone = asy_clock_new_office_zone ();
}

AsyClock *
asy_clock_new_system (void)
{
  return g_object_new (ASY_TYPE_SYSTEM_CLOCK, NULL);
}

AsyClock *
asy_clock_new_shifted (AsyDay day)
{
  AsySystemClock *self;

  g_return_val_if_fail (day != ASY_DAY_NONE, NULL);
  self = g_object_new (ASY_TYPE_SYSTEM_CLOCK, NULL);
  self->day = day;
  return ASY_CLOCK (self);
}

/* A clock that stands still. */

#define ASY_TYPE_FIXED_CLOCK (asy_fixed_clock_get_type ())
G_DECLARE_FINAL_TYPE (AsyFixedClock, asy_fixed_clock, ASY, FIXED_CLOCK, GObject)

struct _AsyFixedClock
{
  GObject parent_instance;

  AsyDay day;
  int minutes;
};

static GDateTime *
asy_fixed_clock_now (AsyClock *clock)
{
  AsyFixedClock *self = ASY_FIXED_CLOCK (clock);

  return asy_clock_new_office_time (self->day, self->minutes);
}

static AsyDay
asy_fixed_clock_today (AsyClock *clock)
{
  return ASY_FIXED_CLOCK (clock)->day;
}

static void
asy_fixed_clock_iface_init (AsyClockInterface *iface)
{
  iface->now = asy_fixed_clock_now;
  iface->today = asy_fixed_clock_today;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyFixedClock, asy_fixed_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_CLOCK, asy_fixed_clock_iface_init))

static void
asy_fixed_clock_class_init (AsyFixedClockClass *klass)
{
}

static void
asy_fixed_clock_init (AsyFixedClock *self)
{
}

AsyClock *
asy_clock_new_fixed (AsyDay day, int minutes)
{
  AsyClock *self;

  g_return_val_if_fail (day != ASY_DAY_NONE, NULL);
  g_return_val_if_fail (minutes >= 0 && minutes < 24 * 60, NULL);
  self = g_object_new (ASY_TYPE_FIXED_CLOCK, NULL);
  asy_clock_set_fixed (self, day, minutes);
  return self;
}

void
asy_clock_set_fixed (AsyClock *clock, AsyDay day, int minutes)
{
  AsyFixedClock *self;

  g_return_if_fail (ASY_IS_FIXED_CLOCK (clock));
  g_return_if_fail (day != ASY_DAY_NONE);
  g_return_if_fail (minutes >= 0 && minutes < 24 * 60);
  self = ASY_FIXED_CLOCK (clock);
  self->day = day;
  self->minutes = minutes;
}

/* The interface. */

AsyDay
asy_clock_get_today (AsyClock *self)
{
  AsyClockInterface *iface;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (ASY_IS_CLOCK (self), ASY_DAY_NONE);
  iface = ASY_CLOCK_GET_IFACE (self);
  if (iface->today != NULL)
    return iface->today (self);
  now = iface->now (self);
  return day_of_date_time (now);
}

GDateTime *
asy_clock_now (AsyClock *self)
{
  g_return_val_if_fail (ASY_IS_CLOCK (self), NULL);
  return ASY_CLOCK_GET_IFACE (self)->now (self);
}

int
asy_clock_get_minutes (AsyClock *self)
{
  g_autoptr (GDateTime) now = asy_clock_now (self);

  g_return_val_if_fail (now != NULL, 0);
  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

char *
asy_clock_dup_now_utc_iso (AsyClock *self)
{
  g_autoptr (GDateTime) now = asy_clock_now (self);
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (now != NULL, NULL);
  utc = g_date_time_to_utc (now);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

GDateTime *
asy_clock_new_office_time (AsyDay day, int minutes)
{
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (minutes >= 0 && minutes < 24 * 60, NULL);
  if (day == ASY_DAY_NONE)
    return NULL;
  zone = asy_clock_new_office_zone ();
  return join_day_and_time (zone, day, minutes / 60, minutes % 60, 0);
}
