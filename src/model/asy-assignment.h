/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_assignment_basis_nicks. */
typedef enum {
  ASY_ASSIGNMENT_BASIS_MOTION,
  ASY_ASSIGNMENT_BASIS_DIRECT,
  ASY_ASSIGNMENT_BASIS_COURT,
  ASY_ASSIGNMENT_BASIS_ZA_ZYCIEM,
} AsyAssignmentBasis;

extern const char *const asy_assignment_basis_nicks[];

/**
 * AsyAssignment:
 *
 * An assistant at work with a family for a time (przydzielenie, art. 11 ust. 4).
 */
#define ASY_ASSIGNMENT_FIELDS(F, ...)                                                            \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case"))         \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_REQUIRED, NULL, N_("Assistant"))          \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_REQUIRED, NULL, N_("From"))                 \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_PLAIN, NULL, N_("Until"))                 \
  F (ENUM, __VA_ARGS__, BASIS, basis, ASY_FIELD_PLAIN, asy_assignment_basis_nicks, N_("Basis"))  \
  F (TEXT, __VA_ARGS__, END_REASON, end_reason, ASY_FIELD_PLAIN, NULL, N_("Reason for the end")) \
  F (REAL, __VA_ARGS__, WEIGHT, weight, ASY_FIELD_PLAIN, NULL, N_("Weight"))                     \
  F (TEXT, __VA_ARGS__, HANDOVER, handover, ASY_FIELD_PERSONAL, NULL, N_("Handover note"))       \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PLAIN, NULL, N_("Note"))

#define ASY_TYPE_ASSIGNMENT (asy_assignment_get_type ())
ASY_RECORD_DECLARE (AsyAssignment, asy_assignment, ASY, ASSIGNMENT, ASY_ASSIGNMENT_FIELDS)

G_END_DECLS
