/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"

typedef struct {
  const char *what;
  AsyCasePath path;
  const char *interview, *analysis, *motion, *consent, *assigned;
  gint64 worker_id;
  const char *first_visit, *diagnosis, *plan_drafted, *plan_agreed, *next_visit, *assessment;
  const char *suspended_from, *suspended_until, *ended, *monitoring_until, *closed;
  const char *stage;
  AsyStep step;
} Row;

static const Row rows[] = {
  { .what = "a fresh notice", .stage = "notice", .step = ASY_STEP_INTERVIEW },
  { .what = "an interview", .interview = "2026-03-02", .stage = "analysis", .step = ASY_STEP_ANALYSIS },
  { .what = "an interview that is still to come", .interview = "2026-03-30", .stage = "notice", .step = ASY_STEP_ANALYSIS },
  { .what = "an analysis", .interview = "2026-03-02", .analysis = "2026-03-05", .stage = "analysis", .step = ASY_STEP_MOTION },
  { .what = "a motion without consent", .interview = "2026-03-02", .analysis = "2026-03-05", .motion = "2026-03-09",
    .stage = "motion", .step = ASY_STEP_CONSENT },
  { .what = "a motion with consent", .interview = "2026-03-02", .analysis = "2026-03-05", .motion = "2026-03-09",
    .consent = "2026-03-09", .stage = "motion", .step = ASY_STEP_ASSIGN },
  { .what = "minor parent: no analysis, no motion (art. 11 ust. 1a)", .path = ASY_CASE_PATH_MINOR_PARENT,
    .interview = "2026-03-02", .consent = "2026-03-03", .stage = "analysis", .step = ASY_STEP_ASSIGN },
  { .what = "court order: assignment at once (art. 109 KRO)", .path = ASY_CASE_PATH_COURT, .stage = "notice", .step = ASY_STEP_ASSIGN },
  { .what = "Za życiem: no interview", .path = ASY_CASE_PATH_ZA_ZYCIEM, .stage = "notice", .step = ASY_STEP_ASSIGN },
  { .what = "assigned", .assigned = "2026-03-16", .worker_id = 1, .stage = "assigned", .step = ASY_STEP_FIRST_VISIT },
  { .what = "the assistant left before the first visit", .assigned = "2026-03-16", .stage = "assigned", .step = ASY_STEP_ASSIGN },
  { .what = "first visit held", .assigned = "2026-03-16", .worker_id = 1, .first_visit = "2026-03-18", .stage = "diagnosis",
    .step = ASY_STEP_DIAGNOSIS },
  { .what = "diagnosis complete", .assigned = "2026-03-02", .worker_id = 1, .first_visit = "2026-03-04", .diagnosis = "2026-03-20",
    .stage = "planning", .step = ASY_STEP_PLAN },
  { .what = "a draft of the plan", .assigned = "2026-03-02", .worker_id = 1, .first_visit = "2026-03-04",
    .diagnosis = "2026-03-20", .plan_drafted = "2026-03-21", .stage = "planning", .step = ASY_STEP_AGREE_PLAN },
  { .what = "at work, next visit planned", .assigned = "2026-01-05", .worker_id = 1, .first_visit = "2026-01-07",
    .plan_drafted = "2026-01-20", .plan_agreed = "2026-01-30", .next_visit = "2026-03-27", .stage = "work", .step = ASY_STEP_NONE },
  { .what = "at work without a next visit", .assigned = "2026-01-05", .worker_id = 1, .first_visit = "2026-01-07",
    .plan_drafted = "2026-01-20", .plan_agreed = "2026-01-30", .stage = "work", .step = ASY_STEP_PLAN_VISIT },
  { .what = "an assessment is near", .assigned = "2025-09-30", .worker_id = 1, .first_visit = "2025-10-02",
    .plan_drafted = "2025-10-20", .plan_agreed = "2025-10-30", .next_visit = "2026-03-27", .stage = "work",
    .step = ASY_STEP_ASSESSMENT },
  { .what = "an assessment was made in time", .assigned = "2025-09-30", .worker_id = 1, .first_visit = "2025-10-02",
    .plan_drafted = "2025-10-20", .plan_agreed = "2025-10-30", .next_visit = "2026-03-27", .assessment = "2026-03-10",
    .stage = "work", .step = ASY_STEP_NONE },
  { .what = "Za życiem has no duty of a plan", .path = ASY_CASE_PATH_ZA_ZYCIEM, .assigned = "2026-03-02", .worker_id = 1,
    .next_visit = "2026-03-27", .stage = "work", .step = ASY_STEP_NONE },
  { .what = "suspended", .assigned = "2026-01-05", .worker_id = 1, .plan_agreed = "2026-01-30", .suspended_from = "2026-03-01",
    .stage = "suspended", .step = ASY_STEP_NONE },
  { .what = "a suspension that is over", .assigned = "2026-01-05", .worker_id = 1, .plan_agreed = "2026-01-30",
    .suspended_from = "2026-02-01", .suspended_until = "2026-03-23", .next_visit = "2026-03-27", .stage = "work",
    .step = ASY_STEP_NONE },
  { .what = "the last day of a suspension", .assigned = "2026-01-05", .worker_id = 1, .plan_agreed = "2026-01-30",
    .suspended_from = "2026-02-01", .suspended_until = "2026-03-24", .stage = "suspended", .step = ASY_STEP_NONE },
  { .what = "ended without a final assessment", .assigned = "2025-01-05", .worker_id = 1, .assessment = "2026-01-10",
    .ended = "2026-03-20", .stage = "ending", .step = ASY_STEP_FINAL_ASSESSMENT },
  { .what = "monitored", .assigned = "2025-01-05", .assessment = "2026-03-20", .ended = "2026-03-20",
    .monitoring_until = "2026-09-20", .stage = "monitoring", .step = ASY_STEP_NONE },
  { .what = "monitoring is over", .assigned = "2025-01-05", .assessment = "2025-09-20", .ended = "2025-09-20",
    .monitoring_until = "2026-03-20", .stage = "monitoring", .step = ASY_STEP_CLOSE },
  { .what = "closed", .assigned = "2025-01-05", .assessment = "2025-09-20", .ended = "2025-09-20", .closed = "2026-03-20",
    .stage = "closed", .step = ASY_STEP_NONE },
};

static AsyCaseFacts
facts_of (const Row *row)
{
  return (AsyCaseFacts){
    .case_id = 1,
    .family_id = 1,
    .path = row->path,
    .notice_on = D ("2025-01-02"),
    .interview_on = D (row->interview),
    .analysis_on = D (row->analysis),
    .motion_on = D (row->motion),
    .consent_on = D (row->consent),
    .first_assigned_on = D (row->assigned),
    .assigned_on = D (row->assigned),
    .worker_id = row->worker_id,
    .first_visit_on = D (row->first_visit),
    .last_visit_on = D (row->first_visit),
    .next_visit_on = D (row->next_visit),
    .diagnosis_on = D (row->diagnosis),
    .plan_drafted_on = D (row->plan_drafted),
    .plan_agreed_on = D (row->plan_agreed),
    .last_assessment_on = D (row->assessment),
    .suspended_from = D (row->suspended_from),
    .suspended_until = D (row->suspended_until),
    .ended_on = D (row->ended),
    .monitoring_until = D (row->monitoring_until),
    .closed_on = D (row->closed),
  };
}

static void
test_stages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AsyCaseFacts facts = facts_of (&rows[i]);

      g_test_message ("%s", rows[i].what);
      g_assert_cmpstr (asy_stage_get_nick (asy_stage_compute (&facts, D (TODAY))), ==, rows[i].stage);
      g_assert_cmpint (asy_step_compute (&facts, D (TODAY)), ==, rows[i].step);
    }
}

static void
test_no_case (void)
{
  const AsyCaseFacts facts = { 0 };

  g_assert_cmpint (asy_stage_compute (&facts, D (TODAY)), ==, ASY_STAGE_NONE);
  g_assert_cmpint (asy_step_compute (&facts, D (TODAY)), ==, ASY_STEP_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/stages", test_stages);
  g_test_add_func ("/stage/no-case", test_no_case);
  return g_test_run ();
}
