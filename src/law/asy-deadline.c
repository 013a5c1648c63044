/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "law/asy-deadline.h"

const char *
asy_deadline_kind_get_nick (AsyDeadlineKind kind)
{
  static const char *const nicks[] = { "none", "interview", "answer", "motion", "assignment", "first-visit", "plan", "plan-end",
                                       "assessment", "final-assessment", "handover", "court-opinion",
                                       "court-report", "hearing", "monitoring", "task", "visit",
                                       "child-review", "intervention", "plan-review", "plan-consultation", "plan-copy",
                                       "quarter-review", "month-review", "month-report" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), "none");
  return nicks[kind];
}

/* A deadline counted from @base by the rule in force on that day; nothing when
 * there was no such rule yet. */
static void
add (GArray *out, AsyDeadlineKind kind, AsyDay base, const AsyRules *rules, const char *name, AsyDay rule_day)
{
  AsyDeadline deadline = { .kind = kind, .base = base };
  AsyRule rule;

  if (base == ASY_DAY_NONE || !asy_rules_lookup (rules, name, rule_day, &rule) || rule.value == 0)
    return;
  deadline.article = rule.article;
  deadline.is_statutory = rule.is_statutory;
  if (g_str_has_suffix (name, "-months"))
    {
      deadline.months = rule.value;
      deadline.due = asy_day_add_months (base, rule.value);
    }
  else if (g_str_has_suffix (name, "-working-days"))
    {
      deadline.days = rule.value;
      deadline.working_days = TRUE;
      deadline.due = asy_working_days_add (base, rule.value);
    }
  else
    {
      deadline.days = rule.value;
      deadline.due = base + (AsyDay) rule.value;
    }
  g_array_append_val (out, deadline);
}

AsyDay
asy_deadline_next_assessment (AsyDay base, const AsyRules *rules)
{
  return asy_day_add_months (base, asy_rules_get (rules, "assessment-months", base, 6));
}

gboolean
asy_deadline_child_review (AsyDay born, AsyDay since, AsyDay planned, const AsyRules *rules, AsyDeadline *ret_deadline)
{
  const AsyDay base = since != ASY_DAY_NONE ? since : planned;
  const gboolean is_young = born != ASY_DAY_NONE && asy_day_get_age (born, base) < 3;
  AsyDeadline deadline = { .kind = ASY_DEADLINE_CHILD_REVIEW, .base = base };
  AsyRule rule;

  if (base == ASY_DAY_NONE ||
      !asy_rules_lookup (rules, is_young ? "child-review-young-months" : "child-review-months", base, &rule))
    return FALSE;
  deadline.article = rule.article;
  deadline.is_statutory = rule.is_statutory;
  if (planned != ASY_DAY_NONE)
    deadline.due = planned;
  else
    {
      deadline.months = rule.value;
      deadline.due = asy_day_add_months (base, rule.value);
    }
  if (born != ASY_DAY_NONE && asy_day_get_age (born, deadline.due) >= 18)
    return FALSE;
  *ret_deadline = deadline;
  return TRUE;
}

static gboolean
count_from (AsyDeadlineKind kind, AsyDay base, const AsyRules *rules, const char *name, AsyDay today, AsyDeadline *ret_deadline)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (AsyDeadline));

  add (one, kind, base, rules, name, today);
  if (one->len == 0)
    return FALSE;
  *ret_deadline = g_array_index (one, AsyDeadline, 0);
  return TRUE;
}

gboolean
asy_deadline_plan_consultation (AsyDay drafted_on, const AsyRules *rules, AsyDay today, AsyDeadline *ret_deadline)
{
  return count_from (ASY_DEADLINE_PLAN_CONSULTATION, drafted_on, rules, "plan-consultation-days", today, ret_deadline);
}

gboolean
asy_deadline_plan_copy (AsyDay agreed_on, const AsyRules *rules, AsyDay today, AsyDeadline *ret_deadline)
{
  return count_from (ASY_DEADLINE_PLAN_COPY, agreed_on, rules, "plan-copy-days", today, ret_deadline);
}

/* The answer stays due when the assistant is at work already. */
static void
add_answer (const AsyCaseFacts *facts, const AsyRules *rules, AsyDay today, GArray *out)
{
  if (facts->path == ASY_CASE_PATH_ZA_ZYCIEM && facts->answered_on == ASY_DAY_NONE &&
      facts->skipped_on[ASY_STEP_ANSWER] == ASY_DAY_NONE)
    add (out, ASY_DEADLINE_ANSWER, facts->notice_on, rules, "answer-days", today);
}

/* The rules of an interview are dated later than old notices may be; the term
 * in force today stands for those. */
static void
add_before_assignment (const AsyCaseFacts *facts, AsyStage stage, const AsyRules *rules, AsyDay today, GArray *out)
{
  if (facts->path == ASY_CASE_PATH_COURT)
    {
      add (out, ASY_DEADLINE_ASSIGNMENT, facts->court_order_on != ASY_DAY_NONE ? facts->court_order_on : facts->notice_on,
           rules, "assignment-days", today);
      return;
    }
  if (facts->path == ASY_CASE_PATH_ZA_ZYCIEM)
    {
      add (out, ASY_DEADLINE_ASSIGNMENT, facts->notice_on, rules, "assignment-days", today);
      return;
    }
  if (stage == ASY_STAGE_NOTICE || stage == ASY_STAGE_REOPENED)
    add (out, ASY_DEADLINE_INTERVIEW, facts->notice_on, rules,
         facts->is_urgent ? "interview-urgent-working-days" : "interview-working-days", today);
  else if (stage == ASY_STAGE_ANALYSIS && facts->path == ASY_CASE_PATH_INTERVIEW)
    add (out, ASY_DEADLINE_MOTION, facts->analysis_on != ASY_DAY_NONE ? facts->analysis_on : facts->interview_on, rules,
         "motion-days", today);
  else if (stage == ASY_STAGE_ANALYSIS)
    add (out, ASY_DEADLINE_ASSIGNMENT, facts->interview_on, rules, "assignment-days", today);
  else
    add (out, ASY_DEADLINE_ASSIGNMENT, facts->motion_on, rules, "assignment-days", today);
}

static void
add_plan_end (const AsyCaseFacts *facts, GArray *out)
{
  AsyDeadline deadline = { .kind = ASY_DEADLINE_PLAN_END, .base = facts->plan_until, .due = facts->plan_until };

  if (facts->plan_until == ASY_DAY_NONE)
    return;
  deadline.article = "art. 15 ust. 3 uwr";
  deadline.is_statutory = TRUE;
  g_array_append_val (out, deadline);
}

/* A suspended plan is not reviewed; the day stays and is late afterwards. */
static void
add_plan_review (const AsyCaseFacts *facts, GArray *out)
{
  AsyDeadline deadline = { .kind = ASY_DEADLINE_PLAN_REVIEW, .base = facts->plan_agreed_on, .due = facts->plan_review_on, .article = "" };

  if (facts->plan_review_on != ASY_DAY_NONE)
    g_array_append_val (out, deadline);
}

/* First assessment: counted from the assignment, the strictest reading. */
static void
add_assessment (const AsyCaseFacts *facts, const AsyRules *rules, GArray *out)
{
  const AsyDay base = facts->last_assessment_on != ASY_DAY_NONE ? facts->last_assessment_on : facts->first_assigned_on;

  add (out, ASY_DEADLINE_ASSESSMENT, base, rules, "assessment-months", base);
}

static void
add_court_report (const AsyCaseFacts *facts, GArray *out)
{
  AsyDeadline deadline = { .kind = ASY_DEADLINE_COURT_REPORT, .months = facts->court_report_months };

  if (facts->court_report_months <= 0 || facts->court_order_on == ASY_DAY_NONE)
    return;
  deadline.base = facts->last_court_report_on != ASY_DAY_NONE ? facts->last_court_report_on : facts->court_order_on;
  deadline.due = asy_day_add_months (deadline.base, facts->court_report_months);
  deadline.article = "art. 109 § 4 KRO";
  deadline.is_statutory = TRUE;
  g_array_append_val (out, deadline);
}

static void
add_no_visit (const AsyCaseFacts *facts, AsyDay today, GArray *out)
{
  AsyDeadline deadline = { .kind = ASY_DEADLINE_VISIT, .base = facts->last_visit_on, .days = 14, .article = "art. 14 uwr" };

  if (facts->next_visit_on != ASY_DAY_NONE || facts->worker_id == 0)
    return;
  deadline.due = facts->last_visit_on != ASY_DAY_NONE ? facts->last_visit_on + 14 : today;
  g_array_append_val (out, deadline);
}

static void
add_in_work (const AsyCaseFacts *facts, AsyStage stage, const AsyRules *rules, AsyDay today, GArray *out)
{
  if (facts->worker_id == 0)
    add (out, ASY_DEADLINE_ASSIGNMENT, facts->first_assigned_on, rules, "assignment-days", today);
  if (stage == ASY_STAGE_ASSIGNED)
    add (out, ASY_DEADLINE_FIRST_VISIT, facts->first_assigned_on, rules, "first-visit-days", today);
  else if (stage == ASY_STAGE_WORK || stage == ASY_STAGE_PLANNING)
    add_no_visit (facts, today, out);
  if (stage != ASY_STAGE_WORK && facts->path != ASY_CASE_PATH_ZA_ZYCIEM)
    add (out, ASY_DEADLINE_PLAN, facts->first_assigned_on, rules, "plan-days", today);
  else if (stage == ASY_STAGE_WORK)
    {
      add_plan_end (facts, out);
      add_plan_review (facts, out);
    }
  add_assessment (facts, rules, out);
  add_court_report (facts, out);
}

/* The final assessment stands for the periodic one, unless that one comes first. */
static void
add_ending (const AsyCaseFacts *facts, const AsyRules *rules, AsyDay today, GArray *out)
{
  const AsyDay since = facts->end_proposed_on != ASY_DAY_NONE ? facts->end_proposed_on : facts->ended_on;
  const AsyDay base = facts->last_assessment_on != ASY_DAY_NONE ? facts->last_assessment_on : facts->first_assigned_on;
  const AsyDay assessment = asy_deadline_next_assessment (base, rules);
  const guint n_before = out->len;

  if (facts->last_assessment_on < since && facts->skipped_on[ASY_STEP_FINAL_ASSESSMENT] == ASY_DAY_NONE)
    add (out, ASY_DEADLINE_FINAL_ASSESSMENT, since, rules, "final-assessment-days", today);
  if (facts->ended_on != ASY_DAY_NONE && facts->ended_on <= today)
    return;
  if (out->len == n_before || assessment < g_array_index (out, AsyDeadline, n_before).due)
    add_assessment (facts, rules, out);
  add_court_report (facts, out);
}

static void
add_monitoring (const AsyCaseFacts *facts, const AsyRules *rules, AsyDay today, GArray *out)
{
  AsyDeadline deadline = { .kind = ASY_DEADLINE_MONITORING, .base = facts->ended_on, .due = facts->monitoring_until };

  if (facts->next_monitoring_on != ASY_DAY_NONE)
    deadline.due = facts->next_monitoring_on;
  else if (facts->monitoring_until == ASY_DAY_NONE)
    {
      add (out, ASY_DEADLINE_MONITORING, facts->ended_on, rules, "monitoring-months", today);
      return;
    }
  deadline.article = "art. 15 ust. 1 pkt 16 uwr";
  g_array_append_val (out, deadline);
}

void
asy_deadlines_compute (const AsyCaseFacts *facts, const AsyRules *rules, AsyDay today, GArray *out)
{
  const AsyStage stage = asy_stage_compute (facts, today);

  switch (stage)
    {
    case ASY_STAGE_NOTICE:
    case ASY_STAGE_REOPENED:
    case ASY_STAGE_ANALYSIS:
    case ASY_STAGE_MOTION:
      add_before_assignment (facts, stage, rules, today, out);
      add_answer (facts, rules, today, out);
      break;
    case ASY_STAGE_WAITING:
      /* No assistant is free: the waiting list says since when, and a court's order does not wait. */
      if (facts->path == ASY_CASE_PATH_COURT)
        add_before_assignment (facts, stage, rules, today, out);
      add_answer (facts, rules, today, out);
      break;
    case ASY_STAGE_ASSIGNED:
    case ASY_STAGE_DIAGNOSIS:
    case ASY_STAGE_PLANNING:
    case ASY_STAGE_WORK:
      add_in_work (facts, stage, rules, today, out);
      add_answer (facts, rules, today, out);
      break;
    case ASY_STAGE_SUSPENDED:
      /* The law knows no stay of the half-yearly assessment. */
      add_assessment (facts, rules, out);
      add_court_report (facts, out);
      break;
    case ASY_STAGE_MONITORING:
      add_monitoring (facts, rules, today, out);
      break;
    case ASY_STAGE_ENDING:
      add_ending (facts, rules, today, out);
      break;
    case ASY_STAGE_NONE:
    case ASY_STAGE_REFUSED:
    case ASY_STAGE_CLOSED:
    default:
      break;
    }
  if (stage != ASY_STAGE_NONE && stage != ASY_STAGE_CLOSED)
    add (out, ASY_DEADLINE_HANDOVER, facts->assessment_unhanded_on, rules, "handover-days", today);
}
