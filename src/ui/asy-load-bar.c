/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-load-bar.h"

#define THICKNESS_PX 6
#define MARK_PX 18              /* height of the line at the limit */
#define LIMIT_AT 0.9            /* the limit stands short of the end, so that more than it can be seen */

struct _AsyLoadBar
{
  GtkWidget parent_instance;

  double value;
  double limit;
  double warning;
};

G_DEFINE_FINAL_TYPE (AsyLoadBar, asy_load_bar, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_VALUE, PROP_LIMIT, PROP_WARNING, N_PROPS };
static GParamSpec *properties[N_PROPS];

void
asy_load_bar_set (AsyLoadBar *self, double value, double limit, double warning)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ASY_IS_LOAD_BAR (self));

  self->value = value;
  self->limit = limit;
  self->warning = warning > 0 ? warning : limit;
  text = g_strdup_printf (_("%.0f of %.0f"), value, limit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, limit,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
look_up (AsyLoadBar *self, const char *name, const char *fallback, GdkRGBA *ret_color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, name, ret_color))
    gdk_rgba_parse (ret_color, fallback);
}

static void
fill_color (AsyLoadBar *self, GdkRGBA *ret_color)
{
  if (self->value > self->limit)
    look_up (self, "asy_late_color", "#c01c28", ret_color);
  else if (self->value >= self->warning)
    look_up (self, "asy_soon_icon_color", "#ae7b03", ret_color);
  else
    look_up (self, "asy_bar_color", "#3584e4", ret_color);
}

static void
append_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float width, float height)
{
  GskRoundedRect rect;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, (height - THICKNESS_PX) / 2, width, THICKNESS_PX);

  if (width <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&rect, &bounds, THICKNESS_PX / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_limit (AsyLoadBar *self, GtkSnapshot *snapshot, float x, float height)
{
  GdkRGBA color;

  look_up (self, "asy_late_color", "#c01c28", &color);
  for (int y = (int) (height - MARK_PX) / 2; y < (int) (height + MARK_PX) / 2; y += 4)
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, y, 1, 2));
}

static void
asy_load_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyLoadBar *self = ASY_LOAD_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  double share = self->limit > 0 ? self->value / self->limit * LIMIT_AT : 0;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.1f;
  append_bar (snapshot, &color, width, height);
  fill_color (self, &color);
  append_bar (snapshot, &color, width * (float) CLAMP (share, 0, 1), height);
  append_limit (self, snapshot, (float) (int) (width * LIMIT_AT), height);
}

static void
asy_load_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 48 : MARK_PX;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 110 : MARK_PX;
}

static void
asy_load_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyLoadBar *self = ASY_LOAD_BAR (object);
  const double values[] = { 0, self->value, self->limit, self->warning };

  g_value_set_double (value, values[prop_id]);
}

static void
asy_load_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AsyLoadBar *self = ASY_LOAD_BAR (object);
  double number = g_value_get_double (value);

  asy_load_bar_set (self, prop_id == PROP_VALUE ? number : self->value, prop_id == PROP_LIMIT ? number : self->limit,
                    prop_id == PROP_WARNING ? number : self->warning);
}

static void
asy_load_bar_class_init (AsyLoadBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asy_load_bar_get_property;
  object_class->set_property = asy_load_bar_set_property;
  widget_class->snapshot = asy_load_bar_snapshot;
  widget_class->measure = asy_load_bar_measure;

  properties[PROP_VALUE] = g_param_spec_double ("value", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  properties[PROP_LIMIT] = g_param_spec_double ("limit", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  properties[PROP_WARNING] = g_param_spec_double ("warning", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "asyloadbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
asy_load_bar_init (AsyLoadBar *self)
{
}

GtkWidget *
asy_load_bar_new (void)
{
  return g_object_new (ASY_TYPE_LOAD_BAR, NULL);
}
