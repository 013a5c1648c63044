/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_diagnosis_item_kind_nicks. */
typedef enum {
  ASY_DIAGNOSIS_ITEM_KIND_STRENGTH,
  ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY,
  ASY_DIAGNOSIS_ITEM_KIND_RESOURCE,
} AsyDiagnosisItemKind;

extern const char *const asy_diagnosis_item_kind_nicks[];

/** Of a resource (zasób posiadany, zagrożony utratą, brakujący). */
typedef enum {
  ASY_DIAGNOSIS_ITEM_STATE_OWNED,
  ASY_DIAGNOSIS_ITEM_STATE_ENDANGERED,
  ASY_DIAGNOSIS_ITEM_STATE_MISSING,
} AsyDiagnosisItemState;

extern const char *const asy_diagnosis_item_state_nicks[];

/** Where a resource lies. */
typedef enum {
  ASY_DIAGNOSIS_ITEM_LEVEL_PERSON,
  ASY_DIAGNOSIS_ITEM_LEVEL_FAMILY,
  ASY_DIAGNOSIS_ITEM_LEVEL_SURROUNDINGS,
} AsyDiagnosisItemLevel;

extern const char *const asy_diagnosis_item_level_nicks[];

/**
 * AsyDiagnosisItem:
 *
 * A strength of a family, a difficulty by work area with its severity from 0
 * (none) to 4 (critical), or a resource.
 */
#define ASY_DIAGNOSIS_ITEM_FIELDS(F, ...)                                                                      \
  F (REF, __VA_ARGS__, DIAGNOSIS_ID, diagnosis_id, ASY_FIELD_REQUIRED, NULL, N_("Diagnosis"))                  \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_PLAIN, NULL, N_("Whose"))                               \
  F (ENUM, __VA_ARGS__, KIND, kind, ASY_FIELD_PLAIN, asy_diagnosis_item_kind_nicks, N_("Kind"))                \
  F (TEXT, __VA_ARGS__, AREA, area, ASY_FIELD_PLAIN, NULL, N_("Work area"))                                    \
  F (ENUM, __VA_ARGS__, STATE, state, ASY_FIELD_PLAIN, asy_diagnosis_item_state_nicks, N_("State"))            \
  F (ENUM, __VA_ARGS__, LEVEL, level, ASY_FIELD_PLAIN, asy_diagnosis_item_level_nicks, N_("Where it lies"))    \
  F (TEXT, __VA_ARGS__, BODY, body, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Description"))          \
  F (INT, __VA_ARGS__, SEVERITY, severity, ASY_FIELD_PLAIN, NULL, N_("Severity"))                              \
  F (INT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))

#define ASY_TYPE_DIAGNOSIS_ITEM (asy_diagnosis_item_get_type ())
ASY_RECORD_DECLARE (AsyDiagnosisItem, asy_diagnosis_item, ASY, DIAGNOSIS_ITEM, ASY_DIAGNOSIS_ITEM_FIELDS)

G_END_DECLS
