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
         (entry->names == NULL ||
          _asy_person_names_set (session, entry->person, entry->names, error)) &&
         _asy_person_reindex_families (session, asy_record_get_id (ASY_RECORD (entry->person)), error);
}

gboolean
asy_member_save (AsySession *session, AsyMember *member, AsyPerson *person, GError **error)
{
  return asy_member_save_named (session, member, person, NULL, error);
}

gboolean
asy_member_save_named (AsySession *session, AsyMember *member, AsyPerson *person, GPtrArray *names, GError **error)
{
  AsyMemberEntry entry = { member, person, names };

  return asy_session_transaction (session, save_member, &entry, error);
}

typedef struct {
  AsyFamily *family;
  GPtrArray *members;
  AsyCase *case_file;
  const char *const *reasons;
} Registration;

/* A person whom the register knew already keeps the names that it has. */
static gboolean
keep_names (AsySession *session, AsyMemberEntry *entry, GError **error)
{
  gboolean is_added;

  return _asy_person_names_add_missing (session, entry->person, entry->names, &is_added, error);
}

static gboolean
register_members (AsySession *session, Registration *data, GError **error)
{
  for (guint i = 0; data->members != NULL && i < data->members->len; i++)
    {
      AsyMemberEntry *entry = g_ptr_array_index (data->members, i);

      asy_member_set_family_id (entry->member, asy_record_get_id (ASY_RECORD (data->family)));
      asy_member_set_position (entry->member, i + 1);
      if (!save_member_and_person (session, entry->member, entry->person, error) || !keep_names (session, entry, error))
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
  g_clear_pointer (&match->names, g_ptr_array_unref);
  g_free (match);
}

/* Ways in which people write the same street: each is a seek in the index. */
static void
bind_street (AsyStmt *stmt, const char *street)
{
  g_autofree char *squashed = asy_text_squash (street);
  const char *bare = g_str_has_prefix (squashed, "ul. ") ? squashed + strlen ("ul. ") : squashed;
  g_autofree char *full = *bare != '\0' ? g_strconcat ("ul. ", bare, NULL) : NULL;

  asy_stmt_bind_text (stmt, ":bare", *bare != '\0' ? bare : NULL);
  asy_stmt_bind_text (stmt, ":full", full);
}

/* Whoever may be meant, each by an index, with the family that they are in or
 * were in last. NULL parameters match nothing. */
#define CANDIDATES                                                                                            \
  "SELECT p.id FROM person p WHERE p.pesel = :pesel"                                                          \
  " UNION SELECT p.id FROM person p WHERE p.birth_date = :born"                                               \
  " UNION SELECT p.id FROM person p WHERE p.sort_key IN (:key, :former, :former2, :former3)"                  \
  " UNION SELECT n.person_id FROM person_name n WHERE n.family_name IN (:family, :name, :name2, :name3)"      \
  " UNION SELECT x.person_id FROM family h JOIN member x ON x.family_id = h.id WHERE h.street IN (:bare, :full)"
#define MATCHES                                                                                               \
  "LEFT JOIN member m ON m.id = (SELECT max(x.id) FROM member x WHERE x.person_id = t.id)"                    \
  " LEFT JOIN family f ON f.id = m.family_id"                                                                 \
  " WHERE t.id IN (" CANDIDATES ") AND t.id <> :id AND t.merged_into_id IS NULL ORDER BY t.sort_key, t.id LIMIT 100"

static gboolean
fetch_street (AsySession *session, gint64 family_id, char **ret_street, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), "SELECT street FROM family WHERE id = :id", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", family_id);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  *ret_street = has_row ? asy_stmt_column_dup_text (stmt, 0) : NULL;
  return TRUE;
}

static gboolean
have_same_name (AsyPerson *a, AsyPerson *b)
{
  g_autofree char *left = asy_person_dup_full_name (a);
  g_autofree char *right = asy_person_dup_full_name (b);
  g_autofree char *folded_left = asy_text_fold (left);
  g_autofree char *folded_right = asy_text_fold (right);

  return g_str_equal (folded_left, folded_right);
}

/* Whom people are looked for that may be the same. */
typedef struct {
  AsyLikenessSide side;
  gint64 family_id;
  GPtrArray *names;             /* AsyPersonName of the candidates */
} Sought;

static GPtrArray *
list_names_of (GPtrArray *names, AsyPerson *person)
{
  GPtrArray *own = asy_record_array_new ();

  for (guint i = 0; i < names->len; i++)
    if (asy_person_name_get_person_id (names->pdata[i]) == asy_record_get_id (ASY_RECORD (person)))
      g_ptr_array_add (own, g_object_ref (names->pdata[i]));
  return own;
}

/* The next candidate, or %NULL when it is somebody else. */
static AsyPersonMatch *
take_match (AsyStmt *stmt, AsyPerson *candidate, int column, const Sought *sought)
{
  const gint64 its_family_id = asy_stmt_column_int (stmt, column);
  const AsyLikenessSide side = { candidate, sought->names, asy_stmt_column_text (stmt, column + 2) };
  const AsyLikeness likeness = asy_likeness_of_people (&sought->side, &side);
  AsyPersonMatch *match;

  if (likeness == ASY_LIKENESS_NONE)
    return NULL;
  if (sought->family_id != 0 && its_family_id == sought->family_id && likeness != ASY_LIKENESS_PESEL &&
      !have_same_name (sought->side.person, candidate))
    return NULL;
  match = g_new0 (AsyPersonMatch, 1);
  match->person = g_object_ref (candidate);
  match->likeness = likeness;
  match->family_id = its_family_id;
  match->family_name = asy_stmt_column_dup_text (stmt, column + 1);
  match->names = list_names_of (sought->names, candidate);
  return match;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  return (int) (*(AsyPersonMatch *const *) b)->likeness - (int) (*(AsyPersonMatch *const *) a)->likeness;
}

static gboolean
read_matches (AsyStmt *stmt, const Sought *sought, GPtrArray *matches, GError **error)
{
  for (;;)
    {
      g_autoptr (AsyPerson) candidate = NULL;
      AsyPersonMatch *match;
      gboolean has_row;
      int column;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      candidate = asy_repo_read_row (stmt, ASY_TYPE_PERSON, &column, error);
      if (candidate == NULL)
        return FALSE;
      match = take_match (stmt, candidate, column, sought);
      if (match != NULL)
        g_ptr_array_add (matches, match);
    }
  g_ptr_array_sort (matches, compare_matches);
  return TRUE;
}

static char *
make_key (AsyPerson *person, const char *family_name)
{
  const char *given_name = asy_person_get_given_name (person);
  g_autofree char *name = g_strjoin (" ", family_name != NULL ? family_name : "", given_name != NULL ? given_name : "", NULL);

  return asy_text_sort_key (name);
}

/* The newest former names are looked for too; nobody has more. */
static void
bind_names (AsyStmt *stmt, const AsyLikenessSide *side)
{
  static const char *const names[] = { ":name", ":name2", ":name3" };
  static const char *const keys[] = { ":former", ":former2", ":former3" };
  const guint n = side->names != NULL ? side->names->len : 0;
  g_autofree char *own = make_key (side->person, asy_person_get_family_name (side->person));

  asy_stmt_bind_text (stmt, ":key", own);
  asy_stmt_bind_text (stmt, ":family", asy_person_get_family_name (side->person));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = i < n ? asy_person_name_get_family_name (side->names->pdata[n - 1 - i]) : NULL;
      g_autofree char *key = name != NULL ? make_key (side->person, name) : NULL;

      asy_stmt_bind_text (stmt, names[i], name);
      asy_stmt_bind_text (stmt, keys[i], key);
    }
}

static void
bind_sought (AsyStmt *stmt, const Sought *sought)
{
  AsyPerson *person = sought->side.person;

  asy_stmt_bind_text (stmt, ":pesel", asy_person_get_pesel (person));
  asy_stmt_bind_day (stmt, ":born", asy_person_get_birth_date (person));
  bind_names (stmt, &sought->side);
  bind_street (stmt, sought->side.street);
}

static gboolean
find_matches (AsySession *session, Sought *sought, GPtrArray *matches, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, ASY_TYPE_PERSON_NAME, "WHERE t.person_id IN (" CANDIDATES ")" _ASY_NAMES_OLDEST_FIRST,
                                              error);
  g_autoptr (GPtrArray) names = NULL;

  if (stmt == NULL)
    return FALSE;
  bind_sought (stmt, sought);
  names = asy_repo_read_all (stmt, ASY_TYPE_PERSON_NAME, error);
  if (names == NULL)
    return FALSE;
  sought->names = names;
  g_clear_pointer (&stmt, asy_stmt_free);
  stmt = asy_repo_prepare_with (session, ASY_TYPE_PERSON, "f.id, f.name, f.street", MATCHES, error);
  if (stmt == NULL)
    return FALSE;
  bind_sought (stmt, sought);
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (sought->side.person)));
  return read_matches (stmt, sought, matches, error);
}

GPtrArray *
asy_person_find_matches (AsySession *session, AsyPerson *person, GPtrArray *names, gint64 family_id, const char *street, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_person_match_free);
  g_autofree char *home = g_strdup (street);
  Sought sought = { { person, names, NULL }, family_id, NULL };

  if (home == NULL && family_id != 0 && !fetch_street (session, family_id, &home, error))
    return NULL;
  sought.side.street = home;
  return find_matches (session, &sought, matches, error) ? g_steal_pointer (&matches) : NULL;
}

GPtrArray *
asy_families_find_at (AsySession *session, const char *street, const char *city, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_FAMILY,
                           "WHERE t.street IN (:bare, :full) AND (:city IS NULL OR t.city IS NULL OR t.city = :city)"
                           " ORDER BY t.sort_key, t.id LIMIT 10",
                           error);
  if (stmt == NULL)
    return NULL;
  bind_street (stmt, street);
  asy_stmt_bind_text (stmt, ":city", city);
  return asy_repo_read_all (stmt, ASY_TYPE_FAMILY, error);
}

/* Of those who stand in no family. */
static gboolean
find_family_of_kin (AsySession *session, gint64 person_id, gint64 *ret_family_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT m.family_id FROM member m WHERE m.person_id IN ("
                         "SELECT child_id FROM kinship WHERE parent_id = :id"
                         " UNION SELECT parent_id FROM kinship WHERE child_id = :id"
                         " UNION SELECT partner_id FROM union_of WHERE person_id = :id"
                         " UNION SELECT person_id FROM union_of WHERE partner_id = :id)"
                         " ORDER BY m.left_on IS NOT NULL, m.id DESC LIMIT 1",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", person_id);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  *ret_family_id = has_row ? asy_stmt_column_int (stmt, 0) : 0;
  return TRUE;
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
  return has_row || find_family_of_kin (session, person_id, ret_family_id, error);
}
