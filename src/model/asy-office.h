/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_office_unit_kind_nicks. */
typedef enum {
  ASY_OFFICE_UNIT_KIND_OPS,
  ASY_OFFICE_UNIT_KIND_GOPS,
  ASY_OFFICE_UNIT_KIND_MGOPS,
  ASY_OFFICE_UNIT_KIND_MOPS,
  ASY_OFFICE_UNIT_KIND_MOPR,
  ASY_OFFICE_UNIT_KIND_CUS,
  ASY_OFFICE_UNIT_KIND_NGO,
} AsyOfficeUnitKind;

extern const char *const asy_office_unit_kind_nicks[];

/**
 * AsyOffice:
 *
 * The office that keeps the register (jednostka), one row.
 */
#define ASY_OFFICE_FIELDS(F, ...)                                                                                  \
  F (TEXT, __VA_ARGS__, NAME, name, ASY_FIELD_REQUIRED, NULL, N_("Name of the office"))                            \
  F (ENUM, __VA_ARGS__, UNIT_KIND, unit_kind, ASY_FIELD_PLAIN, asy_office_unit_kind_nicks, N_("Kind of unit"))     \
  F (TEXT, __VA_ARGS__, TEAM_NAME, team_name, ASY_FIELD_PLAIN, NULL, N_("Team"))                                   \
  F (TEXT, __VA_ARGS__, STREET, street, ASY_FIELD_PLAIN, NULL, N_("Street and number"))                            \
  F (TEXT, __VA_ARGS__, POSTCODE, postcode, ASY_FIELD_PLAIN, NULL, N_("Postcode"))                                 \
  F (TEXT, __VA_ARGS__, CITY, city, ASY_FIELD_PLAIN, NULL, N_("Town"))                                             \
  F (TEXT, __VA_ARGS__, PLACE_LINE, place_line, ASY_FIELD_PLAIN, NULL, N_("Place on letters"))                     \
  F (TEXT, __VA_ARGS__, PHONE, phone, ASY_FIELD_PLAIN, NULL, N_("Phone"))                                          \
  F (TEXT, __VA_ARGS__, EMAIL, email, ASY_FIELD_PLAIN, NULL, N_("E-mail"))                                         \
  F (TEXT, __VA_ARGS__, E_DELIVERY, e_delivery, ASY_FIELD_PLAIN, NULL, N_("e-Delivery address"))                   \
  F (TEXT, __VA_ARGS__, HEAD_NAME, head_name, ASY_FIELD_PLAIN, NULL, N_("Head of the office"))                     \
  F (TEXT, __VA_ARGS__, HEAD_TITLE, head_title, ASY_FIELD_PLAIN, NULL, N_("Title of the head"))                    \
  F (TEXT, __VA_ARGS__, ORGAN, organ, ASY_FIELD_PLAIN, NULL, N_("Organ"))                                          \
  F (TEXT, __VA_ARGS__, LETTER_MARK, letter_mark, ASY_FIELD_PLAIN, NULL, N_("Pattern of the case mark"))           \
  F (REF, __VA_ARGS__, DEFAULT_COURT_ID, default_court_id, ASY_FIELD_PLAIN, NULL, N_("Default court"))             \
  F (INT, __VA_ARGS__, VISITS_A_MONTH, visits_a_month, ASY_FIELD_PLAIN, NULL, N_("Visits a month"))                \
  F (INT, __VA_ARGS__, CASELOAD_WARNING, caseload_warning, ASY_FIELD_PLAIN, NULL, N_("Families before a warning")) \
  F (TEXT, __VA_ARGS__, LEGAL_BASIS, legal_basis, ASY_FIELD_PLAIN, NULL, N_("Legal basis"))                        \
  F (BOOL, __VA_ARGS__, QUARTERLY_REVIEWS, quarterly_reviews, ASY_FIELD_PLAIN, NULL, N_("Quarterly reviews of families")) \
  F (BOOL, __VA_ARGS__, MONTHLY_REVIEWS, monthly_reviews, ASY_FIELD_PLAIN, NULL, N_("Monthly reviews of families")) \
  F (BOOL, __VA_ARGS__, MONTHLY_REPORTS, monthly_reports, ASY_FIELD_PLAIN, NULL, N_("Monthly reports of assistants")) \
  F (BOOL, __VA_ARGS__, DEMO, demo, ASY_FIELD_PLAIN, NULL, N_("Invented data"))

#define ASY_TYPE_OFFICE (asy_office_get_type ())
ASY_RECORD_DECLARE (AsyOffice, asy_office, ASY, OFFICE, ASY_OFFICE_FIELDS)

G_END_DECLS
