/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-list-row.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyFamilyListRow
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel *name_label;
  GtkImage *two_image;
  GtkImage *warning_image;
  GtkLabel *due_label;
  GtkLabel *district_label;
  GtkLabel *stage_label;
};

G_DEFINE_FINAL_TYPE (AsyFamilyListRow, asy_family_list_row, GTK_TYPE_BOX)

/* What is late says only for how long, as it stands in red; what is near says
 * what it is; a day far ahead needs no name. */
static char *
due_text (AsyFamilyRow *row, AsyDay today, AsyMeaning *ret_meaning)
{
  g_autofree char *text = asy_format_due (asy_family_row_get_due (row), today, ret_meaning);

  if (text == NULL || *ret_meaning != ASY_MEANING_SOON)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s %s", asy_deadline_kind_get_short_label (asy_family_row_get_due_kind (row)), text);
}

static const char *
second_line (AsyFamilyRow *row)
{
  if (asy_family_row_get_district (row) != NULL)
    return asy_family_row_get_district (row);
  return asy_family_row_get_address (row) != NULL ? asy_family_row_get_address (row) : "";
}

void
asy_family_list_row_set (AsyFamilyListRow *self, AsyFamilyRow *row, AsyDay today)
{
  AsyMeaning meaning = ASY_MEANING_PLAIN;
  g_autofree char *due = NULL;

  g_return_if_fail (ASY_IS_FAMILY_LIST_ROW (self));
  g_return_if_fail (ASY_IS_FAMILY_ROW (row));

  due = due_text (row, today, &meaning);
  gtk_label_set_text (self->name_label, asy_family_row_get_name (row));
  gtk_label_set_text (self->district_label, second_line (row));
  gtk_label_set_text (self->stage_label, asy_stage_get_label (asy_family_row_get_stage (row)));
  gtk_label_set_text (self->due_label, due != NULL ? due : "");
  asy_ui_set_meaning (GTK_WIDGET (self->due_label), meaning);
  if (meaning == ASY_MEANING_PLAIN)
    gtk_widget_add_css_class (GTK_WIDGET (self->due_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due_label), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->two_image), asy_family_row_get_two_person (row));
  gtk_widget_set_visible (GTK_WIDGET (self->warning_image), asy_family_row_get_warning (row) != NULL);
  asy_ui_set_tooltip (GTK_WIDGET (self->warning_image), asy_family_row_get_warning (row));
  if (asy_family_row_get_warning (row) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->warning_image), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    asy_family_row_get_warning (row), -1);
}

GtkWidget *
asy_family_list_row_new (void)
{
  return g_object_new (ASY_TYPE_FAMILY_LIST_ROW, NULL);
}

static void
asy_family_list_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_FAMILY_LIST_ROW);

  G_OBJECT_CLASS (asy_family_list_row_parent_class)->dispose (object);
}

static void
asy_family_list_row_class_init (AsyFamilyListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_family_list_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-family-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyListRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyListRow, two_image);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyListRow, warning_image);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyListRow, due_label);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyListRow, district_label);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyListRow, stage_label);
}

static void
asy_family_list_row_init (AsyFamilyListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
