/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-assessments.h"
#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-visits.h"

#define ARTICLE "art. 15 ust. 1 pkt 15 uwr"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

AsyAssessmentKind
asy_assessment_kind_for (AsyCase *case_file)
{
  return asy_case_get_end_proposed_on (case_file) != ASY_DAY_NONE || asy_case_get_ended_on (case_file) != ASY_DAY_NONE
           ? ASY_ASSESSMENT_KIND_CLOSING
           : ASY_ASSESSMENT_KIND_PERIODIC;
}

/* Reading. */

#define AREAS                                                                                 \
  "LEFT JOIN dictionary d ON d.kind = 'work-area' AND d.code = t.area"                        \
  " WHERE t.assessment_id = :id ORDER BY COALESCE(d.position, 9999), t.area"
#define CHILDREN                                                                              \
  "WHERE t.assessment_id = :id ORDER BY COALESCE((SELECT min(m.position) FROM member m"       \
  " JOIN case_file c ON c.family_id = m.family_id JOIN assessment a ON a.case_file_id = c.id" \
  " WHERE a.id = t.assessment_id AND m.person_id = t.person_id), 9999), t.id"
#define GOALS "JOIN goal g ON g.id = t.goal_id WHERE t.assessment_id = :id ORDER BY g.position, g.id"
#define PERSONS "WHERE t.id IN (SELECT person_id FROM assessment_child WHERE assessment_id = :id)"
#define PLAN_GOALS "WHERE t.id IN (SELECT goal_id FROM assessment_goal WHERE assessment_id = :id)"
#define MEMBERS                                                                                \
  "WHERE t.person_id IN (SELECT person_id FROM assessment_child WHERE assessment_id = :id)"    \
  " AND t.family_id = (SELECT c.family_id FROM case_file c JOIN assessment a ON a.case_file_id = c.id" \
  " WHERE a.id = :id) ORDER BY t.position, t.id"

static gboolean
load_list (AsySession *session, GType type, const char *tail, gint64 id, GPtrArray *list, GError **error)
{
  GPtrArray *loaded = asy_repo_list_by_id (session, type, tail, id, error);

  if (loaded == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (list, loaded);
  return TRUE;
}

typedef struct {
  AsySession *session;
  gint64 id;
  AsyAssessmentFile *file;
} Loading;

static gboolean
load_file (AsyDb *db, gpointer user_data, GError **error)
{
  Loading *loading = user_data;
  AsySession *session = loading->session;
  const gint64 id = loading->id;
  g_autoptr (AsyAssessment) assessment = asy_repo_load (session, ASY_TYPE_ASSESSMENT, id, error);
  AsyAssessmentFile *file;

  if (assessment == NULL)
    return FALSE;
  file = loading->file = asy_assessment_file_new (assessment);
  return load_list (session, ASY_TYPE_ASSESSMENT_AREA, AREAS, id, file->areas, error) &&
         load_list (session, ASY_TYPE_ASSESSMENT_CHILD, CHILDREN, id, file->children, error) &&
         load_list (session, ASY_TYPE_ASSESSMENT_GOAL, GOALS, id, file->goals, error) &&
         load_list (session, ASY_TYPE_PERSON, PERSONS, id, file->persons, error) &&
         load_list (session, ASY_TYPE_GOAL, PLAN_GOALS, id, file->plan_goals, error) &&
         load_list (session, ASY_TYPE_MEMBER, MEMBERS, id, file->members, error);
}

AsyAssessmentFile *
asy_assessment_file_load (AsySession *session, gint64 assessment_id, GError **error)
{
  Loading loading = { session, assessment_id, NULL };

  if (asy_db_read_transaction (asy_session_get_db (session), load_file, &loading, error))
    return loading.file;
  asy_assessment_file_free (loading.file);
  return NULL;
}

GPtrArray *
asy_assessments_list (AsySession *session, gint64 case_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_ASSESSMENT, "WHERE t.case_file_id = :id ORDER BY t.until_day DESC, t.id DESC",
                              case_id, error);
}

GPtrArray *
asy_assessments_list_for_family (AsySession *session, gint64 family_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_ASSESSMENT,
                              "JOIN case_file c ON c.id = t.case_file_id WHERE c.family_id = :id AND t.final = 1"
                              " ORDER BY t.until_day DESC, t.id DESC",
                              family_id, error);
}

/* A row: area, level at the start, now, reason, assessment, its first and last day. */
static void
take_point (GPtrArray *list, AsyStmt *stmt)
{
  const char *area = asy_stmt_column_text (stmt, 0);
  const int at_start = (int) asy_stmt_column_int (stmt, 1);
  const int now = (int) asy_stmt_column_int (stmt, 2);
  const gint64 id = asy_stmt_column_int (stmt, 4);
  AsyAreaSeries *series = asy_area_series_find (list, area);

  if (series == NULL)
    {
      series = asy_area_series_new (area);
      g_ptr_array_add (list, series);
      if (at_start >= 0)
        asy_area_series_add (series, asy_stmt_column_day (stmt, 5), at_start, id)->is_start = TRUE;
    }
  if (now >= 0)
    asy_area_series_add (series, asy_stmt_column_day (stmt, 6), now, id)->note = asy_stmt_column_dup_text (stmt, 3);
}

GPtrArray *
asy_assessments_load_series (AsySession *session, gint64 family_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_area_series_free);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row = TRUE;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT r.area, r.at_start, r.now, r.note, a.id, a.from_day, a.until_day"
                         " FROM case_file c JOIN assessment a ON a.case_file_id = c.id AND a.final = 1"
                         " JOIN assessment_area r ON r.assessment_id = a.id"
                         " LEFT JOIN dictionary d ON d.kind = 'work-area' AND d.code = r.area"
                         " WHERE c.family_id = :id ORDER BY COALESCE(d.position, 9999), r.area, a.until_day, a.id",
                         error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":id", family_id);
  while (has_row)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        take_point (list, stmt);
    }
  return g_steal_pointer (&list);
}

/* What an assessment may hold. */

static gboolean
check_not_final (AsySession *session, AsyAssessment *assessment, GError **error)
{
  g_autoptr (AsyAssessment) stored = NULL;

  if (id_of (assessment) == 0)
    return TRUE;
  stored = asy_repo_load (session, ASY_TYPE_ASSESSMENT, id_of (assessment), error);
  if (stored == NULL)
    return FALSE;
  if (!asy_assessment_get_final (stored))
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_FROZEN, assessment, ASY_ASSESSMENT_FINAL, ARTICLE,
                             "a finished assessment does not change");
}

static gboolean
count_others (AsySession *session, const char *sql, AsyAssessment *assessment, gint64 *ret_count, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":case", asy_assessment_get_case_file_id (assessment));
  asy_stmt_bind_int (stmt, ":id", id_of (assessment));
  asy_stmt_bind_day (stmt, ":from", asy_assessment_get_from_day (assessment));
  asy_stmt_bind_day (stmt, ":until", asy_assessment_get_until_day (assessment));
  return asy_stmt_fetch_int (stmt, 0, ret_count, error);
}

/* Periods of a case follow one another, and one is written at a time. */
static gboolean
check_others (AsySession *session, AsyAssessment *assessment, GError **error)
{
  gint64 n_others;

  if (!count_others (session,
                     "SELECT count(*) FROM assessment WHERE case_file_id = :case AND id <> :id"
                     " AND (final = 0 OR (from_day <= :until AND until_day >= :from))",
                     assessment, &n_others, error))
    return FALSE;
  if (n_others == 0)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_OVERLAP, assessment, ASY_ASSESSMENT_FROM_DAY, ARTICLE,
                             "another assessment covers that time or is unfinished");
}

static gboolean
check_scale (gpointer record, guint field, gint64 least, gint64 most, GError **error)
{
  const gint64 value = asy_record_get_int (record, field);

  if (value >= least && value <= most)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, field, NULL, "a value outside of the scale");
}

static gboolean
check_areas (AsyAssessmentFile *file, GError **error)
{
  static const guint scales[] = { ASY_ASSESSMENT_AREA_AT_START, ASY_ASSESSMENT_AREA_BEFORE, ASY_ASSESSMENT_AREA_NOW };

  for (guint i = 0; i < file->areas->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (scales); j++)
      if (!check_scale (g_ptr_array_index (file->areas, i), scales[j], ASY_ASSESSMENT_UNKNOWN, 4, error))
        return FALSE;
  return TRUE;
}

static gboolean
check_file (AsySession *session, AsyAssessmentFile *file, GError **error)
{
  AsyAssessment *assessment = file->assessment;

  return check_not_final (session, assessment, error) &&
         _asy_change_check_period (assessment, ASY_ASSESSMENT_FROM_DAY, ASY_ASSESSMENT_UNTIL_DAY, error) &&
         check_scale (assessment, ASY_ASSESSMENT_COOPERATION, 0, 5, error) && check_areas (file, error) &&
         check_others (session, assessment, error);
}

/* Saving. */

static gboolean
fill_in (AsySession *session, AsyAssessment *assessment, GError **error)
{
  AsyVisitTotals totals;
  gint64 last;

  if (!asy_visits_sum (session, asy_assessment_get_case_file_id (assessment), asy_assessment_get_from_day (assessment),
                       asy_assessment_get_until_day (assessment), &totals, error))
    return FALSE;
  asy_assessment_set_visits_held (assessment, totals.held);
  asy_assessment_set_visits_missed (assessment, totals.missed);
  asy_assessment_set_visit_minutes (assessment, totals.minutes);
  if (asy_assessment_get_number (assessment) > 0)
    return TRUE;
  if (!_asy_change_fetch (session, "SELECT max(number) FROM assessment WHERE case_file_id = :id",
                          asy_assessment_get_case_file_id (assessment), &last, error))
    return FALSE;
  asy_assessment_set_number (assessment, last + 1);
  return TRUE;
}

static gboolean
contains_id (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (id_of (g_ptr_array_index (records, i)) == id)
      return TRUE;
  return FALSE;
}

/* One list of parts; those that are gone leave first, so that their place is free. */
static gboolean
save_parts (AsySession *session, GType type, guint parent_field, gint64 assessment_id, GPtrArray *parts, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;

  stored = asy_repo_list_by_id (session, type, "WHERE t.assessment_id = :id ORDER BY t.id", assessment_id, error);
  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    if (!contains_id (parts, id_of (g_ptr_array_index (stored, i))) &&
        !asy_repo_delete (session, g_ptr_array_index (stored, i), error))
      return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      AsyRecord *part = g_ptr_array_index (parts, i);

      asy_record_set_int (part, parent_field, assessment_id);
      if (!asy_repo_save (session, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_file (AsySession *session, AsyAssessmentFile *file, GError **error)
{
  AsyAssessment *assessment = file->assessment;

  return fill_in (session, assessment, error) && asy_repo_save (session, assessment, error) &&
         save_parts (session, ASY_TYPE_ASSESSMENT_AREA, ASY_ASSESSMENT_AREA_ASSESSMENT_ID, id_of (assessment), file->areas,
                     error) &&
         save_parts (session, ASY_TYPE_ASSESSMENT_CHILD, ASY_ASSESSMENT_CHILD_ASSESSMENT_ID, id_of (assessment), file->children,
                     error) &&
         save_parts (session, ASY_TYPE_ASSESSMENT_GOAL, ASY_ASSESSMENT_GOAL_ASSESSMENT_ID, id_of (assessment), file->goals, error);
}

static gboolean
check_finished (AsySession *session, AsyAssessmentFile *file, GError **error)
{
  AsyAssessment *assessment = file->assessment;
  const AsyDay today = asy_session_get_today (session);
  g_autoptr (GArray) gaps = asy_assessment_find_gaps (file);
  AsyStoreErrorDetail *detail;

  if (asy_assessment_get_until_day (assessment) > today)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, assessment, ASY_ASSESSMENT_UNTIL_DAY, ARTICLE,
                               "that day is still to come");
  if (asy_assessment_get_made_on (assessment) > today ||
      asy_assessment_get_made_on (assessment) < asy_assessment_get_until_day (assessment))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, assessment, ASY_ASSESSMENT_MADE_ON, ARTICLE,
                               "an assessment is made after its period and not in days to come");
  if (gaps->len == 0)
    return TRUE;
  detail = asy_store_set_error (error, ASY_STORE_ERROR_MISSING, "the assessment is not complete");
  if (error != NULL)
    {
      detail->field = g_strdup (g_array_index (gaps, AsyAssessmentGap, 0).field);
      detail->article = g_strdup (ARTICLE);
      detail->count = (int) gaps->len;
    }
  return FALSE;
}

/* What happens to it once it is finished. */
static const guint days_after[] = { ASY_ASSESSMENT_HANDED_ON, ASY_ASSESSMENT_READ_ON, ASY_ASSESSMENT_SOCIAL_WORKER_ON,
                                    ASY_ASSESSMENT_COORDINATOR_ON };

typedef struct {
  AsyAssessmentFile *file;
  gboolean finishes;
} Saving;

static gboolean
save_all (AsySession *session, gpointer user_data, GError **error)
{
  Saving *saving = user_data;
  AsyAssessment *assessment = saving->file->assessment;

  if (!check_file (session, saving->file, error))
    return FALSE;
  if (saving->finishes && asy_assessment_get_made_on (assessment) == ASY_DAY_NONE)
    asy_assessment_set_made_on (assessment, asy_session_get_today (session));
  if (saving->finishes && !check_finished (session, saving->file, error))
    return FALSE;
  asy_assessment_set_final (assessment, saving->finishes);
  for (gsize i = 0; i < G_N_ELEMENTS (days_after); i++)
    asy_record_set_int (ASY_RECORD (assessment), days_after[i], ASY_DAY_NONE);
  asy_assessment_set_handed_to (assessment, NULL);
  asy_assessment_set_read_refusal (assessment, NULL);
  return save_file (session, saving->file, error);
}

static void
duplicate_list (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, asy_record_duplicate (g_ptr_array_index (from, i)));
}

static void
take_over_list (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < to->len; i++)
    asy_record_copy_from (g_ptr_array_index (to, i), g_ptr_array_index (from, i));
}

/* Works on copies, so that records of a page never show what was rolled back. */
static gboolean
run_saving (AsySession *session, AsyAssessmentFile *file, gboolean finishes, GError **error)
{
  g_autoptr (AsyAssessment) copy = asy_record_duplicate (file->assessment);
  g_autoptr (AsyAssessmentFile) work = asy_assessment_file_new (copy);
  Saving saving = { work, finishes };

  duplicate_list (file->areas, work->areas);
  duplicate_list (file->children, work->children);
  duplicate_list (file->goals, work->goals);
  if (!asy_session_transaction (session, save_all, &saving, error))
    return FALSE;
  asy_record_copy_from (ASY_RECORD (file->assessment), ASY_RECORD (copy));
  take_over_list (file->areas, work->areas);
  take_over_list (file->children, work->children);
  take_over_list (file->goals, work->goals);
  return TRUE;
}

gboolean
asy_assessment_save (AsySession *session, AsyAssessmentFile *file, GError **error)
{
  g_return_val_if_fail (file != NULL, FALSE);

  return run_saving (session, file, FALSE, error);
}

gboolean
asy_assessment_finish (AsySession *session, AsyAssessmentFile *file, GError **error)
{
  g_return_val_if_fail (file != NULL, FALSE);

  return run_saving (session, file, TRUE, error);
}

/* Handing over. */

typedef struct {
  AsyDay on;
  const char *to;
} HandOver;

/* Nobody has it before it was made, or in days to come. */
static gboolean
check_days_after (AsySession *session, AsyAssessment *stored, AsyAssessment *assessment, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days_after); i++)
    {
      const AsyDay day = (AsyDay) asy_record_get_int (ASY_RECORD (assessment), days_after[i]);

      if (day != ASY_DAY_NONE && (day > asy_session_get_today (session) || day < asy_assessment_get_made_on (stored)))
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, assessment, days_after[i], ARTICLE,
                                   "handed over before it was made, or in days to come");
    }
  return TRUE;
}

static gboolean
hand_over (AsySession *session, gpointer assessment, gpointer user_data, GError **error)
{
  static const int handing_over[] = { ASY_ASSESSMENT_HANDED_ON, ASY_ASSESSMENT_HANDED_TO, ASY_ASSESSMENT_READ_ON,
                                      ASY_ASSESSMENT_READ_REFUSAL, ASY_ASSESSMENT_SOCIAL_WORKER_ON,
                                      ASY_ASSESSMENT_COORDINATOR_ON, -1 };
  const HandOver *data = user_data;
  g_autoptr (AsyAssessment) stored = asy_repo_load (session, ASY_TYPE_ASSESSMENT, id_of (assessment), error);
  int other;

  if (stored == NULL)
    return FALSE;
  if (!asy_assessment_get_final (stored))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INCOMPLETE, assessment, ASY_ASSESSMENT_FINAL, ARTICLE,
                               "only a finished assessment is handed over");
  other = _asy_change_find_other (stored, assessment, handing_over);
  if (other >= 0)
    return _asy_change_refuse (error, ASY_STORE_ERROR_FROZEN, assessment, (guint) other, ARTICLE,
                               "a finished assessment does not change");
  asy_assessment_set_handed_on (assessment, data->on);
  asy_assessment_set_handed_to (assessment, data->to);
  if (data->on == ASY_DAY_NONE)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, assessment, ASY_ASSESSMENT_HANDED_ON, ARTICLE, "there is no day");
  if (asy_assessment_get_handed_to (assessment) == NULL)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, assessment, ASY_ASSESSMENT_HANDED_TO, ARTICLE,
                               "there is nobody who took it");
  return check_days_after (session, stored, assessment, error) && asy_repo_save (session, assessment, error);
}

gboolean
asy_assessment_hand_over (AsySession *session, AsyAssessment *assessment, AsyDay handed_on, const char *handed_to, GError **error)
{
  HandOver data = { handed_on, handed_to };

  g_return_val_if_fail (ASY_IS_ASSESSMENT (assessment), FALSE);

  return _asy_change_run (session, assessment, hand_over, &data, error);
}

static gboolean
discard (AsySession *session, gpointer assessment, GError **error)
{
  g_autoptr (GPtrArray) nothing = asy_record_array_new ();
  const gint64 id = id_of (assessment);
  gint64 n_letters;

  if (!check_not_final (session, assessment, error) ||
      !_asy_change_fetch (session, "SELECT count(*) FROM letter WHERE assessment_id = :id", id, &n_letters, error))
    return FALSE;
  if (n_letters > 0)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_FROZEN, "a paper speaks of it");
      return FALSE;
    }
  return save_parts (session, ASY_TYPE_ASSESSMENT_AREA, ASY_ASSESSMENT_AREA_ASSESSMENT_ID, id, nothing, error) &&
         save_parts (session, ASY_TYPE_ASSESSMENT_CHILD, ASY_ASSESSMENT_CHILD_ASSESSMENT_ID, id, nothing, error) &&
         save_parts (session, ASY_TYPE_ASSESSMENT_GOAL, ASY_ASSESSMENT_GOAL_ASSESSMENT_ID, id, nothing, error) &&
         asy_repo_delete (session, assessment, error);
}

gboolean
asy_assessment_discard (AsySession *session, AsyAssessment *assessment, GError **error)
{
  g_return_val_if_fail (ASY_IS_ASSESSMENT (assessment), FALSE);

  return asy_session_transaction (session, discard, assessment, error);
}
