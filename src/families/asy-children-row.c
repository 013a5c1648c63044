/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "families/asy-children-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-words.h"

#define SEPARATOR ", "

static gboolean
is_named (AsyIntervention *intervention, const char *name)
{
  const char *children = asy_intervention_get_children (intervention);
  g_auto (GStrv) names = g_strsplit (children != NULL ? children : "", SEPARATOR, -1);

  return g_strv_contains ((const char *const *) names, name);
}

/* In the order of ticking; a name that is no member's stays. */
static void
set_named (AsyIntervention *intervention, const char *name, gboolean is_in)
{
  const char *children = asy_intervention_get_children (intervention);
  g_auto (GStrv) names = g_strsplit (children != NULL ? children : "", SEPARATOR, -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && !g_str_equal (names[i], name))
      g_string_append_printf (text, "%s%s", text->len > 0 ? SEPARATOR : "", names[i]);
  if (is_in)
    g_string_append_printf (text, "%s%s", text->len > 0 ? SEPARATOR : "", name);
  asy_intervention_set_children (intervention, text->str);
}

static void
on_toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  AsyIntervention *intervention = user_data;
  const char *name = g_object_get_data (G_OBJECT (check), "name");

  if (is_named (intervention, name) != gtk_check_button_get_active (check))
    set_named (intervention, name, gtk_check_button_get_active (check));
}

/* A draft that is taken up changes the record from outside. */
static void
on_changed_cb (AsyIntervention *intervention, GParamSpec *pspec, gpointer user_data)
{
  GtkCheckButton *check = user_data;

  gtk_check_button_set_active (check, is_named (intervention, g_object_get_data (G_OBJECT (check), "name")));
}

/* As old as the child was on that day. */
static void
show_age (AsyIntervention *intervention, GParamSpec *pspec, gpointer user_data)
{
  AsyPerson *person = g_object_get_data (user_data, "person");
  g_autofree char *age = asy_person_dup_age (person, asy_intervention_get_day (intervention));

  adw_action_row_set_subtitle (user_data, age);
}

static void
add_child (GtkWidget *expander, AsyPerson *person, AsyIntervention *intervention)
{
  GtkWidget *row = asy_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  char *name = asy_person_dup_full_name (person);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_named (intervention, name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), "name", name, g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), intervention, 0);
  g_signal_connect_object (intervention, "notify::children", G_CALLBACK (on_changed_cb), check, 0);
  g_object_set_data_full (G_OBJECT (row), "person", g_object_ref (person), g_object_unref);
  g_signal_connect_object (intervention, "notify::day", G_CALLBACK (show_age), row, 0);
  show_age (intervention, NULL, row);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
show_names (AsyIntervention *intervention, GParamSpec *pspec, gpointer user_data)
{
  const char *children = asy_intervention_get_children (intervention);

  adw_expander_row_set_subtitle (user_data, children != NULL ? children : _("none chosen"));
}

GtkWidget *
asy_children_row_new (AsyFamilyFile *file, AsyIntervention *intervention)
{
  GtkWidget *expander = g_object_ref_sink (adw_expander_row_new ());
  guint n = 0;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _("Which children"));
  for (guint i = 0; i < file->members->len; i++)
    {
      const AsyMemberEntry *entry = file->members->pdata[i];

      if (!asy_member_entry_is_child (entry, file->loaded_on) || asy_member_get_left_on (entry->member) != ASY_DAY_NONE)
        continue;
      add_child (expander, entry->person, intervention);
      n++;
    }
  if (n == 0)
    {
      g_object_unref (expander);
      return NULL;
    }
  g_signal_connect_object (intervention, "notify::children", G_CALLBACK (show_names), expander, 0);
  show_names (intervention, NULL, expander);
  g_object_force_floating (G_OBJECT (expander));
  return expander;
}
