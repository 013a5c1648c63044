/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_plan_signature_answer_nicks. */
typedef enum {
  ASY_PLAN_SIGNATURE_ANSWER_SIGNED,
  ASY_PLAN_SIGNATURE_ANSWER_REFUSED,
} AsyPlanSignatureAnswer;

extern const char *const asy_plan_signature_answer_nicks[];

/**
 * AsyPlanSignature:
 *
 * A family member's signature under a version of a plan, or the note that it was refused (adnotacja o odmowie).
 */
#define ASY_PLAN_SIGNATURE_FIELDS(F, ...) \
  F (REF, __VA_ARGS__, PLAN_ID, plan_id, ASY_FIELD_REQUIRED, NULL, N_("Plan")) \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_REQUIRED, NULL, N_("Family member")) \
  F (ENUM, __VA_ARGS__, ANSWER, answer, ASY_FIELD_PLAIN, asy_plan_signature_answer_nicks, N_("Answer")) \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_PLAIN, NULL, N_("Day")) \
  F (TEXT, __VA_ARGS__, REASON, reason, ASY_FIELD_PERSONAL, NULL, N_("Reason for refusing to sign"))

#define ASY_TYPE_PLAN_SIGNATURE (asy_plan_signature_get_type ())
ASY_RECORD_DECLARE (AsyPlanSignature, asy_plan_signature, ASY, PLAN_SIGNATURE, ASY_PLAN_SIGNATURE_FIELDS)

G_END_DECLS
