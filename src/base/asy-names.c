/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include "base/asy-names.h"

#define N_SEXES (ASY_SEX_MALE + 1)

static const char *const courtesies[N_SEXES][ASY_N_GRAMMAR_CASES] = {
  [ASY_SEX_UNKNOWN] = { "Pan/Pani", "Pana/Pani", "Panu/Pani", "Pana/Panią", "Panem/Panią" },
  [ASY_SEX_FEMALE] = { "Pani", "Pani", "Pani", "Panią", "Panią" },
  [ASY_SEX_MALE] = { "Pan", "Pana", "Panu", "Pana", "Panem" },
};

static const char *const minors[N_SEXES][ASY_N_GRAMMAR_CASES] = {
  [ASY_SEX_UNKNOWN] = { "małoletni/małoletnia", "małoletniego/małoletniej", "małoletniemu/małoletniej",
                        "małoletniego/małoletnią", "małoletnim/małoletnią" },
  [ASY_SEX_FEMALE] = { "małoletnia", "małoletniej", "małoletniej", "małoletnią", "małoletnią" },
  [ASY_SEX_MALE] = { "małoletni", "małoletniego", "małoletniemu", "małoletniego", "małoletnim" },
};

static gboolean
is_sex (AsySex sex)
{
  return sex == ASY_SEX_UNKNOWN || sex == ASY_SEX_FEMALE || sex == ASY_SEX_MALE;
}

static gboolean
is_case (AsyGrammarCase grammar_case)
{
  return grammar_case >= ASY_CASE_NOMINATIVE && grammar_case <= ASY_CASE_INSTRUMENTAL;
}

const char *
asy_sex_get_letter (AsySex sex)
{
  if (sex == ASY_SEX_FEMALE)
    return "F";
  return sex == ASY_SEX_MALE ? "M" : "";
}

const char *
asy_names_courtesy (AsySex sex, AsyGrammarCase grammar_case)
{
  g_return_val_if_fail (is_sex (sex) && is_case (grammar_case), "");
  return courtesies[sex][grammar_case];
}

const char *
asy_names_minor (AsySex sex, AsyGrammarCase grammar_case)
{
  g_return_val_if_fail (is_sex (sex) && is_case (grammar_case), "");
  return minors[sex][grammar_case];
}

char *
asy_names_agree (AsySex sex, const char *male, const char *female)
{
  if (sex == ASY_SEX_FEMALE)
    return g_strdup (female);
  if (sex == ASY_SEX_MALE)
    return g_strdup (male);
  return g_strdup_printf ("%s/%s", male, female);
}

const char *
asy_names_born (AsySex sex)
{
  if (sex == ASY_SEX_FEMALE)
    return "urodzona";
  return sex == ASY_SEX_MALE ? "urodzony" : "urodzony/urodzona";
}
