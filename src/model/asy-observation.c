/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-observation.h"

ASY_RECORD_DEFINE (AsyObservation, asy_observation, ASY_OBSERVATION, ASY_OBSERVATION_FIELDS, "observation")
