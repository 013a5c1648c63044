/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-team"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-ident.h"
#include "store/asy-offices.h"
#include "team/asy-office-form.h"
#include "ui/asy-bind.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-words.h"

/* Rows */

static GtkWidget *
new_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return group;
}

static GtkWidget *
add_row (GtkWidget *group, gpointer record, guint field, GtkWidget *row)
{
  asy_bind_row (record, field, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_entries (GtkWidget *group, gpointer record, const guint *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    add_row (group, record, fields[i], adw_entry_row_new ());
}

/* A number that cannot be right is marked, not forbidden: foreign and special ones exist. */
static void
mark_postcode (GtkEditable *row)
{
  char postcode[7];
  const char *text = gtk_editable_get_text (row);

  if (*text == '\0' || asy_ident_check_postcode (text, postcode) == ASY_IDENT_OK)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
add_address (GtkWidget *group, gpointer record, guint street, guint postcode, guint city)
{
  GtkWidget *row;

  add_row (group, record, street, adw_entry_row_new ());
  row = add_row (group, record, postcode, adw_entry_row_new ());
  g_signal_connect (row, "changed", G_CALLBACK (mark_postcode), NULL);
  add_row (group, record, city, adw_entry_row_new ());
}

/* The town is nearly always where letters are written. */
static void
propose_place (AsyOffice *office)
{
  const char *city = asy_office_get_city (office);
  const char *before = g_object_get_data (G_OBJECT (office), "asy-place");
  const char *now = asy_office_get_place_line (office);

  if (now != NULL && g_strcmp0 (now, before) != 0)
    return;
  g_object_set_data_full (G_OBJECT (office), "asy-place", g_strdup (city), g_free);
  asy_office_set_place_line (office, city);
}

/* Names and titles are Polish words of papers, not of the window. */
static const struct {
  const char *name;
  const char *head_title;
} proposals[] = {
  [ASY_OFFICE_UNIT_KIND_OPS] = { "Ośrodek Pomocy Społecznej", "kierownik" },
  [ASY_OFFICE_UNIT_KIND_GOPS] = { "Gminny Ośrodek Pomocy Społecznej", "kierownik" },
  [ASY_OFFICE_UNIT_KIND_MGOPS] = { "Miejsko-Gminny Ośrodek Pomocy Społecznej", "kierownik" },
  [ASY_OFFICE_UNIT_KIND_MOPS] = { "Miejski Ośrodek Pomocy Społecznej", "dyrektor" },
  [ASY_OFFICE_UNIT_KIND_MOPR] = { "Miejski Ośrodek Pomocy Rodzinie", "dyrektor" },
  [ASY_OFFICE_UNIT_KIND_CUS] = { "Centrum Usług Społecznych", "dyrektor" },
  [ASY_OFFICE_UNIT_KIND_NGO] = { NULL, "prezes" },
};

static void
propose_name (AsyOffice *office)
{
  int kind = asy_office_get_unit_kind (office);
  const char *before = g_object_get_data (G_OBJECT (office), "asy-name");
  const char *title_before = g_object_get_data (G_OBJECT (office), "asy-title");

  if (asy_office_get_name (office) == NULL || g_strcmp0 (asy_office_get_name (office), before) == 0)
    asy_office_set_name (office, proposals[kind].name);
  if (asy_office_get_head_title (office) == NULL || g_strcmp0 (asy_office_get_head_title (office), title_before) == 0)
    asy_office_set_head_title (office, proposals[kind].head_title);
  g_object_set_data (G_OBJECT (office), "asy-name", (gpointer) proposals[kind].name);
  g_object_set_data (G_OBJECT (office), "asy-title", (gpointer) proposals[kind].head_title);
}

static GtkWidget *
new_kind_row (void)
{
  GtkWidget *row = asy_choice_row_new ("");

  for (int kind = 0; asy_office_unit_kind_nicks[kind] != NULL; kind++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_office_unit_kind_nicks[kind],
                           asy_unit_kind_get_label ((AsyOfficeUnitKind) kind), NULL);
  return row;
}

void
asy_office_rows_add (AsyOffice *office, AdwPreferencesPage *page)
{
  static const guint names[] = { ASY_OFFICE_NAME, ASY_OFFICE_TEAM_NAME };
  static const guint contacts[] = { ASY_OFFICE_PHONE, ASY_OFFICE_EMAIL, ASY_OFFICE_E_DELIVERY };
  static const guint heads[] = { ASY_OFFICE_HEAD_NAME, ASY_OFFICE_HEAD_TITLE };
  GtkWidget *group;

  group = new_group (page, _("Office"), _("Heads every letter."));
  add_row (group, office, ASY_OFFICE_UNIT_KIND, new_kind_row ());
  add_entries (group, office, names, G_N_ELEMENTS (names));
  group = new_group (page, _("Address"), NULL);
  add_address (group, office, ASY_OFFICE_STREET, ASY_OFFICE_POSTCODE, ASY_OFFICE_CITY);
  add_entries (group, office, contacts, G_N_ELEMENTS (contacts));
  group = new_group (page, _("Letters"), NULL);
  add_row (group, office, ASY_OFFICE_PLACE_LINE, adw_entry_row_new ());
  add_row (group, office, ASY_OFFICE_LETTER_MARK, adw_entry_row_new ());
  group = new_group (page, _("Head"), _("Approves plans and signs."));
  add_entries (group, office, heads, G_N_ELEMENTS (heads));
  g_signal_connect (office, "notify::city", G_CALLBACK (propose_place), NULL);
  g_signal_connect (office, "notify::unit-kind", G_CALLBACK (propose_name), NULL);
}

void
asy_court_rows_add (AsyCourt *court, AdwPreferencesPage *page)
{
  static const guint names[] = { ASY_COURT_NAME, ASY_COURT_DIVISION };
  static const guint contacts[] = { ASY_COURT_PHONE, ASY_COURT_EMAIL, ASY_COURT_E_DELIVERY };
  GtkWidget *group;

  group = new_group (page, _("Court"), _("The court that asks for opinions, for example: Sąd Rejonowy w Oławie, III Wydział Rodzinny i Nieletnich."));
  add_entries (group, court, names, G_N_ELEMENTS (names));
  group = new_group (page, _("Address"), NULL);
  add_address (group, court, ASY_COURT_STREET, ASY_COURT_POSTCODE, ASY_COURT_CITY);
  add_entries (group, court, contacts, G_N_ELEMENTS (contacts));
}

/* Forms */

static gpointer
save_office_job (AsySession *session, gpointer request, GError **error)
{
  return asy_office_save (session, request, error) ? g_object_ref (request) : NULL;
}

static gpointer
save_court_job (AsySession *session, gpointer request, GError **error)
{
  return asy_court_save (session, request, error) ? g_object_ref (request) : NULL;
}

static GtkWidget *
new_court_row (AsyOfficeFile *file)
{
  GtkWidget *row = asy_choice_row_new ("");

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _("No court"));
  for (guint i = 0; i < file->courts->len; i++)
    {
      AsyCourt *court = file->courts->pdata[i];

      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (ASY_RECORD (court)), asy_court_get_name (court),
                                asy_court_get_division (court));
    }
  return row;
}

/* What the Act leaves to the office. */
static void
add_own_rules (AsyForm *form, AsyOffice *copy, AdwPreferencesPage *page)
{
  GtkWidget *group = new_group (page, _("Own Rules"), _("What the Act leaves to the office."));

  add_row (group, copy, ASY_OFFICE_DEFAULT_COURT_ID, new_court_row (asy_context_get_office (asy_form_get_context (form))));
  add_row (group, copy, ASY_OFFICE_VISITS_A_MONTH, asy_number_row_new ("", 0, 31, 1, 0));
  add_row (group, copy, ASY_OFFICE_CASELOAD_WARNING, asy_number_row_new ("", 0, 15, 1, 0));
  add_row (group, copy, ASY_OFFICE_LEGAL_BASIS, asy_text_row_new ("", 2));
}

static void
add_reviews (AsyOffice *copy, AdwPreferencesPage *page)
{
  static const struct {
    guint field;
    const char *subtitle;
  } rows[] = {
    { ASY_OFFICE_QUARTERLY_REVIEWS, N_("Of each family, on its page Assessments") },
    { ASY_OFFICE_MONTHLY_REVIEWS, N_("Of each family, on its page Assessments") },
    { ASY_OFFICE_MONTHLY_REPORTS, N_("On the assistant's own page, in Team") },
  };
  GtkWidget *group = new_group (page, _("Reviews beside the Act"),
                                _("Forms that fill themselves from the register; what is switched on is due within five working days."));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (group, copy, rows[i].field, asy_switch_row_new ("", _(rows[i].subtitle)));
}

AsyForm *
asy_office_form_new (AsyContext *context, AsyOffice *office)
{
  AsyForm *form = asy_form_new (context, _("Office"));
  AsyOffice *copy = asy_form_add_record (form, office);
  GtkWidget *page = adw_preferences_page_new ();

  asy_office_rows_add (copy, ADW_PREFERENCES_PAGE (page));
  add_own_rules (form, copy, ADW_PREFERENCES_PAGE (page));
  add_reviews (copy, ADW_PREFERENCES_PAGE (page));
  asy_form_set_content (form, page);
  asy_form_set_job (form, save_office_job);
  asy_form_set_draft (form, "office");
  return form;
}

AsyForm *
asy_court_form_new (AsyContext *context, AsyCourt *court)
{
  AsyForm *form = asy_form_new (context, _("Court"));
  AsyCourt *copy = asy_form_add_record (form, court);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group;

  asy_court_rows_add (copy, ADW_PREFERENCES_PAGE (page));
  group = new_group (ADW_PREFERENCES_PAGE (page), "", NULL);
  add_row (group, copy, ASY_COURT_RETIRED, asy_switch_row_new ("", _("Keeps old letters, offers it no more")));
  asy_form_set_content (form, page);
  asy_form_set_job (form, save_court_job);
  asy_form_set_draft (form, "court");
  return form;
}
