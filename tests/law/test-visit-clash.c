/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-visit-clash.h"

/* `2026-03-24 540-600+15`: day, start, end and the way there; then ` M`: Marek instead of Ewa, ` F`: at the family, ` 2`: in twos. */
static AsyClashSlot
read_slot (const char *text, gint64 id)
{
  AsyClashSlot slot = { .id = id, .worker_id = 1 };
  g_auto (GStrv) words = g_strsplit_set (text, " -+", -1);
  g_autofree char *day = g_strndup (text, 10);

  g_assert_cmpuint (g_strv_length (words), >=, 6);
  for (guint i = 6; words[i] != NULL; i++)
    switch (words[i][0])
      {
      case 'M':
        slot.worker_id = 2;
        break;
      case 'F':
        slot.family_id = 5;
        break;
      case '2':
        slot.in_twos = TRUE;
        break;
      default:
        g_assert_not_reached ();
      }
  slot.day = D (day);
  slot.start = (int) g_ascii_strtoll (words[3], NULL, 10);
  slot.end = (int) g_ascii_strtoll (words[4], NULL, 10);
  slot.travel = (int) g_ascii_strtoll (words[5], NULL, 10);
  return slot;
}

static void
test_kinds (void)
{
  static const struct {
    const char *what;
    const char *others[3];      /* ids 1, 2, 3 */
    const char *candidate;
    AsyClashKind kind;
    gint64 other_id;
    int missing;
  } rows[] = {
    { "nothing else", { NULL }, "2026-03-24 540-600+15", ASY_CLASH_NONE, 0, 0 },
    { "touching, without a way", { "2026-03-24 480-540+0" }, "2026-03-24 540-600+0", ASY_CLASH_NONE, 0, 0 },
    { "in the middle of another", { "2026-03-24 480-600+0" }, "2026-03-24 510-540+0", ASY_CLASH_OVERLAP, 1, 0 },
    { "around another", { "2026-03-24 510-540+0" }, "2026-03-24 480-600+0", ASY_CLASH_OVERLAP, 1, 0 },
    { "at the same time", { "2026-03-24 480-540+0" }, "2026-03-24 480-540+0", ASY_CLASH_OVERLAP, 1, 0 },
    { "a minute into the next", { "2026-03-24 540-600+0" }, "2026-03-24 480-541+0", ASY_CLASH_OVERLAP, 1, 0 },
    { "the same hour of another day", { "2026-03-25 540-600+0" }, "2026-03-24 540-600+0", ASY_CLASH_NONE, 0, 0 },
    { "the way there just fits", { "2026-03-24 480-540+0" }, "2026-03-24 560-600+20", ASY_CLASH_NONE, 0, 0 },
    { "the way there is short by 5", { "2026-03-24 480-540+0" }, "2026-03-24 560-600+25", ASY_CLASH_TRAVEL, 1, 5 },
    { "the way from there is short by 15", { "2026-03-24 620-660+35" }, "2026-03-24 540-600+0", ASY_CLASH_TRAVEL, 1, 15 },
    { "an overlap weighs more than a way", { "2026-03-24 480-535+0", "2026-03-24 590-660+0" }, "2026-03-24 540-600+25",
      ASY_CLASH_OVERLAP, 2, 0 },
    { "ten hours after the evening before", { "2026-03-23 1140-1260+0" }, "2026-03-24 420-480+0", ASY_CLASH_REST, 1, 60 },
    { "eleven hours after it", { "2026-03-23 1140-1260+0" }, "2026-03-24 480-540+0", ASY_CLASH_NONE, 0, 0 },
    { "late before an early morning", { "2026-03-25 420-480+0" }, "2026-03-24 1200-1290+0", ASY_CLASH_REST, 1, 90 },
    { "two days apart", { "2026-03-26 0-60+0" }, "2026-03-24 1380-1440+0", ASY_CLASH_NONE, 0, 0 },
    { "a Sunday", { NULL }, "2026-03-29 540-600+0", ASY_CLASH_DAY_OFF, 0, 0 },
    { "Christmas Eve is free since 2025", { NULL }, "2026-12-24 540-600+0", ASY_CLASH_DAY_OFF, 0, 0 },
    { "and was not before", { NULL }, "2024-12-24 540-600+0", ASY_CLASH_NONE, 0, 0 },
    { "another assistant with another family", { "2026-03-24 540-600+0 M" }, "2026-03-24 540-600+0 F", ASY_CLASH_NONE, 0, 0 },
    { "two with work of their own", { "2026-03-24 540-600+0 M" }, "2026-03-24 540-600+0", ASY_CLASH_NONE, 0, 0 },
    { "another assistant with the family", { "2026-03-24 540-600+0 M F" }, "2026-03-24 570-630+0 F", ASY_CLASH_FAMILY, 1, 0 },
    { "the other one comes when this one goes", { "2026-03-24 540-600+30 M F" }, "2026-03-24 600-630+30 F", ASY_CLASH_NONE, 0, 0 },
    { "they go in twos, says the other visit", { "2026-03-24 540-600+0 M F 2" }, "2026-03-24 540-600+0 F", ASY_CLASH_NONE, 0, 0 },
    { "they go in twos, says this one", { "2026-03-24 540-600+0 M F" }, "2026-03-24 540-600+0 F 2", ASY_CLASH_NONE, 0, 0 },
    { "no rest of another assistant", { "2026-03-23 1140-1260+0 M" }, "2026-03-24 420-480+0", ASY_CLASH_NONE, 0, 0 },
    { "elsewhere weighs more than the family", { "2026-03-24 540-600+0 M F", "2026-03-24 590-660+0" }, "2026-03-24 540-600+0 F",
      ASY_CLASH_OVERLAP, 2, 0 },
    { "an overlap on a holiday", { "2026-05-01 540-600+0" }, "2026-05-01 540-600+0", ASY_CLASH_OVERLAP, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AsyClashSlot candidate = read_slot (rows[i].candidate, 99);
      AsyClashSlot slots[3];
      gsize n = 0;
      AsyClash clash;

      g_test_message ("%s", rows[i].what);
      for (; n < G_N_ELEMENTS (rows[i].others) && rows[i].others[n] != NULL; n++)
        slots[n] = read_slot (rows[i].others[n], (gint64) n + 1);
      clash = asy_clash_find (&(AsyClashFacts){ slots, n, NULL, TRUE }, &candidate);
      g_assert_cmpint (clash.kind, ==, rows[i].kind);
      g_assert_cmpint (clash.other_id, ==, rows[i].other_id);
      g_assert_cmpint (clash.missing_minutes, ==, rows[i].missing);
    }
}

/* Ewa works from 8 to 16 on working days from March, from 9 to 15 on Mondays and Sundays too from April; she is on leave
 * from 25 to 27 March; on duty on the 24th from 15:30 to 20:00, on Saturday the 28th from 22:00 for ten hours, and on
 * Easter Monday, the 6th of April, from 8:00 to 12:00. */
static AsyWorkTime *
make_time (void)
{
  AsyWorkTime *time = asy_work_time_new ();
  static const struct {
    const char *day;
    int start, minutes;
  } shifts[] = { { "2026-03-24", 930, 270 }, { "2026-03-28", 1320, 600 }, { "2026-04-06", 480, 240 } };
  AsyWorkHours *april = asy_work_hours_new (), *march = asy_work_hours_new ();
  AsyAbsence *leave = asy_absence_new ();

  asy_work_hours_set_from_day (april, D ("2026-04-01"));
  asy_work_hours_set_monday (april, "09:00-15:00");
  asy_work_hours_set_sunday (april, "09:00-15:00");
  g_ptr_array_add (time->hours, april);
  asy_work_hours_set_from_day (march, D ("2026-03-01"));
  for (int weekday = 1; weekday <= 5; weekday++)
    asy_record_set_text (ASY_RECORD (march), ASY_WORK_HOURS_FIELD (weekday), "08:00-16:00");
  g_ptr_array_add (time->hours, march);
  asy_absence_set_from_day (leave, D ("2026-03-25"));
  asy_absence_set_until_day (leave, D ("2026-03-27"));
  g_ptr_array_add (time->absences, leave);
  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      AsyDutyShift *shift = asy_duty_shift_new ();

      asy_duty_shift_set_day (shift, D (shifts[i].day));
      asy_duty_shift_set_start_minute (shift, shifts[i].start);
      asy_duty_shift_set_minutes (shift, shifts[i].minutes);
      g_ptr_array_add (time->shifts, shift);
    }
  return time;
}

static void
test_hours (void)
{
  static const struct {
    const char *what;
    const char *candidate;
    AsyClashKind kind;
  } rows[] = {
    { "within the hours", "2026-03-23 480-960+0", ASY_CLASH_NONE },
    { "a minute too early", "2026-03-23 479-540+0", ASY_CLASH_HOURS },
    { "a minute too late", "2026-03-23 900-961+0", ASY_CLASH_HOURS },
    { "from the hours into the shift", "2026-03-24 900-1200+0", ASY_CLASH_NONE },
    { "longer than the shift", "2026-03-24 900-1201+0", ASY_CLASH_HOURS },
    { "the day before the leave", "2026-03-24 480-540+0", ASY_CLASH_NONE },
    { "the first day of the leave", "2026-03-25 480-540+0", ASY_CLASH_ABSENCE },
    { "the last one, outside the hours too", "2026-03-27 300-540+0", ASY_CLASH_ABSENCE },
    { "a Saturday that is no day of work", "2026-03-28 600-660+0", ASY_CLASH_HOURS },
    { "on duty in the evening", "2026-03-28 1320-1440+0", ASY_CLASH_NONE },
    { "and until the Sunday morning", "2026-03-29 420-480+0", ASY_CLASH_NONE },
    { "but not longer", "2026-03-29 420-481+0", ASY_CLASH_DAY_OFF },
    { "before anything was said of hours", "2026-02-27 300-360+0", ASY_CLASH_NONE },
    { "a Sunday then", "2026-02-22 540-600+0", ASY_CLASH_DAY_OFF },
    { "the new hours hold", "2026-04-13 480-540+0", ASY_CLASH_HOURS },
    { "a Tuesday without hours", "2026-04-07 600-660+0", ASY_CLASH_HOURS },
    { "a Sunday of work", "2026-04-12 540-600+0", ASY_CLASH_NONE },
    { "Easter, within the hours", "2026-04-05 540-600+0", ASY_CLASH_DAY_OFF },
    { "on duty on Easter Monday", "2026-04-06 480-540+0", ASY_CLASH_NONE },
  };
  g_autoptr (AsyWorkTime) time = make_time ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AsyClashSlot candidate = read_slot (rows[i].candidate, 99);

      g_test_message ("%s", rows[i].what);
      g_assert_cmpint (asy_clash_find (&(AsyClashFacts){ NULL, 0, time, TRUE }, &candidate).kind, ==, rows[i].kind);
    }
}

/* An employee rests for eleven hours, in task-based time too; whoever has a contract for services does not come under it. */
static void
test_contracts (void)
{
  static const struct {
    AsyWorkerContract contract;
    AsyClashKind kind;
  } rows[] = {
    { ASY_WORKER_CONTRACT_EMPLOYMENT, ASY_CLASH_REST },
    { ASY_WORKER_CONTRACT_SERVICE, ASY_CLASH_NONE },
    { ASY_WORKER_CONTRACT_CONTRACTED, ASY_CLASH_REST },
  };
  const AsyClashSlot evening = read_slot ("2026-03-23 1140-1260+0", 1), morning = read_slot ("2026-03-24 420-480+0", 2);
  g_autoptr (AsyWorker) worker = asy_worker_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      asy_worker_set_contract (worker, (int) rows[i].contract);
      g_assert_cmpint (asy_clash_find (&(AsyClashFacts){ &evening, 1, NULL, asy_clash_has_daily_rest (worker) }, &morning).kind, ==, rows[i].kind);
    }
}

/* All that is in the way comes in one list. */
static void
test_list (void)
{
  const AsyClashSlot slots[] = { read_slot ("2026-03-24 1200-1260+0", 1), read_slot ("2026-03-25 420-450+0", 2),
                                 read_slot ("2026-03-25 450-510+0 M F", 3), read_slot ("2026-03-25 600-660+0", 4) };
  const AsyClashSlot candidate = read_slot ("2026-03-25 440-500+0 F", 99);
  static const AsyClash expected[] = { { ASY_CLASH_REST, 1, 40 }, { ASY_CLASH_OVERLAP, 2, 0 }, { ASY_CLASH_FAMILY, 3, 0 }, { ASY_CLASH_ABSENCE, 0, 0 } };
  g_autoptr (AsyWorkTime) time = make_time ();
  g_autoptr (GArray) clashes = asy_clash_list (&(AsyClashFacts){ slots, G_N_ELEMENTS (slots), time, TRUE }, &candidate);

  g_assert_cmpuint (clashes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < clashes->len; i++)
    {
      const AsyClash *clash = &g_array_index (clashes, AsyClash, i);

      g_assert_cmpint (clash->kind, ==, expected[i].kind);
      g_assert_cmpint (clash->other_id, ==, expected[i].other_id);
      g_assert_cmpint (clash->missing_minutes, ==, expected[i].missing_minutes);
    }
}

/* A visit that is moved does not stand in its own way; two that are not saved do. */
static void
test_itself (void)
{
  const AsyClashSlot here = read_slot ("2026-03-24 540-600+0", 7);
  const AsyClashSlot moved = read_slot ("2026-03-24 555-615+0", 7);
  const AsyClashSlot unsaved = read_slot ("2026-03-24 540-600+0", 0);

  g_assert_cmpint (asy_clash_find (&(AsyClashFacts){ &here, 1, NULL, TRUE }, &moved).kind, ==, ASY_CLASH_NONE);
  g_assert_cmpint (asy_clash_find (&(AsyClashFacts){ &unsaved, 1, NULL, TRUE }, &unsaved).kind, ==, ASY_CLASH_OVERLAP);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit-clash/kinds", test_kinds);
  g_test_add_func ("/visit-clash/hours", test_hours);
  g_test_add_func ("/visit-clash/contracts", test_contracts);
  g_test_add_func ("/visit-clash/list", test_list);
  g_test_add_func ("/visit-clash/itself", test_itself);
  return g_test_run ();
}
