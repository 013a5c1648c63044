/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "store/asy-audit.h"
#include "store/asy-repo.h"
#include "store/asy-search-private.h"

/* The statements of one record type, made once from its constant table of
 * fields; values are always bound. */
typedef struct {
  char *columns;
  char *insert;
  char *insert_numbered;
  char *update;
  GStrv parameters;             /* `:column` for each field */
} Statements;

static void
append_columns (GString *text, const AsyRecordClass *klass, const char *prefix, const char *separator)
{
  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? separator : "", prefix, klass->fields[i].column);
}

static char *
make_insert_numbered (AsyRecordClass *klass)
{
  GString *insert = g_string_new (NULL);

  g_string_append_printf (insert, "INSERT INTO %s (id, uid, ", klass->table);
  append_columns (insert, klass, "", ", ");
  g_string_append (insert, ") VALUES (:id, :uid, ");
  append_columns (insert, klass, ":", ", ");
  g_string_append (insert, ")");
  return g_string_free (insert, FALSE);
}

static Statements *
make_statements (AsyRecordClass *klass)
{
  Statements *made = g_new0 (Statements, 1);
  GString *columns = g_string_new ("t.id, t.revision, t.uid, ");
  GString *insert = g_string_new (NULL);
  GString *update = g_string_new (NULL);

  append_columns (columns, klass, "t.", ", ");
  g_string_append_printf (insert, "INSERT INTO %s (uid, ", klass->table);
  append_columns (insert, klass, "", ", ");
  g_string_append (insert, ") VALUES (:uid, ");
  append_columns (insert, klass, ":", ", ");
  g_string_append (insert, ") RETURNING id");
  g_string_append_printf (update, "UPDATE %s SET revision = revision + 1", klass->table);
  made->parameters = g_new0 (char *, klass->n_fields + 1);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_string_append_printf (update, ", %s = :%s", klass->fields[i].column, klass->fields[i].column);
      made->parameters[i] = g_strconcat (":", klass->fields[i].column, NULL);
    }
  g_string_append (update, " WHERE id = :id AND revision = :revision");
  made->columns = g_string_free (columns, FALSE);
  made->insert_numbered = make_insert_numbered (klass);
  made->insert = g_string_free (insert, FALSE);
  made->update = g_string_free (update, FALSE);
  return made;
}

static const Statements *
statements_for (AsyRecordClass *klass)
{
  static GMutex lock;
  static GHashTable *by_class;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lock);
  Statements *found;

  if (by_class == NULL)
    by_class = g_hash_table_new (NULL, NULL);
  found = g_hash_table_lookup (by_class, klass);
  if (found == NULL)
    {
      found = make_statements (klass);
      g_hash_table_insert (by_class, klass, found);
    }
  return found;
}

static void
bind_field (AsyStmt *stmt, const char *parameter, AsyRecord *record, guint i)
{
  const AsyField *field = &asy_record_get_fields (record, NULL)[i];

  switch (field->type)
    {
    case ASY_FIELD_TEXT:
      asy_stmt_bind_text (stmt, parameter, asy_record_get_text (record, i));
      break;
    case ASY_FIELD_REAL:
      asy_stmt_bind_real (stmt, parameter, asy_record_get_real (record, i));
      break;
    case ASY_FIELD_DAY:
      asy_stmt_bind_day (stmt, parameter, (AsyDay) asy_record_get_int (record, i));
      break;
    case ASY_FIELD_REF:
      asy_stmt_bind_ref (stmt, parameter, asy_record_get_int (record, i));
      break;
    case ASY_FIELD_ENUM:
      asy_stmt_bind_text (stmt, parameter, field->nicks[asy_record_get_int (record, i)]);
      break;
    case ASY_FIELD_INT:
    case ASY_FIELD_BOOL:
    default:
      asy_stmt_bind_int (stmt, parameter, asy_record_get_int (record, i));
    }
}

static void
bind_all (AsyStmt *stmt, AsyRecord *record)
{
  const Statements *statements = statements_for (ASY_RECORD_GET_CLASS (record));

  for (guint i = 0; statements->parameters[i] != NULL; i++)
    bind_field (stmt, statements->parameters[i], record, i);
}

static gboolean
read_enum (AsyRecord *record, guint i, const AsyField *field, const char *nick, GError **error)
{
  for (guint value = 0; field->nicks[value] != NULL; value++)
    if (g_strcmp0 (field->nicks[value], nick) == 0)
      {
        asy_record_set_int (record, i, value);
        return TRUE;
      }
  g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_CORRUPT, "unknown code in column %s of %s", field->column,
               asy_record_get_table (record));
  return FALSE;
}

static gboolean
read_field (AsyStmt *stmt, int column, AsyRecord *record, guint i, GError **error)
{
  const AsyField *field = &asy_record_get_fields (record, NULL)[i];

  switch (field->type)
    {
    case ASY_FIELD_TEXT:
      asy_record_set_text (record, i, asy_stmt_column_text (stmt, column));
      return TRUE;
    case ASY_FIELD_REAL:
      asy_record_set_real (record, i, asy_stmt_column_real (stmt, column));
      return TRUE;
    case ASY_FIELD_DAY:
      asy_record_set_int (record, i, asy_stmt_column_day (stmt, column));
      return TRUE;
    case ASY_FIELD_ENUM:
      return read_enum (record, i, field, asy_stmt_column_text (stmt, column), error);
    case ASY_FIELD_REF:
    case ASY_FIELD_INT:
    case ASY_FIELD_BOOL:
    default:
      asy_record_set_int (record, i, asy_stmt_column_int (stmt, column));
      return TRUE;
    }
}

static AsyRecord *
read_record (AsyStmt *stmt, GType type, GError **error)
{
  g_autoptr (AsyRecord) record = g_object_new (type, NULL);
  guint n_fields;

  asy_record_get_fields (record, &n_fields);
  asy_record_set_id (record, asy_stmt_column_int (stmt, 0));
  asy_record_set_revision (record, asy_stmt_column_int (stmt, 1));
  asy_record_set_uid (record, asy_stmt_column_text (stmt, 2));
  for (guint i = 0; i < n_fields; i++)
    if (!read_field (stmt, (int) i + 3, record, i, error))
      return NULL;
  return g_steal_pointer (&record);
}

gpointer
asy_repo_read_row (AsyStmt *stmt, GType type, int *ret_next, GError **error)
{
  AsyRecord *record = read_record (stmt, type, error);
  guint n_fields;

  if (record == NULL)
    return NULL;
  asy_record_get_fields (record, &n_fields);
  *ret_next = (int) n_fields + 3;
  return record;
}

AsyStmt *
asy_repo_prepare_with (AsySession *session, GType type, const char *more_columns, const char *tail, GError **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  AsyRecordClass *record_class = (AsyRecordClass *) klass;
  g_autofree char *sql = g_strdup_printf ("SELECT %s%s%s FROM %s t %s", statements_for (record_class)->columns,
                                          more_columns != NULL ? ", " : "", more_columns != NULL ? more_columns : "",
                                          record_class->table, tail);

  return asy_db_prepare (asy_session_get_db (session), sql, error);
}

AsyStmt *
asy_repo_prepare (AsySession *session, GType type, const char *tail, GError **error)
{
  return asy_repo_prepare_with (session, type, NULL, tail, error);
}

GPtrArray *
asy_repo_read_all (AsyStmt *stmt, GType type, GError **error)
{
  g_autoptr (GPtrArray) records = asy_record_array_new ();

  for (;;)
    {
      AsyRecord *record;
      gboolean has_row;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&records);
      record = read_record (stmt, type, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
}

gboolean
asy_repo_read_one (AsyStmt *stmt, GType type, gpointer *ret_record, GError **error)
{
  AsyRecord *record = NULL;
  gboolean has_row;

  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      record = read_record (stmt, type, error);
      if (record == NULL)
        return FALSE;
    }
  *ret_record = record;
  return TRUE;
}

GPtrArray *
asy_repo_list_by_id (AsySession *session, GType type, const char *tail, gint64 id, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, type, tail, error);

  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":id", id);
  return asy_repo_read_all (stmt, type, error);
}

gpointer
asy_repo_load (AsySession *session, GType type, gint64 id, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, type, "WHERE t.id = :id", error);
  gpointer record = NULL;

  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":id", id);
  if (!asy_repo_read_one (stmt, type, &record, error))
    return NULL;
  if (record == NULL)
    asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "no such record");
  return record;
}

/* Ways from a record to its family, tried in this order. */
static const struct
{
  const char *column;
  const char *sql;
} family_paths[] = {
  { "case_file_id", "SELECT family_id FROM case_file WHERE id = :id" },
  { "plan_id", "SELECT c.family_id FROM plan p JOIN case_file c ON c.id = p.case_file_id WHERE p.id = :id" },
  { "goal_id", "SELECT c.family_id FROM goal g JOIN plan p ON p.id = g.plan_id"
               " JOIN case_file c ON c.id = p.case_file_id WHERE g.id = :id" },
  { "assessment_id", "SELECT c.family_id FROM assessment a JOIN case_file c ON c.id = a.case_file_id WHERE a.id = :id" },
  { "diagnosis_id", "SELECT c.family_id FROM diagnosis d JOIN case_file c ON c.id = d.case_file_id WHERE d.id = :id" },
  { "letter_id", "SELECT family_id FROM letter WHERE id = :id" },
  { "child_id", "SELECT min(family_id) FROM member WHERE person_id = :id" },
  { "partner_id", "SELECT min(family_id) FROM member WHERE person_id = :id" },
  { "blue_card_id", "SELECT family_id FROM blue_card WHERE id = :id" },
  { "person_id", "SELECT min(family_id) FROM member WHERE person_id = :id" },
};

static gint64
ref_named (AsyRecord *record, const char *column)
{
  guint n_fields;
  const AsyField *fields = asy_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == ASY_FIELD_REF && g_str_equal (fields[i].column, column))
      return asy_record_get_int (record, i);
  return 0;
}

gboolean
asy_repo_find_family (AsySession *session, gpointer record, gint64 *ret_family_id, GError **error)
{
  *ret_family_id = g_str_equal (asy_record_get_table (record), "family") ? asy_record_get_id (record)
                                                                          : ref_named (record, "family_id");
  for (guint i = 0; *ret_family_id == 0 && i < G_N_ELEMENTS (family_paths); i++)
    {
      const gint64 id = ref_named (record, family_paths[i].column);
      g_autoptr (AsyStmt) stmt = NULL;

      if (id == 0)
        continue;
      stmt = asy_db_prepare (asy_session_get_db (session), family_paths[i].sql, error);
      if (stmt == NULL)
        return FALSE;
      asy_stmt_bind_int (stmt, ":id", id);
      if (!asy_stmt_fetch_int (stmt, 0, ret_family_id, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_value (JsonBuilder *builder, AsyRecord *record, guint i)
{
  g_autofree char *text = record != NULL ? asy_record_dup_field_as_text (record, i) : NULL;

  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static gboolean
is_worth_noting (AsyRecord *old, AsyRecord *new, guint i)
{
  g_autofree char *text = NULL;

  if (old != NULL && new != NULL)
    return !asy_record_field_equals (old, new, i);
  text = asy_record_dup_field_as_text (new != NULL ? new : old, i);
  return text != NULL && !g_str_equal (text, "0");
}

/* {"column": [old, new], …}, or NULL when nothing differs. */
static char *
describe_changes (AsyRecord *old, AsyRecord *new)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  guint n_fields, n_changed = 0;
  const AsyField *fields = asy_record_get_fields (new != NULL ? new : old, &n_fields);

  json_builder_begin_object (builder);
  for (guint i = 0; i < n_fields; i++)
    {
      if ((fields[i].flags & ASY_FIELD_HIDDEN) != 0 || !is_worth_noting (old, new, i))
        continue;
      json_builder_set_member_name (builder, fields[i].column);
      json_builder_begin_array (builder);
      add_value (builder, old, i);
      add_value (builder, new, i);
      json_builder_end_array (builder);
      n_changed++;
    }
  json_builder_end_object (builder);
  if (n_changed == 0)
    return NULL;
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
audit (AsySession *session, const char *action, AsyRecord *record, const char *changes, GError **error)
{
  gint64 family_id;

  return asy_repo_find_family (session, record, &family_id, error) &&
         asy_audit_write (session, action, asy_record_get_table (record), asy_record_get_id (record), family_id, changes,
                          error);
}

static gboolean
check_required (AsyRecord *record, GError **error)
{
  const int missing = asy_record_find_missing (record);
  AsyStoreErrorDetail *detail;

  if (missing < 0)
    return TRUE;
  detail = asy_store_set_error (error, ASY_STORE_ERROR_MISSING, "a required field is empty");
  if (error != NULL)
    detail->field = g_strdup (asy_record_get_fields (record, NULL)[missing].label);
  return FALSE;
}

gboolean
asy_repo_insert_quietly (AsySession *session, gpointer record, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  g_autofree char *uid = NULL;
  gint64 id;

  if (!check_required (record, error))
    return FALSE;
  stmt = asy_db_prepare (asy_session_get_db (session), statements_for (ASY_RECORD_GET_CLASS (record))->insert, error);
  if (stmt == NULL)
    return FALSE;
  uid = asy_record_get_uid (record) != NULL ? g_strdup (asy_record_get_uid (record)) : g_uuid_string_random ();
  bind_all (stmt, record);
  asy_stmt_bind_text (stmt, ":uid", uid);
  if (!asy_stmt_fetch_int (stmt, 0, &id, error))
    return FALSE;
  asy_record_set_id (record, id);
  asy_record_set_uid (record, uid);
  asy_record_set_revision (record, 1);
  asy_session_note_change (session, asy_record_get_table (record), id);
  return TRUE;
}

gboolean
asy_repo_insert_numbered (AsySession *session, gpointer record, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  g_return_val_if_fail (asy_record_get_id (record) > 0, FALSE);
  g_return_val_if_fail (asy_record_get_uid (record) != NULL, FALSE);

  if (!check_required (record, error))
    return FALSE;
  stmt = asy_db_prepare (asy_session_get_db (session), statements_for (ASY_RECORD_GET_CLASS (record))->insert_numbered, error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (record));
  asy_stmt_bind_text (stmt, ":uid", asy_record_get_uid (record));
  bind_all (stmt, record);
  if (!asy_stmt_run (stmt, error))
    return FALSE;
  asy_record_set_revision (record, 1);
  asy_session_note_change (session, asy_record_get_table (record), asy_record_get_id (record));
  return TRUE;
}

static gboolean
insert (AsySession *session, AsyRecord *record, GError **error)
{
  g_autofree char *changes = describe_changes (NULL, record);

  return asy_repo_insert_quietly (session, record, error) && audit (session, "create", record, changes, error);
}

static gboolean
write_row (AsySession *session, AsyRecord *record, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session), statements_for (ASY_RECORD_GET_CLASS (record))->update, error);
  if (stmt == NULL)
    return FALSE;
  bind_all (stmt, record);
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (record));
  asy_stmt_bind_int (stmt, ":revision", asy_record_get_revision (record));
  if (!asy_stmt_run (stmt, error))
    return FALSE;
  asy_record_set_revision (record, asy_record_get_revision (record) + 1);
  asy_session_note_change (session, asy_record_get_table (record), asy_record_get_id (record));
  return TRUE;
}

static gboolean
update (AsySession *session, AsyRecord *record, GError **error)
{
  g_autoptr (AsyRecord) stored = asy_repo_load (session, G_OBJECT_TYPE (record), asy_record_get_id (record), error);
  g_autofree char *changes = NULL;

  if (stored == NULL || !check_required (record, error))
    return FALSE;
  if (asy_record_get_revision (stored) != asy_record_get_revision (record))
    {
      asy_store_set_error (error, ASY_STORE_ERROR_CONFLICT, "the record was saved by somebody else");
      return FALSE;
    }
  changes = describe_changes (stored, record);
  if (changes == NULL)
    return TRUE;
  return write_row (session, record, error) && audit (session, "update", record, changes, error);
}

/* Texts are found by their words as soon as they are saved. */
static gboolean
follow (AsySession *session, AsyRecord *record, GError **error)
{
  gint64 family_id;

  return asy_repo_find_family (session, record, &family_id, error) && _asy_search_follow (session, record, family_id, error);
}

static gboolean
save (AsySession *session, gpointer record, GError **error)
{
  const gboolean is_new = asy_record_get_id (record) == 0;

  return (is_new ? insert (session, record, error) : update (session, record, error)) && follow (session, record, error);
}

gboolean
asy_repo_save (AsySession *session, gpointer record, GError **error)
{
  g_return_val_if_fail (ASY_IS_RECORD (record), FALSE);

  return asy_session_transaction (session, save, record, error);
}

static gboolean
delete (AsySession *session, gpointer record, GError **error)
{
  g_autofree char *changes = describe_changes (record, NULL);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = :id AND revision = :revision",
                                          asy_record_get_table (record));
  g_autoptr (AsyStmt) stmt = NULL;

  if (!audit (session, "delete", record, changes, error))
    return FALSE;
  stmt = asy_db_prepare (asy_session_get_db (session), sql, error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (record));
  asy_stmt_bind_int (stmt, ":revision", asy_record_get_revision (record));
  if (!asy_stmt_run (stmt, error))
    return FALSE;
  if (asy_db_get_changes (asy_session_get_db (session)) != 1)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_CONFLICT, "the record was saved by somebody else");
      return FALSE;
    }
  asy_session_note_change (session, asy_record_get_table (record), asy_record_get_id (record));
  return follow (session, record, error);
}

gboolean
asy_repo_delete (AsySession *session, gpointer record, GError **error)
{
  g_return_val_if_fail (ASY_IS_RECORD (record), FALSE);

  return asy_session_transaction (session, delete, record, error);
}
