/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-names.h"

static void
test_courtesy (void)
{
  static const struct
  {
    AsySex sex;
    AsyGrammarCase grammar_case;
    const char *courtesy;
    const char *minor;
  } rows[] = {
    { ASY_SEX_FEMALE, ASY_CASE_NOMINATIVE, "Pani", "małoletnia" },
    { ASY_SEX_FEMALE, ASY_CASE_GENITIVE, "Pani", "małoletniej" },
    { ASY_SEX_FEMALE, ASY_CASE_DATIVE, "Pani", "małoletniej" },
    { ASY_SEX_FEMALE, ASY_CASE_ACCUSATIVE, "Panią", "małoletnią" },
    { ASY_SEX_FEMALE, ASY_CASE_INSTRUMENTAL, "Panią", "małoletnią" },
    { ASY_SEX_MALE, ASY_CASE_NOMINATIVE, "Pan", "małoletni" },
    { ASY_SEX_MALE, ASY_CASE_GENITIVE, "Pana", "małoletniego" },
    { ASY_SEX_MALE, ASY_CASE_DATIVE, "Panu", "małoletniemu" },
    { ASY_SEX_MALE, ASY_CASE_ACCUSATIVE, "Pana", "małoletniego" },
    { ASY_SEX_MALE, ASY_CASE_INSTRUMENTAL, "Panem", "małoletnim" },
    { ASY_SEX_UNKNOWN, ASY_CASE_NOMINATIVE, "Pan/Pani", "małoletni/małoletnia" },
    { ASY_SEX_UNKNOWN, ASY_CASE_ACCUSATIVE, "Pana/Panią", "małoletniego/małoletnią" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (asy_names_courtesy (rows[i].sex, rows[i].grammar_case), ==, rows[i].courtesy);
      g_assert_cmpstr (asy_names_minor (rows[i].sex, rows[i].grammar_case), ==, rows[i].minor);
    }
}

static void
test_agree (void)
{
  static const struct
  {
    AsySex sex;
    const char *verb;
    const char *born;
    const char *letter;
  } rows[] = {
    { ASY_SEX_FEMALE, "zobowiązała się", "urodzona", "F" },
    { ASY_SEX_MALE, "zobowiązał się", "urodzony", "M" },
    { ASY_SEX_UNKNOWN, "zobowiązał się/zobowiązała się", "urodzony/urodzona", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *verb = asy_names_agree (rows[i].sex, "zobowiązał się", "zobowiązała się");

      g_assert_cmpstr (verb, ==, rows[i].verb);
      g_assert_cmpstr (asy_names_born (rows[i].sex), ==, rows[i].born);
      g_assert_cmpstr (asy_sex_get_letter (rows[i].sex), ==, rows[i].letter);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/courtesy", test_courtesy);
  g_test_add_func ("/names/agree", test_agree);
  return g_test_run ();
}
