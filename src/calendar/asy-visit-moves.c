/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "calendar/asy-visit-forms.h"
#include "calendar/asy-visit-moves.h"
#include "store/asy-repo.h"
#include "store/asy-visits.h"
#include "ui/asy-format.h"

#define STEPS_MAX 50

typedef struct {
  gint64 visit_id;
  AsyVisitStand from;
  AsyVisitStand to;
  char *worker_name;            /* nullable */
  char *clash;                  /* nullable */
  AsyVisit *visit;              /* nullable: as it would be, for the form that asks why */
} Step;

struct _AsyVisitMoves
{
  GObject parent_instance;

  AsyContext *context;
  GQueue steps;                 /* Step, the last one at the tail */
};

G_DEFINE_FINAL_TYPE (AsyVisitMoves, asy_visit_moves, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  Step *step = data;

  if (step == NULL)
    return;
  g_free (step->worker_name);
  g_free (step->clash);
  g_clear_object (&step->visit);
  g_free (step);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static Step *
step_copy (const Step *step)
{
  Step *copy = g_memdup2 (step, sizeof *step);

  copy->worker_name = g_strdup (step->worker_name);
  copy->clash = g_strdup (step->clash);
  copy->visit = NULL;
  return copy;
}

static gboolean
stands (AsyVisit *visit, const AsyVisitStand *stand)
{
  return asy_visit_get_worker_id (visit) == stand->worker_id && asy_visit_get_day (visit) == stand->place.day &&
         asy_visit_get_start_minute (visit) == stand->place.start && asy_visit_get_end_minute (visit) == stand->place.end;
}

static AsyVisit *
load_visit (AsySession *session, const Step *step, GError **error)
{
  g_autoptr (AsyVisit) visit = asy_repo_load (session, ASY_TYPE_VISIT, step->visit_id, error);

  if (visit == NULL || stands (visit, &step->from))
    return g_steal_pointer (&visit);
  asy_store_set_error (error, ASY_STORE_ERROR_CONFLICT, "the visit was moved since it was shown");
  return NULL;
}

static gpointer
move_job (AsySession *session, gpointer request, GError **error)
{
  const Step *step = request;
  const AsyWeekPlace *place = &step->to.place;
  g_autoptr (AsyVisit) visit = load_visit (session, step, error);

  if (visit == NULL || !asy_visit_move (session, visit, step->to.worker_id, place->day, place->start, place->end - place->start, error))
    return NULL;
  return step_copy (step);
}

/* The visit as it would be. */
static gpointer
propose_job (AsySession *session, gpointer request, GError **error)
{
  g_autoptr (Step) step = step_copy (request);

  step->visit = load_visit (session, step, error);
  if (step->visit == NULL)
    return NULL;
  asy_visit_set_worker_id (step->visit, step->to.worker_id);
  asy_visit_set_day (step->visit, step->to.place.day);
  asy_visit_set_start_minute (step->visit, step->to.place.start);
  asy_visit_set_minutes (step->visit, step->to.place.end - step->to.place.start);
  asy_visit_set_clash_note (step->visit, NULL);
  return g_steal_pointer (&step);
}

static char *
dup_moved (const Step *step)
{
  const AsyWeekPlace *from = &step->from.place, *to = &step->to.place;
  g_autofree char *when = asy_format_day_full (to->day);
  g_autofree char *start = asy_text_time (to->start);
  g_autofree char *range = asy_text_time_range (to->start, to->end - to->start);

  if (to->end - to->start != from->end - from->start)
    return g_strdup_printf (_("Now %s"), range);
  if (step->worker_name != NULL)
    return g_strdup_printf (_("Handed to %s: %s, %s"), step->worker_name, when, start);
  return g_strdup_printf (_("Moved to %s, %s"), when, start);
}

/* Undo of one move, which may not be the last one any more. */

typedef struct {
  AsyVisitMoves *moves;
  Step *step;                   /* borrowed: compared only */
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->moves);
  g_free (undo);
}

static void
take_back (AsyVisitMoves *self, Step *step)
{
  Step *back = step_copy (step);

  back->to = step->from;
  back->from = step->to;
  g_queue_remove (&self->steps, step);
  step_free (step);
  asy_context_ask (self->context, self, NULL, move_job, back, step_free, step_free, NULL);
}

static void
on_undo_cb (gpointer data)
{
  Undo *undo = data;

  if (g_queue_find (&undo->moves->steps, undo->step) != NULL)
    take_back (undo->moves, undo->step);
}

static void
on_moved_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyVisitMoves *self = owner;
  Step *step = result;
  g_autofree char *text = NULL;
  Undo *undo;

  if (step == NULL)
    {
      asy_context_show_error (self->context, NULL, error);
      return;
    }
  g_queue_push_tail (&self->steps, step);
  if (g_queue_get_length (&self->steps) > STEPS_MAX)
    step_free (g_queue_pop_head (&self->steps));
  undo = g_new0 (Undo, 1);
  undo->moves = g_object_ref (self);
  undo->step = step;
  text = dup_moved (step);
  asy_context_toast_undo (self->context, text, G_CALLBACK (on_undo_cb), undo, undo_free);
}

/* What is in the way is not refused, but it takes a word of why. */
static void
on_proposed_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyVisitMoves *self = owner;
  g_autoptr (Step) step = result;

  if (step == NULL)
    asy_context_show_error (self->context, NULL, error);
  else
    asy_visit_clash_form_open (self->context, step->visit, step->clash);
}

void
asy_visit_moves_do (AsyVisitMoves *self, gint64 visit_id, const AsyVisitStand *from, const AsyVisitStand *to,
                    const char *worker_name, const char *clash)
{
  Step *step;

  g_return_if_fail (ASY_IS_VISIT_MOVES (self));

  step = g_new0 (Step, 1);
  step->visit_id = visit_id;
  step->from = *from;
  step->to = *to;
  step->worker_name = g_strdup (worker_name);
  step->clash = g_strdup (clash);
  if (clash != NULL)
    asy_context_ask (self->context, self, "propose", propose_job, step, step_free, step_free, on_proposed_cb);
  else
    asy_context_ask (self->context, self, NULL, move_job, step, step_free, step_free, on_moved_cb);
}

gint64
asy_visit_moves_undo (AsyVisitMoves *self)
{
  Step *step;
  gint64 visit_id;

  g_return_val_if_fail (ASY_IS_VISIT_MOVES (self), 0);

  step = g_queue_peek_tail (&self->steps);
  if (step == NULL)
    return 0;
  visit_id = step->visit_id;
  take_back (self, step);
  return visit_id;
}

static void
asy_visit_moves_finalize (GObject *object)
{
  AsyVisitMoves *self = ASY_VISIT_MOVES (object);

  g_queue_clear_full (&self->steps, step_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_visit_moves_parent_class)->finalize (object);
}

static void
asy_visit_moves_class_init (AsyVisitMovesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_visit_moves_finalize;
}

static void
asy_visit_moves_init (AsyVisitMoves *self)
{
  g_queue_init (&self->steps);
}

AsyVisitMoves *
asy_visit_moves_new (AsyContext *context)
{
  AsyVisitMoves *self = g_object_new (ASY_TYPE_VISIT_MOVES, NULL);

  self->context = g_object_ref (context);
  return self;
}
