/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyTrendChart:
 *
 * The work areas of a family over the years, a small drawing for each, drawn
 * as on paper (letter/asy-trend.h). Tab enters once; left and right walk along
 * an area, up and down between areas. Property `caption`: what the chosen mark
 * says, with its reason.
 */
#define ASY_TYPE_TREND_CHART (asy_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (AsyTrendChart, asy_trend_chart, ASY, TREND_CHART, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_trend_chart_new (void);

/** @series: (element-type AsyAreaSeries): is read at once. */
void asy_trend_chart_set_series (AsyTrendChart *self, GPtrArray *series, AsyDictionary *dictionary);

/** What the chart says, a sentence for each area. (transfer full) */
char *asy_trend_chart_dup_text (GPtrArray *series, AsyDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
