/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/asy-text.h"
#include "plans/asy-plan-words.h"
#include "ui/asy-format.h"
#include "ui/asy-words.h"

const AsyChoice asy_plan_goal_states[] = {
  { "not-started", N_ ("not started") }, { "in-progress", N_ ("in progress") }, { "partly", N_ ("partly reached") },
  { "done", N_ ("reached") }, { "not-done", N_ ("not reached") }, { "dropped", N_ ("dropped") }, { NULL, NULL },
};

const AsyChoice asy_plan_task_states[] = {
  { "planned", N_ ("planned") }, { "in-progress", N_ ("in progress") }, { "done", N_ ("done") },
  { "partly", N_ ("partly done") }, { "not-done", N_ ("not done") }, { "dropped", N_ ("dropped") }, { NULL, NULL },
};

const AsyChoice asy_plan_priorities[] = {
  { "0", N_ ("not set") }, { "1", N_ ("high") }, { "2", N_ ("medium") }, { "3", N_ ("low") }, { NULL, NULL },
};

const char *
asy_plan_get_choice (const AsyChoice *choices, const char *code)
{
  for (const AsyChoice *choice = choices; choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, code) == 0)
      return _ (choice->label);
  return "";
}

/* Days. */

static gboolean
is_same_year (AsyDay one, AsyDay other)
{
  return one == ASY_DAY_NONE || other == ASY_DAY_NONE || asy_day_get_year (one) == asy_day_get_year (other);
}

/* The year is left out where it is this one, on both days or on none: what
 * stands without a year would be read as of the year beside it. */
static char *
dup_day (AsyDay day, AsyDay other, AsyDay today)
{
  return is_same_year (day, today) && is_same_year (other, today) ? asy_format_day_short (day) : asy_format_day (day);
}

char *
asy_plan_dup_period (AsyDay from, AsyDay until, AsyDay today)
{
  g_autofree char *first = dup_day (from, until, today);
  g_autofree char *last = dup_day (until, from, today);

  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s" ASY_TEXT_EN_DASH "%s", first, last);
  if (last != NULL)
    return g_strdup_printf (_ ("until %s"), last);
  return first != NULL ? g_strdup_printf (_ ("from %s"), first) : g_strdup (_ ("no dates"));
}

char *
asy_plan_dup_task_state (AsyTask *task, AsyDay today, AsyMeaning *ret_meaning)
{
  const AsyDay done = asy_task_get_done_on (task);

  *ret_meaning = ASY_MEANING_PLAIN;
  if (asy_task_get_status (task) == ASY_TASK_STATUS_DONE && done != ASY_DAY_NONE)
    {
      g_autofree char *day = dup_day (done, ASY_DAY_NONE, today);

      *ret_meaning = ASY_MEANING_DONE;
      return g_strdup_printf (_ ("done %s"), day);
    }
  if (asy_task_is_late (task, today))
    return asy_format_due (asy_task_get_until_day (task), today, ret_meaning);
  return g_strdup (asy_task_status_get_label (asy_task_get_status (task)));
}

/* Who and on what. */

const char *
asy_plan_get_who_kind_label (AsyTaskWhoKind kind)
{
  switch (kind)
    {
    case ASY_TASK_WHO_KIND_ASSISTANT:
      return _ ("family assistant");
    case ASY_TASK_WHO_KIND_INSTITUTION:
      return _ ("institution");
    case ASY_TASK_WHO_KIND_OTHER:
      return _ ("somebody else");
    case ASY_TASK_WHO_KIND_FAMILY:
    default:
      return _ ("the family");
    }
}

static gpointer
find_record (GPtrArray *records, gint64 id)
{
  for (guint i = 0; id != 0 && i < records->len; i++)
    if (asy_record_get_id (records->pdata[i]) == id)
      return records->pdata[i];
  return NULL;
}

char *
asy_plan_dup_who (AsyTask *task, const AsyPlanAnswer *answer)
{
  AsyPerson *person = asy_family_file_find_person (answer->family, asy_task_get_person_id (task));
  AsyWorker *worker = find_record (answer->workers, asy_task_get_worker_id (task));
  AsyProvider *provider = find_record (answer->providers, asy_task_get_provider_id (task));

  if (asy_task_get_who_text (task) != NULL)
    return g_strdup (asy_task_get_who_text (task));
  if (person != NULL)
    return asy_person_dup_full_name (person);
  if (worker != NULL)
    return asy_worker_dup_full_name (worker);
  return g_strdup (provider != NULL ? asy_provider_get_name (provider) : asy_plan_get_who_kind_label ((AsyTaskWhoKind) asy_task_get_who_kind (task)));
}

const char *
asy_plan_get_resource (AsyTask *task, const AsyPlanAnswer *answer)
{
  AsyDiagnosisItem *item = answer->family->diagnosis != NULL ? asy_diagnosis_file_find_item (answer->family->diagnosis, asy_task_get_resource_id (task))
                                                             : NULL;

  return item != NULL ? asy_diagnosis_item_get_body (item) : NULL;
}

char *
asy_plan_dup_who_code (AsyTask *task)
{
  static const char *const words[] = { "family", "assistant", "institution", "other" };

  if (asy_task_get_person_id (task) != 0)
    return g_strdup_printf ("person:%" G_GINT64_FORMAT, asy_task_get_person_id (task));
  if (asy_task_get_worker_id (task) != 0)
    return g_strdup_printf ("worker:%" G_GINT64_FORMAT, asy_task_get_worker_id (task));
  if (asy_task_get_provider_id (task) != 0)
    return g_strdup_printf ("provider:%" G_GINT64_FORMAT, asy_task_get_provider_id (task));
  return g_strdup (words[asy_task_get_who_kind (task)]);
}

void
asy_plan_set_who_code (AsyTask *task, const char *code)
{
  const char *word = code != NULL ? code : "family";
  const char *number = strchr (word, ':');
  gint64 id = 0;

  if (number != NULL)
    g_ascii_string_to_signed (number + 1, 10, 0, G_MAXINT64, &id, NULL);
  asy_task_set_person_id (task, g_str_has_prefix (word, "person:") ? id : 0);
  asy_task_set_worker_id (task, g_str_has_prefix (word, "worker:") ? id : 0);
  asy_task_set_provider_id (task, g_str_has_prefix (word, "provider:") ? id : 0);
  if (g_str_has_prefix (word, "worker:") || g_str_equal (word, "assistant"))
    asy_task_set_who_kind (task, ASY_TASK_WHO_KIND_ASSISTANT);
  else if (g_str_has_prefix (word, "provider:") || g_str_equal (word, "institution"))
    asy_task_set_who_kind (task, ASY_TASK_WHO_KIND_INSTITUTION);
  else
    asy_task_set_who_kind (task, g_str_equal (word, "other") ? ASY_TASK_WHO_KIND_OTHER : ASY_TASK_WHO_KIND_FAMILY);
}

char *
asy_plan_dup_aim (AsyContext *context, gint64 aim)
{
  g_autofree char *code = g_strdup_printf ("%d", (int) aim);

  if (aim == 0)
    return NULL;
  return g_strdup_printf ("%s (art. 8 ust. 1 pkt %s)",
                          asy_dictionary_get_label (asy_context_get_office (context)->dictionary, ASY_DICT_STATUTORY_AIM, code), code);
}

char *
asy_plan_dup_gap (const AsyPlanGap *gap)
{
  const int number = gap->goal_index + 1;

  switch (gap->kind)
    {
    case ASY_PLAN_GAP_GOALS:
      return g_strdup (_ ("The plan has no goal yet."));
    case ASY_PLAN_GAP_ACTIONS:
      return g_strdup_printf (_ ("Goal %d has no task: the Act asks for the range of actions (art. 15 ust. 3)."), number);
    case ASY_PLAN_GAP_DATES:
      return g_strdup_printf (_ ("A task of goal %d has no last day: the Act asks for dates (art. 15 ust. 3)."), number);
    case ASY_PLAN_GAP_EFFECT:
      return g_strdup_printf (_ ("Goal %d has no expected effect (art. 15 ust. 3)."), number);
    case ASY_PLAN_GAP_CONSULTATION:
    default:
      return g_strdup (_ ("The plan was not consulted with the social worker yet (art. 15 ust. 1 pkt 1)."));
    }
}

/* Steps. */

static const char *
get_step_label (AsyPlanEditKind kind)
{
  switch (kind)
    {
    case ASY_PLAN_EDIT_CHANGE_PLAN:
      return _ ("the plan changed");
    case ASY_PLAN_EDIT_ADD_GOAL:
      return _ ("a goal added");
    case ASY_PLAN_EDIT_CHANGE_GOAL:
      return _ ("a goal changed");
    case ASY_PLAN_EDIT_REMOVE_GOAL:
      return _ ("a goal removed");
    case ASY_PLAN_EDIT_MOVE_GOAL:
      return _ ("a goal moved");
    case ASY_PLAN_EDIT_ADD_TASK:
      return _ ("a task added");
    case ASY_PLAN_EDIT_CHANGE_TASK:
      return _ ("a task changed");
    case ASY_PLAN_EDIT_REMOVE_TASK:
      return _ ("a task removed");
    case ASY_PLAN_EDIT_MOVE_TASK:
      return _ ("a task moved");
    case ASY_PLAN_EDIT_TICK:
      return _ ("a task ticked");
    case ASY_PLAN_EDIT_INDENT:
      return _ ("a goal made a task");
    case ASY_PLAN_EDIT_OUTDENT:
      return _ ("a task made a goal");
    case ASY_PLAN_EDIT_FORM:
    default:
      return _ ("a form saved");
    }
}

char *
asy_plan_dup_undo (AsyPlanEdit *step)
{
  return step != NULL ? g_strdup_printf (_ ("Undo: %s (Ctrl+Z)"), get_step_label (step->kind)) : g_strdup (_ ("Undo"));
}

char *
asy_plan_dup_redo (AsyPlanEdit *step)
{
  return step != NULL ? g_strdup_printf (_ ("Redo: %s (Ctrl+Shift+Z)"), get_step_label (step->kind)) : g_strdup (_ ("Redo"));
}
