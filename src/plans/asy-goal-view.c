/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "plans/asy-goal-view.h"
#include "plans/asy-plan-forms.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

static void
on_ring_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const double part = *(double *) user_data;
  const double radius = MIN (width, height) / 2.0 - 3;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  cairo_set_line_width (cr, 4);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.18);
  cairo_stroke (cr);
  if (part <= 0)
    return;
  cairo_arc (cr, width / 2.0, height / 2.0, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * part);
  cairo_set_source_rgba (cr, 0.207, 0.518, 0.894, 1);
  cairo_stroke (cr);
}

static GtkWidget *
new_ring (double part)
{
  GtkWidget *ring = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (ring), 28);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (ring), 28);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (ring), on_ring_draw_cb, g_memdup2 (&part, sizeof part), g_free);
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  return ring;
}

GtkWidget *
asy_goal_row_new (AsyGoal *goal, GPtrArray *tasks, guint number, gboolean has_gap, AsyDay today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  guint done, all, late;
  g_autofree char *title = g_strdup_printf ("%u. %s", number, asy_goal_get_title (goal));
  g_autofree char *progress = NULL;
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *note;

  asy_goal_count_tasks (tasks, today, &done, &all, &late);
  progress = has_gap ? g_strdup (_ ("something is missing (art. 15 ust. 3)")) : asy_tasks_dup_progress (done, all, late);
  note = gtk_label_new (progress);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 3);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "caption");
  asy_ui_set_meaning (note, has_gap ? ASY_MEANING_SOON : late > 0 ? ASY_MEANING_LATE : ASY_MEANING_PLAIN);
  if (!has_gap && late == 0)
    gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), note);
  gtk_box_append (GTK_BOX (box), new_ring (all > 0 ? (double) done / all : 0));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "goal", g_object_ref (goal), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, progress, -1);
  return row;
}

static char *
dup_period (AsyDay from, AsyDay until)
{
  const gboolean is_one_year = from != ASY_DAY_NONE && until != ASY_DAY_NONE && asy_day_get_year (from) == asy_day_get_year (until);
  g_autofree char *first = from == ASY_DAY_NONE ? NULL : is_one_year ? asy_format_day_short (from) : asy_format_day (from);
  g_autofree char *last = until != ASY_DAY_NONE ? asy_format_day (until) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s" ASY_TEXT_EN_DASH "%s", first, last);
  if (last != NULL)
    return g_strdup_printf (_ ("until %s"), last);
  return first != NULL ? g_strdup_printf (_ ("from %s"), first) : g_strdup (_ ("no dates"));
}

static GtkWidget *
new_fact (const char *caption, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = asy_caption_new (caption);
  GtkWidget *value = gtk_label_new (text != NULL ? text : _ ("not written yet"));

  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_yalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_selectable (GTK_LABEL (value), text != NULL);
  if (text == NULL)
    asy_ui_set_meaning (value, ASY_MEANING_SOON);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  return box;
}

static GtkWidget *
new_facts (AsyContext *context, AsyGoal *goal)
{
  GtkWidget *grid = gtk_grid_new ();
  AsyDictionary *dictionary = asy_context_get_office (context)->dictionary;
  g_autofree char *aim_code = g_strdup_printf ("%d", (int) asy_goal_get_aim (goal));
  g_autofree char *aim = asy_goal_get_aim (goal) == 0
                             ? NULL
                             : g_strdup_printf ("%s (art. 8 ust. 1 pkt %s)",
                                                asy_dictionary_get_label (dictionary, ASY_DICT_STATUTORY_AIM, aim_code), aim_code);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_add_css_class (grid, "card");
  gtk_grid_attach (GTK_GRID (grid), new_fact (_ ("Work area"), asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, asy_goal_get_area (goal))), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_fact (_ ("Statutory aim"), aim != NULL ? aim : "–"), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_fact (_ ("Expected effect"), asy_goal_get_effect (goal)), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_fact (_ ("How one will know"), asy_goal_get_measure (goal)), 1, 1, 1, 1);
  return grid;
}

static char *
dup_who (AsyTask *task, const AsyPlanAnswer *answer)
{
  AsyPerson *person = asy_family_file_find_person (answer->family, asy_task_get_person_id (task));

  if (asy_task_get_who_text (task) != NULL)
    return g_strdup (asy_task_get_who_text (task));
  if (person != NULL)
    return asy_person_dup_full_name (person);
  for (guint i = 0; i < answer->workers->len; i++)
    {
      AsyWorker *worker = g_ptr_array_index (answer->workers, i);

      if (asy_task_get_worker_id (task) == asy_record_get_id (ASY_RECORD (worker)))
        return asy_worker_dup_full_name (worker);
    }
  switch (asy_task_get_who_kind (task))
    {
    case ASY_TASK_WHO_KIND_ASSISTANT:
      return g_strdup (_ ("family assistant"));
    case ASY_TASK_WHO_KIND_INSTITUTION:
      return g_strdup (_ ("institution"));
    case ASY_TASK_WHO_KIND_OTHER:
      return g_strdup (_ ("somebody else"));
    case ASY_TASK_WHO_KIND_FAMILY:
    default:
      return g_strdup (_ ("the family"));
    }
}

static char *
dup_state (AsyTask *task, AsyDay today, AsyMeaning *ret_meaning)
{
  const AsyDay done = asy_task_get_done_on (task);

  *ret_meaning = ASY_MEANING_PLAIN;
  if (asy_task_get_status (task) == ASY_TASK_STATUS_DONE && done != ASY_DAY_NONE)
    {
      g_autofree char *day = asy_format_day_short (done);

      *ret_meaning = ASY_MEANING_DONE;
      return g_strdup_printf (_ ("done %s"), day);
    }
  if (asy_task_is_late (task, today))
    return asy_format_due (asy_task_get_until_day (task), today, ret_meaning);
  return g_strdup (asy_task_status_get_label (asy_task_get_status (task)));
}

static void
on_done_toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  AsyTask *task = g_object_get_data (G_OBJECT (check), "task");
  AsyContext *context = asy_context_of (GTK_WIDGET (check));
  AsyTask *copy;

  if (context == NULL)
    return;
  copy = asy_record_duplicate (task);
  if (gtk_check_button_get_active (check))
    {
      asy_task_set_status (copy, ASY_TASK_STATUS_DONE);
      asy_task_set_done_on (copy, asy_context_get_today (context));
    }
  else
    {
      asy_task_set_status (copy, ASY_TASK_STATUS_IN_PROGRESS);
      asy_task_set_done_on (copy, ASY_DAY_NONE);
    }
  asy_context_ask (context, check, "done", asy_plan_save_task_job, copy, g_object_unref, NULL, NULL);
}

/* @width in pixels: header and rows have different letters, but one grid. */
static GtkWidget *
new_cell (const char *text, int width, gboolean expands)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (expands)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
    }
  else
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 1);
      gtk_widget_set_size_request (label, width, -1);
      asy_ui_set_tooltip (label, text);
    }
  return label;
}

static GtkWidget *
new_row_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 7);
  gtk_widget_set_margin_bottom (box, 7);
  return box;
}

static GtkWidget *
new_task_row (AsyContext *context, const AsyPlanAnswer *answer, AsyTask *task, guint goal_number, guint task_number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = new_row_box ();
  GtkWidget *check = gtk_check_button_new ();
  AsyMeaning meaning;
  const AsyDay today = asy_context_get_today (context);
  g_autofree char *what = g_strdup_printf ("%u.%u  %s", goal_number, task_number, asy_task_get_what (task));
  g_autofree char *who = dup_who (task, answer);
  g_autofree char *period = dup_period (asy_task_get_from_day (task), asy_task_get_until_day (task));
  g_autofree char *state = dup_state (task, today, &meaning);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s, %s, %s"), what, who, period, state);
  g_autofree char *done_name = g_strdup_printf (_ ("Done: %s"), asy_task_get_what (task));
  const char *often = asy_dictionary_get_label (asy_context_get_office (context)->dictionary, ASY_DICT_FREQUENCY, asy_task_get_frequency (task));
  GtkWidget *state_label = new_cell (state, 130, FALSE);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), asy_task_get_status (task) == ASY_TASK_STATUS_DONE);
  g_object_set_data_full (G_OBJECT (check), "task", g_object_ref (task), g_object_unref);
  g_signal_connect (check, "toggled", G_CALLBACK (on_done_toggled_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, done_name, -1);
  asy_ui_set_meaning (state_label, meaning);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), new_cell (what, 0, TRUE));
  gtk_box_append (GTK_BOX (box), new_cell (who, 150, FALSE));
  gtk_box_append (GTK_BOX (box), new_cell (period, 168, FALSE));
  gtk_box_append (GTK_BOX (box), new_cell (often, 120, FALSE));
  gtk_box_append (GTK_BOX (box), state_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "task", g_object_ref (task), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkWidget *
new_header_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = new_row_box ();
  GtkWidget *cells[] = { new_cell ("", 22, FALSE), new_cell (_ ("What"), 0, TRUE), new_cell (_ ("Who"), 150, FALSE),
                         new_cell (_ ("When"), 168, FALSE), new_cell (_ ("How often"), 120, FALSE), new_cell (_ ("State"), 130, FALSE) };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      gtk_widget_add_css_class (cells[i], "caption-heading");
      gtk_widget_add_css_class (cells[i], "dim-label");
      gtk_box_append (GTK_BOX (box), cells[i]);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_can_focus (row, FALSE);
  return row;
}

static void
on_task_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  AsyTask *task = g_object_get_data (G_OBJECT (row), "task");

  if (task != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), "plan.edit-task", "x", asy_record_get_id (ASY_RECORD (task)));
}

static GtkWidget *
new_tasks (AsyContext *context, const AsyPlanAnswer *answer, GPtrArray *tasks, guint goal_number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add a _task"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.new-task");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tasks"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_task_activated_cb), NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), new_header_row ());
  for (guint i = 0; i < tasks->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_task_row (context, answer, g_ptr_array_index (tasks, i), goal_number, i + 1));
  gtk_box_append (GTK_BOX (box), asy_heading_new (_ ("Tasks"), (int) tasks->len, button));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

void
asy_goal_view_fill (GtkBox *box, AsyContext *context, const AsyPlanAnswer *answer, AsyGoal *goal, guint number)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *title = g_strdup_printf ("%u. %s", number, asy_goal_get_title (goal));
  g_autofree char *period = dup_period (asy_goal_get_from_day (goal), asy_goal_get_until_day (goal));
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (answer->family->plan, asy_record_get_id (ASY_RECORD (goal)));
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *edit = gtk_button_new_with_mnemonic (_ ("Edit the _goal"));

  gtk_widget_add_css_class (name, "title-4");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "plan.edit-goal");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), asy_caption_new (period));
  gtk_box_append (GTK_BOX (head), edit);
  gtk_box_append (box, head);
  gtk_box_append (box, new_facts (context, goal));
  gtk_box_append (box, new_tasks (context, answer, tasks, number));
}
