/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "law/asy-rules.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"
#include "store/asy-workers.h"

GPtrArray *
asy_workers_list (AsySession *session, gboolean with_former, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_WORKER,
                           "WHERE :all = 1 OR t.employed_until IS NULL OR t.employed_until >= :today"
                           " ORDER BY t.sort_key, t.id",
                           error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":all", with_former ? 1 : 0);
  asy_stmt_bind_day (stmt, ":today", asy_session_get_today (session));
  return asy_repo_read_all (stmt, ASY_TYPE_WORKER, error);
}

static gboolean
save_worker (AsySession *session, gpointer user_data, GError **error)
{
  AsyWorker *worker = user_data;
  g_autofree char *name = g_strjoin (" ", asy_worker_get_family_name (worker) != NULL ? asy_worker_get_family_name (worker) : "",
                                     asy_worker_get_given_name (worker), NULL);
  g_autofree char *key = asy_text_sort_key (name);

  asy_worker_set_sort_key (worker, key);
  return asy_repo_save (session, worker, error) && asy_search_index_worker (session, asy_record_get_id (ASY_RECORD (worker)), error);
}

gboolean
asy_worker_save (AsySession *session, AsyWorker *worker, GError **error)
{
  return asy_session_transaction (session, save_worker, worker, error);
}

void
asy_caseload_free (AsyCaseload *caseload)
{
  if (caseload == NULL)
    return;
  g_clear_object (&caseload->worker);
  g_free (caseload);
}

static gboolean
is_available (AsyWorker *worker, AsyDay day)
{
  const AsyDay until = asy_worker_get_employed_until (worker);
  const AsyDay suspended = asy_worker_get_suspended_from (worker);
  const AsyDay back = asy_worker_get_suspended_until (worker);

  if (asy_worker_get_employed_from (worker) > day || (until != ASY_DAY_NONE && until < day))
    return FALSE;
  return suspended == ASY_DAY_NONE || suspended > day || (back != ASY_DAY_NONE && back < day);
}

gboolean
asy_worker_is_available (AsyWorker *worker, AsyDay day)
{
  g_return_val_if_fail (ASY_IS_WORKER (worker), FALSE);

  return is_available (worker, day);
}

/* Assistants with a user account, and whether it has what art. 7 ust. 4 asks for: worker id → gboolean. */
static GHashTable *
read_accounts (AsySession *session, AsyDay day, GError **error)
{
  g_autoptr (GHashTable) accounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT u.worker_id, max(CASE WHEN u.authorised_on <= :day AND u.secrecy_on <= :day"
                         " AND (u.authorised_until IS NULL OR u.authorised_until >= :day) THEN 1 ELSE 0 END)"
                         " FROM app_user u WHERE u.worker_id IS NOT NULL AND u.retired = 0 GROUP BY u.worker_id",
                         error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_day (stmt, ":day", day);
  while (asy_stmt_step (stmt, &has_row, error))
    {
      gint64 *id;

      if (!has_row)
        return g_steal_pointer (&accounts);
      id = g_new (gint64, 1);
      *id = asy_stmt_column_int (stmt, 0);
      g_hash_table_insert (accounts, id, GINT_TO_POINTER ((int) asy_stmt_column_int (stmt, 1)));
    }
  return NULL;
}

static gboolean
is_authorised (AsyWorker *worker, AsyDay day, GHashTable *accounts)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (worker));
  const AsyDay from = asy_worker_get_authorised_on (worker);
  const AsyDay until = asy_worker_get_authorised_until (worker);
  const AsyDay secrecy = asy_worker_get_secrecy_on (worker);
  gpointer of_account;

  if (asy_rules_get (asy_rules_get_default (), "authorisation", day, 0) == 0)
    return TRUE;
  if (g_hash_table_lookup_extended (accounts, &id, NULL, &of_account))
    return of_account != NULL;
  return from != ASY_DAY_NONE && from <= day && (until == ASY_DAY_NONE || until >= day) && secrecy != ASY_DAY_NONE && secrecy <= day;
}

static gboolean
is_suspended (AsyWorker *worker, AsyDay day)
{
  const AsyDay from = asy_worker_get_suspended_from (worker);
  const AsyDay until = asy_worker_get_suspended_until (worker);

  return from != ASY_DAY_NONE && from <= day && (until == ASY_DAY_NONE || until >= day);
}

static AsyWorkerObstacle
find_obstacle (AsyWorker *worker, AsyDay day, GHashTable *accounts)
{
  if (is_suspended (worker, day))
    return ASY_WORKER_OBSTACLE_SUSPENDED;
  if (!is_available (worker, day))
    return ASY_WORKER_OBSTACLE_NOT_EMPLOYED;
  if (asy_worker_get_social_worker_here (worker))
    return ASY_WORKER_OBSTACLE_SOCIAL_WORKER;
  return is_authorised (worker, day, accounts) ? ASY_WORKER_OBSTACLE_NONE : ASY_WORKER_OBSTACLE_NOT_AUTHORISED;
}

const char *
asy_worker_obstacle_get_article (AsyWorkerObstacle obstacle)
{
  static const char *const articles[] = { NULL, NULL, "art. 13 uwr", "art. 17 ust. 3 uwr", "art. 7 ust. 4 uwr" };

  g_return_val_if_fail (obstacle < G_N_ELEMENTS (articles), NULL);
  return articles[obstacle];
}

gboolean
asy_worker_find_obstacle (AsySession *session, AsyWorker *worker, AsyDay day, AsyWorkerObstacle *ret_obstacle, GError **error)
{
  g_autoptr (GHashTable) accounts = read_accounts (session, day, error);

  if (accounts == NULL)
    return FALSE;
  *ret_obstacle = find_obstacle (worker, day, accounts);
  return TRUE;
}

int
asy_caseload_get_warning (AsyOffice *office, AsyDay day)
{
  const int own = (int) asy_office_get_caseload_warning (office);

  return own > 0 ? own : asy_rules_get (asy_rules_get_default (), "caseload-warning", day, 0);
}

#define ACTIVE_ON_DAY                                                                            \
  "a.from_day <= :day AND (a.until_day IS NULL OR a.until_day >= :day)"                          \
  " AND (c.ended_on IS NULL OR c.ended_on > :day) AND (c.closed_on IS NULL OR c.closed_on > :day)"

static gboolean
count_families (AsySession *session, AsyDay day, GHashTable *by_worker, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT a.worker_id, count(DISTINCT c.family_id), sum(a.weight) FROM assignment a"
                         " JOIN case_file c ON c.id = a.case_file_id WHERE " ACTIVE_ON_DAY " GROUP BY a.worker_id",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_day (stmt, ":day", day);
  for (;;)
    {
      AsyCaseload *caseload;
      gint64 id;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      id = asy_stmt_column_int (stmt, 0);
      caseload = g_hash_table_lookup (by_worker, &id);
      if (caseload == NULL)
        continue;
      caseload->families = (int) asy_stmt_column_int (stmt, 1);
      caseload->weight = asy_stmt_column_real (stmt, 2);
    }
}

GPtrArray *
asy_caseload_list (AsySession *session, AsyDay day, GError **error)
{
  g_autoptr (GPtrArray) workers = asy_workers_list (session, FALSE, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_caseload_free);
  g_autoptr (GHashTable) by_worker = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) accounts = NULL;
  const int limit = asy_rules_get (asy_rules_get_default (), "caseload-limit", day, 0);

  if (workers == NULL)
    return NULL;
  accounts = read_accounts (session, day, error);
  if (accounts == NULL)
    return NULL;
  for (guint i = 0; i < workers->len; i++)
    {
      AsyCaseload *caseload = g_new0 (AsyCaseload, 1);
      gint64 *id = g_new (gint64, 1);

      caseload->worker = g_object_ref (g_ptr_array_index (workers, i));
      caseload->limit = limit;
      caseload->obstacle = find_obstacle (caseload->worker, day, accounts);
      caseload->is_available = caseload->obstacle == ASY_WORKER_OBSTACLE_NONE;
      *id = asy_record_get_id (ASY_RECORD (caseload->worker));
      g_hash_table_insert (by_worker, id, caseload);
      g_ptr_array_add (all, caseload);
    }
  if (!count_families (session, day, by_worker, error))
    return NULL;
  return g_steal_pointer (&all);
}

gboolean
asy_caseload_count (AsySession *session, gint64 worker_id, AsyDay day, int *ret_families, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gint64 count;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT count(DISTINCT c.family_id) FROM assignment a JOIN case_file c ON c.id = a.case_file_id"
                         " WHERE a.worker_id = :worker AND " ACTIVE_ON_DAY,
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":worker", worker_id);
  asy_stmt_bind_day (stmt, ":day", day);
  if (!asy_stmt_fetch_int (stmt, 0, &count, error))
    return FALSE;
  *ret_families = (int) count;
  return TRUE;
}
