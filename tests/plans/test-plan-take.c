/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plans/asy-plan-history.h"
#include "plans/asy-plan-edits.h"
#include "store-fixture.h"
#include "store/asy-plan-edit.h"
#include "store/asy-plans.h"

/* Steps of the editor against a real register: what it holds after each step is
 * what the editor holds. */

typedef struct {
  StoreFixture store;
  AsyPlan *plan;
  AsyPlanFile *file;            /* as the editor has it */
} Fixture;

static gint64
plan_id (Fixture *f)
{
  return asy_record_get_id (ASY_RECORD (f->plan));
}

static AsyPlanFile *
load (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  AsyPlanFile *file = asy_plan_file_load (f->store.session, plan_id (f), &error);

  g_assert_no_error (error);
  return file;
}

static void
add_goal (Fixture *f, const char *title, guint n_tasks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_goal_set_plan_id (goal, plan_id (f));
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, title);
  asy_goal_set_effect (goal, "Skutek");
  asy_goal_save (f->store.session, goal, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_tasks; i++)
    {
      g_autoptr (AsyTask) task = asy_task_new ();
      g_autofree char *what = g_strdup_printf ("%s %u", title, i + 1);

      asy_task_set_goal_id (task, asy_record_get_id (ASY_RECORD (goal)));
      asy_task_set_what (task, what);
      asy_task_set_until_day (task, asy_day_new (2026, 6, 30));
      asy_task_save (f->store.session, task, &error);
      g_assert_no_error (error);
    }
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&f->store, NULL);
  f->plan = asy_plan_new ();
  asy_plan_set_case_file_id (f->plan, store_fixture_add_case (&f->store, store_fixture_add_family (&f->store, "Malinowscy"), "2025-09-15"));
  asy_plan_save (f->store.session, f->plan, &error);
  g_assert_no_error (error);
  add_goal (f, "Poranki", 3);
  add_goal (f, "Szkoła", 1);
  add_goal (f, "Dom", 0);
  f->file = load (f);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  g_clear_object (&f->plan);
  g_clear_pointer (&f->file, asy_plan_file_free);
  store_fixture_tear_down (&f->store, NULL);
}

static gboolean
take (Fixture *f, AsyPlanEdit *step, GError **error)
{
  g_assert_nonnull (step);
  return asy_plan_edit_take (f->store.session, plan_id (f), step, error);
}

static void
assert_stored (Fixture *f)
{
  g_autoptr (AsyPlanFile) stored = load (f);
  g_autoptr (AsyPlanEdit) difference = asy_plan_edit_between (f->file, stored, ASY_PLAN_EDIT_FORM);

  g_assert_null (difference);
}

static void
do_step (Fixture *f, AsyPlanEdit *step)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (take (f, step, &error));
  g_assert_no_error (error);
  asy_plan_edit_apply (step, f->file);
  assert_stored (f);
}

static void
do_and_undo (Fixture *f, AsyPlanEdit *step)
{
  g_autoptr (AsyPlanEdit) owned G_GNUC_UNUSED = step;
  g_autoptr (AsyPlanEdit) back = asy_plan_edit_reverse (step);
  g_autoptr (AsyPlanFile) before = asy_plan_file_copy (f->file);
  g_autoptr (AsyPlanEdit) difference = NULL;

  do_step (f, step);
  do_step (f, back);
  difference = asy_plan_edit_between (before, f->file, ASY_PLAN_EDIT_FORM);
  g_assert_null (difference);
  do_step (f, step);
}

static AsyGoal *
goal_at (Fixture *f, guint at)
{
  return f->file->goals->pdata[at];
}

static AsyTask *
task_at (Fixture *f, guint at)
{
  return f->file->tasks->pdata[at];
}

static void
test_every_kind (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyTask) task = asy_task_new ();
  g_autoptr (AsyGoal) goal = asy_goal_new ();
  g_autoptr (AsyGoal) changed = asy_record_duplicate (goal_at (f, 1));
  g_autoptr (AsyPlan) plan = asy_record_duplicate (f->file->plan);

  asy_task_set_what (task, "Nowe");
  do_and_undo (f, asy_plan_edits_add_task (f->file, task, goal_at (f, 0), task_at (f, 0)));
  asy_goal_set_title (goal, "Nowy");
  asy_goal_set_area (goal, "O1");
  do_and_undo (f, asy_plan_edits_add_goal (f->file, goal, goal_at (f, 0), NULL));
  asy_goal_set_effect (changed, "Inny skutek");
  do_and_undo (f, asy_plan_edits_edit (f->file, changed));
  asy_plan_set_main_goal (plan, "Dzieci bezpieczne");
  do_and_undo (f, asy_plan_edits_edit (f->file, plan));
  do_and_undo (f, asy_plan_edits_tick (f->file, task_at (f, 2), TRUE, STORE_FIXTURE_TODAY));
  do_and_undo (f, asy_plan_edits_move_goal (f->file, goal_at (f, 0), 1));
  do_and_undo (f, asy_plan_edits_move_task (f->file, task_at (f, 0), 1));
  do_and_undo (f, asy_plan_edits_move_task_to (f->file, task_at (f, 0), goal_at (f, 3)));
  do_and_undo (f, asy_plan_edits_indent (f->file, goal_at (f, 2)));
  do_and_undo (f, asy_plan_edits_outdent (f->file, task_at (f, 1)));
  do_and_undo (f, asy_plan_edits_remove_task (f->file, task_at (f, 0)));
  do_and_undo (f, asy_plan_edits_remove_goal (f->file, goal_at (f, 0)));
}

static AsyPlanEdit *
random_step (Fixture *f)
{
  AsyGoal *goal = f->file->goals->len > 0 ? goal_at (f, g_test_rand_int_range (0, (int) f->file->goals->len)) : NULL;
  AsyTask *task = f->file->tasks->len > 0 ? task_at (f, g_test_rand_int_range (0, (int) f->file->tasks->len)) : NULL;
  g_autoptr (AsyTask) fresh = asy_task_new ();
  g_autoptr (AsyGoal) other = asy_goal_new ();

  asy_task_set_what (fresh, "Nowe");
  asy_goal_set_title (other, "Nowy");
  asy_goal_set_area (other, "O1");
  switch (goal == NULL || task == NULL ? 0 : g_test_rand_int_range (0, 9))
    {
    case 0:
      return goal == NULL ? asy_plan_edits_add_goal (f->file, other, NULL, NULL) : asy_plan_edits_add_task (f->file, fresh, goal, NULL);
    case 1:
      return asy_plan_edits_add_goal (f->file, other, goal, NULL);
    case 2:
      return asy_plan_edits_remove_goal (f->file, goal);
    case 3:
      return asy_plan_edits_move_goal (f->file, goal, 1);
    case 4:
      return asy_plan_edits_indent (f->file, goal);
    case 5:
      return asy_plan_edits_outdent (f->file, task);
    case 6:
      return asy_plan_edits_move_task (f->file, task, -1);
    case 7:
      return asy_plan_edits_move_task_to (f->file, task, goal);
    case 8:
    default:
      return asy_plan_edits_tick (f->file, task, g_test_rand_bit (), STORE_FIXTURE_TODAY);
    }
}

static void
test_random_walk (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyPlanFile) start = asy_plan_file_copy (f->file);
  g_autoptr (AsyPlanHistory) history = asy_plan_history_new ();
  g_autoptr (AsyPlanEdit) difference = NULL;
  guint n = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (AsyPlanEdit) step = random_step (f);

      if (step == NULL)
        continue;
      do_step (f, step);
      asy_plan_history_push (history, step);
      n++;
    }
  g_assert_cmpuint (n, >, 20);
  while (asy_plan_history_peek_undo (history) != NULL)
    {
      g_autoptr (AsyPlanEdit) step = asy_plan_history_undo (history);

      do_step (f, step);
    }
  difference = asy_plan_edit_between (start, f->file, ASY_PLAN_EDIT_FORM);
  g_assert_null (difference);
}

static void
assert_refused (Fixture *f, AsyPlanEdit *step, AsyStoreErrorCode code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlanFile) before = load (f);
  g_autoptr (AsyPlanFile) after = NULL;
  g_autoptr (AsyPlanEdit) difference = NULL;

  g_assert_false (take (f, step, &error));
  g_assert_error (error, ASY_STORE_ERROR, (int) code);
  after = load (f);
  difference = asy_plan_edit_between (before, after, ASY_PLAN_EDIT_FORM);
  g_assert_null (difference);
}

static void
change_behind_back (Fixture *f, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyTask) task = asy_record_duplicate (task_at (f, 0));

  asy_task_set_what (task, what);
  g_assert_true (asy_task_save (f->store.session, task, &error));
  g_assert_no_error (error);
}

/* Another field of the same line may have changed meanwhile, but not the one of the step. */
static void
test_conflict (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyTask) changed = asy_record_duplicate (task_at (f, 0));
  g_autoptr (AsyPlanEdit) rename = NULL;
  g_autoptr (AsyPlanEdit) tick = asy_plan_edits_tick (f->file, task_at (f, 0), TRUE, STORE_FIXTURE_TODAY);
  g_autoptr (GError) error = NULL;

  asy_task_set_what (changed, "Moje");
  rename = asy_plan_edits_edit (f->file, changed);
  change_behind_back (f, "Cudze");
  assert_refused (f, rename, ASY_STORE_ERROR_CONFLICT);
  g_assert_true (take (f, tick, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM task WHERE what = 'Cudze' AND status = 'done'"), ==, 1);
}

/* Nobody's words go unseen: what was changed or added meanwhile is not removed. */
static void
test_removal_of_what_others_wrote (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyPlanEdit) remove_task = asy_plan_edits_remove_task (f->file, task_at (f, 0));
  g_autoptr (AsyPlanEdit) remove_goal = asy_plan_edits_remove_goal (f->file, goal_at (f, 2));
  g_autoptr (AsyTask) task = asy_task_new ();
  g_autoptr (GError) error = NULL;

  change_behind_back (f, "Cudze");
  assert_refused (f, remove_task, ASY_STORE_ERROR_CONFLICT);
  asy_task_set_goal_id (task, asy_record_get_id (ASY_RECORD (goal_at (f, 2))));
  asy_task_set_what (task, "Cudze zadanie");
  g_assert_true (asy_task_save (f->store.session, task, &error));
  assert_refused (f, remove_goal, ASY_STORE_ERROR_CONFLICT);
}

static void
test_gone_line (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyPlanEdit) tick = asy_plan_edits_tick (f->file, task_at (f, 0), TRUE, STORE_FIXTURE_TODAY);
  g_autoptr (AsyTask) task = asy_record_duplicate (task_at (f, 0));
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_task_delete (f->store.session, task, &error));
  assert_refused (f, tick, ASY_STORE_ERROR_NOT_FOUND);
}

/* In an agreed plan progress goes on, and is taken back; nothing else. */
static void
test_agreed_plan (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyPlan) plan = NULL;
  g_autoptr (AsyGoal) changed = NULL;
  g_autoptr (AsyPlanEdit) rename = NULL;
  g_autoptr (AsyPlanEdit) remove = NULL;
  g_autoptr (GError) error = NULL;

  do_and_undo (f, asy_plan_edits_remove_goal (f->file, goal_at (f, 2)));
  plan = asy_record_duplicate (f->file->plan);
  g_assert_true (asy_plan_agree (f->store.session, plan, STORE_FIXTURE_TODAY, &error));
  g_clear_pointer (&f->file, asy_plan_file_free);
  f->file = load (f);
  do_and_undo (f, asy_plan_edits_tick (f->file, task_at (f, 0), TRUE, STORE_FIXTURE_TODAY));
  changed = asy_record_duplicate (goal_at (f, 0));
  asy_goal_set_title (changed, "Inny");
  rename = asy_plan_edits_edit (f->file, changed);
  assert_refused (f, rename, ASY_STORE_ERROR_FROZEN);
  remove = asy_plan_edits_remove_task (f->file, task_at (f, 1));
  assert_refused (f, remove, ASY_STORE_ERROR_FROZEN);
}

/* A step is one change in the audit for each line, and the line keeps its name. */
static void
test_audit_and_names (Fixture *f, gconstpointer user_data)
{
  g_autofree char *uid = g_strdup (asy_record_get_uid (ASY_RECORD (task_at (f, 0))));
  g_autoptr (AsyPlanEdit) step = asy_plan_edits_remove_goal (f->file, goal_at (f, 0));
  g_autoptr (AsyPlanEdit) back = asy_plan_edit_reverse (step);
  const gint64 before = store_fixture_query_int (&f->store, "SELECT count(*) FROM audit");

  do_step (f, step);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit"), ==, before + 4);
  do_step (f, back);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit"), ==, before + 8);
  g_assert_nonnull (asy_plan_file_find_task (f->file, uid));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/plan-take/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("every-kind", test_every_kind);
  ADD ("random-walk", test_random_walk);
  ADD ("conflict", test_conflict);
  ADD ("removal-of-what-others-wrote", test_removal_of_what_others_wrote);
  ADD ("gone-line", test_gone_line);
  ADD ("agreed-plan", test_agreed_plan);
  ADD ("audit-and-names", test_audit_and_names);
#undef ADD
  return g_test_run ();
}
