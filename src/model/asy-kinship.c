/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-kinship.h"

const char *const asy_kinship_kind_nicks[] = { "mother", "father", "adoptive-mother", "adoptive-father", "step-mother",
                                               "step-father", NULL };

ASY_RECORD_DEFINE (AsyKinship, asy_kinship, ASY_KINSHIP, ASY_KINSHIP_FIELDS, "kinship")
