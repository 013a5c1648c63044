/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_plan_review_result_nicks. */
typedef enum {
  ASY_PLAN_REVIEW_RESULT_CONTINUE,
  ASY_PLAN_REVIEW_RESULT_AMEND,
  ASY_PLAN_REVIEW_RESULT_END,
} AsyPlanReviewResult;

extern const char *const asy_plan_review_result_nicks[];

/**
 * AsyPlanReview:
 *
 * A review of a plan in force (przegląd planu).
 */
#define ASY_PLAN_REVIEW_FIELDS(F, ...) \
  F (REF, __VA_ARGS__, PLAN_ID, plan_id, ASY_FIELD_REQUIRED, NULL, N_("Plan")) \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Reviewed on")) \
  F (ENUM, __VA_ARGS__, RESULT, result, ASY_FIELD_PLAIN, asy_plan_review_result_nicks, N_("Result of the review")) \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("What the review showed")) \
  F (DAY, __VA_ARGS__, NEXT_ON, next_on, ASY_FIELD_PLAIN, NULL, N_("Next review on"))

#define ASY_TYPE_PLAN_REVIEW (asy_plan_review_get_type ())
ASY_RECORD_DECLARE (AsyPlanReview, asy_plan_review, ASY, PLAN_REVIEW, ASY_PLAN_REVIEW_FIELDS)

G_END_DECLS
