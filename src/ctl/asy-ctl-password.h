/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl/asy-ctl.h"

G_BEGIN_DECLS

/*
 * Passwords come from a file descriptor, a systemd credential or a prompt, in
 * this order; never from the command line or the environment, which others on
 * the machine can read.
 */

typedef enum {
  ASY_CTL_SECRET_REGISTER,      /* --password-fd, asysta-password */
  ASY_CTL_SECRET_NEW_REGISTER,  /* the same; a prompt asks twice */
  ASY_CTL_SECRET_KEY,           /* --key-password-fd, asysta-key-password */
} AsyCtlSecret;

/** Free with asy_ctl_secret_free(). %NULL after telling why there is none. */
char *asy_ctl_get_secret (AsyCtl *ctl, AsyCtlSecret which) G_GNUC_WARN_UNUSED_RESULT;

/** Wipes and frees. Accepts %NULL. */
void asy_ctl_secret_free (char *secret);

typedef char AsyCtlSecretText;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyCtlSecretText, asy_ctl_secret_free)

G_END_DECLS
