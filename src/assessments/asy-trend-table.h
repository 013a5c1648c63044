/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * asy_trend_table_new:
 * @series: (element-type AsyAreaSeries): is read at once
 *
 * What AsyTrendChart draws, as a table: a row for each work area, a column for
 * each day on which one was judged. A screen reader hears every mark with its
 * area and its day.
 *
 * Returns: (transfer floating)
 */
GtkWidget *asy_trend_table_new (GPtrArray *series, AsyDictionary *dictionary);

G_END_DECLS
