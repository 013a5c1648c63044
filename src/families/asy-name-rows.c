/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-name-rows.h"
#include "law/asy-person-names.h"
#include "store/asy-person-names.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* All of this belongs to the form. */
typedef struct {
  AsyForm *form;
  AsyPerson *person;            /* the form's copy */
  GPtrArray *names;             /* owned: AsyPersonName, being edited */
  GPtrArray *loaded;            /* owned: the same as they were loaded */
  GPtrArray *rows;              /* owned; GtkWidget, one a name */
  AsyNameRowsChanged changed;   /* nullable */
  AsyPersonName *offer;         /* owned: the name that is being changed */
  GtkWidget *offer_group;
  GtkWidget *offer_switch;
  GtkWidget *history_group;
} NameRows;

static void
name_rows_free (gpointer data)
{
  NameRows *self = data;

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->loaded);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->offer);
  g_free (self);
}

static NameRows *
rows_of (AsyForm *form)
{
  return g_object_get_data (G_OBJECT (form), "name-rows");
}

static GPtrArray *
duplicate_all (GPtrArray *names)
{
  GPtrArray *copies = asy_record_array_new ();

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (copies, asy_record_duplicate (names->pdata[i]));
  return copies;
}

static void
touch (NameRows *self)
{
  asy_form_touch (self->form);
  if (self->changed != NULL)
    self->changed (self->form);
}

static GtkWidget *
new_reason_row (void)
{
  GtkWidget *row = asy_choice_row_new ("");

  for (int i = 0; asy_person_name_reason_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_person_name_reason_nicks[i],
                           asy_name_reason_get_label ((AsyPersonNameReason) i), NULL);
  return row;
}

/* The name that is being changed */

static gboolean
is_offered (NameRows *self)
{
  return self->offer != NULL && asy_person_get_family_name (self->person) != NULL &&
         !asy_person_names_has (self->person, self->names, asy_person_name_get_family_name (self->offer));
}

static void
on_family_name_cb (AsyRecord *record, GParamSpec *pspec, gpointer user_data)
{
  NameRows *self = user_data;

  gtk_widget_set_visible (self->offer_group, is_offered (self));
}

static GtkWidget *
new_keep_row (NameRows *self)
{
  g_autofree char *title = g_strdup_printf (_("Keep “%s” as a former name"), asy_person_name_get_family_name (self->offer));
  GtkWidget *row = asy_switch_row_new (title, _("Not when the old one was only misspelt"));

  asy_switch_row_set_active (ASY_SWITCH_ROW (row), TRUE);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (asy_form_touch), self->form, G_CONNECT_SWAPPED);
  return row;
}

static void
fill_offer_group (NameRows *self)
{
  GtkWidget *day = asy_form_bind (self->form, self->offer, ASY_PERSON_NAME_CHANGED_ON, asy_date_row_new (""));
  GtkWidget *reason = asy_form_bind (self->form, self->offer, ASY_PERSON_NAME_REASON, new_reason_row ());

  self->offer_switch = new_keep_row (self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->offer_group), _("The Family Name Has Changed"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->offer_group), self->offer_switch);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->offer_group), day);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->offer_group), reason);
  g_object_bind_property (self->offer_switch, "active", day, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->offer_switch, "active", reason, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect (self->offer, "notify", G_CALLBACK (on_family_name_cb), self);
  g_signal_connect_object (self->offer, "notify", G_CALLBACK (asy_form_touch), self->form, G_CONNECT_SWAPPED);
}

static char *
check_names (AsyForm *form, gpointer user_data)
{
  NameRows *self = user_data;
  const AsyDay today = asy_context_get_today (asy_form_get_context (form));

  for (guint i = 0; i < self->names->len; i++)
    if (asy_person_name_get_family_name (self->names->pdata[i]) == NULL)
      return g_strdup (_("Write the former family name, or remove the row"));
    else if (asy_person_name_get_changed_on (self->names->pdata[i]) > today)
      return g_strdup (_("The name changes on a day still to come"));
  if (is_offered (self) && asy_switch_row_get_active (ASY_SWITCH_ROW (self->offer_switch)) &&
      asy_person_name_get_changed_on (self->offer) > today)
    return g_strdup (_("The name changes on a day still to come"));
  return NULL;
}

void
asy_name_rows_add_offer (AsyForm *form, AsyPerson *person, GPtrArray *names, AsyNameRowsChanged changed)
{
  NameRows *self = g_new0 (NameRows, 1);

  self->form = form;
  self->person = person;
  self->loaded = duplicate_all (names);
  self->names = duplicate_all (names);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->changed = changed;
  self->offer_group = adw_preferences_group_new ();
  g_object_set_data_full (G_OBJECT (form), "name-rows", self, name_rows_free);
  if (asy_record_get_id (ASY_RECORD (person)) != 0)
    {
      self->offer = asy_person_name_new ();
      asy_person_name_set_person_id (self->offer, asy_record_get_id (ASY_RECORD (person)));
      asy_person_name_set_family_name (self->offer, asy_person_get_family_name (person));
      asy_person_name_set_reason (self->offer, ASY_PERSON_NAME_REASON_MARRIAGE);
      fill_offer_group (self);
      g_signal_connect (person, "notify::family-name", G_CALLBACK (on_family_name_cb), self);
    }
  gtk_widget_set_visible (self->offer_group, FALSE);
  asy_form_add_group (form, self->offer_group);
  asy_form_add_check (form, check_names, self);
}

/* The history */

static void
describe_row (GtkWidget *row, AsyPersonName *name)
{
  const char *given = asy_person_name_get_given_name (name);
  const char *family = asy_person_name_get_family_name (name);
  const char *reason = asy_name_reason_get_label ((AsyPersonNameReason) asy_person_name_get_reason (name));
  g_autofree char *title = given != NULL && family != NULL ? g_strdup_printf ("%s %s", given, family)
                                                            : g_strdup (family != NULL ? family : _("Former family name"));
  g_autofree char *day = asy_format_day (asy_person_name_get_changed_on (name));
  g_autofree char *until = day != NULL ? g_strdup_printf (_("changed %s"), day) : g_strdup (_("nobody knows since when"));
  g_autofree char *text = g_strdup_printf ("%s · %s", until, reason);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
}

static void
on_name_cb (AsyRecord *record, GParamSpec *pspec, gpointer user_data)
{
  NameRows *self = user_data;
  guint place;

  if (g_ptr_array_find (self->names, record, &place))
    describe_row (self->rows->pdata[place], ASY_PERSON_NAME (record));
  touch (self);
  gtk_widget_set_visible (self->offer_group, is_offered (self));
}

static void
remove_at (NameRows *self, guint place)
{
  g_signal_handlers_disconnect_by_data (self->names->pdata[place], self);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->history_group), self->rows->pdata[place]);
  g_ptr_array_remove_index (self->rows, place);
  g_ptr_array_remove_index (self->names, place);
}

static void
on_remove_cb (GtkButton *button, gpointer user_data)
{
  NameRows *self = user_data;
  guint place;

  if (!g_ptr_array_find (self->rows, g_object_get_data (G_OBJECT (button), "row"), &place))
    return;
  remove_at (self, place);
  touch (self);
  gtk_widget_set_visible (self->offer_group, is_offered (self));
}

static GtkWidget *
new_remove_button (NameRows *self, GtkWidget *row)
{
  GtkWidget *button = asy_icon_button_new ("user-trash-symbolic", _("Remove"), NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "row", row);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_cb), self);
  return button;
}

/* The row of a name that stands in the list already. */
static GtkWidget *
add_row (NameRows *self, AsyPersonName *name)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *family = asy_form_bind (self->form, name, ASY_PERSON_NAME_FAMILY_NAME, adw_entry_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  describe_row (row, name);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), family);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), asy_form_bind (self->form, name, ASY_PERSON_NAME_CHANGED_ON, asy_date_row_new ("")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), asy_form_bind (self->form, name, ASY_PERSON_NAME_REASON, new_reason_row ()));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), asy_form_bind (self->form, name, ASY_PERSON_NAME_GIVEN_NAME, adw_entry_row_new ()));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), new_remove_button (self, row));
  g_signal_connect (name, "notify", G_CALLBACK (on_name_cb), self);
  g_ptr_array_add (self->rows, g_object_ref_sink (row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->history_group), row);
  return family;
}

static void
on_add_cb (GtkButton *button, gpointer user_data)
{
  NameRows *self = user_data;
  AsyPersonName *name = asy_person_name_new ();
  GtkWidget *family;

  g_ptr_array_add (self->names, name);
  asy_person_name_set_person_id (name, asy_record_get_id (ASY_RECORD (self->person)));
  family = add_row (self, name);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->rows->pdata[self->rows->len - 1]), TRUE);
  gtk_widget_grab_focus (family);
  touch (self);
}

static GtkWidget *
new_add_button (NameRows *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Add"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  asy_ui_set_name (button, _("Add a former name"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_add_cb), self);
  return button;
}

static void
fill_history (NameRows *self, GPtrArray *names)
{
  while (self->names->len > 0 && self->rows->len > 0)
    remove_at (self, self->rows->len - 1);
  g_ptr_array_unref (self->names);
  self->names = duplicate_all (names);
  for (guint i = 0; i < self->names->len; i++)
    (void) add_row (self, self->names->pdata[i]);
  gtk_widget_set_visible (self->offer_group, is_offered (self));
}

void
asy_name_rows_add_history (AsyForm *form)
{
  NameRows *self = rows_of (form);

  g_return_if_fail (self != NULL);

  self->history_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->history_group), _("Former Names"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->history_group), new_add_button (self));
  fill_history (self, self->loaded);
  asy_form_add_group (form, self->history_group);
}

void
asy_name_rows_set_names (AsyForm *form, GPtrArray *names)
{
  NameRows *self = rows_of (form);

  g_return_if_fail (self != NULL);

  fill_history (self, names);
}

GPtrArray *
asy_name_rows_dup_names (AsyForm *form)
{
  NameRows *self = rows_of (form);
  GPtrArray *names;

  g_return_val_if_fail (self != NULL, NULL);

  names = duplicate_all (self->names);
  if (is_offered (self) && asy_switch_row_get_active (ASY_SWITCH_ROW (self->offer_switch)))
    g_ptr_array_add (names, asy_record_duplicate (self->offer));
  return names;
}

/* Drafts */

static GPtrArray *
collect_names (AsyForm *form, gpointer user_data)
{
  return asy_name_rows_dup_names (form);
}

static gpointer
new_blank (const char *table)
{
  return asy_person_name_new ();
}

/* A draft knows no numbers of records: those of the names that stand in the register are the first ones. */
static void
restore_names (AsyForm *form, GPtrArray *records, gpointer user_data)
{
  NameRows *self = user_data;

  for (guint i = 0; i < records->len && i < self->loaded->len; i++)
    {
      asy_record_set_id (records->pdata[i], asy_record_get_id (self->loaded->pdata[i]));
      asy_record_set_uid (records->pdata[i], asy_record_get_uid (self->loaded->pdata[i]));
      asy_record_set_revision (records->pdata[i], asy_record_get_revision (self->loaded->pdata[i]));
    }
  fill_history (self, records);
  touch (self);
}

/* Their names become those that were loaded; the name on offer is in the list by now. */
static void
rebase_names (AsyForm *form, GPtrArray *merged, GPtrArray *theirs, gpointer user_data)
{
  NameRows *self = user_data;

  g_ptr_array_unref (self->loaded);
  self->loaded = duplicate_all (theirs);
  fill_history (self, merged);
  touch (self);
}

void
asy_name_rows_set_draft (AsyForm *form)
{
  NameRows *self = rows_of (form);
  const gint64 person_id = self != NULL ? asy_record_get_id (ASY_RECORD (self->person)) : 0;

  g_return_if_fail (self != NULL);

  asy_form_set_draft_list (form, collect_names, new_blank, restore_names, self);
  if (person_id != 0)
    asy_form_set_conflict_list (form, N_("Former name"), self->loaded, person_id, asy_person_names_list, rebase_names);
}
