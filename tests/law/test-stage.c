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
  const char *suspended_from, *suspended_until, *proposed, *ended, *monitoring_until, *closed;
  const char *order, *answered, *waiting, *refused;
  gint64 reopened_from;
  guint n_contacts;
  const char *next_contact, *last_contact;
  AsyMonitoringConclusion conclusion;
  AsyStep skipped;              /* one step, on the day of skipped_on */
  const char *skipped_on;
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
  { .what = "minor parent: the interview comes first", .path = ASY_CASE_PATH_MINOR_PARENT, .stage = "notice",
    .step = ASY_STEP_INTERVIEW },
  { .what = "minor parent: consent is asked for", .path = ASY_CASE_PATH_MINOR_PARENT, .interview = "2026-03-02",
    .stage = "analysis", .step = ASY_STEP_CONSENT },
  { .what = "court: the order is a fact of its own", .path = ASY_CASE_PATH_COURT, .stage = "notice", .step = ASY_STEP_COURT_ORDER },
  { .what = "court order: assignment at once, no consent (art. 109 KRO)", .path = ASY_CASE_PATH_COURT, .order = "2026-03-12",
    .stage = "notice", .step = ASY_STEP_ASSIGN },
  { .what = "Za życiem: no interview, but an answer", .path = ASY_CASE_PATH_ZA_ZYCIEM, .stage = "notice", .step = ASY_STEP_ANSWER },
  { .what = "Za życiem: answered", .path = ASY_CASE_PATH_ZA_ZYCIEM, .answered = "2026-03-10", .stage = "notice",
    .step = ASY_STEP_ASSIGN },
  { .what = "Za życiem: the first contact comes next", .path = ASY_CASE_PATH_ZA_ZYCIEM, .assigned = "2026-03-16", .worker_id = 1,
    .stage = "assigned", .step = ASY_STEP_FIRST_VISIT },
  { .what = "no assistant is free", .interview = "2026-03-02", .analysis = "2026-03-05", .motion = "2026-03-09",
    .consent = "2026-03-09", .waiting = "2026-03-12", .stage = "waiting", .step = ASY_STEP_ASSIGN },
  { .what = "waiting from tomorrow on", .interview = "2026-03-02", .analysis = "2026-03-05", .motion = "2026-03-09",
    .consent = "2026-03-09", .waiting = "2026-03-25", .stage = "motion", .step = ASY_STEP_ASSIGN },
  { .what = "who waited has an assistant now", .motion = "2026-03-09", .waiting = "2026-03-12", .assigned = "2026-03-20",
    .worker_id = 1, .stage = "assigned", .step = ASY_STEP_FIRST_VISIT },
  { .what = "refused", .interview = "2026-03-02", .motion = "2026-03-09", .refused = "2026-03-12", .stage = "refused",
    .step = ASY_STEP_CLOSE },
  { .what = "refused after waiting", .motion = "2026-03-09", .waiting = "2026-03-10", .refused = "2026-03-12", .stage = "refused",
    .step = ASY_STEP_CLOSE },
  { .what = "reopened: in its beginning", .reopened_from = 7, .stage = "reopened", .step = ASY_STEP_INTERVIEW },
  { .what = "reopened: goes on as any other", .reopened_from = 7, .interview = "2026-03-02", .stage = "analysis",
    .step = ASY_STEP_ANALYSIS },
  { .what = "an interview passed over", .skipped = ASY_STEP_INTERVIEW, .skipped_on = "2026-03-10", .stage = "notice",
    .step = ASY_STEP_ANALYSIS },
  { .what = "an analysis passed over", .interview = "2026-03-02", .skipped = ASY_STEP_ANALYSIS, .skipped_on = "2026-03-10",
    .stage = "analysis", .step = ASY_STEP_MOTION },
  { .what = "a motion passed over still needs the consent", .interview = "2026-03-02", .analysis = "2026-03-05",
    .skipped = ASY_STEP_MOTION, .skipped_on = "2026-03-10", .stage = "analysis", .step = ASY_STEP_CONSENT },
  { .what = "an order passed over", .path = ASY_CASE_PATH_COURT, .skipped = ASY_STEP_COURT_ORDER, .skipped_on = "2026-03-10",
    .stage = "notice", .step = ASY_STEP_ASSIGN },
  { .what = "an answer passed over", .path = ASY_CASE_PATH_ZA_ZYCIEM, .skipped = ASY_STEP_ANSWER, .skipped_on = "2026-03-10",
    .stage = "notice", .step = ASY_STEP_ASSIGN },
  { .what = "a first visit passed over", .assigned = "2026-03-16", .worker_id = 1, .skipped = ASY_STEP_FIRST_VISIT,
    .skipped_on = "2026-03-20", .stage = "assigned", .step = ASY_STEP_DIAGNOSIS },
  { .what = "a diagnosis passed over", .assigned = "2026-03-02", .worker_id = 1, .first_visit = "2026-03-04",
    .skipped = ASY_STEP_DIAGNOSIS, .skipped_on = "2026-03-20", .stage = "diagnosis", .step = ASY_STEP_PLAN },
  { .what = "a plan passed over", .assigned = "2026-03-02", .worker_id = 1, .first_visit = "2026-03-04", .diagnosis = "2026-03-20",
    .skipped = ASY_STEP_PLAN, .skipped_on = "2026-03-21", .stage = "planning", .step = ASY_STEP_PLAN_VISIT },
  { .what = "a visit passed over for a fortnight", .assigned = "2026-01-05", .worker_id = 1, .first_visit = "2026-01-07",
    .plan_drafted = "2026-01-20", .plan_agreed = "2026-01-30", .skipped = ASY_STEP_PLAN_VISIT, .skipped_on = "2026-03-11",
    .stage = "work", .step = ASY_STEP_NONE },
  { .what = "a visit passed over longer ago", .assigned = "2026-01-05", .worker_id = 1, .first_visit = "2026-01-07",
    .plan_drafted = "2026-01-20", .plan_agreed = "2026-01-30", .skipped = ASY_STEP_PLAN_VISIT, .skipped_on = "2026-03-10",
    .stage = "work", .step = ASY_STEP_PLAN_VISIT },
  { .what = "this half-year's assessment passed over", .assigned = "2025-09-30", .worker_id = 1, .plan_agreed = "2025-10-30",
    .next_visit = "2026-03-27", .skipped = ASY_STEP_ASSESSMENT, .skipped_on = "2026-03-10", .stage = "work", .step = ASY_STEP_NONE },
  { .what = "an earlier assessment passed over", .assigned = "2025-03-30", .worker_id = 1, .plan_agreed = "2025-10-30",
    .assessment = "2025-10-01", .next_visit = "2026-03-27", .skipped = ASY_STEP_ASSESSMENT, .skipped_on = "2025-09-10",
    .stage = "work", .step = ASY_STEP_ASSESSMENT },
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
    .first_visit = "2026-03-05", .next_visit = "2026-03-27", .stage = "work", .step = ASY_STEP_NONE },
  { .what = "suspended", .assigned = "2026-01-05", .worker_id = 1, .plan_agreed = "2026-01-30", .suspended_from = "2026-03-01",
    .stage = "suspended", .step = ASY_STEP_NONE },
  { .what = "a suspension that is over", .assigned = "2026-01-05", .worker_id = 1, .plan_agreed = "2026-01-30",
    .suspended_from = "2026-02-01", .suspended_until = "2026-03-23", .next_visit = "2026-03-27", .stage = "work",
    .step = ASY_STEP_NONE },
  { .what = "the last day of a suspension", .assigned = "2026-01-05", .worker_id = 1, .plan_agreed = "2026-01-30",
    .suspended_from = "2026-02-01", .suspended_until = "2026-03-24", .stage = "suspended", .step = ASY_STEP_NONE },
  { .what = "a suspension moves no step of the ending", .assigned = "2026-01-05", .worker_id = 1, .plan_agreed = "2026-01-30",
    .suspended_from = "2026-03-01", .proposed = "2026-03-20", .stage = "suspended", .step = ASY_STEP_NONE },
  { .what = "the end is proposed", .assigned = "2025-01-05", .worker_id = 1, .plan_agreed = "2025-02-05", .assessment = "2026-01-10",
    .proposed = "2026-03-20", .stage = "ending", .step = ASY_STEP_FINAL_ASSESSMENT },
  { .what = "proposed and assessed", .assigned = "2025-01-05", .worker_id = 1, .plan_agreed = "2025-02-05",
    .assessment = "2026-03-20", .proposed = "2026-03-20", .stage = "ending", .step = ASY_STEP_END },
  { .what = "proposed, the final assessment passed over", .assigned = "2025-01-05", .worker_id = 1, .proposed = "2026-03-20",
    .skipped = ASY_STEP_FINAL_ASSESSMENT, .skipped_on = "2026-03-21", .stage = "ending", .step = ASY_STEP_END },
  { .what = "proposed for tomorrow", .assigned = "2026-01-05", .worker_id = 1, .plan_agreed = "2026-01-30",
    .next_visit = "2026-03-27", .proposed = "2026-03-25", .stage = "work", .step = ASY_STEP_NONE },
  { .what = "the final assessment was made when the end was proposed", .assigned = "2025-01-05", .assessment = "2026-03-10",
    .proposed = "2026-03-10", .ended = "2026-03-20", .monitoring_until = "2026-09-20", .n_contacts = 3,
    .next_contact = "2026-04-20", .stage = "monitoring", .step = ASY_STEP_NONE },
  { .what = "ended, the final assessment passed over", .assigned = "2025-01-05", .assessment = "2026-01-10", .ended = "2026-03-20",
    .skipped = ASY_STEP_FINAL_ASSESSMENT, .skipped_on = "2026-03-21", .stage = "monitoring", .step = ASY_STEP_MONITORING_PLAN },
  { .what = "ended without a final assessment", .assigned = "2025-01-05", .worker_id = 1, .assessment = "2026-01-10",
    .ended = "2026-03-20", .stage = "ending", .step = ASY_STEP_FINAL_ASSESSMENT },
  { .what = "monitored", .assigned = "2025-01-05", .assessment = "2026-03-20", .ended = "2026-03-20",
    .monitoring_until = "2026-09-20", .stage = "monitoring", .step = ASY_STEP_MONITORING_PLAN },
  { .what = "monitored without a plan of it", .assigned = "2025-01-05", .assessment = "2026-03-20", .ended = "2026-03-20",
    .monitoring_until = "2026-09-20", .skipped = ASY_STEP_MONITORING_PLAN, .skipped_on = "2026-03-21", .stage = "monitoring",
    .step = ASY_STEP_NONE },
  { .what = "a contact is due", .assigned = "2025-01-05", .assessment = "2026-02-24", .ended = "2026-02-24", .n_contacts = 3,
    .next_contact = "2026-03-24", .stage = "monitoring", .step = ASY_STEP_MONITORING_CARD },
  { .what = "the contact that is due passed over", .assigned = "2025-01-05", .assessment = "2026-02-24", .ended = "2026-02-24",
    .n_contacts = 3, .next_contact = "2026-03-24", .skipped = ASY_STEP_MONITORING_CARD, .skipped_on = "2026-03-24",
    .stage = "monitoring", .step = ASY_STEP_NONE },
  { .what = "the card says: go on", .assigned = "2025-01-05", .assessment = "2026-02-24", .ended = "2026-02-24", .n_contacts = 3,
    .next_contact = "2026-05-24", .last_contact = "2026-03-24", .stage = "monitoring", .step = ASY_STEP_NONE },
  { .what = "the card says: end", .assigned = "2025-01-05", .assessment = "2026-02-24", .ended = "2026-02-24", .n_contacts = 3,
    .next_contact = "2026-05-24", .last_contact = "2026-03-24", .conclusion = ASY_MONITORING_CONCLUSION_END,
    .stage = "monitoring", .step = ASY_STEP_CLOSE },
  { .what = "the card says: reopen", .assigned = "2025-01-05", .assessment = "2026-02-24", .ended = "2026-02-24", .n_contacts = 3,
    .next_contact = "2026-05-24", .last_contact = "2026-03-24", .conclusion = ASY_MONITORING_CONCLUSION_REOPEN,
    .stage = "monitoring", .step = ASY_STEP_REOPEN },
  { .what = "the last contact is noted", .assigned = "2024-01-05", .assessment = "2025-09-20", .ended = "2025-09-20",
    .n_contacts = 3, .last_contact = "2026-03-20", .stage = "monitoring", .step = ASY_STEP_CLOSE },
  { .what = "monitoring is over", .assigned = "2025-01-05", .assessment = "2025-09-20", .ended = "2025-09-20",
    .monitoring_until = "2026-03-20", .stage = "monitoring", .step = ASY_STEP_CLOSE },
  { .what = "closed", .assigned = "2025-01-05", .assessment = "2025-09-20", .ended = "2025-09-20", .closed = "2026-03-20",
    .stage = "closed", .step = ASY_STEP_NONE },
};

static AsyCaseFacts
facts_of (const Row *row)
{
  AsyCaseFacts facts = {
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
    .court_order_on = D (row->order),
    .answered_on = D (row->answered),
    .waiting_since = D (row->waiting),
    .refused_on = D (row->refused),
    .reopened_from_id = row->reopened_from,
    .end_proposed_on = D (row->proposed),
    .n_monitoring_dates = row->n_contacts,
    .next_monitoring_on = D (row->next_contact),
    .last_monitoring_on = D (row->last_contact),
    .monitoring_conclusion = row->conclusion,
  };

  facts.skipped_on[row->skipped] = D (row->skipped_on);
  return facts;
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

/* What the way in asks for before an assistant; the store refuses by the same table. */
static void
test_before_assignment (void)
{
  static const struct
  {
    AsyCasePath path;
    const char *interview, *analysis, *motion, *consent, *order;
    AsyStep missing;
    const char *article;
  } table[] = {
    { ASY_CASE_PATH_INTERVIEW, "", "", "", "", "", ASY_STEP_INTERVIEW, "art. 11 ust. 1 uwr" },
    { ASY_CASE_PATH_INTERVIEW, "2026-03-02", "", "", "", "", ASY_STEP_ANALYSIS, "art. 11 ust. 2 uwr" },
    { ASY_CASE_PATH_INTERVIEW, "2026-03-02", "2026-03-03", "", "", "", ASY_STEP_MOTION, "art. 11 ust. 3 uwr" },
    { ASY_CASE_PATH_INTERVIEW, "2026-03-02", "2026-03-03", "2026-03-04", "", "", ASY_STEP_CONSENT, "art. 8 ust. 3 uwr" },
    { ASY_CASE_PATH_INTERVIEW, "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "", ASY_STEP_ASSIGN, NULL },
    { ASY_CASE_PATH_MINOR_PARENT, "", "", "", "2026-03-05", "", ASY_STEP_INTERVIEW, "art. 11 ust. 1 uwr" },
    { ASY_CASE_PATH_MINOR_PARENT, "2026-03-02", "", "", "2026-03-05", "", ASY_STEP_ASSIGN, NULL },
    { ASY_CASE_PATH_COURT, "", "", "", "", "", ASY_STEP_COURT_ORDER, "art. 109 § 2 pkt 1 KRO" },
    { ASY_CASE_PATH_COURT, "", "", "", "", "2026-03-12", ASY_STEP_ASSIGN, NULL },
    { ASY_CASE_PATH_ZA_ZYCIEM, "", "", "", "", "", ASY_STEP_ASSIGN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const AsyCaseFacts facts = { .case_id = 1, .path = table[i].path, .interview_on = D (table[i].interview),
                                   .analysis_on = D (table[i].analysis), .motion_on = D (table[i].motion),
                                   .consent_on = D (table[i].consent), .court_order_on = D (table[i].order) };

      g_assert_cmpint (asy_step_before_assignment (&facts), ==, table[i].missing);
      g_assert_cmpstr (asy_step_get_article (table[i].missing), ==, table[i].article);
    }
}

/* A step is stored by its word, and no word is two steps. */
static void
test_step_words (void)
{
  for (guint i = 0; i < ASY_N_STEPS; i++)
    g_assert_cmpint (asy_step_from_nick (asy_step_get_nick ((AsyStep) i)), ==, i);
  g_assert_cmpint (asy_step_from_nick ("no such step"), ==, ASY_STEP_NONE);
  g_assert_cmpint (asy_step_from_nick (NULL), ==, ASY_STEP_NONE);
}

static void
test_can_skip (void)
{
  static const AsyStep kept[] = { ASY_STEP_NONE, ASY_STEP_CONSENT, ASY_STEP_ASSIGN, ASY_STEP_REOPEN, ASY_STEP_CLOSE };
  guint n_kept = 0;

  for (guint i = 0; i < ASY_N_STEPS; i++)
    n_kept += asy_step_can_skip ((AsyStep) i) ? 0 : 1;
  g_assert_cmpuint (n_kept, ==, G_N_ELEMENTS (kept));
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_false (asy_step_can_skip (kept[i]));
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
  g_test_add_func ("/stage/before-assignment", test_before_assignment);
  g_test_add_func ("/stage/step-words", test_step_words);
  g_test_add_func ("/stage/can-skip", test_can_skip);
  g_test_add_func ("/stage/no-case", test_no_case);
  return g_test_run ();
}
