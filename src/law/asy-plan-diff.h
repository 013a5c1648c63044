/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"

G_BEGIN_DECLS

/** What became of a plan, a goal or a task from one version to a later one. */
typedef enum {
  ASY_PLAN_DIFF_SAME,
  ASY_PLAN_DIFF_ADDED,
  ASY_PLAN_DIFF_CHANGED,
  ASY_PLAN_DIFF_DROPPED,        /* left out, or given up (zaniechane) in the later version */
} AsyPlanDiffKind;

/** One line of a comparison. */
typedef struct {
  AsyPlanDiffKind kind;
  AsyRecord *before;            /* AsyPlan, AsyGoal or AsyTask; nullable for what was added */
  AsyRecord *after;             /* nullable for what was left out */
  guint goal_before;            /* number of the goal in its version, from 1; 0: none, or the plan itself */
  guint goal_after;
  guint task_before;            /* of the task in its goal; 0 for a goal */
  guint task_after;
  GArray *fields;               /* guint: what differs in a changed one, by the record's table of fields */
} AsyPlanDiffLine;

void asy_plan_diff_line_free (AsyPlanDiffLine *line);

/** The record that names the line: the later one, or the earlier of what was left out. (transfer none) */
AsyRecord *asy_plan_diff_line_get_record (const AsyPlanDiffLine *line);

/** How many lines of each kind; the plan itself does not count. */
typedef struct {
  guint n_added;
  guint n_changed;
  guint n_dropped;
} AsyPlanDiffTotals;

/**
 * asy_plan_diff:
 * @versions: (element-type AsyPlanFile): oldest first; the first is compared with the last, and
 *   those between tell what was copied from what (origin_id)
 *
 * The plan itself, then its goals in the order of the later version, each with
 * its tasks; what was left out stands behind what it stood behind. Progress and
 * order do not count as changes. Pure; the lines borrow nothing.
 *
 * Returns: (transfer full) (element-type AsyPlanDiffLine)
 */
GPtrArray *asy_plan_diff (GPtrArray *versions) G_GNUC_WARN_UNUSED_RESULT;

AsyPlanDiffTotals asy_plan_diff_sum (GPtrArray *lines);

G_END_DECLS
