/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyAssessmentChild:
 *
 * One child within an assessment.
 */
#define ASY_ASSESSMENT_CHILD_FIELDS(F, ...)                                                      \
  F (REF, __VA_ARGS__, ASSESSMENT_ID, assessment_id, ASY_FIELD_REQUIRED, NULL, N_("Assessment")) \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_REQUIRED, NULL, N_("Child"))              \
  F (TEXT, __VA_ARGS__, HEALTH, health, ASY_FIELD_PERSONAL, NULL, N_("Health"))                  \
  F (TEXT, __VA_ARGS__, SCHOOL, school, ASY_FIELD_PERSONAL, NULL, N_("School"))                  \
  F (TEXT, __VA_ARGS__, DEVELOPMENT, development, ASY_FIELD_PERSONAL, NULL, N_("Development"))   \
  F (TEXT, __VA_ARGS__, WHEREABOUTS, whereabouts, ASY_FIELD_PERSONAL, NULL, N_("Whereabouts"))

#define ASY_TYPE_ASSESSMENT_CHILD (asy_assessment_child_get_type ())
ASY_RECORD_DECLARE (AsyAssessmentChild, asy_assessment_child, ASY, ASSESSMENT_CHILD, ASY_ASSESSMENT_CHILD_FIELDS)

G_END_DECLS
