/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-review.h"

G_BEGIN_DECLS

/** `Kwartalny przegląd rodziny`. */
const char *asy_review_kind_get_label (AsyReviewKind kind);

/** The time that it is of: `I kwartał 2026`, `luty 2026`. (transfer full) */
char *asy_review_dup_period (AsyReview *review) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
