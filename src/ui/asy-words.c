/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "law/asy-person-names.h"
#include "ui/asy-words.h"

/* A label from a table by the number of a code. */
#define LOOK_UP(table, code) ((guint) (code) < G_N_ELEMENTS (table) ? _ ((table)[(guint) (code)]) : "")

const char *
asy_stage_get_label (AsyStage stage)
{
  static const char *const labels[] = {
    [ASY_STAGE_NONE] = N_ ("No case"),
    [ASY_STAGE_NOTICE] = N_ ("Notice"),
    [ASY_STAGE_REOPENED] = N_ ("Reopened"),
    [ASY_STAGE_ANALYSIS] = N_ ("Interview and analysis"),
    [ASY_STAGE_MOTION] = N_ ("Motion made"),
    [ASY_STAGE_WAITING] = N_ ("On the waiting list"),
    [ASY_STAGE_REFUSED] = N_ ("Assistant refused"),
    [ASY_STAGE_ASSIGNED] = N_ ("Assistant assigned"),
    [ASY_STAGE_DIAGNOSIS] = N_ ("Diagnosis"),
    [ASY_STAGE_PLANNING] = N_ ("Plan in preparation"),
    [ASY_STAGE_WORK] = N_ ("Work on the plan"),
    [ASY_STAGE_SUSPENDED] = N_ ("Suspended"),
    [ASY_STAGE_ENDING] = N_ ("Work is ending"),
    [ASY_STAGE_MONITORING] = N_ ("Monitoring"),
    [ASY_STAGE_CLOSED] = N_ ("Closed"),
  };

  return LOOK_UP (labels, stage);
}

const char *
asy_step_get_label (AsyStep step)
{
  static const char *const labels[] = {
    [ASY_STEP_NONE] = NULL,
    [ASY_STEP_ANSWER] = N_ ("Answer the application"),
    [ASY_STEP_COURT_ORDER] = N_ ("Note the order of the court"),
    [ASY_STEP_INTERVIEW] = N_ ("Note the interview"),
    [ASY_STEP_ANALYSIS] = N_ ("Note the analysis"),
    [ASY_STEP_MOTION] = N_ ("Note the motion"),
    [ASY_STEP_CONSENT] = N_ ("Note the consent"),
    [ASY_STEP_ASSIGN] = N_ ("Assign an assistant"),
    [ASY_STEP_FIRST_VISIT] = N_ ("Plan the first visit"),
    [ASY_STEP_DIAGNOSIS] = N_ ("Finish the diagnosis"),
    [ASY_STEP_PLAN] = N_ ("Write the plan"),
    [ASY_STEP_AGREE_PLAN] = N_ ("Agree the plan"),
    [ASY_STEP_ASSESSMENT] = N_ ("Write the assessment"),
    [ASY_STEP_PLAN_VISIT] = N_ ("Plan a visit"),
    [ASY_STEP_FINAL_ASSESSMENT] = N_ ("Write the final assessment"),
    [ASY_STEP_END] = N_ ("Conclude the work"),
    [ASY_STEP_MONITORING_PLAN] = N_ ("Plan the monitoring"),
    [ASY_STEP_MONITORING_CARD] = N_ ("Note the monitoring contact"),
    [ASY_STEP_REOPEN] = N_ ("Reopen the case"),
    [ASY_STEP_CLOSE] = N_ ("Close the case"),
  };

  return step == ASY_STEP_NONE ? NULL : LOOK_UP (labels, step);
}

const char *
asy_deadline_kind_get_label (AsyDeadlineKind kind)
{
  static const char *const labels[] = {
    [ASY_DEADLINE_NONE] = "",
    [ASY_DEADLINE_INTERVIEW] = N_ ("Community interview"),
    [ASY_DEADLINE_ANSWER] = N_ ("Answer to the application"),
    [ASY_DEADLINE_MOTION] = N_ ("Motion for an assistant"),
    [ASY_DEADLINE_ASSIGNMENT] = N_ ("Assignment of an assistant"),
    [ASY_DEADLINE_FIRST_VISIT] = N_ ("First visit"),
    [ASY_DEADLINE_PLAN] = N_ ("Plan of work to be agreed"),
    [ASY_DEADLINE_PLAN_END] = N_ ("End of the plan of work"),
    [ASY_DEADLINE_ASSESSMENT] = N_ ("Periodic assessment of the family"),
    [ASY_DEADLINE_FINAL_ASSESSMENT] = N_ ("Final assessment of the family"),
    [ASY_DEADLINE_HANDOVER] = N_ ("Handing over the assessment"),
    [ASY_DEADLINE_COURT_OPINION] = N_ ("Opinion for the court"),
    [ASY_DEADLINE_COURT_REPORT] = N_ ("Report to the court"),
    [ASY_DEADLINE_HEARING] = N_ ("Court hearing"),
    [ASY_DEADLINE_MONITORING] = N_ ("Monitoring after the end of work"),
    [ASY_DEADLINE_TASK] = N_ ("Task of the plan"),
    [ASY_DEADLINE_VISIT] = N_ ("Missing visit"),
    [ASY_DEADLINE_CHILD_REVIEW] = N_ ("Assessment of a child in foster care"),
    [ASY_DEADLINE_INTERVENTION] = N_ ("Threat to a child, nobody told yet"),
    [ASY_DEADLINE_PLAN_REVIEW] = N_ ("Review of the plan of work"),
    [ASY_DEADLINE_PLAN_CONSULTATION] = N_ ("Consultation of the plan of work"),
    [ASY_DEADLINE_PLAN_COPY] = N_ ("Plan to be handed over to the foster side"),
    [ASY_DEADLINE_QUARTER_REVIEW] = N_ ("Quarterly review of the family"),
    [ASY_DEADLINE_MONTH_REVIEW] = N_ ("Monthly review of the family"),
    [ASY_DEADLINE_MONTH_REPORT] = N_ ("Monthly report of the assistant"),
  };

  return kind == ASY_DEADLINE_NONE ? "" : LOOK_UP (labels, kind);
}

const char *
asy_deadline_kind_get_short_label (AsyDeadlineKind kind)
{
  static const char *const labels[] = {
    [ASY_DEADLINE_NONE] = "",
    [ASY_DEADLINE_INTERVIEW] = N_ ("interview"),
    [ASY_DEADLINE_ANSWER] = N_ ("answer"),
    [ASY_DEADLINE_MOTION] = N_ ("motion"),
    [ASY_DEADLINE_ASSIGNMENT] = N_ ("assignment"),
    [ASY_DEADLINE_FIRST_VISIT] = N_ ("first visit"),
    [ASY_DEADLINE_PLAN] = N_ ("plan"),
    [ASY_DEADLINE_PLAN_END] = N_ ("end of plan"),
    [ASY_DEADLINE_ASSESSMENT] = N_ ("assessment"),
    [ASY_DEADLINE_FINAL_ASSESSMENT] = N_ ("final assessment"),
    [ASY_DEADLINE_HANDOVER] = N_ ("handing over"),
    [ASY_DEADLINE_COURT_OPINION] = N_ ("opinion"),
    [ASY_DEADLINE_COURT_REPORT] = N_ ("report"),
    [ASY_DEADLINE_HEARING] = N_ ("hearing"),
    [ASY_DEADLINE_MONITORING] = N_ ("monitoring"),
    [ASY_DEADLINE_TASK] = N_ ("task"),
    [ASY_DEADLINE_VISIT] = N_ ("visit"),
    [ASY_DEADLINE_CHILD_REVIEW] = N_ ("child in care"),
    [ASY_DEADLINE_INTERVENTION] = N_ ("threat"),
    [ASY_DEADLINE_PLAN_REVIEW] = N_ ("plan review"),
    [ASY_DEADLINE_PLAN_CONSULTATION] = N_ ("consultation"),
    [ASY_DEADLINE_PLAN_COPY] = N_ ("copy of plan"),
    [ASY_DEADLINE_QUARTER_REVIEW] = N_ ("quarterly review"),
    [ASY_DEADLINE_MONTH_REVIEW] = N_ ("monthly review"),
    [ASY_DEADLINE_MONTH_REPORT] = N_ ("monthly report"),
  };

  return kind == ASY_DEADLINE_NONE ? "" : LOOK_UP (labels, kind);
}

const char *
asy_deadline_kind_get_verb (AsyDeadlineKind kind)
{
  static const char *const labels[] = {
    [ASY_DEADLINE_NONE] = N_ ("Open"),
    [ASY_DEADLINE_INTERVIEW] = N_ ("Note it"),
    [ASY_DEADLINE_ANSWER] = N_ ("Note it"),
    [ASY_DEADLINE_MOTION] = N_ ("Note it"),
    [ASY_DEADLINE_ASSIGNMENT] = N_ ("Assign…"),
    [ASY_DEADLINE_FIRST_VISIT] = N_ ("Plan…"),
    [ASY_DEADLINE_PLAN] = N_ ("Open the plan"),
    [ASY_DEADLINE_PLAN_END] = N_ ("Open the plan"),
    [ASY_DEADLINE_ASSESSMENT] = N_ ("Write assessment"),
    [ASY_DEADLINE_FINAL_ASSESSMENT] = N_ ("Write assessment"),
    [ASY_DEADLINE_HANDOVER] = N_ ("Hand over"),
    [ASY_DEADLINE_COURT_OPINION] = N_ ("Open the opinion"),
    [ASY_DEADLINE_COURT_REPORT] = N_ ("Open the family"),
    [ASY_DEADLINE_HEARING] = N_ ("Open the family"),
    [ASY_DEADLINE_MONITORING] = N_ ("Note it"),
    [ASY_DEADLINE_TASK] = N_ ("Open the plan"),
    [ASY_DEADLINE_VISIT] = N_ ("Plan…"),
    [ASY_DEADLINE_CHILD_REVIEW] = N_ ("Open the family"),
    [ASY_DEADLINE_INTERVENTION] = N_ ("Open the intervention"),
    [ASY_DEADLINE_PLAN_REVIEW] = N_ ("Open the plan"),
    [ASY_DEADLINE_PLAN_CONSULTATION] = N_ ("Open the plan"),
    [ASY_DEADLINE_PLAN_COPY] = N_ ("Open the plan"),
    [ASY_DEADLINE_QUARTER_REVIEW] = N_ ("Write review"),
    [ASY_DEADLINE_MONTH_REVIEW] = N_ ("Write review"),
    [ASY_DEADLINE_MONTH_REPORT] = N_ ("Write report"),
  };

  return LOOK_UP (labels, kind);
}

const char *
asy_deadline_kind_get_icon (AsyDeadlineKind kind)
{
  switch (kind)
    {
    case ASY_DEADLINE_PLAN:
    case ASY_DEADLINE_PLAN_END:
    case ASY_DEADLINE_TASK:
    case ASY_DEADLINE_PLAN_REVIEW:
    case ASY_DEADLINE_PLAN_CONSULTATION:
    case ASY_DEADLINE_PLAN_COPY:
      return "view-list-bullet-symbolic";
    case ASY_DEADLINE_ASSESSMENT:
    case ASY_DEADLINE_FINAL_ASSESSMENT:
    case ASY_DEADLINE_HANDOVER:
    case ASY_DEADLINE_QUARTER_REVIEW:
    case ASY_DEADLINE_MONTH_REVIEW:
    case ASY_DEADLINE_MONTH_REPORT:
      return "document-properties-symbolic";
    case ASY_DEADLINE_COURT_OPINION:
    case ASY_DEADLINE_COURT_REPORT:
      return "x-office-document-symbolic";
    case ASY_DEADLINE_HEARING:
      return "alarm-symbolic";
    case ASY_DEADLINE_MONITORING:
      return "view-reveal-symbolic";
    case ASY_DEADLINE_FIRST_VISIT:
    case ASY_DEADLINE_VISIT:
      return "x-office-calendar-symbolic";
    case ASY_DEADLINE_INTERVENTION:
      return "dialog-warning-symbolic";
    case ASY_DEADLINE_NONE:
    case ASY_DEADLINE_INTERVIEW:
    case ASY_DEADLINE_ANSWER:
    case ASY_DEADLINE_MOTION:
    case ASY_DEADLINE_ASSIGNMENT:
    case ASY_DEADLINE_CHILD_REVIEW:
    default:
      return "avatar-default-symbolic";
    }
}

/* The fact that a deadline is counted from; the day stands where %s is. */
static const char *
base_of (AsyDeadlineKind kind)
{
  switch (kind)
    {
    case ASY_DEADLINE_INTERVIEW:
      return _ ("notice of %s");
    case ASY_DEADLINE_ANSWER:
      return _ ("application of %s");
    case ASY_DEADLINE_MOTION:
      return _ ("analysis of %s");
    case ASY_DEADLINE_ASSIGNMENT:
      return _ ("motion or order of %s");
    case ASY_DEADLINE_FIRST_VISIT:
    case ASY_DEADLINE_PLAN:
      return _ ("assignment of %s");
    case ASY_DEADLINE_PLAN_END:
      return _ ("plan until %s");
    case ASY_DEADLINE_ASSESSMENT:
      return _ ("last assessment or assignment %s");
    case ASY_DEADLINE_FINAL_ASSESSMENT:
      return _ ("end proposed or work ended %s");
    case ASY_DEADLINE_HANDOVER:
      return _ ("assessment of %s");
    case ASY_DEADLINE_COURT_OPINION:
      return _ ("court's letter received %s");
    case ASY_DEADLINE_COURT_REPORT:
      return _ ("order or last report of %s");
    case ASY_DEADLINE_MONITORING:
      return _ ("work ended %s");
    case ASY_DEADLINE_TASK:
      return _ ("task until %s");
    case ASY_DEADLINE_VISIT:
      return _ ("last visit %s");
    case ASY_DEADLINE_CHILD_REVIEW:
      return _ ("in foster care since %s");
    case ASY_DEADLINE_INTERVENTION:
      return _ ("seen on %s");
    case ASY_DEADLINE_PLAN_REVIEW:
    case ASY_DEADLINE_PLAN_COPY:
      return _ ("plan agreed %s");
    case ASY_DEADLINE_PLAN_CONSULTATION:
      return _ ("draft of %s");
    case ASY_DEADLINE_QUARTER_REVIEW:
    case ASY_DEADLINE_MONTH_REVIEW:
    case ASY_DEADLINE_MONTH_REPORT:
      return _ ("period until %s");
    case ASY_DEADLINE_NONE:
    case ASY_DEADLINE_HEARING:
    default:
      return NULL;
    }
}

static void
append_arithmetic (GString *text, const AsyDeadline *deadline)
{
  if (deadline->months > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " + %d month", " + %d months", (gulong) deadline->months),
                            deadline->months);
  if (deadline->days > 0 && deadline->working_days)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " + %d working day", " + %d working days", (gulong) deadline->days),
                            deadline->days);
  else if (deadline->days > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " + %d day", " + %d days", (gulong) deadline->days),
                            deadline->days);
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
fill_in (const char *format, const char *day)
{
  return g_strdup_printf (format, day);
}
#pragma GCC diagnostic pop

char *
asy_due_entry_dup_reason (const AsyDueEntry *entry)
{
  const AsyDeadline *deadline = &entry->deadline;
  GString *text = g_string_new (NULL);
  const char *format = base_of (deadline->kind);
  g_autofree char *base = NULL;

  append_part (text, deadline->article);
  if (format != NULL && deadline->base != ASY_DAY_NONE)
    {
      g_autofree char *day = g_strdup_printf ("%d.%02d.%d", asy_day_get_day (deadline->base),
                                              asy_day_get_month (deadline->base), asy_day_get_year (deadline->base));

      base = fill_in (format, day);
      append_part (text, base);
      append_arithmetic (text, deadline);
    }
  append_part (text, entry->detail);
  append_part (text, entry->needs_consent ? _ ("the family’s consent is missing (art. 8 ust. 3 uwr)") : NULL);
  return g_string_free (text, FALSE);
}

AsyMeaning
asy_deadline_get_meaning (AsyDay due, AsyDay today)
{
  if (due < today)
    return ASY_MEANING_LATE;
  return due <= today + 1 ? ASY_MEANING_SOON : ASY_MEANING_PLAIN;
}

const char *
asy_case_path_get_label (AsyCasePath path)
{
  static const char *const labels[] = { N_ ("Interview and motion of a social worker"), N_ ("Minor parent leaving an institution"),
                                        N_ ("Order of the court"), N_ ("Application under Za życiem") };

  return LOOK_UP (labels, path);
}

const char *
asy_case_goals_get_label (AsyCaseGoals goals)
{
  static const char *const labels[] = { N_ ("not said"), N_ ("reached in full"), N_ ("reached in part"), N_ ("not reached") };

  return LOOK_UP (labels, goals);
}

const char *
asy_monitoring_form_get_label (AsyMonitoringForm form)
{
  static const char *const labels[] = { N_ ("visit to the family"), N_ ("phone call"), N_ ("school or nursery"),
                                        N_ ("social worker"), N_ ("other contact") };

  return LOOK_UP (labels, form);
}

const char *
asy_monitoring_kept_get_label (AsyMonitoringKept kept)
{
  static const char *const labels[] = { N_ ("kept"), N_ ("kept in part"), N_ ("not kept") };

  return LOOK_UP (labels, kept);
}

const char *
asy_monitoring_conclusion_get_label (AsyMonitoringConclusion conclusion)
{
  static const char *const labels[] = { N_ ("go on monitoring"), N_ ("end the monitoring"), N_ ("reopen the case") };

  return LOOK_UP (labels, conclusion);
}

const char *
asy_worker_obstacle_get_label (AsyWorkerObstacle obstacle)
{
  static const char *const labels[] = { NULL, N_ ("not employed"), N_ ("suspended"), N_ ("social worker here"),
                                        N_ ("not authorised") };

  return obstacle == ASY_WORKER_OBSTACLE_NONE ? NULL : LOOK_UP (labels, obstacle);
}

const char *
asy_visit_state_get_label (AsyVisitState state)
{
  static const char *const labels[] = { NC_ ("visit", "planned"), NC_ ("visit", "held"), NC_ ("visit", "missed") };

  return state < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "visit", labels[state]) : "";
}

static const struct
{
  const char *kind;
  const char *label;
} letter_kinds[] = {
  { "opinion", N_ ("Opinion on the family for the court") },
  { "assessment", N_ ("Periodic assessment of the family") },
  { "comparison", N_ ("Comparison of two assessments") },
  { "review", N_ ("Review of the family") },
  { "month-report", N_ ("Monthly report of the assistant") },
  { "week", N_ ("Weekly plan of an assistant") },
  { "plan", N_ ("Plan of work with the family") },
  { "annex", N_ ("Annex to the plan of work") },
  { "court-report", N_ ("Report to the court") },
  { "court-notice", N_ ("Notice to the guardianship court") },
  { "court-reply", N_ ("Reply to a letter of the court") },
  { "intake-card", N_ ("Card of a notice") },
  { "motion", N_ ("Motion for an assistant") },
  { "consent", N_ ("Consent of the family") },
  { "agreement", N_ ("Agreement with the family") },
  { "authorisation", N_ ("Authorisation of the assistant") },
  { "assignment", N_ ("Assignment of an assistant") },
  { "diagnosis", N_ ("Diagnosis of the family") },
  { "visit-card", N_ ("Card of a visit") },
  { "handover", N_ ("Record of a handover") },
  { "end-card", N_ ("Card of the end of work") },
  { "monitoring-card", N_ ("Card of the monitoring") },
  { "resignation", N_ ("Resignation from the assistant") },
};

const char *
asy_letter_kind_get_label (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (letter_kinds); i++)
    if (g_strcmp0 (letter_kinds[i].kind, kind) == 0)
      return _ (letter_kinds[i].label);
  return kind != NULL ? kind : "";
}

const char *
asy_letter_state_get_label (AsyLetterState state)
{
  static const char *const labels[] = { NC_ ("letter", "Draft"), NC_ ("letter", "Issued"), NC_ ("letter", "Signed"),
                                        NC_ ("letter", "Sent") };

  return state < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "letter", labels[state]) : "";
}

AsyMeaning
asy_letter_state_get_meaning (AsyLetterState state)
{
  switch (state)
    {
    case ASY_LETTER_STATE_SIGNED:
    case ASY_LETTER_STATE_SENT:
      return ASY_MEANING_DONE;
    case ASY_LETTER_STATE_ISSUED:
      return ASY_MEANING_INFO;
    case ASY_LETTER_STATE_DRAFT:
    default:
      return ASY_MEANING_PLAIN;
    }
}

const char *
asy_task_status_get_label (AsyTaskStatus status)
{
  static const char *const labels[] = { NC_ ("task", "planned"), NC_ ("task", "in progress"), NC_ ("task", "done"),
                                        NC_ ("task", "partly done"), NC_ ("task", "not done"), NC_ ("task", "dropped") };

  return status < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "task", labels[status]) : "";
}

const char *
asy_goal_status_get_label (AsyGoalStatus status)
{
  static const char *const labels[] = { NC_ ("goal", "not started"), NC_ ("goal", "in progress"), NC_ ("goal", "partly reached"),
                                        NC_ ("goal", "reached"), NC_ ("goal", "not reached"), NC_ ("goal", "dropped") };

  return status < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "goal", labels[status]) : "";
}

const char *
asy_conclusion_get_label (AsyAssessmentConclusion conclusion)
{
  static const char *const labels[] = { N_ ("Not decided yet"), N_ ("Continue the work"), N_ ("Amend the plan"),
                                        N_ ("Change the assistant"), N_ ("End the work"), N_ ("Apply to the court") };

  return LOOK_UP (labels, conclusion);
}

const char *
asy_level_get_label (gint64 level)
{
  static const char *const labels[] = { NC_ ("difficulty", "none"), NC_ ("difficulty", "slight"), NC_ ("difficulty", "moderate"),
                                        NC_ ("difficulty", "considerable"), NC_ ("difficulty", "critical") };

  if (level < 0 || level > ASY_LEVEL_MAX)
    return C_ ("difficulty", "not judged");
  return g_dpgettext2 (GETTEXT_PACKAGE, "difficulty", labels[level]);
}

AsyMeaning
asy_level_get_meaning (gint64 level)
{
  if (level < 0)
    return ASY_MEANING_PLAIN;
  if (level <= 1)
    return ASY_MEANING_DONE;
  return level == ASY_LEVEL_MAX ? ASY_MEANING_LATE : ASY_MEANING_SOON;
}

const char *
asy_no_pesel_reason_get_label (AsyPersonNoPeselReason reason)
{
  static const char *const labels[] = { N_ ("—"), N_ ("Newborn child"), N_ ("Unborn child"), N_ ("Foreigner"), N_ ("Not known"),
                                        N_ ("Refused to give it") };

  return LOOK_UP (labels, reason);
}

const char *
asy_unit_kind_get_label (AsyOfficeUnitKind kind)
{
  static const char *const labels[] = {
    N_ ("OPS – social-welfare centre"), N_ ("GOPS – communal social-welfare centre"),
    N_ ("MGOPS – town and commune social-welfare centre"), N_ ("MOPS – municipal social-welfare centre"),
    N_ ("MOPR – municipal family-help centre"), N_ ("CUS – social-services centre"), N_ ("Non-governmental organisation"),
  };

  return LOOK_UP (labels, kind);
}

const char *
asy_user_role_get_label (AsyUserRole role)
{
  static const char *const labels[] = { N_ ("Coordinator"), N_ ("Head"), N_ ("Family assistant"), N_ ("Social worker"),
                                        N_ ("Secretary"), N_ ("Data-protection officer") };

  return LOOK_UP (labels, role);
}

const char *
asy_worker_contract_get_label (AsyWorkerContract contract)
{
  static const char *const labels[] = { N_ ("Employment contract, task-based time"), N_ ("Contract for services"),
                                        N_ ("Employed by a contracted entity") };

  return LOOK_UP (labels, contract);
}

const char *
asy_absence_kind_get_label (AsyAbsenceKind kind)
{
  static const char *const labels[] = { N_ ("leave"), N_ ("sick leave"), N_ ("care of a relative"), N_ ("training"), N_ ("other absence") };

  return LOOK_UP (labels, kind);
}

const char *
asy_consent_kind_get_label (AsyConsentKind kind)
{
  static const char *const labels[] = { N_ ("Consent to work with an assistant"), N_ ("Contract of co-operation"),
                                        N_ ("Refusal") };

  return LOOK_UP (labels, kind);
}

const char *
asy_warning_kind_get_label (AsyWarningKind kind)
{
  static const char *const labels[] = { N_ ("Danger at home"), N_ ("No-contact order"), N_ ("Visits in twos"),
                                        N_ ("Infectious disease"), N_ ("Animal"), NC_ ("warning", "Other") };

  if (kind == ASY_WARNING_KIND_OTHER)
    return g_dpgettext2 (GETTEXT_PACKAGE, "warning", labels[kind]);
  return LOOK_UP (labels, kind);
}

AsyMeaning
asy_warning_kind_get_meaning (AsyWarningKind kind)
{
  return kind == ASY_WARNING_KIND_DANGER || kind == ASY_WARNING_KIND_NO_CONTACT ? ASY_MEANING_LATE : ASY_MEANING_SOON;
}

const char *
asy_name_reason_get_label (AsyPersonNameReason reason)
{
  static const char *const labels[] = { N_ ("birth name"), N_ ("marriage"), N_ ("divorce"), N_ ("administrative decision"),
                                        N_ ("other or not known") };

  return LOOK_UP (labels, reason);
}

char *
asy_person_dup_age (AsyPerson *person, AsyDay on)
{
  const AsyDay born = asy_person_get_birth_date (person);
  int months, years;

  if (born == ASY_DAY_NONE || born > on)
    return g_strdup ("");
  months = asy_day_get_age_months (born, on);
  years = months / 12;
  if (years < 2)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month old", "%d months old", (gulong) months), months);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year old", "%d years old", (gulong) years), years);
}

char *
asy_tasks_dup_progress (guint done, guint all, guint late)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u task", "%u of %u tasks", all), done, all);

  if (late == 0)
    return g_steal_pointer (&text);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u overdue", "%s · %u overdue", late), text, late);
}

char *
asy_person_dup_name_then (AsyPerson *person, GPtrArray *names, AsyDay day)
{
  g_autofree char *name = asy_person_names_on (person, names, day);
  g_autofree char *age = day != ASY_DAY_NONE ? asy_person_dup_age (person, day) : g_strdup ("");

  return *age != '\0' ? g_strdup_printf ("%s (%s)", name, age) : g_steal_pointer (&name);
}
