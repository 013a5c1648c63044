/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "calendar/asy-visit-remove.h"
#include "store/asy-visit-series.h"
#include "ui/asy-compat.h"

typedef struct {
  AsyContext *context;
  AsyVisit *visit;
  AsySeriesScope scope;
  GPtrArray *deleted;           /* nullable: AsyVisit, when it is done */
} Removal;

static Removal *
removal_new (AsyContext *context, AsyVisit *visit, AsySeriesScope scope)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->context = g_object_ref (context);
  removal->visit = asy_record_duplicate (visit);
  removal->scope = scope;
  return removal;
}

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->context);
  g_object_unref (removal->visit);
  g_clear_pointer (&removal->deleted, g_ptr_array_unref);
  g_free (removal);
}

static void
removal_closure_free (gpointer data, GClosure *closure)
{
  removal_free (data);
}

static gpointer
restore_job (AsySession *session, gpointer request, GError **error)
{
  return asy_visits_restore (session, request, error) ? ASY_STORE_DONE : NULL;
}

static void
on_undo_cb (gpointer data)
{
  Removal *removal = data;

  asy_context_ask (removal->context, removal->context, NULL, restore_job, g_ptr_array_ref (removal->deleted),
                   (GDestroyNotify) g_ptr_array_unref, NULL, NULL);
}

static gpointer
delete_job (AsySession *session, gpointer request, GError **error)
{
  Removal *removal = request;

  return asy_visit_series_delete (session, removal->visit, removal->scope, error);
}

static void
on_deleted_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyContext *context = owner;
  GPtrArray *deleted = result;
  g_autofree char *text = NULL;
  Removal *removal;

  if (error != NULL)
    {
      asy_context_show_error (context, NULL, error);
      return;
    }
  removal = removal_new (context, g_ptr_array_index (deleted, 0), ASY_SERIES_THIS);
  removal->deleted = deleted;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit deleted", "%u visits deleted", deleted->len), deleted->len);
  asy_context_toast_undo (context, text, G_CALLBACK (on_undo_cb), removal, removal_closure_free);
}

static void
delete_in_scope (Removal *removal)
{
  asy_context_ask (removal->context, removal->context, "delete-visits", delete_job, removal, removal_free,
                   (GDestroyNotify) g_ptr_array_unref, on_deleted_cb);
}

static void
on_scope_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Removal *removal = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);

  if (g_str_equal (answer, "cancel"))
    {
      removal_free (removal);
      return;
    }
  removal->scope = g_str_equal (answer, "all") ? ASY_SERIES_ALL : g_str_equal (answer, "later") ? ASY_SERIES_LATER : ASY_SERIES_THIS;
  delete_in_scope (removal);
}

static void
ask_scope (Removal *removal)
{
  const AsyAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "this", _("_Only this one"), ADW_RESPONSE_DESTRUCTIVE },
    { "later", _("This one and _later ones"), ADW_RESPONSE_DESTRUCTIVE },
    { "all", _("_All that are planned"), ADW_RESPONSE_DESTRUCTIVE },
  };

  asy_ui_ask_async (GTK_WIDGET (asy_context_get_window (removal->context)), _("Delete Which Visits?"),
                    _("This visit repeats. Visits that were recorded stay in any case."), answers, G_N_ELEMENTS (answers), "this", NULL,
                    on_scope_answered_cb, removal);
}

void
asy_visit_remove_begin (AsyContext *context, AsyVisit *visit)
{
  Removal *removal;

  g_return_if_fail (ASY_IS_CONTEXT (context));
  g_return_if_fail (ASY_IS_VISIT (visit));

  removal = removal_new (context, visit, ASY_SERIES_THIS);
  if (asy_visit_get_series_id (visit) != 0)
    ask_scope (removal);
  else
    delete_in_scope (removal);
}
