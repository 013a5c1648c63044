/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-due.h"
#include "store/asy-facts.h"
#include "store/asy-visits.h"
#include "store/asy-workload.h"

/* The plan that the family works by, or else the newest draft; its tasks are
 * counted in the same row. */
#define WORKLOAD                                                                                                       \
  "SELECT f.id, f.name, a.weight, p.id, p.agreed_on, p.until_day,"                                                     \
  " count(DISTINCT g.id), count(DISTINCT CASE WHEN g.status = 'done' THEN g.id END),"                                  \
  " count(t.id), count(CASE WHEN t.status = 'done' THEN 1 END),"                                                       \
  " count(CASE WHEN t.status IN ('planned', 'in-progress', 'partly') AND t.until_day < :today THEN 1 END)"             \
  " FROM assignment a"                                                                                                 \
  " JOIN case_file c ON c.id = a.case_file_id AND c.ended_on IS NULL"                                                  \
  " JOIN family f ON f.id = c.family_id"                                                                               \
  " LEFT JOIN plan p ON p.id = (SELECT q.id FROM plan q WHERE q.case_file_id = c.id AND q.ended_on IS NULL"            \
  "   ORDER BY q.agreed_on IS NULL, q.number DESC, q.version DESC LIMIT 1)"                                            \
  " LEFT JOIN goal g ON g.plan_id = p.id AND g.status <> 'dropped'"                                                    \
  " LEFT JOIN task t ON t.goal_id = g.id AND t.status <> 'dropped'"                                                    \
  " WHERE a.worker_id = :worker AND a.from_day <= :today AND (a.until_day IS NULL OR a.until_day >= :today)"           \
  " GROUP BY f.id, f.name, a.weight, p.id, p.agreed_on, p.until_day, f.sort_key"                                       \
  " ORDER BY f.sort_key, f.id"

typedef struct {
  AsySession *session;
  gint64 worker_id;
  const AsyRules *rules;
  AsyDay today;
  GPtrArray *entries;
} Loading;

void
asy_workload_entry_free (AsyWorkloadEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->family_name);
  g_clear_pointer (&entry->visits, asy_family_visits_free);
  g_free (entry);
}

static AsyWorkloadEntry *
read_entry (AsyStmt *stmt)
{
  AsyWorkloadEntry *entry = g_new0 (AsyWorkloadEntry, 1);

  entry->family_id = asy_stmt_column_int (stmt, 0);
  entry->family_name = asy_stmt_column_dup_text (stmt, 1);
  entry->weight = asy_stmt_column_real (stmt, 2);
  entry->plan_id = asy_stmt_column_int (stmt, 3);
  entry->plan_agreed_on = asy_stmt_column_day (stmt, 4);
  entry->plan_until = asy_stmt_column_day (stmt, 5);
  entry->goals = (guint) asy_stmt_column_int (stmt, 6);
  entry->goals_done = (guint) asy_stmt_column_int (stmt, 7);
  entry->tasks = (guint) asy_stmt_column_int (stmt, 8);
  entry->tasks_done = (guint) asy_stmt_column_int (stmt, 9);
  entry->tasks_late = (guint) asy_stmt_column_int (stmt, 10);
  return entry;
}

static gboolean
read_entries (Loading *loading, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (loading->session), WORKLOAD, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":worker", loading->worker_id);
  asy_stmt_bind_day (stmt, ":today", loading->today);
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_ptr_array_add (loading->entries, read_entry (stmt));
    }
}

static gboolean
add_facts (Loading *loading, AsyWorkloadEntry *entry, GError **error)
{
  AsyCaseFacts facts;

  if (!asy_facts_load_for_family (loading->session, entry->family_id, loading->today, &facts, error))
    return FALSE;
  entry->stage = asy_stage_compute (&facts, loading->today);
  entry->last_assessment_on = facts.last_assessment_on;
  return TRUE;
}

static gboolean
add_due (Loading *loading, AsyWorkloadEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) due = asy_due_list_for_family (loading->session, loading->rules, loading->today, entry->family_id, error);

  if (due == NULL)
    return FALSE;
  for (guint i = 0; i < due->len; i++)
    {
      const AsyDeadline *deadline = &((AsyDueEntry *) g_ptr_array_index (due, i))->deadline;

      if (i == 0)
        entry->next = *deadline;
      if (deadline->kind == ASY_DEADLINE_ASSESSMENT)
        entry->assessment_due = deadline->due;
      if (deadline->due < loading->today)
        entry->n_late++;
    }
  return TRUE;
}

/* The visits of the month are counted for all families of the assistant at once. */
static gboolean
add_visits (Loading *loading, GError **error)
{
  g_autoptr (GPtrArray) counts = asy_visits_count_month (loading->session, loading->worker_id, loading->today, error);

  if (counts == NULL)
    return FALSE;
  for (guint i = 0; i < loading->entries->len; i++)
    {
      AsyWorkloadEntry *entry = g_ptr_array_index (loading->entries, i);

      for (guint k = 0; k < counts->len && entry->visits == NULL; k++)
        if (((AsyFamilyVisits *) g_ptr_array_index (counts, k))->family_id == entry->family_id)
          entry->visits = g_ptr_array_steal_index (counts, k);
    }
  return TRUE;
}

static gboolean
load (AsyDb *db, gpointer user_data, GError **error)
{
  Loading *loading = user_data;

  if (!read_entries (loading, error))
    return FALSE;
  for (guint i = 0; i < loading->entries->len; i++)
    {
      AsyWorkloadEntry *entry = g_ptr_array_index (loading->entries, i);

      if (!add_facts (loading, entry, error) || !add_due (loading, entry, error))
        return FALSE;
    }
  return add_visits (loading, error);
}

GPtrArray *
asy_workload_list (AsySession *session, gint64 worker_id, const AsyRules *rules, AsyDay today, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_workload_entry_free);
  Loading loading = { session, worker_id, rules, today, entries };

  if (!asy_db_read_transaction (asy_session_get_db (session), load, &loading, error))
    return NULL;
  return g_steal_pointer (&entries);
}
