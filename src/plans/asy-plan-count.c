/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include "plans/asy-plan-count.h"

static void
count_task (AsyPlanCount *count, AsyTask *task, AsyDay today)
{
  if (asy_task_get_status (task) == ASY_TASK_STATUS_DROPPED)
    return;
  count->all++;
  if (asy_task_get_status (task) == ASY_TASK_STATUS_DONE)
    count->done++;
  if (asy_task_is_late (task, today))
    count->late++;
}

/* Tasks stand in the order of their goals. */
AsyPlanCount *
asy_plan_count_goals (AsyPlanFile *file, AsyDay today)
{
  AsyPlanCount *counts = g_new0 (AsyPlanCount, file->goals->len + 1);
  guint goal = 0;

  for (guint i = 0; i < file->tasks->len; i++)
    {
      AsyTask *task = file->tasks->pdata[i];

      while (goal < file->goals->len && asy_record_get_id (file->goals->pdata[goal]) != asy_task_get_goal_id (task))
        goal++;
      if (goal == file->goals->len)
        break;
      count_task (&counts[goal], task, today);
    }
  return counts;
}
