/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-plan-edit.h"

static void
change_free (gpointer data)
{
  AsyPlanChange *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change->goal_before);
  g_free (change->goal_after);
  g_free (change);
}

AsyPlanEdit *
asy_plan_edit_new (AsyPlanEditKind kind)
{
  AsyPlanEdit *self = g_new0 (AsyPlanEdit, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

AsyPlanEdit *
asy_plan_edit_ref (AsyPlanEdit *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
asy_plan_edit_unref (AsyPlanEdit *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static const char *
uid_of (gpointer record)
{
  return asy_record_get_uid (ASY_RECORD (record));
}

/* Where a line hangs in the register follows from the plan and the goal. */
static gboolean
is_place (AsyRecord *record, guint field)
{
  return (ASY_IS_TASK (record) && field == ASY_TASK_GOAL_ID) || (ASY_IS_GOAL (record) && field == ASY_GOAL_PLAN_ID);
}

gboolean
asy_plan_change_touches (const AsyPlanChange *change, guint field)
{
  return !is_place (asy_plan_change_get_line (change), field) &&
         (change->before == NULL || change->after == NULL || !asy_record_field_equals (change->before, change->after, field));
}

AsyRecord *
asy_plan_change_get_line (const AsyPlanChange *change)
{
  return change->after != NULL ? change->after : change->before;
}

static gboolean
says_nothing (const AsyPlanChange *change)
{
  guint n;

  if (change->before == NULL || change->after == NULL)
    return change->before == change->after;
  asy_record_get_fields (change->before, &n);
  for (guint i = 0; i < n; i++)
    if (asy_plan_change_touches (change, i))
      return FALSE;
  return g_strcmp0 (change->goal_before, change->goal_after) == 0;
}

void
asy_plan_edit_add (AsyPlanEdit *self, gpointer before, AsyGoal *goal_before, gpointer after, AsyGoal *goal_after)
{
  AsyPlanChange *change = g_new0 (AsyPlanChange, 1);

  change->before = before != NULL ? asy_record_duplicate (before) : NULL;
  change->after = after != NULL ? asy_record_duplicate (after) : NULL;
  change->goal_before = goal_before != NULL ? g_strdup (uid_of (goal_before)) : NULL;
  change->goal_after = goal_after != NULL ? g_strdup (uid_of (goal_after)) : NULL;
  if (says_nothing (change))
    change_free (change);
  else
    g_ptr_array_add (self->changes, change);
}

AsyPlanEdit *
asy_plan_edit_reverse (AsyPlanEdit *self)
{
  AsyPlanEdit *reverse = asy_plan_edit_new (self->kind);

  for (guint i = self->changes->len; i > 0; i--)
    {
      const AsyPlanChange *change = self->changes->pdata[i - 1];
      AsyPlanChange *back = g_new0 (AsyPlanChange, 1);

      g_set_object (&back->before, change->after);
      g_set_object (&back->after, change->before);
      back->goal_before = g_strdup (change->goal_after);
      back->goal_after = g_strdup (change->goal_before);
      g_ptr_array_add (reverse->changes, back);
    }
  return reverse;
}

/* Finding lines. */

static gpointer
find_by_uid (GPtrArray *records, const char *uid)
{
  for (guint i = 0; uid != NULL && i < records->len; i++)
    if (g_strcmp0 (uid_of (records->pdata[i]), uid) == 0)
      return records->pdata[i];
  return NULL;
}

AsyGoal *
asy_plan_file_find_goal (AsyPlanFile *file, const char *uid)
{
  return find_by_uid (file->goals, uid);
}

AsyTask *
asy_plan_file_find_task (AsyPlanFile *file, const char *uid)
{
  return find_by_uid (file->tasks, uid);
}

AsyGoal *
asy_plan_file_get_goal_of (AsyPlanFile *file, AsyTask *task)
{
  for (guint i = 0; i < file->goals->len; i++)
    if (asy_record_get_id (file->goals->pdata[i]) == asy_task_get_goal_id (task))
      return file->goals->pdata[i];
  return NULL;
}

static void
copy_records (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, asy_record_duplicate (from->pdata[i]));
}

AsyPlanFile *
asy_plan_file_copy (AsyPlanFile *file)
{
  g_autoptr (AsyPlan) plan = asy_record_duplicate (file->plan);
  AsyPlanFile *copy = asy_plan_file_new (plan);

  copy_records (file->goals, copy->goals);
  copy_records (file->tasks, copy->tasks);
  return copy;
}

/* Doing. */

static gint64
next_id_at_hand (AsyPlanFile *file)
{
  gint64 lowest = 0;

  for (guint i = 0; i < file->goals->len; i++)
    lowest = MIN (lowest, asy_record_get_id (file->goals->pdata[i]));
  for (guint i = 0; i < file->tasks->len; i++)
    lowest = MIN (lowest, asy_record_get_id (file->tasks->pdata[i]));
  return lowest - 1;
}

static AsyRecord *
make_line (AsyPlanFile *file, AsyRecord *after)
{
  AsyRecord *line = asy_record_duplicate (after);

  asy_record_set_id (line, next_id_at_hand (file));
  if (ASY_IS_GOAL (line))
    asy_goal_set_plan_id (ASY_GOAL (line), asy_record_get_id (ASY_RECORD (file->plan)));
  g_ptr_array_add (ASY_IS_GOAL (line) ? file->goals : file->tasks, line);
  return line;
}

static AsyRecord *
find_line (AsyPlanFile *file, AsyRecord *record)
{
  if (ASY_IS_PLAN (record))
    return ASY_RECORD (file->plan);
  return find_by_uid (ASY_IS_GOAL (record) ? file->goals : file->tasks, uid_of (record));
}

static void
change_line (AsyRecord *line, const AsyPlanChange *change)
{
  guint n;

  asy_record_get_fields (line, &n);
  for (guint i = 0; i < n; i++)
    if (asy_plan_change_touches (change, i))
      asy_record_copy_field (line, change->after, i);
}

static void
apply_change (AsyPlanFile *file, const AsyPlanChange *change)
{
  AsyRecord *line = find_line (file, asy_plan_change_get_line (change));
  AsyGoal *goal = asy_plan_file_find_goal (file, change->goal_after);

  if (change->after == NULL)
    {
      g_ptr_array_remove (ASY_IS_GOAL (change->before) ? file->goals : file->tasks, line);
      return;
    }
  if (line == NULL && change->before == NULL)
    line = make_line (file, change->after);
  else if (line != NULL && change->before != NULL)
    change_line (line, change);
  if (line != NULL && goal != NULL)
    asy_task_set_goal_id (ASY_TASK (line), asy_record_get_id (ASY_RECORD (goal)));
}

static int
compare_goals (gconstpointer a, gconstpointer b)
{
  AsyGoal *left = *(AsyGoal *const *) a;
  AsyGoal *right = *(AsyGoal *const *) b;
  const gint64 by_place = asy_goal_get_position (left) - asy_goal_get_position (right);
  const gint64 by_id = asy_record_get_id (ASY_RECORD (left)) - asy_record_get_id (ASY_RECORD (right));

  return by_place != 0 ? (by_place > 0) - (by_place < 0) : (by_id > 0) - (by_id < 0);
}

static int
compare_tasks (gconstpointer a, gconstpointer b, gpointer places)
{
  AsyTask *left = *(AsyTask *const *) a;
  AsyTask *right = *(AsyTask *const *) b;
  const gint64 left_goal = asy_task_get_goal_id (left);
  const gint64 right_goal = asy_task_get_goal_id (right);
  const gint64 by_goal = GPOINTER_TO_INT (g_hash_table_lookup (places, &left_goal)) - GPOINTER_TO_INT (g_hash_table_lookup (places, &right_goal));
  const gint64 by_place = asy_task_get_position (left) - asy_task_get_position (right);
  const gint64 by_id = asy_record_get_id (ASY_RECORD (left)) - asy_record_get_id (ASY_RECORD (right));
  const gint64 order = by_goal != 0 ? by_goal : by_place != 0 ? by_place : by_id;

  return (order > 0) - (order < 0);
}

static void
sort_file (AsyPlanFile *file)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_ptr_array_sort (file->goals, compare_goals);
  for (guint i = 0; i < file->goals->len; i++)
    {
      const gint64 id = asy_record_get_id (file->goals->pdata[i]);

      g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (i));
    }
  g_ptr_array_sort_with_data (file->tasks, compare_tasks, places);
}

/* Goals are made before the tasks that hang on them. */
static gboolean
makes_goal (const AsyPlanChange *change)
{
  return change->before == NULL && ASY_IS_GOAL (change->after);
}

void
asy_plan_edit_apply (AsyPlanEdit *self, AsyPlanFile *file)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (makes_goal (self->changes->pdata[i]))
      apply_change (file, self->changes->pdata[i]);
  for (guint i = 0; i < self->changes->len; i++)
    if (!makes_goal (self->changes->pdata[i]))
      apply_change (file, self->changes->pdata[i]);
  sort_file (file);
}

/* Comparing. */

static AsyGoal *
goal_of (AsyPlanFile *file, gpointer line)
{
  return line != NULL && ASY_IS_TASK (line) ? asy_plan_file_get_goal_of (file, line) : NULL;
}

static void
compare_lines (AsyPlanEdit *step, AsyPlanFile *before, AsyPlanFile *after, GPtrArray *before_lines, GPtrArray *after_lines)
{
  for (guint i = 0; i < before_lines->len; i++)
    {
      gpointer old = before_lines->pdata[i];
      gpointer new = find_by_uid (after_lines, uid_of (old));

      asy_plan_edit_add (step, old, goal_of (before, old), new, goal_of (after, new));
    }
  for (guint i = 0; i < after_lines->len; i++)
    if (find_by_uid (before_lines, uid_of (after_lines->pdata[i])) == NULL)
      asy_plan_edit_add (step, NULL, NULL, after_lines->pdata[i], goal_of (after, after_lines->pdata[i]));
}

AsyPlanEdit *
asy_plan_edit_between (AsyPlanFile *before, AsyPlanFile *after, AsyPlanEditKind kind)
{
  g_autoptr (AsyPlanEdit) step = asy_plan_edit_new (kind);

  asy_plan_edit_add (step, before->plan, NULL, after->plan, NULL);
  compare_lines (step, before, after, before->goals, after->goals);
  compare_lines (step, before, after, before->tasks, after->tasks);
  return step->changes->len > 0 ? g_steal_pointer (&step) : NULL;
}
