/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_union_kind_nicks. */
typedef enum {
  ASY_UNION_KIND_MARRIAGE,
  ASY_UNION_KIND_INFORMAL,
} AsyUnionKind;

extern const char *const asy_union_kind_nicks[];

/** Stored as the nick of the same place in asy_union_ended_nicks. */
typedef enum {
  ASY_UNION_ENDED_NO,
  ASY_UNION_ENDED_DIVORCED,
  ASY_UNION_ENDED_SEPARATED,
  ASY_UNION_ENDED_WIDOWED,
  ASY_UNION_ENDED_PARTED,
} AsyUnionEnded;

extern const char *const asy_union_ended_nicks[];

/**
 * AsyUnion:
 *
 * A couple, married or not, and how it ended.
 */
#define ASY_UNION_FIELDS(F, ...)                                                                 \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_REQUIRED, NULL, N_("Person"))             \
  F (REF, __VA_ARGS__, PARTNER_ID, partner_id, ASY_FIELD_REQUIRED, NULL, N_("Partner"))          \
  F (ENUM, __VA_ARGS__, KIND, kind, ASY_FIELD_PLAIN, asy_union_kind_nicks, N_("Kind of union"))  \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_PLAIN, NULL, N_("Together since"))          \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_PLAIN, NULL, N_("Together until"))        \
  F (ENUM, __VA_ARGS__, ENDED, ended, ASY_FIELD_PLAIN, asy_union_ended_nicks, N_("How it ended"))

#define ASY_TYPE_UNION (asy_union_get_type ())
ASY_RECORD_DECLARE (AsyUnion, asy_union, ASY, UNION, ASY_UNION_FIELDS)

G_END_DECLS
