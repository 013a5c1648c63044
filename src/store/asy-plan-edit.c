/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-plan-edit.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"

typedef struct {
  gint64 plan_id;
  AsyPlanEdit *step;
} Taking;

/* *@ret_line is %NULL when there is none. */
static gboolean
find_line (AsySession *session, GType type, const char *uid, gpointer *ret_line, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, type, "WHERE t.uid = :uid", error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":uid", uid);
  return asy_repo_read_one (stmt, type, ret_line, error);
}

static gpointer
load_line (AsySession *session, GType type, const char *uid, GError **error)
{
  gpointer line = NULL;

  if (find_line (session, type, uid, &line, error) && line == NULL)
    asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "the line was removed meanwhile");
  return line;
}

static gboolean
refuse_conflict (AsyRecord *line, guint field, GError **error)
{
  return _asy_change_refuse (error, ASY_STORE_ERROR_CONFLICT, line, field, NULL, "somebody changed the line meanwhile");
}

static gboolean
save_line (AsySession *session, AsyRecord *line, GError **error)
{
  if (ASY_IS_PLAN (line))
    return asy_plan_save (session, ASY_PLAN (line), error);
  return ASY_IS_GOAL (line) ? asy_goal_save (session, ASY_GOAL (line), error) : asy_task_save (session, ASY_TASK (line), error);
}

/* A task hangs on the goal with the uid that the step names; a goal in the plan. */
static gboolean
place_line (AsySession *session, gint64 plan_id, const AsyPlanChange *change, AsyRecord *line, GError **error)
{
  g_autoptr (AsyGoal) goal = NULL;

  if (ASY_IS_GOAL (line))
    asy_goal_set_plan_id (ASY_GOAL (line), plan_id);
  if (!ASY_IS_TASK (line))
    return TRUE;
  goal = load_line (session, ASY_TYPE_GOAL, change->goal_after, error);
  if (goal != NULL)
    asy_task_set_goal_id (ASY_TASK (line), asy_record_get_id (ASY_RECORD (goal)));
  return goal != NULL;
}

static gboolean
make_line (AsySession *session, gint64 plan_id, const AsyPlanChange *change, GError **error)
{
  g_autoptr (AsyRecord) line = asy_record_duplicate (change->after);

  asy_record_set_id (line, 0);
  asy_record_set_revision (line, 0);
  return place_line (session, plan_id, change, line, error) && save_line (session, line, error);
}

/* Lines that stand in between may have moved on; what they say may not. */
static gboolean
is_as_before (AsyRecord *line, AsyRecord *before, guint field)
{
  const AsyField *fields = asy_record_get_fields (line, NULL);
  const guint place = ASY_IS_GOAL (line) ? ASY_GOAL_POSITION : ASY_TASK_POSITION;

  return (fields[field].flags & ASY_FIELD_HIDDEN) != 0 || (!ASY_IS_PLAN (line) && field == place) ||
         asy_record_field_equals (line, before, field);
}

static gboolean
change_line (AsySession *session, gint64 plan_id, const AsyPlanChange *change, GError **error)
{
  g_autoptr (AsyRecord) line = load_line (session, G_OBJECT_TYPE (change->before), asy_record_get_uid (change->before), error);
  guint n;

  if (line == NULL)
    return FALSE;
  asy_record_get_fields (line, &n);
  for (guint i = 0; i < n; i++)
    {
      if (!asy_plan_change_touches (change, i))
        continue;
      if (!is_as_before (line, change->before, i))
        return refuse_conflict (line, i, error);
      asy_record_copy_field (line, change->after, i);
    }
  return place_line (session, plan_id, change, line, error) && save_line (session, line, error);
}

/* The tasks that the step knows of went before; another one is somebody else's. */
static gboolean
check_no_tasks (AsySession *session, AsyRecord *goal, GError **error)
{
  gint64 n_tasks;

  if (!_asy_change_fetch (session, "SELECT count(*) FROM task WHERE goal_id = :id", asy_record_get_id (goal), &n_tasks, error))
    return FALSE;
  return n_tasks == 0 || refuse_conflict (goal, ASY_GOAL_TITLE, error);
}

static gboolean
remove_line (AsySession *session, const AsyPlanChange *change, GError **error)
{
  g_autoptr (AsyRecord) line = load_line (session, G_OBJECT_TYPE (change->before), asy_record_get_uid (change->before), error);
  guint n;

  if (line == NULL)
    return FALSE;
  asy_record_get_fields (line, &n);
  for (guint i = 0; i < n; i++)
    if (asy_plan_change_touches (change, i) && !is_as_before (line, change->before, i))
      return refuse_conflict (line, i, error);
  if (ASY_IS_TASK (line))
    return asy_task_delete (session, ASY_TASK (line), error);
  return check_no_tasks (session, line, error) && asy_goal_delete (session, ASY_GOAL (line), error);
}

/* Goals are made before their tasks, and go after them. */
static guint
get_turn (const AsyPlanChange *change)
{
  const gboolean is_task = ASY_IS_TASK (asy_plan_change_get_line (change));

  if (change->after == NULL)
    return is_task ? 3 : 4;
  return is_task ? 2 : change->before == NULL ? 0 : 1;
}

static gboolean
take_change (AsySession *session, gint64 plan_id, const AsyPlanChange *change, GError **error)
{
  if (change->after == NULL)
    return remove_line (session, change, error);
  return change->before == NULL ? make_line (session, plan_id, change, error) : change_line (session, plan_id, change, error);
}

static gboolean
take (AsySession *session, gpointer user_data, GError **error)
{
  const Taking *taking = user_data;

  for (guint turn = 0; turn <= 4; turn++)
    for (guint i = 0; i < taking->step->changes->len; i++)
      {
        const AsyPlanChange *change = taking->step->changes->pdata[i];

        if (get_turn (change) == turn && !take_change (session, taking->plan_id, change, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
asy_plan_edit_take (AsySession *session, gint64 plan_id, AsyPlanEdit *step, GError **error)
{
  Taking taking = { plan_id, step };

  g_return_val_if_fail (step != NULL, FALSE);

  return asy_session_transaction (session, take, &taking, error);
}
