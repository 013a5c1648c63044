/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-plan-forms.h"
#include "plans/asy-plan-words.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form.h"
#include "ui/asy-rows.h"

static GtkWidget *
new_group (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  return group;
}

static void
add (AsyForm *form, GtkWidget *group, gpointer copy, guint field, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, field, row));
}

static char *
check_period (AsyDay from, AsyDay until)
{
  if (from != ASY_DAY_NONE && until != ASY_DAY_NONE && until < from)
    return g_strdup (_ ("The last day is before the first one."));
  return NULL;
}

static char *
check_plan_period (AsyForm *form, gpointer user_data)
{
  AsyPlan *plan = asy_form_get_record (form, 0);

  return check_period (asy_plan_get_from_day (plan), asy_plan_get_until_day (plan));
}

AsyForm *
asy_plan_form_open (AsyContext *context, AsyPlan *plan)
{
  const gboolean is_new = asy_record_get_id (ASY_RECORD (plan)) == 0;
  AsyForm *form = asy_form_new (context, is_new ? _ ("New plan of work") : _ ("Plan of work"));
  AsyPlan *copy = asy_form_add_record (form, plan);
  GtkWidget *goal = new_group (NULL, NULL);
  GtkWidget *consultation = new_group (_ ("Consultation with the social worker"), _ ("art. 15 ust. 1 pkt 1 of the Act"));

  add (form, goal, copy, ASY_PLAN_MAIN_GOAL, asy_text_row_new (_ ("Main goal, for a year or longer"), 2));
  add (form, goal, copy, ASY_PLAN_SUMMARY, asy_text_row_new (_ ("Diagnosis in short"), 2));
  add (form, goal, copy, ASY_PLAN_FROM_DAY, asy_date_row_new (_ ("From")));
  add (form, goal, copy, ASY_PLAN_UNTIL_DAY, asy_date_row_new (_ ("Until")));
  add (form, goal, copy, ASY_PLAN_REVIEW_ON, asy_date_row_new (_ ("Review on")));
  add (form, goal, copy, ASY_PLAN_RULES, asy_text_row_new (_ ("Rules of co-operation"), 2));
  add (form, consultation, copy, ASY_PLAN_CONSULTED_ON, asy_date_row_new (_ ("Consulted on")));
  add (form, consultation, copy, ASY_PLAN_CONSULTED_WITH, adw_entry_row_new ());
  add (form, consultation, copy, ASY_PLAN_CONSULT_REMARKS, asy_text_row_new (_ ("Remarks of the social worker"), 2));
  asy_form_add_group (form, goal);
  asy_form_add_group (form, consultation);
  asy_form_add_check (form, check_plan_period, NULL);
  asy_form_set_job (form, asy_plan_save_job);
  asy_form_set_draft (form, "plan");
  asy_form_present (form);
  return form;
}

static char *
check_goal_period (AsyForm *form, gpointer user_data)
{
  AsyGoal *goal = asy_form_get_record (form, 0);

  return check_period (asy_goal_get_from_day (goal), asy_goal_get_until_day (goal));
}

static void
on_aim_chosen_cb (AsyChoiceRow *row, gpointer user_data)
{
  AsyForm *form = user_data;
  const char *code = asy_choice_row_get_code (row);
  gint64 aim = 0;

  if (code != NULL)
    g_ascii_string_to_signed (code, 10, 0, 7, &aim, NULL);
  asy_goal_set_aim (asy_form_get_record (form, 0), aim);
  asy_form_touch (form);
}

static GtkWidget *
new_aim_row (AsyContext *context, AsyForm *form, AsyGoal *goal)
{
  GtkWidget *row = asy_choice_row_new (_ ("Statutory aim (art. 8)"));
  g_autofree char *code = g_strdup_printf ("%d", (int) asy_goal_get_aim (goal));

  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (row), asy_context_get_office (context)->dictionary, ASY_DICT_STATUTORY_AIM);
  if (asy_goal_get_aim (goal) != 0)
    asy_choice_row_set_code (ASY_CHOICE_ROW (row), code);
  g_signal_connect (row, "chosen", G_CALLBACK (on_aim_chosen_cb), form);
  return row;
}

AsyForm *
asy_goal_form_open (AsyContext *context, AsyGoal *goal)
{
  const gboolean is_new = asy_record_get_id (ASY_RECORD (goal)) == 0;
  AsyForm *form = asy_form_new (context, is_new ? _ ("New goal") : _ ("Goal"));
  AsyGoal *copy = asy_form_add_record (form, goal);
  GtkWidget *main_group = new_group (NULL, NULL);
  GtkWidget *effect = new_group (_ ("Expected effect"), _ ("art. 15 ust. 3 of the Act: actions, dates and expected effects"));
  GtkWidget *area = asy_choice_row_new (_ ("Work area"));
  GtkWidget *priority = asy_choice_row_new (_ ("Priority"));

  add (form, main_group, copy, ASY_GOAL_TITLE, adw_entry_row_new ());
  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (area), asy_context_get_office (context)->dictionary, ASY_DICT_WORK_AREA);
  add (form, main_group, copy, ASY_GOAL_AREA, area);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (main_group), new_aim_row (context, form, copy));
  asy_choice_row_set_choices (ASY_CHOICE_ROW (priority), asy_plan_priorities);
  add (form, main_group, copy, ASY_GOAL_PRIORITY, priority);
  add (form, main_group, copy, ASY_GOAL_FROM_DAY, asy_date_row_new (_ ("From")));
  add (form, main_group, copy, ASY_GOAL_UNTIL_DAY, asy_date_row_new (_ ("Until")));
  add (form, effect, copy, ASY_GOAL_EFFECT, asy_text_row_new (_ ("Expected effect"), 2));
  add (form, effect, copy, ASY_GOAL_MEASURE, asy_text_row_new (_ ("How one will know"), 2));
  asy_form_add_group (form, main_group);
  asy_form_add_group (form, effect);
  if (!is_new)
    {
      GtkWidget *progress = new_group (_ ("Progress"), NULL);
      GtkWidget *state = asy_choice_row_new (_ ("State"));

      asy_choice_row_set_choices (ASY_CHOICE_ROW (state), asy_plan_goal_states);
      add (form, progress, copy, ASY_GOAL_STATUS, state);
      add (form, progress, copy, ASY_GOAL_STATUS_NOTE, asy_text_row_new (_ ("Effect so far, or why not"), 2));
      asy_form_add_group (form, progress);
    }
  asy_form_add_check (form, check_goal_period, NULL);
  asy_form_set_job (form, asy_plan_save_goal_job);
  asy_form_set_draft (form, "goal");
  asy_form_present (form);
  return form;
}

static char *
check_task_period (AsyForm *form, gpointer user_data)
{
  AsyTask *task = asy_form_get_record (form, 0);

  return check_period (asy_task_get_from_day (task), asy_task_get_until_day (task));
}

static void
on_who_chosen_cb (AsyChoiceRow *row, gpointer user_data)
{
  AsyForm *form = user_data;

  asy_plan_set_who_code (asy_form_get_record (form, 0), asy_choice_row_get_code (row));
  asy_form_touch (form);
}

/* Strengths and resources that the diagnosis names. */
static GtkWidget *
new_resource_row (const AsyPlanAnswer *answer)
{
  GtkWidget *row = asy_choice_row_new (_ ("Builds on"));
  AsyDiagnosisFile *diagnosis = answer->family->diagnosis;

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _ ("nothing"));
  for (guint i = 0; diagnosis != NULL && i < diagnosis->items->len; i++)
    if (asy_diagnosis_item_is_resource (diagnosis->items->pdata[i]))
      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (diagnosis->items->pdata[i]),
                                asy_diagnosis_item_get_body (diagnosis->items->pdata[i]), NULL);
  return row;
}

static GtkWidget *
new_who_row (AsyForm *form, AsyTask *task, const AsyPlanAnswer *answer)
{
  GtkWidget *row = asy_choice_row_new (_ ("Who"));
  g_autofree char *chosen = asy_plan_dup_who_code (task);

  asy_choice_row_append (ASY_CHOICE_ROW (row), "family", _ ("The family"), NULL);
  for (guint i = 0; i < answer->family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (answer->family->members, i);
      g_autofree char *code = g_strdup_printf ("person:%" G_GINT64_FORMAT, asy_record_get_id (ASY_RECORD (entry->person)));
      g_autofree char *name = asy_person_dup_full_name (entry->person);

      if (asy_member_get_left_on (entry->member) == ASY_DAY_NONE)
        asy_choice_row_append (ASY_CHOICE_ROW (row), code, name, _ ("family"));
    }
  for (guint i = 0; i < answer->workers->len; i++)
    {
      AsyWorker *worker = g_ptr_array_index (answer->workers, i);
      g_autofree char *code = g_strdup_printf ("worker:%" G_GINT64_FORMAT, asy_record_get_id (ASY_RECORD (worker)));
      g_autofree char *name = asy_worker_dup_full_name (worker);

      asy_choice_row_append (ASY_CHOICE_ROW (row), code, name, _ ("family assistant"));
    }
  for (guint i = 0; i < answer->providers->len; i++)
    {
      g_autofree char *code = g_strdup_printf ("provider:%" G_GINT64_FORMAT, asy_record_get_id (answer->providers->pdata[i]));

      asy_choice_row_append (ASY_CHOICE_ROW (row), code, asy_provider_get_name (answer->providers->pdata[i]), _ ("institution"));
    }
  asy_choice_row_append (ASY_CHOICE_ROW (row), "assistant", _ ("Family assistant"), NULL);
  asy_choice_row_append (ASY_CHOICE_ROW (row), "institution", _ ("An institution (name it below)"), NULL);
  asy_choice_row_append (ASY_CHOICE_ROW (row), "other", _ ("Somebody else (name them below)"), NULL);
  asy_choice_row_set_code (ASY_CHOICE_ROW (row), chosen);
  g_signal_connect (row, "chosen", G_CALLBACK (on_who_chosen_cb), form);
  return row;
}

AsyForm *
asy_task_form_open (AsyContext *context, AsyTask *task, const AsyPlanAnswer *answer)
{
  const gboolean is_new = asy_record_get_id (ASY_RECORD (task)) == 0;
  AsyForm *form = asy_form_new (context, is_new ? _ ("New task") : _ ("Task"));
  AsyTask *copy = asy_form_add_record (form, task);
  GtkWidget *group = new_group (NULL, NULL);
  GtkWidget *when = new_group (_ ("When"), NULL);
  GtkWidget *frequency = asy_choice_row_new (_ ("How often"));

  add (form, group, copy, ASY_TASK_WHAT, adw_entry_row_new ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_who_row (form, copy, answer));
  add (form, group, copy, ASY_TASK_WHO_TEXT, adw_entry_row_new ());
  add (form, group, copy, ASY_TASK_RESOURCE_ID, new_resource_row (answer));
  add (form, when, copy, ASY_TASK_FROM_DAY, asy_date_row_new (_ ("From")));
  add (form, when, copy, ASY_TASK_UNTIL_DAY, asy_date_row_new (_ ("Until")));
  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (frequency), asy_context_get_office (context)->dictionary, ASY_DICT_FREQUENCY);
  add (form, when, copy, ASY_TASK_FREQUENCY, frequency);
  asy_form_add_group (form, group);
  asy_form_add_group (form, when);
  if (!is_new)
    {
      GtkWidget *progress = new_group (_ ("Progress"), NULL);
      GtkWidget *state = asy_choice_row_new (_ ("State"));

      asy_choice_row_set_choices (ASY_CHOICE_ROW (state), asy_plan_task_states);
      add (form, progress, copy, ASY_TASK_STATUS, state);
      add (form, progress, copy, ASY_TASK_DONE_ON, asy_date_row_new (_ ("Done on")));
      add (form, progress, copy, ASY_TASK_NOTE, asy_text_row_new (_ ("Note"), 2));
      asy_form_add_group (form, progress);
    }
  asy_form_add_check (form, check_task_period, NULL);
  asy_form_set_job (form, asy_plan_save_task_job);
  asy_form_set_draft (form, "task");
  asy_form_present (form);
  return form;
}
