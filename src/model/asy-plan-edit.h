/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"

G_BEGIN_DECLS

/** What somebody did, for the words beside "undo". */
typedef enum {
  ASY_PLAN_EDIT_CHANGE_PLAN,
  ASY_PLAN_EDIT_ADD_GOAL,
  ASY_PLAN_EDIT_CHANGE_GOAL,
  ASY_PLAN_EDIT_REMOVE_GOAL,
  ASY_PLAN_EDIT_MOVE_GOAL,
  ASY_PLAN_EDIT_ADD_TASK,
  ASY_PLAN_EDIT_CHANGE_TASK,
  ASY_PLAN_EDIT_REMOVE_TASK,
  ASY_PLAN_EDIT_MOVE_TASK,
  ASY_PLAN_EDIT_TICK,
  ASY_PLAN_EDIT_INDENT,         /* a goal became a task of the goal above */
  ASY_PLAN_EDIT_OUTDENT,        /* a task became a goal */
  ASY_PLAN_EDIT_FORM,           /* what a form saved, whatever it was */
} AsyPlanEditKind;

/** One line before and after. Lines are known by their uid, which a line that was removed and put back keeps. */
typedef struct {
  AsyRecord *before;            /* nullable: the step makes it */
  AsyRecord *after;             /* nullable: the step removes it */
  char *goal_before;            /* of a task: uid of its goal */
  char *goal_after;
} AsyPlanChange;

/**
 * AsyPlanEdit:
 *
 * One step of editing a plan: an #AsyPlan, #AsyGoal and #AsyTask records before and after. Never changed
 * once it is taken, so that it may travel to the store's worker.
 */
typedef struct {
  gatomicrefcount ref_count;
  AsyPlanEditKind kind;
  GPtrArray *changes;           /* AsyPlanChange */
} AsyPlanEdit;

AsyPlanEdit *asy_plan_edit_new (AsyPlanEditKind kind) G_GNUC_WARN_UNUSED_RESULT;
AsyPlanEdit *asy_plan_edit_ref (AsyPlanEdit *self);
void asy_plan_edit_unref (AsyPlanEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyPlanEdit, asy_plan_edit_unref)

/** Takes copies of @before and @after; the goals (nullable) are those of a task. A change of nothing is left out. */
void asy_plan_edit_add (AsyPlanEdit *self, gpointer before, AsyGoal *goal_before, gpointer after, AsyGoal *goal_after);

/** The step that takes this one back. (transfer full) */
AsyPlanEdit *asy_plan_edit_reverse (AsyPlanEdit *self) G_GNUC_WARN_UNUSED_RESULT;

/** Whether the step changes @field of the line: never the place of a task in the register, which follows from its goal. */
gboolean asy_plan_change_touches (const AsyPlanChange *change, guint field);

/** The line the step is about, before or after: to be shown when it is done. (transfer none) (nullable) */
AsyRecord *asy_plan_change_get_line (const AsyPlanChange *change);

/**
 * asy_plan_edit_apply:
 *
 * Does the step to a file at hand. Lines that it makes get ids below zero until the register gives them one.
 */
void asy_plan_edit_apply (AsyPlanEdit *self, AsyPlanFile *file);

/** What leads from one state of a plan to another; %NULL when they say the same. (transfer full) */
AsyPlanEdit *asy_plan_edit_between (AsyPlanFile *before, AsyPlanFile *after, AsyPlanEditKind kind) G_GNUC_WARN_UNUSED_RESULT;

/** By uid. (transfer none) (nullable) */
AsyGoal *asy_plan_file_find_goal (AsyPlanFile *file, const char *uid);
AsyTask *asy_plan_file_find_task (AsyPlanFile *file, const char *uid);

/** The goal that @task hangs on. (transfer none) (nullable) */
AsyGoal *asy_plan_file_get_goal_of (AsyPlanFile *file, AsyTask *task);

/** Plan, goals and tasks copied. (transfer full) */
AsyPlanFile *asy_plan_file_copy (AsyPlanFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
