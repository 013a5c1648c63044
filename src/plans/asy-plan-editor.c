/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include "plans/asy-plan-editor.h"
#include "plans/asy-plan-history.h"

struct _AsyPlanEditor
{
  GObject parent_instance;

  AsyContext *context;
  AsyPlanAnswer *answer;        /* nullable; its plan is ours alone and changes with each step */
  AsyPlanHistory *history;
  AsyLibrary *library;          /* nullable */
  GDateTime *saved_at;          /* nullable */
  gint64 family_id;
  guint pending;                /* steps on their way to the register */
  guint n_taken;
  guint n_taken_at_load;
  gboolean is_stale;            /* something changed while steps were on their way */
  gboolean expects_form;
};

G_DEFINE_FINAL_TYPE (AsyPlanEditor, asy_plan_editor, G_TYPE_OBJECT)

enum { CHANGED, LIBRARY_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void load (AsyPlanEditor *self);

AsyContext *
asy_plan_editor_get_context (AsyPlanEditor *self)
{
  return self->context;
}

gint64
asy_plan_editor_get_family (AsyPlanEditor *self)
{
  return self->family_id;
}

AsyPlanAnswer *
asy_plan_editor_get_answer (AsyPlanEditor *self)
{
  return self->answer;
}

AsyPlanFile *
asy_plan_editor_get_file (AsyPlanEditor *self)
{
  return self->answer != NULL ? self->answer->family->plan : NULL;
}

gboolean
asy_plan_editor_is_draft (AsyPlanEditor *self)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self);

  return file != NULL && asy_plan_get_agreed_on (file->plan) == ASY_DAY_NONE;
}

gboolean
asy_plan_editor_is_writable (AsyPlanEditor *self)
{
  return asy_plan_editor_is_draft (self) && asy_plan_editor_get_file (self)->signatures->len == 0;
}

gboolean
asy_plan_editor_is_open (AsyPlanEditor *self)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self);

  return file != NULL && asy_plan_get_ended_on (file->plan) == ASY_DAY_NONE;
}

guint
asy_plan_editor_get_pending (AsyPlanEditor *self)
{
  return self->pending;
}

GDateTime *
asy_plan_editor_get_saved_at (AsyPlanEditor *self)
{
  return self->saved_at;
}

/* Loading. */

/* What was agreed, or is another version, is no longer what the steps were made of. */
static gboolean
is_same_plan (AsyPlanFile *old, AsyPlanFile *new)
{
  return old != NULL && new != NULL && asy_record_get_id (ASY_RECORD (old->plan)) == asy_record_get_id (ASY_RECORD (new->plan)) &&
         asy_record_field_equals (ASY_RECORD (old->plan), ASY_RECORD (new->plan), ASY_PLAN_AGREED_ON);
}

static void
remember (AsyPlanEditor *self, AsyPlanFile *old, AsyPlanFile *new)
{
  g_autoptr (AsyPlanEdit) step = NULL;

  if (!is_same_plan (old, new))
    asy_plan_history_clear (self->history);
  else if (self->expects_form)
    step = asy_plan_edit_between (old, new, ASY_PLAN_EDIT_FORM);
  self->expects_form = FALSE;
  if (step != NULL)
    asy_plan_history_push (self->history, step);
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyPlanEditor *self = owner;
  AsyPlanAnswer *fresh = result;

  if (fresh == NULL)
    {
      asy_context_show_error (self->context, NULL, error);
      return;
    }
  if (self->pending > 0 || self->n_taken != self->n_taken_at_load)
    {
      asy_plan_answer_free (fresh);
      self->is_stale = TRUE;
      if (self->pending == 0)
        load (self);
      return;
    }
  remember (self, asy_plan_editor_get_file (self), fresh->family->plan);
  g_clear_pointer (&self->answer, asy_plan_answer_free);
  self->answer = fresh;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load (AsyPlanEditor *self)
{
  self->is_stale = FALSE;
  self->n_taken_at_load = self->n_taken;
  asy_context_ask (self->context, self, "load", asy_plan_load_job, g_memdup2 (&self->family_id, sizeof self->family_id), g_free,
                   (GDestroyNotify) asy_plan_answer_free, on_loaded_cb);
}

/* The library. */

static void
on_library_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyPlanEditor *self = owner;

  if (result == NULL)
    {
      asy_context_show_error (self->context, NULL, error);
      return;
    }
  g_clear_pointer (&self->library, asy_library_unref);
  self->library = result;
  g_signal_emit (self, signals[LIBRARY_CHANGED], 0);
}

static void
load_library (AsyPlanEditor *self)
{
  asy_context_ask (self->context, self, "library", asy_plan_load_library_job, NULL, NULL, (GDestroyNotify) asy_library_unref, on_library_cb);
}

AsyLibrary *
asy_plan_editor_get_library (AsyPlanEditor *self)
{
  return self->library;
}

void
asy_plan_editor_show (AsyPlanEditor *self, gint64 family_id)
{
  if (self->family_id != family_id)
    {
      asy_plan_history_clear (self->history);
      g_clear_pointer (&self->saved_at, g_date_time_unref);
    }
  self->family_id = family_id;
  load (self);
  if (self->library == NULL)
    load_library (self);
}

static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  static const char *const followed[] = { "*", "plan", "goal", "task", "plan_signature", "plan_review", "plan_copy", "case_file", "family", "member", "person", "diagnosis", "diagnosis_item", "provider", NULL };
  static const char *const of_library[] = { "*", "library_goal", "library_task", NULL };
  AsyPlanEditor *self = user_data;

  if (self->family_id != 0 && g_strv_contains (of_library, kind))
    load_library (self);
  if (self->family_id == 0 || !g_strv_contains (followed, kind))
    return;
  if (self->pending > 0)
    self->is_stale = TRUE;
  else
    load (self);
}

/* Steps. */

static void
on_taken_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyPlanEditor *self = owner;

  self->pending--;
  if (result == NULL)
    {
      asy_plan_history_clear (self->history);
      self->is_stale = TRUE;
      asy_context_show_error (self->context, NULL, error);
    }
  else
    {
      g_clear_pointer (&self->saved_at, g_date_time_unref);
      self->saved_at = asy_clock_now (asy_context_get_clock (self->context));
    }
  if (self->pending == 0 && self->is_stale)
    load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
send (AsyPlanEditor *self, AsyPlanEdit *step)
{
  AsyPlanFile *file = asy_plan_editor_get_file (self);

  asy_plan_edit_apply (step, file);
  self->pending++;
  self->n_taken++;
  asy_context_ask (self->context, self, NULL, asy_plan_take_step_job, asy_plan_request_new (asy_record_get_id (ASY_RECORD (file->plan)), step),
                   (GDestroyNotify) asy_plan_request_free, NULL, on_taken_cb);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
asy_plan_editor_take (AsyPlanEditor *self, AsyPlanEdit *step)
{
  g_autoptr (AsyPlanEdit) taken = step;

  if (taken == NULL || asy_plan_editor_get_file (self) == NULL)
    return FALSE;
  asy_plan_history_push (self->history, taken);
  send (self, taken);
  return TRUE;
}

AsyPlanEdit *
asy_plan_editor_peek_undo (AsyPlanEditor *self)
{
  return asy_plan_history_peek_undo (self->history);
}

AsyPlanEdit *
asy_plan_editor_peek_redo (AsyPlanEditor *self)
{
  return asy_plan_history_peek_redo (self->history);
}

AsyPlanEdit *
asy_plan_editor_undo (AsyPlanEditor *self)
{
  AsyPlanEdit *step = asy_plan_history_undo (self->history);

  if (step != NULL)
    send (self, step);
  return step;
}

AsyPlanEdit *
asy_plan_editor_redo (AsyPlanEditor *self)
{
  AsyPlanEdit *step = asy_plan_history_redo (self->history);

  if (step != NULL)
    send (self, step);
  return step;
}

typedef struct {
  AsyPlanEditor *editor;
  AsyPlanEdit *step;
} Offer;

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_object_unref (offer->editor);
  asy_plan_edit_unref (offer->step);
  g_free (offer);
}

gboolean
asy_plan_editor_take_back_writing (AsyPlanEditor *self, const char *uid)
{
  const guint n = asy_plan_history_count_writing (self->history, uid);

  for (guint i = 0; i < n; i++)
    asy_plan_edit_unref (asy_plan_editor_undo (self));
  return n > 0;
}

static void
on_undo_cb (gpointer user_data)
{
  Offer *offer = user_data;

  if (asy_plan_editor_peek_undo (offer->editor) == offer->step)
    asy_plan_edit_unref (asy_plan_editor_undo (offer->editor));
  else
    asy_plan_editor_take (offer->editor, asy_plan_edit_reverse (offer->step));
}

void
asy_plan_editor_offer_undo (AsyPlanEditor *self, const char *text)
{
  AsyPlanEdit *step = asy_plan_editor_peek_undo (self);
  Offer *offer;

  if (step == NULL)
    return;
  offer = g_new0 (Offer, 1);
  offer->editor = g_object_ref (self);
  offer->step = asy_plan_edit_ref (step);
  asy_context_toast_undo (self->context, text, G_CALLBACK (on_undo_cb), offer, offer_free);
}

void
asy_plan_editor_note_form (AsyPlanEditor *self)
{
  self->expects_form = TRUE;
}

static void
asy_plan_editor_dispose (GObject *object)
{
  AsyPlanEditor *self = ASY_PLAN_EDITOR (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->answer, asy_plan_answer_free);
  g_clear_pointer (&self->history, asy_plan_history_free);
  g_clear_pointer (&self->library, asy_library_unref);
  g_clear_pointer (&self->saved_at, g_date_time_unref);

  G_OBJECT_CLASS (asy_plan_editor_parent_class)->dispose (object);
}

static void
asy_plan_editor_class_init (AsyPlanEditorClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_plan_editor_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LIBRARY_CHANGED] = g_signal_new ("library-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_plan_editor_init (AsyPlanEditor *self)
{
  self->history = asy_plan_history_new ();
}

AsyPlanEditor *
asy_plan_editor_new (AsyContext *context)
{
  AsyPlanEditor *self = g_object_new (ASY_TYPE_PLAN_EDITOR, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  return self;
}
