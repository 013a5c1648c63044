/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_consent_kind_nicks. */
typedef enum {
  ASY_CONSENT_KIND_CONSENT,
  ASY_CONSENT_KIND_CONTRACT,
  ASY_CONSENT_KIND_REFUSAL,
} AsyConsentKind;

extern const char *const asy_consent_kind_nicks[];

/**
 * AsyConsent:
 *
 * A family member's consent to work with an assistant (zgoda, art. 8 ust. 3).
 */
#define ASY_CONSENT_FIELDS(F, ...)                                                                                 \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case"))                           \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_REQUIRED, NULL, N_("Person"))                               \
  F (ENUM, __VA_ARGS__, KIND, kind, ASY_FIELD_PLAIN, asy_consent_kind_nicks, N_("Kind"))                           \
  F (DAY, __VA_ARGS__, GIVEN_ON, given_on, ASY_FIELD_REQUIRED, NULL, N_("Given on"))                               \
  F (DAY, __VA_ARGS__, WITHDRAWN_ON, withdrawn_on, ASY_FIELD_PLAIN, NULL, N_("Withdrawn on"))                      \
  F (TEXT, __VA_ARGS__, WITHDRAWN_REASON, withdrawn_reason, ASY_FIELD_PERSONAL, NULL, N_("Reason for withdrawal")) \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("Note"))

#define ASY_TYPE_CONSENT (asy_consent_get_type ())
ASY_RECORD_DECLARE (AsyConsent, asy_consent, ASY, CONSENT, ASY_CONSENT_FIELDS)

G_END_DECLS
