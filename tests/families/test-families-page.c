/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "families/asy-families-page.h"
#include "families/asy-family-head.h"
#include "families/asy-family-list.h"
#include "families/asy-family-table.h"
#include "families/asy-family-tabs.h"
#include "families/asy-family-view.h"
#include "families/asy-person-row.h"
#include "families/asy-register-form.h"
#include "store-fixture.h"
#include "store/asy-diagnoses.h"
#include "store/asy-families.h"
#include "store/asy-repo.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-form.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

#define WAIT_US (20 * G_USEC_PER_SEC)

typedef struct {
  StoreFixture store_fixture;
  AsyStore *store;
  AsyContext *context;
  GtkWidget *window;
  GtkWidget *page;
  gint64 family_id;
  gint64 child_id;
} Fixture;

typedef gboolean (*Condition) (Fixture *f);

/* Lets the page work until @condition holds; the bound is only against hanging. */
static void
wait_for (Fixture *f, Condition condition)
{
  const gint64 end = g_get_monotonic_time () + WAIT_US;

  while (!condition (f))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static void
name_family (StoreFixture *f, gint64 family_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, family_id, &error);

  g_assert_no_error (error);
  g_assert_true (asy_family_save (f->session, family, &error));
  g_assert_no_error (error);
}

static void
add_item (StoreFixture *s, gint64 diagnosis_id, AsyDiagnosisItemKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyDiagnosisItem) item = asy_diagnosis_item_new ();

  asy_diagnosis_item_set_diagnosis_id (item, diagnosis_id);
  asy_diagnosis_item_set_kind (item, kind);
  asy_diagnosis_item_set_area (item, "O2");
  asy_diagnosis_item_set_severity (item, 3);
  asy_diagnosis_item_set_body (item, "coś");
  g_assert_true (asy_diagnosis_item_save (s->session, item, &error));
  g_assert_no_error (error);
}

static void
add_diagnosis (StoreFixture *s, gint64 case_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyDiagnosis) diagnosis = asy_diagnosis_new ();

  asy_diagnosis_set_case_file_id (diagnosis, case_id);
  asy_diagnosis_set_made_on (diagnosis, STORE_FIXTURE_TODAY);
  asy_diagnosis_set_housing (diagnosis, "Dwa pokoje.");
  g_assert_true (asy_diagnosis_save (s->session, diagnosis, &error));
  g_assert_no_error (error);
  add_item (s, asy_record_get_id (ASY_RECORD (diagnosis)), ASY_DIAGNOSIS_ITEM_KIND_STRENGTH);
  add_item (s, asy_record_get_id (ASY_RECORD (diagnosis)), ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY);
}

static void
fill_register (Fixture *f)
{
  StoreFixture *s = &f->store_fixture;
  const gint64 worker_id = store_fixture_add_worker (s, "Ewa", "Zmyślona");
  const gint64 other_id = store_fixture_add_family (s, "Żurawinowie");
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPerson) person = NULL;
  gint64 person_id, case_id;

  store_fixture_add_office (s);
  f->family_id = store_fixture_add_family (s, "Malinowscy");
  person_id = store_fixture_add_person (s, f->family_id, "Beata", "Malinowska", "mother", "1985-07-14");
  person = asy_repo_load (s->session, ASY_TYPE_PERSON, person_id, &error);
  g_assert_no_error (error);
  asy_person_set_pesel (person, "85071400124");
  asy_repo_save (s->session, person, &error);
  g_assert_no_error (error);
  case_id = store_fixture_add_case (s, f->family_id, "2025-03-01");
  store_fixture_add_assignment (s, case_id, worker_id, "2025-03-17");
  f->child_id = store_fixture_add_person (s, f->family_id, "Lena", "Malinowska", "daughter", "2017-08-11");
  add_diagnosis (s, case_id);
  name_family (s, f->family_id);
  name_family (s, other_id);
}

/* More than any screen shows. */
static void
add_firs (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Jodłowscy %02u", i);

      name_family (&f->store_fixture, store_fixture_add_family (&f->store_fixture, name));
    }
}

/* @user_data: how many families more there are. */
static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyOfficeFile) office = NULL;

  store_fixture_set_up (&f->store_fixture, NULL);
  fill_register (f);
  add_firs (f, GPOINTER_TO_UINT (user_data));
  office = asy_office_file_load (f->store_fixture.session, &error);
  g_assert_no_error (error);
  f->store = asy_store_new (f->store_fixture.session);
  f->context = asy_context_new (f->store, office, asy_rules_get_default ());
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1080, 780);
  asy_context_set_window (f->context, GTK_WINDOW (f->window));
  f->page = asy_families_page_new (f->context);
  adw_window_set_content (ADW_WINDOW (f->window), f->page);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  asy_context_close (f->context);
  asy_store_close (f->store);
  /* Answers that are on their way hold the context. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&f->context);
  g_clear_object (&f->store);
  /* The store took the session with it. */
  f->store_fixture.session = store_fixture_open_second (&f->store_fixture, "aprobna");
  store_fixture_tear_down (&f->store_fixture, NULL);
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AsyFamilyList *
list_of (Fixture *f)
{
  return ASY_FAMILY_LIST (find (f->page, ASY_TYPE_FAMILY_LIST));
}

static gboolean
is_whole_list_in (Fixture *f)
{
  return asy_family_list_get_n_shown (list_of (f)) == 2;
}

static gboolean
is_one_shown (Fixture *f)
{
  return asy_family_list_get_n_shown (list_of (f)) == 1;
}

static gboolean
is_none_shown (Fixture *f)
{
  return asy_family_list_get_n_shown (list_of (f)) == 0;
}

static gboolean
has_person_row (Fixture *f)
{
  GtkWidget *row = find (f->page, ASY_TYPE_PERSON_ROW);

  return row != NULL && gtk_widget_get_mapped (row);
}

static gboolean
is_revealed (Fixture *f)
{
  return asy_person_row_is_revealed (ASY_PERSON_ROW (find (f->page, ASY_TYPE_PERSON_ROW)));
}

/* Each letter narrows the list, with or without Polish letters. */
static void
test_search (Fixture *f, gconstpointer user_data)
{
  GtkEditable *entry;

  wait_for (f, is_whole_list_in);
  entry = GTK_EDITABLE (find (GTK_WIDGET (list_of (f)), GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (entry, "zuraw");
  wait_for (f, is_one_shown);
  gtk_editable_set_text (entry, "nikt");
  wait_for (f, is_none_shown);
  /* A family that the search hides is shown when another page leads to it. */
  g_assert_true (asy_page_show (ASY_PAGE (f->page), "family", f->family_id, "people"));
  g_assert_cmpuint (asy_family_list_get_n_shown (list_of (f)), ==, 2);
  wait_for (f, has_person_row);
}

static GListModel *
model_of (Fixture *f)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (GTK_WIDGET (list_of (f)), GTK_TYPE_LIST_VIEW))));
}

static gboolean
is_long_list_in (Fixture *f)
{
  return asy_family_list_get_n_shown (list_of (f)) == 62;
}

static gboolean
are_firs_found (Fixture *f)
{
  return asy_family_list_get_n_shown (list_of (f)) == 60;
}

static gboolean
has_view_all (Fixture *f)
{
  return g_list_model_get_n_items (model_of (f)) == 60;
}

/* While one types the view has the first rows alone; all are counted and walked through, and soon they are there. */
static void
test_short_list (Fixture *f, gconstpointer user_data)
{
  GtkEditable *entry;

  wait_for (f, is_long_list_in);
  entry = GTK_EDITABLE (find (GTK_WIDGET (list_of (f)), GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (entry, "jodl");
  wait_for (f, are_firs_found);
  g_assert_cmpuint (g_list_model_get_n_items (model_of (f)), ==, 32);
  wait_for (f, has_view_all);
  /* A step from the keyboard does not wait. */
  gtk_editable_set_text (entry, "jodlow");
  wait_for (f, are_firs_found);
  g_assert_cmpuint (g_list_model_get_n_items (model_of (f)), ==, 32);
  for (guint i = 0; i < 40; i++)
    asy_family_list_step (list_of (f), 1);
  g_assert_cmpuint (g_list_model_get_n_items (model_of (f)), ==, 60);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model_of (f))), ==, 39);
}

static gboolean
is_family_shown (Fixture *f)
{
  return gtk_widget_get_mapped (find (f->page, ASY_TYPE_FAMILY_HEAD));
}

/* The wide table */

static GtkColumnView *
table_of (Fixture *f)
{
  return GTK_COLUMN_VIEW (find (GTK_WIDGET (list_of (f)), GTK_TYPE_COLUMN_VIEW));
}

static gboolean
is_table_there (Fixture *f)
{
  return find (GTK_WIDGET (list_of (f)), GTK_TYPE_COLUMN_VIEW) != NULL && gtk_widget_get_mapped (GTK_WIDGET (table_of (f)));
}

static gboolean
is_table_away (Fixture *f)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (table_of (f)));
}

static GtkColumnViewColumn *
get_column (Fixture *f, guint place)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (table_of (f)), place);

  return column;
}

static const char *
name_at (Fixture *f, guint place)
{
  g_autoptr (AsyFamilyRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table_of (f))), place);

  return asy_family_row_get_name (row);
}

/* A heading orders the list as well, and is kept; so is a column that was hidden. */
static void
check_headings (Fixture *f, GSettings *settings)
{
  g_autofree char *order = NULL;
  g_autoptr (GVariant) columns = NULL;
  const char *nick;
  gboolean is_visible;

  gtk_column_view_sort_by_column (table_of (f), get_column (f, 0), GTK_SORT_DESCENDING);
  g_assert_true (g_settings_get_boolean (settings, "families-descending"));
  g_assert_cmpstr (name_at (f, 0), ==, "Żurawinowie");
  gtk_column_view_sort_by_column (table_of (f), get_column (f, 4), GTK_SORT_DESCENDING);
  order = g_settings_get_string (settings, "families-order");
  g_assert_cmpstr (order, ==, "assistant");
  g_assert_cmpstr (name_at (f, 0), ==, "Malinowscy");
  gtk_widget_activate_action (GTK_WIDGET (list_of (f)), "family-columns.stage", NULL);
  g_assert_false (gtk_column_view_column_get_visible (get_column (f, 1)));
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&columns, g_variant_unref);
      columns = g_settings_get_value (settings, "families-columns");
    }
  while (g_variant_n_children (columns) == 0);
  g_variant_get_child (columns, 1, "(&sbi)", &nick, &is_visible, NULL);
  g_assert_cmpstr (nick, ==, "stage");
  g_assert_false (is_visible);
}

/* A family opens in place of the table, and the way back leads to the same row. */
static void
test_table (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GSettings) settings = g_settings_new (ASY_APP_ID);
  AsyFamilyView *view = ASY_FAMILY_VIEW (find (f->page, ASY_TYPE_FAMILY_VIEW));

  wait_for (f, is_whole_list_in);
  gtk_widget_activate_action (f->page, "families-page.toggle-table", NULL);
  wait_for (f, is_table_there);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  check_headings (f, settings);
  gtk_selection_model_select_item (gtk_column_view_get_model (table_of (f)), 0, TRUE);
  g_signal_emit_by_name (table_of (f), "activate", 0);
  wait_for (f, is_table_away);
  g_assert_cmpint (asy_family_view_get_family_id (view), ==, f->family_id);
  g_assert_true (asy_page_go_back (ASY_PAGE (f->page)));
  wait_for (f, is_table_there);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (table_of (f)))), ==, 0);
  asy_family_list_toggle_table (list_of (f));
  wait_for (f, is_table_away);
  wait_for (f, is_family_shown);
  g_settings_reset (settings, "families-order");
  g_settings_reset (settings, "families-descending");
}

/* While one types the table is short; who is chosen stays so, is shown when sought, and the table grows again. */
static void
test_short_table (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GSettings) settings = g_settings_new (ASY_APP_ID);
  GListStore *families = g_list_store_new (ASY_TYPE_FAMILY_ROW);
  g_autoptr (GtkSingleSelection) chosen = gtk_single_selection_new (G_LIST_MODEL (families));
  GtkWidget *window = gtk_window_new ();
  GtkWidget *table = asy_family_table_new (settings);
  GListModel *shown;
  const guint n_short = 28;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GObject) row = g_object_new (ASY_TYPE_FAMILY_ROW, NULL);

      g_list_store_append (families, row);
    }
  gtk_window_set_child (GTK_WINDOW (window), table);
  asy_family_table_set_model (ASY_FAMILY_TABLE (table), chosen, asy_day_new (2026, 3, 24));
  shown = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (find (table, GTK_TYPE_COLUMN_VIEW))));
  gtk_single_selection_set_selected (chosen, 50);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (shown)), ==, 50);
  asy_family_table_set_short (ASY_FAMILY_TABLE (table), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, n_short);
  g_assert_cmpuint (gtk_single_selection_get_selected (chosen), ==, 50);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (shown), 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (chosen), ==, 3);
  /* Gone by a filter, then far down. */
  g_list_store_remove (families, 3);
  gtk_single_selection_set_selected (chosen, 70);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, n_short);
  asy_family_table_scroll_to (ASY_FAMILY_TABLE (table), 70);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 99);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (shown)), ==, 70);
  asy_family_table_set_short (ASY_FAMILY_TABLE (table), TRUE);
  asy_family_table_set_short (ASY_FAMILY_TABLE (table), FALSE);
  while (g_list_model_get_n_items (shown) < 99)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* F9; with the focus in the list nothing of it may outlive the window, which the end of each test looks at. */
static void
test_list_hidden (Fixture *f, gconstpointer user_data)
{
  wait_for (f, is_whole_list_in);
  asy_page_activate (ASY_PAGE (f->page));
  g_assert_true (asy_page_toggle_list (ASY_PAGE (f->page)));
  g_assert_false (gtk_widget_is_visible (GTK_WIDGET (list_of (f))));
}

/* Every page of a family is built; the whole PESEL is shown only after the audit noted it. */
static void
test_family (Fixture *f, gconstpointer user_data)
{
  static const char *const tabs[] = { "overview", "people", "case", "diagnosis", "plan", "visits", "assessments", "letters", "safety" };
  AsyFamilyView *view = ASY_FAMILY_VIEW (find (f->page, ASY_TYPE_FAMILY_VIEW));
  AsySession *session;

  g_assert_true (asy_page_show (ASY_PAGE (f->page), "family", f->family_id, "people"));
  g_assert_cmpint (asy_family_view_get_family_id (view), ==, f->family_id);
  wait_for (f, has_person_row);
  asy_person_row_reveal (ASY_PERSON_ROW (find (f->page, ASY_TYPE_PERSON_ROW)));
  g_assert_false (is_revealed (f));
  wait_for (f, is_revealed);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      asy_family_view_show_tab (view, tabs[i]);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  session = store_fixture_open_second (&f->store_fixture, "aprobna");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session),
                                               "SELECT count(*) FROM audit WHERE action IN ('open', 'reveal')", &error);
    gint64 notes = 0;

    g_assert_no_error (error);
    asy_stmt_fetch_int (stmt, -1, &notes, &error);
    g_assert_no_error (error);
    g_assert_cmpint (notes, ==, 2);
  }
  asy_session_free (session);
}

/* The forms open over the page and wait to be filled. */
static void
test_forms (Fixture *f, gconstpointer user_data)
{
  static const char *const actions[] = { "family.edit", "family.intake", "family.court", "family.consent", "family.assign",
                                         "family.suspend", "family.end", "family.add-request", "family.add-member",
                                         "family.add-warning", "family.add-observation", "family.add-blue-card" };
  GtkWidget *view = find (f->page, ASY_TYPE_FAMILY_VIEW);
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_before;

  g_assert_true (asy_page_show (ASY_PAGE (f->page), "family", f->family_id, NULL));
  wait_for (f, is_family_shown);
  n_before = g_list_model_get_n_items (windows);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (gtk_widget_activate_action (view, actions[i], NULL));
  asy_register_form_present (f->context);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before + G_N_ELEMENTS (actions) + 1);
  for (guint i = g_list_model_get_n_items (windows); i-- > 0;)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ASY_IS_FORM (window))
        gtk_window_destroy (window);
    }
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before);
}

static AsyForm *
find_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ASY_IS_FORM (window))
        return ASY_FORM (window);
    }
  return NULL;
}

static gboolean
is_form_there (Fixture *f)
{
  return find_form () != NULL;
}

static gboolean
is_form_gone (Fixture *f)
{
  return find_form () == NULL;
}

static gint64
count (Fixture *f, const char *sql)
{
  AsySession *session = store_fixture_open_second (&f->store_fixture, "aprobna");
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, &error);
  gint64 n = -1;

  g_assert_no_error (error);
  g_assert_true (asy_stmt_fetch_int (stmt, -1, &n, &error));
  g_clear_pointer (&stmt, asy_stmt_free);
  asy_session_free (session);
  return n;
}

/* The form of a threat wants what was seen, and nothing else, before it can be saved. */
static void
test_threat (Fixture *f, gconstpointer user_data)
{
  AsyIntervention *intervention;
  AsyForm *form;

  g_assert_true (asy_page_show (ASY_PAGE (f->page), "family", f->family_id, NULL));
  wait_for (f, is_family_shown);
  g_assert_cmpint (asy_page_get_family (ASY_PAGE (f->page)), ==, f->family_id);
  g_assert_true (asy_page_show (ASY_PAGE (f->page), "intervention-of-family", f->family_id, NULL));
  wait_for (f, is_form_there);
  form = find_form ();
  g_assert_false (asy_form_can_save (form));
  intervention = asy_form_get_record (form, 0);
  g_assert_cmpint (asy_intervention_get_family_id (intervention), ==, f->family_id);
  g_assert_cmpint (asy_intervention_get_case_file_id (intervention), !=, 0);
  asy_intervention_set_seen (intervention, "dzieci same w domu");
  g_assert_true (asy_form_can_save (form));
  /* Somebody told, and no day. */
  asy_intervention_set_court_note (intervention, "telefonicznie");
  g_assert_false (asy_form_can_save (form));
  asy_intervention_set_court_note (intervention, NULL);
  asy_form_save (form);
  wait_for (f, is_form_gone);
  g_assert_cmpint (count (f, "SELECT count(*) FROM intervention WHERE seen = 'dzieci same w domu' AND closed_on IS NULL"), ==, 1);
}

static gboolean
has_sign (Fixture *f)
{
  return asy_family_sign_get_text (f->context, f->family_id) != NULL;
}

static void
test_warning (Fixture *f, gconstpointer user_data)
{
  AsyFamilyWarning *warning;
  AsyForm *form;

  asy_family_signs_follow (f->context);
  g_assert_true (asy_page_show (ASY_PAGE (f->page), "family", f->family_id, NULL));
  wait_for (f, is_family_shown);
  g_assert_true (gtk_widget_activate_action (find (f->page, ASY_TYPE_FAMILY_VIEW), "family.add-warning", NULL));
  form = find_form ();
  g_assert_false (asy_form_can_save (form));
  warning = asy_form_get_record (form, 0);
  asy_family_warning_set_kind (warning, ASY_WARNING_KIND_ANIMAL);
  asy_family_warning_set_reason (warning, "pies");
  asy_family_warning_set_until_day (warning, asy_family_warning_get_from_day (warning) - 1);
  g_assert_false (asy_form_can_save (form));
  asy_family_warning_set_until_day (warning, ASY_DAY_NONE);
  asy_form_save (form);
  wait_for (f, is_form_gone);
  g_assert_cmpint (count (f, "SELECT count(*) FROM family_warning WHERE kind = 'animal' AND reason = 'pies'"), ==, 1);
  /* From now on it stands beside the family's name on screens without its head. */
  wait_for (f, has_sign);
  g_assert_true (g_str_has_suffix (asy_family_sign_get_text (f->context, f->family_id), ": pies"));
  g_assert_null (asy_family_sign_new (f->context, f->family_id + 1));
}

static GtkWidget *
find_titled_form (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ASY_IS_FORM (window) && g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return GTK_WIDGET (window);
    }
  return NULL;
}

static gboolean
is_diagnosis_shown (Fixture *f)
{
  GtkWidget *tab = find (f->page, ASY_TYPE_FAMILY_DIAGNOSIS);
  AsyFamilyData *data = asy_family_tab_get_data (ASY_FAMILY_TAB (tab));

  return gtk_widget_get_mapped (tab) && data != NULL && data->file->diagnosis != NULL && data->file->diagnosis->items->len == 2;
}

static gboolean
has_involvement_form (Fixture *f)
{
  return find_titled_form ("Who Works with the Family Already") != NULL;
}

/* Forms, and the question of a refusal. */
static void
close_others (Fixture *f)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i-- > 0;)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ASY_IS_FORM (window))
        gtk_window_destroy (window);
      else if (GTK_WIDGET (window) != f->window)
        gtk_window_close (window);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Every form of the sheet opens; the day of completion only once nothing obligatory is missing. */
static void
test_diagnosis (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *action, *title;
  } rows[] = {
    { "diagnosis.situation", "Situation of the Family" },
    { "diagnosis.conclusions", "Expectations and Conclusions" },
    { "diagnosis.add-strength", "New Strength" },
    { "diagnosis.add-difficulty", "New Difficulty" },
    { "diagnosis.add-resource", "New Resource" },
    { "diagnosis.complete", "Complete the Diagnosis" },
  };
  GtkWidget *tab = find (f->page, ASY_TYPE_FAMILY_DIAGNOSIS);

  g_assert_true (asy_page_show (ASY_PAGE (f->page), "family", f->family_id, "diagnosis"));
  wait_for (f, is_diagnosis_shown);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (gtk_widget_activate_action (tab, rows[i].action, NULL));
      g_assert_nonnull (find_titled_form (rows[i].title));
    }
  g_assert_true (gtk_widget_activate_action (tab, "diagnosis.child", "x", f->child_id));
  g_assert_nonnull (find_titled_form ("Lena Malinowska"));
  g_assert_true (gtk_widget_activate_action (tab, "family.involvement", NULL));
  wait_for (f, has_involvement_form);
  close_others (f);
}

/* Without a strength the sheet is refused, and no form for the day opens. */
static void
test_incomplete_diagnosis (Fixture *f, gconstpointer user_data)
{
  GtkWidget *tab = find (f->page, ASY_TYPE_FAMILY_DIAGNOSIS);
  AsyDiagnosisFile *file;

  g_assert_true (asy_page_show (ASY_PAGE (f->page), "family", f->family_id, "diagnosis"));
  wait_for (f, is_diagnosis_shown);
  file = asy_family_tab_get_data (ASY_FAMILY_TAB (tab))->file->diagnosis;
  for (guint i = 0; i < file->items->len; i++)
    asy_diagnosis_item_set_kind (file->items->pdata[i], ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY);
  g_assert_true (gtk_widget_activate_action (tab, "diagnosis.complete", NULL));
  g_assert_null (find_titled_form ("Complete the Diagnosis"));
  close_others (f);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();
  g_test_add ("/families/page/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/families/page/short-list", Fixture, GUINT_TO_POINTER (60), set_up, test_short_list, tear_down);
  g_test_add ("/families/page/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/families/page/short-table", Fixture, NULL, set_up, test_short_table, tear_down);
  g_test_add ("/families/page/list-hidden", Fixture, NULL, set_up, test_list_hidden, tear_down);
  g_test_add ("/families/page/family", Fixture, NULL, set_up, test_family, tear_down);
  g_test_add ("/families/page/diagnosis", Fixture, NULL, set_up, test_diagnosis, tear_down);
  g_test_add ("/families/page/incomplete-diagnosis", Fixture, NULL, set_up, test_incomplete_diagnosis, tear_down);
  g_test_add ("/families/page/forms", Fixture, NULL, set_up, test_forms, tear_down);
  g_test_add ("/families/page/threat", Fixture, NULL, set_up, test_threat, tear_down);
  g_test_add ("/families/page/warning", Fixture, NULL, set_up, test_warning, tear_down);
  return g_test_run ();
}
