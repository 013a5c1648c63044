/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-plan-copy.h"

const char *const asy_plan_copy_recipient_kind_nicks[] = { "family", "care", "social-worker", "court", "curator", "other", NULL };

ASY_RECORD_DEFINE (AsyPlanCopy, asy_plan_copy, ASY_PLAN_COPY, ASY_PLAN_COPY_FIELDS, "plan_copy")
