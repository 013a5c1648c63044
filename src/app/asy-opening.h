/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/asy-offices.h"

G_BEGIN_DECLS

/*
 * Opening a register takes about a second of key derivation, and minutes when
 * an old one is migrated: all of it runs in a thread.
 */

/** Where a new register is proposed to live. (transfer full) */
char *asy_opening_get_folder (void);

/** Removes a register that was not finished, with everything beside it. */
void asy_opening_remove_files (const char *path);

/** What a thread brings back: an open session and the office in it. */
typedef struct {
  AsySession *session;          /* for asy_store_new() */
  AsyOfficeFile *office;
  char *migration_copy;         /* nullable: where the register was copied to before its schema was brought up to date */
  char *recovery_code;          /* nullable: of a new register; wiped when freed */
  gboolean is_unauthorised;     /* may come in only to set the authorisations right (art. 7 ust. 4 uwr) */
} AsyOpened;

void asy_opened_free (AsyOpened *opened);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyOpened, asy_opened_free)

/**
 * asy_opening_unlock_async:
 * @login: (nullable): may be left out for a register with one user
 *
 * Opens with a password. A user without authorisation or secrecy undertaking is
 * refused (%ASY_STORE_ERROR_NOT_AUTHORISED), but for coordinators and heads, who
 * must be able to note them.
 */
void asy_opening_unlock_async (const char *path, const char *login, const char *password, AsyClock *clock,
                               GAsyncReadyCallback callback, gpointer user_data);

/** Opens with the code of the recovery sheet and gives @login a new password. */
void asy_opening_recover_async (const char *path, const char *login, const char *code, const char *new_password, AsyClock *clock,
                                GAsyncReadyCallback callback, gpointer user_data);

/** An account of the first run. */
typedef struct {
  AsyUser *user;
  char *password;               /* wiped when freed */
} AsyNewAccount;

AsyNewAccount *asy_new_account_new (AsyUser *user, const char *password) G_GNUC_WARN_UNUSED_RESULT;
void asy_new_account_free (gpointer account);

/**
 * asy_opening_create_async:
 * @accounts: (element-type AsyNewAccount): the first one goes on working in it
 *
 * Makes a register with its office, courts and users. Nothing is left behind
 * on failure. The copies of the records are the thread's own.
 */
void asy_opening_create_async (const char *path, AsyOffice *office, GPtrArray *courts, GPtrArray *accounts, AsyClock *clock,
                               GAsyncReadyCallback callback, gpointer user_data);

/** For all three. (transfer full) */
AsyOpened *asy_opening_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
