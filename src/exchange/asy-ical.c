/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/asy-ical-private.h"

#define TEXT_CHARS_MAX 300
#define UID_BYTES_MAX 255

static const struct {
  const char *nick;
  const char *label;
} reasons[] = {
  [ASY_ICAL_REASON_NO_START] = { "no-start", N_("no start that can be read") },
  [ASY_ICAL_REASON_NO_LENGTH] = { "no-length", N_("takes no time") },
  [ASY_ICAL_REASON_ZONE] = { "unknown-zone", N_("an unknown time zone") },
  [ASY_ICAL_REASON_DUPLICATE] = { "duplicate", N_("another event has the same identifier") },
  [ASY_ICAL_REASON_CANCELLED] = { "cancelled", N_("cancelled") },
  [ASY_ICAL_REASON_FREE] = { "free", N_("marked as free time") },
  [ASY_ICAL_REASON_OUTSIDE] = { "outside", N_("in the past or too far ahead") },
  [ASY_ICAL_REASON_LINE] = { "bad-line", N_("a line that belongs to no calendar is passed over") },
  [ASY_ICAL_REASON_VALUE] = { "bad-value", N_("a value that cannot be read is passed over") },
  [ASY_ICAL_REASON_RULE] = { "bad-rule", N_("repeated in a way that cannot be read in full") },
  [ASY_ICAL_REASON_FREQUENCY] = { "too-often", N_("repeated more often than daily; taken once") },
  [ASY_ICAL_REASON_MANY] = { "too-many", N_("repeated too many times; only the first ones are taken") },
  [ASY_ICAL_REASON_LONG] = { "too-long", N_("longer than two months; only its first days are taken") },
  [ASY_ICAL_REASON_FOLLOWING] = { "following", N_("a change of all later dates; taken for this one only") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == ASY_N_ICAL_REASONS);

const char *
asy_ical_reason_get_nick (AsyIcalReason reason)
{
  return reasons[reason].nick;
}

const char *
asy_ical_reason_get_label (AsyIcalReason reason)
{
  return reasons[reason].label;
}

gboolean
asy_ical_reason_leaves_out (AsyIcalReason reason)
{
  return reason < ASY_ICAL_REASON_LINE;
}

static void
note_free (gpointer data)
{
  AsyIcalNote *note = data;

  g_free (note->detail);
  g_free (note);
}

void
asy_ical_free (AsyIcal *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->uids);
  g_free (self);
}

/* One event on its way. */
typedef struct {
  icalcomponent *component;
  guint line;
  char *uid;
  gboolean is_instance;         /* of a series: it has a RECURRENCE-ID */
  AsyIcalTime original;         /* which one, when it is */
  int sequence;
  gboolean is_left_out;
} Event;

typedef struct {
  AsyIcal *ical;
  AsyIcalZones *zones;
  GPtrArray *events;            /* Event of one calendar */
  GHashTable *changed;          /* char *: uid and moment of an instance that has an event of its own */
  GHashTable *keys;             /* char *: uid and instance of every entry */
  gint64 steps_left;
} Reading;

static void
event_free (gpointer data)
{
  Event *event = data;

  g_free (event->uid);
  g_free (event);
}

/* Those that most calendars are full of would hide the others. */
static gboolean
is_told (AsyIcalReason reason)
{
  return reason != ASY_ICAL_REASON_OUTSIDE && reason != ASY_ICAL_REASON_CANCELLED && reason != ASY_ICAL_REASON_FREE;
}

static void
note (AsyIcal *ical, guint line, AsyIcalReason reason, const char *detail)
{
  AsyIcalNote *made;

  ical->counts[reason]++;
  if (!is_told (reason))
    return;
  made = g_new0 (AsyIcalNote, 1);
  made->line = line;
  made->reason = reason;
  made->detail = g_strdup (detail);
  g_ptr_array_add (ical->notes, made);
}

static void
leave_out (Reading *reading, Event *event, AsyIcalReason reason, const char *detail)
{
  if (event->is_left_out)
    return;
  event->is_left_out = TRUE;
  reading->ical->n_left_out++;
  note (reading->ical, event->line, reason, detail);
}

static gboolean
read_time (Reading *reading, Event *event, icalproperty_kind kind, AsyIcalTime *ret_time)
{
  icalproperty *property = icalcomponent_get_first_property (event->component, kind);
  const char *unknown = NULL;

  if (property != NULL && _asy_ical_time_read (property, reading->zones, ret_time, &unknown))
    return TRUE;
  leave_out (reading, event, unknown != NULL ? ASY_ICAL_REASON_ZONE : ASY_ICAL_REASON_NO_START, unknown);
  return FALSE;
}

/* Some programs write none; then the event is known by what it says. */
static char *
read_uid (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_UID_PROPERTY);
  const char *uid = property != NULL ? icalproperty_get_uid (property) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  icalproperty *start;

  if (uid != NULL && *uid != '\0' && strlen (uid) <= UID_BYTES_MAX)
    return g_strdup (uid);
  if (uid == NULL || *uid == '\0')
    {
      start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
      text = g_strconcat (start != NULL ? icalproperty_as_ical_string (start) : "", icalcomponent_get_summary (component), NULL);
      uid = text;
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uid, -1);
  return g_strconcat ("=", sum, NULL);
}

/* A line of text as a title has it; NULL for nothing. */
static char *
dup_text (const char *text)
{
  g_autofree char *line = g_strdup (text != NULL ? text : "");

  g_strdelimit (line, "\r\n\t", ' ');
  g_strstrip (line);
  if (*line == '\0')
    return NULL;
  return g_utf8_strlen (line, -1) > TEXT_CHARS_MAX ? g_utf8_substring (line, 0, TEXT_CHARS_MAX) : g_steal_pointer (&line);
}

/* An event that its owner calls private takes time and says nothing. */
static gboolean
is_private (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_CLASS_PROPERTY);
  const int class = property != NULL ? (int) icalproperty_get_class (property) : ICAL_CLASS_PUBLIC;

  return class == ICAL_CLASS_PRIVATE || class == ICAL_CLASS_CONFIDENTIAL;
}

static char *
dup_place (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_LOCATION_PROPERTY);

  return dup_text (property != NULL ? icalproperty_get_location (property) : NULL);
}

static char *
make_key (const char *uid, const char *instance)
{
  return g_strconcat (uid, "\n", instance, NULL);
}

/* The day of the original start, and its hour unless it is a whole day. */
static char *
make_instance (const AsyIcalTime *original)
{
  const AsyIcalMoment moment = _asy_ical_time_get_moment (original, 0);
  const int minute = (int) (moment % ASY_ICAL_DAY_MINUTES);
  g_autofree char *day = asy_day_to_iso ((AsyDay) (moment / ASY_ICAL_DAY_MINUTES));

  return original->wall.is_date ? g_steal_pointer (&day) : g_strdup_printf ("%sT%02d:%02d", day, minute / 60, minute % 60);
}

/* The length of an event in seconds; whole days for one of whole days. */
static gboolean
read_length (Reading *reading, Event *event, const AsyIcalTime *start, gint64 *ret_seconds)
{
  icalproperty *duration = icalcomponent_get_first_property (event->component, ICAL_DURATION_PROPERTY);
  AsyIcalTime end;

  if (icalcomponent_get_first_property (event->component, ICAL_DTEND_PROPERTY) != NULL)
    {
      if (!read_time (reading, event, ICAL_DTEND_PROPERTY, &end))
        return FALSE;
      *ret_seconds = _asy_ical_time_get_span (start, &end);
    }
  else
    *ret_seconds = duration != NULL ? icaldurationtype_as_int (icalproperty_get_duration (duration)) : 0;
  if (start->wall.is_date && *ret_seconds < 86400)
    *ret_seconds = 86400;
  if (*ret_seconds > 0)
    return TRUE;
  leave_out (reading, event, ASY_ICAL_REASON_NO_LENGTH, NULL);
  return FALSE;
}

static AsyCalendarEntry *
new_entry (const Event *event, char *instance, AsyDay day, int start_minute, int minutes)
{
  AsyCalendarEntry *entry = g_new0 (AsyCalendarEntry, 1);

  entry->line = event->line;
  entry->uid = g_strdup (event->uid);
  entry->instance = instance;
  entry->day = day;
  entry->start_minute = start_minute;
  entry->minutes = minutes;
  if (!is_private (event->component))
    {
      entry->title = dup_text (icalcomponent_get_summary (event->component));
      entry->place = dup_place (event->component);
    }
  return entry;
}

/* One day of an event. */
static guint
add_part (Reading *reading, const Event *event, const char *instance, guint part, AsyIcalMoment from, AsyIcalMoment until)
{
  const AsyDay day = (AsyDay) (from / ASY_ICAL_DAY_MINUTES);
  g_autofree char *name = part > 0 ? g_strdup_printf ("%s+%u", instance, part) : g_strdup (instance);

  if (day < reading->ical->from || day > reading->ical->until)
    return 0;
  if (!g_hash_table_add (reading->keys, make_key (event->uid, name)))
    return 0;
  g_ptr_array_add (reading->ical->entries, new_entry (event, g_steal_pointer (&name), day, (int) (from % ASY_ICAL_DAY_MINUTES),
                                                      (int) (until - from)));
  return 1;
}

/* A piece of time for each day; returns how many there are. */
static guint
add_entries (Reading *reading, const Event *event, const AsyIcalTime *start, gint64 seconds, const char *instance)
{
  const AsyIcalMoment end = _asy_ical_time_get_moment (start, seconds);
  AsyIcalMoment at = _asy_ical_time_get_moment (start, 0);
  guint n = 0;

  for (guint part = 0; at < end && part < ASY_ICAL_DAYS_MAX; part++)
    {
      const AsyIcalMoment midnight = (at / ASY_ICAL_DAY_MINUTES + 1) * ASY_ICAL_DAY_MINUTES;

      n += add_part (reading, event, instance, part, at, MIN (midnight, end));
      at = midnight;
    }
  if (at < end)
    note (reading->ical, event->line, ASY_ICAL_REASON_LONG, NULL);
  return n;
}

/* Exceptions are compared as points in time, whatever zone they are written in;
 * one that names a day takes all of that day's. */
static GHashTable *
list_exceptions (Reading *reading, const Event *event)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (icalproperty *property = icalcomponent_get_first_property (event->component, ICAL_EXDATE_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event->component, ICAL_EXDATE_PROPERTY))
    {
      const char *unknown = NULL;
      AsyIcalTime time;

      if (_asy_ical_time_read (property, reading->zones, &time, &unknown))
        g_hash_table_add (found, make_instance (&time));
      else
        note (reading->ical, event->line, ASY_ICAL_REASON_RULE, unknown);
    }
  return found;
}

static gboolean
is_excepted (Reading *reading, const Event *event, GHashTable *exceptions, const char *instance)
{
  g_autofree char *day = g_strndup (instance, 10);
  g_autofree char *own = make_key (event->uid, instance);
  g_autofree char *own_day = make_key (event->uid, day);

  return g_hash_table_contains (exceptions, instance) || g_hash_table_contains (exceptions, day) ||
         g_hash_table_contains (reading->changed, own) || g_hash_table_contains (reading->changed, own_day);
}

static guint
add_series (Reading *reading, const Event *event, const AsyIcalTime *start, gint64 seconds)
{
  AsyIcalReason remark;
  gboolean has_remark;
  g_autoptr (GHashTable) exceptions = list_exceptions (reading, event);
  g_autoptr (GArray) times = _asy_ical_series_expand (event->component, start, reading->zones, reading->ical->from, reading->ical->until,
                                                      &reading->steps_left, &remark, &has_remark);
  guint n = 0;

  if (has_remark)
    note (reading->ical, event->line, remark, NULL);
  if (icalcomponent_get_first_property (event->component, ICAL_EXRULE_PROPERTY) != NULL)
    note (reading->ical, event->line, ASY_ICAL_REASON_RULE, NULL);
  for (guint i = 0; i < times->len; i++)
    {
      const AsyIcalTime *time = &g_array_index (times, AsyIcalTime, i);
      g_autofree char *instance = make_instance (time);

      if (!is_excepted (reading, event, exceptions, instance))
        n += add_entries (reading, event, time, seconds, instance);
    }
  return n;
}

static gboolean
takes_time (Reading *reading, Event *event)
{
  icalproperty *transp = icalcomponent_get_first_property (event->component, ICAL_TRANSP_PROPERTY);
  const int kind = transp != NULL ? (int) icalproperty_get_transp (transp) : ICAL_TRANSP_OPAQUE;

  if (icalcomponent_get_status (event->component) == ICAL_STATUS_CANCELLED)
    leave_out (reading, event, ASY_ICAL_REASON_CANCELLED, NULL);
  else if (kind == ICAL_TRANSP_TRANSPARENT || kind == ICAL_TRANSP_TRANSPARENTNOCONFLICT)
    leave_out (reading, event, ASY_ICAL_REASON_FREE, NULL);
  return !event->is_left_out;
}

static void
take_event (Reading *reading, Event *event)
{
  g_autofree char *instance = event->is_instance ? make_instance (&event->original) : g_strdup ("");
  AsyIcalTime start;
  gint64 seconds;
  guint n;

  if (event->is_left_out || !read_time (reading, event, ICAL_DTSTART_PROPERTY, &start) || !read_length (reading, event, &start, &seconds))
    return;
  g_hash_table_add (reading->ical->uids, g_strdup (event->uid));
  if (!takes_time (reading, event))
    return;
  if (!event->is_instance && _asy_ical_series_is (event->component))
    n = add_series (reading, event, &start, seconds);
  else
    n = add_entries (reading, event, &start, seconds, instance);
  if (n == 0)
    leave_out (reading, event, ASY_ICAL_REASON_OUTSIDE, NULL);
  else if (icalcomponent_get_first_property (event->component, ICAL_XLICERROR_PROPERTY) != NULL)
    note (reading->ical, event->line, ASY_ICAL_REASON_VALUE, NULL);
}

/* Collecting the events of a calendar, before any is taken. */

static void
read_original (Reading *reading, Event *event)
{
  icalproperty *property = icalcomponent_get_first_property (event->component, ICAL_RECURRENCEID_PROPERTY);
  icalparameter *range = property != NULL ? icalproperty_get_first_parameter (property, ICAL_RANGE_PARAMETER) : NULL;

  if (property == NULL || !read_time (reading, event, ICAL_RECURRENCEID_PROPERTY, &event->original))
    return;
  event->is_instance = TRUE;
  if (range != NULL)
    note (reading->ical, event->line, ASY_ICAL_REASON_FOLLOWING, NULL);
}

static Event *
event_new (Reading *reading, icalcomponent *component, guint line)
{
  Event *event = g_new0 (Event, 1);

  event->component = component;
  event->line = line;
  event->uid = read_uid (component);
  event->sequence = icalcomponent_get_sequence (component);
  read_original (reading, event);
  return event;
}

/* Of two with one identifier the newer version counts, or the first. */
static void
drop_duplicates (Reading *reading)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reading->events->len; i++)
    {
      Event *event = g_ptr_array_index (reading->events, i);
      g_autofree char *instance = event->is_instance ? make_instance (&event->original) : g_strdup ("");
      char *key = make_key (event->uid, instance);
      Event *other = g_hash_table_lookup (known, key);

      if (event->is_left_out || (other != NULL && other->sequence >= event->sequence))
        {
          leave_out (reading, event, ASY_ICAL_REASON_DUPLICATE, NULL);
          g_free (key);
          continue;
        }
      if (other != NULL)
        leave_out (reading, other, ASY_ICAL_REASON_DUPLICATE, NULL);
      if (event->is_instance)
        g_hash_table_add (reading->changed, g_strdup (key));
      g_hash_table_replace (known, key, event);
    }
}

static gboolean
read_calendar (Reading *reading, icalcomponent *calendar, const GArray *lines, GError **error)
{
  g_autoptr (AsyIcalZones) zones = _asy_ical_zones_new (calendar);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);

  reading->zones = zones;
  reading->events = events;
  for (icalcomponent *component = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); component != NULL;
       component = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      const guint i = reading->ical->n_events++;

      g_ptr_array_add (events, event_new (reading, component, i < lines->len ? g_array_index (lines, guint, i) : 0));
    }
  drop_duplicates (reading);
  for (guint i = 0; i < events->len; i++)
    {
      take_event (reading, g_ptr_array_index (events, i));
      if (reading->ical->entries->len > ASY_ICAL_ENTRIES_MAX)
        {
          g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_TOO_BIG, "more events than an import takes");
          return FALSE;
        }
    }
  return TRUE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const AsyCalendarEntry *left = *(AsyCalendarEntry *const *) a;
  const AsyCalendarEntry *right = *(AsyCalendarEntry *const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (left->start_minute != right->start_minute)
    return left->start_minute - right->start_minute;
  return left->line != right->line ? (left->line < right->line ? -1 : 1) : strcmp (left->instance, right->instance);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const AsyIcalNote *left = *(AsyIcalNote *const *) a;
  const AsyIcalNote *right = *(AsyIcalNote *const *) b;

  return left->line != right->line ? (left->line < right->line ? -1 : 1) : (int) left->reason - (int) right->reason;
}

static AsyIcal *
ical_new (GBytes *bytes, AsyDay from, AsyDay until)
{
  AsyIcal *ical = g_new0 (AsyIcal, 1);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  ical->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_calendar_entry_free);
  ical->notes = g_ptr_array_new_with_free_func (note_free);
  ical->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ical->from = from;
  ical->until = until;
  g_strlcpy (ical->sha256, sum, sizeof ical->sha256);
  return ical;
}

AsyIcal *
asy_ical_read (GBytes *bytes, AsyDay from, AsyDay until, guint *ret_line, GError **error)
{
  guint line = 0;
  g_autoptr (AsyIcalTree) tree = NULL;
  g_autoptr (AsyIcal) ical = NULL;
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { .changed = changed, .keys = keys, .steps_left = ASY_ICAL_STEPS_MAX };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (from != ASY_DAY_NONE && from <= until, NULL);

  tree = _asy_ical_tree_new (bytes, &line, error);
  if (ret_line != NULL)
    *ret_line = line;
  if (tree == NULL)
    return NULL;
  ical = ical_new (bytes, from, until);
  reading.ical = ical;
  for (guint i = 0; i < tree->junk->len; i++)
    note (ical, g_array_index (tree->junk, guint, i), ASY_ICAL_REASON_LINE, NULL);
  for (guint i = 0; i < tree->calendars->len; i++)
    if (!read_calendar (&reading, g_ptr_array_index (tree->calendars, i), tree->lines, error))
      return NULL;
  g_ptr_array_sort (ical->entries, compare_entries);
  g_ptr_array_sort (ical->notes, compare_notes);
  return g_steal_pointer (&ical);
}

gboolean
asy_ical_store (AsySession *session, AsyIcal *self, gint64 worker_id, const char *name, gboolean dry_run, AsyCalendarCounts *ret_counts,
                GError **error)
{
  const AsyCalendarImport import = { worker_id, self->entries, self->uids, self->from, self->until, name, self->sha256 };

  return asy_calendar_import (session, &import, dry_run, ret_counts, error);
}
