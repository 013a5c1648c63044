/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-assessment-file.h"

G_BEGIN_DECLS

/* Saving while one types: a copy goes to the register, what came of it comes back. */

/** The assessment and its parts, apart from the shown ones; the records that they speak of stay behind. (transfer full) */
AsyAssessmentFile *asy_assessment_file_duplicate (AsyAssessmentFile *file) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_assessment_file_take_saved:
 * @saved: a duplicate of @shown that was saved in the meantime
 *
 * Takes from @saved what the register decides: keys, revisions, the number and
 * the visits of the period. What was typed since then stays.
 */
void asy_assessment_file_take_saved (AsyAssessmentFile *shown, AsyAssessmentFile *saved);

G_END_DECLS
