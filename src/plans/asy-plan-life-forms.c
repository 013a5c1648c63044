/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-plan-copies.h"
#include "plans/asy-plan-forms.h"
#include "plans/asy-plan-life-forms.h"
#include "plans/asy-plan-sign-form.h"
#include "store/asy-plan-steps.h"
#include "store/asy-plans.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-compat.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form.h"
#include "ui/asy-plan-words.h"
#include "ui/asy-rows.h"

#define REVIEW_MONTHS 3

static GtkWidget *
add_group (AsyForm *form, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  asy_form_add_group (form, group);
  return group;
}

static GtkWidget *
add_row (AsyForm *form, GtkWidget *group, gpointer copy, guint field, GtkWidget *row)
{
  asy_form_bind (form, copy, field, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static AsyDay
today_of (AsyForm *form)
{
  return asy_context_get_today (asy_form_get_context (form));
}

static gboolean
is_to_come (AsyForm *form, AsyDay day)
{
  return day != ASY_DAY_NONE && day > today_of (form);
}

/* A job that saves the only record of a form. */
#define DEFINE_JOB(name, call)                                     \
  static gpointer                                                  \
  name (AsySession *session, gpointer request, GError **error)     \
  {                                                                \
    return call (session, request, error) ? ASY_STORE_DONE : NULL; \
  }

DEFINE_JOB (save_job, asy_plan_save)
DEFINE_JOB (end_job, asy_plan_end)
DEFINE_JOB (review_job, asy_plan_review_save)

static gpointer
agree_job (AsySession *session, gpointer request, GError **error)
{
  const AsyDay day = asy_plan_get_agreed_on (request);

  /* The form carries the day in the record; the store sets it when all is there. */
  asy_plan_set_agreed_on (request, ASY_DAY_NONE);
  return asy_plan_agree (session, request, day, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
amend_job (AsySession *session, gpointer request, GError **error)
{
  g_autoptr (AsyPlanFile) next = asy_plan_amend (session, asy_record_get_id (request), (AsyPlanChangeKind) asy_plan_get_change_kind (request),
                                                 asy_plan_get_change_reason (request), error);

  return next != NULL ? ASY_STORE_DONE : NULL;
}

static gpointer
care_job (AsySession *session, gpointer request, GError **error)
{
  GPtrArray *records = request;
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 1; i < records->len; i++)
    g_ptr_array_add (members, records->pdata[i]);
  return asy_plan_agree_care (session, records->pdata[0], members, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
discard_job (AsySession *session, gpointer request, GError **error)
{
  return asy_plan_discard (session, request, error) ? ASY_STORE_DONE : NULL;
}

/* Consultation. */

static char *
check_consultation (AsyForm *form, gpointer user_data)
{
  AsyPlan *plan = user_data;

  if (asy_plan_get_consulted_on (plan) == ASY_DAY_NONE)
    return g_strdup (_ ("Give the day of the consultation"));
  if (is_to_come (form, asy_plan_get_consulted_on (plan)))
    return g_strdup (_ ("The day is still to come"));
  return asy_plan_get_consulted_with (plan) == NULL ? g_strdup (_ ("Say with whom the plan was consulted")) : NULL;
}

static void
open_consultation (AsyContext *context, AsyFamilyFile *family, AsyPlan *plan)
{
  AsyForm *form = asy_form_new (context, _ ("Consultation of the Plan"));
  AsyPlan *copy = asy_form_add_record (form, plan);
  GtkWidget *group = add_group (form, NULL, _ ("The plan is made with the family and in consultation with the social worker (art. 15 ust. 1 pkt 1)."));

  if (asy_plan_get_consulted_on (copy) == ASY_DAY_NONE)
    asy_plan_set_consulted_on (copy, asy_context_get_today (context));
  if (asy_plan_get_consulted_with (copy) == NULL && family->current != NULL)
    asy_plan_set_consulted_with (copy, asy_case_get_social_worker (family->current));
  add_row (form, group, copy, ASY_PLAN_CONSULTED_ON, asy_date_row_new (""));
  add_row (form, group, copy, ASY_PLAN_CONSULTED_WITH, adw_entry_row_new ());
  add_row (form, group, copy, ASY_PLAN_CONSULT_REMARKS, asy_text_row_new ("", 3));
  asy_form_add_check (form, check_consultation, copy);
  asy_form_set_job (form, save_job);
  asy_form_set_draft (form, "plan_consultation");
  asy_form_allow_unchanged (form);
  asy_form_present (form);
}

/* Foster care. */

static char *
check_care (AsyForm *form, gpointer user_data)
{
  AsyPlan *plan = user_data;

  if (is_to_come (form, asy_plan_get_care_agreed_on (plan)))
    return g_strdup (_ ("The day is still to come"));
  if (asy_plan_get_care_agreed_on (plan) != ASY_DAY_NONE && asy_plan_get_care_agreed_with (plan) == NULL)
    return g_strdup (_ ("Say with whom the plan was agreed"));
  return NULL;
}

static const char *
find_care_coordinator (AsyFamilyFile *family, GPtrArray *in_care)
{
  for (guint i = 0; i < in_care->len; i++)
    {
      const AsyMemberEntry *entry = in_care->pdata[i];

      if (asy_member_get_care_coordinator (entry->member) != NULL)
        return asy_member_get_care_coordinator (entry->member);
    }
  return family->current != NULL ? asy_case_get_care_coordinator (family->current) : NULL;
}

static void
add_help_plan (AsyForm *form, const AsyMemberEntry *entry)
{
  AsyMember *copy = asy_form_add_record (form, entry->member);
  g_autofree char *name = asy_person_dup_full_name (entry->person);
  g_autofree char *title = g_strdup_printf (_ ("Plan of help for the child: %s"), name);
  GtkWidget *group = add_group (form, title, NULL);
  GtkWidget *day = asy_date_row_new (_ ("Of the day"));
  GtkWidget *mark = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (mark), _ ("Number"));
  add_row (form, group, copy, ASY_MEMBER_HELP_PLAN_ON, day);
  add_row (form, group, copy, ASY_MEMBER_HELP_PLAN_MARK, mark);
}

static void
open_care (AsyContext *context, AsyFamilyFile *family, AsyPlan *plan)
{
  AsyForm *form = asy_form_new (context, _ ("Agreement with the Foster Side"));
  AsyPlan *copy = asy_form_add_record (form, plan);
  g_autoptr (GPtrArray) in_care = NULL;
  GtkWidget *group;

  in_care = asy_plan_list_in_care (family, asy_context_get_office (context)->dictionary, asy_context_get_today (context));
  group = add_group (form, NULL, _ ("A plan for a family with a child in foster care is brought in line with the plan of help for the child (art. 15 ust. 1 pkt 2)."));
  if (asy_plan_get_care_agreed_on (copy) == ASY_DAY_NONE)
    asy_plan_set_care_agreed_on (copy, asy_context_get_today (context));
  if (asy_plan_get_care_agreed_with (copy) == NULL)
    asy_plan_set_care_agreed_with (copy, find_care_coordinator (family, in_care));
  add_row (form, group, copy, ASY_PLAN_CARE_AGREED_ON, asy_date_row_new (""));
  add_row (form, group, copy, ASY_PLAN_CARE_AGREED_WITH, adw_entry_row_new ());
  add_row (form, group, copy, ASY_PLAN_CARE_CONTACTS, asy_text_row_new ("", 3));
  for (guint i = 0; i < in_care->len; i++)
    add_help_plan (form, in_care->pdata[i]);
  asy_form_add_check (form, check_care, copy);
  asy_form_set_job (form, care_job);
  asy_form_set_draft (form, "plan_care");
  asy_form_allow_unchanged (form);
  asy_form_present (form);
}

/* In force. */

static char *
check_agreement (AsyForm *form, gpointer user_data)
{
  AsyPlan *plan = user_data;

  if (asy_plan_get_agreed_on (plan) == ASY_DAY_NONE)
    return g_strdup (_ ("Give the day on which the family signed or refused to."));
  return is_to_come (form, asy_plan_get_agreed_on (plan)) ? g_strdup (_ ("The day is still to come")) : NULL;
}

static AsyDay
last_answer (AsyPlanFile *file, AsyDay otherwise)
{
  return file->signatures->len > 0 ? asy_plan_signature_get_day (file->signatures->pdata[file->signatures->len - 1]) : otherwise;
}

static void
open_agreement (AsyContext *context, AsyPlanFile *file)
{
  const AsyDay today = asy_context_get_today (context);
  AsyForm *form = asy_form_new (context, _ ("Put the Plan in Force"));
  AsyPlan *copy = asy_form_add_record (form, file->plan);
  GtkWidget *group = add_group (form, NULL, _ ("An agreed plan is not changed any more: a change makes a new version with its reason. "
                                               "The version before it ends on the same day."));

  asy_plan_set_agreed_on (copy, last_answer (file, today));
  if (asy_plan_get_review_on (copy) == ASY_DAY_NONE)
    asy_plan_set_review_on (copy, asy_day_add_months (asy_plan_get_agreed_on (copy), REVIEW_MONTHS));
  add_row (form, group, copy, ASY_PLAN_AGREED_ON, asy_date_row_new (_ ("Agreed with the family on")));
  add_row (form, group, copy, ASY_PLAN_REVIEW_ON, asy_date_row_new (""));
  if (file->signatures->len == 0)
    {
      group = add_group (form, _ ("When nobody signed"), _ ("Answers of each adult are noted under Signatures; this is for a note about the family as a whole."));
      add_row (form, group, copy, ASY_PLAN_REFUSAL_REASON, asy_text_row_new (_ ("Reason for refusing to sign"), 2));
    }
  asy_form_set_save_label (form, _ ("_Put in force"));
  asy_form_add_check (form, check_agreement, copy);
  asy_form_set_job (form, agree_job);
  asy_form_allow_unchanged (form);
  asy_form_present (form);
}

static char *
check_approval (AsyForm *form, gpointer user_data)
{
  AsyPlan *plan = user_data;

  if (asy_plan_get_approved_on (plan) == ASY_DAY_NONE)
    return g_strdup (_ ("Give the day of the approval"));
  if (is_to_come (form, asy_plan_get_approved_on (plan)))
    return g_strdup (_ ("The day is still to come"));
  return asy_plan_get_approved_by (plan) == NULL ? g_strdup (_ ("Say who approved the plan")) : NULL;
}

static void
open_approval (AsyContext *context, AsyPlan *plan)
{
  AsyForm *form = asy_form_new (context, _ ("Approval of the Plan"));
  AsyPlan *copy = asy_form_add_record (form, plan);
  GtkWidget *group = add_group (form, NULL, NULL);

  asy_plan_set_approved_on (copy, asy_context_get_today (context));
  asy_plan_set_approved_by (copy, asy_office_get_head_name (asy_context_get_office (context)->office));
  add_row (form, group, copy, ASY_PLAN_APPROVED_ON, asy_date_row_new (""));
  add_row (form, group, copy, ASY_PLAN_APPROVED_BY, adw_entry_row_new ());
  asy_form_set_save_label (form, _ ("_Approve"));
  asy_form_add_check (form, check_approval, copy);
  asy_form_set_job (form, save_job);
  asy_form_allow_unchanged (form);
  asy_form_present (form);
}

/* Review. */

static char *
check_review (AsyForm *form, gpointer user_data)
{
  AsyPlanReview *review = user_data;
  const AsyDay next_on = asy_plan_review_get_next_on (review);

  if (is_to_come (form, asy_plan_review_get_day (review)))
    return g_strdup (_ ("The day is still to come"));
  return next_on != ASY_DAY_NONE && next_on <= asy_plan_review_get_day (review) ? g_strdup (_ ("The next review comes later")) : NULL;
}

static void
add_reviews (AsyForm *form, GPtrArray *reviews)
{
  GtkWidget *group = reviews->len > 0 ? add_group (form, _ ("Reviews So Far"), NULL) : NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      AsyPlanReview *review = reviews->pdata[i];

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 asy_plan_note_row_new (asy_plan_review_get_day (review),
                                                        asy_plan_review_result_get_label ((AsyPlanReviewResult) asy_plan_review_get_result (review)),
                                                        asy_plan_review_get_note (review)));
    }
}

static void
open_review (AsyContext *context, AsyPlanFile *file)
{
  const AsyDay today = asy_context_get_today (context);
  g_autoptr (AsyPlanReview) review = asy_plan_review_new ();
  AsyForm *form = asy_form_new (context, _ ("Review of the Plan"));
  GtkWidget *result = asy_choice_row_new ("");
  GtkWidget *group;
  AsyPlanReview *copy;

  asy_plan_review_set_plan_id (review, asy_record_get_id (ASY_RECORD (file->plan)));
  asy_plan_review_set_day (review, today);
  asy_plan_review_set_next_on (review, asy_day_add_months (today, REVIEW_MONTHS));
  copy = asy_form_add_record (form, review);
  group = add_group (form, NULL, NULL);
  for (int i = 0; asy_plan_review_result_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (result), asy_plan_review_result_nicks[i], asy_plan_review_result_get_label ((AsyPlanReviewResult) i), NULL);
  add_row (form, group, copy, ASY_PLAN_REVIEW_DAY, asy_date_row_new (""));
  add_row (form, group, copy, ASY_PLAN_REVIEW_RESULT, result);
  add_row (form, group, copy, ASY_PLAN_REVIEW_NOTE, asy_text_row_new ("", 3));
  add_row (form, group, copy, ASY_PLAN_REVIEW_NEXT_ON, asy_date_row_new (""));
  add_reviews (form, file->reviews);
  asy_form_add_check (form, check_review, copy);
  asy_form_set_job (form, review_job);
  asy_form_set_draft (form, "plan_review");
  asy_form_present (form);
}

/* Change and end. */

static char *
check_change (AsyForm *form, gpointer user_data)
{
  AsyPlan *plan = user_data;

  if (asy_plan_get_change_kind (plan) == ASY_PLAN_CHANGE_KIND_NONE)
    return g_strdup (_ ("Choose why the plan is to be changed"));
  return asy_plan_get_change_reason (plan) == NULL ? g_strdup (_ ("Write why the plan is to be changed.")) : NULL;
}

static void
open_change (AsyContext *context, AsyPlan *plan)
{
  AsyForm *form = asy_form_new (context, _ ("Change the plan"));
  AsyPlan *copy = asy_form_add_record (form, plan);
  GtkWidget *group = add_group (form, NULL, _ ("A draft of the next version is made; the one in force stays as it is until the new one is agreed."));
  GtkWidget *kind = asy_choice_row_new ("");

  asy_plan_set_change_kind (copy, ASY_PLAN_CHANGE_KIND_NONE);
  asy_plan_set_change_reason (copy, NULL);
  for (int i = 1; asy_plan_change_kind_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (kind), asy_plan_change_kind_nicks[i], asy_plan_change_kind_get_label ((AsyPlanChangeKind) i), NULL);
  add_row (form, group, copy, ASY_PLAN_CHANGE_KIND, kind);
  add_row (form, group, copy, ASY_PLAN_CHANGE_REASON, asy_text_row_new (_ ("Reason for the change"), 2));
  asy_form_set_save_label (form, _ ("_Make the draft"));
  asy_form_add_check (form, check_change, copy);
  asy_form_set_job (form, amend_job);
  asy_form_present (form);
}

static char *
check_end (AsyForm *form, gpointer user_data)
{
  AsyPlan *plan = user_data;

  if (asy_plan_get_ended_on (plan) == ASY_DAY_NONE)
    return g_strdup (_ ("Give the day on which the plan ended"));
  if (is_to_come (form, asy_plan_get_ended_on (plan)))
    return g_strdup (_ ("The day is still to come"));
  return asy_plan_get_end_kind (plan) == ASY_PLAN_END_KIND_NONE ? g_strdup (_ ("Choose how the plan ended")) : NULL;
}

void
asy_plan_end_form_open (AsyContext *context, AsyPlan *plan)
{
  AsyForm *form = asy_form_new (context, _ ("End of the Plan"));
  AsyPlan *copy = asy_form_add_record (form, plan);
  GtkWidget *group = add_group (form, NULL, _ ("The plan ends, not the work with the family: a new plan can follow."));
  GtkWidget *kind = asy_choice_row_new ("");

  asy_plan_set_ended_on (copy, asy_context_get_today (context));
  for (int i = 1; asy_plan_end_kind_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (kind), asy_plan_end_kind_nicks[i], asy_plan_end_kind_get_label ((AsyPlanEndKind) i), NULL);
  add_row (form, group, copy, ASY_PLAN_ENDED_ON, asy_date_row_new (""));
  add_row (form, group, copy, ASY_PLAN_END_KIND, kind);
  add_row (form, group, copy, ASY_PLAN_END_REASON, asy_text_row_new ("", 3));
  asy_form_set_save_label (form, _ ("_End the plan"));
  asy_form_add_check (form, check_end, copy);
  asy_form_set_job (form, end_job);
  asy_form_present (form);
}

static void
open_new (AsyContext *context, AsyPlan *ended)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();

  asy_plan_set_case_file_id (plan, asy_plan_get_case_file_id (ended));
  asy_plan_set_from_day (plan, asy_context_get_today (context));
  asy_plan_form_open (context, plan);
}

typedef struct {
  AsyContext *context;
  AsyPlan *plan;
} Discarding;

static void
on_discard_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Discarding *discarding = user_data;
  g_autoptr (AsyContext) context = discarding->context;
  g_autoptr (AsyPlan) plan = discarding->plan;

  if (asy_ui_confirm_finish (result))
    asy_context_ask (context, context, NULL, discard_job, g_object_ref (plan), g_object_unref, NULL, NULL);
}

void
asy_plan_discard_ask (AsyContext *context, GtkWidget *parent, AsyPlan *plan)
{
  Discarding *discarding = g_new (Discarding, 1);

  discarding->context = g_object_ref (context);
  discarding->plan = asy_record_duplicate (plan);
  asy_ui_confirm_async (parent, _ ("Discard the draft?"), _ ("Its goals, tasks and signatures go with it. The version in force stays."),
                        _ ("_Discard"), TRUE, on_discard_confirmed_cb, discarding);
}

void
asy_plan_step_form_open (AsyContext *context, AsyFamilyFile *family, AsyPlanFile *file, AsyPlanStep step)
{
  switch (step)
    {
    case ASY_PLAN_STEP_CONSULT:
      open_consultation (context, family, file->plan);
      break;
    case ASY_PLAN_STEP_CARE:
      open_care (context, family, file->plan);
      break;
    case ASY_PLAN_STEP_SIGN:
      asy_plan_sign_form_open (context, family, file);
      break;
    case ASY_PLAN_STEP_AGREE:
      open_agreement (context, file);
      break;
    case ASY_PLAN_STEP_APPROVE:
      open_approval (context, file->plan);
      break;
    case ASY_PLAN_STEP_COPY:
      asy_plan_copies_form_open (context, family, file);
      break;
    case ASY_PLAN_STEP_REVIEW:
      open_review (context, file);
      break;
    case ASY_PLAN_STEP_AMEND:
      open_change (context, file->plan);
      break;
    case ASY_PLAN_STEP_NEW:
      open_new (context, file->plan);
      break;
    case ASY_PLAN_STEP_NONE:
    case ASY_PLAN_STEP_COMPLETE:
    default:
      break;
    }
}
