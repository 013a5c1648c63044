/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/asy-key-slot.h"
#include "db/asy-register.h"

G_BEGIN_DECLS

/** %ASY_DB_ERROR_WEAK_PASSWORD */
gboolean _asy_register_check_password (const char *password, GError **error);

/** %ASY_DB_ERROR_BAD_LOGIN */
gboolean _asy_register_check_login (const char *login, GError **error);

/*
 * The calls of asy-register.h that make a slot, with the cost of its derivation
 * (nullable: the strong one). For tests, which make hundreds of slots.
 */

AsyDb *_asy_register_create (const char *path, const char *login, const char *password, const AsyKeyCost *cost,
                             char **ret_recovery_code, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean _asy_register_set_password (AsyDb *db, const char *login, const char *password, const AsyKeyCost *cost, GError **error);

G_END_DECLS
