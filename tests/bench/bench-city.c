/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of a city's register, made by `asystactl demo --size city`. It prints
 * and never judges: a slow machine is a figure, not an error.
 *
 *     bench-city ASYSTACTL [SIZE] */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/asy-text.h"
#include "db/asy-register.h"
#include "papers/asy-paper-issue.h"
#include "papers/asy-paper-source.h"
#include "store/asy-due.h"
#include "store/asy-families.h"
#include "store/asy-letters.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"
#include "store/asy-visits.h"

#define PASSWORD "haslo-do-pomiaru"
#define TODAY "2026-03-24"

typedef struct {
  AsySession *session;
  GArray *family_ids;
  GArray *worker_ids;
  gint64 opinion_id;
} City;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
at_quantile (GArray *times, double quantile)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, (guint) ((double) (times->len - 1) * quantile));
}

static void
report (const char *name, double value, const char *unit, const char *target)
{
  printf ("BENCH %s %.2f %s %s\n", name, value, unit, target);
  fflush (stdout);
}

typedef gboolean (*Measured) (City *city, guint round, GError **error);

static void
measure (City *city, const char *name, Measured run, guint n_rounds, double quantile, const char *target)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      const gint64 start = g_get_monotonic_time ();
      double ms;

      if (!run (city, i, &error))
        {
          fprintf (stderr, "%s: %s\n", name, error->message);
          exit (1);
        }
      ms = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (times, ms);
    }
  report (name, at_quantile (times, quantile), "ms", target);
}

static gboolean
run_due (City *city, guint round, GError **error)
{
  const AsyDay today = asy_session_get_today (city->session);
  g_autoptr (GPtrArray) due = asy_due_list (city->session, asy_rules_get_default (), today, today + 30, 0, error);

  return due != NULL;
}

static gboolean
run_list (City *city, guint round, GError **error)
{
  g_autoptr (GPtrArray) rows = asy_families_list (city->session, ASY_FAMILIES_ACTIVE, error);

  return rows != NULL;
}

static gboolean
run_family (City *city, guint round, GError **error)
{
  const gint64 id = g_array_index (city->family_ids, gint64, (round * 37) % city->family_ids->len);
  g_autoptr (AsyFamilyFile) file = asy_family_file_load (city->session, id, FALSE, error);

  return file != NULL;
}

static gboolean
run_week (City *city, guint round, GError **error)
{
  const gint64 id = g_array_index (city->worker_ids, gint64, round % city->worker_ids->len);
  const AsyDay monday = asy_day_get_monday (asy_session_get_today (city->session)) - 7 * (round % 50);
  g_autoptr (AsyWeek) week = asy_week_load (city->session, id, monday, error);

  return week != NULL;
}

static gboolean
run_keystroke (City *city, guint round, GError **error)
{
  static const char *const words[] = { "m", "ma", "mal", "malin", "k", "ka", "kac", "kacper", "z", "zu", "zur", "poradnia", "p", "po", "u", "ul", "ul k" };
  g_autoptr (GPtrArray) groups = asy_search (city->session, NULL, words[round % G_N_ELEMENTS (words)], 8, error);

  return groups != NULL;
}

static gboolean
run_opinion (City *city, guint round, GError **error)
{
  g_autoptr (AsyPaperSource) source = asy_paper_source_load (city->session, city->opinion_id, error);
  g_autoptr (AsyPaperData) data = source != NULL ? asy_paper_source_fill (source) : NULL;
  g_autoptr (GBytes) pdf = data != NULL ? asy_paper_make_pdf ("opinion", data, NULL, 1774345200, ASY_PDFA_2B, error) : NULL;

  return pdf != NULL;
}

static GArray *
read_ids (AsySession *session, const char *sql)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, NULL);
  gboolean has_row;

  while (stmt != NULL && asy_stmt_step (stmt, &has_row, NULL) && has_row)
    {
      const gint64 id = asy_stmt_column_int (stmt, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

static double
resident_megabytes (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return -1;
  line = g_strstr_len (text, -1, "VmRSS:");
  return line != NULL ? (double) g_ascii_strtoll (line + 6, NULL, 10) / 1024 : -1;
}

static gboolean
make_register (const char *asystactl, const char *size, const char *path)
{
  const char *const argv[] = { asystactl, "--register", path, "--today", TODAY, "--password-fd", "0", "demo", "--size", size, "--seed", "1", NULL };
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_autofree char *name = g_strdup_printf ("demo-%s", size);

  if (process == NULL || !g_subprocess_communicate_utf8 (process, PASSWORD "\n", NULL, NULL, NULL, &error) ||
      !g_subprocess_get_successful (process))
    {
      fprintf (stderr, "the demonstration register could not be made: %s\n", error != NULL ? error->message : "see asystactl demo");
      return FALSE;
    }
  report (name, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, "s", g_str_equal (size, "city") ? "<=60" : "-");
  return TRUE;
}

static void
measure_all (City *city)
{
  measure (city, "due-for-the-office", run_due, 15, 0.5, "<=20");
  measure (city, "list-of-families", run_list, 15, 0.5, "-");
  measure (city, "open-a-family-data", run_family, 200, 0.99, "<=50");
  measure (city, "week-data", run_week, 300, 0.99, "<=5");
  measure (city, "search-keystroke-p99", run_keystroke, 400, 0.99, "<=16");
  if (city->opinion_id != 0)
    measure (city, "opinion-to-pdfa", run_opinion, 15, 0.5, "<=60");
  report ("resident-memory-core", resident_megabytes (), "MB", "<=120");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("asy-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "city.asysta", NULL);
  g_autofree char *keys = g_strconcat (path, ".keys", NULL);
  g_autoptr (AsyClock) clock = asy_clock_new_shifted (asy_day_from_iso (TODAY));
  g_autoptr (GArray) opinions = NULL;
  g_autoptr (GError) error = NULL;
  City city = { 0 };
  AsyDb *db;

  if (argc < 2 || !make_register (argv[1], argc > 2 ? argv[2] : "city", path))
    return 1;
  db = asy_register_open (path, NULL, PASSWORD, ASY_DB_OPEN_DEFAULT, &error);
  if (db == NULL)
    {
      fprintf (stderr, "the register does not open: %s\n", error->message);
      return 1;
    }
  city.session = asy_session_new (db, clock, "bench");
  city.family_ids = read_ids (city.session, "SELECT family_id FROM case_file WHERE closed_on IS NULL ORDER BY id LIMIT 2000");
  city.worker_ids = read_ids (city.session, "SELECT id FROM worker ORDER BY id");
  opinions = read_ids (city.session, "SELECT id FROM letter WHERE kind = 'opinion' AND state = 'draft' ORDER BY id LIMIT 1");
  city.opinion_id = opinions->len > 0 ? g_array_index (opinions, gint64, 0) : 0;
  measure_all (&city);
  g_array_unref (city.family_ids);
  g_array_unref (city.worker_ids);
  asy_session_free (city.session);
  (void) g_unlink (path);
  (void) g_unlink (keys);
  (void) g_rmdir (folder);
  return 0;
}
