/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-plan-steps.h"
#include "store/asy-plans-private.h"
#include "store/asy-repo.h"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

static gboolean
check_day (AsySession *session, gpointer record, guint field, GError **error)
{
  const AsyDay day = (AsyDay) asy_record_get_int (record, field);

  if (day == ASY_DAY_NONE)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, record, field, NULL, "there is no day");
  if (day > asy_session_get_today (session))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, field, NULL, "that day is still to come");
  return TRUE;
}

static gboolean
refuse_frozen (GError **error, const char *message)
{
  asy_store_set_error (error, ASY_STORE_ERROR_FROZEN, message);
  return FALSE;
}

/* Signing. */

static AsyPlanSignature *
find_answer (GPtrArray *answers, gint64 person_id)
{
  for (guint i = 0; i < answers->len; i++)
    if (asy_plan_signature_get_person_id (answers->pdata[i]) == person_id)
      return answers->pdata[i];
  return NULL;
}

static gboolean
is_answer (AsyPlanSignature *answer)
{
  return answer != NULL && asy_plan_signature_get_day (answer) != ASY_DAY_NONE;
}

static gboolean
check_answer (AsySession *session, AsyPlanSignature *answer, GError **error)
{
  if (!check_day (session, answer, ASY_PLAN_SIGNATURE_DAY, error))
    return FALSE;
  if (asy_plan_signature_get_answer (answer) == ASY_PLAN_SIGNATURE_ANSWER_REFUSED && asy_plan_signature_get_reason (answer) == NULL)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, answer, ASY_PLAN_SIGNATURE_REASON, NULL, "a refusal has a reason");
  if (asy_plan_signature_get_answer (answer) == ASY_PLAN_SIGNATURE_ANSWER_SIGNED)
    asy_plan_signature_set_reason (answer, NULL);
  return TRUE;
}

static gboolean
is_same_answer (gpointer stored, gpointer answer)
{
  static const int nothing[] = { -1 };

  return _asy_change_find_other (stored, answer, nothing) < 0;
}

/* Answers that are not given any more: only of a draft. */
static gboolean
drop_answers (AsySession *session, AsyPlan *plan, GPtrArray *stored, GPtrArray *answers, GError **error)
{
  const gboolean is_agreed = asy_plan_get_agreed_on (plan) != ASY_DAY_NONE;

  for (guint i = 0; i < stored->len; i++)
    {
      AsyPlanSignature *answer = find_answer (answers, asy_plan_signature_get_person_id (stored->pdata[i]));

      if (answer == NULL)
        continue;
      if (is_agreed && !(is_answer (answer) && is_same_answer (stored->pdata[i], answer)))
        return refuse_frozen (error, "an answer to an agreed plan does not change");
      if (!is_answer (answer) && !asy_repo_delete (session, stored->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_answers (AsySession *session, AsyPlan *plan, GPtrArray *answers, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      AsyPlanSignature *answer = answers->pdata[i];

      if (!is_answer (answer))
        continue;
      asy_plan_signature_set_plan_id (answer, id_of (plan));
      if (!check_answer (session, answer, error) || !asy_repo_save (session, answer, error))
        return FALSE;
      n++;
    }
  return n == 0 || asy_plan_get_agreed_on (plan) != ASY_DAY_NONE || _asy_plan_check_complete (session, plan, error);
}

static gboolean
check_assistant (AsySession *session, AsyPlan *plan, GError **error)
{
  const AsyDay day = asy_plan_get_assistant_signed_on (plan);

  if (day > asy_session_get_today (session))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, plan, ASY_PLAN_ASSISTANT_SIGNED_ON, NULL, "that day is still to come");
  if (day != ASY_DAY_NONE && asy_plan_get_assistant_id (plan) == 0)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, plan, ASY_PLAN_ASSISTANT_ID, NULL, "somebody signs for the office");
  return TRUE;
}

static gboolean
sign_plan (AsySession *session, gpointer plan, gpointer user_data, GError **error)
{
  GPtrArray *answers = user_data;
  g_autoptr (GPtrArray) stored = NULL;

  if (asy_plan_get_ended_on (plan) != ASY_DAY_NONE)
    return refuse_frozen (error, "a version that ended is not signed");
  if (!check_assistant (session, plan, error) || !asy_plan_save (session, plan, error))
    return FALSE;
  stored = asy_repo_list_by_id (session, ASY_TYPE_PLAN_SIGNATURE, "WHERE t.plan_id = :id", id_of (plan), error);
  return stored != NULL && drop_answers (session, plan, stored, answers, error) && save_answers (session, plan, answers, error);
}

gboolean
asy_plan_sign (AsySession *session, AsyPlan *plan, GPtrArray *answers, GError **error)
{
  g_autoptr (GPtrArray) copies = asy_record_array_new ();

  g_return_val_if_fail (ASY_IS_PLAN (plan) && id_of (plan) != 0, FALSE);

  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (copies, asy_record_duplicate (answers->pdata[i]));
  if (!_asy_change_run (session, plan, sign_plan, copies, error))
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    asy_record_copy_from (answers->pdata[i], copies->pdata[i]);
  return TRUE;
}

/* Foster care. */

static gboolean
agree_care (AsySession *session, gpointer plan, gpointer user_data, GError **error)
{
  GPtrArray *members = user_data;

  if (asy_plan_get_care_agreed_on (plan) > asy_session_get_today (session))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, plan, ASY_PLAN_CARE_AGREED_ON, NULL, "that day is still to come");
  if (!asy_plan_save (session, plan, error))
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      if (asy_member_get_help_plan_on (members->pdata[i]) > asy_session_get_today (session))
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, members->pdata[i], ASY_MEMBER_HELP_PLAN_ON, NULL,
                                   "that day is still to come");
      if (!asy_repo_save (session, members->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
asy_plan_agree_care (AsySession *session, AsyPlan *plan, GPtrArray *members, GError **error)
{
  g_return_val_if_fail (ASY_IS_PLAN (plan) && id_of (plan) != 0, FALSE);

  return _asy_change_run (session, plan, agree_care, members, error);
}

/* Reviews. */

static gboolean
save_review (AsySession *session, gpointer review, gpointer user_data, GError **error)
{
  g_autoptr (AsyPlan) plan = asy_repo_load (session, ASY_TYPE_PLAN, asy_plan_review_get_plan_id (review), error);
  const AsyDay day = asy_plan_review_get_day (review);
  const AsyDay next_on = asy_plan_review_get_next_on (review);

  if (plan == NULL || !check_day (session, review, ASY_PLAN_REVIEW_DAY, error))
    return FALSE;
  if (asy_plan_get_agreed_on (plan) == ASY_DAY_NONE || asy_plan_get_ended_on (plan) != ASY_DAY_NONE)
    return refuse_frozen (error, "only a plan in force is reviewed");
  if (day < asy_plan_get_agreed_on (plan))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, review, ASY_PLAN_REVIEW_DAY, NULL, "a plan is reviewed after it is agreed");
  if (next_on != ASY_DAY_NONE && next_on <= day)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, review, ASY_PLAN_REVIEW_NEXT_ON, NULL, "the next review comes later");
  if (!asy_repo_save (session, review, error))
    return FALSE;
  asy_plan_set_review_on (plan, next_on);
  return asy_plan_save (session, plan, error);
}

gboolean
asy_plan_review_save (AsySession *session, AsyPlanReview *review, GError **error)
{
  g_return_val_if_fail (ASY_IS_PLAN_REVIEW (review), FALSE);

  return _asy_change_run (session, review, save_review, NULL, error);
}

/* The end. */

static gboolean
check_no_next_version (AsySession *session, AsyPlan *plan, GError **error)
{
  gint64 n_drafts;

  if (!_asy_change_fetch (session, "SELECT count(*) FROM plan WHERE case_file_id = :id AND agreed_on IS NULL",
                          asy_plan_get_case_file_id (plan), &n_drafts, error))
    return FALSE;
  if (n_drafts == 0)
    return TRUE;
  asy_store_set_error (error, ASY_STORE_ERROR_OVERLAP, "the next version is being written");
  return FALSE;
}

static gboolean
end_plan (AsySession *session, gpointer plan, gpointer user_data, GError **error)
{
  g_autoptr (AsyPlan) stored = asy_repo_load (session, ASY_TYPE_PLAN, id_of (plan), error);

  if (stored == NULL)
    return FALSE;
  if (asy_plan_get_agreed_on (stored) == ASY_DAY_NONE || asy_plan_get_ended_on (stored) != ASY_DAY_NONE)
    return refuse_frozen (error, "only a plan in force ends");
  if (asy_plan_get_end_kind (plan) == ASY_PLAN_END_KIND_NONE)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, plan, ASY_PLAN_END_KIND, NULL, "an end has a reason");
  return check_day (session, plan, ASY_PLAN_ENDED_ON, error) && check_no_next_version (session, plan, error) &&
         asy_plan_save (session, plan, error);
}

gboolean
asy_plan_end (AsySession *session, AsyPlan *plan, GError **error)
{
  g_return_val_if_fail (ASY_IS_PLAN (plan), FALSE);

  return _asy_change_run (session, plan, end_plan, NULL, error);
}

/* Copies. */

static gboolean
save_copy (AsySession *session, gpointer copy, gpointer user_data, GError **error)
{
  if (asy_plan_copy_get_copies (copy) < 1)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, copy, ASY_PLAN_COPY_COPIES, NULL, "somebody received one at least");
  return check_day (session, copy, ASY_PLAN_COPY_DAY, error) && asy_repo_save (session, copy, error);
}

gboolean
asy_plan_copy_save (AsySession *session, AsyPlanCopy *copy, GError **error)
{
  g_return_val_if_fail (ASY_IS_PLAN_COPY (copy), FALSE);

  return _asy_change_run (session, copy, save_copy, NULL, error);
}

static gboolean
delete_copy (AsySession *session, gpointer copy, GError **error)
{
  return asy_repo_delete (session, copy, error);
}

gboolean
asy_plan_copy_delete (AsySession *session, AsyPlanCopy *copy, GError **error)
{
  g_return_val_if_fail (ASY_IS_PLAN_COPY (copy), FALSE);

  return asy_session_transaction (session, delete_copy, copy, error);
}
