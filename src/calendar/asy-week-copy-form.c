/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-calendar-pl.h"
#include "base/asy-text.h"
#include "calendar/asy-week-copy-form.h"
#include "law/asy-week-copy.h"
#include "store/asy-visits.h"
#include "store/asy-week-copies.h"
#include "ui/asy-form.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* A week and the one after it. */
typedef struct {
  AsyWeek *from;
  AsyWeek *to;
} WeekPair;

typedef struct {
  gint64 worker_id;
  AsyDay monday;
} Request;

typedef struct {
  WeekPair *pair;
  GPtrArray *checks;            /* GtkCheckButton, borrowed: by place in the entries of the week; NULL: cannot go */
} Choice;

typedef struct {
  AsyContext *context;
  GArray *copies;               /* gint64 */
  guint skipped;
} Copied;

static void
week_pair_free (gpointer data)
{
  WeekPair *pair = data;

  if (pair == NULL)
    return;
  g_clear_pointer (&pair->from, asy_week_free);
  g_clear_pointer (&pair->to, asy_week_free);
  g_free (pair);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WeekPair, week_pair_free)

static gpointer
pair_job (AsySession *session, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (WeekPair) pair = g_new0 (WeekPair, 1);

  pair->from = asy_week_load (session, request->worker_id, request->monday, error);
  if (pair->from != NULL)
    pair->to = asy_week_load (session, request->worker_id, request->monday + 7, error);
  return pair->to != NULL ? g_steal_pointer (&pair) : NULL;
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  week_pair_free (choice->pair);
  g_ptr_array_unref (choice->checks);
  g_free (choice);
}

/* Copying, and the one step back. */

static void
copied_free (gpointer data)
{
  Copied *copied = data;

  g_clear_object (&copied->context);
  g_array_unref (copied->copies);
  g_free (copied);
}

static void
copied_free_closure (gpointer data, GClosure *closure)
{
  copied_free (data);
}

static gpointer
copy_job (AsySession *session, gpointer request, GError **error)
{
  g_autoptr (GArray) copies = NULL;
  guint skipped;
  Copied *copied;

  if (!asy_week_copy (session, request, 7, &copies, &skipped, error))
    return NULL;
  copied = g_new0 (Copied, 1);
  copied->copies = g_steal_pointer (&copies);
  copied->skipped = skipped;
  return copied;
}

static gpointer
delete_job (AsySession *session, gpointer request, GError **error)
{
  return asy_visits_delete_all (session, request, error) ? ASY_STORE_DONE : NULL;
}

static void
on_undo_cb (gpointer data)
{
  Copied *copied = data;

  asy_context_ask (copied->context, copied->context, NULL, delete_job, g_array_ref (copied->copies), (GDestroyNotify) g_array_unref, NULL, NULL);
}

static void
on_saved_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  const Copied *done = result;
  AsyContext *context = asy_form_get_context (form);
  const guint n = done->copies->len;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Copied to the next week: %u", "Copied to the next week: %u", n), n);
  g_autofree char *more = g_strdup_printf (_("%s. Left out meanwhile: %u"), text, done->skipped);
  Copied *undo = g_new0 (Copied, 1);

  undo->context = g_object_ref (context);
  undo->copies = g_array_ref (done->copies);
  asy_context_toast_undo (context, done->skipped > 0 ? more : text, G_CALLBACK (on_undo_cb), undo, copied_free_closure);
}

/* Choosing. */

static GArray *
list_chosen (const Choice *choice)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < choice->checks->len; i++)
    {
      const AsyVisitEntry *entry = choice->pair->from->entries->pdata[i];
      const gint64 id = asy_record_get_id (ASY_RECORD (entry->visit));

      if (choice->checks->pdata[i] != NULL && gtk_check_button_get_active (choice->checks->pdata[i]))
        g_array_append_val (ids, id);
    }
  return ids;
}

static gpointer
make_request (AsyForm *form, gpointer user_data)
{
  return list_chosen (user_data);
}

static char *
check_chosen (AsyForm *form, gpointer user_data)
{
  g_autoptr (GArray) ids = list_chosen (user_data);

  return ids->len == 0 ? g_strdup (_("Choose at least one visit")) : NULL;
}

/* Why it stays behind, or %NULL. */
static char *
dup_obstacle (const WeekPair *pair, AsyVisit *visit)
{
  const AsyDay day = asy_visit_get_day (visit) + 7;
  AsyAbsence *absence = asy_work_time_find_absence (pair->to->time, day);
  const char *holiday = asy_day_get_holiday (day);

  switch (asy_week_copy_look (visit, day, pair->to->entries, pair->to->time))
    {
    case ASY_WEEK_COPY_DAY_OFF:
      return g_strdup_printf (_("left out: a day off (%s)"), holiday != NULL ? holiday : asy_text_weekday (7));
    case ASY_WEEK_COPY_ABSENCE:
      return g_strdup_printf (_("left out: %s"), asy_absence_kind_get_label ((AsyAbsenceKind) asy_absence_get_kind (absence)));
    case ASY_WEEK_COPY_TAKEN:
      return g_strdup (_("left out: something is there already"));
    case ASY_WEEK_COPY_GOES:
    default:
      return NULL;
    }
}

static GtkWidget *
new_row (AsyForm *form, Choice *choice, const AsyVisitEntry *entry, AsyDictionary *dictionary)
{
  GtkWidget *row = asy_action_row_new ();
  AsyVisit *visit = entry->visit;
  const char *title = entry->family_name != NULL ? entry->family_name : asy_dictionary_get_label (dictionary, ASY_DICT_CONTACT, asy_visit_get_kind (visit));
  g_autofree char *day = asy_format_day_full (asy_visit_get_day (visit) + 7);
  g_autofree char *time = asy_text_time_range ((int) asy_visit_get_start_minute (visit), (int) asy_visit_get_minutes (visit));
  g_autofree char *when = g_strdup_printf ("%s, %s", day, time);
  g_autofree char *obstacle = dup_obstacle (choice->pair, visit);
  g_autofree char *text = obstacle != NULL ? g_strdup_printf ("%s · %s", when, obstacle) : g_strdup (when);
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), obstacle == NULL);
  gtk_widget_set_sensitive (check, obstacle == NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  if (obstacle == NULL)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  asy_ui_set_name (check, title);
  g_signal_connect_object (check, "toggled", G_CALLBACK (asy_form_touch), form, G_CONNECT_SWAPPED);
  g_ptr_array_add (choice->checks, obstacle == NULL ? check : NULL);
  return row;
}

static void
add_rows (AsyForm *form, Choice *choice, AsyDictionary *dictionary)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Their time, place and purpose come along; what was recorded does not."));
  for (guint i = 0; i < choice->pair->from->entries->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (form, choice, choice->pair->from->entries->pdata[i], dictionary));
  asy_form_add_group (form, group);
}

static void
open_form (AsyContext *context, WeekPair *pair)
{
  AsyForm *form = asy_form_new (context, _("Copy the Week Forward"));
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *first = asy_format_day_short (pair->to->monday), *last = asy_format_day (pair->to->monday + 6);
  g_autofree char *period = g_strdup_printf (_("to the week %s–%s"), first, last);

  choice->pair = pair;
  choice->checks = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (form), "choice", choice, choice_free);
  asy_form_set_subtitle (form, period);
  asy_form_set_save_label (form, _("_Copy"));
  add_rows (form, choice, asy_context_get_office (context)->dictionary);
  asy_form_add_check (form, check_chosen, choice);
  asy_form_set_request (form, make_request, choice, (GDestroyNotify) g_array_unref, copied_free);
  asy_form_set_job (form, copy_job);
  asy_form_allow_unchanged (form);
  g_signal_connect (form, "saved", G_CALLBACK (on_saved_cb), NULL);
  asy_form_present (form);
}

static void
on_pair_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyContext *context = asy_context_of (owner);

  if (result == NULL && context != NULL)
    asy_context_show_error (context, owner, error);
  else if (context != NULL)
    open_form (context, result);
  else
    week_pair_free (result);
}

void
asy_week_copy_begin (GtkWidget *page, gint64 worker_id, AsyDay monday)
{
  const Request request = { worker_id, monday };

  asy_context_ask (asy_context_of (page), page, "pair", pair_job, g_memdup2 (&request, sizeof request), g_free, week_pair_free, on_pair_cb);
}
