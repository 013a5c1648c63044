/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_assessment_goal_degree_nicks. */
typedef enum {
  ASY_ASSESSMENT_GOAL_DEGREE_NOT_STARTED,
  ASY_ASSESSMENT_GOAL_DEGREE_IN_PROGRESS,
  ASY_ASSESSMENT_GOAL_DEGREE_PARTLY,
  ASY_ASSESSMENT_GOAL_DEGREE_DONE,
  ASY_ASSESSMENT_GOAL_DEGREE_NOT_DONE,
  ASY_ASSESSMENT_GOAL_DEGREE_DROPPED,
} AsyAssessmentGoalDegree;

extern const char *const asy_assessment_goal_degree_nicks[];

/**
 * AsyAssessmentGoal:
 *
 * How far a goal of the plan is, within an assessment.
 */
#define ASY_ASSESSMENT_GOAL_FIELDS(F, ...)                                                               \
  F (REF, __VA_ARGS__, ASSESSMENT_ID, assessment_id, ASY_FIELD_REQUIRED, NULL, N_("Assessment"))         \
  F (REF, __VA_ARGS__, GOAL_ID, goal_id, ASY_FIELD_REQUIRED, NULL, N_("Goal"))                           \
  F (ENUM, __VA_ARGS__, DEGREE, degree, ASY_FIELD_PLAIN, asy_assessment_goal_degree_nicks, N_("Degree")) \
  F (TEXT, __VA_ARGS__, EFFECT, effect, ASY_FIELD_PERSONAL, NULL, N_("Effect"))                          \
  F (TEXT, __VA_ARGS__, OBSTACLE, obstacle, ASY_FIELD_PERSONAL, NULL, N_("Reasons for not reaching it"))

#define ASY_TYPE_ASSESSMENT_GOAL (asy_assessment_goal_get_type ())
ASY_RECORD_DECLARE (AsyAssessmentGoal, asy_assessment_goal, ASY, ASSESSMENT_GOAL, ASY_ASSESSMENT_GOAL_FIELDS)

G_END_DECLS
