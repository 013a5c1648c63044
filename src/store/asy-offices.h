/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-dictionary.h"
#include "model/asy-models.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * The office itself: its data, its courts, the people who may open the
 * register, and the editable lists. All of it is small and loaded whole.
 */

/** What every page needs at hand; immutable, shared by reference between threads. */
typedef struct {
  gatomicrefcount ref_count;
  AsyOffice *office;            /* never NULL; a new register has an empty one */
  GPtrArray *courts;            /* AsyCourt in use, by name */
  GPtrArray *users;             /* AsyUser, by name */
  AsyUser *user;                /* nullable: the user of the session */
  AsyDictionary *dictionary;
} AsyOfficeFile;

AsyOfficeFile *asy_office_file_load (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AsyOfficeFile *asy_office_file_ref (AsyOfficeFile *self);
void asy_office_file_unref (AsyOfficeFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyOfficeFile, asy_office_file_unref)

/** (transfer none) (nullable) */
AsyCourt *asy_office_file_find_court (AsyOfficeFile *self, gint64 id);

gboolean asy_office_save (AsySession *session, AsyOffice *office, GError **error);
gboolean asy_court_save (AsySession *session, AsyCourt *court, GError **error);
gboolean asy_user_save (AsySession *session, AsyUser *user, GError **error);

/**
 * asy_user_check_access:
 *
 * Art. 7 ust. 4 uwr: only people with the administrator's written authorisation
 * who gave a written secrecy undertaking; %ASY_STORE_ERROR_NOT_AUTHORISED.
 */
gboolean asy_user_check_access (AsyUser *user, AsyDay today, GError **error);

/**
 * asy_register_set_up:
 *
 * Fills a new register in one transaction: the office, its courts and the first
 * user (whose login the session bears). For first run and `asystactl init`.
 */
gboolean asy_register_set_up (AsySession *session, AsyOffice *office, GPtrArray *courts, GPtrArray *users, GError **error);

G_END_DECLS
