/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"
#include "model/asy-letter-file.h"

/* One version of a plan on its way into the register. */
typedef struct
{
  Demo *demo;
  DemoFamily *family;
  gint64 plan_id;
  AsyDay from;
  AsyDay until;                 /* last day of the plan */
  AsyDay ended_on;              /* ASY_DAY_NONE: in force */
  gboolean is_draft;
} Version;

static gboolean
is_past (const Version *version)
{
  return version->ended_on != ASY_DAY_NONE;
}

static AsyGoalStatus
choose_goal_status (const Version *version)
{
  const int chance = demo_int (version->demo, 0, 99);

  if (version->is_draft)
    return ASY_GOAL_STATUS_NOT_STARTED;
  if (is_past (version))
    return chance < 55 ? ASY_GOAL_STATUS_DONE : chance < 85 ? ASY_GOAL_STATUS_PARTLY : ASY_GOAL_STATUS_NOT_DONE;
  return chance < 15 ? ASY_GOAL_STATUS_DONE : chance < 75 ? ASY_GOAL_STATUS_IN_PROGRESS
         : chance < 90 ? ASY_GOAL_STATUS_PARTLY : ASY_GOAL_STATUS_NOT_STARTED;
}

static AsyTaskStatus
choose_task_status (const Version *version, AsyGoalStatus goal, AsyDay until)
{
  if (version->is_draft)
    return ASY_TASK_STATUS_PLANNED;
  if (goal == ASY_GOAL_STATUS_DONE || demo_chance (version->demo, 45))
    return ASY_TASK_STATUS_DONE;
  if (is_past (version))
    return demo_chance (version->demo, 50) ? ASY_TASK_STATUS_PARTLY : ASY_TASK_STATUS_NOT_DONE;
  /* Few are late, and not for long. */
  if (until + 20 < version->demo->today || (until < version->demo->today && !demo_chance (version->demo, 15)))
    return ASY_TASK_STATUS_DONE;
  return demo_chance (version->demo, 60) ? ASY_TASK_STATUS_IN_PROGRESS : ASY_TASK_STATUS_PLANNED;
}

static gboolean
add_task (const Version *version, gint64 goal_id, guint position, const AsyDemoTask *what, AsyGoalStatus goal, GError **error)
{
  Demo *demo = version->demo;
  g_autoptr (AsyTask) task = asy_task_new ();
  const AsyDay until = version->from + (AsyDay) demo_int (demo, 30, (int) (version->until - version->from));
  const AsyTaskStatus status = choose_task_status (version, goal, until);
  const AsyDay last = MIN (until, is_past (version) ? version->ended_on : demo->today);

  asy_task_set_goal_id (task, goal_id);
  asy_task_set_position (task, position);
  asy_task_set_what (task, what->what);
  asy_task_set_who_kind (task, what->who);
  if (what->who == ASY_TASK_WHO_KIND_FAMILY)
    {
      asy_task_set_person_id (task, version->family->main_adult_id);
      asy_task_set_resource_id (task, version->family->strengths[position % DEMO_STRENGTHS]);
    }
  else if (what->who == ASY_TASK_WHO_KIND_ASSISTANT)
    asy_task_set_worker_id (task, version->family->worker_id);
  else
    asy_task_set_provider_id (task, demo_find_provider (demo, what->provider_kind, version->family->number));
  asy_task_set_from_day (task, version->from);
  asy_task_set_until_day (task, until);
  asy_task_set_frequency (task, what->frequency);
  asy_task_set_status (task, status);
  if (status == ASY_TASK_STATUS_DONE)
    asy_task_set_done_on (task, version->from + (AsyDay) demo_int (demo, 0, (int) (last - version->from)));
  return demo_insert (demo, task, error);
}

static gboolean
add_goal (const Version *version, guint index, gint64 *ret_id, GError **error)
{
  const AsyDemoTheme *theme = &asy_demo_themes[version->family->themes[index]];
  const AsyGoalStatus status = choose_goal_status (version);
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_goal_set_plan_id (goal, version->plan_id);
  asy_goal_set_position (goal, index + 1);
  asy_goal_set_area (goal, theme->area);
  asy_goal_set_aim (goal, theme->aim);
  asy_goal_set_title (goal, theme->title);
  asy_goal_set_effect (goal, theme->effect);
  asy_goal_set_measure (goal, theme->measure);
  asy_goal_set_priority (goal, index + 1);
  asy_goal_set_from_day (goal, version->from);
  asy_goal_set_until_day (goal, version->until);
  asy_goal_set_status (goal, status);
  if (status != ASY_GOAL_STATUS_NOT_STARTED)
    asy_goal_set_status_on (goal, is_past (version) ? version->ended_on : MIN (version->from + 60, version->demo->today));
  if (!demo_insert (version->demo, goal, error))
    return FALSE;
  *ret_id = asy_record_get_id (ASY_RECORD (goal));
  for (guint i = 0; theme->tasks[i].what != NULL; i++)
    if (!add_task (version, *ret_id, i + 1, &theme->tasks[i], status, error))
      return FALSE;
  return TRUE;
}

static void
set_agreement (const Version *version, AsyPlan *plan)
{
  asy_plan_set_consulted_on (plan, version->from - 2);
  asy_plan_set_consulted_with (plan, "Zofia Radna");
  asy_plan_set_agreed_on (plan, version->from);
  asy_plan_set_approved_on (plan, MIN (version->from + 2, version->demo->today));
  asy_plan_set_approved_by (plan, "Barbara Wzorowa");
  asy_plan_set_review_on (plan, demo_next_review (version->demo, version->family, version->from));
  asy_plan_set_ended_on (plan, version->ended_on);
  demo_set_agreed_steps (version->demo, version->family, plan);
}

static gboolean
add_version (Version *version, int number, GError **error)
{
  Demo *demo = version->demo;
  DemoFamily *family = version->family;
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  DemoPlan known = { 0, version->from, version->ended_on, { 0 } };

  asy_plan_set_case_file_id (plan, family->case_id);
  asy_plan_set_number (plan, 1);
  asy_plan_set_version (plan, number);
  asy_plan_set_from_day (plan, version->from);
  asy_plan_set_until_day (plan, version->until);
  asy_plan_set_main_goal (plan, demo_pick (demo, asy_demo_main_goals));
  asy_plan_set_summary (plan, demo_pick (demo, asy_demo_summaries));
  asy_plan_set_rules (plan, demo_pick (demo, asy_demo_plan_rules));
  asy_plan_set_drafted_on (plan, MIN (version->from - 6, demo->today));
  if (number > 1)
    {
      asy_plan_set_change_kind (plan, ASY_PLAN_CHANGE_KIND_ASSESSMENT);
      asy_plan_set_change_reason (plan, "plan na następny rok");
    }
  if (version->is_draft)
    demo_set_draft_steps (demo, family, plan);
  else
    set_agreement (version, plan);
  if (!demo_insert (demo, plan, error) || !demo_add_plan_life (demo, family, plan, error))
    return FALSE;
  known.id = version->plan_id = asy_record_get_id (ASY_RECORD (plan));
  for (guint i = 0; i < family->n_themes; i++)
    if (!add_goal (version, i, &known.goals[i], error))
      return FALSE;
  if (!version->is_draft)
    {
      g_autofree char *title = g_strdup_printf ("Plan pracy z rodziną nr 1, wersja %d", number);
      const DemoPaper paper = { .made_on = version->from, .kind = ASY_LETTER_KIND_PLAN, .title = g_intern_string (title),
                                .family_id = family->id, .case_id = family->case_id, .worker_id = family->worker_id,
                                .record_id = known.id };

      g_array_append_val (family->plans, known);
      demo_note_paper (demo, &paper);
    }
  return TRUE;
}

/* A year each, a version after another; the last one ends with the work. Work
 * that is long over keeps its last version only: an archive, not a story. */
gboolean
demo_add_plans (Demo *demo, DemoFamily *family, AsyDay diagnosis_on, GError **error)
{
  const gboolean is_old = family->until != ASY_DAY_NONE && family->until + 1000 < demo->today;
  AsyDay from = demo_working_day (diagnosis_on + (AsyDay) demo_int (demo, 9, 12));
  int number = 1;

  if (family->fate == DEMO_PLANNING)
    {
      Version draft = { demo, family, 0, from, asy_day_add_months (from, 12), ASY_DAY_NONE, TRUE };

      /* Half of them are not written yet. */
      return demo_chance (demo, 50) || diagnosis_on + 3 > demo->today || add_version (&draft, 1, error);
    }
  for (;;)
    {
      const AsyDay next = demo_working_day (asy_day_add_months (from, 12));
      Version version = { demo, family, 0, from, asy_day_add_months (from, 12), ASY_DAY_NONE, FALSE };
      const gboolean is_last = next > demo->today || (family->until != ASY_DAY_NONE && next > family->until);

      if (from > demo->today || (family->until != ASY_DAY_NONE && from > family->until))
        return TRUE;
      version.ended_on = is_last ? family->until : next;
      if ((is_last || !is_old) && !add_version (&version, number, error))
        return FALSE;
      if (is_last)
        return TRUE;
      from = next;
      number++;
    }
}
