/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-plan-review.h"

const char *const asy_plan_review_result_nicks[] = { "continue", "amend", "end", NULL };

ASY_RECORD_DEFINE (AsyPlanReview, asy_plan_review, ASY_PLAN_REVIEW, ASY_PLAN_REVIEW_FIELDS, "plan_review")
