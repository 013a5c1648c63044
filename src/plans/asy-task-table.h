/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/asy-plan-editor.h"
#include "plans/asy-task-row.h"

G_BEGIN_DECLS

/**
 * AsyTaskTable:
 *
 * The tasks of one goal, written as in an outliner: Enter in a task begins the
 * next one, Backspace in an empty one removes it. Rows are kept and filled anew.
 */
#define ASY_TYPE_TASK_TABLE (asy_task_table_get_type ())
G_DECLARE_FINAL_TYPE (AsyTaskTable, asy_task_table, ASY, TASK_TABLE, GtkBox)

/** (transfer floating) */
GtkWidget *asy_task_table_new (AsyPlanEditor *editor);

/** @goal: (nullable) */
void asy_task_table_show (AsyTaskTable *self, AsyGoal *goal, guint number);
void asy_task_table_set_narrow (AsyTaskTable *self, gboolean is_narrow);

/** Begins a task behind the one at hand, or at the end. */
void asy_task_table_begin (AsyTaskTable *self);

/** The task that the keyboard was in last, if it is still there. (transfer none) (nullable) */
AsyTask *asy_task_table_get_current (AsyTaskTable *self);

/** Whether the keyboard is in the table now. */
gboolean asy_task_table_has_focus (AsyTaskTable *self);

/** Moves the keyboard into a task; @uid (nullable): the first one. */
void asy_task_table_focus (AsyTaskTable *self, const char *uid);

/** Removes the current task, with a toast to take it back. */
void asy_task_table_remove_current (AsyTaskTable *self);

/** Opens the list of goals, or of resources, for the current task. */
void asy_task_table_pick_goal (AsyTaskTable *self);
void asy_task_table_pick_resource (AsyTaskTable *self);

/** (transfer none): the row of a task, for tests. */
AsyTaskRow *asy_task_table_get_row (AsyTaskTable *self, guint index);

G_END_DECLS
