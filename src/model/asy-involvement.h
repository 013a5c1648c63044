/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyInvolvement:
 *
 * Somebody who works with the family already (kto już działa): a place of the
 * directory or a name, doing what, for whom, with what result.
 */
#define ASY_INVOLVEMENT_FIELDS(F, ...)                                                                      \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_REQUIRED, NULL, N_("Family"))                        \
  F (REF, __VA_ARGS__, PROVIDER_ID, provider_id, ASY_FIELD_PLAIN, NULL, N_("Place in the directory"))       \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_PLAIN, NULL, N_("For whom"))                         \
  F (TEXT, __VA_ARGS__, WHO, who, ASY_FIELD_PERSONAL, NULL, N_("Who"))                                      \
  F (TEXT, __VA_ARGS__, CONTACT, contact, ASY_FIELD_PERSONAL, NULL, N_("Contact"))                          \
  F (TEXT, __VA_ARGS__, DOING, doing, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("What they do"))    \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_PLAIN, NULL, N_("From"))                               \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_PLAIN, NULL, N_("Until"))                            \
  F (TEXT, __VA_ARGS__, RESULT, result, ASY_FIELD_PERSONAL, NULL, N_("With what result"))

#define ASY_TYPE_INVOLVEMENT (asy_involvement_get_type ())
ASY_RECORD_DECLARE (AsyInvolvement, asy_involvement, ASY, INVOLVEMENT, ASY_INVOLVEMENT_FIELDS)

G_END_DECLS
