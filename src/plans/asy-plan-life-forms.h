/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-plan-life.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/* Forms of the steps in the life of a plan; each opens over the window and saves through the store. */

/**
 * asy_plan_step_form_open:
 * @file: the version that the step is of; for ASY_PLAN_STEP_NEW the one that ended
 *
 * Nothing opens for a step that has no form of its own (ASY_PLAN_STEP_COMPLETE).
 */
void asy_plan_step_form_open (AsyContext *context, AsyFamilyFile *family, AsyPlanFile *file, AsyPlanStep step);

/** When and how a plan ends. */
void asy_plan_end_form_open (AsyContext *context, AsyPlan *plan);

/** Who received copies of a version, and a new one. @plan_id: any version; asked for in the store. */
void asy_plan_copies_open (AsyContext *context, gint64 plan_id);

/** Asks, and drops a draft. */
void asy_plan_discard_ask (AsyContext *context, GtkWidget *parent, AsyPlan *plan);

G_END_DECLS
