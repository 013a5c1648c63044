/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-assessment-rules.h"
#include "model/asy-area-series.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* Periodic assessments of a family's situation (okresowa ocena, art. 15 ust. 1 pkt 15). */

/**
 * asy_assessment_prefill:
 *
 * A new assessment, not saved, with what the register knows: its number; the
 * period from the day after the last one (or from the assignment) to today;
 * visits; work areas as they were at the start and last time; the children;
 * the goals with their state; changes in the family (members, address, court,
 * foster care, assistant), tasks done and late, help, institutions, threats. %ASY_STORE_ERROR_OVERLAP when one is unfinished.
 * When the work ends it is the closing one: help is told of the whole work, and the conclusion begins with how long the
 * work took, how many visits there were and how many goals were reached.
 */
AsyAssessmentFile *asy_assessment_prefill (AsySession *session, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Closing once the end of the work was proposed or the work ended. Pure. */
AsyAssessmentKind asy_assessment_kind_for (AsyCase *case_file);

AsyAssessmentFile *asy_assessment_file_load (AsySession *session, gint64 assessment_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Finished ones of a family, over all its cases, newest first. (transfer full) (element-type AsyAssessment) */
GPtrArray *asy_assessments_list_for_family (AsySession *session, gint64 family_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** What they said of each area, in the office's order of areas. (transfer full) (element-type AsyAreaSeries) */
GPtrArray *asy_assessments_load_series (AsySession *session, gint64 family_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Of a case, newest first. (transfer full) (element-type AsyAssessment) */
GPtrArray *asy_assessments_list (AsySession *session, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_assessment_save:
 *
 * Saves the assessment and all its parts in one transaction; parts that are no
 * longer in the lists are removed. The visits of the period are counted anew.
 * %ASY_STORE_ERROR_FROZEN when it is finished, %ASY_STORE_ERROR_OVERLAP when
 * its period overlaps another one's or another is unfinished.
 */
gboolean asy_assessment_save (AsySession *session, AsyAssessmentFile *file, GError **error);

/**
 * asy_assessment_finish:
 *
 * Saves and finishes; made_on is today unless set. From then on only handing
 * over changes it. %ASY_STORE_ERROR_MISSING with the field of the first gap
 * (see asy_assessment_find_gaps()).
 */
gboolean asy_assessment_finish (AsySession *session, AsyAssessmentFile *file, GError **error);

/**
 * asy_assessment_hand_over:
 *
 * Art. 15 ust. 1 pkt 15: handing the finished assessment to the employer. The
 * days on which the family read it and on which others got their copy, and a
 * refusal to sign, are saved with it.
 */
gboolean asy_assessment_hand_over (AsySession *session, AsyAssessment *assessment, AsyDay handed_on, const char *handed_to, GError **error);

/** Drops an unfinished assessment with its parts. */
gboolean asy_assessment_discard (AsySession *session, AsyAssessment *assessment, GError **error);

G_END_DECLS
