/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-review.h"
#include "store/asy-tell-private.h"

G_BEGIN_DECLS

/** What a review tells of: the case with its family, or the assistant, and the time. */
gboolean _asy_review_tell_of (AsySession *session, AsyReview *review, AsyTelling *ret_telling, GError **error);

/** Families, children and visits of the period. */
gboolean _asy_review_count (AsySession *session, AsyReview *review, GError **error);

G_END_DECLS
