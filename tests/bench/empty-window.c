/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What Asysta's start is measured against: a window of libadwaita with nothing
 * in it. Prints how many microseconds it took from exec to its first
 * painted frame, and how many of the processor.
 *
 *     empty-window MICROSECONDS      (g_get_monotonic_time() before exec) */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>

#include "bench-util.h"

static gint64 began_us;

static void
on_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  printf ("%" G_GINT64_FORMAT " %.0f\n", g_get_monotonic_time () - began_us, bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) * 1000);
  g_application_quit (user_data);
}

static void
on_activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint_cb), application);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("pl.asysta.EmptyWindow", G_APPLICATION_NON_UNIQUE);

  if (argc != 2)
    return 2;
  began_us = g_ascii_strtoll (argv[1], NULL, 10);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
