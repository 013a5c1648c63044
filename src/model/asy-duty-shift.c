/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-duty-shift.h"

ASY_RECORD_DEFINE (AsyDutyShift, asy_duty_shift, ASY_DUTY_SHIFT, ASY_DUTY_SHIFT_FIELDS, "duty_shift")
