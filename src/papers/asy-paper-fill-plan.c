/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "base/asy-text.h"
#include "law/asy-plan-diff.h"
#include "law/asy-plan-life.h"
#include "papers/asy-paper-fill-private.h"

/* The plan of work with a family, and the annex that changes it. */

static char *
dup_term (AsyDay from, AsyDay until)
{
  g_autofree char *first = from != ASY_DAY_NONE ? asy_text_table_date (from) : NULL;
  g_autofree char *last = until != ASY_DAY_NONE ? asy_text_table_date (until) : NULL;

  if (first == NULL)
    return last != NULL ? g_strdup_printf ("do %s", last) : NULL;
  return last != NULL ? g_strdup_printf ("od %s do %s", first, last) : g_strdup_printf ("od %s", first);
}

char *
_asy_paper_dup_doer (const AsyPaperSource *source, AsyTask *task)
{
  AsyPerson *person = asy_family_file_find_person (source->family, asy_task_get_person_id (task));

  if (asy_task_get_who_text (task) != NULL)
    return g_strdup (asy_task_get_who_text (task));
  if (person != NULL)
    return asy_person_dup_full_name (person);
  switch ((AsyTaskWhoKind) asy_task_get_who_kind (task))
    {
    case ASY_TASK_WHO_KIND_FAMILY:
      return g_strdup ("rodzina");
    case ASY_TASK_WHO_KIND_ASSISTANT:
      return g_strdup ("asystent rodziny");
    case ASY_TASK_WHO_KIND_INSTITUTION:
      return g_strdup ("instytucja");
    case ASY_TASK_WHO_KIND_OTHER:
    default:
      return NULL;
    }
}

static void
add_task (AsyPaperData *goal, const AsyPaperSource *source, AsyTask *task)
{
  AsyPaperData *item = asy_paper_data_add_item (goal, "tasks");
  const char *frequency = asy_task_get_frequency (task);
  const char *word = _asy_paper_label (source, ASY_DICT_FREQUENCY, frequency);
  g_autofree char *who = _asy_paper_dup_doer (source, task);
  g_autofree char *term = dup_term (ASY_DAY_NONE, asy_task_get_until_day (task));

  asy_paper_data_set_text (item, "what", asy_task_get_what (task));
  asy_paper_data_set_text (item, "who", who);
  asy_paper_data_set_text (item, "term", term);
  asy_paper_data_set_text (item, "frequency", word != NULL ? word : frequency);
}

/* `częściowo osiągnięty, 12.03.2026; raty są płacone` */
static char *
dup_goal_state (AsyGoal *goal)
{
  const char *word = _asy_paper_goal_word ((AsyGoalStatus) asy_goal_get_status (goal));
  const char *note = asy_goal_get_status_note (goal);
  g_autofree char *day = asy_goal_get_status_on (goal) != ASY_DAY_NONE ? asy_text_table_date (asy_goal_get_status_on (goal)) : NULL;

  return g_strdup_printf ("%s%s%s%s%s", word, day != NULL ? ", " : "", day != NULL ? day : "", note != NULL ? "; " : "",
                          note != NULL ? note : "");
}

static void
add_goal (AsyPaperData *data, const AsyPaperSource *source, AsyGoal *goal)
{
  AsyPaperData *item = asy_paper_data_add_item (data, "goals");
  const gint64 id = asy_record_get_id (ASY_RECORD (goal));
  g_autofree char *aim = g_strdup_printf ("%d", (int) asy_goal_get_aim (goal));
  g_autofree char *term = dup_term (asy_goal_get_from_day (goal), asy_goal_get_until_day (goal));
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (source->plan, id);

  asy_paper_data_set_text (item, "title", asy_goal_get_title (goal));
  asy_paper_data_set_text (item, "area", _asy_paper_label (source, ASY_DICT_WORK_AREA, asy_goal_get_area (goal)));
  asy_paper_data_set_text (item, "aim", _asy_paper_label (source, ASY_DICT_STATUTORY_AIM, aim));
  asy_paper_data_set_text (item, "term", term);
  asy_paper_data_set_text (item, "effect", asy_goal_get_effect (goal));
  asy_paper_data_set_text (item, "measure", asy_goal_get_measure (goal));
  if (asy_goal_get_priority (goal) > 0)
    asy_paper_data_set_number (item, "priority", asy_goal_get_priority (goal));
  if (asy_goal_get_status (goal) != ASY_GOAL_STATUS_NOT_STARTED)
    {
      g_autofree char *state = dup_goal_state (goal);

      asy_paper_data_set_text (item, "state", state);
    }
  for (guint i = 0; i < tasks->len; i++)
    add_task (item, source, g_ptr_array_index (tasks, i));
}

/* The reason by the dictionary, and in words. */
static char *
dup_change (AsyPlan *plan)
{
  static const char *const words[] = { NULL, "cel osiągnięty", "cel nieadekwatny", "nowy problem", "zmiana składu rodziny",
                                       "postanowienie sądu", "wniosek rodziny", "ocena okresowa" };
  const char *word = words[asy_plan_get_change_kind (plan)];
  const char *reason = asy_plan_get_change_reason (plan);

  return word != NULL && reason != NULL ? g_strdup_printf ("%s: %s", word, reason) : g_strdup (word != NULL ? word : reason);
}

static void
fill_fields (AsyPaperData *data, AsyPlan *plan)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) asy_plan_get_number (plan));
  g_autofree char *change = NULL;

  asy_paper_data_set_text (data, "plan.number", number);
  asy_paper_data_set_number (data, "plan.version", asy_plan_get_version (plan));
  asy_paper_data_set_day (data, "plan.from", asy_plan_get_from_day (plan));
  asy_paper_data_set_day (data, "plan.to", asy_plan_get_until_day (plan));
  asy_paper_data_set_day (data, "plan.review", asy_plan_get_review_on (plan));
  asy_paper_data_set_day (data, "plan.agreed", asy_plan_get_agreed_on (plan));
  change = dup_change (plan);
  asy_paper_data_set_text (data, "plan.change", change);
  asy_paper_data_set_text (data, "plan.summary", asy_plan_get_summary (plan));
  asy_paper_data_set_text (data, "plan.main-goal", asy_plan_get_main_goal (plan));
  asy_paper_data_set_text (data, "plan.rules", asy_plan_get_rules (plan));
  asy_paper_data_set_text (data, "plan.refusal", asy_plan_get_refusal_reason (plan));
  asy_paper_data_set_day (data, "consulted.date", asy_plan_get_consulted_on (plan));
  asy_paper_data_set_text (data, "consulted.with", asy_plan_get_consulted_with (plan));
  asy_paper_data_set_text (data, "consulted.remarks", asy_plan_get_consult_remarks (plan));
  asy_paper_data_set_day (data, "approved.date", asy_plan_get_approved_on (plan));
  asy_paper_data_set_text (data, "approved.by", asy_plan_get_approved_by (plan));
}

static void
fill_voice_and_care (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyPlan *plan = source->plan->plan;
  g_autoptr (GPtrArray) in_care = asy_plan_list_in_care (source->family, source->office->dictionary, source->today);

  asy_paper_data_set_text (data, "voice.text", asy_plan_get_child_voice (plan));
  asy_paper_data_set_day (data, "voice.date", asy_plan_get_child_heard_on (plan));
  asy_paper_data_set_day (data, "assistant.signed", asy_plan_get_assistant_signed_on (plan));
  asy_paper_data_set_bool (data, "care.is", in_care->len > 0 || asy_plan_get_care_agreed_on (plan) != ASY_DAY_NONE);
  asy_paper_data_set_day (data, "care.date", asy_plan_get_care_agreed_on (plan));
  asy_paper_data_set_text (data, "care.with", asy_plan_get_care_agreed_with (plan));
  asy_paper_data_set_text (data, "care.contacts", asy_plan_get_care_contacts (plan));
  for (guint i = 0; i < in_care->len; i++)
    {
      const AsyMemberEntry *entry = in_care->pdata[i];
      AsyPaperData *item = asy_paper_data_add_item (data, "help-plans");
      g_autofree char *name = asy_person_dup_full_name (entry->person);

      asy_paper_data_set_text (item, "child", name);
      asy_paper_data_set_day (item, "date", asy_member_get_help_plan_on (entry->member));
      asy_paper_data_set_text (item, "mark", asy_member_get_help_plan_mark (entry->member));
    }
}

void
_asy_paper_fill_answer (AsyPaperData *adult, AsyPlanSignature *answer)
{
  if (answer == NULL)
    return;
  if (asy_plan_signature_get_answer (answer) == ASY_PLAN_SIGNATURE_ANSWER_SIGNED)
    {
      asy_paper_data_set_day (adult, "signed", asy_plan_signature_get_day (answer));
      return;
    }
  asy_paper_data_set_day (adult, "refused", asy_plan_signature_get_day (answer));
  asy_paper_data_set_text (adult, "reason", asy_plan_signature_get_reason (answer));
}

void
_asy_paper_fill_plan_itself (AsyPaperData *data, const AsyPaperSource *source)
{
  fill_fields (data, source->plan->plan);
  fill_voice_and_care (data, source);
  for (guint i = 0; i < source->plan->goals->len; i++)
    add_goal (data, source, g_ptr_array_index (source->plan->goals, i));
}

/* The annex. */

static char *
dup_number (const AsyPlanDiffLine *line, gboolean is_after)
{
  const guint goal = is_after ? line->goal_after : line->goal_before;
  const guint task = is_after ? line->task_after : line->task_before;

  if (goal == 0)
    return g_strdup ("plan");
  return task > 0 ? g_strdup_printf ("działanie %u.%u", goal, task) : g_strdup_printf ("cel %u", goal);
}

static const char *
name_of (AsyRecord *record)
{
  if (ASY_IS_GOAL (record))
    return asy_goal_get_title (ASY_GOAL (record));
  return ASY_IS_TASK (record) ? asy_task_get_what (ASY_TASK (record)) : "";
}

static char *
dup_term_of (AsyRecord *record)
{
  if (ASY_IS_GOAL (record))
    return dup_term (asy_goal_get_from_day (ASY_GOAL (record)), asy_goal_get_until_day (ASY_GOAL (record)));
  if (ASY_IS_TASK (record))
    return dup_term (asy_task_get_from_day (ASY_TASK (record)), asy_task_get_until_day (ASY_TASK (record)));
  return dup_term (asy_plan_get_from_day (ASY_PLAN (record)), asy_plan_get_until_day (ASY_PLAN (record)));
}

static void
add_whole (AsyPaperData *data, const char *list, const AsyPaperSource *source, const AsyPlanDiffLine *line)
{
  const gboolean is_added = line->kind == ASY_PLAN_DIFF_ADDED;
  AsyRecord *record = asy_plan_diff_line_get_record (line);
  AsyPaperData *item = asy_paper_data_add_item (data, list);
  g_autofree char *number = dup_number (line, is_added);
  g_autofree char *term = dup_term_of (record);
  g_autofree char *who = ASY_IS_TASK (record) ? _asy_paper_dup_doer (source, ASY_TASK (record)) : NULL;

  asy_paper_data_set_text (item, "number", number);
  asy_paper_data_set_text (item, "what", name_of (record));
  asy_paper_data_set_text (item, "who", who);
  asy_paper_data_set_text (item, "term", term);
  if (ASY_IS_GOAL (record))
    asy_paper_data_set_text (item, "effect", asy_goal_get_effect (ASY_GOAL (record)));
}

static void
add_change (AsyPaperData *data, const char *list, const AsyPlanDiffLine *line, const char *what, const char *before, const char *after)
{
  g_autofree char *number = dup_number (line, TRUE);
  AsyPaperData *item;

  if (g_strcmp0 (before, after) == 0)
    return;
  item = asy_paper_data_add_item (data, list);
  asy_paper_data_set_text (item, "number", number);
  asy_paper_data_set_text (item, "what", what);
  asy_paper_data_set_text (item, "before", before);
  asy_paper_data_set_text (item, "after", after);
}

static void
add_changes_of_goal (AsyPaperData *data, const AsyPaperSource *source, const AsyPlanDiffLine *line)
{
  AsyGoal *old = ASY_GOAL (line->before);
  AsyGoal *new = ASY_GOAL (line->after);
  g_autofree char *old_aim = g_strdup_printf ("%d", (int) asy_goal_get_aim (old));
  g_autofree char *new_aim = g_strdup_printf ("%d", (int) asy_goal_get_aim (new));

  add_change (data, "changed", line, "cel", asy_goal_get_title (old), asy_goal_get_title (new));
  add_change (data, "changed", line, "obszar pracy", _asy_paper_label (source, ASY_DICT_WORK_AREA, asy_goal_get_area (old)),
              _asy_paper_label (source, ASY_DICT_WORK_AREA, asy_goal_get_area (new)));
  add_change (data, "changed", line, "cel ustawowy (art. 8)", _asy_paper_label (source, ASY_DICT_STATUTORY_AIM, old_aim),
              _asy_paper_label (source, ASY_DICT_STATUTORY_AIM, new_aim));
  add_change (data, "changed", line, "przewidywane efekty", asy_goal_get_effect (old), asy_goal_get_effect (new));
  add_change (data, "changed", line, "po czym poznamy", asy_goal_get_measure (old), asy_goal_get_measure (new));
}

static const char *
frequency_of (const AsyPaperSource *source, AsyTask *task)
{
  const char *word = _asy_paper_label (source, ASY_DICT_FREQUENCY, asy_task_get_frequency (task));

  return word != NULL ? word : asy_task_get_frequency (task);
}

static void
add_changes_of_task (AsyPaperData *data, const AsyPaperSource *source, const AsyPlanDiffLine *line)
{
  AsyTask *old = ASY_TASK (line->before);
  AsyTask *new = ASY_TASK (line->after);
  g_autofree char *old_who = _asy_paper_dup_doer (source, old);
  g_autofree char *new_who = _asy_paper_dup_doer (source, new);
  g_autofree char *old_place = g_strdup_printf ("w celu %u", line->goal_before);
  g_autofree char *new_place = g_strdup_printf ("w celu %u", line->goal_after);

  add_change (data, "changed", line, "działanie", asy_task_get_what (old), asy_task_get_what (new));
  add_change (data, "changed", line, "kto", old_who, new_who);
  add_change (data, "changed", line, "częstotliwość", frequency_of (source, old), frequency_of (source, new));
  if (line->fields->len == 0)
    add_change (data, "changed", line, "miejsce w planie", old_place, new_place);
}

static void
add_changes_of_plan (AsyPaperData *data, const AsyPlanDiffLine *line)
{
  AsyPlan *old = ASY_PLAN (line->before);
  AsyPlan *new = ASY_PLAN (line->after);

  add_change (data, "changed", line, "cel główny", asy_plan_get_main_goal (old), asy_plan_get_main_goal (new));
  add_change (data, "changed", line, "diagnoza w skrócie", asy_plan_get_summary (old), asy_plan_get_summary (new));
  add_change (data, "changed", line, "zasady współpracy", asy_plan_get_rules (old), asy_plan_get_rules (new));
  add_change (data, "changed", line, "kontakty z dzieckiem", asy_plan_get_care_contacts (old), asy_plan_get_care_contacts (new));
}

static void
add_changes (AsyPaperData *data, const AsyPaperSource *source, const AsyPlanDiffLine *line)
{
  g_autofree char *old_term = dup_term_of (line->before);
  g_autofree char *new_term = dup_term_of (line->after);

  if (ASY_IS_GOAL (line->after))
    add_changes_of_goal (data, source, line);
  else if (ASY_IS_TASK (line->after))
    add_changes_of_task (data, source, line);
  else
    add_changes_of_plan (data, line);
  add_change (data, "terms", line, ASY_IS_PLAN (line->after) ? "okres realizacji" : name_of (line->after), old_term, new_term);
}

static void
fill_previous (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyPlanFile *previous = source->versions->pdata[0];

  asy_paper_data_set_number (data, "annex.number", asy_plan_get_version (source->plan->plan) - 1);
  asy_paper_data_set_number (data, "previous.version", asy_plan_get_version (previous->plan));
  asy_paper_data_set_day (data, "previous.date", asy_plan_get_agreed_on (previous->plan));
}

void
_asy_paper_fill_annex (AsyPaperData *data, const AsyPaperSource *source)
{
  g_autoptr (GPtrArray) lines = NULL;

  fill_fields (data, source->plan->plan);
  fill_voice_and_care (data, source);
  if (source->versions == NULL || source->versions->len < 2)
    return;
  fill_previous (data, source);
  lines = asy_plan_diff (source->versions);
  for (guint i = 0; i < lines->len; i++)
    {
      const AsyPlanDiffLine *line = lines->pdata[i];

      if (line->kind == ASY_PLAN_DIFF_ADDED)
        add_whole (data, "added", source, line);
      else if (line->kind == ASY_PLAN_DIFF_DROPPED)
        add_whole (data, "dropped", source, line);
      else if (line->kind == ASY_PLAN_DIFF_CHANGED)
        add_changes (data, source, line);
    }
}
