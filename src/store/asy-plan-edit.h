/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-plan-edit.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * asy_plan_edit_take:
 * @plan_id: the version that is edited
 *
 * Does a step of the editor, or its reverse, in one audited transaction. A line that is put back has its uid
 * again, not its id. Only the fields that the step changes are written. Errors: those of asy_plans.h, and
 * %ASY_STORE_ERROR_CONFLICT with the field when it does not hold any more what the step began with.
 */
gboolean asy_plan_edit_take (AsySession *session, gint64 plan_id, AsyPlanEdit *step, GError **error);

G_END_DECLS
