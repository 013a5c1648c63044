/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/asy-ident.h"
#include "base/asy-text.h"
#include "shared-data.h"

#define assert_problem(problem, nick) g_assert_cmpstr (asy_ident_problem_get_nick (problem), ==, nick)

/* Made-up numbers. */
static void
test_pesel (void)
{
  static const struct
  {
    const char *text;
    const char *nick;
    const char *born;
    const char *sex;
  } rows[] = {
    { "85071400124", "", "1985-07-14", "F" },
    { "99123143213", "", "1999-12-31", "M" },
    { "00222900177", "", "2000-02-29", "M" },
    { "15230201084", "", "2015-03-02", "F" },
    { "24210100093", "", "2024-01-01", "M" },
    { " 85071400124\t\r\n", "", "1985-07-14", "F" },
    { "85071400125", "check-digit", NULL, NULL },
    { "8507140012", "length", NULL, NULL },
    { "850714001241", "length", NULL, NULL },
    { "8507140012a", "non-digit", NULL, NULL },
    { "850714 00124", "non-digit", NULL, NULL },
    { "\357\274\2305071400124", "non-digit", NULL, NULL },
    { "85134400124", "no-such-date", NULL, NULL },
    { "85000100124", "no-such-date", NULL, NULL },
    { "00000000000", "no-such-date", NULL, NULL },
    /* 1900 was no leap year. */
    { "00022900177", "no-such-date", NULL, NULL },
    { "", "empty", NULL, NULL },
    { "  ", "empty", NULL, NULL },
    { NULL, "empty", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyPesel pesel = { 0 };

      assert_problem (asy_ident_check_pesel (rows[i].text, &pesel), rows[i].nick);
      assert_problem (asy_ident_check_pesel (rows[i].text, NULL), rows[i].nick);
      g_assert_cmpuint (pesel.born, ==, asy_day_from_iso (rows[i].born));
      g_assert_cmpstr (asy_sex_get_letter (pesel.sex), ==, rows[i].sex != NULL ? rows[i].sex : "");
      g_assert_cmpuint (strlen (pesel.digits), ==, rows[i].born != NULL ? 11 : 0);
    }
}

static void
test_pesel_clashes (void)
{
  AsyPesel pesel;

  g_assert_cmpint (asy_ident_check_pesel ("85071400124", &pesel), ==, ASY_IDENT_OK);
  assert_problem (asy_pesel_compare_born (&pesel, asy_day_new (1985, 7, 14)), "");
  assert_problem (asy_pesel_compare_born (&pesel, ASY_DAY_NONE), "");
  assert_problem (asy_pesel_compare_born (&pesel, asy_day_new (1985, 7, 15)), "birth-date-clash");
  assert_problem (asy_pesel_compare_sex (&pesel, ASY_SEX_FEMALE), "");
  assert_problem (asy_pesel_compare_sex (&pesel, ASY_SEX_UNKNOWN), "");
  assert_problem (asy_pesel_compare_sex (&pesel, ASY_SEX_MALE), "sex-clash");
}

static void
test_pesel_make (void)
{
  static const char *const days[] = { "1800-01-01", "1899-12-31", "1900-02-28", "1985-07-14", "2000-02-29", "2026-03-24", "2299-12-31" };
  char digits[12];

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    for (int serial = 0; serial < 5000; serial += 7)
      {
        AsySex sex = serial % 2 == 0 ? ASY_SEX_FEMALE : ASY_SEX_MALE;
        AsyPesel pesel;

        g_assert_true (asy_pesel_make (asy_day_from_iso (days[i]), sex, serial, digits));
        g_assert_cmpint (asy_ident_check_pesel (digits, &pesel), ==, ASY_IDENT_OK);
        g_assert_cmpuint (pesel.born, ==, asy_day_from_iso (days[i]));
        g_assert_cmpint (pesel.sex, ==, sex);
      }
  g_assert_false (asy_pesel_make (ASY_DAY_NONE, ASY_SEX_MALE, 0, digits));
  g_assert_false (asy_pesel_make (asy_day_new (2026, 3, 24), ASY_SEX_UNKNOWN, 0, digits));
  g_assert_false (asy_pesel_make (asy_day_new (2026, 3, 24), ASY_SEX_MALE, 5000, digits));
}

static void
test_pesel_mask (void)
{
  g_autofree char *mask = asy_pesel_mask ("85071400124");
  g_autofree char *shorter = asy_pesel_mask ("0124");
  g_autofree char *none = asy_pesel_mask (NULL);

  g_assert_cmpstr (mask, ==, "•••••••0124");
  g_assert_cmpstr (shorter, ==, "••••");
  g_assert_cmpstr (none, ==, "");
}

typedef AsyIdentProblem (*CheckFunc) (const char *text, char *ret_digits);

static AsyIdentProblem
check_pesel (const char *text, char *ret_digits)
{
  return asy_ident_check_pesel (text, NULL);
}

/* No slip of one digit, and for mod 11 and mod 97 no swap of neighbours, gives another right number. */
static void
test_slips (void)
{
  static const struct
  {
    CheckFunc check;
    const char *number;
    gboolean swaps_too;
  } rows[] = {
    { check_pesel, "85071400124", FALSE },
    { check_pesel, "99123143213", FALSE },
    { check_pesel, "00222900177", FALSE },
    { asy_ident_check_nip, "5991113333", TRUE },
    { asy_ident_check_nip, "1234563218", TRUE },
    { asy_ident_check_regon, "123456785", TRUE },
    { asy_ident_check_nrb, "61109010140000071219812874", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = g_strdup (rows[i].number);
      gsize n = strlen (number);

      g_assert_cmpint (rows[i].check (number, NULL), ==, ASY_IDENT_OK);
      for (gsize at = 0; at < n; at++)
        {
          char right = number[at];

          for (char digit = '0'; digit <= '9'; digit++)
            {
              number[at] = digit;
              g_assert_cmpint (rows[i].check (number, NULL) == ASY_IDENT_OK, ==, digit == right);
            }
          number[at] = right;
          if (!rows[i].swaps_too || at + 1 == n || number[at] == number[at + 1])
            continue;
          number[at] = number[at + 1];
          number[at + 1] = right;
          g_assert_cmpint (rows[i].check (number, NULL), !=, ASY_IDENT_OK);
          number[at + 1] = number[at];
          number[at] = right;
        }
    }
}

typedef struct
{
  const char *text;
  const char *nick;
  const char *out;
} NumberRow;

static void
check_numbers (CheckFunc check, const NumberRow *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      char out[64] = "";

      assert_problem (check (rows[i].text, out), rows[i].nick);
      assert_problem (check (rows[i].text, NULL), rows[i].nick);
      g_assert_cmpstr (out, ==, rows[i].out);
    }
}

static void
test_nip (void)
{
  static const NumberRow rows[] = {
    { "5991113333", "", "5991113333" },
    { "123-456-32-18", "", "1234563218" },
    { "PL 123-456-32-18 ", "", "1234563218" },
    { "pl1234563218", "", "1234563218" },
    { "1234563219", "check-digit", "" },
    /* Its remainder is 10. */
    { "1000000800", "check-digit", "" },
    { "0000000000", "zeros", "" },
    { "123456321", "length", "" },
    { "12345632181", "length", "" },
    { "DE1234563218", "non-digit", "" },
    { "PL", "empty", "" },
    { "", "empty", "" },
    { NULL, "empty", "" },
  };

  check_numbers (asy_ident_check_nip, rows, G_N_ELEMENTS (rows));
}

static void
test_regon (void)
{
  static const NumberRow rows[] = {
    { "123456785", "", "123456785" },
    { "210203232 ", "", "210203232" },
    { "12345678512347", "", "12345678512347" },
    { "123456786", "check-digit", "" },
    { "12345678512348", "check-digit", "" },
    /* The local unit is right, the institution is not. */
    { "12345678612342", "check-digit", "" },
    { "000000000", "zeros", "" },
    { "00000000000000", "zeros", "" },
    { "1234567850", "length", "" },
    { "12345678X", "non-digit", "" },
    { "", "empty", "" },
  };

  check_numbers (asy_ident_check_regon, rows, G_N_ELEMENTS (rows));
}

static void
test_postcode (void)
{
  static const NumberRow rows[] = {
    { "66-400", "", "66-400" }, { "66-400 ", "", "66-400" },  { "66400", "", "66-400" },   { "66 400", "", "66-400" },
    { "00-123", "", "00-123" }, { "00123", "", "00-123" },    { "664-00", "format", "" },  { "6-6400", "format", "" },
    { "66--400", "format", "" }, { "-66400", "format", "" },  { "66400-", "format", "" },  { "66-40", "length", "" },
    { "66-4000", "length", "" }, { "66-40O", "non-digit", "" }, { "00-000", "zeros", "" }, { "", "empty", "" },
    { "-", "length", "" },
  };

  check_numbers (asy_ident_check_postcode, rows, G_N_ELEMENTS (rows));
}

static void
test_phone (void)
{
  static const NumberRow rows[] = {
    { "(71) 78-22-322", "", "717822322" },
    { "71 782 23 22", "", "717822322" },
    { "957225242 ", "", "957225242" },
    { "0957225242", "", "957225242" },
    { "0-71 782 23 22", "", "717822322" },
    { "tel. 58 303 33 00", "", "583033300" },
    { "Tel: 58 303 33 00", "", "583033300" },
    { "32 287-77 -88", "", "322877788" },
    { "+48 601 234 567", "", "601234567" },
    { "+48\302\240601\302\240234\302\240567", "", "601234567" },
    { "0048 601234567", "", "601234567" },
    { "48601234567", "", "601234567" },
    { "601.234.567", "", "601234567" },
    { "112", "", "112" },
    { "116 111", "", "116111" },
    { "19115", "", "19115" },
    { "+380 44 123 45 67", "", "+380441234567" },
    { "00380441234567", "", "+380441234567" },
    { "+48 60123456", "length", "" },
    { "004860123456", "length", "" },
    { "12345678", "length", "" },
    { "123", "length", "" },
    { "12345678901234567890123", "length", "" },
    { "012345678", "prefix", "" },
    { "+048123456789", "prefix", "" },
    { "(32) 296-21-31 (do 33)", "non-digit", "" },
    { "601 234 567 | 602 234 567", "non-digit", "" },
    { "brak", "non-digit", "" },
    { "tel.", "empty", "" },
    { "+", "empty", "" },
    { "", "empty", "" },
    { NULL, "empty", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *out = NULL;

      assert_problem (asy_ident_check_phone (rows[i].text, &out), rows[i].nick);
      assert_problem (asy_ident_check_phone (rows[i].text, NULL), rows[i].nick);
      g_assert_cmpstr (out != NULL ? out : "", ==, rows[i].out);
    }
}

/* What is printed is read back as the same number. */
static void
test_phone_round_trip (void)
{
  static const char *const numbers[] = { "717822322", "601234567", "800702222", "112", "19115", "116111", "+380441234567" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *printed = asy_text_phone (numbers[i]);
      g_autofree char *digits = NULL;

      assert_problem (asy_ident_check_phone (printed, &digits), "");
      g_assert_cmpstr (digits, ==, numbers[i]);
    }
}

static void
test_email (void)
{
  static const NumberRow rows[] = {
    { "sekretariat@mops.example.pl", "", "sekretariat@mops.example.pl" },
    { " ops@bobrowniki.example ", "", "ops@bobrowniki.example" },
    { "a.b+c_d'e@x-y.pl", "", "a.b+c_d'e@x-y.pl" },
    { "poczta@łódź.pl", "", "poczta@łódź.pl" },
    { "a@b", "format", "" },
    { "a@b.p", "format", "" },
    { "a@b.1a", "format", "" },
    { "a@@b.pl", "format", "" },
    { "a@b@c.pl", "format", "" },
    { "@b.pl", "format", "" },
    { "a@", "format", "" },
    { "a@.pl", "format", "" },
    { "a@b..pl", "format", "" },
    { "a@-b.pl", "format", "" },
    { "a b@c.pl", "format", "" },
    { ".a@c.pl", "format", "" },
    { "a.@c.pl", "format", "" },
    { "a..b@c.pl", "format", "" },
    { "a@c.pl; b@c.pl", "format", "" },
    { "brak", "format", "" },
    { "", "empty", "" },
    { NULL, "empty", "" },
  };
  g_autofree char *name = g_strnfill (260, 'a');
  g_autofree char *longest = g_strconcat (name, "@b.pl", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *out = NULL;

      assert_problem (asy_ident_check_email (rows[i].text, &out), rows[i].nick);
      g_assert_cmpstr (out != NULL ? out : "", ==, rows[i].out);
    }
  assert_problem (asy_ident_check_email (longest, NULL), "length");
}

static void
test_nrb (void)
{
  static const NumberRow rows[] = {
    { "61 1090 1014 0000 0712 1981 2874", "", "61109010140000071219812874" },
    { "PL61109010140000071219812874", "", "61109010140000071219812874" },
    { "61109010140000071219812875", "check-digit", "" },
    { "6110901014000007121981287", "length", "" },
    { "611090101400000712198128744", "length", "" },
    { "6110901014000007121981287x", "non-digit", "" },
    { "", "empty", "" },
  };

  check_numbers (asy_ident_check_nrb, rows, G_N_ELEMENTS (rows));
}

static void
test_iban (void)
{
  static const NumberRow rows[] = {
    { "PL61 1090 1014 0000 0712 1981 2874", "", "PL61109010140000071219812874" },
    { "GB82 WEST 1234 5698 7654 32", "", "GB82WEST12345698765432" },
    { "de89370400440532013000", "", "DE89370400440532013000" },
    { "GB83 WEST 1234 5698 7654 32", "check-digit", "" },
    { "PL6110901014000007121981287", "length", "" },
    { "PL6110901014000007121981287A", "non-digit", "" },
    { "6110901014000007", "format", "" },
    { "GB82_WEST12345698765432", "format", "" },
    { "GB82", "length", "" },
    { "", "empty", "" },
  };

  check_numbers (asy_ident_check_iban, rows, G_N_ELEMENTS (rows));
}

static void
test_nicks (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int problem = 0; problem < ASY_N_IDENT_PROBLEMS; problem++)
    {
      const char *nick = asy_ident_problem_get_nick ((AsyIdentProblem) problem);

      g_assert_nonnull (nick);
      g_assert_true (g_hash_table_add (seen, (gpointer) nick));
    }
}

static void
check_vector (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", 5);
  AsyPesel pesel = { 0 };
  AsyIdentProblem problem;

  g_assert_cmpuint (g_strv_length (cells), ==, 5);
  problem = asy_ident_check_pesel (cells[0], &pesel);
  if (strcmp (cells[1], "valid") == 0)
    {
      g_assert_cmpint (problem, ==, ASY_IDENT_OK);
      g_assert_cmpuint (pesel.born, ==, asy_day_from_iso (cells[2]));
      g_assert_cmpstr (asy_sex_get_letter (pesel.sex), ==, cells[3]);
    }
  else if (strcmp (cells[1], "invalid:checksum") == 0)
    assert_problem (problem, "check-digit");
  else if (strcmp (cells[1], "invalid:date") == 0)
    assert_problem (problem, "no-such-date");
  else
    {
      g_assert_cmpstr (cells[1], ==, "invalid:format");
      g_assert_true (problem == ASY_IDENT_PROBLEM_NON_DIGIT || problem == ASY_IDENT_PROBLEM_LENGTH
                     || problem == ASY_IDENT_PROBLEM_EMPTY);
    }
}

static void
test_pesel_vectors (void)
{
  g_autofree char *path = find_shared_data ("pesel/pesel_vectors_small.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++, n++)
    check_vector (lines[i]);
  g_assert_cmpuint (n, >=, 49);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ident/pesel", test_pesel);
  g_test_add_func ("/ident/pesel-clashes", test_pesel_clashes);
  g_test_add_func ("/ident/pesel-make", test_pesel_make);
  g_test_add_func ("/ident/pesel-mask", test_pesel_mask);
  g_test_add_func ("/ident/slips", test_slips);
  g_test_add_func ("/ident/nip", test_nip);
  g_test_add_func ("/ident/regon", test_regon);
  g_test_add_func ("/ident/postcode", test_postcode);
  g_test_add_func ("/ident/phone", test_phone);
  g_test_add_func ("/ident/phone-round-trip", test_phone_round_trip);
  g_test_add_func ("/ident/email", test_email);
  g_test_add_func ("/ident/nrb", test_nrb);
  g_test_add_func ("/ident/iban", test_iban);
  g_test_add_func ("/ident/nicks", test_nicks);
  g_test_add_func ("/ident/pesel-vectors", test_pesel_vectors);
  return g_test_run ();
}
