/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-calendar-pl.h"
#include "calendar/asy-board-cell.h"
#include "calendar/asy-clash-words.h"
#include "calendar/asy-week-layout.h"
#include "law/asy-board-clash.h"
#include "model/asy-family-file.h"
#include "ui/asy-format.h"
#include "ui/asy-words.h"

#define CHIP_HEIGHT 22
#define CHIP_STEP 24
#define CHIPS_TOP 19            /* below the load */
#define MARGIN 4
#define LOAD_HEIGHT 3
#define FULL_DAY_MINUTES (8 * 60)
#define BUSY_DAY_MINUTES (7 * 60)
#define HATCH_PX 9
#define NARROW_WIDTH 50         /* of a column without room for words */
#define LANES_BY_HOUR 2

struct _AsyBoardCell
{
  GtkWidget parent_instance;

  const AsyBoard *board;        /* nullable, borrowed, as is the lane */
  const AsyBoardLane *lane;
  AsyDay day;
  AsyDay today;
  int minutes;
  char *away;                   /* nullable: why the assistant is not there */
  PangoLayout *load;            /* nullable until drawn */
  PangoLayout *away_layout;     /* nullable until drawn */
};

G_DEFINE_FINAL_TYPE (AsyBoardCell, asy_board_cell, GTK_TYPE_WIDGET)

enum { OPEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_by_hour (AsyBoardCell *self)
{
  return self->board != NULL && self->board->n_days == 1;
}

static double
x_of (AsyBoardCell *self, int minute)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));

  return (minute - ASY_BOARD_FIRST_HOUR * 60) * width / ((ASY_BOARD_LAST_HOUR - ASY_BOARD_FIRST_HOUR) * 60);
}

int
asy_board_cell_get_minute (AsyBoardCell *self, double x)
{
  const double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  const int minute = ASY_BOARD_FIRST_HOUR * 60 + (int) (x * (ASY_BOARD_LAST_HOUR - ASY_BOARD_FIRST_HOUR) * 60 / width);

  return CLAMP (minute - minute % ASY_WEEK_STEP_MINUTES, 0, 24 * 60 - ASY_WEEK_STEP_MINUTES);
}

static void
asy_board_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ASY_BOARD_CELL_HEIGHT_BY_HOUR : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_below (AsyBoardCell *self, int width)
{
  int y = CHIPS_TOP;

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self)); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      const GtkAllocation box = { MARGIN, y, MAX (width - 2 * MARGIN, 1), CHIP_HEIGHT };

      gtk_widget_size_allocate (chip, &box, -1);
      y += CHIP_STEP;
    }
}

static void
allocate_along (AsyBoardCell *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (AsyDaySpan));
  guint i = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self)); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      const AsyBoardVisit *visit = asy_board_chip_get_visit (ASY_BOARD_CHIP (chip));
      const AsyDaySpan span = { .start = visit->start, .end = visit->start + visit->minutes };

      g_array_append_val (spans, span);
    }
  asy_day_lay_out ((AsyDaySpan *) spans->data, spans->len);
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self)); chip != NULL; chip = gtk_widget_get_next_sibling (chip), i++)
    {
      const AsyDaySpan *span = &g_array_index (spans, AsyDaySpan, i);
      const double start = x_of (self, span->start), end = x_of (self, span->end);
      const GtkAllocation box = { (int) start + 1, CHIPS_TOP + (int) (span->lane % LANES_BY_HOUR) * CHIP_STEP, MAX ((int) (end - start) - 2, 17),
                                  span->n_lanes > 1 ? CHIP_HEIGHT : 2 * CHIP_HEIGHT };

      gtk_widget_size_allocate (chip, &box, -1);
    }
}

static void
asy_board_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyBoardCell *self = ASY_BOARD_CELL (widget);

  if (is_by_hour (self))
    allocate_along (self);
  else
    allocate_below (self, width);
}

static PangoLayout *
get_layout (AsyBoardCell *self, PangoLayout **layout, const char *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (*layout != NULL)
    return *layout;
  attributes = pango_attr_list_from_string ("0 -1 scale 0.82");
  *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_attributes (*layout, attributes);
  pango_layout_set_ellipsize (*layout, PANGO_ELLIPSIZE_END);
  return *layout;
}

static void
draw_text (AsyBoardCell *self, GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, float x, float y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_load (AsyBoardCell *self, GtkSnapshot *snapshot, const GdkRGBA *text, int width)
{
  const gboolean is_busy = self->minutes >= BUSY_DAY_MINUTES;
  g_autofree char *words = asy_format_duration (self->minutes);
  PangoLayout *layout = get_layout (self, &self->load, words);
  GdkRGBA ground = *text, colour;
  int text_width, bar;

  if (self->minutes == 0 || width < NARROW_WIDTH)
    return;
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  bar = width - 2 * MARGIN - text_width - 6;
  draw_text (self, snapshot, layout, text, (float) (width - MARGIN - text_width), 2);
  /* Why the assistant is away stands there. */
  if (bar < 8 || self->away != NULL)
    return;
  ground.alpha = 0.12f;
  gdk_rgba_parse (&colour, is_busy ? "#ae7b03" : "#7aaeea");
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (MARGIN, 8, (float) bar, LOAD_HEIGHT));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (MARGIN, 8, (float) bar * (float) MIN (self->minutes, FULL_DAY_MINUTES) / FULL_DAY_MINUTES, LOAD_HEIGHT));
}

static void
draw_away (AsyBoardCell *self, GtkSnapshot *snapshot, const GdkRGBA *line, const GdkRGBA *text, int width, int height)
{
  PangoLayout *layout = get_layout (self, &self->away_layout, self->away);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  int load_width = 0;

  gdk_cairo_set_source_rgba (cr, line);
  cairo_set_line_width (cr, 1.5);
  for (int x = -height; x < width; x += HATCH_PX)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  if (width < NARROW_WIDTH)
    return;
  if (self->load != NULL && self->minutes > 0)
    pango_layout_get_pixel_size (self->load, &load_width, NULL);
  pango_layout_set_width (layout, MAX (width - 3 * MARGIN - load_width, 0) * PANGO_SCALE);
  draw_text (self, snapshot, layout, text, MARGIN, 2);
}

/* The hours of the rota along the bottom, what lies outside of those of work shaded. */
static void
draw_hours (AsyBoardCell *self, GtkSnapshot *snapshot, const GdkRGBA *line, const GdkRGBA *shade, int width, int height)
{
  int start, end;

  for (int hour = ASY_BOARD_FIRST_HOUR + 1; hour < ASY_BOARD_LAST_HOUR; hour++)
    gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT ((float) x_of (self, hour * 60), 0, 1, (float) height));
  if (self->lane->time == NULL || !asy_work_time_get_hours (self->lane->time, self->day, &start, &end))
    return;
  gtk_snapshot_append_color (snapshot, shade, &GRAPHENE_RECT_INIT (0, 0, (float) CLAMP (x_of (self, start), 0, width), (float) height));
  gtk_snapshot_append_color (snapshot, shade, &GRAPHENE_RECT_INIT ((float) CLAMP (x_of (self, end), 0, width), 0,
                                                                   (float) (width - CLAMP (x_of (self, end), 0, width)), (float) height));
}

static void
draw_duty (AsyBoardCell *self, GtkSnapshot *snapshot, int width, int height)
{
  const GdkRGBA duty = { 0.898f, 0.647f, 0.039f, 0.75f };
  const AsyWorkTime *time = self->lane->time;
  int start, end;

  for (guint i = 0; time != NULL && i < time->shifts->len; i++)
    {
      double from = 0, until = width;

      if (!asy_duty_shift_get_part (time->shifts->pdata[i], self->day, &start, &end))
        continue;
      if (is_by_hour (self))
        {
          from = CLAMP (x_of (self, start), 0, width);
          until = CLAMP (x_of (self, end), 0, width);
        }
      gtk_snapshot_append_color (snapshot, &duty, &GRAPHENE_RECT_INIT ((float) from, (float) height - 3, (float) (until - from), 3));
    }
}

static gboolean
is_free (AsyBoardCell *self)
{
  int start, end;

  if (asy_day_is_off (self->day) || asy_day_get_weekday (self->day) > 5)
    return TRUE;
  return self->lane->time != NULL && asy_work_time_get_hours (self->lane->time, self->day, &start, &end) && start == end;
}

static void
asy_board_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyBoardCell *self = ASY_BOARD_CELL (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const GdkRGBA now_ground = { 0.207f, 0.518f, 0.894f, 0.05f };
  GdkRGBA text, line, shade;

  if (self->lane == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  line = shade = text;
  line.alpha = 0.14f;
  shade.alpha = 0.05f;
  text.alpha = 0.72f;
  if (is_free (self))
    gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  else if (self->day == self->today && !is_by_hour (self))
    gtk_snapshot_append_color (snapshot, &now_ground, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (is_by_hour (self))
    draw_hours (self, snapshot, &line, &shade, width, height);
  draw_duty (self, snapshot, width, height);
  draw_load (self, snapshot, &text, width);
  if (self->away != NULL)
    draw_away (self, snapshot, &line, &text, width, height);
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, 0, 1, (float) height));
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, (float) height - 1, (float) width, 1));
  for (GtkWidget *chip = gtk_widget_get_first_child (widget); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    gtk_widget_snapshot_child (widget, chip, snapshot);
}

static void
clear_layouts (AsyBoardCell *self)
{
  g_clear_object (&self->load);
  g_clear_object (&self->away_layout);
}

static void
asy_board_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (asy_board_cell_parent_class)->css_changed (widget, change);
  clear_layouts (ASY_BOARD_CELL (widget));
}

static void
asy_board_cell_dispose (GObject *object)
{
  AsyBoardCell *self = ASY_BOARD_CELL (object);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (chip);
  clear_layouts (self);
  g_clear_pointer (&self->away, g_free);

  G_OBJECT_CLASS (asy_board_cell_parent_class)->dispose (object);
}

static void
asy_board_cell_class_init (AsyBoardCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_board_cell_dispose;
  widget_class->measure = asy_board_cell_measure;
  widget_class->size_allocate = asy_board_cell_size_allocate;
  widget_class->snapshot = asy_board_cell_snapshot;
  widget_class->css_changed = asy_board_cell_css_changed;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "boardcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
asy_board_cell_init (AsyBoardCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
asy_board_cell_new (void)
{
  return g_object_new (ASY_TYPE_BOARD_CELL, NULL);
}

const AsyBoardLane *
asy_board_cell_get_lane (AsyBoardCell *self)
{
  g_return_val_if_fail (ASY_IS_BOARD_CELL (self), NULL);

  return self->lane;
}

AsyDay
asy_board_cell_get_day (AsyBoardCell *self)
{
  g_return_val_if_fail (ASY_IS_BOARD_CELL (self), ASY_DAY_NONE);

  return self->day;
}

static void
on_chip_clicked_cb (AsyBoardChip *chip, gpointer user_data)
{
  const AsyBoardVisit *visit = asy_board_chip_get_visit (chip);

  g_signal_emit (user_data, signals[OPEN], 0, visit != NULL ? visit->id : (gint64) 0);
}

static GtkWidget *
take_chip (AsyBoardCell *self, GtkWidget *last)
{
  GtkWidget *chip = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (self));

  if (chip != NULL)
    return chip;
  chip = asy_board_chip_new ();
  g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked_cb), self);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  return chip;
}

/* Only what is still planned can be put elsewhere, and what was explained is settled. */
static char *
dup_clash (AsyBoardCell *self, const AsyBoardVisit *visit)
{
  AsyClash clash;
  const AsyBoardVisit *other;

  if (visit->state != ASY_VISIT_STATE_PLANNED || visit->is_explained || visit->day < self->today)
    return NULL;
  clash = asy_board_find_clash (self->board, visit, self->lane, visit->day, visit->start);
  other = clash.other_id != 0 ? asy_board_find_visit (self->board, clash.other_id) : NULL;
  return asy_clash_dup_words (&clash, other != NULL ? other->family_name : NULL, self->lane->time, visit->day);
}

static GtkWidget *
show_visits (AsyBoardCell *self, AsyDictionary *dictionary, const char *worker_name)
{
  const guint limit = is_by_hour (self) ? G_MAXUINT : ASY_BOARD_CELL_CHIPS;
  GtkWidget *last = NULL;
  guint n = 0, shown = 0;

  for (guint i = 0; i < self->lane->visits->len; i++)
    n += ((AsyBoardVisit *) self->lane->visits->pdata[i])->day == self->day;
  for (guint i = 0; i < self->lane->visits->len && (n <= limit || shown + 1 < limit); i++)
    {
      const AsyBoardVisit *visit = self->lane->visits->pdata[i];
      g_autofree char *clash = NULL;

      if (visit->day != self->day)
        continue;
      clash = dup_clash (self, visit);
      last = take_chip (self, last);
      asy_board_chip_set_visit (ASY_BOARD_CHIP (last), visit, asy_dictionary_get_label (dictionary, ASY_DICT_CONTACT, visit->kind),
                                worker_name, clash);
      shown++;
    }
  if (shown < n)
    {
      last = take_chip (self, last);
      asy_board_chip_set_more (ASY_BOARD_CHIP (last), n - shown);
    }
  return last;
}

static void
name_cell (AsyBoardCell *self, const char *worker_name, guint n)
{
  g_autofree char *day = asy_format_day_full (self->day);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n), n);
  g_autofree char *time = asy_format_duration (self->minutes);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", worker_name, day, count, time);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->away != NULL ? self->away : "", -1);
}

void
asy_board_cell_set_day (AsyBoardCell *self, const AsyBoard *board, const AsyBoardLane *lane, AsyDay day, AsyDay today,
                        AsyDictionary *dictionary)
{
  g_autofree char *worker_name = NULL;
  AsyAbsence *absence;
  GtkWidget *last, *rest;
  guint n;

  g_return_if_fail (ASY_IS_BOARD_CELL (self));

  self->board = board;
  self->lane = lane;
  self->day = day;
  self->today = today;
  clear_layouts (self);
  absence = lane->time != NULL ? asy_work_time_find_absence (lane->time, day) : NULL;
  g_free (self->away);
  self->away = absence != NULL ? g_strdup (asy_absence_kind_get_label ((AsyAbsenceKind) asy_absence_get_kind (absence))) : NULL;
  worker_name = asy_worker_dup_full_name (lane->worker);
  asy_board_lane_sum (lane, day, &n, &self->minutes);
  last = show_visits (self, dictionary, worker_name);
  while ((rest = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (rest);
  name_cell (self, worker_name, n);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
