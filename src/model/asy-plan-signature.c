/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-plan-signature.h"

const char *const asy_plan_signature_answer_nicks[] = { "signed", "refused", NULL };

ASY_RECORD_DEFINE (AsyPlanSignature, asy_plan_signature, ASY_PLAN_SIGNATURE, ASY_PLAN_SIGNATURE_FIELDS, "plan_signature")
