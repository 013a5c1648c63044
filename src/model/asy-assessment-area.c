/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-assessment-area.h"

ASY_RECORD_DEFINE (AsyAssessmentArea, asy_assessment_area, ASY_ASSESSMENT_AREA, ASY_ASSESSMENT_AREA_FIELDS, "assessment_area")
