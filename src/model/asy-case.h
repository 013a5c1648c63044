/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_case_path_nicks. */
typedef enum {
  ASY_CASE_PATH_INTERVIEW,
  ASY_CASE_PATH_MINOR_PARENT,
  ASY_CASE_PATH_COURT,
  ASY_CASE_PATH_ZA_ZYCIEM,
} AsyCasePath;

extern const char *const asy_case_path_nicks[];

/** What became of the goals when the work ended; the nick of the same place in asy_case_goals_nicks. */
typedef enum {
  ASY_CASE_GOALS_UNKNOWN,
  ASY_CASE_GOALS_REACHED,
  ASY_CASE_GOALS_PARTLY,
  ASY_CASE_GOALS_NOT_REACHED,
} AsyCaseGoals;

extern const char *const asy_case_goals_nicks[];

/**
 * AsyCase:
 *
 * One course of work with a family (sprawa), from the notice to the archive.
 */
#define ASY_CASE_FIELDS(F, ...)                                                                                             \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_REQUIRED, NULL, N_("Family"))                                        \
  F (ENUM, __VA_ARGS__, PATH, path, ASY_FIELD_PLAIN, asy_case_path_nicks, N_("Way in"))                                     \
  F (DAY, __VA_ARGS__, NOTICE_ON, notice_on, ASY_FIELD_REQUIRED, NULL, N_("Date of the notice"))                            \
  F (TEXT, __VA_ARGS__, NOTICE_SOURCE, notice_source, ASY_FIELD_PLAIN, NULL, N_("Source of the notice"))                    \
  F (TEXT, __VA_ARGS__, NOTICE_BY, notice_by, ASY_FIELD_PERSONAL, NULL, N_("Notified by"))                                  \
  F (TEXT, __VA_ARGS__, NOTICE, notice, ASY_FIELD_PERSONAL, NULL, N_("Content of the notice"))                              \
  F (BOOL, __VA_ARGS__, URGENT, urgent, ASY_FIELD_PLAIN, NULL, N_("Urgent"))                                                \
  F (TEXT, __VA_ARGS__, PASSED_TO, passed_to, ASY_FIELD_PLAIN, NULL, N_("Passed to"))                                       \
  F (DAY, __VA_ARGS__, INTERVIEW_ON, interview_on, ASY_FIELD_PLAIN, NULL, N_("Community interview on"))                     \
  F (TEXT, __VA_ARGS__, INTERVIEW_BY, interview_by, ASY_FIELD_PLAIN, NULL, N_("Community interview by"))                    \
  F (DAY, __VA_ARGS__, ANALYSIS_ON, analysis_on, ASY_FIELD_PLAIN, NULL, N_("Analysis on"))                                  \
  F (DAY, __VA_ARGS__, MOTION_ON, motion_on, ASY_FIELD_PLAIN, NULL, N_("Motion on"))                                        \
  F (TEXT, __VA_ARGS__, MOTION_BY, motion_by, ASY_FIELD_PLAIN, NULL, N_("Motion by"))                                       \
  F (DAY, __VA_ARGS__, WAITING_SINCE, waiting_since, ASY_FIELD_PLAIN, NULL, N_("On the waiting list since"))                \
  F (DAY, __VA_ARGS__, REFUSED_ON, refused_on, ASY_FIELD_PLAIN, NULL, N_("Refused on"))                                     \
  F (TEXT, __VA_ARGS__, REFUSED_REASON, refused_reason, ASY_FIELD_PERSONAL, NULL, N_("Reason for the refusal"))             \
  F (DAY, __VA_ARGS__, ANSWERED_ON, answered_on, ASY_FIELD_PLAIN, NULL, N_("Answered on"))                                  \
  F (DAY, __VA_ARGS__, DIAGNOSIS_ON, diagnosis_on, ASY_FIELD_PLAIN, NULL, N_("Diagnosis completed on"))                     \
  F (REAL, __VA_ARGS__, DIFFICULTY, difficulty, ASY_FIELD_PLAIN, NULL, N_("Difficulty"))                                    \
  F (TEXT, __VA_ARGS__, SOCIAL_WORKER, social_worker, ASY_FIELD_PLAIN, NULL, N_("Social worker"))                           \
  F (TEXT, __VA_ARGS__, CARE_COORDINATOR, care_coordinator, ASY_FIELD_PLAIN, NULL, N_("Foster-care coordinator"))           \
  F (REF, __VA_ARGS__, COURT_ID, court_id, ASY_FIELD_PLAIN, NULL, N_("Court"))                                              \
  F (TEXT, __VA_ARGS__, COURT_SIGNATURE, court_signature, ASY_FIELD_PERSONAL, NULL, N_("Case number"))                      \
  F (DAY, __VA_ARGS__, COURT_ORDER_ON, court_order_on, ASY_FIELD_PLAIN, NULL, N_("Court order of"))                         \
  F (TEXT, __VA_ARGS__, COURT_DUTY, court_duty, ASY_FIELD_PERSONAL, NULL, N_("Duty laid down by the court"))                \
  F (TEXT, __VA_ARGS__, COURT_OFFICER, court_officer, ASY_FIELD_PERSONAL, NULL, N_("Probation officer"))                    \
  F (INT, __VA_ARGS__, COURT_REPORT_MONTHS, court_report_months, ASY_FIELD_PLAIN, NULL, N_("Months between court reports")) \
  F (DAY, __VA_ARGS__, SUSPENDED_FROM, suspended_from, ASY_FIELD_PLAIN, NULL, N_("Suspended from"))                         \
  F (DAY, __VA_ARGS__, SUSPENDED_UNTIL, suspended_until, ASY_FIELD_PLAIN, NULL, N_("Suspended until"))                      \
  F (TEXT, __VA_ARGS__, SUSPENDED_REASON, suspended_reason, ASY_FIELD_PLAIN, NULL, N_("Reason for suspension"))             \
  F (DAY, __VA_ARGS__, END_PROPOSED_ON, end_proposed_on, ASY_FIELD_PLAIN, NULL, N_("End proposed on"))                      \
  F (DAY, __VA_ARGS__, ENDED_ON, ended_on, ASY_FIELD_PLAIN, NULL, N_("Work ended on"))                                      \
  F (TEXT, __VA_ARGS__, END_REASON, end_reason, ASY_FIELD_PLAIN, NULL, N_("Reason for the end"))                            \
  F (TEXT, __VA_ARGS__, END_NOTE, end_note, ASY_FIELD_PERSONAL, NULL, N_("Note on the end"))                                \
  F (ENUM, __VA_ARGS__, END_GOALS, end_goals, ASY_FIELD_PLAIN, asy_case_goals_nicks, N_("Goals of the plan"))               \
  F (TEXT, __VA_ARGS__, END_CHILDREN, end_children, ASY_FIELD_PERSONAL, NULL, N_("Where the children are"))                 \
  F (TEXT, __VA_ARGS__, END_ADVICE, end_advice, ASY_FIELD_PERSONAL, NULL, N_("Advice for the social worker"))               \
  F (DAY, __VA_ARGS__, MONITORING_UNTIL, monitoring_until, ASY_FIELD_PLAIN, NULL, N_("Monitoring until"))                   \
  F (DAY, __VA_ARGS__, CLOSED_ON, closed_on, ASY_FIELD_PLAIN, NULL, N_("Closed on"))                                        \
  F (REF, __VA_ARGS__, REOPENED_FROM_ID, reopened_from_id, ASY_FIELD_PLAIN, NULL, N_("Reopened from"))

#define ASY_TYPE_CASE (asy_case_get_type ())
ASY_RECORD_DECLARE (AsyCase, asy_case, ASY, CASE, ASY_CASE_FIELDS)

G_END_DECLS
