/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-person.h"

const char *const asy_person_sex_nicks[] = { "unknown", "female", "male", NULL };
const char *const asy_person_no_pesel_reason_nicks[] = { "none", "newborn", "unborn", "foreigner", "not-known", "refused", NULL };

ASY_RECORD_DEFINE (AsyPerson, asy_person, ASY_PERSON, ASY_PERSON_FIELDS, "person")
