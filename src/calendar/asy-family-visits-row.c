/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "calendar/asy-family-visits-row.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"

/* A family is dragged into the week by its id. */
static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const gint64 *family_id = g_object_get_data (G_OBJECT (row), "family");
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_INT64, *family_id);
}

static void
make_draggable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
asy_family_visits_row_new (const AsyFamilyVisits *visits)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = gtk_label_new (visits->family_name);
  const int done = visits->held + visits->planned;
  g_autofree char *last_day = visits->last_on != ASY_DAY_NONE ? asy_format_day_short (visits->last_on) : NULL;
  g_autofree char *last = last_day != NULL ? g_strdup_printf (_ ("last %s"), last_day) : g_strdup (_ ("no visit yet"));
  g_autofree char *norm = g_strdup_printf (_ ("%d of %d"), done, visits->norm);
  GtkWidget *count = gtk_label_new (norm);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (texts), name);
  if (visits->district != NULL)
    gtk_box_append (GTK_BOX (texts), asy_caption_new (visits->district));
  gtk_box_append (GTK_BOX (texts), asy_caption_new (last));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_valign (count, GTK_ALIGN_START);
  asy_ui_set_meaning (count, done == 0 ? ASY_MEANING_LATE : done * 2 <= visits->norm ? ASY_MEANING_SOON : ASY_MEANING_PLAIN);
  gtk_widget_add_css_class (handle, "dim-label");
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  make_draggable (row);
  g_object_set_data_full (G_OBJECT (row), "family", g_memdup2 (&visits->family_id, sizeof visits->family_id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, visits->family_name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, norm, -1);
  return row;
}

gint64
asy_family_visits_row_get_family (GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "family");

  g_return_val_if_fail (id != NULL, 0);
  return *id;
}

gboolean
asy_family_visits_is_listed (const AsyFamilyVisits *visits, AsyWeek *week, AsyFamilyList list)
{
  switch (list)
    {
    case ASY_FAMILY_LIST_BELOW:
      return asy_family_visits_is_below (visits);
    case ASY_FAMILY_LIST_WITHOUT_NEXT:
      return visits->next_on == ASY_DAY_NONE;
    case ASY_FAMILY_LIST_WITHOUT_VISIT:
    default:
      return !asy_week_has_family (week, visits->family_id);
    }
}

GtkWidget *
asy_family_visits_nobody_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return label;
}
