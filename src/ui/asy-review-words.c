/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "base/asy-case-number.h"
#include "ui/asy-format.h"
#include "ui/asy-review-words.h"

const char *
asy_review_kind_get_label (AsyReviewKind kind)
{
  static const char *const labels[] = { N_ ("Quarterly review of the family"), N_ ("Monthly review of the family"),
                                        N_ ("Monthly report of the assistant") };

  return kind < G_N_ELEMENTS (labels) ? _ (labels[kind]) : "";
}

char *
asy_review_dup_period (AsyReview *review)
{
  const AsyDay from = asy_review_get_from_day (review);
  g_autofree char *roman = NULL;

  if (asy_review_get_kind (review) != ASY_REVIEW_KIND_FAMILY_QUARTER)
    return asy_format_month (from);
  roman = asy_roman_from_number ((asy_day_get_month (from) + 2) / 3);
  /* Translators: number of the quarter in Roman figures, year. */
  return g_strdup_printf (_ ("quarter %s of %d"), roman, asy_day_get_year (from));
}
