/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <json-glib/json-glib.h>

#include "exchange/asy-ical-private.h"
#include "model/asy-dictionary.h"
#include "store/asy-audit.h"
#include "store/asy-offices.h"
#include "store/asy-visits.h"

#define ZONE "Europe/Warsaw"

/* The rule of the office's zone since 1996: whoever reads the calendar needs no zones of their own. */
static const char zone_text[] = "BEGIN:VTIMEZONE\r\n"
                                "TZID:" ZONE "\r\n"
                                "BEGIN:DAYLIGHT\r\n"
                                "TZNAME:CEST\r\n"
                                "DTSTART:19960331T020000\r\n"
                                "TZOFFSETFROM:+0100\r\n"
                                "TZOFFSETTO:+0200\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                "END:DAYLIGHT\r\n"
                                "BEGIN:STANDARD\r\n"
                                "TZNAME:CET\r\n"
                                "DTSTART:19961027T030000\r\n"
                                "TZOFFSETFROM:+0200\r\n"
                                "TZOFFSETTO:+0100\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                "END:STANDARD\r\n"
                                "END:VTIMEZONE\r\n";

static struct icaltimetype
make_time (AsyDay day, int minute)
{
  struct icaltimetype time = icaltime_null_time ();

  time.year = asy_day_get_year (day);
  time.month = asy_day_get_month (day);
  time.day = asy_day_get_day (day);
  time.hour = minute / 60;
  time.minute = minute % 60;
  return time;
}

static void
add_time (icalcomponent *event, icalproperty *property)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
  icalcomponent_add_property (event, property);
}

static void
add_times (icalcomponent *event, AsyVisit *visit)
{
  const AsyDay day = asy_visit_get_day (visit);
  const int end = asy_visit_get_end_minute (visit);

  add_time (event, icalproperty_new_dtstart (make_time (day, (int) asy_visit_get_start_minute (visit))));
  add_time (event, icalproperty_new_dtend (make_time (end < 1440 ? day : day + 1, end % 1440)));
}

static char *
make_title (const AsyVisitEntry *entry, const AsyIcalStyle *style)
{
  const char *kind;

  if (!style->with_names)
    return g_strdup (style->busy);
  kind = asy_dictionary_get_label (style->dictionary, ASY_DICT_CONTACT, asy_visit_get_kind (entry->visit));
  return entry->family_name != NULL ? g_strconcat (kind, ": ", entry->family_name, NULL) : g_strdup (kind);
}

/* A program that shares a calendar keeps private events from others. */
static void
add_words (icalcomponent *event, const AsyVisitEntry *entry, const AsyIcalStyle *style)
{
  g_autofree char *title = make_title (entry, style);
  const char *place = asy_visit_get_place_text (entry->visit);

  icalcomponent_add_property (event, icalproperty_new_summary (title));
  if (!style->with_names)
    return;
  if (place == NULL && asy_visit_get_place (entry->visit) == ASY_VISIT_PLACE_HOME)
    place = entry->address;
  if (place != NULL)
    icalcomponent_add_property (event, icalproperty_new_location (place));
  icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
}

static icalcomponent *
make_event (const AsyVisitEntry *entry, const AsyIcalStyle *style, struct icaltimetype stamp)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  g_autofree char *uid = g_strconcat (asy_record_get_uid (ASY_RECORD (entry->visit)), ASY_CALENDAR_UID_SUFFIX, NULL);

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (event, icalproperty_new_sequence ((int) asy_record_get_revision (ASY_RECORD (entry->visit))));
  add_times (event, entry->visit);
  add_words (event, entry, style);
  return event;
}

static struct icaltimetype
read_stamp (const char *stamp)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (stamp, NULL);

  return icaltime_from_timet_with_zone ((time_t) g_date_time_to_unix (time), 0, icaltimezone_get_utc_timezone ());
}

GBytes *
asy_ical_write (GPtrArray *entries, const AsyIcalStyle *style)
{
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  const struct icaltimetype stamp = read_stamp (style->stamp);
  char *text;
  GBytes *bytes;

  g_return_val_if_fail (style->with_names ? style->dictionary != NULL : style->busy != NULL, NULL);

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Asysta//Asysta " ASY_VERSION "//PL"));
  icalcomponent_add_component (calendar, icalparser_parse_string (zone_text));
  for (guint i = 0; i < entries->len; i++)
    {
      const AsyVisitEntry *entry = g_ptr_array_index (entries, i);

      if (asy_visit_get_state (entry->visit) != ASY_VISIT_STATE_MISSED)
        icalcomponent_add_component (calendar, make_event (entry, style, stamp));
    }
  text = icalcomponent_as_ical_string_r (calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return bytes;
}

typedef struct {
  gint64 worker_id;
  gint64 visit_id;
  guint n_entries;
  gboolean with_names;
} Export;

/* {"column": [old, new]}, as all entries of the audit. */
static gboolean
write_audit (AsySession *session, gpointer user_data, GError **error)
{
  const Export *export = user_data;
  g_autofree char *changes = g_strdup_printf ("{\"rows\":[null,%u],\"names\":[null,%d]}", export->n_entries, export->with_names);

  return asy_audit_write (session, "export", export->visit_id != 0 ? "visit" : "calendar",
                          export->visit_id != 0 ? export->visit_id : export->worker_id, 0, changes, error);
}

static guint
count_entries (GPtrArray *entries)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += asy_visit_get_state (((AsyVisitEntry *) g_ptr_array_index (entries, i))->visit) != ASY_VISIT_STATE_MISSED;
  return n;
}

static GPtrArray *
load_entries (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, gint64 visit_id, GError **error)
{
  AsyVisitEntry *entry;
  GPtrArray *entries;

  if (visit_id == 0)
    return asy_visits_list (session, worker_id, from, until, error);
  entry = asy_visit_entry_load (session, visit_id, error);
  if (entry == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_entry_free);
  g_ptr_array_add (entries, entry);
  return entries;
}

GBytes *
asy_ical_export (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, gint64 visit_id, gboolean with_names, const char *busy,
                 guint *ret_n_entries, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (AsyOfficeFile) office = NULL;
  g_autofree char *stamp = asy_clock_dup_now_utc_iso (asy_session_get_clock (session));
  AsyIcalStyle style = { with_names, busy, NULL, stamp };
  Export export = { worker_id, visit_id, 0, with_names };

  entries = load_entries (session, worker_id, from, until, visit_id, error);
  office = entries != NULL ? asy_office_file_load (session, error) : NULL;
  if (office == NULL)
    return NULL;
  style.dictionary = office->dictionary;
  export.n_entries = count_entries (entries);
  if (!asy_session_transaction (session, write_audit, &export, error))
    return NULL;
  *ret_n_entries = export.n_entries;
  return asy_ical_write (entries, &style);
}
