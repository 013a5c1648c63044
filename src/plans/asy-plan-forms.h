/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/asy-plan-jobs.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/* Forms of the plan; each opens over the window and saves through the store. Those given back are (transfer none). */

/** The plan as a whole: main goal, period, consultation, review. @plan may be new (with its case set). */
AsyForm *asy_plan_form_open (AsyContext *context, AsyPlan *plan);

/** @goal may be new (with its plan set). */
AsyForm *asy_goal_form_open (AsyContext *context, AsyGoal *goal);

/** @task may be new (with its goal set). */
AsyForm *asy_task_form_open (AsyContext *context, AsyTask *task, const AsyPlanAnswer *answer);

G_END_DECLS
