/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "law/asy-plan-life.h"
#include "plans/asy-plan-sign-form.h"
#include "store/asy-plan-steps.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form.h"
#include "ui/asy-rows.h"

/* The rows of one adult. */
typedef struct {
  AsyForm *form;
  AsyPlanSignature *answer;     /* the form's copy; without a day there is no answer */
  char *name;
  GtkWidget *day;
  GtkWidget *reason;
} Signer;

static void
signer_free (gpointer data, GClosure *closure)
{
  Signer *signer = data;

  g_free (signer->name);
  g_free (signer);
}

static const AsyChoice answers[] = {
  { "none", N_ ("no answer yet") }, { "signed", N_ ("signed") }, { "refused", N_ ("refused to sign") }, { NULL, NULL },
};

static gpointer
sign_job (AsySession *session, gpointer request, GError **error)
{
  GPtrArray *records = request;
  g_autoptr (GPtrArray) signatures = g_ptr_array_new ();

  for (guint i = 1; i < records->len; i++)
    g_ptr_array_add (signatures, records->pdata[i]);
  return asy_plan_sign (session, records->pdata[0], signatures, error) ? ASY_STORE_DONE : NULL;
}

static void
show_rows (Signer *signer)
{
  const gboolean is_answered = asy_plan_signature_get_day (signer->answer) != ASY_DAY_NONE;
  const gboolean is_refused = asy_plan_signature_get_answer (signer->answer) == ASY_PLAN_SIGNATURE_ANSWER_REFUSED;

  gtk_widget_set_visible (signer->day, is_answered);
  gtk_widget_set_visible (signer->reason, is_answered && is_refused);
}

static void
on_answer_chosen_cb (AsyChoiceRow *row, gpointer user_data)
{
  Signer *signer = user_data;
  const char *code = asy_choice_row_get_code (row);
  const AsyDay day = asy_plan_signature_get_day (signer->answer);

  if (g_strcmp0 (code, "none") == 0)
    asy_plan_signature_set_day (signer->answer, ASY_DAY_NONE);
  else if (day == ASY_DAY_NONE)
    asy_plan_signature_set_day (signer->answer, asy_context_get_today (asy_form_get_context (signer->form)));
  asy_plan_signature_set_answer (signer->answer, g_strcmp0 (code, "refused") == 0 ? ASY_PLAN_SIGNATURE_ANSWER_REFUSED
                                                                                  : ASY_PLAN_SIGNATURE_ANSWER_SIGNED);
  show_rows (signer);
  asy_form_touch (signer->form);
}

static const char *
get_code (AsyPlanSignature *answer)
{
  if (asy_plan_signature_get_day (answer) == ASY_DAY_NONE)
    return "none";
  return asy_plan_signature_get_answer (answer) == ASY_PLAN_SIGNATURE_ANSWER_REFUSED ? "refused" : "signed";
}

static char *
check_answer (AsyForm *form, gpointer user_data)
{
  Signer *signer = user_data;
  const AsyDay day = asy_plan_signature_get_day (signer->answer);

  if (day > asy_context_get_today (asy_form_get_context (form)))
    return g_strdup (_ ("The day is still to come"));
  if (day != ASY_DAY_NONE && asy_plan_signature_get_answer (signer->answer) == ASY_PLAN_SIGNATURE_ANSWER_REFUSED &&
      asy_plan_signature_get_reason (signer->answer) == NULL)
    return g_strdup_printf (_ ("%s refused: write the reason"), signer->name);
  return NULL;
}

/* An answer to a version that was agreed does not change any more. */
static void
add_signer (AsyForm *form, const AsyMemberEntry *entry, AsyPlanFile *file)
{
  const gint64 person_id = asy_record_get_id (ASY_RECORD (entry->person));
  AsyPlanSignature *stored = asy_plan_file_find_signature (file, person_id);
  g_autoptr (AsyPlanSignature) source = stored != NULL ? g_object_ref (stored) : asy_plan_signature_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = asy_person_dup_full_name (entry->person);
  GtkWidget *choice = asy_choice_row_new (name);
  Signer *signer = g_new0 (Signer, 1);

  asy_plan_signature_set_plan_id (source, asy_record_get_id (ASY_RECORD (file->plan)));
  asy_plan_signature_set_person_id (source, person_id);
  signer->form = form;
  signer->answer = asy_form_add_record (form, source);
  signer->name = g_strdup (name);
  signer->day = asy_form_bind (form, signer->answer, ASY_PLAN_SIGNATURE_DAY, asy_date_row_new (""));
  signer->reason = asy_form_bind (form, signer->answer, ASY_PLAN_SIGNATURE_REASON, asy_text_row_new ("", 2));
  asy_choice_row_set_choices (ASY_CHOICE_ROW (choice), answers);
  asy_choice_row_set_code (ASY_CHOICE_ROW (choice), get_code (signer->answer));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), choice);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), signer->day);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), signer->reason);
  gtk_widget_set_sensitive (group, stored == NULL || asy_plan_get_agreed_on (file->plan) == ASY_DAY_NONE);
  g_signal_connect_data (choice, "chosen", G_CALLBACK (on_answer_chosen_cb), signer, signer_free, G_CONNECT_DEFAULT);
  asy_form_add_check (form, check_answer, signer);
  asy_form_add_group (form, group);
  show_rows (signer);
}

static void
add_child (AsyForm *form, AsyPlan *copy)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Voice of the child"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("What the child says of the plan, as its age and maturity allow (art. 4a)."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, ASY_PLAN_CHILD_VOICE, asy_text_row_new ("", 3)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, ASY_PLAN_CHILD_HEARD_ON, asy_date_row_new ("")));
  gtk_widget_set_sensitive (group, asy_plan_get_agreed_on (copy) == ASY_DAY_NONE || asy_plan_get_child_voice (copy) == NULL);
  asy_form_add_group (form, group);
}

static void
add_assistant (AsyForm *form, AsyFamilyFile *family, AsyPlan *copy)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *who = asy_choice_row_new ("");

  for (guint i = 0; i < family->assignments->len; i++)
    {
      const AsyAssignmentEntry *entry = family->assignments->pdata[i];
      g_autofree char *name = asy_worker_dup_full_name (entry->worker);

      asy_choice_row_append_id (ASY_CHOICE_ROW (who), asy_record_get_id (ASY_RECORD (entry->worker)), name, NULL);
    }
  if (asy_plan_get_assistant_id (copy) == 0 && family->assistant != NULL)
    asy_plan_set_assistant_id (copy, asy_record_get_id (ASY_RECORD (family->assistant)));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Family assistant"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, ASY_PLAN_ASSISTANT_ID, who));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, ASY_PLAN_ASSISTANT_SIGNED_ON, asy_date_row_new ("")));
  gtk_widget_set_sensitive (group, asy_plan_get_agreed_on (copy) == ASY_DAY_NONE || asy_plan_get_assistant_signed_on (copy) == ASY_DAY_NONE);
  asy_form_add_group (form, group);
}

void
asy_plan_sign_form_open (AsyContext *context, AsyFamilyFile *family, AsyPlanFile *file)
{
  g_autoptr (GPtrArray) signers = asy_plan_list_signers (family, asy_context_get_today (context));
  AsyForm *form = asy_form_new (context, _ ("Signatures under the Plan"));
  AsyPlan *copy = asy_form_add_record (form, file->plan);

  asy_form_set_subtitle (form, _ ("Once somebody has answered, the goals and tasks stay as they are."));
  for (guint i = 0; i < signers->len; i++)
    add_signer (form, signers->pdata[i], file);
  add_child (form, copy);
  add_assistant (form, family, copy);
  asy_form_set_job (form, sign_job);
  asy_form_present (form);
}
