/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "base/asy-case-number.h"
#include "base/asy-ident.h"
#include "base/asy-text.h"
#include "exchange/asy-import-cells-private.h"
#include "exchange/asy-import-family-private.h"
#include "exchange/asy-import-same-private.h"
#include "exchange/asy-import-values-private.h"
#include "exchange/asy-table.h"

#define NAME_CHARS_MAX 200
#define TEXT_CHARS_MAX 20000
#define ROLE_UNKNOWN "unrelated"

/* A family while its rows are read. */
typedef struct {
  AsyImportFamily *family;
  char *surname;                /* nullable: of a row that names nobody */
  gboolean is_refused;          /* a row of it was */
} Group;

struct _AsyImportFamilies
{
  AsyImportBatch *batch;
  AsyDay today;
  GHashTable *by_key;           /* key → Group; keys inside the families */
  GPtrArray *groups;            /* Group, in the order of the file */
};

/* One row on its way to a person. */
typedef struct {
  AsyImportFamilies *families;
  AsyImportLayout *layout;
  const AsyCsvRecord *record;
  AsyImportFamily *family;      /* that it belongs to */
  char *surname;                /* nullable */
  char *given;                  /* nullable */
  AsyPerson *person;
  AsyMember *member;
  GPtrArray *names;             /* AsyPersonName */
  GString *notes;
  GPtrArray *remarks;
  AsyImportNote *refusal;       /* nullable */
} Row;

static void
person_free (gpointer data)
{
  AsyImportPerson *person = data;

  if (person->entry != NULL)
    asy_member_entry_free (person->entry);
  g_free (person);
}

void
_asy_import_family_free (AsyImportFamily *family)
{
  g_free (family->key);
  g_clear_object (&family->family);
  g_clear_object (&family->case_file);
  g_ptr_array_unref (family->people);
  g_free (family->assistant);
  g_free (family);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_clear_pointer (&group->family, _asy_import_family_free);
  g_free (group->surname);
  g_free (group);
}

AsyImportFamilies *
_asy_import_families_new (AsyImportBatch *batch, AsyDay today)
{
  AsyImportFamilies *self = g_new0 (AsyImportFamilies, 1);

  self->batch = batch;
  self->today = today;
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
_asy_import_families_free (AsyImportFamilies *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/* Cells */

static const AsyImportField *
find_field (Row *row, AsyImportFamilyField number)
{
  return _asy_import_map_find_field (row->families->batch->map, number);
}

/* "" for a column that is not there. Our own exports mark what is no formula by an apostrophe. (transfer full) */
static char *
read_text (Row *row, AsyImportFamilyField number)
{
  const AsyImportField *field = find_field (row, number);
  char *text;

  if (field == NULL)
    return g_strdup ("");
  text = _asy_import_layout_read_first (row->layout, row->record, field);
  if (text[0] == '\'' && asy_table_is_formula (text + 1))
    memmove (text, text + 1, strlen (text));
  return text;
}

static const char *
name_column (Row *row, AsyImportFamilyField number)
{
  const AsyImportField *field = find_field (row, number);

  return field != NULL ? _asy_import_layout_name_field (row->layout, field) : NULL;
}

/* The first reason counts. */
static void
refuse (Row *row, AsyImportFamilyField number, AsyImportReason reason)
{
  if (row->refusal == NULL)
    row->refusal = asy_import_note_new (row->record->line, name_column (row, number), reason);
}

static void
remark (Row *row, AsyImportFamilyField number, AsyImportReason reason)
{
  g_ptr_array_add (row->remarks, asy_import_note_new (row->record->line, name_column (row, number), reason));
}

static void
note (Row *row, AsyImportFamilyField number, const char *text)
{
  g_string_append_printf (row->notes, "%s%s: %s", row->notes->len > 0 ? "\n" : "", name_column (row, number), text);
}

/* What is not understood stays in the notes, as written. */
static void
keep (Row *row, AsyImportFamilyField number, const char *text, AsyImportReason reason)
{
  note (row, number, text);
  remark (row, number, reason);
}

static AsyDay
read_day (Row *row, AsyImportFamilyField number)
{
  g_autofree char *text = read_text (row, number);
  guint32 day = ASY_DAY_NONE;

  if (*text == '\0')
    return ASY_DAY_NONE;
  switch (_asy_import_read_any_day (text, &day))
    {
    case ASY_IMPORT_DAY_OK:
      break;
    case ASY_IMPORT_DAY_AMBIGUOUS:
      refuse (row, number, ASY_IMPORT_REASON_TWO_DAYS);
      return ASY_DAY_NONE;
    case ASY_IMPORT_DAY_BAD:
    default:
      refuse (row, number, ASY_IMPORT_REASON_BAD_DAY);
      return ASY_DAY_NONE;
    }
  if (row->families->today != ASY_DAY_NONE && day > row->families->today)
    refuse (row, number, ASY_IMPORT_REASON_FUTURE);
  return day;
}

/* A text within its length; NULL for an empty one. (transfer full) */
static char *
read_limited (Row *row, AsyImportFamilyField number, glong max)
{
  g_autofree char *text = read_text (row, number);

  if (g_utf8_strlen (text, -1) > max)
    refuse (row, number, ASY_IMPORT_REASON_TOO_LONG);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* The name of the person, in two cells or in one. */
static void
read_row_name (Row *row)
{
  const gboolean is_surname_first = find_field (row, ASY_IMPORT_FAMILY_SURNAME_GIVEN) != NULL;
  g_autofree char *whole = read_text (row, is_surname_first ? ASY_IMPORT_FAMILY_SURNAME_GIVEN : ASY_IMPORT_FAMILY_GIVEN_SURNAME);
  g_autofree char *surname = NULL;
  g_autofree char *given = NULL;

  row->surname = read_limited (row, ASY_IMPORT_FAMILY_SURNAME, NAME_CHARS_MAX);
  row->given = read_limited (row, ASY_IMPORT_FAMILY_GIVEN_NAME, NAME_CHARS_MAX);
  if (g_utf8_strlen (whole, -1) > NAME_CHARS_MAX)
    refuse (row, is_surname_first ? ASY_IMPORT_FAMILY_SURNAME_GIVEN : ASY_IMPORT_FAMILY_GIVEN_SURNAME, ASY_IMPORT_REASON_TOO_LONG);
  _asy_import_split_name (whole, is_surname_first, &surname, &given);
  if (row->surname == NULL)
    row->surname = g_steal_pointer (&surname);
  if (row->given == NULL)
    row->given = g_steal_pointer (&given);
}

/* Which family */

/* `Polna 3/5` from one column or three. (transfer full) (nullable) */
static char *
read_street (Row *row)
{
  g_autofree char *street = read_limited (row, ASY_IMPORT_FAMILY_STREET, NAME_CHARS_MAX);
  g_autofree char *house = read_limited (row, ASY_IMPORT_FAMILY_HOUSE, NAME_CHARS_MAX);
  g_autofree char *flat = read_limited (row, ASY_IMPORT_FAMILY_FLAT, NAME_CHARS_MAX);
  GString *all = g_string_new (street);

  if (house != NULL)
    g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", house);
  if (flat != NULL)
    g_string_append_printf (all, "%s%s", house != NULL ? "/" : all->len > 0 ? " m. " : "m. ", flat);
  return g_string_free (all, all->len == 0);
}

/* The number in the table; else the name with the address. NULL when there is neither. (transfer full) */
static char *
make_key (Row *row)
{
  g_autofree char *number = read_text (row, ASY_IMPORT_FAMILY_KEY);
  g_autofree char *name = read_text (row, ASY_IMPORT_FAMILY_NAME);
  g_autofree char *street = read_street (row);
  g_autofree char *city = read_text (row, ASY_IMPORT_FAMILY_CITY);
  g_autofree char *folded = NULL;
  g_autofree char *all = NULL;

  if (*number != '\0')
    {
      folded = asy_text_fold (number);
      return g_strconcat ("number ", *folded != '\0' ? folded : number, NULL);
    }
  if (street == NULL && *city == '\0')
    return NULL;
  /* Kowalska and Kowalski under one roof are the Kowalscy. */
  if (*name == '\0' && row->surname != NULL)
    {
      g_free (name);
      name = asy_text_family_plural (row->surname);
    }
  all = g_strjoin (" | ", name, street != NULL ? street : "", city, NULL);
  folded = asy_text_fold (all);
  return g_strconcat ("place ", folded, NULL);
}

static Group *
get_group (AsyImportFamilies *self, const char *key)
{
  Group *group = g_hash_table_lookup (self->by_key, key);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->family = g_new0 (AsyImportFamily, 1);
  group->family->key = g_strdup (key);
  group->family->family = asy_family_new ();
  group->family->people = g_ptr_array_new_with_free_func (person_free);
  g_hash_table_insert (self->by_key, group->family->key, group);
  g_ptr_array_add (self->groups, group);
  return group;
}

/* The person */

/* `Nowak`, or `Nowak, Wójcik` of one who changed it twice. */
static void
add_former_names (Row *row, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      AsyPersonName *name;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      name = asy_person_name_new ();
      asy_person_name_set_family_name (name, parts[i]);
      asy_person_name_set_reason (name, ASY_PERSON_NAME_REASON_OTHER);
      g_ptr_array_add (row->names, name);
    }
}

static void
read_names (Row *row)
{
  g_autofree char *former = read_limited (row, ASY_IMPORT_FAMILY_FORMER_NAME, NAME_CHARS_MAX);

  if (row->surname == NULL)
    refuse (row, ASY_IMPORT_FAMILY_SURNAME, ASY_IMPORT_REASON_NO_NAME);
  if (row->given == NULL)
    refuse (row, ASY_IMPORT_FAMILY_GIVEN_NAME, ASY_IMPORT_REASON_NO_NAME);
  asy_person_set_family_name (row->person, row->surname);
  asy_person_set_given_name (row->person, row->given);
  if (former != NULL)
    add_former_names (row, former);
}

static AsySex
get_sex (AsyPerson *person)
{
  switch (asy_person_get_sex (person))
    {
    case ASY_PERSON_SEX_FEMALE:
      return ASY_SEX_FEMALE;
    case ASY_PERSON_SEX_MALE:
      return ASY_SEX_MALE;
    default:
      return ASY_SEX_UNKNOWN;
    }
}

static void
take_pesel (Row *row, const AsyPesel *pesel)
{
  if (asy_pesel_compare_born (pesel, asy_person_get_birth_date (row->person)) != ASY_IDENT_OK)
    refuse (row, ASY_IMPORT_FAMILY_PESEL, ASY_IMPORT_REASON_BORN_CLASH);
  if (asy_pesel_compare_sex (pesel, get_sex (row->person)) != ASY_IDENT_OK)
    refuse (row, ASY_IMPORT_FAMILY_PESEL, ASY_IMPORT_REASON_SEX_CLASH);
  if (row->families->today != ASY_DAY_NONE && pesel->born > row->families->today)
    refuse (row, ASY_IMPORT_FAMILY_PESEL, ASY_IMPORT_REASON_PESEL);
  asy_person_set_pesel (row->person, pesel->digits);
  asy_person_set_birth_date (row->person, pesel->born);
  asy_person_set_sex (row->person, pesel->sex == ASY_SEX_FEMALE ? ASY_PERSON_SEX_FEMALE : ASY_PERSON_SEX_MALE);
}

static int
find_nick (const char *const *nicks, const char *code)
{
  for (int i = 0; code != NULL && nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], code))
      return i;
  return -1;
}

/* Why there is no number: words in place of it, a column of its own, or nobody knows. */
static void
set_no_pesel (Row *row, const char *words)
{
  const AsyImportField *field = find_field (row, ASY_IMPORT_FAMILY_NO_PESEL_REASON);
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_NO_PESEL_REASON);
  const char *code = field != NULL ? _asy_import_find_code (field, *text != '\0' ? text : words) : NULL;
  const int reason = find_nick (asy_person_no_pesel_reason_nicks, code);

  asy_person_set_no_pesel_reason (row->person, reason > 0 ? reason : ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);
}

static void
read_pesel (Row *row)
{
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_PESEL);
  AsyPesel pesel;

  if (strpbrk (text, "0123456789") == NULL)
    set_no_pesel (row, text);
  else if (asy_ident_check_pesel (text, &pesel) == ASY_IDENT_OK)
    take_pesel (row, &pesel);
  else if (_asy_import_mend_pesel (text, &pesel))
    {
      take_pesel (row, &pesel);
      remark (row, ASY_IMPORT_FAMILY_PESEL, ASY_IMPORT_REASON_MENDED);
    }
  else
    refuse (row, ASY_IMPORT_FAMILY_PESEL, strpbrk (text, "eE") != NULL ? ASY_IMPORT_REASON_SHORTENED : ASY_IMPORT_REASON_PESEL);
}

static void
read_sex (Row *row)
{
  const AsyImportField *field = find_field (row, ASY_IMPORT_FAMILY_SEX);
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_SEX);
  const int sex = field != NULL ? find_nick (asy_person_sex_nicks, _asy_import_find_code (field, text)) : -1;

  if (sex > 0)
    asy_person_set_sex (row->person, sex);
}

static gboolean
guess_sex (AsyPerson *person)
{
  const char *given = asy_person_get_given_name (person);
  const AsySex sex = given != NULL ? _asy_import_guess_sex (given) : ASY_SEX_UNKNOWN;

  if (sex != ASY_SEX_UNKNOWN)
    asy_person_set_sex (person, sex == ASY_SEX_FEMALE ? ASY_PERSON_SEX_FEMALE : ASY_PERSON_SEX_MALE);
  return sex != ASY_SEX_UNKNOWN;
}

/* `dziecko` tells nothing of the sex, which the PESEL does, or else the given name. */
static const char *
make_role (Row *row, const char *code)
{
  if (g_strcmp0 (code, "child") != 0)
    return code;
  if (asy_person_get_sex (row->person) == ASY_PERSON_SEX_UNKNOWN)
    {
      if (!guess_sex (row->person))
        return NULL;
      remark (row, ASY_IMPORT_FAMILY_ROLE, ASY_IMPORT_REASON_GUESSED);
    }
  return asy_person_get_sex (row->person) == ASY_PERSON_SEX_FEMALE ? "daughter" : "son";
}

static void
read_role (Row *row)
{
  const AsyImportField *field = find_field (row, ASY_IMPORT_FAMILY_ROLE);
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_ROLE);
  const char *role = field != NULL ? make_role (row, _asy_import_find_code (field, text)) : NULL;

  if (role == NULL && *text != '\0')
    keep (row, ASY_IMPORT_FAMILY_ROLE, text, ASY_IMPORT_REASON_ROLE);
  asy_member_set_role (row->member, role != NULL ? role : ROLE_UNKNOWN);
  asy_member_set_in_household (row->member, TRUE);
  asy_member_set_covered (row->member, TRUE);
}

/* The family: of several rows the first one that tells something counts. */

static void
set_once (AsyFamily *family, guint field, const char *text)
{
  if (asy_record_get_text (ASY_RECORD (family), field) == NULL)
    asy_record_set_text (ASY_RECORD (family), field, text);
}

/* What another row tells of the same family in other words stays in the notes. */
static void
set_or_note (Row *row, guint field, AsyImportFamilyField number, const char *text)
{
  set_once (row->family->family, field, text);
  if (!g_str_equal (asy_record_get_text (ASY_RECORD (row->family->family), field), text))
    note (row, number, text);
}

/* A row of the family as a whole says nothing that only a person has. */
static gboolean
names_somebody (Row *row)
{
  static const AsyImportFamilyField fields[] = { ASY_IMPORT_FAMILY_PESEL, ASY_IMPORT_FAMILY_BIRTH_DATE, ASY_IMPORT_FAMILY_ROLE,
                                                 ASY_IMPORT_FAMILY_SEX, ASY_IMPORT_FAMILY_FORMER_NAME };

  if (row->given != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = read_text (row, fields[i]);

      if (*text != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
read_phone (Row *row)
{
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_PHONE);
  AsyImportPhones phones;

  if (*text == '\0')
    return;
  _asy_import_read_phones (text, &phones);
  if (phones.numbers->len > 0 && names_somebody (row))
    asy_person_set_phone (row->person, g_ptr_array_index (phones.numbers, 0));
  else if (phones.numbers->len > 0)
    set_or_note (row, ASY_FAMILY_PHONE, ASY_IMPORT_FAMILY_PHONE, g_ptr_array_index (phones.numbers, 0));
  if (phones.has_wrong)
    keep (row, ASY_IMPORT_FAMILY_PHONE, text, ASY_IMPORT_REASON_PHONE);
  else if (phones.has_more || phones.numbers->len > 1)
    note (row, ASY_IMPORT_FAMILY_PHONE, text);
  _asy_import_phones_clear (&phones);
}

static void
read_email (Row *row)
{
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_EMAIL);

  if (*text == '\0')
    return;
  if (asy_ident_check_email (text, NULL) == ASY_IDENT_OK)
    set_or_note (row, ASY_FAMILY_EMAIL, ASY_IMPORT_FAMILY_EMAIL, text);
  else
    keep (row, ASY_IMPORT_FAMILY_EMAIL, text, ASY_IMPORT_REASON_EMAIL);
}

static void
read_postcode (Row *row)
{
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_POSTCODE);
  char postcode[7];

  if (*text == '\0')
    return;
  if (asy_ident_check_postcode (text, postcode) == ASY_IDENT_OK)
    set_once (row->family->family, ASY_FAMILY_POSTCODE, postcode);
  else
    keep (row, ASY_IMPORT_FAMILY_POSTCODE, text, ASY_IMPORT_REASON_POSTCODE);
}

/* The whole address in the cell of the street. */
static void
split_address (Row *row, char **street, char **city)
{
  g_autofree char *bare = NULL;
  g_autofree char *postcode = NULL;

  if (!_asy_import_split_address (*street, &bare, &postcode, city))
    return;
  set_once (row->family->family, ASY_FAMILY_POSTCODE, postcode);
  g_free (*street);
  *street = g_steal_pointer (&bare);
}

static void
read_address (Row *row)
{
  g_autofree char *name = read_limited (row, ASY_IMPORT_FAMILY_NAME, NAME_CHARS_MAX);
  g_autofree char *street = read_street (row);
  g_autofree char *city = read_limited (row, ASY_IMPORT_FAMILY_CITY, NAME_CHARS_MAX);
  g_autofree char *district = read_limited (row, ASY_IMPORT_FAMILY_DISTRICT, NAME_CHARS_MAX);

  if (street != NULL && city == NULL)
    split_address (row, &street, &city);
  set_once (row->family->family, ASY_FAMILY_NAME, name);
  set_once (row->family->family, ASY_FAMILY_STREET, street);
  set_once (row->family->family, ASY_FAMILY_CITY, city);
  set_once (row->family->family, ASY_FAMILY_DISTRICT, district);
  read_postcode (row);
}

static void
add_notes (AsyFamily *family, const char *text)
{
  const char *before = asy_family_get_notes (family);
  g_autofree char *all = NULL;

  /* A table says the same of its family in every row. */
  if (text == NULL || *text == '\0' || (before != NULL && strstr (before, text) != NULL))
    return;
  all = before != NULL ? g_strconcat (before, "\n", text, NULL) : g_strdup (text);
  asy_family_set_notes (family, all);
}

static AsyCase *
get_case (AsyImportFamily *family)
{
  if (family->case_file == NULL)
    family->case_file = asy_case_new ();
  return family->case_file;
}

static void
read_path (Row *row)
{
  const AsyImportField *field = find_field (row, ASY_IMPORT_FAMILY_PATH);
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_PATH);
  int path;

  if (*text == '\0')
    return;
  path = find_nick (asy_case_path_nicks, _asy_import_find_code (field, text));
  if (path < 0)
    refuse (row, ASY_IMPORT_FAMILY_PATH, ASY_IMPORT_REASON_PATH);
  else
    asy_case_set_path (get_case (row->family), path);
}

static void
read_source (Row *row)
{
  const AsyImportField *field = find_field (row, ASY_IMPORT_FAMILY_SOURCE);
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_SOURCE);
  const char *code = field != NULL && *text != '\0' ? _asy_import_find_code (field, text) : NULL;

  if (*text == '\0')
    return;
  asy_case_set_notice_by (get_case (row->family), text);
  if (code != NULL)
    asy_case_set_notice_source (get_case (row->family), code);
  else
    remark (row, ASY_IMPORT_FAMILY_SOURCE, ASY_IMPORT_REASON_SOURCE);
}

/* A number of a court goes where such numbers are; another one is the office's own. */
static void
read_case_number (Row *row)
{
  g_autofree char *text = read_limited (row, ASY_IMPORT_FAMILY_CASE_NUMBER, NAME_CHARS_MAX);

  if (text == NULL)
    return;
  if (asy_case_number_parse (text, NULL) == ASY_CASE_NUMBER_OK)
    asy_case_set_court_signature (get_case (row->family), text);
  else
    set_or_note (row, ASY_FAMILY_OWN_NUMBER, ASY_IMPORT_FAMILY_CASE_NUMBER, text);
}

static void
read_case_days (Row *row)
{
  static const struct {
    AsyImportFamilyField from;
    guint to;
  } days[] = {
    { ASY_IMPORT_FAMILY_REGISTERED_ON, ASY_CASE_NOTICE_ON },      { ASY_IMPORT_FAMILY_COURT_ORDER_ON, ASY_CASE_COURT_ORDER_ON },
    { ASY_IMPORT_FAMILY_INTERVIEW_ON, ASY_CASE_INTERVIEW_ON },    { ASY_IMPORT_FAMILY_ANALYSIS_ON, ASY_CASE_ANALYSIS_ON },
    { ASY_IMPORT_FAMILY_MOTION_ON, ASY_CASE_MOTION_ON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const AsyDay day = read_day (row, days[i].from);

      if (day != ASY_DAY_NONE && asy_record_get_int (ASY_RECORD (get_case (row->family)), days[i].to) == 0)
        asy_record_set_int (ASY_RECORD (get_case (row->family)), days[i].to, day);
    }
}

static void
read_assistant (Row *row)
{
  g_autofree char *assistant = read_limited (row, ASY_IMPORT_FAMILY_ASSISTANT, NAME_CHARS_MAX);
  const AsyDay assigned_on = read_day (row, ASY_IMPORT_FAMILY_ASSIGNED_ON);
  const AsyDay consent_on = read_day (row, ASY_IMPORT_FAMILY_CONSENT_ON);

  if (row->family->assistant == NULL)
    row->family->assistant = g_steal_pointer (&assistant);
  if (row->family->assigned_on == ASY_DAY_NONE)
    row->family->assigned_on = assigned_on;
  if (row->family->consent_on == ASY_DAY_NONE)
    row->family->consent_on = consent_on;
}

static void
read_person (Row *row)
{
  read_names (row);
  asy_person_set_birth_date (row->person, read_day (row, ASY_IMPORT_FAMILY_BIRTH_DATE));
  read_sex (row);
  read_pesel (row);
  read_role (row);
}

static void
read_all (Row *row)
{
  g_autofree char *notes = read_limited (row, ASY_IMPORT_FAMILY_NOTES, TEXT_CHARS_MAX);

  if (names_somebody (row))
    read_person (row);
  read_phone (row);
  read_email (row);
  read_address (row);
  read_case_days (row);
  read_path (row);
  read_source (row);
  read_case_number (row);
  read_assistant (row);
  add_notes (row->family->family, notes);
}

/* People of one family */

/* The row before that is the same person, or NULL. */
static const AsyMemberEntry *
find_earlier (Row *row, AsyPerson *wanted)
{
  for (guint i = 0; i < row->family->people->len; i++)
    {
      const AsyImportPerson *person = g_ptr_array_index (row->family->people, i);

      if (person->entry != NULL && _asy_import_is_one_person (person->entry->person, wanted))
        return person->entry;
    }
  return NULL;
}

/* (transfer none) */
static AsyImportPerson *
add_person (Row *row, AsyMemberEntry *entry)
{
  AsyImportPerson *person = g_new0 (AsyImportPerson, 1);

  person->row = row->record->line;
  person->entry = entry;
  g_ptr_array_add (row->family->people, person);
  return person;
}

static void
add_row (Row *row, Group *group)
{
  AsyMemberEntry *entry = names_somebody (row) ? asy_member_entry_new (row->member, row->person) : NULL;

  add_person (row, entry);
  if (entry != NULL)
    g_ptr_array_extend_and_steal (entry->names, g_ptr_array_ref (row->names));
  else if (group->surname == NULL)
    group->surname = g_strdup (row->surname);
}

/* Children of a cell */

static const char *
get_surname (Row *row)
{
  return row->surname != NULL ? row->surname : asy_family_get_name (row->family->family);
}

static AsyMemberEntry *
make_child (Row *row, const AsyImportChild *told, AsySex sex)
{
  g_autoptr (AsyPerson) person = asy_person_new ();
  g_autoptr (AsyMember) member = asy_member_new ();
  g_autofree char *surname = told->surname != NULL ? g_strdup (told->surname) : _asy_import_fit_surname (get_surname (row), sex);

  asy_person_set_given_name (person, told->given_name);
  asy_person_set_family_name (person, surname);
  asy_person_set_birth_date (person, told->born);
  asy_person_set_pesel (person, told->pesel);
  asy_person_set_no_pesel_reason (person, told->pesel != NULL ? ASY_PERSON_NO_PESEL_REASON_NONE : ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);
  asy_person_set_sex (person, sex == ASY_SEX_FEMALE ? ASY_PERSON_SEX_FEMALE : ASY_PERSON_SEX_MALE);
  asy_member_set_role (member, sex == ASY_SEX_FEMALE ? "daughter" : "son");
  asy_member_set_in_household (member, TRUE);
  asy_member_set_covered (member, TRUE);
  return asy_member_entry_new (member, person);
}

/* %FALSE when the sex had to be guessed. */
static gboolean
add_child (Row *row, const AsyImportChild *told)
{
  AsyPesel pesel;
  const gboolean is_told = told->pesel != NULL && asy_ident_check_pesel (told->pesel, &pesel) == ASY_IDENT_OK;
  AsyMemberEntry *entry = make_child (row, told, is_told ? pesel.sex : _asy_import_guess_sex (told->given_name));

  if (row->families->today != ASY_DAY_NONE && told->born > row->families->today)
    refuse (row, ASY_IMPORT_FAMILY_CHILDREN, ASY_IMPORT_REASON_FUTURE);
  if (row->refusal == NULL && find_earlier (row, entry->person) == NULL)
    add_person (row, entry)->is_extra = TRUE;
  else
    asy_member_entry_free (entry);
  return is_told;
}

static void
read_children (Row *row)
{
  const AsyImportField *field = find_field (row, ASY_IMPORT_FAMILY_CHILDREN);
  g_autofree char *text = read_text (row, ASY_IMPORT_FAMILY_CHILDREN);
  g_autoptr (GPtrArray) children = NULL;
  gboolean is_all, is_guessed = FALSE;

  if (*text == '\0')
    return;
  children = _asy_import_read_children (_asy_import_layout_get_cell (row->layout, row->record, field), &is_all);
  for (guint i = 0; get_surname (row) != NULL && i < children->len; i++)
    is_guessed = !add_child (row, g_ptr_array_index (children, i)) || is_guessed;
  if (is_guessed)
    remark (row, ASY_IMPORT_FAMILY_CHILDREN, ASY_IMPORT_REASON_GUESSED);
  if (!is_all)
    keep (row, ASY_IMPORT_FAMILY_CHILDREN, text, ASY_IMPORT_REASON_CHILDREN);
}

static void
refuse_row (Row *row, Group *group)
{
  g_ptr_array_add (row->families->batch->refused, g_steal_pointer (&row->refusal));
  group->is_refused = TRUE;
}

/* The children stand behind their row, which they do not bring in without it. */
static void
take_row (Row *row, Group *group)
{
  AsyImportBatch *batch = row->families->batch;
  const AsyMemberEntry *earlier = row->refusal == NULL && names_somebody (row) ? find_earlier (row, row->person) : NULL;
  const guint place = row->family->people->len;

  if (earlier != NULL && (!_asy_import_says_the_same (earlier->person, row->person) || !_asy_import_has_same_names (earlier->names, row->names)))
    refuse (row, ASY_IMPORT_FAMILY_PESEL, ASY_IMPORT_REASON_DUPLICATE);
  if (row->refusal == NULL && earlier == NULL)
    add_row (row, group);
  if (row->refusal == NULL)
    read_children (row);
  if (row->refusal != NULL)
    {
      g_ptr_array_set_size (row->family->people, (int) place);
      refuse_row (row, group);
      return;
    }
  add_notes (row->family->family, row->notes->str);
  g_ptr_array_extend_and_steal (batch->remarks, g_ptr_array_ref (row->remarks));
  if (earlier != NULL)
    batch->n_skipped++;
}

static void
row_clear (Row *row)
{
  g_clear_pointer (&row->refusal, asy_import_note_free);
  g_free (row->surname);
  g_free (row->given);
}

void
_asy_import_families_add (AsyImportFamilies *self, AsyImportLayout *layout, const AsyCsvRecord *record)
{
  g_autoptr (AsyPerson) person = asy_person_new ();
  g_autoptr (AsyMember) member = asy_member_new ();
  g_autoptr (GPtrArray) names = asy_record_array_new ();
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  Row row = { .families = self, .layout = layout, .record = record, .person = person, .member = member, .names = names,
              .remarks = remarks };
  g_autofree char *key = NULL;
  Group *group;

  if (_asy_import_layout_refuses (layout, record, self->batch->refused))
    return;
  read_row_name (&row);
  key = make_key (&row);
  if (key != NULL)
    {
      group = get_group (self, key);
      row.family = group->family;
      row.notes = g_string_new (NULL);
      read_all (&row);
      take_row (&row, group);
      g_string_free (row.notes, TRUE);
    }
  else
    g_ptr_array_add (self->batch->refused, asy_import_note_new (record->line, NULL, ASY_IMPORT_REASON_NO_FAMILY));
  row_clear (&row);
}

/* Whole families */

static void
refuse_family (AsyImportFamilies *self, Group *group, const char *column, AsyImportReason reason)
{
  for (guint i = 0; i < group->family->people->len; i++)
    {
      const AsyImportPerson *person = g_ptr_array_index (group->family->people, i);

      if (!person->is_extra)
        g_ptr_array_add (self->batch->refused, asy_import_note_new (person->row, i == 0 ? column : NULL,
                                                                    i == 0 ? reason : ASY_IMPORT_REASON_FAMILY));
    }
  group->is_refused = TRUE;
}

static const char *
name_in_batch (AsyImportFamilies *self, AsyImportFamilyField number)
{
  const AsyImportField *field = _asy_import_map_find_field (self->batch->map, number);

  return field != NULL ? ((AsyImportColumn *) g_ptr_array_index (field->columns, 0))->name : NULL;
}

/* The first adult, else the first one; NULL when nobody is named. */
static AsyPerson *
find_head (AsyImportFamily *family, AsyDay today)
{
  AsyPerson *first = NULL;

  for (guint i = 0; i < family->people->len; i++)
    {
      const AsyImportPerson *person = g_ptr_array_index (family->people, i);

      if (person->entry == NULL)
        continue;
      if (first == NULL)
        first = person->entry->person;
      if (today != ASY_DAY_NONE && !asy_member_entry_is_child (person->entry, today))
        return person->entry->person;
    }
  return first;
}

static void
name_family (AsyImportFamilies *self, Group *group)
{
  AsyPerson *head = find_head (group->family, self->today);
  const AsyImportPerson *first = g_ptr_array_index (group->family->people, 0);
  g_autofree char *name = NULL;

  if (head == NULL)
    g_ptr_array_add (self->batch->remarks, asy_import_note_new (first->row, NULL, ASY_IMPORT_REASON_NO_PERSON));
  if (asy_family_get_name (group->family->family) != NULL)
    return;
  name = asy_text_family_plural (head != NULL ? asy_person_get_family_name (head) : group->surname);
  asy_family_set_name (group->family->family, name);
}

/* The day of registration may be missing where the one of the assignment is there. */
static void
check_case (AsyImportFamilies *self, Group *group)
{
  AsyImportFamily *family = group->family;

  if (asy_family_get_name (family->family) == NULL && group->surname == NULL && find_head (family, self->today) == NULL)
    {
      refuse_family (self, group, name_in_batch (self, ASY_IMPORT_FAMILY_SURNAME), ASY_IMPORT_REASON_NO_NAME);
      return;
    }
  if (family->assistant != NULL && family->assigned_on == ASY_DAY_NONE)
    {
      refuse_family (self, group, name_in_batch (self, ASY_IMPORT_FAMILY_ASSISTANT), ASY_IMPORT_REASON_NO_ASSIGNED);
      return;
    }
  if (family->case_file == NULL && family->assistant == NULL)
    return;
  if (asy_case_get_notice_on (get_case (family)) == ASY_DAY_NONE && family->assigned_on != ASY_DAY_NONE)
    asy_case_set_notice_on (family->case_file, family->assigned_on);
  if (asy_case_get_notice_on (family->case_file) == ASY_DAY_NONE)
    refuse_family (self, group, name_in_batch (self, ASY_IMPORT_FAMILY_REGISTERED_ON), ASY_IMPORT_REASON_NO_NOTICE);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const AsyImportNote *left = *(AsyImportNote *const *) a, *right = *(AsyImportNote *const *) b;

  return left->row < right->row ? -1 : left->row > right->row;
}

void
_asy_import_sort_notes (GPtrArray *notes)
{
  g_ptr_array_sort (notes, compare_notes);
}

void
_asy_import_families_finish (AsyImportFamilies *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (group->is_refused)
        refuse_family (self, group, NULL, ASY_IMPORT_REASON_FAMILY);
      else
        check_case (self, group);
      if (group->is_refused)
        continue;
      name_family (self, group);
      g_ptr_array_add (self->batch->families, g_steal_pointer (&group->family));
    }
  _asy_import_sort_notes (self->batch->refused);
}
