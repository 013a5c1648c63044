/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"

G_BEGIN_DECLS

/** Stage of a case (etap sprawy): always computed from facts, never set by hand. */
typedef enum {
  ASY_STAGE_NONE,               /* no case */
  ASY_STAGE_NOTICE,             /* S0  zgłoszenie */
  ASY_STAGE_REOPENED,           /* S9r wznowiona: a case that goes on from an earlier one, in its beginning */
  ASY_STAGE_ANALYSIS,           /* S1  wywiad i analiza */
  ASY_STAGE_MOTION,             /* S2  wniosek złożony */
  ASY_STAGE_WAITING,            /* S2x oczekiwanie: brak wolnych miejsc */
  ASY_STAGE_REFUSED,            /* S2x odmowa */
  ASY_STAGE_ASSIGNED,           /* S3  asystent przydzielony */
  ASY_STAGE_DIAGNOSIS,          /* S4  diagnoza */
  ASY_STAGE_PLANNING,           /* S5  plan w przygotowaniu */
  ASY_STAGE_WORK,               /* S6  realizacja planu */
  ASY_STAGE_SUSPENDED,          /* S6s zawieszona */
  ASY_STAGE_ENDING,             /* S7  zakończenie w toku */
  ASY_STAGE_MONITORING,         /* S8  monitorowanie */
  ASY_STAGE_CLOSED,             /* S9  zamknięta */
} AsyStage;

/** What the window offers as the one next thing to do. */
typedef enum {
  ASY_STEP_NONE,
  ASY_STEP_ANSWER,              /* the written answer to an application under Za życiem */
  ASY_STEP_COURT_ORDER,         /* note the court's order and its dates */
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
  ASY_STEP_END,                 /* the end was proposed: say when and why the work ends */
  ASY_STEP_MONITORING_PLAN,
  ASY_STEP_MONITORING_CARD,
  ASY_STEP_REOPEN,              /* the last card says so */
  ASY_STEP_CLOSE,
} AsyStep;

#define ASY_N_STEPS (ASY_STEP_CLOSE + 1)

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
  AsyDay waiting_since;
  AsyDay refused_on;
  AsyDay answered_on;
  gint64 reopened_from_id;      /* 0: none */
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
  AsyDay end_proposed_on;
  AsyDay ended_on;
  AsyDay monitoring_until;
  AsyDay closed_on;
  guint n_monitoring_dates;
  AsyDay next_monitoring_on;    /* first planned contact without a card */
  AsyDay last_monitoring_on;    /* newest card */
  AsyMonitoringConclusion monitoring_conclusion; /* of the newest card */
  AsyDay skipped_on[ASY_N_STEPS]; /* newest passing over of each step */
} AsyCaseFacts;

/** Domain: the states S0 to S9 of a case. Pure. */
AsyStage asy_stage_compute (const AsyCaseFacts *facts, AsyDay today);

/** Stable word of a stage, for exchange and tests: `work`. */
const char *asy_stage_get_nick (AsyStage stage);

/** The one next thing to do, without what was passed over. */
AsyStep asy_step_compute (const AsyCaseFacts *facts, AsyDay today);

/** Stable word of a step, as it is stored: `monitoring-plan`. */
const char *asy_step_get_nick (AsyStep step);

/** %ASY_STEP_NONE for a word that is none. */
AsyStep asy_step_from_nick (const char *nick);

/**
 * asy_step_can_skip:
 *
 * Whether an office may pass a step over with a reason. Consent is law (art. 8
 * ust. 3 uwr); assigning, reopening and closing have nothing behind them.
 */
gboolean asy_step_can_skip (AsyStep step);

/**
 * asy_step_before_assignment:
 *
 * What the way in still asks for before an assistant may be assigned (art. 11
 * uwr, art. 109 KRO, art. 8 Za życiem); %ASY_STEP_ASSIGN when nothing does. An
 * unanswered application holds nobody up.
 */
AsyStep asy_step_before_assignment (const AsyCaseFacts *facts);

/** The article that asks for a step before the assignment: `art. 11 ust. 3 uwr`; %NULL when none does. */
const char *asy_step_get_article (AsyStep step);

G_END_DECLS
