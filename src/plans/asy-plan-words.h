/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-plan-rules.h"
#include "model/asy-plan-edit.h"
#include "plans/asy-plan-jobs.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/* What the plan says, in words. Functions named dup give (transfer full). */

/** `12.01–30.04`; the year where it is not that of @today. `no dates` without any. */
char *asy_plan_dup_period (AsyDay from, AsyDay until, AsyDay today) G_GNUC_WARN_UNUSED_RESULT;

/** Who does a task: `Anna Nowak`, the name of the institution, or the words in the task. */
char *asy_plan_dup_who (AsyTask *task, const AsyPlanAnswer *answer) G_GNUC_WARN_UNUSED_RESULT;

/** `the family`, `institution`: who does a task when nobody is named. (transfer none) */
const char *asy_plan_get_who_kind_label (AsyTaskWhoKind kind);

/** `done 13.03`, `11 days late`, `in progress`. */
char *asy_plan_dup_task_state (AsyTask *task, AsyDay today, AsyMeaning *ret_meaning) G_GNUC_WARN_UNUSED_RESULT;

/** What a task builds on; %NULL for nothing. (transfer none) */
const char *asy_plan_get_resource (AsyTask *task, const AsyPlanAnswer *answer);

/** `Upbringing (art. 8 ust. 1 pkt 3)`; %NULL for none. */
char *asy_plan_dup_aim (AsyContext *context, gint64 aim) G_GNUC_WARN_UNUSED_RESULT;

/** `Goal 3 has no task: …`. */
char *asy_plan_dup_gap (const AsyPlanGap *gap) G_GNUC_WARN_UNUSED_RESULT;

/** `Undo: a goal removed`, for the button. @step is nullable. */
char *asy_plan_dup_undo (AsyPlanEdit *step) G_GNUC_WARN_UNUSED_RESULT;
char *asy_plan_dup_redo (AsyPlanEdit *step) G_GNUC_WARN_UNUSED_RESULT;

/** Who does a task is one choice on screen and several fields in the register: `person:12`, `worker:3`, `provider:7`, `family`… */
char *asy_plan_dup_who_code (AsyTask *task) G_GNUC_WARN_UNUSED_RESULT;
void asy_plan_set_who_code (AsyTask *task, const char *code);

/** Fixed lists; the last one has a %NULL code. */
extern const AsyChoice asy_plan_goal_states[];
extern const AsyChoice asy_plan_task_states[];
extern const AsyChoice asy_plan_priorities[];

/** The translated label of @code, or "". */
const char *asy_plan_get_choice (const AsyChoice *choices, const char *code);

G_END_DECLS
