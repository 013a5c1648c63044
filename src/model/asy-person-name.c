/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-person-name.h"

const char *const asy_person_name_reason_nicks[] = { "birth", "marriage", "divorce", "office", "other", NULL };

ASY_RECORD_DEFINE (AsyPersonName, asy_person_name, ASY_PERSON_NAME, ASY_PERSON_NAME_FIELDS, "person_name")
