/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-visit-rule.h"

#define MO (1u << 0)
#define TU (1u << 1)
#define TH (1u << 3)
#define FR (1u << 4)
#define SU (1u << 6)
#define FIRST (1u << 0)
#define THIRD (1u << 2)

typedef struct {
  const char *what;
  AsyVisitRule rule;            /* without its last day */
  const char *until;
  const char *first;
  const char *text;
  const char *days;
} Case;

static const Case cases[] = {
  { "every Tuesday until a day", { 1, TU, 0, 0, 0 }, "2026-04-21", "2026-03-31", "FREQ=WEEKLY;UNTIL=20260421;BYDAY=TU",
    "2026-03-31 2026-04-07 2026-04-14 2026-04-21" },
  { "the last day is no Tuesday", { 1, TU, 0, 0, 0 }, "2026-04-20", "2026-03-31", "FREQ=WEEKLY;UNTIL=20260420;BYDAY=TU",
    "2026-03-31 2026-04-07 2026-04-14" },
  { "begins before the first Tuesday", { 1, TU, 0, 3, 0 }, NULL, "2026-03-25", "FREQ=WEEKLY;COUNT=3;BYDAY=TU",
    "2026-03-31 2026-04-07 2026-04-14" },
  { "Mondays and Thursdays", { 1, MO | TH, 0, 5, 0 }, NULL, "2026-03-26", "FREQ=WEEKLY;COUNT=5;BYDAY=MO,TH",
    "2026-03-26 2026-03-30 2026-04-02 2026-04-06 2026-04-09" },
  { "every other week", { 2, FR, 0, 3, 0 }, NULL, "2026-03-27", "FREQ=WEEKLY;COUNT=3;INTERVAL=2;BYDAY=FR",
    "2026-03-27 2026-04-10 2026-04-24" },
  { "first and third Thursday", { 1, TH, FIRST | THIRD, 0, 0 }, "2026-06-30", "2026-04-01", "FREQ=MONTHLY;UNTIL=20260630;BYDAY=1TH,3TH",
    "2026-04-02 2026-04-16 2026-05-07 2026-05-21 2026-06-04 2026-06-18" },
  { "last Friday", { 1, FR, ASY_VISIT_RULE_LAST, 4, 0 }, NULL, "2026-01-01", "FREQ=MONTHLY;COUNT=4;BYDAY=-1FR",
    "2026-01-30 2026-02-27 2026-03-27 2026-04-24" },
  { "first Monday of every other month", { 2, MO, FIRST, 3, 0 }, NULL, "2026-03-01", "FREQ=MONTHLY;COUNT=3;INTERVAL=2;BYDAY=1MO",
    "2026-03-02 2026-05-04 2026-07-06" },
  { "over a leap day", { 1, TU, 0, 2, 0 }, NULL, "2028-02-29", "FREQ=WEEKLY;COUNT=2;BYDAY=TU", "2028-02-29 2028-03-07" },
  { "over the end of a year", { 1, TH, 0, 3, 0 }, NULL, "2026-12-24", "FREQ=WEEKLY;COUNT=3;BYDAY=TH",
    "2026-12-24 2026-12-31 2027-01-07" },
};

static AsyVisitRule
get_rule (const Case *c)
{
  AsyVisitRule rule = c->rule;

  rule.until = c->until != NULL ? D (c->until) : ASY_DAY_NONE;
  return rule;
}

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AsyVisitRule rule = get_rule (&cases[i]);
      g_autoptr (GArray) days = asy_visit_rule_list_days (&rule, D (cases[i].first));
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("%s", cases[i].what);
      g_assert_true (asy_visit_rule_is_valid (&rule, D (cases[i].first)));
      for (guint j = 0; j < days->len; j++)
        {
          g_autofree char *day = asy_day_to_iso (g_array_index (days, AsyDay, j));

          g_string_append_printf (text, "%s%s", j > 0 ? " " : "", day);
        }
      g_assert_cmpstr (text->str, ==, cases[i].days);
    }
}

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AsyVisitRule rule = get_rule (&cases[i]);
      g_autofree char *text = asy_visit_rule_to_text (&rule);
      AsyVisitRule read;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (asy_visit_rule_parse (text, &read));
      g_assert_cmpuint (read.every, ==, rule.every);
      g_assert_cmpuint (read.weekdays, ==, rule.weekdays);
      g_assert_cmpuint (read.places, ==, rule.places);
      g_assert_cmpuint (read.count, ==, rule.count);
      g_assert_cmpuint (read.until, ==, rule.until);
    }
}

/* Rules that are not made here are not half understood. */
static void
test_other_rules (void)
{
  static const char *const texts[] = {
    "", "nothing", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;COUNT=3", "FREQ=YEARLY;COUNT=2;BYDAY=1MO",
    "FREQ=MONTHLY;COUNT=3;BYDAY=5MO", "FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=15",
    "FREQ=WEEKLY;COUNT=3;BYDAY=TU;BYMONTH=3", "FREQ=WEEKLY;COUNT=3;BYDAY=1TU", "FREQ=MONTHLY;COUNT=3;BYDAY=TU",
    "FREQ=WEEKLY;COUNT=3;UNTIL=20260630;BYDAY=TU", "FREQ=MONTHLY;COUNT=3;BYDAY=1MO,3TU",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AsyVisitRule rule;

      g_test_message ("%s", texts[i]);
      g_assert_false (asy_visit_rule_parse (texts[i], &rule));
    }
  g_assert_false (asy_visit_rule_parse (NULL, NULL));
}

static void
test_invalid (void)
{
  static const struct {
    const char *what;
    AsyVisitRule rule;
    const char *until;
  } rows[] = {
    { "no weekday", { 1, 0, 0, 3, 0 }, NULL },
    { "no interval", { 0, TU, 0, 3, 0 }, NULL },
    { "too rarely", { 13, TU, 0, 3, 0 }, NULL },
    { "without an end", { 1, TU, 0, 0, 0 }, NULL },
    { "two ends", { 1, TU, 0, 3, 0 }, "2026-06-30" },
    { "too many", { 1, TU, 0, ASY_VISIT_RULE_VISITS_MAX + 1, 0 }, NULL },
    { "ends before it begins", { 1, TU, 0, 0, 0 }, "2026-03-23" },
    { "too far ahead", { 1, TU, 0, 0, 0 }, "2028-03-26" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyVisitRule rule = rows[i].rule;
      g_autoptr (GArray) days = NULL;

      rule.until = rows[i].until != NULL ? D (rows[i].until) : ASY_DAY_NONE;
      g_test_message ("%s", rows[i].what);
      g_assert_false (asy_visit_rule_is_valid (&rule, D ("2026-03-24")));
      days = asy_visit_rule_list_days (&rule, D ("2026-03-24"));
      g_assert_cmpuint (days->len, ==, 0);
    }
}

/* A number of visits that takes more than two years ends there. */
static void
test_bounded (void)
{
  const AsyVisitRule rule = { 12, FR, ASY_VISIT_RULE_LAST, ASY_VISIT_RULE_VISITS_MAX, ASY_DAY_NONE };
  g_autoptr (GArray) days = asy_visit_rule_list_days (&rule, D ("2026-03-24"));

  g_assert_cmpuint (days->len, ==, 2);
}

static void
test_days_off (void)
{
  static const struct {
    const char *day;
    AsyVisitOff off;
    const char *moved;          /* NULL: left out */
  } rows[] = {
    { "2026-04-07", ASY_VISIT_OFF_EARLIER, "2026-04-07" },
    { "2026-04-07", ASY_VISIT_OFF_LEAVE_OUT, "2026-04-07" },
    /* Easter Monday, behind Easter Sunday. */
    { "2026-04-06", ASY_VISIT_OFF_EARLIER, "2026-04-04" },
    { "2026-04-06", ASY_VISIT_OFF_LATER, "2026-04-07" },
    { "2026-04-06", ASY_VISIT_OFF_LEAVE_OUT, NULL },
    { "2026-04-06", ASY_VISIT_OFF_KEEP, "2026-04-06" },
    /* Christmas Eve is off since 2025: three days, then a Sunday. */
    { "2026-12-24", ASY_VISIT_OFF_LATER, "2026-12-28" },
    { "2026-12-24", ASY_VISIT_OFF_EARLIER, "2026-12-23" },
    { "2024-12-24", ASY_VISIT_OFF_LATER, "2024-12-24" },
    { "2026-06-04", ASY_VISIT_OFF_LATER, "2026-06-05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s %d", rows[i].day, (int) rows[i].off);
      g_assert_cmpuint (asy_visit_off_get_day (rows[i].off, D (rows[i].day)), ==, rows[i].moved != NULL ? D (rows[i].moved) : ASY_DAY_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/law/visit-rule/days", test_days);
  g_test_add_func ("/law/visit-rule/text", test_text);
  g_test_add_func ("/law/visit-rule/other-rules", test_other_rules);
  g_test_add_func ("/law/visit-rule/invalid", test_invalid);
  g_test_add_func ("/law/visit-rule/bounded", test_bounded);
  g_test_add_func ("/law/visit-rule/days-off", test_days_off);
  return g_test_run ();
}
