/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-team"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/asy-family-file.h"
#include "store/asy-letters.h"
#include "team/asy-handover-form.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-offer.h"

typedef struct {
  AsyHandover *handover;
  GtkWidget *day;
  GtkWidget *reason;
  GtkWidget *note;
  GPtrArray *rows;              /* AsyChoiceRow by the place of its family */
} Fields;

typedef struct {
  GPtrArray *assignments;       /* AsyAssignment */
  char *reason;
} Request;

static void
fields_free (gpointer data)
{
  Fields *fields = data;

  g_clear_pointer (&fields->handover, asy_handover_free);
  g_clear_pointer (&fields->rows, g_ptr_array_unref);
  g_free (fields);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->assignments, g_ptr_array_unref);
  g_free (request->reason);
  g_free (request);
}

static gpointer
run_job (AsySession *session, gpointer request, GError **error)
{
  const Request *asked = request;

  return asy_handover_run (session, asked->assignments, asked->reason, error) ? g_ptr_array_ref (asked->assignments) : NULL;
}

static AsyAssignment *
new_assignment (Fields *fields, guint place, gint64 worker_id)
{
  const AsyHandoverEntry *entry = fields->handover->entries->pdata[place];
  AsyAssignment *assignment = asy_assignment_new ();
  g_autofree char *note = asy_text_row_dup_text (ASY_TEXT_ROW (fields->note));

  asy_assignment_set_case_file_id (assignment, entry->case_id);
  asy_assignment_set_worker_id (assignment, worker_id);
  asy_assignment_set_from_day (assignment, asy_date_row_get_day (ASY_DATE_ROW (fields->day)));
  asy_assignment_set_weight (assignment, entry->weight);
  asy_assignment_set_basis (assignment, entry->basis);
  asy_assignment_set_handover (assignment, note);
  return assignment;
}

static gpointer
make_request (AsyForm *form, gpointer user_data)
{
  Fields *fields = user_data;
  Request *request = g_new0 (Request, 1);

  request->assignments = asy_record_array_new ();
  request->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (fields->reason)));
  for (guint i = 0; i < fields->rows->len; i++)
    {
      const gint64 worker_id = asy_choice_row_get_id (fields->rows->pdata[i]);

      if (worker_id != 0)
        g_ptr_array_add (request->assignments, new_assignment (fields, i, worker_id));
    }
  return request;
}

static int
count_given (Fields *fields, gint64 worker_id)
{
  int n = 0;

  for (guint i = 0; i < fields->rows->len; i++)
    n += asy_choice_row_get_id (fields->rows->pdata[i]) == worker_id;
  return n;
}

/* Says before saving what the store would refuse. */
static char *
find_over_limit (Fields *fields)
{
  for (guint i = 0; i < fields->handover->takers->len; i++)
    {
      const AsyCaseload *taker = fields->handover->takers->pdata[i];
      const int families = taker->families + count_given (fields, asy_record_get_id (ASY_RECORD (taker->worker)));
      g_autofree char *name = asy_worker_dup_full_name (taker->worker);

      if (taker->limit > 0 && families > taker->limit)
        return g_strdup_printf (_("%s would have %d families, the limit is %d"), name, families, taker->limit);
    }
  return NULL;
}

static char *
check (AsyForm *form, gpointer user_data)
{
  Fields *fields = user_data;

  if (asy_date_row_get_day (ASY_DATE_ROW (fields->day)) == ASY_DAY_NONE)
    return g_strdup (_("Say from when"));
  if (*gtk_editable_get_text (GTK_EDITABLE (fields->reason)) == '\0')
    return g_strdup (_("Write the reason"));
  if (count_given (fields, 0) == (int) fields->rows->len)
    return g_strdup (_("Choose an assistant"));
  return find_over_limit (fields);
}

static void
touch_when (AsyForm *form, GtkWidget *widget, const char *signal)
{
  g_signal_connect_object (widget, signal, G_CALLBACK (asy_form_touch), form, G_CONNECT_SWAPPED);
}

static void
add_about (AsyForm *form, Fields *fields)
{
  GtkWidget *group = adw_preferences_group_new ();
  const AsyDay suspended = asy_worker_get_suspended_from (fields->handover->worker);

  fields->day = asy_date_row_new (_("From"));
  fields->reason = adw_entry_row_new ();
  fields->note = asy_text_row_new (_("Handover note for all of them"), 3);
  asy_date_row_set_day (ASY_DATE_ROW (fields->day), fields->handover->day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fields->reason), _("Reason"));
  if (suspended != ASY_DAY_NONE && suspended <= fields->handover->day)
    gtk_editable_set_text (GTK_EDITABLE (fields->reason), _("suspension of the assistant (art. 13 uwr)"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fields->day);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fields->reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fields->note);
  asy_form_watch (form, fields->day);
  touch_when (form, fields->day, "changed");
  touch_when (form, fields->reason, "changed");
  asy_form_add_group (form, group);
}

static GtkWidget *
new_family_row (Fields *fields, const AsyHandoverEntry *entry)
{
  GtkWidget *row = asy_choice_row_new (entry->family_name);

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _("stays for now"));
  for (guint i = 0; i < fields->handover->takers->len; i++)
    {
      const AsyCaseload *taker = fields->handover->takers->pdata[i];
      g_autofree char *name = asy_worker_dup_full_name (taker->worker);
      g_autofree char *load = g_strdup_printf (_("%d of %d families"), taker->families, taker->limit);

      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (ASY_RECORD (taker->worker)), name, load);
    }
  asy_choice_row_set_id (ASY_CHOICE_ROW (row), entry->proposed_id);
  return row;
}

static void
add_families (AsyForm *form, Fields *fields)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Families"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Proposed is an assistant of the same district with the lighter "
                                                                          "load; nobody goes over the limit (art. 15 section 4 uwr)."));
  for (guint i = 0; i < fields->handover->entries->len; i++)
    {
      GtkWidget *row = new_family_row (fields, fields->handover->entries->pdata[i]);

      touch_when (form, row, "notify::code");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (fields->rows, row);
    }
  asy_form_add_group (form, group);
}

/* A record of the handover for each family, offered when all of it is done. */

static gpointer
write_records_job (AsySession *session, gpointer request, GError **error)
{
  GPtrArray *assignments = request;

  for (guint i = 0; i < assignments->len; i++)
    {
      g_autoptr (AsyLetterFile) file = asy_letter_draft_of (session, ASY_LETTER_KIND_HANDOVER,
                                                            asy_record_get_id (assignments->pdata[i]), error);

      if (file == NULL)
        return NULL;
    }
  return ASY_STORE_DONE;
}

static void
on_written_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyContext *context = owner;

  if (result == NULL)
    asy_context_show_error (context, GTK_WIDGET (asy_context_get_window (context)), error);
  else
    asy_context_toast (context, _("The records wait among the papers as drafts"));
}

static void
on_write_cb (AsyContext *context, gpointer assignments)
{
  asy_context_ask (context, context, NULL, write_records_job, g_ptr_array_ref (assignments), (GDestroyNotify) g_ptr_array_unref, NULL,
                   on_written_cb);
}

static void
on_handed_over_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  asy_offer (asy_form_get_context (form), _("The Families Were Handed Over"), _("Write a record of the handover for each family now?"),
             _("_Write the Records"), on_write_cb, g_ptr_array_ref (result), (GDestroyNotify) g_ptr_array_unref);
}

AsyForm *
asy_handover_form_new (AsyContext *context, AsyHandover *handover)
{
  AsyForm *form = asy_form_new (context, _("Handover of Families"));
  Fields *fields = g_new0 (Fields, 1);
  g_autofree char *name = asy_worker_dup_full_name (handover->worker);

  fields->handover = handover;
  fields->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (form), "fields", fields, fields_free);
  asy_form_set_subtitle (form, name);
  asy_form_set_save_label (form, _("_Hand Over"));
  add_about (form, fields);
  add_families (form, fields);
  asy_form_add_check (form, check, fields);
  asy_form_set_request (form, make_request, fields, request_free, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (form, "saved", G_CALLBACK (on_handed_over_cb), NULL);
  asy_form_set_job (form, run_job);
  asy_form_allow_unchanged (form);
  return form;
}
