/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-calendar-pl.h"
#include "base/asy-text.h"
#include "calendar/asy-clash-words.h"
#include "calendar/asy-visit-block.h"
#include "calendar/asy-week-grid.h"
#include "calendar/asy-week-layout.h"
#include "law/asy-visit-clash.h"

#define HOUR_HEIGHT 57
#define FIRST_HOUR 6
#define LAST_HOUR 21
#define STEP_MINUTES ASY_WEEK_STEP_MINUTES
#define EDGE_PX 6               /* of a block, by which it is stretched */
#define HATCH_PX 7              /* between the strokes of a way */
#define HATCH_LABEL_PX 17       /* less has no room for words */
#define BLOCK_MARGIN 3
#define DUTY_PX 4               /* the bar of a shift of the rota */
#define BLOCK_WIDTH_MIN 17      /* its bar and its padding */

typedef enum { DRAG_NONE, DRAG_MOVE, DRAG_START, DRAG_END, DRAG_NEW, DRAG_FAMILY } DragKind;

typedef struct {
  DragKind kind;
  gboolean is_under_way;        /* beyond the threshold */
  AsyVisitBlock *block;         /* nullable, borrowed */
  AsyWeekPlace from;
  AsyWeekPlace place;           /* where it would be */
  char *reason;                 /* nullable: what stands in the way there */
} Drag;

struct _AsyWeekGrid
{
  GtkWidget parent_instance;

  AsyWeek *week;                /* nullable, borrowed: the page keeps it */
  AsyDay today;
  int now_minute;
  PangoLayout *hour_layout;

  Drag drag;
};

G_DEFINE_FINAL_TYPE (AsyWeekGrid, asy_week_grid, GTK_TYPE_WIDGET)

enum { CREATE, OPEN, REMOVE, PLACE, DROP_FAMILY, N_SIGNALS };
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

/* Ways are hatched, and days on which nobody is there. */
static void
draw_hatch (cairo_t *cr, const GdkRGBA *line, double x, double y, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_set_line_width (cr, 1.5);
  for (int i = 0; i * HATCH_PX < height + width; i++)
    {
      const double from = x - height + i * HATCH_PX;

      cairo_move_to (cr, from, y + height);
      cairo_line_to (cr, from + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What lies outside of the hours, the shifts of the rota along the right edge, of a day. @shade: nullable for a day that is shaded already. */
static void
draw_work_time (AsyWeekGrid *self, GtkSnapshot *snapshot, AsyDay day, const graphene_rect_t *column, const GdkRGBA *shade)
{
  const AsyWorkTime *time = self->week->time;
  const GdkRGBA duty = { 0.898f, 0.647f, 0.039f, 0.75f }, ground = { 0.898f, 0.647f, 0.039f, 0.07f };
  const float x = column->origin.x, width = column->size.width;
  const float bottom = (float) y_of (LAST_HOUR * 60);
  int start, end;

  if (shade != NULL && !asy_day_is_off (day) && asy_work_time_get_hours (time, day, &start, &end))
    {
      const float from = CLAMP ((float) y_of (start), 0, bottom), until = CLAMP ((float) y_of (end), 0, bottom);

      gtk_snapshot_append_color (snapshot, shade, &GRAPHENE_RECT_INIT (x, 0, width, from));
      gtk_snapshot_append_color (snapshot, shade, &GRAPHENE_RECT_INIT (x, until, width, bottom - until));
    }
  for (guint i = 0; i < time->shifts->len; i++)
    if (asy_duty_shift_get_part (time->shifts->pdata[i], day, &start, &end))
      {
        const float from = CLAMP ((float) y_of (start), 0, bottom), until = CLAMP ((float) y_of (end), 0, bottom);

        gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (x, from, width, until - from));
        gtk_snapshot_append_color (snapshot, &duty, &GRAPHENE_RECT_INIT (x + width - DUTY_PX, from, DUTY_PX, until - from));
      }
}

static void
draw_absences (AsyWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *line)
{
  const double width = day_width (self), height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < 7; i++)
    {
      const double x = ASY_WEEK_HOURS_WIDTH + i * width;
      cairo_t *cr;

      if (asy_work_time_find_absence (self->week->time, self->week->monday + i) == NULL)
        continue;
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height));
      draw_hatch (cr, line, x, 0, width, height);
      cairo_destroy (cr);
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
      if (self->week->time != NULL)
        draw_work_time (self, snapshot, self->week->monday + (AsyDay) i, &GRAPHENE_RECT_INIT (x, 0, width, height), i < 5 ? &off : NULL);
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

/* The way to a visit, before it. */
static void
draw_way_words (AsyWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *text, int travel, double x, double y, double width, double height)
{
  g_autofree char *words = g_strdup_printf (_ ("way %d min"), travel);
  int text_width, text_height;
  GdkRGBA ground;

  if (height < HATCH_LABEL_PX)
    return;
  pango_layout_set_text (self->hour_layout, words, -1);
  pango_layout_get_pixel_size (self->hour_layout, &text_width, &text_height);
  if (text_width > width - 8)
    return;
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "view_bg_color", &ground))
    gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT ((float) (x + (width - text_width) / 2) - 4,
                                                                       (float) (y + (height - text_height) / 2), (float) text_width + 8,
                                                                       (float) text_height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + (width - text_width) / 2), (float) (y + (height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->hour_layout, text);
  gtk_snapshot_restore (snapshot);
}

static void
draw_ways (AsyWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *text, const GdkRGBA *line)
{
  const double width = day_width (self) - 2 * BLOCK_MARGIN;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                                          (float) gtk_widget_get_height (GTK_WIDGET (self))));

  for (guint i = 0; i < self->week->entries->len; i++)
    {
      AsyVisit *visit = ((AsyVisitEntry *) g_ptr_array_index (self->week->entries, i))->visit;
      const int start = (int) asy_visit_get_start_minute (visit), travel = (int) asy_visit_get_travel_minutes (visit);
      const double x = ASY_WEEK_HOURS_WIDTH + (double) (asy_visit_get_day (visit) - self->week->monday) * day_width (self) + BLOCK_MARGIN;
      const double y = y_of (start - travel), height = y_of (start) - y;

      if (travel <= 0 || asy_visit_get_state (visit) == ASY_VISIT_STATE_MISSED)
        continue;
      draw_hatch (cr, line, x, y, width, height);
      draw_way_words (self, snapshot, text, travel, x, y, width, height);
    }
  cairo_destroy (cr);
}

/* What is being dragged, where it would be, with the time and what stands in its way. */
static void
draw_ghost_words (AsyWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *colour, const graphene_rect_t *box)
{
  g_autofree char *time = asy_text_time_range (self->drag.place.start, self->drag.place.end - self->drag.place.start);
  g_autofree char *words = self->drag.reason != NULL ? g_strdup_printf ("%s\n%s", time, self->drag.reason) : g_strdup (time);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  pango_layout_set_attributes (layout, pango_layout_get_attributes (self->hour_layout));
  pango_layout_set_width (layout, (int) (box->size.width - 12) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box->origin.x + 7, box->origin.y + 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_ghost (AsyWeekGrid *self, GtkSnapshot *snapshot)
{
  const AsyWeekPlace *place = &self->drag.place;
  const float width = (float) day_width (self);
  const graphene_rect_t box = GRAPHENE_RECT_INIT (ASY_WEEK_HOURS_WIDTH + (float) (place->day - self->week->monday) * width + BLOCK_MARGIN,
                                                  (float) y_of (place->start) + 1, width - 2 * BLOCK_MARGIN,
                                                  (float) (y_of (place->end) - y_of (place->start)) - 2);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GskRoundedRect rect;
  GdkRGBA colour, ground;
  const float widths[4] = { 2, 2, 2, 2 };

  gtk_style_context_get_color (style, &colour);
  gtk_style_context_lookup_color (style, self->drag.reason != NULL ? "asy_late_color" : "asy_info_color", &colour);
  if (!gtk_style_context_lookup_color (style, "view_bg_color", &ground))
    ground = (GdkRGBA){ 1, 1, 1, 1 };
  ground.alpha = 0.9f;
  gsk_rounded_rect_init_from_rect (&rect, &box, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rect, widths, (const GdkRGBA[]){ colour, colour, colour, colour });
  draw_ghost_words (self, snapshot, &colour, &box);
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
  if (self->week->time != NULL)
    draw_absences (self, snapshot, &line);
  draw_ways (self, snapshot, &text, &line);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  draw_now (self, snapshot);
  if (self->drag.is_under_way)
    draw_ghost (self, snapshot);
}

/* Where a visit is, and where it goes. */

static AsyWeekPlace
get_place (AsyVisitBlock *block)
{
  AsyVisit *visit = asy_visit_block_get_entry (block)->visit;

  return (AsyWeekPlace){ asy_visit_get_day (visit), (int) asy_visit_get_start_minute (visit), asy_visit_get_end_minute (visit) };
}

static gboolean
is_planned (AsyVisitBlock *block)
{
  return asy_visit_get_state (asy_visit_block_get_entry (block)->visit) == ASY_VISIT_STATE_PLANNED;
}

static void
emit_place (AsyWeekGrid *self, AsyVisitBlock *block, AsyWeekPlace place)
{
  const AsyWeekPlace from = get_place (block);

  if (from.day == place.day && from.start == place.start && from.end == place.end)
    return;
  g_signal_emit (self, signals[PLACE], 0, asy_record_get_id (ASY_RECORD (asy_visit_block_get_entry (block)->visit)), (guint) place.day,
                 place.start, place.end - place.start);
}

/* What stands in the way. */

static void
add_slots (GArray *slots, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AsyVisitEntry *entry = g_ptr_array_index (entries, i);
      const AsyClashSlot slot = asy_visit_get_clash_slot (entry->visit, entry->two_persons);

      if (asy_visit_get_state (entry->visit) != ASY_VISIT_STATE_MISSED)
        g_array_append_val (slots, slot);
    }
}

static const char *
find_name (AsyWeekGrid *self, gint64 visit_id)
{
  for (guint i = 0; i < self->week->entries->len; i++)
    {
      const AsyVisitEntry *entry = g_ptr_array_index (self->week->entries, i);

      if (asy_record_get_id (ASY_RECORD (entry->visit)) == visit_id && entry->family_name != NULL)
        return entry->family_name;
    }
  return NULL;
}

static char *
dup_reason_at (AsyWeekGrid *self, AsyVisitBlock *block, AsyWeekPlace place)
{
  const AsyVisitEntry *entry = block != NULL ? asy_visit_block_get_entry (block) : NULL;
  AsyClashSlot candidate = { .id = 0 };
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (AsyClashSlot));
  AsyClash clash;

  if (entry != NULL)
    candidate = asy_visit_get_clash_slot (entry->visit, entry->two_persons);
  candidate.worker_id = asy_record_get_id (ASY_RECORD (self->week->worker));
  candidate.day = place.day;
  candidate.start = place.start;
  candidate.end = place.end;
  add_slots (slots, self->week->entries);
  if (self->week->others != NULL)
    add_slots (slots, self->week->others);
  clash = asy_clash_find (&(AsyClashFacts){ (const AsyClashSlot *) slots->data, slots->len, self->week->time,
                                            asy_clash_has_daily_rest (self->week->worker) }, &candidate);
  return asy_clash_dup_words (&clash, find_name (self, clash.other_id), self->week->time, place.day);
}

/* The keyboard. */

static gboolean
press_with_alt (AsyWeekGrid *self, AsyVisitBlock *block, guint keyval, gboolean stretches)
{
  const AsyWeekPlace place = get_place (block);
  const int minutes = keyval == GDK_KEY_Up ? -STEP_MINUTES : keyval == GDK_KEY_Down ? STEP_MINUTES : 0;
  const int days = keyval == GDK_KEY_Left ? -1 : keyval == GDK_KEY_Right ? 1 : 0;

  if ((minutes == 0 && days == 0) || (stretches && days != 0))
    return GDK_EVENT_PROPAGATE;
  emit_place (self, block,
              stretches ? asy_week_place_stretch (place, 0, minutes) : asy_week_place_move (place, self->week->monday, days, minutes));
  return GDK_EVENT_STOP;
}

/* Up and down in the order of time; left and right to the visit of that day nearest in time. */
static GtkWidget *
find_neighbour (AsyWeekGrid *self, AsyVisitBlock *block, guint keyval)
{
  const AsyWeekPlace from = get_place (block);
  const int step = keyval == GDK_KEY_Left ? -1 : 1;
  GtkWidget *best = NULL;
  int best_distance = G_MAXINT;

  if (keyval == GDK_KEY_Up)
    return gtk_widget_get_prev_sibling (GTK_WIDGET (block));
  if (keyval == GDK_KEY_Down)
    return gtk_widget_get_next_sibling (GTK_WIDGET (block));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const AsyWeekPlace place = get_place (ASY_VISIT_BLOCK (child));
      const int days = ((int) place.day - (int) from.day) * step;
      const int distance = days * 24 * 60 + ABS (place.start - from.start);

      if (days > 0 && distance < best_distance)
        {
          best = child;
          best_distance = distance;
        }
    }
  return best;
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  GtkWidget *neighbour;

  if (ASY_IS_VISIT_BLOCK (focus) && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    {
      g_signal_emit (self, signals[REMOVE], 0, asy_record_get_id (ASY_RECORD (asy_visit_block_get_entry (ASY_VISIT_BLOCK (focus))->visit)));
      return GDK_EVENT_STOP;
    }
  if (!ASY_IS_VISIT_BLOCK (focus) ||
      (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down && keyval != GDK_KEY_Left && keyval != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_ALT_MASK) != 0)
    return press_with_alt (self, ASY_VISIT_BLOCK (focus), keyval, (state & GDK_SHIFT_MASK) != 0);
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  neighbour = find_neighbour (self, ASY_VISIT_BLOCK (focus), keyval);
  if (neighbour != NULL)
    gtk_widget_grab_focus (neighbour);
  return GDK_EVENT_STOP;
}

/* The mouse. */

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (n_press == 2 && hit == GTK_WIDGET (self) && self->week != NULL && x > ASY_WEEK_HOURS_WIDTH)
    g_signal_emit (self, signals[CREATE], 0, (guint) (self->week->monday + (AsyDay) column_at (self, x)), minute_at (y), ASY_WEEK_VISIT_MINUTES);
}

static void
end_drag (AsyWeekGrid *self)
{
  g_clear_pointer (&self->drag.reason, g_free);
  self->drag = (Drag){ .kind = DRAG_NONE };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_drag_place (AsyWeekGrid *self, AsyWeekPlace place)
{
  if (self->drag.place.day == place.day && self->drag.place.start == place.start && self->drag.place.end == place.end &&
      self->drag.is_under_way)
    return;
  self->drag.is_under_way = TRUE;
  self->drag.place = place;
  g_free (self->drag.reason);
  self->drag.reason = dup_reason_at (self, self->drag.block, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static DragKind
find_part (AsyVisitBlock *block, double y)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (block));

  if (y > height - EDGE_PX)
    return DRAG_END;
  return y < EDGE_PX && height > 3 * EDGE_PX ? DRAG_START : DRAG_MOVE;
}

/* The planned visit under the pointer and the part of it, or none. */
static DragKind
find_drag (AsyWeekGrid *self, double x, double y, AsyVisitBlock **ret_block)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *block = hit != NULL ? gtk_widget_get_ancestor (hit, ASY_TYPE_VISIT_BLOCK) : NULL;
  double block_y;

  *ret_block = NULL;
  if (block == NULL)
    return hit == GTK_WIDGET (self) && x > ASY_WEEK_HOURS_WIDTH ? DRAG_NEW : DRAG_NONE;
  if (!is_planned (ASY_VISIT_BLOCK (block)) || !gtk_widget_translate_coordinates (GTK_WIDGET (self), block, x, y, NULL, &block_y))
    return DRAG_NONE;
  *ret_block = ASY_VISIT_BLOCK (block);
  return find_part (ASY_VISIT_BLOCK (block), block_y);
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;

  end_drag (self);
  if (self->week != NULL)
    self->drag.kind = find_drag (self, x, y, &self->drag.block);
  if (self->week == NULL || self->drag.kind == DRAG_NONE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else if (self->drag.block != NULL)
    self->drag.from = get_place (self->drag.block);
  else
    self->drag.from = asy_week_place_span (self->week->monday + (AsyDay) column_at (self, x), minute_at (y), minute_at (y));
}

static AsyWeekPlace
get_drag_place (AsyWeekGrid *self, double x, double y)
{
  const AsyWeekPlace from = self->drag.from;
  const int days = (int) (x / day_width (self) + (x < 0 ? -0.5 : 0.5));
  const int minutes = (int) (y * 60 / HOUR_HEIGHT / STEP_MINUTES + (y < 0 ? -0.5 : 0.5)) * STEP_MINUTES;

  switch (self->drag.kind)
    {
    case DRAG_START:
      return asy_week_place_stretch (from, minutes, 0);
    case DRAG_END:
      return asy_week_place_stretch (from, 0, minutes);
    case DRAG_NEW:
      return asy_week_place_span (from.day, from.start, from.start + minutes);
    case DRAG_NONE:
    case DRAG_MOVE:
    case DRAG_FAMILY:
    default:
      return asy_week_place_move (from, self->week->monday, days, minutes);
    }
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;

  if (self->drag.kind == DRAG_NONE ||
      (!self->drag.is_under_way && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  set_drag_place (self, get_drag_place (self, x, y));
}

static void
on_drag_end_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  const Drag drag = self->drag;

  self->drag.reason = NULL;
  end_drag (self);
  g_free (drag.reason);
  if (!drag.is_under_way)
    return;
  if (drag.block != NULL)
    emit_place (self, drag.block, drag.place);
  else if (drag.kind == DRAG_NEW)
    g_signal_emit (self, signals[CREATE], 0, (guint) drag.place.day, drag.place.start, drag.place.end - drag.place.start);
}

/* The edges by which a visit is stretched show it. */
static void
on_motion_cb (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  AsyVisitBlock *block;
  const DragKind kind = self->week != NULL && self->drag.kind == DRAG_NONE ? find_drag (self, x, y, &block) : DRAG_NONE;

  if (self->drag.kind == DRAG_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), kind == DRAG_START || kind == DRAG_END ? "ns-resize" : NULL);
}

/* A family from the list beside. */

static AsyWeekPlace
get_drop_place (AsyWeekGrid *self, double x, double y)
{
  const AsyWeekPlace start = { self->week->monday + (AsyDay) column_at (self, x), minute_at (y), minute_at (y) + ASY_WEEK_VISIT_MINUTES };

  return asy_week_place_move (start, self->week->monday, 0, 0);
}

static GdkDragAction
on_drop_motion_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;

  if (self->week == NULL)
    return 0;
  self->drag.kind = DRAG_FAMILY;
  set_drag_place (self, get_drop_place (self, x, y));
  return GDK_ACTION_COPY;
}

static void
on_drop_leave_cb (GtkDropTarget *target, gpointer user_data)
{
  end_drag (user_data);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  AsyWeekGrid *self = user_data;
  AsyWeekPlace place;

  if (self->week == NULL)
    return FALSE;
  place = get_drop_place (self, x, y);
  end_drag (self);
  g_signal_emit (self, signals[DROP_FAMILY], 0, g_value_get_int64 (value), (guint) place.day, place.start);
  return TRUE;
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

  end_drag (self);
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

  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[PLACE] = g_signal_new ("place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);
  signals[DROP_FAMILY] = g_signal_new ("drop-family", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
asy_week_grid_init (AsyWeekGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY);
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
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (drop, "motion", G_CALLBACK (on_drop_motion_cb), self);
  g_signal_connect (drop, "leave", G_CALLBACK (on_drop_leave_cb), self);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
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

  end_drag (self);
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

char *
asy_week_grid_dup_clash (AsyWeekGrid *self, gint64 visit_id, AsyWeekPlace place)
{
  g_return_val_if_fail (ASY_IS_WEEK_GRID (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (asy_record_get_id (ASY_RECORD (asy_visit_block_get_entry (ASY_VISIT_BLOCK (child))->visit)) == visit_id)
      return dup_reason_at (self, ASY_VISIT_BLOCK (child), place);
  return NULL;
}

gboolean
asy_week_grid_move_left (AsyWeekGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  g_return_val_if_fail (ASY_IS_WEEK_GRID (self), FALSE);

  return focus != NULL && gtk_widget_has_focus (focus) && press_with_alt (self, ASY_VISIT_BLOCK (focus), GDK_KEY_Left, FALSE);
}
