/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyChildSheet:
 *
 * One child in the diagnosis of the family.
 */
#define ASY_CHILD_SHEET_FIELDS(F, ...)                                                                              \
  F (REF, __VA_ARGS__, DIAGNOSIS_ID, diagnosis_id, ASY_FIELD_REQUIRED, NULL, N_("Diagnosis"))                       \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_REQUIRED, NULL, N_("Child"))                                 \
  F (TEXT, __VA_ARGS__, PLACE_AT_HOME, place_at_home, ASY_FIELD_PERSONAL, NULL, N_("Place to sleep and to learn"))  \
  F (TEXT, __VA_ARGS__, SCHOOL, school, ASY_FIELD_PERSONAL, NULL, N_("School"))                                     \
  F (TEXT, __VA_ARGS__, HEALTH, health, ASY_FIELD_PERSONAL, NULL, N_("Health"))                                     \
  F (TEXT, __VA_ARGS__, SUPPORT, support, ASY_FIELD_PERSONAL, NULL, N_("Support of other institutions"))            \
  F (TEXT, __VA_ARGS__, LEGAL, legal, ASY_FIELD_PERSONAL, NULL, N_("Legal situation"))                              \
  F (TEXT, __VA_ARGS__, VOICE, voice, ASY_FIELD_PERSONAL, NULL, N_("What the child says"))                          \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("Note"))

#define ASY_TYPE_CHILD_SHEET (asy_child_sheet_get_type ())
ASY_RECORD_DECLARE (AsyChildSheet, asy_child_sheet, ASY, CHILD_SHEET, ASY_CHILD_SHEET_FIELDS)

G_END_DECLS
