/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyPlanBar:
 *
 * The band above a plan: which version it is and where it stands, what is
 * missing, the next step as one button and the others in a menu. Signal
 * `complete`: the user asked to fill what art. 15 ust. 3 demands.
 */
#define ASY_TYPE_PLAN_BAR (asy_plan_bar_get_type ())
G_DECLARE_FINAL_TYPE (AsyPlanBar, asy_plan_bar, ASY, PLAN_BAR, GtkBox)

/** Shows the newest version of the family's plan; @family is kept. */
void asy_plan_bar_show (AsyPlanBar *self, AsyContext *context, AsyFamilyFile *family);

/** Opens the comparison with the version before; nothing when there is none. */
void asy_plan_bar_compare (AsyPlanBar *self);

G_END_DECLS
