/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-families.h"

G_BEGIN_DECLS

/* A new family with all that is known on the first day. No widget here. */

typedef struct {
  AsyFamily *family;
  GPtrArray *members;           /* AsyMemberEntry */
  AsyCase *case_file;
  char **reasons;
  AsyDay consent_on;            /* of the first adult; ASY_DAY_NONE: none yet */
} AsyRegistration;

/** Copies everything. */
AsyRegistration *asy_registration_new (AsyFamily *family, GPtrArray *members, AsyCase *case_file, const char *const *reasons,
                                       AsyDay consent_on) G_GNUC_WARN_UNUSED_RESULT;
void asy_registration_free (gpointer registration);

/** All in one transaction; members get their places in the order of the list. */
gboolean asy_registration_save (AsySession *session, AsyRegistration *self, GError **error);

/** The first who is no child, or %NULL. (transfer none) */
const AsyMemberEntry *asy_registration_find_adult (GPtrArray *members, AsyDay today);

/** A name for the family after its first adult, or after the first of all; %NULL without people. (transfer full) */
char *asy_registration_propose_name (GPtrArray *members, AsyDay today);

G_END_DECLS
