/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letters"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "letters/asy-paper-view.h"
#include "ui/asy-ui.h"

#define MARGIN 20
#define GAP 16
#define MAX_SCALE 1.25

/* One sheet. The drawing is kept as a texture until the size or the paper
 * changes: setting type anew for each frame would make scrolling crawl. */
struct _AsyPaperSheet
{
  GtkWidget parent_instance;

  AsyDocument *document;
  guint page;
  double scale;
  GdkTexture *texture;
  double texture_scale;
};

#define ASY_TYPE_PAPER_SHEET (asy_paper_sheet_get_type ())
G_DECLARE_FINAL_TYPE (AsyPaperSheet, asy_paper_sheet, ASY, PAPER_SHEET, GtkWidget)
G_DEFINE_FINAL_TYPE (AsyPaperSheet, asy_paper_sheet, GTK_TYPE_WIDGET)

static GdkTexture *
paint (AsyPaperSheet *self, double scale, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  asy_document_draw_page (self->document, cr, self->page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

static void
asy_paper_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyPaperSheet *self = ASY_PAPER_SHEET (widget);
  const int factor = gtk_widget_get_scale_factor (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const double scale = self->scale * factor;

  if (width <= 0 || height <= 0)
    return;
  if (self->texture == NULL || self->texture_scale != scale)
    {
      g_clear_object (&self->texture);
      self->texture = paint (self, scale, width * factor, height * factor);
      self->texture_scale = scale;
    }
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static void
asy_paper_sheet_dispose (GObject *object)
{
  AsyPaperSheet *self = ASY_PAPER_SHEET (object);

  g_clear_object (&self->document);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (asy_paper_sheet_parent_class)->dispose (object);
}

static void
asy_paper_sheet_class_init (AsyPaperSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_paper_sheet_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = asy_paper_sheet_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sheet");
}

static void
asy_paper_sheet_init (AsyPaperSheet *self)
{
}

struct _AsyPaperView
{
  GtkWidget parent_instance;

  AsyDocument *document;
  GtkWidget *scroller;
  GtkWidget *pages;             /* a fixed-size canvas inside the scroller */
};

G_DEFINE_FINAL_TYPE (AsyPaperView, asy_paper_view, GTK_TYPE_WIDGET)

static double
get_scale (AsyPaperView *self)
{
  const double room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN - 14;
  double width, height;

  asy_document_get_page_size (self->document, &width, &height);
  return CLAMP (room / width, 0.3, MAX_SCALE);
}

static void
set_scale (AsyPaperView *self)
{
  double width, height, scale;

  if (self->document == NULL)
    return;
  scale = get_scale (self);
  asy_document_get_page_size (self->document, &width, &height);
  for (GtkWidget *child = gtk_widget_get_first_child (self->pages); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AsyPaperSheet *sheet = ASY_PAPER_SHEET (child);

      sheet->scale = scale;
      gtk_widget_set_size_request (child, (int) (width * scale), (int) (height * scale));
    }
}

static void
asy_paper_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyPaperView *self = ASY_PAPER_VIEW (widget);

  set_scale (self);
  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
}

static void
asy_paper_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 588 : 700;
  *minimum_baseline = *natural_baseline = -1;
}

static GtkWidget *
new_sheet (AsyDocument *document, guint page)
{
  AsyPaperSheet *sheet = g_object_new (ASY_TYPE_PAPER_SHEET, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Page %u of %u"), page + 1, asy_document_get_n_pages (document));

  sheet->document = g_object_ref (document);
  sheet->page = page;
  sheet->scale = 1;
  gtk_widget_set_halign (GTK_WIDGET (sheet), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (sheet), "paper-sheet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (sheet);
}

void
asy_paper_view_set_document (AsyPaperView *self, AsyDocument *document)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  const double place = gtk_adjustment_get_value (adjustment);

  g_return_if_fail (ASY_IS_PAPER_VIEW (self));

  g_set_object (&self->document, document);
  asy_ui_clear_box (GTK_BOX (self->pages));
  if (document == NULL)
    return;
  for (guint i = 0; i < asy_document_get_n_pages (document); i++)
    gtk_box_append (GTK_BOX (self->pages), new_sheet (document, i));
  set_scale (self);
  gtk_adjustment_set_value (adjustment, place);
}

void
asy_paper_view_show_section (AsyPaperView *self, const char *key)
{
  double y_pt, width, height;
  guint page;

  if (self->document == NULL || !asy_document_find_section (self->document, key, &page, &y_pt))
    return;
  asy_document_get_page_size (self->document, &width, &height);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                            MARGIN + page * (height * get_scale (self) + GAP) + y_pt * get_scale (self) - 60);
}

static void
asy_paper_view_dispose (GObject *object)
{
  AsyPaperView *self = ASY_PAPER_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (asy_paper_view_parent_class)->dispose (object);
}

static void
asy_paper_view_class_init (AsyPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_paper_view_dispose;
  widget_class->size_allocate = asy_paper_view_size_allocate;
  widget_class->measure = asy_paper_view_measure;
  gtk_widget_class_set_css_name (widget_class, "paperview");
}

static void
asy_paper_view_init (AsyPaperView *self)
{
  self->pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  gtk_widget_set_margin_top (self->pages, MARGIN);
  gtk_widget_set_margin_bottom (self->pages, MARGIN);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->pages);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
asy_paper_view_new (void)
{
  return g_object_new (ASY_TYPE_PAPER_VIEW, NULL);
}
