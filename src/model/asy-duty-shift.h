/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyDutyShift:
 *
 * One shift of the duty rota (dyżur): hours in which an assistant can be called.
 * It may end after midnight.
 */
#define ASY_DUTY_SHIFT_FIELDS(F, ...)                                                       \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_REQUIRED, NULL, N_("Assistant"))     \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Day"))                       \
  F (INT, __VA_ARGS__, START_MINUTE, start_minute, ASY_FIELD_PLAIN, NULL, N_("Start"))      \
  F (INT, __VA_ARGS__, MINUTES, minutes, ASY_FIELD_PLAIN, NULL, N_("Length"))               \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PLAIN, NULL, N_("Note"))

#define ASY_TYPE_DUTY_SHIFT (asy_duty_shift_get_type ())
ASY_RECORD_DECLARE (AsyDutyShift, asy_duty_shift, ASY, DUTY_SHIFT, ASY_DUTY_SHIFT_FIELDS)

G_END_DECLS
