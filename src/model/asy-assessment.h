/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_assessment_conclusion_nicks. */
typedef enum {
  ASY_ASSESSMENT_CONCLUSION_NONE,
  ASY_ASSESSMENT_CONCLUSION_CONTINUE,
  ASY_ASSESSMENT_CONCLUSION_AMEND,
  ASY_ASSESSMENT_CONCLUSION_CHANGE_ASSISTANT,
  ASY_ASSESSMENT_CONCLUSION_END,
  ASY_ASSESSMENT_CONCLUSION_COURT,
} AsyAssessmentConclusion;

extern const char *const asy_assessment_conclusion_nicks[];

/** Stored as the nick of the same place in asy_assessment_kind_nicks. */
typedef enum {
  ASY_ASSESSMENT_KIND_PERIODIC,
  ASY_ASSESSMENT_KIND_CLOSING,  /* ocena końcowa, at the end of the work */
} AsyAssessmentKind;

extern const char *const asy_assessment_kind_nicks[];

/**
 * AsyAssessment:
 *
 * A periodic assessment of the family's situation (okresowa ocena, art. 15 ust. 1 pkt 15).
 */
#define ASY_ASSESSMENT_FIELDS(F, ...)                                                                                 \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case"))                              \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_PLAIN, NULL, N_("Assistant"))                                  \
  F (INT, __VA_ARGS__, NUMBER, number, ASY_FIELD_PLAIN, NULL, N_("Number"))                                           \
  F (ENUM, __VA_ARGS__, KIND, kind, ASY_FIELD_PLAIN, asy_assessment_kind_nicks, N_("Kind of assessment"))             \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_REQUIRED, NULL, N_("From"))                                      \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_REQUIRED, NULL, N_("Until"))                                   \
  F (DAY, __VA_ARGS__, MADE_ON, made_on, ASY_FIELD_PLAIN, NULL, N_("Made on"))                                        \
  F (TEXT, __VA_ARGS__, CHANGES, changes, ASY_FIELD_PERSONAL, NULL, N_("Changes since the last assessment"))          \
  F (INT, __VA_ARGS__, COOPERATION, cooperation, ASY_FIELD_PLAIN, NULL, N_("Co-operation"))                           \
  F (TEXT, __VA_ARGS__, COOPERATION_NOTE, cooperation_note, ASY_FIELD_PERSONAL, NULL, N_("Co-operation, in words"))   \
  F (TEXT, __VA_ARGS__, INSTITUTIONS, institutions, ASY_FIELD_PERSONAL, NULL, N_("Co-operation with institutions"))   \
  F (TEXT, __VA_ARGS__, RISKS, risks, ASY_FIELD_PERSONAL, NULL, N_("Risks to the children"))                          \
  F (TEXT, __VA_ARGS__, HELP_GIVEN, help_given, ASY_FIELD_PERSONAL, NULL, N_("Help given"))                           \
  F (TEXT, __VA_ARGS__, TASKS, tasks, ASY_FIELD_PERSONAL, NULL, N_("Tasks of the plan in the period"))                \
  F (TEXT, __VA_ARGS__, FAMILY_VIEW, family_view, ASY_FIELD_PERSONAL, NULL, N_("View of the family"))                 \
  F (TEXT, __VA_ARGS__, CHILD_VOICE, child_voice, ASY_FIELD_PERSONAL, NULL, N_("The child's own voice"))              \
  F (ENUM, __VA_ARGS__, CONCLUSION, conclusion, ASY_FIELD_PLAIN, asy_assessment_conclusion_nicks, N_("Conclusion"))   \
  F (TEXT, __VA_ARGS__, CONCLUSION_NOTE, conclusion_note, ASY_FIELD_PERSONAL, NULL, N_("Reasons for the conclusion")) \
  F (INT, __VA_ARGS__, VISITS_HELD, visits_held, ASY_FIELD_PLAIN, NULL, N_("Visits held"))                            \
  F (INT, __VA_ARGS__, VISITS_MISSED, visits_missed, ASY_FIELD_PLAIN, NULL, N_("Visits missed"))                      \
  F (INT, __VA_ARGS__, VISIT_MINUTES, visit_minutes, ASY_FIELD_PLAIN, NULL, N_("Time with the family"))               \
  F (DAY, __VA_ARGS__, HANDED_ON, handed_on, ASY_FIELD_PLAIN, NULL, N_("Handed to the employer on"))                  \
  F (TEXT, __VA_ARGS__, HANDED_TO, handed_to, ASY_FIELD_PLAIN, NULL, N_("Handed to"))                                 \
  F (DAY, __VA_ARGS__, READ_ON, read_on, ASY_FIELD_PLAIN, NULL, N_("Read by the family on"))                          \
  F (TEXT, __VA_ARGS__, READ_REFUSAL, read_refusal, ASY_FIELD_PERSONAL, NULL, N_("Refusal to sign, and why"))         \
  F (DAY, __VA_ARGS__, SOCIAL_WORKER_ON, social_worker_on, ASY_FIELD_PLAIN, NULL, N_("Copy for the social worker on")) \
  F (DAY, __VA_ARGS__, COORDINATOR_ON, coordinator_on, ASY_FIELD_PLAIN, NULL, N_("Copy for the foster-care coordinator on")) \
  F (BOOL, __VA_ARGS__, FINAL, final, ASY_FIELD_PLAIN, NULL, N_("Finished"))

#define ASY_TYPE_ASSESSMENT (asy_assessment_get_type ())
ASY_RECORD_DECLARE (AsyAssessment, asy_assessment, ASY, ASSESSMENT, ASY_ASSESSMENT_FIELDS)

G_END_DECLS
