/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/asy-inline-text.h"
#include "plans/asy-plan-editor.h"

G_BEGIN_DECLS

typedef enum {
  ASY_TASK_CELL_WHO,
  ASY_TASK_CELL_WHEN,
  ASY_TASK_CELL_OFTEN,
  ASY_TASK_CELL_N,
} AsyTaskCell;

/**
 * AsyTaskRow:
 *
 * A task in the table of a goal, changed where it stands. A row is filled anew
 * with another task rather than made anew. Signals `ticked (is_done)` and
 * `opened (cell)`; what is typed comes from its text.
 */
#define ASY_TYPE_TASK_ROW (asy_task_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyTaskRow, asy_task_row, ASY, TASK_ROW, GtkListBoxRow)

/** (transfer floating) */
GtkWidget *asy_task_row_new (void);

/**
 * @task: (nullable): %NULL for the one that is about to be written
 * @goal_has_end: the goal has a last day, so the task need not have its own (art. 15 ust. 3)
 */
void asy_task_row_show (AsyTaskRow *self, AsyPlanEditor *editor, AsyTask *task, guint goal_number, guint number, gboolean goal_has_end);

/** `How often` gives way where there is little room. */
void asy_task_row_set_narrow (AsyTaskRow *self, gboolean is_narrow);

/** (transfer none) (nullable) */
const char *asy_task_row_get_uid (AsyTaskRow *self);
AsyInlineText *asy_task_row_get_text (AsyTaskRow *self);
GtkWidget *asy_task_row_get_cell (AsyTaskRow *self, AsyTaskCell cell);

/** Widths of the columns, for the heads above them. Pixels. */
int asy_task_row_get_width (AsyTaskCell cell);
#define ASY_TASK_CHECK_WIDTH_PX 24
#define ASY_TASK_STATE_WIDTH_PX 142

G_END_DECLS
