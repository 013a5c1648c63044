/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-library-match.h"
#include "model/asy-plan-edit.h"
#include "plans/asy-completion.h"
#include "plans/asy-plan-editor.h"

G_BEGIN_DECLS

/* Goals and tasks of the library, as a plan takes them. */

/** A goal for @plan, for its time, in its own area. (transfer full) */
AsyGoal *asy_plan_library_make_goal (AsyLibraryEntry *entry, AsyPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_plan_library_make_task:
 *
 * A task for @goal from its first day, or @today, on, of the usual length and no
 * longer than the goal. An institution is told by its kind, in the office's words.
 * (transfer full)
 */
AsyTask *asy_plan_library_make_task (AsyLibraryTask *task, AsyGoal *goal, AsyDictionary *dictionary, AsyDay today) G_GNUC_WARN_UNUSED_RESULT;

/** The tasks of an entry that @file does not have under @goal yet. (transfer full) (element-type AsyTask) */
GPtrArray *asy_plan_library_make_tasks (AsyLibraryEntry *entry, AsyPlanFile *file, AsyGoal *goal, AsyDictionary *dictionary, AsyDay today) G_GNUC_WARN_UNUSED_RESULT;

/** A goal with what the entry says where the goal says nothing. (transfer full) */
AsyGoal *asy_plan_library_complete_goal (AsyLibraryEntry *entry, AsyGoal *goal) G_GNUC_WARN_UNUSED_RESULT;

/** Goals that the plan does not have yet, or tasks that @goal does not have yet; ASY_COMPLETION_MAX at most. (transfer full) */
GArray *asy_plan_library_propose_goals (AsyPlanEditor *editor, const char *typed, const char *area) G_GNUC_WARN_UNUSED_RESULT;
GArray *asy_plan_library_propose_tasks (AsyPlanEditor *editor, const char *typed, AsyGoal *goal) G_GNUC_WARN_UNUSED_RESULT;

/** What stands below a goal or a task of the library: its area and number of tasks, or who and how often. (transfer full) */
char *asy_plan_library_dup_detail (const AsyLibraryMatch *match, AsyDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

/** Who does a task of the library. (transfer full) */
char *asy_plan_library_dup_who (AsyLibraryTask *task, AsyDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

/** All that an entry is found by, folded: area, goal, effect and tasks. (transfer full) */
char *asy_plan_library_dup_words (AsyLibraryEntry *entry, AsyDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

/** Whether the plan has a goal that reads like it. */
gboolean asy_plan_library_is_in_plan (AsyLibraryEntry *entry, AsyPlanFile *file);

/** Fills a completion with matches. */
void asy_plan_library_show (AsyCompletion *completion, GArray *matches, AsyDictionary *dictionary);

G_END_DECLS
