/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include "exchange/asy-ical-private.h"

/* A rule that gives nothing was searched by libical for centuries. */
#define STEPS_OF_NOTHING 25000

typedef struct {
  const AsyIcalTime *start;
  AsyDay from;                  /* with a day more on either side: zones */
  AsyDay until;
  GArray *times;                /* AsyIcalTime */
  GHashTable *known;            /* moments: each start once */
  gint64 *steps_left;
  AsyIcalReason remark;
  gboolean has_remark;
} Series;

gboolean
_asy_ical_series_is (icalcomponent *event)
{
  return icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) != NULL ||
         icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY) != NULL;
}

static void
say (Series *series, AsyIcalReason remark)
{
  series->remark = remark;
  series->has_remark = TRUE;
}

static gboolean
add (Series *series, const AsyIcalTime *time)
{
  const AsyDay day = _asy_ical_wall_get_day (time->wall);
  gint64 moment;

  if (day < series->from || day > series->until)
    return TRUE;
  if (series->times->len >= ASY_ICAL_INSTANCES_MAX)
    {
      say (series, ASY_ICAL_REASON_MANY);
      return FALSE;
    }
  moment = _asy_ical_time_get_moment (time, 0);
  if (g_hash_table_add (series->known, g_memdup2 (&moment, sizeof moment)))
    g_array_append_val (series->times, *time);
  return TRUE;
}

static struct icaltimetype
make_wall (AsyDay day, gboolean is_date)
{
  struct icaltimetype wall = icaltime_null_time ();

  wall.year = asy_day_get_year (day);
  wall.month = asy_day_get_month (day);
  wall.day = asy_day_get_day (day);
  wall.is_date = is_date;
  return wall;
}

/* The end of a rule as a time on the wall clock of its event: libical compares
 * it with starts that have no zone. */
static struct icaltimetype
read_end (const struct icalrecurrencetype *rule, const Series *series)
{
  struct icaltimetype end = rule->until;
  struct icaltimetype last = make_wall (series->until, FALSE);

  last.hour = 23;
  last.minute = 59;
  if (icaltime_is_null_time (end))
    return last;
  if (end.is_date)
    {
      end.is_date = 0;
      end.hour = 23;
      end.minute = 59;
    }
  else if (icaltime_is_utc (end) && series->start->zone != NULL)
    end = icaltime_convert_to_zone (end, series->start->zone);
  end = icaltime_set_timezone (&end, NULL);
  return icaltime_compare (end, last) < 0 ? end : last;
}

/* A series that began long ago is not walked through from its beginning; a
 * number of repetitions can only be counted. */
static void
skip_past (icalrecur_iterator *iterator, const struct icalrecurrencetype *rule, const Series *series)
{
  if (rule->count == 0 && _asy_ical_wall_get_day (series->start->wall) < series->from)
    icalrecur_iterator_set_start (iterator, make_wall (series->from, FALSE));
}

static void
walk (Series *series, icalrecur_iterator *iterator, struct icaltimetype end)
{
  struct icaltimetype wall = icalrecur_iterator_next (iterator);

  if (icaltime_is_null_time (wall))
    *series->steps_left -= STEPS_OF_NOTHING;
  for (; !icaltime_is_null_time (wall) && icaltime_compare (wall, end) <= 0; wall = icalrecur_iterator_next (iterator))
    {
      AsyIcalTime time = { wall, series->start->zone };

      if (--*series->steps_left <= 0)
        {
          say (series, ASY_ICAL_REASON_MANY);
          return;
        }
      time.wall.is_date = series->start->wall.is_date;
      if (!add (series, &time))
        return;
    }
}

/* libical walks through days and times; a rule that repeats within a day is no
 * rule of a calendar of people. */
static void
follow_rule (Series *series, icalproperty *property)
{
  struct icalrecurrencetype rule = icalproperty_get_rrule (property);
  struct icaltimetype start = series->start->wall;
  struct icaltimetype end = read_end (&rule, series);
  icalrecur_iterator *iterator;

  if (rule.freq < ICAL_DAILY_RECURRENCE)
    say (series, ASY_ICAL_REASON_FREQUENCY);
  else if (rule.freq == ICAL_NO_RECURRENCE)
    say (series, ASY_ICAL_REASON_RULE);
  else if (*series->steps_left <= 0)
    say (series, ASY_ICAL_REASON_MANY);
  if (series->has_remark || icaltime_compare (end, make_wall (series->from, FALSE)) < 0)
    return;
  start.is_date = 0;
  rule.until = rule.count == 0 ? end : icaltime_null_time ();
  iterator = icalrecur_iterator_new (rule, start);
  if (iterator == NULL)
    {
      say (series, ASY_ICAL_REASON_RULE);
      return;
    }
  skip_past (iterator, &rule, series);
  walk (series, iterator, end);
  icalrecur_iterator_free (iterator);
}

static void
add_dates (Series *series, icalcomponent *event, AsyIcalZones *zones)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_RDATE_PROPERTY))
    {
      const char *unknown = NULL;
      AsyIcalTime time;

      if (!_asy_ical_time_read (property, zones, &time, &unknown))
        say (series, ASY_ICAL_REASON_RULE);
      else if (time.wall.is_date == series->start->wall.is_date)
        add (series, &time);
    }
}

GArray *
_asy_ical_series_expand (icalcomponent *event, const AsyIcalTime *start, AsyIcalZones *zones, AsyDay from, AsyDay until,
                         gint64 *steps_left, AsyIcalReason *ret_remark, gboolean *ret_has_remark)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Series series = { start, from - 1, until + 1, NULL, known, steps_left, ASY_ICAL_REASON_RULE, FALSE };

  series.times = g_array_new (FALSE, FALSE, sizeof (AsyIcalTime));
  add (&series, start);
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_RRULE_PROPERTY))
    follow_rule (&series, property);
  add_dates (&series, event, zones);
  *ret_remark = series.remark;
  *ret_has_remark = series.has_remark;
  return series.times;
}
