/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-genogram-legend.h"
#include "ui/asy-ui.h"

/* Signs are drawn as in asy-genogram.c and asy-genogram-figure.c, only smaller. */
#define WIDTH_PX 40
#define HEIGHT_PX 24
#define LINE_PX 1.5
/* What a small screen has below the heading of the genogram. */
#define HEIGHT_MAX_PX 290

typedef enum {
  SIGN_WOMAN,
  SIGN_MAN,
  SIGN_UNKNOWN,
  SIGN_UNBORN,
  SIGN_DEAD,
  SIGN_MAIN,
  SIGN_CARE,
  SIGN_MARRIAGE,
  SIGN_UNION,
  SIGN_PARTED,
  SIGN_DIVORCED,
  SIGN_CHILD,
  SIGN_NOT_BORN,
  SIGN_CARER,
  SIGN_HOUSEHOLD,
} Sign;

static const struct {
  Sign sign;
  const char *text;
} rows[] = {
  { SIGN_WOMAN, N_ ("circle: a woman; the number is the age") },
  { SIGN_MAN, N_ ("square: a man") },
  { SIGN_UNBORN, N_ ("triangle: a pregnancy") },
  { SIGN_UNKNOWN, N_ ("diamond: the sex is not known") },
  { SIGN_DEAD, N_ ("crossed out: somebody who died") },
  { SIGN_MAIN, N_ ("double line: the first person of the family") },
  { SIGN_CARE, N_ ("in colour: a child in foster care") },
  { SIGN_MARRIAGE, N_ ("unbroken line between two people: a marriage") },
  { SIGN_UNION, N_ ("broken line between two people: another union") },
  { SIGN_PARTED, N_ ("one stroke across the line: they parted") },
  { SIGN_DIVORCED, N_ ("two strokes across the line: divorced") },
  { SIGN_CHILD, N_ ("unbroken line down: a child by birth") },
  { SIGN_NOT_BORN, N_ ("broken line down: a child adopted or of the other partner") },
  { SIGN_CARER, N_ ("dotted arrow: who cares for the child") },
  { SIGN_HOUSEHOLD, N_ ("area with a broken edge: they live together") },
};

static void
trace_diamond (cairo_t *cr, double x, double y, double r)
{
  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r, y);
  cairo_line_to (cr, x, y + r);
  cairo_line_to (cr, x - r, y);
  cairo_close_path (cr);
}

static void
trace_person (cairo_t *cr, Sign sign)
{
  const double x = WIDTH_PX / 2.0, y = HEIGHT_PX / 2.0, r = 9;

  if (sign == SIGN_WOMAN || sign == SIGN_MAIN)
    cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  else if (sign == SIGN_UNKNOWN)
    trace_diamond (cr, x, y, r + 1);
  else if (sign == SIGN_UNBORN)
    {
      cairo_move_to (cr, x, y - r);
      cairo_line_to (cr, x + r, y + r);
      cairo_line_to (cr, x - r, y + r);
      cairo_close_path (cr);
    }
  else
    cairo_rectangle (cr, x - r, y - r, 2 * r, 2 * r);
  if (sign == SIGN_MAIN)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r - 3, 0, 2 * G_PI);
    }
  if (sign == SIGN_DEAD)
    {
      cairo_move_to (cr, x - r, y - r);
      cairo_line_to (cr, x + r, y + r);
      cairo_move_to (cr, x + r, y - r);
      cairo_line_to (cr, x - r, y + r);
    }
  cairo_stroke (cr);
}

static void
set_dash (cairo_t *cr, Sign sign)
{
  static const double unions[] = { 6, 5 }, ties[] = { 4, 4 }, dots[] = { 2, 4 }, area[] = { 7, 4 };

  if (sign == SIGN_UNION || sign == SIGN_PARTED)
    cairo_set_dash (cr, unions, G_N_ELEMENTS (unions), 0);
  else if (sign == SIGN_NOT_BORN)
    cairo_set_dash (cr, ties, G_N_ELEMENTS (ties), 0);
  else if (sign == SIGN_CARER)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  else if (sign == SIGN_HOUSEHOLD)
    cairo_set_dash (cr, area, G_N_ELEMENTS (area), 0);
}

/* What the dashes do not apply to. */
static void
draw_ends (cairo_t *cr, Sign sign)
{
  const double x = WIDTH_PX / 2.0, y = HEIGHT_PX / 2.0;
  const int strokes = sign == SIGN_DIVORCED ? 2 : sign == SIGN_PARTED ? 1 : 0;

  cairo_set_dash (cr, NULL, 0, 0);
  for (int i = 0; i < strokes; i++)
    {
      cairo_move_to (cr, x - 4 + i * 6, y + 8);
      cairo_line_to (cr, x + 3 + i * 6, y - 8);
    }
  if (sign == SIGN_CARER)
    {
      cairo_move_to (cr, WIDTH_PX - 9, y - 5);
      cairo_line_to (cr, WIDTH_PX - 2, y);
      cairo_line_to (cr, WIDTH_PX - 9, y + 5);
    }
  cairo_stroke (cr);
}

static void
draw_line (cairo_t *cr, Sign sign)
{
  const double x = WIDTH_PX / 2.0, y = HEIGHT_PX / 2.0;

  set_dash (cr, sign);
  if (sign == SIGN_CHILD || sign == SIGN_NOT_BORN)
    {
      cairo_move_to (cr, x, 1);
      cairo_line_to (cr, x, HEIGHT_PX - 1);
    }
  else if (sign == SIGN_HOUSEHOLD)
    cairo_rectangle (cr, 3, 3, WIDTH_PX - 6, HEIGHT_PX - 6);
  else
    {
      cairo_move_to (cr, 2, y);
      cairo_line_to (cr, WIDTH_PX - 2, y);
    }
  cairo_stroke (cr);
  draw_ends (cr, sign);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const Sign sign = (Sign) GPOINTER_TO_UINT (user_data);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  GdkRGBA color;

  gtk_style_context_get_color (style, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, LINE_PX);
  if (sign <= SIGN_CARE)
    trace_person (cr, sign);
  else
    draw_line (cr, sign);
}

/* The sign is for the eye; what it looks like stands in the words too. */
static GtkWidget *
new_row (guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (_ (rows[i].text));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_size_request (area, WIDTH_PX, HEIGHT_PX);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  if (rows[i].sign == SIGN_CARE || rows[i].sign == SIGN_CARER)
    gtk_widget_add_css_class (area, "asy-legend-care");
  else if (rows[i].sign == SIGN_HOUSEHOLD)
    gtk_widget_add_css_class (area, "asy-legend-household");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, GUINT_TO_POINTER (rows[i].sign), NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  asy_ui_set_name (row, _ (rows[i].text));
  return row;
}

static void
fill (GtkMenuButton *button, gpointer user_data)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller, *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "asy-legend");
  asy_ui_set_name (list, _ ("Legend of the genogram"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (i));
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT_MAX_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

GtkWidget *
asy_genogram_legend_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Legend"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill, NULL, NULL);
  return button;
}
