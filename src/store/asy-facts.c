/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <string.h>

#include "store/asy-facts.h"
#include "store/asy-visits-private.h"

/* Each subquery is one seek in an index, so that the facts of a whole office
 * cost a few seeks a case. */
#define FACTS                                                                                                                                         \
  "SELECT c.id, c.family_id, c.path, c.urgent, c.notice_on, c.interview_on, c.analysis_on, c.motion_on,"                                              \
  " (SELECT max(s.given_on) FROM consent s WHERE s.case_file_id = c.id AND s.kind <> 'refusal'"                                                       \
  "   AND s.withdrawn_on IS NULL),"                                                                                                                   \
  " (SELECT min(f.from_day) FROM assignment f WHERE f.case_file_id = c.id),"                                                                          \
  " a.from_day, a.worker_id,"                                                                                                                         \
  " (SELECT min(v.day) FROM visit v WHERE v.case_file_id = c.id AND v.state = 'held' AND v.kind IN " ASY_VISIT_KINDS_SQL "),"                         \
  " (SELECT max(v.day) FROM visit v WHERE v.case_file_id = c.id AND v.state = 'held' AND v.kind IN " ASY_VISIT_KINDS_SQL "),"                         \
  " (SELECT min(v.day) FROM visit v WHERE v.case_file_id = c.id AND v.state = 'planned' AND v.day >= :today AND v.kind IN " ASY_VISIT_KINDS_SQL "),"  \
  " c.diagnosis_on,"                                                                                                                                  \
  " (SELECT max(p.drafted_on) FROM plan p WHERE p.case_file_id = c.id),"                                                                              \
  " p.agreed_on, p.until_day, p.review_on,"                                                                                                           \
  " (SELECT max(x.until_day) FROM assessment x WHERE x.case_file_id = c.id AND x.final = 1),"                                                         \
  " (SELECT min(x.made_on) FROM assessment x WHERE x.case_file_id = c.id AND x.final = 1 AND x.handed_on IS NULL),"                                   \
  " c.court_order_on, c.court_report_months,"                                                                                                         \
  " (SELECT max(l.made_on) FROM letter l WHERE l.case_file_id = c.id AND l.kind = 'court-report'"                                                     \
  "   AND l.state <> 'draft'),"                                                                                                                       \
  " c.suspended_from, c.suspended_until, c.ended_on, c.monitoring_until, c.closed_on,"                                                                 \
  " c.waiting_since, c.refused_on, c.answered_on, c.end_proposed_on, c.reopened_from_id,"                                                              \
  " (SELECT count(*) FROM monitoring_date d WHERE d.case_file_id = c.id),"                                                                             \
  " (SELECT min(d.day) FROM monitoring_date d WHERE d.case_file_id = c.id AND d.card_id IS NULL),"                                                     \
  " k.day, k.conclusion"                                                                                                                               \
  " FROM case_file c"                                                                                                                                 \
  " LEFT JOIN assignment a ON a.case_file_id = c.id AND a.from_day <= :today"                                                                         \
  "   AND (a.until_day IS NULL OR a.until_day >= :today)"                                                                                             \
  " LEFT JOIN monitoring_card k ON k.id = (SELECT x.id FROM monitoring_card x WHERE x.case_file_id = c.id"                                             \
  "   ORDER BY x.day DESC, x.id DESC LIMIT 1)"                                                                                                         \
  " LEFT JOIN plan p ON p.case_file_id = c.id AND p.agreed_on IS NOT NULL AND p.ended_on IS NULL"                                                      \
  "   AND NOT EXISTS (SELECT 1 FROM plan q WHERE q.case_file_id = p.case_file_id AND q.agreed_on IS NOT NULL"                                          \
  "   AND q.ended_on IS NULL AND (q.number, q.version) > (p.number, p.version)) "

static void
read_course (AsyStmt *stmt, AsyCaseFacts *facts)
{
  const char *conclusion = asy_stmt_column_text (stmt, 38);

  facts->waiting_since = asy_stmt_column_day (stmt, 30);
  facts->refused_on = asy_stmt_column_day (stmt, 31);
  facts->answered_on = asy_stmt_column_day (stmt, 32);
  facts->end_proposed_on = asy_stmt_column_day (stmt, 33);
  facts->reopened_from_id = asy_stmt_column_int (stmt, 34);
  facts->n_monitoring_dates = (guint) asy_stmt_column_int (stmt, 35);
  facts->next_monitoring_on = asy_stmt_column_day (stmt, 36);
  facts->last_monitoring_on = asy_stmt_column_day (stmt, 37);
  for (guint i = 0; asy_monitoring_conclusion_nicks[i] != NULL; i++)
    if (g_strcmp0 (asy_monitoring_conclusion_nicks[i], conclusion) == 0)
      facts->monitoring_conclusion = (AsyMonitoringConclusion) i;
}

static void
read_facts (AsyStmt *stmt, AsyCaseFacts *facts)
{
  const char *path = asy_stmt_column_text (stmt, 2);
  AsyDay *const days[] = { &facts->notice_on, &facts->interview_on, &facts->analysis_on, &facts->motion_on,
                           &facts->consent_on, &facts->first_assigned_on, &facts->assigned_on };
  AsyDay *const later_days[] = { &facts->first_visit_on, &facts->last_visit_on, &facts->next_visit_on,
                                 &facts->diagnosis_on, &facts->plan_drafted_on, &facts->plan_agreed_on,
                                 &facts->plan_until, &facts->plan_review_on, &facts->last_assessment_on,
                                 &facts->assessment_unhanded_on, &facts->court_order_on };
  AsyDay *const last_days[] = { &facts->last_court_report_on, &facts->suspended_from, &facts->suspended_until,
                                &facts->ended_on, &facts->monitoring_until, &facts->closed_on };

  memset (facts, 0, sizeof *facts);
  facts->case_id = asy_stmt_column_int (stmt, 0);
  facts->family_id = asy_stmt_column_int (stmt, 1);
  for (guint i = 0; asy_case_path_nicks[i] != NULL; i++)
    if (g_strcmp0 (asy_case_path_nicks[i], path) == 0)
      facts->path = (AsyCasePath) i;
  facts->is_urgent = asy_stmt_column_int (stmt, 3) != 0;
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    *days[i] = asy_stmt_column_day (stmt, 4 + (int) i);
  facts->worker_id = asy_stmt_column_int (stmt, 11);
  for (gsize i = 0; i < G_N_ELEMENTS (later_days); i++)
    *later_days[i] = asy_stmt_column_day (stmt, 12 + (int) i);
  facts->court_report_months = (int) asy_stmt_column_int (stmt, 23);
  for (gsize i = 0; i < G_N_ELEMENTS (last_days); i++)
    *last_days[i] = asy_stmt_column_day (stmt, 24 + (int) i);
  read_course (stmt, facts);
}

/* What was passed over is little: read apart, and laid over the facts. */
static gboolean
read_skips (AsySession *session, GArray *all, gint64 case_id, GError **error)
{
  g_autoptr (GHashTable) by_case = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT s.case_file_id, s.step, max(s.day) FROM step_skip s WHERE :id = 0 OR s.case_file_id = :id"
                         " GROUP BY s.case_file_id, s.step",
                         error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (by_case, &g_array_index (all, AsyCaseFacts, i).case_id, &g_array_index (all, AsyCaseFacts, i));
  asy_stmt_bind_int (stmt, ":id", case_id);
  while (asy_stmt_step (stmt, &has_row, error))
    {
      const gint64 id = has_row ? asy_stmt_column_int (stmt, 0) : 0;
      AsyCaseFacts *facts = has_row ? g_hash_table_lookup (by_case, &id) : NULL;

      if (!has_row)
        return TRUE;
      if (facts != NULL)
        facts->skipped_on[asy_step_from_nick (asy_stmt_column_text (stmt, 1))] = asy_stmt_column_day (stmt, 2);
    }
  return FALSE;
}

GArray *
asy_facts_list_open (AsySession *session, AsyDay today, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AsyCaseFacts));
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session), FACTS "WHERE c.closed_on IS NULL ORDER BY c.family_id, c.id", error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_day (stmt, ":today", today);
  for (;;)
    {
      AsyCaseFacts facts;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return read_skips (session, all, 0, error) ? g_steal_pointer (&all) : NULL;
      read_facts (stmt, &facts);
      g_array_append_val (all, facts);
    }
}

static gboolean
load_one (AsySession *session, const char *sql, gint64 id, AsyDay today, AsyCaseFacts *ret_facts, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);
  g_autoptr (GArray) one = g_array_set_size (g_array_new (FALSE, TRUE, sizeof (AsyCaseFacts)), 1);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_day (stmt, ":today", today);
  asy_stmt_bind_int (stmt, ":id", id);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  memset (ret_facts, 0, sizeof *ret_facts);
  if (!has_row)
    return TRUE;
  read_facts (stmt, &g_array_index (one, AsyCaseFacts, 0));
  if (!read_skips (session, one, g_array_index (one, AsyCaseFacts, 0).case_id, error))
    return FALSE;
  *ret_facts = g_array_index (one, AsyCaseFacts, 0);
  return TRUE;
}

gboolean
asy_facts_load_for_family (AsySession *session, gint64 family_id, AsyDay today, AsyCaseFacts *ret_facts, GError **error)
{
  return load_one (session, FACTS "WHERE c.family_id = :id ORDER BY c.notice_on DESC, c.id DESC LIMIT 1", family_id, today,
                   ret_facts, error);
}

gboolean
asy_facts_load (AsySession *session, gint64 case_id, AsyDay today, AsyCaseFacts *ret_facts, GError **error)
{
  return load_one (session, FACTS "WHERE c.id = :id", case_id, today, ret_facts, error);
}
