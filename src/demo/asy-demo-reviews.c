/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"
#include "store/asy-reviews.h"

/* Reviews that the office makes beside the Act: filled as the window fills them. What is said follows from the place
 * in the row, so that no draw of the rest is shifted. */

static const char *const successes[] = {
  "Dzieci chodzą do szkoły regularnie, rodzice przychodzą na zebrania.",
  "Rodzina spłaciła część zaległości w czynszu i trzyma się budżetu.",
  "Rodzice umówili i odbyli wizyty u lekarzy bez przypominania.",
  "W domu jest spokojniej, rodzice rozmawiają o zasadach.",
};

static const char *const difficulties[] = {
  "Praca zmianowa rodziców utrudnia umawianie wizyt.",
  "Długi czas oczekiwania na miejsce w poradni.",
  "Rodzina odwołuje wizyty w ostatniej chwili.",
  "Trudności nie wystąpiły.",
};

static const char *const intentions[] = {
  "Wizyty rano; rozmowa ze szkołą o zajęciach wyrównawczych.",
  "Wspólna wizyta w spółdzielni w sprawie ugody.",
  "Trening budżetu domowego, przegląd rachunków co tydzień.",
  "Przygotowanie rodziny do samodzielnych kontaktów z urzędami.",
};

static void
say (AsyReview *review, guint turn)
{
  asy_review_set_success (review, successes[turn % G_N_ELEMENTS (successes)]);
  asy_review_set_difficulties (review, difficulties[(turn / 2) % G_N_ELEMENTS (difficulties)]);
  asy_review_set_intentions (review, intentions[(turn / 3) % G_N_ELEMENTS (intentions)]);
}

typedef struct {
  gint64 case_id;
  gint64 worker_id;
} Work;

/* At work in the period and still. */
static gboolean
list_work (Demo *demo, AsyDay from, AsyDay until, GArray *work, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (demo->session),
                         "SELECT c.id, max(a.worker_id) FROM case_file c JOIN assignment a ON a.case_file_id = c.id"
                         " WHERE c.closed_on IS NULL AND c.ended_on IS NULL AND a.from_day <= :until"
                         " AND (a.until_day IS NULL OR a.until_day >= :from) GROUP BY c.id ORDER BY c.id",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_day (stmt, ":from", from);
  asy_stmt_bind_day (stmt, ":until", until);
  while (asy_stmt_step (stmt, &has_row, error))
    {
      const Work one = { has_row ? asy_stmt_column_int (stmt, 0) : 0, has_row ? asy_stmt_column_int (stmt, 1) : 0 };

      if (!has_row)
        return TRUE;
      g_array_append_val (work, one);
    }
  return FALSE;
}

static gboolean
add_review (Demo *demo, AsyReviewKind kind, const Work *work, guint turn, gboolean is_final, GError **error)
{
  g_autoptr (AsyReview) review = asy_review_new ();
  AsyDay from, until;

  asy_review_get_last_period (kind, demo->today, &from, &until);
  asy_review_set_kind (review, (int) kind);
  asy_review_set_case_file_id (review, work->case_id);
  asy_review_set_worker_id (review, work->worker_id);
  asy_review_set_from_day (review, from);
  asy_review_set_until_day (review, until);
  if (!asy_review_fill (demo->session, review, error))
    return FALSE;
  if (is_final)
    say (review, turn);
  asy_review_set_final (review, is_final);
  asy_review_set_made_on (review, is_final ? demo_working_day (until + 1 + turn % 4) : ASY_DAY_NONE);
  return demo_insert (demo, review, error);
}

/* One of so many is late still. */
#define LATE_OF 29

static gboolean
add_quarters (Demo *demo, GError **error)
{
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (Work));
  AsyDay from, until;

  asy_review_get_last_period (ASY_REVIEW_KIND_FAMILY_QUARTER, demo->today, &from, &until);
  if (!list_work (demo, from, until, work, error))
    return FALSE;
  for (guint i = 0; i < work->len; i++)
    if (i % LATE_OF != LATE_OF - 1 &&
        !add_review (demo, ASY_REVIEW_KIND_FAMILY_QUARTER, &g_array_index (work, Work, i), i, TRUE, error))
      return FALSE;
  return TRUE;
}

/* The second assistant is still writing, the rest has finished. */
gboolean
demo_add_reviews (Demo *demo, gpointer data, GError **error)
{
  if (!demo_makes_reviews (demo))
    return TRUE;
  for (guint i = 0; i < demo->workers->len; i++)
    {
      const Work work = { 0, g_array_index (demo->workers, gint64, i) };

      if (!add_review (demo, ASY_REVIEW_KIND_WORKER_MONTH, &work, i, i != 1, error))
        return FALSE;
    }
  return add_quarters (demo, error);
}

/* A small office: a review of each family of a big one would take longer than all the rest. */
gboolean
demo_makes_reviews (const Demo *demo)
{
  return demo->scale->n_workers <= 10;
}
