/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-plan-diff.h"
#include "plans/asy-plan-jobs.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * asy_plan_compare_row_new:
 * @answer: names the people
 * @only_changes: of a changed line, only the fields that differ
 *
 * A line of a comparison: what became of it, and the earlier and the later
 * words side by side, those that differ marked (struck out and underlined). Its
 * accessible name says all of it. (transfer floating)
 */
GtkWidget *asy_plan_compare_row_new (AsyContext *context, const AsyPlanAnswer *answer, const AsyPlanDiffLine *line, gboolean only_changes);

G_END_DECLS
