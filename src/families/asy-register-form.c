/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "families/asy-family-tab.h"
#include "families/asy-form-helper.h"
#include "families/asy-form-rows.h"
#include "families/asy-intake-rows.h"
#include "families/asy-person-form.h"
#include "families/asy-person-row.h"
#include "families/asy-reasons-row.h"
#include "families/asy-register-form.h"
#include "families/asy-registration.h"
#include "ui/asy-date-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

#define TWINS_DELAY_MS 250

/* All of this belongs to the form. */
typedef struct {
  AsyForm *form;
  AsyContext *context;
  AsyFamily *family;            /* the form's copies */
  AsyCase *case_file;
  GPtrArray *members;           /* owned: AsyMemberEntry */
  char *proposed_name;
  GtkListBox *people_list;
  GtkWidget *reasons;
  GtkWidget *twins_group;       /* families at the same address */
  GtkListBox *twins_list;
  guint twins_source;
  GtkWidget *consent_row;
  GtkWidget *consent_day;
  guint editing;                /* place of the person in the open form; members->len: a new one */
} RegisterForm;

static void
register_form_free (gpointer data)
{
  RegisterForm *self = data;

  g_clear_handle_id (&self->twins_source, g_source_remove);
  g_ptr_array_unref (self->members);
  g_free (self->proposed_name);
  g_free (self);
}

static gpointer
register_job (AsySession *session, gpointer request, GError **error)
{
  AsyRegistration *registration = request;

  return asy_registration_save (session, registration, error) ? g_object_ref (registration->family) : NULL;
}

static gpointer
make_registration (AsyForm *form, gpointer user_data)
{
  RegisterForm *self = user_data;
  g_auto (GStrv) reasons = asy_reasons_row_dup_codes (ASY_REASONS_ROW (self->reasons));
  const AsyDay consent_on = asy_switch_row_get_active (ASY_SWITCH_ROW (self->consent_row))
                              ? asy_date_row_get_day (ASY_DATE_ROW (self->consent_day)) : ASY_DAY_NONE;

  return asy_registration_new (self->family, self->members, self->case_file, (const char *const *) reasons, consent_on);
}

/* The name of the family follows the first adult's surname until somebody types another. */
static void
propose_name (RegisterForm *self)
{
  g_autofree char *proposal = asy_registration_propose_name (self->members, asy_context_get_today (self->context));

  if (proposal == NULL)
    return;
  if (asy_family_get_name (self->family) == NULL || g_strcmp0 (asy_family_get_name (self->family), self->proposed_name) == 0)
    asy_family_set_name (self->family, proposal);
  g_free (self->proposed_name);
  self->proposed_name = g_steal_pointer (&proposal);
}

/* People */

static void open_person (RegisterForm *self, guint place);

static void
on_edit_cb (GtkButton *button, gpointer user_data)
{
  open_person (user_data, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place")));
}

static void show_people (RegisterForm *self);

static void
on_remove_cb (GtkButton *button, gpointer user_data)
{
  RegisterForm *self = user_data;

  g_ptr_array_remove_index (self->members, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place")));
  show_people (self);
  asy_form_touch (self->form);
}

static GtkWidget *
new_person_button (RegisterForm *self, const char *icon_name, const char *name, guint place, GCallback on_clicked)
{
  GtkWidget *button = asy_icon_button_new (icon_name, name, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect (button, "clicked", on_clicked, self);
  return button;
}

static GtkWidget *
new_person_row (RegisterForm *self, guint place)
{
  GtkWidget *row = asy_person_row_new (self->context, self->members->pdata[place], NULL);
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  gtk_box_append (GTK_BOX (box), new_person_button (self, "document-edit-symbolic", _("Edit"), place, G_CALLBACK (on_edit_cb)));
  gtk_box_append (GTK_BOX (box), new_person_button (self, "user-trash-symbolic", _("Remove"), place, G_CALLBACK (on_remove_cb)));
  return row;
}

static void
show_people (RegisterForm *self)
{
  asy_ui_clear_list (self->people_list);
  for (guint i = 0; i < self->members->len; i++)
    gtk_list_box_append (self->people_list, new_person_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->people_list), self->members->len > 0);
}

/* A form without a job of its own: the people are saved with the family. */
static gpointer
keep_job (AsySession *session, gpointer request, GError **error)
{
  return ASY_STORE_DONE;
}

static void
on_person_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  RegisterForm *self = user_data;
  AsyMemberEntry *entry = asy_person_form_dup_entry (form);

  if (self->editing < self->members->len)
    {
      asy_member_entry_free (self->members->pdata[self->editing]);
      self->members->pdata[self->editing] = entry;
    }
  else
    g_ptr_array_add (self->members, entry);
  propose_name (self);
  show_people (self);
  asy_form_touch (self->form);
}

static AsyMemberEntry *
new_entry (RegisterForm *self)
{
  const AsyMemberEntry *last = self->members->len > 0 ? self->members->pdata[self->members->len - 1] : NULL;

  return asy_member_entry_new_blank (last != NULL ? asy_person_get_family_name (last->person) : NULL, 0,
                                     asy_context_get_today (self->context));
}

static void
open_person (RegisterForm *self, guint place)
{
  const gboolean is_new = place >= self->members->len;
  AsyMemberEntry *entry = is_new ? new_entry (self) : self->members->pdata[place];
  AsyForm *form = asy_person_form_new (self->context, is_new ? _("New Person") : _("Person"), entry, FALSE);

  self->editing = place;
  asy_person_form_set_street (form, asy_family_get_street (self->family));
  asy_form_set_parent (form, GTK_WIDGET (self->form));
  asy_form_set_save_label (form, is_new ? _("_Add") : _("_Apply"));
  asy_form_set_job (form, keep_job);
  g_signal_connect (form, "saved", G_CALLBACK (on_person_cb), self);
  asy_form_present (form);
  if (is_new)
    asy_member_entry_free (entry);
}

static void
on_add_cb (GtkButton *button, gpointer user_data)
{
  RegisterForm *self = user_data;

  open_person (self, self->members->len);
}

/* What waits in the draft: of each person the member, who it is, and what they were called before. */

static GPtrArray *
collect_people (AsyForm *form, gpointer user_data)
{
  RegisterForm *self = user_data;
  GPtrArray *records = asy_record_array_new ();

  for (guint i = 0; i < self->members->len; i++)
    {
      const AsyMemberEntry *entry = self->members->pdata[i];

      g_ptr_array_add (records, g_object_ref (entry->member));
      g_ptr_array_add (records, g_object_ref (entry->person));
      for (guint j = 0; j < entry->names->len; j++)
        g_ptr_array_add (records, g_object_ref (entry->names->pdata[j]));
    }
  return records;
}

static gpointer
new_blank (const char *table)
{
  if (g_str_equal (table, "member"))
    return asy_member_new ();
  return g_str_equal (table, "person") ? (gpointer) asy_person_new () : asy_person_name_new ();
}

static void
restore_people (AsyForm *form, GPtrArray *records, gpointer user_data)
{
  RegisterForm *self = user_data;

  g_ptr_array_set_size (self->members, 0);
  for (guint i = 0; i < records->len; i++)
    if (ASY_IS_PERSON (records->pdata[i]) && i > 0)
      g_ptr_array_add (self->members, asy_member_entry_new (records->pdata[i - 1], records->pdata[i]));
    else if (ASY_IS_PERSON_NAME (records->pdata[i]) && self->members->len > 0)
      g_ptr_array_add (((AsyMemberEntry *) self->members->pdata[self->members->len - 1])->names, g_object_ref (records->pdata[i]));
  propose_name (self);
  show_people (self);
  asy_form_touch (self->form);
}

/* Families that live there already */

typedef struct {
  char *street;
  char *city;
} Address;

static void
address_free (gpointer data)
{
  Address *address = data;

  g_free (address->street);
  g_free (address->city);
  g_free (address);
}

static gpointer
find_at_job (AsySession *session, gpointer request, GError **error)
{
  const Address *address = request;

  return asy_families_find_at (session, address->street, address->city, error);
}

/* What was typed waits in the draft. */
static void
on_open_cb (GtkButton *button, gpointer user_data)
{
  RegisterForm *self = user_data;
  g_autoptr (AsyContext) context = g_object_ref (self->context);
  const gint64 id = asy_record_get_id (g_object_get_data (G_OBJECT (button), "family"));

  gtk_window_close (GTK_WINDOW (self->form));
  asy_context_go (context, "show-family", id, NULL);
}

static GtkWidget *
new_twin_row (RegisterForm *self, AsyFamily *family)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asy_family_get_name (family));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("lives at the same address"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "family", g_object_ref (family), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
on_twins_cb (gpointer owner, gpointer result, const GError *error)
{
  RegisterForm *self = g_object_get_data (owner, "register-form");
  g_autoptr (GPtrArray) families = result;

  if (families == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (owner), error);
      return;
    }
  asy_ui_clear_list (self->twins_list);
  for (guint i = 0; i < families->len; i++)
    gtk_list_box_append (self->twins_list, new_twin_row (self, families->pdata[i]));
  gtk_widget_set_visible (self->twins_group, families->len > 0);
}

static gboolean
on_look_for_twins_cb (gpointer user_data)
{
  RegisterForm *self = user_data;
  Address *address = g_new0 (Address, 1);

  self->twins_source = 0;
  address->street = g_strdup (asy_family_get_street (self->family));
  address->city = g_strdup (asy_family_get_city (self->family));
  asy_context_ask (self->context, self->form, "twins", find_at_job, address, address_free, (GDestroyNotify) g_ptr_array_unref,
                   on_twins_cb);
  return G_SOURCE_REMOVE;
}

static void
on_address_cb (AsyRecord *record, GParamSpec *pspec, gpointer user_data)
{
  RegisterForm *self = user_data;

  g_clear_handle_id (&self->twins_source, g_source_remove);
  self->twins_source = g_timeout_add (TWINS_DELAY_MS, on_look_for_twins_cb, self);
}

/* Building */

static void
add_twins_group (RegisterForm *self)
{
  GtkWidget *list = asy_family_card_new ();

  self->twins_group = adw_preferences_group_new ();
  self->twins_list = GTK_LIST_BOX (list);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->twins_group), _("Already in the Register?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->twins_group), list);
  gtk_widget_set_visible (self->twins_group, FALSE);
  asy_form_add_group (self->form, self->twins_group);
  g_signal_connect (self->family, "notify::street", G_CALLBACK (on_address_cb), self);
  g_signal_connect (self->family, "notify::city", G_CALLBACK (on_address_cb), self);
}

static void
add_people_group (RegisterForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  GtkWidget *list = asy_family_card_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("People"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Begin with a parent; the name of the family follows."));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("A_dd a Person"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_add_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  self->people_list = GTK_LIST_BOX (list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  asy_form_add_group (self->form, group);
  asy_form_focus_row (self->form, button);
}

static void
on_path_cb (AsyRecord *record, GParamSpec *pspec, gpointer user_data)
{
  RegisterForm *self = user_data;
  const AsyCasePath path = (AsyCasePath) asy_case_get_path (self->case_file);

  gtk_widget_set_visible (gtk_widget_get_ancestor (self->consent_row, ADW_TYPE_PREFERENCES_GROUP),
                          path != ASY_CASE_PATH_COURT && path != ASY_CASE_PATH_ZA_ZYCIEM);
}

static void
add_consent_group (RegisterForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->consent_row = asy_switch_row_new (_("The family has consented"), _("The first adult signed (art. 8 section 3)"));
  self->consent_day = asy_date_row_new (_("Consent of"));
  asy_date_row_set_day (ASY_DATE_ROW (self->consent_day), asy_context_get_today (self->context));
  g_object_bind_property (self->consent_row, "active", self->consent_day, "visible", G_BINDING_SYNC_CREATE);
  asy_form_watch (self->form, self->consent_day);
  g_signal_connect_object (self->consent_row, "notify::active", G_CALLBACK (asy_form_touch), self->form, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Consent"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->consent_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->consent_day);
  asy_form_add_group (self->form, group);
  g_signal_connect (self->case_file, "notify::path", G_CALLBACK (on_path_cb), self);
  on_path_cb (NULL, NULL, self);
}

static char *
check_registration (AsyForm *form, gpointer user_data)
{
  RegisterForm *self = user_data;

  if (self->members->len == 0)
    return g_strdup (_("Add at least one person"));
  if (asy_family_get_name (self->family) == NULL)
    return g_strdup (_("Write the name of the family"));
  if (asy_case_get_notice_on (self->case_file) > asy_context_get_today (self->context))
    return g_strdup (_("The notice is of a day still to come"));
  return NULL;
}

static void
add_records (RegisterForm *self)
{
  g_autoptr (AsyFamily) family = asy_family_new ();
  g_autoptr (AsyCase) case_file = asy_case_new ();

  asy_family_set_city (family, asy_office_get_city (asy_context_get_office (self->context)->office));
  asy_case_set_notice_on (case_file, asy_context_get_today (self->context));
  self->family = asy_form_add_record (self->form, family);
  self->case_file = asy_form_add_record (self->form, case_file);
}

static void
on_saved_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  RegisterForm *self = user_data;
  g_autofree char *text = g_strdup_printf (_("%s is in the register"), asy_family_get_name (result));

  asy_context_toast (self->context, text);
  asy_context_go (self->context, "show-family", asy_record_get_id (result), NULL);
}

void
asy_register_form_present (AsyContext *context)
{
  static const AsyRowSpec about[] = {
    { ASY_FAMILY_NAME, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_STREET, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_POSTCODE, ASY_ROW_POSTCODE, NULL, NULL },
    { ASY_FAMILY_CITY, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_DISTRICT, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_PHONE, ASY_ROW_PHONE, NULL, NULL },
    { ASY_FAMILY_EMAIL, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_OWN_NUMBER, ASY_ROW_TEXT, NULL, NULL },
  };
  RegisterForm *self = g_new0 (RegisterForm, 1);

  self->form = asy_form_new (context, _("Register a Family"));
  self->context = context;
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  g_object_set_data_full (G_OBJECT (self->form), "register-form", self, register_form_free);
  add_records (self);
  add_people_group (self);
  asy_form_add_rows (self->form, self->family, _("Family"), about, G_N_ELEMENTS (about), NULL);
  add_twins_group (self);
  self->reasons = asy_reasons_row_new (asy_context_get_office (context)->dictionary, NULL);
  (void) asy_intake_rows_add (self->form, self->case_file, self->reasons, ASY_INTAKE_NEW_CASE);
  add_consent_group (self);
  show_people (self);
  asy_form_add_check (self->form, check_registration, self);
  asy_form_add_check (self->form, asy_form_check_email, self->family);
  asy_form_set_save_label (self->form, _("_Register"));
  asy_form_set_request (self->form, make_registration, self, asy_registration_free, g_object_unref);
  asy_form_set_job (self->form, register_job);
  asy_form_set_draft (self->form, "registration");
  asy_form_set_draft_list (self->form, collect_people, new_blank, restore_people, self);
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved_cb), self);
  asy_form_present (self->form);
}
