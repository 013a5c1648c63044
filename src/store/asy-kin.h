/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * asy_kinship_save:
 *
 * Refuses (%ASY_STORE_ERROR_INVALID) a parent who is younger than the child or
 * descends from it, and (%ASY_STORE_ERROR_OVERLAP) a second mother or father by
 * birth; an unknown one counts.
 */
gboolean asy_kinship_save (AsySession *session, AsyKinship *kinship, GError **error);
gboolean asy_kinship_remove (AsySession *session, AsyKinship *kinship, GError **error);

/** Refuses a person with themselves, an end before the beginning, and a last day of a union that did not end. */
gboolean asy_union_save (AsySession *session, AsyUnion *couple, GError **error);
gboolean asy_union_remove (AsySession *session, AsyUnion *couple, GError **error);

/** All of both lists in one transaction. (element-type AsyKinship) (element-type AsyUnion) */
gboolean asy_kin_save_all (AsySession *session, GPtrArray *kinships, GPtrArray *unions, GError **error);

/**
 * asy_kin_save_person:
 * @names: (nullable): all that the person was called before; %NULL leaves them as they are
 * @kinship: (nullable): gets the person as the parent
 *
 * A person who stands in no family. One transaction.
 */
gboolean asy_kin_save_person (AsySession *session, AsyPerson *person, GPtrArray *names, AsyKinship *kinship, GError **error);

/** Fills in kinships, unions and kin of a file whose members are loaded. */
gboolean asy_kin_load (AsySession *session, AsyFamilyFile *file, gint64 family_id, GError **error);

G_END_DECLS
