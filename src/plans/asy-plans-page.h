/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyPlansPage:
 *
 * The plan of work with a family (plan pracy z rodziną), on the whole window.
 * Shows by `show-plan` with the id of a family.
 */
#define ASY_TYPE_PLANS_PAGE (asy_plans_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyPlansPage, asy_plans_page, ASY, PLANS_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_plans_page_new (AsyContext *context);

G_END_DECLS
