/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-pick-popover.h"
#include "plans/asy-when-popover.h"
#include "ui/asy-date-row.h"
#include "ui/asy-ui.h"

struct _AsyWhenPopover
{
  GtkPopover parent_instance;

  GtkWidget *from_row;
  GtkWidget *until_row;
  GtkWidget *problem;
  GtkWidget *at;                /* weak */
  AsyDay from;
  AsyDay until;
};

G_DEFINE_FINAL_TYPE (AsyWhenPopover, asy_when_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

static AsyDay
day_of (GtkWidget *row)
{
  return asy_date_row_get_day (ASY_DATE_ROW (row));
}

static gboolean
is_in_order (AsyWhenPopover *self)
{
  const AsyDay from = day_of (self->from_row);
  const AsyDay until = day_of (self->until_row);

  return from == ASY_DAY_NONE || until == ASY_DAY_NONE || from <= until;
}

static gboolean
is_valid (AsyWhenPopover *self)
{
  return asy_date_row_get_valid (ASY_DATE_ROW (self->from_row)) && asy_date_row_get_valid (ASY_DATE_ROW (self->until_row)) &&
         is_in_order (self);
}

static void
on_day_changed_cb (AsyWhenPopover *self)
{
  gtk_widget_set_visible (self->problem, !is_in_order (self));
}

static void
on_closed_cb (AsyWhenPopover *self)
{
  const AsyDay from = day_of (self->from_row);
  const AsyDay until = day_of (self->until_row);

  if (self->at != NULL)
    gtk_widget_grab_focus (self->at);
  if (is_valid (self) && (from != self->from || until != self->until))
    g_signal_emit (self, chosen_signal, 0, (guint) from, (guint) until);
}

static void
set_at (AsyWhenPopover *self, GtkWidget *at)
{
  if (self->at != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->at), (gpointer *) &self->at);
  self->at = at;
  if (at != NULL)
    g_object_add_weak_pointer (G_OBJECT (at), (gpointer *) &self->at);
}

void
asy_when_popover_open (AsyWhenPopover *self, GtkWidget *at, AsyDay from, AsyDay until)
{
  self->from = from;
  self->until = until;
  asy_date_row_set_day (ASY_DATE_ROW (self->from_row), from);
  asy_date_row_set_day (ASY_DATE_ROW (self->until_row), until);
  set_at (self, at);
  asy_popover_point_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (from == ASY_DAY_NONE ? self->from_row : self->until_row);
}

static void
asy_when_popover_dispose (GObject *object)
{
  set_at (ASY_WHEN_POPOVER (object), NULL);

  G_OBJECT_CLASS (asy_when_popover_parent_class)->dispose (object);
}

static void
asy_when_popover_class_init (AsyWhenPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_when_popover_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static GtkWidget *
add_row (AsyWhenPopover *self, GtkWidget *list, const char *title)
{
  GtkWidget *row = asy_date_row_new (title);

  g_signal_connect_object (row, "notify::day", G_CALLBACK (on_day_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
asy_when_popover_init (AsyWhenPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("When"), -1);
  self->from_row = add_row (self, list, _ ("From"));
  self->until_row = add_row (self, list, _ ("Until"));
  self->problem = gtk_label_new (_ ("The last day is before the first one."));
  gtk_widget_set_visible (self->problem, FALSE);
  asy_ui_set_meaning (self->problem, ASY_MEANING_LATE);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_widget_set_size_request (box, 280, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed_cb), NULL);
}

GtkWidget *
asy_when_popover_new (void)
{
  return g_object_new (ASY_TYPE_WHEN_POPOVER, NULL);
}
