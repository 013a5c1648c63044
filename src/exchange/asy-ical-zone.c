/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "exchange/asy-ical-private.h"

#define NAME_MAX_BYTES 100
#define CHANGES_MAX 500

struct _AsyIcalZones
{
  icalcomponent *calendar;      /* borrowed */
  GHashTable *found;            /* char *: icaltimezone; NULL for an unknown one */
};

/* What Outlook and Exchange call zones, by CLDR's windowsZones, and how the
 * Polish Windows calls the office's own. */
static const struct {
  const char *name;
  const char *zone;
} outlook_zones[] = {
  { "Central European Standard Time", "Europe/Warsaw" },
  { "Środkowoeuropejski czas stand.", "Europe/Warsaw" },
  { "(UTC+01:00) Sarajewo, Skopie, Warszawa, Zagrzeb", "Europe/Warsaw" },
  { "(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb", "Europe/Warsaw" },
  { "Central Europe Standard Time", "Europe/Budapest" },
  { "Środkowoeuropejski standardowy", "Europe/Budapest" },
  { "Romance Standard Time", "Europe/Paris" },
  { "W. Europe Standard Time", "Europe/Berlin" },
  { "GMT Standard Time", "Europe/London" },
  { "Greenwich Standard Time", "Atlantic/Reykjavik" },
  { "UTC", "UTC" },
  { "Coordinated Universal Time", "UTC" },
  { "FLE Standard Time", "Europe/Kiev" },
  { "GTB Standard Time", "Europe/Bucharest" },
  { "E. Europe Standard Time", "Europe/Chisinau" },
  { "Kaliningrad Standard Time", "Europe/Kaliningrad" },
  { "Belarus Standard Time", "Europe/Minsk" },
  { "Russian Standard Time", "Europe/Moscow" },
  { "Turkey Standard Time", "Europe/Istanbul" },
  { "Israel Standard Time", "Asia/Jerusalem" },
  { "Egypt Standard Time", "Africa/Cairo" },
  { "South Africa Standard Time", "Africa/Johannesburg" },
  { "Georgian Standard Time", "Asia/Tbilisi" },
  { "Caucasus Standard Time", "Asia/Yerevan" },
  { "Arabian Standard Time", "Asia/Dubai" },
  { "India Standard Time", "Asia/Calcutta" },
  { "SE Asia Standard Time", "Asia/Bangkok" },
  { "China Standard Time", "Asia/Shanghai" },
  { "Tokyo Standard Time", "Asia/Tokyo" },
  { "Korea Standard Time", "Asia/Seoul" },
  { "AUS Eastern Standard Time", "Australia/Sydney" },
  { "Azores Standard Time", "Atlantic/Azores" },
  { "E. South America Standard Time", "America/Sao_Paulo" },
  { "Atlantic Standard Time", "America/Halifax" },
  { "Eastern Standard Time", "America/New_York" },
  { "Central Standard Time", "America/Chicago" },
  { "Mountain Standard Time", "America/Denver" },
  { "US Mountain Standard Time", "America/Phoenix" },
  { "Pacific Standard Time", "America/Los_Angeles" },
  { "Alaskan Standard Time", "America/Anchorage" },
  { "Hawaiian Standard Time", "Pacific/Honolulu" },
};

AsyIcalZones *
_asy_ical_zones_new (icalcomponent *calendar)
{
  AsyIcalZones *self = g_new0 (AsyIcalZones, 1);

  self->calendar = calendar;
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
_asy_ical_zones_free (AsyIcalZones *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->found);
  g_free (self);
}

/* Offices change their clocks twice a year; a rule that does it every second
 * would keep libical busy for good. */
static gboolean
is_usable_change (icalcomponent *change)
{
  icalproperty *property = icalcomponent_get_first_property (change, ICAL_RRULE_PROPERTY);

  if (icalcomponent_get_first_property (change, ICAL_TZOFFSETTO_PROPERTY) == NULL ||
      icalcomponent_get_first_property (change, ICAL_DTSTART_PROPERTY) == NULL)
    return FALSE;
  for (; property != NULL; property = icalcomponent_get_next_property (change, ICAL_RRULE_PROPERTY))
    if (icalproperty_get_rrule (property).freq != ICAL_YEARLY_RECURRENCE)
      return FALSE;
  return TRUE;
}

static gboolean
is_usable_zone (icalcomponent *zone)
{
  guint n = 0;

  for (icalcomponent *change = icalcomponent_get_first_component (zone, ICAL_ANY_COMPONENT); change != NULL;
       change = icalcomponent_get_next_component (zone, ICAL_ANY_COMPONENT))
    if (!is_usable_change (change) || ++n > CHANGES_MAX)
      return FALSE;
  return n > 0;
}

static icaltimezone *
find_own (AsyIcalZones *self, const char *tzid)
{
  icaltimezone *zone = icalcomponent_get_timezone (self->calendar, tzid);

  return zone != NULL && is_usable_zone (icaltimezone_get_component (zone)) ? zone : NULL;
}

/* libical takes the name for the name of a file. */
static gboolean
is_zone_name (const char *name)
{
  if (*name == '/' || *name == '\0' || strlen (name) > NAME_MAX_BYTES)
    return FALSE;
  for (; *name != '\0'; name++)
    if (!g_ascii_isalnum (*name) && strchr ("_+-/", *name) == NULL)
      return FALSE;
  return TRUE;
}

/* `/mozilla.org/20050126_1/Europe/Warsaw` means the last words. */
static icaltimezone *
find_by_name (const char *tzid)
{
  const char *name = tzid;

  while (name != NULL)
    {
      icaltimezone *zone = is_zone_name (name) ? icaltimezone_get_builtin_timezone (name) : NULL;

      if (zone != NULL)
        return zone;
      name = strchr (name, '/');
      if (name != NULL)
        name++;
    }
  return NULL;
}

static icaltimezone *
find_by_outlook (const char *tzid)
{
  for (guint i = 0; i < G_N_ELEMENTS (outlook_zones); i++)
    if (g_ascii_strcasecmp (outlook_zones[i].name, tzid) == 0)
      return icaltimezone_get_builtin_timezone (outlook_zones[i].zone);
  return NULL;
}

icaltimezone *
_asy_ical_zones_find (AsyIcalZones *self, const char *tzid)
{
  gpointer found;

  if (g_hash_table_lookup_extended (self->found, tzid, NULL, &found))
    return found;
  found = find_own (self, tzid);
  if (found == NULL)
    found = find_by_outlook (tzid);
  if (found == NULL)
    found = find_by_name (tzid);
  g_hash_table_insert (self->found, g_strdup (tzid), found);
  return found;
}
