/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_plan_copy_recipient_kind_nicks. */
typedef enum {
  ASY_PLAN_COPY_RECIPIENT_KIND_FAMILY,
  ASY_PLAN_COPY_RECIPIENT_KIND_CARE,          /* the foster side: art. 38a */
  ASY_PLAN_COPY_RECIPIENT_KIND_SOCIAL_WORKER,
  ASY_PLAN_COPY_RECIPIENT_KIND_COURT,
  ASY_PLAN_COPY_RECIPIENT_KIND_CURATOR,
  ASY_PLAN_COPY_RECIPIENT_KIND_OTHER,
} AsyPlanCopyRecipientKind;

extern const char *const asy_plan_copy_recipient_kind_nicks[];

/**
 * AsyPlanCopy:
 *
 * Printed copies of a version of a plan that somebody received (wykaz egzemplarzy).
 */
#define ASY_PLAN_COPY_FIELDS(F, ...) \
  F (REF, __VA_ARGS__, PLAN_ID, plan_id, ASY_FIELD_REQUIRED, NULL, N_("Plan")) \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Handed over on")) \
  F (ENUM, __VA_ARGS__, RECIPIENT_KIND, recipient_kind, ASY_FIELD_PLAIN, asy_plan_copy_recipient_kind_nicks, N_("To whom")) \
  F (TEXT, __VA_ARGS__, RECIPIENT, recipient, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Name of who received it")) \
  F (INT, __VA_ARGS__, COPIES, copies, ASY_FIELD_PLAIN, NULL, N_("Number of copies")) \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("Note"))

#define ASY_TYPE_PLAN_COPY (asy_plan_copy_get_type ())
ASY_RECORD_DECLARE (AsyPlanCopy, asy_plan_copy, ASY, PLAN_COPY, ASY_PLAN_COPY_FIELDS)

G_END_DECLS
