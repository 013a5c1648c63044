/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "calendar/asy-board-chip.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define SIGN_SIZE 12
#define TIME_WIDTH 36           /* with its gap */
#define LINE_HEIGHT 19
#define TIME_ATTRIBUTES "0 -1 scale 0.82, 0 -1 font-features \"tnum\""
#define TITLE_ATTRIBUTES "0 -1 scale 0.9, 0 -1 weight bold"

struct _AsyBoardChip
{
  GtkButton parent_instance;

  const AsyBoardVisit *visit;   /* nullable, borrowed */
  const char *style;            /* nullable, static */
  gboolean has_clash;
  PangoLayout *time;            /* set when first drawn, as is the title */
  PangoLayout *title;
  char *time_text;              /* nullable */
  char *title_text;
};

G_DEFINE_FINAL_TYPE (AsyBoardChip, asy_board_chip, GTK_TYPE_BUTTON)

static PangoLayout *
get_layout (AsyBoardChip *self, PangoLayout **layout, const char *text, const char *attributes)
{
  g_autoptr (PangoAttrList) list = NULL;

  if (*layout != NULL)
    return *layout;
  list = pango_attr_list_from_string (attributes);
  *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_attributes (*layout, list);
  pango_layout_set_ellipsize (*layout, PANGO_ELLIPSIZE_END);
  return *layout;
}

static void
draw_line (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, int x, int width, int height)
{
  int line_height;

  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &line_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (height - line_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Along the hours there is room for the one above the other. */
static void
draw_two_lines (AsyBoardChip *self, GtkSnapshot *snapshot, const GdkRGBA *colour, int width)
{
  draw_line (snapshot, get_layout (self, &self->time, self->time_text, TIME_ATTRIBUTES), colour, 0, width, LINE_HEIGHT);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, LINE_HEIGHT));
  draw_line (snapshot, get_layout (self, &self->title, self->title_text, TITLE_ATTRIBUTES), colour, 0, width, LINE_HEIGHT);
  gtk_snapshot_restore (snapshot);
}

static void
asy_board_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyBoardChip *self = ASY_BOARD_CHIP (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const int sign = self->has_clash ? SIGN_SIZE + 3 : 0;
  const gboolean has_time = self->time_text != NULL && width > 2 * TIME_WIDTH;
  GdkRGBA colour;

  if (self->title_text == NULL || width < SIGN_SIZE)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  if (height > 2 * LINE_HEIGHT)
    {
      draw_two_lines (self, snapshot, &colour, width - sign);
      return;
    }
  if (has_time)
    draw_line (snapshot, get_layout (self, &self->time, self->time_text, TIME_ATTRIBUTES), &colour, 0,
               TIME_WIDTH, height);
  draw_line (snapshot, get_layout (self, &self->title, self->title_text, self->visit != NULL ? TITLE_ATTRIBUTES : "0 -1 scale 0.82"),
             &colour, has_time ? TIME_WIDTH : 0, width - sign - (has_time ? TIME_WIDTH : 0), height);
  if (self->has_clash)
    asy_ui_snapshot_icon (widget, snapshot, "dialog-warning-symbolic", SIGN_SIZE, (float) (width - SIGN_SIZE),
                          (float) (height - SIGN_SIZE) / 2, ASY_MEANING_LATE);
}

/* As small as it has to be: the cell gives the place. */
static void
asy_board_chip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
clear_layouts (AsyBoardChip *self)
{
  g_clear_object (&self->time);
  g_clear_object (&self->title);
}

static void
asy_board_chip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (asy_board_chip_parent_class)->css_changed (widget, change);
  clear_layouts (ASY_BOARD_CHIP (widget));
}

static void
asy_board_chip_finalize (GObject *object)
{
  AsyBoardChip *self = ASY_BOARD_CHIP (object);

  clear_layouts (self);
  g_free (self->time_text);
  g_free (self->title_text);

  G_OBJECT_CLASS (asy_board_chip_parent_class)->finalize (object);
}

static void
asy_board_chip_class_init (AsyBoardChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = asy_board_chip_finalize;
  widget_class->snapshot = asy_board_chip_snapshot;
  widget_class->measure = asy_board_chip_measure;
  widget_class->css_changed = asy_board_chip_css_changed;
}

static void
asy_board_chip_init (AsyBoardChip *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "visit-block");
  gtk_widget_add_css_class (GTK_WIDGET (self), "visit-chip");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
asy_board_chip_new (void)
{
  return g_object_new (ASY_TYPE_BOARD_CHIP, NULL);
}

const AsyBoardVisit *
asy_board_chip_get_visit (AsyBoardChip *self)
{
  g_return_val_if_fail (ASY_IS_BOARD_CHIP (self), NULL);

  return self->visit;
}

static const char *
style_of (const AsyBoardVisit *visit, gboolean has_clash)
{
  if (has_clash)
    return "clash";
  if (visit->state == ASY_VISIT_STATE_HELD)
    return "held";
  if (visit->state == ASY_VISIT_STATE_MISSED)
    return "missed";
  if (visit->family_id == 0)
    return "office";
  return visit->in_twos ? "in-twos" : "planned";
}

static void
set_style (AsyBoardChip *self, const char *style)
{
  if (g_strcmp0 (self->style, style) == 0)
    return;
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
  self->style = style;
}

static void
set_texts (AsyBoardChip *self, char *time, char *title, const char *name, const char *clash)
{
  clear_layouts (self);
  g_free (self->time_text);
  self->time_text = time;
  g_free (self->title_text);
  self->title_text = title;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  clash != NULL ? clash : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
asy_board_chip_set_visit (AsyBoardChip *self, const AsyBoardVisit *visit, const char *kind, const char *worker_name, const char *clash)
{
  const char *title;
  g_autofree char *day = NULL, *range = NULL, *name = NULL, *tooltip = NULL;

  g_return_if_fail (ASY_IS_BOARD_CHIP (self));
  g_return_if_fail (visit != NULL);

  title = visit->family_name != NULL ? visit->family_name : kind;
  day = asy_format_day_full (visit->day);
  range = asy_text_time_range (visit->start, visit->minutes);
  name = g_strdup_printf ("%s, %s, %s, %s, %s, %s", title, worker_name, day, range, kind, asy_visit_state_get_label (visit->state));
  tooltip = clash != NULL ? g_strdup_printf ("%s\n%s", name, clash) : g_strdup (name);
  self->visit = visit;
  self->has_clash = clash != NULL;
  set_style (self, style_of (visit, clash != NULL));
  set_texts (self, asy_text_time (visit->start), g_strdup (title), name, clash);
  asy_ui_set_tooltip (GTK_WIDGET (self), tooltip);
}

void
asy_board_chip_set_more (AsyBoardChip *self, guint n)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ASY_IS_BOARD_CHIP (self));

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n), n);
  self->visit = NULL;
  self->has_clash = FALSE;
  set_style (self, "more");
  set_texts (self, NULL, g_strdup (text), text, NULL);
  asy_ui_set_tooltip (GTK_WIDGET (self), NULL);
}
