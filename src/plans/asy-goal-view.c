/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-goal-view.h"
#include "plans/asy-pick-popover.h"
#include "plans/asy-plan-edits.h"
#include "plans/asy-plan-library.h"
#include "plans/asy-plan-words.h"
#include "plans/asy-when-popover.h"
#include "ui/asy-column-layout.h"
#include "ui/asy-ui.h"

typedef enum {
  FIELD_AREA,
  FIELD_AIM,
  FIELD_PRIORITY,
  FIELD_STATUS,
  N_FIELDS,
} Field;

typedef enum {
  LAW_ACTIONS,
  LAW_DATES,
  LAW_EFFECT,
  N_LAWS,
} Law;

struct _AsyGoalView
{
  GtkBox parent_instance;

  AsyPlanEditor *editor;
  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *period;
  GtkWidget *menu;
  GtkWidget *laws[N_LAWS];
  GtkWidget *fields[N_FIELDS];
  GtkWidget *effect;
  GtkWidget *measure;
  GtkWidget *count;
  GtkWidget *task_head;
  GtkWidget *card;
  AsyTaskTable *table;
  GtkWidget *no_tasks;
  GtkWidget *picker;
  GtkWidget *when;
  GtkWidget *completion;
  GArray *matches;              /* AsyLibraryMatch that the completion shows */
  char *uid;                    /* nullable */
  char *blank_area;             /* nullable */
  Field picked;
  gboolean has_blank;
};

G_DEFINE_FINAL_TYPE (AsyGoalView, asy_goal_view, GTK_TYPE_BOX)

static guint written_signal;

static const char *const field_names[N_FIELDS] = { N_ ("Work area"), N_ ("Statutory aim"), N_ ("Priority"), N_ ("State of the goal") };
static const char *const law_names[N_LAWS] = { N_ ("actions"), N_ ("dates"), N_ ("expected effects") };

AsyTaskTable *
asy_goal_view_get_table (AsyGoalView *self)
{
  return self->table;
}

AsyInlineText *
asy_goal_view_get_title (AsyGoalView *self)
{
  return ASY_INLINE_TEXT (self->title);
}

gboolean
asy_goal_view_has_blank (AsyGoalView *self)
{
  return self->has_blank;
}

static AsyGoal *
get_goal (AsyGoalView *self)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self->editor);

  return file != NULL ? asy_plan_file_find_goal (file, self->uid) : NULL;
}

static AsyDictionary *
get_dictionary (AsyGoalView *self)
{
  return asy_context_get_office (asy_plan_editor_get_context (self->editor))->dictionary;
}

/* Showing. */

static void
show_law (AsyGoalView *self, Law law, gboolean is_missing)
{
  GtkWidget *icon = gtk_widget_get_first_child (self->laws[law]);
  GtkWidget *label = gtk_widget_get_last_child (self->laws[law]);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), is_missing ? "dialog-warning-symbolic" : "object-select-symbolic");
  asy_ui_set_meaning (icon, is_missing ? ASY_MEANING_SOON : ASY_MEANING_DONE);
  asy_ui_set_meaning (label, is_missing ? ASY_MEANING_SOON : ASY_MEANING_PLAIN);
  asy_ui_set_tooltip (self->laws[law], is_missing ? _ ("missing (art. 15 ust. 3)") : _ ("there (art. 15 ust. 3)"));
}

static void
show_laws (AsyGoalView *self, AsyGoal *goal, GArray *gaps)
{
  gboolean missing[N_LAWS] = { FALSE, FALSE, FALSE };

  for (guint i = 0; i < gaps->len; i++)
    {
      const AsyPlanGap *gap = &g_array_index (gaps, AsyPlanGap, i);

      if (gap->goal_id != asy_record_get_id (ASY_RECORD (goal)))
        continue;
      if (gap->kind == ASY_PLAN_GAP_ACTIONS)
        missing[LAW_ACTIONS] = TRUE;
      else if (gap->kind == ASY_PLAN_GAP_DATES)
        missing[LAW_DATES] = TRUE;
      else if (gap->kind == ASY_PLAN_GAP_EFFECT)
        missing[LAW_EFFECT] = TRUE;
    }
  for (guint i = 0; i < N_LAWS; i++)
    show_law (self, i, missing[i]);
}

static void
show_field (AsyGoalView *self, Field field, const char *text, gboolean is_writable)
{
  asy_pick_button_show (self->fields[field], text != NULL ? text : "–", is_writable);
}

static void
show_fields (AsyGoalView *self, AsyGoal *goal)
{
  AsyContext *context = asy_plan_editor_get_context (self->editor);
  const gboolean is_draft = asy_plan_editor_is_writable (self->editor);
  g_autofree char *aim = asy_plan_dup_aim (context, asy_goal_get_aim (goal));
  g_autofree char *priority = g_strdup_printf ("%d", (int) asy_goal_get_priority (goal));
  g_autofree char *period = asy_plan_dup_period (asy_goal_get_from_day (goal), asy_goal_get_until_day (goal), asy_context_get_today (context));

  show_field (self, FIELD_AREA, asy_dictionary_get_label (get_dictionary (self), ASY_DICT_WORK_AREA, asy_goal_get_area (goal)), is_draft);
  show_field (self, FIELD_AIM, aim, is_draft);
  show_field (self, FIELD_PRIORITY, asy_plan_get_choice (asy_plan_priorities, priority), is_draft);
  show_field (self, FIELD_STATUS, asy_plan_get_choice (asy_plan_goal_states, asy_goal_status_nicks[asy_goal_get_status (goal)]),
              asy_plan_editor_is_open (self->editor));
  asy_pick_button_show (self->period, period, is_draft);
}

static void
show_texts (AsyGoalView *self, AsyGoal *goal)
{
  const gboolean is_draft = asy_plan_editor_is_writable (self->editor);
  GtkWidget *texts[] = { self->title, self->effect, self->measure };

  asy_inline_text_show (ASY_INLINE_TEXT (self->title), goal != NULL ? asy_goal_get_title (goal) : NULL);
  asy_inline_text_show (ASY_INLINE_TEXT (self->effect), goal != NULL ? asy_goal_get_effect (goal) : NULL);
  asy_inline_text_show (ASY_INLINE_TEXT (self->measure), goal != NULL ? asy_goal_get_measure (goal) : NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    asy_inline_text_set_writable (ASY_INLINE_TEXT (texts[i]), is_draft);
}

static void
flush_texts (AsyGoalView *self)
{
  asy_inline_text_flush (ASY_INLINE_TEXT (self->title));
  asy_inline_text_flush (ASY_INLINE_TEXT (self->effect));
  asy_inline_text_flush (ASY_INLINE_TEXT (self->measure));
}

static void
show_count (AsyGoalView *self, AsyGoal *goal)
{
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (asy_plan_editor_get_file (self->editor), asy_record_get_id (ASY_RECORD (goal)));
  g_autofree char *text = g_strdup_printf ("%u", tasks->len);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, tasks->len > 0);
  gtk_widget_set_visible (self->no_tasks, tasks->len == 0 && !gtk_widget_get_visible (GTK_WIDGET (self->table)));
}

static void
show_number (AsyGoalView *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u.", number);

  gtk_label_set_text (GTK_LABEL (self->number), text);
}

static void
show_parts (AsyGoalView *self, gboolean are_seen)
{
  gtk_widget_set_visible (self->card, are_seen);
  gtk_widget_set_visible (self->task_head, are_seen);
  gtk_widget_set_visible (self->period, are_seen);
  gtk_widget_set_visible (self->menu, are_seen);
  gtk_widget_set_visible (gtk_widget_get_parent (self->laws[0]), are_seen && asy_plan_editor_is_writable (self->editor));
  if (!are_seen)
    gtk_widget_set_visible (self->no_tasks, FALSE);
}

void
asy_goal_view_show (AsyGoalView *self, AsyGoal *goal, guint number, GArray *gaps)
{
  const char *uid = goal != NULL ? asy_record_get_uid (ASY_RECORD (goal)) : NULL;

  if (self->has_blank)
    {
      show_number (self, asy_plan_editor_get_file (self->editor)->goals->len + 1);
      asy_task_table_show (self->table, NULL, 0);
      show_parts (self, FALSE);
      return;
    }
  if (g_strcmp0 (self->uid, uid) != 0)
    {
      flush_texts (self);
      if (self->uid != NULL)
        asy_completion_hide (ASY_COMPLETION (self->completion));
      g_free (self->uid);
      self->uid = g_strdup (uid);
    }
  show_texts (self, goal);
  asy_task_table_show (self->table, goal, number);
  show_parts (self, goal != NULL);
  if (goal == NULL)
    return;
  show_number (self, number);
  show_laws (self, goal, gaps);
  show_fields (self, goal);
  show_count (self, goal);
}

void
asy_goal_view_set_narrow (AsyGoalView *self, gboolean is_narrow)
{
  asy_task_table_set_narrow (self->table, is_narrow);
}

/* Writing. */

void
asy_goal_view_focus_title (AsyGoalView *self)
{
  asy_inline_text_edit (ASY_INLINE_TEXT (self->title));
}

void
asy_goal_view_focus_gap (AsyGoalView *self, AsyPlanGapKind kind)
{
  if (kind == ASY_PLAN_GAP_EFFECT)
    asy_inline_text_edit (ASY_INLINE_TEXT (self->effect));
  else if (kind == ASY_PLAN_GAP_ACTIONS)
    asy_task_table_begin (self->table);
  else
    gtk_widget_grab_focus (self->period);
}

void
asy_goal_view_begin (AsyGoalView *self, const char *area)
{
  flush_texts (self);
  self->has_blank = TRUE;
  g_free (self->blank_area);
  self->blank_area = g_strdup (area);
  g_clear_pointer (&self->uid, g_free);
  asy_inline_text_replace (ASY_INLINE_TEXT (self->title), "");
  asy_inline_text_set_writable (ASY_INLINE_TEXT (self->title), TRUE);
}

void
asy_goal_view_drop_blank (AsyGoalView *self)
{
  if (!self->has_blank)
    return;
  self->has_blank = FALSE;
  asy_inline_text_replace (ASY_INLINE_TEXT (self->title), "");
  g_signal_emit (self, written_signal, 0, NULL);
}

static const char *
get_first_area (AsyGoalView *self)
{
  GPtrArray *entries = asy_dictionary_list (get_dictionary (self), ASY_DICT_WORK_AREA);
  const AsyDictEntry *entry = entries != NULL && entries->len > 0 ? entries->pdata[0] : NULL;

  return entry != NULL ? entry->code : NULL;
}

/* The goal that was begun, with the tasks that come along (nullable). */
static void
add_blank (AsyGoalView *self, AsyGoal *goal, GPtrArray *tasks)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self->editor);

  self->has_blank = FALSE;
  g_clear_pointer (&self->uid, g_free);
  if (!asy_plan_editor_take (self->editor, asy_plan_edits_add_goal (file, goal, NULL, tasks)))
    return;
  g_signal_emit (self, written_signal, 0, asy_record_get_uid (ASY_RECORD (goal)));
}

static void
write_blank (AsyGoalView *self, const char *title)
{
  AsyPlan *plan = asy_plan_editor_get_file (self->editor)->plan;
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_goal_set_title (goal, title);
  asy_goal_set_area (goal, self->blank_area != NULL ? self->blank_area : get_first_area (self));
  asy_goal_set_from_day (goal, asy_plan_get_from_day (plan));
  asy_goal_set_until_day (goal, asy_plan_get_until_day (plan));
  add_blank (self, goal, NULL);
}

static void
change_goal (AsyGoalView *self, AsyGoal *goal)
{
  asy_plan_editor_take (self->editor, asy_plan_edits_edit (asy_plan_editor_get_file (self->editor), goal));
}

static void
on_title_committed_cb (AsyGoalView *self, const char *text)
{
  AsyGoal *goal = get_goal (self);
  g_autoptr (AsyGoal) changed = NULL;

  if (self->has_blank)
    {
      if (*text != '\0')
        write_blank (self, text);
      return;
    }
  if (goal == NULL)
    return;
  if (*text == '\0')
    {
      asy_inline_text_show (ASY_INLINE_TEXT (self->title), asy_goal_get_title (goal));
      return;
    }
  changed = asy_record_duplicate (goal);
  asy_goal_set_title (changed, text);
  change_goal (self, changed);
}

static void
commit_text (AsyGoalView *self, guint field, const char *text)
{
  AsyGoal *goal = get_goal (self);
  g_autoptr (AsyGoal) changed = goal != NULL ? asy_record_duplicate (goal) : NULL;

  if (changed == NULL)
    return;
  asy_record_set_text (ASY_RECORD (changed), field, text);
  change_goal (self, changed);
}

static void
on_effect_committed_cb (AsyGoalView *self, const char *text)
{
  commit_text (self, ASY_GOAL_EFFECT, text);
}

static void
on_measure_committed_cb (AsyGoalView *self, const char *text)
{
  commit_text (self, ASY_GOAL_MEASURE, text);
}

/* Enter goes on as one writes: from the name to the first task. */
static void
on_title_entered_cb (AsyGoalView *self)
{
  if (self->has_blank)
    asy_goal_view_drop_blank (self);
  else
    asy_task_table_begin (self->table);
}

static void
on_title_left_cb (AsyGoalView *self, int by)
{
  if (by > 0 && !self->has_blank)
    asy_task_table_focus (self->table, NULL);
}

static gboolean
on_blank_left_cb (gpointer user_data)
{
  AsyGoalView *self = user_data;

  if (self->has_blank && !gtk_widget_has_focus (self->title))
    asy_goal_view_drop_blank (self);
  return G_SOURCE_REMOVE;
}

static void
on_title_focus_left_cb (AsyGoalView *self)
{
  if (self->has_blank)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_blank_left_cb, g_object_ref (self), g_object_unref);
}

/* From the library. */

static void
on_sought_cb (AsyGoalView *self, const char *typed)
{
  AsyGoal *goal = get_goal (self);

  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = asy_plan_library_propose_goals (self->editor, typed, goal != NULL ? asy_goal_get_area (goal) : self->blank_area);
  asy_plan_library_show (ASY_COMPLETION (self->completion), self->matches, get_dictionary (self));
}

/* What was only being written gives way: one step makes the goal. */
static void
make_blank_again (AsyGoalView *self)
{
  AsyGoal *goal = get_goal (self);
  g_autofree char *uid = g_strdup (self->uid);
  g_autofree char *area = goal != NULL ? g_strdup (asy_goal_get_area (goal)) : NULL;

  if (goal == NULL)
    return;
  self->has_blank = TRUE;
  if (!asy_plan_editor_take_back_writing (self->editor, uid))
    {
      self->has_blank = FALSE;
      return;
    }
  g_clear_pointer (&self->uid, g_free);
  g_free (self->blank_area);
  self->blank_area = g_steal_pointer (&area);
}

static void
take_entry (AsyGoalView *self, AsyLibraryEntry *entry, gboolean is_plain)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self->editor);
  const AsyDay today = asy_context_get_today (asy_plan_editor_get_context (self->editor));
  g_autoptr (AsyGoal) goal = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  asy_inline_text_replace (ASY_INLINE_TEXT (self->title), asy_library_goal_get_title (entry->goal));
  make_blank_again (self);
  goal = get_goal (self) != NULL ? asy_plan_library_complete_goal (entry, get_goal (self)) : asy_plan_library_make_goal (entry, file->plan);
  tasks = is_plain ? NULL : asy_plan_library_make_tasks (entry, file, goal, get_dictionary (self), today);
  if (self->has_blank)
    add_blank (self, goal, tasks);
  else
    asy_plan_editor_take (self->editor, asy_plan_edits_fill_goal (file, goal, tasks));
}

/* What is shown is of a library that is no more. */
static void
on_library_changed_cb (AsyGoalView *self)
{
  asy_completion_hide (ASY_COMPLETION (self->completion));
  g_clear_pointer (&self->matches, g_array_unref);
}

static void
on_proposal_chosen_cb (AsyGoalView *self, guint place, gboolean is_plain)
{
  if (self->matches != NULL && (self->has_blank || get_goal (self) != NULL))
    take_entry (self, g_array_index (self->matches, AsyLibraryMatch, place).entry, is_plain);
}

/* Choosing. */

static void
append_choices (AsyPickPopover *picker, const AsyChoice *choices)
{
  for (const AsyChoice *choice = choices; choice->code != NULL; choice++)
    asy_pick_popover_append (picker, choice->code, _ (choice->label), NULL);
}

static char *
dup_code (AsyGoal *goal, Field field)
{
  switch (field)
    {
    case FIELD_AIM:
      return g_strdup_printf ("%d", (int) asy_goal_get_aim (goal));
    case FIELD_PRIORITY:
      return g_strdup_printf ("%d", (int) asy_goal_get_priority (goal));
    case FIELD_STATUS:
      return g_strdup (asy_goal_status_nicks[asy_goal_get_status (goal)]);
    case FIELD_AREA:
    case N_FIELDS:
    default:
      return g_strdup (asy_goal_get_area (goal));
    }
}

static void
fill_picker (AsyGoalView *self, Field field, const char *code)
{
  AsyPickPopover *picker = ASY_PICK_POPOVER (self->picker);

  asy_pick_popover_clear (picker);
  switch (field)
    {
    case FIELD_AIM:
      asy_pick_popover_append (picker, "0", _ ("not set"), NULL);
      asy_pick_popover_append_dictionary (picker, get_dictionary (self), ASY_DICT_STATUTORY_AIM, code);
      break;
    case FIELD_PRIORITY:
      append_choices (picker, asy_plan_priorities);
      break;
    case FIELD_STATUS:
      append_choices (picker, asy_plan_goal_states);
      break;
    case FIELD_AREA:
    case N_FIELDS:
    default:
      asy_pick_popover_append_dictionary (picker, get_dictionary (self), ASY_DICT_WORK_AREA, code);
    }
}

static void
on_field_clicked_cb (AsyGoalView *self, GtkWidget *button)
{
  AsyGoal *goal = get_goal (self);
  g_autofree char *code = NULL;

  for (guint i = 0; goal != NULL && i < N_FIELDS; i++)
    {
      if (self->fields[i] != button)
        continue;
      self->picked = i;
      code = dup_code (goal, i);
      fill_picker (self, i, code);
      asy_pick_popover_open (ASY_PICK_POPOVER (self->picker), button, code, FALSE);
      return;
    }
}

static void
set_status (AsyGoalView *self, AsyGoal *goal, const char *code)
{
  asy_record_set_field_from_text (ASY_RECORD (goal), ASY_GOAL_STATUS, code);
  asy_goal_set_status_on (goal, asy_context_get_today (asy_plan_editor_get_context (self->editor)));
}

static void
on_picked_cb (AsyGoalView *self, const char *code)
{
  AsyGoal *goal = get_goal (self);
  g_autoptr (AsyGoal) changed = goal != NULL ? asy_record_duplicate (goal) : NULL;

  if (changed == NULL)
    return;
  switch (self->picked)
    {
    case FIELD_AIM:
      asy_record_set_field_from_text (ASY_RECORD (changed), ASY_GOAL_AIM, code);
      break;
    case FIELD_PRIORITY:
      asy_record_set_field_from_text (ASY_RECORD (changed), ASY_GOAL_PRIORITY, code);
      break;
    case FIELD_STATUS:
      if (!g_str_equal (code, asy_goal_status_nicks[asy_goal_get_status (goal)]))
        set_status (self, changed, code);
      break;
    case FIELD_AREA:
    case N_FIELDS:
    default:
      asy_goal_set_area (changed, code);
    }
  change_goal (self, changed);
}

static void
on_period_clicked_cb (AsyGoalView *self)
{
  AsyGoal *goal = get_goal (self);

  if (goal != NULL)
    asy_when_popover_open (ASY_WHEN_POPOVER (self->when), self->period, asy_goal_get_from_day (goal), asy_goal_get_until_day (goal));
}

static void
on_when_chosen_cb (AsyGoalView *self, guint from, guint until)
{
  AsyGoal *goal = get_goal (self);
  g_autoptr (AsyGoal) changed = goal != NULL ? asy_record_duplicate (goal) : NULL;

  if (changed == NULL)
    return;
  asy_goal_set_from_day (changed, from);
  asy_goal_set_until_day (changed, until);
  change_goal (self, changed);
}

/* Making. */

static GtkWidget *
new_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  g_menu_append (menu, _ ("Edit the _goal…"), "plan.edit-goal");
  g_menu_append (menu, _ ("_Keep in the library…"), "plan.keep-goal");
  g_menu_append (order, _ ("Move _up"), "plan.move-goal(-1)");
  g_menu_append (order, _ ("Move _down"), "plan.move-goal(1)");
  g_menu_append (order, _ ("Make it a _task of the goal above"), "plan.indent");
  g_menu_append (end, _ ("_Remove the goal"), "plan.remove-goal");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  asy_ui_set_name (button, _ ("What can be done with the goal"));
  return button;
}

static GtkWidget *
new_head (AsyGoalView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *title;

  self->number = gtk_label_new (NULL);
  self->title = asy_inline_text_new (_ ("Goal"), TRUE);
  self->period = asy_pick_button_new (_ ("When"));
  self->menu = new_menu ();
  asy_inline_text_set_placeholder (ASY_INLINE_TEXT (self->title), _ ("What shall be reached"));
  gtk_widget_add_css_class (self->number, "asy-goal-title");
  gtk_widget_add_css_class (self->title, "asy-goal-title");
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->number, 3);
  gtk_widget_set_valign (self->period, GTK_ALIGN_START);
  gtk_widget_set_size_request (self->period, 168, -1);
  title = asy_column_new (self->title);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->period);
  gtk_box_append (GTK_BOX (box), self->menu);
  return box;
}

static GtkWidget *
new_laws (AsyGoalView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  for (guint i = 0; i < N_LAWS; i++)
    {
      self->laws[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      gtk_box_append (GTK_BOX (self->laws[i]), gtk_image_new ());
      gtk_box_append (GTK_BOX (self->laws[i]), gtk_label_new (_ (law_names[i])));
      gtk_widget_add_css_class (self->laws[i], "caption");
      gtk_box_append (GTK_BOX (box), self->laws[i]);
    }
  gtk_widget_set_margin_start (box, 4);
  return box;
}

static GtkWidget *
new_cell (const char *caption, GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = asy_caption_new (caption);

  gtk_widget_set_margin_start (title, 4);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_add_css_class (box, "asy-goal-cell");
  gtk_widget_set_hexpand (box, TRUE);
  return asy_column_new (box);
}

static GtkWidget *
new_card (AsyGoalView *self)
{
  GtkWidget *grid = gtk_grid_new ();
  const char *const place[] = { _ ("Expected effect"), _ ("How one will know") };
  GtkWidget **texts[] = { &self->effect, &self->measure };

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "asy-goal-card");
  for (int i = 0; i < N_FIELDS; i++)
    {
      self->fields[i] = asy_pick_button_new (_ (field_names[i]));
      g_signal_connect_object (self->fields[i], "clicked", G_CALLBACK (on_field_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), new_cell (_ (field_names[i]), self->fields[i]), i % 2, i < 2 ? 0 : 2, 1, 1);
    }
  for (int i = 0; i < 2; i++)
    {
      *texts[i] = asy_inline_text_new (place[i], FALSE);
      asy_inline_text_set_placeholder (ASY_INLINE_TEXT (*texts[i]), _ ("not written yet"));
      gtk_grid_attach (GTK_GRID (grid), new_cell (place[i], *texts[i]), i, 1, 1, 1);
    }
  self->card = grid;
  return grid;
}

static GtkWidget *
new_task_head (AsyGoalView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_ ("Tasks"));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  self->count = asy_count_new (0, ASY_MEANING_PLAIN);
  gtk_widget_add_css_class (title, "heading");
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add a _task"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.new-task");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), button);
  self->task_head = box;
  return box;
}

static void
asy_goal_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyGoalView *self = ASY_GOAL_VIEW (widget);

  GTK_WIDGET_CLASS (asy_goal_view_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->picker));
  gtk_popover_present (GTK_POPOVER (self->when));
  gtk_popover_present (GTK_POPOVER (self->completion));
}

static void
asy_goal_view_dispose (GObject *object)
{
  AsyGoalView *self = ASY_GOAL_VIEW (object);

  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_pointer (&self->when, gtk_widget_unparent);
  g_clear_pointer (&self->completion, gtk_widget_unparent);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (asy_goal_view_parent_class)->dispose (object);
}

static void
asy_goal_view_finalize (GObject *object)
{
  AsyGoalView *self = ASY_GOAL_VIEW (object);

  g_free (self->uid);
  g_free (self->blank_area);

  G_OBJECT_CLASS (asy_goal_view_parent_class)->finalize (object);
}

static void
asy_goal_view_class_init (AsyGoalViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_goal_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_goal_view_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = asy_goal_view_size_allocate;
  written_signal = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
asy_goal_view_init (AsyGoalView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->picker = asy_pick_popover_new ();
  self->when = asy_when_popover_new ();
  gtk_widget_set_parent (self->picker, GTK_WIDGET (self));
  self->completion = asy_completion_new (_ ("Goals of the library"), _ ("Enter takes the goal with its tasks, Shift+Enter without them"));
  gtk_widget_set_parent (self->when, GTK_WIDGET (self));
  gtk_widget_set_parent (self->completion, GTK_WIDGET (self));
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (on_picked_cb), self);
  g_signal_connect_swapped (self->when, "chosen", G_CALLBACK (on_when_chosen_cb), self);
  g_signal_connect_swapped (self->completion, "sought", G_CALLBACK (on_sought_cb), self);
  g_signal_connect_swapped (self->completion, "chosen", G_CALLBACK (on_proposal_chosen_cb), self);
}

static void
connect_texts (AsyGoalView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (self->title, "committed", G_CALLBACK (on_title_committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "entered", G_CALLBACK (on_title_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "left", G_CALLBACK (on_title_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "escaped", G_CALLBACK (asy_goal_view_drop_blank), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "erased", G_CALLBACK (asy_goal_view_drop_blank), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->effect, "committed", G_CALLBACK (on_effect_committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measure, "committed", G_CALLBACK (on_measure_committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period, "clicked", G_CALLBACK (on_period_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_title_focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->title, focus);
  asy_completion_follow (ASY_COMPLETION (self->completion), ASY_INLINE_TEXT (self->title));
}

GtkWidget *
asy_goal_view_new (AsyPlanEditor *editor)
{
  AsyGoalView *self = g_object_new (ASY_TYPE_GOAL_VIEW, NULL);

  self->editor = g_object_ref (editor);
  self->table = ASY_TASK_TABLE (asy_task_table_new (editor));
  self->no_tasks = gtk_label_new (_ ("No task yet. The Act asks for the range of actions (art. 15 ust. 3)."));
  gtk_label_set_xalign (GTK_LABEL (self->no_tasks), 0);
  gtk_widget_add_css_class (self->no_tasks, "dim-label");
  gtk_box_append (GTK_BOX (self), new_head (self));
  gtk_box_append (GTK_BOX (self), new_laws (self));
  gtk_box_append (GTK_BOX (self), new_card (self));
  gtk_box_append (GTK_BOX (self), new_task_head (self));
  gtk_box_append (GTK_BOX (self), self->no_tasks);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->table));
  connect_texts (self);
  g_signal_connect_object (editor, "library-changed", G_CALLBACK (on_library_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
