/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-plan-diff.h"

/* Progress, order and what ties a line to its version: none of it is what the family agreed to. */
static const char *const uncompared[] = {
  "case_file_id", "number", "version", "drafted_on", "consulted_on", "consulted_with", "consult_remarks", "agreed_on",
  "refusal_reason", "approved_on", "approved_by", "ended_on", "change_reason", "change_kind", "child_voice", "child_heard_on",
  "assistant_id", "assistant_signed_on", "care_agreed_on", "care_agreed_with", "end_kind", "end_reason",
  "plan_id", "goal_id", "position", "status", "status_on", "status_note", "done_on", "note", NULL,
};

typedef struct {
  GPtrArray *versions;
  AsyPlanFile *before;
  AsyPlanFile *after;
  GHashTable *kept;             /* ids of earlier records that have a later one; goals and tasks apart */
  GPtrArray *lines;
} Diff;

typedef enum {
  GOALS,
  TASKS,
} Level;

void
asy_plan_diff_line_free (AsyPlanDiffLine *line)
{
  if (line == NULL)
    return;
  g_clear_object (&line->before);
  g_clear_object (&line->after);
  g_clear_pointer (&line->fields, g_array_unref);
  g_free (line);
}

AsyRecord *
asy_plan_diff_line_get_record (const AsyPlanDiffLine *line)
{
  return line->after != NULL ? line->after : line->before;
}

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

static gpointer
find_by_id (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (id_of (records->pdata[i]) == id)
      return records->pdata[i];
  return NULL;
}

static gint64
origin_of (Level level, gpointer record)
{
  return level == GOALS ? asy_goal_get_origin_id (record) : asy_task_get_origin_id (record);
}

/* What a line of the last version was in the first one, by way of the versions between; NULL for a new one. */
static gpointer
find_origin (Diff *diff, Level level, gpointer record)
{
  for (guint i = diff->versions->len - 1; record != NULL && i > 0; i--)
    {
      AsyPlanFile *earlier = diff->versions->pdata[i - 1];

      record = find_by_id (level == GOALS ? earlier->goals : earlier->tasks, origin_of (level, record));
    }
  return record;
}

static GArray *
find_changed_fields (AsyRecord *before, AsyRecord *after)
{
  guint n_fields;
  const AsyField *fields = asy_record_get_fields (after, &n_fields);
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & ASY_FIELD_HIDDEN) == 0 && !g_strv_contains (uncompared, fields[i].column) &&
        !asy_record_field_equals (before, after, i))
      g_array_append_val (changed, i);
  return changed;
}

static AsyPlanDiffLine *
add_line (Diff *diff, gpointer before, gpointer after)
{
  AsyPlanDiffLine *line = g_new0 (AsyPlanDiffLine, 1);

  line->before = before != NULL ? g_object_ref (before) : NULL;
  line->after = after != NULL ? g_object_ref (after) : NULL;
  line->fields = before != NULL && after != NULL ? find_changed_fields (before, after) : g_array_new (FALSE, FALSE, sizeof (guint));
  line->kind = before == NULL         ? ASY_PLAN_DIFF_ADDED
               : after == NULL        ? ASY_PLAN_DIFF_DROPPED
               : line->fields->len > 0 ? ASY_PLAN_DIFF_CHANGED
                                       : ASY_PLAN_DIFF_SAME;
  g_ptr_array_add (diff->lines, line);
  return line;
}

static guint
number_of_goal (AsyPlanFile *file, gint64 goal_id)
{
  for (guint i = 0; i < file->goals->len; i++)
    if (id_of (file->goals->pdata[i]) == goal_id)
      return i + 1;
  return 0;
}

static guint
number_of_task (AsyPlanFile *file, AsyTask *task)
{
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (file, asy_task_get_goal_id (task));
  guint place;

  return g_ptr_array_find (tasks, task, &place) ? place + 1 : 0;
}

static void
number_line (Diff *diff, Level level, AsyPlanDiffLine *line)
{
  if (level == GOALS)
    {
      line->goal_before = line->before != NULL ? number_of_goal (diff->before, id_of (line->before)) : 0;
      line->goal_after = line->after != NULL ? number_of_goal (diff->after, id_of (line->after)) : 0;
      return;
    }
  if (line->before != NULL)
    {
      line->goal_before = number_of_goal (diff->before, asy_task_get_goal_id (ASY_TASK (line->before)));
      line->task_before = number_of_task (diff->before, ASY_TASK (line->before));
    }
  if (line->after != NULL)
    {
      line->goal_after = number_of_goal (diff->after, asy_task_get_goal_id (ASY_TASK (line->after)));
      line->task_after = number_of_task (diff->after, ASY_TASK (line->after));
    }
}

/* Given up in the later version only: its words stay, so it is not a change but the end of it. */
static gboolean
was_given_up (Level level, gpointer before, gpointer after)
{
  if (level == GOALS)
    return asy_goal_get_status (after) == ASY_GOAL_STATUS_DROPPED && asy_goal_get_status (before) != ASY_GOAL_STATUS_DROPPED;
  return asy_task_get_status (after) == ASY_TASK_STATUS_DROPPED && asy_task_get_status (before) != ASY_TASK_STATUS_DROPPED;
}

static void
add_record (Diff *diff, Level level, gpointer before, gpointer after)
{
  AsyPlanDiffLine *line = add_line (diff, before, after);

  if (before != NULL && after != NULL && was_given_up (level, before, after))
    line->kind = ASY_PLAN_DIFF_DROPPED;
  number_line (diff, level, line);
  if (line->kind == ASY_PLAN_DIFF_SAME && level == TASKS && before != NULL)
    {
      AsyGoal *goal = find_by_id (diff->after->goals, asy_task_get_goal_id (after));
      AsyGoal *origin = goal != NULL ? find_origin (diff, GOALS, goal) : NULL;

      /* The same words under another goal. */
      if (origin == NULL || id_of (origin) != asy_task_get_goal_id (before))
        line->kind = ASY_PLAN_DIFF_CHANGED;
    }
}

static gboolean
is_kept (Diff *diff, gpointer record)
{
  return g_hash_table_contains (diff->kept, record);
}

/* What was left out right behind @previous (NULL: at the very beginning). */
static void
add_left_out (Diff *diff, Level level, GPtrArray *earlier, gpointer previous)
{
  guint i = 0;

  if (previous != NULL && !g_ptr_array_find (earlier, previous, &i))
    return;
  for (i = previous != NULL ? i + 1 : 0; i < earlier->len && !is_kept (diff, earlier->pdata[i]); i++)
    {
      g_autoptr (GPtrArray) tasks = level == GOALS ? asy_plan_file_list_tasks (diff->before, id_of (earlier->pdata[i])) : NULL;

      add_record (diff, level, earlier->pdata[i], NULL);
      for (guint k = 0; tasks != NULL && k < tasks->len; k++)
        if (!is_kept (diff, tasks->pdata[k]))
          add_record (diff, TASKS, tasks->pdata[k], NULL);
    }
}

static void
add_tasks (Diff *diff, AsyGoal *before, AsyGoal *after)
{
  g_autoptr (GPtrArray) earlier = before != NULL ? asy_plan_file_list_tasks (diff->before, id_of (before)) : g_ptr_array_new ();
  g_autoptr (GPtrArray) later = asy_plan_file_list_tasks (diff->after, id_of (after));

  add_left_out (diff, TASKS, earlier, NULL);
  for (guint i = 0; i < later->len; i++)
    {
      AsyTask *origin = find_origin (diff, TASKS, later->pdata[i]);

      add_record (diff, TASKS, origin, later->pdata[i]);
      if (origin != NULL)
        add_left_out (diff, TASKS, earlier, origin);
    }
  /* Tasks that stay elsewhere may stand before those that were left out here. */
  for (guint i = 0; i < earlier->len; i++)
    if (is_kept (diff, earlier->pdata[i]))
      {
        gpointer moved = g_hash_table_lookup (diff->kept, earlier->pdata[i]);

        if (asy_task_get_goal_id (moved) != id_of (after))
          add_left_out (diff, TASKS, earlier, earlier->pdata[i]);
      }
}

static void
note_kept (Diff *diff, Level level, GPtrArray *later)
{
  for (guint i = 0; i < later->len; i++)
    {
      gpointer origin = find_origin (diff, level, later->pdata[i]);

      if (origin != NULL)
        g_hash_table_insert (diff->kept, origin, later->pdata[i]);
    }
}

GPtrArray *
asy_plan_diff (GPtrArray *versions)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_plan_diff_line_free);
  Diff diff = { .versions = versions, .kept = kept, .lines = lines };

  g_return_val_if_fail (versions->len >= 2, lines);

  diff.before = versions->pdata[0];
  diff.after = versions->pdata[versions->len - 1];
  note_kept (&diff, GOALS, diff.after->goals);
  note_kept (&diff, TASKS, diff.after->tasks);
  add_line (&diff, diff.before->plan, diff.after->plan);
  add_left_out (&diff, GOALS, diff.before->goals, NULL);
  for (guint i = 0; i < diff.after->goals->len; i++)
    {
      AsyGoal *goal = diff.after->goals->pdata[i];
      AsyGoal *origin = find_origin (&diff, GOALS, goal);

      add_record (&diff, GOALS, origin, goal);
      add_tasks (&diff, origin, goal);
      if (origin != NULL)
        add_left_out (&diff, GOALS, diff.before->goals, origin);
    }
  return lines;
}

AsyPlanDiffTotals
asy_plan_diff_sum (GPtrArray *lines)
{
  AsyPlanDiffTotals totals = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const AsyPlanDiffLine *line = lines->pdata[i];

      if (ASY_IS_PLAN (asy_plan_diff_line_get_record (line)))
        continue;
      totals.n_added += line->kind == ASY_PLAN_DIFF_ADDED;
      totals.n_changed += line->kind == ASY_PLAN_DIFF_CHANGED;
      totals.n_dropped += line->kind == ASY_PLAN_DIFF_DROPPED;
    }
  return totals;
}
