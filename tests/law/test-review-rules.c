/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law/asy-review-rules.h"

static void
assert_day (AsyDay day, const char *iso)
{
  g_autofree char *text = asy_day_to_iso (day);

  g_assert_cmpstr (text, ==, iso);
}

static void
test_periods (void)
{
  static const struct {
    AsyReviewKind kind;
    const char *day;
    const char *from;
    const char *until;
    const char *last_from;
    const char *last_until;
  } cases[] = {
    { ASY_REVIEW_KIND_FAMILY_QUARTER, "2026-03-24", "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31" },
    { ASY_REVIEW_KIND_FAMILY_QUARTER, "2026-04-01", "2026-04-01", "2026-06-30", "2026-01-01", "2026-03-31" },
    { ASY_REVIEW_KIND_FAMILY_QUARTER, "2026-12-31", "2026-10-01", "2026-12-31", "2026-07-01", "2026-09-30" },
    { ASY_REVIEW_KIND_FAMILY_MONTH, "2026-03-24", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28" },
    { ASY_REVIEW_KIND_FAMILY_MONTH, "2024-03-01", "2024-03-01", "2024-03-31", "2024-02-01", "2024-02-29" },
    { ASY_REVIEW_KIND_WORKER_MONTH, "2026-01-01", "2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31" },
    { ASY_REVIEW_KIND_WORKER_MONTH, "2024-02-29", "2024-02-01", "2024-02-29", "2024-01-01", "2024-01-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AsyDay day = asy_day_from_iso (cases[i].day);
      AsyDay from, until;

      asy_review_get_period (cases[i].kind, day, &from, &until);
      assert_day (from, cases[i].from);
      assert_day (until, cases[i].until);
      asy_review_get_last_period (cases[i].kind, day, &from, &until);
      assert_day (from, cases[i].last_from);
      assert_day (until, cases[i].last_until);
    }
}

/* Five working days after the end of the period: Saturdays, Sundays and holidays do not count. */
static void
test_due_days (void)
{
  static const struct {
    AsyReviewKind kind;
    const char *today;
    AsyDeadlineKind deadline;
    const char *base;
    const char *due;
  } cases[] = {
    { ASY_REVIEW_KIND_FAMILY_QUARTER, "2026-03-24", ASY_DEADLINE_QUARTER_REVIEW, "2025-12-31", "2026-01-09" },  /* 1 and 6 January */
    { ASY_REVIEW_KIND_FAMILY_MONTH, "2026-03-24", ASY_DEADLINE_MONTH_REVIEW, "2026-02-28", "2026-03-06" },
    { ASY_REVIEW_KIND_WORKER_MONTH, "2026-03-24", ASY_DEADLINE_MONTH_REPORT, "2026-02-28", "2026-03-06" },
    { ASY_REVIEW_KIND_WORKER_MONTH, "2026-05-01", ASY_DEADLINE_MONTH_REPORT, "2026-04-30", "2026-05-08" },  /* 1 and 3 May */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AsyDeadline deadline;

      g_assert_true (asy_review_get_deadline (cases[i].kind, asy_day_from_iso (cases[i].today), asy_rules_get_default (), &deadline));
      g_assert_cmpint (deadline.kind, ==, cases[i].deadline);
      g_assert_false (deadline.is_statutory);
      assert_day (deadline.base, cases[i].base);
      assert_day (deadline.due, cases[i].due);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-rules/periods", test_periods);
  g_test_add_func ("/review-rules/due-days", test_due_days);
  return g_test_run ();
}
