/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-person-symbol.h"

#define SIZE_PX 22
#define LINE_PX 2

typedef enum { FIGURE_SQUARE, FIGURE_CIRCLE, FIGURE_TRIANGLE, FIGURE_DIAMOND } Figure;

struct _AsyPersonSymbol
{
  GtkWidget parent_instance;

  Figure figure;
  gboolean is_dead;
};

G_DEFINE_FINAL_TYPE (AsyPersonSymbol, asy_person_symbol, GTK_TYPE_WIDGET)

static void
trace_triangle (cairo_t *cr, double a, double b)
{
  cairo_move_to (cr, (a + b) / 2, a);
  cairo_line_to (cr, b, b);
  cairo_line_to (cr, a, b);
  cairo_close_path (cr);
}

static void
trace_diamond (cairo_t *cr, double a, double b)
{
  const double middle = (a + b) / 2;

  cairo_move_to (cr, middle, a);
  cairo_line_to (cr, b, middle);
  cairo_line_to (cr, middle, b);
  cairo_line_to (cr, a, middle);
  cairo_close_path (cr);
}

static void
trace (AsyPersonSymbol *self, cairo_t *cr)
{
  const double a = 3, b = SIZE_PX - 3;

  switch (self->figure)
    {
    case FIGURE_SQUARE:
      cairo_rectangle (cr, a, a, b - a, b - a);
      break;
    case FIGURE_CIRCLE:
      cairo_arc (cr, SIZE_PX / 2.0, SIZE_PX / 2.0, (b - a) / 2, 0, 2 * G_PI);
      break;
    case FIGURE_TRIANGLE:
      trace_triangle (cr, a, b);
      break;
    case FIGURE_DIAMOND:
    default:
      trace_diamond (cr, a, b);
    }
}

static void
asy_person_symbol_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyPersonSymbol *self = ASY_PERSON_SYMBOL (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, SIZE_PX, SIZE_PX);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, LINE_PX);
  trace (self, cr);
  if (self->is_dead)
    {
      cairo_move_to (cr, 3, 3);
      cairo_line_to (cr, SIZE_PX - 3, SIZE_PX - 3);
      cairo_move_to (cr, SIZE_PX - 3, 3);
      cairo_line_to (cr, 3, SIZE_PX - 3);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
asy_person_symbol_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE_PX;
}

static const char *
describe (AsyPersonSymbol *self)
{
  static const char *const names[] = { N_("man"), N_("woman"), N_("unborn child"), N_("sex not known") };

  return _(names[self->figure]);
}

GtkWidget *
asy_person_symbol_new (AsyPerson *person, gboolean is_unborn)
{
  AsyPersonSymbol *self = g_object_new (ASY_TYPE_PERSON_SYMBOL, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  if (is_unborn)
    self->figure = FIGURE_TRIANGLE;
  else if (asy_person_get_sex (person) == ASY_PERSON_SEX_MALE)
    self->figure = FIGURE_SQUARE;
  else if (asy_person_get_sex (person) == ASY_PERSON_SEX_FEMALE)
    self->figure = FIGURE_CIRCLE;
  else
    self->figure = FIGURE_DIAMOND;
  self->is_dead = asy_person_get_died_on (person) != ASY_DAY_NONE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, describe (self), -1);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self);
}

static void
asy_person_symbol_class_init (AsyPersonSymbolClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = asy_person_symbol_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = asy_person_symbol_measure;
}

static void
asy_person_symbol_init (AsyPersonSymbol *self)
{
}
