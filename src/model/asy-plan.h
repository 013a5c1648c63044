/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyPlan:
 *
 * A version of the plan of work with the family (plan pracy z rodziną, art. 15 ust. 1 pkt 1).
 */
#define ASY_PLAN_FIELDS(F, ...)                                                                                         \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case"))                                \
  F (INT, __VA_ARGS__, NUMBER, number, ASY_FIELD_PLAIN, NULL, N_("Number"))                                             \
  F (INT, __VA_ARGS__, VERSION, version, ASY_FIELD_PLAIN, NULL, N_("Version"))                                          \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_PLAIN, NULL, N_("From"))                                           \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_PLAIN, NULL, N_("Until"))                                        \
  F (TEXT, __VA_ARGS__, MAIN_GOAL, main_goal, ASY_FIELD_PERSONAL, NULL, N_("Main goal"))                                \
  F (TEXT, __VA_ARGS__, SUMMARY, summary, ASY_FIELD_PERSONAL, NULL, N_("Diagnosis in short"))                           \
  F (TEXT, __VA_ARGS__, RULES, rules, ASY_FIELD_PERSONAL, NULL, N_("Rules of co-operation"))                            \
  F (DAY, __VA_ARGS__, DRAFTED_ON, drafted_on, ASY_FIELD_PLAIN, NULL, N_("Drafted on"))                                 \
  F (DAY, __VA_ARGS__, CONSULTED_ON, consulted_on, ASY_FIELD_PLAIN, NULL, N_("Consulted on"))                           \
  F (TEXT, __VA_ARGS__, CONSULTED_WITH, consulted_with, ASY_FIELD_PLAIN, NULL, N_("Consulted with"))                    \
  F (TEXT, __VA_ARGS__, CONSULT_REMARKS, consult_remarks, ASY_FIELD_PERSONAL, NULL, N_("Remarks of the social worker")) \
  F (DAY, __VA_ARGS__, AGREED_ON, agreed_on, ASY_FIELD_PLAIN, NULL, N_("Agreed on"))                                    \
  F (TEXT, __VA_ARGS__, REFUSAL_REASON, refusal_reason, ASY_FIELD_PERSONAL, NULL, N_("Reason for refusing to sign"))    \
  F (DAY, __VA_ARGS__, APPROVED_ON, approved_on, ASY_FIELD_PLAIN, NULL, N_("Approved on"))                              \
  F (TEXT, __VA_ARGS__, APPROVED_BY, approved_by, ASY_FIELD_PLAIN, NULL, N_("Approved by"))                             \
  F (DAY, __VA_ARGS__, REVIEW_ON, review_on, ASY_FIELD_PLAIN, NULL, N_("Review on"))                                    \
  F (DAY, __VA_ARGS__, ENDED_ON, ended_on, ASY_FIELD_PLAIN, NULL, N_("Ended on"))                                       \
  F (TEXT, __VA_ARGS__, CHANGE_REASON, change_reason, ASY_FIELD_PLAIN, NULL, N_("Reason for the change"))

#define ASY_TYPE_PLAN (asy_plan_get_type ())
ASY_RECORD_DECLARE (AsyPlan, asy_plan, ASY, PLAN, ASY_PLAN_FIELDS)

G_END_DECLS
