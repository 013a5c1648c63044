/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Why a version was made (powód zmiany planu). Stored as the nick of the same place in asy_plan_change_kind_nicks. */
typedef enum {
  ASY_PLAN_CHANGE_KIND_NONE,
  ASY_PLAN_CHANGE_KIND_REACHED,     /* cel osiągnięty */
  ASY_PLAN_CHANGE_KIND_INADEQUATE,  /* cel nieadekwatny */
  ASY_PLAN_CHANGE_KIND_NEW_PROBLEM, /* nowy problem */
  ASY_PLAN_CHANGE_KIND_HOUSEHOLD,   /* zmiana składu rodziny */
  ASY_PLAN_CHANGE_KIND_COURT,       /* postanowienie sądu */
  ASY_PLAN_CHANGE_KIND_REQUEST,     /* wniosek rodziny */
  ASY_PLAN_CHANGE_KIND_ASSESSMENT,  /* ocena okresowa */
} AsyPlanChangeKind;

extern const char *const asy_plan_change_kind_nicks[];

/** Why a plan ended. Stored as the nick of the same place in asy_plan_end_kind_nicks. */
typedef enum {
  ASY_PLAN_END_KIND_NONE,
  ASY_PLAN_END_KIND_REACHED,        /* cele osiągnięte */
  ASY_PLAN_END_KIND_PARTLY,
  ASY_PLAN_END_KIND_NOT_REACHED,
  ASY_PLAN_END_KIND_WITHDRAWN,      /* rodzina odstąpiła */
  ASY_PLAN_END_KIND_MOVED,
  ASY_PLAN_END_KIND_COURT,
  ASY_PLAN_END_KIND_OTHER,
} AsyPlanEndKind;

extern const char *const asy_plan_end_kind_nicks[];

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
  F (TEXT, __VA_ARGS__, CHANGE_REASON, change_reason, ASY_FIELD_PLAIN, NULL, N_("Reason for the change"))              \
  F (ENUM, __VA_ARGS__, CHANGE_KIND, change_kind, ASY_FIELD_PLAIN, asy_plan_change_kind_nicks, N_("Why it was changed")) \
  F (TEXT, __VA_ARGS__, CHILD_VOICE, child_voice, ASY_FIELD_PERSONAL, NULL, N_("Voice of the child"))                   \
  F (DAY, __VA_ARGS__, CHILD_HEARD_ON, child_heard_on, ASY_FIELD_PLAIN, NULL, N_("Child heard on"))                     \
  F (REF, __VA_ARGS__, ASSISTANT_ID, assistant_id, ASY_FIELD_PLAIN, NULL, N_("Assistant who signed"))                   \
  F (DAY, __VA_ARGS__, ASSISTANT_SIGNED_ON, assistant_signed_on, ASY_FIELD_PLAIN, NULL, N_("Signed by the assistant on")) \
  F (DAY, __VA_ARGS__, CARE_AGREED_ON, care_agreed_on, ASY_FIELD_PLAIN, NULL, N_("Agreed with the foster side on"))     \
  F (TEXT, __VA_ARGS__, CARE_AGREED_WITH, care_agreed_with, ASY_FIELD_PERSONAL, NULL, N_("Agreed with whom"))           \
  F (TEXT, __VA_ARGS__, CARE_CONTACTS, care_contacts, ASY_FIELD_PERSONAL, NULL, N_("Contacts with the child"))          \
  F (ENUM, __VA_ARGS__, END_KIND, end_kind, ASY_FIELD_PLAIN, asy_plan_end_kind_nicks, N_("How it ended"))               \
  F (TEXT, __VA_ARGS__, END_REASON, end_reason, ASY_FIELD_PERSONAL, NULL, N_("Remarks on the end"))

#define ASY_TYPE_PLAN (asy_plan_get_type ())
ASY_RECORD_DECLARE (AsyPlan, asy_plan, ASY, PLAN, ASY_PLAN_FIELDS)

G_END_DECLS
