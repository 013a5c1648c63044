/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"
#include "store/asy-plan-steps.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"

#define REVIEW_MONTHS 3
#define N_AMENDED 3

/* What happens to a plan beside its goals follows from the family's number, not from chance: the rest of the
 * register stays as it was. */
static gboolean
is_one_of (const DemoFamily *family, guint in, guint which)
{
  return family->number % in == which;
}

/* A draft on its way: not consulted, consulted, or signed by one already. */
void
demo_set_draft_steps (Demo *demo, const DemoFamily *family, AsyPlan *plan)
{
  if (is_one_of (family, 3, 0))
    return;
  asy_plan_set_consulted_on (plan, MIN (asy_plan_get_drafted_on (plan) + 3, demo->today));
  asy_plan_set_consulted_with (plan, "Zofia Radna");
  asy_plan_set_consult_remarks (plan, "Warto zacząć od rytmu dnia dzieci.");
}

void
demo_set_agreed_steps (Demo *demo, const DemoFamily *family, AsyPlan *plan)
{
  const AsyDay agreed_on = asy_plan_get_agreed_on (plan);

  asy_plan_set_assistant_id (plan, family->worker_id);
  asy_plan_set_assistant_signed_on (plan, agreed_on);
  if (!is_one_of (family, 5, 2))
    {
      asy_plan_set_child_voice (plan, "Chcę, żeby w domu było spokojniej i żeby ktoś pomagał mi w lekcjach.");
      asy_plan_set_child_heard_on (plan, agreed_on - 4);
    }
  if (family->has_child_in_care)
    {
      asy_plan_set_care_agreed_on (plan, agreed_on - 1);
      asy_plan_set_care_agreed_with (plan, "Natalia Listek, koordynator pieczy");
      asy_plan_set_care_contacts (plan, "W każdą sobotę u babci, od 10:00 do 16:00; w środy rozmowa wideo.");
    }
  /* The newest agreements wait for the head's approval in some families. */
  if (agreed_on + 30 > demo->today && is_one_of (family, 2, 1))
    {
      asy_plan_set_approved_on (plan, ASY_DAY_NONE);
      asy_plan_set_approved_by (plan, NULL);
    }
}

static gboolean
add_answer (Demo *demo, gint64 plan_id, gint64 person_id, AsyDay day, const char *refusal, GError **error)
{
  g_autoptr (AsyPlanSignature) answer = asy_plan_signature_new ();

  asy_plan_signature_set_plan_id (answer, plan_id);
  asy_plan_signature_set_person_id (answer, person_id);
  asy_plan_signature_set_day (answer, day);
  asy_plan_signature_set_answer (answer, refusal != NULL ? ASY_PLAN_SIGNATURE_ANSWER_REFUSED : ASY_PLAN_SIGNATURE_ANSWER_SIGNED);
  asy_plan_signature_set_reason (answer, refusal);
  return demo_insert (demo, answer, error);
}

/* The first adult signs; another one refuses in some families. */
static gboolean
add_answers (Demo *demo, const DemoFamily *family, AsyPlan *plan, GError **error)
{
  const gint64 plan_id = asy_record_get_id (ASY_RECORD (plan));

  for (guint i = 0; i < family->adults->len; i++)
    {
      const char *refusal = i > 0 && is_one_of (family, 6, 4) ? "Nie zgadza się na wizyty w domu." : NULL;

      if (!add_answer (demo, plan_id, g_array_index (family->adults, gint64, i), asy_plan_get_agreed_on (plan), refusal, error))
        return FALSE;
    }
  return TRUE;
}

/* The last one may be due these days: few offices are never late. */
static gboolean
add_reviews (Demo *demo, const DemoFamily *family, AsyPlan *plan, AsyDay last, GError **error)
{
  AsyDay day = asy_day_add_months (asy_plan_get_agreed_on (plan), REVIEW_MONTHS);

  for (; day < last; day = asy_day_add_months (day, REVIEW_MONTHS))
    {
      g_autoptr (AsyPlanReview) review = asy_plan_review_new ();

      asy_plan_review_set_plan_id (review, asy_record_get_id (ASY_RECORD (plan)));
      asy_plan_review_set_day (review, day);
      asy_plan_review_set_note (review, "Zadania idą zgodnie z planem, terminy bez zmian.");
      asy_plan_review_set_next_on (review, asy_day_add_months (day, REVIEW_MONTHS));
      if (!demo_insert (demo, review, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_copy (Demo *demo, AsyPlan *plan, AsyPlanCopyRecipientKind kind, const char *recipient, GError **error)
{
  g_autoptr (AsyPlanCopy) copy = asy_plan_copy_new ();

  asy_plan_copy_set_plan_id (copy, asy_record_get_id (ASY_RECORD (plan)));
  asy_plan_copy_set_day (copy, asy_plan_get_agreed_on (plan));
  asy_plan_copy_set_recipient_kind (copy, (int) kind);
  asy_plan_copy_set_recipient (copy, recipient);
  asy_plan_copy_set_copies (copy, 1);
  return demo_insert (demo, copy, error);
}

AsyDay
demo_next_review (Demo *demo, const DemoFamily *family, AsyDay agreed_on)
{
  AsyDay day = asy_day_add_months (agreed_on, REVIEW_MONTHS);

  while (day < demo->today - (is_one_of (family, 9, 1) ? 6 : 0))
    day = asy_day_add_months (day, REVIEW_MONTHS);
  return day;
}

gboolean
demo_add_plan_life (Demo *demo, const DemoFamily *family, AsyPlan *plan, GError **error)
{
  const AsyDay agreed_on = asy_plan_get_agreed_on (plan);
  const AsyDay ended_on = asy_plan_get_ended_on (plan);

  if (agreed_on == ASY_DAY_NONE)
    return !is_one_of (family, 3, 2) || asy_plan_get_consulted_on (plan) == ASY_DAY_NONE ||
           add_answer (demo, asy_record_get_id (ASY_RECORD (plan)), family->main_adult_id, demo->today, NULL, error);
  if (!add_answers (demo, family, plan, error) ||
      !add_reviews (demo, family, plan, ended_on != ASY_DAY_NONE ? ended_on : asy_plan_get_review_on (plan), error) ||
      !add_copy (demo, plan, ASY_PLAN_COPY_RECIPIENT_KIND_FAMILY, family->name, error))
    return FALSE;
  return !family->has_child_in_care || is_one_of (family, 2, 0) ||
         add_copy (demo, plan, ASY_PLAN_COPY_RECIPIENT_KIND_CARE, "Natalia Listek, PCPR", error);
}

/* Annexes: written by the register itself, so that each version knows what it was copied from. */

static gboolean
change_first_goal (AsySession *session, AsyPlanFile *file, const char *effect, GError **error)
{
  AsyGoal *goal = file->goals->pdata[0];

  asy_goal_set_effect (goal, effect);
  return asy_goal_save (session, goal, error);
}

static gboolean
add_task (AsySession *session, AsyPlanFile *file, const char *what, GError **error)
{
  g_autoptr (AsyTask) task = asy_task_new ();
  AsyGoal *goal = file->goals->pdata[file->goals->len - 1];

  asy_task_set_goal_id (task, asy_record_get_id (ASY_RECORD (goal)));
  asy_task_set_what (task, what);
  asy_task_set_until_day (task, asy_goal_get_until_day (goal));
  return asy_task_save (session, task, error);
}

/* Signed by whoever signed the version before, and approved unless it is very new. */
static gboolean
agree_next (Demo *demo, AsyPlanFile *before, AsyPlanFile *next, AsyDay day, GError **error)
{
  g_autoptr (GPtrArray) answers = asy_record_array_new ();

  for (guint i = 0; i < before->signatures->len; i++)
    {
      AsyPlanSignature *answer = asy_plan_signature_new ();

      asy_plan_signature_set_person_id (answer, asy_plan_signature_get_person_id (before->signatures->pdata[i]));
      asy_plan_signature_set_day (answer, day);
      g_ptr_array_add (answers, answer);
    }
  asy_plan_set_consulted_on (next->plan, day - 2);
  asy_plan_set_consulted_with (next->plan, "Zofia Radna");
  asy_plan_set_child_voice (next->plan, asy_plan_get_child_voice (before->plan));
  asy_plan_set_care_agreed_on (next->plan, asy_plan_get_care_agreed_on (before->plan) != ASY_DAY_NONE ? day : ASY_DAY_NONE);
  asy_plan_set_care_agreed_with (next->plan, asy_plan_get_care_agreed_with (before->plan));
  asy_plan_set_assistant_id (next->plan, asy_plan_get_assistant_id (before->plan));
  asy_plan_set_assistant_signed_on (next->plan, day);
  asy_plan_set_approved_on (next->plan, day);
  asy_plan_set_approved_by (next->plan, "Barbara Wzorowa");
  return asy_plan_sign (demo->session, next->plan, answers, error) && asy_plan_agree (demo->session, next->plan, day, error);
}

static AsyPlanFile *
amend_first (Demo *demo, gint64 plan_id, GError **error)
{
  g_autoptr (AsyPlanFile) before = asy_plan_file_load (demo->session, plan_id, error);
  g_autoptr (AsyPlanFile) next = before == NULL ? NULL
                                                : asy_plan_amend (demo->session, plan_id, ASY_PLAN_CHANGE_KIND_NEW_PROBLEM,
                                                                  "przyszło wezwanie do zapłaty zaległego czynszu", error);

  if (next == NULL || !change_first_goal (demo->session, next, "Rodzice robią to sami, bez przypominania; widać to także w weekendy.", error) ||
      !add_task (demo->session, next, "Wniosek o rozłożenie zaległości czynszowych na raty", error))
    return NULL;
  return agree_next (demo, before, next, demo->today - 25, error) ? asy_plan_file_load (demo->session, asy_record_get_id (ASY_RECORD (next->plan)), error)
                                                                  : NULL;
}

static gboolean
amend_second (Demo *demo, AsyPlanFile *before, gboolean is_agreed, GError **error)
{
  g_autoptr (AsyPlanFile) next = asy_plan_amend (demo->session, asy_record_get_id (ASY_RECORD (before->plan)), ASY_PLAN_CHANGE_KIND_ASSESSMENT,
                                                 "jedno z działań nie jest już potrzebne", error);

  if (next == NULL || !asy_task_delete (demo->session, next->tasks->pdata[0], error) ||
      !add_task (demo->session, next, "Spotkanie z doradcą do spraw zadłużeń", error))
    return FALSE;
  return !is_agreed || agree_next (demo, before, next, demo->today - 4, error);
}

/* Plans of the first families at work that are old enough: two annexes each, the second of the last still a draft. */
gboolean
demo_add_amendments (Demo *demo, gpointer data, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  g_autoptr (GPtrArray) plans = NULL;

  stmt = asy_repo_prepare (demo->session, ASY_TYPE_PLAN,
                           "JOIN case_file c ON c.id = t.case_file_id WHERE c.ended_on IS NULL AND c.closed_on IS NULL"
                           " AND c.end_proposed_on IS NULL AND t.ended_on IS NULL AND t.agreed_on < :day ORDER BY t.id LIMIT :n",
                           error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_day (stmt, ":day", demo->today - 60);
  asy_stmt_bind_int (stmt, ":n", N_AMENDED);
  plans = asy_repo_read_all (stmt, ASY_TYPE_PLAN, error);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      g_autoptr (AsyPlanFile) first = amend_first (demo, asy_record_get_id (plans->pdata[i]), error);

      if (first == NULL || !amend_second (demo, first, i + 1 < plans->len, error))
        return FALSE;
    }
  return plans != NULL;
}
