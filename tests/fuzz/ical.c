/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/asy-ical.h"
#include "fuzz.h"

/* Calendars of other programs: whatever the bytes are, entries are pieces of
 * time within one day of those that were asked for, each known by a name of its own. */

#define FROM (asy_day_new (2026, 3, 24))
#define UNTIL (FROM + ASY_ICAL_DAYS_AHEAD)

static void
check_entry (const AsyCalendarEntry *entry, AsyIcal *ical, GHashTable *keys)
{
  g_assert_cmpuint (entry->day, >=, FROM);
  g_assert_cmpuint (entry->day, <=, UNTIL);
  g_assert_cmpint (entry->start_minute, >=, 0);
  g_assert_cmpint (entry->minutes, >, 0);
  g_assert_cmpint (entry->start_minute + entry->minutes, <=, 24 * 60);
  g_assert_true (entry->title == NULL || g_utf8_validate (entry->title, -1, NULL));
  g_assert_true (g_utf8_validate (entry->uid, -1, NULL));
  g_assert_true (g_hash_table_contains (ical->uids, entry->uid));
  g_assert_true (g_hash_table_add (keys, g_strconcat (entry->uid, "\n", entry->instance, NULL)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  guint line;
  g_autoptr (AsyIcal) ical = asy_ical_read (bytes, FROM, UNTIL, &line, &error);

  g_assert_true ((ical == NULL) == (error != NULL));
  if (ical == NULL)
    return 0;
  g_assert_cmpuint (line, ==, 0);
  g_assert_cmpuint (ical->n_left_out, <=, ical->n_events);
  for (guint i = 0; i < ical->entries->len; i++)
    check_entry (g_ptr_array_index (ical->entries, i), ical, keys);
  return 0;
}
