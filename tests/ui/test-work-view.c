/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/asy-sidebar.h"
#include "app/asy-work-view.h"
#include "letters/asy-letters-page.h"
#include "model/asy-letter-file.h"
#include "store/asy-letters.h"
#include "ui-fixture.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

static AsyWorkView *
show_view (UiFixture *f)
{
  GtkWidget *view;

  ui_fixture_open (f);
  view = asy_work_view_new (f->context);
  adw_window_set_content (ADW_WINDOW (f->window), view);
  ui_fixture_settle (f);
  return ASY_WORK_VIEW (view);
}

static void
add_people (UiFixture *f)
{
  gint64 family = store_fixture_add_family (&f->base, "Malinowscy");

  store_fixture_add_office (&f->base);
  store_fixture_add_court (&f->base, "Sąd Rejonowy w Zielonogrodzie");
  store_fixture_add_worker (&f->base, "Ewa", "Zmyślona");
  store_fixture_add_person (&f->base, family, "Beata", "Malinowska", "mother", "1991-05-02");
  store_fixture_add_case (&f->base, family, "2026-03-02");
}

/* Every page opens on a register, with and without data, and goes away cleanly. */
static void
test_pages (UiFixture *f, gconstpointer with_data)
{
  AsyWorkView *view;

  if (with_data != NULL)
    add_people (f);
  view = show_view (f);
  for (const AsyPageInfo *page = asy_pages_get_all (); page->id != NULL; page++)
    {
      g_test_message ("%s", page->id);
      if (page->is_subpage)
        continue;
      asy_work_view_show_page (view, page->id);
      ui_fixture_settle (f);
      g_assert_cmpstr (asy_work_view_get_page (view), ==, page->id);
      asy_work_view_toggle_list (view);
      asy_work_view_toggle_list (view);
      asy_work_view_search_in_page (view);
      ui_fixture_settle (f);
    }
}

static void
test_history (UiFixture *f, gconstpointer user_data)
{
  AsyWorkView *view = show_view (f);

  asy_work_view_show_page (view, "letters");
  asy_work_view_show_page (view, "team");
  asy_work_view_show_page (view, "no-such-page");
  g_assert_cmpstr (asy_work_view_get_page (view), ==, "team");
  asy_work_view_go_back (view);
  g_assert_cmpstr (asy_work_view_get_page (view), ==, "letters");
  asy_work_view_go_back (view);
  g_assert_cmpstr (asy_work_view_get_page (view), ==, "letters");
}

static void
close_others (UiFixture *f)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != f->window)
      gtk_window_destroy (l->data);
}

static const char *
detail_of (const AsyActionInfo *action)
{
  if (!action->has_detail)
    return NULL;
  return g_str_equal (action->name, "new-paper") ? ASY_LETTER_KIND_COURT_NOTICE : g_str_equal (action->name, "paper-of") ? asy_record_letter_kinds[0] : "all";
}

/* Every word of the table of actions is known to its page. */
static void
test_actions (UiFixture *f, gconstpointer user_data)
{
  AsyWorkView *view;

  add_people (f);
  view = show_view (f);
  for (const AsyActionInfo *action = asy_actions_get_all (); action->name != NULL; action++)
    {
      g_test_message ("%s", action->name);
      g_assert_nonnull (asy_pages_find (action->page));
      asy_work_view_go (view, action, 1, detail_of (action));
      ui_fixture_settle (f);
      close_others (f);
      asy_context_pop (f->context);
      ui_fixture_settle (f);
    }
}

/* Without authorisation: to the one page where it is noted, and nowhere else. */
static void
test_restricted (UiFixture *f, gconstpointer user_data)
{
  const AsyActionInfo *action = asy_actions_get_all ();
  AsyWorkView *view = show_view (f);

  asy_work_view_restrict (view, "team");
  asy_work_view_show_page (view, "team");
  asy_work_view_show_page (view, "letters");
  for (; action->name != NULL; action++)
    if (!g_str_equal (action->page, "team"))
      asy_work_view_go (view, action, 1, NULL);
  ui_fixture_settle (f);
  g_assert_cmpstr (asy_work_view_get_page (view), ==, "team");
  asy_work_view_restrict (view, NULL);
  asy_work_view_show_page (view, "letters");
  g_assert_cmpstr (asy_work_view_get_page (view), ==, "letters");
}

/* An inactive page is out of the accessible tree. */
static void
test_hidden (UiFixture *f, gconstpointer user_data)
{
  AsyWorkView *view = show_view (f);
  GtkWidget *stack, *first;

  asy_work_view_show_page (view, "letters");
  ui_fixture_settle (f);
  stack = ui_find (GTK_WIDGET (view), GTK_TYPE_STACK);
  first = gtk_stack_get_visible_child (GTK_STACK (stack));
  asy_work_view_show_page (view, "team");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  asy_work_view_show_page (view, "letters");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
}

static void
test_subpages (UiFixture *f, gconstpointer user_data)
{
  AsyWorkView *view = show_view (f);
  GtkWidget *first = gtk_label_new ("first");
  GtkWidget *second = gtk_label_new ("second");

  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &second);
  asy_work_view_show_page (view, "team");
  asy_context_push (f->context, first);
  asy_context_push (f->context, second);
  ui_wait_for (gtk_widget_get_mapped (second));
  asy_work_view_go_back (view);
  ui_wait_for (second == NULL);
  g_assert_true (gtk_widget_get_mapped (first));
  /* A page of the navigation puts all subpages away. */
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  asy_work_view_show_page (view, "letters");
  ui_wait_for (first == NULL);
  g_assert_cmpstr (asy_work_view_get_page (view), ==, "letters");
}

static void
test_narrow (UiFixture *f, gconstpointer user_data)
{
  AsyWorkView *view = show_view (f);
  GtkWidget *button;

  asy_work_view_show_page (view, "team");
  ui_fixture_settle (f);
  button = ui_find (GTK_WIDGET (view), ASY_TYPE_NAV_BUTTON);
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_visible (button));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  ui_wait_for (gtk_widget_get_visible (button));
  asy_work_view_show_navigation (view);
  asy_work_view_show_page (view, "letters");
  g_assert_cmpstr (asy_work_view_get_page (view), ==, "letters");
}

static void
test_counter (UiFixture *f, gconstpointer user_data)
{
  AsyWorkView *view = show_view (f);
  GtkWidget *sidebar = ui_find (GTK_WIDGET (view), ASY_TYPE_SIDEBAR);
  GtkWidget *count;

  asy_context_set_counter (f->context, "team", 8, ASY_MEANING_LATE);
  count = ui_find_titled (sidebar, GTK_TYPE_LABEL, "8");
  g_assert_nonnull (count);
  g_assert_true (gtk_widget_get_visible (count));
  g_assert_true (gtk_widget_has_css_class (count, "late"));
  asy_context_set_counter (f->context, "team", 0, ASY_MEANING_PLAIN);
  g_assert_false (gtk_widget_get_visible (count));
}

static void
on_undo_cb (int *count)
{
  (*count)++;
}

static void
test_toast (UiFixture *f, gconstpointer user_data)
{
  int undone = 0;

  show_view (f);
  /* Text with marks of markup is text. */
  asy_context_toast (f->context, "Durand & synowie <nowi>");
  asy_context_toast_undo (f->context, "Przesunięto wizytę", G_CALLBACK (on_undo_cb), &undone, NULL);
  ui_fixture_settle (f);
  g_assert_cmpint (undone, ==, 0);
}

static guint
count_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  return g_list_length (windows);
}

/* From anywhere in a family, and from nowhere else. */
static void
test_threat (UiFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *action;
    gboolean is_of_family;
  } rows[] = { { "show-today", FALSE }, { "show-family", TRUE }, { "show-plan", TRUE }, { "write-assessment", TRUE }, { "new-paper", TRUE } };
  AsyWorkView *view;
  guint n_before;

  add_people (f);
  store_fixture_add_assignment (&f->base, 1, 1, "2026-03-10");
  view = show_view (f);
  n_before = count_windows ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].action);
      asy_work_view_go (view, asy_actions_find (rows[i].action), 1, detail_of (asy_actions_find (rows[i].action)));
      ui_fixture_settle (f);
      asy_work_view_report_threat (view);
      ui_fixture_settle (f);
      g_assert_cmpuint (count_windows (), ==, n_before + (rows[i].is_of_family ? 1 : 0));
      close_others (f);
      ui_fixture_settle (f);
    }
}

/* Made with the window for the number beside its name, filled when it is seen. */
static void
test_letters_filled_when_seen (UiFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = NULL;
  AsyWorkView *view;
  GtkWidget *page;

  add_people (f);
  file = asy_letter_draft_week (f->base.session, 1, asy_day_new (2026, 3, 23), &error);
  g_assert_no_error (error);
  view = show_view (f);
  ui_wait_for ((page = ui_find (GTK_WIDGET (view), ASY_TYPE_LETTERS_PAGE)) != NULL);
  ui_fixture_settle (f);
  g_assert_null (ui_find (page, ADW_TYPE_ACTION_ROW));
  asy_work_view_show_page (view, "letters");
  ui_fixture_settle (f);
  g_assert_nonnull (ui_find (page, ADW_TYPE_ACTION_ROW));
}

/* Every icon button has a name of its own. */
static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL && gtk_widget_get_visible (widget))
    {
      g_autofree char *found = NULL;

      g_test_message ("%s in %s", gtk_button_get_icon_name (GTK_BUTTON (widget)), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "no name is like this");
      g_assert_nonnull (found);
      g_assert_cmpstr (found, !=, "undefined");
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_names (UiFixture *f, gconstpointer user_data)
{
  AsyWorkView *view;

  add_people (f);
  view = show_view (f);
  asy_work_view_show_page (view, "team");
  ui_fixture_settle (f);
  check_names (ui_find (GTK_WIDGET (view), ASY_TYPE_SIDEBAR));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), ASY_RESOURCE_BASE "/icons");

#define ADD(path, func, data) g_test_add (path, UiFixture, data, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("/app/work-view/pages/empty", test_pages, NULL);
  ADD ("/app/work-view/pages/data", test_pages, GINT_TO_POINTER (1));
  ADD ("/app/work-view/history", test_history, NULL);
  ADD ("/app/work-view/actions", test_actions, NULL);
  ADD ("/app/work-view/restricted", test_restricted, NULL);
  ADD ("/app/work-view/hidden", test_hidden, NULL);
  ADD ("/app/work-view/subpages", test_subpages, NULL);
  ADD ("/app/work-view/narrow", test_narrow, NULL);
  ADD ("/app/work-view/counter", test_counter, NULL);
  ADD ("/app/work-view/toast", test_toast, NULL);
  ADD ("/app/work-view/threat", test_threat, NULL);
  ADD ("/app/work-view/letters", test_letters_filled_when_seen, NULL);
  ADD ("/app/work-view/names", test_names, NULL);

  return g_test_run ();
}
