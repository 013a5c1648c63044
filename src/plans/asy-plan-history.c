/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include "plans/asy-plan-history.h"

static GPtrArray *
new_steps (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) asy_plan_edit_unref);
}

AsyPlanHistory *
asy_plan_history_new (void)
{
  AsyPlanHistory *self = g_new0 (AsyPlanHistory, 1);

  self->done = new_steps ();
  self->undone = new_steps ();
  return self;
}

void
asy_plan_history_free (AsyPlanHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

void
asy_plan_history_clear (AsyPlanHistory *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
}

void
asy_plan_history_push (AsyPlanHistory *self, AsyPlanEdit *step)
{
  g_ptr_array_add (self->done, asy_plan_edit_ref (step));
  g_ptr_array_set_size (self->undone, 0);
}

static AsyPlanEdit *
peek (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

AsyPlanEdit *
asy_plan_history_peek_undo (AsyPlanHistory *self)
{
  return peek (self->done);
}

AsyPlanEdit *
asy_plan_history_peek_redo (AsyPlanHistory *self)
{
  return peek (self->undone);
}

static AsyPlanEdit *
carry_over (GPtrArray *from, GPtrArray *to)
{
  AsyPlanEdit *step;

  if (from->len == 0)
    return NULL;
  step = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, step);
  return step;
}

AsyPlanEdit *
asy_plan_history_undo (AsyPlanHistory *self)
{
  AsyPlanEdit *step = carry_over (self->done, self->undone);

  return step != NULL ? asy_plan_edit_reverse (step) : NULL;
}

AsyPlanEdit *
asy_plan_history_redo (AsyPlanHistory *self)
{
  AsyPlanEdit *step = carry_over (self->undone, self->done);

  return step != NULL ? asy_plan_edit_ref (step) : NULL;
}
