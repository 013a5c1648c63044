/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-deadline.h"
#include "model/asy-review.h"

G_BEGIN_DECLS

/* Reviews are an office's own habit, the Act knows none: whole months and quarters of the calendar. */

/** The month or quarter that @day lies in. */
void asy_review_get_period (AsyReviewKind kind, AsyDay day, AsyDay *ret_from, AsyDay *ret_until);

/** The last one that is over on @today. */
void asy_review_get_last_period (AsyReviewKind kind, AsyDay today, AsyDay *ret_from, AsyDay *ret_until);

/**
 * asy_review_get_deadline:
 *
 * Until when the review of the last period that is over is made: the rule
 * `review-working-days`, the office's own term. %FALSE without such a rule.
 */
gboolean asy_review_get_deadline (AsyReviewKind kind, AsyDay today, const AsyRules *rules, AsyDeadline *ret_deadline);

G_END_DECLS
