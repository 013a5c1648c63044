/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-intervention.h"

ASY_RECORD_DEFINE (AsyIntervention, asy_intervention, ASY_INTERVENTION, ASY_INTERVENTION_FIELDS, "intervention")
