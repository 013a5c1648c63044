/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-work-time.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* When assistants work: their hours, their absences, the duty rota. */

/** What bears on one assistant's days from @from to @until. */
AsyWorkTime *asy_work_time_load (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The same of everybody, by the id of the assistant; who has nothing noted is not in it. (transfer full) (element-type gint64 AsyWorkTime) */
GHashTable *asy_work_time_load_all (AsySession *session, AsyDay from, AsyDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_work_hours_save:
 *
 * Hours are written as the register keeps them. Errors: %ASY_STORE_ERROR_INVALID
 * with the weekday whose hours cannot be read, %ASY_STORE_ERROR_OVERLAP when
 * other hours hold from the same day.
 */
gboolean asy_work_hours_save (AsySession *session, AsyWorkHours *hours, GError **error);

/** %ASY_STORE_ERROR_INVALID for a period that ends before it begins or an assistant who stands in for themselves, %ASY_STORE_ERROR_OVERLAP with another absence of the same assistant. */
gboolean asy_absence_save (AsySession *session, AsyAbsence *absence, GError **error);

/** %ASY_STORE_ERROR_INVALID for times outside of the day, %ASY_STORE_ERROR_OVERLAP with another shift or an absence of the same assistant. */
gboolean asy_duty_shift_save (AsySession *session, AsyDutyShift *shift, GError **error);

/** Takes any of the three out of the plan. */
gboolean asy_work_time_delete (AsySession *session, gpointer record, GError **error);

G_END_DECLS
