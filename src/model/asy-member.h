/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_member_care_basis_nicks. */
typedef enum {
  ASY_MEMBER_CARE_BASIS_NONE,
  ASY_MEMBER_CARE_BASIS_COURT,
  ASY_MEMBER_CARE_BASIS_AGREEMENT,
  ASY_MEMBER_CARE_BASIS_EMERGENCY,
} AsyMemberCareBasis;

extern const char *const asy_member_care_basis_nicks[];

/**
 * AsyMember:
 *
 * A person's place in a family (członek rodziny): role, household, legal situation, whereabouts.
 */
#define ASY_MEMBER_FIELDS(F, ...)                                                                                            \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_REQUIRED, NULL, N_("Family"))                                         \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_REQUIRED, NULL, N_("Person"))                                         \
  F (TEXT, __VA_ARGS__, ROLE, role, ASY_FIELD_REQUIRED, NULL, N_("Role in the family"))                                      \
  F (BOOL, __VA_ARGS__, IN_HOUSEHOLD, in_household, ASY_FIELD_PLAIN, NULL, N_("In the household"))                           \
  F (BOOL, __VA_ARGS__, COVERED, covered, ASY_FIELD_PLAIN, NULL, N_("Covered by the work"))                                  \
  F (TEXT, __VA_ARGS__, AUTHORITY, authority, ASY_FIELD_PLAIN, NULL, N_("Parental authority or legal situation"))            \
  F (TEXT, __VA_ARGS__, WHEREABOUTS, whereabouts, ASY_FIELD_PLAIN, NULL, N_("Whereabouts"))                                  \
  F (DAY, __VA_ARGS__, WHEREABOUTS_SINCE, whereabouts_since, ASY_FIELD_PLAIN, NULL, N_("Whereabouts since"))                 \
  F (TEXT, __VA_ARGS__, CARER, carer, ASY_FIELD_PERSONAL, NULL, N_("Carer"))                                                 \
  F (ENUM, __VA_ARGS__, CARE_BASIS, care_basis, ASY_FIELD_PLAIN, asy_member_care_basis_nicks, N_("Basis of foster care"))    \
  F (TEXT, __VA_ARGS__, CARE_COORDINATOR, care_coordinator, ASY_FIELD_PERSONAL, NULL, N_("Coordinator of foster care"))      \
  F (TEXT, __VA_ARGS__, CARE_COORDINATOR_PHONE, care_coordinator_phone, ASY_FIELD_PERSONAL, NULL, N_("Coordinator's phone")) \
  F (DAY, __VA_ARGS__, HELP_PLAN_ON, help_plan_on, ASY_FIELD_PLAIN, NULL, N_("Plan of help for the child of"))               \
  F (TEXT, __VA_ARGS__, HELP_PLAN_MARK, help_plan_mark, ASY_FIELD_PLAIN, NULL, N_("Mark of the plan of help"))               \
  F (DAY, __VA_ARGS__, CHILD_REVIEW_ON, child_review_on, ASY_FIELD_PLAIN, NULL, N_("Next assessment of the child"))          \
  F (TEXT, __VA_ARGS__, SCHOOL, school, ASY_FIELD_PERSONAL, NULL, N_("School and class"))                                    \
  F (DAY, __VA_ARGS__, JOINED_ON, joined_on, ASY_FIELD_PLAIN, NULL, N_("In the family since"))                               \
  F (DAY, __VA_ARGS__, LEFT_ON, left_on, ASY_FIELD_PLAIN, NULL, N_("Left the family on"))                                    \
  F (TEXT, __VA_ARGS__, LEFT_REASON, left_reason, ASY_FIELD_PLAIN, NULL, N_("Reason for leaving"))                           \
  F (INT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))

#define ASY_TYPE_MEMBER (asy_member_get_type ())
ASY_RECORD_DECLARE (AsyMember, asy_member, ASY, MEMBER, ASY_MEMBER_FIELDS)

G_END_DECLS
