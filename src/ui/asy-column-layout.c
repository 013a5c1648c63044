/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <adwaita.h>

#include "ui/asy-column-layout.h"

struct _AsyColumnLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (AsyColumnLayout, asy_column_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_0, PROP_SPACING, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_of (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
next_of (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static GtkSizeRequestMode
asy_column_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  for (GtkWidget *child = first_of (widget); child != NULL; child = next_of (child))
    if (gtk_widget_get_request_mode (child) != GTK_SIZE_REQUEST_CONSTANT_SIZE)
      return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = first_of (widget); child != NULL; child = next_of (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
measure_height (AsyColumnLayout *self, GtkWidget *widget, int width, int *minimum, int *natural)
{
  for (GtkWidget *child = first_of (widget); child != NULL; child = next_of (child))
    {
      const int gap = child == first_of (widget) ? 0 : self->spacing;
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &child_minimum, &child_natural, NULL, NULL);
      *minimum += child_minimum + gap;
      *natural += child_natural + gap;
    }
}

static void
asy_column_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (ASY_COLUMN_LAYOUT (manager), widget, for_size, minimum, natural);
}

/* Every child has its least height, then as much of its natural one as there is; what is left is the last child's. */
static void
asy_column_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  AsyColumnLayout *self = ASY_COLUMN_LAYOUT (manager);
  int minimum = 0, natural = 0, spare, y = 0;

  measure_height (self, widget, width, &minimum, &natural);
  spare = MAX (height - minimum, 0);
  for (GtkWidget *child = first_of (widget); child != NULL; child = next_of (child))
    {
      int child_minimum, child_natural, extra;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &child_minimum, &child_natural, NULL, NULL);
      extra = next_of (child) != NULL ? MIN (child_natural - child_minimum, spare) : spare;
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, child_minimum + extra }, -1);
      spare -= extra;
      y += child_minimum + extra + self->spacing;
    }
}

GtkLayoutManager *
asy_column_layout_new (int spacing_px)
{
  return g_object_new (ASY_TYPE_COLUMN_LAYOUT, "spacing", spacing_px, NULL);
}

GtkWidget *
asy_column_new (GtkWidget *child)
{
  GtkWidget *bin = adw_bin_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (child), bin);

  gtk_widget_set_layout_manager (bin, asy_column_layout_new (0));
  adw_bin_set_child (ADW_BIN (bin), child);
  return bin;
}

static void
asy_column_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, ASY_COLUMN_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
asy_column_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id != PROP_SPACING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  ASY_COLUMN_LAYOUT (object)->spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
asy_column_layout_class_init (AsyColumnLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = asy_column_layout_get_property;
  object_class->set_property = asy_column_layout_set_property;
  manager_class->get_request_mode = asy_column_layout_get_request_mode;
  manager_class->measure = asy_column_layout_measure;
  manager_class->allocate = asy_column_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asy_column_layout_init (AsyColumnLayout *self)
{
}
