/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyProvider:
 *
 * A specialist or an institution in the directory (specjalista, instytucja).
 */
#define ASY_PROVIDER_FIELDS(F, ...)                                                                       \
  F (TEXT, __VA_ARGS__, NAME, name, ASY_FIELD_REQUIRED, NULL, N_("Name"))                                 \
  F (TEXT, __VA_ARGS__, KIND, kind, ASY_FIELD_REQUIRED, NULL, N_("Kind"))                                 \
  F (TEXT, __VA_ARGS__, KIND_TEXT, kind_text, ASY_FIELD_PLAIN, NULL, N_("Kind in the source"))            \
  F (TEXT, __VA_ARGS__, STREET, street, ASY_FIELD_PLAIN, NULL, N_("Street and number"))                   \
  F (TEXT, __VA_ARGS__, POSTCODE, postcode, ASY_FIELD_PLAIN, NULL, N_("Postcode"))                        \
  F (TEXT, __VA_ARGS__, CITY, city, ASY_FIELD_PLAIN, NULL, N_("Town"))                                    \
  F (TEXT, __VA_ARGS__, DISTRICT, district, ASY_FIELD_PLAIN, NULL, N_("District"))                        \
  F (TEXT, __VA_ARGS__, COMMUNE, commune, ASY_FIELD_PLAIN, NULL, N_("Commune"))                           \
  F (TEXT, __VA_ARGS__, COUNTY, county, ASY_FIELD_PLAIN, NULL, N_("County"))                              \
  F (TEXT, __VA_ARGS__, VOIVODESHIP, voivodeship, ASY_FIELD_PLAIN, NULL, N_("Voivodeship"))               \
  F (TEXT, __VA_ARGS__, PHONE, phone, ASY_FIELD_PLAIN, NULL, N_("Phone"))                                 \
  F (TEXT, __VA_ARGS__, PHONE2, phone2, ASY_FIELD_PLAIN, NULL, N_("Other phone"))                         \
  F (TEXT, __VA_ARGS__, EMAIL, email, ASY_FIELD_PLAIN, NULL, N_("E-mail"))                                \
  F (TEXT, __VA_ARGS__, WWW, www, ASY_FIELD_PLAIN, NULL, N_("Web site"))                                  \
  F (TEXT, __VA_ARGS__, E_DELIVERY, e_delivery, ASY_FIELD_PLAIN, NULL, N_("e-Delivery address"))          \
  F (TEXT, __VA_ARGS__, CONTACT_PERSON, contact_person, ASY_FIELD_PLAIN, NULL, N_("Contact person"))      \
  F (TEXT, __VA_ARGS__, SCOPE, scope, ASY_FIELD_PLAIN, NULL, N_("Scope of help"))                         \
  F (TEXT, __VA_ARGS__, AGE_GROUP, age_group, ASY_FIELD_PLAIN, NULL, N_("Age group"))                     \
  F (TEXT, __VA_ARGS__, COST, cost, ASY_FIELD_PLAIN, NULL, N_("Cost"))                                    \
  F (TEXT, __VA_ARGS__, REQUIREMENTS, requirements, ASY_FIELD_PLAIN, NULL, N_("What to bring"))           \
  F (TEXT, __VA_ARGS__, HOURS, hours, ASY_FIELD_PLAIN, NULL, N_("Opening hours"))                         \
  F (TEXT, __VA_ARGS__, WAITING_TIME, waiting_time, ASY_FIELD_PLAIN, NULL, N_("Waiting time"))            \
  F (BOOL, __VA_ARGS__, CRISIS_24H, crisis_24h, ASY_FIELD_PLAIN, NULL, N_("Crisis duty round the clock")) \
  F (TEXT, __VA_ARGS__, LANGUAGES, languages, ASY_FIELD_PLAIN, NULL, N_("Languages"))                     \
  F (TEXT, __VA_ARGS__, ACCESSIBILITY, accessibility, ASY_FIELD_PLAIN, NULL, N_("Accessibility"))         \
  F (DAY, __VA_ARGS__, VERIFIED_ON, verified_on, ASY_FIELD_PLAIN, NULL, N_("Verified on"))                \
  F (TEXT, __VA_ARGS__, NOTES, notes, ASY_FIELD_PLAIN, NULL, N_("Notes"))                                 \
  F (TEXT, __VA_ARGS__, NIP, nip, ASY_FIELD_PLAIN, NULL, N_("NIP"))                                       \
  F (TEXT, __VA_ARGS__, REGON, regon, ASY_FIELD_PLAIN, NULL, N_("REGON"))                                 \
  F (BOOL, __VA_ARGS__, RETIRED, retired, ASY_FIELD_PLAIN, NULL, N_("No longer in use"))                  \
  F (TEXT, __VA_ARGS__, SORT_KEY, sort_key, ASY_FIELD_HIDDEN, NULL, N_("Sort key"))                       \
  F (TEXT, __VA_ARGS__, MATCH_KEY, match_key, ASY_FIELD_HIDDEN, NULL, N_("Key of likeness"))

#define ASY_TYPE_PROVIDER (asy_provider_get_type ())
ASY_RECORD_DECLARE (AsyProvider, asy_provider, ASY, PROVIDER, ASY_PROVIDER_FIELDS)

G_END_DECLS
