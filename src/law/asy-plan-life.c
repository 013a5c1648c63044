/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include <string.h>

#include "law/asy-plan-life.h"
#include "law/asy-plan-rules.h"

#define AREA_REINTEGRATION "O13"

const char *
asy_plan_state_get_nick (AsyPlanState state)
{
  static const char *const nicks[] = { "draft", "consulted", "signing", "agreed", "approved", "in-force", "suspended", "expired",
                                       "replaced", "ended" };

  g_return_val_if_fail (state < G_N_ELEMENTS (nicks), "draft");
  return nicks[state];
}

const char *
asy_plan_step_get_nick (AsyPlanStep step)
{
  static const char *const nicks[] = { "none", "complete", "consult", "care", "sign", "agree", "approve", "copy", "review", "amend",
                                       "new" };

  g_return_val_if_fail (step < G_N_ELEMENTS (nicks), "none");
  return nicks[step];
}

/* Reading the facts. */

static gboolean
is_here (const AsyMemberEntry *entry, AsyDay day)
{
  const AsyDay left_on = asy_member_get_left_on (entry->member);

  return (left_on == ASY_DAY_NONE || left_on > day) && asy_person_get_died_on (entry->person) == ASY_DAY_NONE;
}

GPtrArray *
asy_plan_list_signers (AsyFamilyFile *family, AsyDay day)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < family->members->len; i++)
    {
      AsyMemberEntry *entry = g_ptr_array_index (family->members, i);

      if (is_here (entry, day) && asy_member_get_covered (entry->member) && asy_member_get_in_household (entry->member) &&
          !asy_member_entry_is_child (entry, day))
        g_ptr_array_add (found, entry);
    }
  return found;
}

GPtrArray *
asy_plan_list_in_care (AsyFamilyFile *family, AsyDictionary *dictionary, AsyDay day)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < family->members->len; i++)
    {
      AsyMemberEntry *entry = g_ptr_array_index (family->members, i);
      const char *code = asy_member_get_whereabouts (entry->member);

      if (is_here (entry, day) && asy_member_entry_is_child (entry, day) && code != NULL &&
          g_strcmp0 (asy_dictionary_get_detail (dictionary, ASY_DICT_WHEREABOUTS, code), "care") == 0)
        g_ptr_array_add (found, entry);
    }
  return found;
}

/* A child without a date of birth counts as one that can be asked. */
static guint
count_children (AsyFamilyFile *family, AsyDay day)
{
  guint n = 0;

  for (guint i = 0; i < family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (family->members, i);
      const AsyDay born = asy_person_get_birth_date (entry->person);

      if (is_here (entry, day) && asy_member_get_covered (entry->member) && asy_member_entry_is_child (entry, day) &&
          (born == ASY_DAY_NONE || asy_day_get_age (born, day) >= ASY_PLAN_VOICE_AGE))
        n++;
    }
  return n;
}

static void
read_care (AsyFamilyFile *family, AsyPlanFile *file, AsyDictionary *dictionary, AsyDay today, AsyPlanFacts *facts)
{
  g_autoptr (GPtrArray) in_care = asy_plan_list_in_care (family, dictionary, today);

  facts->n_in_care = in_care->len;
  for (guint i = 0; i < in_care->len; i++)
    if (asy_member_get_help_plan_on (((AsyMemberEntry *) in_care->pdata[i])->member) == ASY_DAY_NONE)
      facts->n_without_help_plan++;
  for (guint i = 0; i < file->goals->len; i++)
    if (asy_goal_get_status (file->goals->pdata[i]) != ASY_GOAL_STATUS_DROPPED &&
        g_strcmp0 (asy_goal_get_area (file->goals->pdata[i]), AREA_REINTEGRATION) == 0)
      facts->has_reintegration = TRUE;
  for (guint i = 0; i < file->copies->len; i++)
    if (asy_plan_copy_get_recipient_kind (file->copies->pdata[i]) == ASY_PLAN_COPY_RECIPIENT_KIND_CARE)
      facts->is_handed_over = TRUE;
}

static void
read_answers (AsyFamilyFile *family, AsyPlanFile *file, AsyDay today, AsyPlanFacts *facts)
{
  g_autoptr (GPtrArray) signers = asy_plan_list_signers (family, today);

  facts->n_adults = signers->len;
  for (guint i = 0; i < signers->len; i++)
    {
      const AsyMemberEntry *entry = signers->pdata[i];
      AsyPlanSignature *signature = asy_plan_file_find_signature (file, asy_record_get_id (ASY_RECORD (entry->person)));

      if (signature == NULL)
        continue;
      if (asy_plan_signature_get_answer (signature) == ASY_PLAN_SIGNATURE_ANSWER_SIGNED)
        facts->n_signed++;
      else
        facts->n_refused++;
    }
}

static void
read_versions (AsyFamilyFile *family, AsyPlan *plan, AsyPlanFacts *facts)
{
  for (guint i = 0; i < family->plans->len; i++)
    {
      AsyPlan *other = family->plans->pdata[i];

      if (asy_plan_get_number (other) != asy_plan_get_number (plan) || asy_plan_get_version (other) <= asy_plan_get_version (plan))
        continue;
      if (asy_plan_get_agreed_on (other) != ASY_DAY_NONE)
        facts->has_successor = TRUE;
      else
        facts->has_draft = TRUE;
    }
}

void
asy_plan_facts_read (AsyFamilyFile *family, AsyPlanFile *file, AsyDictionary *dictionary, AsyDay today, AsyPlanFacts *ret_facts)
{
  g_autoptr (GArray) gaps = asy_plan_find_gaps (file);
  AsyCase *current = family->current;

  memset (ret_facts, 0, sizeof *ret_facts);
  ret_facts->plan = file->plan;
  ret_facts->has_blocking_gap = asy_plan_gaps_find_blocking (gaps) != NULL;
  ret_facts->n_children = count_children (family, today);
  ret_facts->assistant_id = family->assistant != NULL ? asy_record_get_id (ASY_RECORD (family->assistant)) : 0;
  read_versions (family, file->plan, ret_facts);
  read_answers (family, file, today, ret_facts);
  read_care (family, file, dictionary, today, ret_facts);
  if (current == NULL)
    return;
  ret_facts->suspended_from = asy_case_get_suspended_from (current);
  ret_facts->suspended_until = asy_case_get_suspended_until (current);
  ret_facts->is_case_over = asy_case_get_ended_on (current) != ASY_DAY_NONE || asy_case_get_closed_on (current) != ASY_DAY_NONE;
}

/* State and step. */

static gboolean
is_suspended (const AsyPlanFacts *facts, AsyDay today)
{
  return facts->suspended_from != ASY_DAY_NONE && facts->suspended_from <= today &&
         (facts->suspended_until == ASY_DAY_NONE || facts->suspended_until >= today);
}

AsyPlanState
asy_plan_state_compute (const AsyPlanFacts *facts, AsyDay today)
{
  const AsyDay ended_on = asy_plan_get_ended_on (facts->plan);
  const AsyDay until = asy_plan_get_until_day (facts->plan);

  /* A version ends on the day on which the next one begins. */
  if (ended_on != ASY_DAY_NONE && ended_on <= today)
    return facts->has_successor ? ASY_PLAN_STATE_REPLACED : ASY_PLAN_STATE_ENDED;
  if (asy_plan_get_agreed_on (facts->plan) == ASY_DAY_NONE)
    {
      if (facts->n_signed + facts->n_refused > 0)
        return ASY_PLAN_STATE_SIGNING;
      return asy_plan_get_consulted_on (facts->plan) != ASY_DAY_NONE ? ASY_PLAN_STATE_CONSULTED : ASY_PLAN_STATE_DRAFT;
    }
  if (is_suspended (facts, today))
    return ASY_PLAN_STATE_SUSPENDED;
  if (until != ASY_DAY_NONE && until < today)
    return ASY_PLAN_STATE_EXPIRED;
  if (asy_plan_get_approved_on (facts->plan) == ASY_DAY_NONE)
    return ASY_PLAN_STATE_AGREED;
  return asy_plan_get_from_day (facts->plan) > today ? ASY_PLAN_STATE_APPROVED : ASY_PLAN_STATE_IN_FORCE;
}

static gboolean
is_draft (const AsyPlanFacts *facts)
{
  return asy_plan_get_agreed_on (facts->plan) == ASY_DAY_NONE;
}

static gboolean
has_undecided (const AsyPlanFacts *facts)
{
  return facts->n_signed + facts->n_refused < facts->n_adults;
}

static gboolean
is_review_due (const AsyPlanFacts *facts, AsyDay today)
{
  const AsyDay review_on = asy_plan_get_review_on (facts->plan);

  return review_on != ASY_DAY_NONE && review_on <= today;
}

static gboolean
lacks_care_agreement (const AsyPlanFacts *facts)
{
  return facts->n_in_care > 0 && asy_plan_get_care_agreed_on (facts->plan) == ASY_DAY_NONE;
}

static AsyPlanStep
compute_step_of_draft (const AsyPlanFacts *facts)
{
  if (facts->has_blocking_gap)
    return ASY_PLAN_STEP_COMPLETE;
  if (asy_plan_get_consulted_on (facts->plan) == ASY_DAY_NONE)
    return ASY_PLAN_STEP_CONSULT;
  if (lacks_care_agreement (facts))
    return ASY_PLAN_STEP_CARE;
  return has_undecided (facts) ? ASY_PLAN_STEP_SIGN : ASY_PLAN_STEP_AGREE;
}

static AsyPlanStep
compute_step_at_work (const AsyPlanFacts *facts, AsyDay today)
{
  if (asy_plan_get_approved_on (facts->plan) == ASY_DAY_NONE)
    return ASY_PLAN_STEP_APPROVE;
  if (facts->n_in_care > 0 && !facts->is_handed_over)
    return ASY_PLAN_STEP_COPY;
  if (is_review_due (facts, today))
    return ASY_PLAN_STEP_REVIEW;
  return facts->has_draft ? ASY_PLAN_STEP_NONE : ASY_PLAN_STEP_AMEND;
}

AsyPlanStep
asy_plan_step_compute (const AsyPlanFacts *facts, AsyDay today)
{
  if (facts->is_case_over)
    return ASY_PLAN_STEP_NONE;
  switch (asy_plan_state_compute (facts, today))
    {
    case ASY_PLAN_STATE_DRAFT:
    case ASY_PLAN_STATE_CONSULTED:
    case ASY_PLAN_STATE_SIGNING:
      return compute_step_of_draft (facts);
    case ASY_PLAN_STATE_AGREED:
    case ASY_PLAN_STATE_APPROVED:
    case ASY_PLAN_STATE_IN_FORCE:
    case ASY_PLAN_STATE_EXPIRED:
      return compute_step_at_work (facts, today);
    case ASY_PLAN_STATE_ENDED:
      return facts->has_draft ? ASY_PLAN_STEP_NONE : ASY_PLAN_STEP_NEW;
    case ASY_PLAN_STATE_SUSPENDED:
    case ASY_PLAN_STATE_REPLACED:
    default:
      return ASY_PLAN_STEP_NONE;
    }
}

static gboolean
is_over (const AsyPlanFacts *facts, AsyDay today)
{
  const AsyPlanState state = asy_plan_state_compute (facts, today);

  return state == ASY_PLAN_STATE_REPLACED || state == ASY_PLAN_STATE_ENDED;
}

gboolean
asy_plan_step_is_possible (const AsyPlanFacts *facts, AsyPlanStep step, AsyDay today)
{
  const gboolean is_open = !is_over (facts, today);

  switch (step)
    {
    case ASY_PLAN_STEP_COMPLETE:
      return is_draft (facts) && facts->has_blocking_gap;
    case ASY_PLAN_STEP_CONSULT:
      return is_draft (facts);
    case ASY_PLAN_STEP_CARE:
      return is_open && facts->n_in_care > 0;
    case ASY_PLAN_STEP_SIGN:
      return is_open && facts->n_adults > 0 && !facts->has_blocking_gap;
    case ASY_PLAN_STEP_AGREE:
      return is_draft (facts) && !facts->has_blocking_gap;
    case ASY_PLAN_STEP_APPROVE:
      return is_open && !is_draft (facts) && asy_plan_get_approved_on (facts->plan) == ASY_DAY_NONE;
    case ASY_PLAN_STEP_COPY:
      return TRUE;
    case ASY_PLAN_STEP_REVIEW:
      return is_open && !is_draft (facts);
    case ASY_PLAN_STEP_AMEND:
      return is_open && !is_draft (facts) && !facts->has_draft && !facts->is_case_over;
    case ASY_PLAN_STEP_NEW:
      return !is_open && !facts->has_successor && !facts->has_draft && !facts->is_case_over;
    case ASY_PLAN_STEP_NONE:
    default:
      return FALSE;
    }
}

/* What is missing. */

static void
add_lack (GArray *lacks, gboolean is_missing, AsyPlanLackKind kind, guint count, const char *article)
{
  AsyPlanLack lack = { kind, count, kind == ASY_PLAN_LACK_CONTENT, article };

  if (is_missing)
    g_array_append_val (lacks, lack);
}

static void
add_care_lacks (const AsyPlanFacts *facts, GArray *lacks)
{
  if (facts->n_in_care == 0)
    return;
  add_lack (lacks, lacks_care_agreement (facts), ASY_PLAN_LACK_CARE_AGREEMENT, 0, "art. 15 ust. 1 pkt 2 uwr");
  add_lack (lacks, facts->n_without_help_plan > 0, ASY_PLAN_LACK_HELP_PLAN, facts->n_without_help_plan, "art. 15 ust. 1 pkt 2 uwr");
  add_lack (lacks, !facts->has_reintegration, ASY_PLAN_LACK_REINTEGRATION, facts->n_in_care, "art. 8 ust. 1 pkt 7 uwr");
  add_lack (lacks, asy_plan_get_care_contacts (facts->plan) == NULL, ASY_PLAN_LACK_CONTACTS, facts->n_in_care,
            "art. 8 ust. 1 pkt 7 uwr");
}

/* A draft is signed by whoever is at work; a plan that was agreed stays signed when the family is handed over. */
static gboolean
lacks_assistant (const AsyPlanFacts *facts)
{
  const gint64 signed_by = asy_plan_get_assistant_id (facts->plan);

  if (asy_plan_get_assistant_signed_on (facts->plan) == ASY_DAY_NONE)
    return TRUE;
  return is_draft (facts) && facts->assistant_id != 0 && signed_by != facts->assistant_id;
}

GArray *
asy_plan_find_lacks (const AsyPlanFacts *facts, AsyDay today)
{
  GArray *lacks = g_array_new (FALSE, FALSE, sizeof (AsyPlanLack));
  const guint n_answers = facts->n_signed + facts->n_refused;
  const gboolean is_agreed = !is_draft (facts);

  if (is_over (facts, today))
    return lacks;
  add_lack (lacks, facts->has_blocking_gap && !is_agreed, ASY_PLAN_LACK_CONTENT, 0, "art. 15 ust. 3 uwr");
  add_lack (lacks, asy_plan_get_consulted_on (facts->plan) == ASY_DAY_NONE, ASY_PLAN_LACK_CONSULTATION, 0,
            "art. 15 ust. 1 pkt 1 uwr");
  add_care_lacks (facts, lacks);
  add_lack (lacks, facts->n_children > 0 && asy_plan_get_child_voice (facts->plan) == NULL, ASY_PLAN_LACK_CHILD_VOICE,
            facts->n_children, "art. 4a uwr");
  add_lack (lacks, n_answers < facts->n_adults, ASY_PLAN_LACK_ANSWERS, facts->n_adults - n_answers, "art. 15 ust. 1 pkt 1 uwr");
  add_lack (lacks, facts->n_refused > 0 && facts->n_refused == facts->n_adults, ASY_PLAN_LACK_CONSENT, facts->n_refused,
            "art. 8 ust. 3 uwr");
  add_lack (lacks, lacks_assistant (facts), ASY_PLAN_LACK_ASSISTANT, 0, "");
  add_lack (lacks, is_agreed && asy_plan_get_approved_on (facts->plan) == ASY_DAY_NONE, ASY_PLAN_LACK_APPROVAL, 0, "");
  add_lack (lacks, is_agreed && facts->n_in_care > 0 && !facts->is_handed_over, ASY_PLAN_LACK_COPY, facts->n_in_care,
            "art. 38a uwr");
  add_lack (lacks, is_agreed && !is_suspended (facts, today) && is_review_due (facts, today), ASY_PLAN_LACK_REVIEW, 0, "");
  return lacks;
}
