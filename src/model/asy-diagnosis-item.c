/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-diagnosis-item.h"

const char *const asy_diagnosis_item_kind_nicks[] = { "strength", "difficulty", "resource", NULL };
const char *const asy_diagnosis_item_state_nicks[] = { "owned", "endangered", "missing", NULL };
const char *const asy_diagnosis_item_level_nicks[] = { "person", "family", "surroundings", NULL };

ASY_RECORD_DEFINE (AsyDiagnosisItem, asy_diagnosis_item, ASY_DIAGNOSIS_ITEM, ASY_DIAGNOSIS_ITEM_FIELDS, "diagnosis_item")
