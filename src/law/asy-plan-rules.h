/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"

G_BEGIN_DECLS

/** What a plan of work with the family still lacks. */
typedef enum {
  ASY_PLAN_GAP_GOALS,           /* no goal at all */
  ASY_PLAN_GAP_ACTIONS,         /* art. 15 ust. 3: the range of actions (zakres działań) */
  ASY_PLAN_GAP_DATES,           /* art. 15 ust. 3: their terms (terminy) */
  ASY_PLAN_GAP_EFFECT,          /* art. 15 ust. 3: expected effects (przewidywane efekty) */
  ASY_PLAN_GAP_CONSULTATION,    /* art. 15 ust. 1 pkt 1: consulting the social worker; a reminder only */
} AsyPlanGapKind;

typedef struct {
  AsyPlanGapKind kind;
  int goal_index;               /* place in the file's goals; -1: the plan as a whole */
  gint64 goal_id;
  gint64 task_id;               /* first task without a date, or 0 */
  gboolean is_blocking;         /* the plan cannot be agreed with it */
  const char *article;          /* static */
} AsyPlanGap;

/**
 * asy_plan_find_gaps:
 *
 * By goals, and within a goal in the order of the Act. A task has a date when
 * it or its goal has a last day. Goals and tasks that were dropped do not
 * count. Pure.
 *
 * Returns: (transfer full) (element-type AsyPlanGap)
 */
GArray *asy_plan_find_gaps (AsyPlanFile *file) G_GNUC_WARN_UNUSED_RESULT;

/** First gap that keeps the plan from being agreed, or %NULL. */
const AsyPlanGap *asy_plan_gaps_find_blocking (GArray *gaps);

/** Whether the family and the office work by this version on @day. A version ends on the day the next one begins. */
gboolean asy_plan_is_in_force (AsyPlan *plan, AsyDay day);

/** Whether a task is still to be done: planned, in progress or done in part. */
gboolean asy_task_is_open (AsyTask *task);

/** Whether it is still to be done after its last day. */
gboolean asy_task_is_late (AsyTask *task, AsyDay today);

/** Of @tasks (AsyTask) those that are done, that count (dropped ones do not) and that are late. */
void asy_goal_count_tasks (GPtrArray *tasks, AsyDay today, guint *ret_done, guint *ret_all, guint *ret_late);

G_END_DECLS
