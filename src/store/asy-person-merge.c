/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <json-glib/json-glib.h>

#include "law/asy-person-names.h"
#include "store/asy-audit.h"
#include "store/asy-change-private.h"
#include "store/asy-people-private.h"
#include "store/asy-person-merge.h"
#include "store/asy-person-names.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"

/* Every column that holds a person, but for places in families, which are
 * looked at one by one. @free is what a row must meet to be moved. */
typedef struct {
  const char *table;
  const char *column;
  const char *key;
  const char *revise;
  const char *free;
} Reference;

#define REVISE ", revision = revision + 1"
#define NO_SUCH(table, condition) " AND NOT EXISTS (SELECT 1 FROM " table " o WHERE " condition ")"

static const Reference references[] = {
  { "consent", "person_id", "id", REVISE, "" },
  { "task", "person_id", "id", REVISE, "" },
  { "observation", "person_id", "id", REVISE, "" },
  { "family_warning", "person_id", "id", REVISE, "" },
  { "diagnosis_item", "person_id", "id", REVISE, "" },
  { "involvement", "person_id", "id", REVISE, "" },
  { "assessment_child", "person_id", "id", REVISE,
    NO_SUCH ("assessment_child", "o.person_id = :kept AND o.assessment_id = t.assessment_id") },
  { "child_sheet", "person_id", "id", REVISE, NO_SUCH ("child_sheet", "o.person_id = :kept AND o.diagnosis_id = t.diagnosis_id") },
  { "visit_person", "person_id", "visit_id", "", NO_SUCH ("visit_person", "o.person_id = :kept AND o.visit_id = t.visit_id") },
  { "kinship", "child_id", "id", REVISE, NO_SUCH ("kinship", "o.child_id = :kept AND o.kind = t.kind") },
  { "kinship", "parent_id", "id", REVISE, NO_SUCH ("kinship", "o.parent_id = :kept AND o.child_id = t.child_id") },
  { "union_of", "person_id", "id", REVISE, NO_SUCH ("union_of", "o.person_id = :kept AND o.partner_id = t.partner_id") },
  { "union_of", "partner_id", "id", REVISE, NO_SUCH ("union_of", "o.partner_id = :kept AND o.person_id = t.person_id") },
  /* The places of what moved stand in the notes of merges: new ones come last. */
  { "person_name", "person_id", "id", REVISE, "" },
  { "plan_signature", "person_id", "id", REVISE, NO_SUCH ("plan_signature", "o.person_id = :kept AND o.plan_id = t.plan_id") },
};

typedef struct {
  AsySession *session;
  AsyPerson *kept;
  AsyPerson *old;               /* owned: the record that stays, as it was */
  gint64 kept_id;
  gint64 merged_id;
  gint64 merge_id;
  JsonBuilder *before;
} Merge;

static gboolean
refuse (GError **error, AsyStoreErrorCode code, const char *message)
{
  asy_store_set_error (error, code, message);
  return FALSE;
}

static AsyStmt *
prepare (Merge *merge, const char *sql, GError **error)
{
  AsyStmt *stmt = asy_db_prepare (asy_session_get_db (merge->session), sql, error);

  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":kept", merge->kept_id);
  asy_stmt_bind_int (stmt, ":merged", merge->merged_id);
  return stmt;
}

static gboolean
run (Merge *merge, const char *sql, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare (merge, sql, error);

  return stmt != NULL && asy_stmt_run (stmt, error);
}

/* Numbers that @sql gives, as a JSON array and as `1, 2, 3`. */
static char *
collect_ids (Merge *merge, const char *sql, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare (merge, sql, error);
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  json_builder_begin_array (merge->before);
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      json_builder_add_int_value (merge->before, asy_stmt_column_int (stmt, 0));
      g_string_append_printf (list, "%s%" G_GINT64_FORMAT, list->len > 0 ? ", " : "", asy_stmt_column_int (stmt, 0));
    }
  json_builder_end_array (merge->before);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* {"column": [old, new], …} of the fields that differ. */
static void
note_changes (JsonBuilder *builder, gpointer old, gpointer new)
{
  guint n;
  const AsyField *fields = asy_record_get_fields (old, &n);

  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *before = asy_record_dup_field_as_text (old, i);
      g_autofree char *after = asy_record_dup_field_as_text (new, i);

      if (asy_record_field_equals (old, new, i))
        continue;
      json_builder_set_member_name (builder, fields[i].column);
      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, before);
      json_builder_add_string_value (builder, after);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

/* Values */

static gboolean
merge_values (Merge *merge, GError **error)
{
  merge->old = asy_repo_load (merge->session, ASY_TYPE_PERSON, merge->kept_id, error);
  if (merge->old == NULL || !_asy_person_save (merge->session, merge->kept, error))
    return FALSE;
  json_builder_set_member_name (merge->before, "values");
  note_changes (merge->before, merge->old, merge->kept);
  return TRUE;
}

/* Names that are given up */

static gboolean
has_name (Merge *merge, GPtrArray *known, AsyPerson *person)
{
  const gboolean is_same_given = g_strcmp0 (asy_person_get_given_name (person), asy_person_get_given_name (merge->kept)) == 0;
  const gboolean is_same_family = g_strcmp0 (asy_person_get_family_name (person), asy_person_get_family_name (merge->kept)) == 0;

  return is_same_given && (is_same_family || asy_person_names_has (merge->kept, known, asy_person_get_family_name (person)));
}

/* Adds the id to the array of the note under way. */
static gboolean
keep_name (Merge *merge, GPtrArray *known, AsyPerson *person, AsyDay changed_on, GError **error)
{
  g_autoptr (AsyPersonName) name = asy_person_name_new ();

  if (has_name (merge, known, person))
    return TRUE;
  asy_person_name_set_person_id (name, merge->kept_id);
  asy_person_name_set_family_name (name, asy_person_get_family_name (person));
  if (g_strcmp0 (asy_person_get_given_name (person), asy_person_get_given_name (merge->kept)) != 0)
    asy_person_name_set_given_name (name, asy_person_get_given_name (person));
  asy_person_name_set_changed_on (name, changed_on);
  asy_person_name_set_reason (name, ASY_PERSON_NAME_REASON_OTHER);
  if (!asy_repo_save (merge->session, name, error))
    return FALSE;
  json_builder_add_int_value (merge->before, asy_record_get_id (ASY_RECORD (name)));
  return TRUE;
}

/* What the record that stays was called until today, and the other one on no day that anybody knows. */
static gboolean
keep_names (Merge *merge, GError **error)
{
  g_autoptr (GPtrArray) known = asy_person_names_list (merge->session, merge->kept_id, error);
  g_autoptr (AsyPerson) merged = known != NULL ? asy_repo_load (merge->session, ASY_TYPE_PERSON, merge->merged_id, error) : NULL;

  if (merged == NULL)
    return FALSE;
  json_builder_set_member_name (merge->before, "names");
  json_builder_begin_array (merge->before);
  if (!keep_name (merge, known, merge->old, asy_session_get_today (merge->session), error) ||
      !keep_name (merge, known, merged, ASY_DAY_NONE, error))
    return FALSE;
  json_builder_end_array (merge->before);
  return TRUE;
}

/* References */

static gboolean
move_references (Merge *merge, GError **error)
{
  json_builder_set_member_name (merge->before, "moved");
  json_builder_begin_array (merge->before);
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const Reference *at = &references[i];
      g_autofree char *find = g_strdup_printf ("SELECT t.%s FROM %s t WHERE t.%s = :merged AND :kept <> :merged%s ORDER BY 1", at->key,
                                               at->table, at->column, at->free);
      g_autofree char *ids = collect_ids (merge, find, error);
      g_autofree char *move = NULL;

      if (ids == NULL)
        return FALSE;
      move = g_strdup_printf ("UPDATE %s SET %s = :kept%s WHERE %s = :merged AND %s IN (%s)", at->table, at->column, at->revise,
                              at->column, at->key, ids);
      if (*ids != '\0' && !run (merge, move, error))
        return FALSE;
    }
  json_builder_end_array (merge->before);
  return TRUE;
}

/* A child seen on a visit was seen, whichever record says so. */
static gboolean
merge_seen (Merge *merge, GError **error)
{
  g_autofree char *ids = NULL;
  g_autofree char *sql = NULL;

  json_builder_set_member_name (merge->before, "seen");
  ids = collect_ids (merge,
                     "SELECT k.visit_id FROM visit_person k JOIN visit_person m ON m.visit_id = k.visit_id"
                     " WHERE k.person_id = :kept AND m.person_id = :merged AND k.seen = 0 AND m.seen = 1 ORDER BY 1",
                     error);
  if (ids == NULL)
    return FALSE;
  sql = g_strdup_printf ("UPDATE visit_person SET seen = 1 WHERE person_id = :kept AND person_id <> :merged AND visit_id IN (%s)", ids);
  return *ids == '\0' || run (merge, sql, error);
}

/* Places in families */

static AsyMember *
find_place (GPtrArray *places, gint64 family_id)
{
  for (guint i = 0; i < places->len; i++)
    if (asy_member_get_family_id (places->pdata[i]) == family_id)
      return places->pdata[i];
  return NULL;
}

/* What the first place leaves blank is taken from the second. */
static void
fill_blanks (AsyMember *place, AsyMember *other)
{
  guint n;
  const AsyField *fields = asy_record_get_fields (ASY_RECORD (place), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = asy_record_dup_field_as_text (ASY_RECORD (place), i);
      g_autofree char *value = asy_record_dup_field_as_text (ASY_RECORD (other), i);

      if (fields[i].type == ASY_FIELD_BOOL || i == ASY_MEMBER_LEFT_ON || i == ASY_MEMBER_LEFT_REASON)
        continue;
      if (own == NULL || (fields[i].type == ASY_FIELD_ENUM && g_str_equal (own, fields[i].nicks[0])))
        asy_record_set_field_from_text (ASY_RECORD (place), i, value);
    }
}

static void
note_place (JsonBuilder *builder, AsyMember *place, AsyMember *old, AsyMember *removed)
{
  g_autoptr (AsyMember) blank = asy_member_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "member");
  json_builder_add_int_value (builder, asy_record_get_id (ASY_RECORD (place)));
  json_builder_set_member_name (builder, "values");
  note_changes (builder, old, place);
  json_builder_set_member_name (builder, "removed");
  note_changes (builder, blank, removed);
  json_builder_end_object (builder);
}

static gboolean
merge_places (Merge *merge, GError **error)
{
  g_autoptr (GPtrArray) own = asy_repo_list_by_id (merge->session, ASY_TYPE_MEMBER,
                                                   "WHERE t.person_id = :id ORDER BY t.left_on IS NOT NULL, t.id", merge->kept_id, error);
  g_autoptr (GPtrArray) others = own == NULL ? NULL
                                             : asy_repo_list_by_id (merge->session, ASY_TYPE_MEMBER, "WHERE t.person_id = :id ORDER BY t.id",
                                                                    merge->merged_id, error);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (others == NULL)
    return FALSE;
  json_builder_set_member_name (merge->before, "places");
  json_builder_begin_array (merge->before);
  for (guint i = 0; i < others->len; i++)
    {
      AsyMember *other = g_ptr_array_index (others, i);
      AsyMember *place = find_place (own, asy_member_get_family_id (other));
      const gint64 id = asy_record_get_id (ASY_RECORD (other));
      g_autoptr (AsyMember) old = place != NULL ? asy_record_duplicate (place) : NULL;

      if (place == NULL)
        {
          asy_member_set_person_id (other, merge->kept_id);
          g_array_append_val (moved, id);
          if (!asy_repo_save (merge->session, other, error))
            return FALSE;
          continue;
        }
      fill_blanks (place, other);
      if (!asy_repo_save (merge->session, place, error) || !asy_repo_delete (merge->session, other, error))
        return FALSE;
      note_place (merge->before, place, old, other);
    }
  json_builder_end_array (merge->before);
  json_builder_set_member_name (merge->before, "members");
  json_builder_begin_array (merge->before);
  for (guint i = 0; i < moved->len; i++)
    json_builder_add_int_value (merge->before, g_array_index (moved, gint64, i));
  json_builder_end_array (merge->before);
  return TRUE;
}

/* The merge itself */

static gboolean
check_two (Merge *merge, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gint64 n;

  if (merge->kept_id == merge->merged_id)
    return refuse (error, ASY_STORE_ERROR_INVALID, "one record is no two");
  stmt = prepare (merge,
                  "SELECT (SELECT count(*) FROM kinship WHERE (child_id = :kept AND parent_id = :merged)"
                  " OR (child_id = :merged AND parent_id = :kept))"
                  " + (SELECT count(*) FROM union_of WHERE (person_id = :kept AND partner_id = :merged)"
                  " OR (person_id = :merged AND partner_id = :kept))",
                  error);
  if (stmt == NULL || !asy_stmt_fetch_int (stmt, 0, &n, error))
    return FALSE;
  if (n > 0)
    return refuse (error, ASY_STORE_ERROR_INVALID, "kin cannot be one person");
  g_clear_pointer (&stmt, asy_stmt_free);
  stmt = prepare (merge, "SELECT count(*) FROM person WHERE id IN (:kept, :merged) AND merged_into_id IS NULL", error);
  if (stmt == NULL || !asy_stmt_fetch_int (stmt, 0, &n, error))
    return FALSE;
  return n == 2 || refuse (error, ASY_STORE_ERROR_NOT_FOUND, "a record is merged already or gone");
}

static gboolean
insert_merge (Merge *merge, GError **error)
{
  g_autoptr (JsonNode) root = json_builder_get_root (merge->before);
  g_autofree char *body = json_to_string (root, FALSE);
  g_autofree char *at = asy_clock_dup_now_utc_iso (asy_session_get_clock (merge->session));
  g_autoptr (AsyStmt) stmt = prepare (merge,
                                      "INSERT INTO person_merge (kept_id, merged_id, at, login, before)"
                                      " VALUES (:kept, :merged, :at, :login, :before) RETURNING id",
                                      error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":at", at);
  asy_stmt_bind_text (stmt, ":login", asy_session_get_login (merge->session));
  asy_stmt_bind_text (stmt, ":before", body);
  return asy_stmt_fetch_int (stmt, 0, &merge->merge_id, error);
}

static gboolean
finish (Merge *merge, const char *action, GError **error)
{
  g_autofree char *changes = g_strdup_printf ("{\"merged_id\":[null,\"%" G_GINT64_FORMAT "\"]}", merge->merged_id);

  asy_session_note_change (merge->session, "person", merge->kept_id);
  asy_session_note_change (merge->session, "person", merge->merged_id);
  return asy_audit_write (merge->session, action, "person", merge->kept_id, 0, changes, error) &&
         _asy_person_reindex_families (merge->session, merge->kept_id, error) &&
         _asy_person_reindex_families (merge->session, merge->merged_id, error);
}

static gboolean
merge_people (AsySession *session, gpointer copy, gpointer user_data, GError **error)
{
  Merge *merge = user_data;

  merge->session = session;
  merge->kept = copy;
  json_builder_begin_object (merge->before);
  if (!check_two (merge, error) || !merge_values (merge, error) || !merge_seen (merge, error) || !move_references (merge, error) ||
      !keep_names (merge, error) || !merge_places (merge, error))
    return FALSE;
  json_builder_end_object (merge->before);
  return insert_merge (merge, error) &&
         run (merge, "UPDATE person SET merged_into_id = :kept, revision = revision + 1 WHERE id = :merged", error) &&
         asy_db_search_remove (asy_session_get_db (session), ASY_SEARCH_PERSON, merge->merged_id, error) &&
         finish (merge, "merge", error);
}

gboolean
asy_person_merge (AsySession *session, AsyPerson *kept, gint64 merged_id, gint64 *ret_merge_id, GError **error)
{
  g_autoptr (JsonBuilder) before = json_builder_new ();
  Merge merge = { .kept_id = asy_record_get_id (ASY_RECORD (kept)), .merged_id = merged_id, .before = before };

  if (!_asy_change_run (session, kept, merge_people, &merge, error))
    {
      g_clear_object (&merge.old);
      return FALSE;
    }
  g_clear_object (&merge.old);
  if (ret_merge_id != NULL)
    *ret_merge_id = merge.merge_id;
  return TRUE;
}

/* Parting */

static const char *
text_at (JsonArray *pair, guint position)
{
  return json_array_get_null_element (pair, position) ? NULL : json_array_get_string_element (pair, position);
}

/* Position 0 are the old values, 1 the new ones; @only_if_new leaves what was changed since. */
static void
apply_values (gpointer record, JsonObject *values, guint position, gboolean only_if_new)
{
  guint n;
  const AsyField *fields = asy_record_get_fields (record, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *now = asy_record_dup_field_as_text (record, i);
      JsonArray *pair;

      if (!json_object_has_member (values, fields[i].column))
        continue;
      pair = json_object_get_array_member (values, fields[i].column);
      if (!only_if_new || g_strcmp0 (now, text_at (pair, 1)) == 0)
        asy_record_set_field_from_text (record, i, text_at (pair, position));
    }
}

static char *
list_ids (JsonArray *ids)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (ids); i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", json_array_get_int_element (ids, i));
  return g_string_free (list, FALSE);
}

static gboolean
move_back (Merge *merge, JsonObject *before, GError **error)
{
  JsonArray *moved = json_object_get_array_member (before, "moved");
  g_autofree char *seen = list_ids (json_object_get_array_member (before, "seen"));
  g_autofree char *members = list_ids (json_object_get_array_member (before, "members"));
  g_autofree char *unsee = g_strdup_printf ("UPDATE visit_person SET seen = 0 WHERE person_id = :kept AND person_id <> :merged"
                                            " AND visit_id IN (%s)", seen);
  g_autofree char *leave = g_strdup_printf ("UPDATE member SET person_id = :merged" REVISE " WHERE person_id = :kept AND id IN (%s)",
                                            members);

  for (gsize i = 0; i < G_N_ELEMENTS (references) && i < json_array_get_length (moved); i++)
    {
      const Reference *at = &references[i];
      g_autofree char *ids = list_ids (json_array_get_array_element (moved, (guint) i));
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = :merged%s WHERE %s = :kept AND %s IN (%s)", at->table, at->column,
                                              at->revise, at->column, at->key, ids);

      if (*ids != '\0' && !run (merge, sql, error))
        return FALSE;
    }
  return (*seen == '\0' || run (merge, unsee, error)) && (*members == '\0' || run (merge, leave, error));
}

/* Those that the merge kept; one that was removed since is gone. Merges of old noted none. */
static gboolean
drop_names (Merge *merge, JsonObject *before, GError **error)
{
  g_autofree char *ids = json_object_has_member (before, "names") ? list_ids (json_object_get_array_member (before, "names")) : NULL;
  g_autofree char *where = NULL;
  g_autoptr (GPtrArray) names = NULL;

  if (ids == NULL || *ids == '\0')
    return TRUE;
  where = g_strdup_printf ("WHERE t.person_id = :id AND t.id IN (%s)", ids);
  names = asy_repo_list_by_id (merge->session, ASY_TYPE_PERSON_NAME, where, merge->kept_id, error);
  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!asy_repo_delete (merge->session, names->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
restore_places (Merge *merge, JsonObject *before, GError **error)
{
  JsonArray *places = json_object_get_array_member (before, "places");

  for (guint i = 0; i < json_array_get_length (places); i++)
    {
      JsonObject *noted = json_array_get_object_element (places, i);
      g_autoptr (AsyMember) removed = asy_member_new ();
      g_autoptr (AsyMember) place = asy_repo_load (merge->session, ASY_TYPE_MEMBER, json_object_get_int_member (noted, "member"), error);

      if (place == NULL)
        return FALSE;
      apply_values (place, json_object_get_object_member (noted, "values"), 0, TRUE);
      apply_values (removed, json_object_get_object_member (noted, "removed"), 1, FALSE);
      if (!asy_repo_save (merge->session, place, error) || !asy_repo_save (merge->session, removed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
restore_values (Merge *merge, JsonObject *before, GError **error)
{
  g_autoptr (AsyPerson) kept = asy_repo_load (merge->session, ASY_TYPE_PERSON, merge->kept_id, error);

  if (kept == NULL)
    return FALSE;
  apply_values (kept, json_object_get_object_member (before, "values"), 0, TRUE);
  return _asy_person_save (merge->session, kept, error);
}

/* The merge that is to be taken back; its note as a JSON object. */
static gboolean
read_merge (Merge *merge, JsonNode **ret_before, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (merge->session),
                         "SELECT g.kept_id, g.merged_id, g.before FROM person_merge g JOIN person k ON k.id = g.kept_id"
                         " WHERE g.id = :id AND g.undone_at IS NULL AND k.merged_into_id IS NULL"
                         " AND NOT EXISTS (SELECT 1 FROM person_merge o WHERE o.kept_id = g.kept_id AND o.id > g.id"
                         " AND o.undone_at IS NULL)",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", merge->merge_id);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return refuse (error, ASY_STORE_ERROR_CONFLICT, "the merge was taken back already, or a later one stands on it");
  merge->kept_id = asy_stmt_column_int (stmt, 0);
  merge->merged_id = asy_stmt_column_int (stmt, 1);
  *ret_before = json_from_string (asy_stmt_column_text (stmt, 2), error);
  return *ret_before != NULL;
}

static gboolean
mark_undone (Merge *merge, GError **error)
{
  g_autofree char *at = asy_clock_dup_now_utc_iso (asy_session_get_clock (merge->session));
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (merge->session),
                                             "UPDATE person_merge SET undone_at = :at WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":at", at);
  asy_stmt_bind_int (stmt, ":id", merge->merge_id);
  return asy_stmt_run (stmt, error);
}

static gboolean
part_people (AsySession *session, gpointer user_data, GError **error)
{
  Merge *merge = user_data;
  g_autoptr (JsonNode) root = NULL;

  merge->session = session;
  if (!read_merge (merge, &root, error))
    return FALSE;
  return drop_names (merge, json_node_get_object (root), error) && move_back (merge, json_node_get_object (root), error) &&
         restore_places (merge, json_node_get_object (root), error) && restore_values (merge, json_node_get_object (root), error) &&
         run (merge, "UPDATE person SET merged_into_id = NULL, revision = revision + 1 WHERE id = :merged AND merged_into_id = :kept",
              error) &&
         mark_undone (merge, error) && finish (merge, "part", error);
}

gboolean
asy_person_part (AsySession *session, gint64 merge_id, GError **error)
{
  Merge merge = { .merge_id = merge_id };

  return asy_session_transaction (session, part_people, &merge, error);
}

gboolean
asy_person_merges_load (AsySession *session, AsyFamilyFile *file, gint64 family_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  file->merges = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_person_merge_entry_free);
  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT g.id, g.kept_id, p.given_name || ' ' || p.family_name, substr(g.at, 1, 10) FROM person_merge g"
                         " JOIN person p ON p.id = g.merged_id WHERE g.undone_at IS NULL"
                         " AND g.kept_id IN (SELECT m.person_id FROM member m WHERE m.family_id = :id) ORDER BY g.id DESC",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", family_id);
  for (;;)
    {
      AsyPersonMergeEntry *entry;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      entry = g_new0 (AsyPersonMergeEntry, 1);
      entry->id = asy_stmt_column_int (stmt, 0);
      entry->kept_id = asy_stmt_column_int (stmt, 1);
      entry->merged_name = asy_stmt_column_dup_text (stmt, 2);
      entry->day = asy_stmt_column_day (stmt, 3);
      g_ptr_array_add (file->merges, entry);
    }
}
