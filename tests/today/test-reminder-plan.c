/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today/asy-reminder-plan.h"

#define DAY asy_day_new (2026, 3, 24)
#define AT(hour, minute) ((hour) * 60 + (minute))
#define NEVER -1
#define STARTS_MAX 4

typedef struct {
  const char *name;
  AsyReminderChoice choice;
  int starts[STARTS_MAX];       /* of today's visits, 0 ends them */
  int reminded[STARTS_MAX];
  guint n_due;
  guint n_late;
  const char *told;             /* `HH:MM title: body` a line */
} Case;

static const Case cases[] = {
  { "digest", { AT (8, 0), NEVER, NEVER }, { AT (9, 0), AT (12, 30) }, { 0 }, 1, 3,
    "480 Your day: 2 visits, 1 deadline today, 3 matters overdue\n" },
  { "only-late", { AT (8, 0), NEVER, NEVER }, { 0 }, { 0 }, 0, 1, "480 Your day: 1 matter overdue\n" },
  { "nothing-to-tell", { AT (8, 0), AT (13, 0), 15 }, { 0 }, { 0 }, 0, 0, "" },
  { "quiet", { NEVER, NEVER, NEVER }, { AT (9, 0) }, { AT (9, 0) }, 2, 2, "" },
  { "visits-of-others", { NEVER, NEVER, 15 }, { AT (9, 0), AT (10, 0) }, { AT (10, 0) }, 0, 0,
    "585 Visit at 10:00: Details are in Asysta.\n" },
  { "together", { NEVER, NEVER, 30 }, { AT (9, 0), AT (9, 0), AT (8, 15) }, { AT (9, 0), AT (9, 0), AT (8, 15) }, 0, 0,
    "465 Visit at 8:15: Details are in Asysta.\n510 2 visits at 9:00: Details are in Asysta.\n" },
  { "before-midnight", { NEVER, NEVER, 60 }, { AT (0, 20) }, { AT (0, 20) }, 0, 0, "0 Visit at 0:20: Details are in Asysta.\n" },
  { "deadlines", { NEVER, AT (13, 0), NEVER }, { 0 }, { 0 }, 2, 5, "780 2 deadlines end today: Details are in Asysta.\n" },
  { "late-is-not-today", { NEVER, AT (13, 0), NEVER }, { 0 }, { 0 }, 0, 5, "" },
  { "all", { AT (8, 0), AT (8, 0), 60 }, { AT (9, 0) }, { AT (9, 0) }, 1, 0,
    "480 Your day: 1 visit, 1 deadline today\n480 Visit at 9:00: Details are in Asysta.\n480 1 deadline ends today: Details are in Asysta.\n" },
};

static void
add_starts (GArray *starts, const int *from)
{
  for (int i = 0; i < STARTS_MAX && from[i] != 0; i++)
    g_array_append_val (starts, from[i]);
}

static void
test_plan (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AsyReminderFacts) facts = asy_reminder_facts_new (DAY);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GArray) plan = NULL;

  add_starts (facts->starts, c->starts);
  add_starts (facts->reminded_starts, c->reminded);
  facts->n_due = c->n_due;
  facts->n_late = c->n_late;
  plan = asy_reminder_plan (facts, &c->choice);
  for (guint i = 0; i < plan->len; i++)
    {
      const AsyReminder *reminder = &g_array_index (plan, AsyReminder, i);
      g_autofree char *title = asy_reminder_dup_title (reminder);
      g_autofree char *body = asy_reminder_dup_body (reminder);

      g_string_append_printf (told, "%d %s: %s\n", reminder->minute, title, body);
    }
  g_assert_cmpstr (told->str, ==, c->told);
}

/* What came while the machine slept is told late; a visit that has begun is not. */
static void
test_due (void)
{
  static const struct {
    int minute, start, after, now;
    gboolean is_due;
  } rows[] = {
    { AT (8, 0), -1, -1, AT (7, 59), FALSE },         { AT (8, 0), -1, AT (7, 59), AT (8, 0), TRUE },
    { AT (8, 0), -1, AT (8, 0), AT (8, 1), FALSE },   { AT (8, 0), -1, AT (7, 0), AT (11, 0), TRUE },
    { AT (8, 0), -1, -1, AT (8, 0), TRUE },           { 0, AT (0, 10), -1, 0, TRUE },
    { AT (8, 45), AT (9, 0), AT (8, 0), AT (9, 0), TRUE },
    { AT (8, 45), AT (9, 0), AT (8, 0), AT (9, 1), FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AsyReminder reminder = { rows[i].start >= 0 ? ASY_REMINDER_VISITS : ASY_REMINDER_DIGEST, rows[i].minute, rows[i].start, 1, 0, 0 };

      g_test_message ("row %u", i);
      g_assert_cmpint (asy_reminder_is_due (&reminder, rows[i].after, rows[i].now), ==, rows[i].is_due);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/today/reminder-plan/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_plan);
    }
  g_test_add_func ("/today/reminder-plan/due", test_due);
  return g_test_run ();
}
