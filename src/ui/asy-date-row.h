/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/**
 * AsyDateRow:
 *
 * A day, typed in any way that asy_parse_day() knows or picked from a calendar
 * (Alt+Down). Shows the weekday. Properties `day` (an AsyDay), `valid` (empty or
 * a day, and not empty when `required`), `required`.
 */
#define ASY_TYPE_DATE_ROW (asy_date_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyDateRow, asy_date_row, ASY, DATE_ROW, AdwEntryRow)

/** (transfer floating) */
GtkWidget *asy_date_row_new (const char *title);

AsyDay asy_date_row_get_day (AsyDateRow *self);
void asy_date_row_set_day (AsyDateRow *self, AsyDay day);
gboolean asy_date_row_get_valid (AsyDateRow *self);

G_END_DECLS
