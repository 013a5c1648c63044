/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "calendar/asy-visit-block.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define SMALL_POINTS 9
#define SIGN_SIZE 12
/* Fewer would hold no letter of a line, only its dots. */
#define TEXT_WIDTH_MIN 14
/* Shorter visits have no room for the place. */
#define PLACE_MINUTES_MIN 45

typedef enum { LINE_TIME, LINE_TITLE, LINE_PLACE, N_LINES } Line;

struct _AsyVisitBlock
{
  GtkButton parent_instance;

  const AsyVisitEntry *entry;   /* borrowed */
  const char *style;            /* nullable, static */
  char *texts[N_LINES];         /* nullable */
  PangoLayout *layouts[N_LINES]; /* nullable: set when they are first drawn */
};

G_DEFINE_FINAL_TYPE (AsyVisitBlock, asy_visit_block, GTK_TYPE_BUTTON)

static void
clear_layouts (AsyVisitBlock *self)
{
  for (guint i = 0; i < N_LINES; i++)
    g_clear_object (&self->layouts[i]);
}

static const char *
style_of (const AsyVisitEntry *entry)
{
  if (asy_visit_get_state (entry->visit) == ASY_VISIT_STATE_HELD)
    return "held";
  if (asy_visit_get_state (entry->visit) == ASY_VISIT_STATE_MISSED)
    return "missed";
  if (asy_visit_get_family_id (entry->visit) == 0)
    return "office";
  return entry->two_persons ? "in-twos" : "planned";
}

static PangoAttrList *
attributes_of (AsyVisitBlock *self, Line line)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (line == LINE_TITLE)
    {
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (asy_visit_get_state (self->entry->visit) == ASY_VISIT_STATE_MISSED));
      return attributes;
    }
  pango_attr_list_insert (attributes, pango_attr_size_new (SMALL_POINTS * PANGO_SCALE));
  if (line == LINE_TIME)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  return attributes;
}

static PangoLayout *
get_layout (AsyVisitBlock *self, Line line)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layouts[line] != NULL)
    return self->layouts[line];
  attributes = attributes_of (self, line);
  self->layouts[line] = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->texts[line]);
  pango_layout_set_attributes (self->layouts[line], attributes);
  pango_layout_set_ellipsize (self->layouts[line], PANGO_ELLIPSIZE_END);
  return self->layouts[line];
}

/* A line is drawn whole or not at all. Where there is room for one only it is
 * the name: the place of a block tells the time. */
static Line
get_first_line (AsyVisitBlock *self, int height)
{
  int time_height, title_height;

  if (self->texts[LINE_TIME] == NULL || self->texts[LINE_TITLE] == NULL)
    return LINE_TIME;
  pango_layout_get_pixel_size (get_layout (self, LINE_TIME), NULL, &time_height);
  pango_layout_get_pixel_size (get_layout (self, LINE_TITLE), NULL, &title_height);
  return time_height + title_height > height ? LINE_TITLE : LINE_TIME;
}

static void
asy_visit_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyVisitBlock *self = ASY_VISIT_BLOCK (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA colour;
  float y = 0;

  if (self->entry == NULL || width < TEXT_WIDTH_MIN)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = get_first_line (self, height), first = i; i < N_LINES; i++)
    {
      const gboolean has_sign = i == LINE_TITLE && self->entry->warning != NULL;
      PangoLayout *layout;
      int line_height;

      if (self->texts[i] == NULL)
        continue;
      layout = get_layout (self, (Line) i);
      pango_layout_set_width (layout, MAX (width - (has_sign ? SIGN_SIZE + 4 : 0), 0) * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, NULL, &line_height);
      if (i > first && (int) y + line_height > height)
        break;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y));
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
      /* That there is something to know before going there, at the end of the name. */
      if (has_sign)
        asy_ui_snapshot_icon (widget, snapshot, "dialog-warning-symbolic", SIGN_SIZE, (float) (width - SIGN_SIZE),
                              y + (float) (line_height - SIGN_SIZE) / 2, ASY_MEANING_LATE);
      y += (float) line_height;
    }
}

/* As small as it has to be: the time of day gives the place. */
static void
asy_visit_block_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

/* Another font or scale. */
static void
asy_visit_block_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (asy_visit_block_parent_class)->css_changed (widget, change);
  clear_layouts (ASY_VISIT_BLOCK (widget));
}

static void
asy_visit_block_finalize (GObject *object)
{
  AsyVisitBlock *self = ASY_VISIT_BLOCK (object);

  clear_layouts (self);
  for (guint i = 0; i < N_LINES; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (asy_visit_block_parent_class)->finalize (object);
}

static void
asy_visit_block_class_init (AsyVisitBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = asy_visit_block_finalize;
  widget_class->snapshot = asy_visit_block_snapshot;
  widget_class->measure = asy_visit_block_measure;
  widget_class->css_changed = asy_visit_block_css_changed;
}

static void
asy_visit_block_init (AsyVisitBlock *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "visit-block");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
asy_visit_block_new (void)
{
  return g_object_new (ASY_TYPE_VISIT_BLOCK, NULL);
}

const AsyVisitEntry *
asy_visit_block_get_entry (AsyVisitBlock *self)
{
  g_return_val_if_fail (ASY_IS_VISIT_BLOCK (self), NULL);

  return self->entry;
}

static void
set_style (AsyVisitBlock *self, const char *style)
{
  if (g_strcmp0 (self->style, style) == 0)
    return;
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
  self->style = style;
}

static void
set_lines (AsyVisitBlock *self, const char *time, const char *title, const char *place)
{
  const char *const texts[N_LINES] = { time, title, asy_visit_get_minutes (self->entry->visit) >= PLACE_MINUTES_MIN ? place : NULL };

  clear_layouts (self);
  for (guint i = 0; i < N_LINES; i++)
    {
      g_free (self->texts[i]);
      self->texts[i] = g_strdup (texts[i]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* One of a series says so, in words and by a sign. */
static char *
dup_name (const AsyVisitEntry *entry, const char *title, const char *day, const char *time, const char *kind)
{
  g_autofree char *name = g_strdup_printf (_("%s, %s, %s, %s, %s"), title, day, time, kind,
                                           asy_visit_state_get_label ((AsyVisitState) asy_visit_get_state (entry->visit)));

  /* Translators: a visit that is one of a series. */
  return asy_visit_get_series_id (entry->visit) != 0 ? g_strdup_printf (_("%s, repeats"), name) : g_steal_pointer (&name);
}

void
asy_visit_block_set_entry (AsyVisitBlock *self, const AsyVisitEntry *entry, AsyDictionary *dictionary)
{
  AsyVisit *visit;
  const char *kind, *title, *place;
  g_autofree char *time = NULL, *drawn_time = NULL, *day = NULL, *name = NULL, *tooltip = NULL;

  g_return_if_fail (ASY_IS_VISIT_BLOCK (self));
  g_return_if_fail (entry != NULL);

  visit = entry->visit;
  kind = asy_dictionary_get_label (dictionary, ASY_DICT_CONTACT, asy_visit_get_kind (visit));
  title = entry->family_name != NULL ? entry->family_name : kind;
  place = entry->family_name != NULL ? entry->district : asy_visit_get_place_text (visit);
  time = asy_text_time_range ((int) asy_visit_get_start_minute (visit), (int) asy_visit_get_minutes (visit));
  day = asy_format_day_full (asy_visit_get_day (visit));
  drawn_time = asy_visit_get_series_id (visit) != 0 ? g_strconcat (time, " ↻", NULL) : g_strdup (time);
  name = dup_name (entry, title, day, time, kind);
  tooltip = entry->warning != NULL ? g_strdup_printf ("%s\n%s", name, entry->warning) : g_strdup (name);
  self->entry = entry;
  set_style (self, style_of (entry));
  set_lines (self, drawn_time, title, place);
  asy_ui_set_tooltip (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, entry->warning != NULL ? entry->warning : "", -1);
}
