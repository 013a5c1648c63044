/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_person_sex_nicks. */
typedef enum {
  ASY_PERSON_SEX_UNKNOWN,
  ASY_PERSON_SEX_FEMALE,
  ASY_PERSON_SEX_MALE,
} AsyPersonSex;

extern const char *const asy_person_sex_nicks[];

/** Stored as the nick of the same place in asy_person_no_pesel_reason_nicks. */
typedef enum {
  ASY_PERSON_NO_PESEL_REASON_NONE,
  ASY_PERSON_NO_PESEL_REASON_NEWBORN,
  ASY_PERSON_NO_PESEL_REASON_UNBORN,
  ASY_PERSON_NO_PESEL_REASON_FOREIGNER,
  ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN,
  ASY_PERSON_NO_PESEL_REASON_REFUSED,
} AsyPersonNoPeselReason;

extern const char *const asy_person_no_pesel_reason_nicks[];

/**
 * AsyPerson:
 *
 * One person once, in several families if need be.
 */
#define ASY_PERSON_FIELDS(F, ...)                                                                                                       \
  F (TEXT, __VA_ARGS__, GIVEN_NAME, given_name, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Given name"))                        \
  F (TEXT, __VA_ARGS__, FAMILY_NAME, family_name, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Family name"))                     \
  F (ENUM, __VA_ARGS__, SEX, sex, ASY_FIELD_PLAIN, asy_person_sex_nicks, N_("Sex"))                                                     \
  F (DAY, __VA_ARGS__, BIRTH_DATE, birth_date, ASY_FIELD_PERSONAL, NULL, N_("Date of birth"))                                           \
  F (TEXT, __VA_ARGS__, PESEL, pesel, ASY_FIELD_PERSONAL, NULL, N_("PESEL"))                                                            \
  F (ENUM, __VA_ARGS__, NO_PESEL_REASON, no_pesel_reason, ASY_FIELD_PLAIN, asy_person_no_pesel_reason_nicks, N_("Reason for no PESEL")) \
  F (TEXT, __VA_ARGS__, DOCUMENT, document, ASY_FIELD_PERSONAL, NULL, N_("Identity document"))                                          \
  F (TEXT, __VA_ARGS__, CITIZENSHIP, citizenship, ASY_FIELD_PERSONAL, NULL, N_("Citizenship"))                                          \
  F (TEXT, __VA_ARGS__, PHONE, phone, ASY_FIELD_PERSONAL, NULL, N_("Phone"))                                                            \
  F (DAY, __VA_ARGS__, DIED_ON, died_on, ASY_FIELD_PERSONAL, NULL, N_("Died on"))                                                       \
  F (DAY, __VA_ARGS__, EXPECTED_ON, expected_on, ASY_FIELD_PERSONAL, NULL, N_("Expected on"))                                           \
  F (TEXT, __VA_ARGS__, EDUCATION, education, ASY_FIELD_PERSONAL, NULL, N_("Education"))                                                \
  F (TEXT, __VA_ARGS__, OCCUPATION, occupation, ASY_FIELD_PERSONAL, NULL, N_("Occupation"))                                             \
  F (TEXT, __VA_ARGS__, SORT_KEY, sort_key, ASY_FIELD_HIDDEN, NULL, N_("Sort key"))

#define ASY_TYPE_PERSON (asy_person_get_type ())
ASY_RECORD_DECLARE (AsyPerson, asy_person, ASY, PERSON, ASY_PERSON_FIELDS)

G_END_DECLS
