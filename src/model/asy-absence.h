/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_absence_kind_nicks. */
typedef enum {
  ASY_ABSENCE_KIND_LEAVE,
  ASY_ABSENCE_KIND_SICK,
  ASY_ABSENCE_KIND_CARE,
  ASY_ABSENCE_KIND_TRAINING,
  ASY_ABSENCE_KIND_OTHER,
} AsyAbsenceKind;

extern const char *const asy_absence_kind_nicks[];

/**
 * AsyAbsence:
 *
 * Whole days on which an assistant is away, and who stands in (zastępstwo).
 */
#define ASY_ABSENCE_FIELDS(F, ...)                                                                       \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_REQUIRED, NULL, N_("Assistant"))                  \
  F (ENUM, __VA_ARGS__, KIND, kind, ASY_FIELD_PLAIN, asy_absence_kind_nicks, N_("Kind of absence"))      \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_REQUIRED, NULL, N_("First day"))                    \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_REQUIRED, NULL, N_("Last day"))                   \
  F (REF, __VA_ARGS__, SUBSTITUTE_ID, substitute_id, ASY_FIELD_PLAIN, NULL, N_("Who stands in"))         \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PLAIN, NULL, N_("Note"))

#define ASY_TYPE_ABSENCE (asy_absence_get_type ())
ASY_RECORD_DECLARE (AsyAbsence, asy_absence, ASY, ABSENCE, ASY_ABSENCE_FIELDS)

G_END_DECLS
