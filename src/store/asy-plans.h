/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-plan-rules.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * Plans of work with a family (plan pracy z rodziną, art. 15). A version is a
 * draft until it is agreed; from then on only progress changes: the state of
 * goals and tasks, the approval and the day of review. A version that ended
 * does not change at all, and what somebody signed stays as it was signed even
 * while it is a draft. The steps of its life are in asy-plan-steps.h.
 */

/** A version with its goals and tasks. */
AsyPlanFile *asy_plan_file_load (AsySession *session, gint64 plan_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_plan_history_load:
 * @older_id, @newer_id: versions of one case; they may be the same
 *
 * Both and what lies between them, oldest first, for asy_plan_diff(). %ASY_STORE_ERROR_INVALID
 * when they are not of one case. (transfer full) (element-type AsyPlanFile)
 */
GPtrArray *asy_plan_history_load (AsySession *session, gint64 older_id, gint64 newer_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Versions of a case, newest first. (transfer full) (element-type AsyPlan) */
GPtrArray *asy_plans_list (AsySession *session, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The institutions that tasks of a version name. (transfer full) (element-type AsyProvider) */
GPtrArray *asy_plan_list_providers (AsySession *session, gint64 plan_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_plan_save:
 *
 * A new plan gets its number, version 1 and the day of drafting. Errors:
 * %ASY_STORE_ERROR_OVERLAP when the case has a draft already,
 * %ASY_STORE_ERROR_FROZEN with the field that may no longer change.
 */
gboolean asy_plan_save (AsySession *session, AsyPlan *plan, GError **error);

/** A new goal or task goes to the end. %ASY_STORE_ERROR_FROZEN as above. */
gboolean asy_goal_save (AsySession *session, AsyGoal *goal, GError **error);
gboolean asy_task_save (AsySession *session, AsyTask *task, GError **error);

/** Only in a draft; a goal goes with its tasks. */
gboolean asy_goal_delete (AsySession *session, AsyGoal *goal, GError **error);
gboolean asy_task_delete (AsySession *session, AsyTask *task, GError **error);

/** Only in a draft: puts the goals of a plan, or the tasks of a goal, in the order of @ids, which must name all of them. */
gboolean asy_goals_reorder (AsySession *session, gint64 plan_id, const gint64 *ids, gsize n_ids, GError **error);
gboolean asy_tasks_reorder (AsySession *session, gint64 goal_id, const gint64 *ids, gsize n_ids, GError **error);

/**
 * asy_plan_agree:
 * @plan: a draft; its own changes are saved too
 * @agreed_on: day of the family's signature, or of the note that it refused (refusal_reason)
 *
 * Puts the version in force and ends the one before on the same day. Errors:
 * %ASY_STORE_ERROR_INCOMPLETE with the article when actions, dates or expected
 * effects are missing, %ASY_STORE_ERROR_INVALID for a day to come or before the
 * version in force or before an answer of the family, %ASY_STORE_ERROR_FROZEN when it is agreed already.
 */
gboolean asy_plan_agree (AsySession *session, AsyPlan *plan, AsyDay agreed_on, GError **error);

/**
 * asy_plan_amend:
 * @plan_id: the version in force
 * @kind: (modyfikacja planu) why, by the dictionary
 * @reason: and in words
 *
 * A draft of the next version with copies of all goals and tasks, which know
 * what they were copied from (origin_id). Progress noted on the version in
 * force reaches the copies that were not changed themselves.
 */
AsyPlanFile *asy_plan_amend (AsySession *session, gint64 plan_id, AsyPlanChangeKind kind, const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Drops a draft with its goals and tasks. */
gboolean asy_plan_discard (AsySession *session, AsyPlan *plan, GError **error);

G_END_DECLS
