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

struct _AsyVisitBlock
{
  GtkButton parent_instance;

  const AsyVisitEntry *entry;   /* borrowed */
};

G_DEFINE_FINAL_TYPE (AsyVisitBlock, asy_visit_block, GTK_TYPE_BUTTON)

static void
asy_visit_block_class_init (AsyVisitBlockClass *klass)
{
}

static void
asy_visit_block_init (AsyVisitBlock *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "visit-block");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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

static GtkWidget *
new_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* The name, and a sign when there is something to know before going there. */
static GtkWidget *
new_title (const char *title, gboolean warns)
{
  GtkWidget *line = new_line (title, "block-title");
  GtkWidget *box, *image;

  if (!warns)
    return line;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_hexpand (line, TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  asy_ui_set_meaning (image, ASY_MEANING_LATE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), image);
  return box;
}

const AsyVisitEntry *
asy_visit_block_get_entry (AsyVisitBlock *self)
{
  return self->entry;
}

GtkWidget *
asy_visit_block_new (const AsyVisitEntry *entry, AsyDictionary *dictionary)
{
  AsyVisitBlock *self = g_object_new (ASY_TYPE_VISIT_BLOCK, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AsyVisit *visit = entry->visit;
  const char *kind = asy_dictionary_get_label (dictionary, ASY_DICT_CONTACT, asy_visit_get_kind (visit));
  const char *title = entry->family_name != NULL ? entry->family_name : kind;
  const char *place = entry->family_name != NULL ? entry->district : asy_visit_get_place_text (visit);
  g_autofree char *time = asy_text_time_range ((int) asy_visit_get_start_minute (visit), (int) asy_visit_get_minutes (visit));
  g_autofree char *day = asy_format_day_full (asy_visit_get_day (visit));
  g_autofree char *name = g_strdup_printf (_ ("%s, %s, %s, %s, %s"), title, day, time, kind,
                                           asy_visit_state_get_label ((AsyVisitState) asy_visit_get_state (visit)));
  g_autofree char *tooltip = entry->warning != NULL ? g_strdup_printf ("%s\n%s", name, entry->warning) : g_strdup (name);

  self->entry = entry;
  gtk_box_append (GTK_BOX (box), new_line (time, "block-time"));
  gtk_box_append (GTK_BOX (box), new_title (title, entry->warning != NULL));
  if (place != NULL && asy_visit_get_minutes (visit) >= 45)
    gtk_box_append (GTK_BOX (box), new_line (place, "block-place"));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), style_of (entry));
  asy_ui_set_tooltip (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (entry->warning != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, entry->warning, -1);
  return GTK_WIDGET (self);
}
