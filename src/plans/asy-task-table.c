/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-pick-popover.h"
#include "plans/asy-plan-edits.h"
#include "plans/asy-plan-library.h"
#include "plans/asy-plan-words.h"
#include "plans/asy-task-table.h"
#include "plans/asy-when-popover.h"
#include "ui/asy-ui.h"

/* What the one list of choices is open for. */
typedef enum {
  PICK_WHO,
  PICK_PROVIDER,
  PICK_OFTEN,
  PICK_GOAL,
  PICK_RESOURCE,
} Pick;

struct _AsyTaskTable
{
  GtkBox parent_instance;

  AsyPlanEditor *editor;
  GtkListBox *list;
  GtkWidget *often_head;
  GPtrArray *rows;              /* AsyTaskRow, borrowed from the list */
  GtkWidget *picker;
  GtkWidget *when;
  GtkWidget *completion;
  GArray *matches;              /* AsyLibraryMatch that the completion shows */
  char *goal_uid;               /* nullable */
  char *current_uid;            /* nullable */
  char *picked_uid;             /* the task that a list or the days were opened for */
  Pick pick;
  guint goal_number;
  int blank_at;                 /* place of the row that is being written, or -1 */
  gboolean is_narrow;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AsyTaskTable, asy_task_table, GTK_TYPE_BOX)

static AsyGoal *
get_goal (AsyTaskTable *self)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self->editor);

  return file != NULL ? asy_plan_file_find_goal (file, self->goal_uid) : NULL;
}

static AsyTask *
find_task (AsyTaskTable *self, const char *uid)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self->editor);

  return file != NULL ? asy_plan_file_find_task (file, uid) : NULL;
}

static GPtrArray *
list_tasks (AsyTaskTable *self)
{
  AsyGoal *goal = get_goal (self);

  return goal != NULL ? asy_plan_file_list_tasks (asy_plan_editor_get_file (self->editor), asy_record_get_id (ASY_RECORD (goal)))
                      : g_ptr_array_new ();
}

AsyTask *
asy_task_table_get_current (AsyTaskTable *self)
{
  AsyTask *task = find_task (self, self->current_uid);
  AsyGoal *goal = get_goal (self);

  return task != NULL && goal != NULL && asy_task_get_goal_id (task) == asy_record_get_id (ASY_RECORD (goal)) ? task : NULL;
}

AsyTaskRow *
asy_task_table_get_row (AsyTaskTable *self, guint index)
{
  return index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}

static AsyTaskRow *
find_row (AsyTaskTable *self, const char *uid)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (asy_task_row_get_uid (self->rows->pdata[i]), uid) == 0)
      return self->rows->pdata[i];
  return NULL;
}

gboolean
asy_task_table_has_focus (AsyTaskTable *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Rows. */

static void on_committed_cb (AsyInlineText *text, const char *what, gpointer user_data);
static void on_entered_cb (AsyInlineText *text, gpointer user_data);
static void on_erased_cb (AsyInlineText *text, gpointer user_data);
static void on_left_cb (AsyInlineText *text, int by, gpointer user_data);
static void on_escaped_cb (AsyInlineText *text, gpointer user_data);
static void on_ticked_cb (AsyTaskRow *row, gboolean is_done, gpointer user_data);
static void on_opened_cb (AsyTaskRow *row, guint cell, gpointer user_data);

static AsyTaskTable *
table_of (gpointer row)
{
  return ASY_TASK_TABLE (gtk_widget_get_ancestor (row, ASY_TYPE_TASK_TABLE));
}

static void drop_blank (AsyTaskTable *self);

static void
on_row_enter_cb (GtkEventControllerFocus *controller, gpointer user_data)
{
  AsyTaskTable *self = table_of (user_data);
  const char *uid = asy_task_row_get_uid (user_data);

  if (self == NULL || g_strcmp0 (self->current_uid, uid) == 0)
    return;
  g_free (self->current_uid);
  self->current_uid = g_strdup (uid);
}

/* A row that was begun and left empty is none. */
static gboolean
on_blank_left_cb (gpointer user_data)
{
  AsyTaskTable *self = user_data;
  AsyTaskRow *row = self->blank_at >= 0 ? asy_task_table_get_row (self, (guint) self->blank_at) : NULL;

  if (row != NULL && asy_task_row_get_uid (row) == NULL &&
      (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    drop_blank (self);
  return G_SOURCE_REMOVE;
}

static void
on_row_leave_cb (GtkEventControllerFocus *controller, gpointer user_data)
{
  AsyTaskTable *self = table_of (user_data);

  if (self != NULL && !self->is_showing && asy_task_row_get_uid (user_data) == NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_blank_left_cb, g_object_ref (self), g_object_unref);
}

static AsyTaskRow *
add_row (AsyTaskTable *self)
{
  GtkWidget *row = asy_task_row_new ();
  AsyInlineText *text = asy_task_row_get_text (ASY_TASK_ROW (row));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (text, "committed", G_CALLBACK (on_committed_cb), row);
  g_signal_connect (text, "entered", G_CALLBACK (on_entered_cb), row);
  g_signal_connect (text, "erased", G_CALLBACK (on_erased_cb), row);
  g_signal_connect (text, "left", G_CALLBACK (on_left_cb), row);
  g_signal_connect (text, "escaped", G_CALLBACK (on_escaped_cb), row);
  g_signal_connect (row, "ticked", G_CALLBACK (on_ticked_cb), NULL);
  g_signal_connect (row, "opened", G_CALLBACK (on_opened_cb), NULL);
  g_signal_connect (focus, "enter", G_CALLBACK (on_row_enter_cb), row);
  g_signal_connect (focus, "leave", G_CALLBACK (on_row_leave_cb), row);
  gtk_widget_add_controller (row, focus);
  asy_completion_follow (ASY_COMPLETION (self->completion), text);
  asy_task_row_set_narrow (ASY_TASK_ROW (row), self->is_narrow);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
  return ASY_TASK_ROW (row);
}

static void
drop_last_row (AsyTaskTable *self)
{
  GtkWidget *row = g_ptr_array_steal_index (self->rows, self->rows->len - 1);

  gtk_list_box_remove (self->list, row);
}

/* What is being typed belongs to the task that the row had. */
static gboolean
flush_others (AsyTaskTable *self, GPtrArray *lines)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AsyTaskRow *row = self->rows->pdata[i];
      AsyTask *task = i < lines->len ? lines->pdata[i] : NULL;
      const char *uid = task != NULL ? asy_record_get_uid (ASY_RECORD (task)) : NULL;

      if (g_strcmp0 (uid, asy_task_row_get_uid (row)) == 0 || !asy_inline_text_is_dirty (asy_task_row_get_text (row)))
        continue;
      asy_inline_text_flush (asy_task_row_get_text (row));
      return TRUE;
    }
  return FALSE;
}

/* %FALSE when something was told first, and the tasks are others now. */
static gboolean
fill (AsyTaskTable *self)
{
  AsyGoal *goal = get_goal (self);
  g_autoptr (GPtrArray) lines = list_tasks (self);

  if (self->blank_at > (int) lines->len)
    self->blank_at = (int) lines->len;
  if (self->blank_at >= 0)
    g_ptr_array_insert (lines, self->blank_at, NULL);
  if (flush_others (self, lines))
    return FALSE;
  while (self->rows->len > lines->len)
    drop_last_row (self);
  for (guint i = 0; i < lines->len; i++)
    {
      AsyTaskRow *row = i < self->rows->len ? self->rows->pdata[i] : add_row (self);

      asy_task_row_show (row, self->editor, lines->pdata[i], self->goal_number, i + 1, asy_goal_get_until_day (goal) != ASY_DAY_NONE);
    }
  return TRUE;
}

static void
refresh (AsyTaskTable *self)
{
  if (self->is_showing)
    return;
  self->is_showing = TRUE;
  while (!fill (self))
    ;
  self->is_showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
drop_blank (AsyTaskTable *self)
{
  self->blank_at = -1;
  refresh (self);
}

void
asy_task_table_show (AsyTaskTable *self, AsyGoal *goal, guint number)
{
  const char *uid = goal != NULL ? asy_record_get_uid (ASY_RECORD (goal)) : NULL;

  if (g_strcmp0 (self->goal_uid, uid) != 0)
    {
      for (guint i = 0; i < self->rows->len; i++)
        asy_inline_text_flush (asy_task_row_get_text (self->rows->pdata[i]));
      self->blank_at = -1;
      g_clear_pointer (&self->current_uid, g_free);
      g_free (self->goal_uid);
      self->goal_uid = g_strdup (uid);
    }
  self->goal_number = number;
  refresh (self);
}

void
asy_task_table_set_narrow (AsyTaskTable *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  gtk_widget_set_visible (self->often_head, !is_narrow);
  for (guint i = 0; i < self->rows->len; i++)
    asy_task_row_set_narrow (self->rows->pdata[i], is_narrow);
}

/* The keyboard. */

static void
edit_row (AsyTaskRow *row)
{
  AsyInlineText *text = asy_task_row_get_text (row);

  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (text)))
    asy_inline_text_edit (text);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
  asy_ui_show_in_view (GTK_WIDGET (row));
}

void
asy_task_table_focus (AsyTaskTable *self, const char *uid)
{
  AsyTaskRow *row = uid != NULL ? find_row (self, uid) : asy_task_table_get_row (self, 0);

  if (row != NULL)
    edit_row (row);
}

static int
place_of (AsyTaskTable *self, AsyTaskRow *row)
{
  guint place;

  return g_ptr_array_find (self->rows, row, &place) ? (int) place : -1;
}

static void
begin_at (AsyTaskTable *self, int place)
{
  self->blank_at = place;
  refresh (self);
  edit_row (asy_task_table_get_row (self, (guint) place));
}

void
asy_task_table_begin (AsyTaskTable *self)
{
  AsyTask *current = asy_task_table_has_focus (self) ? asy_task_table_get_current (self) : NULL;
  AsyTaskRow *row = current != NULL ? find_row (self, self->current_uid) : NULL;

  if (get_goal (self) == NULL || !asy_plan_editor_is_writable (self->editor))
    return;
  if (self->blank_at >= 0)
    edit_row (asy_task_table_get_row (self, (guint) self->blank_at));
  else
    begin_at (self, row != NULL ? place_of (self, row) + 1 : (int) self->rows->len);
}

static void
add_task (AsyTaskTable *self, AsyTask *task, int place)
{
  AsyGoal *goal = get_goal (self);
  AsyTaskRow *before = place > 0 ? asy_task_table_get_row (self, (guint) place - 1) : NULL;
  AsyTask *after = before != NULL ? find_task (self, asy_task_row_get_uid (before)) : NULL;

  self->blank_at = -1;
  asy_plan_editor_take (self->editor, asy_plan_edits_add_task (asy_plan_editor_get_file (self->editor), task, goal, after));
  g_free (self->current_uid);
  self->current_uid = g_strdup (asy_record_get_uid (ASY_RECORD (task)));
}

static void
write_task (AsyTaskTable *self, const char *what, int place)
{
  AsyGoal *goal = get_goal (self);
  g_autoptr (AsyTask) task = asy_task_new ();

  asy_task_set_what (task, what);
  asy_task_set_from_day (task, asy_goal_get_from_day (goal));
  asy_task_set_until_day (task, asy_goal_get_until_day (goal));
  add_task (self, task, place);
}

static void
change_task (AsyTaskTable *self, AsyTask *task)
{
  asy_plan_editor_take (self->editor, asy_plan_edits_edit (asy_plan_editor_get_file (self->editor), task));
}

static void
on_committed_cb (AsyInlineText *text, const char *what, gpointer user_data)
{
  AsyTaskRow *row = user_data;
  AsyTaskTable *self = table_of (row);
  AsyTask *task = self != NULL ? find_task (self, asy_task_row_get_uid (row)) : NULL;

  if (self == NULL)
    return;
  if (task == NULL)
    {
      if (*what != '\0' && self->blank_at >= 0 && get_goal (self) != NULL)
        write_task (self, what, self->blank_at);
      return;
    }
  if (*what != '\0')
    {
      g_autoptr (AsyTask) changed = asy_record_duplicate (task);

      asy_task_set_what (changed, what);
      change_task (self, changed);
    }
  else if (!gtk_widget_has_focus (GTK_WIDGET (text)))
    asy_inline_text_show (text, asy_task_get_what (task));
}

static void
on_entered_cb (AsyInlineText *text, gpointer user_data)
{
  AsyTaskTable *self = table_of (user_data);

  if (asy_task_row_get_uid (user_data) == NULL)
    drop_blank (self);
  else
    begin_at (self, place_of (self, user_data) + 1);
}

static void
leave_row (AsyTaskTable *self, int place)
{
  AsyTaskRow *row = place >= 0 ? asy_task_table_get_row (self, (guint) place) : NULL;

  if (row == NULL)
    row = asy_task_table_get_row (self, self->rows->len > 0 && place > 0 ? self->rows->len - 1 : 0);
  if (row != NULL)
    edit_row (row);
  else
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_BACKWARD);
}

static void
on_erased_cb (AsyInlineText *text, gpointer user_data)
{
  AsyTaskTable *self = table_of (user_data);
  AsyTask *task = find_task (self, asy_task_row_get_uid (user_data));
  const int place = place_of (self, user_data);

  asy_inline_text_replace (text, "");
  if (task == NULL)
    drop_blank (self);
  else
    asy_plan_editor_take (self->editor, asy_plan_edits_remove_task (asy_plan_editor_get_file (self->editor), task));
  leave_row (self, place - 1);
}

static void
on_left_cb (AsyInlineText *text, int by, gpointer user_data)
{
  AsyTaskTable *self = table_of (user_data);
  const int place = place_of (self, user_data) + by;

  if (place >= 0 && place < (int) self->rows->len)
    edit_row (asy_task_table_get_row (self, (guint) place));
}

static void
on_escaped_cb (AsyInlineText *text, gpointer user_data)
{
  AsyTaskTable *self = table_of (user_data);

  if (asy_task_row_get_uid (user_data) == NULL)
    {
      const int place = place_of (self, user_data);

      drop_blank (self);
      leave_row (self, place - 1);
    }
  else
    gtk_widget_grab_focus (user_data);
}

void
asy_task_table_remove_current (AsyTaskTable *self)
{
  AsyTask *task = asy_task_table_get_current (self);
  AsyTaskRow *row = task != NULL ? find_row (self, self->current_uid) : NULL;
  const int place = row != NULL ? place_of (self, row) : 0;

  if (task == NULL || !asy_plan_editor_take (self->editor, asy_plan_edits_remove_task (asy_plan_editor_get_file (self->editor), task)))
    return;
  asy_plan_editor_offer_undo (self->editor, _ ("The task was removed"));
  row = asy_task_table_get_row (self, MIN ((guint) place, self->rows->len > 0 ? self->rows->len - 1 : 0));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_ticked_cb (AsyTaskRow *row, gboolean is_done, gpointer user_data)
{
  AsyTaskTable *self = table_of (row);
  AsyTask *task = self != NULL ? find_task (self, asy_task_row_get_uid (row)) : NULL;

  if (task != NULL)
    asy_plan_editor_take (self->editor, asy_plan_edits_tick (asy_plan_editor_get_file (self->editor), task, is_done,
                                                             asy_context_get_today (asy_plan_editor_get_context (self->editor))));
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  AsyTaskTable *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  AsyTask *task = asy_task_table_get_current (self);

  if (task == NULL || !ASY_IS_TASK_ROW (focus) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_space:
      if (asy_plan_editor_is_open (self->editor))
        on_ticked_cb (ASY_TASK_ROW (focus), asy_task_get_status (task) != ASY_TASK_STATUS_DONE, NULL);
      return TRUE;
    case GDK_KEY_Delete:
      if (asy_plan_editor_is_writable (self->editor))
        asy_task_table_remove_current (self);
      return TRUE;
    case GDK_KEY_F2:
      edit_row (ASY_TASK_ROW (focus));
      return TRUE;
    default:
      return FALSE;
    }
}

/* From the library. */

static AsyDictionary *
get_dictionary (AsyTaskTable *self)
{
  return asy_context_get_office (asy_plan_editor_get_context (self->editor))->dictionary;
}

static void
on_proposals_sought_cb (AsyTaskTable *self, const char *typed)
{
  AsyGoal *goal = get_goal (self);

  if (goal == NULL)
    return;
  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = asy_plan_library_propose_tasks (self->editor, typed, goal);
  asy_plan_library_show (ASY_COMPLETION (self->completion), self->matches, get_dictionary (self));
}

/* An older task takes what it has no own word for. */
static void
complete_task (AsyTaskTable *self, AsyTask *task, AsyTask *proposed)
{
  g_autoptr (AsyTask) changed = asy_record_duplicate (task);

  asy_task_set_what (changed, asy_task_get_what (proposed));
  if (asy_task_get_frequency (task) == NULL)
    asy_task_set_frequency (changed, asy_task_get_frequency (proposed));
  change_task (self, changed);
}

/* What is shown is of a library that is no more. */
static void
on_library_changed_cb (AsyTaskTable *self)
{
  asy_completion_hide (ASY_COMPLETION (self->completion));
  g_clear_pointer (&self->matches, g_array_unref);
}

/* What was only being written gives way: one step makes the task. */
static void
take_proposed (AsyTaskTable *self, AsyInlineText *text, AsyTask *task)
{
  AsyTaskRow *row = ASY_TASK_ROW (gtk_widget_get_ancestor (GTK_WIDGET (text), ASY_TYPE_TASK_ROW));
  g_autofree char *uid = g_strdup (asy_task_row_get_uid (row));
  const int at = place_of (self, row);

  asy_inline_text_replace (text, asy_task_get_what (task));
  if (uid != NULL && self->blank_at < 0)
    self->blank_at = at;
  if (uid == NULL || asy_plan_editor_take_back_writing (self->editor, uid))
    {
      add_task (self, task, at);
      return;
    }
  self->blank_at = -1;
  complete_task (self, find_task (self, uid), task);
}

static void
on_proposal_chosen_cb (AsyTaskTable *self, guint place, gboolean is_plain)
{
  AsyInlineText *text = asy_completion_get_text (ASY_COMPLETION (self->completion));
  AsyGoal *goal = get_goal (self);
  g_autoptr (AsyTask) task = NULL;

  if (self->matches == NULL || goal == NULL || text == NULL)
    return;
  task = asy_plan_library_make_task (g_array_index (self->matches, AsyLibraryMatch, place).task, goal, get_dictionary (self),
                                     asy_context_get_today (asy_plan_editor_get_context (self->editor)));
  take_proposed (self, text, task);
}

/* Choosing. */

static void
remember_pick (AsyTaskTable *self, AsyTask *task, Pick pick)
{
  self->pick = pick;
  g_free (self->picked_uid);
  self->picked_uid = g_strdup (asy_record_get_uid (ASY_RECORD (task)));
  asy_pick_popover_clear (ASY_PICK_POPOVER (self->picker));
}

static void
append_people (AsyTaskTable *self)
{
  AsyPickPopover *picker = ASY_PICK_POPOVER (self->picker);
  const AsyPlanAnswer *answer = asy_plan_editor_get_answer (self->editor);

  for (guint i = 0; i < answer->family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (answer->family->members, i);
      g_autofree char *name = asy_person_dup_full_name (entry->person);

      if (asy_member_get_left_on (entry->member) == ASY_DAY_NONE)
        asy_pick_popover_append_id (picker, "person:", asy_record_get_id (ASY_RECORD (entry->person)), name, _ ("family"));
    }
  for (guint i = 0; i < answer->workers->len; i++)
    {
      g_autofree char *name = asy_worker_dup_full_name (answer->workers->pdata[i]);

      asy_pick_popover_append_id (picker, "worker:", asy_record_get_id (answer->workers->pdata[i]), name, _ ("family assistant"));
    }
}

static void
open_who (AsyTaskTable *self, AsyTask *task, GtkWidget *at)
{
  AsyPickPopover *picker = ASY_PICK_POPOVER (self->picker);
  const AsyPlanAnswer *answer = asy_plan_editor_get_answer (self->editor);
  g_autofree char *code = asy_plan_dup_who_code (task);

  remember_pick (self, task, PICK_WHO);
  asy_pick_popover_append (picker, "family", _ ("The family"), NULL);
  append_people (self);
  asy_pick_popover_append (picker, "seek", _ ("An institution of the directory…"), NULL);
  for (guint i = 0; i < answer->providers->len; i++)
    asy_pick_popover_append_id (picker, "provider:", asy_record_get_id (answer->providers->pdata[i]),
                                asy_provider_get_name (answer->providers->pdata[i]), asy_provider_get_city (answer->providers->pdata[i]));
  asy_pick_popover_append (picker, "details", _ ("Somebody else, in words…"), NULL);
  asy_pick_popover_open (picker, at, code, FALSE);
}

static void
open_often (AsyTaskTable *self, AsyTask *task, GtkWidget *at)
{
  AsyPickPopover *picker = ASY_PICK_POPOVER (self->picker);

  remember_pick (self, task, PICK_OFTEN);
  asy_pick_popover_append (picker, "", _ ("not set"), NULL);
  asy_pick_popover_append_dictionary (picker, get_dictionary (self), ASY_DICT_FREQUENCY, asy_task_get_frequency (task));
  asy_pick_popover_open (picker, at, asy_task_get_frequency (task), FALSE);
}

static void
on_opened_cb (AsyTaskRow *row, guint cell, gpointer user_data)
{
  AsyTaskTable *self = table_of (row);
  AsyTask *task = find_task (self, asy_task_row_get_uid (row));
  GtkWidget *at = asy_task_row_get_cell (row, cell);

  if (task == NULL || !asy_plan_editor_is_writable (self->editor))
    return;
  switch ((AsyTaskCell) cell)
    {
    case ASY_TASK_CELL_WHO:
      open_who (self, task, at);
      break;
    case ASY_TASK_CELL_WHEN:
      g_free (self->picked_uid);
      self->picked_uid = g_strdup (asy_record_get_uid (ASY_RECORD (task)));
      asy_when_popover_open (ASY_WHEN_POPOVER (self->when), at, asy_task_get_from_day (task), asy_task_get_until_day (task));
      break;
    case ASY_TASK_CELL_OFTEN:
      open_often (self, task, at);
      break;
    case ASY_TASK_CELL_N:
    default:
      break;
    }
}

void
asy_task_table_pick_goal (AsyTaskTable *self)
{
  AsyTask *task = asy_task_table_get_current (self);
  AsyPlanFile *file = asy_plan_editor_get_file (self->editor);

  if (task == NULL)
    return;
  remember_pick (self, task, PICK_GOAL);
  for (guint i = 0; i < file->goals->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, asy_goal_get_title (file->goals->pdata[i]));

      if (file->goals->pdata[i] != get_goal (self))
        asy_pick_popover_append (ASY_PICK_POPOVER (self->picker), asy_record_get_uid (file->goals->pdata[i]), title, NULL);
    }
  asy_pick_popover_open (ASY_PICK_POPOVER (self->picker), GTK_WIDGET (find_row (self, self->current_uid)), NULL, FALSE);
}

void
asy_task_table_pick_resource (AsyTaskTable *self)
{
  AsyTask *task = asy_task_table_get_current (self);
  AsyDiagnosisFile *diagnosis = asy_plan_editor_get_answer (self->editor)->family->diagnosis;
  g_autofree char *code = task != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, asy_task_get_resource_id (task)) : NULL;

  if (task == NULL)
    return;
  remember_pick (self, task, PICK_RESOURCE);
  asy_pick_popover_append (ASY_PICK_POPOVER (self->picker), "0", _ ("nothing"), NULL);
  for (guint i = 0; diagnosis != NULL && i < diagnosis->items->len; i++)
    {
      AsyDiagnosisItem *item = diagnosis->items->pdata[i];

      if (asy_diagnosis_item_is_resource (item))
        asy_pick_popover_append_id (ASY_PICK_POPOVER (self->picker), "", asy_record_get_id (ASY_RECORD (item)), asy_diagnosis_item_get_body (item), NULL);
    }
  asy_pick_popover_open (ASY_PICK_POPOVER (self->picker), GTK_WIDGET (find_row (self, self->current_uid)), code, FALSE);
}

/* The directory is sought, however long it is. */

static void
on_providers_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyTaskTable *self = owner;
  g_autoptr (GPtrArray) providers = result;

  if (providers == NULL)
    {
      asy_context_show_error (asy_plan_editor_get_context (self->editor), GTK_WIDGET (self), error);
      return;
    }
  asy_pick_popover_clear (ASY_PICK_POPOVER (self->picker));
  for (guint i = 0; i < providers->len; i++)
    asy_pick_popover_append_id (ASY_PICK_POPOVER (self->picker), "provider:", asy_record_get_id (providers->pdata[i]),
                                asy_provider_get_name (providers->pdata[i]), asy_provider_get_city (providers->pdata[i]));
  g_object_set_data_full (G_OBJECT (self), "found", g_steal_pointer (&providers), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_sought_cb (AsyTaskTable *self, const char *text)
{
  asy_context_ask (asy_plan_editor_get_context (self->editor), self, "providers", asy_plan_find_providers_job, g_strdup (text), g_free,
                   (GDestroyNotify) g_ptr_array_unref, on_providers_cb);
}

/* The name is at hand before the plan is loaded again. */
static void
learn_provider (AsyTaskTable *self, gint64 id)
{
  GPtrArray *found = g_object_get_data (G_OBJECT (self), "found");
  AsyPlanAnswer *answer = asy_plan_editor_get_answer (self->editor);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (asy_record_get_id (found->pdata[i]) == id)
      g_ptr_array_add (answer->providers, g_object_ref (found->pdata[i]));
}

static void
seek_provider (AsyTaskTable *self)
{
  AsyTaskRow *row = find_row (self, self->picked_uid);

  if (row == NULL)
    return;
  self->pick = PICK_PROVIDER;
  asy_pick_popover_clear (ASY_PICK_POPOVER (self->picker));
  asy_pick_popover_open (ASY_PICK_POPOVER (self->picker), asy_task_row_get_cell (row, ASY_TASK_CELL_WHO), NULL, TRUE);
}

static void
set_who (AsyTaskTable *self, AsyTask *changed, const char *code)
{
  asy_plan_set_who_code (changed, code);
  asy_task_set_who_text (changed, NULL);
  learn_provider (self, asy_task_get_provider_id (changed));
}

static gint64
read_number (const char *code)
{
  gint64 number = 0;

  g_ascii_string_to_signed (code, 10, 0, G_MAXINT64, &number, NULL);
  return number;
}

static void
move_picked (AsyTaskTable *self, AsyTask *task, const char *goal_uid)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self->editor);
  AsyGoal *goal = asy_plan_file_find_goal (file, goal_uid);

  if (goal != NULL)
    asy_plan_editor_take (self->editor, asy_plan_edits_move_task_to (file, task, goal));
}

static void
on_picked_cb (AsyTaskTable *self, const char *code)
{
  AsyTask *task = find_task (self, self->picked_uid);
  g_autoptr (AsyTask) changed = task != NULL ? asy_record_duplicate (task) : NULL;

  if (task == NULL)
    return;
  if (self->pick == PICK_GOAL)
    {
      move_picked (self, task, code);
      return;
    }
  if (self->pick == PICK_WHO && g_str_equal (code, "seek"))
    {
      seek_provider (self);
      return;
    }
  if (self->pick == PICK_WHO && g_str_equal (code, "details"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "plan.edit-task", "s", self->picked_uid);
      return;
    }
  if (self->pick == PICK_OFTEN)
    asy_task_set_frequency (changed, code);
  else if (self->pick == PICK_RESOURCE)
    asy_task_set_resource_id (changed, read_number (code));
  else
    set_who (self, changed, code);
  change_task (self, changed);
}

static void
on_when_chosen_cb (AsyTaskTable *self, guint from, guint until)
{
  AsyTask *task = find_task (self, self->picked_uid);
  g_autoptr (AsyTask) changed = task != NULL ? asy_record_duplicate (task) : NULL;

  if (changed == NULL)
    return;
  asy_task_set_from_day (changed, from);
  asy_task_set_until_day (changed, until);
  change_task (self, changed);
}

static void
on_row_activated_cb (AsyTaskTable *self, GtkListBoxRow *row)
{
  const char *uid = asy_task_row_get_uid (ASY_TASK_ROW (row));

  if (uid != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.edit-task", "s", uid);
}

/* Making. */

static void
append_head (GtkBox *box, GtkWidget *label, int width)
{
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  if (width > 0)
    gtk_widget_set_size_request (label, width, -1);
  else
    gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (box, label);
}

static GtkWidget *
new_heads (AsyTaskTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append_head (GTK_BOX (box), gtk_label_new (NULL), ASY_TASK_CHECK_WIDTH_PX);
  append_head (GTK_BOX (box), gtk_label_new (_ ("What")), 0);
  append_head (GTK_BOX (box), gtk_label_new (_ ("Who")), asy_task_row_get_width (ASY_TASK_CELL_WHO));
  append_head (GTK_BOX (box), gtk_label_new (_ ("When")), asy_task_row_get_width (ASY_TASK_CELL_WHEN));
  self->often_head = gtk_label_new (_ ("How often"));
  append_head (GTK_BOX (box), self->often_head, asy_task_row_get_width (ASY_TASK_CELL_OFTEN));
  append_head (GTK_BOX (box), gtk_label_new (_ ("State")), ASY_TASK_STATE_WIDTH_PX);
  gtk_widget_add_css_class (box, "asy-task-heads");
  return box;
}

static void
asy_task_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyTaskTable *self = ASY_TASK_TABLE (widget);

  GTK_WIDGET_CLASS (asy_task_table_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->picker));
  gtk_popover_present (GTK_POPOVER (self->when));
  gtk_popover_present (GTK_POPOVER (self->completion));
}

static void
asy_task_table_dispose (GObject *object)
{
  AsyTaskTable *self = ASY_TASK_TABLE (object);

  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_pointer (&self->when, gtk_widget_unparent);
  g_clear_pointer (&self->completion, gtk_widget_unparent);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (asy_task_table_parent_class)->dispose (object);
}

static void
asy_task_table_finalize (GObject *object)
{
  AsyTaskTable *self = ASY_TASK_TABLE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->goal_uid);
  g_free (self->current_uid);
  g_free (self->picked_uid);

  G_OBJECT_CLASS (asy_task_table_parent_class)->finalize (object);
}

static void
asy_task_table_class_init (AsyTaskTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_task_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_task_table_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = asy_task_table_size_allocate;
}

static void
asy_task_table_init (AsyTaskTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->blank_at = -1;
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->picker = asy_pick_popover_new ();
  self->when = asy_when_popover_new ();
  self->completion = asy_completion_new (_ ("Tasks of the library"), NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-tasks");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tasks"), -1);
  gtk_box_append (GTK_BOX (self), new_heads (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->picker, GTK_WIDGET (self));
  gtk_widget_set_parent (self->when, GTK_WIDGET (self));
  gtk_widget_set_parent (self->completion, GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (on_picked_cb), self);
  g_signal_connect_swapped (self->picker, "sought", G_CALLBACK (on_sought_cb), self);
  g_signal_connect_swapped (self->when, "chosen", G_CALLBACK (on_when_chosen_cb), self);
  g_signal_connect_swapped (self->completion, "sought", G_CALLBACK (on_proposals_sought_cb), self);
  g_signal_connect_swapped (self->completion, "chosen", G_CALLBACK (on_proposal_chosen_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
asy_task_table_new (AsyPlanEditor *editor)
{
  AsyTaskTable *self = g_object_new (ASY_TYPE_TASK_TABLE, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "library-changed", G_CALLBACK (on_library_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
