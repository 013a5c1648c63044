/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-family-tabs.h"
#include "law/asy-plan-life.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-plan-words.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyFamilyPlan
{
  AsyFamilyTab parent_instance;

  GtkBox *column;               /* inside the page */
};

G_DEFINE_FINAL_TYPE (AsyFamilyPlan, asy_family_plan, ASY_TYPE_FAMILY_TAB)

static void
add_day (GtkListBox *card, const char *title, AsyDay day)
{
  g_autofree char *text = asy_format_day_long (day);

  gtk_list_box_append (card, asy_family_fact_row_new (title, text, NULL, 0));
}

/* Where it stands, in the words of the plan's own page. */
static GtkWidget *
new_state_row (AsyFamilyData *data, AsyDictionary *dictionary)
{
  AsyPlanFacts facts;
  AsyPlanState state;

  asy_plan_facts_read (data->file, data->file->plan, dictionary, data->today, &facts);
  state = asy_plan_state_compute (&facts, data->today);
  return asy_family_fact_row_new (_("State"), asy_plan_state_get_label (state), NULL, 0);
}

static void
fill_facts (AsyFamilyPlan *self, AsyFamilyData *data, AsyDictionary *dictionary)
{
  AsyPlan *plan = data->file->plan->plan;
  const gboolean is_draft = asy_plan_get_agreed_on (plan) == ASY_DAY_NONE;
  const int version = (int) asy_plan_get_version (plan);
  g_autofree char *title = g_strdup_printf (_("Plan of Work, Version %d"), version);
  GtkWidget *heading = asy_family_heading_new (title, -1, _("Open the Plan"), "view-list-bullet-symbolic", "family.plan");
  GtkListBox *card = asy_family_column_add_card (self->column, heading);
  g_autofree char *from = asy_format_day_long (asy_plan_get_from_day (plan));
  g_autofree char *until = asy_format_day_long (asy_plan_get_until_day (plan));
  g_autofree char *range = from != NULL && until != NULL ? g_strdup_printf ("%s – %s", from, until) : g_strdup (from);

  gtk_list_box_append (card, new_state_row (data, dictionary));
  if (asy_plan_get_main_goal (plan) != NULL)
    gtk_list_box_append (card, asy_family_fact_row_new (_("Main goal"), asy_plan_get_main_goal (plan), NULL, 0));
  gtk_list_box_append (card, asy_family_fact_row_new (_("Period"), range, NULL, 0));
  if (is_draft)
    add_day (card, _("Drafted on"), asy_plan_get_drafted_on (plan));
  else
    add_day (card, _("Agreed on"), asy_plan_get_agreed_on (plan));
  if (asy_plan_get_consulted_on (plan) != ASY_DAY_NONE)
    add_day (card, _("Consulted with the social worker on"), asy_plan_get_consulted_on (plan));
  if (asy_plan_get_review_on (plan) != ASY_DAY_NONE)
    add_day (card, _("Review on"), asy_plan_get_review_on (plan));
}

static GtkWidget *
new_goal_suffix (AsyFamilyData *data, AsyGoal *goal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *bar = gtk_level_bar_new ();
  GtkWidget *label;
  g_autofree char *text = NULL;
  int done, all;

  asy_family_data_count_tasks (data, asy_record_get_id (ASY_RECORD (goal)), &done, &all);
  text = g_strdup_printf (_("%d of %d tasks"), done, all);
  label = asy_caption_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), all > 0 ? (double) done / all : 0);
  gtk_widget_add_css_class (bar, "thin");
  gtk_widget_set_size_request (bar, 120, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static GtkWidget *
new_goal_row (AsyFamilyData *data, AsyGoal *goal, guint number, AsyDictionary *dictionary)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", number, asy_goal_get_title (goal));
  g_autofree char *until = asy_format_day_long (asy_goal_get_until_day (goal));
  const char *area = asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, asy_goal_get_area (goal));
  const char *status = asy_goal_status_get_label (asy_goal_get_status (goal));
  g_autofree char *text = until != NULL ? g_strdup_printf (_("%s · %s · until %s"), area, status, until)
                                        : g_strdup_printf ("%s · %s", area, status);
  GtkWidget *row = asy_family_record_row_new (title, text, new_goal_suffix (data, goal), NULL, 0);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  return row;
}

static void
fill_goals (AsyFamilyPlan *self, AsyFamilyData *data, AsyDictionary *dictionary)
{
  GPtrArray *goals = data->file->plan->goals;
  GtkListBox *card = asy_family_column_add_card (self->column, asy_family_heading_new (_("Goals"), (int) goals->len, NULL, NULL, NULL));

  for (guint i = 0; i < goals->len; i++)
    gtk_list_box_append (card, new_goal_row (data, goals->pdata[i], i + 1, dictionary));
  if (goals->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("The plan has no goals yet. Begin with a difficulty from the diagnosis.")));
}

static void
fill_versions (AsyFamilyPlan *self, AsyFamilyData *data)
{
  GtkListBox *card;

  if (data->file->plans->len < 2)
    return;
  card = asy_family_column_add_card (self->column, asy_family_heading_new (_("Versions"), (int) data->file->plans->len, NULL, NULL, NULL));
  for (guint i = 0; i < data->file->plans->len; i++)
    {
      AsyPlan *plan = data->file->plans->pdata[i];
      g_autofree char *title = g_strdup_printf (_("Version %d"), (int) asy_plan_get_version (plan));
      g_autofree char *day = asy_format_day_long (asy_plan_get_agreed_on (plan));
      g_autofree char *text = day != NULL ? g_strdup_printf (_("agreed on %s"), day) : g_strdup (_("draft"));
      g_autofree char *both = asy_plan_get_change_reason (plan) != NULL
                                ? g_strconcat (text, " · ", asy_plan_get_change_reason (plan), NULL) : g_strdup (text);

      gtk_list_box_append (card, asy_family_record_row_new (title, both, NULL, NULL, 0));
    }
}

static void
asy_family_plan_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyPlan *self = ASY_FAMILY_PLAN (tab);
  AsyDictionary *dictionary = asy_context_get_office (asy_family_tab_get_context (tab))->dictionary;
  const gboolean can_begin = data->facts.first_assigned_on != ASY_DAY_NONE && data->stage != ASY_STAGE_CLOSED;

  asy_ui_clear_box (self->column);
  if (data->file->plan == NULL)
    {
      gtk_box_append (self->column, asy_empty_new ("view-list-bullet-symbolic", _("There Is No Plan of Work Yet"),
                                                   can_begin ? _("The plan is written with the family, after the diagnosis.")
                                                             : _("The plan begins when an assistant is assigned."),
                                                   can_begin ? _("_Write the Plan") : NULL, "family.plan"));
      return;
    }
  fill_facts (self, data, dictionary);
  fill_goals (self, data, dictionary);
  fill_versions (self, data);
}

static void
asy_family_plan_class_init (AsyFamilyPlanClass *klass)
{
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_plan_fill;
}

static void
asy_family_plan_init (AsyFamilyPlan *self)
{
  self->column = asy_family_tab_build_column (ASY_FAMILY_TAB (self), 860);
}
