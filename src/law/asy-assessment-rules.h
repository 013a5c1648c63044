/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-assessment-file.h"

G_BEGIN_DECLS

/** Something without which an assessment is not finished. */
typedef struct {
  const char *field;            /* msgid of the field; static */
  const char *area;             /* nullable: the work area, owned by the file */
  gint64 goal_id;               /* the goal, or 0 */
  gint64 person_id;             /* the child, or 0 */
} AsyAssessmentGap;

/**
 * asy_assessment_find_gaps:
 *
 * A half-yearly assessment (art. 15 ust. 1 pkt 15) says for every area how it
 * is now and, unless all is and was well there, why; something of every child, what became of every goal that was not
 * reached, how the family co-operates, and a conclusion with its reasons. Pure.
 *
 * Returns: (transfer full) (element-type AsyAssessmentGap): in the order of the paper
 */
GArray *asy_assessment_find_gaps (AsyAssessmentFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
