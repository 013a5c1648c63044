/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-list-menu.h"
#include "ui/asy-ui.h"

struct _AsyListMenu
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AsyListMenu, asy_list_menu, ADW_TYPE_BIN)

GMenuModel *
asy_list_menu_new_section (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Export List…"), "win.export-list");
  return G_MENU_MODEL (menu);
}

static void
asy_list_menu_class_init (AsyListMenuClass *klass)
{
}

static void
asy_list_menu_init (AsyListMenu *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = asy_list_menu_new_section ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  asy_ui_set_name (button, _("More for the List"));
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
asy_list_menu_new (void)
{
  return g_object_new (ASY_TYPE_LIST_MENU, NULL);
}
