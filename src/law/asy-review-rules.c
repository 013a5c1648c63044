/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "law/asy-review-rules.h"

static int
count_months (AsyReviewKind kind)
{
  return kind == ASY_REVIEW_KIND_FAMILY_QUARTER ? 3 : 1;
}

void
asy_review_get_period (AsyReviewKind kind, AsyDay day, AsyDay *ret_from, AsyDay *ret_until)
{
  const int months = count_months (kind);
  const int month = asy_day_get_month (day);

  *ret_from = asy_day_new (asy_day_get_year (day), month - (month - 1) % months, 1);
  *ret_until = asy_day_add_months (*ret_from, months) - 1;
}

void
asy_review_get_last_period (AsyReviewKind kind, AsyDay today, AsyDay *ret_from, AsyDay *ret_until)
{
  AsyDay from, until;

  asy_review_get_period (kind, today, &from, &until);
  asy_review_get_period (kind, from - 1, ret_from, ret_until);
}

gboolean
asy_review_get_deadline (AsyReviewKind kind, AsyDay today, const AsyRules *rules, AsyDeadline *ret_deadline)
{
  static const AsyDeadlineKind kinds[] = { ASY_DEADLINE_QUARTER_REVIEW, ASY_DEADLINE_MONTH_REVIEW, ASY_DEADLINE_MONTH_REPORT };
  AsyDeadline deadline = { .kind = kinds[kind], .working_days = TRUE };
  AsyRule rule;
  AsyDay from;

  asy_review_get_last_period (kind, today, &from, &deadline.base);
  if (!asy_rules_lookup (rules, "review-working-days", deadline.base, &rule) || rule.value == 0)
    return FALSE;
  deadline.article = rule.article;
  deadline.is_statutory = rule.is_statutory;
  deadline.days = rule.value;
  deadline.due = asy_working_days_add (deadline.base, rule.value);
  *ret_deadline = deadline;
  return TRUE;
}
