/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_visit_place_nicks. */
typedef enum {
  ASY_VISIT_PLACE_HOME,
  ASY_VISIT_PLACE_CHOSEN,
  ASY_VISIT_PLACE_OFFICE,
  ASY_VISIT_PLACE_INSTITUTION,
} AsyVisitPlace;

extern const char *const asy_visit_place_nicks[];

/** Stored as the nick of the same place in asy_visit_state_nicks. */
typedef enum {
  ASY_VISIT_STATE_PLANNED,
  ASY_VISIT_STATE_HELD,
  ASY_VISIT_STATE_MISSED,
} AsyVisitState;

extern const char *const asy_visit_state_nicks[];

/**
 * AsyVisit:
 *
 * A visit or another piece of an assistant's work (wizyta, czynność), in local wall-clock time.
 */
#define ASY_VISIT_FIELDS(F, ...)                                                                                    \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_REQUIRED, NULL, N_("Assistant"))                             \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_PLAIN, NULL, N_("Family"))                                   \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_PLAIN, NULL, N_("Case"))                               \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Day"))                                               \
  F (INT, __VA_ARGS__, START_MINUTE, start_minute, ASY_FIELD_PLAIN, NULL, N_("Start"))                              \
  F (INT, __VA_ARGS__, MINUTES, minutes, ASY_FIELD_PLAIN, NULL, N_("Length"))                                       \
  F (TEXT, __VA_ARGS__, KIND, kind, ASY_FIELD_REQUIRED, NULL, N_("Kind"))                                           \
  F (ENUM, __VA_ARGS__, PLACE, place, ASY_FIELD_PLAIN, asy_visit_place_nicks, N_("Place"))                          \
  F (TEXT, __VA_ARGS__, PLACE_TEXT, place_text, ASY_FIELD_PERSONAL, NULL, N_("Place, in words"))                    \
  F (ENUM, __VA_ARGS__, STATE, state, ASY_FIELD_PLAIN, asy_visit_state_nicks, N_("State"))                          \
  F (TEXT, __VA_ARGS__, MISSED_REASON, missed_reason, ASY_FIELD_PLAIN, NULL, N_("Reason for a missed visit"))       \
  F (TEXT, __VA_ARGS__, PURPOSE, purpose, ASY_FIELD_PERSONAL, NULL, N_("Purpose"))                                  \
  F (TEXT, __VA_ARGS__, COURSE, course, ASY_FIELD_PERSONAL, NULL, N_("Course"))                                     \
  F (TEXT, __VA_ARGS__, NEXT_FAMILY, next_family, ASY_FIELD_PERSONAL, NULL, N_("Until next time: family"))          \
  F (TEXT, __VA_ARGS__, NEXT_ASSISTANT, next_assistant, ASY_FIELD_PERSONAL, NULL, N_("Until next time: assistant")) \
  F (INT, __VA_ARGS__, TRAVEL_MINUTES, travel_minutes, ASY_FIELD_PLAIN, NULL, N_("Travel"))                         \
  F (REAL, __VA_ARGS__, KM, km, ASY_FIELD_PLAIN, NULL, N_("Kilometres"))                                            \
  F (BOOL, __VA_ARGS__, TWO_PERSONS, two_persons, ASY_FIELD_PLAIN, NULL, N_("In twos"))                             \
  F (BOOL, __VA_ARGS__, DANGER, danger, ASY_FIELD_PLAIN, NULL, N_("Danger signs"))                                  \
  F (TEXT, __VA_ARGS__, DANGER_NOTE, danger_note, ASY_FIELD_PERSONAL, NULL, N_("What was seen"))                    \
  F (TEXT, __VA_ARGS__, RECORDED_AT, recorded_at, ASY_FIELD_PLAIN, NULL, N_("Recorded at"))                         \
  F (TEXT, __VA_ARGS__, CLASH_NOTE, clash_note, ASY_FIELD_PERSONAL, NULL, N_("Why in spite of it"))                 \
  F (REF, __VA_ARGS__, SERIES_ID, series_id, ASY_FIELD_PLAIN, NULL, N_("Series"))                                   \
  F (DAY, __VA_ARGS__, SERIES_DAY, series_day, ASY_FIELD_PLAIN, NULL, N_("Day in the series"))

#define ASY_TYPE_VISIT (asy_visit_get_type ())
ASY_RECORD_DECLARE (AsyVisit, asy_visit, ASY, VISIT, ASY_VISIT_FIELDS)

G_END_DECLS
