/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-stage.h"

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

/* After the end of work: monitored until its last day, unless it was closed at
 * once (moved away, refused). The final assessment belongs to S7. */
static AsyStage
stage_after_end (const AsyCaseFacts *facts, AsyDay today)
{
  if (facts->last_assessment_on < facts->ended_on && facts->first_assigned_on != ASY_DAY_NONE)
    return ASY_STAGE_ENDING;
  return ASY_STAGE_MONITORING;
}

/* Za życiem has no duty of a diagnosis or a plan (art. 8 of that act). */
static AsyStage
stage_with_assistant (const AsyCaseFacts *facts, AsyDay today)
{
  if (is_suspended (facts, today))
    return ASY_STAGE_SUSPENDED;
  if (has_happened (facts->plan_agreed_on, today) || facts->path == ASY_CASE_PATH_ZA_ZYCIEM)
    return ASY_STAGE_WORK;
  if (facts->plan_drafted_on != ASY_DAY_NONE || has_happened (facts->diagnosis_on, today))
    return ASY_STAGE_PLANNING;
  if (has_happened (facts->first_visit_on, today))
    return ASY_STAGE_DIAGNOSIS;
  return ASY_STAGE_ASSIGNED;
}

AsyStage
asy_stage_compute (const AsyCaseFacts *facts, AsyDay today)
{
  if (facts->case_id == 0)
    return ASY_STAGE_NONE;
  if (has_happened (facts->closed_on, today))
    return ASY_STAGE_CLOSED;
  if (has_happened (facts->ended_on, today))
    return stage_after_end (facts, today);
  if (has_happened (facts->first_assigned_on, today))
    return stage_with_assistant (facts, today);
  if (has_happened (facts->motion_on, today))
    return ASY_STAGE_MOTION;
  if (has_happened (facts->interview_on, today) || has_happened (facts->analysis_on, today))
    return ASY_STAGE_ANALYSIS;
  return ASY_STAGE_NOTICE;
}

const char *
asy_stage_get_nick (AsyStage stage)
{
  static const char *const nicks[] = { "none", "notice", "analysis", "motion", "assigned", "diagnosis", "planning",
                                       "work", "suspended", "ending", "monitoring", "closed" };

  g_return_val_if_fail (stage < G_N_ELEMENTS (nicks), "none");
  return nicks[stage];
}

/* Before an assistant: the way in says which papers come first (art. 11). A
 * court's order (art. 109 KRO) and Za życiem go straight to the assignment, a
 * minor parent does after the interview. */
static AsyStep
step_before_assignment (const AsyCaseFacts *facts)
{
  if (facts->path == ASY_CASE_PATH_COURT || facts->path == ASY_CASE_PATH_ZA_ZYCIEM)
    return ASY_STEP_ASSIGN;
  if (facts->interview_on == ASY_DAY_NONE)
    return ASY_STEP_INTERVIEW;
  if (facts->path == ASY_CASE_PATH_INTERVIEW && facts->analysis_on == ASY_DAY_NONE)
    return ASY_STEP_ANALYSIS;
  if (facts->path == ASY_CASE_PATH_INTERVIEW && facts->motion_on == ASY_DAY_NONE)
    return ASY_STEP_MOTION;
  if (facts->consent_on == ASY_DAY_NONE)
    return ASY_STEP_CONSENT;
  return ASY_STEP_ASSIGN;
}

/* An assessment is offered from a month before its last day. */
static gboolean
is_assessment_near (const AsyCaseFacts *facts, AsyDay today)
{
  const AsyDay base = facts->last_assessment_on != ASY_DAY_NONE ? facts->last_assessment_on : facts->first_assigned_on;

  return asy_day_add_months (base, 5) <= today;
}

static AsyStep
step_in_work (const AsyCaseFacts *facts, AsyDay today)
{
  if (is_assessment_near (facts, today))
    return ASY_STEP_ASSESSMENT;
  if (facts->next_visit_on == ASY_DAY_NONE)
    return ASY_STEP_PLAN_VISIT;
  return ASY_STEP_NONE;
}

AsyStep
asy_step_compute (const AsyCaseFacts *facts, AsyDay today)
{
  switch (asy_stage_compute (facts, today))
    {
    case ASY_STAGE_NOTICE:
    case ASY_STAGE_ANALYSIS:
    case ASY_STAGE_MOTION:
      return step_before_assignment (facts);
    case ASY_STAGE_ASSIGNED:
      return facts->worker_id == 0 ? ASY_STEP_ASSIGN : ASY_STEP_FIRST_VISIT;
    case ASY_STAGE_DIAGNOSIS:
      return ASY_STEP_DIAGNOSIS;
    case ASY_STAGE_PLANNING:
      return facts->plan_drafted_on == ASY_DAY_NONE ? ASY_STEP_PLAN : ASY_STEP_AGREE_PLAN;
    case ASY_STAGE_WORK:
      return facts->worker_id == 0 ? ASY_STEP_ASSIGN : step_in_work (facts, today);
    case ASY_STAGE_ENDING:
      return ASY_STEP_FINAL_ASSESSMENT;
    case ASY_STAGE_MONITORING:
      return facts->monitoring_until != ASY_DAY_NONE && facts->monitoring_until <= today ? ASY_STEP_CLOSE : ASY_STEP_NONE;
    case ASY_STAGE_NONE:
    case ASY_STAGE_SUSPENDED:
    case ASY_STAGE_CLOSED:
    default:
      return ASY_STEP_NONE;
    }
}
