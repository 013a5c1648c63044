/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-stage.h"

/* A visit that was passed over is asked for again after the office's rhythm of two weeks. */
#define VISIT_SKIP_DAYS 14

static gboolean
has_happened (AsyDay day, AsyDay today)
{
  return day != ASY_DAY_NONE && day <= today;
}

static gboolean
is_suspended (const AsyCaseFacts *facts, AsyDay today)
{
  return has_happened (facts->suspended_from, today) &&
         (facts->suspended_until == ASY_DAY_NONE || facts->suspended_until >= today);
}

/* Passed over with a reason, for good. Work that comes back is passed over for a
 * while only; that is looked at where its step is. */
static gboolean
is_skipped (const AsyCaseFacts *facts, AsyStep step)
{
  return facts->skipped_on[step] != ASY_DAY_NONE;
}

/* The final assessment belongs to S7, whether it was made when the end was
 * proposed or after it. */
static gboolean
lacks_final_assessment (const AsyCaseFacts *facts)
{
  const AsyDay since = facts->end_proposed_on != ASY_DAY_NONE ? facts->end_proposed_on : facts->ended_on;

  return facts->last_assessment_on < since && facts->first_assigned_on != ASY_DAY_NONE &&
         !is_skipped (facts, ASY_STEP_FINAL_ASSESSMENT);
}

/* After the end of work: monitored until its last day, unless it was closed at
 * once (moved away, refused). */
static AsyStage
stage_after_end (const AsyCaseFacts *facts)
{
  return lacks_final_assessment (facts) ? ASY_STAGE_ENDING : ASY_STAGE_MONITORING;
}

/* Za życiem has no duty of a diagnosis or a plan (art. 8 of that act): work
 * begins with the first contact. */
static AsyStage
stage_with_assistant (const AsyCaseFacts *facts, AsyDay today)
{
  if (is_suspended (facts, today))
    return ASY_STAGE_SUSPENDED;
  if (has_happened (facts->end_proposed_on, today))
    return ASY_STAGE_ENDING;
  if (has_happened (facts->plan_agreed_on, today))
    return ASY_STAGE_WORK;
  if (facts->path == ASY_CASE_PATH_ZA_ZYCIEM)
    return has_happened (facts->first_visit_on, today) || is_skipped (facts, ASY_STEP_FIRST_VISIT) ? ASY_STAGE_WORK
                                                                                                   : ASY_STAGE_ASSIGNED;
  if (facts->plan_drafted_on != ASY_DAY_NONE || has_happened (facts->diagnosis_on, today))
    return ASY_STAGE_PLANNING;
  if (has_happened (facts->first_visit_on, today))
    return ASY_STAGE_DIAGNOSIS;
  return ASY_STAGE_ASSIGNED;
}

static AsyStage
stage_before_assistant (const AsyCaseFacts *facts, AsyDay today)
{
  if (has_happened (facts->refused_on, today))
    return ASY_STAGE_REFUSED;
  if (has_happened (facts->waiting_since, today))
    return ASY_STAGE_WAITING;
  if (has_happened (facts->motion_on, today))
    return ASY_STAGE_MOTION;
  if (has_happened (facts->interview_on, today) || has_happened (facts->analysis_on, today))
    return ASY_STAGE_ANALYSIS;
  return facts->reopened_from_id != 0 ? ASY_STAGE_REOPENED : ASY_STAGE_NOTICE;
}

AsyStage
asy_stage_compute (const AsyCaseFacts *facts, AsyDay today)
{
  if (facts->case_id == 0)
    return ASY_STAGE_NONE;
  if (has_happened (facts->closed_on, today))
    return ASY_STAGE_CLOSED;
  if (has_happened (facts->ended_on, today))
    return stage_after_end (facts);
  if (has_happened (facts->first_assigned_on, today))
    return stage_with_assistant (facts, today);
  return stage_before_assistant (facts, today);
}

const char *
asy_stage_get_nick (AsyStage stage)
{
  static const char *const nicks[] = { "none", "notice", "reopened", "analysis", "motion", "waiting", "refused",
                                       "assigned", "diagnosis", "planning", "work", "suspended", "ending", "monitoring", "closed" };

  g_return_val_if_fail (stage < G_N_ELEMENTS (nicks), "none");
  return nicks[stage];
}

static const char *const step_nicks[ASY_N_STEPS] = {
  "none", "answer", "court-order", "interview", "analysis", "motion", "consent", "assign", "first-visit", "diagnosis", "plan",
  "agree-plan", "assessment", "plan-visit", "final-assessment", "end", "monitoring-plan", "monitoring-card", "reopen", "close",
};

const char *
asy_step_get_nick (AsyStep step)
{
  g_return_val_if_fail (step < ASY_N_STEPS, "none");
  return step_nicks[step];
}

AsyStep
asy_step_from_nick (const char *nick)
{
  for (guint i = 0; i < ASY_N_STEPS; i++)
    if (g_strcmp0 (step_nicks[i], nick) == 0)
      return (AsyStep) i;
  return ASY_STEP_NONE;
}

gboolean
asy_step_can_skip (AsyStep step)
{
  return step != ASY_STEP_NONE && step != ASY_STEP_CONSENT && step != ASY_STEP_ASSIGN && step != ASY_STEP_REOPEN &&
         step != ASY_STEP_CLOSE;
}

const char *
asy_step_get_article (AsyStep step)
{
  static const char *const articles[ASY_N_STEPS] = {
    [ASY_STEP_COURT_ORDER] = "art. 109 § 2 pkt 1 KRO",
    [ASY_STEP_INTERVIEW] = "art. 11 ust. 1 uwr",
    [ASY_STEP_ANALYSIS] = "art. 11 ust. 2 uwr",
    [ASY_STEP_MOTION] = "art. 11 ust. 3 uwr",
    [ASY_STEP_CONSENT] = "art. 8 ust. 3 uwr",
  };

  g_return_val_if_fail (step < ASY_N_STEPS, NULL);
  return articles[step];
}

static gboolean
is_missing (const AsyCaseFacts *facts, AsyStep step, AsyDay done_on)
{
  return done_on == ASY_DAY_NONE && !is_skipped (facts, step);
}

AsyStep
asy_step_before_assignment (const AsyCaseFacts *facts)
{
  if (facts->path == ASY_CASE_PATH_ZA_ZYCIEM)
    return ASY_STEP_ASSIGN;
  if (facts->path == ASY_CASE_PATH_COURT)
    return is_missing (facts, ASY_STEP_COURT_ORDER, facts->court_order_on) ? ASY_STEP_COURT_ORDER : ASY_STEP_ASSIGN;
  if (is_missing (facts, ASY_STEP_INTERVIEW, facts->interview_on))
    return ASY_STEP_INTERVIEW;
  if (facts->path == ASY_CASE_PATH_INTERVIEW && is_missing (facts, ASY_STEP_ANALYSIS, facts->analysis_on))
    return ASY_STEP_ANALYSIS;
  if (facts->path == ASY_CASE_PATH_INTERVIEW && is_missing (facts, ASY_STEP_MOTION, facts->motion_on))
    return ASY_STEP_MOTION;
  return facts->consent_on == ASY_DAY_NONE ? ASY_STEP_CONSENT : ASY_STEP_ASSIGN;
}

/* The answer is due before anything else, but nothing waits for it. */
static AsyStep
step_before_assistant (const AsyCaseFacts *facts)
{
  if (facts->path == ASY_CASE_PATH_ZA_ZYCIEM && is_missing (facts, ASY_STEP_ANSWER, facts->answered_on))
    return ASY_STEP_ANSWER;
  return asy_step_before_assignment (facts);
}

/* An assessment is offered from a month before its last day. */
static gboolean
is_assessment_near (const AsyCaseFacts *facts, AsyDay today)
{
  const AsyDay base = facts->last_assessment_on != ASY_DAY_NONE ? facts->last_assessment_on : facts->first_assigned_on;
  const AsyDay near_from = asy_day_add_months (base, 5);

  return near_from <= today && facts->skipped_on[ASY_STEP_ASSESSMENT] < near_from;
}

static AsyStep
step_in_work (const AsyCaseFacts *facts, AsyDay today)
{
  const AsyDay passed_on = facts->skipped_on[ASY_STEP_PLAN_VISIT];

  if (is_assessment_near (facts, today))
    return ASY_STEP_ASSESSMENT;
  if (facts->next_visit_on == ASY_DAY_NONE && (passed_on == ASY_DAY_NONE || passed_on + VISIT_SKIP_DAYS <= today))
    return ASY_STEP_PLAN_VISIT;
  return ASY_STEP_NONE;
}

/* A plan that was passed over is not to be agreed either. */
static AsyStep
step_in_planning (const AsyCaseFacts *facts, AsyDay today)
{
  if (is_missing (facts, ASY_STEP_PLAN, facts->plan_drafted_on))
    return ASY_STEP_PLAN;
  if (facts->plan_drafted_on != ASY_DAY_NONE && !is_skipped (facts, ASY_STEP_AGREE_PLAN))
    return ASY_STEP_AGREE_PLAN;
  return step_in_work (facts, today);
}

/* What was passed over makes way for the step behind it. */
static AsyStep
step_with_assistant (const AsyCaseFacts *facts, AsyStage stage, AsyDay today)
{
  if (facts->worker_id == 0)
    return ASY_STEP_ASSIGN;
  if (stage == ASY_STAGE_WORK)
    return step_in_work (facts, today);
  if (stage == ASY_STAGE_ASSIGNED && !is_skipped (facts, ASY_STEP_FIRST_VISIT))
    return ASY_STEP_FIRST_VISIT;
  if (stage != ASY_STAGE_PLANNING && is_missing (facts, ASY_STEP_DIAGNOSIS, facts->diagnosis_on))
    return ASY_STEP_DIAGNOSIS;
  return step_in_planning (facts, today);
}

static AsyStep
step_in_ending (const AsyCaseFacts *facts)
{
  if (lacks_final_assessment (facts))
    return ASY_STEP_FINAL_ASSESSMENT;
  return is_skipped (facts, ASY_STEP_END) ? ASY_STEP_NONE : ASY_STEP_END;
}

/* A contact that is due; what was passed over waits for the next one. */
static gboolean
is_contact_due (const AsyCaseFacts *facts, AsyDay today)
{
  return has_happened (facts->next_monitoring_on, today) &&
         facts->skipped_on[ASY_STEP_MONITORING_CARD] < facts->next_monitoring_on;
}

/* The monitoring is over: on its last day, or after the last planned contact. */
static gboolean
is_monitoring_over (const AsyCaseFacts *facts, AsyDay today)
{
  if (facts->monitoring_until != ASY_DAY_NONE)
    return facts->monitoring_until <= today;
  return facts->n_monitoring_dates > 0 && facts->next_monitoring_on == ASY_DAY_NONE;
}

/* Planned contacts one after another; the last card or the last day says what
 * comes after them. */
static AsyStep
step_in_monitoring (const AsyCaseFacts *facts, AsyDay today)
{
  const gboolean has_card = facts->last_monitoring_on != ASY_DAY_NONE;

  if (has_card && facts->monitoring_conclusion == ASY_MONITORING_CONCLUSION_REOPEN)
    return ASY_STEP_REOPEN;
  if (has_card && facts->monitoring_conclusion == ASY_MONITORING_CONCLUSION_END)
    return ASY_STEP_CLOSE;
  if (is_contact_due (facts, today))
    return ASY_STEP_MONITORING_CARD;
  if (is_monitoring_over (facts, today))
    return ASY_STEP_CLOSE;
  if (facts->n_monitoring_dates == 0 && !is_skipped (facts, ASY_STEP_MONITORING_PLAN))
    return ASY_STEP_MONITORING_PLAN;
  return ASY_STEP_NONE;
}

AsyStep
asy_step_compute (const AsyCaseFacts *facts, AsyDay today)
{
  const AsyStage stage = asy_stage_compute (facts, today);

  switch (stage)
    {
    case ASY_STAGE_NOTICE:
    case ASY_STAGE_REOPENED:
    case ASY_STAGE_ANALYSIS:
    case ASY_STAGE_MOTION:
    case ASY_STAGE_WAITING:
      return step_before_assistant (facts);
    case ASY_STAGE_REFUSED:
      return ASY_STEP_CLOSE;
    case ASY_STAGE_ASSIGNED:
    case ASY_STAGE_DIAGNOSIS:
    case ASY_STAGE_PLANNING:
    case ASY_STAGE_WORK:
      return step_with_assistant (facts, stage, today);
    case ASY_STAGE_ENDING:
      return step_in_ending (facts);
    case ASY_STAGE_MONITORING:
      return step_in_monitoring (facts, today);
    case ASY_STAGE_NONE:
    case ASY_STAGE_SUSPENDED:
    case ASY_STAGE_CLOSED:
    default:
      return ASY_STEP_NONE;
    }
}
