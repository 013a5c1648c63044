/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyVisitSeries:
 *
 * How visits that repeat were planned. What became of each of them is in the visits.
 */
#define ASY_VISIT_SERIES_FIELDS(F, ...)                                                   \
  F (TEXT, __VA_ARGS__, RULE, rule, ASY_FIELD_REQUIRED, NULL, N_("Rule of repetition"))   \
  F (DAY, __VA_ARGS__, FIRST_ON, first_on, ASY_FIELD_REQUIRED, NULL, N_("First day"))

#define ASY_TYPE_VISIT_SERIES (asy_visit_series_get_type ())
ASY_RECORD_DECLARE (AsyVisitSeries, asy_visit_series, ASY, VISIT_SERIES, ASY_VISIT_SERIES_FIELDS)

G_END_DECLS
