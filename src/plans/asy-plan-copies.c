/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "law/asy-plan-life.h"
#include "plans/asy-plan-copies.h"
#include "plans/asy-plan-life-forms.h"
#include "store/asy-families.h"
#include "store/asy-plan-steps.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form.h"
#include "ui/asy-format.h"
#include "ui/asy-plan-words.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

GtkWidget *
asy_plan_note_row_new (AsyDay day, const char *title, const char *note)
{
  GtkWidget *row = asy_action_row_new ();
  g_autofree char *date = asy_format_day_long (day);
  g_autofree char *text = note != NULL ? g_strdup_printf ("%s · %s", date, note) : g_strdup (date);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  return row;
}

static gpointer
save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_plan_copy_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
delete_job (AsySession *session, gpointer request, GError **error)
{
  return asy_plan_copy_delete (session, request, error) ? ASY_STORE_DONE : NULL;
}

static void
on_remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  AsyContext *context = asy_context_of (GTK_WIDGET (button));
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  asy_context_ask (context, context, NULL, delete_job, g_object_ref (user_data), g_object_unref, NULL, NULL);
  gtk_widget_set_visible (row, FALSE);
}

static void
add_copy (GtkWidget *group, AsyPlanCopy *copy)
{
  const int n = (int) asy_plan_copy_get_copies (copy);
  g_autofree char *number = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d copy", "%d copies", n), n);
  g_autofree char *note = g_strdup_printf ("%s · %s", number,
                                           asy_plan_copy_recipient_kind_get_label ((AsyPlanCopyRecipientKind) asy_plan_copy_get_recipient_kind (copy)));
  GtkWidget *row = asy_plan_note_row_new (asy_plan_copy_get_day (copy), asy_plan_copy_get_recipient (copy), note);
  GtkWidget *remove = asy_icon_button_new ("user-trash-symbolic", _ ("Remove from the list"), NULL);

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_signal_connect_data (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), g_object_ref (copy), (GClosureNotify) g_object_unref,
                         G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_copies (AsyForm *form, GPtrArray *copies)
{
  GtkWidget *group;

  if (copies->len == 0)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Copies Handed Over"));
  for (guint i = 0; i < copies->len; i++)
    add_copy (group, copies->pdata[i]);
  asy_form_add_group (form, group);
}

static char *
check_copy (AsyForm *form, gpointer user_data)
{
  AsyPlanCopy *copy = user_data;

  if (asy_plan_copy_get_recipient (copy) == NULL)
    return g_strdup (_ ("Say who received the copy"));
  if (asy_plan_copy_get_day (copy) > asy_context_get_today (asy_form_get_context (form)))
    return g_strdup (_ ("The day is still to come"));
  return NULL;
}

static gboolean
has_care_copy (GPtrArray *copies)
{
  for (guint i = 0; i < copies->len; i++)
    if (asy_plan_copy_get_recipient_kind (copies->pdata[i]) == ASY_PLAN_COPY_RECIPIENT_KIND_CARE)
      return TRUE;
  return FALSE;
}

/* To whom the next copy goes: to the foster side until it has one. */
static AsyPlanCopy *
propose_copy (AsyContext *context, AsyFamilyFile *family, AsyPlanFile *file)
{
  AsyPlanCopy *copy = asy_plan_copy_new ();
  g_autoptr (GPtrArray) in_care = NULL;

  in_care = asy_plan_list_in_care (family, asy_context_get_office (context)->dictionary, asy_context_get_today (context));
  asy_plan_copy_set_plan_id (copy, asy_record_get_id (ASY_RECORD (file->plan)));
  asy_plan_copy_set_day (copy, asy_context_get_today (context));
  asy_plan_copy_set_copies (copy, 1);
  if (in_care->len > 0 && !has_care_copy (file->copies))
    {
      const char *name = asy_plan_get_care_agreed_with (file->plan);

      asy_plan_copy_set_recipient_kind (copy, ASY_PLAN_COPY_RECIPIENT_KIND_CARE);
      asy_plan_copy_set_recipient (copy, name != NULL ? name : family->current != NULL ? asy_case_get_care_coordinator (family->current) : NULL);
    }
  else
    asy_plan_copy_set_recipient (copy, asy_family_get_name (family->family));
  return copy;
}

void
asy_plan_copies_form_open (AsyContext *context, AsyFamilyFile *family, AsyPlanFile *file)
{
  g_autoptr (AsyPlanCopy) source = propose_copy (context, family, file);
  AsyForm *form = asy_form_new (context, _ ("Copies of the Plan"));
  AsyPlanCopy *copy = asy_form_add_record (form, source);
  GtkWidget *kind = asy_choice_row_new ("");
  GtkWidget *rows[] = { asy_date_row_new (""), kind, adw_entry_row_new (), asy_number_row_new ("", 1, 99, 1, 0), asy_text_row_new ("", 1) };
  const guint fields[] = { ASY_PLAN_COPY_DAY, ASY_PLAN_COPY_RECIPIENT_KIND, ASY_PLAN_COPY_RECIPIENT, ASY_PLAN_COPY_COPIES, ASY_PLAN_COPY_NOTE };
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *version = g_strdup_printf (_ ("Version %d"), (int) asy_plan_get_version (file->plan));

  asy_form_set_subtitle (form, version);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("The Act asks for no more than one copy. With a child in foster care the plan also goes to the foster side (art. 38a)."));
  for (int i = 0; asy_plan_copy_recipient_kind_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (kind), asy_plan_copy_recipient_kind_nicks[i],
                           asy_plan_copy_recipient_kind_get_label ((AsyPlanCopyRecipientKind) i), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, fields[i], rows[i]));
  asy_form_add_group (form, group);
  add_copies (form, file->copies);
  asy_form_set_save_label (form, _ ("_Note the copy"));
  asy_form_add_check (form, check_copy, copy);
  asy_form_set_job (form, save_job);
  asy_form_present (form);
}

/* From a paper, which knows its plan only. */

typedef struct {
  AsyFamilyFile *family;
  AsyPlanFile *file;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->family, asy_family_file_unref);
  g_clear_pointer (&loaded->file, asy_plan_file_free);
  g_free (loaded);
}

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  Loaded *loaded = g_new0 (Loaded, 1);
  gint64 family_id;

  loaded->file = asy_plan_file_load (session, *(gint64 *) request, error);
  if (loaded->file != NULL && asy_repo_find_family (session, loaded->file->plan, &family_id, error))
    loaded->family = asy_family_file_load (session, family_id, FALSE, error);
  if (loaded->family != NULL)
    return loaded;
  loaded_free (loaded);
  return NULL;
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyContext *context = owner;

  if (result == NULL)
    {
      asy_context_show_error (context, NULL, error);
      return;
    }
  asy_plan_copies_form_open (context, ((Loaded *) result)->family, ((Loaded *) result)->file);
  loaded_free (result);
}

void
asy_plan_copies_open (AsyContext *context, gint64 plan_id)
{
  asy_context_ask (context, context, "plan-copies", load_job, g_memdup2 (&plan_id, sizeof plan_id), g_free, loaded_free, on_loaded_cb);
}
