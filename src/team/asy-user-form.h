/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-user.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/**
 * asy_user_form_new:
 * @context: (nullable): %NULL on the first run; the form then only collects
 * @with_password: a new user, or a new key slot: also asks for a password
 *
 * Name, login, role, position, authorisation and secrecy undertaking (art. 7
 * ust. 4 uwr). With a context, Save adds the account or saves the record.
 */
AsyForm *asy_user_form_new (AsyContext *context, AsyUser *user, gboolean with_password);

/** A row for which assistant the user is. @workers: (element-type AsyWorker) */
void asy_user_form_add_workers (AsyForm *form, GPtrArray *workers);

/** What was typed as a password; "" without one. (transfer none) */
const char *asy_user_form_get_password (AsyForm *form);

/** Only a new password for @user. */
AsyForm *asy_user_password_form_new (AsyContext *context, AsyUser *user);

/** `Anna Próbna` gives `anna.probna`; %NULL for no name. (transfer full) */
char *asy_user_form_propose_login (const char *full_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
