/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of a city's register below the window; run by city.py. It prints and
 * never judges: a slow machine is a figure, not an error. Times are those of the
 * processor, which a busy machine changes little; the pages are in the cache.
 *
 *     bench-city REGISTER PASSWORD KEY.p12      (its password is "haslo") */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/asy-text.h"
#include "bench-util.h"
#include "db/asy-register.h"
#include "families/asy-family-filter.h"
#include "papers/asy-paper-issue.h"
#include "papers/asy-paper-source.h"
#include "seal/asy-pades.h"
#include "store/asy-due.h"
#include "store/asy-families.h"
#include "store/asy-letters.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"
#include "store/asy-boards.h"
#include "store/asy-visits.h"

#define TODAY "2026-03-24"
#define MORNING 1774345200      /* of that day, seconds since 1970 */

typedef struct {
  AsySession *session;
  GArray *family_ids;
  GArray *worker_ids;
  GPtrArray *rows;              /* AsyFamilyRow of all families */
  gint64 opinion_id;
  GFile *key;
} City;

typedef gboolean (*Measured) (City *city, guint round, GError **error);

static void
measure (City *city, const char *name, Measured run, guint n_rounds, double quantile, const char *target)
{
  g_autoptr (GArray) times = bench_times_new ();

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      const double start_ms = bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);

      if (!run (city, i, &error))
        {
          fprintf (stderr, "%s: %s\n", name, error->message);
          exit (1);
        }
      bench_times_add (times, bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start_ms);
    }
  bench_report_times (name, times, quantile, target);
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
run_whole_list (City *city, guint round, GError **error)
{
  g_autoptr (GPtrArray) rows = asy_families_list (city->session, ASY_FAMILIES_ALL, error);

  return rows != NULL;
}

/* Each change of a filter looks at every family. */
static gboolean
run_filter (City *city, guint round, GError **error)
{
  static const char *const filters[] = { "stage work\ndue 30-days\n", "flag no-visit\n", "reason P01\nreason P04\n", "worker 1\nworker none\n" };
  AsyFamilyFilter filter = { .today = asy_session_get_today (city->session) };
  guint n_shown = 0;

  asy_family_filter_from_text (&filter, filters[round % G_N_ELEMENTS (filters)]);
  asy_family_filter_set_text (&filter, round % 2 == 0 ? "ma" : "");
  for (guint i = 0; i < city->rows->len; i++)
    n_shown += asy_family_filter_matches (&filter, city->rows->pdata[i]);
  asy_family_filter_clear (&filter);
  return n_shown <= city->rows->len;
}

typedef struct {
  AsyFamilyOrder order;
  gboolean is_descending;
} Order;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order *order = user_data;

  return asy_family_order_compare (order->order, order->is_descending, *(AsyFamilyRow *const *) a, *(AsyFamilyRow *const *) b);
}

static gboolean
run_sort (City *city, guint round, GError **error)
{
  const Order order = { (AsyFamilyOrder) (round % (ASY_FAMILY_ORDER_CHILDREN + 1)), round % 2 != 0 };

  g_ptr_array_sort_with_data (city->rows, compare_rows, (gpointer) &order);
  return TRUE;
}

static gboolean
run_family (City *city, guint round, GError **error)
{
  const gint64 id = g_array_index (city->family_ids, gint64, (round * 37) % city->family_ids->len);
  const AsyDay today = asy_session_get_today (city->session);
  g_autoptr (AsyFamilyFile) file = asy_family_file_load (city->session, id, FALSE, error);
  g_autoptr (GPtrArray) due = file != NULL ? asy_due_list_for_family (city->session, asy_rules_get_default (), today, id, error) : NULL;

  return due != NULL;
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
run_board (City *city, guint round, GError **error)
{
  const AsyDay monday = asy_day_get_monday (asy_session_get_today (city->session)) - 7 * (round % 50);
  g_autoptr (AsyBoard) board = asy_board_load (city->session, monday, 7, error);

  return board != NULL;
}

static gboolean
run_month (City *city, guint round, GError **error)
{
  const AsyDay first = asy_day_get_monday (asy_session_get_today (city->session)) - 28 * (round % 12);
  g_autoptr (GArray) days = asy_board_count_days (city->session, 0, first, first + 41, error);

  return days != NULL;
}

static gboolean
run_keystroke (City *city, guint round, GError **error)
{
  static const char *const words[] = { "m", "ma", "mal", "malin", "k", "ka", "kac", "kacper", "z", "zu", "zur", "poradnia", "p", "po", "u", "ul", "ul k" };
  g_autoptr (GPtrArray) groups = asy_search (city->session, NULL, words[round % G_N_ELEMENTS (words)], 8, error);

  return groups != NULL;
}

static GBytes *
make_opinion (City *city, GError **error)
{
  g_autoptr (AsyPaperSource) source = asy_paper_source_load (city->session, city->opinion_id, error);
  g_autoptr (AsyPaperData) data = source != NULL ? asy_paper_source_fill (source) : NULL;

  return data != NULL ? asy_paper_make_pdf ("opinion", data, NULL, MORNING, ASY_PDFA_2B, error) : NULL;
}

static gboolean
run_opinion (City *city, guint round, GError **error)
{
  g_autoptr (GBytes) pdf = make_opinion (city, error);

  return pdf != NULL;
}

/* From the register to the signed file, the key's file opened anew. */
static gboolean
run_signed_opinion (City *city, guint round, GError **error)
{
  const AsyPadesOptions options = { .time = MORNING };
  g_autoptr (GBytes) pdf = make_opinion (city, error);
  g_autoptr (AsySigner) signer = pdf != NULL ? asy_signer_new_pkcs12 (city->key, "haslo", error) : NULL;
  g_autoptr (GBytes) signed_pdf = signer != NULL ? asy_pades_sign (pdf, signer, &options, error) : NULL;

  return signed_pdf != NULL;
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

static void
measure_all (City *city)
{
  measure (city, "due-for-the-office", run_due, 15, 0.5, "<=20");
  measure (city, "list-of-families", run_list, 15, 0.5, "-");
  measure (city, "list-of-all-families", run_whole_list, 9, 0.5, "-");
  measure (city, "filter-all-families", run_filter, 200, 0.99, "<=16");
  measure (city, "sort-all-families", run_sort, 160, 0.99, "<=16");
  measure (city, "open-a-family-data", run_family, 200, 0.99, "<=50");
  measure (city, "week-data", run_week, 300, 0.99, "<=5");
  measure (city, "board-data", run_board, 50, 0.5, "<=5");
  measure (city, "month-data", run_month, 50, 0.5, "<=5");
  measure (city, "search-keystroke-p99", run_keystroke, 400, 0.99, "<=16");
  measure (city, "opinion-to-pdfa", run_opinion, 15, 0.5, "-");
  measure (city, "opinion-to-signed", run_signed_opinion, 15, 0.5, "<=60");
  bench_report ("memory-core", bench_get_resident_megabytes (), "MB", "-");
}

int
main (int argc, char **argv)
{
  g_autoptr (AsyClock) clock = asy_clock_new_shifted (asy_day_from_iso (TODAY));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) opinions = NULL;
  City city = { 0 };
  AsyDb *db;

  if (argc != 4)
    return 2;
  db = asy_register_open (argv[1], NULL, argv[2], ASY_DB_OPEN_DEFAULT, &error);
  if (db == NULL)
    {
      fprintf (stderr, "the register does not open: %s\n", error->message);
      return 1;
    }
  city.key = g_file_new_for_path (argv[3]);
  city.session = asy_session_new (db, clock, "bench");
  city.family_ids = read_ids (city.session, "SELECT family_id FROM case_file WHERE closed_on IS NULL ORDER BY id LIMIT 2000");
  city.worker_ids = read_ids (city.session, "SELECT id FROM worker ORDER BY id");
  opinions = read_ids (city.session, "SELECT id FROM letter WHERE kind = 'opinion' AND state = 'draft' ORDER BY id LIMIT 1");
  if (opinions->len == 0)
    {
      fprintf (stderr, "the register has no draft of an opinion\n");
      return 1;
    }
  city.opinion_id = g_array_index (opinions, gint64, 0);
  city.rows = asy_families_list (city.session, ASY_FAMILIES_ALL, &error);
  if (city.rows == NULL)
    {
      fprintf (stderr, "the families are not listed: %s\n", error->message);
      return 1;
    }
  measure_all (&city);
  g_ptr_array_unref (city.rows);
  g_array_unref (city.family_ids);
  g_array_unref (city.worker_ids);
  g_object_unref (city.key);
  asy_session_free (city.session);
  return 0;
}
