/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-rules.h"
#include "law/asy-stage.h"

G_BEGIN_DECLS

typedef enum {
  ASY_DEADLINE_NONE,
  ASY_DEADLINE_INTERVIEW,       /* 14 working days from the notice, 2 when urgent (Dz.U. 2021 poz. 893) */
  ASY_DEADLINE_ANSWER,          /* the written answer to an application under Za życiem; the office's own term */
  ASY_DEADLINE_MOTION,          /* the office's own term after the analysis */
  ASY_DEADLINE_ASSIGNMENT,      /* the office's own term after the motion; a court's order at once */
  ASY_DEADLINE_FIRST_VISIT,     /* the office's own term after the assignment */
  ASY_DEADLINE_PLAN,            /* the office's own term after the assignment */
  ASY_DEADLINE_PLAN_END,        /* an agreed plan runs out */
  ASY_DEADLINE_ASSESSMENT,      /* art. 15 ust. 1 pkt 15: at least every half-year */
  ASY_DEADLINE_FINAL_ASSESSMENT, /* the office's own term after the end was proposed */
  ASY_DEADLINE_HANDOVER,        /* art. 15 ust. 1 pkt 15: handing the assessment to the employer */
  ASY_DEADLINE_COURT_OPINION,   /* art. 15 ust. 1 pkt 17: the term in the court's letter */
  ASY_DEADLINE_COURT_REPORT,    /* art. 109 §4 KRO: dates laid down by the court */
  ASY_DEADLINE_HEARING,
  ASY_DEADLINE_MONITORING,      /* art. 15 ust. 1 pkt 16 */
  ASY_DEADLINE_TASK,            /* a task of a plan is past its last day */
  ASY_DEADLINE_VISIT,           /* no visit is planned */
  ASY_DEADLINE_CHILD_REVIEW,    /* art. 128-138: assessment of a child in foster care */
  ASY_DEADLINE_INTERVENTION,    /* art. 572 KPC: a threat to a child that nobody was told of */
  ASY_DEADLINE_PLAN_REVIEW,     /* the day of review of a plan in force */
  ASY_DEADLINE_PLAN_CONSULTATION, /* art. 15 ust. 1 pkt 1: a draft nobody was consulted about; the office's own term */
  ASY_DEADLINE_PLAN_COPY,       /* art. 38a: a plan in force not handed over to the foster side; the office's own term */
  ASY_DEADLINE_QUARTER_REVIEW,  /* reviews that the office makes beside the Act; its own term */
  ASY_DEADLINE_MONTH_REVIEW,
  ASY_DEADLINE_MONTH_REPORT,    /* of an assistant and of no family */
} AsyDeadlineKind;

#define ASY_DEADLINE_LAST ASY_DEADLINE_MONTH_REPORT

/** Stable word: `assessment`. */
const char *asy_deadline_kind_get_nick (AsyDeadlineKind kind);

/**
 * AsyDeadline:
 *
 * A day by which something must be done, with what it follows from: which
 * fact, which article, which arithmetic. Never stored.
 */
typedef struct {
  AsyDeadlineKind kind;
  AsyDay due;
  AsyDay base;                  /* day of the fact that it is counted from; may be none */
  int months;                   /* arithmetic: base + months … */
  int days;                     /* … + days … */
  gboolean working_days;        /* … counted as working days */
  const char *article;          /* `art. 15 ust. 1 pkt 15 uwr`; static */
  gboolean is_statutory;        /* FALSE: the office's own term, editable */
} AsyDeadline;

/**
 * asy_deadlines_compute:
 * @out: (element-type AsyDeadline): appended to
 *
 * All deadlines that follow from the facts of one case, but for those of court
 * requests and tasks, which come from their own rows.
 */
void asy_deadlines_compute (const AsyCaseFacts *facts, const AsyRules *rules, AsyDay today, GArray *out);

/**
 * asy_deadline_child_review:
 * @born: may be none: the child counts as an older one
 * @since: first day of foster care, or none
 * @planned: day of the next assessment as the team set it, or none
 * @ret_deadline: set when there is something due
 *
 * Art. 128-138: the situation of a child in foster care is assessed at least
 * every 3 months while it is under three, every 6 months afterwards. Nothing is
 * due for those who are of age on that day.
 */
gboolean asy_deadline_child_review (AsyDay born, AsyDay since, AsyDay planned, const AsyRules *rules, AsyDeadline *ret_deadline);

/** A draft of a plan that nobody was consulted about, and a plan in force that the foster side has no copy of. %FALSE without such a rule. */
gboolean asy_deadline_plan_consultation (AsyDay drafted_on, const AsyRules *rules, AsyDay today, AsyDeadline *ret_deadline);
gboolean asy_deadline_plan_copy (AsyDay agreed_on, const AsyRules *rules, AsyDay today, AsyDeadline *ret_deadline);

/** art. 15 ust. 1 pkt 15: six months after @base on the same day number, clamped to the end of a shorter month, never moved later. */
AsyDay asy_deadline_next_assessment (AsyDay base, const AsyRules *rules);

G_END_DECLS
