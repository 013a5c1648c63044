/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-width-bin.h"

struct _AsyWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child;             /* owned by the widget tree */
  int threshold;
  gboolean narrow;
  gboolean will_be_narrow;
  gboolean is_told;             /* once: who begins narrow has to hear of a wide place too */
  guint source;
};

G_DEFINE_FINAL_TYPE (AsyWidthBin, asy_width_bin, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_CHILD, PROP_THRESHOLD, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

static gboolean
on_tell_cb (gpointer data)
{
  AsyWidthBin *self = data;

  self->source = 0;
  if (self->narrow == self->will_be_narrow && self->is_told)
    return G_SOURCE_REMOVE;
  self->is_told = TRUE;
  self->narrow = self->will_be_narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
asy_width_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyWidthBin *self = ASY_WIDTH_BIN (widget);

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_size_allocate (self->child, &(GtkAllocation){ 0, 0, width, height }, baseline);
  self->will_be_narrow = width < self->threshold;
  /* Nothing may ask for another size while sizes are given out. */
  if ((self->will_be_narrow != self->narrow || !self->is_told) && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_tell_cb, self, NULL);
}

static void
asy_width_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  AsyWidthBin *self = ASY_WIDTH_BIN (widget);

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
asy_width_bin_get_request_mode (GtkWidget *widget)
{
  AsyWidthBin *self = ASY_WIDTH_BIN (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
asy_width_bin_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  AsyWidthBin *self = ASY_WIDTH_BIN (widget);

  *hexpand = self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_HORIZONTAL);
  *vexpand = self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_VERTICAL);
}

void
asy_width_bin_set_child (AsyWidthBin *self, GtkWidget *child)
{
  g_return_if_fail (ASY_IS_WIDTH_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

gboolean
asy_width_bin_get_narrow (AsyWidthBin *self)
{
  g_return_val_if_fail (ASY_IS_WIDTH_BIN (self), FALSE);

  return self->narrow;
}

GtkWidget *
asy_width_bin_new (int threshold_px)
{
  return g_object_new (ASY_TYPE_WIDTH_BIN, "threshold", threshold_px, NULL);
}

static void
asy_width_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyWidthBin *self = ASY_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_width_bin_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AsyWidthBin *self = ASY_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      asy_width_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_width_bin_dispose (GObject *object)
{
  AsyWidthBin *self = ASY_WIDTH_BIN (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (asy_width_bin_parent_class)->dispose (object);
}

static void
asy_width_bin_class_init (AsyWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = asy_width_bin_get_property;
  object_class->set_property = asy_width_bin_set_property;
  object_class->dispose = asy_width_bin_dispose;
  widget_class->size_allocate = asy_width_bin_size_allocate;
  widget_class->measure = asy_width_bin_measure;
  widget_class->get_request_mode = asy_width_bin_get_request_mode;
  widget_class->compute_expand = asy_width_bin_compute_expand;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asy_width_bin_init (AsyWidthBin *self)
{
}
