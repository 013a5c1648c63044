/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "plans/asy-library-page.h"
#include "store/asy-libraries.h"
#include "ui-fixture.h"
#include "ui/asy-form.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

typedef struct {
  UiFixture ui;
  GtkWidget *page;
} Fixture;

#define OWN "Rodzina odkłada pieniądze na wakacje"
#define SHIPPED "Dzieci mają stały rytm dnia"

static void
add_own (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLibraryGoal) goal = asy_library_goal_new ();
  g_autoptr (GPtrArray) tasks = asy_record_array_new ();
  AsyLibraryTask *task = asy_library_task_new ();

  asy_library_goal_set_area (goal, "O4");
  asy_library_goal_set_title (goal, OWN);
  asy_library_task_set_what (task, "Założyć skarbonkę");
  g_ptr_array_add (tasks, task);
  asy_library_save (f->ui.base.session, goal, tasks, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  ui_fixture_set_up (&f->ui, NULL);
  store_fixture_add_office (&f->ui.base);
  add_own (f);
  ui_fixture_open (&f->ui);
  f->page = asy_library_page_new (f->ui.context);
  adw_window_set_content (ADW_WINDOW (f->ui.window), f->page);
  asy_page_show (ASY_PAGE (f->page), "library", 0, NULL);
  ui_fixture_settle (&f->ui);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  ui_fixture_tear_down (&f->ui, NULL);
}

static GtkWidget *
find_row (Fixture *f, const char *title)
{
  GtkWidget *list = ui_find (f->page, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return GTK_WIDGET (row);
  return NULL;
}

static guint
count_rows (Fixture *f)
{
  GtkWidget *list = ui_find (f->page, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (row));
  return n;
}

/* The first button with the icon; its row may go with it. */
static gboolean
click (GtkWidget *root, const char *icon)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_BUTTON (child) || g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (child)), icon) != 0)
        {
          if (click (child, icon))
            return TRUE;
          continue;
        }
      g_signal_emit_by_name (child, "clicked");
      return TRUE;
    }
  return FALSE;
}

static void
search (Fixture *f, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find (f->page, GTK_TYPE_SEARCH_ENTRY)), text);
  ui_fixture_settle (&f->ui);
}

static void
test_search (Fixture *f, gconstpointer user_data)
{
  const guint all = count_rows (f);

  g_assert_cmpuint (all, >, 50);
  search (f, "skarbonk");
  g_assert_cmpuint (count_rows (f), ==, 1);
  g_assert_nonnull (find_row (f, OWN));
  search (f, "budzet wakac");
  g_assert_cmpuint (count_rows (f), ==, 1);
  search (f, "xyz");
  g_assert_cmpuint (count_rows (f), ==, 0);
  search (f, "");
  g_assert_cmpuint (count_rows (f), ==, all);
}

/* Hidden, and shown again with the others that are hidden. */
static void
test_hide (Fixture *f, gconstpointer user_data)
{
  GtkWidget *toggle = ui_find (f->page, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_true (click (find_row (f, SHIPPED), "view-conceal-symbolic"));
  ui_fixture_settle (&f->ui);
  g_assert_null (find_row (f, SHIPPED));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_true (click (find_row (f, SHIPPED), "view-reveal-symbolic"));
  ui_fixture_settle (&f->ui);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  g_assert_nonnull (find_row (f, SHIPPED));
}

/* What shipped has no bin. */
static void
test_remove (Fixture *f, gconstpointer user_data)
{
  g_assert_false (click (find_row (f, SHIPPED), "user-trash-symbolic"));
  g_assert_true (click (find_row (f, OWN), "user-trash-symbolic"));
  ui_fixture_settle (&f->ui);
  g_assert_null (find_row (f, OWN));
  g_assert_nonnull (find_row (f, SHIPPED));
}

static AsyForm *
find_form (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ASY_IS_FORM (at->data))
      return at->data;
  return NULL;
}

static void
test_edit (Fixture *f, gconstpointer user_data)
{
  AsyForm *form;

  g_signal_emit_by_name (ui_find (f->page, GTK_TYPE_LIST_BOX), "row-activated", find_row (f, OWN));
  form = find_form ();
  g_assert_nonnull (form);
  g_assert_false (asy_form_can_save (form));
  asy_library_goal_set_title (asy_form_get_record (form, 0), "Rodzina odkłada na ferie");
  g_assert_true (asy_form_can_save (form));
  asy_form_save (form);
  ui_fixture_settle (&f->ui);
  g_assert_null (find_row (f, OWN));
  g_assert_nonnull (find_row (f, "Rodzina odkłada na ferie"));
  search (f, "skarbonk");
  g_assert_cmpuint (count_rows (f), ==, 1);
}

/* The titles of the tasks in a form, in their order. */
static char *
dup_tasks (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *within = ADW_IS_EXPANDER_ROW (child) ? g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)))
                                                            : dup_tasks (child);

      if (*within != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", within);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
find_task (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ADW_IS_EXPANDER_ROW (child) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title))
      found = child;
    else
      found = find_task (child, title);
  return found;
}

static void
test_tasks (Fixture *f, gconstpointer user_data)
{
  g_autofree char *moved = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *stored = NULL;
  GtkWidget *form;

  g_signal_emit_by_name (ui_find (f->page, GTK_TYPE_LIST_BOX), "row-activated", find_row (f, SHIPPED));
  form = GTK_WIDGET (find_form ());
  click (find_task (form, "Omówić rozpiskę minionego tygodnia: co się udało i co zmienić"), "go-up-symbolic");
  moved = dup_tasks (form);
  g_assert_cmpstr (moved, ==, "Ułożyć z rodzicami plan dnia dzieci: pobudka, posiłki, nauka, zabawa, kąpiel, sen"
                              "|Omówić rozpiskę minionego tygodnia: co się udało i co zmienić"
                              "|Prowadzić wieczorny rytuał: kolacja, kąpiel, czytanie, sen o stałej godzinie");
  click (find_task (form, "Prowadzić wieczorny rytuał: kolacja, kąpiel, czytanie, sen o stałej godzinie"), "user-trash-symbolic");
  fewer = dup_tasks (form);
  asy_form_save (ASY_FORM (form));
  ui_fixture_settle (&f->ui);
  g_assert_null (find_form ());
  g_signal_emit_by_name (ui_find (f->page, GTK_TYPE_LIST_BOX), "row-activated", find_row (f, SHIPPED));
  stored = dup_tasks (GTK_WIDGET (find_form ()));
  g_assert_cmpstr (stored, ==, fewer);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();
  asy_ui_init ();
  g_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/library-page/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/library-page/hide", Fixture, NULL, set_up, test_hide, tear_down);
  g_test_add ("/library-page/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/library-page/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/library-page/tasks", Fixture, NULL, set_up, test_tasks, tear_down);
  return g_test_run ();
}
