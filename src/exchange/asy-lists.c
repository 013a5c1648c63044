/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <json-glib/json-glib.h>

#include "base/asy-text.h"
#include "exchange/asy-list-words.h"
#include "exchange/asy-lists.h"
#include "store/asy-audit.h"
#include "store/asy-families.h"
#include "store/asy-offices.h"

#define PAGE 1000

typedef struct {
  const char *title;
  AsyTableType type;
} Column;

static AsyTable *
new_table (const char *name, const char *title, const Column *columns, guint n_columns)
{
  AsyTable *table = asy_table_new (name, title);

  for (guint i = 0; i < n_columns; i++)
    asy_table_add_column (table, columns[i].title, columns[i].type);
  return table;
}

#define NEW_TABLE(name, title, columns) new_table (name, title, columns, G_N_ELEMENTS (columns))

static const char *
yes (gboolean value)
{
  return value ? "tak" : NULL;
}

/* Families */

static const Column family_columns[] = {
  { "Rodzina", ASY_TABLE_TEXT },          { "Dzielnica", ASY_TABLE_TEXT }, { "Adres", ASY_TABLE_TEXT },
  { "Etap", ASY_TABLE_TEXT },             { "Asystent", ASY_TABLE_TEXT },  { "Najbliższy termin", ASY_TABLE_DAY },
  { "Czego dotyczy", ASY_TABLE_TEXT },    { "Dzieci", ASY_TABLE_INT },     { "Ostatnia wizyta", ASY_TABLE_DAY },
  { "Następna wizyta", ASY_TABLE_DAY },   { "Następna ocena", ASY_TABLE_DAY }, { "Zgłoszenie", ASY_TABLE_DAY },
  { "Sygnatura akt", ASY_TABLE_TEXT },    { "Sąd", ASY_TABLE_TEXT },       { "Ostrzeżenie", ASY_TABLE_TEXT },
  { "Wizyty we dwoje", ASY_TABLE_TEXT },  { "Nr sprawy", ASY_TABLE_TEXT }, { "E-mail", ASY_TABLE_TEXT },
};

AsyTable *
asy_list_of_families (GPtrArray *rows)
{
  AsyTable *table = NEW_TABLE ("families", "Rodziny", family_columns);

  for (guint i = 0; i < rows->len; i++)
    {
      AsyFamilyRow *row = g_ptr_array_index (rows, i);
      const AsyDay due = asy_family_row_get_due (row);

      asy_table_add_text (table, asy_family_row_get_name (row));
      asy_table_add_text (table, asy_family_row_get_district (row));
      asy_table_add_text (table, asy_family_row_get_address (row));
      asy_table_add_text (table, asy_list_get_stage (asy_family_row_get_stage (row)));
      asy_table_add_text (table, asy_family_row_get_assistant (row));
      asy_table_add_day (table, due);
      asy_table_add_text (table, due != ASY_DAY_NONE ? asy_list_get_due (asy_family_row_get_due_kind (row)) : NULL);
      asy_table_add_int (table, asy_family_row_get_n_children (row));
      asy_table_add_day (table, asy_family_row_get_last_visit (row));
      asy_table_add_day (table, asy_family_row_get_next_visit (row));
      asy_table_add_day (table, asy_family_row_get_assessment_due (row));
      asy_table_add_day (table, asy_family_row_get_registered (row));
      asy_table_add_text (table, asy_family_row_get_court_signature (row));
      asy_table_add_text (table, yes (asy_family_row_get_court (row)));
      asy_table_add_text (table, asy_family_row_get_warning (row));
      asy_table_add_text (table, yes (asy_family_row_get_two_person (row)));
      asy_table_add_text (table, asy_family_row_get_own_number (row));
      asy_table_add_text (table, asy_family_row_get_email (row));
    }
  return table;
}

/* What is due */

static const Column due_columns[] = {
  { "Termin", ASY_TABLE_DAY },    { "Pozostało dni", ASY_TABLE_INT }, { "Dni po terminie", ASY_TABLE_INT },
  { "Rodzina", ASY_TABLE_TEXT },  { "Czego dotyczy", ASY_TABLE_TEXT }, { "Asystent", ASY_TABLE_TEXT },
  { "Podstawa", ASY_TABLE_TEXT }, { "Z czego wynika", ASY_TABLE_TEXT },
};

static void
add_due (AsyTable *table, const AsyDueEntry *entry, AsyDay today)
{
  const AsyDay due = entry->deadline.due;
  g_autofree char *what = asy_list_describe_due (entry);
  g_autofree char *why = asy_list_explain_due (&entry->deadline);

  asy_table_add_day (table, due);
  if (due >= today)
    asy_table_add_int (table, due - today);
  else
    asy_table_add_empty (table);
  if (due < today)
    asy_table_add_int (table, today - due);
  else
    asy_table_add_empty (table);
  asy_table_add_text (table, entry->family_name);
  asy_table_add_text (table, what);
  asy_table_add_text (table, entry->worker_name);
  asy_table_add_text (table, entry->deadline.article);
  asy_table_add_text (table, why);
}

AsyTable *
asy_list_load_due (AsySession *session, AsyDay until, gint64 worker_id, GError **error)
{
  const AsyDay today = asy_session_get_today (session);
  g_autoptr (GPtrArray) due = asy_due_list (session, asy_rules_get_default (), today, until, worker_id, error);
  AsyTable *table;

  if (due == NULL)
    return NULL;
  table = NEW_TABLE ("due", "Terminy", due_columns);
  for (guint i = 0; i < due->len; i++)
    add_due (table, g_ptr_array_index (due, i), today);
  return table;
}

/* The register of interventions */

static const Column intervention_columns[] = {
  { "Dzień", ASY_TABLE_DAY },              { "Godzina", ASY_TABLE_TEXT },           { "Rodzina", ASY_TABLE_TEXT },
  { "Dzieci", ASY_TABLE_TEXT },            { "Miejsce", ASY_TABLE_TEXT },           { "Co zaobserwowano", ASY_TABLE_TEXT },
  { "Co zrobiono", ASY_TABLE_TEXT },       { "112 lub policja", ASY_TABLE_DAY },    { "Pracownik socjalny", ASY_TABLE_DAY },
  { "Sąd opiekuńczy", ASY_TABLE_DAY },     { "Niebieska Karta", ASY_TABLE_DAY },    { "Inni", ASY_TABLE_DAY },
  { "Wynik", ASY_TABLE_TEXT },             { "Zamknięto", ASY_TABLE_DAY },          { "Asystent", ASY_TABLE_TEXT },
};

static void
add_intervention (AsyTable *table, const AsyInterventionEntry *entry)
{
  AsyIntervention *intervention = entry->intervention;
  const gint64 minute = asy_intervention_get_start_minute (intervention);
  g_autofree char *time = minute >= 0 ? asy_text_time ((int) minute) : NULL;

  asy_table_add_day (table, asy_intervention_get_day (intervention));
  asy_table_add_text (table, time);
  asy_table_add_text (table, entry->family_name);
  asy_table_add_text (table, asy_intervention_get_children (intervention));
  asy_table_add_text (table, asy_intervention_get_place (intervention));
  asy_table_add_text (table, asy_intervention_get_seen (intervention));
  asy_table_add_text (table, asy_intervention_get_done (intervention));
  asy_table_add_day (table, asy_intervention_get_emergency_on (intervention));
  asy_table_add_day (table, asy_intervention_get_social_worker_on (intervention));
  asy_table_add_day (table, asy_intervention_get_court_on (intervention));
  asy_table_add_day (table, asy_intervention_get_blue_card_on (intervention));
  asy_table_add_day (table, asy_intervention_get_other_on (intervention));
  asy_table_add_text (table, asy_intervention_get_outcome (intervention));
  asy_table_add_day (table, asy_intervention_get_closed_on (intervention));
  asy_table_add_text (table, entry->worker_name);
}

AsyTable *
asy_list_load_interventions (AsySession *session, AsyInterventionsScope scope, GError **error)
{
  g_autoptr (GPtrArray) entries = asy_interventions_list (session, scope, 0, error);
  AsyTable *table;

  if (entries == NULL)
    return NULL;
  table = NEW_TABLE ("interventions", "Interwencje", intervention_columns);
  for (guint i = 0; i < entries->len; i++)
    add_intervention (table, g_ptr_array_index (entries, i));
  return table;
}

/* The directory */

static const struct {
  const char *title;
  guint field;
} provider_columns[] = {
  { "Nazwa", ASY_PROVIDER_NAME },
  { "Rodzaj", ASY_PROVIDER_KIND },
  { "Ulica i numer", ASY_PROVIDER_STREET },
  { "Kod pocztowy", ASY_PROVIDER_POSTCODE },
  { "Miejscowość", ASY_PROVIDER_CITY },
  { "Dzielnica", ASY_PROVIDER_DISTRICT },
  { "Gmina", ASY_PROVIDER_COMMUNE },
  { "Powiat", ASY_PROVIDER_COUNTY },
  { "Województwo", ASY_PROVIDER_VOIVODESHIP },
  { "Telefon", ASY_PROVIDER_PHONE },
  { "Drugi telefon", ASY_PROVIDER_PHONE2 },
  { "E-mail", ASY_PROVIDER_EMAIL },
  { "WWW", ASY_PROVIDER_WWW },
  { "Osoba do kontaktu", ASY_PROVIDER_CONTACT_PERSON },
  { "Zakres pomocy", ASY_PROVIDER_SCOPE },
  { "Wiek", ASY_PROVIDER_AGE_GROUP },
  { "Koszt", ASY_PROVIDER_COST },
  { "Godziny", ASY_PROVIDER_HOURS },
  { "Czas oczekiwania", ASY_PROVIDER_WAITING_TIME },
  { "Dyżur całodobowy", ASY_PROVIDER_CRISIS_24H },
  { "Języki", ASY_PROVIDER_LANGUAGES },
  { "Dostępność", ASY_PROVIDER_ACCESSIBILITY },
  { "Sprawdzono", ASY_PROVIDER_VERIFIED_ON },
  { "Uwagi", ASY_PROVIDER_NOTES },
  { "NIP", ASY_PROVIDER_NIP },
  { "REGON", ASY_PROVIDER_REGON },
};

static AsyTable *
new_provider_table (void)
{
  g_autoptr (AsyProvider) any = asy_provider_new ();
  const AsyField *fields = asy_record_get_fields (ASY_RECORD (any), NULL);
  AsyTable *table = asy_table_new ("providers", "Specjaliści i instytucje");

  for (guint i = 0; i < G_N_ELEMENTS (provider_columns); i++)
    asy_table_add_column (table, provider_columns[i].title,
                          fields[provider_columns[i].field].type == ASY_FIELD_DAY ? ASY_TABLE_DAY : ASY_TABLE_TEXT);
  return table;
}

static void
add_provider (AsyTable *table, AsyProvider *provider, AsyDictionary *dictionary)
{
  AsyRecord *record = ASY_RECORD (provider);
  const AsyField *fields = asy_record_get_fields (record, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (provider_columns); i++)
    {
      const guint field = provider_columns[i].field;

      if (field == ASY_PROVIDER_KIND)
        asy_table_add_text (table, asy_dictionary_get_label (dictionary, ASY_DICT_PROVIDER_KIND, asy_provider_get_kind (provider)));
      else if (fields[field].type == ASY_FIELD_DAY)
        asy_table_add_day (table, (AsyDay) asy_record_get_int (record, field));
      else if (fields[field].type == ASY_FIELD_BOOL)
        asy_table_add_text (table, yes (asy_record_get_int (record, field) != 0));
      else
        asy_table_add_text (table, asy_record_get_text (record, field));
    }
}

AsyTable *
asy_list_load_providers (AsySession *session, const AsyProviderFilter *filter, GError **error)
{
  AsyProviderFilter page_filter = filter != NULL ? *filter : (AsyProviderFilter) { NULL };
  g_autoptr (AsyOfficeFile) office = asy_office_file_load (session, error);
  g_autoptr (AsyTable) table = NULL;
  g_autoptr (GPtrArray) page = NULL;

  if (office == NULL)
    return NULL;
  table = new_provider_table ();
  page_filter.after = NULL;
  page_filter.limit = PAGE;
  do
    {
      g_autoptr (GPtrArray) previous = g_steal_pointer (&page);

      page_filter.after = previous != NULL ? g_ptr_array_index (previous, previous->len - 1) : NULL;
      page = asy_providers_list (session, &page_filter, error);
      if (page == NULL)
        return NULL;
      for (guint i = 0; i < page->len; i++)
        add_provider (table, g_ptr_array_index (page, i), office->dictionary);
    }
  while (page->len == PAGE);
  return g_steal_pointer (&table);
}

/* The register of papers */

static const Column letter_columns[] = {
  { "Data", ASY_TABLE_DAY },       { "Znak", ASY_TABLE_TEXT },            { "Pismo", ASY_TABLE_TEXT },
  { "Rodzina", ASY_TABLE_TEXT },   { "Stan", ASY_TABLE_TEXT },            { "Sporządził", ASY_TABLE_TEXT },
  { "Sąd", ASY_TABLE_TEXT },       { "Sygnatura", ASY_TABLE_TEXT },       { "Termin sądu", ASY_TABLE_DAY },
};

static void
add_letter (AsyTable *table, const AsyLetterEntry *entry)
{
  AsyLetter *letter = entry->letter;

  asy_table_add_day (table, asy_letter_get_made_on (letter));
  asy_table_add_text (table, asy_letter_get_mark (letter));
  asy_table_add_text (table, asy_letter_get_title (letter));
  asy_table_add_text (table, entry->family_name);
  asy_table_add_text (table, asy_list_get_letter_state ((AsyLetterState) asy_letter_get_state (letter)));
  asy_table_add_text (table, entry->author_name);
  asy_table_add_text (table, entry->court_name);
  asy_table_add_text (table, entry->signature);
  asy_table_add_day (table, entry->due_on);
}

AsyTable *
asy_list_load_letters (AsySession *session, const AsyLetterFilter *filter, GError **error)
{
  AsyLetterFilter page_filter = filter != NULL ? *filter : (AsyLetterFilter) { NULL };
  g_autoptr (AsyTable) table = NEW_TABLE ("letters", "Pisma", letter_columns);
  g_autoptr (GPtrArray) page = NULL;

  page_filter.limit = PAGE;
  do
    {
      g_autoptr (GPtrArray) previous = g_steal_pointer (&page);

      page_filter.older_than = previous != NULL ? ((AsyLetterEntry *) g_ptr_array_index (previous, previous->len - 1))->letter : NULL;
      page = asy_letters_list (session, &page_filter, error);
      if (page == NULL)
        return NULL;
      for (guint i = 0; i < page->len; i++)
        add_letter (table, g_ptr_array_index (page, i));
    }
  while (page->len == PAGE);
  return g_steal_pointer (&table);
}

/* Assistants and their families */

static const Column worker_columns[] = {
  { "Asystent", ASY_TABLE_TEXT },  { "Dzielnica", ASY_TABLE_TEXT },       { "Telefon", ASY_TABLE_TEXT },
  { "E-mail", ASY_TABLE_TEXT },    { "Etat", ASY_TABLE_REAL },            { "Zatrudniony od", ASY_TABLE_DAY },
  { "Rodzin", ASY_TABLE_INT },     { "Limit", ASY_TABLE_INT },            { "Suma wag", ASY_TABLE_REAL },
  { "Przeszkoda", ASY_TABLE_TEXT },
};

static void
add_worker (AsyTable *table, const AsyCaseload *caseload)
{
  AsyWorker *worker = caseload->worker;
  g_autofree char *name = asy_worker_dup_full_name (worker);

  asy_table_add_text (table, name);
  asy_table_add_text (table, asy_worker_get_district (worker));
  asy_table_add_text (table, asy_worker_get_phone (worker));
  asy_table_add_text (table, asy_worker_get_email (worker));
  asy_table_add_real (table, asy_worker_get_fte (worker));
  asy_table_add_day (table, asy_worker_get_employed_from (worker));
  asy_table_add_int (table, caseload->families);
  asy_table_add_int (table, caseload->limit);
  asy_table_add_real (table, caseload->weight);
  asy_table_add_text (table, asy_list_get_obstacle (caseload->obstacle));
}

AsyTable *
asy_list_load_workers (AsySession *session, GError **error)
{
  g_autoptr (GPtrArray) caseloads = asy_caseload_list (session, asy_session_get_today (session), error);
  AsyTable *table;

  if (caseloads == NULL)
    return NULL;
  table = NEW_TABLE ("workers", "Asystenci", worker_columns);
  for (guint i = 0; i < caseloads->len; i++)
    add_worker (table, g_ptr_array_index (caseloads, i));
  return table;
}

/* The audit */

typedef struct {
  const AsyTable *table;
  AsyTableFormat format;
} Export;

static gboolean
write_audit (AsySession *session, gpointer user_data, GError **error)
{
  const Export *export = user_data;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *changes = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  json_builder_add_null_value (builder);
  json_builder_add_int_value (builder, asy_table_get_n_rows (export->table));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_begin_array (builder);
  json_builder_add_null_value (builder);
  json_builder_add_string_value (builder, asy_table_format_get_nick (export->format));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  changes = json_to_string (root, FALSE);
  return asy_audit_write (session, "export", asy_table_get_name (export->table), 0, 0, changes, error);
}

gboolean
asy_list_note_export (AsySession *session, const AsyTable *table, AsyTableFormat format, GError **error)
{
  Export export = { table, format };

  g_return_val_if_fail (table != NULL, FALSE);

  return asy_session_transaction (session, write_audit, &export, error);
}
