/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-plan-edit.h"

G_BEGIN_DECLS

/*
 * The steps that the editor knows, each made from the plan at hand without
 * changing it. %NULL where there is nothing to do (the first goal does not move
 * up). All pure; (transfer full) (nullable).
 */

/**
 * @goal: new, without a place
 * @after: (nullable): the goal that it follows; %NULL for the end
 * @tasks: (nullable) (element-type AsyTask): new ones that come with it, in order
 */
AsyPlanEdit *asy_plan_edits_add_goal (AsyPlanFile *file, AsyGoal *goal, AsyGoal *after, GPtrArray *tasks) G_GNUC_WARN_UNUSED_RESULT;

/** @changed: the plan, a goal or a task of it with other values. */
AsyPlanEdit *asy_plan_edits_edit (AsyPlanFile *file, gpointer changed) G_GNUC_WARN_UNUSED_RESULT;

/** @changed: a goal of the plan with other values; @tasks (element-type AsyTask): new ones that come behind its own. */
AsyPlanEdit *asy_plan_edits_fill_goal (AsyPlanFile *file, AsyGoal *changed, GPtrArray *tasks) G_GNUC_WARN_UNUSED_RESULT;

/** Done on @today, or in progress again. */
AsyPlanEdit *asy_plan_edits_tick (AsyPlanFile *file, AsyTask *task, gboolean is_done, AsyDay today) G_GNUC_WARN_UNUSED_RESULT;

/** With its tasks. */
AsyPlanEdit *asy_plan_edits_remove_goal (AsyPlanFile *file, AsyGoal *goal) G_GNUC_WARN_UNUSED_RESULT;
AsyPlanEdit *asy_plan_edits_remove_task (AsyPlanFile *file, AsyTask *task) G_GNUC_WARN_UNUSED_RESULT;

/** @by: -1 up, 1 down; a task moves within its goal. */
AsyPlanEdit *asy_plan_edits_move_goal (AsyPlanFile *file, AsyGoal *goal, int by) G_GNUC_WARN_UNUSED_RESULT;
AsyPlanEdit *asy_plan_edits_move_task (AsyPlanFile *file, AsyTask *task, int by) G_GNUC_WARN_UNUSED_RESULT;

/** To the end of the tasks of another goal. */
AsyPlanEdit *asy_plan_edits_move_task_to (AsyPlanFile *file, AsyTask *task, AsyGoal *goal) G_GNUC_WARN_UNUSED_RESULT;

/** @after: (nullable): the task that it follows; %NULL for the end of @goal */
AsyPlanEdit *asy_plan_edits_add_task (AsyPlanFile *file, AsyTask *task, AsyGoal *goal, AsyTask *after) G_GNUC_WARN_UNUSED_RESULT;

/**
 * A goal becomes a task of the goal above, and its tasks follow it there. What
 * it says of effect and measure goes into the note of the task.
 */
AsyPlanEdit *asy_plan_edits_indent (AsyPlanFile *file, AsyGoal *goal) G_GNUC_WARN_UNUSED_RESULT;

/** A task becomes a goal of the same area, behind the one that it hung on. */
AsyPlanEdit *asy_plan_edits_outdent (AsyPlanFile *file, AsyTask *task) G_GNUC_WARN_UNUSED_RESULT;

/** The goal @by places away, or %NULL. (transfer none) */
AsyGoal *asy_plan_edits_get_neighbour (AsyPlanFile *file, AsyGoal *goal, int by);

G_END_DECLS
