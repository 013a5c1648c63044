/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-genogram-figure.h"
#include "ui/asy-format.h"
#include "ui/asy-words.h"

#define LINE_PX 2.0

typedef enum { SHAPE_DIAMOND, SHAPE_CIRCLE, SHAPE_SQUARE, SHAPE_TRIANGLE } Shape;

typedef struct {
  Shape shape;
  char *inside;                 /* age, or a question mark */
  gboolean is_dead;
  gboolean is_main;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  g_free (drawing->inside);
  g_free (drawing);
}

static void
trace (cairo_t *cr, Shape shape, double inset)
{
  const double a = inset, b = ASY_GENOGRAM_FIGURE_PX - inset, middle = ASY_GENOGRAM_FIGURE_PX / 2.0;

  cairo_new_path (cr);
  if (shape == SHAPE_CIRCLE)
    cairo_arc (cr, middle, middle, middle - inset, 0, 2 * G_PI);
  else if (shape == SHAPE_SQUARE)
    cairo_rectangle (cr, a, a, b - a, b - a);
  else
    {
      cairo_move_to (cr, middle, a);
      cairo_line_to (cr, b, shape == SHAPE_TRIANGLE ? b : middle);
      if (shape == SHAPE_DIAMOND)
        cairo_line_to (cr, middle, b);
      cairo_line_to (cr, a, shape == SHAPE_TRIANGLE ? b : middle);
      cairo_close_path (cr);
    }
}

static void
draw_inside (GtkWidget *area, cairo_t *cr, const Drawing *drawing)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (area, drawing->inside);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, (ASY_GENOGRAM_FIGURE_PX - width) / 2.0, (ASY_GENOGRAM_FIGURE_PX - height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const Drawing *drawing = user_data;
  GdkRGBA color, ground;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (area)), "asy_figure_bg_color", &ground))
    ground = (GdkRGBA) { 1, 1, 1, 1 };
  trace (cr, drawing->shape, LINE_PX / 2);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, LINE_PX);
  cairo_stroke (cr);
  if (drawing->is_main)
    {
      trace (cr, drawing->shape, 4.5);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  draw_inside (GTK_WIDGET (area), cr, drawing);
  if (!drawing->is_dead)
    return;
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, LINE_PX, LINE_PX);
  cairo_line_to (cr, ASY_GENOGRAM_FIGURE_PX - LINE_PX, ASY_GENOGRAM_FIGURE_PX - LINE_PX);
  cairo_move_to (cr, ASY_GENOGRAM_FIGURE_PX - LINE_PX, LINE_PX);
  cairo_line_to (cr, LINE_PX, ASY_GENOGRAM_FIGURE_PX - LINE_PX);
  cairo_stroke (cr);
}

static GtkWidget *
new_area (Drawing *drawing)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_size_request (area, ASY_GENOGRAM_FIGURE_PX, ASY_GENOGRAM_FIGURE_PX);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "asy-figure");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, drawing, drawing_free);
  return area;
}

static void
append_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static gboolean
is_unborn (const AsyGenogramPerson *shown)
{
  return asy_person_get_birth_date (shown->person) == ASY_DAY_NONE &&
         ((shown->member != NULL && g_strcmp0 (asy_member_get_role (shown->member), "unborn") == 0) ||
          asy_person_get_expected_on (shown->person) != ASY_DAY_NONE);
}

static Shape
shape_of (const AsyGenogramPerson *shown)
{
  if (is_unborn (shown))
    return SHAPE_TRIANGLE;
  switch ((AsyPersonSex) asy_person_get_sex (shown->person))
    {
    case ASY_PERSON_SEX_FEMALE:
      return SHAPE_CIRCLE;
    case ASY_PERSON_SEX_MALE:
      return SHAPE_SQUARE;
    case ASY_PERSON_SEX_UNKNOWN:
    default:
      return SHAPE_DIAMOND;
    }
}

/* The age; nothing under the cross of the dead, whose years stand below, and months stand there in words. */
static char *
dup_inside (const AsyGenogramPerson *shown, AsyDay today)
{
  const AsyDay born = asy_person_get_birth_date (shown->person);

  if (born == ASY_DAY_NONE || born > today || asy_person_get_died_on (shown->person) != ASY_DAY_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%d", asy_day_get_age (born, today));
}

static int
year_of (AsyDay day)
{
  g_autofree char *iso = asy_day_to_iso (day);

  return iso != NULL ? (int) g_ascii_strtoll (iso, NULL, 10) : 0;
}

static char *
dup_second_line (AsyContext *context, const AsyGenogramPerson *shown)
{
  const AsyDay born = asy_person_get_birth_date (shown->person);
  const AsyDay died = asy_person_get_died_on (shown->person);
  g_autofree char *day = NULL;

  if (shown->is_away)
    return g_strdup (_("in foster care"));
  if (died != ASY_DAY_NONE)
    return born != ASY_DAY_NONE ? g_strdup_printf ("%d–%d", year_of (born), year_of (died)) : g_strdup_printf (_("died %d"), year_of (died));
  if (is_unborn (shown))
    {
      day = asy_format_day_short (asy_person_get_expected_on (shown->person));
      return day != NULL ? g_strdup_printf (_("expected %s"), day) : g_strdup (_("pregnancy"));
    }
  if (born != ASY_DAY_NONE && asy_day_get_age (born, asy_context_get_today (context)) < 2)
    return asy_person_dup_age (shown->person, asy_context_get_today (context));
  return g_strdup (asy_person_get_family_name (shown->person));
}

/* "Oliwia Malinowska, 13 lat, córka, rodzina zastępcza spokrewniona" */
static char *
dup_accessible_name (AsyContext *context, const AsyGenogramPerson *shown)
{
  AsyDictionary *dictionary = asy_context_get_office (context)->dictionary;
  GString *text = g_string_new (NULL);
  g_autofree char *name = asy_person_dup_full_name (shown->person);
  g_autofree char *age = asy_person_dup_age (shown->person, asy_context_get_today (context));
  g_autofree char *died = asy_format_day (asy_person_get_died_on (shown->person));

  g_string_append (text, name);
  if (died != NULL && asy_person_get_died_on (shown->person) != ASY_DAY_NONE)
    g_string_append_printf (text, ", %s %s", _("dead since"), died);
  else if (*age != '\0')
    g_string_append_printf (text, ", %s", age);
  if (shown->member == NULL)
    g_string_append_printf (text, ", %s", _("outside the family"));
  else
    {
      g_string_append_printf (text, ", %s", asy_dictionary_get_label (dictionary, ASY_DICT_MEMBER_ROLE, asy_member_get_role (shown->member)));
      if (asy_member_get_whereabouts (shown->member) != NULL)
        g_string_append_printf (text, ", %s",
                                asy_dictionary_get_label (dictionary, ASY_DICT_WHEREABOUTS, asy_member_get_whereabouts (shown->member)));
    }
  return g_string_free (text, FALSE);
}

static void
set_action (GtkWidget *button, const AsyGenogramPerson *shown)
{
  const gint64 id = asy_record_get_id (shown->member != NULL ? ASY_RECORD (shown->member) : ASY_RECORD (shown->person));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), shown->member != NULL ? "family.edit-member" : "kin.edit-person");
}

GtkWidget *
asy_genogram_figure_new (AsyContext *context, const AsyGenogramPerson *shown)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Drawing *drawing = g_new0 (Drawing, 1);
  g_autofree char *name = dup_accessible_name (context, shown);
  g_autofree char *second = dup_second_line (context, shown);

  drawing->shape = shape_of (shown);
  drawing->inside = dup_inside (shown, asy_context_get_today (context));
  drawing->is_dead = asy_person_get_died_on (shown->person) != ASY_DAY_NONE;
  drawing->is_main = shown->is_main;
  gtk_box_append (GTK_BOX (box), new_area (drawing));
  append_label (box, asy_person_get_given_name (shown->person), "asy-figure-name");
  append_label (box, second, "asy-figure-more");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "asy-person");
  if (shown->is_away)
    gtk_widget_add_css_class (button, "soon");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_action (button, shown);
  return button;
}

GtkWidget *
asy_genogram_unknown_new (gboolean is_female)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->shape = is_female ? SHAPE_CIRCLE : SHAPE_SQUARE;
  drawing->inside = g_strdup ("?");
  gtk_box_append (GTK_BOX (box), new_area (drawing));
  append_label (box, is_female ? _("mother unknown") : _("father unknown"), "asy-figure-more");
  gtk_widget_add_css_class (box, "asy-person");
  return box;
}
