/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_user_role_nicks. */
typedef enum {
  ASY_USER_ROLE_COORDINATOR,
  ASY_USER_ROLE_HEAD,
  ASY_USER_ROLE_ASSISTANT,
  ASY_USER_ROLE_SOCIAL_WORKER,
  ASY_USER_ROLE_SECRETARY,
  ASY_USER_ROLE_AUDITOR,
} AsyUserRole;

extern const char *const asy_user_role_nicks[];

/**
 * AsyUser:
 *
 * Somebody who may open the register; art. 7 ust. 4 asks for an authorisation and a secrecy undertaking.
 */
#define ASY_USER_FIELDS(F, ...)                                                                            \
  F (TEXT, __VA_ARGS__, LOGIN, login, ASY_FIELD_REQUIRED, NULL, N_("Login"))                               \
  F (TEXT, __VA_ARGS__, FULL_NAME, full_name, ASY_FIELD_REQUIRED, NULL, N_("Full name"))                   \
  F (ENUM, __VA_ARGS__, ROLE, role, ASY_FIELD_PLAIN, asy_user_role_nicks, N_("Role"))                      \
  F (TEXT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))                         \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_PLAIN, NULL, N_("Assistant"))                       \
  F (DAY, __VA_ARGS__, AUTHORISED_ON, authorised_on, ASY_FIELD_PLAIN, NULL, N_("Authorised on"))           \
  F (DAY, __VA_ARGS__, AUTHORISED_UNTIL, authorised_until, ASY_FIELD_PLAIN, NULL, N_("Authorised until"))  \
  F (DAY, __VA_ARGS__, SECRECY_ON, secrecy_on, ASY_FIELD_PLAIN, NULL, N_("Secrecy undertaking signed on")) \
  F (BOOL, __VA_ARGS__, RETIRED, retired, ASY_FIELD_PLAIN, NULL, N_("No longer in use"))

#define ASY_TYPE_USER (asy_user_get_type ())
ASY_RECORD_DECLARE (AsyUser, asy_user, ASY, USER, ASY_USER_FIELDS)

G_END_DECLS
