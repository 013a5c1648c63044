/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "assessments/asy-assessment-words.h"
#include "assessments/asy-trend-chart.h"
#include "law/asy-assessment-compare.h"
#include "letter/asy-trend.h"
#include "model/asy-area-series.h"
#include "ui/asy-format.h"

#define PANEL_MIN_PX 330
#define PANEL_GAP_PX 24
#define COLUMNS_MAX 3

struct _AsyTrendChart
{
  GtkWidget parent_instance;

  GPtrArray *trends;            /* AsyTrend */
  GPtrArray *captions;          /* GStrv: one text a point */
  const char *words[ASY_TREND_LEVELS];
  PangoFontDescription *font;
  AsyDay from;
  AsyDay until;
  guint panel;                  /* chosen, with the point of it */
  guint point;
};

enum { PROP_CAPTION = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AsyTrendChart, asy_trend_chart, GTK_TYPE_WIDGET)

/* Words. */

static const char *
name_change (AsyLevelChange change)
{
  static const char *const names[] = { NC_ ("difficulty", "not to be compared"), NC_ ("difficulty", "better"),
                                       NC_ ("difficulty", "no change"), NC_ ("difficulty", "worse") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "difficulty", names[change]);
}

static char *
dup_mark (const AsyAreaPoint *point)
{
  g_autofree char *day = asy_format_day_long (point->day);

  return g_strdup_printf ("%s – %s", day, asy_level_get_label (point->level));
}

static char *
dup_sentence (const AsyAreaSeries *series, const char *name)
{
  g_autoptr (GString) marks = g_string_new (NULL);
  const AsyAreaPoint *first = series->points->len > 0 ? series->points->pdata[0] : NULL;
  const AsyAreaPoint *last = series->points->len > 0 ? series->points->pdata[series->points->len - 1] : NULL;

  if (first == NULL)
    return g_strdup_printf (_ ("%s: not judged yet."), name);
  for (guint i = 0; i < series->points->len; i++)
    {
      g_autofree char *mark = dup_mark (series->points->pdata[i]);

      g_string_append_printf (marks, "%s%s", i > 0 ? "; " : "", mark);
    }
  return g_strdup_printf (_ ("%s: %s. From the first mark to the last: %s."), name, marks->str,
                          name_change (asy_level_compare (first->level, last->level)));
}

char *
asy_trend_chart_dup_text (GPtrArray *series, AsyDictionary *dictionary)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < series->len; i++)
    {
      const AsyAreaSeries *one = series->pdata[i];
      g_autofree char *sentence = dup_sentence (one, asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, one->area));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_caption (const AsyAreaPoint *point, const char *name)
{
  g_autofree char *mark = dup_mark (point);

  if (point->is_start)
    return g_strdup_printf (_ ("%s: %s (at the start of the work)"), name, mark);
  return point->note != NULL ? g_strdup_printf ("%s: %s. %s", name, mark, point->note) : g_strdup_printf ("%s: %s", name, mark);
}

/* Places. */

static AsyTrendScale
get_scale (AsyTrendChart *self)
{
  return (AsyTrendScale){ self->from, self->until, self->words, gtk_widget_get_pango_context (GTK_WIDGET (self)), self->font };
}

static guint
count_columns (AsyTrendChart *self, int width)
{
  const guint room = (guint) MAX (1, (width + PANEL_GAP_PX) / (PANEL_MIN_PX + PANEL_GAP_PX));

  return MIN (room, COLUMNS_MAX);
}

static double
get_panel_width (AsyTrendChart *self, int width)
{
  const int columns = (int) count_columns (self, width);

  return (double) (width - (columns - 1) * PANEL_GAP_PX) / columns;
}

static double
get_row_height (AsyTrendChart *self)
{
  const AsyTrendScale scale = get_scale (self);

  return asy_trend_get_height (&scale) + PANEL_GAP_PX / 2.0;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
         int *natural_baseline)
{
  AsyTrendChart *self = ASY_TREND_CHART (widget);
  guint columns, rows;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = PANEL_MIN_PX;
      *natural = 2 * PANEL_MIN_PX + PANEL_GAP_PX;
      return;
    }
  columns = count_columns (self, for_size > 0 ? for_size : 2 * PANEL_MIN_PX);
  rows = (self->trends->len + columns - 1) / columns;
  *minimum = *natural = (int) (rows * get_row_height (self)) + 2;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Drawing: the grid halfway between the ink and what is behind it. */
static AsyTrendLook
get_look (AsyTrendChart *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA ink, line;
  AsyTrendLook look = { .focus = -1 };
  double back;

  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "accent_color", &line))
    line = ink;
  back = ink.red + ink.green + ink.blue > 1.5 ? 0.2 : 1.0;
  look.ink = (AsyTrendColor){ ink.red, ink.green, ink.blue };
  look.line = (AsyTrendColor){ line.red, line.green, line.blue };
  look.grid = (AsyTrendColor){ (ink.red + 3 * back) / 4, (ink.green + 3 * back) / 4, (ink.blue + 3 * back) / 4 };
  return look;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyTrendChart *self = ASY_TREND_CHART (widget);
  const int width = gtk_widget_get_width (widget);
  const guint columns = count_columns (self, width);
  const double panel = get_panel_width (self, width);
  const AsyTrendScale scale = get_scale (self);
  const AsyTrendLook look = get_look (self);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  for (guint i = 0; i < self->trends->len; i++)
    {
      AsyTrendLook own = look;
      const guint row = i / columns;

      if (i == self->panel && gtk_widget_has_focus (widget))
        own.focus = (int) self->point;
      asy_trend_draw (self->trends->pdata[i], &scale, &own, cr, (panel + PANEL_GAP_PX) * (i % columns),
                      get_row_height (self) * row, panel);
    }
  cairo_destroy (cr);
}

/* Choosing. */

static const char *
get_caption (AsyTrendChart *self)
{
  const AsyTrend *trend = self->panel < self->trends->len ? self->trends->pdata[self->panel] : NULL;

  if (trend == NULL || self->point >= trend->points->len)
    return "";
  return ((char **) self->captions->pdata[self->panel])[self->point];
}

static void
choose (AsyTrendChart *self, guint panel, guint point)
{
  const AsyTrend *trend;

  if (panel >= self->trends->len)
    return;
  trend = self->trends->pdata[panel];
  self->panel = panel;
  self->point = trend->points->len > 0 ? MIN (point, trend->points->len - 1) : 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, get_caption (self), -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAPTION]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_key_pressed_cb (AsyTrendChart *self, guint key, guint code, GdkModifierType state)
{
  const guint columns = count_columns (self, gtk_widget_get_width (GTK_WIDGET (self)));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->trends->len == 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      choose (self, self->panel, self->point > 0 ? self->point - 1 : 0);
      return TRUE;
    case GDK_KEY_Right:
      choose (self, self->panel, self->point + 1);
      return TRUE;
    case GDK_KEY_Home:
      choose (self, self->panel, 0);
      return TRUE;
    case GDK_KEY_End:
      choose (self, self->panel, G_MAXUINT);
      return TRUE;
    case GDK_KEY_Up:
      choose (self, self->panel >= columns ? self->panel - columns : self->panel, self->point);
      return TRUE;
    case GDK_KEY_Down:
      choose (self, self->panel + columns, self->point);
      return TRUE;
    case GDK_KEY_Page_Up:
      choose (self, self->panel > 0 ? self->panel - 1 : 0, self->point);
      return TRUE;
    case GDK_KEY_Page_Down:
      choose (self, self->panel + 1, self->point);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The mark nearest to where one pressed. */
static void
on_pressed_cb (AsyTrendChart *self, int n_press, double x, double y)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const guint columns = count_columns (self, width);
  const double panel = get_panel_width (self, width);
  const guint index = (guint) (y / get_row_height (self)) * columns + MIN ((guint) (x / (panel + PANEL_GAP_PX)), columns - 1);
  const AsyTrendScale scale = get_scale (self);
  const AsyTrend *trend = index < self->trends->len ? self->trends->pdata[index] : NULL;
  double nearest = G_MAXDOUBLE;
  guint best = 0;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  for (guint i = 0; trend != NULL && i < trend->points->len; i++)
    {
      double at_x, at_y;

      asy_trend_locate (trend, &scale, panel, i, &at_x, &at_y);
      if (ABS (at_x + (panel + PANEL_GAP_PX) * (index % columns) - x) < nearest)
        {
          nearest = ABS (at_x + (panel + PANEL_GAP_PX) * (index % columns) - x);
          best = i;
        }
    }
  choose (self, index, best);
}

static void
on_focus_changed_cb (AsyTrendChart *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Filling. */

static void
add_series (AsyTrendChart *self, const AsyAreaSeries *series, const char *name)
{
  AsyTrend *trend = asy_trend_new (name);
  g_autoptr (GStrvBuilder) captions = g_strv_builder_new ();

  for (guint i = 0; i < series->points->len; i++)
    {
      const AsyAreaPoint *point = series->points->pdata[i];
      g_autofree char *caption = dup_caption (point, name);

      asy_trend_add_point (trend, point->day, point->level);
      g_strv_builder_add (captions, caption);
    }
  g_ptr_array_add (self->trends, trend);
  g_ptr_array_add (self->captions, g_strv_builder_end (captions));
}

static void
read_scale (AsyTrendChart *self)
{
  AsyTrendScale scale = { .from = ASY_DAY_NONE, .until = ASY_DAY_NONE };

  for (guint i = 0; i < self->trends->len; i++)
    asy_trend_scale_take (&scale, self->trends->pdata[i]);
  self->from = scale.from;
  self->until = scale.until;
}

void
asy_trend_chart_set_series (AsyTrendChart *self, GPtrArray *series, AsyDictionary *dictionary)
{
  g_autofree char *text = asy_trend_chart_dup_text (series, dictionary);

  g_return_if_fail (ASY_IS_TREND_CHART (self));

  g_ptr_array_set_size (self->trends, 0);
  g_ptr_array_set_size (self->captions, 0);
  for (guint i = 0; i < series->len; i++)
    {
      const AsyAreaSeries *one = series->pdata[i];

      add_series (self, one, asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, one->area));
    }
  read_scale (self);
  self->panel = self->point = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Difficulties over the years"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  choose (self, 0, G_MAXUINT);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
asy_trend_chart_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, get_caption (ASY_TREND_CHART (object)));
}

static void
asy_trend_chart_finalize (GObject *object)
{
  AsyTrendChart *self = ASY_TREND_CHART (object);

  g_ptr_array_unref (self->trends);
  g_ptr_array_unref (self->captions);
  pango_font_description_free (self->font);

  G_OBJECT_CLASS (asy_trend_chart_parent_class)->finalize (object);
}

static void
asy_trend_chart_class_init (AsyTrendChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = asy_trend_chart_finalize;
  G_OBJECT_CLASS (klass)->get_property = asy_trend_chart_get_property;
  widget_class->measure = measure;
  widget_class->get_request_mode = get_request_mode;
  widget_class->snapshot = snapshot;
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "trend-chart");
}

static PangoFontDescription *
new_font (GtkWidget *widget)
{
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));

  pango_font_description_set_absolute_size (font, pango_units_from_double (13));
  return font;
}

static void
asy_trend_chart_init (AsyTrendChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->trends = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_trend_free);
  self->captions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->font = new_font (GTK_WIDGET (self));
  for (int i = 0; i < ASY_TREND_LEVELS; i++)
    self->words[i] = asy_level_get_label (i);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_changed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
asy_trend_chart_new (void)
{
  return g_object_new (ASY_TYPE_TREND_CHART, NULL);
}
