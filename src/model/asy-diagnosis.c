/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-diagnosis.h"

ASY_RECORD_DEFINE (AsyDiagnosis, asy_diagnosis, ASY_DIAGNOSIS, ASY_DIAGNOSIS_FIELDS, "diagnosis")
