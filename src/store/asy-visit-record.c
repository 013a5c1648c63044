/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "store/asy-audit.h"
#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-visits-private.h"
#include "store/asy-visits.h"
#include "store/asy-workers.h"

#define MINUTES_A_DAY (24 * 60)

static gboolean
refuse (GError **error, AsyStoreErrorCode code, AsyVisit *visit, guint field, const char *message)
{
  return _asy_change_refuse (error, code, visit, field, NULL, message);
}

/* What a visit may hold. */

static gboolean
check_times (AsyVisit *visit, GError **error)
{
  const gint64 start = asy_visit_get_start_minute (visit);
  const gint64 minutes = asy_visit_get_minutes (visit);
  const gint64 travel = asy_visit_get_travel_minutes (visit);

  if (start < 0 || start >= MINUTES_A_DAY)
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_START_MINUTE, "there is no such time of the day");
  if (minutes <= 0)
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_MINUTES, "a visit takes time");
  if (minutes > MINUTES_A_DAY - start)
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_MINUTES, "a visit ends by midnight");
  if (travel < 0 || travel > MINUTES_A_DAY)
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_TRAVEL_MINUTES, "there is no such time of travel");
  if (!isfinite (asy_visit_get_km (visit)) || asy_visit_get_km (visit) < 0)
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_KM, "there is no such distance");
  return TRUE;
}

static gboolean
check_kind (AsySession *session, AsyVisit *visit, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  if (asy_visit_get_kind (visit) == NULL)
    return refuse (error, ASY_STORE_ERROR_MISSING, visit, ASY_VISIT_KIND, "a visit has a kind");
  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT detail FROM dictionary WHERE kind = 'contact' AND code = :code", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":code", asy_visit_get_kind (visit));
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_KIND, "no such kind of contact");
  if (g_strcmp0 (asy_stmt_column_text (stmt, 0), "work") != 0 && asy_visit_get_family_id (visit) == 0)
    return refuse (error, ASY_STORE_ERROR_MISSING, visit, ASY_VISIT_FAMILY_ID, "this kind of contact is with a family");
  return TRUE;
}

static gboolean
check_worker (AsySession *session, AsyVisit *visit, GError **error)
{
  g_autoptr (AsyWorker) worker = NULL;

  if (asy_visit_get_worker_id (visit) == 0)
    return refuse (error, ASY_STORE_ERROR_MISSING, visit, ASY_VISIT_WORKER_ID, "a visit has an assistant");
  if (asy_visit_get_day (visit) == ASY_DAY_NONE)
    return refuse (error, ASY_STORE_ERROR_MISSING, visit, ASY_VISIT_DAY, "a visit has a day");
  worker = asy_repo_load (session, ASY_TYPE_WORKER, asy_visit_get_worker_id (visit), error);
  if (worker == NULL)
    return FALSE;
  if (!asy_worker_is_available (worker, asy_visit_get_day (visit)))
    return _asy_change_refuse (error, ASY_STORE_ERROR_UNAVAILABLE, visit, ASY_VISIT_DAY, "art. 13 uwr",
                               "the assistant is not at work on that day");
  return TRUE;
}

/* The case that was open on the day of the visit. */
static gboolean
find_case (AsySession *session, AsyVisit *visit, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gint64 case_id;

  if (asy_visit_get_family_id (visit) == 0)
    {
      asy_visit_set_case_file_id (visit, 0);
      return TRUE;
    }
  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT id FROM case_file WHERE family_id = :family"
                         " AND (id = :set OR (notice_on <= :day AND (closed_on IS NULL OR closed_on >= :day)))"
                         " ORDER BY CASE WHEN id = :set THEN 0 ELSE 1 END, notice_on DESC, id DESC LIMIT 1",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":family", asy_visit_get_family_id (visit));
  asy_stmt_bind_int (stmt, ":set", asy_visit_get_case_file_id (visit));
  asy_stmt_bind_day (stmt, ":day", asy_visit_get_day (visit));
  if (!asy_stmt_fetch_int (stmt, 0, &case_id, error))
    return FALSE;
  asy_visit_set_case_file_id (visit, case_id);
  return TRUE;
}

static gboolean
check_visit (AsySession *session, AsyVisit *visit, GError **error)
{
  return check_times (visit, error) && check_worker (session, visit, error) && check_kind (session, visit, error) &&
         find_case (session, visit, error);
}

/* Planning. */

static gboolean
check_still_planned (AsySession *session, AsyVisit *visit, GError **error)
{
  g_autoptr (AsyVisit) stored = NULL;

  if (asy_record_get_id (ASY_RECORD (visit)) == 0)
    return TRUE;
  stored = asy_repo_load (session, ASY_TYPE_VISIT, asy_record_get_id (ASY_RECORD (visit)), error);
  if (stored == NULL)
    return FALSE;
  if (asy_visit_get_state (stored) == ASY_VISIT_STATE_PLANNED)
    return TRUE;
  return refuse (error, ASY_STORE_ERROR_FROZEN, visit, ASY_VISIT_STATE, "the visit is recorded already");
}

static gboolean
plan_visit (AsySession *session, gpointer visit, gpointer user_data, GError **error)
{
  if (asy_visit_get_state (visit) != ASY_VISIT_STATE_PLANNED)
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_STATE, "only a visit to come is planned");
  return check_still_planned (session, visit, error) && check_visit (session, visit, error) &&
         asy_repo_save (session, visit, error);
}

gboolean
asy_visit_plan (AsySession *session, AsyVisit *visit, GError **error)
{
  g_return_val_if_fail (ASY_IS_VISIT (visit), FALSE);

  return _asy_change_run (session, visit, plan_visit, NULL, error);
}

typedef struct {
  gint64 worker_id;
  AsyDay day;
  int start_minute;
  int minutes;
} Place;

static gboolean
move_visit (AsySession *session, gpointer visit, gpointer user_data, GError **error)
{
  const Place *place = user_data;

  if (place->worker_id != 0)
    asy_visit_set_worker_id (visit, place->worker_id);
  asy_visit_set_day (visit, place->day);
  asy_visit_set_start_minute (visit, place->start_minute);
  asy_visit_set_minutes (visit, place->minutes);
  return check_still_planned (session, visit, error) && plan_visit (session, visit, NULL, error);
}

gboolean
asy_visit_move (AsySession *session, AsyVisit *visit, gint64 worker_id, AsyDay day, int start_minute, int minutes,
                GError **error)
{
  Place place = { worker_id, day, start_minute, minutes };

  g_return_val_if_fail (ASY_IS_VISIT (visit), FALSE);

  return _asy_change_run (session, visit, move_visit, &place, error);
}

/* The sets of a visit. */

static int
compare_persons (gconstpointer a, gconstpointer b)
{
  const AsyVisitPerson *left = a;
  const AsyVisitPerson *right = b;

  return (left->person_id > right->person_id) - (left->person_id < right->person_id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a;
  const gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const gint64 left = (*(AsyVisitMark *const *) a)->id;
  const gint64 right = (*(AsyVisitMark *const *) b)->id;

  return (left > right) - (left < right);
}

static void
describe_marks (JsonBuilder *builder, const char *name, GPtrArray *marks, const char *const *nicks)
{
  g_ptr_array_sort (marks, compare_marks);
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < marks->len; i++)
    {
      const AsyVisitMark *mark = g_ptr_array_index (marks, i);
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " %s", mark->id, nicks[mark->status]);

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
}

/* The sets as JSON: what the audit keeps, and what tells whether they changed. */
static JsonNode *
describe_sets (AsyVisitFile *file)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  g_array_sort (file->persons, compare_persons);
  g_array_sort (file->goals, compare_ids);
  g_ptr_array_sort (file->duties, compare_texts);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "persons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < file->persons->len; i++)
    {
      const AsyVisitPerson *person = &g_array_index (file->persons, AsyVisitPerson, i);
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "%s%s", person->person_id,
                                               person->present ? " present" : "", person->seen ? " seen" : "");

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "goals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < file->goals->len; i++)
    json_builder_add_int_value (builder, g_array_index (file->goals, gint64, i));
  json_builder_end_array (builder);
  describe_marks (builder, "progress", file->goal_marks, asy_goal_status_nicks);
  describe_marks (builder, "tasks", file->task_marks, asy_task_status_nicks);
  json_builder_set_member_name (builder, "duties");
  json_builder_begin_array (builder);
  for (guint i = 0; i < file->duties->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (file->duties, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
read_ids (AsySession *session, const char *sql, gint64 id, GHashTable *ids, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", id);
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_hash_table_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, asy_stmt_column_int (stmt, 0)));
    }
}

static gboolean
is_among (GHashTable *ids, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_hash_table_contains (ids, key);
}

static gboolean
check_duties (AsySession *session, AsyVisitFile *file, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT count(*) FROM dictionary WHERE kind = 'duty' AND code = :code", error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < file->duties->len; i++)
    {
      gint64 n_found;

      asy_stmt_bind_text (stmt, ":code", g_ptr_array_index (file->duties, i));
      if (!asy_stmt_fetch_int (stmt, 0, &n_found, error))
        return FALSE;
      if (n_found == 0)
        {
          asy_store_set_error (error, ASY_STORE_ERROR_INVALID, "no such duty of an assistant");
          return FALSE;
        }
      asy_stmt_reset (stmt);
    }
  return TRUE;
}

/* People are those of the visit's own family. */
static gboolean
check_sets (AsySession *session, AsyVisitFile *file, GError **error)
{
  const gint64 family_id = asy_visit_get_family_id (file->visit);
  g_autoptr (GHashTable) persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!read_ids (session, "SELECT person_id FROM member WHERE family_id = :id", family_id, persons, error))
    return FALSE;
  for (guint i = 0; i < file->persons->len; i++)
    if (!is_among (persons, g_array_index (file->persons, AsyVisitPerson, i).person_id))
      return refuse (error, ASY_STORE_ERROR_INVALID, file->visit, ASY_VISIT_FAMILY_ID, "a person of another family");
  return _asy_visit_progress_check (session, file, error);
}

static gboolean
clear_sets (AsySession *session, gint64 visit_id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM visit_person WHERE visit_id = :id",
                                            "DELETE FROM visit_goal WHERE visit_id = :id",
                                            "DELETE FROM visit_task WHERE visit_id = :id",
                                            "DELETE FROM visit_duty WHERE visit_id = :id" };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), statements[i], error);

      if (stmt == NULL)
        return FALSE;
      asy_stmt_bind_int (stmt, ":id", visit_id);
      if (!asy_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_persons (AsySession *session, gint64 visit_id, GArray *persons, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "INSERT INTO visit_person (visit_id, person_id, present, seen) VALUES (:id, :person, :present, :seen)",
                         error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < persons->len; i++)
    {
      const AsyVisitPerson *person = &g_array_index (persons, AsyVisitPerson, i);

      asy_stmt_bind_int (stmt, ":id", visit_id);
      asy_stmt_bind_int (stmt, ":person", person->person_id);
      asy_stmt_bind_int (stmt, ":present", person->present ? 1 : 0);
      asy_stmt_bind_int (stmt, ":seen", person->seen ? 1 : 0);
      if (!asy_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_duties (AsySession *session, gint64 visit_id, GPtrArray *duties, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session), "INSERT INTO visit_duty (visit_id, duty) VALUES (:id, :duty)", error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < duties->len; i++)
    {
      asy_stmt_bind_int (stmt, ":id", visit_id);
      asy_stmt_bind_text (stmt, ":duty", g_ptr_array_index (duties, i));
      if (!asy_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* `{"goals":[[1],[1,2]]}` for the sets that differ; NULL when none does. */
static char *
describe_difference (JsonNode *before, JsonNode *after)
{
  static const char *const names[] = { "persons", "goals", "progress", "tasks", "duties" };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  gboolean differs = FALSE;

  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *old = json_object_get_member (json_node_get_object (before), names[i]);
      JsonNode *new = json_object_get_member (json_node_get_object (after), names[i]);

      if (json_node_equal (old, new))
        continue;
      differs = TRUE;
      json_builder_set_member_name (builder, names[i]);
      json_builder_begin_array (builder);
      json_builder_add_value (builder, json_node_copy (old));
      json_builder_add_value (builder, json_node_copy (new));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return differs ? json_to_string (root, FALSE) : NULL;
}

/* A change of a set alone is a change of the visit: another window with the
 * old sets must not save over it. */
static gboolean
touch (AsySession *session, AsyVisit *visit, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session),
                                             "UPDATE visit SET revision = revision + 1 WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (visit)));
  if (!asy_stmt_run (stmt, error))
    return FALSE;
  asy_record_set_revision (ASY_RECORD (visit), asy_record_get_revision (ASY_RECORD (visit)) + 1);
  asy_session_note_change (session, "visit", asy_record_get_id (ASY_RECORD (visit)));
  return TRUE;
}

/* @before: the visit as it was, or NULL for a new one. */
static gboolean
save_sets (AsySession *session, AsyVisitFile *file, AsyVisitFile *before, gboolean is_touched, GError **error)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (file->visit));
  g_autoptr (AsyVisitFile) nothing = asy_visit_file_new (file->visit);
  g_autoptr (JsonNode) old_sets = describe_sets (before != NULL ? before : nothing);
  g_autoptr (JsonNode) new_sets = describe_sets (file);
  g_autofree char *changes = describe_difference (old_sets, new_sets);

  if (changes == NULL)
    return TRUE;
  return clear_sets (session, id, error) && insert_persons (session, id, file->persons, error) &&
         _asy_visit_progress_insert (session, id, file, error) && insert_duties (session, id, file->duties, error) &&
         (is_touched || touch (session, file->visit, error)) &&
         asy_audit_write (session, "update", "visit", id, asy_visit_get_family_id (file->visit), changes, error);
}

/* Recording. */

static gboolean
check_record (AsySession *session, AsyVisit *visit, GError **error)
{
  if (asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED)
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_STATE, "a visit is recorded as held or missed");
  if (asy_visit_get_day (visit) > asy_session_get_today (session))
    return refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_DAY, "that day is still to come");
  if (asy_visit_get_state (visit) == ASY_VISIT_STATE_MISSED && asy_visit_get_missed_reason (visit) == NULL)
    return refuse (error, ASY_STORE_ERROR_MISSING, visit, ASY_VISIT_MISSED_REASON, "a missed visit has a reason");
  if (asy_visit_get_danger (visit) && asy_visit_get_danger_note (visit) == NULL)
    return refuse (error, ASY_STORE_ERROR_MISSING, visit, ASY_VISIT_DANGER_NOTE, "danger signs are described");
  return TRUE;
}

static gboolean
record_visit (AsySession *session, gpointer visit, gpointer user_data, GError **error)
{
  AsyVisitFile *given = user_data;
  g_autoptr (AsyVisitFile) file = asy_visit_file_new (visit);
  g_autoptr (AsyVisitFile) before = NULL;
  const gint64 revision = asy_record_get_revision (visit);
  g_autofree char *now = asy_clock_dup_now_utc_iso (asy_session_get_clock (session));

  if (!check_record (session, visit, error) || !check_visit (session, visit, error))
    return FALSE;
  if (asy_record_get_id (visit) != 0)
    {
      before = asy_visit_file_load (session, asy_record_get_id (visit), error);
      if (before == NULL)
        return FALSE;
    }
  /* Nobody is met and nothing is served by a visit that did not take place. */
  if (asy_visit_get_state (visit) == ASY_VISIT_STATE_HELD)
    {
      asy_visit_set_missed_reason (visit, NULL);
      asy_visit_file_add_sets (file, given);
    }
  if (asy_visit_get_recorded_at (visit) == NULL)
    asy_visit_set_recorded_at (visit, now);
  return check_sets (session, file, error) && check_duties (session, file, error) && asy_repo_save (session, visit, error) &&
         save_sets (session, file, before, asy_record_get_revision (visit) != revision, error) &&
         _asy_visit_progress_apply (session, file, before, error);
}

gboolean
asy_visit_record (AsySession *session, AsyVisitFile *file, GError **error)
{
  g_return_val_if_fail (file != NULL && ASY_IS_VISIT (file->visit), FALSE);

  return _asy_change_run (session, file->visit, record_visit, file, error);
}

/* Deleting. */

static gboolean
delete_visit (AsySession *session, gpointer visit, GError **error)
{
  return check_still_planned (session, visit, error) && clear_sets (session, asy_record_get_id (visit), error) &&
         asy_repo_delete (session, visit, error);
}

gboolean
asy_visit_delete (AsySession *session, AsyVisit *visit, GError **error)
{
  g_return_val_if_fail (ASY_IS_VISIT (visit), FALSE);

  return asy_session_transaction (session, delete_visit, visit, error);
}
