/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/asy-plan-editor.h"
#include "plans/asy-task-table.h"

G_BEGIN_DECLS

/**
 * AsyGoalView:
 *
 * One goal of a plan with its tasks, changed where it stands in a draft and
 * only read in an agreed plan, but for its progress. Kept and filled anew.
 * Signal `written (uid)` when a goal that was begun has its name.
 */
#define ASY_TYPE_GOAL_VIEW (asy_goal_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyGoalView, asy_goal_view, ASY, GOAL_VIEW, GtkBox)

/** (transfer floating) */
GtkWidget *asy_goal_view_new (AsyPlanEditor *editor);

/** @goal (nullable) is the @number-th; @gaps: (element-type AsyPlanGap) */
void asy_goal_view_show (AsyGoalView *self, AsyGoal *goal, guint number, GArray *gaps);

/** An empty goal of @area (nullable), which is none until it has a name. */
void asy_goal_view_begin (AsyGoalView *self, const char *area);
gboolean asy_goal_view_has_blank (AsyGoalView *self);
void asy_goal_view_drop_blank (AsyGoalView *self);

/** Moves the keyboard into the name, or into what a gap lacks. */
void asy_goal_view_focus_title (AsyGoalView *self);
void asy_goal_view_focus_gap (AsyGoalView *self, AsyPlanGapKind kind);

/** (transfer none) */
AsyTaskTable *asy_goal_view_get_table (AsyGoalView *self);
AsyInlineText *asy_goal_view_get_title (AsyGoalView *self);

void asy_goal_view_set_narrow (AsyGoalView *self, gboolean is_narrow);

G_END_DECLS
