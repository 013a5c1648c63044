/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"

G_BEGIN_DECLS

/** A work area that nobody has judged yet. */
#define ASY_ASSESSMENT_UNKNOWN (-1)

/** An assessment with its parts and with the records that they speak of. */
typedef struct {
  AsyAssessment *assessment;
  GPtrArray *areas;             /* AsyAssessmentArea, in the office's order of areas */
  GPtrArray *children;          /* AsyAssessmentChild, by place in the family */
  GPtrArray *goals;             /* AsyAssessmentGoal, in the order of the plan */
  GPtrArray *persons;           /* AsyPerson of the children */
  GPtrArray *plan_goals;        /* AsyGoal of the goals */
  GPtrArray *members;           /* AsyMember of the children */
} AsyAssessmentFile;

/** With empty parts. (transfer none) */
AsyAssessmentFile *asy_assessment_file_new (AsyAssessment *assessment) G_GNUC_WARN_UNUSED_RESULT;
void asy_assessment_file_free (AsyAssessmentFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyAssessmentFile, asy_assessment_file_free)

/** (transfer none) (nullable) */
AsyPerson *asy_assessment_file_find_person (AsyAssessmentFile *self, gint64 person_id);
AsyGoal *asy_assessment_file_find_goal (AsyAssessmentFile *self, gint64 goal_id);

G_END_DECLS
