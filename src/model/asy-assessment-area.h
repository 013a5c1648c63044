/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyAssessmentArea:
 *
 * One work area within an assessment: now, before and at the start.
 */
#define ASY_ASSESSMENT_AREA_FIELDS(F, ...)                                                       \
  F (REF, __VA_ARGS__, ASSESSMENT_ID, assessment_id, ASY_FIELD_REQUIRED, NULL, N_("Assessment")) \
  F (TEXT, __VA_ARGS__, AREA, area, ASY_FIELD_REQUIRED, NULL, N_("Work area"))                   \
  F (INT, __VA_ARGS__, AT_START, at_start, ASY_FIELD_PLAIN, NULL, N_("At the start"))            \
  F (INT, __VA_ARGS__, BEFORE, before, ASY_FIELD_PLAIN, NULL, N_("Before"))                      \
  F (INT, __VA_ARGS__, NOW, now, ASY_FIELD_PLAIN, NULL, N_("Now"))                               \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("Reason"))                     \
  F (TEXT, __VA_ARGS__, BEFORE_NOTE, before_note, ASY_FIELD_PERSONAL, NULL, N_("Reason for the mark before")) \
  F (TEXT, __VA_ARGS__, START_NOTE, start_note, ASY_FIELD_PERSONAL, NULL, N_("Reason for the mark at the start"))

#define ASY_TYPE_ASSESSMENT_AREA (asy_assessment_area_get_type ())
ASY_RECORD_DECLARE (AsyAssessmentArea, asy_assessment_area, ASY, ASSESSMENT_AREA, ASY_ASSESSMENT_AREA_FIELDS)

G_END_DECLS
