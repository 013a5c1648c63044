/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-assessment.h"

const char *const asy_assessment_conclusion_nicks[] = { "none", "continue", "amend", "change-assistant", "end", "court", NULL };

const char *const asy_assessment_kind_nicks[] = { "periodic", "closing", NULL };

ASY_RECORD_DEFINE (AsyAssessment, asy_assessment, ASY_ASSESSMENT, ASY_ASSESSMENT_FIELDS, "assessment")
