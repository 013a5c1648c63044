/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/asy-library-goal.h"
#include "plans/asy-goal-list.h"
#include "plans/asy-plan-count.h"
#include "ui/asy-column-layout.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define RING_PX 28

/* A row: what it shows, so that it is only touched when that changes. */
typedef struct {
  GtkWidget *row;               /* borrowed from the list */
  GtkWidget *ring;
  GtkWidget *name;
  GtkWidget *note;
  char *uid;                    /* nullable: the goal that is being written */
  char *area;
  double part;
} Line;

struct _AsyGoalList
{
  AdwBin parent_instance;

  AsyPlanEditor *editor;
  GtkListBox *list;
  GPtrArray *lines;             /* Line */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AsyGoalList, asy_goal_list, ADW_TYPE_BIN)

enum { CHOSEN, ACTIVATED, DROPPED, LIBRARY_DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->uid);
  g_free (line->area);
  g_free (line);
}

static Line *
line_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "line");
}

static void
on_ring_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const Line *line = user_data;
  const double radius = MIN (width, height) / 2.0 - 3;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  cairo_set_line_width (cr, 4);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.18);
  cairo_stroke (cr);
  if (line->part <= 0)
    return;
  cairo_arc (cr, width / 2.0, height / 2.0, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * line->part);
  cairo_set_source_rgba (cr, 0.207, 0.518, 0.894, 1);
  cairo_stroke (cr);
}

static GtkWidget *
new_text (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static Line *
add_line (AsyGoalList *self)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  line->row = gtk_list_box_row_new ();
  line->ring = gtk_drawing_area_new ();
  line->name = new_text (NULL);
  line->note = new_text ("caption");
  gtk_label_set_lines (GTK_LABEL (line->name), 3);
  gtk_label_set_ellipsize (GTK_LABEL (line->name), PANGO_ELLIPSIZE_END);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (line->ring), RING_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (line->ring), RING_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (line->ring), on_ring_draw_cb, line, NULL);
  gtk_widget_set_valign (line->ring, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), line->name);
  gtk_box_append (GTK_BOX (texts), line->note);
  texts = asy_column_new (texts);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), line->ring);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line->row), box);
  g_object_set_data (G_OBJECT (line->row), "line", line);
  gtk_list_box_append (self->list, line->row);
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
drop_last_line (AsyGoalList *self)
{
  Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

  /* The list asks for headers while a row goes. */
  g_object_set_data (G_OBJECT (line->row), "line", NULL);
  gtk_list_box_remove (self->list, line->row);
  g_ptr_array_remove_index (self->lines, self->lines->len - 1);
}

/* Showing. */

static gboolean
has_gap (GArray *gaps, gint64 goal_id)
{
  for (guint i = 0; i < gaps->len; i++)
    if (g_array_index (gaps, AsyPlanGap, i).goal_id == goal_id && g_array_index (gaps, AsyPlanGap, i).is_blocking)
      return TRUE;
  return FALSE;
}

static void
set_ring (Line *line, double part)
{
  if (line->part > part - 0.001 && line->part < part + 0.001)
    return;
  line->part = part;
  gtk_widget_queue_draw (line->ring);
}

static void
set_texts (Line *line, const char *name, const char *note, AsyMeaning meaning)
{
  if (g_str_equal (gtk_label_get_text (GTK_LABEL (line->name)), name) && g_str_equal (gtk_label_get_text (GTK_LABEL (line->note)), note))
    return;
  gtk_label_set_text (GTK_LABEL (line->name), name);
  gtk_label_set_text (GTK_LABEL (line->note), note);
  gtk_widget_set_visible (line->note, *note != '\0');
  asy_ui_set_meaning (line->note, meaning);
  if (meaning == ASY_MEANING_PLAIN)
    gtk_widget_add_css_class (line->note, "dim-label");
  else
    gtk_widget_remove_css_class (line->note, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
}

/* %TRUE when the headings must be looked at again. */
static gboolean
set_keys (Line *line, const char *uid, const char *area)
{
  const gboolean is_other_area = g_strcmp0 (line->area, area) != 0;

  if (g_strcmp0 (line->uid, uid) != 0)
    {
      g_free (line->uid);
      line->uid = g_strdup (uid);
    }
  if (is_other_area)
    {
      g_free (line->area);
      line->area = g_strdup (area);
    }
  return is_other_area;
}

static gboolean
show_goal (Line *line, AsyGoal *goal, const AsyPlanCount *count, guint number, gboolean is_lacking)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", number, asy_goal_get_title (goal));
  g_autofree char *note = is_lacking ? g_strdup (_ ("something is missing (art. 15 ust. 3)")) : asy_tasks_dup_progress (count->done, count->all, count->late);

  set_ring (line, count->all > 0 ? (double) count->done / count->all : 0);
  set_texts (line, title, note, is_lacking ? ASY_MEANING_SOON : count->late > 0 ? ASY_MEANING_LATE : ASY_MEANING_PLAIN);
  return set_keys (line, asy_record_get_uid (ASY_RECORD (goal)), asy_goal_get_area (goal));
}

static gboolean
show_blank (Line *line)
{
  set_ring (line, 0);
  set_texts (line, _ ("New goal"), "", ASY_MEANING_PLAIN);
  return set_keys (line, NULL, line->area);
}

static void
fit_lines (AsyGoalList *self, guint n)
{
  while (self->lines->len > n)
    drop_last_line (self);
  while (self->lines->len < n)
    add_line (self);
}

static void
select_line (AsyGoalList *self, const char *uid)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];

      if (g_strcmp0 (line->uid, uid) != 0)
        continue;
      if (gtk_list_box_get_selected_row (self->list) != GTK_LIST_BOX_ROW (line->row))
        {
          gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (line->row));
          asy_ui_show_in_view (line->row);
        }
      return;
    }
  gtk_list_box_unselect_all (self->list);
}

void
asy_goal_list_show (AsyGoalList *self, GArray *gaps, const char *uid, gboolean has_blank)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self->editor);
  g_autofree AsyPlanCount *counts = asy_plan_count_goals (file, asy_context_get_today (asy_plan_editor_get_context (self->editor)));
  gboolean is_other = FALSE;

  self->is_showing = TRUE;
  fit_lines (self, file->goals->len + (has_blank ? 1 : 0));
  for (guint i = 0; i < file->goals->len; i++)
    {
      AsyGoal *goal = file->goals->pdata[i];

      if (show_goal (self->lines->pdata[i], goal, &counts[i], i + 1, has_gap (gaps, asy_record_get_id (ASY_RECORD (goal)))))
        is_other = TRUE;
    }
  if (has_blank)
    show_blank (g_ptr_array_index (self->lines, self->lines->len - 1));
  if (is_other)
    gtk_list_box_invalidate_headers (self->list);
  select_line (self, has_blank ? NULL : uid);
  self->is_showing = FALSE;
}

void
asy_goal_list_focus (AsyGoalList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

/* Making. */

static void
on_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AsyGoalList *self = user_data;
  const Line *line = line_of (row);
  const Line *previous = before != NULL ? line_of (before) : NULL;
  const char *words;
  GtkWidget *label = gtk_list_box_row_get_header (row);

  if (line == NULL || line->area == NULL || (previous != NULL && g_strcmp0 (line->area, previous->area) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  words = asy_dictionary_get_label (asy_context_get_office (asy_plan_editor_get_context (self->editor))->dictionary, ASY_DICT_WORK_AREA, line->area);
  if (label == NULL)
    {
      label = asy_caption_new (NULL);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_set_margin_start (label, 6);
      gtk_widget_set_margin_top (label, 10);
      gtk_widget_set_margin_bottom (label, 4);
      gtk_list_box_row_set_header (row, label);
    }
  gtk_label_set_text (GTK_LABEL (label), words);
}

static void
on_selected_cb (AsyGoalList *self, GtkListBoxRow *row)
{
  const Line *line = row != NULL ? line_of (row) : NULL;

  if (!self->is_showing && line != NULL && line->uid != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, line->uid);
}

static void
on_activated_cb (AsyGoalList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  AsyGoalList *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  const Line *line = row != NULL ? line_of (row) : NULL;
  const char *uid = line != NULL ? line->uid : NULL;

  if (!asy_plan_editor_is_writable (self->editor))
    return FALSE;
  if (G_VALUE_HOLDS (value, ASY_TYPE_LIBRARY_GOAL))
    g_signal_emit (self, signals[LIBRARY_DROPPED], 0, asy_record_get_id (g_value_get_object (value)), uid);
  else
    g_signal_emit (self, signals[DROPPED], 0, g_value_get_int64 (value), uid);
  return TRUE;
}

static void
asy_goal_list_dispose (GObject *object)
{
  AsyGoalList *self = ASY_GOAL_LIST (object);

  /* The list asks for headers again while it is taken apart. */
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (asy_goal_list_parent_class)->dispose (object);
}

static void
asy_goal_list_finalize (GObject *object)
{
  g_ptr_array_unref (ASY_GOAL_LIST (object)->lines);

  G_OBJECT_CLASS (asy_goal_list_parent_class)->finalize (object);
}

static void
asy_goal_list_class_init (AsyGoalListClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_goal_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_goal_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[LIBRARY_DROPPED] = g_signal_new ("library-dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
asy_goal_list_init (AsyGoalList *self)
{
  GType dropped[] = { G_TYPE_INT64, ASY_TYPE_LIBRARY_GOAL };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, dropped, G_N_ELEMENTS (dropped));
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Goals"), -1);
  gtk_list_box_set_header_func (self->list, on_header_cb, self, NULL);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
asy_goal_list_new (AsyPlanEditor *editor)
{
  AsyGoalList *self = g_object_new (ASY_TYPE_GOAL_LIST, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}
