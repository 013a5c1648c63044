/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/asy-db.h"

G_BEGIN_DECLS

/*
 * A register is an encrypted database file and, beside it, `<file>.keys`: one
 * slot for each user (Argon2id over the password wraps the random key of the
 * file) and one recovery slot, opened by the code on the printed recovery sheet.
 */

/** Longest login, in bytes. */
#define ASY_REGISTER_LOGIN_MAX 64

/** Passwords shorter than this are refused (%ASY_DB_ERROR_WEAK_PASSWORD). Characters, not bytes. */
#define ASY_REGISTER_PASSWORD_MIN 10

/**
 * asy_register_create:
 * @ret_recovery_code: (out): the code for the recovery sheet, in printable groups; wipe after printing
 *
 * Makes a new, empty register with one user. Nothing is left behind on failure.
 */
AsyDb *asy_register_create (const char *path, const char *login, const char *password,
                            char **ret_recovery_code, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Opens with a user's password. @login may be %NULL when the register has one user. */
AsyDb *asy_register_open (const char *path, const char *login, const char *password,
                          AsyDbOpenFlags flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Opens with the code of the recovery sheet, in any grouping and letter case. */
AsyDb *asy_register_open_recovery (const char *path, const char *code, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Whether @code can be a recovery code: its check characters tell nearly every slip of a finger. */
gboolean asy_register_is_recovery_code (const char *code);

/** Logins that have a slot, in order of creation; readable without a password. (transfer full) */
GStrv asy_register_list_logins (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Says at a glance what stands in the way of opening @path, before a password is asked for. */
gboolean asy_register_probe (const char *path, GError **error);

/** Adds a slot for @login, or replaces the password of an existing one. The register must be open. */
gboolean asy_register_set_password (AsyDb *db, const char *login, const char *password, GError **error);

/**
 * Drops the slot of a leaver and re-keys the file, so that a copied key opens it
 * no more; copies made before stay readable with it. The last user stays
 * (%ASY_DB_ERROR_LAST_USER); %ASY_DB_ERROR_BUSY while the register is open
 * elsewhere. No statement may be in use.
 */
gboolean asy_register_remove_user (AsyDb *db, const char *login, GError **error);

/** Makes a new recovery code; the old sheet opens the register no more. (transfer full) */
char *asy_register_renew_recovery (AsyDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The UUID that a register keeps for life; readable without a password. (transfer full) */
char *asy_register_dup_uuid (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
