/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "papers/asy-paper-source.h"
#include "store/asy-assessments.h"
#include "store/asy-letters.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"

void
asy_paper_source_free (AsyPaperSource *source)
{
  if (source == NULL)
    return;
  g_clear_pointer (&source->office, asy_office_file_unref);
  g_clear_pointer (&source->letter, asy_letter_file_free);
  g_clear_pointer (&source->family, asy_family_file_unref);
  g_clear_pointer (&source->assessment, asy_assessment_file_free);
  g_clear_pointer (&source->compared, asy_assessment_file_free);
  g_clear_object (&source->review);
  g_clear_pointer (&source->series, g_ptr_array_unref);
  g_clear_pointer (&source->plan, asy_plan_file_free);
  g_clear_pointer (&source->versions, g_ptr_array_unref);
  g_clear_pointer (&source->visit, asy_visit_file_free);
  g_clear_pointer (&source->week, asy_week_free);
  g_free (source->audit_head);
  g_free (source);
}

const char *
asy_paper_source_get_kind (const AsyPaperSource *source)
{
  return source->letter != NULL ? asy_letter_get_kind (source->letter->letter) : ASY_LETTER_KIND_WEEK;
}

gboolean
asy_paper_source_is_set_anew (const AsyPaperSource *source)
{
  return asy_letter_get_state (source->letter->letter) == ASY_LETTER_STATE_DRAFT ||
         (source->letter->revisions->len == 0 && asy_office_get_demo (source->office->office));
}

/* The assessment that a paper is of, or the newest finished one that an opinion
 * may refer to. */
static gint64
find_assessment (const AsyPaperSource *source)
{
  const gint64 own = asy_letter_get_assessment_id (source->letter->letter);

  if (own != 0 || source->family == NULL || source->family->assessments == NULL)
    return own;
  for (guint i = 0; i < source->family->assessments->len; i++)
    {
      AsyAssessment *assessment = g_ptr_array_index (source->family->assessments, i);

      if (asy_assessment_get_final (assessment))
        return asy_record_get_id (ASY_RECORD (assessment));
    }
  return 0;
}

/* The version before the one that an annex makes. */
static gboolean
load_versions (AsySession *session, AsyPlan *plan, AsyPaperSource *source, GError **error)
{
  g_autoptr (GPtrArray) plans = asy_plans_list (session, asy_plan_get_case_file_id (plan), error);

  if (plans == NULL)
    return FALSE;
  for (guint i = 0; i + 1 < plans->len; i++)
    if (asy_record_get_id (plans->pdata[i]) == asy_record_get_id (ASY_RECORD (plan)))
      {
        source->versions = asy_plan_history_load (session, asy_record_get_id (plans->pdata[i + 1]), asy_record_get_id (plans->pdata[i]), error);
        return source->versions != NULL;
      }
  return TRUE;
}

static gboolean
load_plan (AsySession *session, AsyPaperSource *source, GError **error)
{
  const gint64 id = asy_letter_get_plan_id (source->letter->letter);

  if (id == 0)
    return TRUE;
  source->plan = asy_plan_file_load (session, id, error);
  if (source->plan == NULL || !g_str_equal (asy_paper_source_get_kind (source), ASY_LETTER_KIND_ANNEX))
    return source->plan != NULL;
  return load_versions (session, source->plan->plan, source, error);
}

static gboolean
load_visit (AsySession *session, AsyPaperSource *source, GError **error)
{
  const gint64 id = asy_letter_get_visit_id (source->letter->letter);
  AsyVisitTotals totals = { 0 };
  AsyVisit *visit;

  if (id == 0)
    return TRUE;
  source->visit = asy_visit_file_load (session, id, error);
  if (source->visit == NULL)
    return FALSE;
  visit = source->visit->visit;
  if (asy_visit_get_state (visit) != ASY_VISIT_STATE_HELD || asy_visit_get_case_file_id (visit) == 0)
    return TRUE;
  if (!asy_visits_sum (session, asy_visit_get_case_file_id (visit), ASY_DAY_NONE, asy_visit_get_day (visit), &totals, error))
    return FALSE;
  source->visit_number = totals.held;
  return TRUE;
}

/* What an assessment is compared with, and what all of them said: for the papers that tell of it. */
static gboolean
load_comparison (AsySession *session, AsyPaperSource *source, GError **error)
{
  const gint64 compared_id = asy_letter_get_compared_id (source->letter->letter);

  if (asy_letter_get_assessment_id (source->letter->letter) == 0)
    return TRUE;
  source->series = asy_assessments_load_series (session, asy_letter_get_family_id (source->letter->letter), error);
  if (source->series == NULL || compared_id == 0)
    return source->series != NULL;
  source->compared = asy_assessment_file_load (session, compared_id, error);
  return source->compared != NULL;
}

static gboolean
load_review (AsySession *session, AsyPaperSource *source, GError **error)
{
  const gint64 id = asy_letter_get_review_id (source->letter->letter);

  if (id != 0)
    source->review = asy_repo_load (session, ASY_TYPE_REVIEW, id, error);
  return id == 0 || source->review != NULL;
}

static gboolean
load_family_side (AsySession *session, AsyPaperSource *source, GError **error)
{
  const gint64 family_id = asy_letter_get_family_id (source->letter->letter);
  const gint64 case_id = asy_letter_get_case_file_id (source->letter->letter);
  gint64 assessment_id;

  if (family_id == 0)
    return TRUE;
  source->family = asy_family_file_load (session, family_id, FALSE, error);
  if (source->family == NULL)
    return FALSE;
  if (!load_plan (session, source, error) || !load_visit (session, source, error) || !load_comparison (session, source, error))
    return FALSE;
  if (case_id != 0 &&
      !asy_visits_sum (session, case_id, ASY_DAY_NONE, asy_letter_get_made_on (source->letter->letter), &source->visits, error))
    return FALSE;
  assessment_id = find_assessment (source);
  if (assessment_id == 0)
    return TRUE;
  source->assessment = asy_assessment_file_load (session, assessment_id, error);
  return source->assessment != NULL;
}

AsyPaperSource *
asy_paper_source_load (AsySession *session, gint64 letter_id, GError **error)
{
  g_autoptr (AsyPaperSource) source = g_new0 (AsyPaperSource, 1);

  source->today = asy_session_get_today (session);
  source->office = asy_office_file_load (session, error);
  if (source->office == NULL)
    return NULL;
  source->letter = asy_letter_file_load (session, letter_id, error);
  if (source->letter == NULL || !load_review (session, source, error) || !load_family_side (session, source, error))
    return NULL;
  source->audit_head = g_strdup (asy_letter_get_audit_head (source->letter->letter));
  if (asy_letter_get_week_monday (source->letter->letter) != ASY_DAY_NONE)
    {
      source->week = asy_week_load (session, asy_letter_get_worker_id (source->letter->letter),
                                    asy_letter_get_week_monday (source->letter->letter), error);
      if (source->week == NULL)
        return NULL;
    }
  return g_steal_pointer (&source);
}

AsyPaperSource *
asy_paper_source_load_week (AsySession *session, gint64 worker_id, AsyDay monday, GError **error)
{
  g_autoptr (AsyPaperSource) source = g_new0 (AsyPaperSource, 1);

  source->today = asy_session_get_today (session);
  source->office = asy_office_file_load (session, error);
  if (source->office == NULL)
    return NULL;
  source->week = asy_week_load (session, worker_id, monday, error);
  if (source->week == NULL)
    return NULL;
  return g_steal_pointer (&source);
}
