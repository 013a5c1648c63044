/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyObservation:
 *
 * What a school, a doctor or a neighbour said of a child while the work lasts
 * (art. 176 uwr).
 */
#define ASY_OBSERVATION_FIELDS(F, ...)                                                                  \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_REQUIRED, NULL, N_("Family"))                    \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_PLAIN, NULL, N_("Child"))                        \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Day"))                                   \
  F (TEXT, __VA_ARGS__, SOURCE, source, ASY_FIELD_REQUIRED, NULL, N_("Source"))                         \
  F (TEXT, __VA_ARGS__, SAID_BY, said_by, ASY_FIELD_PERSONAL, NULL, N_("Who said it"))                  \
  F (TEXT, __VA_ARGS__, BODY, body, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("What was said")) \
  F (BOOL, __VA_ARGS__, WORRYING, worrying, ASY_FIELD_PLAIN, NULL, N_("Worrying"))

#define ASY_TYPE_OBSERVATION (asy_observation_get_type ())
ASY_RECORD_DECLARE (AsyObservation, asy_observation, ASY, OBSERVATION, ASY_OBSERVATION_FIELDS)

G_END_DECLS
