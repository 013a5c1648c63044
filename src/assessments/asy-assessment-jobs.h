/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-assessments.h"
#include "store/asy-store.h"

G_BEGIN_DECLS

/* What the page asks of the store, all run in its worker. */

/** An assessment with the family that it is about. */
typedef struct {
  AsyAssessmentFile *file;
  AsyFamily *family;
} AsyAssessmentAnswer;

void asy_assessment_answer_free (AsyAssessmentAnswer *answer);

/**
 * asy_assessment_begin_job:
 *
 * Request: gint64 family id. The unfinished assessment of the family's current
 * case, or a new one that is not saved yet.
 */
gpointer asy_assessment_begin_job (AsySession *session, gpointer request, GError **error);

/** Request: gint64 assessment id. */
gpointer asy_assessment_load_job (AsySession *session, gpointer request, GError **error);

/** Request: AsyAssessmentFile; gives it back as it was saved, as a new AsyAssessmentFile. */
gpointer asy_assessment_save_job (AsySession *session, gpointer request, GError **error);
gpointer asy_assessment_finish_job (AsySession *session, gpointer request, GError **error);

/** Request: AsyAssessment whose handed_on and handed_to say when and to whom. */
gpointer asy_assessment_hand_over_job (AsySession *session, gpointer request, GError **error);

/** Request: AsyAssessment. */
gpointer asy_assessment_discard_job (AsySession *session, gpointer request, GError **error);

/** Two finished assessments of a family, and all of them over the years. */
typedef struct {
  AsyAssessmentFile *earlier;
  AsyAssessmentFile *later;
  AsyFamily *family;
  GPtrArray *all;               /* AsyAssessment, newest first */
  GPtrArray *series;            /* AsyAreaSeries */
} AsyComparisonAnswer;

void asy_comparison_answer_free (AsyComparisonAnswer *answer);

/** Which; what is 0 is found: the newest one, the one before, the family of the later one. */
typedef struct {
  gint64 family_id;
  gint64 earlier_id;
  gint64 later_id;
} AsyComparisonRequest;

/** %ASY_STORE_ERROR_NOT_FOUND where there are no two. Asked for the wrong way round, they are turned. */
gpointer asy_comparison_load_job (AsySession *session, gpointer request, GError **error);

G_END_DECLS
