/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-person-check.h"
#include "ui/asy-format.h"

#define VISIBLE_DIGITS 4

static AsyPersonSex
sex_of (const AsyPesel *pesel)
{
  return pesel->sex == ASY_SEX_MALE ? ASY_PERSON_SEX_MALE : ASY_PERSON_SEX_FEMALE;
}

static AsySex
base_sex (AsyPerson *person)
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

/* Numbers are pasted with blanks between the day and the rest. */
static AsyIdentProblem
read_pesel (AsyPerson *person, AsyPesel *ret_pesel)
{
  g_auto (GStrv) parts = g_strsplit (asy_person_get_pesel (person) != NULL ? asy_person_get_pesel (person) : "", " ", -1);
  g_autofree char *joined = g_strjoinv (NULL, parts);

  return asy_ident_check_pesel (joined, ret_pesel);
}

static void
take_back (AsyPersonProposal *proposal, AsyPerson *person)
{
  if (proposal->born != ASY_DAY_NONE && asy_person_get_birth_date (person) == proposal->born)
    asy_person_set_birth_date (person, ASY_DAY_NONE);
  if (proposal->sex != ASY_PERSON_SEX_UNKNOWN && asy_person_get_sex (person) == (int) proposal->sex)
    asy_person_set_sex (person, ASY_PERSON_SEX_UNKNOWN);
  proposal->born = ASY_DAY_NONE;
  proposal->sex = ASY_PERSON_SEX_UNKNOWN;
}

void
asy_person_propose (AsyPersonProposal *proposal, AsyPerson *person)
{
  AsyPesel pesel;

  if (read_pesel (person, &pesel) != ASY_IDENT_OK)
    {
      take_back (proposal, person);
      return;
    }
  if (asy_person_get_birth_date (person) == ASY_DAY_NONE || asy_person_get_birth_date (person) == proposal->born)
    {
      proposal->born = pesel.born;
      asy_person_set_birth_date (person, pesel.born);
    }
  if (asy_person_get_sex (person) == ASY_PERSON_SEX_UNKNOWN || asy_person_get_sex (person) == (int) proposal->sex)
    {
      proposal->sex = sex_of (&pesel);
      asy_person_set_sex (person, proposal->sex);
    }
  asy_person_set_pesel (person, pesel.digits);
  asy_person_set_no_pesel_reason (person, ASY_PERSON_NO_PESEL_REASON_NONE);
}

static AsyPersonCheckKind
check_without_number (AsyPerson *person, AsyDay today)
{
  if (asy_person_get_no_pesel_reason (person) == ASY_PERSON_NO_PESEL_REASON_NONE)
    return ASY_PERSON_CHECK_NO_REASON;
  if (asy_person_get_birth_date (person) != ASY_DAY_NONE && asy_person_get_birth_date (person) > today)
    return ASY_PERSON_CHECK_BORN_AHEAD;
  return ASY_PERSON_CHECK_OK;
}

void
asy_person_check (AsyPerson *person, AsyDay today, AsyPersonCheck *ret_check)
{
  AsyPersonCheck check = { ASY_PERSON_CHECK_OK, ASY_IDENT_OK, { { 0 } } };

  check.problem = read_pesel (person, &check.pesel);
  if (check.problem == ASY_IDENT_PROBLEM_EMPTY)
    check.kind = check_without_number (person, today);
  else if (check.problem != ASY_IDENT_OK)
    check.kind = ASY_PERSON_CHECK_WRONG_PESEL;
  else if (asy_pesel_compare_born (&check.pesel, asy_person_get_birth_date (person)) != ASY_IDENT_OK)
    check.kind = ASY_PERSON_CHECK_BIRTH_CLASH;
  else if (asy_pesel_compare_sex (&check.pesel, base_sex (person)) != ASY_IDENT_OK)
    check.kind = ASY_PERSON_CHECK_SEX_CLASH;
  else if (asy_person_get_birth_date (person) != ASY_DAY_NONE && asy_person_get_birth_date (person) > today)
    check.kind = ASY_PERSON_CHECK_BORN_AHEAD;
  *ret_check = check;
}

gboolean
asy_person_check_is_passed (const AsyPersonCheck *check)
{
  return check->kind == ASY_PERSON_CHECK_OK || check->kind == ASY_PERSON_CHECK_BIRTH_CLASH ||
         check->kind == ASY_PERSON_CHECK_SEX_CLASH;
}

/* The other problems cannot come from eleven digits. */
static const char *
describe_problem (AsyIdentProblem problem)
{
  if (problem == ASY_IDENT_PROBLEM_NON_DIGIT)
    return _("A PESEL has digits only");
  if (problem == ASY_IDENT_PROBLEM_LENGTH)
    return _("A PESEL has 11 digits");
  if (problem == ASY_IDENT_PROBLEM_DATE)
    return _("There is no such date of birth as in this PESEL");
  if (problem == ASY_IDENT_PROBLEM_CHECK_DIGIT)
    return _("The last digit does not fit: a digit is wrong or two are swapped");
  return _("This is no PESEL");
}

char *
asy_person_check_describe (const AsyPersonCheck *check)
{
  g_autofree char *born = NULL;

  switch (check->kind)
    {
    case ASY_PERSON_CHECK_WRONG_PESEL:
      return g_strdup (describe_problem (check->problem));
    case ASY_PERSON_CHECK_NO_REASON:
      return g_strdup (_("Without a PESEL, say why there is none"));
    case ASY_PERSON_CHECK_BIRTH_CLASH:
      born = asy_format_day (check->pesel.born);
      return g_strdup_printf (_("By the PESEL the date of birth is %s. Check both."), born);
    case ASY_PERSON_CHECK_SEX_CLASH:
      return g_strdup (check->pesel.sex == ASY_SEX_FEMALE ? _("By the PESEL this is a woman. Check the number and the sex.")
                                                          : _("By the PESEL this is a man. Check the number and the sex."));
    case ASY_PERSON_CHECK_BORN_AHEAD:
      return g_strdup (_("The date of birth is still to come"));
    case ASY_PERSON_CHECK_OK:
    default:
      return NULL;
    }
}

void
asy_person_propose_birth (AsyPerson *person, AsyMember *member)
{
  if (g_strcmp0 (asy_member_get_role (member), "unborn") != 0 || asy_person_get_birth_date (person) == ASY_DAY_NONE)
    return;
  if (asy_person_get_no_pesel_reason (person) == ASY_PERSON_NO_PESEL_REASON_UNBORN && asy_person_get_pesel (person) == NULL)
    asy_person_set_no_pesel_reason (person, ASY_PERSON_NO_PESEL_REASON_NEWBORN);
  if (asy_person_get_sex (person) != ASY_PERSON_SEX_UNKNOWN)
    asy_member_set_role (member, asy_person_get_sex (person) == ASY_PERSON_SEX_FEMALE ? "daughter" : "son");
}

AsyMeaning
asy_person_check_get_meaning (const AsyPersonCheck *check)
{
  if (check->kind == ASY_PERSON_CHECK_OK)
    return ASY_MEANING_PLAIN;
  return asy_person_check_is_passed (check) || check->kind == ASY_PERSON_CHECK_NO_REASON ? ASY_MEANING_SOON : ASY_MEANING_LATE;
}

AsyPersonSex
asy_person_guess_sex (const char *role)
{
  static const char *const female[] = { "mother", "partner-f", "wife", "stepmother", "grandmother", "sister", "daughter",
                                        "stepdaughter", "granddaughter", "aunt", NULL };
  static const char *const male[] = { "father", "partner-m", "husband", "stepfather", "grandfather", "brother", "son",
                                      "stepson", "grandson", "uncle", NULL };

  if (role == NULL)
    return ASY_PERSON_SEX_UNKNOWN;
  if (g_strv_contains (female, role))
    return ASY_PERSON_SEX_FEMALE;
  return g_strv_contains (male, role) ? ASY_PERSON_SEX_MALE : ASY_PERSON_SEX_UNKNOWN;
}

char *
asy_person_dup_masked_pesel (AsyPerson *person)
{
  const char *digits = asy_person_get_pesel (person);
  const gsize n = digits != NULL ? strlen (digits) : 0;

  if (n <= VISIBLE_DIGITS)
    return g_strdup ("");
  return g_strconcat ("•••• ", digits + n - VISIBLE_DIGITS, NULL);
}
