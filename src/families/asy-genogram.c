/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/asy-text.h"
#include "families/asy-genogram.h"
#include "families/asy-genogram-figure.h"
#include "families/asy-genogram-layout.h"

#define MARGIN_X 62
#define MARGIN_TOP 44
#define MARGIN_BOTTOM 84
#define BUTTON_WIDTH (ASY_GENOGRAM_COLUMN_PX - 4)
#define BUTTON_HEIGHT 84
/* From the upper edge of a button to the middle of its figure. */
#define FIGURE_AT (ASY_GENOGRAM_FIGURE_PX / 2.0 + 4)
#define HALF (ASY_GENOGRAM_FIGURE_PX / 2.0)
#define BESIDE_NAME 46        /* from the middle of a figure; most names are narrower */
/* Where the line of brothers and sisters runs, above their figures. */
#define SIBLINGS_ABOVE 40
#define LINE_PX 2.0
#define ZOOM_FIT_MIN 0.7
/* One row of the household; two rows of it overlap, so that one area comes of them. */
#define AREA_PX 108
#define OVERLAP_PX 16

struct _AsyGenogram
{
  GtkWidget parent_instance;

  AsyFamilyData *data;
  AsyGenogramLayout *layout;
  GPtrArray *figures;           /* GtkWidget by node; owned as children */
  double zoom;
  gboolean is_fitting;          /* as large as there is room, until somebody zooms */
};

G_DEFINE_FINAL_TYPE (AsyGenogram, asy_genogram, GTK_TYPE_WIDGET)

static const AsyGenogramNode *
node_at (AsyGenogram *self, int i)
{
  return &g_array_index (self->layout->nodes, AsyGenogramNode, (guint) i);
}

static double
x_of (AsyGenogram *self, int node)
{
  return MARGIN_X + node_at (self, node)->x;
}

static double
y_of (AsyGenogram *self, int node)
{
  return MARGIN_TOP + node_at (self, node)->y;
}

static const AsyMemberEntry *
find_member (AsyFamilyData *data, gint64 person_id)
{
  for (guint i = 0; i < data->file->members->len; i++)
    {
      const AsyMemberEntry *entry = data->file->members->pdata[i];

      if (asy_record_get_id (ASY_RECORD (entry->person)) == person_id)
        return entry;
    }
  return NULL;
}

static gboolean
is_in_care (AsyContext *context, AsyMember *member)
{
  const char *code = member != NULL ? asy_member_get_whereabouts (member) : NULL;

  return code != NULL &&
         g_strcmp0 (asy_dictionary_get_detail (asy_context_get_office (context)->dictionary, ASY_DICT_WHEREABOUTS, code), "care") == 0;
}

/* Drawing */

static void
draw_couple (AsyGenogram *self, cairo_t *cr, const AsyGenogramCouple *couple)
{
  static const double dashes[] = { 6, 5 };
  const double left = x_of (self, couple->left) + HALF, right = x_of (self, couple->right) - HALF;
  const double y = y_of (self, couple->left);
  const double low = couple->level > 0 ? y + HALF + 44 + 6 * couple->level : y;
  const gboolean is_marriage = couple->couple != NULL && asy_union_get_kind (couple->couple) == ASY_UNION_KIND_MARRIAGE;
  const double middle = (left + right) / 2;

  if (!is_marriage)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  if (couple->level > 0)
    {
      /* Beside the names, not through them. */
      cairo_move_to (cr, left, y + 8);
      cairo_line_to (cr, left - HALF + BESIDE_NAME, y + 8);
      cairo_line_to (cr, left - HALF + BESIDE_NAME, low);
      cairo_line_to (cr, right + HALF - BESIDE_NAME, low);
      cairo_line_to (cr, right + HALF - BESIDE_NAME, y + 8);
      cairo_line_to (cr, right, y + 8);
    }
  else
    {
      cairo_move_to (cr, left, y);
      cairo_line_to (cr, right, y);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (couple->couple == NULL || asy_union_get_ended (couple->couple) == ASY_UNION_ENDED_NO ||
      asy_union_get_ended (couple->couple) == ASY_UNION_ENDED_WIDOWED)
    return;
  /* Two strokes for a divorce, one for those who parted; aside of the line to the children. */
  for (int i = 0; i < (asy_union_get_ended (couple->couple) == ASY_UNION_ENDED_DIVORCED ? 2 : 1); i++)
    {
      cairo_move_to (cr, middle + 8 + i * 6, low + 8);
      cairo_line_to (cr, middle + 15 + i * 6, low - 8);
    }
  cairo_stroke (cr);
}

static double
couple_line_y (AsyGenogram *self, const AsyGenogramCouple *couple)
{
  const double y = y_of (self, couple->left);

  if (couple->right < 0)
    return y + HALF;
  return couple->level > 0 ? y + HALF + 44 + 6 * couple->level : y;
}

/* From the line of the parents down, along the line of brothers and sisters, to
 * each child. A parent alone has the name below the figure: the line begins beside it. */
static void
draw_children (AsyGenogram *self, cairo_t *cr, guint number)
{
  static const double dashes[] = { 4, 4 };
  const AsyGenogramCouple *couple = &g_array_index (self->layout->couples, AsyGenogramCouple, number);
  const gboolean is_alone = couple->right < 0;
  const double drop_x = MARGIN_X + couple->drop_x + (is_alone ? HALF + 8 : 0);
  double first = G_MAXDOUBLE, last = 0, y = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < self->layout->ties->len; i++)
    {
      const AsyGenogramTie *tie = &g_array_index (self->layout->ties, AsyGenogramTie, i);
      const double x = x_of (self, tie->child);

      if (tie->couple != (int) number)
        continue;
      any = TRUE;
      y = y_of (self, tie->child) - HALF - (SIBLINGS_ABOVE - (number % 3) * 6) + 14;
      first = MIN (first, x);
      last = MAX (last, x);
      if (tie->kind != ASY_KINSHIP_KIND_MOTHER)
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y_of (self, tie->child) - HALF);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  if (!any)
    return;
  first = MIN (first, drop_x);
  last = MAX (last, drop_x);
  if (is_alone)
    {
      cairo_move_to (cr, drop_x - 8, y_of (self, couple->left));
      cairo_line_to (cr, drop_x + BUTTON_WIDTH / 2.0 - HALF - 6, y_of (self, couple->left));
      cairo_line_to (cr, drop_x + BUTTON_WIDTH / 2.0 - HALF - 6, y);
      last = MAX (last, drop_x + BUTTON_WIDTH / 2.0 - HALF - 6);
    }
  else
    {
      cairo_move_to (cr, drop_x, couple_line_y (self, couple));
      cairo_line_to (cr, drop_x, y);
    }
  cairo_move_to (cr, is_alone ? MIN (first, last) : first, y);
  cairo_line_to (cr, last, y);
  cairo_stroke (cr);
}

/* The carer is one of those drawn when the field names them. */
static int
find_carer (AsyGenogram *self, AsyMember *member)
{
  g_autofree char *carer = asy_text_fold (asy_member_get_carer (member) != NULL ? asy_member_get_carer (member) : "");

  for (guint i = 0; *carer != '\0' && i < self->layout->nodes->len; i++)
    {
      AsyPerson *person = asy_family_file_find_person (self->data->file, node_at (self, (int) i)->person_id);
      g_autofree char *name = person != NULL ? asy_person_dup_full_name (person) : NULL;
      g_autofree char *folded = name != NULL ? asy_text_fold (name) : NULL;

      if (folded != NULL && strstr (carer, folded) != NULL)
        return (int) i;
    }
  return -1;
}

static void
draw_arrow_head (cairo_t *cr, double x, double y, double dx)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, x + dx - 4, y - 7);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + dx + 4, y + 6);
  cairo_stroke (cr);
}

static void
draw_care (AsyGenogram *self, cairo_t *cr)
{
  static const double dots[] = { 2, 4 };

  for (guint i = 0; i < self->figures->len; i++)
    {
      const AsyMemberEntry *entry = find_member (self->data, node_at (self, (int) i)->person_id);
      const int carer = entry != NULL && gtk_widget_has_css_class (self->figures->pdata[i], "soon") ? find_carer (self, entry->member) : -1;
      double x, y, to_x, to_y, side;

      if (carer < 0)
        continue;
      side = x_of (self, (int) i) <= x_of (self, carer) ? -1 : 1;
      x = x_of (self, (int) i) + side * HALF;
      y = y_of (self, (int) i);
      to_x = x_of (self, carer) + side * (HALF + 3);
      to_y = y_of (self, carer);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_move_to (cr, x, y);
      cairo_curve_to (cr, MIN (x, to_x) + side * 44, y - 30, MIN (x, to_x) + side * 44, to_y + 30, to_x, to_y);
      cairo_stroke (cr);
      draw_arrow_head (cr, to_x, to_y, side * 9);
    }
}

/* The household: rounded areas about neighbours who live together, row by row. */
static gboolean
is_at_home (AsyGenogram *self, int node)
{
  const AsyMemberEntry *entry = find_member (self->data, node_at (self, node)->person_id);

  return entry != NULL && asy_member_get_in_household (entry->member) && asy_person_get_died_on (entry->person) == ASY_DAY_NONE &&
         (asy_member_get_left_on (entry->member) == ASY_DAY_NONE || asy_member_get_left_on (entry->member) > self->data->today);
}

/* Down to the next row when somebody lives there too, else to the end of the names. */
static void
close_areas (GArray *areas)
{
  for (guint i = 0; i < areas->len; i++)
    {
      graphene_rect_t *area = &g_array_index (areas, graphene_rect_t, i);

      for (guint j = i + 1; j < areas->len; j++)
        {
          const graphene_rect_t *below = &g_array_index (areas, graphene_rect_t, j);

          if (below->origin.y > area->origin.y && below->origin.y < area->origin.y + ASY_GENOGRAM_ROW_PX + 1 &&
              below->origin.x < area->origin.x + area->size.width && below->origin.x + below->size.width > area->origin.x)
            area->size.height = ASY_GENOGRAM_ROW_PX + OVERLAP_PX;
        }
    }
}

static GArray *
list_household (AsyGenogram *self)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  for (int i = 0; i < (int) self->layout->nodes->len; i++)
    {
      int last = i;
      graphene_rect_t area;

      if (!is_at_home (self, i))
        continue;
      while (last + 1 < (int) self->layout->nodes->len && node_at (self, last + 1)->generation == node_at (self, i)->generation &&
             is_at_home (self, last + 1))
        last++;
      graphene_rect_init (&area, (float) (x_of (self, i) - ASY_GENOGRAM_COLUMN_PX / 2.0), (float) (y_of (self, i) - HALF - 20),
                          (float) (x_of (self, last) - x_of (self, i) + ASY_GENOGRAM_COLUMN_PX), AREA_PX);
      g_array_append_val (areas, area);
      i = last;
    }
  close_areas (areas);
  return areas;
}

static void
trace_round (cairo_t *cr, const graphene_rect_t *r)
{
  const double x = r->origin.x, y = r->origin.y, w = r->size.width, h = r->size.height, radius = 12;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + w - radius, y + h - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + h - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Only what is outside of the other areas is drawn: together their outlines are one. */
static void
clip_others (cairo_t *cr, GArray *areas, guint own)
{
  for (guint i = 0; i < areas->len; i++)
    {
      if (i == own)
        continue;
      cairo_new_path (cr);
      cairo_rectangle (cr, -10000, -10000, 30000, 30000);
      trace_round (cr, &g_array_index (areas, graphene_rect_t, i));
      cairo_clip (cr);
    }
  cairo_new_path (cr);
}

static void
draw_household (AsyGenogram *self, cairo_t *cr, const GdkRGBA *line)
{
  static const double dashes[] = { 7, 4 };
  g_autoptr (GArray) areas = list_household (self);

  gdk_cairo_set_source_rgba (cr, line);
  cairo_push_group (cr);
  gdk_cairo_set_source_rgba (cr, line);
  for (guint i = 0; i < areas->len; i++)
    {
      trace_round (cr, &g_array_index (areas, graphene_rect_t, i));
      cairo_fill (cr);
    }
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, 0.07);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < areas->len; i++)
    {
      cairo_save (cr);
      clip_others (cr, areas, i);
      trace_round (cr, &g_array_index (areas, graphene_rect_t, i));
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_set_dash (cr, NULL, 0, 0);
}

static GdkRGBA
look_up (AsyGenogram *self, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);
  return color;
}

static void
draw (AsyGenogram *self, cairo_t *cr)
{
  const GdkRGBA line = look_up (self, "asy_figure_color"), home = look_up (self, "asy_done_color"), care = look_up (self, "asy_soon_color");

  cairo_set_line_width (cr, 1.5);
  draw_household (self, cr, &home);
  cairo_set_line_width (cr, LINE_PX);
  gdk_cairo_set_source_rgba (cr, &line);
  for (guint i = 0; i < self->layout->couples->len; i++)
    {
      const AsyGenogramCouple *couple = &g_array_index (self->layout->couples, AsyGenogramCouple, i);

      if (couple->right >= 0)
        draw_couple (self, cr, couple);
      draw_children (self, cr, i);
    }
  gdk_cairo_set_source_rgba (cr, &care);
  draw_care (self, cr);
}

static void
get_size (AsyGenogram *self, double *ret_width, double *ret_height)
{
  *ret_width = self->layout != NULL ? self->layout->width + 2 * MARGIN_X : 0;
  *ret_height = self->layout != NULL ? self->layout->height + MARGIN_TOP + MARGIN_BOTTOM : 0;
}

/* In the middle of the room there is. */
static double
offset_of (AsyGenogram *self)
{
  double width, height;

  get_size (self, &width, &height);
  return MAX (0, (gtk_widget_get_width (GTK_WIDGET (self)) - width * self->zoom) / 2);
}

static void
asy_genogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyGenogram *self = ASY_GENOGRAM (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->layout == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, offset_of (self), 0);
  cairo_scale (cr, self->zoom, self->zoom);
  draw (self, cr);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (asy_genogram_parent_class)->snapshot (widget, snapshot);
}

static double
fit (AsyGenogram *self, int room)
{
  double width, height;

  get_size (self, &width, &height);
  return width > 0 ? CLAMP (room / width, ZOOM_FIT_MIN, 1) : 1;
}

static GtkSizeRequestMode
asy_genogram_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
asy_genogram_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  AsyGenogram *self = ASY_GENOGRAM (widget);
  const double zoom = !self->is_fitting ? self->zoom : for_size > 0 ? fit (self, for_size) : 1;
  double width, height;

  get_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (width * (self->is_fitting ? ZOOM_FIT_MIN : zoom));
      *natural = (int) (width * (self->is_fitting ? 1 : zoom));
    }
  else
    *minimum = *natural = (int) (height * zoom);
  /* GTK wants to have asked whom it places. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
asy_genogram_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyGenogram *self = ASY_GENOGRAM (widget);

  if (self->is_fitting)
    self->zoom = fit (self, width);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const double x = offset_of (self) + (x_of (self, (int) i) - BUTTON_WIDTH / 2.0) * self->zoom;
      const double y = (y_of (self, (int) i) - FIGURE_AT) * self->zoom;
      GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));

      transform = gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
      gtk_widget_allocate (self->figures->pdata[i], BUTTON_WIDTH, BUTTON_HEIGHT, -1, transform);
    }
}

/* Keyboard */

static int
find_focused (AsyGenogram *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (gtk_widget_has_focus (self->figures->pdata[i]))
      return (int) i;
  return -1;
}

/* The main person is where a walk begins. */
static gboolean
asy_genogram_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AsyGenogram *self = ASY_GENOGRAM (widget);
  const int focused = find_focused (self);
  int main_figure;

  if (self->layout == NULL || focused >= 0 || self->data->file->members->len == 0)
    return FALSE;
  main_figure = asy_genogram_layout_find (self->layout,
                                          asy_record_get_id (ASY_RECORD (((AsyMemberEntry *) self->data->file->members->pdata[0])->person)));
  return main_figure >= 0 && gtk_widget_grab_focus (self->figures->pdata[main_figure]);
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  static const struct
  {
    guint keyval;
    AsyGenogramStep step;
  } rows[] = {
    { GDK_KEY_Up, ASY_GENOGRAM_UP },
    { GDK_KEY_Down, ASY_GENOGRAM_DOWN },
    { GDK_KEY_Left, ASY_GENOGRAM_LEFT },
    { GDK_KEY_Right, ASY_GENOGRAM_RIGHT },
  };
  AsyGenogram *self = user_data;
  const int from = find_focused (self);

  if ((state & GDK_CONTROL_MASK) != 0 && (keyval == GDK_KEY_plus || keyval == GDK_KEY_equal || keyval == GDK_KEY_KP_Add))
    {
      asy_genogram_set_zoom (self, self->zoom + 0.1);
      return TRUE;
    }
  if ((state & GDK_CONTROL_MASK) != 0 && (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract))
    {
      asy_genogram_set_zoom (self, self->zoom - 0.1);
      return TRUE;
    }
  for (guint i = 0; from >= 0 && i < G_N_ELEMENTS (rows); i++)
    if (rows[i].keyval == keyval)
      {
        const int to = asy_genogram_layout_step (self->layout, from, rows[i].step);

        if (to >= 0)
          gtk_widget_grab_focus (self->figures->pdata[to]);
        return TRUE;
      }
  return FALSE;
}

/* Data */

static void
clear (AsyGenogram *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    gtk_widget_unparent (self->figures->pdata[i]);
  g_ptr_array_set_size (self->figures, 0);
  g_clear_pointer (&self->layout, asy_genogram_layout_free);
  g_clear_pointer (&self->data, asy_family_data_unref);
}

static GtkWidget *
new_figure (AsyGenogram *self, AsyContext *context, const AsyGenogramNode *node)
{
  const AsyMemberEntry *entry = find_member (self->data, node->person_id);
  AsyGenogramPerson shown = { 0 };

  if (node->person_id == 0)
    return asy_genogram_unknown_new (node->is_female);
  shown.person = asy_family_file_find_person (self->data->file, node->person_id);
  shown.member = entry != NULL ? entry->member : NULL;
  shown.is_main = entry != NULL && entry == self->data->file->members->pdata[0];
  shown.is_away = is_in_care (context, shown.member);
  return asy_genogram_figure_new (context, &shown);
}

void
asy_genogram_set_data (AsyGenogram *self, AsyContext *context, AsyFamilyData *data, GPtrArray *kinships, GPtrArray *unions)
{
  g_return_if_fail (ASY_IS_GENOGRAM (self));

  clear (self);
  self->data = asy_family_data_ref (data);
  self->layout = asy_genogram_layout_new (data->file, kinships, unions, data->today);
  for (guint i = 0; i < self->layout->nodes->len; i++)
    {
      GtkWidget *figure = new_figure (self, context, node_at (self, (int) i));

      g_ptr_array_add (self->figures, figure);
      gtk_widget_set_parent (figure, GTK_WIDGET (self));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
asy_genogram_get_zoom (AsyGenogram *self)
{
  g_return_val_if_fail (ASY_IS_GENOGRAM (self), 1);

  return self->zoom;
}

void
asy_genogram_set_zoom (AsyGenogram *self, double zoom)
{
  g_return_if_fail (ASY_IS_GENOGRAM (self));

  self->zoom = CLAMP (zoom, 0.5, 2);
  self->is_fitting = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
asy_genogram_new (void)
{
  return g_object_new (ASY_TYPE_GENOGRAM, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
}

static void
asy_genogram_dispose (GObject *object)
{
  clear (ASY_GENOGRAM (object));

  G_OBJECT_CLASS (asy_genogram_parent_class)->dispose (object);
}

static void
asy_genogram_finalize (GObject *object)
{
  g_ptr_array_unref (ASY_GENOGRAM (object)->figures);

  G_OBJECT_CLASS (asy_genogram_parent_class)->finalize (object);
}

static void
asy_genogram_class_init (AsyGenogramClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_genogram_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_genogram_finalize;
  widget_class->snapshot = asy_genogram_snapshot;
  widget_class->get_request_mode = asy_genogram_get_request_mode;
  widget_class->measure = asy_genogram_measure;
  widget_class->size_allocate = asy_genogram_size_allocate;
  widget_class->focus = asy_genogram_focus;
  gtk_widget_class_set_css_name (widget_class, "asygenogram");
}

static void
asy_genogram_init (AsyGenogram *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->zoom = 1;
  self->is_fitting = TRUE;
  self->figures = g_ptr_array_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Genogram"), -1);
}
