/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-plan-rules.h"

#define ARTICLE_CONTENT "art. 15 ust. 3 uwr"
#define ARTICLE_CONSULTATION "art. 15 ust. 1 pkt 1 uwr"

static void
add_gap (GArray *gaps, AsyPlanGapKind kind, int goal_index, gint64 goal_id, gint64 task_id)
{
  const gboolean is_reminder = kind == ASY_PLAN_GAP_CONSULTATION;
  AsyPlanGap gap = { kind, goal_index, goal_id, task_id, !is_reminder, is_reminder ? ARTICLE_CONSULTATION : ARTICLE_CONTENT };

  g_array_append_val (gaps, gap);
}

/* The actions of a goal that are still meant to be done. */
static guint
look_at_tasks (GPtrArray *tasks, AsyTask **ret_undated)
{
  guint n_live = 0;

  *ret_undated = NULL;
  for (guint i = 0; i < tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (tasks, i);

      if (asy_task_get_status (task) == ASY_TASK_STATUS_DROPPED)
        continue;
      n_live++;
      if (*ret_undated == NULL && asy_task_get_until_day (task) == ASY_DAY_NONE)
        *ret_undated = task;
    }
  return n_live;
}

static void
find_gaps_of_goal (AsyPlanFile *file, int index, GHashTable *groups, GArray *gaps)
{
  AsyGoal *goal = g_ptr_array_index (file->goals, index);
  const gint64 id = asy_record_get_id (ASY_RECORD (goal));
  AsyTask *undated;
  const guint n_tasks = look_at_tasks (g_hash_table_lookup (groups, &id), &undated);

  if (n_tasks == 0)
    add_gap (gaps, ASY_PLAN_GAP_ACTIONS, index, id, 0);
  if (asy_goal_get_until_day (goal) == ASY_DAY_NONE && (n_tasks == 0 || undated != NULL))
    add_gap (gaps, ASY_PLAN_GAP_DATES, index, id, undated != NULL ? asy_record_get_id (ASY_RECORD (undated)) : 0);
  if (asy_goal_get_effect (goal) == NULL)
    add_gap (gaps, ASY_PLAN_GAP_EFFECT, index, id, 0);
}

GArray *
asy_plan_find_gaps (AsyPlanFile *file)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (AsyPlanGap));
  g_autoptr (GHashTable) groups = NULL;
  gboolean has_goal = FALSE;

  g_return_val_if_fail (file != NULL, gaps);

  groups = asy_plan_file_group_tasks (file);
  for (guint i = 0; i < file->goals->len; i++)
    {
      if (asy_goal_get_status (g_ptr_array_index (file->goals, i)) == ASY_GOAL_STATUS_DROPPED)
        continue;
      has_goal = TRUE;
      find_gaps_of_goal (file, (int) i, groups, gaps);
    }
  if (!has_goal)
    add_gap (gaps, ASY_PLAN_GAP_GOALS, -1, 0, 0);
  if (asy_plan_get_consulted_on (file->plan) == ASY_DAY_NONE)
    add_gap (gaps, ASY_PLAN_GAP_CONSULTATION, -1, 0, 0);
  return gaps;
}

const AsyPlanGap *
asy_plan_gaps_find_blocking (GArray *gaps)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const AsyPlanGap *gap = &g_array_index (gaps, AsyPlanGap, i);

      if (gap->is_blocking)
        return gap;
    }
  return NULL;
}

gboolean
asy_plan_is_in_force (AsyPlan *plan, AsyDay day)
{
  const AsyDay agreed_on = asy_plan_get_agreed_on (plan);
  const AsyDay ended_on = asy_plan_get_ended_on (plan);

  return agreed_on != ASY_DAY_NONE && agreed_on <= day && (ended_on == ASY_DAY_NONE || ended_on > day);
}

gboolean
asy_task_is_open (AsyTask *task)
{
  g_return_val_if_fail (ASY_IS_TASK (task), FALSE);

  return asy_task_get_status (task) == ASY_TASK_STATUS_PLANNED || asy_task_get_status (task) == ASY_TASK_STATUS_IN_PROGRESS ||
         asy_task_get_status (task) == ASY_TASK_STATUS_PARTLY;
}

gboolean
asy_task_is_late (AsyTask *task, AsyDay today)
{
  AsyDay until;

  g_return_val_if_fail (ASY_IS_TASK (task), FALSE);

  until = asy_task_get_until_day (task);
  return asy_task_is_open (task) && until != ASY_DAY_NONE && until < today;
}

void
asy_goal_count_tasks (GPtrArray *tasks, AsyDay today, guint *ret_done, guint *ret_all, guint *ret_late)
{
  *ret_done = *ret_all = *ret_late = 0;
  for (guint i = 0; i < tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (tasks, i);

      if (asy_task_get_status (task) == ASY_TASK_STATUS_DROPPED)
        continue;
      (*ret_all)++;
      if (asy_task_get_status (task) == ASY_TASK_STATUS_DONE)
        (*ret_done)++;
      if (asy_task_is_late (task, today))
        (*ret_late)++;
    }
}
