/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-plan.h"

const char *const asy_plan_change_kind_nicks[] = { "none", "reached", "inadequate", "new-problem", "household", "court", "request",
                                                   "assessment", NULL };
const char *const asy_plan_end_kind_nicks[] = { "none", "reached", "partly", "not-reached", "withdrawn", "moved", "court", "other",
                                                NULL };

ASY_RECORD_DEFINE (AsyPlan, asy_plan, ASY_PLAN, ASY_PLAN_FIELDS, "plan")
