/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-family-tab.h"
#include "ui/asy-pass-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

typedef struct {
  AsyContext *context;
  AsyFamilyData *data;
  gboolean is_stale;
} AsyFamilyTabPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AsyFamilyTab, asy_family_tab, ADW_TYPE_BIN)

static AsyFamilyTabPrivate *
priv_of (AsyFamilyTab *self)
{
  return asy_family_tab_get_instance_private (self);
}

static void
refresh (AsyFamilyTab *self)
{
  AsyFamilyTabPrivate *priv = priv_of (self);

  if (!priv->is_stale || priv->data == NULL || priv->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->is_stale = FALSE;
  ASY_FAMILY_TAB_GET_CLASS (self)->fill (self, priv->data);
}

void
asy_family_tab_set_context (AsyFamilyTab *self, AsyContext *context)
{
  g_return_if_fail (ASY_IS_FAMILY_TAB (self));

  g_set_object (&priv_of (self)->context, context);
}

AsyContext *
asy_family_tab_get_context (AsyFamilyTab *self)
{
  g_return_val_if_fail (ASY_IS_FAMILY_TAB (self), NULL);

  return priv_of (self)->context;
}

void
asy_family_tab_set_data (AsyFamilyTab *self, AsyFamilyData *data)
{
  AsyFamilyTabPrivate *priv = priv_of (self);

  g_return_if_fail (ASY_IS_FAMILY_TAB (self));

  if (data != NULL)
    asy_family_data_ref (data);
  g_clear_pointer (&priv->data, asy_family_data_unref);
  priv->data = data;
  priv->is_stale = TRUE;
  refresh (self);
}

AsyFamilyData *
asy_family_tab_get_data (AsyFamilyTab *self)
{
  g_return_val_if_fail (ASY_IS_FAMILY_TAB (self), NULL);

  return priv_of (self)->data;
}

static void
asy_family_tab_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (asy_family_tab_parent_class)->map (widget);
  refresh (ASY_FAMILY_TAB (widget));
}

static void
asy_family_tab_dispose (GObject *object)
{
  AsyFamilyTabPrivate *priv = priv_of (ASY_FAMILY_TAB (object));

  g_clear_object (&priv->context);
  g_clear_pointer (&priv->data, asy_family_data_unref);

  G_OBJECT_CLASS (asy_family_tab_parent_class)->dispose (object);
}

static void
asy_family_tab_class_init (AsyFamilyTabClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_family_tab_dispose;
  GTK_WIDGET_CLASS (klass)->map = asy_family_tab_map;
}

static void
asy_family_tab_init (AsyFamilyTab *self)
{
  priv_of (self)->is_stale = TRUE;
}

/* Pieces */

GtkBox *
asy_family_tab_build_column (AsyFamilyTab *self, int width_px)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width_px);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width_px);
  gtk_widget_set_margin_start (box, 20);
  gtk_widget_set_margin_end (box, 20);
  gtk_widget_set_margin_top (box, 16);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  return GTK_BOX (box);
}

GtkWidget *
asy_family_card_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  return list;
}

GtkListBox *
asy_family_column_add_card (GtkBox *column, GtkWidget *heading)
{
  GtkWidget *card = asy_family_card_new ();

  g_return_val_if_fail (GTK_IS_BOX (column), GTK_LIST_BOX (card));
  g_return_val_if_fail (GTK_IS_WIDGET (heading), GTK_LIST_BOX (card));

  if (gtk_widget_get_first_child (GTK_WIDGET (column)) != NULL)
    gtk_widget_set_margin_top (heading, 17);
  gtk_box_append (column, heading);
  gtk_box_append (column, card);
  return GTK_LIST_BOX (card);
}

static void
set_target (GtkWidget *widget, const char *action, gint64 target)
{
  if (action == NULL)
    return;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
  if (target != 0)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "x", target);
}

static GtkWidget *
new_row (const char *title, const char *subtitle, const char *action, gint64 target)
{
  GtkWidget *row = asy_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), action != NULL);
  set_target (row, action, target);
  return row;
}

GtkWidget *
asy_family_fact_row_new (const char *title, const char *value, const char *action, gint64 target)
{
  GtkWidget *row = new_row (title, value != NULL && *value != '\0' ? value : "–", action, target);

  gtk_widget_add_css_class (row, "asy-fact");
  return row;
}

GtkWidget *
asy_family_record_row_new (const char *title, const char *subtitle, GtkWidget *suffix, const char *action, gint64 target)
{
  GtkWidget *row = new_row (title, subtitle, action, target);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (suffix != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  if (action != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

GtkWidget *
asy_family_papers_row_new (const char *const *kinds)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (asy_letter_kind_get_label (kinds[i]), NULL);

      g_menu_item_set_action_and_target (item, "family.new-paper", "s", kinds[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Write"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "asy-small");
  return asy_family_record_row_new (_("Papers"), NULL, button, NULL, 0);
}

GtkWidget *
asy_family_paper_button_new (const char *kind, gint64 record_id)
{
  GtkWidget *button = asy_icon_button_new ("x-office-document-symbolic", asy_letter_kind_get_label (kind), "app.paper-of");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", kind, record_id);
  gtk_widget_set_tooltip_text (button, asy_letter_kind_get_label (kind));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

GtkWidget *
asy_family_heading_new (const char *title, int count, const char *button_label, const char *icon_name, const char *action)
{
  GtkWidget *button = NULL;

  if (button_label != NULL)
    {
      GtkWidget *content = adw_button_content_new ();

      button = gtk_button_new ();
      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon_name);
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), button_label);
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_widget_add_css_class (button, "asy-small");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
    }
  return asy_heading_new (title, count, button);
}

GtkWidget *
asy_family_nothing_row_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return asy_pass_row_new (label);
}
