/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "law/asy-diagnosis-rules.h"
#include "plans/asy-difficulty-list.h"
#include "plans/asy-difficulty-menu.h"
#include "plans/asy-goal-list.h"
#include "plans/asy-goal-view.h"
#include "plans/asy-library-form.h"
#include "plans/asy-library-pane.h"
#include "plans/asy-plan-bar.h"
#include "plans/asy-plan-forms.h"
#include "plans/asy-plan-life-forms.h"
#include "plans/asy-plan-edits.h"
#include "plans/asy-plan-library.h"
#include "plans/asy-plan-shortcuts.h"
#include "plans/asy-plan-words.h"
#include "plans/asy-plans-page.h"
#include "plans/asy-year-strip.h"
#include "ui/asy-banner.h"
#include "ui/asy-compat.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"
#include "ui/asy-width-bin.h"
#include "ui/asy-words.h"

/* The goals: beside the form, and where they come down from a button. */
#define PANE_WIDTH_PX 268
#define POPOVER_WIDTH_PX 340
#define POPOVER_HEIGHT_PX 430
/* From here on there is room for all columns beside the goals and the library. */
#define WIDE_PX 1400

struct _AsyPlansPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyPlanEditor *editor;
  char *goal_uid;               /* nullable: the goal that is shown */
  AsyPlanGap gap;               /* where the banner leads */
  char *menu_key;               /* nullable: what the menu of difficulties says */

  /* children, made in code */
  AsyGoalList *goals;
  AsyDifficultyList *difficulties;
  AsyGoalView *view;
  AsyLibraryPane *library;
  GtkWidget *main_goal;

  /* template children */
  AdwWindowTitle *title;
  GtkImage *sign;
  AdwBin *back_place;
  GtkStack *stack;
  AsyPlanBar *bar;
  AdwBin *goals_place;
  AdwBin *difficulties_place;
  AdwBin *main_goal_place;
  AdwFlap *library_flap;
  AsyWidthBin *room;
  GtkBox *columns;
  GtkWidget *goals_pane;
  GtkWidget *goals_separator;
  GtkMenuButton *goals_button;
  GtkPopover *goals_popover;
  GtkLabel *goals_label;
  GtkMenuButton *diagnosis_button;
  AsyBanner *banner;
  GtkStack *goal_stack;
  AsyWidthBin *view_place;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkLabel *saved_label;
  AsyYearStrip *year_strip;
};

static void asy_plans_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyPlansPage, asy_plans_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_plans_page_page_init))

static AsyPlanFile *
get_file (AsyPlansPage *self)
{
  return asy_plan_editor_get_file (self->editor);
}

static AsyFamilyFile *
get_family (AsyPlansPage *self)
{
  AsyPlanAnswer *answer = asy_plan_editor_get_answer (self->editor);

  return answer != NULL ? answer->family : NULL;
}

static gboolean
is_draft (AsyPlansPage *self)
{
  return asy_plan_editor_is_draft (self->editor);
}

static AsyGoal *
find_goal (AsyPlansPage *self)
{
  AsyPlanFile *file = get_file (self);

  return file != NULL ? asy_plan_file_find_goal (file, self->goal_uid) : NULL;
}

static void
choose_goal (AsyPlansPage *self, AsyGoal *goal)
{
  g_autofree char *uid = goal != NULL ? g_strdup (asy_record_get_uid (ASY_RECORD (goal))) : NULL;

  g_free (self->goal_uid);
  self->goal_uid = g_steal_pointer (&uid);
}

/* The goal to show: the one chosen, or the first. */
static AsyGoal *
settle_goal (AsyPlansPage *self, guint *ret_number)
{
  AsyPlanFile *file = get_file (self);
  AsyGoal *goal = find_goal (self);

  if (goal == NULL && file->goals->len > 0)
    goal = file->goals->pdata[0];
  choose_goal (self, goal);
  if (goal == NULL || !g_ptr_array_find (file->goals, goal, ret_number))
    *ret_number = 0;
  (*ret_number)++;
  return goal;
}

/* In a narrow window the goals come down from a button above the form. */

static gboolean
is_narrow (AsyPlansPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->goals_button));
}

static void
focus_goals (AsyPlansPage *self)
{
  if (is_narrow (self) && !gtk_widget_get_mapped (self->goals_pane))
    gtk_widget_grab_focus (GTK_WIDGET (self->goals_button));
  else
    asy_goal_list_focus (self->goals);
}

static void
close_goals (AsyPlansPage *self)
{
  if (is_narrow (self))
    gtk_menu_button_popdown (self->goals_button);
}

/* The list, not what stands above it, once the popover has given the focus. */
static gboolean
on_goals_shown_cb (gpointer user_data)
{
  AsyPlansPage *self = user_data;

  if (gtk_widget_get_mapped (self->goals_pane))
    asy_goal_list_focus (self->goals);
  return G_SOURCE_REMOVE;
}

static void
on_goals_map_cb (AsyPlansPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_goals_shown_cb, g_object_ref (self), g_object_unref);
}

static void
on_room_cb (AsyPlansPage *self)
{
  const gboolean will_be_narrow = asy_width_bin_get_narrow (self->room);
  g_autoptr (GtkWidget) pane = g_object_ref (self->goals_pane);

  if (will_be_narrow == is_narrow (self))
    return;
  close_goals (self);
  if (will_be_narrow)
    gtk_box_remove (self->columns, pane);
  gtk_popover_set_child (self->goals_popover, will_be_narrow ? pane : NULL);
  if (!will_be_narrow)
    gtk_box_prepend (self->columns, pane);
  gtk_widget_set_size_request (pane, will_be_narrow ? POPOVER_WIDTH_PX : PANE_WIDTH_PX, will_be_narrow ? POPOVER_HEIGHT_PX : -1);
  if (will_be_narrow)
    gtk_widget_remove_css_class (pane, "asy-list-pane");
  else
    gtk_widget_add_css_class (pane, "asy-list-pane");
  gtk_widget_set_visible (self->goals_separator, !will_be_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->goals_button), will_be_narrow);
}

/* @goal (nullable) is the @number-th. */
static void
name_goals_button (AsyPlansPage *self, AsyGoal *goal, guint number, gboolean has_blank)
{
  g_autofree char *text = goal != NULL && !has_blank ? g_strdup_printf ("%u. %s", number, asy_goal_get_title (goal))
                                                     : g_strdup (has_blank ? _ ("New goal") : _ ("Goals"));

  if (!g_str_equal (gtk_label_get_text (self->goals_label), text))
    gtk_label_set_text (self->goals_label, text);
}

static void
allow_actions (AsyPlansPage *self, AsyGoal *goal)
{
  static const char *const of_goal[] = { "plan.new-task", "plan.remove-goal", "plan.move-goal", "plan.move", "plan.indent", "plan.outdent",
                                         "plan.remove-task", "plan.move-task", "plan.task-resource", NULL };
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean is_writable = asy_plan_editor_is_writable (self->editor);

  gtk_widget_action_set_enabled (widget, "plan.edit", is_draft (self));
  for (guint i = 0; of_goal[i] != NULL; i++)
    gtk_widget_action_set_enabled (widget, of_goal[i], goal != NULL && is_writable);
  gtk_widget_action_set_enabled (widget, "plan.new-goal", is_writable);
  gtk_widget_action_set_enabled (widget, "plan.library", is_writable);
  gtk_widget_action_set_enabled (widget, "plan.keep-goal", goal != NULL);
  gtk_widget_action_set_enabled (widget, "plan.edit-goal", goal != NULL);
  gtk_widget_action_set_enabled (widget, "plan.tick", goal != NULL && asy_plan_editor_is_open (self->editor));
  gtk_widget_action_set_enabled (widget, "plan.undo", asy_plan_editor_peek_undo (self->editor) != NULL);
  gtk_widget_action_set_enabled (widget, "plan.redo", asy_plan_editor_peek_redo (self->editor) != NULL);
}

static void
show_goals (AsyPlansPage *self, GArray *gaps)
{
  const gboolean has_blank = asy_goal_view_has_blank (self->view);
  guint number;
  AsyGoal *goal = settle_goal (self, &number);

  asy_goal_list_show (self->goals, gaps, self->goal_uid, has_blank);
  name_goals_button (self, goal, number, has_blank);
  asy_goal_view_show (self->view, goal, number, gaps);
  gtk_stack_set_visible_child_name (self->goal_stack, goal != NULL || has_blank ? "goal" : "empty");
  asy_year_strip_show (self->year_strip, get_family (self), goal != NULL ? asy_record_get_id (ASY_RECORD (goal)) : 0);
  allow_actions (self, goal);
}

static void
show_chosen (AsyPlansPage *self)
{
  g_autoptr (GArray) gaps = asy_plan_find_gaps (get_file (self));

  show_goals (self, gaps);
}

static void
on_goal_chosen_cb (AsyPlansPage *self, const char *uid)
{
  asy_goal_view_drop_blank (self->view);
  choose_goal (self, asy_plan_file_find_goal (get_file (self), uid));
  show_chosen (self);
}

static void
on_goal_activated_cb (AsyPlansPage *self, gint64 goal_id)
{
  AsyPlanFile *file = get_file (self);

  for (guint i = 0; file != NULL && i < file->goals->len; i++)
    if (asy_record_get_id (file->goals->pdata[i]) == goal_id)
      on_goal_chosen_cb (self, asy_record_get_uid (file->goals->pdata[i]));
}

static void
on_goal_written_cb (AsyPlansPage *self, const char *uid)
{
  AsyPlanFile *file = get_file (self);

  if (file == NULL)
    return;
  if (uid != NULL)
    choose_goal (self, asy_plan_file_find_goal (file, uid));
  show_chosen (self);
}

/* Difficulties of the diagnosis that no goal answers yet. */
static void
fill_diagnosis_menu (AsyPlansPage *self)
{
  AsyDiagnosisFile *diagnosis = get_family (self)->diagnosis;
  g_autoptr (GPtrArray) items = diagnosis != NULL ? asy_diagnosis_list_uncovered (diagnosis, get_file (self)->goals) : g_ptr_array_new ();
  g_autofree char *key = asy_difficulty_menu_dup_key (items);
  g_autoptr (GMenu) menu = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->diagnosis_button), asy_plan_editor_is_writable (self->editor) && items->len > 0);
  if (g_strcmp0 (self->menu_key, key) == 0)
    return;
  g_free (self->menu_key);
  self->menu_key = g_steal_pointer (&key);
  menu = asy_difficulty_menu_new (items);
  gtk_menu_button_set_menu_model (self->diagnosis_button, G_MENU_MODEL (menu));
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
  self->gap = *gap;
  text = asy_plan_dup_gap (gap);
  asy_banner_show (self->banner, ASY_MEANING_SOON, text, _ ("_Complete"), NULL);
}

static void
show_saved (AsyPlansPage *self)
{
  GDateTime *saved_at = asy_plan_editor_get_saved_at (self->editor);
  g_autofree char *undo = asy_plan_dup_undo (asy_plan_editor_peek_undo (self->editor));
  g_autofree char *redo = asy_plan_dup_redo (asy_plan_editor_peek_redo (self->editor));
  g_autofree char *time = saved_at != NULL ? g_date_time_format (saved_at, "%H:%M") : NULL;
  g_autofree char *text = time != NULL ? g_strdup_printf (_ ("saved %s"), time) : g_strdup ("");

  gtk_label_set_text (self->saved_label, asy_plan_editor_get_pending (self->editor) > 0 ? _ ("saving…") : text);
  asy_ui_set_tooltip (GTK_WIDGET (self->undo_button), undo);
  asy_ui_set_tooltip (GTK_WIDGET (self->redo_button), redo);
}

static void
show_head (AsyPlansPage *self)
{
  asy_plan_bar_show (self->bar, self->context, get_family (self));
  asy_inline_text_show (ASY_INLINE_TEXT (self->main_goal), asy_plan_get_main_goal (get_file (self)->plan));
  asy_inline_text_set_writable (ASY_INLINE_TEXT (self->main_goal), asy_plan_editor_is_writable (self->editor));
}

static void
show_plan (AsyPlansPage *self)
{
  AsyPlanFile *file = get_file (self);
  AsyFamilyFile *family = get_family (self);
  g_autoptr (GArray) gaps = NULL;

  adw_window_title_set_subtitle (self->title, asy_family_get_name (family->family));
  asy_family_sign_set (self->sign, self->context, asy_record_get_id (ASY_RECORD (family->family)));
  gtk_stack_set_visible_child_name (self->stack, file != NULL ? "plan" : "empty");
  asy_ui_hide_others (self->stack);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.new", file == NULL && family->current != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.compare", file != NULL);
  show_saved (self);
  if (file == NULL)
    {
      allow_actions (self, NULL);
      return;
    }
  gaps = asy_plan_find_gaps (file);
  show_head (self);
  show_goals (self, gaps);
  fill_diagnosis_menu (self);
  if (!asy_plan_editor_is_writable (self->editor))
    adw_flap_set_reveal_flap (self->library_flap, FALSE);
  asy_library_pane_show (self->library);
  asy_difficulty_list_show (self->difficulties, asy_plan_editor_is_writable (self->editor) ? family->diagnosis : NULL, file->goals);
  show_gaps (self, gaps);
}

static void
on_editor_changed_cb (AsyPlansPage *self)
{
  if (get_family (self) != NULL)
    show_plan (self);
}

static void
on_form_saved_cb (AsyPlansPage *self)
{
  asy_plan_editor_note_form (self->editor);
}

/* What a form saves is a step as well. */
static void
follow_form (AsyPlansPage *self, AsyForm *form)
{
  g_signal_connect_object (form, "saved", G_CALLBACK (on_form_saved_cb), self, G_CONNECT_SWAPPED);
}

static void
on_main_goal_committed_cb (AsyPlansPage *self, const char *text)
{
  AsyPlanFile *file = get_file (self);
  g_autoptr (AsyPlan) changed = file != NULL ? asy_record_duplicate (file->plan) : NULL;

  if (changed == NULL)
    return;
  asy_plan_set_main_goal (changed, text);
  asy_plan_editor_take (self->editor, asy_plan_edits_edit (file, changed));
}

static void
on_banner_clicked_cb (AsyPlansPage *self)
{
  AsyPlanFile *file = get_file (self);

  if (self->gap.goal_index < 0 || self->gap.goal_index >= (int) file->goals->len)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), file->goals->len == 0 ? "plan.new-goal" : "plan.edit", NULL);
      return;
    }
  choose_goal (self, file->goals->pdata[self->gap.goal_index]);
  show_chosen (self);
  asy_goal_view_focus_gap (self->view, self->gap.kind);
}

/* What is typed reaches the register before the window is locked or closed. */
static void
flush (AsyPlansPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (ASY_IS_INLINE_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    asy_inline_text_flush (ASY_INLINE_TEXT (focus));
}

static void
new_plan_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  g_autoptr (AsyPlan) plan = asy_plan_new ();

  asy_plan_set_case_file_id (plan, asy_record_get_id (ASY_RECORD (get_family (self)->current)));
  asy_plan_set_from_day (plan, asy_context_get_today (self->context));
  asy_plan_form_open (self->context, plan);
}

static void
edit_plan_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);

  follow_form (self, asy_plan_form_open (self->context, get_file (self)->plan));
}

static void
new_goal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyGoal *goal = find_goal (self);

  flush (self);
  close_goals (self);
  asy_goal_view_begin (self->view, goal != NULL ? asy_goal_get_area (goal) : NULL);
  show_chosen (self);
  asy_goal_view_focus_title (self->view);
}

/* @after (nullable): the goal behind which it comes */
static void
take_difficulty (AsyPlansPage *self, gint64 item_id, AsyGoal *after)
{
  AsyPlanFile *file = get_file (self);
  AsyDiagnosisFile *diagnosis = asy_plan_editor_is_writable (self->editor) ? get_family (self)->diagnosis : NULL;
  AsyDiagnosisItem *item = diagnosis != NULL ? asy_diagnosis_file_find_item (diagnosis, item_id) : NULL;
  g_autoptr (AsyGoal) goal = NULL;

  if (item == NULL)
    return;
  close_goals (self);
  goal = asy_goal_new ();
  asy_goal_set_area (goal, asy_diagnosis_item_get_area (item));
  asy_goal_set_title (goal, asy_diagnosis_item_get_body (item));
  asy_goal_set_from_day (goal, asy_plan_get_from_day (file->plan));
  asy_goal_set_until_day (goal, asy_plan_get_until_day (file->plan));
  asy_plan_editor_take (self->editor, asy_plan_edits_add_goal (file, goal, after, NULL));
  on_goal_written_cb (self, asy_record_get_uid (ASY_RECORD (goal)));
  asy_goal_view_focus_title (self->view);
}

static void
goal_from_diagnosis_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  flush (ASY_PLANS_PAGE (widget));
  take_difficulty (ASY_PLANS_PAGE (widget), g_variant_get_int64 (parameter), NULL);
}

static void
on_difficulty_dropped_cb (AsyPlansPage *self, gint64 item_id, const char *uid)
{
  flush (self);
  take_difficulty (self, item_id, asy_plan_file_find_goal (get_file (self), uid));
}

/* @after (nullable): the goal behind which it comes */
static void
take_from_library (AsyPlansPage *self, gint64 library_goal_id, AsyGoal *after)
{
  AsyPlanFile *file = get_file (self);
  AsyLibrary *library = asy_plan_editor_is_writable (self->editor) ? asy_plan_editor_get_library (self->editor) : NULL;
  AsyLibraryEntry *entry = library != NULL ? asy_library_find (library, library_goal_id) : NULL;
  g_autoptr (AsyGoal) goal = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  if (entry == NULL)
    return;
  asy_goal_view_drop_blank (self->view);
  goal = asy_plan_library_make_goal (entry, file->plan);
  tasks = asy_plan_library_make_tasks (entry, file, goal, asy_context_get_office (self->context)->dictionary, asy_context_get_today (self->context));
  asy_plan_editor_take (self->editor, asy_plan_edits_add_goal (file, goal, after, tasks));
  on_goal_written_cb (self, asy_record_get_uid (ASY_RECORD (goal)));
}

static void
goal_from_library_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  flush (ASY_PLANS_PAGE (widget));
  take_from_library (ASY_PLANS_PAGE (widget), g_variant_get_int64 (parameter), NULL);
}

static void
on_library_dropped_cb (AsyPlansPage *self, gint64 library_goal_id, const char *uid)
{
  flush (self);
  take_from_library (self, library_goal_id, asy_plan_file_find_goal (get_file (self), uid));
}

/* Shows the library, or puts it away when the keyboard is in it already. */
static void
library_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  const gboolean is_there = adw_flap_get_reveal_flap (self->library_flap);

  flush (self);
  close_goals (self);
  adw_flap_set_reveal_flap (self->library_flap, !is_there);
  if (is_there)
    focus_goals (self);
  else
    asy_library_pane_focus (self->library);
}

static void
on_library_closed_cb (AsyPlansPage *self)
{
  adw_flap_set_reveal_flap (self->library_flap, FALSE);
  focus_goals (self);
}

static void
keep_goal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyGoal *goal;

  flush (self);
  goal = find_goal (self);
  if (goal != NULL)
    asy_library_form_keep (self->context, asy_plan_editor_get_answer (self->editor), goal);
}

static void
edit_goal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyGoal *goal = find_goal (self);

  flush (self);
  if (goal != NULL && asy_record_get_id (ASY_RECORD (goal)) > 0)
    follow_form (self, asy_goal_form_open (self->context, goal));
}

static void
remove_goal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyPlanFile *file = get_file (self);
  AsyGoal *goal = find_goal (self);
  AsyGoal *next = goal != NULL ? asy_plan_edits_get_neighbour (file, goal, 1) : NULL;

  if (goal == NULL)
    return;
  choose_goal (self, next != NULL ? next : asy_plan_edits_get_neighbour (file, goal, -1));
  if (!asy_plan_editor_take (self->editor, asy_plan_edits_remove_goal (file, goal)))
    return;
  asy_plan_editor_offer_undo (self->editor, _ ("The goal was removed with its tasks"));
  focus_goals (self);
}

static void
new_task_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  flush (ASY_PLANS_PAGE (widget));
  asy_task_table_begin (asy_goal_view_get_table (ASY_PLANS_PAGE (widget)->view));
}

static void
edit_task_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyPlanFile *file = get_file (self);
  AsyTask *task = file != NULL ? asy_plan_file_find_task (file, g_variant_get_string (parameter, NULL)) : NULL;

  flush (self);
  if (task != NULL && asy_record_get_id (ASY_RECORD (task)) > 0)
    follow_form (self, asy_task_form_open (self->context, task, asy_plan_editor_get_answer (self->editor)));
}

/* Steps by the keyboard. */

static AsyTask *
get_current_task (AsyPlansPage *self)
{
  return asy_task_table_get_current (asy_goal_view_get_table (self->view));
}

/* The goal where a step is about to be done, or taken back, is the one to be shown. */
static void
aim_at (AsyPlansPage *self, AsyPlanEdit *step, gboolean is_back)
{
  const AsyPlanChange *change = step->changes->pdata[is_back ? step->changes->len - 1 : 0];
  AsyRecord *line = asy_plan_change_get_line (change);
  const char *there = is_back ? change->goal_before : change->goal_after;
  const char *elsewhere = is_back ? change->goal_after : change->goal_before;
  const char *uid = ASY_IS_GOAL (line) ? asy_record_get_uid (line) : there != NULL ? there : elsewhere;

  if (uid == NULL)
    return;
  g_free (self->goal_uid);
  self->goal_uid = g_strdup (uid);
}

/* Moves the keyboard to where a step was just done. */
static void
focus_step (AsyPlansPage *self, AsyPlanEdit *step)
{
  const AsyPlanChange *change = step->changes->pdata[0];
  AsyRecord *line = asy_plan_change_get_line (change);

  if (ASY_IS_TASK (line) && change->after != NULL)
    asy_task_table_focus (asy_goal_view_get_table (self->view), asy_record_get_uid (line));
  else if (ASY_IS_GOAL (line) && change->after != NULL && step->kind != ASY_PLAN_EDIT_MOVE_GOAL)
    asy_goal_view_focus_title (self->view);
  else
    focus_goals (self);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  g_autoptr (AsyPlanEdit) step = NULL;

  flush (self);
  if (asy_plan_editor_peek_undo (self->editor) == NULL)
    return;
  aim_at (self, asy_plan_editor_peek_undo (self->editor), TRUE);
  step = asy_plan_editor_undo (self->editor);
  focus_step (self, step);
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  g_autoptr (AsyPlanEdit) step = NULL;

  flush (self);
  if (asy_plan_editor_peek_redo (self->editor) == NULL)
    return;
  aim_at (self, asy_plan_editor_peek_redo (self->editor), FALSE);
  step = asy_plan_editor_redo (self->editor);
  focus_step (self, step);
}

static void
go_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyGoal *goal = find_goal (self);
  AsyGoal *other = goal != NULL ? asy_plan_edits_get_neighbour (get_file (self), goal, g_variant_get_int32 (parameter)) : NULL;

  if (other == NULL)
    return;
  flush (self);
  choose_goal (self, other);
  show_chosen (self);
  focus_goals (self);
}

static void
move_goal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyGoal *goal = find_goal (self);

  if (goal != NULL)
    asy_plan_editor_take (self->editor, asy_plan_edits_move_goal (get_file (self), goal, g_variant_get_int32 (parameter)));
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyTaskTable *table = asy_goal_view_get_table (self->view);
  AsyTask *task;
  g_autofree char *uid = NULL;

  flush (self);
  task = get_current_task (self);
  if (task == NULL || !asy_task_table_has_focus (table))
    {
      move_goal_action (widget, action_name, parameter);
      return;
    }
  uid = g_strdup (asy_record_get_uid (ASY_RECORD (task)));
  if (asy_plan_editor_take (self->editor, asy_plan_edits_move_task (get_file (self), task, g_variant_get_int32 (parameter))))
    asy_task_table_focus (table, uid);
}

static void
indent_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyGoal *goal = find_goal (self);
  AsyGoal *above;
  AsyPlanEdit *step;

  flush (self);
  above = goal != NULL ? asy_plan_edits_get_neighbour (get_file (self), goal, -1) : NULL;
  step = above != NULL ? asy_plan_edits_indent (get_file (self), goal) : NULL;
  if (step == NULL)
    return;
  asy_plan_edit_ref (step);
  choose_goal (self, above);
  asy_plan_editor_take (self->editor, step);
  focus_step (self, step);
  asy_plan_edit_unref (step);
}

static void
outdent_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyTask *task;
  AsyGoal *goal = find_goal (self);

  flush (self);
  task = get_current_task (self);
  if (task == NULL || goal == NULL || !asy_plan_editor_take (self->editor, asy_plan_edits_outdent (get_file (self), task)))
    return;
  choose_goal (self, asy_plan_edits_get_neighbour (get_file (self), goal, 1));
  show_chosen (self);
  asy_goal_view_focus_title (self->view);
}

static void
tick_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (widget);
  AsyTask *task;

  flush (self);
  task = get_current_task (self);
  if (task != NULL)
    asy_plan_editor_take (self->editor, asy_plan_edits_tick (get_file (self), task, asy_task_get_status (task) != ASY_TASK_STATUS_DONE,
                                                             asy_context_get_today (self->context)));
}

static void
remove_task_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  flush (ASY_PLANS_PAGE (widget));
  asy_task_table_remove_current (asy_goal_view_get_table (ASY_PLANS_PAGE (widget)->view));
}

static void
move_task_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  flush (ASY_PLANS_PAGE (widget));
  asy_task_table_pick_goal (asy_goal_view_get_table (ASY_PLANS_PAGE (widget)->view));
}

static void
task_resource_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  flush (ASY_PLANS_PAGE (widget));
  asy_task_table_pick_resource (asy_goal_view_get_table (ASY_PLANS_PAGE (widget)->view));
}

static void
compare_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  flush (ASY_PLANS_PAGE (widget));
  asy_plan_bar_compare (ASY_PLANS_PAGE (widget)->bar);
}

static gboolean
asy_plans_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyPlansPage *self = ASY_PLANS_PAGE (page);

  if (g_str_equal (what, "copies"))
    {
      asy_plan_copies_open (self->context, id);
      return TRUE;
    }
  if (!g_str_equal (what, "plan"))
    return FALSE;
  if (asy_plan_editor_get_family (self->editor) != id)
    g_clear_pointer (&self->goal_uid, g_free);
  asy_plan_editor_show (self->editor, id);
  return TRUE;
}

static void
asy_plans_page_activate (AsyPage *page)
{
  focus_goals (ASY_PLANS_PAGE (page));
}

static gint64
asy_plans_page_get_family (AsyPage *page)
{
  return asy_plan_editor_get_family (ASY_PLANS_PAGE (page)->editor);
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

  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_PLANS_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->goal_uid, g_free);
  g_clear_pointer (&self->menu_key, g_free);

  G_OBJECT_CLASS (asy_plans_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.new", NULL, new_plan_action);
  gtk_widget_class_install_action (widget_class, "plan.edit", NULL, edit_plan_action);
  gtk_widget_class_install_action (widget_class, "plan.new-goal", NULL, new_goal_action);
  gtk_widget_class_install_action (widget_class, "plan.goal-from-diagnosis", "x", goal_from_diagnosis_action);
  gtk_widget_class_install_action (widget_class, "plan.goal-from-library", "x", goal_from_library_action);
  gtk_widget_class_install_action (widget_class, "plan.library", NULL, library_action);
  gtk_widget_class_install_action (widget_class, "plan.keep-goal", NULL, keep_goal_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-goal", NULL, edit_goal_action);
  gtk_widget_class_install_action (widget_class, "plan.remove-goal", NULL, remove_goal_action);
  gtk_widget_class_install_action (widget_class, "plan.new-task", NULL, new_task_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-task", "s", edit_task_action);
  gtk_widget_class_install_action (widget_class, "plan.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "plan.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "plan.go", "i", go_action);
  gtk_widget_class_install_action (widget_class, "plan.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "plan.move-goal", "i", move_goal_action);
  gtk_widget_class_install_action (widget_class, "plan.indent", NULL, indent_action);
  gtk_widget_class_install_action (widget_class, "plan.outdent", NULL, outdent_action);
  gtk_widget_class_install_action (widget_class, "plan.tick", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "plan.remove-task", NULL, remove_task_action);
  gtk_widget_class_install_action (widget_class, "plan.move-task", NULL, move_task_action);
  gtk_widget_class_install_action (widget_class, "plan.task-resource", NULL, task_resource_action);
  gtk_widget_class_install_action (widget_class, "plan.compare", NULL, compare_action);
}

static void
asy_plans_page_class_init (AsyPlansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_plans_page_dispose;

  g_type_ensure (ASY_TYPE_PLAN_BAR);
  g_type_ensure (ASY_TYPE_BANNER);
  g_type_ensure (ASY_TYPE_YEAR_STRIP);
  g_type_ensure (ASY_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/plans/plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, sign);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, back_place);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, bar);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goals_place);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, difficulties_place);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, main_goal_place);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, library_flap);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, room);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, columns);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goals_pane);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goals_separator);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goals_button);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goals_popover);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goals_label);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, diagnosis_button);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, goal_stack);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, view_place);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, saved_label);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AsyPlansPage, year_strip);
  gtk_widget_class_bind_template_callback (widget_class, on_goal_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_clicked_cb);
  install_actions (widget_class);
}

static void
asy_plans_page_init (AsyPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->back_place, asy_back_button_new ());
  gtk_widget_add_controller (GTK_WIDGET (self), asy_plan_shortcuts_new ());
}

static void
on_narrow_cb (AsyPlansPage *self)
{
  /* Beside the library there is room for fewer columns; without this they would push it over the form. */
  const gboolean is_tight = adw_flap_get_reveal_flap (self->library_flap) && gtk_widget_get_width (GTK_WIDGET (self)) < WIDE_PX;

  asy_goal_view_set_narrow (self->view, is_tight || asy_width_bin_get_narrow (self->view_place));
}

static void
make_parts (AsyPlansPage *self)
{
  self->goals = ASY_GOAL_LIST (asy_goal_list_new (self->editor));
  self->view = ASY_GOAL_VIEW (asy_goal_view_new (self->editor));
  self->main_goal = asy_inline_text_new (_ ("Main goal"), FALSE);
  asy_inline_text_set_placeholder (ASY_INLINE_TEXT (self->main_goal), _ ("What the family wants in a year"));
  self->difficulties = ASY_DIFFICULTY_LIST (asy_difficulty_list_new ());
  self->library = ASY_LIBRARY_PANE (asy_library_pane_new (self->editor));
  adw_flap_set_flap (self->library_flap, GTK_WIDGET (self->library));
  adw_bin_set_child (self->goals_place, GTK_WIDGET (self->goals));
  adw_bin_set_child (self->difficulties_place, GTK_WIDGET (self->difficulties));
  adw_bin_set_child (self->main_goal_place, self->main_goal);
  asy_width_bin_set_child (self->view_place, GTK_WIDGET (self->view));
  g_signal_connect_object (self->goals, "chosen", G_CALLBACK (on_goal_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goals, "activated", G_CALLBACK (close_goals), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goals_popover, "map", G_CALLBACK (on_goals_map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->room, "notify::narrow", G_CALLBACK (on_room_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goals, "dropped", G_CALLBACK (on_difficulty_dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goals, "library-dropped", G_CALLBACK (on_library_dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "closed", G_CALLBACK (on_library_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "written", G_CALLBACK (on_goal_written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->main_goal, "committed", G_CALLBACK (on_main_goal_committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library_flap, "notify::reveal-flap", G_CALLBACK (on_narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_place, "notify::narrow", G_CALLBACK (on_narrow_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
asy_plans_page_new (AsyContext *context)
{
  AsyPlansPage *self = g_object_new (ASY_TYPE_PLANS_PAGE, NULL);

  self->context = g_object_ref (context);
  self->editor = asy_plan_editor_new (context);
  asy_year_strip_set_context (self->year_strip, context);
  make_parts (self);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (on_editor_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "closing", G_CALLBACK (flush), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
