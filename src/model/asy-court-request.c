/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-court-request.h"

ASY_RECORD_DEFINE (AsyCourtRequest, asy_court_request, ASY_COURT_REQUEST, ASY_COURT_REQUEST_FIELDS, "court_request")
