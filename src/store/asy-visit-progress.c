/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"
#include "store/asy-visits-private.h"

/* What visits and the plan have to do with each other. */

static int
find_nick (const char *const *nicks, const char *nick)
{
  for (int i = 0; nicks[i] != NULL; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      return i;
  return -1;
}

static AsyStmt *
prepare_for (AsySession *session, const char *sql, gint64 visit_id, GError **error)
{
  AsyStmt *stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  if (stmt != NULL)
    asy_stmt_bind_int (stmt, ":id", visit_id);
  return stmt;
}

/* Loading. */

static gboolean
load_goals (AsySession *session, AsyVisitFile *file, gint64 id, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare_for (session,
                                          "SELECT v.goal_id, v.status, g.title FROM visit_goal v JOIN goal g ON g.id = v.goal_id"
                                          " WHERE v.visit_id = :id ORDER BY g.position, g.id",
                                          id, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      gint64 goal_id;
      int status;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      goal_id = asy_stmt_column_int (stmt, 0);
      status = find_nick (asy_goal_status_nicks, asy_stmt_column_text (stmt, 1));
      g_array_append_val (file->goals, goal_id);
      g_ptr_array_add (file->goal_titles, asy_stmt_column_dup_text (stmt, 2));
      if (status >= 0)
        asy_visit_marks_set (file->goal_marks, goal_id, status, asy_stmt_column_text (stmt, 2));
    }
}

static gboolean
load_tasks (AsySession *session, AsyVisitFile *file, gint64 id, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare_for (session,
                                          "SELECT v.task_id, v.status, t.what FROM visit_task v JOIN task t ON t.id = v.task_id"
                                          " JOIN goal g ON g.id = t.goal_id WHERE v.visit_id = :id ORDER BY g.position, t.position, t.id",
                                          id, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      asy_visit_marks_set (file->task_marks, asy_stmt_column_int (stmt, 0),
                           find_nick (asy_task_status_nicks, asy_stmt_column_text (stmt, 1)), asy_stmt_column_text (stmt, 2));
    }
}

gboolean
_asy_visit_progress_load (AsySession *session, AsyVisitFile *file, gint64 visit_id, GError **error)
{
  return load_goals (session, file, visit_id, error) && load_tasks (session, file, visit_id, error);
}

/* Saving. */

static gboolean
insert_goals (AsySession *session, gint64 visit_id, AsyVisitFile *file, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare_for (session, "INSERT INTO visit_goal (visit_id, goal_id, status) VALUES (:id, :goal, :status)",
                                          visit_id, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < file->goals->len; i++)
    {
      const gint64 goal_id = g_array_index (file->goals, gint64, i);
      const AsyVisitMark *mark = asy_visit_marks_find (file->goal_marks, goal_id);

      asy_stmt_bind_int (stmt, ":id", visit_id);
      asy_stmt_bind_int (stmt, ":goal", goal_id);
      asy_stmt_bind_text (stmt, ":status", mark != NULL ? asy_goal_status_nicks[mark->status] : NULL);
      if (!asy_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_tasks (AsySession *session, gint64 visit_id, AsyVisitFile *file, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare_for (session, "INSERT INTO visit_task (visit_id, task_id, status) VALUES (:id, :task, :status)",
                                          visit_id, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < file->task_marks->len; i++)
    {
      const AsyVisitMark *mark = g_ptr_array_index (file->task_marks, i);

      asy_stmt_bind_int (stmt, ":id", visit_id);
      asy_stmt_bind_int (stmt, ":task", mark->id);
      asy_stmt_bind_text (stmt, ":status", asy_task_status_nicks[mark->status]);
      if (!asy_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_asy_visit_progress_insert (AsySession *session, gint64 visit_id, AsyVisitFile *file, GError **error)
{
  return insert_goals (session, visit_id, file, error) && insert_tasks (session, visit_id, file, error);
}

/* Checking. */

static gboolean
is_of_family (AsySession *session, const char *sql, gint64 id, gint64 family_id, gboolean *ret_is, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare_for (session, sql, id, error);
  gint64 found = 0;

  if (stmt == NULL || !asy_stmt_fetch_int (stmt, 0, &found, error))
    return FALSE;
  *ret_is = found == family_id;
  return TRUE;
}

static gboolean
check_goal (AsySession *session, AsyVisit *visit, gint64 goal_id, GError **error)
{
  gboolean is_own;

  if (!is_of_family (session,
                     "SELECT c.family_id FROM goal g JOIN plan p ON p.id = g.plan_id JOIN case_file c ON c.id = p.case_file_id"
                     " WHERE g.id = :id",
                     goal_id, asy_visit_get_family_id (visit), &is_own, error))
    return FALSE;
  return is_own || _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_FAMILY_ID, NULL, "a goal of another family");
}

static gboolean
check_task (AsySession *session, AsyVisit *visit, gint64 task_id, GError **error)
{
  gboolean is_own;

  if (!is_of_family (session,
                     "SELECT c.family_id FROM task t JOIN goal g ON g.id = t.goal_id JOIN plan p ON p.id = g.plan_id"
                     " JOIN case_file c ON c.id = p.case_file_id WHERE t.id = :id",
                     task_id, asy_visit_get_family_id (visit), &is_own, error))
    return FALSE;
  return is_own || _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_FAMILY_ID, NULL, "a task of another family");
}

static gboolean
serves (AsyVisitFile *file, gint64 goal_id)
{
  for (guint i = 0; i < file->goals->len; i++)
    if (g_array_index (file->goals, gint64, i) == goal_id)
      return TRUE;
  return FALSE;
}

gboolean
_asy_visit_progress_check (AsySession *session, AsyVisitFile *file, GError **error)
{
  for (guint i = 0; i < file->goals->len; i++)
    if (!check_goal (session, file->visit, g_array_index (file->goals, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < file->goal_marks->len; i++)
    if (!serves (file, ((AsyVisitMark *) g_ptr_array_index (file->goal_marks, i))->id))
      return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, file->visit, ASY_VISIT_FAMILY_ID, NULL,
                                 "progress of a goal that the visit did not serve");
  for (guint i = 0; i < file->task_marks->len; i++)
    if (!check_task (session, file->visit, ((AsyVisitMark *) g_ptr_array_index (file->task_marks, i))->id, error))
      return FALSE;
  return TRUE;
}

/* Setting goals and tasks. */

static gboolean
is_news (const AsyVisitMark *mark, GPtrArray *before)
{
  const AsyVisitMark *old = before != NULL ? asy_visit_marks_find (before, mark->id) : NULL;

  return old == NULL || old->status != mark->status;
}

static gboolean
apply_goal (AsySession *session, const AsyVisitMark *mark, AsyDay day, GError **error)
{
  g_autoptr (AsyGoal) goal = asy_repo_load (session, ASY_TYPE_GOAL, mark->id, error);

  if (goal == NULL)
    return FALSE;
  if ((int) asy_goal_get_status (goal) == mark->status)
    return TRUE;
  asy_goal_set_status (goal, mark->status);
  asy_goal_set_status_on (goal, day);
  return asy_goal_save (session, goal, error);
}

static gboolean
apply_task (AsySession *session, const AsyVisitMark *mark, AsyDay day, GError **error)
{
  g_autoptr (AsyTask) task = asy_repo_load (session, ASY_TYPE_TASK, mark->id, error);

  if (task == NULL)
    return FALSE;
  if ((int) asy_task_get_status (task) == mark->status)
    return TRUE;
  asy_task_set_status (task, mark->status);
  asy_task_set_done_on (task, mark->status == ASY_TASK_STATUS_DONE ? day : ASY_DAY_NONE);
  return asy_task_save (session, task, error);
}

gboolean
_asy_visit_progress_apply (AsySession *session, AsyVisitFile *file, AsyVisitFile *before, GError **error)
{
  const AsyDay day = asy_visit_get_day (file->visit);

  for (guint i = 0; i < file->goal_marks->len; i++)
    {
      const AsyVisitMark *mark = g_ptr_array_index (file->goal_marks, i);

      if (is_news (mark, before != NULL ? before->goal_marks : NULL) && !apply_goal (session, mark, day, error))
        return FALSE;
    }
  for (guint i = 0; i < file->task_marks->len; i++)
    {
      const AsyVisitMark *mark = g_ptr_array_index (file->task_marks, i);

      if (is_news (mark, before != NULL ? before->task_marks : NULL) && !apply_task (session, mark, day, error))
        return FALSE;
    }
  return TRUE;
}
