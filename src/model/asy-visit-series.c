/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-visit-series.h"

ASY_RECORD_DEFINE (AsyVisitSeries, asy_visit_series, ASY_VISIT_SERIES, ASY_VISIT_SERIES_FIELDS, "visit_series")
