/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-office.h"

const char *const asy_office_unit_kind_nicks[] = { "ops", "gops", "mgops", "mops", "mopr", "cus", "ngo", NULL };

ASY_RECORD_DEFINE (AsyOffice, asy_office, ASY_OFFICE, ASY_OFFICE_FIELDS, "office")
