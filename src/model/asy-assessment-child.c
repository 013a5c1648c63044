/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-assessment-child.h"

ASY_RECORD_DEFINE (AsyAssessmentChild, asy_assessment_child, ASY_ASSESSMENT_CHILD, ASY_ASSESSMENT_CHILD_FIELDS, "assessment_child")
