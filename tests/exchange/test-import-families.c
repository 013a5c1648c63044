/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/asy-import-cells-private.h"
#include "exchange/asy-import-values-private.h"
#include "exchange/asy-import.h"
#include "store-fixture.h"
#include "store/asy-facts.h"
#include "store/asy-families.h"

#define TODAY STORE_FIXTURE_TODAY
#define HEADER \
  "Nr rodziny;Nazwisko;Imię;PESEL;Data ur.;Płeć;Rola;Telefon;E-mail;Ulica;Nr domu;Nr mieszkania;Kod pocztowy;Miejscowość;" \
  "Dzielnica;Data zgłoszenia;Źródło;Tryb;Data zgody;Asystent;Data przydzielenia;Uwagi\n"

#define MOTHER "7;Zielińska;Anna;88031212245;12.03.1988;K;matka;601 234 567;;Polna;3;5;50-001;Wrocław;Nadodrze;" \
               "02.12.2024;szkoła;;15.12.2024;;;pies\n"
#define SON "7;Próbny;Jaś;15240510118;;;syn;;;Polna;3;5;50-001;Wrocław;;;;;;;;pies\n"

/* Days as offices write them. */
static const struct {
  const char *text;
  AsyImportDay result;
  const char *iso;
} days[] = {
  { "31.12.2024", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "1.2.2024", ASY_IMPORT_DAY_OK, "2024-02-01" },
  { "31.12.2024 r.", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "31.12.2024r.", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "31. 12. 2024", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "2024-12-31", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "2024.12.31", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "2024-12-31 00:00:00", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "2024-12-31T00:00:00", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "31-12-2024", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "31/12/2024", ASY_IMPORT_DAY_OK, "2024-12-31" },
  { "29.02.2024", ASY_IMPORT_DAY_OK, "2024-02-29" },
  { "04/04/2024", ASY_IMPORT_DAY_OK, "2024-04-04" },
  { "03/04/2024", ASY_IMPORT_DAY_AMBIGUOUS, NULL },
  { "31/12/24", ASY_IMPORT_DAY_AMBIGUOUS, NULL },
  { "31.12.24", ASY_IMPORT_DAY_AMBIGUOUS, NULL },
  { "24-12-31", ASY_IMPORT_DAY_AMBIGUOUS, NULL },
  { "29.02.2023", ASY_IMPORT_DAY_BAD, NULL },
  { "12/31/2024", ASY_IMPORT_DAY_BAD, NULL },
  { "2024-13-01", ASY_IMPORT_DAY_BAD, NULL },
  { "31.12/2024", ASY_IMPORT_DAY_BAD, NULL },
  { "31.12", ASY_IMPORT_DAY_BAD, NULL },
  { "12.2024", ASY_IMPORT_DAY_BAD, NULL },
  { "45657", ASY_IMPORT_DAY_BAD, NULL },
  { "31.12.20245", ASY_IMPORT_DAY_BAD, NULL },
  { "31.12.2024 12:30", ASY_IMPORT_DAY_BAD, NULL },
  { "grudzień 2024", ASY_IMPORT_DAY_BAD, NULL },
  { "", ASY_IMPORT_DAY_BAD, NULL },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      guint32 day = ASY_DAY_NONE;
      const AsyImportDay result = _asy_import_read_any_day (days[i].text, &day);
      g_autofree char *iso = asy_day_to_iso (day);

      g_test_message ("%s", days[i].text);
      g_assert_cmpint (result, ==, days[i].result);
      if (days[i].iso != NULL)
        g_assert_cmpstr (iso, ==, days[i].iso);
      else
        g_assert_cmpuint (day, ==, ASY_DAY_NONE);
    }
}

static AsyImportBatch *
read_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AsyImportBatch *batch = asy_import_read_families (bytes, NULL, TODAY, &error);

  g_assert_no_error (error);
  return batch;
}

/* A row after one that is right and of another family, and what is wrong with it. */
static const struct {
  const char *name;
  const char *row;
  const char *column;           /* nullable */
  const char *reason;           /* nick */
  gboolean is_remark;
} rows[] = {
  { "no-surname", ";;Anna;;;;matka;;;Leśna;1;;;Wrocław;;;;;;;;", "Nazwisko", "no-name", FALSE },
  { "no-given-name", ";Nowa;;;;;matka;;;Leśna;1;;;Wrocław;;;;;;;;", "Imię", "no-name", FALSE },
  { "no-family", ";Nowa;Anna;;;;matka;;;;;;;;;;;;;;;", NULL, "no-family", FALSE },
  { "check-digit", "8;Nowa;Anna;88031212246;;;matka;;;;;;;;;;;;;;;", "PESEL", "wrong-pesel", FALSE },
  { "shortened-pesel", "8;Nowa;Anna;8,80312E+10;;;matka;;;;;;;;;;;;;;;", "PESEL", "shortened-pesel", FALSE },
  { "mended-pesel", "8;Nowy;Jan;3220100013;1.02.2003;;syn;;;;;;;;;;;;;;;", "PESEL", "mended-pesel", TRUE },
  { "mended-pesel-of-another-day", "8;Nowy;Jan;3220100013;2.02.2003;;syn;;;;;;;;;;;;;;;", "PESEL", "birth-date-clash", FALSE },
  { "nobody", "8;Nowa;;;;;;;;Leśna;1;;;Wrocław;;;;;;;;", NULL, "no-person", TRUE },
  { "neither-name-nor-person", "8;;;;;;;;;Leśna;1;;;Wrocław;;;;;;;;", "Nazwisko", "no-name", FALSE },
  { "short-pesel", "8;Nowa;Anna;8803121224;;;matka;;;;;;;;;;;;;;;", "PESEL", "wrong-pesel", FALSE },
  { "born-on-another-day", "8;Nowa;Anna;88031212245;13.03.1988;;matka;;;;;;;;;;;;;;;", "PESEL", "birth-date-clash", FALSE },
  { "of-the-other-sex", "8;Nowa;Anna;88031212245;;M;matka;;;;;;;;;;;;;;;", "PESEL", "sex-clash", FALSE },
  { "no-day", "8;Nowa;Anna;;31.02.1988;;matka;;;;;;;;;;;;;;;", "Data ur.", "bad-day", FALSE },
  { "two-days", "8;Nowa;Anna;;03/04/1988;;matka;;;;;;;;;;;;;;;", "Data ur.", "ambiguous-day", FALSE },
  { "short-year", "8;Nowa;Anna;;31/12/88;;matka;;;;;;;;;;;;;;;", "Data ur.", "ambiguous-day", FALSE },
  { "tomorrow", "8;Nowa;Anna;;25.03.2026;;matka;;;;;;;;;;;;;;;", "Data ur.", "future-day", FALSE },
  { "no-notice", "8;Nowa;Anna;;;;matka;;;;;;;;;;sąd;;;;;", "Data zgłoszenia", "no-notice", FALSE },
  { "no-day-of-assignment", "8;Nowa;Anna;;;;matka;;;;;;;;;1.02.2025;;;;Ewa Próbna;;", "Asystent", "no-assignment-day", FALSE },
  { "path", "8;Nowa;Anna;;;;matka;;;;;;;;;1.02.2025;;na oko;;;;", "Tryb", "unknown-path", FALSE },
  { "more-cells", "8;Nowa;Anna;;;;matka;;;;;;;;;;;;;;;;x", NULL, "too-many-columns", FALSE },
  { "quotes", "8;\"Nowa;Anna;;;;matka;;;;;;;;;;;;;;;", "Nazwisko", "broken-quoting", FALSE },
  { "role", "8;Nowa;Anna;;;;sąsiadka;;;;;;;;;;;;;;;", "Rola", "unknown-role", TRUE },
  { "child-of-no-sex", "8;Nowa;Anna;;;;dziecko;;;;;;;;;;;;;;;", "Rola", "guessed-sex", TRUE },
  { "phone", "8;Nowa;Anna;;;;matka;12 34;;;;;;;;;;;;;;", "Telefon", "wrong-phone", TRUE },
  { "email", "8;Nowa;Anna;;;;matka;;a na b;;;;;;;;;;;;;", "E-mail", "wrong-email", TRUE },
  { "postcode", "8;Nowa;Anna;;;;matka;;;;;;5-01;;;;;;;;;", "Kod pocztowy", "wrong-postcode", TRUE },
  { "source", "8;Nowa;Anna;;;;matka;;;;;;;;;1.02.2025;listonosz;;;;;", "Źródło", "unknown-source", TRUE },
};

static void
test_row (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strconcat (HEADER, MOTHER, rows[i].row, "\n", NULL);
  g_autoptr (AsyImportBatch) batch = read_table (text);
  GPtrArray *notes = rows[i].is_remark ? batch->remarks : batch->refused;
  const AsyImportNote *note;

  g_assert_cmpuint (notes->len, ==, 1);
  note = g_ptr_array_index (notes, 0);
  g_assert_cmpuint (note->row, ==, 3);
  g_assert_cmpstr (asy_import_reason_get_nick (note->reason), ==, rows[i].reason);
  g_assert_cmpstr (note->column, ==, rows[i].column);
  g_assert_cmpuint (batch->families->len, ==, rows[i].is_remark ? 2 : 1);
  g_assert_cmpuint (batch->refused->len, ==, rows[i].is_remark ? 0 : 1);
}

static void
test_never_half_a_family (void)
{
  g_autoptr (AsyImportBatch) batch = read_table (HEADER MOTHER "7;Próbny;Jaś;15240510119;;;syn;;;;;;;;;;;;;;;\n"
                                                 "9;Inna;Ola;;;;matka;;;;;;;;;;;;;;;\n");
  const AsyImportNote *note = g_ptr_array_index (batch->refused, 0);

  g_assert_cmpuint (batch->refused->len, ==, 2);
  g_assert_cmpuint (note->row, ==, 2);
  g_assert_cmpint (note->reason, ==, ASY_IMPORT_REASON_FAMILY);
  note = g_ptr_array_index (batch->refused, 1);
  g_assert_cmpuint (note->row, ==, 3);
  g_assert_cmpint (note->reason, ==, ASY_IMPORT_REASON_PESEL);
  g_assert_cmpuint (batch->families->len, ==, 1);
  g_assert_cmpuint (batch->n_rows, ==, 3);
}

/* Without a number the name and the address tell the family. */
static void
test_families_of_rows (void)
{
  static const char text[] = "nazwisko;imię;adres;miejscowość;rola\n"
                             "Nowak;Anna;Polna 1;Łódź;matka\nNowak;Jan;ul. Polna 1;Łódź;syn\n"
                             "NOWAK;Ola;polna 1;łódź;córka\nNowak;Ewa;Polna 2;Łódź;matka\n"
                             "Nowak;Anna;Polna 1;Łódź;matka\n\nWilk;Jan;Polna 1;Łódź;ojciec\n";
  g_autoptr (AsyImportBatch) batch = read_table (text);
  const AsyImportFamily *first = g_ptr_array_index (batch->families, 0);

  /* „ul.” makes another address, which the office sees in the dry run; letters and case do not. */
  g_assert_cmpuint (batch->families->len, ==, 4);
  g_assert_cmpuint (first->people->len, ==, 2);
  g_assert_cmpstr (asy_family_get_name (first->family), ==, "Nowakowie");
  g_assert_cmpuint (batch->n_skipped, ==, 1);
  g_assert_cmpuint (batch->refused->len, ==, 0);
}

/* Names in one cell. */
static const struct {
  const char *text;
  gboolean is_surname_first;
  const char *surname;
  const char *given;
} names[] = {
  { "Kowalska Anna", TRUE, "Kowalska", "Anna" },
  { "Kowalska, Anna  Maria", TRUE, "Kowalska", "Anna Maria" },
  { "Anna Maria Kowalska", FALSE, "Kowalska", "Anna Maria" },
  { "Nowak-Lis Jan", TRUE, "Nowak-Lis", "Jan" },
  { "Kowalska", TRUE, "Kowalska", NULL },
  { "Kowalska", FALSE, "Kowalska", NULL },
  { " ", TRUE, NULL, NULL },
};

static void
test_name_of_one_cell (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *surname = NULL;
      g_autofree char *given = NULL;

      g_test_message ("%s", names[i].text);
      _asy_import_split_name (names[i].text, names[i].is_surname_first, &surname, &given);
      g_assert_cmpstr (surname, ==, names[i].surname);
      g_assert_cmpstr (given, ==, names[i].given);
    }
}

/* Addresses in one cell. */
static const struct {
  const char *text;
  const char *street;           /* NULL: not parted */
  const char *postcode;
  const char *city;
} addresses[] = {
  { "ul. Polna 3/5, 50-123 Wrocław", "ul. Polna 3/5", "50-123", "Wrocław" },
  { "Polna 3 50-123, Stara Wieś", "Polna 3", "50-123", "Stara Wieś" },
  { "Polna 3, Wrocław", NULL, NULL, NULL },
  { "50-123 Wrocław", NULL, NULL, NULL },
  { "Polna 3-5", NULL, NULL, NULL },
  { "Polna 12-345a", NULL, NULL, NULL },
};

static void
test_address_of_one_cell (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *street = NULL;
      g_autofree char *postcode = NULL;
      g_autofree char *city = NULL;

      g_test_message ("%s", addresses[i].text);
      g_assert_cmpint (_asy_import_split_address (addresses[i].text, &street, &postcode, &city), ==, addresses[i].street != NULL);
      g_assert_cmpstr (street, ==, addresses[i].street);
      g_assert_cmpstr (postcode, ==, addresses[i].postcode);
      g_assert_cmpstr (city, ==, addresses[i].city);
    }
}

/* Cells of children: `given|surname|day|PESEL` of each. */
static const struct {
  const char *text;
  const char *children;
  gboolean is_all;
} cells[] = {
  { "Jan, Anna i Ola", "Jan|||,Anna|||,Ola|||", TRUE },
  { "Jan (2015), Anna (2018)", "Jan|||,Anna|||", FALSE },
  { "Jan ur. 12.03.2018 r., Anna (1.2.2020)", "Jan||2018-03-12|,Anna||2020-02-01|", TRUE },
  { "Jan Próbny, 12.03.2018; Anna Maria Próbna 15240510118", "Jan|Próbny|2018-03-12|,Anna Maria|Próbna|2015-04-05|15240510118", TRUE },
  { "1. Jan\n2. Anna", "Jan|||,Anna|||", TRUE },
  { "Jan 5 lat", "Jan|||", FALSE },
  { "3", "", FALSE },
  { "dwoje", "", FALSE },
};

static void
test_children_of_one_cell (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      gboolean is_all;
      g_autoptr (GPtrArray) children = _asy_import_read_children (cells[i].text, &is_all);
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint j = 0; j < children->len; j++)
        {
          const AsyImportChild *child = g_ptr_array_index (children, j);
          g_autofree char *iso = asy_day_to_iso (child->born);

          g_string_append_printf (all, "%s%s|%s|%s|%s", j > 0 ? "," : "", child->given_name, child->surname != NULL ? child->surname : "",
                                  child->born != ASY_DAY_NONE ? iso : "", child->pesel != NULL ? child->pesel : "");
        }
      g_test_message ("%s", cells[i].text);
      g_assert_cmpstr (all->str, ==, cells[i].children);
      g_assert_cmpint (is_all, ==, cells[i].is_all);
    }
}

static void
test_surname_of_a_family (void)
{
  static const struct {
    const char *surname;
    AsySex sex;
    const char *fits;
  } cases[] = {
    { "Kowalscy", ASY_SEX_MALE, "Kowalski" },  { "Kowalscy", ASY_SEX_FEMALE, "Kowalska" }, { "Kowalska", ASY_SEX_MALE, "Kowalski" },
    { "Zawadzcy", ASY_SEX_FEMALE, "Zawadzka" }, { "Nowiccy", ASY_SEX_MALE, "Nowicki" },     { "Nowakowie", ASY_SEX_FEMALE, "Nowak" },
    { "Nowak", ASY_SEX_FEMALE, "Nowak" },       { "Kowalscy", ASY_SEX_UNKNOWN, "Kowalscy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fits = _asy_import_fit_surname (cases[i].surname, cases[i].sex);

      g_assert_cmpstr (fits, ==, cases[i].fits);
    }
}

/* One row a family, under the title of the table: the row's person and the children beside it. */
static void
test_a_row_a_family (void)
{
  static const char text[] = "Wykaz rodzin;;;;\nstan na 1.03.2026;;;;\n\nLp.;Nazwisko i imię;Adres;Telefon;Dzieci\n"
                             "1;Zielińska Anna;Polna 3, 50-123 Wrocław;601 234 567;Jan ur. 12.03.2018, Ola\n";
  g_autoptr (AsyImportBatch) batch = read_table (text);
  const AsyImportFamily *family = g_ptr_array_index (batch->families, 0);
  const AsyMemberEntry *son = ((AsyImportPerson *) g_ptr_array_index (family->people, 1))->entry;
  const AsyMemberEntry *daughter = ((AsyImportPerson *) g_ptr_array_index (family->people, 2))->entry;

  g_assert_cmpuint (batch->n_rows, ==, 1);
  g_assert_cmpuint (batch->refused->len, ==, 0);
  g_assert_cmpuint (family->people->len, ==, 3);
  g_assert_cmpstr (asy_family_get_street (family->family), ==, "Polna 3");
  g_assert_cmpstr (asy_family_get_city (family->family), ==, "Wrocław");
  g_assert_cmpstr (asy_member_get_role (son->member), ==, "son");
  g_assert_cmpstr (asy_person_get_family_name (son->person), ==, "Zieliński");
  g_assert_cmpint (asy_person_get_birth_date (son->person), ==, store_fixture_day ("2018-03-12"));
  g_assert_cmpstr (asy_member_get_role (daughter->member), ==, "daughter");
  g_assert_cmpstr (asy_person_get_family_name (daughter->person), ==, "Zielińska");
  g_assert_cmpuint (batch->remarks->len, ==, 1);
  g_assert_cmpint (((AsyImportNote *) g_ptr_array_index (batch->remarks, 0))->reason, ==, ASY_IMPORT_REASON_GUESSED);
}

/* Former names, the e-mail and the office's own number have their places; what another row tells otherwise stays in the notes. */
static void
test_names_and_numbers (void)
{
  static const char text[] = "nr rodziny;nazwisko;imię;nazwisko rodowe;rola;adres;e-mail;nr sprawy;data zgłoszenia\n"
                             "7;Nowak;Anna;Lipa, Wójcik;matka;Polna 1;dom@example.org;OPS.12/24;\n"
                             "7;Nowak;Jan;;syn;Polna 1;jan@example.org;OPS.12/24;\n"
                             "8;Lis;Ewa;;matka;Polna 2;;III Nsm 128/26;2.03.2026\n";
  g_autoptr (AsyImportBatch) batch = read_table (text);
  const AsyImportFamily *first = g_ptr_array_index (batch->families, 0);
  const AsyImportFamily *second = g_ptr_array_index (batch->families, 1);
  const AsyMemberEntry *mother = ((AsyImportPerson *) g_ptr_array_index (first->people, 0))->entry;
  const AsyMemberEntry *son = ((AsyImportPerson *) g_ptr_array_index (first->people, 1))->entry;

  g_assert_cmpuint (batch->families->len, ==, 2);
  g_assert_cmpuint (mother->names->len, ==, 2);
  g_assert_cmpstr (asy_person_name_get_family_name (mother->names->pdata[0]), ==, "Lipa");
  g_assert_cmpstr (asy_person_name_get_family_name (mother->names->pdata[1]), ==, "Wójcik");
  g_assert_cmpuint (son->names->len, ==, 0);
  g_assert_cmpstr (asy_family_get_email (first->family), ==, "dom@example.org");
  g_assert_cmpstr (asy_family_get_own_number (first->family), ==, "OPS.12/24");
  g_assert_cmpstr (asy_family_get_notes (first->family), ==, "e-mail: jan@example.org");
  g_assert_null (asy_family_get_own_number (second->family));
  g_assert_cmpstr (asy_case_get_court_signature (second->case_file), ==, "III Nsm 128/26");
}

static void
test_values (void)
{
  g_autoptr (AsyImportBatch) batch = read_table (HEADER MOTHER SON "7;Nowa;Zoja;cudzoziemiec;;;dziecko;;;;;;;;;;;;;;;\n"
                                                 "7;Nowy;Adam;-;1.02.1980;m;konkubent;'+48 601 234 568;;;;;;;;;;;;;;\n");
  const AsyImportFamily *family = g_ptr_array_index (batch->families, 0);
  const AsyMemberEntry *mother = ((AsyImportPerson *) g_ptr_array_index (family->people, 0))->entry;
  const AsyMemberEntry *son = ((AsyImportPerson *) g_ptr_array_index (family->people, 1))->entry;
  const AsyMemberEntry *partner = ((AsyImportPerson *) g_ptr_array_index (family->people, 3))->entry;

  g_assert_cmpstr (asy_family_get_street (family->family), ==, "Polna 3/5");
  g_assert_cmpstr (asy_family_get_notes (family->family), ==, "pies");
  g_assert_cmpstr (asy_member_get_role (((AsyImportPerson *) g_ptr_array_index (family->people, 2))->entry->member), ==, "daughter");
  g_assert_cmpint (asy_case_get_notice_on (family->case_file), ==, store_fixture_day ("2024-12-02"));
  g_assert_cmpstr (asy_case_get_notice_source (family->case_file), ==, "school");
  g_assert_cmpint (family->consent_on, ==, store_fixture_day ("2024-12-15"));
  g_assert_cmpstr (asy_person_get_phone (mother->person), ==, "601234567");
  g_assert_cmpstr (asy_member_get_role (mother->member), ==, "mother");
  g_assert_cmpint (asy_person_get_birth_date (son->person), ==, store_fixture_day ("2015-04-05"));
  g_assert_cmpint (asy_person_get_sex (son->person), ==, ASY_PERSON_SEX_MALE);
  g_assert_cmpstr (asy_member_get_role (partner->member), ==, "partner-m");
  g_assert_cmpstr (asy_person_get_phone (partner->person), ==, "601234568");
  g_assert_cmpint (asy_person_get_no_pesel_reason (partner->person), ==, ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);
}

/* A mapping made by hand reads what it was made from, and survives its own file. */
static void
test_own_mapping (void)
{
  static const char *const header[] = { "Kto", "Imiona i co dalej", "Skąd", "Lp", NULL };
  static const char text[] = "Kto;Imiona i co dalej;Skąd;Lp\nNowak;Anna;Polna 1;1\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyImportMap) shipped = asy_import_map_new_shipped (ASY_IMPORT_MAP_FAMILIES, &error);
  const int fields[] = { asy_import_map_find_column (shipped, "nazwisko"), asy_import_map_find_column (shipped, "IMIĘ"),
                         asy_import_map_find_column (shipped, "adres"), -1 };
  g_autoptr (AsyImportMap) own = asy_import_map_choose (shipped, header, fields);
  g_autoptr (GBytes) xml = asy_import_map_to_xml (own);
  g_autoptr (AsyImportMap) again = asy_import_map_new_from_xml (xml, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AsyImportBatch) batch = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (asy_import_map_get_field_name (shipped, (guint) fields[2]), ==, "street");
  g_assert_cmpint (asy_import_map_find_column (shipped, "Kolor"), ==, -1);
  batch = asy_import_read_families (bytes, again, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batch->families->len, ==, 1);
  g_assert_cmpuint (batch->unknown_columns->len, ==, 0);
}

static void
test_no_column_for_the_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a;b\n1;2\n", 8);

  g_assert_null (asy_import_read_families (bytes, NULL, TODAY, &error));
  g_assert_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_HEADER);
}

/* The register */

typedef struct {
  guint n_added;
  guint n_updated;
  guint n_same;
  guint n_declined;
} Expected;

static void
take (StoreFixture *f, const char *text, gboolean dry_run, Expected expected)
{
  g_autoptr (AsyImportBatch) batch = read_table (text);
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (GError) error = NULL;
  AsyImportCounts counts;

  asy_import_store (f->session, batch, "wykaz.csv", dry_run, &counts, &error);
  g_assert_no_error (error);
  refused = asy_import_batch_list_refused (batch);
  g_assert_cmpuint (counts.n_added, ==, expected.n_added);
  g_assert_cmpuint (counts.n_updated, ==, expected.n_updated);
  g_assert_cmpuint (counts.n_same, ==, expected.n_same);
  g_assert_cmpuint (batch->declined->len, ==, expected.n_declined);
  g_assert_cmpuint (counts.n_rows, ==, counts.n_added + counts.n_updated + counts.n_same + counts.n_skipped + refused->len);
}

static gint64
count (StoreFixture *f, const char *table)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM ", table, NULL);

  return store_fixture_query_int (f, sql);
}

static void
assert_counts (StoreFixture *f, gint64 families, gint64 people, gint64 members, gint64 cases)
{
  g_assert_cmpint (count (f, "family"), ==, families);
  g_assert_cmpint (count (f, "person"), ==, people);
  g_assert_cmpint (count (f, "member"), ==, members);
  g_assert_cmpint (count (f, "case_file"), ==, cases);
}

/* A row counts once, whomever it brings; one that names nobody brings its family. */
static void
test_rows_of_families (StoreFixture *f, gconstpointer user_data)
{
  static const char text[] = "nr rodziny;rodzina;adres;telefon;dzieci\n"
                             "1;Próbni;Polna 3;601 234 567;Jan ur. 12.03.2018, Ola\n"
                             "2;Leśni;Leśna 1;;\n";

  take (f, text, TRUE, (Expected) { .n_added = 2 });
  take (f, text, FALSE, (Expected) { .n_added = 2 });
  assert_counts (f, 2, 2, 2, 0);
  take (f, text, FALSE, (Expected) { .n_same = 2 });
  assert_counts (f, 2, 2, 2, 0);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM family WHERE phone = '601234567'"), ==, 1);
  take (f, "nr rodziny;rodzina;adres;telefon;dzieci\n1;Próbni;Polna 3;;Jan 12.03.2018, Ola, Ewa\n", FALSE,
        (Expected) { .n_updated = 1 });
  assert_counts (f, 2, 3, 3, 0);
}

static void
test_a_second_run_adds_nothing (StoreFixture *f, gconstpointer user_data)
{
  take (f, HEADER MOTHER SON, TRUE, (Expected) { .n_added = 2 });
  assert_counts (f, 0, 0, 0, 0);
  take (f, HEADER MOTHER SON, FALSE, (Expected) { .n_added = 2 });
  assert_counts (f, 1, 2, 2, 1);
  take (f, HEADER MOTHER SON, TRUE, (Expected) { .n_same = 2 });
  take (f, HEADER MOTHER SON, FALSE, (Expected) { .n_same = 2 });
  assert_counts (f, 1, 2, 2, 1);
  g_assert_cmpint (count (f, "consent"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT max(revision) FROM person"), ==, 1);
}

/* Neither numbers nor days: the name at the address is what is left. */
static void
test_people_without_any_number (StoreFixture *f, gconstpointer user_data)
{
  static const char text[] = "nazwisko;imię;adres;miejscowość;rola\nNowak;Anna;Polna 1;Łódź;matka\nNowak;Jan;Polna 1;Łódź;syn\n";

  take (f, text, FALSE, (Expected) { .n_added = 2 });
  take (f, text, FALSE, (Expected) { .n_same = 2 });
  assert_counts (f, 1, 2, 2, 0);
}

static void
test_gaps_are_filled_and_the_office_stays (StoreFixture *f, gconstpointer user_data)
{
  g_autofree char *phone = NULL;
  g_autofree char *district = NULL;

  take (f, "nr rodziny;nazwisko;imię;pesel;telefon;ulica;rola\n7;Zielińska;Anna;88031212245;500 000 001;Polna 3/5;matka\n", FALSE,
        (Expected) { .n_added = 1 });
  take (f, HEADER MOTHER SON, FALSE, (Expected) { .n_added = 1, .n_updated = 1 });
  assert_counts (f, 1, 2, 2, 1);
  phone = store_fixture_query_text (f, "SELECT phone FROM person WHERE pesel = '88031212245'");
  district = store_fixture_query_text (f, "SELECT district FROM family");
  g_assert_cmpstr (phone, ==, "500000001");
  g_assert_cmpstr (district, ==, "Nadodrze");
}

/* A father in two families is one person with two places. */
static void
test_one_person_in_two_families (StoreFixture *f, gconstpointer user_data)
{
  static const char text[] = "nr rodziny;rodzina;nazwisko;imię;pesel;ulica;rola\n"
                             "1;Nowakowie;Nowak;Jan;85010212359;Polna 1;ojciec\n1;Nowakowie;Nowak;Ewa;;Polna 1;matka\n"
                             "2;Wilkowie;Wilk;Ola;;Leśna 2;matka\n2;Wilkowie;Nowak;Jan;85010212359;Leśna 2;ojciec\n";

  take (f, text, FALSE, (Expected) { .n_added = 4 });
  assert_counts (f, 2, 3, 4, 0);
  take (f, text, FALSE, (Expected) { .n_same = 4 });
  assert_counts (f, 2, 3, 4, 0);
}

/* Assistants */

#define FAMILY(n, consent, assistant, day) \
  #n ";Rodzinna;Anna;;;;matka;;;Polna;" #n ";;;Wrocław;;2.01.2025;;;" consent ";" assistant ";" day ";\n"

static void
test_an_assistant_is_assigned (StoreFixture *f, gconstpointer user_data)
{
  store_fixture_add_worker (f, "Ewa", "Próbna");
  take (f, HEADER FAMILY (1, "5.01.2025", "próbna ewa", "6.01.2025"), FALSE, (Expected) { .n_added = 1 });
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM assignment WHERE from_day = '2025-01-06' AND basis = 'motion'"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM step_skip WHERE reason <> ''"), ==, 3);
  take (f, HEADER FAMILY (1, "5.01.2025", "Ewa Próbna", "6.01.2025"), FALSE, (Expected) { .n_same = 1 });
  g_assert_cmpint (count (f, "assignment"), ==, 1);
}

static const struct {
  const char *name;
  const char *row;
  const char *reason;
  const char *column;
} guards[] = {
  { "nobody", FAMILY (1, "5.01.2025", "Jan Nikt", "6.01.2025"), "unknown-assistant", "Asystent" },
  { "before-employment", FAMILY (1, "5.01.2019", "Ewa Próbna", "6.01.2019"), "unavailable", "Asystent" },
};

static void
test_guard (StoreFixture *f, gconstpointer user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autofree char *text = g_strconcat (HEADER, guards[i].row, MOTHER, NULL);
  g_autoptr (AsyImportBatch) batch = read_table (text);
  g_autoptr (GError) error = NULL;
  AsyImportCounts counts;
  const AsyImportNote *note;

  store_fixture_add_worker (f, "Ewa", "Próbna");
  asy_import_store (f->session, batch, "wykaz.csv", FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batch->declined->len, ==, 1);
  note = g_ptr_array_index (batch->declined, 0);
  g_assert_cmpuint (note->row, ==, 2);
  g_assert_cmpstr (asy_import_reason_get_nick (note->reason), ==, guards[i].reason);
  g_assert_cmpstr (note->column, ==, guards[i].column);
  /* Nothing of the family stays, the next one is in. */
  assert_counts (f, 1, 1, 1, 1);
  g_assert_cmpuint (counts.n_added, ==, 1);
}

/* Without the day of the consent the family comes in, its assistant stands in the notes, and the consent is what is
 * missing; once it is written down, the same table assigns. */
static void
test_no_day_of_consent (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyImportBatch) batch = read_table (HEADER FAMILY (1, "", "Ewa Próbna", "6.01.2025"));
  g_autofree char *notes = NULL;
  AsyImportCounts counts;
  AsyCaseFacts facts;
  g_autoptr (GError) error = NULL;

  store_fixture_add_worker (f, "Ewa", "Próbna");
  for (int round = 0; round < 3; round++)
    {
      const AsyImportNote *note;

      g_assert_true (asy_import_store (f->session, batch, "wykaz.csv", round == 0, &counts, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (batch->declined->len, ==, 0);
      g_assert_cmpuint (batch->kept->len, ==, 1);
      note = g_ptr_array_index (batch->kept, 0);
      g_assert_cmpuint (note->row, ==, 2);
      g_assert_cmpstr (asy_import_reason_get_nick (note->reason), ==, "no-consent");
      g_assert_cmpstr (note->column, ==, "Data zgody");
      g_assert_cmpuint (counts.n_added, ==, round < 2 ? 1 : 0);
      g_assert_cmpuint (counts.n_same, ==, round < 2 ? 0 : 1);
    }
  assert_counts (f, 1, 1, 1, 1);
  g_assert_cmpint (count (f, "assignment"), ==, 0);
  notes = store_fixture_query_text (f, "SELECT notes FROM family");
  g_assert_cmpstr (notes, ==, "Asystent: Ewa Próbna, 06.01.2025\302\240r.");
  g_assert_true (asy_facts_load (f->session, 1, STORE_FIXTURE_TODAY, &facts, NULL));
  g_assert_cmpint (asy_step_before_assignment (&facts), ==, ASY_STEP_CONSENT);
  take (f, HEADER FAMILY (1, "5.01.2025", "Ewa Próbna", "6.01.2025"), FALSE, (Expected) { .n_updated = 1 });
  g_assert_cmpint (count (f, "assignment"), ==, 1);
}

/* Art. 15 ust. 4: the sixteenth family is refused, in the dry run too. */
static void
test_limit (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  store_fixture_add_worker (f, "Ewa", "Próbna");
  for (guint i = 1; i <= 16; i++)
    g_string_append_printf (text, "%u;Rodzinna;Anna;;;;matka;;;Polna;%u;;;Wrocław;;2.01.2025;;;5.01.2025;Ewa Próbna;6.01.2025;\n", i, i);
  take (f, text->str, TRUE, (Expected) { .n_added = 15, .n_declined = 1 });
  g_assert_cmpint (count (f, "family"), ==, 0);
  take (f, text->str, FALSE, (Expected) { .n_added = 15, .n_declined = 1 });
  g_assert_cmpint (count (f, "assignment"), ==, 15);
  take (f, text->str, FALSE, (Expected) { .n_same = 15, .n_declined = 1 });
}

static gboolean
stop_at_half (double done, gpointer user_data, GError **error)
{
  if (done < 0.5)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  return FALSE;
}

static void
test_stopped (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyImportBatch) batch = read_table (HEADER MOTHER FAMILY (1, "", "", "") FAMILY (2, "", "", ""));
  g_autoptr (GError) error = NULL;
  AsyImportCounts counts;

  g_assert_false (asy_import_store_full (f->session, batch, "wykaz.csv", FALSE, stop_at_half, NULL, &counts, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_counts (f, 0, 0, 0, 0);
  g_clear_error (&error);
  g_assert_false (asy_import_store_full (f->session, batch, "wykaz.csv", TRUE, stop_at_half, NULL, &counts, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/import-families/days", test_days);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/import-families/row/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/import-families/never-half-a-family", test_never_half_a_family);
  g_test_add_func ("/import-families/families-of-rows", test_families_of_rows);
  g_test_add_func ("/import-families/name-of-one-cell", test_name_of_one_cell);
  g_test_add_func ("/import-families/address-of-one-cell", test_address_of_one_cell);
  g_test_add_func ("/import-families/children-of-one-cell", test_children_of_one_cell);
  g_test_add_func ("/import-families/surname-of-a-family", test_surname_of_a_family);
  g_test_add_func ("/import-families/a-row-a-family", test_a_row_a_family);
  g_test_add_func ("/import-families/values", test_values);
  g_test_add_func ("/import-families/names-and-numbers", test_names_and_numbers);
  g_test_add_func ("/import-families/own-mapping", test_own_mapping);
  g_test_add_func ("/import-families/no-column-for-the-name", test_no_column_for_the_name);

#define ADD(path, func, data) \
  g_test_add ("/import-families/" path, StoreFixture, data, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("rows-of-families", test_rows_of_families, NULL);
  ADD ("a-second-run-adds-nothing", test_a_second_run_adds_nothing, NULL);
  ADD ("people-without-any-number", test_people_without_any_number, NULL);
  ADD ("gaps-are-filled-and-the-office-stays", test_gaps_are_filled_and_the_office_stays, NULL);
  ADD ("one-person-in-two-families", test_one_person_in_two_families, NULL);
  ADD ("an-assistant-is-assigned", test_an_assistant_is_assigned, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    {
      g_autofree char *path = g_strconcat ("/import-families/guard/", guards[i].name, NULL);

      g_test_add (path, StoreFixture, GUINT_TO_POINTER (i), store_fixture_set_up, test_guard, store_fixture_tear_down);
    }
  ADD ("no-day-of-consent", test_no_day_of_consent, NULL);
  ADD ("limit", test_limit, NULL);
  ADD ("stopped", test_stopped, NULL);
  return g_test_run ();
}
