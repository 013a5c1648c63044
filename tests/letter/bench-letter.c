/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "letter-util.h"

/* What a paper costs from its data to its file; prints medians. */

#define N_RUNS 41

typedef struct
{
  double read_ms;
  double set_ms;
  double draw_ms;
  double write_ms;
} Times;

static double
lap (gint64 *start)
{
  gint64 now = g_get_monotonic_time ();
  double ms = (now - *start) / 1000.0;

  *start = now;
  return ms;
}

static Times
measure (AsyTemplate *template_, GBytes *xml, guint *ret_n_pages, gsize *ret_n_bytes)
{
  Times times;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(AsyPaperData) data = asy_paper_data_new_from_xml (xml, NULL);
  g_autoptr(AsyDocument) document = NULL;
  g_autoptr(GBytes) pdf = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  times.read_ms = lap (&start);
  document = make_document (template_, data);
  times.set_ms = lap (&start);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 714, 1010);
  cr = cairo_create (surface);
  cairo_scale (cr, 1.2, 1.2);
  asy_document_draw_page (document, cr, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  times.draw_ms = lap (&start);
  pdf = write_pdf (document);
  times.write_ms = lap (&start);
  *ret_n_pages = asy_document_get_n_pages (document);
  *ret_n_bytes = g_bytes_get_size (pdf);
  return times;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_median (const Times *runs, gsize offset)
{
  double values[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    values[i] = G_STRUCT_MEMBER (double, &runs[i], offset);
  qsort (values, N_RUNS, sizeof (double), compare_doubles);
  return values[N_RUNS / 2];
}

static void
bench_paper (const char *name)
{
  g_autofree char *file = g_strdup_printf ("data/%s.xml", name);
  g_autoptr(GBytes) xml = load_file (file);
  gint64 start = g_get_monotonic_time ();
  g_autoptr(AsyTemplate) template_ = load_shipped (name);
  double load_ms = lap (&start);
  Times runs[N_RUNS];
  guint n_pages = 0;
  gsize n_bytes = 0;

  for (guint i = 0; i < N_RUNS; i++)
    runs[i] = measure (template_, xml, &n_pages, &n_bytes);
  g_print ("%-11s %u pages, %3u kB: template %5.1f ms, data %4.1f, set %5.1f, draw a page %4.1f, PDF %5.1f; set + PDF %5.1f (first %.1f)\n",
           name, n_pages, (guint) (n_bytes / 1024), load_ms, get_median (runs, G_STRUCT_OFFSET (Times, read_ms)),
           get_median (runs, G_STRUCT_OFFSET (Times, set_ms)), get_median (runs, G_STRUCT_OFFSET (Times, draw_ms)),
           get_median (runs, G_STRUCT_OFFSET (Times, write_ms)),
           get_median (runs, G_STRUCT_OFFSET (Times, set_ms)) + get_median (runs, G_STRUCT_OFFSET (Times, write_ms)),
           runs[0].set_ms + runs[0].write_ms);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const char *const *name = asy_template_list_shipped (); *name != NULL; name++)
    bench_paper (*name);
  return 0;
}
