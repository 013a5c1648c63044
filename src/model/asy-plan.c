/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-plan.h"

ASY_RECORD_DEFINE (AsyPlan, asy_plan, ASY_PLAN, ASY_PLAN_FIELDS, "plan")
