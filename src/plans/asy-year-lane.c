/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-year-lane.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"

#define TITLE_GAP_PX 14
#define RIGHT_PX 14
#define TEXT_GAP_PX 6
#define MARK_PX 10
#define BAR_PX 12
#define TASK_BAR_PX 6
#define LANE_PX 23
#define TASK_PX 19
#define CHART_MIN_PX 240
#define N_MONTHS 12

struct _AsyYearLaneView
{
  GtkWidget parent_instance;

  const AsyYearLane *lane;      /* nullable, borrowed */
  AsyYearScale scale;
};

G_DEFINE_FINAL_TYPE (AsyYearLaneView, asy_year_lane_view, GTK_TYPE_WIDGET)

/* Where things are and what they look like. */

static double
x_of (AsyYearLaneView *self, AsyDay day)
{
  const AsyDay first = asy_day_new (self->scale.year, 1, 1), end = asy_day_new (self->scale.year + 1, 1, 1);
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - self->scale.title_width - RIGHT_PX;
  const AsyDay within = CLAMP (day, first, end);

  return self->scale.title_width + MAX (width, 0) * (within - first) / (double) (end - first);
}

static gboolean
is_in_year (AsyYearLaneView *self, AsyDay day)
{
  return day != ASY_DAY_NONE && asy_day_get_year (day) == self->scale.year;
}

static GdkRGBA
get_colour (GtkWidget *widget, const char *name, double alpha)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  colour.alpha *= (float) alpha;
  return colour;
}

static void
use_colour (cairo_t *cr, GtkWidget *widget, const char *name, double alpha)
{
  const GdkRGBA colour = get_colour (widget, name, alpha);

  gdk_cairo_set_source_rgba (cr, &colour);
}

static PangoLayout *
new_layout (AsyYearLaneView *self, const char *text, gboolean is_bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
append_layout (AsyYearLaneView *self, GtkSnapshot *snapshot, PangoLayout *layout, double x, const char *colour_name, double alpha)
{
  const GdkRGBA colour = get_colour (GTK_WIDGET (self), colour_name, alpha);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* Marks. */

typedef void (*PathFunc) (cairo_t *cr, double x, double y);

static void
path_diamond (cairo_t *cr, double x, double y)
{
  const double r = MARK_PX / 2.0 + 1;

  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r, y);
  cairo_line_to (cr, x, y + r);
  cairo_line_to (cr, x - r, y);
  cairo_close_path (cr);
}

static void
path_flag (cairo_t *cr, double x, double y)
{
  const double r = MARK_PX / 2.0 + 1;

  cairo_move_to (cr, x - 0.5, y + r);
  cairo_line_to (cr, x - 0.5, y - r);
  cairo_line_to (cr, x + MARK_PX, y - r);
  cairo_line_to (cr, x + MARK_PX - 3, y - r / 3);
  cairo_line_to (cr, x + MARK_PX, y + r / 3);
  cairo_line_to (cr, x + 0.5, y + r / 3);
  cairo_line_to (cr, x + 0.5, y + r);
  cairo_close_path (cr);
}

static void
path_dot (cairo_t *cr, double x, double y)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, 3, 0, 2 * G_PI);
}

static void
path_cross (cairo_t *cr, double x, double y)
{
  const double r = 3;

  cairo_move_to (cr, x - r, y - r);
  cairo_line_to (cr, x + r, y + r);
  cairo_move_to (cr, x - r, y + r);
  cairo_line_to (cr, x + r, y - r);
}

static void
path_post (cairo_t *cr, double x, double y)
{
  cairo_rectangle (cr, x - 1, y - MARK_PX / 2.0 - 1, 2, MARK_PX + 2);
}

static void
draw_mark (cairo_t *cr, GtkWidget *widget, AsyYearMarkKind kind, gboolean is_open, gboolean is_late, double x, double y)
{
  static const char *const colours[ASY_YEAR_N_MARKS] = {
    [ASY_YEAR_MARK_HELD] = "asy_done_color",
    [ASY_YEAR_MARK_MISSED] = "asy_late_color",
    [ASY_YEAR_MARK_PLANNED] = "asy_done_color",
    [ASY_YEAR_MARK_ASSESSMENT] = "asy_info_color",
    [ASY_YEAR_MARK_COURT] = "asy_court_color",
    [ASY_YEAR_MARK_TERM] = NULL,
  };

  static const PathFunc paths[ASY_YEAR_N_MARKS] = {
    [ASY_YEAR_MARK_HELD] = path_dot,
    [ASY_YEAR_MARK_MISSED] = path_cross,
    [ASY_YEAR_MARK_PLANNED] = path_dot,
    [ASY_YEAR_MARK_ASSESSMENT] = path_diamond,
    [ASY_YEAR_MARK_COURT] = path_flag,
    [ASY_YEAR_MARK_TERM] = path_post,
  };
  const gboolean is_outline = kind == ASY_YEAR_MARK_MISSED || kind == ASY_YEAR_MARK_PLANNED ||
                              (kind == ASY_YEAR_MARK_ASSESSMENT && is_open && !is_late);

  use_colour (cr, widget, is_late ? "asy_late_color" : colours[kind], 1);
  cairo_set_line_width (cr, 1.5);
  paths[kind](cr, x, y);
  if (is_outline)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

/* A word stands right of its mark, or left of it, or not at all when neither has room. */
static void
place_word (AsyYearLaneView *self, GtkSnapshot *snapshot, const AsyYearMark *mark, double after, double before, double *ret_end)
{
  g_autofree char *day = asy_format_day_axis (mark->day);
  g_autofree char *text = g_strdup_printf ("%s %s", mark->text, day);
  g_autoptr (PangoLayout) layout = new_layout (self, text, mark->is_late);
  const double x = x_of (self, mark->day), right = x + MARK_PX + TEXT_GAP_PX;
  const char *colour = mark->is_late ? "asy_late_color" : mark->kind == ASY_YEAR_MARK_COURT ? "asy_court_color" : NULL;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  *ret_end = right;
  if (right + width <= before)
    {
      append_layout (self, snapshot, layout, right, colour, 1);
      *ret_end = right + width + TEXT_GAP_PX;
    }
  else if (x - MARK_PX - width >= after)
    append_layout (self, snapshot, layout, x - MARK_PX - width, colour, 1);
}

static double
find_next_mark (AsyYearLaneView *self, guint from)
{
  for (guint i = from; i < self->lane->marks->len; i++)
    {
      const AsyYearMark *mark = g_ptr_array_index (self->lane->marks, i);

      if (is_in_year (self, mark->day))
        return x_of (self, mark->day) - MARK_PX;
    }
  return gtk_widget_get_width (GTK_WIDGET (self));
}

static void
append_marks (AsyYearLaneView *self, GtkSnapshot *snapshot, cairo_t *cr)
{
  const double middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  double after = self->scale.title_width;

  for (guint i = 0; i < self->lane->marks->len; i++)
    {
      const AsyYearMark *mark = g_ptr_array_index (self->lane->marks, i);

      if (!is_in_year (self, mark->day))
        continue;
      draw_mark (cr, GTK_WIDGET (self), mark->kind, mark->is_open, mark->is_late, x_of (self, mark->day), middle);
      if (mark->text != NULL)
        place_word (self, snapshot, mark, after, find_next_mark (self, i + 1), &after);
    }
}

/* Bars. */

static void
path_bar (cairo_t *cr, double x, double y, double width, double height)
{
  const double r = MIN (3, width / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_unagreed (AsyYearLaneView *self, cairo_t *cr, double x, double y, double width, double height)
{
  const double dashes[] = { 4, 3 };

  path_bar (cr, x + 0.5, y + 0.5, MAX (width - 1, 1), height - 1);
  use_colour (cr, GTK_WIDGET (self), "asy_soon_bg_color", 1);
  cairo_fill_preserve (cr);
  use_colour (cr, GTK_WIDGET (self), "asy_soon_icon_color", 1);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The dark part is the time that has passed. */
static void
draw_agreed (AsyYearLaneView *self, cairo_t *cr, double x, double y, double width, double height)
{
  const char *colour = self->lane->is_done ? "asy_done_color" : "asy_bar_color";
  const double passed = CLAMP (x_of (self, self->scale.today) - x, 0, width);
  const double strong = self->lane->is_chosen ? 1 : 0.65;

  cairo_save (cr);
  path_bar (cr, x, y, width, height);
  cairo_clip (cr);
  use_colour (cr, GTK_WIDGET (self), colour, strong);
  cairo_rectangle (cr, x, y, passed, height);
  cairo_fill (cr);
  use_colour (cr, GTK_WIDGET (self), colour, strong * 0.45);
  cairo_rectangle (cr, x + passed, y, width - passed, height);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
append_note (AsyYearLaneView *self, GtkSnapshot *snapshot, double start, double end)
{
  const char *colour = self->lane->is_late ? "asy_late_color" : !self->lane->is_agreed ? "asy_soon_color" : NULL;
  g_autoptr (PangoLayout) layout = new_layout (self, self->lane->note, self->lane->is_chosen || self->lane->is_late);
  const double room = gtk_widget_get_width (GTK_WIDGET (self));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (end + TEXT_GAP_PX + width <= room)
    append_layout (self, snapshot, layout, end + TEXT_GAP_PX, colour, 1);
  else if (start - TEXT_GAP_PX - width >= self->scale.title_width)
    append_layout (self, snapshot, layout, start - TEXT_GAP_PX - width, colour, 1);
}

static void
append_bar (AsyYearLaneView *self, GtkSnapshot *snapshot, cairo_t *cr)
{
  const double height = self->lane->kind == ASY_YEAR_LANE_TASK ? TASK_BAR_PX : BAR_PX;
  const double y = (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2;
  double start, end;

  if (self->lane->from == ASY_DAY_NONE || asy_day_get_year (self->lane->until) < self->scale.year ||
      asy_day_get_year (self->lane->from) > self->scale.year)
    return;
  start = x_of (self, self->lane->from);
  end = MAX (x_of (self, self->lane->until + 1), start + 3);
  if (self->lane->is_agreed)
    draw_agreed (self, cr, start, y, end - start, height);
  else
    draw_unagreed (self, cr, start, y, end - start, height);
  if (self->lane->note != NULL)
    append_note (self, snapshot, start, end);
}

/* The whole. */

static void
draw_months (AsyYearLaneView *self, cairo_t *cr)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self));

  use_colour (cr, GTK_WIDGET (self), NULL, 0.1);
  for (int month = 1; month <= N_MONTHS; month++)
    {
      cairo_rectangle (cr, (int) x_of (self, asy_day_new (self->scale.year, month, 1)), 0, 1, height);
      cairo_fill (cr);
    }
}

static void
draw_today (AsyYearLaneView *self, cairo_t *cr)
{
  if (!is_in_year (self, self->scale.today))
    return;
  use_colour (cr, GTK_WIDGET (self), "asy_late_color", 1);
  cairo_rectangle (cr, x_of (self, self->scale.today) - 0.75, 0, 1.5, gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_fill (cr);
}

static void
append_title (AsyYearLaneView *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = new_layout (self, self->lane->title, self->lane->is_chosen);
  const int room = self->scale.title_width - TITLE_GAP_PX - TEXT_GAP_PX;
  int width;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  append_layout (self, snapshot, layout, self->scale.title_width - TITLE_GAP_PX - width, NULL,
                 self->lane->kind == ASY_YEAR_LANE_TASK ? 0.72 : 1);
}

static char *
dup_month (int year, int month)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (year, month, 1, 12, 0, 0);

  return g_date_time_format (day, "%b");
}

static void
append_axis (AsyYearLaneView *self, GtkSnapshot *snapshot)
{
  for (int month = 1; month <= N_MONTHS; month++)
    {
      g_autofree char *word = dup_month (self->scale.year, month);
      g_autoptr (PangoLayout) layout = new_layout (self, word, FALSE);

      append_layout (self, snapshot, layout, x_of (self, asy_day_new (self->scale.year, month, 1)) + TEXT_GAP_PX, NULL, 0.72);
    }
}

static void
append_today_pill (AsyYearLaneView *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = new_layout (self, C_("day", "today"), TRUE);
  const GdkRGBA white = { 1, 1, 1, 1 }, ground = get_colour (GTK_WIDGET (self), "asy_today_bg_color", 1);
  GskRoundedRect rect;
  int width, height;

  if (!is_in_year (self, self->scale.today))
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT ((float) (x_of (self, self->scale.today) - width / 2.0 - 7), 1,
                                                               (float) width + 14, (float) height + 2), (float) height / 2 + 1);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &ground, &rect.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.bounds.origin.x + 7, 2));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

static void
asy_year_lane_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyYearLaneView *self = ASY_YEAR_LANE_VIEW (widget);
  const float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->lane == NULL)
    {
      append_axis (self, snapshot);
      append_today_pill (self, snapshot);
    }
  else
    {
      draw_months (self, cr);
      append_title (self, snapshot);
      append_bar (self, snapshot, cr);
      draw_today (self, cr);
      append_marks (self, snapshot, cr);
    }
  cairo_destroy (cr);
}

static void
asy_year_lane_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  AsyYearLaneView *self = ASY_YEAR_LANE_VIEW (widget);
  const gboolean is_task = self->lane != NULL && self->lane->kind == ASY_YEAR_LANE_TASK;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->scale.title_width + CHART_MIN_PX : is_task ? TASK_PX : LANE_PX;
  *minimum_baseline = *natural_baseline = -1;
}

/* What a mark is, for the pointer. */
static const char *
get_mark_word (const AsyYearMark *mark)
{
  if (mark->text != NULL)
    return mark->text;
  if (mark->kind == ASY_YEAR_MARK_HELD)
    return _("visit held");
  return mark->kind == ASY_YEAR_MARK_MISSED ? _("visit missed") : _("visit planned");
}

static gboolean
on_query_tooltip_cb (AsyYearLaneView *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const AsyYearMark *nearest = NULL;
  g_autofree char *day = NULL, *text = NULL;

  for (guint i = 0; self->lane != NULL && !is_keyboard && i < self->lane->marks->len; i++)
    {
      const AsyYearMark *mark = g_ptr_array_index (self->lane->marks, i);

      if (is_in_year (self, mark->day) && ABS (x_of (self, mark->day) - x) <= MARK_PX &&
          (nearest == NULL || ABS (x_of (self, mark->day) - x) < ABS (x_of (self, nearest->day) - x)))
        nearest = mark;
    }
  if (nearest == NULL)
    return FALSE;
  day = asy_format_day_full (nearest->day);
  text = g_strdup_printf ("%s, %s", get_mark_word (nearest), day);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
asy_year_lane_view_class_init (AsyYearLaneViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = asy_year_lane_view_snapshot;
  widget_class->measure = asy_year_lane_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
asy_year_lane_view_init (AsyYearLaneView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
}

GtkWidget *
asy_year_lane_view_new (void)
{
  return g_object_new (ASY_TYPE_YEAR_LANE_VIEW, NULL);
}

void
asy_year_lane_view_set (AsyYearLaneView *self, const AsyYearLane *lane, const AsyYearScale *scale)
{
  g_return_if_fail (ASY_IS_YEAR_LANE_VIEW (self));
  g_return_if_fail (scale != NULL);

  self->lane = lane;
  self->scale = *scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const AsyYearLane *
asy_year_lane_view_get_lane (AsyYearLaneView *self)
{
  g_return_val_if_fail (ASY_IS_YEAR_LANE_VIEW (self), NULL);

  return self->lane;
}

/* Legend. */

static void
on_legend_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const guint code = GPOINTER_TO_UINT (user_data);

  draw_mark (cr, GTK_WIDGET (area), (AsyYearMarkKind) (code / 2), code % 2 != 0, FALSE, width / 2.0, height / 2.0);
}

GtkWidget *
asy_year_legend_new (AsyYearMarkKind kind, gboolean is_open, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 2 * MARK_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), MARK_PX + 4);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), on_legend_draw_cb, GUINT_TO_POINTER (kind * 2 + (is_open ? 1 : 0)), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (box, 2 * TEXT_GAP_PX);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), asy_caption_new (word));
  return box;
}
