/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_worker_sex_nicks. */
typedef enum {
  ASY_WORKER_SEX_UNKNOWN,
  ASY_WORKER_SEX_FEMALE,
  ASY_WORKER_SEX_MALE,
} AsyWorkerSex;

extern const char *const asy_worker_sex_nicks[];

/** Stored as the nick of the same place in asy_worker_contract_nicks. */
typedef enum {
  ASY_WORKER_CONTRACT_EMPLOYMENT,
  ASY_WORKER_CONTRACT_SERVICE,
  ASY_WORKER_CONTRACT_CONTRACTED,
} AsyWorkerContract;

extern const char *const asy_worker_contract_nicks[];

/**
 * AsyWorker:
 *
 * A family assistant (asystent rodziny), art. 12 and 17. What art. 7 ust. 4
 * asks for stands here for an assistant without a user account, and with the
 * account (AsyUser) of one who has it.
 */
#define ASY_WORKER_FIELDS(F, ...)                                                                               \
  F (TEXT, __VA_ARGS__, GIVEN_NAME, given_name, ASY_FIELD_REQUIRED, NULL, N_("Given name"))                     \
  F (TEXT, __VA_ARGS__, FAMILY_NAME, family_name, ASY_FIELD_REQUIRED, NULL, N_("Family name"))                  \
  F (ENUM, __VA_ARGS__, SEX, sex, ASY_FIELD_PLAIN, asy_worker_sex_nicks, N_("Sex"))                             \
  F (TEXT, __VA_ARGS__, PHONE, phone, ASY_FIELD_PLAIN, NULL, N_("Phone"))                                       \
  F (TEXT, __VA_ARGS__, EMAIL, email, ASY_FIELD_PLAIN, NULL, N_("E-mail"))                                      \
  F (TEXT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))                              \
  F (ENUM, __VA_ARGS__, CONTRACT, contract, ASY_FIELD_PLAIN, asy_worker_contract_nicks, N_("Contract"))         \
  F (REAL, __VA_ARGS__, FTE, fte, ASY_FIELD_PLAIN, NULL, N_("Full-time equivalent"))                            \
  F (DAY, __VA_ARGS__, EMPLOYED_FROM, employed_from, ASY_FIELD_REQUIRED, NULL, N_("Employed from"))             \
  F (DAY, __VA_ARGS__, EMPLOYED_UNTIL, employed_until, ASY_FIELD_PLAIN, NULL, N_("Employed until"))             \
  F (DAY, __VA_ARGS__, SUSPENDED_FROM, suspended_from, ASY_FIELD_PLAIN, NULL, N_("Suspended from"))             \
  F (DAY, __VA_ARGS__, SUSPENDED_UNTIL, suspended_until, ASY_FIELD_PLAIN, NULL, N_("Suspended until"))          \
  F (TEXT, __VA_ARGS__, SUSPENDED_REASON, suspended_reason, ASY_FIELD_PLAIN, NULL, N_("Reason for suspension")) \
  F (TEXT, __VA_ARGS__, QUALIFICATION, qualification, ASY_FIELD_PLAIN, NULL, N_("Qualification"))               \
  F (BOOL, __VA_ARGS__, SOCIAL_WORKER_HERE, social_worker_here, ASY_FIELD_PLAIN, NULL, N_("Social worker in this commune")) \
  F (DAY, __VA_ARGS__, AUTHORISED_ON, authorised_on, ASY_FIELD_PLAIN, NULL, N_("Authorised on"))                \
  F (DAY, __VA_ARGS__, AUTHORISED_UNTIL, authorised_until, ASY_FIELD_PLAIN, NULL, N_("Authorised until"))       \
  F (DAY, __VA_ARGS__, SECRECY_ON, secrecy_on, ASY_FIELD_PLAIN, NULL, N_("Secrecy undertaking signed on"))      \
  F (DAY, __VA_ARGS__, RSPTS_CHECKED_ON, rspts_checked_on, ASY_FIELD_PLAIN, NULL, N_("RSPTS checked on"))       \
  F (TEXT, __VA_ARGS__, DISTRICT, district, ASY_FIELD_PLAIN, NULL, N_("District"))                              \
  F (TEXT, __VA_ARGS__, NOTES, notes, ASY_FIELD_PLAIN, NULL, N_("Notes"))                                       \
  F (TEXT, __VA_ARGS__, SORT_KEY, sort_key, ASY_FIELD_HIDDEN, NULL, N_("Sort key"))

#define ASY_TYPE_WORKER (asy_worker_get_type ())
ASY_RECORD_DECLARE (AsyWorker, asy_worker, ASY, WORKER, ASY_WORKER_FIELDS)

G_END_DECLS
