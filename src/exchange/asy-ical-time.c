/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include "exchange/asy-ical-private.h"

#define YEAR_MIN 1970
#define YEAR_MAX 2100
#define DAY_SECONDS 86400
#define UNIX_DAY (asy_day_new (1970, 1, 1))

AsyDay
_asy_ical_wall_get_day (struct icaltimetype wall)
{
  return wall.year >= YEAR_MIN && wall.year <= YEAR_MAX ? asy_day_new (wall.year, wall.month, wall.day) : ASY_DAY_NONE;
}

static gboolean
is_usable (struct icaltimetype wall)
{
  return _asy_ical_wall_get_day (wall) != ASY_DAY_NONE && wall.hour >= 0 && wall.hour < 24 && wall.minute >= 0 && wall.minute < 60 &&
         wall.second >= 0 && wall.second < 61;
}

static gboolean
read_wall (icalproperty *property, struct icaltimetype *ret_wall)
{
  icalvalue *value = icalproperty_get_value (property);

  switch ((int) (value != NULL ? icalvalue_isa (value) : ICAL_NO_VALUE))
    {
    case ICAL_DATE_VALUE:
      *ret_wall = icalvalue_get_date (value);
      return TRUE;
    case ICAL_DATETIME_VALUE:
      *ret_wall = icalvalue_get_datetime (value);
      return TRUE;
    case ICAL_PERIOD_VALUE:
      *ret_wall = icalvalue_get_period (value).start;
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
_asy_ical_time_read (icalproperty *property, AsyIcalZones *zones, AsyIcalTime *ret_time, const char **ret_unknown)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  const char *tzid = parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;
  AsyIcalTime time = { .zone = NULL };

  if (!read_wall (property, &time.wall) || !is_usable (time.wall))
    return FALSE;
  if (icaltime_is_utc (time.wall))
    time.zone = icaltimezone_get_utc_timezone ();
  else if (tzid != NULL && !time.wall.is_date)
    {
      time.zone = _asy_ical_zones_find (zones, tzid);
      if (time.zone == NULL)
        {
          *ret_unknown = tzid;
          return FALSE;
        }
    }
  time.wall = icaltime_set_timezone (&time.wall, NULL);
  *ret_time = time;
  return TRUE;
}

/* Seconds of the wall clock, as if it were the one of the world. */
static gint64
count_wall (struct icaltimetype wall)
{
  const gint64 day = (gint64) _asy_ical_wall_get_day (wall) - UNIX_DAY;

  return day * DAY_SECONDS + wall.hour * 3600 + wall.minute * 60 + wall.second;
}

static gint64
count_world (const AsyIcalTime *time)
{
  if (time->zone == NULL)
    return count_wall (time->wall);
  return (gint64) icaltime_as_timet_with_zone (time->wall, time->zone);
}

/* Read once: its data is in a file, and a calendar has thousands of times. */
static GTimeZone *
get_office_zone (void)
{
  static gsize zone;

  if (g_once_init_enter (&zone))
    g_once_init_leave (&zone, (gsize) asy_clock_new_office_zone ());
  return (GTimeZone *) zone;
}

/* The offset of the office for a moment of the world. */
static gint64
get_office_offset (gint64 seconds)
{
  GTimeZone *zone = get_office_zone ();

  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

AsyIcalMoment
_asy_ical_time_get_moment (const AsyIcalTime *time, gint64 seconds)
{
  gint64 wall = count_world (time) + seconds;

  if (time->zone != NULL)
    wall += get_office_offset (wall);
  /* Up to a whole minute: nothing ends before it is over. */
  return UNIX_DAY * ASY_ICAL_DAY_MINUTES + (seconds > 0 ? (wall + 59) / 60 : wall / 60);
}

gint64
_asy_ical_time_get_span (const AsyIcalTime *from, const AsyIcalTime *until)
{
  /* One that floats is measured against the office's clock. */
  if ((from->zone == NULL) != (until->zone == NULL))
    return (_asy_ical_time_get_moment (until, 0) - _asy_ical_time_get_moment (from, 0)) * 60;
  return count_world (until) - count_world (from);
}
