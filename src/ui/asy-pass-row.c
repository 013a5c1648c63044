/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-pass-row.h"

struct _AsyPassRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AsyPassRow, asy_pass_row, GTK_TYPE_LIST_BOX_ROW)

gboolean
asy_pass_row_focus (GtkWidget *row, GtkDirectionType direction)
{
  const gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *next = row;

  do
    next = is_back ? gtk_widget_get_prev_sibling (next) : gtk_widget_get_next_sibling (next);
  while (next != NULL && !(gtk_widget_get_visible (next) && gtk_widget_get_child_visible (next)));
  return next != NULL && gtk_widget_child_focus (next, direction);
}

GtkWidget *
asy_pass_row_new (GtkWidget *child)
{
  GtkWidget *row = g_object_new (ASY_TYPE_PASS_ROW, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  return row;
}

static void
asy_pass_row_class_init (AsyPassRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = asy_pass_row_focus;
}

static void
asy_pass_row_init (AsyPassRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}
