/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include <libical/ical.h>

#include "base/asy-calendar-pl.h"
#include "law/asy-visit-rule.h"

#define N_WEEKDAYS 7
#define N_PLACES 5
#define INTERVAL_MAX 12

/* libical counts weekdays from Sunday (1) and writes the n-th of a month as n times eight. */
static short
encode (guint weekday, int place)
{
  const int day = ((int) weekday + 1) % N_WEEKDAYS + 1;

  return (short) (place < 0 ? -(8 * -place + day) : 8 * place + day);
}

static int
get_place (guint bit)
{
  return bit == N_PLACES - 1 ? -1 : (int) bit + 1;
}

/* Not from icaltime_null_date(): it has an hour of -1, with which libical walks through weeks for ever. */
static struct icaltimetype
to_time (AsyDay day)
{
  struct icaltimetype time = icaltime_null_time ();

  time.is_date = 1;
  time.year = asy_day_get_year (day);
  time.month = asy_day_get_month (day);
  time.day = asy_day_get_day (day);
  return time;
}

static struct icalrecurrencetype
to_recurrence (const AsyVisitRule *self)
{
  struct icalrecurrencetype rule;
  guint n = 0;

  icalrecurrencetype_clear (&rule);
  rule.freq = self->places != 0 ? ICAL_MONTHLY_RECURRENCE : ICAL_WEEKLY_RECURRENCE;
  rule.interval = (short) self->every;
  rule.count = (int) self->count;
  if (self->count == 0)
    rule.until = to_time (self->until);
  for (guint place = 0; place < (self->places != 0 ? N_PLACES : 1); place++)
    for (guint weekday = 0; weekday < N_WEEKDAYS; weekday++)
      if ((self->weekdays & (1u << weekday)) != 0 && (self->places == 0 || (self->places & (1u << place)) != 0))
        rule.by_day[n++] = encode (weekday, self->places != 0 ? get_place (place) : 0);
  rule.by_day[n] = ICAL_RECURRENCE_ARRAY_MAX;
  return rule;
}

gboolean
asy_visit_rule_is_valid (const AsyVisitRule *self, AsyDay first)
{
  if (self->every == 0 || self->every > INTERVAL_MAX || first == ASY_DAY_NONE)
    return FALSE;
  if (self->weekdays == 0 || self->weekdays >= 1u << N_WEEKDAYS || self->places >= 1u << N_PLACES)
    return FALSE;
  if (self->count > 0)
    return self->count <= ASY_VISIT_RULE_VISITS_MAX && self->until == ASY_DAY_NONE;
  return self->until != ASY_DAY_NONE && self->until >= first && self->until - first <= ASY_VISIT_RULE_DAYS_MAX;
}

char *
asy_visit_rule_to_text (const AsyVisitRule *self)
{
  struct icalrecurrencetype rule = to_recurrence (self);
  char *text = icalrecurrencetype_as_string_r (&rule);
  char *copy = g_strdup (text);

  icalmemory_free_buffer (text);
  return copy;
}

/* One day of BYDAY; each has to be of the same kind. */
static gboolean
take_day (AsyVisitRule *rule, short code)
{
  const int place = icalrecurrencetype_day_position (code);
  const guint weekday = ((guint) icalrecurrencetype_day_day_of_week (code) + N_WEEKDAYS - 2) % N_WEEKDAYS;

  rule->weekdays |= 1u << weekday;
  if (place == -1)
    rule->places |= ASY_VISIT_RULE_LAST;
  else if (place >= 1 && place < N_PLACES)
    rule->places |= 1u << (place - 1);
  else if (place != 0)
    return FALSE;
  return TRUE;
}

gboolean
asy_visit_rule_parse (const char *text, AsyVisitRule *ret_rule)
{
  struct icalrecurrencetype read;
  AsyVisitRule rule = { .until = ASY_DAY_NONE };
  g_autofree char *again = NULL;

  if (text == NULL)
    return FALSE;
  icalerror_set_errors_are_fatal (0);
  read = icalrecurrencetype_from_string (text);
  if ((read.freq != ICAL_WEEKLY_RECURRENCE && read.freq != ICAL_MONTHLY_RECURRENCE) || read.interval <= 0 || read.count < 0)
    return FALSE;
  rule.every = (guint) read.interval;
  rule.count = (guint) read.count;
  if (!icaltime_is_null_time (read.until))
    rule.until = asy_day_new (read.until.year, read.until.month, read.until.day);
  for (guint i = 0; i < ICAL_BY_DAY_SIZE && read.by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (!take_day (&rule, read.by_day[i]))
      return FALSE;
  if (rule.weekdays == 0 || (read.freq == ICAL_MONTHLY_RECURRENCE) != (rule.places != 0) || (rule.count > 0) == (rule.until != ASY_DAY_NONE))
    return FALSE;
  /* What it has besides would be lost. */
  again = asy_visit_rule_to_text (&rule);
  if (!g_str_equal (again, text))
    return FALSE;
  *ret_rule = rule;
  return TRUE;
}

GArray *
asy_visit_rule_list_days (const AsyVisitRule *self, AsyDay first)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AsyDay));
  icalrecur_iterator *iterator;

  if (!asy_visit_rule_is_valid (self, first))
    return days;
  iterator = icalrecur_iterator_new (to_recurrence (self), to_time (first));
  if (iterator == NULL)
    return days;
  while (days->len < ASY_VISIT_RULE_VISITS_MAX)
    {
      const struct icaltimetype time = icalrecur_iterator_next (iterator);
      AsyDay day;

      if (icaltime_is_null_time (time))
        break;
      day = asy_day_new (time.year, time.month, time.day);
      if (day - first > ASY_VISIT_RULE_DAYS_MAX)
        break;
      g_array_append_val (days, day);
    }
  icalrecur_iterator_free (iterator);
  return days;
}

AsyDay
asy_visit_off_get_day (AsyVisitOff off, AsyDay day)
{
  if (!asy_day_is_off (day) || off == ASY_VISIT_OFF_KEEP)
    return day;
  if (off == ASY_VISIT_OFF_LEAVE_OUT)
    return ASY_DAY_NONE;
  while (asy_day_is_off (day))
    day = off == ASY_VISIT_OFF_EARLIER ? day - 1 : day + 1;
  return day;
}
