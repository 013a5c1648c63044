/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"

G_BEGIN_DECLS

/** Stage of a case (etap sprawy): always computed from facts, never set by hand. */
typedef enum {
  ASY_STAGE_NONE,               /* no case */
  ASY_STAGE_NOTICE,             /* S0  zgłoszenie */
  ASY_STAGE_ANALYSIS,           /* S1  wywiad i analiza */
  ASY_STAGE_MOTION,             /* S2  wniosek złożony */
  ASY_STAGE_ASSIGNED,           /* S3  asystent przydzielony */
  ASY_STAGE_DIAGNOSIS,          /* S4  diagnoza */
  ASY_STAGE_PLANNING,           /* S5  plan w przygotowaniu */
  ASY_STAGE_WORK,               /* S6  realizacja planu */
  ASY_STAGE_SUSPENDED,          /* S6s zawieszona */
  ASY_STAGE_ENDING,             /* S7  zakończenie w toku */
  ASY_STAGE_MONITORING,         /* S8  monitorowanie */
  ASY_STAGE_CLOSED,             /* S9  zamknięta */
} AsyStage;

/**
 * AsyCaseFacts:
 *
 * The facts of a case that rules look at, on one day. Days are ASY_DAY_NONE
 * when the thing has not happened.
 */
typedef struct {
  gint64 case_id;
  gint64 family_id;
  AsyCasePath path;
  gboolean is_urgent;
  AsyDay notice_on;
  AsyDay interview_on;
  AsyDay analysis_on;
  AsyDay motion_on;
  AsyDay consent_on;            /* latest that was not withdrawn */
  AsyDay first_assigned_on;
  AsyDay assigned_on;           /* of the assistant at work today */
  gint64 worker_id;             /* 0: nobody */
  AsyDay first_visit_on;        /* first one held */
  AsyDay last_visit_on;
  AsyDay next_visit_on;         /* planned, today or later */
  AsyDay diagnosis_on;
  AsyDay plan_drafted_on;
  AsyDay plan_agreed_on;        /* of the newest agreed version */
  AsyDay plan_until;
  AsyDay plan_review_on;
  AsyDay last_assessment_on;    /* end of the period of the newest finished one */
  AsyDay assessment_unhanded_on; /* made but not handed to the employer */
  AsyDay court_order_on;
  int court_report_months;
  AsyDay last_court_report_on;
  AsyDay suspended_from;
  AsyDay suspended_until;
  AsyDay ended_on;
  AsyDay monitoring_until;
  AsyDay closed_on;
} AsyCaseFacts;

/** Domain: the states S0 to S9 of a case. Pure. */
AsyStage asy_stage_compute (const AsyCaseFacts *facts, AsyDay today);

/** Stable word of a stage, for exchange and tests: `work`. */
const char *asy_stage_get_nick (AsyStage stage);

/** What the window offers as the one next thing to do. */
typedef enum {
  ASY_STEP_NONE,
  ASY_STEP_INTERVIEW,           /* note the community interview */
  ASY_STEP_ANALYSIS,
  ASY_STEP_MOTION,
  ASY_STEP_CONSENT,
  ASY_STEP_ASSIGN,
  ASY_STEP_FIRST_VISIT,
  ASY_STEP_DIAGNOSIS,
  ASY_STEP_PLAN,
  ASY_STEP_AGREE_PLAN,
  ASY_STEP_ASSESSMENT,
  ASY_STEP_PLAN_VISIT,
  ASY_STEP_FINAL_ASSESSMENT,
  ASY_STEP_CLOSE,
} AsyStep;

AsyStep asy_step_compute (const AsyCaseFacts *facts, AsyDay today);

G_END_DECLS
