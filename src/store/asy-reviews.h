/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-review-rules.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* Reviews of families and monthly reports of assistants, which an office makes beside the Act. */

/**
 * asy_review_begin:
 * @about_id: of a case, or of an assistant
 *
 * The review that is being written; without one a new one, not saved, with what the
 * register knows: of the last month or quarter that is over, unless it is finished or
 * lies before the work began, then of the running one.
 */
AsyReview *asy_review_begin (AsySession *session, AsyReviewKind kind, gint64 about_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Newest first. (transfer full) (element-type AsyReview) */
GPtrArray *asy_reviews_list_for_case (AsySession *session, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *asy_reviews_list_for_worker (AsySession *session, gint64 worker_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_review_save:
 *
 * Families, children and visits are counted anew each time. %ASY_STORE_ERROR_FROZEN when
 * it is finished, %ASY_STORE_ERROR_OVERLAP when there is another one of that time,
 * %ASY_STORE_ERROR_INVALID when its days are no whole month or quarter.
 */
gboolean asy_review_save (AsySession *session, AsyReview *review, GError **error);

/** Saves and finishes; afterwards it does not change. Not before its last day: %ASY_STORE_ERROR_INVALID. */
gboolean asy_review_finish (AsySession *session, AsyReview *review, GError **error);

/** Drops an unfinished one. */
gboolean asy_review_discard (AsySession *session, AsyReview *review, GError **error);

/** Fills the texts with what the register knows of the period; what was written in them is lost. Saves nothing. */
gboolean asy_review_fill (AsySession *session, AsyReview *review, GError **error);

/** The time of a review in Polish, as papers call it: `I kwartał 2026`, `luty 2026`. (transfer full) */
char *asy_review_dup_paper_period (AsyReview *review) G_GNUC_WARN_UNUSED_RESULT;

/** What papers call it: `Kwartalny przegląd sytuacji rodziny`. */
const char *asy_review_get_paper_title (AsyReview *review);

G_END_DECLS
