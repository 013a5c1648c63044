/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-dictionary.h"
#include "model/asy-family-file.h"

G_BEGIN_DECLS

/** Where a version of a plan stands: always computed from facts, never set by hand. */
typedef enum {
  ASY_PLAN_STATE_DRAFT,         /* szkic */
  ASY_PLAN_STATE_CONSULTED,     /* skonsultowany z pracownikiem socjalnym */
  ASY_PLAN_STATE_SIGNING,       /* podpisywany: somebody signed or refused, nothing is agreed yet */
  ASY_PLAN_STATE_AGREED,        /* uzgodniony, czeka na zatwierdzenie */
  ASY_PLAN_STATE_APPROVED,      /* zatwierdzony; its first day is still to come */
  ASY_PLAN_STATE_IN_FORCE,      /* w realizacji */
  ASY_PLAN_STATE_SUSPENDED,     /* the case is suspended */
  ASY_PLAN_STATE_EXPIRED,       /* its last day has passed, and nobody ended it */
  ASY_PLAN_STATE_REPLACED,      /* zastąpiony następną wersją */
  ASY_PLAN_STATE_ENDED,         /* zakończony */
} AsyPlanState;

/** The one next thing to do with a plan. */
typedef enum {
  ASY_PLAN_STEP_NONE,
  ASY_PLAN_STEP_COMPLETE,       /* fill what art. 15 ust. 3 demands */
  ASY_PLAN_STEP_CONSULT,
  ASY_PLAN_STEP_CARE,           /* agree it with the foster side */
  ASY_PLAN_STEP_SIGN,
  ASY_PLAN_STEP_AGREE,          /* everybody has answered: put it in force */
  ASY_PLAN_STEP_APPROVE,
  ASY_PLAN_STEP_COPY,           /* hand it over to the foster side */
  ASY_PLAN_STEP_REVIEW,
  ASY_PLAN_STEP_AMEND,
  ASY_PLAN_STEP_NEW,            /* the plan ended and the work goes on */
} AsyPlanStep;

/** What the life of a plan still lacks. */
typedef enum {
  ASY_PLAN_LACK_CONTENT,        /* art. 15 ust. 3: actions, dates, expected effects */
  ASY_PLAN_LACK_CONSULTATION,   /* art. 15 ust. 1 pkt 1 */
  ASY_PLAN_LACK_CARE_AGREEMENT, /* art. 15 ust. 1 pkt 2 */
  ASY_PLAN_LACK_HELP_PLAN,      /* art. 15 ust. 1 pkt 2: day of the plan of help for a child */
  ASY_PLAN_LACK_REINTEGRATION,  /* art. 8 ust. 1 pkt 7: a goal about the child in foster care */
  ASY_PLAN_LACK_CONTACTS,       /* art. 8 ust. 1 pkt 7 */
  ASY_PLAN_LACK_CHILD_VOICE,    /* art. 4a */
  ASY_PLAN_LACK_ANSWERS,        /* an adult neither signed nor refused: art. 15 ust. 1 pkt 1 */
  ASY_PLAN_LACK_CONSENT,        /* all adults refused: art. 8 ust. 3 */
  ASY_PLAN_LACK_ASSISTANT,      /* the assistant at work has not signed; the office's own */
  ASY_PLAN_LACK_APPROVAL,       /* the office's own */
  ASY_PLAN_LACK_COPY,           /* art. 38a: handing over to the foster side */
  ASY_PLAN_LACK_REVIEW,         /* the day of review has passed; the office's own */
} AsyPlanLackKind;

typedef struct {
  AsyPlanLackKind kind;
  guint count;                  /* adults or children that it is about; 0: the plan as a whole */
  gboolean is_blocking;         /* the plan cannot be signed or agreed with it; the rest reminds */
  const char *article;          /* static; empty for the office's own steps */
} AsyPlanLack;

/** What the rules look at. Zero and %NULL: not known, nobody, none. */
typedef struct {
  AsyPlan *plan;
  gboolean has_blocking_gap;    /* of asy_plan_find_gaps() */
  gboolean has_successor;       /* a later version of the same plan was agreed */
  gboolean has_draft;           /* a later version is being written */
  guint n_adults;               /* who are asked to sign */
  guint n_signed;
  guint n_refused;
  guint n_children;             /* who are old enough to be asked */
  guint n_in_care;              /* children in foster care */
  guint n_without_help_plan;    /* of them */
  gboolean has_reintegration;   /* a goal of the work area O13 */
  gboolean is_handed_over;      /* a copy for the foster side */
  gint64 assistant_id;          /* at work today */
  AsyDay suspended_from;
  AsyDay suspended_until;
  gboolean is_case_over;        /* nothing new is planned any more */
} AsyPlanFacts;

/** A child younger than this is not asked what it thinks of the plan (art. 4a: as its age and maturity allow). */
#define ASY_PLAN_VOICE_AGE 3

/**
 * asy_plan_facts_read:
 * @file: a version of a plan of the family's newest case
 * @dictionary: tells which whereabouts are foster care
 *
 * Pure; @ret_facts borrows the plan.
 */
void asy_plan_facts_read (AsyFamilyFile *family, AsyPlanFile *file, AsyDictionary *dictionary, AsyDay today, AsyPlanFacts *ret_facts);

/** Adults of the household that the work covers: those who sign a plan on @day. (transfer container) (element-type AsyMemberEntry, borrowed) */
GPtrArray *asy_plan_list_signers (AsyFamilyFile *family, AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** Children in foster care, by position. (transfer container) (element-type AsyMemberEntry, borrowed) */
GPtrArray *asy_plan_list_in_care (AsyFamilyFile *family, AsyDictionary *dictionary, AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** Pure. */
AsyPlanState asy_plan_state_compute (const AsyPlanFacts *facts, AsyDay today);

/** The step that the window offers first. Pure. */
AsyPlanStep asy_plan_step_compute (const AsyPlanFacts *facts, AsyDay today);

/** Whether a step makes sense now, first or not. Pure. */
gboolean asy_plan_step_is_possible (const AsyPlanFacts *facts, AsyPlanStep step, AsyDay today);

/** In the order of the steps; a version that ended lacks nothing. (transfer full) (element-type AsyPlanLack) */
GArray *asy_plan_find_lacks (const AsyPlanFacts *facts, AsyDay today) G_GNUC_WARN_UNUSED_RESULT;

/** Stable words for exchange and tests: `in-force`, `agree`. */
const char *asy_plan_state_get_nick (AsyPlanState state);
const char *asy_plan_step_get_nick (AsyPlanStep step);

G_END_DECLS
