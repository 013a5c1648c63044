/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "store/asy-families.h"
#include "store/asy-people-private.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"

static gboolean
save_family (AsySession *session, gpointer user_data, GError **error)
{
  AsyFamily *family = user_data;
  g_autofree char *key = asy_text_sort_key (asy_family_get_name (family));

  asy_family_set_sort_key (family, key);
  return asy_repo_save (session, family, error) &&
         asy_search_index_family (session, asy_record_get_id (ASY_RECORD (family)), error);
}

gboolean
asy_family_save (AsySession *session, AsyFamily *family, GError **error)
{
  return asy_session_transaction (session, save_family, family, error);
}

gboolean
_asy_person_save (AsySession *session, AsyPerson *person, GError **error)
{
  const char *family_name = asy_person_get_family_name (person);
  const char *given_name = asy_person_get_given_name (person);
  g_autofree char *name = g_strjoin (" ", family_name != NULL ? family_name : "", given_name, NULL);
  g_autofree char *key = asy_text_sort_key (name);

  asy_person_set_sort_key (person, key);
  return asy_repo_save (session, person, error);
}

/* A person stands in several families: all of them are found by the new name. */
gboolean
_asy_person_reindex_families (AsySession *session, gint64 person_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT DISTINCT family_id FROM member WHERE person_id = :id", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", person_id);
  for (;;)
    {
      gint64 id;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = asy_stmt_column_int (stmt, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    if (!asy_search_index_family (session, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
save_member_and_person (AsySession *session, AsyMember *member, AsyPerson *person, GError **error)
{
  if (!_asy_person_save (session, person, error))
    return FALSE;
  asy_member_set_person_id (member, asy_record_get_id (ASY_RECORD (person)));
  return asy_repo_save (session, member, error);
}

static gboolean
save_member (AsySession *session, gpointer user_data, GError **error)
{
  AsyMemberEntry *entry = user_data;

  return save_member_and_person (session, entry->member, entry->person, error) &&
         _asy_person_reindex_families (session, asy_record_get_id (ASY_RECORD (entry->person)), error);
}

gboolean
asy_member_save (AsySession *session, AsyMember *member, AsyPerson *person, GError **error)
{
  AsyMemberEntry entry = { member, person };

  return asy_session_transaction (session, save_member, &entry, error);
}

typedef struct {
  AsyFamily *family;
  GPtrArray *members;
  AsyCase *case_file;
  const char *const *reasons;
} Registration;

static gboolean
register_members (AsySession *session, Registration *data, GError **error)
{
  for (guint i = 0; data->members != NULL && i < data->members->len; i++)
    {
      AsyMemberEntry *entry = g_ptr_array_index (data->members, i);

      asy_member_set_family_id (entry->member, asy_record_get_id (ASY_RECORD (data->family)));
      asy_member_set_position (entry->member, i + 1);
      if (!save_member_and_person (session, entry->member, entry->person, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
register_case (AsySession *session, Registration *data, GError **error)
{
  if (data->case_file == NULL)
    return TRUE;
  asy_case_set_family_id (data->case_file, asy_record_get_id (ASY_RECORD (data->family)));
  if (!asy_repo_save (session, data->case_file, error))
    return FALSE;
  return data->reasons == NULL ||
         asy_case_set_reasons (session, asy_record_get_id (ASY_RECORD (data->case_file)), data->reasons, error);
}

static gboolean
register_family (AsySession *session, gpointer user_data, GError **error)
{
  Registration *data = user_data;
  g_autofree char *key = asy_text_sort_key (asy_family_get_name (data->family));

  asy_family_set_sort_key (data->family, key);
  return asy_repo_save (session, data->family, error) && register_members (session, data, error) &&
         register_case (session, data, error) &&
         asy_search_index_family (session, asy_record_get_id (ASY_RECORD (data->family)), error);
}

gboolean
asy_family_register (AsySession *session, AsyFamily *family, GPtrArray *members, AsyCase *case_file,
                     const char *const *reasons, GError **error)
{
  Registration data = { family, members, case_file, reasons };

  return asy_session_transaction (session, register_family, &data, error);
}

void
asy_person_match_free (AsyPersonMatch *match)
{
  if (match == NULL)
    return;
  g_clear_object (&match->person);
  g_free (match->family_name);
  g_free (match);
}

static gboolean
are_names_alike (AsyPerson *a, AsyPerson *b)
{
  g_autofree char *left = asy_person_dup_full_name (a);
  g_autofree char *right = asy_person_dup_full_name (b);
  g_autofree char *folded_left = asy_text_fold (left);
  g_autofree char *folded_right = asy_text_fold (right);
  g_autofree char *given = asy_text_fold (asy_person_get_given_name (a) != NULL ? asy_person_get_given_name (a) : "");
  g_autofree char *other_given = asy_text_fold (asy_person_get_given_name (b) != NULL ? asy_person_get_given_name (b) : "");

  return g_str_equal (folded_left, folded_right) || (*given != '\0' && g_str_equal (given, other_given));
}

static gboolean
attach_family (AsySession *session, AsyPersonMatch *match, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT f.id, f.name FROM member m JOIN family f ON f.id = m.family_id"
                         " WHERE m.person_id = :id ORDER BY m.id DESC LIMIT 1",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (match->person)));
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  match->family_id = has_row ? asy_stmt_column_int (stmt, 0) : 0;
  match->family_name = has_row ? asy_stmt_column_dup_text (stmt, 1) : NULL;
  return TRUE;
}

GPtrArray *
asy_person_find_matches (AsySession *session, AsyPerson *person, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_person_match_free);
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (AsyStmt) stmt = NULL;

  /* OR of two indexed columns; NULL parameters match nothing. */
  stmt = asy_repo_prepare (session, ASY_TYPE_PERSON,
                           "WHERE t.id <> :id AND t.merged_into_id IS NULL AND (t.pesel = :pesel OR t.birth_date = :born) ORDER BY t.sort_key, t.id LIMIT 50",
                           error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (person)));
  asy_stmt_bind_text (stmt, ":pesel", asy_person_get_pesel (person));
  asy_stmt_bind_day (stmt, ":born", asy_person_get_birth_date (person));
  candidates = asy_repo_read_all (stmt, ASY_TYPE_PERSON, error);
  if (candidates == NULL)
    return NULL;
  for (guint i = 0; i < candidates->len; i++)
    {
      AsyPerson *candidate = g_ptr_array_index (candidates, i);
      const gboolean same_pesel = asy_person_get_pesel (person) != NULL &&
                                  g_strcmp0 (asy_person_get_pesel (candidate), asy_person_get_pesel (person)) == 0;
      AsyPersonMatch *match;

      if (!same_pesel && !are_names_alike (person, candidate))
        continue;
      match = g_new0 (AsyPersonMatch, 1);
      match->person = g_object_ref (candidate);
      match->same_pesel = same_pesel;
      g_ptr_array_add (matches, match);
      if (!attach_family (session, match, error))
        return NULL;
    }
  return g_steal_pointer (&matches);
}

gboolean
asy_person_find_family (AsySession *session, gint64 person_id, gint64 *ret_family_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT family_id FROM member WHERE person_id = :id ORDER BY left_on IS NOT NULL, id DESC LIMIT 1", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", person_id);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  *ret_family_id = has_row ? asy_stmt_column_int (stmt, 0) : 0;
  return TRUE;
}
