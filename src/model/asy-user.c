/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-user.h"

const char *const asy_user_role_nicks[] = { "coordinator", "head", "assistant", "social-worker", "secretary", "auditor", NULL };

ASY_RECORD_DEFINE (AsyUser, asy_user, ASY_USER, ASY_USER_FIELDS, "app_user")
