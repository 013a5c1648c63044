/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A stretch of one day that asks for a place beside others. */
typedef struct {
  int start;                    /* minutes after midnight */
  int end;
  guint lane;                   /* out: 0 is leftmost */
  guint n_lanes;                /* out: lanes of the cluster that it belongs to */
} AsyDaySpan;

/**
 * asy_day_lay_out:
 * @spans: sorted by start
 *
 * Gives overlapping spans lanes of their own, as few as will do; spans that
 * touch do not overlap. Pure.
 */
void asy_day_lay_out (AsyDaySpan *spans, guint n_spans);

G_END_DECLS
