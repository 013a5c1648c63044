/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-case.h"

const char *const asy_case_path_nicks[] = { "interview", "minor-parent", "court", "za-zyciem", NULL };
const char *const asy_case_goals_nicks[] = { "unknown", "reached", "partly", "not-reached", NULL };

ASY_RECORD_DEFINE (AsyCase, asy_case, ASY_CASE, ASY_CASE_FIELDS, "case_file")
