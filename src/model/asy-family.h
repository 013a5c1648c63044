/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyFamily:
 *
 * A family in the register (rodzina).
 */
#define ASY_FAMILY_FIELDS(F, ...)                                                                            \
  F (TEXT, __VA_ARGS__, NAME, name, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Name of the family")) \
  F (TEXT, __VA_ARGS__, STREET, street, ASY_FIELD_PERSONAL, NULL, N_("Street and number"))                   \
  F (TEXT, __VA_ARGS__, POSTCODE, postcode, ASY_FIELD_PERSONAL, NULL, N_("Postcode"))                        \
  F (TEXT, __VA_ARGS__, CITY, city, ASY_FIELD_PERSONAL, NULL, N_("Town"))                                    \
  F (TEXT, __VA_ARGS__, DISTRICT, district, ASY_FIELD_PERSONAL, NULL, N_("District"))                        \
  F (TEXT, __VA_ARGS__, PHONE, phone, ASY_FIELD_PERSONAL, NULL, N_("Phone"))                                 \
  F (TEXT, __VA_ARGS__, EMAIL, email, ASY_FIELD_PERSONAL, NULL, N_("E-mail"))                                \
  F (TEXT, __VA_ARGS__, OWN_NUMBER, own_number, ASY_FIELD_PLAIN, NULL, N_("The office's case number"))       \
  F (TEXT, __VA_ARGS__, NOTES, notes, ASY_FIELD_PERSONAL, NULL, N_("Notes"))                                 \
  F (INT, __VA_ARGS__, VISITS_A_MONTH, visits_a_month, ASY_FIELD_PLAIN, NULL, N_("Visits a month"))          \
  F (TEXT, __VA_ARGS__, FOLDED, folded, ASY_FIELD_HIDDEN, NULL, N_("Search text"))                           \
  F (TEXT, __VA_ARGS__, SORT_KEY, sort_key, ASY_FIELD_HIDDEN, NULL, N_("Sort key"))

#define ASY_TYPE_FAMILY (asy_family_get_type ())
ASY_RECORD_DECLARE (AsyFamily, asy_family, ASY, FAMILY, ASY_FAMILY_FIELDS)

G_END_DECLS
