/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "plans/asy-plan-library.h"
#include "plans/asy-plan-words.h"

/* Some that the plan has already are passed over. */
#define LOOKED_AT (ASY_COMPLETION_MAX * 3)

AsyGoal *
asy_plan_library_make_goal (AsyLibraryEntry *entry, AsyPlan *plan)
{
  AsyGoal *goal = asy_goal_new ();

  asy_goal_set_area (goal, asy_library_goal_get_area (entry->goal));
  asy_goal_set_aim (goal, asy_library_goal_get_aim (entry->goal));
  asy_goal_set_title (goal, asy_library_goal_get_title (entry->goal));
  asy_goal_set_effect (goal, asy_library_goal_get_effect (entry->goal));
  asy_goal_set_measure (goal, asy_library_goal_get_measure (entry->goal));
  asy_goal_set_from_day (goal, asy_plan_get_from_day (plan));
  asy_goal_set_until_day (goal, asy_plan_get_until_day (plan));
  return goal;
}

AsyGoal *
asy_plan_library_complete_goal (AsyLibraryEntry *entry, AsyGoal *goal)
{
  AsyGoal *changed = asy_record_duplicate (goal);

  asy_goal_set_title (changed, asy_library_goal_get_title (entry->goal));
  if (asy_goal_get_aim (goal) == 0)
    asy_goal_set_aim (changed, asy_library_goal_get_aim (entry->goal));
  if (asy_goal_get_effect (goal) == NULL)
    asy_goal_set_effect (changed, asy_library_goal_get_effect (entry->goal));
  if (asy_goal_get_measure (goal) == NULL)
    asy_goal_set_measure (changed, asy_library_goal_get_measure (entry->goal));
  return changed;
}

static void
set_days (AsyTask *task, AsyLibraryTask *from, AsyGoal *goal, AsyDay today)
{
  const AsyDay first = asy_goal_get_from_day (goal) != ASY_DAY_NONE ? asy_goal_get_from_day (goal) : today;
  const AsyDay last = asy_goal_get_until_day (goal);
  const AsyDay usual = asy_library_task_get_days (from) > 0 ? first + (AsyDay) asy_library_task_get_days (from) : last;

  asy_task_set_from_day (task, first);
  asy_task_set_until_day (task, last != ASY_DAY_NONE && usual > last ? last : usual);
}

AsyTask *
asy_plan_library_make_task (AsyLibraryTask *from, AsyGoal *goal, AsyDictionary *dictionary, AsyDay today)
{
  AsyTask *task = asy_task_new ();
  const char *kind = asy_library_task_get_provider_kind (from);

  asy_task_set_what (task, asy_library_task_get_what (from));
  asy_task_set_who_kind (task, asy_library_task_get_who_kind (from));
  asy_task_set_frequency (task, asy_library_task_get_frequency (from));
  if (kind != NULL)
    asy_task_set_who_text (task, asy_dictionary_get_label (dictionary, ASY_DICT_PROVIDER_KIND, kind));
  set_days (task, from, goal, today);
  return task;
}

static gboolean
reads_like (const char *text, const char *words)
{
  g_autofree char *folded = asy_text_fold (text);

  return g_str_equal (folded, words);
}

/* @goal (nullable): a new one has no tasks. */
static gboolean
has_task (AsyPlanFile *file, AsyGoal *goal, AsyLibraryTask *task)
{
  g_autofree char *words = asy_text_fold (asy_library_task_get_what (task));
  const gint64 goal_id = asy_record_get_id (ASY_RECORD (goal));

  for (guint i = 0; goal_id != 0 && i < file->tasks->len; i++)
    if (asy_task_get_goal_id (file->tasks->pdata[i]) == goal_id && reads_like (asy_task_get_what (file->tasks->pdata[i]), words))
      return TRUE;
  return FALSE;
}

GPtrArray *
asy_plan_library_make_tasks (AsyLibraryEntry *entry, AsyPlanFile *file, AsyGoal *goal, AsyDictionary *dictionary, AsyDay today)
{
  GPtrArray *tasks = asy_record_array_new ();

  for (guint i = 0; i < entry->tasks->len; i++)
    if (!has_task (file, goal, entry->tasks->pdata[i]))
      g_ptr_array_add (tasks, asy_plan_library_make_task (entry->tasks->pdata[i], goal, dictionary, today));
  return tasks;
}

/* Proposing. */

gboolean
asy_plan_library_is_in_plan (AsyLibraryEntry *entry, AsyPlanFile *file)
{
  for (guint i = 0; i < file->goals->len; i++)
    if (reads_like (asy_goal_get_title (file->goals->pdata[i]), entry->words))
      return TRUE;
  return FALSE;
}

static void
cut (GArray *matches)
{
  g_array_set_size (matches, MIN (matches->len, ASY_COMPLETION_MAX));
}

GArray *
asy_plan_library_propose_goals (AsyPlanEditor *editor, const char *typed, const char *area)
{
  AsyLibrary *library = asy_plan_editor_get_library (editor);
  GArray *matches = library != NULL ? asy_library_match_goals (library, typed, area, LOOKED_AT) : g_array_new (FALSE, FALSE, sizeof (AsyLibraryMatch));

  for (guint i = matches->len; i > 0; i--)
    if (asy_plan_library_is_in_plan (g_array_index (matches, AsyLibraryMatch, i - 1).entry, asy_plan_editor_get_file (editor)))
      g_array_remove_index (matches, i - 1);
  cut (matches);
  return matches;
}

GArray *
asy_plan_library_propose_tasks (AsyPlanEditor *editor, const char *typed, AsyGoal *goal)
{
  AsyLibrary *library = asy_plan_editor_get_library (editor);
  GArray *matches = library != NULL ? asy_library_match_tasks (library, typed, asy_goal_get_area (goal), asy_goal_get_title (goal), LOOKED_AT)
                                    : g_array_new (FALSE, FALSE, sizeof (AsyLibraryMatch));

  for (guint i = matches->len; i > 0; i--)
    if (has_task (asy_plan_editor_get_file (editor), goal, g_array_index (matches, AsyLibraryMatch, i - 1).task))
      g_array_remove_index (matches, i - 1);
  cut (matches);
  return matches;
}

/* Words. */

char *
asy_plan_library_dup_who (AsyLibraryTask *task, AsyDictionary *dictionary)
{
  const char *kind = asy_library_task_get_provider_kind (task);

  return g_strdup (kind != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_PROVIDER_KIND, kind)
                                : asy_plan_get_who_kind_label ((AsyTaskWhoKind) asy_library_task_get_who_kind (task)));
}

char *
asy_plan_library_dup_detail (const AsyLibraryMatch *match, AsyDictionary *dictionary)
{
  const guint n = match->entry->tasks->len;
  g_autofree char *who = match->task != NULL ? asy_plan_library_dup_who (match->task, dictionary) : NULL;
  const char *often = match->task != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_FREQUENCY, asy_library_task_get_frequency (match->task)) : NULL;
  const char *area = asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, asy_library_goal_get_area (match->entry->goal));
  g_autofree char *tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", n), n);

  if (match->task == NULL)
    return g_strdup_printf ("%s · %s", area, tasks);
  return *often != '\0' ? g_strdup_printf ("%s · %s", who, often) : g_steal_pointer (&who);
}

char *
asy_plan_library_dup_words (AsyLibraryEntry *entry, AsyDictionary *dictionary)
{
  g_autoptr (GString) text = g_string_new (asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, asy_library_goal_get_area (entry->goal)));

  g_string_append_printf (text, " %s", asy_library_goal_get_title (entry->goal));
  if (asy_library_goal_get_effect (entry->goal) != NULL)
    g_string_append_printf (text, " %s", asy_library_goal_get_effect (entry->goal));
  for (guint i = 0; i < entry->tasks->len; i++)
    g_string_append_printf (text, " %s", asy_library_task_get_what (entry->tasks->pdata[i]));
  return asy_text_fold (text->str);
}

void
asy_plan_library_show (AsyCompletion *completion, GArray *matches, AsyDictionary *dictionary)
{
  AsyProposal proposals[ASY_COMPLETION_MAX] = { 0 };
  const guint n = MIN (matches->len, ASY_COMPLETION_MAX);

  for (guint i = 0; i < n; i++)
    {
      const AsyLibraryMatch *match = &g_array_index (matches, AsyLibraryMatch, i);

      proposals[i].label = match->task != NULL ? asy_library_task_get_what (match->task) : asy_library_goal_get_title (match->entry->goal);
      proposals[i].detail = asy_plan_library_dup_detail (match, dictionary);
    }
  asy_completion_show (completion, proposals, n);
  for (guint i = 0; i < n; i++)
    g_free (proposals[i].detail);
}
