/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plans/asy-plan-count.h"
#include "plans/asy-plan-history.h"
#include "plans/asy-plan-edits.h"

/* Three goals: A with a1 a2 a3, B with b1, C without tasks. */

static void
add_goal (AsyPlanFile *file, const char *name)
{
  AsyGoal *goal = asy_goal_new ();

  asy_record_set_id (ASY_RECORD (goal), file->goals->len + 1);
  asy_record_set_uid (ASY_RECORD (goal), name);
  asy_goal_set_plan_id (goal, 1);
  asy_goal_set_position (goal, file->goals->len + 1);
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, name);
  g_ptr_array_add (file->goals, goal);
}

static void
add_task (AsyPlanFile *file, gint64 goal_id, gint64 position, const char *name)
{
  AsyTask *task = asy_task_new ();

  asy_record_set_id (ASY_RECORD (task), 100 + file->tasks->len);
  asy_record_set_uid (ASY_RECORD (task), name);
  asy_task_set_goal_id (task, goal_id);
  asy_task_set_position (task, position);
  asy_task_set_what (task, name);
  g_ptr_array_add (file->tasks, task);
}

static AsyPlanFile *
make_file (void)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  AsyPlanFile *file;

  asy_record_set_id (ASY_RECORD (plan), 1);
  asy_record_set_uid (ASY_RECORD (plan), "plan");
  file = asy_plan_file_new (plan);
  add_goal (file, "A");
  add_goal (file, "B");
  add_goal (file, "C");
  add_task (file, 1, 1, "a1");
  add_task (file, 1, 2, "a2");
  add_task (file, 1, 3, "a3");
  add_task (file, 2, 1, "b1");
  return file;
}

/* `A(a1 a2 a3) B(b1) C()`; a tick is `+`. */
static char *
dup_outline (AsyPlanFile *file)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < file->goals->len; i++)
    {
      AsyGoal *goal = file->goals->pdata[i];
      g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (file, asy_record_get_id (ASY_RECORD (goal)));

      g_string_append_printf (text, "%s%s(", i > 0 ? " " : "", asy_goal_get_title (goal));
      for (guint k = 0; k < tasks->len; k++)
        g_string_append_printf (text, "%s%s%s", k > 0 ? " " : "", asy_task_get_what (tasks->pdata[k]),
                                asy_task_get_status (tasks->pdata[k]) == ASY_TASK_STATUS_DONE ? "+" : "");
      g_string_append (text, ")");
    }
  return g_string_free (text, FALSE);
}

static AsyGoal *
goal_at (AsyPlanFile *file, guint at)
{
  return file->goals->pdata[at];
}

static AsyTask *
task_named (AsyPlanFile *file, const char *name)
{
  AsyTask *task = asy_plan_file_find_task (file, name);

  g_assert_nonnull (task);
  return task;
}

static AsyPlanEdit *
new_goal_behind_first (AsyPlanFile *file)
{
  g_autoptr (AsyGoal) goal = asy_goal_new ();
  g_autoptr (AsyTask) task = asy_task_new ();
  g_autoptr (GPtrArray) tasks = g_ptr_array_new ();

  asy_goal_set_title (goal, "N");
  asy_goal_set_area (goal, "O1");
  asy_task_set_what (task, "n1");
  g_ptr_array_add (tasks, task);
  return asy_plan_edits_add_goal (file, goal, goal_at (file, 0), tasks);
}

static AsyPlanEdit *
new_goal_at_end (AsyPlanFile *file)
{
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_goal_set_title (goal, "N");
  asy_goal_set_area (goal, "O1");
  return asy_plan_edits_add_goal (file, goal, NULL, NULL);
}

static AsyPlanEdit *
new_task_behind (AsyPlanFile *file)
{
  g_autoptr (AsyTask) task = asy_task_new ();

  asy_task_set_what (task, "n1");
  return asy_plan_edits_add_task (file, task, goal_at (file, 0), task_named (file, "a1"));
}

static AsyPlanEdit *
new_task_in_empty_goal (AsyPlanFile *file)
{
  g_autoptr (AsyTask) task = asy_task_new ();

  asy_task_set_what (task, "n1");
  return asy_plan_edits_add_task (file, task, goal_at (file, 2), NULL);
}

static AsyPlanEdit *
rename_goal (AsyPlanFile *file)
{
  g_autoptr (AsyGoal) changed = asy_record_duplicate (goal_at (file, 1));

  asy_goal_set_title (changed, "Bis");
  return asy_plan_edits_edit (file, changed);
}

static AsyPlanEdit *
rename_task (AsyPlanFile *file)
{
  g_autoptr (AsyTask) changed = asy_record_duplicate (task_named (file, "a2"));

  asy_task_set_what (changed, "bis");
  return asy_plan_edits_edit (file, changed);
}

static AsyPlanEdit *
change_nothing (AsyPlanFile *file)
{
  g_autoptr (AsyTask) changed = asy_record_duplicate (task_named (file, "a2"));

  return asy_plan_edits_edit (file, changed);
}

static AsyPlanEdit *
remove_goal (AsyPlanFile *file)
{
  return asy_plan_edits_remove_goal (file, goal_at (file, 0));
}

static AsyPlanEdit *
remove_task (AsyPlanFile *file)
{
  return asy_plan_edits_remove_task (file, task_named (file, "a2"));
}

static AsyPlanEdit *
goal_up (AsyPlanFile *file)
{
  return asy_plan_edits_move_goal (file, goal_at (file, 1), -1);
}

static AsyPlanEdit *
first_goal_up (AsyPlanFile *file)
{
  return asy_plan_edits_move_goal (file, goal_at (file, 0), -1);
}

static AsyPlanEdit *
last_goal_down (AsyPlanFile *file)
{
  return asy_plan_edits_move_goal (file, goal_at (file, 2), 1);
}

static AsyPlanEdit *
task_down (AsyPlanFile *file)
{
  return asy_plan_edits_move_task (file, task_named (file, "a1"), 1);
}

static AsyPlanEdit *
last_task_down (AsyPlanFile *file)
{
  return asy_plan_edits_move_task (file, task_named (file, "a3"), 1);
}

static AsyPlanEdit *
task_to_other (AsyPlanFile *file)
{
  return asy_plan_edits_move_task_to (file, task_named (file, "a2"), goal_at (file, 1));
}

static AsyPlanEdit *
task_to_own (AsyPlanFile *file)
{
  return asy_plan_edits_move_task_to (file, task_named (file, "a2"), goal_at (file, 0));
}

static AsyPlanEdit *
tick (AsyPlanFile *file)
{
  return asy_plan_edits_tick (file, task_named (file, "b1"), TRUE, asy_day_new (2026, 3, 24));
}

static AsyPlanEdit *
untick_open (AsyPlanFile *file)
{
  return asy_plan_edits_tick (file, task_named (file, "b1"), FALSE, asy_day_new (2026, 3, 24));
}

static AsyPlanEdit *
indent (AsyPlanFile *file)
{
  return asy_plan_edits_indent (file, goal_at (file, 1));
}

static AsyPlanEdit *
indent_first (AsyPlanFile *file)
{
  return asy_plan_edits_indent (file, goal_at (file, 0));
}

static AsyPlanEdit *
outdent (AsyPlanFile *file)
{
  return asy_plan_edits_outdent (file, task_named (file, "a2"));
}

static const struct {
  const char *name;
  AsyPlanEdit *(*make) (AsyPlanFile *file);
  AsyPlanEditKind kind;
  const char *outline;          /* NULL: there is nothing to do */
} cases[] = {
  { "goal-behind", new_goal_behind_first, ASY_PLAN_EDIT_ADD_GOAL, "A(a1 a2 a3) N(n1) B(b1) C()" },
  { "goal-at-end", new_goal_at_end, ASY_PLAN_EDIT_ADD_GOAL, "A(a1 a2 a3) B(b1) C() N()" },
  { "task-behind", new_task_behind, ASY_PLAN_EDIT_ADD_TASK, "A(a1 n1 a2 a3) B(b1) C()" },
  { "task-in-empty", new_task_in_empty_goal, ASY_PLAN_EDIT_ADD_TASK, "A(a1 a2 a3) B(b1) C(n1)" },
  { "rename-goal", rename_goal, ASY_PLAN_EDIT_CHANGE_GOAL, "A(a1 a2 a3) Bis(b1) C()" },
  { "rename-task", rename_task, ASY_PLAN_EDIT_CHANGE_TASK, "A(a1 bis a3) B(b1) C()" },
  { "nothing", change_nothing, ASY_PLAN_EDIT_CHANGE_TASK, NULL },
  { "remove-goal", remove_goal, ASY_PLAN_EDIT_REMOVE_GOAL, "B(b1) C()" },
  { "remove-task", remove_task, ASY_PLAN_EDIT_REMOVE_TASK, "A(a1 a3) B(b1) C()" },
  { "goal-up", goal_up, ASY_PLAN_EDIT_MOVE_GOAL, "B(b1) A(a1 a2 a3) C()" },
  { "first-goal-up", first_goal_up, ASY_PLAN_EDIT_MOVE_GOAL, NULL },
  { "last-goal-down", last_goal_down, ASY_PLAN_EDIT_MOVE_GOAL, NULL },
  { "task-down", task_down, ASY_PLAN_EDIT_MOVE_TASK, "A(a2 a1 a3) B(b1) C()" },
  { "last-task-down", last_task_down, ASY_PLAN_EDIT_MOVE_TASK, NULL },
  { "task-to-other", task_to_other, ASY_PLAN_EDIT_MOVE_TASK, "A(a1 a3) B(b1 a2) C()" },
  { "task-to-own", task_to_own, ASY_PLAN_EDIT_MOVE_TASK, NULL },
  { "tick", tick, ASY_PLAN_EDIT_TICK, "A(a1 a2 a3) B(b1+) C()" },
  { "untick-open", untick_open, ASY_PLAN_EDIT_TICK, NULL },
  { "indent", indent, ASY_PLAN_EDIT_INDENT, "A(a1 a2 a3 B b1) C()" },
  { "indent-first", indent_first, ASY_PLAN_EDIT_INDENT, NULL },
  { "outdent", outdent, ASY_PLAN_EDIT_OUTDENT, "A(a1 a3) a2() B(b1) C()" },
};

static void
assert_outline (AsyPlanFile *file, const char *expected)
{
  g_autofree char *outline = dup_outline (file);

  g_assert_cmpstr (outline, ==, expected);
}

static void
assert_same (AsyPlanFile *file, AsyPlanFile *other)
{
  g_autoptr (AsyPlanEdit) step = asy_plan_edit_between (file, other, ASY_PLAN_EDIT_FORM);

  g_assert_null (step);
}

static void
test_step (gconstpointer user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autoptr (AsyPlanFile) file = make_file ();
  g_autoptr (AsyPlanFile) before = asy_plan_file_copy (file);
  g_autoptr (AsyPlanEdit) step = cases[i].make (file);
  g_autoptr (AsyPlanEdit) back = NULL;

  assert_same (file, before);
  if (cases[i].outline == NULL)
    {
      g_assert_null (step);
      return;
    }
  g_assert_nonnull (step);
  g_assert_cmpint (step->kind, ==, cases[i].kind);
  asy_plan_edit_apply (step, file);
  assert_outline (file, cases[i].outline);
  back = asy_plan_edit_reverse (step);
  asy_plan_edit_apply (back, file);
  assert_same (before, file);
  asy_plan_edit_apply (step, file);
  assert_outline (file, cases[i].outline);
}

/* What the goal says of its effect is not lost on the way to a task and back. */
static void
test_words_kept (void)
{
  g_autoptr (AsyPlanFile) file = make_file ();
  g_autoptr (AsyPlanEdit) step = NULL;
  AsyTask *task;

  asy_goal_set_effect (goal_at (file, 1), "Skutek");
  asy_goal_set_measure (goal_at (file, 1), "Miara");
  asy_goal_set_until_day (goal_at (file, 1), asy_day_new (2026, 6, 30));
  step = asy_plan_edits_indent (file, goal_at (file, 1));
  asy_plan_edit_apply (step, file);
  task = file->tasks->pdata[3];
  g_assert_cmpstr (asy_task_get_what (task), ==, "B");
  g_assert_cmpstr (asy_task_get_note (task), ==, "Skutek\nMiara");
  g_assert_cmpint (asy_task_get_until_day (task), ==, asy_day_new (2026, 6, 30));
}

static AsyPlanEdit *
random_step (AsyPlanFile *file)
{
  AsyGoal *goal = file->goals->len > 0 ? goal_at (file, g_test_rand_int_range (0, (int) file->goals->len)) : NULL;
  AsyTask *task = file->tasks->len > 0 ? file->tasks->pdata[g_test_rand_int_range (0, (int) file->tasks->len)] : NULL;
  g_autoptr (AsyTask) fresh = asy_task_new ();

  asy_task_set_what (fresh, "n");
  switch (goal == NULL ? 0 : g_test_rand_int_range (0, 10))
    {
    case 0:
      return new_goal_at_end (file);
    case 1:
      return asy_plan_edits_add_task (file, fresh, goal, NULL);
    case 2:
      return asy_plan_edits_remove_goal (file, goal);
    case 3:
      return asy_plan_edits_move_goal (file, goal, g_test_rand_bit () ? 1 : -1);
    case 4:
      return asy_plan_edits_indent (file, goal);
    case 5:
      return task != NULL ? asy_plan_edits_outdent (file, task) : NULL;
    case 6:
      return task != NULL ? asy_plan_edits_move_task (file, task, g_test_rand_bit () ? 1 : -1) : NULL;
    case 7:
      return task != NULL ? asy_plan_edits_move_task_to (file, task, goal) : NULL;
    case 8:
      return task != NULL ? asy_plan_edits_tick (file, task, g_test_rand_bit (), asy_day_new (2026, 3, 24)) : NULL;
    case 9:
    default:
      return task != NULL ? asy_plan_edits_remove_task (file, task) : NULL;
    }
}

static void
test_random_walk (void)
{
  g_autoptr (AsyPlanFile) file = make_file ();
  g_autoptr (AsyPlanFile) start = asy_plan_file_copy (file);
  g_autoptr (AsyPlanFile) end = NULL;
  g_autoptr (AsyPlanHistory) history = asy_plan_history_new ();
  guint n = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (AsyPlanEdit) step = random_step (file);

      if (step == NULL)
        continue;
      asy_plan_edit_apply (step, file);
      asy_plan_history_push (history, step);
      n++;
    }
  g_assert_cmpuint (n, >, 200);
  end = asy_plan_file_copy (file);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AsyPlanEdit) step = asy_plan_history_undo (history);

      asy_plan_edit_apply (step, file);
    }
  g_assert_null (asy_plan_history_peek_undo (history));
  assert_same (start, file);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AsyPlanEdit) step = asy_plan_history_redo (history);

      asy_plan_edit_apply (step, file);
    }
  g_assert_null (asy_plan_history_peek_redo (history));
  assert_same (end, file);
}

/* A new step ends what could be done again. */
static void
test_history (void)
{
  g_autoptr (AsyPlanFile) file = make_file ();
  g_autoptr (AsyPlanHistory) history = asy_plan_history_new ();
  g_autoptr (AsyPlanEdit) one = tick (file);
  g_autoptr (AsyPlanEdit) other = rename_goal (file);
  g_autoptr (AsyPlanEdit) back = NULL;

  g_assert_null (asy_plan_history_peek_undo (history));
  asy_plan_history_push (history, one);
  back = asy_plan_history_undo (history);
  g_assert_nonnull (back);
  g_assert_true (asy_plan_history_peek_redo (history) == one);
  asy_plan_history_push (history, other);
  g_assert_null (asy_plan_history_peek_redo (history));
  g_assert_true (asy_plan_history_peek_undo (history) == other);
}

/* What a form saved, or somebody else, is found by comparing. */
static void
test_between (void)
{
  g_autoptr (AsyPlanFile) before = make_file ();
  g_autoptr (AsyPlanFile) after = asy_plan_file_copy (before);
  g_autoptr (AsyPlanEdit) step = NULL;

  asy_plan_set_main_goal (after->plan, "Cel");
  asy_goal_set_effect (goal_at (after, 0), "Skutek");
  g_ptr_array_remove_index (after->tasks, 1);
  step = asy_plan_edit_between (before, after, ASY_PLAN_EDIT_FORM);
  g_assert_nonnull (step);
  g_assert_cmpuint (step->changes->len, ==, 3);
  asy_plan_edit_apply (step, before);
  assert_same (before, after);
}

static void
test_counts (void)
{
  g_autoptr (AsyPlanFile) file = make_file ();
  const AsyDay today = asy_day_new (2026, 3, 24);
  g_autofree AsyPlanCount *counts = NULL;

  asy_task_set_status (task_named (file, "a1"), ASY_TASK_STATUS_DONE);
  asy_task_set_status (task_named (file, "a2"), ASY_TASK_STATUS_DROPPED);
  asy_task_set_until_day (task_named (file, "a3"), today - 1);
  counts = asy_plan_count_goals (file, today);
  g_assert_cmpuint (counts[0].all, ==, 2);
  g_assert_cmpuint (counts[0].done, ==, 1);
  g_assert_cmpuint (counts[0].late, ==, 1);
  g_assert_cmpuint (counts[1].all, ==, 1);
  g_assert_cmpuint (counts[2].all, ==, 0);
}

static AsyTask *
new_task (const char *what)
{
  AsyTask *task = asy_task_new ();

  asy_task_set_what (task, what);
  return task;
}

static void
test_fill_goal (void)
{
  g_autoptr (AsyPlanFile) file = make_file ();
  g_autoptr (GPtrArray) tasks = asy_record_array_new ();
  g_autoptr (AsyGoal) changed = asy_record_duplicate (goal_at (file, 1));
  g_autoptr (AsyPlanEdit) step = NULL;
  g_autoptr (AsyPlanEdit) back = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *again = NULL;

  g_ptr_array_add (tasks, new_task ("b2"));
  g_ptr_array_add (tasks, new_task ("b3"));
  asy_goal_set_title (changed, "N");
  step = asy_plan_edits_fill_goal (file, changed, tasks);
  back = asy_plan_edit_reverse (step);
  asy_plan_edit_apply (step, file);
  filled = dup_outline (file);
  g_assert_cmpstr (filled, ==, "A(a1 a2 a3) N(b1 b2 b3) C()");
  asy_plan_edit_apply (back, file);
  again = dup_outline (file);
  g_assert_cmpstr (again, ==, "A(a1 a2 a3) B(b1) C()");
  g_assert_null (asy_plan_edits_fill_goal (file, goal_at (file, 1), NULL));
}

static void
push (AsyPlanHistory *history, AsyPlanFile *file, AsyPlanEdit *step)
{
  asy_plan_edit_apply (step, file);
  asy_plan_history_push (history, step);
  asy_plan_edit_unref (step);
}

/* Steps that did nothing but write one line, since it was made. */
static void
test_count_writing (void)
{
  g_autoptr (AsyPlanFile) file = make_file ();
  g_autoptr (AsyPlanHistory) history = asy_plan_history_new ();
  g_autoptr (AsyGoal) goal = asy_goal_new ();
  g_autoptr (AsyGoal) changed = NULL;
  g_autoptr (AsyTask) task = new_task ("d1");
  const char *uid;

  asy_goal_set_area (goal, "O1");
  asy_goal_set_title (goal, "D");
  push (history, file, asy_plan_edits_add_goal (file, goal, NULL, NULL));
  uid = asy_record_get_uid (ASY_RECORD (goal));
  g_assert_cmpuint (asy_plan_history_count_writing (history, uid), ==, 1);
  g_assert_cmpuint (asy_plan_history_count_writing (history, "A"), ==, 0);
  changed = asy_record_duplicate (asy_plan_file_find_goal (file, uid));
  asy_goal_set_title (changed, "Do");
  push (history, file, asy_plan_edits_edit (file, changed));
  g_assert_cmpuint (asy_plan_history_count_writing (history, uid), ==, 2);
  push (history, file, asy_plan_edits_add_task (file, task, asy_plan_file_find_goal (file, uid), NULL));
  g_assert_cmpuint (asy_plan_history_count_writing (history, uid), ==, 0);
  g_assert_cmpuint (asy_plan_history_count_writing (history, asy_record_get_uid (ASY_RECORD (task))), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan-edits/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_step);
    }
  g_test_add_func ("/plan-edits/words-kept", test_words_kept);
  g_test_add_func ("/plan-edits/random-walk", test_random_walk);
  g_test_add_func ("/plan-edits/history", test_history);
  g_test_add_func ("/plan-edits/between", test_between);
  g_test_add_func ("/plan-edits/fill-goal", test_fill_goal);
  g_test_add_func ("/plan-edits/count-writing", test_count_writing);
  g_test_add_func ("/plan-edits/counts", test_counts);
  return g_test_run ();
}
