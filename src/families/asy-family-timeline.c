/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "families/asy-family-actions.h"
#include "families/asy-family-timeline.h"
#include "law/asy-person-names.h"
#include "ui/asy-format.h"
#include "ui/asy-plan-words.h"
#include "ui/asy-review-words.h"
#include "ui/asy-words.h"

typedef struct {
  AsyFamilyData *data;
  AsyFamilyFile *file;
  AsyDictionary *dictionary;
  GPtrArray *events;
} Axis;

void
asy_event_free (AsyEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->title);
  g_free (event->text);
  g_free (event);
}

const char *
asy_event_kind_get_label (AsyEventKind kind)
{
  static const char *const labels[ASY_N_EVENT_KINDS] = {
    [ASY_EVENT_VISIT] = N_("Visits"),
    [ASY_EVENT_LETTER] = N_("Letters"),
    [ASY_EVENT_PLAN] = N_("Plan"),
    [ASY_EVENT_ASSESSMENT] = N_("Assessments"),
    [ASY_EVENT_PEOPLE] = N_("People"),
    [ASY_EVENT_CASE] = N_("Case"),
    [ASY_EVENT_SAFETY] = N_("Safety"),
  };

  g_return_val_if_fail (kind < ASY_N_EVENT_KINDS, "");
  return _(labels[kind]);
}

static const char *
icon_of (AsyEventKind kind)
{
  static const char *const icons[ASY_N_EVENT_KINDS] = {
    [ASY_EVENT_VISIT] = "find-location-symbolic",
    [ASY_EVENT_LETTER] = "mail-unread-symbolic",
    [ASY_EVENT_PLAN] = "view-list-bullet-symbolic",
    [ASY_EVENT_ASSESSMENT] = "document-properties-symbolic",
    [ASY_EVENT_PEOPLE] = "system-users-symbolic",
    [ASY_EVENT_CASE] = "avatar-default-symbolic",
    [ASY_EVENT_SAFETY] = "dialog-warning-symbolic",
  };

  return icons[kind];
}

static AsyMeaning
meaning_of (AsyEventKind kind)
{
  switch (kind)
    {
    case ASY_EVENT_LETTER:
    case ASY_EVENT_PEOPLE:
    case ASY_EVENT_SAFETY:
      return ASY_MEANING_SOON;
    case ASY_EVENT_PLAN:
      return ASY_MEANING_INFO;
    case ASY_EVENT_ASSESSMENT:
      return ASY_MEANING_DONE;
    case ASY_EVENT_VISIT:
    case ASY_EVENT_CASE:
    default:
      return ASY_MEANING_PLAIN;
    }
}

/* Takes title and text over; a thing that has no day has not happened. */
static AsyEvent *
add (Axis *axis, AsyDay day, AsyEventKind kind, char *title, char *text)
{
  AsyEvent *event;

  if (day == ASY_DAY_NONE)
    {
      g_free (title);
      g_free (text);
      return NULL;
    }
  event = g_new0 (AsyEvent, 1);
  event->day = day;
  event->minute = -1;
  event->kind = kind;
  event->meaning = meaning_of (kind);
  event->icon_name = icon_of (kind);
  event->title = title;
  event->text = text;
  g_ptr_array_add (axis->events, event);
  return event;
}

static void
link_event (AsyEvent *event, const char *action, gpointer record)
{
  if (event == NULL)
    return;
  event->action = action;
  event->record_id = asy_record_get_id (record);
}

/* Parts that are there, as sentences in a row. (transfer full) */
static char *
join (const char *separator, const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strconcat (first, separator, second, NULL);
}

/* With the age on the day of the event, of whoever was a child then. */
static char *
add_age_then (AsyPerson *person, const char *name, AsyDay day)
{
  const AsyDay born = asy_person_get_birth_date (person);
  g_autofree char *age = NULL;

  if (born == ASY_DAY_NONE || day == ASY_DAY_NONE || born > day || asy_day_get_age (born, day) >= 18)
    return g_strdup (name);
  age = asy_person_dup_age (person, day);
  return g_strdup_printf ("%s (%s)", name, age);
}

/* What somebody was called on that day. */
static char *
dup_name_then (Axis *axis, AsyPerson *person, AsyDay day)
{
  g_autofree char *name = asy_person_names_on (person, axis->file->names, day);

  return add_age_then (person, name, day);
}

/* Visits */

static char *
visit_title (Axis *axis, AsyVisit *visit)
{
  const char *kind = asy_dictionary_get_label (axis->dictionary, ASY_DICT_CONTACT, asy_visit_get_kind (visit));
  g_autofree char *range = asy_text_time_range ((int) asy_visit_get_start_minute (visit), (int) asy_visit_get_minutes (visit));
  g_autofree char *length = asy_format_duration ((int) asy_visit_get_minutes (visit));

  switch (asy_visit_get_state (visit))
    {
    case ASY_VISIT_STATE_PLANNED:
      return g_strdup_printf (_("Visit arranged for %s"), range);
    case ASY_VISIT_STATE_MISSED:
      return g_strdup (_("Visit did not take place"));
    default:
      return g_strdup_printf ("%s, %s", kind, length);
    }
}

static char *
visit_text (Axis *axis, AsyVisit *visit)
{
  const char *reason = asy_visit_get_missed_reason (visit);
  const char *kind = asy_dictionary_get_label (axis->dictionary, ASY_DICT_CONTACT, asy_visit_get_kind (visit));

  switch (asy_visit_get_state (visit))
    {
    case ASY_VISIT_STATE_PLANNED:
      return join (" · ", kind, asy_visit_get_purpose (visit));
    case ASY_VISIT_STATE_MISSED:
      return join (" · ", reason != NULL ? asy_dictionary_get_label (axis->dictionary, ASY_DICT_MISSED_REASON, reason) : NULL,
                   asy_visit_get_course (visit));
    default:
      return g_strdup (asy_visit_get_course (visit) != NULL ? asy_visit_get_course (visit) : asy_visit_get_purpose (visit));
    }
}

static void
add_visit (Axis *axis, AsyVisit *visit)
{
  AsyEvent *event = add (axis, asy_visit_get_day (visit), ASY_EVENT_VISIT, visit_title (axis, visit), visit_text (axis, visit));

  if (event == NULL)
    return;
  event->minute = (int) asy_visit_get_start_minute (visit);
  link_event (event, ASY_GO_VISIT, visit);
  if (asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED)
    event->meaning = ASY_MEANING_INFO;
  else if (asy_visit_get_danger (visit))
    event->meaning = ASY_MEANING_LATE;
}

/* Papers */

static void
add_letter (Axis *axis, AsyLetter *letter)
{
  const char *state = asy_letter_state_get_label (asy_letter_get_state (letter));
  const AsyDay day = asy_letter_get_made_on (letter);

  link_event (add (axis, day, ASY_EVENT_LETTER, g_strdup (asy_letter_get_title (letter)),
                   join (" · ", asy_letter_get_mark (letter), state)),
              ASY_GO_LETTER, letter);
}

static void
add_request (Axis *axis, AsyCourtRequest *request)
{
  AsyCourt *court = asy_family_file_find_court (axis->file, asy_court_request_get_court_id (request));
  const char *name = court != NULL ? asy_court_get_name (court) : NULL;
  AsyEvent *hearing;

  add (axis, asy_court_request_get_received_on (request), ASY_EVENT_LETTER,
       g_strdup_printf (_("Letter of the court, %s"), asy_court_request_get_signature (request)),
       join (" · ", asy_court_request_get_subject (request), name));
  hearing = add (axis, asy_court_request_get_hearing_on (request), ASY_EVENT_LETTER,
                 g_strdup_printf (_("Hearing, %s"), asy_court_request_get_signature (request)), g_strdup (name));
  if (hearing != NULL)
    {
      hearing->icon_name = "alarm-symbolic";
      hearing->minute = (int) asy_court_request_get_hearing_minute (request);
    }
}

/* Plan and assessments */

static void
add_plan (Axis *axis, AsyPlan *plan)
{
  const int version = (int) asy_plan_get_version (plan);
  const gboolean is_first = version <= 1;

  link_event (add (axis, asy_plan_get_consulted_on (plan), ASY_EVENT_PLAN, g_strdup (_("Plan consulted with the social worker")),
                   join (" · ", asy_plan_get_consulted_with (plan), asy_plan_get_consult_remarks (plan))),
              ASY_GO_PLAN, axis->file->family);
  if (asy_plan_get_agreed_on (plan) != ASY_DAY_NONE)
    link_event (add (axis, asy_plan_get_agreed_on (plan), ASY_EVENT_PLAN,
                     is_first ? g_strdup (_("Plan agreed"))
                              : g_strdup_printf (_("Plan changed, version %d"), version),
                     g_strdup (is_first ? asy_plan_get_main_goal (plan) : asy_plan_get_change_reason (plan))),
                ASY_GO_PLAN, axis->file->family);
  else
    link_event (add (axis, asy_plan_get_drafted_on (plan), ASY_EVENT_PLAN, g_strdup (_("Plan begun")),
                     g_strdup (asy_plan_get_main_goal (plan))),
                ASY_GO_PLAN, axis->file->family);
}

static void
add_signature (Axis *axis, AsyPlanSignature *signature)
{
  AsyPerson *person = asy_family_file_find_person (axis->file, asy_plan_signature_get_person_id (signature));
  const AsyDay day = asy_plan_signature_get_day (signature);
  const gboolean has_refused = asy_plan_signature_get_answer (signature) == ASY_PLAN_SIGNATURE_ANSWER_REFUSED;
  g_autofree char *name = person != NULL ? asy_person_names_on (person, axis->file->names, day) : g_strdup ("");
  AsyEvent *event = add (axis, day, ASY_EVENT_PLAN,
                         g_strdup_printf (has_refused ? _("Signing the plan refused: %s") : _("Plan signed: %s"), name),
                         g_strdup (asy_plan_signature_get_reason (signature)));

  link_event (event, ASY_GO_PLAN, axis->file->family);
  if (event != NULL && has_refused)
    event->meaning = ASY_MEANING_SOON;
}

static void
add_review (Axis *axis, AsyPlanReview *review)
{
  link_event (add (axis, asy_plan_review_get_day (review), ASY_EVENT_PLAN, g_strdup (_("Plan reviewed")),
                   join (" · ", asy_plan_review_result_get_label ((AsyPlanReviewResult) asy_plan_review_get_result (review)), asy_plan_review_get_note (review))),
              ASY_GO_PLAN, axis->file->family);
}

static void
add_assessment (Axis *axis, AsyAssessment *assessment)
{
  const gboolean is_final = asy_assessment_get_final (assessment);
  const AsyAssessmentConclusion conclusion = asy_assessment_get_conclusion (assessment);
  const AsyDay day = asy_assessment_get_made_on (assessment) != ASY_DAY_NONE ? asy_assessment_get_made_on (assessment)
                                                                              : asy_assessment_get_until_day (assessment);
  AsyEvent *event = add (axis, day, ASY_EVENT_ASSESSMENT,
                         g_strdup (!is_final ? _("Assessment begun")
                                   : asy_assessment_get_kind (assessment) == ASY_ASSESSMENT_KIND_CLOSING ? _("Final assessment of the family")
                                                                                                         : _("Periodic assessment of the family")),
                         is_final && conclusion != ASY_ASSESSMENT_CONCLUSION_NONE
                           ? g_strdup (asy_conclusion_get_label (conclusion))
                           : g_strdup (asy_assessment_get_changes (assessment)));

  link_event (event, ASY_GO_ASSESSMENT, assessment);
}

static void
add_own_review (Axis *axis, AsyReview *review)
{
  const AsyDay day = asy_review_get_final (review) ? asy_review_get_made_on (review) : ASY_DAY_NONE;
  g_autofree char *period = asy_review_dup_period (review);

  link_event (add (axis, day, ASY_EVENT_ASSESSMENT,
                   g_strdup_printf ("%s: %s", asy_review_kind_get_label ((AsyReviewKind) asy_review_get_kind (review)), period),
                   join (" · ", asy_review_get_success (review), asy_review_get_difficulties (review))),
              ASY_GO_REVIEW, review);
}

/* People */

static void
add_member (Axis *axis, const AsyMemberEntry *entry)
{
  const AsyDay since = asy_member_get_whereabouts_since (entry->member);
  const AsyDay joined_on = asy_member_get_joined_on (entry->member), left_on = asy_member_get_left_on (entry->member);
  const AsyDay died_on = asy_person_get_died_on (entry->person);
  g_autofree char *name_then = dup_name_then (axis, entry->person, since);
  g_autofree char *joined = dup_name_then (axis, entry->person, joined_on);
  g_autofree char *left = dup_name_then (axis, entry->person, left_on);
  g_autofree char *died = asy_person_names_on (entry->person, axis->file->names, died_on);
  const char *where = asy_member_get_whereabouts (entry->member);
  const char *role = asy_dictionary_get_label (axis->dictionary, ASY_DICT_MEMBER_ROLE, asy_member_get_role (entry->member));

  if (where != NULL && g_strcmp0 (where, "family") != 0)
    add (axis, since, ASY_EVENT_PEOPLE,
         g_strdup_printf ("%s: %s", name_then, asy_dictionary_get_label (axis->dictionary, ASY_DICT_WHEREABOUTS, where)),
         g_strdup (asy_member_get_carer (entry->member)));
  add (axis, joined_on, ASY_EVENT_PEOPLE, g_strdup_printf (_("%s joined the family"), joined), g_strdup (role));
  add (axis, left_on, ASY_EVENT_PEOPLE, g_strdup_printf (_("%s left the family"), left),
       g_strdup (asy_member_get_left_reason (entry->member)));
  add (axis, died_on, ASY_EVENT_PEOPLE, g_strdup_printf (_("%s died"), died), asy_person_dup_age (entry->person, died_on));
}

static void
add_name (Axis *axis, AsyPersonName *name)
{
  AsyPerson *person = asy_family_file_find_person (axis->file, asy_person_name_get_person_id (name));
  const AsyDay day = asy_person_name_get_changed_on (name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (person == NULL || day == ASY_DAY_NONE)
    return;
  before = asy_person_names_on (person, axis->file->names, day - 1);
  after = asy_person_names_on (person, axis->file->names, day);
  add (axis, day, ASY_EVENT_PEOPLE, g_strdup_printf (_("%s takes the name %s"), before, after),
       g_strdup (asy_name_reason_get_label ((AsyPersonNameReason) asy_person_name_get_reason (name))));
}

static void
add_consent (Axis *axis, AsyConsent *consent)
{
  AsyPerson *person = asy_family_file_find_person (axis->file, asy_consent_get_person_id (consent));
  const AsyDay given_on = asy_consent_get_given_on (consent), withdrawn_on = asy_consent_get_withdrawn_on (consent);
  g_autofree char *giver = person != NULL ? asy_person_dup_name_then (person, axis->file->names, given_on) : g_strdup ("");
  g_autofree char *name = person != NULL ? asy_person_dup_name_then (person, axis->file->names, withdrawn_on) : g_strdup ("");

  add (axis, given_on, ASY_EVENT_PEOPLE, g_strdup_printf ("%s: %s", asy_consent_kind_get_label (asy_consent_get_kind (consent)), giver),
       g_strdup (asy_consent_get_note (consent)));
  add (axis, withdrawn_on, ASY_EVENT_PEOPLE, g_strdup_printf (_("Consent withdrawn: %s"), name),
       g_strdup (asy_consent_get_withdrawn_reason (consent)));
}

/* Course of the case */

static const char *
label_or_null (Axis *axis, const char *kind, const char *code)
{
  return code != NULL ? asy_dictionary_get_label (axis->dictionary, kind, code) : NULL;
}

static void
add_assignment (Axis *axis, const AsyAssignmentEntry *entry)
{
  g_autofree char *name = asy_worker_dup_full_name (entry->worker);

  add (axis, asy_assignment_get_from_day (entry->assignment), ASY_EVENT_CASE, g_strdup_printf (_("Assistant assigned: %s"), name),
       join (" · ", asy_assignment_get_note (entry->assignment), asy_assignment_get_handover (entry->assignment)));
  add (axis, asy_assignment_get_until_day (entry->assignment), ASY_EVENT_CASE,
       g_strdup_printf (_("Work of the assistant ended: %s"), name),
       g_strdup (label_or_null (axis, ASY_DICT_END_REASON, asy_assignment_get_end_reason (entry->assignment))));
}

static void
add_case (Axis *axis, AsyCase *case_file)
{
  const char *source = label_or_null (axis, ASY_DICT_NOTICE_SOURCE, asy_case_get_notice_source (case_file));

  add (axis, asy_case_get_notice_on (case_file), ASY_EVENT_CASE, g_strdup (_("Notice")),
       join (" · ", source, asy_case_get_notice (case_file)));
  add (axis, asy_case_get_interview_on (case_file), ASY_EVENT_CASE, g_strdup (_("Community interview")),
       g_strdup (asy_case_get_interview_by (case_file)));
  add (axis, asy_case_get_analysis_on (case_file), ASY_EVENT_CASE, g_strdup (_("Analysis of the family's situation")), NULL);
  add (axis, asy_case_get_motion_on (case_file), ASY_EVENT_CASE, g_strdup (_("Motion for an assistant")),
       g_strdup (asy_case_get_motion_by (case_file)));
  add (axis, asy_case_get_diagnosis_on (case_file), ASY_EVENT_CASE, g_strdup (_("Diagnosis completed")), NULL);
  add (axis, asy_case_get_court_order_on (case_file), ASY_EVENT_LETTER, g_strdup (_("Order of the court")),
       join (" · ", asy_case_get_court_signature (case_file), asy_case_get_court_duty (case_file)));
  add (axis, asy_case_get_suspended_from (case_file), ASY_EVENT_CASE, g_strdup (_("Work suspended")),
       g_strdup (asy_case_get_suspended_reason (case_file)));
  add (axis, asy_case_get_ended_on (case_file), ASY_EVENT_CASE, g_strdup (_("Work ended")),
       join (" · ", label_or_null (axis, ASY_DICT_END_REASON, asy_case_get_end_reason (case_file)),
             asy_case_get_end_note (case_file)));
  add (axis, asy_case_get_closed_on (case_file), ASY_EVENT_CASE, g_strdup (_("Case closed")), NULL);
  add (axis, asy_case_get_answered_on (case_file), ASY_EVENT_CASE, g_strdup (_("Answer to the application")), NULL);
  add (axis, asy_case_get_waiting_since (case_file), ASY_EVENT_CASE, g_strdup (_("Put on the waiting list")), NULL);
  add (axis, asy_case_get_refused_on (case_file), ASY_EVENT_CASE, g_strdup (_("Assistant refused")),
       g_strdup (asy_case_get_refused_reason (case_file)));
  add (axis, asy_case_get_end_proposed_on (case_file), ASY_EVENT_CASE, g_strdup (_("End of the work proposed")), NULL);
}

static void
add_skip (Axis *axis, AsyStepSkip *skip)
{
  const char *label = asy_step_get_label (asy_step_from_nick (asy_step_skip_get_step (skip)));

  add (axis, asy_step_skip_get_day (skip), ASY_EVENT_CASE,
       g_strdup_printf (_("Step skipped: %s"), label != NULL ? label : asy_step_skip_get_step (skip)),
       g_strdup (asy_step_skip_get_reason (skip)));
}

static void
add_card (Axis *axis, AsyMonitoringCard *card)
{
  g_autofree char *text = join (" · ", asy_monitoring_kept_get_label (asy_monitoring_card_get_kept (card)),
                                asy_monitoring_conclusion_get_label (asy_monitoring_card_get_conclusion (card)));
  AsyEvent *event = add (axis, asy_monitoring_card_get_day (card), ASY_EVENT_CASE,
                         g_strdup_printf (_("Monitoring: %s"), asy_monitoring_form_get_label (asy_monitoring_card_get_form (card))),
                         join (" · ", text, asy_monitoring_card_get_difficulties (card)));

  if (event != NULL && asy_monitoring_card_get_conclusion (card) == ASY_MONITORING_CONCLUSION_REOPEN)
    event->meaning = ASY_MEANING_LATE;
}

/* Safety */

static AsyPerson *
find_by_name (Axis *axis, const char *name)
{
  for (guint i = 0; i < axis->file->members->len; i++)
    {
      const AsyMemberEntry *entry = axis->file->members->pdata[i];
      g_autofree char *full = asy_person_dup_full_name (entry->person);

      if (g_str_equal (full, name))
        return entry->person;
    }
  return NULL;
}

/* The children of an intervention stand in it by name. */
static char *
dup_children_then (Axis *axis, const char *children, AsyDay day)
{
  g_auto (GStrv) names = g_strsplit (children != NULL ? children : "", ", ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      AsyPerson *person = find_by_name (axis, names[i]);
      g_autofree char *then = person != NULL ? dup_name_then (axis, person, day) : g_strdup (names[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", then);
    }
  return g_string_free (text, text->len == 0);
}

static void
add_intervention (Axis *axis, AsyIntervention *intervention)
{
  const AsyDay day = asy_intervention_get_day (intervention);
  g_autofree char *children = dup_children_then (axis, asy_intervention_get_children (intervention), day);
  AsyEvent *event = add (axis, day, ASY_EVENT_SAFETY, g_strdup (_("Threat to a child")),
                         join (" · ", asy_intervention_get_seen (intervention), children));

  event->minute = (int) asy_intervention_get_start_minute (intervention);
  event->meaning = ASY_MEANING_LATE;
  link_event (event, ASY_GO_INTERVENTION, intervention);
  link_event (add (axis, asy_intervention_get_closed_on (intervention), ASY_EVENT_SAFETY, g_strdup (_("Intervention closed")),
                   g_strdup (asy_intervention_get_outcome (intervention))),
              ASY_GO_INTERVENTION, intervention);
}

static void
add_observation (Axis *axis, AsyObservation *observation)
{
  const char *source = label_or_null (axis, ASY_DICT_NOTICE_SOURCE, asy_observation_get_source (observation));
  AsyPerson *child = asy_family_file_find_person (axis->file, asy_observation_get_person_id (observation));
  const AsyDay day = asy_observation_get_day (observation);
  g_autofree char *name = child != NULL ? add_age_then (child, asy_person_get_given_name (child), day) : NULL;
  AsyEvent *event = add (axis, asy_observation_get_day (observation), ASY_EVENT_SAFETY,
                         name != NULL ? g_strdup_printf (_("News of a child: %s"), name)
                                       : g_strdup (_("News of the children")),
                         join (" · ", source, asy_observation_get_body (observation)));

  event->meaning = asy_observation_get_worrying (observation) ? ASY_MEANING_LATE : ASY_MEANING_PLAIN;
}

static void
add_warning (Axis *axis, AsyFamilyWarning *warning)
{
  const char *label = asy_warning_kind_get_label ((AsyWarningKind) asy_family_warning_get_kind (warning));

  add (axis, asy_family_warning_get_from_day (warning), ASY_EVENT_SAFETY, g_strdup_printf (_("Warning: %s"), label),
       g_strdup (asy_family_warning_get_reason (warning)));
}

static void
add_blue_card (Axis *axis, AsyBlueCard *card)
{
  add (axis, asy_blue_card_get_started_on (card), ASY_EVENT_SAFETY, g_strdup (_("Procedure of the Blue Card began")),
       g_strdup (asy_blue_card_get_number (card)));
  add (axis, asy_blue_card_get_ended_on (card), ASY_EVENT_SAFETY, g_strdup (_("Procedure of the Blue Card ended")),
       g_strdup (asy_blue_card_get_end_reason (card)));
}

static void
add_meeting (Axis *axis, AsyBlueCardMeeting *meeting)
{
  add (axis, asy_blue_card_meeting_get_day (meeting), ASY_EVENT_SAFETY, g_strdup (_("Sitting of the diagnostic-help group")),
       g_strdup (asy_blue_card_meeting_get_note (meeting)));
}

static void
add_involvement (Axis *axis, AsyInvolvement *involvement)
{
  const char *who = asy_family_file_get_involved (axis->file, involvement);

  add (axis, asy_involvement_get_from_day (involvement), ASY_EVENT_CASE, g_strdup_printf (_("%s works with the family"), who),
       g_strdup (asy_involvement_get_doing (involvement)));
  add (axis, asy_involvement_get_until_day (involvement), ASY_EVENT_CASE, g_strdup_printf (_("%s ended the work with the family"), who),
       g_strdup (asy_involvement_get_result (involvement)));
}

/* Newest first; on one day the later hour first, and what has no hour below. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const AsyEvent *left = *(const AsyEvent *const *) a;
  const AsyEvent *right = *(const AsyEvent *const *) b;

  if (left->day != right->day)
    return left->day > right->day ? -1 : 1;
  if (left->minute != right->minute)
    return left->minute > right->minute ? -1 : 1;
  return (int) left->kind - (int) right->kind;
}

#define FOR_EACH(axis, array, Type, func)                            \
  for (guint i_ = 0; i_ < (axis)->file->array->len; i_++)            \
    func (axis, (Type *) g_ptr_array_index ((axis)->file->array, i_))

GPtrArray *
asy_family_timeline_build (AsyFamilyData *data, AsyDictionary *dictionary)
{
  Axis axis = { data, data->file, dictionary, g_ptr_array_new_with_free_func ((GDestroyNotify) asy_event_free) };

  FOR_EACH (&axis, visits, AsyVisit, add_visit);
  FOR_EACH (&axis, letters, AsyLetter, add_letter);
  FOR_EACH (&axis, requests, AsyCourtRequest, add_request);
  FOR_EACH (&axis, plans, AsyPlan, add_plan);
  FOR_EACH (&axis, plan_signatures, AsyPlanSignature, add_signature);
  FOR_EACH (&axis, plan_reviews, AsyPlanReview, add_review);
  FOR_EACH (&axis, assessments, AsyAssessment, add_assessment);
  FOR_EACH (&axis, reviews, AsyReview, add_own_review);
  FOR_EACH (&axis, members, const AsyMemberEntry, add_member);
  FOR_EACH (&axis, names, AsyPersonName, add_name);
  FOR_EACH (&axis, consents, AsyConsent, add_consent);
  FOR_EACH (&axis, assignments, const AsyAssignmentEntry, add_assignment);
  FOR_EACH (&axis, involvements, AsyInvolvement, add_involvement);
  FOR_EACH (&axis, cases, AsyCase, add_case);
  FOR_EACH (&axis, skips, AsyStepSkip, add_skip);
  FOR_EACH (&axis, cards, AsyMonitoringCard, add_card);
  FOR_EACH (&axis, interventions, AsyIntervention, add_intervention);
  FOR_EACH (&axis, observations, AsyObservation, add_observation);
  FOR_EACH (&axis, warnings, AsyFamilyWarning, add_warning);
  FOR_EACH (&axis, blue_cards, AsyBlueCard, add_blue_card);
  FOR_EACH (&axis, blue_card_meetings, AsyBlueCardMeeting, add_meeting);
  g_ptr_array_sort (axis.events, compare_events);
  return axis.events;
}
