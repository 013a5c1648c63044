/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyCourt:
 *
 * A guardianship court with its division (sąd opiekuńczy).
 */
#define ASY_COURT_FIELDS(F, ...)                                                                 \
  F (TEXT, __VA_ARGS__, NAME, name, ASY_FIELD_REQUIRED, NULL, N_("Court"))                       \
  F (TEXT, __VA_ARGS__, DIVISION, division, ASY_FIELD_PLAIN, NULL, N_("Division"))               \
  F (TEXT, __VA_ARGS__, STREET, street, ASY_FIELD_PLAIN, NULL, N_("Street and number"))          \
  F (TEXT, __VA_ARGS__, POSTCODE, postcode, ASY_FIELD_PLAIN, NULL, N_("Postcode"))               \
  F (TEXT, __VA_ARGS__, CITY, city, ASY_FIELD_PLAIN, NULL, N_("Town"))                           \
  F (TEXT, __VA_ARGS__, PHONE, phone, ASY_FIELD_PLAIN, NULL, N_("Phone"))                        \
  F (TEXT, __VA_ARGS__, EMAIL, email, ASY_FIELD_PLAIN, NULL, N_("E-mail"))                       \
  F (TEXT, __VA_ARGS__, E_DELIVERY, e_delivery, ASY_FIELD_PLAIN, NULL, N_("e-Delivery address")) \
  F (BOOL, __VA_ARGS__, RETIRED, retired, ASY_FIELD_PLAIN, NULL, N_("No longer in use"))

#define ASY_TYPE_COURT (asy_court_get_type ())
ASY_RECORD_DECLARE (AsyCourt, asy_court, ASY, COURT, ASY_COURT_FIELDS)

G_END_DECLS
