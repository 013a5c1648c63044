/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"
#include "store/asy-reviews.h"
#include "store/asy-store.h"

G_BEGIN_DECLS

/* What the page of reviews asks of the store, all run in its worker. */

/** A review with what it is about. */
typedef struct {
  AsyReview *review;
  AsyFamily *family;            /* nullable: of a report there is none */
  AsyWorker *worker;            /* nullable */
} AsyReviewAnswer;

void asy_review_answer_free (AsyReviewAnswer *answer);

/** Which to begin: of the current case of a family, or of an assistant. */
typedef struct {
  AsyReviewKind kind;
  gint64 about_id;
} AsyReviewRequest;

/** Request: #AsyReviewRequest. Result, as of the next: #AsyReviewAnswer. */
gpointer asy_review_begin_job (AsySession *session, gpointer request, GError **error);

/** Request: gint64 id. */
gpointer asy_review_load_job (AsySession *session, gpointer request, GError **error);

/** Request: AsyReview; gives it back as it was saved, as a new one. */
gpointer asy_review_save_job (AsySession *session, gpointer request, GError **error);
gpointer asy_review_finish_job (AsySession *session, gpointer request, GError **error);

/** Request: AsyReview; gives back a copy that is filled anew and not saved. */
gpointer asy_review_fill_job (AsySession *session, gpointer request, GError **error);

/** Request: AsyReview. */
gpointer asy_review_discard_job (AsySession *session, gpointer request, GError **error);

G_END_DECLS
