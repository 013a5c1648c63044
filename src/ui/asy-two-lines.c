/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-two-lines.h"
#include "ui/asy-ui.h"

#define GAP 8
#define SIGN_SIZE 16

typedef struct {
  const char *icon_name;        /* nullable, static */
  AsyMeaning meaning;
  char *tooltip;                /* nullable */
  int x;                        /* where it was drawn */
} Sign;

struct _AsyTwoLines
{
  GtkWidget parent_instance;

  AsyTwoLinesKind kind;
  char *texts[ASY_TWO_LINES_N_PARTS]; /* nullable when blank */
  PangoLayout *layouts[ASY_TWO_LINES_N_PARTS]; /* nullable: made when they are first drawn */
  gboolean is_stale[ASY_TWO_LINES_N_PARTS]; /* a layout does not say its text yet */
  AsyMeaning note_meaning;
  Sign signs[ASY_TWO_LINES_MAX_SIGNS];
};

G_DEFINE_FINAL_TYPE (AsyTwoLines, asy_two_lines, GTK_TYPE_WIDGET)

/* As the style classes heading, caption and asy-second have them; 0: as around it. */
static const struct {
  int points[ASY_TWO_LINES_N_PARTS];
  gboolean has_bold_name;
  int line_gap;
} looks[] = {
  [ASY_TWO_LINES_ENTRY] = { { 11, 9, 10, 10 }, TRUE, 1 },
  [ASY_TWO_LINES_HIT] = { { 0, 9, 9, 9 }, FALSE, 0 },
};

static gboolean
is_bold (AsyTwoLines *self, AsyTwoLinesPart part)
{
  if (part == ASY_TWO_LINES_NOTE)
    return self->note_meaning == ASY_MEANING_LATE || self->note_meaning == ASY_MEANING_SOON;
  return part == ASY_TWO_LINES_NAME && looks[self->kind].has_bold_name;
}

static PangoAttrList *
attributes_of (AsyTwoLines *self, AsyTwoLinesPart part)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const int points = looks[self->kind].points[part];

  if (points != 0)
    pango_attr_list_insert (attributes, pango_attr_size_new (points * PANGO_SCALE));
  if (is_bold (self, part))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (part == ASY_TWO_LINES_NOTE)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  return attributes;
}

static PangoLayout *
new_layout (AsyTwoLines *self, AsyTwoLinesPart part, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = attributes_of (self, part);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* (transfer none) (nullable): %NULL where there is no text */
static PangoLayout *
get_layout (AsyTwoLines *self, AsyTwoLinesPart part)
{
  if (self->texts[part] == NULL)
    return NULL;
  if (self->layouts[part] == NULL)
    self->layouts[part] = new_layout (self, part, self->texts[part]);
  else if (self->is_stale[part])
    pango_layout_set_text (self->layouts[part], self->texts[part], -1);
  self->is_stale[part] = FALSE;
  pango_layout_set_width (self->layouts[part], -1);
  return self->layouts[part];
}

/* Heights */

typedef struct {
  PangoFontDescription *font;   /* owned; %NULL: not measured yet */
  double resolution;
  int lines[2];
} Heights;

/* Every row of a kind is as high as the next: measured once for a font. */
static const Heights *
get_heights (AsyTwoLines *self)
{
  static Heights all[G_N_ELEMENTS (looks)];
  Heights *heights = &all[self->kind];
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double resolution = pango_cairo_context_get_resolution (context);

  if (heights->font != NULL && pango_font_description_equal (heights->font, font) && heights->resolution == resolution)
    return heights;
  g_clear_pointer (&heights->font, pango_font_description_free);
  heights->font = pango_font_description_copy (font);
  heights->resolution = resolution;
  for (guint i = 0; i < G_N_ELEMENTS (heights->lines); i++)
    {
      g_autoptr (PangoLayout) layout = new_layout (self, i == 0 ? ASY_TWO_LINES_NAME : ASY_TWO_LINES_SECOND, "Ó");

      pango_layout_get_pixel_size (layout, NULL, &heights->lines[i]);
    }
  return heights;
}

static gboolean
has_second_line (AsyTwoLines *self)
{
  return self->kind == ASY_TWO_LINES_ENTRY || self->texts[ASY_TWO_LINES_SECOND] != NULL;
}

/* Its width is what the list has to give. */
static void
asy_two_lines_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  AsyTwoLines *self = ASY_TWO_LINES (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      const Heights *heights = get_heights (self);

      *minimum = *natural = heights->lines[0] + (has_second_line (self) ? looks[self->kind].line_gap + heights->lines[1] : 0);
    }
}

/* Drawing */

static GdkRGBA
get_colour (GtkWidget *widget)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  return colour;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Gives what is left for the rest of the line. */
static int
draw_end (AsyTwoLines *self, GtkSnapshot *snapshot, AsyTwoLinesPart part, int width, int y, int baseline, const GdkRGBA *colour)
{
  PangoLayout *layout = get_layout (self, part);
  int own_width;

  if (layout == NULL)
    return width;
  pango_layout_get_pixel_size (layout, &own_width, NULL);
  draw_layout (snapshot, layout, width - own_width, y + baseline - PANGO_PIXELS (pango_layout_get_baseline (layout)), colour);
  return width - own_width - GAP;
}

static int
fit_layout (PangoLayout *layout, int width)
{
  int own_width;

  pango_layout_get_pixel_size (layout, &own_width, NULL);
  if (own_width <= width)
    return own_width;
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  return width;
}

static void
draw_signs (AsyTwoLines *self, GtkSnapshot *snapshot, int x, int height)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->signs); i++)
    {
      Sign *sign = &self->signs[i];

      if (sign->icon_name == NULL)
        continue;
      sign->x = x;
      asy_ui_snapshot_icon (GTK_WIDGET (self), snapshot, sign->icon_name, SIGN_SIZE, (float) x, (float) (height - SIGN_SIZE) / 2,
                            sign->meaning);
      x += SIGN_SIZE + GAP;
    }
}

static int
get_signs_width (AsyTwoLines *self)
{
  int width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->signs); i++)
    width += self->signs[i].icon_name != NULL ? GAP + SIGN_SIZE : 0;
  return width;
}

static void
draw_first_line (AsyTwoLines *self, GtkSnapshot *snapshot, int width, int height, const GdkRGBA *bright, const GdkRGBA *dim)
{
  PangoLayout *name = get_layout (self, ASY_TWO_LINES_NAME);
  GdkRGBA note_colour = *dim;
  int left;

  if (name == NULL)
    return;
  if (self->note_meaning != ASY_MEANING_PLAIN)
    asy_ui_get_meaning_colour (GTK_WIDGET (self), self->note_meaning, &note_colour);
  left = draw_end (self, snapshot, ASY_TWO_LINES_NOTE, width, 0, PANGO_PIXELS (pango_layout_get_baseline (name)), &note_colour);
  left = fit_layout (name, left - get_signs_width (self));
  draw_layout (snapshot, name, 0, 0, bright);
  draw_signs (self, snapshot, left + GAP, height);
}

static void
draw_second_line (AsyTwoLines *self, GtkSnapshot *snapshot, int width, int y, const GdkRGBA *dim)
{
  PangoLayout *second = get_layout (self, ASY_TWO_LINES_SECOND);
  PangoLayout *end = get_layout (self, ASY_TWO_LINES_END);
  const int left = end == NULL ? width : draw_end (self, snapshot, ASY_TWO_LINES_END, width, y, PANGO_PIXELS (pango_layout_get_baseline (end)), dim);

  if (second == NULL)
    return;
  (void) fit_layout (second, left);
  draw_layout (snapshot, second, 0, y, dim);
}

/* The widget's own colour is that of the dim words. */
static void
asy_two_lines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyTwoLines *self = ASY_TWO_LINES (widget);
  const Heights *heights = get_heights (self);
  const int width = gtk_widget_get_width (widget);
  const GdkRGBA dim = get_colour (widget);
  GdkRGBA bright = dim;

  bright.alpha = get_colour (gtk_widget_get_parent (widget)).alpha;
  draw_first_line (self, snapshot, width, heights->lines[0], &bright, &dim);
  if (has_second_line (self))
    draw_second_line (self, snapshot, width, heights->lines[0] + looks[self->kind].line_gap, &dim);
}

/* What it says */

static void
say (AsyTwoLines *self)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (int part = ASY_TWO_LINES_NAME + 1; part < ASY_TWO_LINES_N_PARTS; part++)
    if (self->texts[part] != NULL)
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? ", " : "", self->texts[part]);
  for (guint i = 0; i < G_N_ELEMENTS (self->signs); i++)
    if (self->signs[i].icon_name != NULL && self->signs[i].tooltip != NULL)
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? ", " : "", self->signs[i].tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->texts[ASY_TWO_LINES_NAME] != NULL ? self->texts[ASY_TWO_LINES_NAME] : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rest->str, -1);
}

static gboolean
set_text (AsyTwoLines *self, AsyTwoLinesPart part, const char *text)
{
  const char *wanted = text != NULL && *text != '\0' ? text : NULL;

  if (g_strcmp0 (self->texts[part], wanted) == 0)
    return FALSE;
  g_free (self->texts[part]);
  self->texts[part] = g_strdup (wanted);
  self->is_stale[part] = TRUE;
  return TRUE;
}

void
asy_two_lines_set (AsyTwoLines *self, const char *const texts[ASY_TWO_LINES_N_PARTS], AsyMeaning note_meaning)
{
  gboolean had_second_line, is_other = FALSE;

  g_return_if_fail (ASY_IS_TWO_LINES (self));

  had_second_line = has_second_line (self);
  for (int part = 0; part < ASY_TWO_LINES_N_PARTS; part++)
    is_other = set_text (self, (AsyTwoLinesPart) part, texts[part]) || is_other;
  if (note_meaning != self->note_meaning)
    g_clear_object (&self->layouts[ASY_TWO_LINES_NOTE]);
  is_other = is_other || note_meaning != self->note_meaning;
  self->note_meaning = note_meaning;
  if (!is_other)
    return;
  if (had_second_line != has_second_line (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  say (self);
}

void
asy_two_lines_set_sign (AsyTwoLines *self, guint position, const char *icon_name, AsyMeaning meaning, const char *tooltip)
{
  gboolean has_tooltip = FALSE;
  Sign *sign;

  g_return_if_fail (ASY_IS_TWO_LINES (self));
  g_return_if_fail (position < ASY_TWO_LINES_MAX_SIGNS);

  sign = &self->signs[position];
  if (sign->icon_name == icon_name && sign->meaning == meaning && g_strcmp0 (sign->tooltip, tooltip) == 0)
    return;
  sign->icon_name = icon_name;
  sign->meaning = meaning;
  g_free (sign->tooltip);
  sign->tooltip = g_strdup (tooltip);
  for (guint i = 0; i < G_N_ELEMENTS (self->signs); i++)
    has_tooltip = has_tooltip || (self->signs[i].icon_name != NULL && self->signs[i].tooltip != NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), has_tooltip);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  say (self);
}

static gboolean
asy_two_lines_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  AsyTwoLines *self = ASY_TWO_LINES (widget);

  for (guint i = 0; i < G_N_ELEMENTS (self->signs); i++)
    {
      const Sign *sign = &self->signs[i];

      if (sign->icon_name == NULL || sign->tooltip == NULL || x < sign->x || x >= sign->x + SIGN_SIZE)
        continue;
      gtk_tooltip_set_text (tooltip, sign->tooltip);
      return TRUE;
    }
  return FALSE;
}

GtkWidget *
asy_two_lines_new (AsyTwoLinesKind kind)
{
  AsyTwoLines *self = g_object_new (ASY_TYPE_TWO_LINES, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}

static void
asy_two_lines_finalize (GObject *object)
{
  AsyTwoLines *self = ASY_TWO_LINES (object);

  for (guint i = 0; i < ASY_TWO_LINES_N_PARTS; i++)
    {
      g_clear_object (&self->layouts[i]);
      g_free (self->texts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->signs); i++)
    g_free (self->signs[i].tooltip);

  G_OBJECT_CLASS (asy_two_lines_parent_class)->finalize (object);
}

static void
asy_two_lines_class_init (AsyTwoLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = asy_two_lines_finalize;
  widget_class->measure = asy_two_lines_measure;
  widget_class->snapshot = asy_two_lines_snapshot;
  widget_class->query_tooltip = asy_two_lines_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "asytwolines");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
asy_two_lines_init (AsyTwoLines *self)
{
}
