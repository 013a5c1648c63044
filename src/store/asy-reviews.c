/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-case-number.h"
#include "base/asy-text.h"
#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-review-fill-private.h"
#include "store/asy-reviews.h"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

/* Reading. */

GPtrArray *
asy_reviews_list_for_case (AsySession *session, gint64 case_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_REVIEW, "WHERE t.case_file_id = :id ORDER BY t.from_day DESC, t.kind, t.id DESC", case_id,
                              error);
}

GPtrArray *
asy_reviews_list_for_worker (AsySession *session, gint64 worker_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_REVIEW,
                              "WHERE t.worker_id = :id AND t.case_file_id IS NULL ORDER BY t.from_day DESC, t.id DESC", worker_id, error);
}

/* On paper. */

char *
asy_review_dup_paper_period (AsyReview *review)
{
  const AsyDay from = asy_review_get_from_day (review);
  const int month = asy_day_get_month (from);
  g_autofree char *roman = asy_roman_from_number ((month + 2) / 3);

  if (asy_review_get_kind (review) == ASY_REVIEW_KIND_FAMILY_QUARTER)
    return g_strdup_printf ("%s kwartał %d", roman, asy_day_get_year (from));
  return g_strdup_printf ("%s %d", asy_text_month_nominative (month), asy_day_get_year (from));
}

const char *
asy_review_get_paper_title (AsyReview *review)
{
  static const char *const titles[] = { "Kwartalny przegląd sytuacji rodziny", "Miesięczny przegląd sytuacji rodziny",
                                        "Miesięczne sprawozdanie asystenta rodziny" };

  return titles[asy_review_get_kind (review)];
}

/* Beginning. */

typedef struct {
  AsySession *session;
  AsyReviewKind kind;
  gint64 about_id;
  AsyReview *review;
} Beginning;

static gboolean
is_of_worker (AsyReviewKind kind)
{
  return kind == ASY_REVIEW_KIND_WORKER_MONTH;
}

static GPtrArray *
list_about (Beginning *beginning, GError **error)
{
  return is_of_worker (beginning->kind) ? asy_reviews_list_for_worker (beginning->session, beginning->about_id, error)
                                        : asy_reviews_list_for_case (beginning->session, beginning->about_id, error);
}

static AsyReview *
find_draft (GPtrArray *reviews, AsyReviewKind kind)
{
  for (guint i = 0; i < reviews->len; i++)
    if (asy_review_get_kind (reviews->pdata[i]) == (int) kind && !asy_review_get_final (reviews->pdata[i]))
      return reviews->pdata[i];
  return NULL;
}

static gboolean
is_made (GPtrArray *reviews, AsyReviewKind kind, AsyDay from)
{
  for (guint i = 0; i < reviews->len; i++)
    if (asy_review_get_kind (reviews->pdata[i]) == (int) kind && asy_review_get_from_day (reviews->pdata[i]) == from)
      return TRUE;
  return FALSE;
}

/* The last period that is over, when there was work in it that nobody has reviewed; else the running one. */
static gboolean
choose_period (Beginning *beginning, GPtrArray *reviews, GError **error)
{
  const AsyDay today = asy_session_get_today (beginning->session);
  AsyTelling telling = { .session = beginning->session, .case_id = beginning->about_id, .worker_id = beginning->about_id };
  gint64 n_worked;

  asy_review_get_last_period (beginning->kind, today, &telling.from, &telling.until);
  if (!_asy_tell_count (&telling,
                        is_of_worker (beginning->kind)
                          ? "SELECT count(*) FROM assignment WHERE worker_id = :worker AND from_day <= :until"
                            " AND (until_day IS NULL OR until_day >= :from)"
                          : "SELECT count(*) FROM assignment WHERE case_file_id = :case AND from_day <= :until"
                            " AND (until_day IS NULL OR until_day >= :from)",
                        &n_worked, error))
    return FALSE;
  if (n_worked == 0 || is_made (reviews, beginning->kind, telling.from))
    asy_review_get_period (beginning->kind, today, &telling.from, &telling.until);
  asy_review_set_from_day (beginning->review, telling.from);
  asy_review_set_until_day (beginning->review, telling.until);
  return TRUE;
}

static gboolean
fill_about (Beginning *beginning, GError **error)
{
  gint64 worker_id;

  asy_review_set_kind (beginning->review, (int) beginning->kind);
  if (is_of_worker (beginning->kind))
    {
      asy_review_set_worker_id (beginning->review, beginning->about_id);
      return TRUE;
    }
  if (!_asy_change_fetch (beginning->session,
                          "SELECT worker_id FROM assignment WHERE case_file_id = :id ORDER BY from_day DESC, id DESC LIMIT 1",
                          beginning->about_id, &worker_id, error))
    return FALSE;
  asy_review_set_case_file_id (beginning->review, beginning->about_id);
  asy_review_set_worker_id (beginning->review, worker_id);
  return TRUE;
}

static gboolean
begin (AsyDb *db, gpointer user_data, GError **error)
{
  Beginning *beginning = user_data;
  g_autoptr (GPtrArray) reviews = list_about (beginning, error);
  AsyReview *draft = reviews != NULL ? find_draft (reviews, beginning->kind) : NULL;

  if (reviews == NULL)
    return FALSE;
  beginning->review = draft != NULL ? g_object_ref (draft) : asy_review_new ();
  return draft != NULL || (choose_period (beginning, reviews, error) && fill_about (beginning, error) &&
                           asy_review_fill (beginning->session, beginning->review, error));
}

AsyReview *
asy_review_begin (AsySession *session, AsyReviewKind kind, gint64 about_id, GError **error)
{
  Beginning beginning = { session, kind, about_id, NULL };

  g_return_val_if_fail (about_id != 0, NULL);

  if (asy_db_read_transaction (asy_session_get_db (session), begin, &beginning, error))
    return beginning.review;
  g_clear_object (&beginning.review);
  return NULL;
}

/* Saving. */

static gboolean
check_not_final (AsySession *session, AsyReview *review, GError **error)
{
  g_autoptr (AsyReview) stored = NULL;

  if (id_of (review) == 0)
    return TRUE;
  stored = asy_repo_load (session, ASY_TYPE_REVIEW, id_of (review), error);
  if (stored == NULL)
    return FALSE;
  if (!asy_review_get_final (stored))
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_FROZEN, review, ASY_REVIEW_FINAL, NULL, "a finished review does not change");
}

static gboolean
check_period (AsyReview *review, GError **error)
{
  const AsyDay day = asy_review_get_from_day (review);
  AsyDay from = ASY_DAY_NONE, until = ASY_DAY_NONE;

  if (day != ASY_DAY_NONE)
    asy_review_get_period ((AsyReviewKind) asy_review_get_kind (review), day, &from, &until);
  if (day != ASY_DAY_NONE && from == day && until == asy_review_get_until_day (review))
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, review, ASY_REVIEW_FROM_DAY, NULL, "no whole month or quarter");
}

static gboolean
check_others (AsySession *session, AsyReview *review, GError **error)
{
  const gboolean of_worker = is_of_worker ((AsyReviewKind) asy_review_get_kind (review));
  g_autoptr (GPtrArray) others = of_worker ? asy_reviews_list_for_worker (session, asy_review_get_worker_id (review), error)
                                           : asy_reviews_list_for_case (session, asy_review_get_case_file_id (review), error);

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      AsyReview *other = others->pdata[i];

      if (id_of (other) != id_of (review) && asy_review_get_kind (other) == asy_review_get_kind (review) &&
          asy_review_get_from_day (other) == asy_review_get_from_day (review))
        return _asy_change_refuse (error, ASY_STORE_ERROR_OVERLAP, review, ASY_REVIEW_FROM_DAY, NULL, "that time has a review");
    }
  return TRUE;
}

static gboolean
save (AsySession *session, gpointer review, gpointer user_data, GError **error)
{
  return check_not_final (session, review, error) && check_period (review, error) && check_others (session, review, error) &&
         _asy_review_count (session, review, error) && asy_repo_save (session, review, error);
}

gboolean
asy_review_save (AsySession *session, AsyReview *review, GError **error)
{
  g_return_val_if_fail (ASY_IS_REVIEW (review), FALSE);

  return _asy_change_run (session, review, save, NULL, error);
}

static gboolean
finish (AsySession *session, gpointer review, gpointer user_data, GError **error)
{
  const AsyDay today = asy_session_get_today (session);

  if (asy_review_get_until_day (review) > today)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, review, ASY_REVIEW_UNTIL_DAY, NULL, "that day is still to come");
  if (asy_review_get_made_on (review) == ASY_DAY_NONE)
    asy_review_set_made_on (review, today);
  if (!check_not_final (session, review, error))
    return FALSE;
  asy_review_set_final (review, TRUE);
  return save (session, review, NULL, error);
}

gboolean
asy_review_finish (AsySession *session, AsyReview *review, GError **error)
{
  g_return_val_if_fail (ASY_IS_REVIEW (review), FALSE);

  return _asy_change_run (session, review, finish, NULL, error);
}

static gboolean
discard (AsySession *session, gpointer review, GError **error)
{
  return check_not_final (session, review, error) && asy_repo_delete (session, review, error);
}

gboolean
asy_review_discard (AsySession *session, AsyReview *review, GError **error)
{
  g_return_val_if_fail (ASY_IS_REVIEW (review), FALSE);

  return asy_session_transaction (session, discard, review, error);
}
