/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <time.h>

G_BEGIN_DECLS

/** Prints a line for tools/bench-table. @target: `<=16`, `>=100` or `-`. */
void bench_report (const char *name, double value, const char *unit, const char *target);

/** Time of the processor: CLOCK_THREAD_CPUTIME_ID of this thread, CLOCK_PROCESS_CPUTIME_ID of all. */
double bench_get_cpu_ms (clockid_t clock);

/** Milliseconds, one for each round. (transfer full) */
GArray *bench_times_new (void) G_GNUC_WARN_UNUSED_RESULT;
void bench_times_add (GArray *times, double ms);

/** Sorts @times; @quantile is 0.5 for the median. */
void bench_report_times (const char *name, GArray *times, double quantile, const char *target);

double bench_get_resident_megabytes (void);

G_END_DECLS
