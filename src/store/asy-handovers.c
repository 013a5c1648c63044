/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "law/asy-handover.h"
#include "store/asy-cases-private.h"
#include "store/asy-handovers.h"
#include "store/asy-repo.h"

static void
entry_free (gpointer data)
{
  AsyHandoverEntry *entry = data;

  g_free (entry->family_name);
  g_free (entry->district);
  g_free (entry);
}

void
asy_handover_free (AsyHandover *handover)
{
  if (handover == NULL)
    return;
  g_clear_object (&handover->worker);
  g_clear_pointer (&handover->entries, g_ptr_array_unref);
  g_clear_pointer (&handover->takers, g_ptr_array_unref);
  g_free (handover);
}

static AsyAssignmentBasis
basis_from_nick (const char *nick)
{
  for (guint i = 0; asy_assignment_basis_nicks[i] != NULL; i++)
    if (g_strcmp0 (asy_assignment_basis_nicks[i], nick) == 0)
      return (AsyAssignmentBasis) i;
  return ASY_ASSIGNMENT_BASIS_MOTION;
}

static gboolean
read_families (AsySession *session, AsyHandover *handover, gint64 worker_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT c.id, f.id, f.name, f.district, a.weight, a.basis FROM assignment a"
                         " JOIN case_file c ON c.id = a.case_file_id JOIN family f ON f.id = c.family_id"
                         " WHERE a.worker_id = :worker AND a.from_day <= :day AND (a.until_day IS NULL OR a.until_day >= :day)"
                         " AND c.ended_on IS NULL AND c.closed_on IS NULL ORDER BY f.sort_key, f.id",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":worker", worker_id);
  asy_stmt_bind_day (stmt, ":day", handover->day);
  while (asy_stmt_step (stmt, &has_row, error))
    {
      AsyHandoverEntry *entry;

      if (!has_row)
        return TRUE;
      entry = g_new0 (AsyHandoverEntry, 1);
      entry->case_id = asy_stmt_column_int (stmt, 0);
      entry->family_id = asy_stmt_column_int (stmt, 1);
      entry->family_name = asy_stmt_column_dup_text (stmt, 2);
      entry->district = asy_stmt_column_dup_text (stmt, 3);
      entry->weight = asy_stmt_column_real (stmt, 4);
      entry->basis = basis_from_nick (asy_stmt_column_text (stmt, 5));
      g_ptr_array_add (handover->entries, entry);
    }
  return FALSE;
}

/* Others at work on the day; who may not take a family is none of them. */
static void
drop_unavailable (AsyHandover *handover, gint64 worker_id)
{
  for (guint i = handover->takers->len; i > 0; i--)
    {
      const AsyCaseload *caseload = handover->takers->pdata[i - 1];

      if (!caseload->is_available || asy_record_get_id (ASY_RECORD (caseload->worker)) == worker_id)
        g_ptr_array_remove_index (handover->takers, i - 1);
    }
}

static void
propose (AsyHandover *handover)
{
  g_autofree AsyHandoverFamily *families = g_new0 (AsyHandoverFamily, handover->entries->len);
  g_autofree AsyHandoverTaker *takers = g_new0 (AsyHandoverTaker, handover->takers->len);
  g_autofree gint64 *workers = g_new0 (gint64, handover->entries->len);

  for (guint i = 0; i < handover->entries->len; i++)
    {
      const AsyHandoverEntry *entry = handover->entries->pdata[i];

      families[i] = (AsyHandoverFamily){ entry->district, entry->weight };
    }
  for (guint i = 0; i < handover->takers->len; i++)
    {
      const AsyCaseload *caseload = handover->takers->pdata[i];

      takers[i] = (AsyHandoverTaker){ asy_record_get_id (ASY_RECORD (caseload->worker)), asy_worker_get_district (caseload->worker),
                                      caseload->families, caseload->weight, caseload->limit };
    }
  asy_handover_propose (families, handover->entries->len, takers, handover->takers->len, workers);
  for (guint i = 0; i < handover->entries->len; i++)
    ((AsyHandoverEntry *) handover->entries->pdata[i])->proposed_id = workers[i];
}

AsyHandover *
asy_handover_load (AsySession *session, gint64 worker_id, AsyDay day, GError **error)
{
  g_autoptr (AsyHandover) handover = g_new0 (AsyHandover, 1);

  handover->day = day;
  handover->entries = g_ptr_array_new_with_free_func (entry_free);
  handover->worker = asy_repo_load (session, ASY_TYPE_WORKER, worker_id, error);
  if (handover->worker == NULL || !read_families (session, handover, worker_id, error))
    return NULL;
  handover->takers = asy_caseload_list (session, day, error);
  if (handover->takers == NULL)
    return NULL;
  drop_unavailable (handover, worker_id);
  propose (handover);
  return g_steal_pointer (&handover);
}

typedef struct {
  GPtrArray *assignments;
  const char *reason;
} Run;

static gboolean
run (AsySession *session, gpointer user_data, GError **error)
{
  const Run *work = user_data;

  for (guint i = 0; i < work->assignments->len; i++)
    if (!_asy_assignment_make_within (session, work->assignments->pdata[i], work->reason, error))
      return FALSE;
  return TRUE;
}

gboolean
asy_handover_run (AsySession *session, GPtrArray *assignments, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) copies = asy_record_array_new ();
  Run work = { copies, reason };

  /* A record must not show what was taken back. */
  for (guint i = 0; i < assignments->len; i++)
    g_ptr_array_add (copies, asy_record_duplicate (assignments->pdata[i]));
  if (!asy_session_transaction (session, run, &work, error))
    return FALSE;
  for (guint i = 0; i < assignments->len; i++)
    asy_record_copy_from (assignments->pdata[i], copies->pdata[i]);
  return TRUE;
}
