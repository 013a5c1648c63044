/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-library.h"
#include "model/asy-plan-edit.h"
#include "plans/asy-plan-jobs.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyPlanEditor:
 *
 * The plan of a family at hand, without a widget: each step is done to it at once, sent to the store as a
 * transaction of its own, and can be taken back. What others change comes in when nothing is on its way.
 * Signal `changed` when there is something else to show.
 */
#define ASY_TYPE_PLAN_EDITOR (asy_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (AsyPlanEditor, asy_plan_editor, ASY, PLAN_EDITOR, GObject)

AsyPlanEditor *asy_plan_editor_new (AsyContext *context) G_GNUC_WARN_UNUSED_RESULT;

/** Loads the plan of a family, or loads it again. */
void asy_plan_editor_show (AsyPlanEditor *self, gint64 family_id);

AsyContext *asy_plan_editor_get_context (AsyPlanEditor *self);
gint64 asy_plan_editor_get_family (AsyPlanEditor *self);

/** (transfer none) (nullable): until the first answer */
AsyPlanAnswer *asy_plan_editor_get_answer (AsyPlanEditor *self);

/** The plan as it stands now, steps on their way included. (transfer none) (nullable) */
AsyPlanFile *asy_plan_editor_get_file (AsyPlanEditor *self);

/** Not agreed yet. */
gboolean asy_plan_editor_is_draft (AsyPlanEditor *self);

/** Everything may change: a draft that nobody signed. */
gboolean asy_plan_editor_is_writable (AsyPlanEditor *self);

/** Progress may change: a draft or a version that has not ended. */
gboolean asy_plan_editor_is_open (AsyPlanEditor *self);

/** @step: (transfer full) (nullable). %FALSE when there was nothing to do. */
gboolean asy_plan_editor_take (AsyPlanEditor *self, AsyPlanEdit *step);

/** (transfer none) (nullable) */
AsyPlanEdit *asy_plan_editor_peek_undo (AsyPlanEditor *self);
AsyPlanEdit *asy_plan_editor_peek_redo (AsyPlanEditor *self);

/** The step that was done now, for showing its place. (transfer full) (nullable) */
AsyPlanEdit *asy_plan_editor_undo (AsyPlanEditor *self);
AsyPlanEdit *asy_plan_editor_redo (AsyPlanEditor *self);

/** A toast that takes back the newest step, whatever was done since. */
void asy_plan_editor_offer_undo (AsyPlanEditor *self, const char *text);

/** A form saved something of this plan: what comes with the next answer is a step of the history. */
void asy_plan_editor_note_form (AsyPlanEditor *self);

/**
 * asy_plan_editor_take_back_writing:
 * @uid: of a goal or a task
 *
 * Takes back a line that was only being written, so that what is put in its
 * place is one step. %FALSE, and nothing done, when it is older than that.
 */
gboolean asy_plan_editor_take_back_writing (AsyPlanEditor *self, const char *uid);

/** The library of proven goals; signal `library-changed` tells when it is another. (transfer none) (nullable): until it is loaded */
AsyLibrary *asy_plan_editor_get_library (AsyPlanEditor *self);

/** Steps that the register does not have yet. */
guint asy_plan_editor_get_pending (AsyPlanEditor *self);

/** When the last step reached the register, or %NULL. (transfer none) */
GDateTime *asy_plan_editor_get_saved_at (AsyPlanEditor *self);

G_END_DECLS
