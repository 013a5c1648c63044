/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl/asy-ctl.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * asy_ctl_open:
 * @ret_code: (out): what to end with, when this fails
 *
 * Opens the register of the command line for work: asks for the password,
 * brings the schema up to date, checks the user's authorisation. Tells what is
 * wrong.
 */
AsySession *asy_ctl_open (AsyCtl *ctl, int *ret_code) G_GNUC_WARN_UNUSED_RESULT;

/** The same without changing the schema and without asking for the authorisation: for `check`. */
AsyDb *asy_ctl_open_unchanged (AsyCtl *ctl, char **ret_login, int *ret_code) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_ctl_create:
 * @login: of the first user
 * @ret_recovery_code: (out): wipe with asy_ctl_secret_free()
 *
 * Makes a new register with all tables.
 */
AsyDb *asy_ctl_create (AsyCtl *ctl, const char *login, char **ret_recovery_code, int *ret_code) G_GNUC_WARN_UNUSED_RESULT;

/** Takes a half-made register away again. */
void asy_ctl_remove (AsyCtl *ctl);

G_END_DECLS
