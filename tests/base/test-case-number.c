/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-case-number.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *nick;
    int division;
    const char *repertory;
    int number;
    int year;
    const char *normal;
  } rows[] = {
    { "III Nsm 756/25", "", 3, "Nsm", 756, 2025, "III Nsm 756/25" },
    { "  iii   NSM  756 / 25 ", "", 3, "Nsm", 756, 2025, "III Nsm 756/25" },
    { "III\302\240Nsm\302\240756/2025", "", 3, "Nsm", 756, 2025, "III Nsm 756/25" },
    { "Nsm756/25", "", 0, "Nsm", 756, 2025, "Nsm 756/25" },
    { "sygn. akt: IV RNs 12/24", "", 4, "RNs", 12, 2024, "IV RNs 12/24" },
    { "Sygn. akt V RC 3/99", "", 5, "RC", 3, 1999, "V RC 3/99" },
    { "III RC upr 12/25", "", 3, "RC", 12, 2025, "III RC upr 12/25" },
    { "XXVIII Opmk 1/08", "", 28, "Opmk", 1, 2008, "XXVIII Opmk 1/08" },
    { "VI Nkd 007/25", "", 6, "Nkd", 7, 2025, "VI Nkd 7/25" },
    { "C co 5/25", "", 100, "Co", 5, 2025, "C Co 5/25" },
    { "IIV Nsm 756/25", "division", 0, NULL, 0, 0, "IIV Nsm 756/25" },
    { "IIII Nsm 756/25", "division", 0, NULL, 0, 0, "IIII Nsm 756/25" },
    { "III Xyz 756/25", "repertory", 0, NULL, 0, 0, "III Xyz 756/25" },
    { "III Nsmx 756/25", "repertory", 0, NULL, 0, 0, "III Nsmx 756/25" },
    { "III Nsm 0/25", "number", 0, NULL, 0, 0, "III Nsm 0/25" },
    { "III Nsm 1234567/25", "number", 0, NULL, 0, 0, "III Nsm 1234567/25" },
    { "III Nsm 756/5", "year", 0, NULL, 0, 0, "III Nsm 756/5" },
    { "III Nsm 756/1969", "year", 0, NULL, 0, 0, "III Nsm 756/1969" },
    { "III Nsm 756/2069", "", 3, "Nsm", 756, 2069, "III Nsm 756/69" },
    { "III Nsm 756/2070", "year", 0, NULL, 0, 0, "III Nsm 756/2070" },
    { "III Nsm 756/225", "year", 0, NULL, 0, 0, "III Nsm 756/225" },
    { "III Nsm 756/20255", "year", 0, NULL, 0, 0, "III Nsm 756/20255" },
    { "III Nsm 756/99999999999999999999", "year", 0, NULL, 0, 0, "III Nsm 756/99999999999999999999" },
    { "III Nsm 756", "format", 0, NULL, 0, 0, "III Nsm 756" },
    { "3 Nsm 756/25", "format", 0, NULL, 0, 0, "3 Nsm 756/25" },
    { "III 756/25", "repertory", 0, NULL, 0, 0, "III 756/25" },
    { "PR 1  Ds. 123.2025", "format", 0, NULL, 0, 0, "PR 1 Ds. 123.2025" },
    { "III Nsm 756/25 i inne", "format", 0, NULL, 0, 0, "III Nsm 756/25 i inne" },
    { "", "empty", 0, NULL, 0, 0, "" },
    { " \t", "empty", 0, NULL, 0, 0, "" },
    { NULL, "empty", 0, NULL, 0, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyCaseNumber signature = { 0 };
      g_autofree char *normal = asy_case_number_normalise (rows[i].text);
      g_autofree char *again = asy_case_number_normalise (normal);

      g_assert_cmpstr (asy_case_number_problem_get_nick (asy_case_number_parse (rows[i].text, &signature)), ==, rows[i].nick);
      g_assert_cmpstr (asy_case_number_problem_get_nick (asy_case_number_parse (rows[i].text, NULL)), ==, rows[i].nick);
      g_assert_cmpint (signature.division, ==, rows[i].division);
      g_assert_cmpstr (signature.repertory, ==, rows[i].repertory);
      g_assert_cmpint (signature.number, ==, rows[i].number);
      g_assert_cmpint (signature.year, ==, rows[i].year);
      g_assert_cmpstr (normal, ==, rows[i].normal);
      g_assert_cmpstr (again, ==, normal);
    }
}

static void
test_simplified (void)
{
  AsyCaseNumber signature;

  g_assert_cmpint (asy_case_number_parse ("III RC upr 12/25", &signature), ==, ASY_CASE_NUMBER_OK);
  g_assert_true (signature.simplified);
  g_assert_cmpint (asy_case_number_parse ("III RC 12/25", &signature), ==, ASY_CASE_NUMBER_OK);
  g_assert_false (signature.simplified);
}

static void
test_all_repertories (void)
{
  static const char *const signs[] = {
    "Nsm", "Nmo", "Nkd", "Npw", "Now", "Nw", "RNs", "RNc", "RCo", "RCa", "RC", "Opmk", "Opm", "Op", "Alk", "Ca", "Kop", "Co",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *text = g_strdup_printf ("IV %s 17/26", signs[i]);
      g_autofree char *lower = g_ascii_strdown (text, -1);
      g_autofree char *normal = asy_case_number_normalise (lower);

      g_assert_cmpstr (normal, ==, text);
    }
}

static void
test_roman (void)
{
  static const struct
  {
    const char *roman;
    int number;
  } rows[] = {
    { "I", 1 },      { "III", 3 },   { "IV", 4 },        { "ix", 9 },  { "XIV", 14 }, { "XL", 40 },  { "XCIX", 99 },
    { "CCCXCIX", 399 }, { "IIII", 0 }, { "VX", 0 },      { "IC", 0 },  { "IXIV", 0 }, { "CCCC", 0 }, { "A", 0 },
    { "", 0 },       { "III ", 0 },  { "CCCCCCCCCC", 0 }, { NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (asy_roman_to_number (rows[i].roman), ==, rows[i].number);
  for (int number = 1; number < 400; number++)
    {
      g_autofree char *roman = asy_roman_from_number (number);

      g_assert_cmpint (asy_roman_to_number (roman), ==, number);
    }
  for (int number = -1; number < 1; number++)
    {
      g_autofree char *none = asy_roman_from_number (number);
      g_autofree char *beyond = asy_roman_from_number (401 + number);

      g_assert_cmpstr (none, ==, "");
      g_assert_cmpstr (beyond, ==, "");
    }
}

static void
test_case_mark (void)
{
  static const struct
  {
    const char *pattern;
    const char *mark;
  } rows[] = {
    { "OPS.5230.{n}.{year}", "OPS.5230.12.2026" },
    { "AR.4021.{n:4}.{yy}", "AR.4021.0012.26" },
    { "{year}/{n:1} MOPS Łódź", "2026/12 MOPS Łódź" },
    { "OPS.5230.{n}", NULL },
    { "OPS.5230.{year}", NULL },
    { "{n}.{n}.{year}", NULL },
    { "{n}.{year}.{yy}", NULL },
    { "{n}.{year}.{unit}", NULL },
    { "{n}.{year}}", NULL },
    { "{n}.{year", NULL },
    { "{n:0}.{year}", NULL },
    { "{n:10}.{year}", NULL },
    { "{n:}.{year}", NULL },
    { "{n}\n{year}", NULL },
    { "{n}{year}\xff", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *mark = asy_case_mark_format (rows[i].pattern, 12, 2026);

      g_assert_cmpstr (mark, ==, rows[i].mark);
      g_assert_cmpint (asy_case_mark_is_pattern (rows[i].pattern), ==, rows[i].mark != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signature/parse", test_parse);
  g_test_add_func ("/signature/simplified", test_simplified);
  g_test_add_func ("/signature/all-repertories", test_all_repertories);
  g_test_add_func ("/signature/roman", test_roman);
  g_test_add_func ("/signature/case-mark", test_case_mark);
  return g_test_run ();
}
