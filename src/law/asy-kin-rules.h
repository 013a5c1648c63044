/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"

G_BEGIN_DECLS

/* Who is whose kin, as far as a register can say by itself. */

gboolean asy_kinship_kind_is_mother (AsyKinshipKind kind);
/** By birth: not by adoption and not by a parent's union. */
gboolean asy_kinship_kind_is_birth (AsyKinshipKind kind);
gboolean asy_kinship_kind_is_step (AsyKinshipKind kind);

/**
 * asy_kin_propose:
 * @members: (element-type AsyMemberEntry)
 * @kinships: (element-type AsyKinship): what is known already
 * @unions: (element-type AsyUnion)
 * @out_kinships: appended to
 * @out_unions: appended to
 *
 * What follows from the roles of members: a mother and a son, a wife and a
 * father. Only what is unambiguous, and nothing that is known or that would
 * contradict it: a child with a mother, or whose mother nobody knows, gets none.
 */
void asy_kin_propose (GPtrArray *members, GPtrArray *kinships, GPtrArray *unions, GPtrArray *out_kinships, GPtrArray *out_unions);

G_END_DECLS
