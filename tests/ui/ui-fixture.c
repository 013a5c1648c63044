/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-fixture.h"
#include "store/asy-offices.h"

void
ui_fail (const char *what)
{
  g_test_message ("waited in vain for: %s", what);
  g_assert_not_reached ();
}

void
ui_fixture_set_up (UiFixture *f, gconstpointer user_data)
{
  store_fixture_set_up (&f->base, user_data);
}

void
ui_fixture_open (UiFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyOfficeFile) office = asy_office_file_load (f->base.session, &error);

  g_assert_no_error (error);
  f->store = asy_store_new (g_steal_pointer (&f->base.session));
  f->context = asy_context_new (f->store, office, asy_rules_get_default ());
  f->window = g_object_ref_sink (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 760);
  asy_context_set_window (f->context, GTK_WINDOW (f->window));
  gtk_window_present (GTK_WINDOW (f->window));
}

void
ui_fixture_tear_down (UiFixture *f, gconstpointer user_data)
{
  if (f->store != NULL)
    {
      ui_fixture_settle (f);
      asy_context_close (f->context);
      gtk_window_destroy (GTK_WINDOW (f->window));
      g_clear_object (&f->window);
      g_object_add_weak_pointer (G_OBJECT (f->context), (gpointer *) &f->context);
      g_object_unref (f->context);
      ui_wait_for (f->context == NULL);
      asy_store_close (f->store);
      /* A change may be on its way to the main loop still. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_finalize_object (f->store);
    }
  store_fixture_tear_down (&f->base, user_data);
}

void
ui_fixture_settle (UiFixture *f)
{
  for (int quiet = 0; quiet < 20; quiet++)
    {
      ui_wait_for (asy_context_get_busy (f->context) == 0);
      while (g_main_context_iteration (NULL, FALSE))
        quiet = 0;
      g_usleep (500);
    }
}

static const char *
title_of (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  return gtk_widget_get_tooltip_text (widget);
}

GtkWidget *
ui_find_titled (GtkWidget *root, GType type, const char *title)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (title == NULL || g_strcmp0 (title_of (root), title) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_titled (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_find (GtkWidget *root, GType type)
{
  return ui_find_titled (root, type, NULL);
}
