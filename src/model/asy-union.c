/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-union.h"

const char *const asy_union_kind_nicks[] = { "marriage", "informal", NULL };
const char *const asy_union_ended_nicks[] = { "no", "divorced", "separated", "widowed", "parted", NULL };

ASY_RECORD_DEFINE (AsyUnion, asy_union, ASY_UNION, ASY_UNION_FIELDS, "union_of")
