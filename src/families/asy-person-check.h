/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-ident.h"
#include "model/asy-member.h"
#include "model/asy-person.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/*
 * What the form of a person does with a PESEL as it is typed: a right one
 * proposes the day of birth and the sex, one that disagrees with them warns, a
 * wrong one says why, a missing one asks for a reason. No widget here.
 */

/** What the register can fill in by itself, kept while a form is open. */
typedef struct {
  AsyDay born;                  /* proposed last; ASY_DAY_NONE: nothing */
  AsyPersonSex sex;
} AsyPersonProposal;

typedef enum {
  ASY_PERSON_CHECK_OK,
  ASY_PERSON_CHECK_WRONG_PESEL, /* see problem */
  ASY_PERSON_CHECK_NO_REASON,   /* no number, and nothing says why */
  ASY_PERSON_CHECK_BIRTH_CLASH, /* only a warning */
  ASY_PERSON_CHECK_SEX_CLASH,   /* only a warning */
  ASY_PERSON_CHECK_BORN_AHEAD,  /* a day of birth that is still to come */
} AsyPersonCheckKind;

typedef struct {
  AsyPersonCheckKind kind;
  AsyIdentProblem problem;      /* of the number itself */
  AsyPesel pesel;               /* when problem is ASY_IDENT_OK */
} AsyPersonCheck;

/**
 * asy_person_propose:
 * @proposal: zeroed before the first call
 *
 * Fills the day of birth and the sex from the number of @person, where they are
 * empty or were proposed from an earlier number; what a person typed stays.
 * Takes back what was proposed when the number is no longer right. The number is
 * stored as eleven digits. Clears the reason for no PESEL when there is one.
 */
void asy_person_propose (AsyPersonProposal *proposal, AsyPerson *person);

/** Looks at the number, the reason for none, the day of birth and the sex. */
void asy_person_check (AsyPerson *person, AsyDay today, AsyPersonCheck *ret_check);

/** Whether a person may be saved; a clash does not hinder it. */
gboolean asy_person_check_is_passed (const AsyPersonCheck *check);

/** What stands below the number; %NULL when all is well. (transfer full) */
char *asy_person_check_describe (const AsyPersonCheck *check) G_GNUC_WARN_UNUSED_RESULT;

/** The colour of that sentence. */
AsyMeaning asy_person_check_get_meaning (const AsyPersonCheck *check);

/**
 * asy_person_guess_sex:
 * @role: code of the role in the family
 *
 * A mother is a woman: proposes the sex where it is not known.
 */
AsyPersonSex asy_person_guess_sex (const char *role);

/**
 * asy_person_propose_birth:
 *
 * A day of birth written for an unborn child makes it a son or a daughter, once
 * the sex is known, and a newborn without a number.
 */
void asy_person_propose_birth (AsyPerson *person, AsyMember *member);

/** `•••• 4318`: a number as lists show it; an empty text for none. (transfer full) */
char *asy_person_dup_masked_pesel (AsyPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
