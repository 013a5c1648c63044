/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * asy_person_merge:
 * @kept: the record that stays, as loaded, with the values chosen for it
 * @merged_id: the record that becomes one with it
 * @ret_merge_id: (out) (optional): for asy_person_part()
 *
 * Makes two records of one person one. All that hangs on the merged record
 * moves. What @kept has of its own already (a place in the same family, the same
 * visit, the same assessment, a mother) stays what it is; a second place in a
 * family fills in what the first one leaves blank. The merged record remains,
 * out of sight, with what could not move, so that they can be parted again.
 *
 * Refuses (%ASY_STORE_ERROR_INVALID) people bound by kinship or a union, who
 * cannot be one, and a record that is merged already.
 */
gboolean asy_person_merge (AsySession *session, AsyPerson *kept, gint64 merged_id, gint64 *ret_merge_id, GError **error);

/**
 * asy_person_part:
 *
 * Takes a merge back: what moved goes back, and each value that the merge changed
 * and nobody since. Refuses (%ASY_STORE_ERROR_CONFLICT) a merge that was taken
 * back already or on which a later one stands.
 */
gboolean asy_person_part (AsySession *session, gint64 merge_id, GError **error);

/** Fills in the merges, not taken back, of a file whose members are loaded. */
gboolean asy_person_merges_load (AsySession *session, AsyFamilyFile *file, gint64 family_id, GError **error);

G_END_DECLS
