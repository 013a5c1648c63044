/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-court.h"

ASY_RECORD_DEFINE (AsyCourt, asy_court, ASY_COURT, ASY_COURT_FIELDS, "court")
