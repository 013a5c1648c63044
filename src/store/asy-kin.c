/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "law/asy-kin-rules.h"
#include "store/asy-change-private.h"
#include "store/asy-kin.h"
#include "store/asy-people-private.h"
#include "store/asy-repo.h"

/* Kinship */

static gboolean
check_ages (AsySession *session, AsyKinship *kinship, GError **error)
{
  g_autoptr (AsyPerson) child = asy_repo_load (session, ASY_TYPE_PERSON, asy_kinship_get_child_id (kinship), error);
  g_autoptr (AsyPerson) parent = NULL;

  if (child == NULL)
    return FALSE;
  if (asy_kinship_get_parent_id (kinship) == 0)
    return TRUE;
  parent = asy_repo_load (session, ASY_TYPE_PERSON, asy_kinship_get_parent_id (kinship), error);
  if (parent == NULL)
    return FALSE;
  if (asy_person_get_birth_date (child) != ASY_DAY_NONE && asy_person_get_birth_date (parent) >= asy_person_get_birth_date (child))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, kinship, ASY_KINSHIP_PARENT_ID, NULL,
                               "the parent is younger than the child");
  return TRUE;
}

/* One who descends from the child cannot be its parent. The kinships above the parent are few. */
static gboolean
check_circle (AsySession *session, AsyKinship *kinship, GError **error)
{
  gint64 is_circle;
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "WITH RECURSIVE above (id) AS (SELECT :parent UNION"
                         " SELECT k.parent_id FROM kinship k JOIN above a ON a.id = k.child_id WHERE k.parent_id IS NOT NULL)"
                         " SELECT count(*) FROM above WHERE id = :child",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_ref (stmt, ":parent", asy_kinship_get_parent_id (kinship));
  asy_stmt_bind_int (stmt, ":child", asy_kinship_get_child_id (kinship));
  if (!asy_stmt_fetch_int (stmt, 0, &is_circle, error))
    return FALSE;
  return is_circle == 0 || _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, kinship, ASY_KINSHIP_PARENT_ID, NULL,
                                               "the parent descends from the child");
}

static gboolean
check_only_one (AsySession *session, AsyKinship *kinship, GError **error)
{
  g_autoptr (GPtrArray) others = asy_repo_list_by_id (session, ASY_TYPE_KINSHIP, "WHERE t.child_id = :id ORDER BY t.id",
                                                      asy_kinship_get_child_id (kinship), error);

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      AsyKinship *other = g_ptr_array_index (others, i);
      const gboolean same_kind = asy_kinship_get_kind (other) == asy_kinship_get_kind (kinship);
      const gboolean same_parent = asy_kinship_get_parent_id (other) == asy_kinship_get_parent_id (kinship);

      if (asy_record_get_id (ASY_RECORD (other)) == asy_record_get_id (ASY_RECORD (kinship)))
        continue;
      if (same_kind && (same_parent || asy_kinship_kind_is_birth ((AsyKinshipKind) asy_kinship_get_kind (kinship))))
        return _asy_change_refuse (error, ASY_STORE_ERROR_OVERLAP, kinship, ASY_KINSHIP_KIND, NULL, "the child has such a parent");
    }
  return TRUE;
}

static gboolean
save_kinship (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  AsyKinship *kinship = record;

  if (asy_kinship_get_child_id (kinship) == 0)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, kinship, ASY_KINSHIP_CHILD_ID, NULL, "a child is missing");
  if (asy_kinship_get_child_id (kinship) == asy_kinship_get_parent_id (kinship))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, kinship, ASY_KINSHIP_PARENT_ID, NULL, "nobody is their own parent");
  return check_ages (session, kinship, error) && check_circle (session, kinship, error) &&
         check_only_one (session, kinship, error) && asy_repo_save (session, kinship, error);
}

gboolean
asy_kinship_save (AsySession *session, AsyKinship *kinship, GError **error)
{
  return _asy_change_run (session, kinship, save_kinship, NULL, error);
}

gboolean
asy_kinship_remove (AsySession *session, AsyKinship *kinship, GError **error)
{
  return asy_repo_delete (session, kinship, error);
}

/* Unions */

static gboolean
save_union (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  AsyUnion *couple = record;

  if (asy_union_get_person_id (couple) == asy_union_get_partner_id (couple))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, couple, ASY_UNION_PARTNER_ID, NULL, "a union takes two people");
  if (asy_union_get_until_day (couple) != ASY_DAY_NONE && asy_union_get_ended (couple) == ASY_UNION_ENDED_NO)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, couple, ASY_UNION_ENDED, NULL, "a union that lasts has no last day");
  return _asy_change_check_period (couple, ASY_UNION_FROM_DAY, ASY_UNION_UNTIL_DAY, error) && asy_repo_save (session, couple, error);
}

gboolean
asy_union_save (AsySession *session, AsyUnion *couple, GError **error)
{
  return _asy_change_run (session, couple, save_union, NULL, error);
}

gboolean
asy_union_remove (AsySession *session, AsyUnion *couple, GError **error)
{
  return asy_repo_delete (session, couple, error);
}

/* Both */

typedef struct {
  GPtrArray *kinships;
  GPtrArray *unions;
} Kin;

static gboolean
save_all (AsySession *session, gpointer user_data, GError **error)
{
  const Kin *kin = user_data;

  for (guint i = 0; i < kin->kinships->len; i++)
    if (!asy_kinship_save (session, kin->kinships->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < kin->unions->len; i++)
    if (!asy_union_save (session, kin->unions->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
asy_kin_save_all (AsySession *session, GPtrArray *kinships, GPtrArray *unions, GError **error)
{
  Kin kin = { kinships, unions };

  return asy_session_transaction (session, save_all, &kin, error);
}

/* People outside the family */

typedef struct {
  GPtrArray *names;             /* nullable */
  AsyKinship *kinship;          /* nullable */
} Relative;

static gboolean
save_relative (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  const Relative *relative = user_data;

  if (!_asy_person_save (session, record, error))
    return FALSE;
  if (relative->names != NULL && !_asy_person_names_set (session, record, relative->names, error))
    return FALSE;
  if (relative->kinship == NULL)
    return _asy_person_reindex_families (session, asy_record_get_id (record), error);
  asy_kinship_set_parent_id (relative->kinship, asy_record_get_id (record));
  return asy_kinship_save (session, relative->kinship, error);
}

gboolean
asy_kin_save_person (AsySession *session, AsyPerson *person, GPtrArray *names, AsyKinship *kinship, GError **error)
{
  Relative relative = { names, kinship };

  return _asy_change_run (session, person, save_relative, &relative, error);
}

/* Loading */

gboolean
asy_kin_load (AsySession *session, AsyFamilyFile *file, gint64 family_id, GError **error)
{
  file->kinships = asy_repo_list_by_id (session, ASY_TYPE_KINSHIP,
                                        "WHERE t.child_id IN (" _ASY_KIN_CIRCLE ") AND (t.parent_id IS NULL OR t.parent_id IN (" _ASY_KIN_CIRCLE "))"
                                        " ORDER BY t.id",
                                        family_id, error);
  if (file->kinships == NULL)
    return FALSE;
  file->unions = asy_repo_list_by_id (session, ASY_TYPE_UNION,
                                      "WHERE t.person_id IN (" _ASY_KIN_CIRCLE ") AND t.partner_id IN (" _ASY_KIN_CIRCLE ")"
                                      " ORDER BY coalesce(t.from_day, t.until_day, '9999'), t.id",
                                      family_id, error);
  if (file->unions == NULL)
    return FALSE;
  file->kin = asy_repo_list_by_id (session, ASY_TYPE_PERSON,
                                   "WHERE t.id IN (" _ASY_KIN_CIRCLE ") AND t.id NOT IN (" _ASY_KIN_MEMBERS ") ORDER BY t.sort_key, t.id", family_id,
                                   error);
  return file->kin != NULL;
}
