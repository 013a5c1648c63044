/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The editor of a plan with 60 goals and 600 tasks: what each step costs the
 * window until it is painted, in time of the processor. Run by tools/headless. */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "bench-util.h"
#include "plans/asy-goal-view.h"
#include "plans/asy-plans-page.h"
#include "store/asy-plans.h"
#include "ui-fixture.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

#define N_GOALS 60
#define N_TASKS 10
#define N_ROUNDS 60

static guint n_frames;

static void
on_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  n_frames++;
}

static void
add_task (UiFixture *f, gint64 goal_id, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyTask) task = asy_task_new ();
  g_autofree char *what = g_strdup_printf ("Zadanie %u, opisane tak, jak opisuje się je w planie pracy z rodziną", number);

  asy_task_set_goal_id (task, goal_id);
  asy_task_set_what (task, what);
  asy_task_set_from_day (task, STORE_FIXTURE_TODAY);
  asy_task_set_until_day (task, STORE_FIXTURE_TODAY + 30 + number);
  asy_task_set_frequency (task, "weekly");
  asy_task_save (f->base.session, task, &error);
  g_assert_no_error (error);
}

static void
add_goal (UiFixture *f, gint64 plan_id, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyGoal) goal = asy_goal_new ();
  g_autofree char *area = g_strdup_printf ("O%u", number * 14 / N_GOALS + 1);
  g_autofree char *title = g_strdup_printf ("Cel %u: regularne uczęszczanie dzieci do szkoły", number + 1);

  asy_goal_set_plan_id (goal, plan_id);
  asy_goal_set_area (goal, area);
  asy_goal_set_title (goal, title);
  asy_goal_set_effect (goal, "Dzieci są w szkole każdego dnia nauki, nieobecności tylko usprawiedliwione.");
  asy_goal_set_measure (goal, "Frekwencja w dzienniku co najmniej 95% w każdym miesiącu.");
  asy_goal_save (f->base.session, goal, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_TASKS; i++)
    add_task (f, asy_record_get_id (ASY_RECORD (goal)), i + 1);
}

static gint64
fill_register (UiFixture *f)
{
  const gint64 family_id = store_fixture_add_family (&f->base, "Malinowscy");
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  g_autoptr (GError) error = NULL;

  store_fixture_add_office (&f->base);
  asy_plan_set_case_file_id (plan, store_fixture_add_case (&f->base, family_id, "2025-09-15"));
  asy_plan_set_main_goal (plan, "Dzieci bezpieczne w domu");
  asy_plan_set_from_day (plan, STORE_FIXTURE_TODAY);
  asy_plan_set_until_day (plan, STORE_FIXTURE_TODAY + 300);
  asy_plan_save (f->base.session, plan, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_GOALS; i++)
    add_goal (f, asy_record_get_id (ASY_RECORD (plan)), i);
  return family_id;
}

static void
paint (UiFixture *f)
{
  const guint n = n_frames;

  gtk_widget_queue_draw (f->window);
  while (n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

/* The store's answer is painted too before the next round begins, but is not of it. */
static void
rest (UiFixture *f)
{
  ui_fixture_settle (f);
  paint (f);
}

typedef void (*Step) (GtkWidget *page, guint round);

static void
measure (UiFixture *f, GtkWidget *page, const char *name, Step prepare, Step step)
{
  g_autoptr (GArray) times = bench_times_new ();
  g_autofree char *worst = g_strconcat (name, "-p99", NULL);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start_ms;

      if (prepare != NULL)
        prepare (page, i);
      rest (f);
      start_ms = bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
      step (page, i);
      paint (f);
      bench_times_add (times, bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - start_ms);
      rest (f);
    }
  bench_report_times (name, times, 0.5, "<=16");
  bench_report_times (worst, times, 0.99, "<=16");
}

static AsyGoalView *
view_of (GtkWidget *page)
{
  return ASY_GOAL_VIEW (ui_find (page, ASY_TYPE_GOAL_VIEW));
}

static AsyInlineText *
text_of_task (GtkWidget *page)
{
  return asy_task_row_get_text (asy_task_table_get_row (asy_goal_view_get_table (view_of (page)), 3));
}

static void
type (AsyInlineText *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "ż", -1);
}

static void
focus_task (GtkWidget *page, guint round)
{
  asy_inline_text_edit (text_of_task (page));
}

static void
type_task (GtkWidget *page, guint round)
{
  type (text_of_task (page));
}

static void
save_task (GtkWidget *page, guint round)
{
  asy_inline_text_flush (text_of_task (page));
}

static void
focus_title (GtkWidget *page, guint round)
{
  asy_goal_view_focus_title (view_of (page));
}

static void
type_title (GtkWidget *page, guint round)
{
  type (asy_goal_view_get_title (view_of (page)));
}

/* Letters that begin many a word of the library: the list below the text is made anew with each. */
static void
complete (AsyInlineText *text, guint round)
{
  static const char *const words[] = { "d", "dz", "dzi", "dzie", "r", "ro", "rod", "p", "pr", "s", "sp", "z" };

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), words[round % G_N_ELEMENTS (words)], -1);
}

static void
begin_goal (GtkWidget *page, guint round)
{
  if (round == 0)
    gtk_widget_activate_action (page, "plan.new-goal", NULL);
}

static void
complete_goal (GtkWidget *page, guint round)
{
  complete (asy_goal_view_get_title (view_of (page)), round);
}

static void
complete_task (GtkWidget *page, guint round)
{
  complete (text_of_task (page), round);
}

static void
tick (GtkWidget *page, guint round)
{
  gtk_widget_activate_action (page, "plan.tick", NULL);
}

static void
go_on (GtkWidget *page, guint round)
{
  gtk_widget_activate_action (page, "plan.go", "i", round % 40 < 20 ? 1 : -1);
}

static void
begin_task (GtkWidget *page, guint round)
{
  gtk_widget_activate_action (page, "plan.new-task", NULL);
}

/* Each in another goal, so that the plan stays what it is. */
static void
end_task (GtkWidget *page, guint round)
{
  AsyTaskTable *table = asy_goal_view_get_table (view_of (page));
  AsyTaskRow *row;

  go_on (page, round);
  begin_task (page, round);
  for (guint i = 0; (row = asy_task_table_get_row (table, i)) != NULL; i++)
    if (asy_task_row_get_uid (row) == NULL)
      type (asy_task_row_get_text (row));
}

static void
write_task (GtkWidget *page, guint round)
{
  AsyTaskTable *table = asy_goal_view_get_table (view_of (page));
  AsyTaskRow *row;

  for (guint i = 0; (row = asy_task_table_get_row (table, i)) != NULL; i++)
    if (asy_task_row_get_uid (row) == NULL)
      asy_inline_text_flush (asy_task_row_get_text (row));
}

static void
undo (GtkWidget *page, guint round)
{
  gtk_widget_activate_action (page, "plan.undo", NULL);
}

static void
on_realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint_cb), NULL);
}

int
main (void)
{
  UiFixture f = { 0 };
  gint64 family_id;
  GtkWidget *page;

  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();
  asy_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ui_fixture_set_up (&f, NULL);
  family_id = fill_register (&f);
  ui_fixture_open (&f);
  on_realize_cb (f.window);
  page = asy_plans_page_new (f.context);
  gtk_window_set_default_size (GTK_WINDOW (f.window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (f.window), page);
  asy_page_show (ASY_PAGE (page), "plan", family_id, NULL);
  rest (&f);
  measure (&f, page, "plan-keystroke-in-task", focus_task, type_task);
  measure (&f, page, "plan-save-what-was-typed", type_task, save_task);
  measure (&f, page, "plan-keystroke-in-goal", focus_title, type_title);
  measure (&f, page, "plan-complete-task", focus_task, complete_task);
  measure (&f, page, "plan-tick", focus_task, tick);
  measure (&f, page, "plan-another-goal", NULL, go_on);
  measure (&f, page, "plan-begin-task", focus_title, begin_task);
  measure (&f, page, "plan-add-task", end_task, write_task);
  measure (&f, page, "plan-undo", NULL, undo);
  measure (&f, page, "plan-complete-goal", begin_goal, complete_goal);
  ui_fixture_tear_down (&f, NULL);
  return 0;
}
