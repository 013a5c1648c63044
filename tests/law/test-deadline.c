/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"

#include "law/asy-deadline.h"

/* Art. 15 ust. 1 pkt 15: at least every half-year; the safe side of the day. */
static void
test_assessment (void)
{
  static const struct
  {
    const char *base;
    const char *due;
  } rows[] = {
    { "2025-09-22", "2026-03-22" },     /* a Sunday: not moved later */
    { "2025-08-31", "2026-02-28" },
    { "2023-08-31", "2024-02-29" },
    { "2024-02-29", "2024-08-29" },
    { "2025-12-31", "2026-06-30" },
    { "2025-06-24", "2025-12-24" },     /* Christmas Eve, a day off since 2025 */
    { "2027-08-31", "2028-02-29" },
    { "2024-08-29", "2025-02-28" },
    { "2024-08-30", "2025-02-28" },
    { "2025-02-28", "2025-08-28" },     /* the end of a month stays a day number */
    { "2026-03-31", "2026-09-30" },
    { "2026-05-01", "2026-11-01" },     /* All Saints, a Sunday */
    { "2026-07-03", "2027-01-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (asy_deadline_next_assessment (D (rows[i].base), asy_rules_get_default ()), ==, D (rows[i].due));
}

/* Art. 128-138: every 3 months under three, every 6 afterwards; the team's own day comes first. */
static void
test_child_review (void)
{
  static const struct
  {
    const char *born;
    const char *since;
    const char *planned;
    const char *due;            /* NULL: nothing */
  } rows[] = {
    { "2024-06-01", "2026-01-15", "", "2026-04-15" },
    { "2023-01-16", "2026-01-15", "", "2026-04-15" },   /* a day before the third birthday */
    { "2023-01-15", "2026-01-15", "", "2026-07-15" },
    { "2015-09-02", "2025-08-31", "", "2026-02-28" },
    { "", "2026-01-15", "", "2026-07-15" },
    { "2015-09-02", "2025-08-31", "2026-03-30", "2026-03-30" },
    { "2015-09-02", "", "2026-03-30", "2026-03-30" },
    { "2015-09-02", "", "", NULL },
    { "2008-05-01", "2026-01-15", "", NULL },            /* of age by then */
    { "2008-05-01", "2026-01-15", "2026-04-30", "2026-04-30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyDeadline deadline;
      const gboolean is_due = asy_deadline_child_review (D (rows[i].born), D (rows[i].since), D (rows[i].planned),
                                                         asy_rules_get_default (), &deadline);

      g_assert_cmpint (is_due, ==, rows[i].due != NULL);
      if (!is_due)
        continue;
      g_assert_cmpuint (deadline.due, ==, D (rows[i].due));
      g_assert_cmpint (deadline.kind, ==, ASY_DEADLINE_CHILD_REVIEW);
      g_assert_true (deadline.is_statutory);
    }
}

static const AsyDeadline *
find (GArray *deadlines, AsyDeadlineKind kind)
{
  for (guint i = 0; i < deadlines->len; i++)
    if (g_array_index (deadlines, AsyDeadline, i).kind == kind)
      return &g_array_index (deadlines, AsyDeadline, i);
  return NULL;
}

static void
assert_due (const AsyCaseFacts *facts, AsyDeadlineKind kind, const char *due, const char *base, const char *article)
{
  g_autoptr (GArray) deadlines = g_array_new (FALSE, FALSE, sizeof (AsyDeadline));
  const AsyDeadline *found;

  asy_deadlines_compute (facts, asy_rules_get_default (), D (TODAY), deadlines);
  found = find (deadlines, kind);
  if (due == NULL)
    {
      g_assert_null (found);
      return;
    }
  g_assert_nonnull (found);
  g_assert_cmpuint (found->due, ==, D (due));
  g_assert_cmpuint (found->base, ==, D (base));
  if (article != NULL)
    g_assert_cmpstr (found->article, ==, article);
}

/* 14 working days, 2 when urgent (Dz.U. 2021 poz. 893); the notice's own day is
 * not counted, holidays are left out. */
static void
test_interview (void)
{
  static const struct
  {
    const char *notice;
    gboolean is_urgent;
    const char *due;
  } rows[] = {
    { "2026-03-02", FALSE, "2026-03-20" },
    { "2026-03-20", TRUE, "2026-03-24" },
    { "2025-12-22", TRUE, "2025-12-29" },       /* 23, then 24–28 off */
    { "2026-04-02", TRUE, "2026-04-07" },       /* Good Friday works, Easter Monday does not */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AsyCaseFacts facts = { .case_id = 1, .notice_on = D (rows[i].notice), .is_urgent = rows[i].is_urgent };

      assert_due (&facts, ASY_DEADLINE_INTERVIEW, rows[i].due, rows[i].notice, NULL);
    }
}

static void
test_in_work (void)
{
  AsyCaseFacts facts = { .case_id = 1, .worker_id = 1, .notice_on = D ("2025-01-02"), .first_assigned_on = D ("2026-03-10") };

  assert_due (&facts, ASY_DEADLINE_FIRST_VISIT, "2026-03-17", "2026-03-10", NULL);
  assert_due (&facts, ASY_DEADLINE_PLAN, "2026-04-09", "2026-03-10", NULL);
  assert_due (&facts, ASY_DEADLINE_ASSESSMENT, "2026-09-10", "2026-03-10", "art. 15 ust. 1 pkt 15 uwr");

  facts.first_visit_on = facts.last_visit_on = D ("2026-03-12");
  facts.plan_agreed_on = D ("2026-03-20");
  facts.plan_until = D ("2026-08-31");
  assert_due (&facts, ASY_DEADLINE_FIRST_VISIT, NULL, NULL, NULL);
  assert_due (&facts, ASY_DEADLINE_PLAN, NULL, NULL, NULL);
  assert_due (&facts, ASY_DEADLINE_PLAN_END, "2026-08-31", "2026-08-31", "art. 15 ust. 3 uwr");
  assert_due (&facts, ASY_DEADLINE_VISIT, "2026-03-26", "2026-03-12", NULL);

  facts.next_visit_on = D ("2026-03-25");
  assert_due (&facts, ASY_DEADLINE_VISIT, NULL, NULL, NULL);

  facts.last_assessment_on = D ("2026-03-15");
  assert_due (&facts, ASY_DEADLINE_ASSESSMENT, "2026-09-15", "2026-03-15", NULL);
  assert_due (&facts, ASY_DEADLINE_HANDOVER, NULL, NULL, NULL);
  facts.assessment_unhanded_on = D ("2026-03-16");
  assert_due (&facts, ASY_DEADLINE_HANDOVER, "2026-03-23", "2026-03-16", "art. 15 ust. 1 pkt 15 uwr");
}

/* A change of assistant does not start the half-year anew. */
static void
test_handover_in_between (void)
{
  const AsyCaseFacts facts = { .case_id = 1, .worker_id = 2, .notice_on = D ("2025-01-02"), .first_assigned_on = D ("2025-10-01"),
                               .assigned_on = D ("2026-02-01"), .first_visit_on = D ("2025-10-03"), .plan_agreed_on = D ("2025-11-01") };

  assert_due (&facts, ASY_DEADLINE_ASSESSMENT, "2026-04-01", "2025-10-01", NULL);
}

/* From which day the half-year runs, whoever works with the family and whatever stops the work: the last
 * assessment of this case, the first one from its first assignment; never later than that. */
static void
test_half_year_runs_from (void)
{
  static const struct
  {
    const char *first_assigned, *assigned, *last, *suspended_from, *suspended_until;
    gint64 worker_id, reopened_from;
    const char *due, *base;
  } rows[] = {
    { "2025-10-01", "2025-10-01", "", "", "", 1, 0, "2026-04-01", "2025-10-01" },
    { "2025-10-01", "2026-02-01", "", "", "", 2, 0, "2026-04-01", "2025-10-01" },           /* handed over in between */
    { "2025-10-01", "", "", "", "", 0, 0, "2026-04-01", "2025-10-01" },                     /* nobody works with it now */
    { "2024-02-29", "2026-03-01", "2025-08-31", "", "", 2, 0, "2026-02-28", "2025-08-31" }, /* handed over after it was due */
    { "2025-10-01", "2025-10-01", "2026-01-10", "", "", 1, 0, "2026-07-10", "2026-01-10" }, /* made early: the next is earlier */
    { "2025-10-01", "2025-10-01", "", "2025-12-01", "2026-06-30", 1, 0, "2026-04-01", "2025-10-01" },
    { "2025-10-01", "2026-01-07", "2025-11-30", "2025-12-31", "", 2, 0, "2026-05-30", "2025-11-30" },
    { "2026-01-12", "2026-01-12", "", "", "", 1, 7, "2026-07-12", "2026-01-12" },           /* reopened: from the new assignment */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AsyCaseFacts facts = { .case_id = 8, .worker_id = rows[i].worker_id, .reopened_from_id = rows[i].reopened_from,
                                   .notice_on = D ("2024-01-02"), .first_assigned_on = D (rows[i].first_assigned),
                                   .assigned_on = D (rows[i].assigned), .last_assessment_on = D (rows[i].last),
                                   .first_visit_on = D ("2026-01-12"), .plan_agreed_on = D ("2026-01-20"),
                                   .suspended_from = D (rows[i].suspended_from),
                                   .suspended_until = D (rows[i].suspended_until) };

      assert_due (&facts, ASY_DEADLINE_ASSESSMENT, rows[i].due, rows[i].base, "art. 15 ust. 1 pkt 15 uwr");
    }
}

/* The Act knows no stay of the assessment while work is suspended. */
static void
test_suspension (void)
{
  const AsyCaseFacts facts = { .case_id = 1, .worker_id = 1, .notice_on = D ("2025-01-02"), .first_assigned_on = D ("2025-10-01"),
                               .plan_agreed_on = D ("2025-11-01"), .plan_until = D ("2026-08-31"), .suspended_from = D ("2026-01-10") };

  assert_due (&facts, ASY_DEADLINE_ASSESSMENT, "2026-04-01", "2025-10-01", NULL);
  assert_due (&facts, ASY_DEADLINE_PLAN_END, NULL, NULL, NULL);
  assert_due (&facts, ASY_DEADLINE_VISIT, NULL, NULL, NULL);
}

static void
test_court (void)
{
  AsyCaseFacts facts = { .case_id = 1, .path = ASY_CASE_PATH_COURT, .notice_on = D ("2026-03-20"), .court_order_on = D ("2026-03-12"),
                         .court_report_months = 3 };

  assert_due (&facts, ASY_DEADLINE_ASSIGNMENT, "2026-03-19", "2026-03-12", NULL);
  facts.worker_id = 1;
  facts.first_assigned_on = D ("2026-03-20");
  assert_due (&facts, ASY_DEADLINE_COURT_REPORT, "2026-06-12", "2026-03-12", "art. 109 § 4 KRO");
  facts.last_court_report_on = D ("2026-03-23");
  assert_due (&facts, ASY_DEADLINE_COURT_REPORT, "2026-06-23", "2026-03-23", NULL);
}

/* A suspension moves no date of an assessment, whenever it began and however long it lasts (domain: S6s). */
static void
test_suspension_moves_nothing (void)
{
  static const struct
  {
    const char *from, *until;
  } rows[] = { { "", "" }, { "2025-12-01", "2026-02-28" }, { "2026-01-10", "" }, { "2026-03-24", "2026-09-30" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AsyCaseFacts facts = { .case_id = 1, .worker_id = 1, .notice_on = D ("2025-01-02"), .first_assigned_on = D ("2025-03-01"),
                                   .plan_agreed_on = D ("2025-04-01"), .last_assessment_on = D ("2025-10-15"),
                                   .suspended_from = D (rows[i].from), .suspended_until = D (rows[i].until) };

      assert_due (&facts, ASY_DEADLINE_ASSESSMENT, "2026-04-15", "2025-10-15", "art. 15 ust. 1 pkt 15 uwr");
    }
}

/* The answer in 14 days, whether the assistant is at work already or not; the first contact in 7. */
static void
test_za_zyciem (void)
{
  AsyCaseFacts facts = { .case_id = 1, .path = ASY_CASE_PATH_ZA_ZYCIEM, .notice_on = D ("2026-03-16") };

  assert_due (&facts, ASY_DEADLINE_ANSWER, "2026-03-30", "2026-03-16", "art. 8 ustawy Za życiem");
  assert_due (&facts, ASY_DEADLINE_INTERVIEW, NULL, NULL, NULL);
  facts.worker_id = 1;
  facts.first_assigned_on = D ("2026-03-18");
  assert_due (&facts, ASY_DEADLINE_ANSWER, "2026-03-30", "2026-03-16", NULL);
  assert_due (&facts, ASY_DEADLINE_FIRST_VISIT, "2026-03-25", "2026-03-18", NULL);
  assert_due (&facts, ASY_DEADLINE_PLAN, NULL, NULL, NULL);
  facts.answered_on = D ("2026-03-20");
  assert_due (&facts, ASY_DEADLINE_ANSWER, NULL, NULL, NULL);
}

static void
test_waiting (void)
{
  AsyCaseFacts facts = { .case_id = 1, .notice_on = D ("2026-02-02"), .interview_on = D ("2026-02-10"), .analysis_on = D ("2026-02-12"),
                         .motion_on = D ("2026-03-02") };

  assert_due (&facts, ASY_DEADLINE_ASSIGNMENT, "2026-03-09", "2026-03-02", NULL);
  facts.waiting_since = D ("2026-03-05");
  assert_due (&facts, ASY_DEADLINE_ASSIGNMENT, NULL, NULL, NULL);
  facts.path = ASY_CASE_PATH_COURT;
  facts.court_order_on = D ("2026-03-01");
  assert_due (&facts, ASY_DEADLINE_ASSIGNMENT, "2026-03-08", "2026-03-01", NULL);
  facts.refused_on = D ("2026-03-10");
  assert_due (&facts, ASY_DEADLINE_ASSIGNMENT, NULL, NULL, NULL);
}

static void
test_reopened (void)
{
  const AsyCaseFacts facts = { .case_id = 2, .reopened_from_id = 1, .notice_on = D ("2026-03-02") };

  assert_due (&facts, ASY_DEADLINE_INTERVIEW, "2026-03-20", "2026-03-02", NULL);
}

/* The final assessment in 14 days; a periodic one that falls before it is not lost. */
static void
test_ending (void)
{
  AsyCaseFacts facts = { .case_id = 1, .worker_id = 1, .notice_on = D ("2024-01-02"), .first_assigned_on = D ("2024-02-01"),
                         .plan_agreed_on = D ("2024-03-01"), .last_assessment_on = D ("2025-12-10"), .end_proposed_on = D ("2026-03-20") };

  assert_due (&facts, ASY_DEADLINE_FINAL_ASSESSMENT, "2026-04-03", "2026-03-20", "art. 15 ust. 1 pkt 15 uwr");
  assert_due (&facts, ASY_DEADLINE_ASSESSMENT, NULL, NULL, NULL);
  facts.last_assessment_on = D ("2025-09-28");
  assert_due (&facts, ASY_DEADLINE_ASSESSMENT, "2026-03-28", "2025-09-28", NULL);
  facts.last_assessment_on = D ("2026-03-22");
  assert_due (&facts, ASY_DEADLINE_FINAL_ASSESSMENT, NULL, NULL, NULL);
  assert_due (&facts, ASY_DEADLINE_ASSESSMENT, "2026-09-22", "2026-03-22", NULL);
  facts.last_assessment_on = D ("2025-12-10");
  facts.ended_on = D ("2026-03-22");
  assert_due (&facts, ASY_DEADLINE_FINAL_ASSESSMENT, "2026-04-03", "2026-03-20", NULL);
  assert_due (&facts, ASY_DEADLINE_VISIT, NULL, NULL, NULL);
}

static void
test_monitoring_contacts (void)
{
  AsyCaseFacts facts = { .case_id = 1, .notice_on = D ("2024-01-02"), .first_assigned_on = D ("2024-02-01"),
                         .last_assessment_on = D ("2026-02-20"), .ended_on = D ("2026-02-20"), .monitoring_until = D ("2026-08-20"),
                         .n_monitoring_dates = 3, .next_monitoring_on = D ("2026-03-20") };

  assert_due (&facts, ASY_DEADLINE_MONITORING, "2026-03-20", "2026-02-20", "art. 15 ust. 1 pkt 16 uwr");
  facts.next_monitoring_on = ASY_DAY_NONE;
  assert_due (&facts, ASY_DEADLINE_MONITORING, "2026-08-20", "2026-02-20", NULL);
}

static void
test_after_the_end (void)
{
  AsyCaseFacts facts = { .case_id = 1, .notice_on = D ("2024-01-02"), .first_assigned_on = D ("2024-02-01"),
                         .last_assessment_on = D ("2026-01-20"), .ended_on = D ("2026-01-20") };

  assert_due (&facts, ASY_DEADLINE_MONITORING, "2026-07-20", "2026-01-20", "art. 15 ust. 1 pkt 16 uwr");
  assert_due (&facts, ASY_DEADLINE_ASSESSMENT, NULL, NULL, NULL);
  facts.monitoring_until = D ("2026-04-20");
  assert_due (&facts, ASY_DEADLINE_MONITORING, "2026-04-20", "2026-01-20", NULL);
  facts.closed_on = D ("2026-03-01");
  assert_due (&facts, ASY_DEADLINE_MONITORING, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/suspension-moves-nothing", test_suspension_moves_nothing);
  g_test_add_func ("/deadline/za-zyciem", test_za_zyciem);
  g_test_add_func ("/deadline/waiting", test_waiting);
  g_test_add_func ("/deadline/reopened", test_reopened);
  g_test_add_func ("/deadline/ending", test_ending);
  g_test_add_func ("/deadline/monitoring-contacts", test_monitoring_contacts);
  g_test_add_func ("/deadline/assessment", test_assessment);
  g_test_add_func ("/deadline/child-review", test_child_review);
  g_test_add_func ("/deadline/interview", test_interview);
  g_test_add_func ("/deadline/in-work", test_in_work);
  g_test_add_func ("/deadline/handover-in-between", test_handover_in_between);
  g_test_add_func ("/deadline/suspension", test_suspension);
  g_test_add_func ("/deadline/half-year-runs-from", test_half_year_runs_from);
  g_test_add_func ("/deadline/court", test_court);
  g_test_add_func ("/deadline/after-the-end", test_after_the_end);
  return g_test_run ();
}
