/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-visit.h"

const char *const asy_visit_place_nicks[] = { "home", "chosen", "office", "institution", NULL };
const char *const asy_visit_state_nicks[] = { "planned", "held", "missed", NULL };

ASY_RECORD_DEFINE (AsyVisit, asy_visit, ASY_VISIT, ASY_VISIT_FIELDS, "visit")
