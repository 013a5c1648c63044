/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/asy-ical.h"

#define TODAY (asy_day_new (2026, 3, 24))

/* Calendars of tests/exchange/ical, one peculiarity each: read on 24 March 2026
 * for a year. Clocks go forward on 29 March. */
static const struct {
  const char *name;
  const char *entries;          /* `day start+minutes title`, a line each */
  const char *notes;            /* `line:reason` */
} files[] = {
  { "plain", "03-25 9:00+90 Zebranie zespołu @Sala 2, parter", "" },
  { "utc", "03-25 9:00+90 Zima|04-01 10:00+45 Lato", "" },
  { "own-zone", "03-25 9:00+60 Pięć godzin przed Greenwich", "" },
  { "outlook-own", "04-01 9:00+60 Po zmianie czasu", "" },
  { "outlook-name", "04-01 9:00+60|04-01 10:00+60", "" },
  { "outlook-polish", "04-01 9:00+60", "" },
  { "olson", "03-26 10:00+60|03-26 14:00+60", "" },
  { "unknown-zone", "03-25 11:00+60", "4:unknown-zone(Mars/Olympus)" },
  { "endless-zone", "", "13:unknown-zone(Sekunda)" },
  { "floating", "04-01 7:00+60", "" },
  { "all-day", "03-25 0:00+1440 Urlop|03-26 0:00+1440 Urlop|03-30 0:00+1440 Bez końca", "" },
  { "past-midnight", "03-25 22:00+120 Dyżur|03-26 0:00+1440 Dyżur|03-27 0:00+60 Dyżur", "" },
  { "weekly", "03-30 9:00+60|04-13 9:00+60|04-20 9:00+60", "" },
  { "until-utc", "03-25 9:00+60|03-27 9:00+60|03-29 9:00+60|03-31 9:00+60", "" },
  { "until-day", "03-25 9:00+60|03-26 9:00+60|03-27 9:00+60", "" },
  { "moved", "03-25 9:00+60 Odprawa|03-26 12:00+60 Odprawa później|03-27 9:00+60 Odprawa", "" },
  { "moved-utc", "03-25 9:00+60|03-28 12:00+60", "" },
  { "moved-cancelled", "03-25 9:00+60|03-27 9:00+60", "" },
  { "exdate-day", "03-25 9:00+60|03-27 9:00+60", "" },
  { "following", "03-25 9:00+60|03-26 11:00+60|03-27 9:00+60", "11:following" },
  { "rdate", "03-25 9:00+60|03-27 11:00+60|04-01 9:00+60|04-02 9:00+60", "" },
  { "all-day-weekly", "03-27 0:00+1440|04-10 0:00+1440", "" },
  { "secondly", "03-25 9:00+60", "4:too-often" },
  { "never", "03-25 9:00+60", "" },
  { "bad-rule", "03-25 9:00+60", "4:bad-value" },
  { "exrule", "03-25 9:00+60|03-26 9:00+60", "4:bad-rule" },
  { "free", "", "" },
  { "private", "03-25 9:00+60", "" },
  { "no-time", "", "4:no-length|10:no-length|16:no-start|21:no-start" },
  { "duplicate", "03-25 11:00+60", "4:duplicate|17:duplicate" },
  { "no-uid", "03-25 9:00+60 A|03-25 9:00+60 B", "" },
  { "outside", "03-24 9:00+60", "" },
  { "attachments", "03-25 9:00+60 Z dzwonkiem", "" },
  { "bad-line", "03-25 9:00+60 Pierwszy", "10:bad-line" },
  { "cp1250", "03-25 9:00+60 Szkolenie: przemoc wobec dzieci – źródła i żądania", "" },
  { "bare-lf", "03-25 9:00+60 Krótko", "" },
  { "lower-case", "03-25 9:00+60 Małe litery", "" },
  { "folded", "03-25 9:00+60 Zażółć gęślą jaźń", "" },
  { "two-calendars", "03-25 9:00+60|03-26 9:00+60", "" },
  { "utf-16", "03-25 9:00+60 Żaba", "" },
};

static GBytes *
read_file (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".ics", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "ical", file, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static AsyIcal *
read_ical (const char *name)
{
  g_autoptr (GBytes) bytes = read_file (name);
  g_autoptr (GError) error = NULL;
  guint line = 1;
  AsyIcal *ical = asy_ical_read (bytes, TODAY, TODAY + ASY_ICAL_DAYS_AHEAD, &line, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (line, ==, 0);
  return ical;
}

static char *
write_entries (AsyIcal *ical)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ical->entries->len; i++)
    {
      const AsyCalendarEntry *entry = g_ptr_array_index (ical->entries, i);

      g_string_append_printf (text, "%s%02d-%02d %d:%02d+%d", i > 0 ? "|" : "", asy_day_get_month (entry->day),
                              asy_day_get_day (entry->day), entry->start_minute / 60, entry->start_minute % 60, entry->minutes);
      if (entry->title != NULL)
        g_string_append_printf (text, " %s", entry->title);
      if (entry->place != NULL)
        g_string_append_printf (text, " @%s", entry->place);
    }
  return g_string_free (text, FALSE);
}

static char *
write_notes (AsyIcal *ical)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ical->notes->len; i++)
    {
      const AsyIcalNote *note = g_ptr_array_index (ical->notes, i);

      g_string_append_printf (text, "%s%u:%s", i > 0 ? "|" : "", note->line, asy_ical_reason_get_nick (note->reason));
      if (note->detail != NULL)
        g_string_append_printf (text, "(%s)", note->detail);
    }
  return g_string_free (text, FALSE);
}

static void
test_file (gconstpointer user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autoptr (AsyIcal) ical = read_ical (files[i].name);
  g_autofree char *entries = write_entries (ical);
  g_autofree char *notes = write_notes (ical);

  g_assert_cmpstr (entries, ==, files[i].entries);
  g_assert_cmpstr (notes, ==, files[i].notes);
}

/* What would never end does. */
static void
test_bounds (void)
{
  static const struct {
    const char *name;
    guint n_entries;
    const char *notes;
  } bounds[] = {
    { "endless", 53, "" },
    { "thick", ASY_ICAL_INSTANCES_MAX, "4:too-many" },
    { "long", ASY_ICAL_DAYS_MAX, "4:too-long" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autoptr (AsyIcal) ical = read_ical (bounds[i].name);
      g_autofree char *notes = write_notes (ical);

      g_assert_cmpuint (ical->entries->len, ==, bounds[i].n_entries);
      g_assert_cmpstr (notes, ==, bounds[i].notes);
    }
}

/* A series is entered where it is today; every third Friday since 5 January 1996 stays every third Friday. */
static void
test_an_old_series_keeps_its_step (void)
{
  g_autoptr (AsyIcal) ical = read_ical ("old-endless");

  g_assert_cmpuint (ical->entries->len, >=, 17);
  for (guint i = 0; i < ical->entries->len; i++)
    {
      const AsyCalendarEntry *entry = g_ptr_array_index (ical->entries, i);

      g_assert_cmpuint ((entry->day - asy_day_new (1996, 1, 5)) % 21, ==, 0);
      g_assert_cmpint (entry->start_minute, ==, 9 * 60);
    }
}

static void
test_counts (void)
{
  g_autoptr (AsyIcal) free_time = read_ical ("free");
  g_autoptr (AsyIcal) outside = read_ical ("outside");

  g_assert_cmpuint (free_time->n_events, ==, 2);
  g_assert_cmpuint (free_time->n_left_out, ==, 2);
  g_assert_cmpuint (free_time->counts[ASY_ICAL_REASON_FREE], ==, 1);
  g_assert_cmpuint (free_time->counts[ASY_ICAL_REASON_CANCELLED], ==, 1);
  /* What takes no time any more is known, so that its entries go. */
  g_assert_true (g_hash_table_contains (free_time->uids, "a") && g_hash_table_contains (free_time->uids, "b"));
  g_assert_cmpuint (outside->n_events, ==, 3);
  g_assert_cmpuint (outside->counts[ASY_ICAL_REASON_OUTSIDE], ==, 2);
}

static void
test_unusable (void)
{
  static const struct {
    const char *name;
    AsyImportError code;
    guint line;
  } unusable[] = {
    { "not-a-calendar", ASY_IMPORT_ERROR_NO_CALENDAR, 3 }, { "cut-off", ASY_IMPORT_ERROR_NOT_CLOSED, 9 },
    { "crossed", ASY_IMPORT_ERROR_MISPLACED, 5 },          { "zeros", ASY_IMPORT_ERROR_NO_TEXT, 0 },
    { "empty", ASY_IMPORT_ERROR_NO_CALENDAR, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (unusable); i++)
    {
      g_autoptr (GBytes) bytes = read_file (unusable[i].name);
      g_autoptr (GError) error = NULL;
      guint line = 1000;

      g_assert_null (asy_ical_read (bytes, TODAY, TODAY + 7, &line, &error));
      g_assert_error (error, ASY_IMPORT_ERROR, (int) unusable[i].code);
      g_assert_cmpuint (line, ==, unusable[i].line);
    }
}

static AsyVisitEntry *
new_visit (const char *uid, AsyDay day, int start, int minutes, const char *family)
{
  AsyVisitEntry *entry = g_new0 (AsyVisitEntry, 1);

  entry->visit = asy_visit_new ();
  asy_record_set_uid (ASY_RECORD (entry->visit), uid);
  asy_record_set_revision (ASY_RECORD (entry->visit), 3);
  asy_visit_set_day (entry->visit, day);
  asy_visit_set_start_minute (entry->visit, start);
  asy_visit_set_minutes (entry->visit, minutes);
  asy_visit_set_kind (entry->visit, "home");
  asy_visit_set_purpose (entry->visit, "Tajemnica");
  entry->family_name = g_strdup (family);
  entry->address = g_strdup ("Źródlana 7, 00-001 Łódź");
  return entry;
}

static GPtrArray *
new_visits (void)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_entry_free);

  g_ptr_array_add (visits, new_visit ("u-1", TODAY, 540, 90, "Zmyśleni-Wymyśleńscy z bardzo długim nazwiskiem od źdźbła"));
  g_ptr_array_add (visits, new_visit ("u-2", TODAY + 7, 1380, 60, NULL));
  g_ptr_array_add (visits, new_visit ("u-3", TODAY + 8, 540, 60, "Nieobecni"));
  asy_visit_set_state (((AsyVisitEntry *) g_ptr_array_index (visits, 2))->visit, ASY_VISIT_STATE_MISSED);
  return visits;
}

static void
test_written_and_read (void)
{
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  g_autoptr (GPtrArray) visits = new_visits ();

  asy_dictionary_add (dictionary, ASY_DICT_CONTACT, "home", "Wizyta", "visit", FALSE);
  for (int with_names = 0; with_names < 2; with_names++)
    {
      const AsyIcalStyle style = { with_names, "Zajęte", dictionary, "2026-03-24T09:40:00Z" };
      g_autoptr (GBytes) bytes = asy_ical_write (visits, &style);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyIcal) ical = asy_ical_read (bytes, TODAY, TODAY + 14, NULL, &error);
      g_autofree char *entries = NULL;

      g_assert_no_error (error);
      entries = write_entries (ical);
      /* What is named is private, and what is private comes in without a title. */
      g_assert_cmpstr (entries, ==, with_names ? "03-24 9:00+90|03-31 23:00+60" : "03-24 9:00+90 Zajęte|03-31 23:00+60 Zajęte");
      g_assert_cmpstr (((AsyCalendarEntry *) g_ptr_array_index (ical->entries, 0))->uid, ==, "u-1" ASY_CALENDAR_UID_SUFFIX);
      g_assert_true ((strstr (text, "Wizyta: Zmy") != NULL) == with_names);
      g_assert_true ((strstr (text, "lana 7") != NULL) == with_names);
      g_assert_true ((strstr (text, "CLASS:PRIVATE") != NULL) == with_names);
      g_assert_null (strstr (text, "Tajemnica"));
      g_assert_null (strstr (text, "u-3"));
      g_assert_nonnull (strstr (text, "DTSTAMP:20260324T094000Z"));
      g_assert_cmpuint (ical->notes->len, ==, 0);
    }
}

/* RFC 5545, 3.1: no line is longer than 75 bytes, and none is cut within a letter. */
static void
test_lines_are_folded (void)
{
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  g_autoptr (GPtrArray) visits = new_visits ();
  const AsyIcalStyle style = { TRUE, NULL, dictionary, "2026-03-24T09:40:00Z" };
  g_autoptr (GBytes) bytes = asy_ical_write (visits, &style);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 30);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
test_reasons (void)
{
  for (guint i = 0; i < ASY_N_ICAL_REASONS; i++)
    {
      g_assert_cmpstr (asy_ical_reason_get_label (i), !=, NULL);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (asy_ical_reason_get_nick (i), !=, asy_ical_reason_get_nick (j));
    }
  g_assert_true (asy_ical_reason_leaves_out (ASY_ICAL_REASON_ZONE));
  g_assert_false (asy_ical_reason_leaves_out (ASY_ICAL_REASON_MANY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/file/", files[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_file);
    }
  g_test_add_func ("/ical/bounds", test_bounds);
  g_test_add_func ("/ical/an-old-series-keeps-its-step", test_an_old_series_keeps_its_step);
  g_test_add_func ("/ical/counts", test_counts);
  g_test_add_func ("/ical/unusable", test_unusable);
  g_test_add_func ("/ical/written-and-read", test_written_and_read);
  g_test_add_func ("/ical/lines-are-folded", test_lines_are_folded);
  g_test_add_func ("/ical/reasons", test_reasons);

  return g_test_run ();
}
