/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-event-row.h"
#include "ui/asy-format.h"
#include "ui/asy-pass-row.h"
#include "ui/asy-ui.h"

struct _AsyEventRow
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkLabel *day_label;
  GtkImage *mark;
  GtkLabel *title_label;
  GtkLabel *text_label;

  const char *action;
  gint64 record_id;
};

G_DEFINE_FINAL_TYPE (AsyEventRow, asy_event_row, GTK_TYPE_LIST_BOX_ROW)

static char *
day_text (AsyDay day, AsyDay today)
{
  if (day == today)
    return g_strdup (C_("due", "today"));
  return asy_format_day_axis (day);
}

static void
set_event (AsyEventRow *self, const AsyEvent *event, AsyDay today)
{
  g_autofree char *day = day_text (event->day, today);
  g_autofree char *full = asy_format_day_full (event->day);
  const char *style = asy_meaning_get_style_class (event->meaning);

  gtk_label_set_text (self->day_label, day);
  asy_ui_set_tooltip (GTK_WIDGET (self->day_label), full);
  gtk_image_set_from_icon_name (self->mark, event->icon_name);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), style);
  if (event->day >= today)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), "ahead");
  gtk_label_set_text (self->title_label, event->title);
  gtk_label_set_text (self->text_label, event->text != NULL ? event->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), event->text != NULL && *event->text != '\0');
  self->action = event->action;
  self->record_id = event->record_id;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), event->action != NULL);
}

GtkWidget *
asy_event_year_row_new (int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = asy_pass_row_new (label);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_size_request (label, 48, -1);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (row, "asy-year");
  return row;
}

GtkWidget *
asy_event_row_new (const AsyEvent *event, AsyDay today)
{
  AsyEventRow *self = g_object_new (ASY_TYPE_EVENT_ROW, NULL);

  set_event (self, event, today);
  return GTK_WIDGET (self);
}

const char *
asy_event_row_get_action (AsyEventRow *self, gint64 *ret_record_id)
{
  g_return_val_if_fail (ASY_IS_EVENT_ROW (self), NULL);

  if (self->action != NULL)
    *ret_record_id = self->record_id;
  return self->action;
}

static void
asy_event_row_dispose (GObject *object)
{
  /* The parent class would let the child go a second time. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_EVENT_ROW);

  G_OBJECT_CLASS (asy_event_row_parent_class)->dispose (object);
}

static void
asy_event_row_class_init (AsyEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_event_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-event-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyEventRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, AsyEventRow, mark);
  gtk_widget_class_bind_template_child (widget_class, AsyEventRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, AsyEventRow, text_label);
}

static void
asy_event_row_init (AsyEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
