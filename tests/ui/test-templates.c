/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "app/asy-pages.h"
#include "ui/asy-ui.h"

#define TEMPLATES ASY_RESOURCE_BASE "/ui"

/* Made from the templates: template_types[]. */
#include "template-types.inc"

static GType
resolve_type (const char *type_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (template_types); i++)
    if (g_str_equal (template_types[i].name, type_name))
      return template_types[i].get_type ();
  return G_TYPE_INVALID;
}

/* The class a template is for; NULL for other builder files. */
static char *
read_template_class (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);
  g_autoptr (GRegex) regex = g_regex_new ("<template class=\"([A-Za-z]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
run_loop (int rounds)
{
  for (int i = 0; i < rounds; i++)
    g_main_context_iteration (NULL, FALSE);
}

/* Made, taken apart again, and nothing keeps it alive. */
static void
test_template (gconstpointer data)
{
  const char *path = data;
  g_autofree char *class_name = read_template_class (path);
  GtkWidget *widget;
  GType type;

  if (class_name == NULL || g_str_equal (class_name, "GtkListItem"))
    {
      g_autoptr (GtkBuilder) builder = class_name == NULL ? gtk_builder_new_from_resource (path) : NULL;
      GtkListItemFactory *factory = class_name != NULL ? gtk_builder_list_item_factory_new_from_resource (NULL, path) : NULL;

      g_assert_true (builder != NULL || factory != NULL);
      g_clear_object (&factory);
      return;
    }
  type = resolve_type (class_name);
  g_assert_cmpstr (g_type_name (type), ==, class_name);
  widget = g_object_new (type, NULL);
  g_assert_true (GTK_IS_WIDGET (widget));
  if (GTK_IS_WINDOW (widget))
    {
      g_object_ref (widget);
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else
    g_object_ref_sink (widget);
  run_loop (20);
  g_assert_finalize_object (widget);
}

static void
test_help_overlay (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ASY_RESOURCE_BASE "/ui/app/help-overlay.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (overlay));
}

/* Colours by meaning and icons of our own are there for every page. */
static void
test_style (void)
{
  static const char *const colors[] = {
    "asy_late_color", "asy_late_bg_color", "asy_soon_color", "asy_soon_icon_color", "asy_soon_bg_color", "asy_done_color",
    "asy_done_bg_color", "asy_info_color", "asy_info_bg_color", "asy_bar_color",
  };
  static const char *const sheets[] = { "/style.css", "/style-dark.css" };
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *label = g_object_ref_sink (gtk_label_new (""));
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strconcat (ASY_RESOURCE_BASE, sheets[i], NULL);

      /* A mistake in a sheet is a warning, and warnings are fatal here. */
      gtk_css_provider_load_from_resource (provider, path);
      if (i == 0)
        gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      for (guint c = 0; i == 0 && c < G_N_ELEMENTS (colors); c++)
        {
          GdkRGBA color;

          g_test_message ("%s", colors[c]);
          g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (label), colors[c], &color));
        }
    }
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider));
  gtk_icon_theme_add_resource_path (theme, ASY_RESOURCE_BASE "/icons");
  g_assert_true (gtk_icon_theme_has_icon (theme, ASY_APP_ID));
  for (const AsyPageInfo *page = asy_pages_get_all (); page->id != NULL; page++)
    if (!page->is_subpage)
      {
        g_test_message ("%s", page->icon_name);
        g_assert_true (gtk_icon_theme_has_icon (theme, page->icon_name));
      }
  g_object_unref (label);
}

static void
add_templates (const char *folder)
{
  g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, "/", names[i], NULL);

      g_strdelimit (path + strlen (folder), "\n", '/');
      if (g_str_has_suffix (path, "/"))
        {
          path[strlen (path) - 1] = '\0';
          add_templates (path);
        }
      else if (g_str_has_suffix (path, ".ui"))
        {
          g_autofree char *test = g_strconcat ("/ui/templates", path + strlen (TEMPLATES), NULL);

          g_test_add_data_func_full (test, g_strdup (path), test_template, g_free);
        }
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();

  add_templates (TEMPLATES);
  g_test_add_func ("/ui/templates/help-overlay", test_help_overlay);
  g_test_add_func ("/ui/templates/style", test_style);

  return g_test_run ();
}
