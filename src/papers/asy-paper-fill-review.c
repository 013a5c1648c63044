/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "papers/asy-paper-fill-private.h"
#include "store/asy-reviews.h"

static const struct
{
  const char *name;
  guint field;
} texts[] = {
  { "review.work", ASY_REVIEW_WORK },
  { "review.contacts", ASY_REVIEW_CONTACTS },
  { "review.interventions", ASY_REVIEW_INTERVENTIONS },
  { "review.documents", ASY_REVIEW_DOCUMENTS },
  { "review.success", ASY_REVIEW_SUCCESS },
  { "review.difficulties", ASY_REVIEW_DIFFICULTIES },
  { "review.intentions", ASY_REVIEW_INTENTIONS },
};

static const struct
{
  const char *name;
  guint field;
} numbers[] = {
  { "children.count", ASY_REVIEW_CHILDREN },
  { "children.seen", ASY_REVIEW_CHILDREN_SEEN },
  { "visits.count", ASY_REVIEW_VISITS_HELD },
  { "visits.missed", ASY_REVIEW_VISITS_MISSED },
  { "visits.minutes", ASY_REVIEW_VISIT_MINUTES },
};

static void
fill_assistant (AsyPaperData *data, AsyWorker *assistant)
{
  g_autofree char *name = assistant != NULL ? asy_worker_dup_full_name (assistant) : NULL;

  _asy_paper_fill_author (data, assistant);
  asy_paper_data_set_text (data, "assistant.name", name);
  asy_paper_data_set_text (data, "assistant.position", asy_paper_data_get_text (data, "author.position"));
}

static void
fill_report (AsyPaperData *data, AsyReview *review)
{
  asy_paper_data_set_number (data, "families.before", asy_review_get_families_before (review));
  asy_paper_data_set_number (data, "families.new", asy_review_get_families_new (review));
  asy_paper_data_set_number (data, "families.ended", asy_review_get_families_ended (review));
  asy_paper_data_set_number (data, "families.after", asy_review_get_families_after (review));
}

static void
fill_family (AsyPaperData *data, const AsyPaperSource *source)
{
  g_autofree char *address = asy_family_dup_address (source->family->family);

  asy_paper_data_set_bool (data, "review.quarterly", asy_review_get_kind (source->review) == ASY_REVIEW_KIND_FAMILY_QUARTER);
  asy_paper_data_set_text (data, "family.name", asy_family_get_name (source->family->family));
  asy_paper_data_set_text (data, "family.address", address);
  asy_paper_data_set_text (data, "review.tasks", asy_review_get_tasks (source->review));
  asy_paper_data_set_text (data, "review.goals", asy_review_get_goals (source->review));
}

AsyPaperData *
_asy_paper_fill_review (const AsyPaperSource *source)
{
  AsyPaperData *data = asy_paper_data_new ();
  AsyReview *review = source->review;
  g_autofree char *period = asy_review_dup_paper_period (review);

  _asy_paper_fill_letter (data, source);
  fill_assistant (data, source->letter->author);
  _asy_paper_fill_head (data, source->office->office);
  asy_paper_data_set_text (data, "period.name", period);
  asy_paper_data_set_day (data, "period.from", asy_review_get_from_day (review));
  asy_paper_data_set_day (data, "period.to", asy_review_get_until_day (review));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    asy_paper_data_set_number (data, numbers[i].name, asy_record_get_int (ASY_RECORD (review), numbers[i].field));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    asy_paper_data_set_text (data, texts[i].name, asy_record_get_text (ASY_RECORD (review), texts[i].field));
  if (source->family != NULL)
    fill_family (data, source);
  else
    fill_report (data, review);
  return data;
}
