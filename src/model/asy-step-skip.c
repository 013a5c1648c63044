/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-step-skip.h"

ASY_RECORD_DEFINE (AsyStepSkip, asy_step_skip, ASY_STEP_SKIP, ASY_STEP_SKIP_FIELDS, "step_skip")
