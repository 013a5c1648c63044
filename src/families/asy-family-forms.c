/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-case-number.h"
#include "families/asy-family-forms.h"
#include "families/asy-form-helper.h"
#include "families/asy-form-rows.h"
#include "families/asy-hint-row.h"
#include "families/asy-intake-rows.h"
#include "families/asy-reasons-row.h"
#include "store/asy-course.h"
#include "store/asy-requests.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-words.h"

#define REPORT_DAYS_DEFAULT 14

/* The family */

ASY_FORM_DEFINE_JOB (save_family_job, asy_family_save)

void
asy_family_form_family (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec about[] = {
    { ASY_FAMILY_NAME, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_STREET, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_POSTCODE, ASY_ROW_POSTCODE, NULL, NULL },
    { ASY_FAMILY_CITY, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_DISTRICT, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_PHONE, ASY_ROW_PHONE, NULL, NULL },
    { ASY_FAMILY_EMAIL, ASY_ROW_TEXT, NULL, NULL },
    { ASY_FAMILY_OWN_NUMBER, ASY_ROW_TEXT, NULL, NULL },
  };
  static const AsyRowSpec work[] = {
    { ASY_FAMILY_VISITS_A_MONTH, ASY_ROW_NUMBER, NULL, NULL },
    { ASY_FAMILY_NOTES, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Family"));
  AsyFamily *family = asy_form_add_record (form, data->file->family);

  asy_form_add_rows (form, family, NULL, about, G_N_ELEMENTS (about), NULL);
  asy_form_add_rows (form, family, _("Visits"), work, G_N_ELEMENTS (work), NULL);
  asy_form_add_check (form, asy_form_check_email, family);
  asy_form_set_job (form, save_family_job);
  asy_form_set_draft (form, "family");
  asy_form_present (form);
}

/* How the family came: facts of the case and its reasons, saved together. */

typedef struct {
  AsyCase *case_file;
  char **reasons;
  gboolean is_reopening;        /* the family had a case before (S9r) */
} Intake;

static void
intake_free (gpointer data)
{
  Intake *intake = data;

  g_clear_object (&intake->case_file);
  g_strfreev (intake->reasons);
  g_free (intake);
}

static gboolean
save_intake (AsySession *session, gpointer user_data, GError **error)
{
  const Intake *intake = user_data;

  if (intake->is_reopening)
    return asy_case_reopen (session, intake->case_file, (const char *const *) intake->reasons, error);
  return asy_case_save (session, intake->case_file, error) &&
         asy_case_set_reasons (session, asy_record_get_id (ASY_RECORD (intake->case_file)), (const char *const *) intake->reasons,
                               error);
}

static gpointer
save_intake_job (AsySession *session, gpointer request, GError **error)
{
  return asy_session_transaction (session, save_intake, request, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
make_intake (AsyForm *form, gpointer user_data)
{
  Intake *intake = g_new0 (Intake, 1);

  intake->is_reopening = g_object_get_data (G_OBJECT (form), "is-reopening") != NULL;
  intake->case_file = asy_record_duplicate (asy_form_get_record (form, 0));
  intake->reasons = asy_reasons_row_dup_codes (user_data);
  return intake;
}

static AsyCase *
new_case (AsyFamilyData *data)
{
  AsyCase *fresh = asy_case_new ();

  asy_case_set_family_id (fresh, asy_record_get_id (ASY_RECORD (data->file->family)));
  asy_case_set_notice_on (fresh, data->today);
  return fresh;
}

void
asy_family_form_intake (AsyContext *context, AsyFamilyData *data, AsyIntakeFocus focus)
{
  const gboolean is_new = focus == ASY_INTAKE_NEW_CASE || data->file->current == NULL;
  g_autoptr (AsyCase) source = is_new ? new_case (data) : g_object_ref (data->file->current);
  const gboolean is_reopening = is_new && data->file->current != NULL;
  AsyForm *form = asy_form_new_of_family (context, data, is_reopening ? _("Reopen the Case") : is_new ? _("New Notice") : _("How the Family Came"));
  AsyCase *case_file = asy_form_add_record (form, source);
  GtkWidget *reasons = asy_reasons_row_new (asy_context_get_office (context)->dictionary, data->file->reasons);
  GtkWidget *row = asy_intake_rows_add (form, case_file, reasons, focus);

  if (is_reopening)
    g_object_set_data (G_OBJECT (form), "is-reopening", GINT_TO_POINTER (TRUE));
  asy_form_set_request (form, make_intake, reasons, intake_free, NULL);
  asy_form_set_job (form, save_intake_job);
  asy_form_set_draft (form, "case_file");
  if (row != NULL)
    asy_form_focus_row (form, row);
  asy_form_present (form);
}

ASY_FORM_DEFINE_JOB (save_case_job, asy_case_save)

/* Case numbers of courts: a warning below the row, and the court's own way of writing when the cursor leaves. */

static const char *
describe_signature (AsyCaseNumberProblem problem)
{
  switch (problem)
    {
    case ASY_CASE_NUMBER_OK:
    case ASY_CASE_NUMBER_PROBLEM_EMPTY:
      return NULL;
    case ASY_CASE_NUMBER_PROBLEM_DIVISION:
      return _("The division is no Roman number. It can be saved all the same.");
    case ASY_CASE_NUMBER_PROBLEM_REPERTORY:
      return _("Family courts keep no register under this sign. It can be saved all the same.");
    case ASY_CASE_NUMBER_PROBLEM_YEAR:
      return _("The year does not look right. It can be saved all the same.");
    case ASY_CASE_NUMBER_PROBLEM_FORMAT:
    case ASY_CASE_NUMBER_PROBLEM_NUMBER:
    default:
      return _("Case numbers look like III Nsm 756/25. It can be saved all the same.");
    }
}

static void
on_signature_changed_cb (GtkEditable *editable, gpointer user_data)
{
  asy_hint_row_set (user_data, describe_signature (asy_case_number_parse (gtk_editable_get_text (editable), NULL)), ASY_MEANING_SOON);
}

static void
on_signature_left_cb (GtkEventControllerFocus *focus, gpointer user_data)
{
  GtkEditable *editable = user_data;
  g_autofree char *normal = asy_case_number_normalise (gtk_editable_get_text (editable));

  if (g_strcmp0 (normal, gtk_editable_get_text (editable)) != 0)
    gtk_editable_set_text (editable, normal);
}

static void
watch_signature (GtkWidget *row)
{
  GtkWidget *hint = asy_hint_row_new ();
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_list_box_insert (GTK_LIST_BOX (list), hint, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_signature_changed_cb), hint, 0);
  g_signal_connect (focus, "leave", G_CALLBACK (on_signature_left_cb), row);
  gtk_widget_add_controller (row, focus);
  on_signature_changed_cb (GTK_EDITABLE (row), hint);
}

void
asy_family_form_court (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_COURT_ID, ASY_ROW_COURT, NULL, NULL },
    { ASY_CASE_COURT_SIGNATURE, ASY_ROW_TEXT, NULL, NULL },
    { ASY_CASE_COURT_ORDER_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_COURT_DUTY, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CASE_COURT_OFFICER, ASY_ROW_TEXT, NULL, NULL },
    { ASY_CASE_COURT_REPORT_MONTHS, ASY_ROW_NUMBER, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Duty Laid Down by the Court"));
  AsyCase *case_file = asy_form_add_record (form, data->file->current);
  GtkWidget *rows[G_N_ELEMENTS (specs)];
  AdwPreferencesGroup *group = asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), rows);

  adw_preferences_group_set_description (group, _("Art. 109 § 2 point 1 and § 4 KRO"));
  watch_signature (rows[1]);
  asy_form_set_job (form, save_case_job);
  asy_form_set_draft (form, "case_court");
  asy_form_present (form);
}

/* Suspension */

static char *
check_suspension (AsyForm *form, gpointer user_data)
{
  AsyCase *case_file = user_data;
  const AsyDay from = asy_case_get_suspended_from (case_file);
  const AsyDay until = asy_case_get_suspended_until (case_file);

  if (from == ASY_DAY_NONE && until != ASY_DAY_NONE)
    return g_strdup (_("Say from when the work is suspended"));
  if (until != ASY_DAY_NONE && until < from)
    return g_strdup (_("The suspension ends before it begins"));
  if (from != ASY_DAY_NONE && asy_case_get_suspended_reason (case_file) == NULL)
    return g_strdup (_("Say why the work is suspended"));
  return NULL;
}

void
asy_family_form_suspend (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_CASE_SUSPENDED_FROM, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_SUSPENDED_UNTIL, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_SUSPENDED_REASON, ASY_ROW_TEXT, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, data->stage == ASY_STAGE_SUSPENDED ? _("Suspension") : _("Suspend the Work"));
  AsyCase *case_file = asy_form_add_record (form, data->file->current);

  if (data->stage == ASY_STAGE_SUSPENDED && asy_case_get_suspended_until (case_file) == ASY_DAY_NONE)
    asy_case_set_suspended_until (case_file, data->today - 1 >= asy_case_get_suspended_from (case_file)
                                               ? data->today - 1 : asy_case_get_suspended_from (case_file));
  else if (data->stage != ASY_STAGE_SUSPENDED)
    asy_case_set_suspended_from (case_file, data->today);
  asy_form_add_rows (form, case_file, NULL, specs, G_N_ELEMENTS (specs), NULL);
  asy_form_add_check (form, check_suspension, case_file);
  asy_form_set_job (form, save_case_job);
  asy_form_set_draft (form, "case_suspension");
  asy_form_present (form);
}

/* Consent */

ASY_FORM_DEFINE_JOB (save_consent_job, asy_consent_save)

static char *
check_consent (AsyForm *form, gpointer user_data)
{
  AsyConsent *consent = user_data;

  if (asy_consent_get_person_id (consent) == 0)
    return g_strdup (_("Choose the person"));
  if (asy_consent_get_given_on (consent) > asy_context_get_today (asy_form_get_context (form)))
    return g_strdup (_("The day is still to come"));
  if (asy_consent_get_withdrawn_on (consent) != ASY_DAY_NONE &&
      asy_consent_get_withdrawn_on (consent) < asy_consent_get_given_on (consent))
    return g_strdup (_("The consent is withdrawn before it was given"));
  return NULL;
}

/* The first adult, when there is one: it is nearly always a parent who signs. */
static gint64
guess_signer (AsyFamilyData *data)
{
  for (guint i = 0; i < data->file->members->len; i++)
    {
      const AsyMemberEntry *entry = data->file->members->pdata[i];

      if (!asy_member_entry_is_child (entry, data->today) && asy_member_get_left_on (entry->member) == ASY_DAY_NONE)
        return asy_record_get_id (ASY_RECORD (entry->person));
    }
  return 0;
}

static void
add_consent_rows (AsyForm *form, AsyConsent *consent, AsyFamilyData *data, gboolean with_withdrawal)
{
  static const AsyRowSpec given[] = {
    { ASY_CONSENT_GIVEN_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CONSENT_NOTE, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  static const AsyRowSpec withdrawn[] = {
    { ASY_CONSENT_WITHDRAWN_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CONSENT_WITHDRAWN_REASON, ASY_ROW_TEXT, NULL, NULL },
  };
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *person = asy_person_choice_new ("", data->file);
  GtkWidget *kind = asy_choice_row_new ("");

  for (int i = 0; asy_consent_kind_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (kind), asy_consent_kind_nicks[i], asy_consent_kind_get_label ((AsyConsentKind) i), NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Art. 8 section 3: work with the family's consent and "
                                                                          "active participation"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, consent, ASY_CONSENT_PERSON_ID, person));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, consent, ASY_CONSENT_KIND, kind));
  asy_form_add_group (form, group);
  asy_form_add_rows (form, consent, NULL, given, G_N_ELEMENTS (given), NULL);
  if (with_withdrawal)
    asy_form_add_rows (form, consent, _("Withdrawal"), withdrawn, G_N_ELEMENTS (withdrawn), NULL);
}

void
asy_family_form_consent (AsyContext *context, AsyFamilyData *data, AsyConsent *consent)
{
  g_autoptr (AsyConsent) source = consent != NULL ? g_object_ref (consent) : asy_consent_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Consent"));
  AsyConsent *copy;

  if (consent == NULL)
    asy_consent_set_case_file_id (source, asy_record_get_id (ASY_RECORD (data->file->current)));
  copy = asy_form_add_record (form, source);
  if (consent == NULL)
    {
      asy_consent_set_person_id (copy, guess_signer (data));
      asy_consent_set_given_on (copy, data->today);
    }
  add_consent_rows (form, copy, data, consent != NULL);
  asy_form_add_check (form, check_consent, copy);
  asy_form_set_job (form, save_consent_job);
  asy_form_set_draft (form, "consent");
  asy_form_present (form);
}

/* A letter of the court */

ASY_FORM_DEFINE_JOB (save_request_job, asy_court_request_save)

static char *
check_request (AsyForm *form, gpointer user_data)
{
  AsyCourtRequest *request = user_data;
  const AsyDay received = asy_court_request_get_received_on (request);

  if (asy_court_request_get_signature (request) == NULL)
    return g_strdup (_("Write the case number"));
  if (received > asy_context_get_today (asy_form_get_context (form)))
    return g_strdup (_("The letter was received in days to come"));
  if (asy_court_request_get_letter_on (request) != ASY_DAY_NONE && asy_court_request_get_letter_on (request) > received)
    return g_strdup (_("The letter was received before it was written"));
  if (asy_court_request_get_due_on (request) < received)
    return g_strdup (_("The opinion is due before the letter was received"));
  return NULL;
}

/* What the case knows already stands in the form: the court and its number. */
static void
prefill_request (AsyCourtRequest *request, AsyContext *context, AsyFamilyData *data)
{
  AsyOfficeFile *office = asy_context_get_office (context);
  const gint64 court_id = asy_case_get_court_id (data->file->current);

  asy_court_request_set_court_id (request, court_id != 0 ? court_id : asy_office_get_default_court_id (office->office));
  asy_court_request_set_signature (request, asy_case_get_court_signature (data->file->current));
  asy_court_request_set_received_on (request, data->today);
  asy_court_request_set_due_on (request, data->today + REPORT_DAYS_DEFAULT);
  asy_court_request_set_hearing_minute (request, -1);
}

void
asy_family_form_request (AsyContext *context, AsyFamilyData *data, AsyCourtRequest *request)
{
  static const AsyRowSpec letter[] = {
    { ASY_COURT_REQUEST_COURT_ID, ASY_ROW_COURT, NULL, NULL },
    { ASY_COURT_REQUEST_SIGNATURE, ASY_ROW_TEXT, NULL, NULL },
    { ASY_COURT_REQUEST_LETTER_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_COURT_REQUEST_RECEIVED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_COURT_REQUEST_DUE_ON, ASY_ROW_DAY, NULL, NULL },
  };
  static const AsyRowSpec content[] = {
    { ASY_COURT_REQUEST_SUBJECT, ASY_ROW_TEXT, NULL, NULL },
    { ASY_COURT_REQUEST_QUESTIONS, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_COURT_REQUEST_JUDGE, ASY_ROW_TEXT, NULL, NULL },
    { ASY_COURT_REQUEST_HEARING_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_COURT_REQUEST_HEARING_MINUTE, ASY_ROW_TIME, NULL, NULL },
  };
  g_autoptr (AsyCourtRequest) source = request != NULL ? g_object_ref (request) : asy_court_request_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Letter of the Court"));
  GtkWidget *rows[G_N_ELEMENTS (letter)];
  AsyCourtRequest *copy;

  if (request == NULL)
    asy_court_request_set_case_file_id (source, asy_record_get_id (ASY_RECORD (data->file->current)));
  copy = asy_form_add_record (form, source);
  if (request == NULL)
    prefill_request (copy, context, data);
  asy_form_add_rows (form, copy, NULL, letter, G_N_ELEMENTS (letter), rows);
  watch_signature (rows[1]);
  asy_form_add_rows (form, copy, _("What the Court Asks"), content, G_N_ELEMENTS (content), NULL);
  asy_form_add_check (form, check_request, copy);
  asy_form_set_job (form, save_request_job);
  asy_form_set_draft (form, "court_request");
  asy_form_present (form);
}
