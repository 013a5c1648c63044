/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/asy-day.h"
#include "base/asy-names.h"

G_BEGIN_DECLS

/*
 * Numbers that people, institutions and accounts are known by. Each check
 * takes text as people type or paste it, with blanks around it, and tells why
 * it is not such a number; sentences about the reasons are made above. The
 * ret_ parameters may be %NULL and are set only when the answer is
 * %ASY_IDENT_OK.
 */

/** Why a text is not the number it should be. */
typedef enum
{
  ASY_IDENT_OK,
  ASY_IDENT_PROBLEM_EMPTY,
  ASY_IDENT_PROBLEM_NON_DIGIT,
  ASY_IDENT_PROBLEM_LENGTH,
  /** The parts are not where they belong. */
  ASY_IDENT_PROBLEM_FORMAT,
  /** The birth date in the number is not in the calendar. */
  ASY_IDENT_PROBLEM_DATE,
  ASY_IDENT_PROBLEM_CHECK_DIGIT,
  /** Only zeros: the check digit agrees, but no such number is given out. */
  ASY_IDENT_PROBLEM_ZEROS,
  /** The beginning belongs to no such number: a telephone that begins with 0. */
  ASY_IDENT_PROBLEM_PREFIX,
  /** The number is right, but of a person born on another day. */
  ASY_IDENT_PROBLEM_BIRTH_DATE_CLASH,
  /** The number is right, but of a person of the other sex. */
  ASY_IDENT_PROBLEM_SEX_CLASH,
} AsyIdentProblem;

#define ASY_N_IDENT_PROBLEMS (ASY_IDENT_PROBLEM_SEX_CLASH + 1)

/** A word for machines that never changes: `check-digit`; an empty text for %ASY_IDENT_OK. (transfer none) */
const char *asy_ident_problem_get_nick (AsyIdentProblem problem);

/** What a PESEL says of its person. */
typedef struct
{
  char digits[12];
  AsyDay born;
  AsySex sex;
} AsyPesel;

/**
 * Checks a PESEL (numer ewidencyjny of the act on the register of people):
 * eleven digits, a birth date from 1800 to 2299 with the century in the month,
 * the sex in the tenth digit, a check digit.
 */
AsyIdentProblem asy_ident_check_pesel (const char *text, AsyPesel *ret_pesel);

/** Does the number agree with a birth date known from elsewhere? %ASY_DAY_NONE agrees with all. */
AsyIdentProblem asy_pesel_compare_born (const AsyPesel *self, AsyDay born);

/** Does the number agree with a sex known from elsewhere? %ASY_SEX_UNKNOWN agrees with all. */
AsyIdentProblem asy_pesel_compare_sex (const AsyPesel *self, AsySex sex);

/**
 * Composes a PESEL for invented people. @serial 0 to 4999 tells those born on
 * one day apart. %FALSE when there is no such number.
 */
gboolean asy_pesel_make (AsyDay born, AsySex sex, int serial, char ret_digits[12]);

/** A PESEL as it is shown until it is asked for: only its last four digits. (transfer full) */
char *asy_pesel_mask (const char *digits) G_GNUC_WARN_UNUSED_RESULT;

/** Number of a taxpayer: ten digits, also written `PL 123-456-78-90`. */
AsyIdentProblem asy_ident_check_nip (const char *text, char ret_digits[11]);

/** Number in the register of enterprises and institutions: nine digits, or fourteen for a local unit. */
AsyIdentProblem asy_ident_check_regon (const char *text, char ret_digits[15]);

/** Postcode `dd-ddd`; five digits alone are taken too. @ret_postcode has the dash. */
AsyIdentProblem asy_ident_check_postcode (const char *text, char ret_postcode[7]);

/**
 * A telephone number in any Polish habit of writing: `(71) 78-22-322`,
 * `+48 601 234 567`, `tel. 0-71 782 23 22`, `116 111`. @ret_digits are nine
 * digits, a short number (112, 19115, 116111), or `+` and digits of another
 * country; print them with asy_text_phone(). (transfer full)
 */
AsyIdentProblem asy_ident_check_phone (const char *text, char **ret_digits);

/** Whether a text can be an e-mail address at all; soft on purpose. @ret_address is trimmed. (transfer full) */
AsyIdentProblem asy_ident_check_email (const char *text, char **ret_address);

/** Number of a Polish account (NRB): 26 digits with the check digits in front, with or without `PL`. */
AsyIdentProblem asy_ident_check_nrb (const char *text, char ret_digits[27]);

/** Number of an account of any country (ISO 13616). @ret_iban is without blanks, in capitals. */
AsyIdentProblem asy_ident_check_iban (const char *text, char ret_iban[35]);

G_END_DECLS
