/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-involvement.h"

ASY_RECORD_DEFINE (AsyInvolvement, asy_involvement, ASY_INVOLVEMENT, ASY_INVOLVEMENT_FIELDS, "involvement")
