/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/asy-plan-jobs.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Fills @box with one goal: its facts and its tasks, which can be ticked off. */
void asy_goal_view_fill (GtkBox *box, AsyContext *context, const AsyPlanAnswer *answer, AsyGoal *goal, guint number);

/** A row of the list of goals: ring of progress, title, state. (transfer floating) */
GtkWidget *asy_goal_row_new (AsyGoal *goal, GPtrArray *tasks, guint number, gboolean has_gap, AsyDay today);

G_END_DECLS
