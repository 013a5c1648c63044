/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AsyTimeRow:
 *
 * A time of day (`9:30`) or, with `duration`, a length (`1 h 30 min`), typed in
 * any way that asy_parse_time() or asy_parse_duration() knows. Ctrl+Up and
 * Ctrl+Down move by a quarter. Properties `minutes` (since midnight or of
 * length; -1 when empty), `valid`, `duration`, `required`.
 */
#define ASY_TYPE_TIME_ROW (asy_time_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyTimeRow, asy_time_row, ASY, TIME_ROW, AdwEntryRow)

/** (transfer floating) */
GtkWidget *asy_time_row_new (const char *title, gboolean duration);

int asy_time_row_get_minutes (AsyTimeRow *self);
void asy_time_row_set_minutes (AsyTimeRow *self, int minutes);
gboolean asy_time_row_get_valid (AsyTimeRow *self);

G_END_DECLS
