/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "law/asy-person-names.h"
#include "store/asy-people-private.h"
#include "store/asy-person-names.h"
#include "store/asy-repo.h"

GPtrArray *
asy_person_names_list (AsySession *session, gint64 person_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_PERSON_NAME, "WHERE t.person_id = :id" _ASY_NAMES_OLDEST_FIRST, person_id, error);
}

gboolean
asy_person_names_load (AsySession *session, AsyFamilyFile *file, gint64 family_id, GError **error)
{
  file->names = asy_repo_list_by_id (session, ASY_TYPE_PERSON_NAME,
                                     "WHERE t.person_id IN (" _ASY_KIN_CIRCLE ")" _ASY_NAMES_OLDEST_FIRST, family_id, error);
  if (file->names == NULL)
    return FALSE;
  for (guint i = 0; i < file->members->len; i++)
    {
      AsyMemberEntry *entry = g_ptr_array_index (file->members, i);

      g_ptr_array_unref (entry->names);
      entry->names = asy_family_file_list_names (file, asy_record_get_id (ASY_RECORD (entry->person)));
    }
  return TRUE;
}

static gboolean
is_wanted (GPtrArray *names, gpointer stored)
{
  for (guint i = 0; i < names->len; i++)
    if (asy_record_get_id (names->pdata[i]) == asy_record_get_id (stored))
      return TRUE;
  return FALSE;
}

static gboolean
remove_others (AsySession *session, gint64 person_id, GPtrArray *names, gboolean *ret_changed, GError **error)
{
  g_autoptr (GPtrArray) stored = asy_person_names_list (session, person_id, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      if (is_wanted (names, stored->pdata[i]))
        continue;
      if (!asy_repo_delete (session, stored->pdata[i], error))
        return FALSE;
      *ret_changed = TRUE;
    }
  return TRUE;
}

static gboolean
save_all (AsySession *session, gint64 person_id, GPtrArray *names, gboolean *ret_changed, GError **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      AsyRecord *name = names->pdata[i];
      const gint64 id = asy_record_get_id (name), revision = asy_record_get_revision (name);

      asy_person_name_set_person_id (ASY_PERSON_NAME (name), person_id);
      if (!asy_repo_save (session, name, error))
        return FALSE;
      *ret_changed = *ret_changed || id == 0 || asy_record_get_revision (name) != revision;
    }
  return TRUE;
}

static gboolean
revise (AsySession *session, AsyPerson *person, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), "UPDATE person SET revision = revision + 1 WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (person)));
  if (!asy_stmt_run (stmt, error))
    return FALSE;
  asy_record_set_revision (ASY_RECORD (person), asy_record_get_revision (ASY_RECORD (person)) + 1);
  return TRUE;
}

gboolean
_asy_person_names_set (AsySession *session, AsyPerson *person, GPtrArray *names, GError **error)
{
  const gint64 person_id = asy_record_get_id (ASY_RECORD (person));
  gboolean is_changed = FALSE;

  return remove_others (session, person_id, names, &is_changed, error) && save_all (session, person_id, names, &is_changed, error) &&
         (!is_changed || revise (session, person, error));
}

gboolean
_asy_person_names_add_missing (AsySession *session, AsyPerson *person, GPtrArray *names, gboolean *ret_added, GError **error)
{
  g_autoptr (GPtrArray) known = asy_person_names_list (session, asy_record_get_id (ASY_RECORD (person)), error);

  if (known == NULL)
    return FALSE;
  *ret_added = FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      AsyPersonName *name = g_ptr_array_index (names, i);

      if (asy_person_names_has (person, known, asy_person_name_get_family_name (name)))
        continue;
      asy_person_name_set_person_id (name, asy_record_get_id (ASY_RECORD (person)));
      if (!asy_repo_save (session, name, error))
        return FALSE;
      g_ptr_array_add (known, g_object_ref (name));
      *ret_added = TRUE;
    }
  return TRUE;
}
