/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-person-check.h"
#include "families/asy-person-row.h"
#include "families/asy-person-symbol.h"
#include "law/asy-person-names.h"
#include "store/asy-audit.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define REVEAL_SECONDS 20

struct _AsyPersonRow
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkBox *symbol_box;
  GtkLabel *name_label;
  GtkLabel *role_label;
  GtkLabel *where_label;
  GtkLabel *age_label;
  GtkWidget *pesel_box;
  GtkLabel *pesel_label;
  GtkToggleButton *eye_button;

  /* owned */
  AsyContext *context;
  AsyPerson *person;

  gint64 family_id;
  guint hide_source;
  gboolean is_revealed;
};

G_DEFINE_FINAL_TYPE (AsyPersonRow, asy_person_row, GTK_TYPE_LIST_BOX_ROW)

/* The number */

typedef struct {
  gint64 person_id;
  gint64 family_id;
} RevealRequest;

static gboolean
note_reveal (AsySession *session, gpointer user_data, GError **error)
{
  const RevealRequest *request = user_data;

  return asy_audit_write (session, "reveal", "person", request->person_id, request->family_id, NULL, error);
}

static gpointer
reveal_job (AsySession *session, gpointer request, GError **error)
{
  return asy_session_transaction (session, note_reveal, request, error) ? ASY_STORE_DONE : NULL;
}

static void
show_pesel (AsyPersonRow *self)
{
  g_autofree char *masked = asy_person_dup_masked_pesel (self->person);
  g_autofree char *text = g_strdup_printf (_("PESEL %s"), self->is_revealed ? asy_person_get_pesel (self->person) : masked);

  gtk_label_set_text (self->pesel_label, text);
  gtk_button_set_icon_name (GTK_BUTTON (self->eye_button), self->is_revealed ? "view-conceal-symbolic" : "view-reveal-symbolic");
  asy_ui_set_name (GTK_WIDGET (self->eye_button), self->is_revealed ? _("Hide the PESEL") : _("Show the PESEL for 20 seconds"));
}

static void
hide_pesel (AsyPersonRow *self)
{
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->is_revealed = FALSE;
  gtk_toggle_button_set_active (self->eye_button, FALSE);
  show_pesel (self);
}

static gboolean
on_hide_cb (gpointer user_data)
{
  AsyPersonRow *self = user_data;

  self->hide_source = 0;
  hide_pesel (self);
  return G_SOURCE_REMOVE;
}

/* Nothing is shown before the note of it is on the disk. */
static void
on_noted_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyPersonRow *self = owner;

  if (result == NULL)
    {
      gtk_toggle_button_set_active (self->eye_button, FALSE);
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  self->is_revealed = TRUE;
  show_pesel (self);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->hide_source = g_timeout_add_seconds (REVEAL_SECONDS, on_hide_cb, self);
}

static void
on_eye_cb (AsyPersonRow *self)
{
  RevealRequest *request;

  if (!gtk_toggle_button_get_active (self->eye_button))
    {
      if (self->is_revealed)
        hide_pesel (self);
      return;
    }
  if (self->is_revealed)
    return;
  request = g_new0 (RevealRequest, 1);
  request->person_id = asy_record_get_id (ASY_RECORD (self->person));
  request->family_id = self->family_id;
  asy_context_ask (self->context, self, "reveal", reveal_job, request, g_free, NULL, on_noted_cb);
}

void
asy_person_row_reveal (AsyPersonRow *self)
{
  g_return_if_fail (ASY_IS_PERSON_ROW (self));

  gtk_toggle_button_set_active (self->eye_button, TRUE);
}

gboolean
asy_person_row_is_revealed (AsyPersonRow *self)
{
  g_return_val_if_fail (ASY_IS_PERSON_ROW (self), FALSE);

  return self->is_revealed;
}

/* Texts */

static char *
join_parts (const char *const *parts)
{
  GString *text = g_string_new (NULL);

  for (; *parts != NULL; parts++)
    if (**parts != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", *parts);
  return g_string_free (text, FALSE);
}

static const char *
or_blank (const char *text)
{
  return text != NULL ? text : "";
}

static void
set_role (AsyPersonRow *self, AsyMember *member, AsyDictionary *dictionary)
{
  const char *authority = asy_member_get_authority (member);
  const char *parts[] = { asy_dictionary_get_label (dictionary, ASY_DICT_MEMBER_ROLE, asy_member_get_role (member)),
                          authority != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_AUTHORITY, authority) : "",
                          or_blank (asy_member_get_school (member)), NULL };
  g_autofree char *text = join_parts (parts);

  gtk_label_set_text (self->role_label, text);
}

/* Of adults at home only whether they share the household is worth a line. */
static const char *
find_whereabouts (AsyPersonRow *self, const AsyMemberEntry *entry)
{
  const char *code = asy_member_get_whereabouts (entry->member);

  return g_strcmp0 (code, "family") != 0 || asy_member_entry_is_child (entry, asy_context_get_today (self->context)) ? code : NULL;
}

/* A child away from home is the first thing to be seen; the dead and those not yet born are nowhere. */
static void
set_where (AsyPersonRow *self, const AsyMemberEntry *entry, AsyDictionary *dictionary)
{
  AsyMember *member = entry->member;
  const char *code = find_whereabouts (self, entry);
  const char *group = code != NULL ? asy_dictionary_get_detail (dictionary, ASY_DICT_WHEREABOUTS, code) : NULL;
  const char *parts[] = { code != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_WHEREABOUTS, code)
                                       : asy_member_get_in_household (member) ? _("in the household") : _("outside the household"),
                          or_blank (asy_member_get_carer (member)), NULL };
  g_autofree char *text = join_parts (parts);
  const gboolean is_away = group != NULL && !g_str_equal (group, "home");

  gtk_label_set_text (self->where_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->where_label), asy_person_get_died_on (entry->person) == ASY_DAY_NONE &&
                                                              g_strcmp0 (asy_member_get_role (member), "unborn") != 0);
  asy_ui_set_meaning (GTK_WIDGET (self->where_label), is_away ? ASY_MEANING_SOON : ASY_MEANING_PLAIN);
  if (!is_away)
    gtk_widget_add_css_class (GTK_WIDGET (self->where_label), "dim-label");
}

static char *
dup_age (AsyPersonRow *self, const AsyMemberEntry *entry)
{
  const AsyDay died = asy_person_get_died_on (entry->person);
  g_autofree char *day = NULL;
  g_autofree char *age = NULL;

  if (died != ASY_DAY_NONE)
    {
      day = asy_format_day (died);
      age = asy_person_dup_age (entry->person, died);
      return age != NULL && *age != '\0' ? g_strdup_printf (_("died %s, %s"), day, age) : g_strdup_printf (_("died %s"), day);
    }
  if (asy_person_get_birth_date (entry->person) == ASY_DAY_NONE && asy_person_get_expected_on (entry->person) != ASY_DAY_NONE)
    {
      day = asy_format_day_short (asy_person_get_expected_on (entry->person));
      return g_strdup_printf (_("expected %s"), day);
    }
  return asy_person_dup_age (entry->person, asy_context_get_today (self->context));
}

static void
set_numbers (AsyPersonRow *self, const AsyMemberEntry *entry)
{
  g_autofree char *age = dup_age (self, entry);
  g_autofree char *born = asy_format_day (asy_person_get_birth_date (entry->person));
  const gboolean has_pesel = asy_person_get_pesel (entry->person) != NULL;

  gtk_label_set_text (self->age_label, age);
  if (born != NULL)
    {
      g_autofree char *tip = g_strdup_printf (_("born %s"), born);

      asy_ui_set_tooltip (GTK_WIDGET (self->age_label), tip);
    }
  /* Without a number the place of the eye stays, so that the ages stand in one line. */
  gtk_widget_set_opacity (GTK_WIDGET (self->eye_button), has_pesel ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->eye_button), has_pesel);
  if (has_pesel)
    show_pesel (self);
  else
    {
      gtk_label_set_text (self->pesel_label, _("no PESEL"));
      asy_ui_set_tooltip (self->pesel_box, asy_no_pesel_reason_get_label (asy_person_get_no_pesel_reason (entry->person)));
    }
}

/* With the name before a marriage or a change of name, by which papers and neighbours may know the person. */
static char *
dup_names (const AsyMemberEntry *entry)
{
  g_autofree char *former = asy_person_names_join_former (entry->person, entry->names);
  g_autofree char *name = asy_person_dup_full_name (entry->person);

  return former != NULL ? g_strdup_printf (_("%s (formerly %s)"), name, former) : g_steal_pointer (&name);
}

/* What is read of the row when it is reached by the keyboard. */
static void
name_row (AsyPersonRow *self)
{
  const char *parts[] = { gtk_label_get_text (self->name_label), gtk_label_get_text (self->age_label),
                          gtk_label_get_text (self->role_label),
                          gtk_widget_get_visible (GTK_WIDGET (self->where_label)) ? gtk_label_get_text (self->where_label) : "", NULL };
  g_autofree char *name = join_parts (parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_entry (AsyPersonRow *self, const AsyMemberEntry *entry)
{
  AsyDictionary *dictionary = asy_context_get_office (self->context)->dictionary;
  g_autofree char *name = dup_names (entry);
  const gboolean is_unborn = g_strcmp0 (asy_member_get_role (entry->member), "unborn") == 0;

  gtk_box_append (self->symbol_box, asy_person_symbol_new (entry->person, is_unborn));
  gtk_label_set_text (self->name_label, name);
  set_role (self, entry->member, dictionary);
  set_where (self, entry, dictionary);
  set_numbers (self, entry);
  name_row (self);
}

GtkWidget *
asy_person_row_new (AsyContext *context, const AsyMemberEntry *entry, const char *action)
{
  AsyPersonRow *self = g_object_new (ASY_TYPE_PERSON_ROW, NULL);

  self->context = g_object_ref (context);
  self->person = g_object_ref (entry->person);
  self->family_id = asy_member_get_family_id (entry->member);
  set_entry (self, entry);
  if (action != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", asy_record_get_id (ASY_RECORD (entry->member)));
    }
  return GTK_WIDGET (self);
}

static void
asy_person_row_dispose (GObject *object)
{
  AsyPersonRow *self = ASY_PERSON_ROW (object);

  g_clear_handle_id (&self->hide_source, g_source_remove);
  /* The parent class would let the child go a second time. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_PERSON_ROW);
  g_clear_object (&self->person);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_person_row_parent_class)->dispose (object);
}

static void
asy_person_row_class_init (AsyPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_person_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyPersonRow, symbol_box);
  gtk_widget_class_bind_template_child (widget_class, AsyPersonRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AsyPersonRow, role_label);
  gtk_widget_class_bind_template_child (widget_class, AsyPersonRow, where_label);
  gtk_widget_class_bind_template_child (widget_class, AsyPersonRow, age_label);
  gtk_widget_class_bind_template_child (widget_class, AsyPersonRow, pesel_box);
  gtk_widget_class_bind_template_child (widget_class, AsyPersonRow, pesel_label);
  gtk_widget_class_bind_template_child (widget_class, AsyPersonRow, eye_button);
  gtk_widget_class_bind_template_callback (widget_class, on_eye_cb);
}

static void
asy_person_row_init (AsyPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
