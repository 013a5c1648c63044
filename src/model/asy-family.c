/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-family.h"

ASY_RECORD_DEFINE (AsyFamily, asy_family, ASY_FAMILY, ASY_FAMILY_FIELDS, "family")
