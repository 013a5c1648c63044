/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-assessment-goal.h"

const char *const asy_assessment_goal_degree_nicks[] = { "not-started", "in-progress", "partly", "done", "not-done", "dropped", NULL };

ASY_RECORD_DEFINE (AsyAssessmentGoal, asy_assessment_goal, ASY_ASSESSMENT_GOAL, ASY_ASSESSMENT_GOAL_FIELDS, "assessment_goal")
