/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-user.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * Who may open the register: the record of a user together with the key slot
 * of their password. Deriving a key takes about a second. Each change is in the
 * audit; passwords and codes never are.
 */

/** A new user and the slot of their first password; neither stays without the other. */
gboolean asy_account_add (AsySession *session, AsyUser *user, const char *password, GError **error);

/** Another password for a user who has a slot, or the first one for a user without. */
gboolean asy_account_set_password (AsySession *session, AsyUser *user, const char *password, GError **error);

/**
 * asy_account_remove:
 *
 * Drops the slot of a leaver, re-keys the register and ends the record. Takes
 * as long as writing the whole file. Nobody removes themselves
 * (%ASY_STORE_ERROR_INVALID).
 */
gboolean asy_account_remove (AsySession *session, AsyUser *user, GError **error);

/** A new code for the recovery sheet; the old sheet opens the register no more. (transfer full): wipe after printing */
char *asy_account_renew_recovery (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Logins that have a slot. (transfer full) */
GStrv asy_account_list_logins (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
