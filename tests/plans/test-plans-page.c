/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "plans/asy-completion.h"
#include "plans/asy-goal-list.h"
#include "plans/asy-goal-view.h"
#include "plans/asy-library-pane.h"
#include "plans/asy-plans-page.h"
#include "store/asy-diagnoses.h"
#include "store/asy-plans.h"
#include "ui-fixture.h"
#include "ui/asy-form.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

typedef struct {
  UiFixture ui;
  AsyPlan *plan;
  gint64 family_id;
  gint64 difficulty_id;
  gint64 library_goal_id;
  AsyGoal *first_goal;
  GtkWidget *page;
} Fixture;

static void
add_goal (Fixture *f, const char *title, guint n_tasks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_goal_set_plan_id (goal, asy_record_get_id (ASY_RECORD (f->plan)));
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, title);
  asy_goal_set_effect (goal, "Skutek");
  asy_goal_set_until_day (goal, STORE_FIXTURE_TODAY + 30);
  asy_goal_save (f->ui.base.session, goal, &error);
  g_assert_no_error (error);
  if (f->first_goal == NULL)
    f->first_goal = g_object_ref (goal);
  for (guint i = 0; i < n_tasks; i++)
    {
      g_autoptr (AsyTask) task = asy_task_new ();
      g_autofree char *what = g_strdup_printf ("%s %u", title, i + 1);

      asy_task_set_goal_id (task, asy_record_get_id (ASY_RECORD (goal)));
      asy_task_set_what (task, what);
      asy_task_save (f->ui.base.session, task, &error);
      g_assert_no_error (error);
    }
}

static void
add_diagnosis (Fixture *f, gint64 case_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyDiagnosis) diagnosis = asy_diagnosis_new ();
  g_autoptr (AsyDiagnosisItem) item = asy_diagnosis_item_new ();

  asy_diagnosis_set_case_file_id (diagnosis, case_id);
  asy_diagnosis_set_made_on (diagnosis, STORE_FIXTURE_TODAY);
  asy_diagnosis_save (f->ui.base.session, diagnosis, &error);
  g_assert_no_error (error);
  asy_diagnosis_item_set_diagnosis_id (item, asy_record_get_id (ASY_RECORD (diagnosis)));
  asy_diagnosis_item_set_kind (item, ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY);
  asy_diagnosis_item_set_area (item, "O4");
  asy_diagnosis_item_set_severity (item, 3);
  asy_diagnosis_item_set_body (item, "Zaległości");
  asy_diagnosis_item_save (f->ui.base.session, item, &error);
  g_assert_no_error (error);
  f->difficulty_id = asy_record_get_id (ASY_RECORD (item));
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  const gboolean is_agreed = user_data != NULL;
  g_autoptr (GError) error = NULL;
  gint64 case_id;

  ui_fixture_set_up (&f->ui, NULL);
  store_fixture_add_office (&f->ui.base);
  f->family_id = store_fixture_add_family (&f->ui.base, "Malinowscy");
  f->plan = asy_plan_new ();
  case_id = store_fixture_add_case (&f->ui.base, f->family_id, "2025-09-15");
  add_diagnosis (f, case_id);
  asy_plan_set_case_file_id (f->plan, case_id);
  asy_plan_save (f->ui.base.session, f->plan, &error);
  g_assert_no_error (error);
  add_goal (f, "Poranki", 3);
  add_goal (f, "Szkoła", 1);
  if (is_agreed)
    asy_plan_agree (f->ui.base.session, f->plan, STORE_FIXTURE_TODAY, &error);
  g_assert_no_error (error);
  f->library_goal_id = store_fixture_query_int (&f->ui.base, "SELECT id FROM library_goal WHERE uid = 'library-O2-1'");
  ui_fixture_open (&f->ui);
  f->page = asy_plans_page_new (f->ui.context);
  adw_window_set_content (ADW_WINDOW (f->ui.window), f->page);
  asy_page_show (ASY_PAGE (f->page), "plan", f->family_id, NULL);
  ui_fixture_settle (&f->ui);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  g_clear_object (&f->plan);
  g_clear_object (&f->first_goal);
  ui_fixture_tear_down (&f->ui, NULL);
}

static AsyGoalView *
view_of (Fixture *f)
{
  return ASY_GOAL_VIEW (ui_find (f->page, ASY_TYPE_GOAL_VIEW));
}

static AsyTaskTable *
table_of (Fixture *f)
{
  return asy_goal_view_get_table (view_of (f));
}

static AsyInlineText *
text_at (Fixture *f, guint at)
{
  return asy_task_row_get_text (asy_task_table_get_row (table_of (f), at));
}

/* `Poranki: Poranki 1, Poranki 2`; the one that is being written is `_`. */
static char *
dup_shown (Fixture *f)
{
  g_autofree char *title = asy_inline_text_dup_text (asy_goal_view_get_title (view_of (f)));
  GString *text = g_string_new (title);
  AsyTaskRow *row;

  for (guint i = 0; (row = asy_task_table_get_row (table_of (f), i)) != NULL; i++)
    {
      g_autofree char *what = asy_inline_text_dup_text (asy_task_row_get_text (row));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : ": ", *what != '\0' ? what : "_");
    }
  return g_string_free (text, FALSE);
}

static void
assert_shown (Fixture *f, const char *expected)
{
  g_autofree char *now = dup_shown (f);
  g_autofree char *settled = NULL;

  g_assert_cmpstr (now, ==, expected);
  ui_fixture_settle (&f->ui);
  settled = dup_shown (f);
  g_assert_cmpstr (settled, ==, expected);
}

static void
assert_focus (Fixture *f, gpointer widget)
{
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->ui.window)) == GTK_WIDGET (widget));
}

static void
type (AsyInlineText *text, const char *letters)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), letters, -1);
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (f->page, action, NULL));
}

static void
act_by (Fixture *f, const char *action, int by)
{
  g_assert_true (gtk_widget_activate_action (f->page, action, "i", by));
}

/* Enter: what was typed is saved, and the next task begins below it. */
static void
enter (AsyInlineText *text)
{
  asy_inline_text_flush (text);
  g_signal_emit_by_name (text, "entered");
}

static void
test_outliner (Fixture *f, gconstpointer user_data)
{
  assert_shown (f, "Poranki: Poranki 1, Poranki 2, Poranki 3");
  asy_inline_text_edit (text_at (f, 0));
  enter (text_at (f, 0));
  assert_shown (f, "Poranki: Poranki 1, _, Poranki 2, Poranki 3");
  assert_focus (f, text_at (f, 1));
  type (text_at (f, 1), "Nowe");
  enter (text_at (f, 1));
  assert_shown (f, "Poranki: Poranki 1, Nowe, _, Poranki 2, Poranki 3");
  assert_focus (f, text_at (f, 2));
  g_signal_emit_by_name (text_at (f, 2), "erased");
  assert_shown (f, "Poranki: Poranki 1, Nowe, Poranki 2, Poranki 3");
  assert_focus (f, text_at (f, 1));
  act (f, "plan.undo");
  assert_shown (f, "Poranki: Poranki 1, Poranki 2, Poranki 3");
  act (f, "plan.redo");
  assert_shown (f, "Poranki: Poranki 1, Nowe, Poranki 2, Poranki 3");
  assert_focus (f, text_at (f, 1));
}

static void
test_begun_and_left (Fixture *f, gconstpointer user_data)
{
  act (f, "plan.new-task");
  assert_shown (f, "Poranki: Poranki 1, Poranki 2, Poranki 3, _");
  asy_goal_view_focus_title (view_of (f));
  ui_fixture_settle (&f->ui);
  assert_shown (f, "Poranki: Poranki 1, Poranki 2, Poranki 3");
  act (f, "plan.new-goal");
  assert_shown (f, "");
  g_signal_emit_by_name (asy_goal_view_get_title (view_of (f)), "escaped");
  assert_shown (f, "Poranki: Poranki 1, Poranki 2, Poranki 3");
}

static void
test_moves (Fixture *f, gconstpointer user_data)
{
  asy_inline_text_edit (text_at (f, 0));
  act_by (f, "plan.move", 1);
  assert_shown (f, "Poranki: Poranki 2, Poranki 1, Poranki 3");
  assert_focus (f, text_at (f, 1));
  act (f, "plan.outdent");
  assert_shown (f, "Poranki 1");
  assert_focus (f, asy_goal_view_get_title (view_of (f)));
  act (f, "plan.indent");
  assert_shown (f, "Poranki: Poranki 2, Poranki 3, Poranki 1");
  assert_focus (f, text_at (f, 2));
  act_by (f, "plan.go", 1);
  assert_shown (f, "Szkoła: Szkoła 1");
  act (f, "plan.remove-goal");
  assert_shown (f, "Poranki: Poranki 2, Poranki 3, Poranki 1");
  act (f, "plan.undo");
  assert_shown (f, "Szkoła: Szkoła 1");
  for (int i = 0; i < 3; i++)
    act (f, "plan.undo");
  assert_shown (f, "Poranki: Poranki 1, Poranki 2, Poranki 3");
}

static void
test_goal (Fixture *f, gconstpointer user_data)
{
  AsyInlineText *title = asy_goal_view_get_title (view_of (f));

  act (f, "plan.new-goal");
  assert_focus (f, title);
  type (title, "Praca");
  enter (title);
  assert_shown (f, "Praca: _");
  type (text_at (f, 0), "Rozmowa");
  asy_inline_text_flush (text_at (f, 0));
  assert_shown (f, "Praca: Rozmowa");
}

/* Rows are kept: another goal is another text in the same row. */
static void
test_rows_are_kept (Fixture *f, gconstpointer user_data)
{
  AsyTaskRow *first = asy_task_table_get_row (table_of (f), 0);

  act_by (f, "plan.go", 1);
  assert_shown (f, "Szkoła: Szkoła 1");
  g_assert_true (asy_task_table_get_row (table_of (f), 0) == first);
}

/* What is being typed belongs to the task that it was begun in. */
static void
test_typing_survives_another_goal (Fixture *f, gconstpointer user_data)
{
  asy_inline_text_edit (text_at (f, 0));
  type (text_at (f, 0), "!");
  act_by (f, "plan.go", 1);
  assert_shown (f, "Szkoła: Szkoła 1");
  act_by (f, "plan.go", -1);
  assert_shown (f, "Poranki: Poranki 1!, Poranki 2, Poranki 3");
}

/* Dropped on the first goal, a difficulty becomes the second one. */
static void
test_difficulty (Fixture *f, gconstpointer user_data)
{
  GtkWidget *goals = ui_find (f->page, ASY_TYPE_GOAL_LIST);
  AsyGoal *first = f->first_goal;

  g_signal_emit_by_name (goals, "dropped", f->difficulty_id, asy_record_get_uid (ASY_RECORD (first)));
  assert_shown (f, "Zaległości");
  act_by (f, "plan.go", -1);
  assert_shown (f, "Poranki: Poranki 1, Poranki 2, Poranki 3");
  act (f, "plan.undo");
  act_by (f, "plan.go", 1);
  assert_shown (f, "Szkoła: Szkoła 1");
}

static void
test_agreed (Fixture *f, gconstpointer user_data)
{
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (text_at (f, 0))));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (asy_goal_view_get_title (view_of (f)))));
  gtk_widget_activate_action (f->page, "plan.new-task", NULL);
  gtk_widget_activate_action (f->page, "plan.new-goal", NULL);
  gtk_widget_activate_action (f->page, "plan.remove-goal", NULL);
  assert_shown (f, "Poranki: Poranki 1, Poranki 2, Poranki 3");
  gtk_widget_grab_focus (GTK_WIDGET (asy_task_table_get_row (table_of (f), 1)));
  act (f, "plan.tick");
  ui_fixture_settle (&f->ui);
  g_assert_cmpint (asy_task_get_status (asy_task_table_get_current (table_of (f))), ==, ASY_TASK_STATUS_DONE);
  act (f, "plan.undo");
  ui_fixture_settle (&f->ui);
  g_assert_cmpint (asy_task_get_status (asy_task_table_get_current (table_of (f))), ==, ASY_TASK_STATUS_PLANNED);
}

/* The library. */

static AsyCompletion *
completion_of (GtkWidget *widget)
{
  return ASY_COMPLETION (ui_find (widget, ASY_TYPE_COMPLETION));
}

/* As if the key was pressed in the text. */
static gboolean
press (AsyInlineText *text, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (text));
  gboolean is_taken = FALSE;

  for (guint i = 0; !is_taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &is_taken);
    }
  return is_taken;
}

#define AS_BEFORE "Poranki: Poranki 1, Poranki 2, Poranki 3"
#define SCHOOL "Dzieci regularnie chodzą do szkoły"
#define SCHOOL_TASKS "Budzić dzieci o stałej porze i wyprawiać je do szkoły ze śniadaniem, " \
                     "Usprawiedliwiać nieobecności w dzienniku elektronicznym w ciągu siedmiu dni, " \
                     "Sprawdzać frekwencję z wychowawcą i omawiać ją z rodzicami, " \
                     "Rozmawiać z uczniem o powodach opuszczania lekcji"

static AsyInlineText *
begin_goal (Fixture *f, const char *letters)
{
  AsyInlineText *title = asy_goal_view_get_title (view_of (f));

  act (f, "plan.new-goal");
  type (title, letters);
  return title;
}

static void
test_goal_of_library (Fixture *f, gconstpointer user_data)
{
  AsyInlineText *title = begin_goal (f, "szkoly regul");

  g_assert_cmpuint (asy_completion_get_n_shown (completion_of (GTK_WIDGET (view_of (f)))), ==, 1);
  g_assert_true (press (title, GDK_KEY_Down, 0));
  g_assert_true (press (title, GDK_KEY_Return, 0));
  assert_shown (f, SCHOOL ": " SCHOOL_TASKS);
  assert_focus (f, title);
  g_assert_cmpuint (asy_completion_get_n_shown (completion_of (GTK_WIDGET (view_of (f)))), ==, 0);
  act (f, "plan.undo");
  assert_shown (f, AS_BEFORE);
  act (f, "plan.redo");
  assert_shown (f, SCHOOL ": " SCHOOL_TASKS);
}

/* Letters that a pause has saved meanwhile are no step of their own. */
static void
test_goal_of_library_after_a_pause (Fixture *f, gconstpointer user_data)
{
  AsyInlineText *title = begin_goal (f, "regul");

  asy_inline_text_flush (title);
  assert_shown (f, "regul");
  type (title, "arnie");
  asy_inline_text_flush (title);
  ui_fixture_settle (&f->ui);
  type (title, " d");
  press (title, GDK_KEY_Down, 0);
  press (title, GDK_KEY_Return, GDK_SHIFT_MASK);
  assert_shown (f, SCHOOL);
  act (f, "plan.undo");
  assert_shown (f, AS_BEFORE);
}

/* A goal that is older takes the words and the tasks, in one step too. */
static void
test_older_goal_takes_from_library (Fixture *f, gconstpointer user_data)
{
  AsyInlineText *title = asy_goal_view_get_title (view_of (f));

  asy_inline_text_edit (title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (title)), "regularnie chodz", -1);
  press (title, GDK_KEY_Down, 0);
  press (title, GDK_KEY_Return, 0);
  assert_shown (f, SCHOOL ": Poranki 1, Poranki 2, Poranki 3, " SCHOOL_TASKS);
  g_assert_cmpstr (asy_goal_get_effect (f->first_goal), ==, "Skutek");
  act (f, "plan.undo");
  assert_shown (f, AS_BEFORE);
}

/* Whoever does not walk into the list writes as if there was none. */
static void
test_own_words (Fixture *f, gconstpointer user_data)
{
  AsyInlineText *title = begin_goal (f, "dzieci");
  AsyCompletion *completion = completion_of (GTK_WIDGET (view_of (f)));

  g_assert_cmpuint (asy_completion_get_n_shown (completion), >, 1);
  g_assert_true (press (title, GDK_KEY_Down, 0));
  g_assert_true (press (title, GDK_KEY_Up, 0));
  g_assert_true (press (title, GDK_KEY_Return, 0));
  assert_shown (f, "dzieci: _");
  g_assert_cmpuint (asy_completion_get_n_shown (completion), ==, 0);
  act (f, "plan.undo");
  assert_shown (f, AS_BEFORE);
  title = begin_goal (f, "dzieci");
  g_assert_true (press (title, GDK_KEY_Escape, 0));
  g_assert_cmpuint (asy_completion_get_n_shown (completion), ==, 0);
  g_assert_true (asy_goal_view_has_blank (view_of (f)));
}

static void
test_task_of_library (Fixture *f, gconstpointer user_data)
{
  AsyCompletion *completion = completion_of (GTK_WIDGET (table_of (f)));

  act (f, "plan.new-task");
  ui_fixture_settle (&f->ui);
  type (text_at (f, 3), "frek wych");
  g_assert_cmpuint (asy_completion_get_n_shown (completion), ==, 1);
  asy_inline_text_flush (text_at (f, 3));
  ui_fixture_settle (&f->ui);
  g_assert_true (press (text_at (f, 3), GDK_KEY_Down, 0));
  g_assert_true (press (text_at (f, 3), GDK_KEY_Return, 0));
  assert_shown (f, AS_BEFORE ", Sprawdzać frekwencję z wychowawcą i omawiać ją z rodzicami");
  assert_focus (f, text_at (f, 3));
  g_assert_cmpstr (asy_task_get_frequency (asy_task_table_get_current (table_of (f))), ==, "fortnightly");
  g_assert_cmpint (asy_task_get_who_kind (asy_task_table_get_current (table_of (f))), ==, ASY_TASK_WHO_KIND_ASSISTANT);
  g_assert_cmpuint (asy_task_get_until_day (asy_task_table_get_current (table_of (f))), ==, STORE_FIXTURE_TODAY + 30);
  act (f, "plan.undo");
  assert_shown (f, AS_BEFORE);
}

/* Down asks an empty line for what the library has: the tasks of the goal. */
static void
test_tasks_of_the_same_goal (Fixture *f, gconstpointer user_data)
{
  AsyInlineText *title = begin_goal (f, "szkoly regul");

  press (title, GDK_KEY_Down, 0);
  press (title, GDK_KEY_Return, GDK_SHIFT_MASK);
  assert_shown (f, SCHOOL);
  act (f, "plan.new-task");
  ui_fixture_settle (&f->ui);
  g_assert_true (press (text_at (f, 0), GDK_KEY_Down, 0));
  g_assert_cmpuint (asy_completion_get_n_shown (completion_of (GTK_WIDGET (table_of (f)))), ==, 4);
  g_assert_true (press (text_at (f, 0), GDK_KEY_Down, 0));
  g_assert_true (press (text_at (f, 0), GDK_KEY_Return, 0));
  assert_shown (f, SCHOOL ": Usprawiedliwiać nieobecności w dzienniku elektronicznym w ciągu siedmiu dni");
}

/* Taken from the pane, or dropped among the goals. */
static void
test_library_pane (Fixture *f, gconstpointer user_data)
{
  const gint64 id = f->library_goal_id;
  GtkWidget *pane = ui_find (f->page, ASY_TYPE_LIBRARY_PANE);
  GtkWidget *goals = ui_find (f->page, ASY_TYPE_GOAL_LIST);

  act (f, "plan.library");
  ui_fixture_settle (&f->ui);
  g_assert_true (gtk_widget_get_mapped (pane));
  g_assert_true (gtk_widget_activate_action (pane, "plan.goal-from-library", "x", id));
  assert_shown (f, SCHOOL ": " SCHOOL_TASKS);
  act (f, "plan.undo");
  assert_shown (f, AS_BEFORE);
  g_signal_emit_by_name (goals, "library-dropped", id, asy_record_get_uid (ASY_RECORD (f->first_goal)));
  assert_shown (f, SCHOOL ": " SCHOOL_TASKS);
  act_by (f, "plan.go", -1);
  assert_shown (f, AS_BEFORE);
  g_signal_emit_by_name (pane, "closed");
  ui_fixture_settle (&f->ui);
  g_assert_false (gtk_widget_get_mapped (pane));
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

/* Names are left out, and nothing is kept while a word stands in for one. */
static void
test_keep (Fixture *f, gconstpointer user_data)
{
  AsyForm *form;
  AsyLibraryGoal *copy;

  act (f, "plan.keep-goal");
  ui_fixture_settle (&f->ui);
  form = find_form ();
  g_assert_nonnull (form);
  copy = asy_form_get_record (form, 0);
  g_assert_cmpstr (asy_library_goal_get_title (copy), ==, "Poranki");
  asy_library_goal_set_title (copy, "Poranki z [dziecko]");
  g_assert_false (asy_form_can_save (form));
  asy_library_goal_set_title (copy, "Poranki u Malinowskich");
  g_assert_false (asy_form_can_save (form));
  asy_library_goal_set_title (copy, "Spokojne poranki");
  g_assert_true (asy_form_can_save (form));
  asy_form_save (form);
  ui_fixture_settle (&f->ui);
  g_assert_null (find_form ());
  begin_goal (f, "spokojne");
  g_assert_cmpuint (asy_completion_get_n_shown (completion_of (GTK_WIDGET (view_of (f)))), ==, 1);
}

/* In a narrow window the goals are in a popover, and come back when there is room. */
static void
test_narrow (Fixture *f, gconstpointer user_data)
{
  GtkWidget *goals = ui_find (f->page, ASY_TYPE_GOAL_LIST);

  gtk_widget_set_margin_end (f->page, 200);
  ui_wait_for (gtk_widget_get_ancestor (goals, GTK_TYPE_POPOVER) != NULL);
  g_assert_nonnull (ui_find_titled (f->page, GTK_TYPE_LABEL, "1. Poranki"));
  act_by (f, "plan.go", 1);
  assert_shown (f, "Szkoła: Szkoła 1");
  g_assert_nonnull (ui_find_titled (f->page, GTK_TYPE_LABEL, "2. Szkoła"));
  g_assert_false (gtk_widget_get_mapped (goals));
  gtk_widget_set_margin_end (f->page, 0);
  ui_wait_for (gtk_widget_get_ancestor (goals, GTK_TYPE_POPOVER) == NULL);
  ui_wait_for (gtk_widget_get_mapped (goals));
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

#define ADD(path, func, data) g_test_add ("/plans-page/" path, Fixture, data, set_up, func, tear_down)
  ADD ("outliner", test_outliner, NULL);
  ADD ("begun-and-left", test_begun_and_left, NULL);
  ADD ("moves", test_moves, NULL);
  ADD ("goal", test_goal, NULL);
  ADD ("rows-are-kept", test_rows_are_kept, NULL);
  ADD ("typing-survives-another-goal", test_typing_survives_another_goal, NULL);
  ADD ("difficulty", test_difficulty, NULL);
  ADD ("agreed", test_agreed, "agreed");
  ADD ("goal-of-library", test_goal_of_library, NULL);
  ADD ("goal-of-library-after-a-pause", test_goal_of_library_after_a_pause, NULL);
  ADD ("older-goal-takes-from-library", test_older_goal_takes_from_library, NULL);
  ADD ("own-words", test_own_words, NULL);
  ADD ("task-of-library", test_task_of_library, NULL);
  ADD ("tasks-of-the-same-goal", test_tasks_of_the_same_goal, NULL);
  ADD ("library-pane", test_library_pane, NULL);
  ADD ("keep", test_keep, NULL);
  ADD ("narrow", test_narrow, NULL);
#undef ADD
  return g_test_run ();
}
