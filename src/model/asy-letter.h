/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_letter_state_nicks. */
typedef enum {
  ASY_LETTER_STATE_DRAFT,
  ASY_LETTER_STATE_ISSUED,
  ASY_LETTER_STATE_SIGNED,
  ASY_LETTER_STATE_SENT,
} AsyLetterState;

extern const char *const asy_letter_state_nicks[];

/**
 * AsyLetter:
 *
 * A paper of the office (pismo): written from facts, numbered, frozen, signed.
 */
#define ASY_LETTER_FIELDS(F, ...)                                                                                \
  F (TEXT, __VA_ARGS__, KIND, kind, ASY_FIELD_REQUIRED, NULL, N_("Kind"))                                        \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_PLAIN, NULL, N_("Family"))                                \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_PLAIN, NULL, N_("Case"))                            \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_PLAIN, NULL, N_("Author"))                                \
  F (REF, __VA_ARGS__, COURT_REQUEST_ID, court_request_id, ASY_FIELD_PLAIN, NULL, N_("Letter of the court"))     \
  F (REF, __VA_ARGS__, ASSESSMENT_ID, assessment_id, ASY_FIELD_PLAIN, NULL, N_("Assessment"))                    \
  F (REF, __VA_ARGS__, PLAN_ID, plan_id, ASY_FIELD_PLAIN, NULL, N_("Plan"))                                      \
  F (REF, __VA_ARGS__, INTERVENTION_ID, intervention_id, ASY_FIELD_PLAIN, NULL, N_("Threat to a child"))         \
  F (REF, __VA_ARGS__, VISIT_ID, visit_id, ASY_FIELD_PLAIN, NULL, N_("Visit"))                                   \
  F (REF, __VA_ARGS__, ASSIGNMENT_ID, assignment_id, ASY_FIELD_PLAIN, NULL, N_("Assignment"))                    \
  F (REF, __VA_ARGS__, CARD_ID, card_id, ASY_FIELD_PLAIN, NULL, N_("Monitoring card"))                           \
  F (REF, __VA_ARGS__, COMPARED_ID, compared_id, ASY_FIELD_PLAIN, NULL, N_("Compared assessment"))               \
  F (REF, __VA_ARGS__, REVIEW_ID, review_id, ASY_FIELD_PLAIN, NULL, N_("Review"))                                \
  F (DAY, __VA_ARGS__, WEEK_MONDAY, week_monday, ASY_FIELD_PLAIN, NULL, N_("Week"))                              \
  F (TEXT, __VA_ARGS__, TITLE, title, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Title"))                \
  F (DAY, __VA_ARGS__, MADE_ON, made_on, ASY_FIELD_PLAIN, NULL, N_("Date"))                                      \
  F (INT, __VA_ARGS__, YEAR, year, ASY_FIELD_PLAIN, NULL, N_("Year"))                                            \
  F (INT, __VA_ARGS__, SEQ, seq, ASY_FIELD_PLAIN, NULL, N_("Number in the year"))                                \
  F (TEXT, __VA_ARGS__, MARK, mark, ASY_FIELD_PLAIN, NULL, N_("Case mark"))                                      \
  F (ENUM, __VA_ARGS__, STATE, state, ASY_FIELD_PLAIN, asy_letter_state_nicks, N_("State"))                      \
  F (INT, __VA_ARGS__, TEMPLATE_VERSION, template_version, ASY_FIELD_PLAIN, NULL, N_("Version of the template")) \
  F (BOOL, __VA_ARGS__, SOURCES_SHOWN, sources_shown, ASY_FIELD_PLAIN, NULL, N_("Sources printed"))              \
  F (TEXT, __VA_ARGS__, ISSUED_AT, issued_at, ASY_FIELD_PLAIN, NULL, N_("Issued at"))                            \
  F (TEXT, __VA_ARGS__, SHA256, sha256, ASY_FIELD_PLAIN, NULL, N_("SHA-256"))                                    \
  F (TEXT, __VA_ARGS__, AUDIT_HEAD, audit_head, ASY_FIELD_PLAIN, NULL, N_("Head of the audit chain"))

#define ASY_TYPE_LETTER (asy_letter_get_type ())
ASY_RECORD_DECLARE (AsyLetter, asy_letter, ASY, LETTER, ASY_LETTER_FIELDS)

G_END_DECLS
