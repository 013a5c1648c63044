/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_kinship_kind_nicks. Even kinds are mothers, odd ones fathers. */
typedef enum {
  ASY_KINSHIP_KIND_MOTHER,
  ASY_KINSHIP_KIND_FATHER,
  ASY_KINSHIP_KIND_ADOPTIVE_MOTHER,
  ASY_KINSHIP_KIND_ADOPTIVE_FATHER,
  ASY_KINSHIP_KIND_STEP_MOTHER,
  ASY_KINSHIP_KIND_STEP_FATHER,
} AsyKinshipKind;

extern const char *const asy_kinship_kind_nicks[];

/**
 * AsyKinship:
 *
 * A child and one of its parents. Without a parent it says that nobody knows who the parent is.
 */
#define ASY_KINSHIP_FIELDS(F, ...)                                                           \
  F (REF, __VA_ARGS__, CHILD_ID, child_id, ASY_FIELD_REQUIRED, NULL, N_("Child"))            \
  F (REF, __VA_ARGS__, PARENT_ID, parent_id, ASY_FIELD_PLAIN, NULL, N_("Parent"))            \
  F (ENUM, __VA_ARGS__, KIND, kind, ASY_FIELD_PLAIN, asy_kinship_kind_nicks, N_("Kinship"))  \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("Note"))

#define ASY_TYPE_KINSHIP (asy_kinship_get_type ())
ASY_RECORD_DECLARE (AsyKinship, asy_kinship, ASY, KINSHIP, ASY_KINSHIP_FIELDS)

G_END_DECLS
