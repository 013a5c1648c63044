/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include "plans/asy-plan-edits.h"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

static AsyPlanEdit *
finish (AsyPlanEdit *step)
{
  if (step->changes->len > 0)
    return step;
  asy_plan_edit_unref (step);
  return NULL;
}

static int
find_place (GPtrArray *lines, gpointer line)
{
  guint place;

  return line != NULL && g_ptr_array_find (lines, line, &place) ? (int) place : -1;
}

/* A new line has a name before the register knows it. */
static void
name_line (gpointer record)
{
  g_autofree char *uid = NULL;

  if (asy_record_get_uid (record) != NULL)
    return;
  uid = g_uuid_string_random ();
  asy_record_set_uid (record, uid);
}

/* Places. A new order gives the places that there are to other lines, and where
 * a line was put in, those behind it move on as far as they must. */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a;
  const gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static GArray *
give_places (GPtrArray *order, gpointer fresh, guint field)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *given = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = 0;

  for (guint i = 0, taken = 0; i < order->len; i++)
    if (order->pdata[i] != fresh)
      {
        const gint64 place = asy_record_get_int (order->pdata[i], field);

        g_array_insert_val (places, taken++, place);
      }
  g_array_sort (places, compare_places);
  for (guint i = 0, taken = 0; i < order->len; i++)
    {
      const gint64 free_place = order->pdata[i] != fresh ? g_array_index (places, gint64, taken++) : 0;

      last = MAX (free_place, last + 1);
      g_array_append_val (given, last);
    }
  g_array_unref (places);
  return given;
}

static AsyRecord *
dup_placed (gpointer line, guint field, gint64 place)
{
  AsyRecord *copy = asy_record_duplicate (line);

  asy_record_set_int (copy, field, place);
  return copy;
}

/* @order holds the lines as they shall stand; @fresh (nullable), one of them, is not in the plan yet. */
static void
add_order (AsyPlanEdit *step, GPtrArray *order, gpointer fresh, guint field, AsyGoal *parent)
{
  g_autoptr (GArray) places = give_places (order, fresh, field);

  for (guint i = 0; i < order->len; i++)
    {
      gpointer line = order->pdata[i];
      g_autoptr (AsyRecord) placed = dup_placed (line, field, g_array_index (places, gint64, i));

      if (line == fresh)
        asy_plan_edit_add (step, NULL, NULL, placed, parent);
      else
        asy_plan_edit_add (step, line, parent, placed, parent);
    }
}

static GPtrArray *
list_goals (AsyPlanFile *file)
{
  GPtrArray *goals = g_ptr_array_new ();

  g_ptr_array_extend (goals, file->goals, NULL, NULL);
  return goals;
}

/* Goals. */

AsyGoal *
asy_plan_edits_get_neighbour (AsyPlanFile *file, AsyGoal *goal, int by)
{
  const int place = find_place (file->goals, goal);

  if (place < 0 || place + by < 0 || place + by >= (int) file->goals->len)
    return NULL;
  return g_ptr_array_index (file->goals, (guint) (place + by));
}

/* Behind the place @last. */
static void
add_new_tasks (AsyPlanEdit *step, GPtrArray *tasks, AsyGoal *goal, gint64 last)
{
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      g_autoptr (AsyTask) task = asy_record_duplicate (tasks->pdata[i]);

      name_line (task);
      asy_task_set_position (task, last + i + 1);
      asy_plan_edit_add (step, NULL, NULL, task, goal);
    }
}

AsyPlanEdit *
asy_plan_edits_add_goal (AsyPlanFile *file, AsyGoal *goal, AsyGoal *after, GPtrArray *tasks)
{
  AsyPlanEdit *step = asy_plan_edit_new (ASY_PLAN_EDIT_ADD_GOAL);
  g_autoptr (GPtrArray) order = list_goals (file);
  const int place = find_place (order, after);

  name_line (goal);
  asy_goal_set_plan_id (goal, id_of (file->plan));
  g_ptr_array_insert (order, place < 0 ? (int) order->len : place + 1, goal);
  add_order (step, order, goal, ASY_GOAL_POSITION, NULL);
  add_new_tasks (step, tasks, goal, 0);
  return step;
}

AsyPlanEdit *
asy_plan_edits_remove_goal (AsyPlanFile *file, AsyGoal *goal)
{
  AsyPlanEdit *step = asy_plan_edit_new (ASY_PLAN_EDIT_REMOVE_GOAL);
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (file, id_of (goal));

  for (guint i = 0; i < tasks->len; i++)
    asy_plan_edit_add (step, tasks->pdata[i], goal, NULL, NULL);
  asy_plan_edit_add (step, goal, NULL, NULL, NULL);
  return step;
}

/* Exchanges two neighbours; %FALSE at the ends. */
static gboolean
shift (GPtrArray *order, gpointer line, int by)
{
  const int place = find_place (order, line);

  if (place < 0 || place + by < 0 || place + by >= (int) order->len)
    return FALSE;
  order->pdata[place] = order->pdata[place + by];
  order->pdata[place + by] = line;
  return TRUE;
}

AsyPlanEdit *
asy_plan_edits_move_goal (AsyPlanFile *file, AsyGoal *goal, int by)
{
  g_autoptr (GPtrArray) order = list_goals (file);
  AsyPlanEdit *step;

  if (!shift (order, goal, by))
    return NULL;
  step = asy_plan_edit_new (ASY_PLAN_EDIT_MOVE_GOAL);
  add_order (step, order, NULL, ASY_GOAL_POSITION, NULL);
  return finish (step);
}

/* Tasks. */

AsyPlanEdit *
asy_plan_edits_add_task (AsyPlanFile *file, AsyTask *task, AsyGoal *goal, AsyTask *after)
{
  AsyPlanEdit *step = asy_plan_edit_new (ASY_PLAN_EDIT_ADD_TASK);
  g_autoptr (GPtrArray) order = asy_plan_file_list_tasks (file, id_of (goal));
  const int place = find_place (order, after);

  name_line (task);
  g_ptr_array_insert (order, place < 0 ? (int) order->len : place + 1, task);
  add_order (step, order, task, ASY_TASK_POSITION, goal);
  return step;
}

AsyPlanEdit *
asy_plan_edits_remove_task (AsyPlanFile *file, AsyTask *task)
{
  AsyPlanEdit *step = asy_plan_edit_new (ASY_PLAN_EDIT_REMOVE_TASK);

  asy_plan_edit_add (step, task, asy_plan_file_get_goal_of (file, task), NULL, NULL);
  return step;
}

AsyPlanEdit *
asy_plan_edits_move_task (AsyPlanFile *file, AsyTask *task, int by)
{
  g_autoptr (GPtrArray) order = asy_plan_file_list_tasks (file, asy_task_get_goal_id (task));
  AsyPlanEdit *step;

  if (!shift (order, task, by))
    return NULL;
  step = asy_plan_edit_new (ASY_PLAN_EDIT_MOVE_TASK);
  add_order (step, order, NULL, ASY_TASK_POSITION, asy_plan_file_get_goal_of (file, task));
  return finish (step);
}

static gint64
get_last_place (AsyPlanFile *file, AsyGoal *goal)
{
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (file, id_of (goal));
  gint64 last = 0;

  for (guint i = 0; i < tasks->len; i++)
    last = MAX (last, asy_task_get_position (tasks->pdata[i]));
  return last;
}

AsyPlanEdit *
asy_plan_edits_move_task_to (AsyPlanFile *file, AsyTask *task, AsyGoal *goal)
{
  AsyGoal *from = asy_plan_file_get_goal_of (file, task);
  g_autoptr (AsyRecord) moved = NULL;
  AsyPlanEdit *step;

  if (from == goal)
    return NULL;
  moved = dup_placed (task, ASY_TASK_POSITION, get_last_place (file, goal) + 1);
  step = asy_plan_edit_new (ASY_PLAN_EDIT_MOVE_TASK);
  asy_plan_edit_add (step, task, from, moved, goal);
  return step;
}

/* Values. */

static AsyPlanEditKind
get_edit_kind (gpointer record)
{
  return ASY_IS_PLAN (record) ? ASY_PLAN_EDIT_CHANGE_PLAN : ASY_IS_GOAL (record) ? ASY_PLAN_EDIT_CHANGE_GOAL : ASY_PLAN_EDIT_CHANGE_TASK;
}

AsyPlanEdit *
asy_plan_edits_edit (AsyPlanFile *file, gpointer changed)
{
  const char *uid = asy_record_get_uid (changed);
  AsyPlanEdit *step = asy_plan_edit_new (get_edit_kind (changed));
  AsyTask *task = ASY_IS_TASK (changed) ? asy_plan_file_find_task (file, uid) : NULL;
  AsyGoal *goal = task != NULL ? asy_plan_file_get_goal_of (file, task) : NULL;
  gpointer before = ASY_IS_PLAN (changed) ? (gpointer) file->plan : ASY_IS_GOAL (changed) ? (gpointer) asy_plan_file_find_goal (file, uid) : task;

  if (before != NULL)
    asy_plan_edit_add (step, before, goal, changed, goal);
  return finish (step);
}

AsyPlanEdit *
asy_plan_edits_fill_goal (AsyPlanFile *file, AsyGoal *changed, GPtrArray *tasks)
{
  AsyPlanEdit *step = asy_plan_edit_new (ASY_PLAN_EDIT_CHANGE_GOAL);
  AsyGoal *goal = asy_plan_file_find_goal (file, asy_record_get_uid (ASY_RECORD (changed)));

  if (goal != NULL)
    {
      asy_plan_edit_add (step, goal, NULL, changed, NULL);
      add_new_tasks (step, tasks, goal, get_last_place (file, goal));
    }
  return finish (step);
}

AsyPlanEdit *
asy_plan_edits_tick (AsyPlanFile *file, AsyTask *task, gboolean is_done, AsyDay today)
{
  g_autoptr (AsyTask) changed = asy_record_duplicate (task);
  AsyPlanEdit *step;

  if (is_done == (asy_task_get_status (task) == ASY_TASK_STATUS_DONE))
    return NULL;
  asy_task_set_status (changed, is_done ? ASY_TASK_STATUS_DONE : ASY_TASK_STATUS_IN_PROGRESS);
  asy_task_set_done_on (changed, is_done ? today : ASY_DAY_NONE);
  step = asy_plan_edits_edit (file, changed);
  step->kind = ASY_PLAN_EDIT_TICK;
  return step;
}

/* Between goals and tasks. */

static char *
dup_note (AsyGoal *goal)
{
  const char *effect = asy_goal_get_effect (goal);
  const char *measure = asy_goal_get_measure (goal);

  if (effect != NULL && measure != NULL)
    return g_strdup_printf ("%s\n%s", effect, measure);
  return g_strdup (effect != NULL ? effect : measure);
}

static AsyTask *
make_task_of (AsyGoal *goal, gint64 place)
{
  AsyTask *task = asy_task_new ();
  g_autofree char *note = dup_note (goal);

  name_line (task);
  asy_task_set_position (task, place);
  asy_task_set_what (task, asy_goal_get_title (goal));
  asy_task_set_from_day (task, asy_goal_get_from_day (goal));
  asy_task_set_until_day (task, asy_goal_get_until_day (goal));
  asy_task_set_note (task, note);
  return task;
}

AsyPlanEdit *
asy_plan_edits_indent (AsyPlanFile *file, AsyGoal *goal)
{
  AsyGoal *above = asy_plan_edits_get_neighbour (file, goal, -1);
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (file, id_of (goal));
  g_autoptr (AsyTask) task = NULL;
  AsyPlanEdit *step;
  gint64 place;

  if (above == NULL)
    return NULL;
  step = asy_plan_edit_new (ASY_PLAN_EDIT_INDENT);
  place = get_last_place (file, above);
  task = make_task_of (goal, ++place);
  asy_plan_edit_add (step, NULL, NULL, task, above);
  for (guint i = 0; i < tasks->len; i++)
    {
      g_autoptr (AsyRecord) moved = dup_placed (tasks->pdata[i], ASY_TASK_POSITION, ++place);

      asy_plan_edit_add (step, tasks->pdata[i], goal, moved, above);
    }
  asy_plan_edit_add (step, goal, NULL, NULL, NULL);
  return step;
}

static AsyGoal *
make_goal_of (AsyTask *task, AsyGoal *parent)
{
  AsyGoal *goal = asy_goal_new ();

  asy_goal_set_area (goal, asy_goal_get_area (parent));
  asy_goal_set_aim (goal, asy_goal_get_aim (parent));
  asy_goal_set_title (goal, asy_task_get_what (task));
  asy_goal_set_effect (goal, asy_task_get_note (task));
  asy_goal_set_from_day (goal, asy_task_get_from_day (task));
  asy_goal_set_until_day (goal, asy_task_get_until_day (task));
  return goal;
}

AsyPlanEdit *
asy_plan_edits_outdent (AsyPlanFile *file, AsyTask *task)
{
  AsyGoal *parent = asy_plan_file_get_goal_of (file, task);
  g_autoptr (AsyGoal) goal = parent != NULL ? make_goal_of (task, parent) : NULL;
  AsyPlanEdit *step;

  if (goal == NULL)
    return NULL;
  step = asy_plan_edits_add_goal (file, goal, parent, NULL);
  step->kind = ASY_PLAN_EDIT_OUTDENT;
  asy_plan_edit_add (step, task, parent, NULL, NULL);
  return step;
}
