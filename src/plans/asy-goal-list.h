/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/asy-plan-editor.h"

G_BEGIN_DECLS

/**
 * AsyGoalList:
 *
 * The goals of a plan under the names of their work areas, each with a ring of
 * what is done. Rows are kept and filled anew. Signal `chosen (uid)` when the
 * user goes to another goal, `activated` for Enter or a click on one, and
 * `dropped (item id, uid)` when a difficulty of the diagnosis is dropped on it
 * (uid of the goal, or NULL behind the last), `library-dropped (id, uid)` for a
 * goal of the library.
 */
#define ASY_TYPE_GOAL_LIST (asy_goal_list_get_type ())
G_DECLARE_FINAL_TYPE (AsyGoalList, asy_goal_list, ASY, GOAL_LIST, AdwBin)

/** (transfer floating) */
GtkWidget *asy_goal_list_new (AsyPlanEditor *editor);

/** @gaps: (element-type AsyPlanGap); @uid: the goal to select; @has_blank: one is being written at the end */
void asy_goal_list_show (AsyGoalList *self, GArray *gaps, const char *uid, gboolean has_blank);

void asy_goal_list_focus (AsyGoalList *self);

G_END_DECLS
