/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-person.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** Saves a person with the key of their place in lists; inside a transaction. */
gboolean _asy_person_save (AsySession *session, AsyPerson *person, GError **error);

/** Brings the search up to date for all families that a person stands in. */
gboolean _asy_person_reindex_families (AsySession *session, gint64 person_id, GError **error);

/**
 * The people whom a family's file tells of: its members, their parents, the
 * children of both, and the partners of members. A subquery with the parameter `:id`.
 */
#define _ASY_KIN_MEMBERS "SELECT m.person_id FROM member m WHERE m.family_id = :id"
#define _ASY_KIN_PARENTS "SELECT a.parent_id FROM kinship a WHERE a.parent_id IS NOT NULL AND a.child_id IN (" _ASY_KIN_MEMBERS ")"
#define _ASY_KIN_CIRCLE                                                                             \
  _ASY_KIN_MEMBERS " UNION " _ASY_KIN_PARENTS                                                       \
  " UNION SELECT b.child_id FROM kinship b WHERE b.parent_id IN (" _ASY_KIN_MEMBERS ")"             \
  " UNION SELECT d.child_id FROM kinship d WHERE d.parent_id IN (" _ASY_KIN_PARENTS ")"             \
  " UNION SELECT u.partner_id FROM union_of u WHERE u.person_id IN (" _ASY_KIN_MEMBERS ")"          \
  " UNION SELECT w.person_id FROM union_of w WHERE w.partner_id IN (" _ASY_KIN_MEMBERS ")"

/** The order of former names; those without a day before all others. */
#define _ASY_NAMES_OLDEST_FIRST " ORDER BY t.person_id, coalesce(t.changed_on, ''), t.id"

/**
 * Makes @names (element-type AsyPersonName) all the former names of a person: saves them, removes others; inside a
 * transaction. The person counts as changed then: whoever has loaded the names before would remove what was added since.
 */
gboolean _asy_person_names_set (AsySession *session, AsyPerson *person, GPtrArray *names, GError **error);

/** Saves those of @names that the person neither bore before nor bears now; inside a transaction. */
gboolean _asy_person_names_add_missing (AsySession *session, AsyPerson *person, GPtrArray *names, gboolean *ret_added,
                                        GError **error);

G_END_DECLS
