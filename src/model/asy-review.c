/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-review.h"

const char *const asy_review_kind_nicks[] = { "family-quarter", "family-month", "worker-month", NULL };

ASY_RECORD_DEFINE (AsyReview, asy_review, ASY_REVIEW, ASY_REVIEW_FIELDS, "review")
