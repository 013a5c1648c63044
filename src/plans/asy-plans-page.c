/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "law/asy-diagnosis-rules.h"
#include "plans/asy-goal-view.h"
#include "plans/asy-plan-forms.h"
#include "plans/asy-plans-page.h"
#include "plans/asy-year-strip.h"
#include "ui/asy-banner.h"
#include "ui/asy-compat.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* Longer difficulties are cut in the menu; the goal gets them whole. */
#define MENU_CHARS 52

struct _AsyPlansPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyPlanAnswer *answer;        /* nullable until a family is shown */
  gint64 family_id;
  gint64 goal_id;               /* the goal that is shown */
  gint64 gap_goal_id;           /* where the banner leads */
  gboolean is_filling;

  /* template children */
  AdwWindowTitle *title;
  GtkImage *sign;
  AdwBin *back_place;
  GtkStack *stack;
  AsyPill *version_pill;
  GtkLabel *state_label;
  GtkButton *amend_button;
  GtkButton *agree_button;
  GtkListBox *goals;
  GtkMenuButton *diagnosis_button;
  AsyBanner *banner;
  GtkBox *goal_box;
  AsyYearStrip *year_strip;
};

static void asy_plans_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyPlansPage, asy_plans_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_plans_page_page_init))

static AsyPlanFile *
get_file (AsyPlansPage *self)
{
  return self->answer != NULL ? self->answer->family->plan : NULL;
}

static gboolean
is_draft (AsyPlansPage *self)
{
  AsyPlanFile *file = get_file (self);

  return file != NULL && asy_plan_get_agreed_on (file->plan) == ASY_DAY_NONE;
}

static AsyGoal *
find_goal (AsyPlansPage *self, guint *ret_number)
{
  AsyPlanFile *file = get_file (self);

  for (guint i = 0; file != NULL && i < file->goals->len; i++)
    {
      AsyGoal *goal = g_ptr_array_index (file->goals, i);

      if (asy_record_get_id (ASY_RECORD (goal)) != self->goal_id)
        continue;
      if (ret_number != NULL)
        *ret_number = i + 1;
      return goal;
    }
  return NULL;
}

static void
show_goal (AsyPlansPage *self)
{
  guint number = 0;
  AsyGoal *goal = find_goal (self, &number);

  asy_ui_clear_box (self->goal_box);
  if (goal != NULL)
    asy_goal_view_fill (self->goal_box, self->context, self->answer, goal, number);
  else
    gtk_box_append (self->goal_box, asy_empty_new ("view-list-bullet-symbolic", _ ("The plan has no goals yet"),
                                                   _ ("Begin with the difficulties of the diagnosis."), _ ("Add a _goal"), "plan.new-goal"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.new-task", goal != NULL && is_draft (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.edit-goal", goal != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.remove-goal", goal != NULL && is_draft (self));
  asy_year_strip_show (self->year_strip, self->answer->family, self->goal_id);
}

static void
on_goal_selected_cb (AsyPlansPage *self, GtkListBoxRow *row)
{
  AsyGoal *goal = row != NULL ? g_object_get_data (G_OBJECT (row), "goal") : NULL;

  if (self->is_filling || goal == NULL)
    return;
  self->goal_id = asy_record_get_id (ASY_RECORD (goal));
  show_goal (self);
}

static void
on_goal_activated_cb (AsyPlansPage *self, gint64 goal_id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->goals, i)) != NULL; i++)
    if (asy_record_get_id (g_object_get_data (G_OBJECT (row), "goal")) == goal_id)
      gtk_list_box_select_row (self->goals, row);
}

static gboolean
has_gap (GArray *gaps, gint64 goal_id)
{
  for (guint i = 0; i < gaps->len; i++)
    if (g_array_index (gaps, AsyPlanGap, i).goal_id == goal_id && g_array_index (gaps, AsyPlanGap, i).is_blocking)
      return TRUE;
  return FALSE;
}

static void
on_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AsyPlansPage *self = user_data;
  AsyGoal *goal = g_object_get_data (G_OBJECT (row), "goal");
  AsyGoal *previous = before != NULL ? g_object_get_data (G_OBJECT (before), "goal") : NULL;
  GtkWidget *label;

  if (previous != NULL && g_strcmp0 (asy_goal_get_area (goal), asy_goal_get_area (previous)) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = asy_caption_new (asy_dictionary_get_label (asy_context_get_office (self->context)->dictionary, ASY_DICT_WORK_AREA, asy_goal_get_area (goal)));
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_top (label, 10);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_box_row_set_header (row, label);
}

static void
fill_goals (AsyPlansPage *self, GArray *gaps)
{
  AsyPlanFile *file = get_file (self);
  GtkListBoxRow *selected = NULL;

  self->is_filling = TRUE;
  asy_ui_clear_list (self->goals);
  if (find_goal (self, NULL) == NULL)
    self->goal_id = file->goals->len > 0 ? asy_record_get_id (g_ptr_array_index (file->goals, 0)) : 0;
  for (guint i = 0; i < file->goals->len; i++)
    {
      AsyGoal *goal = g_ptr_array_index (file->goals, i);
      const gint64 id = asy_record_get_id (ASY_RECORD (goal));
      g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (file, id);
      GtkWidget *row = asy_goal_row_new (goal, tasks, i + 1, has_gap (gaps, id), asy_context_get_today (self->context));

      gtk_list_box_append (self->goals, row);
      if (id == self->goal_id)
        selected = GTK_LIST_BOX_ROW (row);
    }
  gtk_list_box_select_row (self->goals, selected);
  self->is_filling = FALSE;
}

static char *
dup_menu_label (AsyDiagnosisItem *item)
{
  const char *body = asy_diagnosis_item_get_body (item);
  const char *level = asy_level_get_label (asy_diagnosis_item_get_severity (item));
  g_autofree char *start = g_utf8_strlen (body, -1) > MENU_CHARS ? g_utf8_substring (body, 0, MENU_CHARS) : NULL;
  GString *text = g_string_new (NULL);

  if (start != NULL)
    g_string_printf (text, "%s… · %s", g_strchomp (start), level);
  else
    g_string_printf (text, "%s · %s", body, level);
  g_string_replace (text, "_", "__", 0);
  return g_string_free (text, FALSE);
}

/* Difficulties of the diagnosis that no goal answers yet. */
static void
fill_diagnosis_menu (AsyPlansPage *self)
{
  AsyDiagnosisFile *diagnosis = self->answer->family->diagnosis;
  g_autoptr (GPtrArray) items = diagnosis != NULL ? asy_diagnosis_list_uncovered (diagnosis, get_file (self)->goals) : g_ptr_array_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *label = dup_menu_label (items->pdata[i]);
      g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (entry, "plan.goal-from-diagnosis", "x", asy_record_get_id (items->pdata[i]));
      g_menu_append_item (menu, entry);
    }
  gtk_menu_button_set_menu_model (self->diagnosis_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->diagnosis_button), is_draft (self) && items->len > 0);
}

static char *
dup_gap_text (const AsyPlanGap *gap)
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

static void
show_gaps (AsyPlansPage *self, GArray *gaps)
{
  const AsyPlanGap *gap = asy_plan_gaps_find_blocking (gaps);
  g_autofree char *text = NULL;

  if (gap == NULL && gaps->len > 0)
    gap = &g_array_index (gaps, AsyPlanGap, 0);
  if (gap == NULL || !is_draft (self))
    {
      asy_banner_hide (self->banner);
      return;
    }
  self->gap_goal_id = gap->goal_id;
  text = dup_gap_text (gap);
  asy_banner_show (self->banner, ASY_MEANING_SOON, text, _ ("_Complete"), NULL);
}

static char *
dup_state (AsyPlansPage *self)
{
  AsyPlanFile *file = get_file (self);
  const AsyDay agreed = asy_plan_get_agreed_on (file->plan);
  guint done, all, late;
  g_autofree char *tasks = NULL;
  g_autofree char *day = NULL;

  asy_goal_count_tasks (file->tasks, asy_context_get_today (self->context), &done, &all, &late);
  tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u task done", "%u of %u tasks done", all), done, all);
  if (agreed == ASY_DAY_NONE)
    return g_strdup_printf (_ ("draft, not agreed yet · %s"), tasks);
  day = asy_format_day_long (agreed);
  return g_strdup_printf (_ ("agreed %s · %s"), day, tasks);
}

static void
show_plan (AsyPlansPage *self)
{
  AsyPlanFile *file = get_file (self);
  g_autofree char *version = NULL;
  g_autofree char *state = NULL;
  g_autoptr (GArray) gaps = NULL;

  adw_window_title_set_subtitle (self->title, asy_family_get_name (self->answer->family->family));
  asy_family_sign_set (self->sign, self->context, asy_record_get_id (ASY_RECORD (self->answer->family->family)));
  gtk_stack_set_visible_child_name (self->stack, file != NULL ? "plan" : "empty");
  asy_ui_hide_others (self->stack);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.new", file == NULL && self->answer->family->current != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.edit", is_draft (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.new-goal", is_draft (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.amend", file != NULL && !is_draft (self));
  if (file == NULL)
    return;
  gaps = asy_plan_find_gaps (file);
  version = g_strdup_printf (_ ("Version %d"), (int) asy_plan_get_version (file->plan));
  state = dup_state (self);
  asy_pill_set (self->version_pill, version, ASY_MEANING_INFO);
  gtk_label_set_text (self->state_label, state);
  gtk_widget_set_visible (GTK_WIDGET (self->agree_button), is_draft (self));
  gtk_widget_set_visible (GTK_WIDGET (self->amend_button), !is_draft (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.agree", is_draft (self) && asy_plan_gaps_find_blocking (gaps) == NULL);
  fill_goals (self, gaps);
  fill_diagnosis_menu (self);
  show_gaps (self, gaps);
  show_goal (self);
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyPlansPage *self = owner;

  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->answer, asy_plan_answer_free);
  self->answer = result;
  show_plan (self);
}

static void
reload (AsyPlansPage *self)
{
  if (self->family_id != 0)
    asy_context_ask (self->context, self, "load", asy_plan_load_job, g_memdup2 (&self->family_id, sizeof self->family_id), g_free,
                     (GDestroyNotify) asy_plan_answer_free, on_loaded_cb);
}

static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  static const char *const followed[] = { "*", "plan", "goal", "task", "family", "member", "diagnosis", "diagnosis_item", NULL };

  if (g_strv_contains (followed, kind))
    reload (ASY_PLANS_PAGE (user_data));
}

static void
on_banner_clicked_cb (AsyPlansPage *self)
{
  AsyGoal *goal;

  if (self->gap_goal_id == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), get_file (self)->goals->len == 0 ? "plan.new-goal" : "plan.edit", NULL);
      return;
    }
  self->goal_id = self->gap_goal_id;
  show_plan (self);
  goal = find_goal (self, NULL);
  if (goal != NULL && asy_goal_get_effect (goal) == NULL)
    asy_goal_form_open (self->context, goal);
}

static void
new_plan_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  g_autoptr (AsyPlan) plan = asy_plan_new ();

  asy_plan_set_case_file_id (plan, asy_record_get_id (ASY_RECORD (self->answer->family->current)));
  asy_plan_set_from_day (plan, asy_context_get_today (self->context));
  asy_plan_form_open (self->context, plan);
}

static void
edit_plan_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);

  asy_plan_form_open (self->context, get_file (self)->plan);
}

static AsyGoal *
new_goal (AsyPlansPage *self)
{
  AsyGoal *goal = asy_goal_new ();
  AsyPlan *plan = get_file (self)->plan;

  asy_goal_set_plan_id (goal, asy_record_get_id (ASY_RECORD (plan)));
  asy_goal_set_from_day (goal, asy_plan_get_from_day (plan));
  asy_goal_set_until_day (goal, asy_plan_get_until_day (plan));
  return goal;
}

static void
new_goal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  g_autoptr (AsyGoal) goal = new_goal (self);

  asy_goal_form_open (self->context, goal);
}

static void
goal_from_diagnosis_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyDiagnosisFile *diagnosis = is_draft (self) ? self->answer->family->diagnosis : NULL;
  AsyDiagnosisItem *item = diagnosis != NULL ? asy_diagnosis_file_find_item (diagnosis, g_variant_get_int64 (parameter)) : NULL;
  g_autoptr (AsyGoal) goal = NULL;

  if (item == NULL)
    return;
  goal = new_goal (self);
  asy_goal_set_area (goal, asy_diagnosis_item_get_area (item));
  asy_goal_set_title (goal, asy_diagnosis_item_get_body (item));
  asy_goal_form_open (self->context, goal);
}

static void
edit_goal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyGoal *goal = find_goal (self, NULL);

  if (goal != NULL)
    asy_goal_form_open (self->context, goal);
}

static void
on_remove_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyPlansPage) self = user_data;
  AsyGoal *goal = find_goal (self, NULL);

  if (asy_ui_confirm_finish (result) && goal != NULL)
    asy_context_ask (self->context, self, NULL, asy_plan_delete_goal_job, asy_record_duplicate (goal), g_object_unref, NULL, NULL);
}

static void
remove_goal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_ui_confirm_async (widget, _ ("Remove the goal?"), _ ("Its tasks go with it. This is possible as long as the plan is a draft."),
                        _ ("_Remove"), TRUE, on_remove_confirmed_cb, g_object_ref (widget));
}

static void
new_task_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyGoal *goal = find_goal (self, NULL);
  g_autoptr (AsyTask) task = asy_task_new ();

  if (goal == NULL)
    return;
  asy_task_set_goal_id (task, self->goal_id);
  asy_task_set_from_day (task, asy_goal_get_from_day (goal));
  asy_task_set_until_day (task, asy_goal_get_until_day (goal));
  asy_task_form_open (self->context, task, self->answer);
}

static void
edit_task_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  const gint64 id = g_variant_get_int64 (parameter);
  AsyPlanFile *file = get_file (self);

  for (guint i = 0; file != NULL && i < file->tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (file->tasks, i);

      if (asy_record_get_id (ASY_RECORD (task)) == id)
        asy_task_form_open (self->context, task, self->answer);
    }
}

static void
agree_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);

  asy_plan_agree_form_open (self->context, get_file (self)->plan);
}

static void
amend_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);

  asy_plan_amend_form_open (self->context, get_file (self)->plan);
}

static gboolean
asy_plans_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (page);

  if (!g_str_equal (what, "plan"))
    return FALSE;
  if (self->family_id != id)
    self->goal_id = 0;
  self->family_id = id;
  reload (self);
  return TRUE;
}

static void
asy_plans_page_activate (AsyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (ASY_PLANS_PAGE (page)->goals));
}

static gint64
asy_plans_page_get_family (AsyPage *page)
{
  return ASY_PLANS_PAGE (page)->family_id;
}

static void
asy_plans_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_plans_page_show;
  iface->activate = asy_plans_page_activate;
  iface->get_family = asy_plans_page_get_family;
}

static void
asy_plans_page_dispose (GObject *object)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (object);

  /* The list asks for headers again while it is taken apart. */
  if (self->goals != NULL)
    gtk_list_box_set_header_func (self->goals, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_PLANS_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->answer, asy_plan_answer_free);

  G_OBJECT_CLASS (asy_plans_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.new", NULL, new_plan_action);
  gtk_widget_class_install_action (widget_class, "plan.edit", NULL, edit_plan_action);
  gtk_widget_class_install_action (widget_class, "plan.new-goal", NULL, new_goal_action);
  gtk_widget_class_install_action (widget_class, "plan.goal-from-diagnosis", "x", goal_from_diagnosis_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-goal", NULL, edit_goal_action);
  gtk_widget_class_install_action (widget_class, "plan.remove-goal", NULL, remove_goal_action);
  gtk_widget_class_install_action (widget_class, "plan.new-task", NULL, new_task_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-task", "x", edit_task_action);
  gtk_widget_class_install_action (widget_class, "plan.agree", NULL, agree_action);
  gtk_widget_class_install_action (widget_class, "plan.amend", NULL, amend_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "plan.new-goal", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "plan.new-task", NULL);
}

static void
asy_plans_page_class_init (AsyPlansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_plans_page_dispose;

  g_type_ensure (ASY_TYPE_PILL);
  g_type_ensure (ASY_TYPE_BANNER);
  g_type_ensure (ASY_TYPE_YEAR_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/plans/plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, sign);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, back_place);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, version_pill);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, amend_button);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, agree_button);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goals);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, diagnosis_button);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goal_box);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, year_strip);
  gtk_widget_class_bind_template_callback (widget_class, on_goal_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_goal_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_clicked_cb);
  install_actions (widget_class);
}

static void
asy_plans_page_init (AsyPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->back_place, asy_back_button_new ());
  gtk_list_box_set_header_func (self->goals, on_header_cb, self, NULL);
}

GtkWidget *
asy_plans_page_new (AsyContext *context)
{
  AsyPlansPage *self = g_object_new (ASY_TYPE_PLANS_PAGE, NULL);

  self->context = g_object_ref (context);
  asy_year_strip_set_context (self->year_strip, context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  return GTK_WIDGET (self);
}
