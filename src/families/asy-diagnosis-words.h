/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-diagnosis-rules.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/* What the page calls the parts of a diagnosis, in the user's language. */

extern const AsyChoice asy_diagnosis_states[];
extern const AsyChoice asy_diagnosis_levels[];

/** Of a resource: `owned`, `endangered`, `missing`. */
const char *asy_diagnosis_state_get_label (AsyDiagnosisItemState state);
AsyMeaning asy_diagnosis_state_get_meaning (AsyDiagnosisItemState state);

/** `Of a person`, `Of the family`, `Of the surroundings`. */
const char *asy_diagnosis_level_get_label (AsyDiagnosisItemLevel level);

/** A sentence that says what is missing. */
const char *asy_diagnosis_gap_get_text (AsyDiagnosisGapKind kind);

/** What the page activates to fill the gap. */
const char *asy_diagnosis_gap_get_action (AsyDiagnosisGapKind kind);

G_END_DECLS
