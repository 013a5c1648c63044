/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include "families/asy-hint-row.h"
#include "ui/asy-pass-row.h"
#include "ui/asy-ui.h"

struct _AsyHintRow
{
  AdwPreferencesRow parent_instance;

  /* children, owned by the widget tree */
  GtkWidget *image;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (AsyHintRow, asy_hint_row, ADW_TYPE_PREFERENCES_ROW)

void
asy_hint_row_set (AsyHintRow *self, const char *text, AsyMeaning meaning)
{
  g_return_if_fail (ASY_IS_HINT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  asy_ui_set_meaning (self->label, meaning);
  asy_ui_set_meaning (self->image, meaning);
  gtk_widget_set_visible (self->image, meaning == ASY_MEANING_LATE || meaning == ASY_MEANING_SOON);
}

const char *
asy_hint_row_get_text (AsyHintRow *self)
{
  g_return_val_if_fail (ASY_IS_HINT_ROW (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (GTK_LABEL (self->label)) : NULL;
}

GtkWidget *
asy_hint_row_new (void)
{
  return g_object_new (ASY_TYPE_HINT_ROW, NULL);
}

static void
asy_hint_row_class_init (AsyHintRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = asy_pass_row_focus;
}

static void
asy_hint_row_init (AsyHintRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_box_append (GTK_BOX (box), self->image);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
