/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-calendar-pl.h"
#include "calendar/asy-visit-block.h"
#include "calendar/asy-week-grid.h"
#include "calendar/asy-week-layout.h"

#define HOUR_HEIGHT 57
#define FIRST_HOUR 6
#define LAST_HOUR 21
#define STEP_MINUTES 15
#define BLOCK_MARGIN 3
#define BLOCK_WIDTH_MIN 17      /* its bar and its padding */

struct _AsyWeekGrid
{
  GtkWidget parent_instance;

  AsyWeek *week;                /* nullable, borrowed: the page keeps it */
  AsyDay today;
  int now_minute;
  PangoLayout *hour_layout;

  /* dragging */
  AsyVisitBlock *dragged;       /* nullable, borrowed */
  double drag_x;
  double drag_y;
};

G_DEFINE_FINAL_TYPE (AsyWeekGrid, asy_week_grid, GTK_TYPE_WIDGET)

enum { CREATE, OPEN, MOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

static double
day_width (AsyWeekGrid *self)
{
  return (gtk_widget_get_width (GTK_WIDGET (self)) - ASY_WEEK_HOURS_WIDTH) / 7.0;
}

static double
y_of (int minute)
{
  return (minute - FIRST_HOUR * 60) * HOUR_HEIGHT / 60.0;
}

static int
minute_at (double y)
{
  const int minute = FIRST_HOUR * 60 + (int) (y * 60 / HOUR_HEIGHT);

  return CLAMP (minute - minute % STEP_MINUTES, 0, 24 * 60 - STEP_MINUTES);
}

static int
column_at (AsyWeekGrid *self, double x)
{
  return CLAMP ((int) ((x - ASY_WEEK_HOURS_WIDTH) / day_width (self)), 0, 6);
}

static void
asy_week_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (LAST_HOUR - FIRST_HOUR) * HOUR_HEIGHT;
  else
    {
      *minimum = ASY_WEEK_HOURS_WIDTH + 7 * 70;
      *natural = ASY_WEEK_HOURS_WIDTH + 7 * 116;
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_block (AsyWeekGrid *self, GtkWidget *block, const AsyDaySpan *span, int column)
{
  const double width = day_width (self);
  const double lane = (width - 2 * BLOCK_MARGIN) / MAX (span->n_lanes, 1u);
  GtkAllocation box;

  box.x = (int) (ASY_WEEK_HOURS_WIDTH + column * width + BLOCK_MARGIN + span->lane * lane);
  box.y = (int) y_of (span->start) + 1;
  box.width = MAX ((int) lane - 2, BLOCK_WIDTH_MIN);
  box.height = MAX ((int) (y_of (span->end) - y_of (span->start)) - 2, 18);
  if (ASY_VISIT_BLOCK (block) == self->dragged)
    {
      box.x += (int) self->drag_x;
      box.y += (int) self->drag_y;
    }
  gtk_widget_size_allocate (block, &box, -1);
}

/* Children stand in the order of day and start, as the week came. */
static void
asy_week_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyWeekGrid *self = ASY_WEEK_GRID (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (AsyDaySpan));
      const AsyDay day = asy_visit_get_day (asy_visit_block_get_entry (ASY_VISIT_BLOCK (child))->visit);
      GtkWidget *first = child;

      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          AsyVisit *visit = asy_visit_block_get_entry (ASY_VISIT_BLOCK (child))->visit;
          AsyDaySpan span = { .start = (int) asy_visit_get_start_minute (visit), .end = asy_visit_get_end_minute (visit) };

          if (asy_visit_get_day (visit) != day)
            break;
          g_array_append_val (spans, span);
        }
      asy_day_lay_out ((AsyDaySpan *) spans->data, spans->len);
      for (guint i = 0; i < spans->len; i++, first = gtk_widget_get_next_sibling (first))
        allocate_block (self, first, &g_array_index (spans, AsyDaySpan, i), (int) (day - self->week->monday));
    }
}

static void
draw_hours (AsyWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *text, const GdkRGBA *line)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));

  for (int hour = FIRST_HOUR; hour < LAST_HOUR; hour++)
    {
      const float y = (float) y_of (hour * 60);
      char label[8];

      gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (ASY_WEEK_HOURS_WIDTH, y, width - ASY_WEEK_HOURS_WIDTH, 1));
      g_snprintf (label, sizeof label, "%d:00", hour);
      pango_layout_set_text (self->hour_layout, label, -1);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (6, y + 1));
      gtk_snapshot_append_layout (snapshot, self->hour_layout, text);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_days (AsyWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *line)
{
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  const float width = (float) day_width (self);
  GdkRGBA off = *line;
  const GdkRGBA now_ground = { 0.207f, 0.518f, 0.894f, 0.05f };

  off.alpha = 0.05f;
  for (int i = 0; i < 7; i++)
    {
      const float x = (float) ASY_WEEK_HOURS_WIDTH + (float) i * width;

      if (asy_day_is_off (self->week->monday + (AsyDay) i) || i >= 5)
        gtk_snapshot_append_color (snapshot, &off, &GRAPHENE_RECT_INIT (x, 0, width, height));
      if (self->week->monday + (AsyDay) i == self->today)
        gtk_snapshot_append_color (snapshot, &now_ground, &GRAPHENE_RECT_INIT (x, 0, width, height));
      gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (x, 0, 1, height));
    }
}

static void
draw_now (AsyWeekGrid *self, GtkSnapshot *snapshot)
{
  const GdkRGBA red = { 0.753f, 0.11f, 0.157f, 1 };
  const float width = (float) day_width (self);
  const float y = (float) y_of (self->now_minute);

  if (self->today < self->week->monday || self->today > self->week->monday + 6 || self->now_minute < FIRST_HOUR * 60)
    return;
  gtk_snapshot_append_color (snapshot, &red,
                             &GRAPHENE_RECT_INIT ((float) ASY_WEEK_HOURS_WIDTH + (float) (self->today - self->week->monday) * width, y, width, 2));
}

static void
asy_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyWeekGrid *self = ASY_WEEK_GRID (widget);
  GdkRGBA text, line;

  if (self->week == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  line = text;
  line.alpha = 0.14f;
  text.alpha = 0.72f;
  draw_days (self, snapshot, &line);
  draw_hours (self, snapshot, &text, &line);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  draw_now (self, snapshot);
}

static void
emit_move (AsyWeekGrid *self, AsyVisitBlock *block, int days, int minutes)
{
  AsyVisit *visit = asy_visit_block_get_entry (block)->visit;
  const int start = (int) asy_visit_get_start_minute (visit) + minutes;

  if ((days == 0 && minutes == 0) || start < 0 || start + asy_visit_get_minutes (visit) > 24 * 60)
    return;
  g_signal_emit (self, signals[MOVE], 0, asy_record_get_id (ASY_RECORD (visit)),
                 (guint) (asy_visit_get_day (visit) + (AsyDay) days), start);
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));

  if (!ASY_IS_VISIT_BLOCK (focus) || (state & GDK_ALT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
      emit_move (self, ASY_VISIT_BLOCK (focus), 0, -STEP_MINUTES);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      emit_move (self, ASY_VISIT_BLOCK (focus), 0, STEP_MINUTES);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      emit_move (self, ASY_VISIT_BLOCK (focus), -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      emit_move (self, ASY_VISIT_BLOCK (focus), 1, 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (n_press == 2 && hit == GTK_WIDGET (self) && self->week != NULL && x > ASY_WEEK_HOURS_WIDTH)
    g_signal_emit (self, signals[CREATE], 0, (guint) (self->week->monday + (AsyDay) column_at (self, x)), minute_at (y));
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *block = hit != NULL ? gtk_widget_get_ancestor (hit, ASY_TYPE_VISIT_BLOCK) : NULL;

  self->dragged = NULL;
  if (block != NULL && asy_visit_get_state (asy_visit_block_get_entry (ASY_VISIT_BLOCK (block))->visit) == ASY_VISIT_STATE_PLANNED)
    self->dragged = ASY_VISIT_BLOCK (block);
  else
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;

  if (self->dragged == NULL)
    return;
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y) && self->drag_x == 0 && self->drag_y == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag_x = x;
  self->drag_y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_drag_end_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  AsyVisitBlock *block = self->dragged;
  const gboolean moved = self->drag_x != 0 || self->drag_y != 0;
  const int days = (int) (x / day_width (self) + (x < 0 ? -0.5 : 0.5));
  const int steps = (int) (y * 60 / HOUR_HEIGHT / STEP_MINUTES + (y < 0 ? -0.5 : 0.5));

  self->dragged = NULL;
  self->drag_x = self->drag_y = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (block != NULL && moved)
    emit_move (self, block, days, steps * STEP_MINUTES);
}

static void
on_block_clicked_cb (GtkButton *button, gpointer user_data)
{
  AsyVisit *visit = asy_visit_block_get_entry (ASY_VISIT_BLOCK (button))->visit;

  g_signal_emit (user_data, signals[OPEN], 0, asy_record_get_id (ASY_RECORD (visit)));
}

static void
remove_children (AsyWeekGrid *self)
{
  GtkWidget *child;

  self->dragged = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
asy_week_grid_dispose (GObject *object)
{
  AsyWeekGrid *self = ASY_WEEK_GRID (object);

  remove_children (self);
  g_clear_object (&self->hour_layout);

  G_OBJECT_CLASS (asy_week_grid_parent_class)->dispose (object);
}

static void
asy_week_grid_class_init (AsyWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_week_grid_dispose;
  widget_class->measure = asy_week_grid_measure;
  widget_class->size_allocate = asy_week_grid_size_allocate;
  widget_class->snapshot = asy_week_grid_snapshot;

  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
asy_week_grid_init (AsyWeekGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  self->hour_layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_layout_set_attributes (self->hour_layout, attributes);
  pango_attr_list_unref (attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Visits of the week"), -1);
}

GtkWidget *
asy_week_grid_new (void)
{
  return g_object_new (ASY_TYPE_WEEK_GRID, NULL);
}

/* Blocks of the last week serve again: a new one costs as much as everything else that a week needs. */
static GtkWidget *
take_block (AsyWeekGrid *self, GtkWidget *last)
{
  GtkWidget *block = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (self));

  if (block != NULL)
    return block;
  block = asy_visit_block_new ();
  g_signal_connect (block, "clicked", G_CALLBACK (on_block_clicked_cb), self);
  gtk_widget_set_parent (block, GTK_WIDGET (self));
  return block;
}

void
asy_week_grid_set_week (AsyWeekGrid *self, AsyWeek *week, AsyDictionary *dictionary, AsyDay today, int now_minute)
{
  GtkWidget *last = NULL, *rest;

  self->dragged = NULL;
  self->week = week;
  self->today = today;
  self->now_minute = now_minute;
  for (guint i = 0; week != NULL && i < week->entries->len; i++)
    {
      last = take_block (self, last);
      asy_visit_block_set_entry (ASY_VISIT_BLOCK (last), g_ptr_array_index (week->entries, i), dictionary);
    }
  while ((rest = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (rest);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
asy_week_grid_focus_visit (AsyWeekGrid *self, gint64 visit_id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (asy_record_get_id (ASY_RECORD (asy_visit_block_get_entry (ASY_VISIT_BLOCK (child))->visit)) == visit_id)
      gtk_widget_grab_focus (child);
}
