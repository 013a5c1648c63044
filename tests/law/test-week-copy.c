/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-week-copy.h"

static void
add_entry (GPtrArray *entries, const char *day, int start, AsyVisitState state)
{
  AsyVisitEntry *entry = g_new0 (AsyVisitEntry, 1);

  entry->visit = asy_visit_new ();
  asy_visit_set_day (entry->visit, D (day));
  asy_visit_set_start_minute (entry->visit, start);
  asy_visit_set_minutes (entry->visit, 60);
  asy_visit_set_state (entry->visit, (int) state);
  g_ptr_array_add (entries, entry);
}

/* A visit of an hour; something stands at 9:00 on the 8th, a missed one at 12:00; away on the 9th and 10th. */
static void
test_look (void)
{
  static const struct {
    const char *day;
    int start;
    AsyWeekCopyAnswer answer;
  } rows[] = {
    { "2026-04-07", 540, ASY_WEEK_COPY_GOES },
    { "2026-04-06", 540, ASY_WEEK_COPY_DAY_OFF },       /* Easter Monday */
    { "2026-04-12", 540, ASY_WEEK_COPY_DAY_OFF },       /* a Sunday */
    { "2026-04-11", 540, ASY_WEEK_COPY_GOES },          /* a Saturday */
    { "2026-12-24", 540, ASY_WEEK_COPY_DAY_OFF },       /* free since 2025 */
    { "2026-04-08", 540, ASY_WEEK_COPY_TAKEN },
    { "2026-04-08", 481, ASY_WEEK_COPY_TAKEN },
    { "2026-04-08", 480, ASY_WEEK_COPY_GOES },
    { "2026-04-08", 600, ASY_WEEK_COPY_GOES },
    { "2026-04-08", 720, ASY_WEEK_COPY_GOES },
    { "2026-04-09", 540, ASY_WEEK_COPY_ABSENCE },
    { "2026-04-10", 540, ASY_WEEK_COPY_ABSENCE },
  };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_entry_free);
  g_autoptr (AsyWorkTime) time = asy_work_time_new ();
  AsyAbsence *absence = asy_absence_new ();

  add_entry (entries, "2026-04-08", 540, ASY_VISIT_STATE_PLANNED);
  add_entry (entries, "2026-04-08", 720, ASY_VISIT_STATE_MISSED);
  asy_absence_set_from_day (absence, D ("2026-04-09"));
  asy_absence_set_until_day (absence, D ("2026-04-10"));
  g_ptr_array_add (time->absences, absence);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyVisit) visit = asy_visit_new ();

      asy_visit_set_start_minute (visit, rows[i].start);
      asy_visit_set_minutes (visit, 60);
      g_test_message ("%s, %d", rows[i].day, rows[i].start);
      g_assert_cmpint (asy_week_copy_look (visit, D (rows[i].day), entries, time), ==, rows[i].answer);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-copy/look", test_look);
  return g_test_run ();
}
