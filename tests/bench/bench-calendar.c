/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar of 10 000 events, read, taken in, and taken in once more. Time of
 * the processor, in a small register. */
#include "config.h"

#include "bench-util.h"
#include "exchange/asy-ical.h"
#include "store-fixture.h"

#define N_EVENTS 10000
#define N_SERIES 100            /* of them are weekly for a year */

static GBytes *
make_calendar (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");

  for (int i = 0; i < N_EVENTS; i++)
    {
      g_autofree char *day = asy_day_to_iso (STORE_FIXTURE_TODAY + (AsyDay) (i % 360));
      g_auto (GStrv) parts = g_strsplit (day, "-", -1);
      g_autofree char *date = g_strjoinv ("", parts);

      g_string_append_printf (text,
                              "BEGIN:VEVENT\r\nUID:%d@bench\r\nDTSTAMP:20260301T080000Z\r\n"
                              "DTSTART;TZID=Central European Standard Time:%sT%02d0000\r\n"
                              "DTEND;TZID=Central European Standard Time:%sT%02d4500\r\n"
                              "SUMMARY:Zebranie zespołu numer %d\r\nLOCATION:Sala 12\r\n%sEND:VEVENT\r\n",
                              i, date, 7 + i % 12, date, 7 + i % 12, i,
                              i % (N_EVENTS / N_SERIES) == 0 ? "RRULE:FREQ=WEEKLY\r\n" : "");
    }
  g_string_append (text, "END:VCALENDAR\r\n");
  return g_string_free_to_bytes (text);
}

static void
take (StoreFixture *f, gint64 worker_id, GBytes *bytes, const char *name, const char *target)
{
  const double start_ms = bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyIcal) ical = asy_ical_read (bytes, STORE_FIXTURE_TODAY, STORE_FIXTURE_TODAY + ASY_ICAL_DAYS_AHEAD, NULL, &error);
  AsyCalendarCounts counts;

  g_assert_no_error (error);
  g_assert_true (asy_ical_store (f->session, ical, worker_id, "praca.ics", FALSE, &counts, &error));
  bench_report (name, (bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start_ms) / 1000, "s", target);
  g_assert_cmpuint (counts.n_added + counts.n_same, ==, ical->entries->len);
}

int
main (void)
{
  g_autoptr (GBytes) bytes = make_calendar ();
  StoreFixture f = { 0 };
  gint64 worker_id;

  store_fixture_set_up (&f, NULL);
  worker_id = store_fixture_add_worker (&f, "Ewa", "Zmyślona");
  take (&f, worker_id, bytes, "calendar-import-10000", "<=2");
  take (&f, worker_id, bytes, "calendar-import-10000-again", "<=2");
  store_fixture_tear_down (&f, NULL);
  return 0;
}
