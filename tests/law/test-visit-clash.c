/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-visit-clash.h"

/* `2026-03-24 540-600+15`: day, start, end and the way there. */
static AsyClashSlot
read_slot (const char *text, gint64 id)
{
  AsyClashSlot slot = { .id = id };
  g_auto (GStrv) words = g_strsplit_set (text, " -+", -1);
  g_autofree char *day = g_strndup (text, 10);

  g_assert_cmpuint (g_strv_length (words), ==, 6);
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
      clash = asy_clash_find (slots, n, &candidate);
      g_assert_cmpint (clash.kind, ==, rows[i].kind);
      g_assert_cmpint (clash.other_id, ==, rows[i].other_id);
      g_assert_cmpint (clash.missing_minutes, ==, rows[i].missing);
    }
}

/* A visit that is moved does not stand in its own way; two that are not saved do. */
static void
test_itself (void)
{
  const AsyClashSlot here = read_slot ("2026-03-24 540-600+0", 7);
  const AsyClashSlot moved = read_slot ("2026-03-24 555-615+0", 7);
  const AsyClashSlot unsaved = read_slot ("2026-03-24 540-600+0", 0);

  g_assert_cmpint (asy_clash_find (&here, 1, &moved).kind, ==, ASY_CLASH_NONE);
  g_assert_cmpint (asy_clash_find (&unsaved, 1, &unsaved).kind, ==, ASY_CLASH_OVERLAP);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit-clash/kinds", test_kinds);
  g_test_add_func ("/visit-clash/itself", test_itself);
  return g_test_run ();
}
