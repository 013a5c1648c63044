/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-nav-button.h"
#include "ui/asy-ui.h"

struct _AsyNavButton
{
  AdwBin parent_instance;

  GBindingGroup *leaflet;       /* owned */
};

G_DEFINE_FINAL_TYPE (AsyNavButton, asy_nav_button, ADW_TYPE_BIN)

static GtkWidget *
find_navigation (GtkWidget *widget)
{
  while (widget != NULL && !(ADW_IS_LEAFLET (widget) && g_str_equal (gtk_widget_get_name (widget), ASY_NAVIGATION_NAME)))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
asy_nav_button_root (GtkWidget *widget)
{
  AsyNavButton *self = ASY_NAV_BUTTON (widget);

  GTK_WIDGET_CLASS (asy_nav_button_parent_class)->root (widget);
  g_binding_group_set_source (self->leaflet, find_navigation (widget));
}

static void
asy_nav_button_unroot (GtkWidget *widget)
{
  g_binding_group_set_source (ASY_NAV_BUTTON (widget)->leaflet, NULL);
  GTK_WIDGET_CLASS (asy_nav_button_parent_class)->unroot (widget);
}

static void
asy_nav_button_dispose (GObject *object)
{
  g_clear_object (&ASY_NAV_BUTTON (object)->leaflet);

  G_OBJECT_CLASS (asy_nav_button_parent_class)->dispose (object);
}

static void
asy_nav_button_class_init (AsyNavButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_nav_button_dispose;
  GTK_WIDGET_CLASS (klass)->root = asy_nav_button_root;
  GTK_WIDGET_CLASS (klass)->unroot = asy_nav_button_unroot;
}

static void
asy_nav_button_init (AsyNavButton *self)
{
  adw_bin_set_child (ADW_BIN (self), asy_icon_button_new ("sidebar-show-symbolic", _("Show the Navigation"), "win.show-navigation"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->leaflet = g_binding_group_new ();
  g_binding_group_bind (self->leaflet, "folded", self, "visible", G_BINDING_SYNC_CREATE);
}

GtkWidget *
asy_nav_button_new (void)
{
  return g_object_new (ASY_TYPE_NAV_BUTTON, NULL);
}

GtkWidget *
asy_back_button_new (void)
{
  return asy_icon_button_new ("go-previous-symbolic", _("Back"), "win.back");
}
