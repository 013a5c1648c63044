/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyReviewPage:
 *
 * A review of a family or the monthly report of an assistant on the whole
 * window: filled from the register, saves itself while one writes; finished, it
 * is frozen and issued as a paper.
 */
#define ASY_TYPE_REVIEW_PAGE (asy_review_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyReviewPage, asy_review_page, ASY, REVIEW_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_review_page_new (AsyContext *context);

G_END_DECLS
