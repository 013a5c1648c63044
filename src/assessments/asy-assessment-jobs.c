/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include "assessments/asy-assessment-copy.h"
#include "assessments/asy-assessment-jobs.h"
#include "store/asy-families.h"
#include "store/asy-repo.h"
#include "store/asy-store-error.h"

void
asy_assessment_answer_free (AsyAssessmentAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->file, asy_assessment_file_free);
  g_clear_object (&answer->family);
  g_free (answer);
}

static AsyAssessmentAnswer *
new_answer (AsyAssessmentFile *file, AsyFamily *family)
{
  AsyAssessmentAnswer *answer;

  if (file == NULL)
    return NULL;
  answer = g_new0 (AsyAssessmentAnswer, 1);
  answer->file = file;
  answer->family = g_object_ref (family);
  return answer;
}

/* A prefilled assessment names people and goals as a stored one does. */
/* A draft that was begun before the end was proposed, or before that was taken back, follows the case. */
static AsyAssessmentFile *
open_draft (AsySession *session, AsyFamilyFile *family, AsyAssessment *draft, GError **error)
{
  AsyAssessmentFile *file = asy_assessment_file_load (session, asy_record_get_id (ASY_RECORD (draft)), error);

  if (file != NULL)
    asy_assessment_set_kind (file->assessment, (int) asy_assessment_kind_for (family->current));
  return file;
}

static AsyAssessmentFile *
open_case (AsySession *session, AsyFamilyFile *family, GError **error)
{
  for (guint i = 0; i < family->assessments->len; i++)
    {
      AsyAssessment *assessment = g_ptr_array_index (family->assessments, i);

      if (!asy_assessment_get_final (assessment))
        return open_draft (session, family, assessment, error);
    }
  return asy_assessment_prefill (session, asy_record_get_id (ASY_RECORD (family->current)), error);
}

gpointer
asy_assessment_begin_job (AsySession *session, gpointer request, GError **error)
{
  const gint64 family_id = *(gint64 *) request;
  g_autoptr (AsyFamilyFile) family = asy_family_file_load (session, family_id, FALSE, error);

  if (family == NULL)
    return NULL;
  if (family->current == NULL)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "the family has no case to assess");
      return NULL;
    }
  return new_answer (open_case (session, family, error), family->family);
}

gpointer
asy_assessment_load_job (AsySession *session, gpointer request, GError **error)
{
  const gint64 assessment_id = *(gint64 *) request;
  g_autoptr (AsyAssessmentFile) file = asy_assessment_file_load (session, assessment_id, error);
  g_autoptr (AsyCase) case_file = NULL;
  g_autoptr (AsyFamily) family = NULL;

  if (file == NULL)
    return NULL;
  case_file = asy_repo_load (session, ASY_TYPE_CASE, asy_assessment_get_case_file_id (file->assessment), error);
  if (case_file != NULL)
    family = asy_repo_load (session, ASY_TYPE_FAMILY, asy_case_get_family_id (case_file), error);
  if (family == NULL)
    return NULL;
  return new_answer (g_steal_pointer (&file), family);
}

gpointer
asy_assessment_save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_assessment_save (session, request, error) ? asy_assessment_file_duplicate (request) : NULL;
}

gpointer
asy_assessment_finish_job (AsySession *session, gpointer request, GError **error)
{
  return asy_assessment_finish (session, request, error) ? asy_assessment_file_duplicate (request) : NULL;
}

gpointer
asy_assessment_hand_over_job (AsySession *session, gpointer request, GError **error)
{
  AsyAssessment *assessment = request;
  const AsyDay day = asy_assessment_get_handed_on (assessment);
  g_autofree char *to = g_strdup (asy_assessment_get_handed_to (assessment));

  return asy_assessment_hand_over (session, assessment, day, to, error) ? ASY_STORE_DONE : NULL;
}

gpointer
asy_assessment_discard_job (AsySession *session, gpointer request, GError **error)
{
  return asy_assessment_discard (session, request, error) ? ASY_STORE_DONE : NULL;
}

/* Comparing. */

void
asy_comparison_answer_free (AsyComparisonAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->earlier, asy_assessment_file_free);
  g_clear_pointer (&answer->later, asy_assessment_file_free);
  g_clear_object (&answer->family);
  g_clear_pointer (&answer->all, g_ptr_array_unref);
  g_clear_pointer (&answer->series, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyComparisonAnswer, asy_comparison_answer_free)

static gboolean
find_family_of (AsySession *session, gint64 assessment_id, gint64 *ret_family_id, GError **error)
{
  g_autoptr (AsyAssessment) assessment = asy_repo_load (session, ASY_TYPE_ASSESSMENT, assessment_id, error);

  return assessment != NULL && asy_repo_find_family (session, assessment, ret_family_id, error);
}

/* Place in the list, which has the newest first; behind its end when it is not there. */
static guint
find_place (GPtrArray *all, gint64 id)
{
  guint place = 0;

  while (place < all->len && asy_record_get_id (all->pdata[place]) != id)
    place++;
  return place;
}

static gboolean
choose_two (const AsyComparisonAnswer *answer, const AsyComparisonRequest *request, guint *ret_earlier, guint *ret_later)
{
  const guint later = request->later_id != 0 ? find_place (answer->all, request->later_id) : 0;
  guint earlier = request->earlier_id != 0 ? find_place (answer->all, request->earlier_id) : later + 1;

  /* The oldest one has none before it: it stands against the one after it. */
  if (request->earlier_id == 0 && earlier == answer->all->len && later > 0)
    earlier = later - 1;
  if (earlier >= answer->all->len || later >= answer->all->len)
    return FALSE;
  *ret_earlier = MAX (earlier, later);
  *ret_later = MIN (earlier, later);
  return TRUE;
}

static gboolean
load_two (AsySession *session, AsyComparisonAnswer *answer, const AsyComparisonRequest *request, GError **error)
{
  guint earlier, later;

  if (!choose_two (answer, request, &earlier, &later))
    {
      asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "the family has no two finished assessments");
      return FALSE;
    }
  answer->earlier = asy_assessment_file_load (session, asy_record_get_id (answer->all->pdata[earlier]), error);
  if (answer->earlier == NULL)
    return FALSE;
  answer->later = asy_assessment_file_load (session, asy_record_get_id (answer->all->pdata[later]), error);
  return answer->later != NULL;
}

gpointer
asy_comparison_load_job (AsySession *session, gpointer request, GError **error)
{
  const AsyComparisonRequest *wanted = request;
  g_autoptr (AsyComparisonAnswer) answer = g_new0 (AsyComparisonAnswer, 1);
  gint64 family_id = wanted->family_id;

  if (family_id == 0 && !find_family_of (session, wanted->later_id, &family_id, error))
    return NULL;
  answer->family = asy_repo_load (session, ASY_TYPE_FAMILY, family_id, error);
  if (answer->family == NULL)
    return NULL;
  answer->all = asy_assessments_list_for_family (session, family_id, error);
  if (answer->all == NULL || !load_two (session, answer, wanted, error))
    return NULL;
  answer->series = asy_assessments_load_series (session, family_id, error);
  return answer->series != NULL ? g_steal_pointer (&answer) : NULL;
}
