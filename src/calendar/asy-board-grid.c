/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-calendar-pl.h"
#include "base/asy-text.h"
#include "calendar/asy-board-cell.h"
#include "calendar/asy-board-grid.h"
#include "calendar/asy-clash-words.h"
#include "calendar/asy-week-layout.h"
#include "law/asy-board-clash.h"
#include "model/asy-family-file.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"

#define NAME_WIDTH 188
#define NARROW_WIDTH 42         /* of a Saturday and a Sunday */
#define TOP 44                  /* heads of the days, which stay in view */
#define AVATAR_SIZE 32
#define EDGE 10                 /* kept free for the bar that scrolls */

typedef struct {
  GtkWidget *name;              /* of an assistant; owned by the grid */
  gint64 worker_id;             /* whose it is; 0: nobody's yet */
  GtkLabel *families;           /* in the name, as is the load */
  GtkLabel *load;
  GPtrArray *cells;             /* AsyBoardCell, a column each */
} Row;

typedef struct {
  const AsyBoardVisit *visit;   /* nullable: nothing is dragged */
  gboolean is_under_way;        /* beyond the threshold */
  double x, y;                  /* where it began */
  int lane;                     /* where it would be */
  guint column;
  int start;
  char *reason;                 /* nullable: what stands in the way there */
} Drag;

struct _AsyBoardGrid
{
  GtkWidget parent_instance;

  const AsyBoard *board;        /* nullable, borrowed */
  AsyDictionary *dictionary;    /* nullable, borrowed */
  AsyDay today;
  GPtrArray *rows;              /* Row: lanes in view, from first on */
  int first;
  GPtrArray *heads;             /* GtkWidget: of days, or of hours; owned by the grid */
  GtkAdjustment *adjustment;    /* nullable until it is in a viewport */
  guint refill_id;
  gint64 cut_id;
  Drag drag;
};

G_DEFINE_FINAL_TYPE (AsyBoardGrid, asy_board_grid, GTK_TYPE_WIDGET)

enum { CREATE, OPEN, SHOW_LANE, CUT, PLACE, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_by_hour (AsyBoardGrid *self)
{
  return self->board->n_days == 1;
}

static gint64
lane_id (const AsyBoardLane *lane)
{
  return asy_record_get_id (ASY_RECORD (lane->worker));
}

static int
lane_height (AsyBoardGrid *self)
{
  return is_by_hour (self) ? ASY_BOARD_CELL_HEIGHT_BY_HOUR : ASY_BOARD_CELL_HEIGHT;
}

static int
n_lanes (AsyBoardGrid *self)
{
  return self->board != NULL ? (int) self->board->lanes->len : 0;
}

/* Columns: of a week five alike and two narrow ones. */

static void
get_column (AsyBoardGrid *self, guint column, double *ret_x, double *ret_width)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - NAME_WIDTH - EDGE;
  const double wide = (width - 2 * NARROW_WIDTH) / 5;

  if (is_by_hour (self))
    {
      *ret_x = NAME_WIDTH;
      *ret_width = width;
      return;
    }
  *ret_x = NAME_WIDTH + MIN (column, 5u) * wide + (column > 5 ? NARROW_WIDTH : 0);
  *ret_width = column < 5 ? wide : NARROW_WIDTH;
}

static guint
column_at (AsyBoardGrid *self, double x)
{
  for (guint i = self->board->n_days - 1; i > 0; i--)
    {
      double left, width;

      get_column (self, i, &left, &width);
      if (x >= left)
        return i;
    }
  return 0;
}

/* Rows: as many as can be seen. */

static void
row_free (gpointer data)
{
  Row *row = data;

  gtk_widget_unparent (row->name);
  g_ptr_array_foreach (row->cells, (GFunc) gtk_widget_unparent, NULL);
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
on_cell_open_cb (AsyBoardCell *cell, gint64 visit_id, gpointer user_data)
{
  if (visit_id != 0)
    g_signal_emit (user_data, signals[OPEN], 0, visit_id);
  else
    g_signal_emit (user_data, signals[SHOW_LANE], 0, lane_id (asy_board_cell_get_lane (cell)));
}

static Row *
row_new (AsyBoardGrid *self)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *before = self->heads->len > 0 ? self->heads->pdata[0] : NULL;

  row->name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_margin_start (row->name, 12);
  gtk_widget_insert_before (row->name, GTK_WIDGET (self), before);
  row->cells = g_ptr_array_new ();
  for (guint i = 0; i < self->board->n_days; i++)
    {
      GtkWidget *cell = asy_board_cell_new ();

      g_signal_connect (cell, "open", G_CALLBACK (on_cell_open_cb), self);
      gtk_widget_insert_before (cell, GTK_WIDGET (self), before);
      g_ptr_array_add (row->cells, cell);
    }
  return row;
}

static char *
dup_week_load (AsyBoardGrid *self, const AsyBoardLane *lane)
{
  int minutes = 0;

  for (guint i = 0; i < self->board->n_days; i++)
    {
      guint n;
      int of_day;

      asy_board_lane_sum (lane, self->board->first + i, &n, &of_day);
      minutes += of_day;
    }
  return asy_format_duration (minutes);
}

/* An avatar costs as much as all visits of a day: it is made anew for another assistant only. */
static void
make_name (Row *row, const AsyBoardLane *lane)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *name = asy_worker_dup_full_name (lane->worker);
  GtkWidget *avatar = asy_avatar_new (name, AVATAR_SIZE), *label = gtk_label_new (name);

  asy_ui_clear_box (GTK_BOX (row->name));
  row->families = GTK_LABEL (asy_caption_new (NULL));
  row->load = GTK_LABEL (asy_caption_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->families));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->load));
  gtk_widget_set_margin_top (avatar, 8);
  gtk_widget_set_margin_top (texts, 7);
  gtk_widget_set_valign (avatar, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row->name), avatar);
  gtk_box_append (GTK_BOX (row->name), texts);
}

static void
fill_name (AsyBoardGrid *self, Row *row, const AsyBoardLane *lane)
{
  g_autofree char *families = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %d family", "%d of %d families", (gulong) lane->limit),
                                               lane->families, lane->limit);
  g_autofree char *load = dup_week_load (self, lane);

  if (row->worker_id != lane_id (lane))
    make_name (row, lane);
  row->worker_id = lane_id (lane);
  gtk_label_set_text (row->families, families);
  gtk_label_set_text (row->load, load);
  asy_ui_set_meaning (GTK_WIDGET (row->families), lane->families >= lane->limit ? ASY_MEANING_SOON : ASY_MEANING_PLAIN);
}

static void
fill_row (AsyBoardGrid *self, guint number)
{
  Row *row = self->rows->pdata[number];
  const AsyBoardLane *lane = self->board->lanes->pdata[(guint) self->first + number];

  fill_name (self, row, lane);
  for (guint i = 0; i < row->cells->len; i++)
    asy_board_cell_set_day (row->cells->pdata[i], self->board, lane, self->board->first + i, self->today, self->dictionary);
}

static int
count_rows_in_view (AsyBoardGrid *self)
{
  const double height = self->adjustment != NULL ? gtk_adjustment_get_page_size (self->adjustment) : 0;

  return MIN (n_lanes (self), (int) (height / lane_height (self)) + 2);
}

static int
get_first_in_view (AsyBoardGrid *self)
{
  const double value = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0;

  return CLAMP ((int) (value / lane_height (self)), 0, MAX (n_lanes (self) - count_rows_in_view (self), 0));
}

static void
fill (AsyBoardGrid *self)
{
  const guint n = (guint) count_rows_in_view (self);

  self->first = get_first_in_view (self);
  if (self->rows->len > n)
    g_ptr_array_set_size (self->rows, (int) n);
  while (self->rows->len < n)
    g_ptr_array_add (self->rows, row_new (self));
  for (guint i = 0; i < n; i++)
    fill_row (self, i);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_refill_cb (gpointer user_data)
{
  AsyBoardGrid *self = user_data;

  self->refill_id = 0;
  if (self->board != NULL && (int) self->rows->len != count_rows_in_view (self))
    fill (self);
  return G_SOURCE_REMOVE;
}

/* The size is known while widgets are laid out: no time to make new ones. */
static void
on_adjustment_changed_cb (AsyBoardGrid *self)
{
  if (self->refill_id == 0 && self->board != NULL && (int) self->rows->len != count_rows_in_view (self))
    self->refill_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_refill_cb, self, NULL);
}

static void
on_scrolled_cb (AsyBoardGrid *self)
{
  if (self->board != NULL && get_first_in_view (self) != self->first)
    fill (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
asy_board_grid_root (GtkWidget *widget)
{
  AsyBoardGrid *self = ASY_BOARD_GRID (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  GTK_WIDGET_CLASS (asy_board_grid_parent_class)->root (widget);
  if (viewport == NULL || self->adjustment != NULL)
    return;
  g_set_object (&self->adjustment, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (on_adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
}

/* Heads. */

static GtkWidget *
new_day_head (AsyBoardGrid *self, AsyDay day, gboolean is_narrow)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *holiday = asy_day_get_holiday (day);
  g_autofree char *weekday = asy_format_weekday_short (day);
  g_autofree char *title = is_narrow ? g_strdup (weekday) : g_strdup_printf ("%s %d", weekday, asy_day_get_day (day));
  g_autofree char *number = g_strdup_printf ("%d", asy_day_get_day (day));
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, is_narrow ? "caption" : "heading");
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  if (day == self->today)
    gtk_widget_add_css_class (label, "today");
  else if (asy_day_is_off (day))
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  if (is_narrow || holiday != NULL)
    {
      GtkWidget *note = asy_caption_new (is_narrow ? number : holiday);

      gtk_widget_set_halign (note, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), note);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
make_heads (AsyBoardGrid *self)
{
  g_ptr_array_set_size (self->heads, 0);
  for (guint i = 0; !is_by_hour (self) && i < self->board->n_days; i++)
    g_ptr_array_add (self->heads, new_day_head (self, self->board->first + i, i > 4));
  for (int hour = ASY_BOARD_FIRST_HOUR + 1; is_by_hour (self) && hour < ASY_BOARD_LAST_HOUR; hour++)
    {
      g_autofree char *time = asy_text_time (hour * 60);
      GtkWidget *head = asy_caption_new (time);

      /* Over its line. */
      gtk_label_set_xalign (GTK_LABEL (head), 0.5f);
      g_ptr_array_add (self->heads, head);
    }
  for (guint i = 0; i < self->heads->len; i++)
    gtk_widget_set_parent (self->heads->pdata[i], GTK_WIDGET (self));
}

/* Layout. */

static void
asy_board_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  AsyBoardGrid *self = ASY_BOARD_GRID (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = TOP + (self->board != NULL ? n_lanes (self) * lane_height (self) : 0);
  else
    {
      *minimum = NAME_WIDTH + 2 * NARROW_WIDTH + 5 * 80;
      *natural = NAME_WIDTH + 2 * NARROW_WIDTH + 5 * 161;
    }
  *minimum_baseline = *natural_baseline = -1;
}

static double
get_scrolled (AsyBoardGrid *self)
{
  return self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0;
}

static void
allocate_head (AsyBoardGrid *self, guint number)
{
  GtkWidget *head = self->heads->pdata[number];
  GtkAllocation box = { 0, (int) get_scrolled (self), 0, TOP };
  double x, width;

  get_column (self, is_by_hour (self) ? 0 : number, &x, &width);
  if (is_by_hour (self))
    {
      const double hour = width / (ASY_BOARD_LAST_HOUR - ASY_BOARD_FIRST_HOUR);

      x += (number + 0.5) * hour;
      width = hour;
    }
  box.x = (int) x;
  box.width = (int) width;
  (void) gtk_widget_measure (head, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (head, &box, -1);
}

static void
asy_board_grid_size_allocate (GtkWidget *widget, int total_width, int total_height, int baseline)
{
  AsyBoardGrid *self = ASY_BOARD_GRID (widget);

  if (self->board == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      const int y = TOP + (self->first + (int) i) * lane_height (self);
      const GtkAllocation name = { 0, y, NAME_WIDTH - 6, lane_height (self) };

      (void) gtk_widget_measure (row->name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (row->name, &name, -1);
      for (guint k = 0; k < row->cells->len; k++)
        {
          double x, width;
          GtkAllocation box;

          get_column (self, k, &x, &width);
          box = (GtkAllocation){ (int) x, y, (int) (x + width) - (int) x, lane_height (self) };
          gtk_widget_size_allocate (row->cells->pdata[k], &box, -1);
        }
    }
  for (guint i = 0; i < self->heads->len; i++)
    allocate_head (self, i);
}

static void
draw_ghost (AsyBoardGrid *self, GtkSnapshot *snapshot)
{
  const Drag *drag = &self->drag;
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  const float widths[4] = { 2, 2, 2, 2 };
  g_autofree char *time = asy_text_time_range (drag->start, drag->visit->minutes);
  g_autofree char *words = g_strdup_printf ("%s\n%s%s%s", drag->visit->family_name != NULL ? drag->visit->family_name : "", time,
                                            drag->reason != NULL ? "\n" : "", drag->reason != NULL ? drag->reason : "");
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_from_string ("0 -1 scale 0.82");
  graphene_rect_t box;
  GskRoundedRect rect;
  GdkRGBA colour, ground;
  double x, width;

  get_column (self, drag->column, &x, &width);
  box = GRAPHENE_RECT_INIT ((float) x + 2, (float) (TOP + drag->lane * lane_height (self) + 2), (float) width - 4, lane_height (self) - 4);
  gtk_style_context_get_color (style, &colour);
  gtk_style_context_lookup_color (style, drag->reason != NULL ? "asy_late_color" : "asy_info_color", &colour);
  if (!gtk_style_context_lookup_color (style, "view_bg_color", &ground))
    ground = (GdkRGBA){ 1, 1, 1, 1 };
  ground.alpha = 0.9f;
  gsk_rounded_rect_init_from_rect (&rect, &box, 6);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  gtk_snapshot_append_border (snapshot, &rect, widths, (const GdkRGBA[]){ colour, colour, colour, colour });
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (MIN (width, 400) - 16) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.origin.x + 7, box.origin.y + 4));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* The heads stay in view, above what is scrolled under them. */
static void
draw_heads (AsyBoardGrid *self, GtkSnapshot *snapshot, const GdkRGBA *line)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self)), y = (float) get_scrolled (self);
  GdkRGBA ground;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "view_bg_color", &ground))
    gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, y, width, TOP));
  gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (0, y + TOP - 1, width, 1));
  for (guint i = 0; i < self->heads->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->heads->pdata[i], snapshot);
}

static void
asy_board_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyBoardGrid *self = ASY_BOARD_GRID (widget);
  GdkRGBA line;

  if (self->board == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &line);
  line.alpha = 0.14f;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      const float y = (float) (TOP + (self->first + (int) i + 1) * lane_height (self) - 1);

      gtk_widget_snapshot_child (widget, row->name, snapshot);
      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, y, NAME_WIDTH, 1));
      for (guint k = 0; k < row->cells->len; k++)
        gtk_widget_snapshot_child (widget, row->cells->pdata[k], snapshot);
    }
  draw_heads (self, snapshot, &line);
  if (self->drag.is_under_way)
    draw_ghost (self, snapshot);
}

/* Where a widget of a row stands. */
static gboolean
find_place (AsyBoardGrid *self, GtkWidget *widget, int *ret_lane, guint *ret_column, int *ret_chip)
{
  GtkWidget *cell = widget != NULL && ASY_IS_BOARD_CHIP (widget) ? gtk_widget_get_parent (widget) : widget;

  for (guint i = 0; cell != NULL && i < self->rows->len; i++)
    if (g_ptr_array_find (((Row *) self->rows->pdata[i])->cells, cell, ret_column))
      {
        *ret_lane = self->first + (int) i;
        *ret_chip = -1;
        for (GtkWidget *chip = cell != widget ? widget : NULL; chip != NULL; chip = gtk_widget_get_prev_sibling (chip))
          *ret_chip += 1;
        return TRUE;
      }
  return FALSE;
}

static void
scroll_to_lane (AsyBoardGrid *self, int lane)
{
  const double top = lane * lane_height (self), bottom = top + lane_height (self) + TOP;

  if (self->adjustment == NULL)
    return;
  if (top < gtk_adjustment_get_value (self->adjustment))
    gtk_adjustment_set_value (self->adjustment, top);
  else if (bottom > gtk_adjustment_get_value (self->adjustment) + gtk_adjustment_get_page_size (self->adjustment))
    gtk_adjustment_set_value (self->adjustment, bottom - gtk_adjustment_get_page_size (self->adjustment));
}

/* @chip: -1 for the day itself; the last one when there are fewer */
static void
focus_at (AsyBoardGrid *self, int lane, int column, int chip)
{
  GtkWidget *cell, *target;
  int row;

  scroll_to_lane (self, lane);
  row = lane - self->first;
  if (row < 0 || row >= (int) self->rows->len || column < 0 || column >= (int) self->board->n_days)
    return;
  cell = target = ((Row *) self->rows->pdata[row])->cells->pdata[column];
  for (GtkWidget *next = gtk_widget_get_first_child (cell); next != NULL && chip >= 0; next = gtk_widget_get_next_sibling (next), chip--)
    target = next;
  gtk_widget_grab_focus (target);
}

/* Tab goes past the board: arrows are for what is on it. */
static gboolean
asy_board_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AsyBoardGrid *self = ASY_BOARD_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->rows->len == 0)
    return FALSE;
  focus_at (self, self->first, 0, -1);
  return TRUE;
}

/* The keyboard. */

static void
emit_place (AsyBoardGrid *self, const AsyBoardVisit *visit, int lane, int column, int start)
{
  const AsyBoardLane *target;
  AsyDay day;

  if (lane < 0 || lane >= n_lanes (self) || column < 0 || column >= (int) self->board->n_days || visit->state != ASY_VISIT_STATE_PLANNED)
    return;
  target = self->board->lanes->pdata[lane];
  day = self->board->first + (AsyDay) column;
  start = CLAMP (start, 0, 24 * 60 - visit->minutes);
  if (lane_id (target) != visit->worker_id || day != visit->day || start != visit->start)
    g_signal_emit (self, signals[PLACE], 0, visit->id, lane_id (target), (guint) day, start);
}

static gboolean
press_with_alt (AsyBoardGrid *self, const AsyBoardVisit *visit, guint keyval, int lane, int column)
{
  const int across = keyval == GDK_KEY_Left ? -1 : keyval == GDK_KEY_Right ? 1 : 0;
  const int down = keyval == GDK_KEY_Up ? -1 : keyval == GDK_KEY_Down ? 1 : 0;

  if (visit == NULL || (across == 0 && down == 0))
    return GDK_EVENT_PROPAGATE;
  if (is_by_hour (self))
    emit_place (self, visit, lane + down, column, visit->start + across * ASY_WEEK_STEP_MINUTES);
  else
    emit_place (self, visit, lane + down, column + across, visit->start);
  return GDK_EVENT_STOP;
}

static gboolean
press_with_ctrl (AsyBoardGrid *self, const AsyBoardVisit *visit, guint keyval, int lane, int column)
{
  const AsyBoardVisit *cut;

  if (keyval == GDK_KEY_x && visit != NULL && visit->state == ASY_VISIT_STATE_PLANNED)
    {
      self->cut_id = visit->id;
      g_signal_emit (self, signals[CUT], 0, visit->id);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_v || self->cut_id == 0)
    return GDK_EVENT_PROPAGATE;
  cut = asy_board_find_visit (self->board, self->cut_id);
  self->cut_id = 0;
  if (cut != NULL)
    emit_place (self, cut, lane, column, cut->start);
  return GDK_EVENT_STOP;
}

static gboolean
press (AsyBoardGrid *self, GtkWidget *focus, guint keyval, int lane, int column, int chip)
{
  const gboolean has_next = ASY_IS_BOARD_CHIP (focus) ? gtk_widget_get_next_sibling (focus) != NULL : gtk_widget_get_first_child (focus) != NULL;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (is_by_hour (self))
        focus_at (self, lane, column, keyval == GDK_KEY_Left ? MAX (chip - 1, -1) : chip + 1);
      else
        focus_at (self, lane, column + (keyval == GDK_KEY_Left ? -1 : 1), chip);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      focus_at (self, chip >= 0 && !is_by_hour (self) ? lane : MAX (lane - 1, 0), column, is_by_hour (self) ? chip : chip >= 0 ? chip - 1 : G_MAXINT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      if (has_next && !is_by_hour (self))
        focus_at (self, lane, column, chip + 1);
      else if (lane + 1 < n_lanes (self))
        focus_at (self, lane + 1, column, is_by_hour (self) ? chip : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (ASY_IS_BOARD_CHIP (focus))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[CREATE], 0, lane_id (self->board->lanes->pdata[lane]), (guint) (self->board->first + (AsyDay) column), -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  AsyBoardGrid *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const AsyBoardVisit *visit = focus != NULL && ASY_IS_BOARD_CHIP (focus) ? asy_board_chip_get_visit (ASY_BOARD_CHIP (focus)) : NULL;
  int lane, chip;
  guint column;

  if (self->board == NULL || !find_place (self, focus, &lane, &column, &chip))
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_ALT_MASK)
    return press_with_alt (self, visit, keyval, lane, (int) column);
  if (modifiers == GDK_CONTROL_MASK)
    return press_with_ctrl (self, visit, keyval, lane, (int) column);
  return modifiers == 0 ? press (self, focus, keyval, lane, (int) column, chip) : GDK_EVENT_PROPAGATE;
}

/* The mouse. */

static void
end_drag (AsyBoardGrid *self)
{
  g_free (self->drag.reason);
  self->drag = (Drag){ NULL };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  AsyBoardGrid *self = user_data;
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  double cell_x;

  if (hit == NULL || !ASY_IS_BOARD_CELL (hit))
    return;
  gtk_widget_grab_focus (hit);
  if (n_press == 2 && gtk_widget_translate_coordinates (GTK_WIDGET (self), hit, x, y, &cell_x, NULL))
    g_signal_emit (self, signals[CREATE], 0, lane_id (asy_board_cell_get_lane (ASY_BOARD_CELL (hit))),
                   (guint) asy_board_cell_get_day (ASY_BOARD_CELL (hit)),
                   is_by_hour (self) ? asy_board_cell_get_minute (ASY_BOARD_CELL (hit), cell_x) : -1);
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyBoardGrid *self = user_data;
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = hit != NULL ? gtk_widget_get_ancestor (hit, ASY_TYPE_BOARD_CHIP) : NULL;

  end_drag (self);
  if (chip != NULL)
    self->drag.visit = asy_board_chip_get_visit (ASY_BOARD_CHIP (chip));
  self->drag.x = x;
  self->drag.y = y;
  if (self->drag.visit == NULL || self->drag.visit->state != ASY_VISIT_STATE_PLANNED)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
set_drag_place (AsyBoardGrid *self, double x, double y)
{
  Drag *drag = &self->drag;
  const int lane = CLAMP ((int) ((drag->y + y - TOP) / lane_height (self)), 0, MAX (n_lanes (self) - 1, 0));
  const guint column = column_at (self, drag->x + x);
  const double hour = (gtk_widget_get_width (GTK_WIDGET (self)) - NAME_WIDTH - EDGE) / (double) (ASY_BOARD_LAST_HOUR - ASY_BOARD_FIRST_HOUR);
  const int steps = is_by_hour (self) ? (int) (x * 60 / hour / ASY_WEEK_STEP_MINUTES + (x < 0 ? -0.5 : 0.5)) : 0;
  const int start = CLAMP (drag->visit->start + steps * ASY_WEEK_STEP_MINUTES, 0, 24 * 60 - drag->visit->minutes);

  if (drag->is_under_way && drag->lane == lane && drag->column == column && drag->start == start)
    return;
  drag->is_under_way = TRUE;
  drag->lane = lane;
  drag->column = column;
  drag->start = start;
  g_free (drag->reason);
  drag->reason = asy_board_grid_dup_clash (self, drag->visit->id, lane_id (self->board->lanes->pdata[lane]), self->board->first + column, start);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyBoardGrid *self = user_data;

  if (self->drag.visit == NULL || self->board == NULL ||
      (!self->drag.is_under_way && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  set_drag_place (self, x, y);
}

static void
on_drag_end_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AsyBoardGrid *self = user_data;
  const Drag drag = self->drag;

  self->drag.reason = NULL;
  end_drag (self);
  g_free (drag.reason);
  if (drag.is_under_way)
    emit_place (self, drag.visit, drag.lane, (int) drag.column, drag.start);
}

static void
asy_board_grid_dispose (GObject *object)
{
  AsyBoardGrid *self = ASY_BOARD_GRID (object);

  g_clear_handle_id (&self->refill_id, g_source_remove);
  end_drag (self);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->heads, 0);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (asy_board_grid_parent_class)->dispose (object);
}

static void
asy_board_grid_finalize (GObject *object)
{
  AsyBoardGrid *self = ASY_BOARD_GRID (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->heads);

  G_OBJECT_CLASS (asy_board_grid_parent_class)->finalize (object);
}

static void
asy_board_grid_class_init (AsyBoardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_board_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_board_grid_finalize;
  widget_class->measure = asy_board_grid_measure;
  widget_class->size_allocate = asy_board_grid_size_allocate;
  widget_class->snapshot = asy_board_grid_snapshot;
  widget_class->focus = asy_board_grid_focus;
  widget_class->root = asy_board_grid_root;
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_INT);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SHOW_LANE] = g_signal_new ("show-lane", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CUT] = g_signal_new ("cut", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[PLACE] = g_signal_new ("place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "boardgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
asy_board_grid_init (AsyBoardGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of all assistants"), -1);
}

void
asy_board_grid_set_board (AsyBoardGrid *self, const AsyBoard *board, AsyDictionary *dictionary, AsyDay today)
{
  g_return_if_fail (ASY_IS_BOARD_GRID (self));

  end_drag (self);
  /* Rows of another number of days are of no use. */
  if (board == NULL || self->board == NULL || self->board->n_days != board->n_days)
    g_ptr_array_set_size (self->rows, 0);
  self->board = board;
  self->dictionary = dictionary;
  self->today = today;
  if (board == NULL)
    {
      g_ptr_array_set_size (self->heads, 0);
      return;
    }
  fill (self);
  make_heads (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
asy_board_grid_focus_visit (AsyBoardGrid *self, gint64 visit_id)
{
  const AsyBoardVisit *visit = self->board != NULL ? asy_board_find_visit (self->board, visit_id) : NULL;

  for (int i = 0; visit != NULL && i < n_lanes (self); i++)
    {
      int chip = 0;

      if (lane_id (self->board->lanes->pdata[i]) != visit->worker_id || visit->day < self->board->first)
        continue;
      for (guint k = 0; k < ((AsyBoardLane *) self->board->lanes->pdata[i])->visits->len; k++)
        {
          const AsyBoardVisit *other = ((AsyBoardLane *) self->board->lanes->pdata[i])->visits->pdata[k];

          if (other == visit)
            break;
          chip += other->day == visit->day;
        }
      focus_at (self, i, (int) (visit->day - self->board->first), chip);
      return;
    }
}

char *
asy_board_grid_dup_clash (AsyBoardGrid *self, gint64 visit_id, gint64 worker_id, AsyDay day, int start)
{
  const AsyBoardVisit *visit, *other;
  const AsyBoardLane *lane;
  AsyClash clash;

  g_return_val_if_fail (ASY_IS_BOARD_GRID (self), NULL);

  visit = self->board != NULL ? asy_board_find_visit (self->board, visit_id) : NULL;
  lane = self->board != NULL ? asy_board_find_lane (self->board, worker_id) : NULL;
  if (visit == NULL || lane == NULL)
    return NULL;
  clash = asy_board_find_clash (self->board, visit, lane, day, start);
  other = clash.other_id != 0 ? asy_board_find_visit (self->board, clash.other_id) : NULL;
  return asy_clash_dup_words (&clash, other != NULL ? other->family_name : NULL, lane->time, day);
}

gboolean
asy_board_grid_move_left (AsyBoardGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int lane, chip;
  guint column;

  g_return_val_if_fail (ASY_IS_BOARD_GRID (self), FALSE);

  return self->board != NULL && focus != NULL && ASY_IS_BOARD_CHIP (focus) && find_place (self, focus, &lane, &column, &chip) &&
         press_with_alt (self, asy_board_chip_get_visit (ASY_BOARD_CHIP (focus)), GDK_KEY_Left, lane, (int) column);
}
