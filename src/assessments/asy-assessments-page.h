/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyAssessmentsPage:
 *
 * One periodic assessment of a family's situation (okresowa ocena, art. 15
 * ust. 1 pkt 15) on the whole window. Saves itself while one writes; finished,
 * it is frozen, handed to the employer and issued as a paper.
 */
#define ASY_TYPE_ASSESSMENTS_PAGE (asy_assessments_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyAssessmentsPage, asy_assessments_page, ASY, ASSESSMENTS_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_assessments_page_new (AsyContext *context);

G_END_DECLS
