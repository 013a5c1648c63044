/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-wrap-box.h"

#define SPACING_PX 6

struct _AsyWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AsyWrapBox, asy_wrap_box, GTK_TYPE_WIDGET)

typedef struct {
  int x;
  int y;
  int line_height;
} Place;

static void
get_size (GtkWidget *child, int available, int *ret_width, int *ret_height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *ret_width = CLAMP (natural, minimum, MAX (minimum, available));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *ret_width, NULL, ret_height, NULL, NULL);
}

/* Walks the lines that @width allows; places the children when @with_placing. Gives the height. */
static int
lay_out (AsyWrapBox *self, int width, gboolean with_placing)
{
  Place at = { 0, 0, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      get_size (child, width, &place.width, &place.height);
      if (at.x > 0 && at.x + place.width > width)
        {
          at.x = 0;
          at.y += at.line_height + SPACING_PX;
          at.line_height = 0;
        }
      place.x = at.x;
      place.y = at.y;
      if (with_placing)
        gtk_widget_size_allocate (child, &place, -1);
      at.x += place.width + SPACING_PX;
      at.line_height = MAX (at.line_height, place.height);
    }
  return at.y + at.line_height;
}

/* As wide as its widest child: the box takes the lines that the width around it leaves. */
static void
measure_width (AsyWrapBox *self, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
asy_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                      int *natural_baseline)
{
  AsyWrapBox *self = ASY_WRAP_BOX (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = lay_out (self, for_size < 0 ? G_MAXINT : for_size, FALSE);
}

static void
asy_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  (void) lay_out (ASY_WRAP_BOX (widget), width, TRUE);
}

static GtkSizeRequestMode
asy_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

void
asy_wrap_box_append (AsyWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (ASY_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
asy_wrap_box_clear (AsyWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (ASY_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
asy_wrap_box_dispose (GObject *object)
{
  asy_wrap_box_clear (ASY_WRAP_BOX (object));

  G_OBJECT_CLASS (asy_wrap_box_parent_class)->dispose (object);
}

static void
asy_wrap_box_class_init (AsyWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_wrap_box_dispose;
  widget_class->measure = asy_wrap_box_measure;
  widget_class->size_allocate = asy_wrap_box_size_allocate;
  widget_class->get_request_mode = asy_wrap_box_get_request_mode;
}

static void
asy_wrap_box_init (AsyWrapBox *self)
{
}
