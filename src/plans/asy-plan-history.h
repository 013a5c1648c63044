/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-plan-edit.h"

G_BEGIN_DECLS

/** The steps of an editor, those taken back too. */
typedef struct {
  GPtrArray *done;              /* AsyPlanEdit, the newest last */
  GPtrArray *undone;
} AsyPlanHistory;

AsyPlanHistory *asy_plan_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void asy_plan_history_free (AsyPlanHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyPlanHistory, asy_plan_history_free)

void asy_plan_history_clear (AsyPlanHistory *self);

/** A new step was taken: what was taken back cannot be done again. */
void asy_plan_history_push (AsyPlanHistory *self, AsyPlanEdit *step);

/** What would be taken back, or done again. (transfer none) (nullable) */
AsyPlanEdit *asy_plan_history_peek_undo (AsyPlanHistory *self);
AsyPlanEdit *asy_plan_history_peek_redo (AsyPlanHistory *self);

/** The step to do now: the newest one reversed, or the one last taken back. (transfer full) (nullable) */
AsyPlanEdit *asy_plan_history_undo (AsyPlanHistory *self) G_GNUC_WARN_UNUSED_RESULT;
AsyPlanEdit *asy_plan_history_redo (AsyPlanHistory *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_plan_history_count_writing:
 * @uid: of a goal or a task
 *
 * How many of the newest steps did nothing but write this line, the one that
 * made it included; 0 when it was made before, or something else was done since.
 */
guint asy_plan_history_count_writing (AsyPlanHistory *self, const char *uid);

G_END_DECLS
