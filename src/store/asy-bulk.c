/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-bulk.h"

static gboolean
run_pair (AsySession *session, const char *sql, gint64 first, gint64 second, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":first", first);
  asy_stmt_bind_int (stmt, ":second", second);
  return asy_stmt_run (stmt, error);
}

static gboolean
run_code (AsySession *session, const char *sql, gint64 id, const char *code, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", id);
  asy_stmt_bind_text (stmt, ":code", code);
  return asy_stmt_run (stmt, error);
}

gboolean
asy_bulk_add_visit_person (AsySession *session, gint64 visit_id, gint64 person_id, gboolean seen, GError **error)
{
  return run_pair (session,
                   seen ? "INSERT INTO visit_person (visit_id, person_id, present, seen) VALUES (:first, :second, 1, 1)"
                        : "INSERT INTO visit_person (visit_id, person_id, present, seen) VALUES (:first, :second, 1, 0)",
                   visit_id, person_id, error);
}

gboolean
asy_bulk_add_visit_goal (AsySession *session, gint64 visit_id, gint64 goal_id, GError **error)
{
  return run_pair (session, "INSERT INTO visit_goal (visit_id, goal_id) VALUES (:first, :second)", visit_id, goal_id, error);
}

gboolean
asy_bulk_add_visit_duty (AsySession *session, gint64 visit_id, const char *duty, GError **error)
{
  return run_code (session, "INSERT INTO visit_duty (visit_id, duty) VALUES (:id, :code)", visit_id, duty, error);
}

gboolean
asy_bulk_add_case_reason (AsySession *session, gint64 case_id, const char *reason, GError **error)
{
  return run_code (session, "INSERT INTO case_reason (case_file_id, reason) VALUES (:id, :code)", case_id, reason, error);
}

gboolean
asy_bulk_set_counter (AsySession *session, const char *number_class, int year, int last, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "INSERT INTO counter (class, year, last) VALUES (:class, :year, :last)"
                         " ON CONFLICT (class, year) DO UPDATE SET last = excluded.last",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":class", number_class);
  asy_stmt_bind_int (stmt, ":year", year);
  asy_stmt_bind_int (stmt, ":last", last);
  return asy_stmt_run (stmt, error);
}
