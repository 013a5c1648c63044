/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include "assessments/asy-review-jobs.h"
#include "store/asy-families.h"
#include "store/asy-repo.h"
#include "store/asy-store-error.h"

void
asy_review_answer_free (AsyReviewAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_object (&answer->review);
  g_clear_object (&answer->family);
  g_clear_object (&answer->worker);
  g_free (answer);
}

/* What the review of the answer is about. */
static gboolean
load_about (AsySession *session, AsyReviewAnswer *answer, GError **error)
{
  const gint64 worker_id = asy_review_get_worker_id (answer->review);
  gint64 family_id;

  if (!asy_repo_find_family (session, answer->review, &family_id, error))
    return FALSE;
  if (family_id != 0)
    answer->family = asy_repo_load (session, ASY_TYPE_FAMILY, family_id, error);
  if (family_id != 0 && answer->family == NULL)
    return FALSE;
  if (worker_id != 0)
    answer->worker = asy_repo_load (session, ASY_TYPE_WORKER, worker_id, error);
  return worker_id == 0 || answer->worker != NULL;
}

/* @review is taken over; nullable. */
static gpointer
make_answer (AsySession *session, AsyReview *review, GError **error)
{
  AsyReviewAnswer *answer;

  if (review == NULL)
    return NULL;
  answer = g_new0 (AsyReviewAnswer, 1);
  answer->review = review;
  if (load_about (session, answer, error))
    return answer;
  asy_review_answer_free (answer);
  return NULL;
}

gpointer
asy_review_begin_job (AsySession *session, gpointer request, GError **error)
{
  const AsyReviewRequest *asked = request;
  g_autoptr (AsyFamilyFile) family = NULL;
  gint64 about_id = asked->about_id;

  if (asked->kind != ASY_REVIEW_KIND_WORKER_MONTH)
    {
      family = asy_family_file_load (session, asked->about_id, FALSE, error);
      if (family == NULL)
        return NULL;
      if (family->current == NULL)
        {
          asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "the family has no case to review");
          return NULL;
        }
      about_id = asy_record_get_id (ASY_RECORD (family->current));
    }
  return make_answer (session, asy_review_begin (session, asked->kind, about_id, error), error);
}

gpointer
asy_review_load_job (AsySession *session, gpointer request, GError **error)
{
  return make_answer (session, asy_repo_load (session, ASY_TYPE_REVIEW, *(gint64 *) request, error), error);
}

gpointer
asy_review_save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_review_save (session, request, error) ? g_object_ref (request) : NULL;
}

gpointer
asy_review_finish_job (AsySession *session, gpointer request, GError **error)
{
  return asy_review_finish (session, request, error) ? g_object_ref (request) : NULL;
}

gpointer
asy_review_fill_job (AsySession *session, gpointer request, GError **error)
{
  return asy_review_fill (session, request, error) ? g_object_ref (request) : NULL;
}

gpointer
asy_review_discard_job (AsySession *session, gpointer request, GError **error)
{
  return asy_review_discard (session, request, error) ? ASY_STORE_DONE : NULL;
}
