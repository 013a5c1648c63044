/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/* Forms over when an assistant works. The records are new or as loaded. */

void asy_work_hours_form_open (AsyContext *context, AsyWorkHours *hours);

/** @workers: (element-type AsyWorker): who can stand in */
void asy_absence_form_open (AsyContext *context, AsyAbsence *absence, GPtrArray *workers);

void asy_duty_shift_form_open (AsyContext *context, AsyDutyShift *shift);

/** The usual week: 8:00 to 16:00 from Monday to Friday. (transfer full) */
AsyWorkHours *asy_work_hours_new_usual (gint64 worker_id, AsyDay from) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
