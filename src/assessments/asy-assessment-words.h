/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-assessment-rules.h"
#include "model/asy-dictionary.h"
#include "ui/asy-words.h"

G_BEGIN_DECLS

/* What the page calls the scales and gaps of an assessment, in the user's language. */

/** Co-operation of the family, 1 (refusal) to 5 (on its own). */
const char *asy_cooperation_get_label (gint64 degree);
#define ASY_COOPERATION_MAX 5

/**
 * asy_assessment_area_dup_history:
 *
 * `na początku: znaczne · poprzednio: umiarkowane · poprawa`: what was known of
 * the area, and how it moved since the last time. (transfer full)
 */
char *asy_assessment_area_dup_history (AsyAssessmentArea *area) G_GNUC_WARN_UNUSED_RESULT;

/** `Anna Nowak`: the child as the register names it. (transfer full) */
char *asy_assessment_child_dup_name (AsyAssessmentFile *file, gint64 person_id) G_GNUC_WARN_UNUSED_RESULT;

/** A sentence that says what is missing. (transfer full) */
char *asy_assessment_gap_dup_text (const AsyAssessmentGap *gap, AsyAssessmentFile *file, AsyDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

/** Why the period cannot be saved, or %NULL. (transfer full) (nullable) */
char *asy_assessment_dup_period_problem (AsyAssessment *assessment) G_GNUC_WARN_UNUSED_RESULT;

/** `Ocena końcowa nr 3`, `Ocena nr 2`. (transfer full) */
char *asy_assessment_dup_title (AsyAssessment *assessment) G_GNUC_WARN_UNUSED_RESULT;

/** Whether it closes the work. */
gboolean asy_assessment_is_closing (AsyAssessment *assessment);

G_END_DECLS
