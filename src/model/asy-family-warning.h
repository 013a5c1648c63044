/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_warning_kind_nicks. */
typedef enum {
  ASY_WARNING_KIND_DANGER,
  ASY_WARNING_KIND_NO_CONTACT,
  ASY_WARNING_KIND_TWO_PERSON,
  ASY_WARNING_KIND_INFECTION,
  ASY_WARNING_KIND_ANIMAL,
  ASY_WARNING_KIND_OTHER,
} AsyWarningKind;

extern const char *const asy_warning_kind_nicks[];

/**
 * AsyFamilyWarning:
 *
 * What whoever goes to a family must know before: a danger at home, a no-contact
 * order, a disease, an animal. Several hold at a time; each has its days and reason.
 */
#define ASY_FAMILY_WARNING_FIELDS(F, ...)                                                                  \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_REQUIRED, NULL, N_("Family"))                       \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_PLAIN, NULL, N_("Person"))                          \
  F (ENUM, __VA_ARGS__, KIND, kind, ASY_FIELD_PLAIN, asy_warning_kind_nicks, N_("Kind"))                   \
  F (TEXT, __VA_ARGS__, REASON, reason, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("What to know")) \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_REQUIRED, NULL, N_("Since"))                          \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_PLAIN, NULL, N_("Until"))                           \
  F (TEXT, __VA_ARGS__, END_REASON, end_reason, ASY_FIELD_PERSONAL, NULL, N_("Why it ended"))

#define ASY_TYPE_FAMILY_WARNING (asy_family_warning_get_type ())
ASY_RECORD_DECLARE (AsyFamilyWarning, asy_family_warning, ASY, FAMILY_WARNING, ASY_FAMILY_WARNING_FIELDS)

G_END_DECLS
