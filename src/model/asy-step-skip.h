/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyStepSkip:
 *
 * A next step that the office passed over, with its reason.
 */
#define ASY_STEP_SKIP_FIELDS(F, ...)                                                     \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case")) \
  F (TEXT, __VA_ARGS__, STEP, step, ASY_FIELD_REQUIRED, NULL, N_("Step"))                \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Day"))                    \
  F (TEXT, __VA_ARGS__, REASON, reason, ASY_FIELD_REQUIRED, NULL, N_("Reason"))

#define ASY_TYPE_STEP_SKIP (asy_step_skip_get_type ())
ASY_RECORD_DECLARE (AsyStepSkip, asy_step_skip, ASY, STEP_SKIP, ASY_STEP_SKIP_FIELDS)

G_END_DECLS
