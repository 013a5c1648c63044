/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-ident.h"
#include "families/asy-form-rows.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-time-row.h"

/* When the cursor leaves, a number is written as it is kept. What cannot be
 * read is the user's word and stays. */
static void
on_phone_left_cb (GtkEventControllerFocus *focus, gpointer user_data)
{
  GtkEditable *editable = user_data;
  g_autofree char *digits = NULL;

  if (asy_ident_check_phone (gtk_editable_get_text (editable), &digits) == ASY_IDENT_OK &&
      g_strcmp0 (digits, gtk_editable_get_text (editable)) != 0)
    gtk_editable_set_text (editable, digits);
}

static void
on_postcode_left_cb (GtkEventControllerFocus *focus, gpointer user_data)
{
  GtkEditable *editable = user_data;
  char postcode[7];
  const AsyIdentProblem problem = asy_ident_check_postcode (gtk_editable_get_text (editable), postcode);

  if (problem == ASY_IDENT_OK && g_strcmp0 (postcode, gtk_editable_get_text (editable)) != 0)
    gtk_editable_set_text (editable, postcode);
  if (problem == ASY_IDENT_OK || problem == ASY_IDENT_PROBLEM_EMPTY)
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
}

static GtkWidget *
new_entry (GCallback on_left)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus;

  if (on_left == NULL)
    return row;
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", on_left, row);
  gtk_widget_add_controller (row, focus);
  return row;
}

static GtkWidget *
new_court_row (AsyForm *form)
{
  GtkWidget *row = asy_choice_row_new ("");
  AsyOfficeFile *office = asy_context_get_office (asy_form_get_context (form));

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _("No court"));
  for (guint i = 0; i < office->courts->len; i++)
    {
      AsyCourt *court = office->courts->pdata[i];

      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (ASY_RECORD (court)), asy_court_get_name (court),
                                asy_court_get_division (court));
    }
  return row;
}

static GtkWidget *
new_dictionary_row (AsyForm *form, const char *kind)
{
  GtkWidget *row = asy_choice_row_new ("");

  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (row), asy_context_get_office (asy_form_get_context (form))->dictionary, kind);
  return row;
}

static GtkWidget *
new_choice_row (const AsyChoice *choices)
{
  GtkWidget *row = asy_choice_row_new ("");

  asy_choice_row_set_choices (ASY_CHOICE_ROW (row), choices);
  return row;
}

static GtkWidget *
new_row (AsyForm *form, const AsyRowSpec *spec)
{
  switch (spec->kind)
    {
    case ASY_ROW_LONG_TEXT:
      return asy_text_row_new ("", 3);
    case ASY_ROW_DAY:
      return asy_date_row_new ("");
    case ASY_ROW_TIME:
      return asy_time_row_new ("", FALSE);
    case ASY_ROW_SWITCH:
      return asy_switch_row_new ("", NULL);
    case ASY_ROW_NUMBER:
      return asy_number_row_new ("", 0, 99, 1, 0);
    case ASY_ROW_DICTIONARY:
      return new_dictionary_row (form, spec->detail);
    case ASY_ROW_COURT:
      return new_court_row (form);
    case ASY_ROW_CHOICE:
      return new_choice_row (spec->detail);
    case ASY_ROW_PHONE:
      return new_entry (G_CALLBACK (on_phone_left_cb));
    case ASY_ROW_POSTCODE:
      return new_entry (G_CALLBACK (on_postcode_left_cb));
    case ASY_ROW_TEXT:
    default:
      return new_entry (NULL);
    }
}

AdwPreferencesGroup *
asy_form_add_rows (AsyForm *form, gpointer copy, const char *title, const AsyRowSpec *specs, guint n_specs, GtkWidget **ret_rows)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n_specs; i++)
    {
      GtkWidget *row = new_row (form, &specs[i]);

      if (specs[i].title != NULL)
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(specs[i].title));
      asy_form_bind (form, copy, specs[i].field, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (ret_rows != NULL)
        ret_rows[i] = row;
    }
  asy_form_add_group (form, group);
  return ADW_PREFERENCES_GROUP (group);
}

GtkWidget *
asy_person_choice_new (const char *title, AsyFamilyFile *file)
{
  GtkWidget *row = asy_choice_row_new (title);

  for (guint i = 0; i < file->members->len; i++)
    {
      const AsyMemberEntry *entry = file->members->pdata[i];
      g_autofree char *name = asy_person_dup_full_name (entry->person);

      if (asy_member_get_left_on (entry->member) == ASY_DAY_NONE && g_strcmp0 (asy_member_get_role (entry->member), "unborn") != 0)
        asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (ASY_RECORD (entry->person)), name, NULL);
    }
  return row;
}

/* Once the form has given the focus to its first row. */
static gboolean
on_focus_cb (gpointer user_data)
{
  GtkWidget *row = user_data;

  if (gtk_widget_get_mapped (row))
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
on_map_cb (GtkWidget *row, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_LOW, on_focus_cb, g_object_ref (row), g_object_unref);
}

void
asy_form_focus_row (AsyForm *form, GtkWidget *row)
{
  g_signal_connect (row, "map", G_CALLBACK (on_map_cb), NULL);
}
