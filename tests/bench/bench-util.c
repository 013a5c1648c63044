/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "bench-util.h"

void
bench_report (const char *name, double value, const char *unit, const char *target)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  /* With a point in every locale. */
  printf ("BENCH %s %s %s %s\n", name, g_ascii_formatd (digits, sizeof digits, "%.2f", value), unit, target);
  fflush (stdout);
}

double
bench_get_cpu_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

GArray *
bench_times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_times_add (GArray *times, double ms)
{
  g_array_append_val (times, ms);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

void
bench_report_times (const char *name, GArray *times, double quantile, const char *target)
{
  g_array_sort (times, compare_doubles);
  bench_report (name, g_array_index (times, double, (guint) ((double) (times->len - 1) * quantile)), "ms", target);
}

double
bench_get_resident_megabytes (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return -1;
  line = g_strstr_len (text, -1, "VmRSS:");
  return line != NULL ? (double) g_ascii_strtoll (line + 6, NULL, 10) / 1024 : -1;
}
