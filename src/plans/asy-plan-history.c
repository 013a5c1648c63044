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

/* The one line that the step makes; %NULL when it makes none or several. */
static AsyRecord *
get_made_line (AsyPlanEdit *step)
{
  AsyRecord *made = NULL;

  for (guint i = 0; i < step->changes->len; i++)
    {
      const AsyPlanChange *change = step->changes->pdata[i];

      if (change->before != NULL)
        continue;
      if (made != NULL)
        return NULL;
      made = change->after;
    }
  return made;
}

static gboolean
is_of_line (AsyRecord *line, const char *uid)
{
  return line != NULL && g_strcmp0 (asy_record_get_uid (line), uid) == 0;
}

static gboolean
only_changes (AsyPlanEdit *step, const char *uid)
{
  return step->changes->len == 1 && is_of_line (asy_plan_change_get_line (step->changes->pdata[0]), uid);
}

guint
asy_plan_history_count_writing (AsyPlanHistory *self, const char *uid)
{
  for (guint i = self->done->len; i > 0; i--)
    {
      AsyPlanEdit *step = self->done->pdata[i - 1];

      if (is_of_line (get_made_line (step), uid))
        return self->done->len - i + 1;
      if (!only_changes (step, uid))
        return 0;
    }
  return 0;
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
