/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-plan-words.h"

const char *
asy_plan_state_get_label (AsyPlanState state)
{
  static const char *const labels[] = {
    NC_ ("plan", "draft"), NC_ ("plan", "consulted with the social worker"), NC_ ("plan", "being signed"),
    NC_ ("plan", "waits for approval"), NC_ ("plan", "approved, begins later"), NC_ ("plan", "in force"),
    NC_ ("plan", "suspended"), NC_ ("plan", "its time has run out"), NC_ ("plan", "replaced by the next version"),
    NC_ ("plan", "ended"),
  };

  return state < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "plan", labels[state]) : "";
}

AsyMeaning
asy_plan_state_get_meaning (AsyPlanState state)
{
  switch (state)
    {
    case ASY_PLAN_STATE_IN_FORCE:
      return ASY_MEANING_DONE;
    case ASY_PLAN_STATE_EXPIRED:
    case ASY_PLAN_STATE_SUSPENDED:
      return ASY_MEANING_SOON;
    case ASY_PLAN_STATE_REPLACED:
    case ASY_PLAN_STATE_ENDED:
      return ASY_MEANING_PLAIN;
    case ASY_PLAN_STATE_DRAFT:
    case ASY_PLAN_STATE_CONSULTED:
    case ASY_PLAN_STATE_SIGNING:
    case ASY_PLAN_STATE_AGREED:
    case ASY_PLAN_STATE_APPROVED:
    default:
      return ASY_MEANING_INFO;
    }
}

const char *
asy_plan_step_get_label (AsyPlanStep step)
{
  static const char *const labels[] = {
    "", N_ ("_Complete the plan"), N_ ("_Consultation…"), N_ ("A_gree with the foster side…"), N_ ("_Signatures…"),
    N_ ("_Put in force…"), N_ ("_Approve…"), N_ ("_Hand over a copy…"), N_ ("_Review…"), N_ ("_Change the plan…"),
    N_ ("_New plan…"),
  };

  return step > ASY_PLAN_STEP_NONE && step < G_N_ELEMENTS (labels) ? _ (labels[step]) : "";
}

static char *
dup_sentence (const AsyPlanLack *lack)
{
  const guint n = lack->count;

  switch (lack->kind)
    {
    case ASY_PLAN_LACK_CONTENT:
      return g_strdup (_ ("Goals lack actions, dates or expected effects"));
    case ASY_PLAN_LACK_CONSULTATION:
      return g_strdup (_ ("The social worker was not consulted"));
    case ASY_PLAN_LACK_CARE_AGREEMENT:
      return g_strdup (_ ("The plan was not agreed with the foster-care coordinator"));
    case ASY_PLAN_LACK_HELP_PLAN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The plan of help for %u child is not known",
                                           "The plans of help for %u children are not known", n), n);
    case ASY_PLAN_LACK_REINTEGRATION:
      return g_strdup (_ ("There is no goal about the child in foster care"));
    case ASY_PLAN_LACK_CONTACTS:
      return g_strdup (_ ("Contacts with the child in foster care are not laid down"));
    case ASY_PLAN_LACK_CHILD_VOICE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The voice of %u child was not noted", "The voice of %u children was not noted",
                                           n), n);
    case ASY_PLAN_LACK_ANSWERS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u adult has neither signed nor refused",
                                           "%u adults have neither signed nor refused", n), n);
    case ASY_PLAN_LACK_CONSENT:
      return g_strdup (_ ("All adults refused to sign; the work needs their consent"));
    case ASY_PLAN_LACK_ASSISTANT:
      return g_strdup (_ ("The assistant has not signed"));
    case ASY_PLAN_LACK_APPROVAL:
      return g_strdup (_ ("The plan was not approved"));
    case ASY_PLAN_LACK_COPY:
      return g_strdup (_ ("The plan was not handed over to the foster side"));
    case ASY_PLAN_LACK_REVIEW:
    default:
      return g_strdup (_ ("The day of review has passed"));
    }
}

char *
asy_plan_lack_dup_text (const AsyPlanLack *lack)
{
  g_autofree char *sentence = dup_sentence (lack);

  return lack->article[0] != '\0' ? g_strdup_printf ("%s (%s)", sentence, lack->article) : g_steal_pointer (&sentence);
}

AsyPlanStep
asy_plan_lack_get_step (AsyPlanLackKind lack)
{
  static const AsyPlanStep steps[] = { ASY_PLAN_STEP_COMPLETE, ASY_PLAN_STEP_CONSULT, ASY_PLAN_STEP_CARE, ASY_PLAN_STEP_CARE,
                                       ASY_PLAN_STEP_COMPLETE, ASY_PLAN_STEP_CARE, ASY_PLAN_STEP_SIGN, ASY_PLAN_STEP_SIGN,
                                       ASY_PLAN_STEP_SIGN, ASY_PLAN_STEP_SIGN, ASY_PLAN_STEP_APPROVE, ASY_PLAN_STEP_COPY,
                                       ASY_PLAN_STEP_REVIEW };

  g_return_val_if_fail (lack < G_N_ELEMENTS (steps), ASY_PLAN_STEP_NONE);
  return steps[lack];
}

const char *
asy_plan_change_kind_get_label (AsyPlanChangeKind kind)
{
  static const char *const labels[] = { "", N_ ("A goal was reached"), N_ ("A goal does not fit any more"), N_ ("A new problem"),
                                        N_ ("The family has changed"), N_ ("An order of the court"), N_ ("A request of the family"),
                                        N_ ("A periodic assessment") };

  return kind > ASY_PLAN_CHANGE_KIND_NONE && kind < G_N_ELEMENTS (labels) ? _ (labels[kind]) : "";
}

const char *
asy_plan_end_kind_get_label (AsyPlanEndKind kind)
{
  static const char *const labels[] = { "", N_ ("The goals were reached"), N_ ("The goals were reached in part"),
                                        N_ ("The goals were not reached"), N_ ("The family withdrew"), N_ ("The family moved away"),
                                        N_ ("An order of the court"), N_ ("Another reason") };

  return kind > ASY_PLAN_END_KIND_NONE && kind < G_N_ELEMENTS (labels) ? _ (labels[kind]) : "";
}

const char *
asy_plan_review_result_get_label (AsyPlanReviewResult result)
{
  static const char *const labels[] = { N_ ("The plan goes on"), N_ ("The plan is to be changed"), N_ ("The plan is to end") };

  return result < G_N_ELEMENTS (labels) ? _ (labels[result]) : "";
}

const char *
asy_plan_copy_recipient_kind_get_label (AsyPlanCopyRecipientKind kind)
{
  static const char *const labels[] = { NC_ ("copy", "The family"), NC_ ("copy", "The foster side (art. 38a)"),
                                        NC_ ("copy", "The social worker"), NC_ ("copy", "The court"), NC_ ("copy", "The probation officer"),
                                        NC_ ("copy", "Somebody else") };

  return kind < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "copy", labels[kind]) : "";
}
