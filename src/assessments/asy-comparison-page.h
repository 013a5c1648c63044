/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyComparisonPage:
 *
 * Any two finished assessments of a family side by side, also over a reopened
 * case: areas with their change, children, goals, co-operation and words; above
 * them all areas over the years.
 */
#define ASY_TYPE_COMPARISON_PAGE (asy_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyComparisonPage, asy_comparison_page, ASY, COMPARISON_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_comparison_page_new (AsyContext *context);

G_END_DECLS
