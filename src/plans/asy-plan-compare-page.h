/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** AsyPlanComparePage: two versions of a plan side by side, any two of them. */
#define ASY_TYPE_PLAN_COMPARE_PAGE (asy_plan_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyPlanComparePage, asy_plan_compare_page, ASY, PLAN_COMPARE_PAGE, AdwBin)

GtkWidget *asy_plan_compare_page_new (AsyContext *context);

G_END_DECLS
