/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-absence.h"

const char *const asy_absence_kind_nicks[] = { "leave", "sick", "care", "training", "other", NULL };

ASY_RECORD_DEFINE (AsyAbsence, asy_absence, ASY_ABSENCE, ASY_ABSENCE_FIELDS, "absence")
