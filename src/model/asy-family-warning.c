/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-family-warning.h"

const char *const asy_warning_kind_nicks[] = { "danger", "no-contact", "two-person", "infection", "animal", "other", NULL };

ASY_RECORD_DEFINE (AsyFamilyWarning, asy_family_warning, ASY_FAMILY_WARNING, ASY_FAMILY_WARNING_FIELDS, "family_warning")
