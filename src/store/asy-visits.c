/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "law/asy-rules.h"
#include "model/asy-family-file.h"
#include "store/asy-repo.h"
#include "store/asy-visits-private.h"
#include "store/asy-visits.h"
#include "store/asy-warnings.h"
#include "store/asy-work-time.h"

/* Entries: a visit with its family's address, in one row; the warnings of all come in one more query. */

#define ENTRY_COLUMNS \
  "w.given_name || ' ' || w.family_name, f.name, f.street, f.postcode, f.city, f.district, f.phone"
#define ENTRY_JOINS "JOIN worker w ON w.id = t.worker_id LEFT JOIN family f ON f.id = t.family_id "

static char *
join_address (const char *street, const char *postcode, const char *city)
{
  g_autoptr (GString) text = g_string_new (street);

  if (text->len > 0 && (postcode != NULL || city != NULL))
    g_string_append (text, ", ");
  g_string_append (text, postcode != NULL ? postcode : "");
  if (postcode != NULL && city != NULL)
    g_string_append_c (text, ' ');
  g_string_append (text, city != NULL ? city : "");
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static AsyVisitEntry *
read_entry (AsyStmt *stmt, GError **error)
{
  int column;
  AsyVisit *visit = asy_repo_read_row (stmt, ASY_TYPE_VISIT, &column, error);
  AsyVisitEntry *entry;

  if (visit == NULL)
    return NULL;
  entry = g_new0 (AsyVisitEntry, 1);
  entry->visit = visit;
  entry->worker_name = asy_stmt_column_dup_text (stmt, column);
  entry->family_name = asy_stmt_column_dup_text (stmt, column + 1);
  entry->address = join_address (asy_stmt_column_text (stmt, column + 2), asy_stmt_column_text (stmt, column + 3),
                                 asy_stmt_column_text (stmt, column + 4));
  entry->district = asy_stmt_column_dup_text (stmt, column + 5);
  entry->phone = asy_stmt_column_dup_text (stmt, column + 6);
  entry->two_persons = asy_visit_get_two_persons (visit);
  return entry;
}

static void
add_warning (AsyVisitEntry *entry, AsyFamilyWarning *warning)
{
  const char *reason = asy_family_warning_get_reason (warning);
  char *text;

  if (!asy_family_warning_holds (warning, asy_visit_get_day (entry->visit)))
    return;
  if (asy_family_warning_get_kind (warning) == ASY_WARNING_KIND_TWO_PERSON)
    entry->two_persons = TRUE;
  text = entry->warning != NULL ? g_strconcat (entry->warning, "; ", reason, NULL) : g_strdup (reason);
  g_free (entry->warning);
  entry->warning = text;
}

/* Lists of warnings by the id of their family. */
static GHashTable *
group_by_family (GPtrArray *warnings)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < warnings->len; i++)
    {
      const gint64 id = asy_family_warning_get_family_id (g_ptr_array_index (warnings, i));
      GPtrArray *group = g_hash_table_lookup (groups, &id);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_memdup2 (&id, sizeof id), group);
        }
      g_ptr_array_add (group, g_ptr_array_index (warnings, i));
    }
  return groups;
}

static void
find_days (GPtrArray *entries, AsyDay *ret_first, AsyDay *ret_last)
{
  *ret_first = G_MAXUINT32;
  *ret_last = ASY_DAY_NONE;
  for (guint i = 0; i < entries->len; i++)
    {
      const AsyDay day = asy_visit_get_day (((AsyVisitEntry *) g_ptr_array_index (entries, i))->visit);

      *ret_first = MIN (*ret_first, day);
      *ret_last = MAX (*ret_last, day);
    }
}

static gboolean
attach_warnings (AsySession *session, GPtrArray *entries, gint64 family_id, GError **error)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GHashTable) groups = NULL;
  AsyDay first, last;

  find_days (entries, &first, &last);
  warnings = asy_family_warnings_list (session, family_id, first, last, error);
  if (warnings == NULL)
    return FALSE;
  groups = group_by_family (warnings);
  for (guint i = 0; i < entries->len; i++)
    {
      AsyVisitEntry *entry = g_ptr_array_index (entries, i);
      const gint64 id = asy_visit_get_family_id (entry->visit);
      GPtrArray *group = g_hash_table_lookup (groups, &id);

      for (guint j = 0; group != NULL && j < group->len; j++)
        add_warning (entry, g_ptr_array_index (group, j));
    }
  return TRUE;
}

GPtrArray *
_asy_visits_read_entries (AsySession *session, AsyStmt *stmt, gint64 family_id, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_entry_free);

  for (;;)
    {
      AsyVisitEntry *entry;
      gboolean has_row;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      entry = read_entry (stmt, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  if (entries->len > 0 && !attach_warnings (session, entries, family_id, error))
    return NULL;
  return g_steal_pointer (&entries);
}

AsyStmt *
_asy_visits_prepare_entries (AsySession *session, const char *tail, GError **error)
{
  g_autofree char *joined = g_strconcat (ENTRY_JOINS, tail, NULL);

  return asy_repo_prepare_with (session, ASY_TYPE_VISIT, ENTRY_COLUMNS, joined, error);
}

GPtrArray *
asy_visits_list (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, GError **error)
{
  const char *tail = worker_id != 0
                       ? ENTRY_JOINS "WHERE t.worker_id = :worker AND t.day BETWEEN :from AND :until"
                                     " ORDER BY t.day, t.start_minute, t.id"
                       : ENTRY_JOINS "WHERE t.day BETWEEN :from AND :until"
                                     " ORDER BY w.sort_key, t.worker_id, t.day, t.start_minute, t.id";
  g_autoptr (AsyStmt) stmt = asy_repo_prepare_with (session, ASY_TYPE_VISIT, ENTRY_COLUMNS, tail, error);

  if (stmt == NULL)
    return NULL;
  if (worker_id != 0)
    asy_stmt_bind_int (stmt, ":worker", worker_id);
  asy_stmt_bind_day (stmt, ":from", from);
  asy_stmt_bind_day (stmt, ":until", until);
  return _asy_visits_read_entries (session, stmt, 0, error);
}

GPtrArray *
asy_visits_list_for_family (AsySession *session, gint64 family_id, AsyVisit *older_than, guint limit, GError **error)
{
  const char *tail = older_than != NULL
                       ? ENTRY_JOINS "WHERE t.family_id = :family AND (t.day, t.start_minute, t.id) < (:day, :start, :id)"
                                     " ORDER BY t.day DESC, t.start_minute DESC, t.id DESC LIMIT :limit"
                       : ENTRY_JOINS "WHERE t.family_id = :family"
                                     " ORDER BY t.day DESC, t.start_minute DESC, t.id DESC LIMIT :limit";
  g_autoptr (AsyStmt) stmt = asy_repo_prepare_with (session, ASY_TYPE_VISIT, ENTRY_COLUMNS, tail, error);

  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":family", family_id);
  asy_stmt_bind_int (stmt, ":limit", limit);
  if (older_than != NULL)
    {
      asy_stmt_bind_day (stmt, ":day", asy_visit_get_day (older_than));
      asy_stmt_bind_int (stmt, ":start", asy_visit_get_start_minute (older_than));
      asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (older_than)));
    }
  return _asy_visits_read_entries (session, stmt, family_id, error);
}

AsyVisitEntry *
asy_visit_entry_load (AsySession *session, gint64 visit_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare_with (session, ASY_TYPE_VISIT, ENTRY_COLUMNS, ENTRY_JOINS "WHERE t.id = :id", error);
  g_autoptr (GPtrArray) entries = NULL;

  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":id", visit_id);
  entries = _asy_visits_read_entries (session, stmt, 0, error);
  if (entries != NULL && entries->len == 0)
    asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "no such visit");
  return entries != NULL && entries->len > 0 ? g_ptr_array_steal_index (entries, 0) : NULL;
}

/* One visit with its sets. */

static AsyStmt *
prepare_for (AsySession *session, const char *sql, gint64 visit_id, GError **error)
{
  AsyStmt *stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  if (stmt != NULL)
    asy_stmt_bind_int (stmt, ":id", visit_id);
  return stmt;
}

static gboolean
load_persons (AsySession *session, AsyVisitFile *file, gint64 id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = prepare_for (session, "SELECT person_id, present, seen FROM visit_person WHERE visit_id = :id ORDER BY person_id", id,
                      error);
  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      asy_visit_file_add_person (file, asy_stmt_column_int (stmt, 0), asy_stmt_column_int (stmt, 1) != 0,
                                 asy_stmt_column_int (stmt, 2) != 0);
    }
}

static gboolean
load_duties (AsySession *session, AsyVisitFile *file, gint64 id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = prepare_for (session,
                      "SELECT v.duty FROM visit_duty v LEFT JOIN dictionary d ON d.kind = 'duty' AND d.code = v.duty"
                      " WHERE v.visit_id = :id ORDER BY d.position, v.duty",
                      id, error);
  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_ptr_array_add (file->duties, asy_stmt_column_dup_text (stmt, 0));
    }
}

AsyVisitFile *
asy_visit_file_load (AsySession *session, gint64 visit_id, GError **error)
{
  g_autoptr (AsyVisit) visit = asy_repo_load (session, ASY_TYPE_VISIT, visit_id, error);
  g_autoptr (AsyVisitFile) file = visit != NULL ? asy_visit_file_new (visit) : NULL;

  if (file == NULL || !load_persons (session, file, visit_id, error) || !_asy_visit_progress_load (session, file, visit_id, error) ||
      !load_duties (session, file, visit_id, error))
    return NULL;
  return g_steal_pointer (&file);
}

/* Counting. */

/* The families of a time (:from to :until) by their last assistant in it, with
 * the visits of a month (:first to :last). Each subquery is a short walk along
 * the index of one family. */
#define FAMILY_VISITS(WORKER, ONLY)                                                                            \
  "SELECT f.id, f.name, f.district, a.worker_id,"                                                              \
  " COALESCE(NULLIF(f.visits_a_month, 0), (SELECT NULLIF(max(o.visits_a_month), 0) FROM office o), :rule),"    \
  " (SELECT count(*) FROM visit v WHERE v.family_id = f.id AND v.day BETWEEN :first AND :last"                 \
  "   AND v.state = 'held' AND v.kind IN " ASY_VISIT_KINDS_SQL "),"                                            \
  " (SELECT count(*) FROM visit v WHERE v.family_id = f.id AND v.day BETWEEN :first AND :last"                 \
  "   AND v.day >= :today AND v.state = 'planned' AND v.kind IN " ASY_VISIT_KINDS_SQL "),"                     \
  " (SELECT count(*) FROM visit v WHERE v.family_id = f.id AND v.day BETWEEN :first AND :last"                 \
  "   AND v.state = 'missed' AND v.kind IN " ASY_VISIT_KINDS_SQL "),"                                          \
  " (SELECT v.day FROM visit v WHERE v.family_id = f.id AND v.state = 'held'"                                  \
  "   AND v.kind IN " ASY_VISIT_KINDS_SQL " ORDER BY v.day DESC LIMIT 1),"                                     \
  " (SELECT v.day FROM visit v WHERE v.family_id = f.id AND v.day >= :today AND v.state = 'planned'"           \
  "   AND v.kind IN " ASY_VISIT_KINDS_SQL " ORDER BY v.day LIMIT 1)"                                           \
  " FROM assignment a JOIN case_file c ON c.id = a.case_file_id JOIN family f ON f.id = c.family_id"           \
  " WHERE " WORKER " a.from_day <= :until AND (a.until_day IS NULL OR a.until_day >= :from)"                   \
  " AND (c.ended_on IS NULL OR c.ended_on >= :from) AND (c.closed_on IS NULL OR c.closed_on >= :from)"         \
  " AND NOT EXISTS (SELECT 1 FROM assignment n WHERE n.case_file_id = a.case_file_id AND n.from_day <= :until" \
  "   AND (n.until_day IS NULL OR n.until_day >= :from) AND (n.from_day, n.id) > (a.from_day, a.id))"          \
  ONLY " ORDER BY f.sort_key, f.id, a.from_day DESC"

/* Those who are not away and for whom nothing is planned. */
#define WITHOUT_NEXT_VISIT                                                                                     \
  " AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.family_id = f.id AND v.day >= :today"                        \
  "   AND v.state = 'planned' AND v.kind IN " ASY_VISIT_KINDS_SQL ")"                                          \
  " AND NOT (c.suspended_from IS NOT NULL AND c.suspended_from <= :today"                                      \
  "   AND (c.suspended_until IS NULL OR c.suspended_until >= :today))"

typedef struct {
  gint64 worker_id;
  AsyDay from;
  AsyDay until;
  AsyDay first;
  AsyDay last;
  gboolean only_unplanned;
} Count;

static AsyFamilyVisits *
read_family_visits (AsyStmt *stmt)
{
  AsyFamilyVisits *visits = g_new0 (AsyFamilyVisits, 1);

  visits->family_id = asy_stmt_column_int (stmt, 0);
  visits->family_name = asy_stmt_column_dup_text (stmt, 1);
  visits->district = asy_stmt_column_dup_text (stmt, 2);
  visits->worker_id = asy_stmt_column_int (stmt, 3);
  visits->norm = (int) asy_stmt_column_int (stmt, 4);
  visits->held = (int) asy_stmt_column_int (stmt, 5);
  visits->planned = (int) asy_stmt_column_int (stmt, 6);
  visits->missed = (int) asy_stmt_column_int (stmt, 7);
  visits->last_on = asy_stmt_column_day (stmt, 8);
  visits->next_on = asy_stmt_column_day (stmt, 9);
  return visits;
}

/* A family with two cases in the month stands in two rows, one behind the other. */
static gboolean
is_repeated (AsyStmt *stmt, GPtrArray *list)
{
  const AsyFamilyVisits *before = list->len > 0 ? g_ptr_array_index (list, list->len - 1) : NULL;

  return before != NULL && before->family_id == asy_stmt_column_int (stmt, 0);
}

static AsyStmt *
prepare_count (AsySession *session, const Count *count, GError **error)
{
  static const char *const statements[2][2] = {
    { FAMILY_VISITS ("", ""), FAMILY_VISITS ("", WITHOUT_NEXT_VISIT) },
    { FAMILY_VISITS ("a.worker_id = :worker AND", ""), FAMILY_VISITS ("a.worker_id = :worker AND", WITHOUT_NEXT_VISIT) },
  };
  const AsyDay today = asy_session_get_today (session);
  AsyStmt *stmt = asy_db_prepare (asy_session_get_db (session), statements[count->worker_id != 0][count->only_unplanned], error);

  if (stmt == NULL)
    return NULL;
  if (count->worker_id != 0)
    asy_stmt_bind_int (stmt, ":worker", count->worker_id);
  asy_stmt_bind_day (stmt, ":from", count->from);
  asy_stmt_bind_day (stmt, ":until", count->until);
  asy_stmt_bind_day (stmt, ":first", count->first);
  asy_stmt_bind_day (stmt, ":last", count->last);
  asy_stmt_bind_day (stmt, ":today", today);
  asy_stmt_bind_int (stmt, ":rule", asy_rules_get (asy_rules_get_default (), "visits-a-month", today, 0));
  return stmt;
}

static GPtrArray *
count_visits (AsySession *session, const Count *count, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_family_visits_free);
  g_autoptr (AsyStmt) stmt = prepare_count (session, count, error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&list);
      if (!is_repeated (stmt, list))
        g_ptr_array_add (list, read_family_visits (stmt));
    }
}

GPtrArray *
asy_visits_count_month (AsySession *session, gint64 worker_id, AsyDay month, GError **error)
{
  const AsyDay first = asy_day_new (asy_day_get_year (month), asy_day_get_month (month), 1);
  const AsyDay last = asy_day_add_months (first, 1) - 1;
  const Count count = { worker_id, first, last, first, last, FALSE };

  g_return_val_if_fail (month != ASY_DAY_NONE, NULL);

  return count_visits (session, &count, error);
}

GPtrArray *
asy_visits_list_unplanned (AsySession *session, gint64 worker_id, GError **error)
{
  const AsyDay today = asy_session_get_today (session);
  const AsyDay first = asy_day_new (asy_day_get_year (today), asy_day_get_month (today), 1);
  const Count count = { worker_id, today, today, first, asy_day_add_months (first, 1) - 1, TRUE };

  return count_visits (session, &count, error);
}

gboolean
asy_visits_sum (AsySession *session, gint64 case_id, AsyDay from, AsyDay until, AsyVisitTotals *ret_totals, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT sum(CASE WHEN state = 'held' THEN 1 ELSE 0 END),"
                         " sum(CASE WHEN state = 'missed' THEN 1 ELSE 0 END),"
                         " sum(CASE WHEN state = 'held' THEN minutes ELSE 0 END),"
                         " sum(CASE WHEN state = 'held' AND place = 'home' THEN 1 ELSE 0 END),"
                         " min(CASE WHEN state = 'held' THEN day END), max(CASE WHEN state = 'held' THEN day END)"
                         " FROM visit WHERE case_file_id = :case AND day BETWEEN :from AND :until"
                         " AND kind IN " ASY_VISIT_KINDS_SQL,
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":case", case_id);
  asy_stmt_bind_day (stmt, ":from", from != ASY_DAY_NONE ? from : asy_day_new (ASY_DAY_YEAR_MIN, 1, 1));
  asy_stmt_bind_day (stmt, ":until", until != ASY_DAY_NONE ? until : asy_day_new (ASY_DAY_YEAR_MAX, 12, 31));
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  ret_totals->held = (int) asy_stmt_column_int (stmt, 0);
  ret_totals->missed = (int) asy_stmt_column_int (stmt, 1);
  ret_totals->minutes = (int) asy_stmt_column_int (stmt, 2);
  ret_totals->at_home = (int) asy_stmt_column_int (stmt, 3);
  ret_totals->first_on = asy_stmt_column_day (stmt, 4);
  ret_totals->last_on = asy_stmt_column_day (stmt, 5);
  return TRUE;
}

GArray *
asy_visits_list_days (AsySession *session, gint64 case_id, AsyDay from, AsyDay until, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (AsyVisitDay));
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT id, day, CASE state WHEN 'held' THEN :held WHEN 'missed' THEN :missed ELSE :planned END"
                         " FROM visit WHERE case_file_id = :case AND day BETWEEN :from AND :until"
                         " AND state IN ('planned', 'held', 'missed') AND kind IN " ASY_VISIT_KINDS_SQL " ORDER BY day, id",
                         error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":case", case_id);
  asy_stmt_bind_day (stmt, ":from", from);
  asy_stmt_bind_day (stmt, ":until", until);
  asy_stmt_bind_int (stmt, ":held", ASY_VISIT_STATE_HELD);
  asy_stmt_bind_int (stmt, ":missed", ASY_VISIT_STATE_MISSED);
  asy_stmt_bind_int (stmt, ":planned", ASY_VISIT_STATE_PLANNED);
  for (;;)
    {
      AsyVisitDay day;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&days);
      day.id = asy_stmt_column_int (stmt, 0);
      day.day = asy_stmt_column_day (stmt, 1);
      day.state = (AsyVisitState) asy_stmt_column_int (stmt, 2);
      g_array_append_val (days, day);
    }
}

/* A week. */

static GHashTable *
load_visit_kinds (AsySession *session, GError **error)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), "SELECT code FROM dictionary"
                                             " WHERE kind = 'contact' AND detail = 'visit'", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&kinds);
      g_hash_table_add (kinds, asy_stmt_column_dup_text (stmt, 0));
    }
}

static void
add_to_week (AsyWeek *week, AsyVisit *visit, GHashTable *visit_kinds)
{
  const AsyVisitState state = asy_visit_get_state (visit);
  int *const counts[] = { [ASY_VISIT_STATE_PLANNED] = &week->planned,
                          [ASY_VISIT_STATE_HELD] = &week->held,
                          [ASY_VISIT_STATE_MISSED] = &week->missed };

  if (g_hash_table_contains (visit_kinds, asy_visit_get_kind (visit)))
    *counts[state] += 1;
  /* A whole day (a leave out of another calendar) is no work. */
  if (state == ASY_VISIT_STATE_MISSED || asy_visit_get_minutes (visit) == 24 * 60)
    return;
  week->minutes += (int) asy_visit_get_minutes (visit);
  week->travel_minutes += (int) asy_visit_get_travel_minutes (visit);
}

typedef struct {
  AsySession *session;
  gint64 worker_id;
  AsyWeek *week;
} WeekLoading;

/* What other assistants do in that week with the families of this one. */
static GPtrArray *
list_others (AsySession *session, gint64 worker_id, AsyDay monday, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = _asy_visits_prepare_entries (session,
                                      "WHERE t.family_id IN (SELECT c.family_id FROM assignment a JOIN case_file c ON c.id = a.case_file_id"
                                      "   WHERE a.worker_id = :worker AND a.from_day <= :until AND (a.until_day IS NULL OR a.until_day >= :from))"
                                      " AND t.day BETWEEN :from AND :until AND t.worker_id <> :worker AND t.state <> 'missed'"
                                      " ORDER BY t.day, t.start_minute, t.id",
                                      error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":worker", worker_id);
  asy_stmt_bind_day (stmt, ":from", monday);
  asy_stmt_bind_day (stmt, ":until", monday + 6);
  return _asy_visits_read_entries (session, stmt, 0, error);
}

static gboolean
load_week (AsyDb *db, gpointer user_data, GError **error)
{
  WeekLoading *loading = user_data;
  AsyWeek *week = loading->week;
  g_autoptr (GHashTable) visit_kinds = load_visit_kinds (loading->session, error);

  if (visit_kinds == NULL)
    return FALSE;
  week->worker = asy_repo_load (loading->session, ASY_TYPE_WORKER, loading->worker_id, error);
  if (week->worker == NULL)
    return FALSE;
  week->entries = asy_visits_list (loading->session, loading->worker_id, week->monday, week->monday + 6, error);
  if (week->entries == NULL)
    return FALSE;
  for (guint i = 0; i < week->entries->len; i++)
    add_to_week (week, ((AsyVisitEntry *) g_ptr_array_index (week->entries, i))->visit, visit_kinds);
  week->families = asy_visits_count_month (loading->session, loading->worker_id, week->monday + 3, error);
  if (week->families != NULL)
    week->others = list_others (loading->session, loading->worker_id, week->monday, error);
  if (week->others != NULL)
    week->time = asy_work_time_load (loading->session, loading->worker_id, week->monday, week->monday + 6, error);
  return week->time != NULL;
}

AsyWeek *
asy_week_load (AsySession *session, gint64 worker_id, AsyDay monday, GError **error)
{
  g_autoptr (AsyWeek) week = g_new0 (AsyWeek, 1);
  WeekLoading loading = { session, worker_id, week };

  g_return_val_if_fail (monday != ASY_DAY_NONE && asy_day_get_weekday (monday) == 1, NULL);

  week->monday = monday;
  if (!asy_db_read_transaction (asy_session_get_db (session), load_week, &loading, error))
    return NULL;
  return g_steal_pointer (&week);
}
