/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyIntervention:
 *
 * A threat to a child (art. 15 ust. 1 pkt 12 uwr, art. 572 KPC): what was seen, who
 * was told and what came of it. Open until it is closed.
 */
#define ASY_INTERVENTION_FIELDS(F, ...)                                                                                     \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_REQUIRED, NULL, N_("Family"))                                        \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_PLAIN, NULL, N_("Case"))                                       \
  F (REF, __VA_ARGS__, VISIT_ID, visit_id, ASY_FIELD_PLAIN, NULL, N_("Visit"))                                              \
  F (REF, __VA_ARGS__, OBSERVATION_ID, observation_id, ASY_FIELD_PLAIN, NULL, N_("Observation"))                            \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Day"))                                                       \
  F (INT, __VA_ARGS__, START_MINUTE, start_minute, ASY_FIELD_PLAIN, NULL, N_("Time"))                                       \
  F (TEXT, __VA_ARGS__, PLACE, place, ASY_FIELD_PERSONAL, NULL, N_("Place"))                                                \
  F (TEXT, __VA_ARGS__, SEEN, seen, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("What was seen"))                     \
  F (TEXT, __VA_ARGS__, CHILDREN, children, ASY_FIELD_PERSONAL, NULL, N_("Children"))                                       \
  F (TEXT, __VA_ARGS__, DONE, done, ASY_FIELD_PERSONAL, NULL, N_("What was done"))                                          \
  F (DAY, __VA_ARGS__, EMERGENCY_ON, emergency_on, ASY_FIELD_PLAIN, NULL, N_("112 or the police"))                          \
  F (TEXT, __VA_ARGS__, EMERGENCY_NOTE, emergency_note, ASY_FIELD_PERSONAL, NULL, N_("112 or the police: who and how"))     \
  F (DAY, __VA_ARGS__, SOCIAL_WORKER_ON, social_worker_on, ASY_FIELD_PLAIN, NULL, N_("Social worker"))                      \
  F (TEXT, __VA_ARGS__, SOCIAL_WORKER_NOTE, social_worker_note, ASY_FIELD_PERSONAL, NULL, N_("Social worker: who and how")) \
  F (DAY, __VA_ARGS__, COURT_ON, court_on, ASY_FIELD_PLAIN, NULL, N_("Guardianship court"))                                 \
  F (TEXT, __VA_ARGS__, COURT_NOTE, court_note, ASY_FIELD_PERSONAL, NULL, N_("Guardianship court: who and how"))            \
  F (DAY, __VA_ARGS__, BLUE_CARD_ON, blue_card_on, ASY_FIELD_PLAIN, NULL, N_("Blue Card, form A"))                          \
  F (TEXT, __VA_ARGS__, BLUE_CARD_NOTE, blue_card_note, ASY_FIELD_PERSONAL, NULL, N_("Blue Card, form A: who and how"))     \
  F (DAY, __VA_ARGS__, OTHER_ON, other_on, ASY_FIELD_PLAIN, NULL, N_("Others told"))                                        \
  F (TEXT, __VA_ARGS__, OTHER_NOTE, other_note, ASY_FIELD_PERSONAL, NULL, N_("Others told: who and how"))                   \
  F (TEXT, __VA_ARGS__, OUTCOME, outcome, ASY_FIELD_PERSONAL, NULL, N_("Outcome"))                                          \
  F (DAY, __VA_ARGS__, CLOSED_ON, closed_on, ASY_FIELD_PLAIN, NULL, N_("Closed on"))

#define ASY_TYPE_INTERVENTION (asy_intervention_get_type ())
ASY_RECORD_DECLARE (AsyIntervention, asy_intervention, ASY, INTERVENTION, ASY_INTERVENTION_FIELDS)

G_END_DECLS
