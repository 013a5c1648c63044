/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-assessment-file.h"

G_BEGIN_DECLS

/* Two assessments of a family side by side: of one case, or of a case and the
 * one that was opened after it. Everything points into the two files. */

typedef enum {
  ASY_LEVEL_CHANGE_UNKNOWN,           /* one of the two does not say */
  ASY_LEVEL_CHANGE_BETTER,
  ASY_LEVEL_CHANGE_SAME,
  ASY_LEVEL_CHANGE_WORSE,
} AsyLevelChange;

/** Marks of difficulty: higher is worse; below 0 is not judged. */
AsyLevelChange asy_level_compare (gint64 earlier, gint64 later);

typedef struct {
  const char *area;
  gint64 earlier, later;        /* ASY_ASSESSMENT_UNKNOWN: not judged */
  const char *note_earlier, *note_later; /* nullable */
} AsyAreaChange;

typedef struct {
  gint64 person_id;
  AsyAssessmentChild *earlier, *later; /* either may be missing */
} AsyChildChange;

typedef struct {
  AsyGoal *goal;
  AsyAssessmentGoal *earlier, *later; /* either may be missing */
} AsyGoalChange;

typedef struct {
  guint field;                  /* of AsyAssessment */
  const char *earlier, *later;  /* nullable */
} AsyTextChange;

typedef struct {
  GArray *areas;                /* AsyAreaChange, in the order of the later one */
  GArray *children;             /* AsyChildChange */
  GArray *goals;                /* AsyGoalChange: a goal and the one it became in a later version are one */
  GArray *texts;                /* AsyTextChange: those of which at least one says something */
  guint n_better, n_same, n_worse; /* areas */
} AsyComparison;

/** Pure. (transfer full) */
AsyComparison *asy_assessment_compare (AsyAssessmentFile *earlier, AsyAssessmentFile *later) G_GNUC_WARN_UNUSED_RESULT;
void asy_comparison_free (AsyComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyComparison, asy_comparison_free)

G_END_DECLS
