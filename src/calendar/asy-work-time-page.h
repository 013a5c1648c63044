/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyWorkTimePage:
 *
 * A subpage with when one assistant works: hours of the week, absences, shifts
 * of the duty rota. Shown by `work-time (id of an assistant)`.
 */
#define ASY_TYPE_WORK_TIME_PAGE (asy_work_time_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyWorkTimePage, asy_work_time_page, ASY, WORK_TIME_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_work_time_page_new (AsyContext *context);

G_END_DECLS
