/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/asy-drafts.h"
#include "store/asy-store-error.h"
#include "ui/asy-banner.h"
#include "ui/asy-bind.h"
#include "ui/asy-compat.h"
#include "ui/asy-errors.h"
#include "ui/asy-form-private.h"
#include "ui/asy-ui.h"

#define DRAFT_DELAY_S 3
#define CONTENT_WIDTH 560
#define CONTENT_HEIGHT 640

typedef struct {
  AsyFormCheck check;
  gpointer user_data;
} Check;

typedef struct {
  /* owned */
  AsyContext *context;
  GPtrArray *records;           /* AsyFormRecord */
  GPtrArray *watched;           /* GtkWidget with a property "valid" */
  GArray *checks;               /* Check */
  char *draft_kind;
  AsyDraft *offered;

  /* children, owned by the widget tree */
  GtkWidget *title;
  GtkWidget *save_button;
  GtkWidget *spinner;
  GtkWidget *banner;
  GtkWidget *body;
  GtkWidget *page;
  GtkWidget *hint;

  AsyStoreJob job;
  AsyFormRequest request;
  gpointer request_data;
  GDestroyNotify request_free;
  GDestroyNotify result_free;
  AsyFormCollect collect;
  AsyFormBlank blank;
  AsyFormRestore restore;
  gpointer list_data;
  AsyFormConflictList conflict_list;    /* its base is owned */
  guint draft_source;
  gboolean is_touched;
  gboolean may_be_unchanged;
  gboolean is_saving;
  gboolean is_done;             /* saved or given up: nothing to keep */
} AsyFormPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (AsyForm, asy_form, ADW_TYPE_WINDOW)

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

void
_asy_form_record_free (gpointer data)
{
  AsyFormRecord *entry = data;

  g_clear_object (&entry->original);
  g_clear_object (&entry->copy);
  g_free (entry);
}

/* What is typed and whether it may be saved */

static gboolean
is_dirty (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  if (priv->is_touched)
    return TRUE;
  for (guint r = 0; r < priv->records->len; r++)
    {
      AsyFormRecord *entry = priv->records->pdata[r];
      guint n;

      (void) asy_record_get_fields (entry->copy, &n);
      for (guint i = 0; i < n; i++)
        if (!asy_record_field_equals (entry->copy, entry->original, i))
          return TRUE;
    }
  return FALSE;
}

/* References are no typing: a row that chooses one is watched, and the others are
 * set by the job that saves. */
static int
find_missing_field (AsyRecord *record)
{
  guint n;
  const AsyField *fields = asy_record_get_fields (record, &n);

  for (guint i = 0; i < n; i++)
    {
      if ((fields[i].flags & ASY_FIELD_REQUIRED) == 0)
        continue;
      if (fields[i].type == ASY_FIELD_TEXT && asy_record_get_text (record, i) == NULL)
        return (int) i;
      if (fields[i].type == ASY_FIELD_DAY && asy_record_get_int (record, i) == ASY_DAY_NONE)
        return (int) i;
    }
  return -1;
}

/* Something to save: typed, new, or good as it was proposed. */
static gboolean
has_something (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  if (priv->may_be_unchanged || priv->records->len == 0 || is_dirty (self))
    return TRUE;
  for (guint i = 0; i < priv->records->len; i++)
    {
      AsyFormRecord *entry = priv->records->pdata[i];

      if (asy_record_get_id (entry->original) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
find_missing (AsyFormPrivate *priv)
{
  for (guint r = 0; r < priv->records->len; r++)
    {
      AsyFormRecord *entry = priv->records->pdata[r];
      int missing = find_missing_field (entry->copy);

      if (missing >= 0)
        return g_strdup_printf (_("Fill in: %s"), _(asy_record_get_fields (entry->copy, NULL)[missing].label));
    }
  return NULL;
}

static char *
find_invalid (AsyFormPrivate *priv)
{
  for (guint i = 0; i < priv->watched->len; i++)
    {
      GtkWidget *row = priv->watched->pdata[i];
      gboolean valid;

      /* Rows of a list that grows may be taken out again. */
      if (gtk_widget_get_parent (row) == NULL)
        continue;
      g_object_get (row, "valid", &valid, NULL);
      if (!valid)
        return g_strdup_printf (_("Correct: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }
  return NULL;
}

/* The first thing that stands in the way of saving. */
static char *
find_problem (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  char *problem = find_invalid (priv);

  if (problem == NULL)
    problem = find_missing (priv);
  for (guint i = 0; problem == NULL && i < priv->checks->len; i++)
    {
      Check *check = &g_array_index (priv->checks, Check, i);

      problem = check->check (self, check->user_data);
    }
  return problem;
}

static void
update (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  g_autofree char *problem = find_problem (self);
  gboolean can_save = problem == NULL && !priv->is_saving && has_something (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", can_save);
  gtk_label_set_text (GTK_LABEL (priv->hint), problem != NULL ? problem : "");
  gtk_widget_set_visible (priv->hint, problem != NULL && is_dirty (self));
  gtk_widget_set_visible (priv->spinner, priv->is_saving);
  asy_ui_set_busy (priv->body, priv->is_saving);
}

/* Drafts */

typedef struct {
  char *kind;
  gint64 id;
  char *body;                   /* NULL: remove */
} DraftRequest;

static void
draft_request_free (gpointer data)
{
  DraftRequest *request = data;

  g_free (request->kind);
  g_free (request->body);
  g_free (request);
}

static gpointer
put_draft_job (AsySession *session, gpointer data, GError **error)
{
  DraftRequest *request = data;

  if (request->body != NULL ? asy_draft_put (session, request->kind, request->id, request->body, error)
                            : asy_draft_remove (session, request->kind, request->id, error))
    return ASY_STORE_DONE;
  return NULL;
}

static gpointer
get_draft_job (AsySession *session, gpointer data, GError **error)
{
  DraftRequest *request = data;
  AsyDraft *draft = NULL;

  if (!asy_draft_get (session, request->kind, request->id, &draft, error))
    return NULL;
  return draft != NULL ? (gpointer) draft : ASY_STORE_DONE;
}

static DraftRequest *
new_draft_request (AsyForm *self, char *body)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  AsyFormRecord *first = priv->records->pdata[0];
  DraftRequest *request = g_new0 (DraftRequest, 1);

  request->kind = g_strdup (priv->draft_kind);
  request->id = asy_record_get_id (first->original);
  request->body = body;
  return request;
}

static void
put_draft (AsyForm *self, char *body)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  if (priv->context == NULL)
    {
      g_free (body);
      return;
    }
  /* Not asked by the form itself: it may be gone before the answer. */
  asy_context_ask (priv->context, NULL, NULL, put_draft_job, new_draft_request (self, body), draft_request_free, NULL, NULL);
}

static void
flush_draft (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  g_autoptr (GPtrArray) list = NULL;

  if (priv->draft_source == 0)
    return;
  g_clear_handle_id (&priv->draft_source, g_source_remove);
  if (priv->is_done)
    return;
  list = _asy_form_draft_collect (self, priv->collect, priv->blank, priv->list_data);
  put_draft (self, _asy_form_draft_write (priv->records, list));
}

static gboolean
on_draft_timeout_cb (gpointer data)
{
  flush_draft (ASY_FORM (data));
  return G_SOURCE_REMOVE;
}

static void
drop_draft (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_clear_handle_id (&priv->draft_source, g_source_remove);
  if (priv->draft_kind != NULL)
    put_draft (self, NULL);
}

static void
on_record_changed_cb (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  update (self);
  if (priv->draft_kind != NULL && priv->draft_source == 0)
    priv->draft_source = g_timeout_add_seconds (DRAFT_DELAY_S, on_draft_timeout_cb, self);
}

static void
on_draft_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyForm *self = owner;
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  /* Without a draft the form works as well; a store that fails will say so when saving. */
  if (error != NULL || result == ASY_STORE_DONE)
    return;
  g_clear_pointer (&priv->offered, asy_draft_free);
  priv->offered = result;
  asy_banner_show (ASY_BANNER (priv->banner), ASY_MEANING_INFO,
                   _("There is typing here that was not saved last time."), _("_Restore"), _("_Discard"));
}

static void
restore_list (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  g_autoptr (GPtrArray) list = NULL;

  if (priv->restore == NULL)
    return;
  list = _asy_form_draft_read_list (priv->offered->body, priv->records->len, priv->blank);
  if (list->len > 0)
    priv->restore (self, list, priv->list_data);
}

static void
on_restore_cb (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  asy_banner_hide (ASY_BANNER (priv->banner));
  if (priv->offered != NULL)
    {
      _asy_form_draft_read (priv->records, priv->offered->body);
      restore_list (self);
    }
  g_clear_pointer (&priv->offered, asy_draft_free);
}

static void
on_discard_cb (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  asy_banner_hide (ASY_BANNER (priv->banner));
  g_clear_pointer (&priv->offered, asy_draft_free);
  drop_draft (self);
}

void
asy_form_set_draft (AsyForm *self, const char *kind)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (priv->context != NULL && priv->records->len > 0);

  g_free (priv->draft_kind);
  priv->draft_kind = g_strdup (kind);
  asy_context_ask (priv->context, self, "draft", get_draft_job, new_draft_request (self, NULL), draft_request_free,
                   (GDestroyNotify) asy_draft_free, on_draft_cb);
}

void
asy_form_set_draft_list (AsyForm *self, AsyFormCollect collect, AsyFormBlank blank, AsyFormRestore restore, gpointer user_data)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));
  g_return_if_fail (collect != NULL && blank != NULL && restore != NULL);

  priv->collect = collect;
  priv->blank = blank;
  priv->restore = restore;
  priv->list_data = user_data;
}

void
asy_form_set_conflict_list (AsyForm *self, const char *label, GPtrArray *base, gint64 owner_id, AsyFormListLoad load,
                            AsyFormListRebased rebased)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));
  g_return_if_fail (base != NULL && load != NULL && rebased != NULL);
  g_return_if_fail (priv->collect != NULL);

  g_ptr_array_ref (base);
  g_clear_pointer (&priv->conflict_list.base, g_ptr_array_unref);
  priv->conflict_list = (AsyFormConflictList) { label, base, owner_id, load, rebased };
}

/* Saving */

static void
finish (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  priv->is_done = TRUE;
  drop_draft (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
rebase_list (AsyForm *self, GPtrArray *theirs, gboolean keep_mine)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  AsyFormConflictList *list = &priv->conflict_list;
  g_autoptr (GPtrArray) mine = priv->collect (self, priv->list_data);
  g_autoptr (GPtrArray) merged = _asy_form_merge_list (list->base, mine, theirs, keep_mine);

  g_clear_pointer (&list->base, g_ptr_array_unref);
  list->base = g_ptr_array_ref (theirs);
  list->rebased (self, merged, theirs, priv->list_data);
}

static void
on_conflict_answered_cb (GObject *source, GAsyncResult *res, gpointer data)
{
  g_autoptr (AsyForm) self = data;
  g_autofree char *answer = asy_ui_ask_finish (res);
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  AsyFormTheirs *theirs = g_object_get_data (G_OBJECT (self), "asy-theirs");

  if (g_str_equal (answer, "cancel") || theirs == NULL || priv->is_done)
    return;
  _asy_form_rebase (priv->records, theirs->records, g_str_equal (answer, "mine"));
  if (theirs->rows != NULL)
    rebase_list (self, theirs->rows, g_str_equal (answer, "mine"));
  g_object_set_data (G_OBJECT (self), "asy-theirs", NULL);
  update (self);
  if (g_str_equal (answer, "mine"))
    asy_form_save (self);
}

static char *
describe_all (AsyForm *self, AsyFormTheirs *theirs)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  g_autofree char *fields = _asy_form_describe_conflict (priv->records, theirs->records);
  g_autoptr (GPtrArray) mine = NULL;
  g_autofree char *rows = NULL;

  if (theirs->rows == NULL)
    return g_steal_pointer (&fields);
  mine = priv->collect (self, priv->list_data);
  rows = _asy_form_describe_list (priv->conflict_list.label, priv->conflict_list.base, mine, theirs->rows);
  return g_strconcat (fields, *fields != '\0' && *rows != '\0' ? "\n" : "", rows, NULL);
}

static void
on_theirs_cb (gpointer owner, gpointer result, const GError *error)
{
  const AsyAnswer answers[] = {
    { "cancel", _("_Back to the Form"), ADW_RESPONSE_DEFAULT },
    { "theirs", _("Show _Theirs"), ADW_RESPONSE_DEFAULT },
    { "mine", _("Save _Mine"), ADW_RESPONSE_DESTRUCTIVE },
  };
  AsyForm *self = owner;
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  AsyFormTheirs *theirs = result;
  g_autofree char *differences = NULL;
  g_autofree char *body = NULL;

  if (error != NULL)
    {
      asy_context_show_error (priv->context, GTK_WIDGET (self), error);
      return;
    }
  differences = describe_all (self, theirs);
  g_object_set_data_full (G_OBJECT (self), "asy-theirs", theirs, (GDestroyNotify) _asy_form_theirs_free);
  body = g_strdup_printf ("%s\n\n%s", _("Since you opened this form, somebody else has changed:"),
                          *differences != '\0' ? differences : _("fields that you did not touch"));
  asy_ui_ask_async (GTK_WIDGET (self), _("Somebody Saved Changes"), body, answers, G_N_ELEMENTS (answers), "cancel", NULL,
                    on_conflict_answered_cb, g_object_ref (self));
}

static void
ask_about_conflict (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  asy_context_ask (priv->context, self, "theirs", _asy_form_load_theirs_job,
                   _asy_form_theirs_new (priv->records, &priv->conflict_list), (GDestroyNotify) _asy_form_theirs_free,
                   (GDestroyNotify) _asy_form_theirs_free, on_theirs_cb);
}

static void
free_result (AsyFormPrivate *priv, gpointer result)
{
  if (result != ASY_STORE_DONE && priv->result_free != NULL)
    priv->result_free (result);
}

static void
on_saved_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autoptr (AsyForm) self = g_object_ref (owner);
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  priv->is_saving = FALSE;
  update (self);
  if (error == NULL)
    {
      finish (self);
      g_signal_emit (self, signals[SAVED], 0, result);
      free_result (priv, result);
    }
  else if (g_error_matches (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT) && priv->records->len > 0)
    ask_about_conflict (self);
  else if (!asy_error_is_silent (error))
    {
      g_autofree char *sentence = asy_error_describe (error);

      asy_banner_show (ASY_BANNER (priv->banner), ASY_MEANING_LATE, sentence, NULL, NULL);
    }
}

static gpointer
dup_request (AsyForm *self, GDestroyNotify *ret_free)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  GPtrArray *copies;

  if (priv->request != NULL)
    {
      *ret_free = priv->request_free;
      return priv->request (self, priv->request_data);
    }
  if (priv->records->len == 1)
    {
      *ret_free = g_object_unref;
      return asy_record_duplicate (asy_form_get_record (self, 0));
    }
  copies = asy_record_array_new ();
  for (guint i = 0; i < priv->records->len; i++)
    g_ptr_array_add (copies, asy_record_duplicate (asy_form_get_record (self, i)));
  *ret_free = (GDestroyNotify) g_ptr_array_unref;
  return copies;
}

void
asy_form_save (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  GDestroyNotify request_free = NULL;
  gpointer request;

  g_return_if_fail (ASY_IS_FORM (self));
  g_return_if_fail (priv->job == NULL || priv->context != NULL);

  if (priv->is_saving || !asy_form_can_save (self))
    return;
  if (priv->job == NULL)
    {
      g_object_ref (self);
      finish (self);
      g_signal_emit (self, signals[SAVED], 0, NULL);
      g_object_unref (self);
      return;
    }
  priv->is_saving = TRUE;
  asy_banner_hide (ASY_BANNER (priv->banner));
  update (self);
  request = dup_request (self, &request_free);
  asy_context_ask (priv->context, self, NULL, priv->job, request, request_free, priv->result_free, on_saved_cb);
}

/* Closing */

static void
on_give_up_cb (GObject *source, GAsyncResult *res, gpointer data)
{
  g_autoptr (AsyForm) self = data;
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  if (asy_ui_confirm_finish (res) && !priv->is_done)
    finish (self);
}

static gboolean
asy_form_close_request (GtkWindow *window)
{
  AsyForm *self = ASY_FORM (window);
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  if (priv->is_saving)
    return TRUE;
  if (priv->is_done || !is_dirty (self))
    return GTK_WINDOW_CLASS (asy_form_parent_class)->close_request (window);
  asy_ui_confirm_async (GTK_WIDGET (self), _("Discard What You Typed?"), _("The changes in this form are not saved yet."),
                        _("_Discard"), TRUE, on_give_up_cb, g_object_ref (self));
  return TRUE;
}

/* The register is being locked: what is typed waits as a draft. */
static void
on_closing_cb (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  flush_draft (self);
  priv->is_done = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

void
asy_form_put_aside (AsyForm *self)
{
  g_return_if_fail (ASY_IS_FORM (self));

  on_closing_cb (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  asy_form_save (ASY_FORM (widget));
}

/* Building */

gpointer
asy_form_add_record (AsyForm *self, gpointer record)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  AsyFormRecord *entry;

  g_return_val_if_fail (ASY_IS_FORM (self), NULL);
  g_return_val_if_fail (ASY_IS_RECORD (record), NULL);

  entry = g_new0 (AsyFormRecord, 1);
  entry->original = asy_record_duplicate (record);
  entry->copy = asy_record_duplicate (record);
  g_ptr_array_add (priv->records, entry);
  g_signal_connect_object (entry->copy, "notify", G_CALLBACK (on_record_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return entry->copy;
}

gpointer
asy_form_get_record (AsyForm *self, guint position)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_val_if_fail (ASY_IS_FORM (self), NULL);
  g_return_val_if_fail (position < priv->records->len, NULL);

  return ((AsyFormRecord *) priv->records->pdata[position])->copy;
}

void
asy_form_watch (AsyForm *self, GtkWidget *row)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));
  g_return_if_fail (ADW_IS_PREFERENCES_ROW (row));

  g_ptr_array_add (priv->watched, g_object_ref_sink (row));
  g_signal_connect_object (row, "notify::valid", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

GtkWidget *
asy_form_bind (AsyForm *self, gpointer copy, guint field, GtkWidget *row)
{
  g_return_val_if_fail (ASY_IS_FORM (self), row);

  asy_bind_row (copy, field, row);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (row), "valid") != NULL)
    asy_form_watch (self, row);
  return row;
}

void
asy_form_add_check (AsyForm *self, AsyFormCheck check, gpointer user_data)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  Check entry = { check, user_data };

  g_return_if_fail (ASY_IS_FORM (self));
  g_return_if_fail (check != NULL);

  g_array_append_val (priv->checks, entry);
  update (self);
}

void
asy_form_touch (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));

  priv->is_touched = TRUE;
  on_record_changed_cb (self);
}

void
asy_form_allow_unchanged (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));

  priv->may_be_unchanged = TRUE;
  update (self);
}

gboolean
asy_form_can_save (AsyForm *self)
{
  g_autofree char *problem = NULL;

  g_return_val_if_fail (ASY_IS_FORM (self), FALSE);

  problem = find_problem (self);
  return problem == NULL && has_something (self);
}

void
asy_form_set_job (AsyForm *self, AsyStoreJob job)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));

  priv->job = job;
}

void
asy_form_set_request (AsyForm *self, AsyFormRequest request, gpointer user_data,
                      GDestroyNotify request_free, GDestroyNotify result_free)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));

  priv->request = request;
  priv->request_data = user_data;
  priv->request_free = request_free;
  priv->result_free = result_free;
}

void
asy_form_add_group (AsyForm *self, GtkWidget *group)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  if (priv->page == NULL)
    {
      priv->page = adw_preferences_page_new ();
      asy_form_set_content (self, priv->page);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (priv->page), ADW_PREFERENCES_GROUP (group));
}

void
asy_form_set_content (AsyForm *self, GtkWidget *content)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));

  gtk_widget_set_vexpand (content, TRUE);
  adw_bin_set_child (ADW_BIN (priv->body), content);
}

void
asy_form_set_save_label (AsyForm *self, const char *label)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));

  gtk_button_set_label (GTK_BUTTON (priv->save_button), label);
}

void
asy_form_set_subtitle (AsyForm *self, const char *subtitle)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (priv->title), subtitle != NULL ? subtitle : "");
}

AsyContext *
asy_form_get_context (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_val_if_fail (ASY_IS_FORM (self), NULL);

  return priv->context;
}

AsyForm *
asy_form_new (AsyContext *context, const char *title)
{
  AsyForm *self = g_object_new (ASY_TYPE_FORM, "title", title, NULL);
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_val_if_fail (context == NULL || ASY_IS_CONTEXT (context), NULL);

  if (context == NULL)
    return self;
  priv->context = g_object_ref (context);
  gtk_window_set_transient_for (GTK_WINDOW (self), asy_context_get_window (context));
  g_signal_connect_object (context, "closing", G_CALLBACK (on_closing_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
asy_form_set_parent (AsyForm *self, GtkWidget *parent)
{
  GtkRoot *root;

  g_return_if_fail (ASY_IS_FORM (self));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  root = gtk_widget_get_root (parent);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
}

void
asy_form_present (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_return_if_fail (ASY_IS_FORM (self));

  update (self);
  gtk_window_present (GTK_WINDOW (self));
  /* Where typing begins, not on Cancel. */
  gtk_widget_child_focus (priv->body, GTK_DIR_TAB_FORWARD);
}

static void
asy_form_dispose (GObject *object)
{
  AsyForm *self = ASY_FORM (object);
  AsyFormPrivate *priv = asy_form_get_instance_private (self);

  g_clear_handle_id (&priv->draft_source, g_source_remove);
  for (guint i = 0; priv->watched != NULL && i < priv->watched->len; i++)
    g_signal_handlers_disconnect_by_data (priv->watched->pdata[i], self);
  g_clear_pointer (&priv->watched, g_ptr_array_unref);

  G_OBJECT_CLASS (asy_form_parent_class)->dispose (object);
}

static void
asy_form_finalize (GObject *object)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (ASY_FORM (object));

  g_clear_pointer (&priv->conflict_list.base, g_ptr_array_unref);
  g_clear_pointer (&priv->records, g_ptr_array_unref);
  g_clear_pointer (&priv->checks, g_array_unref);
  g_clear_pointer (&priv->offered, asy_draft_free);
  g_clear_object (&priv->context);
  g_free (priv->draft_kind);

  G_OBJECT_CLASS (asy_form_parent_class)->finalize (object);
}

static void
asy_form_class_init (AsyFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asy_form_dispose;
  object_class->finalize = asy_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = asy_form_close_request;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
build_header (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (header, "flat");
  priv->title = adw_window_title_new ("", "");
  g_object_bind_property (self, "title", priv->title, "title", G_BINDING_SYNC_CREATE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), priv->title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  priv->save_button = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->save_button), "form.save");
  gtk_widget_add_css_class (priv->save_button, "suggested-action");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->save_button);
  priv->spinner = gtk_spinner_new ();
  gtk_spinner_start (GTK_SPINNER (priv->spinner));
  gtk_widget_set_visible (priv->spinner, FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->spinner);
  return header;
}

/* Before a text has it: there the key would begin a new line. */
static void
add_save_shortcut (AsyForm *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                             gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, gtk_named_action_new ("form.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
asy_form_init (AsyForm *self)
{
  AsyFormPrivate *priv = asy_form_get_instance_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  priv->records = g_ptr_array_new_with_free_func (_asy_form_record_free);
  priv->watched = g_ptr_array_new_with_free_func (g_object_unref);
  priv->checks = g_array_new (FALSE, FALSE, sizeof (Check));
  priv->result_free = g_object_unref;

  gtk_box_append (GTK_BOX (box), build_header (self));
  priv->banner = asy_banner_new ();
  g_signal_connect_swapped (priv->banner, "clicked", G_CALLBACK (on_restore_cb), self);
  g_signal_connect_swapped (priv->banner, "second-clicked", G_CALLBACK (on_discard_cb), self);
  gtk_box_append (GTK_BOX (box), priv->banner);
  priv->body = adw_bin_new ();
  gtk_box_append (GTK_BOX (box), priv->body);
  priv->hint = asy_caption_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (priv->hint), TRUE);
  gtk_widget_add_css_class (priv->hint, "asy-form-hint");
  gtk_box_append (GTK_BOX (box), priv->hint);
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), CONTENT_WIDTH, CONTENT_HEIGHT);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-form");
  add_save_shortcut (self);
}
