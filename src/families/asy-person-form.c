/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-form-rows.h"
#include "families/asy-hint-row.h"
#include "families/asy-kin-forms.h"
#include "families/asy-name-rows.h"
#include "families/asy-person-check.h"
#include "families/asy-person-form.h"
#include "law/asy-person-names.h"
#include "store/asy-families.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define MATCH_DELAY_MS 250

static const AsyChoice sexes[] = {
  { "unknown", N_("not known") },
  { "female", N_("woman") },
  { "male", N_("man") },
  { NULL, NULL },
};

static const AsyChoice care_bases[] = {
  { "none", N_("not known") },
  { "court", N_("court's ruling") },
  { "agreement", N_("agreement with the parents") },
  { "emergency", N_("emergency") },
  { NULL, NULL },
};

/* All of this belongs to the form. */
typedef struct {
  AsyForm *form;
  AsyPerson *person;            /* the form's copies */
  AsyMember *member;
  AsyPerson *original;          /* owned: as it was loaded */
  char *street;                 /* nullable: of a family that is not saved yet */
  AsyPersonProposal proposal;
  AsyHintRow *pesel_hint;
  GtkWidget *reason_row;
  GtkWidget *matches_group;
  GtkListBox *matches_list;
  GtkWidget *expected_row;
  GtkWidget *care_group;
  guint match_source;
  gboolean is_proposing;
} PersonForm;

static void
person_form_free (gpointer data)
{
  PersonForm *self = data;

  g_clear_handle_id (&self->match_source, g_source_remove);
  g_clear_object (&self->original);
  g_free (self->street);
  g_free (self);
}

static PersonForm *
form_of (gpointer form)
{
  return g_object_get_data (form, "person-form");
}

/* People who may be the same */

typedef struct {
  AsyPerson *person;
  GPtrArray *names;
  gint64 family_id;
  char *street;
} MatchRequest;

static void
match_request_free (gpointer data)
{
  MatchRequest *request = data;

  g_object_unref (request->person);
  g_ptr_array_unref (request->names);
  g_free (request->street);
  g_free (request);
}

static gpointer
match_job (AsySession *session, gpointer request, GError **error)
{
  const MatchRequest *asked = request;

  return asy_person_find_matches (session, asked->person, asked->names, asked->family_id, asked->street, error);
}

static void
on_use_cb (GtkButton *button, gpointer user_data)
{
  PersonForm *self = user_data;
  AsyPerson *person = g_object_get_data (G_OBJECT (button), "person");

  self->is_proposing = TRUE;
  asy_record_copy_from (ASY_RECORD (self->person), ASY_RECORD (person));
  self->is_proposing = FALSE;
  asy_name_rows_set_names (self->form, g_object_get_data (G_OBJECT (button), "names"));
  gtk_widget_set_visible (self->matches_group, FALSE);
  asy_form_touch (self->form);
}

static const char *
describe_likeness (AsyLikeness likeness)
{
  switch (likeness)
    {
    case ASY_LIKENESS_PESEL:
      return _("same PESEL");
    case ASY_LIKENESS_BIRTH:
      return _("like name, same date of birth");
    case ASY_LIKENESS_ADDRESS:
      return _("like name, same address");
    case ASY_LIKENESS_NAME:
    case ASY_LIKENESS_NONE:
    default:
      return _("same name");
    }
}

static char *
describe_match (const AsyPersonMatch *match)
{
  g_autofree char *born = asy_format_day (asy_person_get_birth_date (match->person));
  g_autofree char *day = born != NULL ? g_strdup_printf (_("born %s"), born) : g_strdup (_("no date of birth"));
  const char *why = describe_likeness (match->likeness);
  g_autofree char *names = asy_person_names_join_former (match->person, match->names);
  g_autofree char *former = names != NULL ? g_strdup_printf (_("formerly %s"), names) : NULL;
  const char *parts[] = { match->family_name, former, day, why };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

/* Somebody who is in the register already: the two records can be made one. */
static void
on_merge_cb (GtkButton *button, gpointer user_data)
{
  PersonForm *self = user_data;
  g_autoptr (AsyContext) context = g_object_ref (asy_form_get_context (self->form));
  g_autoptr (AsyPerson) kept = g_object_ref (self->original);
  g_autoptr (AsyPerson) merged = g_object_ref (g_object_get_data (G_OBJECT (button), "person"));

  gtk_window_destroy (GTK_WINDOW (self->form));
  asy_kin_form_merge (context, kept, merged);
}

/* To look at who it is; what was typed waits in the draft. */
static void
on_open_cb (GtkButton *button, gpointer user_data)
{
  PersonForm *self = user_data;
  g_autoptr (AsyContext) context = g_object_ref (asy_form_get_context (self->form));
  const gint64 id = asy_record_get_id (g_object_get_data (G_OBJECT (button), "person"));

  gtk_window_close (GTK_WINDOW (self->form));
  asy_context_go (context, "show-person", id, NULL);
}

static void
add_match_button (PersonForm *self, GtkWidget *row, const AsyPersonMatch *match, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "person", g_object_ref (match->person), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "names", g_ptr_array_ref (match->names), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
new_match_row (PersonForm *self, const AsyPersonMatch *match)
{
  GtkWidget *row = asy_action_row_new ();
  const gboolean is_new = asy_record_get_id (ASY_RECORD (self->person)) == 0;
  g_autofree char *name = asy_person_dup_full_name (match->person);
  g_autofree char *text = describe_match (match);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  /* Over a form of registration there is no way to the family. */
  if (match->family_id != 0 && self->street == NULL && asy_member_get_family_id (self->member) != 0)
    add_match_button (self, row, match, _("_Open"), G_CALLBACK (on_open_cb));
  if (is_new)
    add_match_button (self, row, match, _("_Use this person"), G_CALLBACK (on_use_cb));
  else
    add_match_button (self, row, match, _("_Merge…"), G_CALLBACK (on_merge_cb));
  return row;
}

static void
on_matches_cb (gpointer owner, gpointer result, const GError *error)
{
  PersonForm *self = form_of (owner);
  g_autoptr (GPtrArray) matches = result;

  if (matches == NULL)
    {
      asy_context_show_error (asy_form_get_context (self->form), GTK_WIDGET (owner), error);
      return;
    }
  asy_ui_clear_list (self->matches_list);
  for (guint i = 0; i < matches->len; i++)
    gtk_list_box_append (self->matches_list, new_match_row (self, matches->pdata[i]));
  gtk_widget_set_visible (self->matches_group, matches->len > 0);
}

static gboolean
on_match_cb (gpointer user_data)
{
  PersonForm *self = user_data;

  MatchRequest *request = g_new0 (MatchRequest, 1);

  self->match_source = 0;
  request->person = asy_record_duplicate (self->person);
  request->names = asy_name_rows_dup_names (self->form);
  request->family_id = asy_member_get_family_id (self->member);
  request->street = g_strdup (self->street);
  asy_context_ask (asy_form_get_context (self->form), self->form, "matches", match_job, request, match_request_free,
                   (GDestroyNotify) g_ptr_array_unref, on_matches_cb);
  return G_SOURCE_REMOVE;
}

static void
queue_match (PersonForm *self)
{
  g_clear_handle_id (&self->match_source, g_source_remove);
  if (asy_person_get_pesel (self->person) == NULL &&
      (asy_person_get_given_name (self->person) == NULL || asy_person_get_family_name (self->person) == NULL))
    {
      gtk_widget_set_visible (self->matches_group, FALSE);
      return;
    }
  self->match_source = g_timeout_add (MATCH_DELAY_MS, on_match_cb, self);
}

/* What follows from what is typed */

static gboolean
is_unborn (PersonForm *self)
{
  return g_strcmp0 (asy_member_get_role (self->member), "unborn") == 0;
}

static gboolean
is_in_care (PersonForm *self)
{
  AsyDictionary *dictionary = asy_context_get_office (asy_form_get_context (self->form))->dictionary;
  const char *code = asy_member_get_whereabouts (self->member);

  return code != NULL && g_strcmp0 (asy_dictionary_get_detail (dictionary, ASY_DICT_WHEREABOUTS, code), "care") == 0;
}

static void
on_whereabouts_cb (AsyRecord *record, GParamSpec *pspec, gpointer user_data)
{
  PersonForm *self = user_data;
  const char *code = asy_member_get_whereabouts (self->member);

  gtk_widget_set_visible (self->care_group, is_in_care (self));
  /* Proposed; who is elsewhere for a while may share the household all the same. */
  asy_member_set_in_household (self->member, code == NULL || g_str_equal (code, "family"));
}

static void
update_hint (PersonForm *self)
{
  AsyPersonCheck check;
  g_autofree char *text = NULL;

  asy_person_check (self->person, asy_context_get_today (asy_form_get_context (self->form)), &check);
  text = asy_person_check_describe (&check);
  asy_hint_row_set (self->pesel_hint, text, asy_person_check_get_meaning (&check));
  gtk_widget_set_visible (self->reason_row, asy_person_get_pesel (self->person) == NULL);
  gtk_widget_set_visible (self->expected_row, is_unborn (self));
}

static void
on_person_cb (AsyRecord *record, GParamSpec *pspec, gpointer user_data)
{
  PersonForm *self = user_data;

  if (self->is_proposing)
    return;
  self->is_proposing = TRUE;
  if (g_str_equal (pspec->name, "pesel"))
    asy_person_propose (&self->proposal, self->person);
  if (g_str_equal (pspec->name, "birth-date") || g_str_equal (pspec->name, "sex"))
    asy_person_propose_birth (self->person, self->member);
  self->is_proposing = FALSE;
  update_hint (self);
  queue_match (self);
}

static void
on_names_cb (AsyForm *form)
{
  queue_match (form_of (form));
}

/* A mother is a woman; a child not born yet has no number. */
static void
on_role_cb (AsyRecord *record, GParamSpec *pspec, gpointer user_data)
{
  PersonForm *self = user_data;
  const AsyPersonSex sex = asy_person_guess_sex (asy_member_get_role (self->member));

  if (asy_person_get_sex (self->person) == ASY_PERSON_SEX_UNKNOWN && sex != ASY_PERSON_SEX_UNKNOWN)
    {
      self->proposal.sex = sex;
      asy_person_set_sex (self->person, sex);
    }
  if (is_unborn (self) && asy_person_get_pesel (self->person) == NULL)
    {
      asy_person_set_no_pesel_reason (self->person, ASY_PERSON_NO_PESEL_REASON_UNBORN);
      if (asy_person_get_given_name (self->person) == NULL)
        asy_person_set_given_name (self->person, "Dziecko nienarodzone");
    }
  update_hint (self);
}

static char *
check_form (AsyForm *form, gpointer user_data)
{
  PersonForm *self = user_data;
  AsyPersonCheck check;

  if (asy_person_get_given_name (self->person) == NULL || asy_person_get_family_name (self->person) == NULL)
    return g_strdup (_("Write the given and the family name"));
  if (asy_member_get_role (self->member) == NULL)
    return g_strdup (_("Choose the role in the family"));
  asy_person_check (self->person, asy_context_get_today (asy_form_get_context (form)), &check);
  if (!asy_person_check_is_passed (&check))
    return asy_person_check_describe (&check);
  if (asy_member_get_left_on (self->member) != ASY_DAY_NONE && asy_member_get_left_reason (self->member) == NULL)
    return g_strdup (_("Say why the person left the family"));
  return NULL;
}

/* Building */

static void
add_matches_group (PersonForm *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->matches_group = adw_preferences_group_new ();
  self->matches_list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->matches_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->matches_group), _("Already in the Register?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->matches_group), list);
  gtk_widget_set_visible (self->matches_group, FALSE);
  asy_form_add_group (self->form, self->matches_group);
}

static void
insert_after (GtkWidget *row, GtkWidget *hint)
{
  GtkWidget *list = gtk_widget_get_parent (row);

  gtk_list_box_insert (GTK_LIST_BOX (list), hint, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
}

static GtkWidget *
new_reason_row (PersonForm *self)
{
  GtkWidget *row = asy_choice_row_new ("");

  for (int i = 0; asy_person_no_pesel_reason_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_person_no_pesel_reason_nicks[i],
                           i == ASY_PERSON_NO_PESEL_REASON_NONE ? _("choose the reason")
                                                                : asy_no_pesel_reason_get_label ((AsyPersonNoPeselReason) i),
                           NULL);
  return asy_form_bind (self->form, self->person, ASY_PERSON_NO_PESEL_REASON, row);
}

static void
add_person_rows (PersonForm *self)
{
  static const AsyRowSpec names[] = {
    { ASY_PERSON_GIVEN_NAME, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_FAMILY_NAME, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_PESEL, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_BIRTH_DATE, ASY_ROW_DAY, NULL, NULL },
    { ASY_PERSON_SEX, ASY_ROW_CHOICE, sexes, NULL },
    { ASY_PERSON_EXPECTED_ON, ASY_ROW_DAY, NULL, NULL },
  };
  GtkWidget *rows[G_N_ELEMENTS (names)];

  asy_form_add_rows (self->form, self->person, NULL, names, G_N_ELEMENTS (names), rows);
  gtk_widget_add_css_class (rows[2], "numeric");
  self->pesel_hint = ASY_HINT_ROW (asy_hint_row_new ());
  self->reason_row = new_reason_row (self);
  insert_after (rows[2], self->reason_row);
  insert_after (rows[2], GTK_WIDGET (self->pesel_hint));
  self->expected_row = rows[5];
  asy_form_focus_row (self->form, rows[0]);
}

static void
add_member_rows (PersonForm *self, gboolean with_leaving)
{
  static const AsyRowSpec place[] = {
    { ASY_MEMBER_ROLE, ASY_ROW_DICTIONARY, ASY_DICT_MEMBER_ROLE, NULL },
    { ASY_MEMBER_IN_HOUSEHOLD, ASY_ROW_SWITCH, NULL, NULL },
    { ASY_MEMBER_COVERED, ASY_ROW_SWITCH, NULL, NULL },
    { ASY_MEMBER_AUTHORITY, ASY_ROW_DICTIONARY, ASY_DICT_AUTHORITY, NULL },
    { ASY_MEMBER_WHEREABOUTS, ASY_ROW_DICTIONARY, ASY_DICT_WHEREABOUTS, NULL },
    { ASY_MEMBER_WHEREABOUTS_SINCE, ASY_ROW_DAY, NULL, NULL },
    { ASY_MEMBER_SCHOOL, ASY_ROW_TEXT, NULL, NULL },
  };
  static const AsyRowSpec care[] = {
    { ASY_MEMBER_CARE_BASIS, ASY_ROW_CHOICE, care_bases, NULL },
    { ASY_MEMBER_CARER, ASY_ROW_TEXT, NULL, NULL },
    { ASY_MEMBER_CARE_COORDINATOR, ASY_ROW_TEXT, NULL, NULL },
    { ASY_MEMBER_CARE_COORDINATOR_PHONE, ASY_ROW_PHONE, NULL, NULL },
    { ASY_MEMBER_HELP_PLAN_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_MEMBER_HELP_PLAN_MARK, ASY_ROW_TEXT, NULL, NULL },
    { ASY_MEMBER_CHILD_REVIEW_ON, ASY_ROW_DAY, NULL, NULL },
  };
  static const AsyRowSpec more[] = {
    { ASY_PERSON_PHONE, ASY_ROW_PHONE, NULL, NULL },
    { ASY_PERSON_CITIZENSHIP, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_DOCUMENT, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_EDUCATION, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_OCCUPATION, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_DIED_ON, ASY_ROW_DAY, NULL, NULL },
  };
  static const AsyRowSpec leaving[] = {
    { ASY_MEMBER_JOINED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_MEMBER_LEFT_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_MEMBER_LEFT_REASON, ASY_ROW_TEXT, NULL, NULL },
  };

  AdwPreferencesGroup *group;

  asy_form_add_rows (self->form, self->member, _("In the Family"), place, G_N_ELEMENTS (place), NULL);
  group = asy_form_add_rows (self->form, self->member, _("Foster Care"), care, G_N_ELEMENTS (care), NULL);
  adw_preferences_group_set_description (group, _("Art. 128–138: the child is assessed every 3 months while it is under three, "
                                                  "every 6 months afterwards"));
  self->care_group = GTK_WIDGET (group);
  asy_form_add_rows (self->form, self->person, _("More about the Person"), more, G_N_ELEMENTS (more), NULL);
  asy_name_rows_add_history (self->form);
  if (with_leaving)
    asy_form_add_rows (self->form, self->member, _("Joining and Leaving"), leaving, G_N_ELEMENTS (leaving), NULL);
}

AsyForm *
asy_person_form_new (AsyContext *context, const char *title, const AsyMemberEntry *entry, gboolean with_leaving)
{
  PersonForm *self = g_new0 (PersonForm, 1);

  self->form = asy_form_new (context, title);
  g_object_set_data_full (G_OBJECT (self->form), "person-form", self, person_form_free);
  self->original = g_object_ref (entry->person);
  self->person = asy_form_add_record (self->form, entry->person);
  self->member = asy_form_add_record (self->form, entry->member);
  add_person_rows (self);
  add_matches_group (self);
  asy_name_rows_add_offer (self->form, self->person, entry->names, on_names_cb);
  add_member_rows (self, with_leaving);
  g_signal_connect (self->person, "notify", G_CALLBACK (on_person_cb), self);
  g_signal_connect (self->member, "notify::role", G_CALLBACK (on_role_cb), self);
  g_signal_connect (self->member, "notify::whereabouts", G_CALLBACK (on_whereabouts_cb), self);
  asy_form_add_check (self->form, check_form, self);
  gtk_widget_set_visible (self->care_group, is_in_care (self));
  update_hint (self);
  queue_match (self);
  return self->form;
}

AsyMemberEntry *
asy_person_form_dup_entry (AsyForm *form)
{
  AsyMemberEntry *entry;
  g_autoptr (GPtrArray) names = NULL;

  entry = asy_member_entry_new (asy_form_get_record (form, 1), asy_form_get_record (form, 0));
  names = asy_name_rows_dup_names (form);
  g_ptr_array_unref (entry->names);
  entry->names = g_steal_pointer (&names);
  return entry;
}

void
asy_person_form_set_street (AsyForm *form, const char *street)
{
  PersonForm *self = form_of (form);

  g_return_if_fail (self != NULL);

  g_free (self->street);
  self->street = g_strdup (street);
  queue_match (self);
}

AsyMemberEntry *
asy_member_entry_new_blank (const char *family_name, gint64 family_id, AsyDay today)
{
  g_autoptr (AsyPerson) person = asy_person_new ();
  g_autoptr (AsyMember) member = asy_member_new ();

  asy_person_set_family_name (person, family_name);
  asy_member_set_family_id (member, family_id);
  asy_member_set_in_household (member, TRUE);
  asy_member_set_covered (member, TRUE);
  asy_member_set_whereabouts (member, "family");
  return asy_member_entry_new (member, person);
}
