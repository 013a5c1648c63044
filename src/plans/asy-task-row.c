/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-pick-popover.h"
#include "plans/asy-plan-words.h"
#include "plans/asy-task-row.h"
#include "ui/asy-column-layout.h"
#include "ui/asy-ui.h"

struct _AsyTaskRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *check;
  GtkWidget *number;
  GtkWidget *text;
  GtkWidget *resource;
  GtkWidget *cells[ASY_TASK_CELL_N];
  GtkWidget *state;
  char *uid;                    /* nullable */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AsyTaskRow, asy_task_row, GTK_TYPE_LIST_BOX_ROW)

enum { TICKED, OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

int
asy_task_row_get_width (AsyTaskCell cell)
{
  static const int widths[ASY_TASK_CELL_N] = { 150, 168, 118 };

  return widths[cell];
}

const char *
asy_task_row_get_uid (AsyTaskRow *self)
{
  return self->uid;
}

AsyInlineText *
asy_task_row_get_text (AsyTaskRow *self)
{
  return ASY_INLINE_TEXT (self->text);
}

GtkWidget *
asy_task_row_get_cell (AsyTaskRow *self, AsyTaskCell cell)
{
  return self->cells[cell];
}

void
asy_task_row_set_narrow (AsyTaskRow *self, gboolean is_narrow)
{
  gtk_widget_set_visible (self->cells[ASY_TASK_CELL_OFTEN], !is_narrow);
}

/* Showing. */

static void
set_label (GtkWidget *label, const char *text, AsyMeaning meaning)
{
  if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
    return;
  gtk_label_set_text (GTK_LABEL (label), text);
  asy_ui_set_meaning (label, meaning);
}

static void
show_number (AsyTaskRow *self, guint goal_number, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u.%u", goal_number, number);

  set_label (self->number, text, ASY_MEANING_PLAIN);
}

static void
show_check (AsyTaskRow *self, AsyTask *task, gboolean is_open)
{
  const gboolean is_done = task != NULL && asy_task_get_status (task) == ASY_TASK_STATUS_DONE;

  self->is_showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), is_done);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (self->check, task != NULL && is_open);
}

static void
show_when (AsyTaskRow *self, AsyTask *task, AsyDay today, gboolean goal_has_end, gboolean is_draft)
{
  GtkWidget *cell = self->cells[ASY_TASK_CELL_WHEN];
  g_autofree char *period = asy_plan_dup_period (asy_task_get_from_day (task), asy_task_get_until_day (task), today);
  const gboolean is_missing = !goal_has_end && asy_task_get_until_day (task) == ASY_DAY_NONE &&
                              asy_task_get_status (task) != ASY_TASK_STATUS_DROPPED;

  asy_pick_button_show (cell, is_missing ? _ ("no last day") : period, is_draft);
  asy_pick_button_set_meaning (cell, is_missing ? ASY_MEANING_SOON : asy_task_is_late (task, today) ? ASY_MEANING_LATE : ASY_MEANING_PLAIN);
}

static void
show_cells (AsyTaskRow *self, AsyPlanEditor *editor, AsyTask *task, gboolean goal_has_end)
{
  AsyContext *context = asy_plan_editor_get_context (editor);
  const AsyDay today = asy_context_get_today (context);
  const gboolean is_draft = asy_plan_editor_is_writable (editor);
  g_autofree char *who = asy_plan_dup_who (task, asy_plan_editor_get_answer (editor));
  const char *often = asy_dictionary_get_label (asy_context_get_office (context)->dictionary, ASY_DICT_FREQUENCY, asy_task_get_frequency (task));
  const char *resource = asy_plan_get_resource (task, asy_plan_editor_get_answer (editor));
  AsyMeaning meaning;
  g_autofree char *state = asy_plan_dup_task_state (task, today, &meaning);
  g_autofree char *builds_on = resource != NULL ? g_strdup_printf (_ ("builds on: %s"), resource) : g_strdup ("");

  asy_pick_button_show (self->cells[ASY_TASK_CELL_WHO], who, is_draft);
  asy_pick_button_show (self->cells[ASY_TASK_CELL_OFTEN], often, is_draft);
  show_when (self, task, today, goal_has_end, is_draft);
  set_label (self->state, state, meaning);
  set_label (self->resource, builds_on, ASY_MEANING_PLAIN);
  gtk_widget_set_visible (self->resource, resource != NULL);
  if (meaning == ASY_MEANING_LATE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "asy-late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "asy-late");
}

static void
show_blank (AsyTaskRow *self)
{
  for (guint i = 0; i < ASY_TASK_CELL_N; i++)
    asy_pick_button_show (self->cells[i], NULL, FALSE);
  set_label (self->state, "", ASY_MEANING_PLAIN);
  gtk_widget_set_visible (self->resource, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "asy-late");
}

static void
name_row (AsyTaskRow *self, AsyTask *task)
{
  g_autofree char *done_name = NULL;
  g_autofree char *name = NULL;

  if (task == NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New task"), -1);
      return;
    }
  done_name = g_strdup_printf (_ ("Done: %s"), asy_task_get_what (task));
  name = g_strdup_printf (_ ("%s %s, %s"), gtk_label_get_text (GTK_LABEL (self->number)), asy_task_get_what (task),
                          gtk_label_get_text (GTK_LABEL (self->state)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, done_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
asy_task_row_show (AsyTaskRow *self, AsyPlanEditor *editor, AsyTask *task, guint goal_number, guint number, gboolean goal_has_end)
{
  const char *uid = task != NULL ? asy_record_get_uid (ASY_RECORD (task)) : NULL;

  if (g_strcmp0 (self->uid, uid) != 0)
    {
      g_free (self->uid);
      self->uid = g_strdup (uid);
    }
  show_number (self, goal_number, number);
  show_check (self, task, asy_plan_editor_is_open (editor));
  asy_inline_text_show (ASY_INLINE_TEXT (self->text), task != NULL ? asy_task_get_what (task) : NULL);
  asy_inline_text_set_writable (ASY_INLINE_TEXT (self->text), asy_plan_editor_is_writable (editor));
  if (task != NULL)
    show_cells (self, editor, task, goal_has_end);
  else
    show_blank (self);
  name_row (self, task);
}

/* Making. */

static void
on_toggled_cb (AsyTaskRow *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[TICKED], 0, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
on_cell_clicked_cb (AsyTaskRow *self, GtkWidget *button)
{
  for (guint i = 0; i < ASY_TASK_CELL_N; i++)
    if (self->cells[i] == button)
      g_signal_emit (self, signals[OPENED], 0, i);
}

static GtkWidget *
new_label (int width, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (width > 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 1);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
      gtk_widget_set_size_request (label, width, -1);
    }
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_what (AsyTaskRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->text = asy_inline_text_new (_ ("What"), TRUE);
  asy_inline_text_set_placeholder (ASY_INLINE_TEXT (self->text), _ ("What is to be done"));
  self->resource = new_label (0, "caption");
  gtk_widget_add_css_class (self->resource, "dim-label");
  gtk_widget_set_margin_start (self->resource, 4);
  gtk_widget_set_visible (self->resource, FALSE);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), self->resource);
  box = asy_column_new (box);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
asy_task_row_finalize (GObject *object)
{
  g_free (ASY_TASK_ROW (object)->uid);

  G_OBJECT_CLASS (asy_task_row_parent_class)->finalize (object);
}

static void
asy_task_row_class_init (AsyTaskRowClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = asy_task_row_finalize;
  signals[TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
asy_task_row_init (AsyTaskRow *self)
{
  const char *const names[ASY_TASK_CELL_N] = { _ ("Who"), _ ("When"), _ ("How often") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->check = gtk_check_button_new ();
  self->number = new_label (0, "dim-label");
  self->state = new_label (ASY_TASK_STATE_WIDTH_PX, NULL);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-task-row");
  gtk_widget_set_size_request (self->check, ASY_TASK_CHECK_WIDTH_PX, -1);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), new_what (self));
  for (guint i = 0; i < ASY_TASK_CELL_N; i++)
    {
      self->cells[i] = asy_pick_button_new (names[i]);
      asy_pick_button_set_width (self->cells[i], asy_task_row_get_width (i));
      gtk_widget_set_valign (self->cells[i], GTK_ALIGN_CENTER);
      g_signal_connect_object (self->cells[i], "clicked", G_CALLBACK (on_cell_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->cells[i]);
    }
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
asy_task_row_new (void)
{
  return g_object_new (ASY_TYPE_TASK_ROW, NULL);
}
