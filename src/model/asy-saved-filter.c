/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-saved-filter.h"

ASY_RECORD_DEFINE (AsySavedFilter, asy_saved_filter, ASY_SAVED_FILTER, ASY_SAVED_FILTER_FIELDS, "saved_filter")
