/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_person_name_reason_nicks. */
typedef enum {
  ASY_PERSON_NAME_REASON_BIRTH,
  ASY_PERSON_NAME_REASON_MARRIAGE,
  ASY_PERSON_NAME_REASON_DIVORCE,
  ASY_PERSON_NAME_REASON_OFFICE,
  ASY_PERSON_NAME_REASON_OTHER,
} AsyPersonNameReason;

extern const char *const asy_person_name_reason_nicks[];

/**
 * AsyPersonName:
 *
 * A name that a person bore before the present one, and the day on which the
 * next one came. The reason says why it was given up, or that it is the name at
 * birth. Without a given name it is the surname alone that was another.
 */
#define ASY_PERSON_NAME_FIELDS(F, ...)                                                                          \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_REQUIRED, NULL, N_("Person"))                            \
  F (TEXT, __VA_ARGS__, GIVEN_NAME, given_name, ASY_FIELD_PERSONAL, NULL, N_("Given name then"))                \
  F (TEXT, __VA_ARGS__, FAMILY_NAME, family_name, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Former family name")) \
  F (DAY, __VA_ARGS__, CHANGED_ON, changed_on, ASY_FIELD_PERSONAL, NULL, N_("Changed on"))                      \
  F (ENUM, __VA_ARGS__, REASON, reason, ASY_FIELD_PLAIN, asy_person_name_reason_nicks, N_("Reason of the change"))

#define ASY_TYPE_PERSON_NAME (asy_person_name_get_type ())
ASY_RECORD_DECLARE (AsyPersonName, asy_person_name, ASY, PERSON_NAME, ASY_PERSON_NAME_FIELDS)

G_END_DECLS
