/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "base/asy-text.h"
#include "papers/asy-paper-fill-private.h"

/* The course of a case: how the family came, the diagnosis, who worked when,
 * one visit, the end and what came after it. */

#define RECENT_VISITS 3
#define ATTEMPTS_AT_MOST 10

static char *
dup_date (AsyDay day)
{
  return day != ASY_DAY_NONE ? asy_text_table_date (day) : NULL;
}

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

/* How the family came. */

static char *
dup_reasons (const AsyPaperSource *source)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < source->family->reasons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            _asy_paper_label (source, ASY_DICT_DIFFICULTY, source->family->reasons->pdata[i]));
  return g_string_free (text, FALSE);
}

static AsyConsent *
find_consent (const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->consents->len; i++)
    {
      AsyConsent *consent = source->family->consents->pdata[i];

      if (asy_consent_get_kind (consent) != ASY_CONSENT_KIND_REFUSAL && asy_consent_get_withdrawn_on (consent) == ASY_DAY_NONE)
        return consent;
    }
  return NULL;
}

/* %NULL when nobody has asked the family yet. */
static char *
dup_attitude (const AsyPaperSource *source)
{
  AsyCase *current = source->family->current;
  AsyConsent *consent = find_consent (source);
  const char *signature = asy_case_get_court_signature (current);
  g_autofree char *day = NULL;

  if (asy_case_get_path (current) == ASY_CASE_PATH_COURT)
    return signature != NULL ? g_strdup_printf ("zobowiązanie sądu, sygn. akt %s", signature) : g_strdup ("zobowiązanie sądu");
  if (consent == NULL)
    return source->family->consents->len > 0 ? g_strdup ("brak zgody rodziny") : NULL;
  day = asy_text_letter_date (asy_consent_get_given_on (consent));
  return g_strdup_printf ("zgoda rodziny z dnia %s", day);
}

static void
fill_intake (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyCase *current = source->family->current;
  g_autofree char *reasons = dup_reasons (source);
  g_autofree char *attitude = dup_attitude (source);

  asy_paper_data_set_day (data, "notice.day", asy_case_get_notice_on (current));
  asy_paper_data_set_text (data, "notice.source", _asy_paper_label (source, ASY_DICT_NOTICE_SOURCE, asy_case_get_notice_source (current)));
  asy_paper_data_set_text (data, "notice.by", asy_case_get_notice_by (current));
  asy_paper_data_set_text (data, "notice.content", asy_case_get_notice (current));
  asy_paper_data_set_text (data, "notice.urgency", asy_case_get_urgent (current) ? "pilne" : "zwykłe");
  asy_paper_data_set_text (data, "notice.passed-to", asy_case_get_passed_to (current));
  asy_paper_data_set_day (data, "interview.day", asy_case_get_interview_on (current));
  asy_paper_data_set_text (data, "interview.by", asy_case_get_interview_by (current));
  asy_paper_data_set_day (data, "analysis.day", asy_case_get_analysis_on (current));
  asy_paper_data_set_day (data, "motion.day", asy_case_get_motion_on (current));
  asy_paper_data_set_text (data, "motion.by", asy_case_get_motion_by (current));
  asy_paper_data_set_text (data, "reasons", reasons);
  asy_paper_data_set_text (data, "attitude", attitude);
}

static void
fill_involved (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->involvements->len; i++)
    {
      AsyInvolvement *involvement = source->family->involvements->pdata[i];
      AsyPaperData *item;
      g_autofree char *since = dup_date (asy_involvement_get_from_day (involvement));

      if (asy_involvement_get_until_day (involvement) != ASY_DAY_NONE && asy_involvement_get_until_day (involvement) < source->today)
        continue;
      item = asy_paper_data_add_item (data, "involved");
      asy_paper_data_set_text (item, "who", asy_family_file_get_involved (source->family, involvement));
      asy_paper_data_set_text (item, "doing", asy_involvement_get_doing (involvement));
      asy_paper_data_set_text (item, "since", since);
      asy_paper_data_set_text (item, "result", asy_involvement_get_result (involvement));
    }
}

/* The diagnosis. */

static const char *const state_words[] = { "posiadany", "zagrożony utratą", "brakujący" };
static const char *const where_words[] = { "osoba", "rodzina", "otoczenie" };

static char *
dup_whose (const AsyPaperSource *source, AsyDiagnosisItem *item)
{
  AsyPerson *person = asy_family_file_find_person (source->family, asy_diagnosis_item_get_person_id (item));

  return person != NULL ? asy_person_dup_full_name (person) : NULL;
}

static void
add_difficulty (AsyPaperData *data, const AsyPaperSource *source, AsyDiagnosisItem *item)
{
  AsyPaperData *line = asy_paper_data_add_item (data, "difficulties");
  const char *area = _asy_paper_label (source, ASY_DICT_WORK_AREA, asy_diagnosis_item_get_area (item));
  const gint64 severity = asy_diagnosis_item_get_severity (item);
  g_autofree char *level = g_strdup_printf ("%d – %s", (int) severity, _asy_paper_level_word (severity));

  asy_paper_data_set_text (line, "area", area);
  asy_paper_data_set_text (line, "text", asy_diagnosis_item_get_body (item));
  asy_paper_data_set_text (line, "level", level);
  for (guint i = 0; area != NULL && i < asy_paper_data_get_n_items (data, "areas"); i++)
    if (g_strcmp0 (asy_paper_data_get_text (asy_paper_data_get_item (data, "areas", i), "name"), area) == 0)
      return;
  if (area != NULL)
    asy_paper_data_set_text (asy_paper_data_add_item (data, "areas"), "name", area);
}

static void
add_diagnosis_item (AsyPaperData *data, const AsyPaperSource *source, AsyDiagnosisItem *item)
{
  AsyPaperData *line;
  g_autofree char *whose = dup_whose (source, item);

  switch ((AsyDiagnosisItemKind) asy_diagnosis_item_get_kind (item))
    {
    case ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY:
      add_difficulty (data, source, item);
      break;
    case ASY_DIAGNOSIS_ITEM_KIND_RESOURCE:
      line = asy_paper_data_add_item (data, "resources");
      asy_paper_data_set_text (line, "text", asy_diagnosis_item_get_body (item));
      asy_paper_data_set_text (line, "state", state_words[asy_diagnosis_item_get_state (item)]);
      asy_paper_data_set_text (line, "where", where_words[asy_diagnosis_item_get_level (item)]);
      break;
    case ASY_DIAGNOSIS_ITEM_KIND_STRENGTH:
    default:
      line = asy_paper_data_add_item (data, "strengths");
      asy_paper_data_set_text (line, "text", asy_diagnosis_item_get_body (item));
      asy_paper_data_set_text (line, "whose", whose);
    }
}

static AsyMemberEntry *
find_member (const AsyPaperSource *source, gint64 person_id)
{
  for (guint i = 0; i < source->family->members->len; i++)
    {
      AsyMemberEntry *entry = source->family->members->pdata[i];

      if (id_of (entry->person) == person_id)
        return entry;
    }
  return NULL;
}

static void
add_sheet (AsyPaperData *data, const AsyPaperSource *source, AsyChildSheet *sheet)
{
  const AsyMemberEntry *entry = find_member (source, asy_child_sheet_get_person_id (sheet));
  AsyPaperData *item;
  g_autofree char *name = NULL, *birth = NULL, *age = NULL, *stay = NULL;

  if (entry == NULL)
    return;
  item = asy_paper_data_add_item (data, "sheets");
  name = asy_person_dup_full_name (entry->person);
  birth = dup_date (asy_person_get_birth_date (entry->person));
  age = _asy_paper_dup_age (entry->person, source->today);
  stay = _asy_paper_dup_stay (source, entry->member);
  asy_paper_data_set_text (item, "name", name);
  asy_paper_data_set_text (item, "birth", birth);
  asy_paper_data_set_text (item, "age", age);
  asy_paper_data_set_text (item, "stay", stay);
  asy_paper_data_set_text (item, "place", asy_child_sheet_get_place_at_home (sheet));
  asy_paper_data_set_text (item, "school", asy_child_sheet_get_school (sheet));
  asy_paper_data_set_text (item, "health", asy_child_sheet_get_health (sheet));
  asy_paper_data_set_text (item, "support", asy_child_sheet_get_support (sheet));
  asy_paper_data_set_text (item, "legal", asy_child_sheet_get_legal (sheet));
  asy_paper_data_set_text (item, "voice", asy_child_sheet_get_voice (sheet));
  asy_paper_data_set_text (item, "note", asy_child_sheet_get_note (sheet));
}

static void
fill_diagnosis_texts (AsyPaperData *data, AsyDiagnosis *diagnosis)
{
  static const struct {
    const char *name;
    guint field;
  } texts[] = {
    { "diagnosis.upbringing", ASY_DIAGNOSIS_UPBRINGING }, { "diagnosis.housing", ASY_DIAGNOSIS_HOUSING },
    { "diagnosis.income", ASY_DIAGNOSIS_INCOME }, { "diagnosis.health", ASY_DIAGNOSIS_HEALTH },
    { "diagnosis.work", ASY_DIAGNOSIS_WORK }, { "diagnosis.relations", ASY_DIAGNOSIS_RELATIONS },
    { "diagnosis.society", ASY_DIAGNOSIS_SOCIETY }, { "diagnosis.expectations", ASY_DIAGNOSIS_EXPECTATIONS },
    { "diagnosis.child-voice", ASY_DIAGNOSIS_CHILD_VOICE }, { "diagnosis.conclusions", ASY_DIAGNOSIS_CONCLUSIONS },
  };
  const AsyDay completed_on = asy_diagnosis_get_completed_on (diagnosis);

  asy_paper_data_set_day (data, "diagnosis.day", completed_on != ASY_DAY_NONE ? completed_on : asy_diagnosis_get_made_on (diagnosis));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    asy_paper_data_set_text (data, texts[i].name, asy_record_get_text (ASY_RECORD (diagnosis), texts[i].field));
}

static void
fill_diagnosis (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyDiagnosisFile *file = source->family->diagnosis;

  if (file == NULL)
    return;
  fill_diagnosis_texts (data, file->diagnosis);
  for (guint i = 0; i < file->items->len; i++)
    add_diagnosis_item (data, source, file->items->pdata[i]);
  for (guint i = 0; i < file->children->len; i++)
    add_sheet (data, source, file->children->pdata[i]);
}

/* Assignment and handover. */

static const char *const basis_words[] = { "wniosek pracownika socjalnego", "bezpośrednio po wywiadzie (art. 11 ust. 1a ustawy)",
                                           "postanowienie sądu", "wniosek w trybie ustawy „Za życiem”" };
static const char *const basis_articles[] = { "art. 11 ust. 4", "art. 11 ust. 1a i 4", "art. 11 ust. 4", "art. 11 ust. 4" };
static const char *const basis_more[] = { "", "", " oraz art. 109 § 2 pkt 1 Kodeksu rodzinnego i opiekuńczego",
                                          " oraz art. 8 ustawy „Za życiem”" };

/* Place of the assignment that the paper is of; that of the newest where it is of none. */
static guint
find_assignment (const AsyPaperSource *source)
{
  const gint64 id = asy_letter_get_assignment_id (source->letter->letter);

  for (guint i = 0; id != 0 && i < source->family->assignments->len; i++)
    {
      const AsyAssignmentEntry *entry = source->family->assignments->pdata[i];

      if (id_of (entry->assignment) == id)
        return i;
    }
  return 0;
}

static void
fill_assignment (AsyPaperData *data, const AsyPaperSource *source)
{
  GPtrArray *assignments = source->family->assignments;
  const guint place = find_assignment (source);
  const AsyAssignmentEntry *entry;
  guint basis;
  g_autofree char *name = NULL;

  _asy_paper_fill_basis (data, source->office->office, "art. 11 ust. 1 i 3", "");
  if (assignments->len == 0)
    return;
  entry = assignments->pdata[place];
  basis = (guint) asy_assignment_get_basis (entry->assignment);
  name = asy_worker_dup_full_name (entry->worker);
  if (g_str_equal (asy_paper_source_get_kind (source), ASY_LETTER_KIND_ASSIGNMENT))
    _asy_paper_fill_basis (data, source->office->office, basis_articles[basis], basis_more[basis]);
  asy_paper_data_set_day (data, "assignment.day", asy_assignment_get_from_day (entry->assignment));
  asy_paper_data_set_text (data, "assignment.basis", basis_words[basis]);
  asy_paper_data_set_text (data, "assignment.worker", name);
  asy_paper_data_set_text (data, "handover.to", name);
  asy_paper_data_set_day (data, "handover.day", asy_assignment_get_from_day (entry->assignment));
  asy_paper_data_set_text (data, "handover.note", asy_assignment_get_handover (entry->assignment));
}

static void
fill_predecessor (AsyPaperData *data, const AsyPaperSource *source)
{
  GPtrArray *assignments = source->family->assignments;
  const guint place = find_assignment (source) + 1;
  const AsyAssignmentEntry *entry;
  g_autofree char *name = NULL;

  if (place >= assignments->len)
    return;
  entry = assignments->pdata[place];
  name = asy_worker_dup_full_name (entry->worker);
  asy_paper_data_set_text (data, "handover.from", name);
  asy_paper_data_set_text (data, "handover.reason",
                           _asy_paper_label (source, ASY_DICT_END_REASON, asy_assignment_get_end_reason (entry->assignment)));
}

static gboolean
is_open (AsyTask *task)
{
  const AsyTaskStatus status = (AsyTaskStatus) asy_task_get_status (task);

  return status != ASY_TASK_STATUS_DONE && status != ASY_TASK_STATUS_DROPPED && status != ASY_TASK_STATUS_NOT_DONE;
}

static void
fill_open_tasks (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyPlanFile *plan = source->family->plan;

  for (guint i = 0; plan != NULL && i < plan->tasks->len; i++)
    {
      AsyTask *task = plan->tasks->pdata[i];
      AsyPaperData *item;
      g_autofree char *who = NULL, *day = NULL;

      if (!is_open (task))
        continue;
      item = asy_paper_data_add_item (data, "open-tasks");
      who = _asy_paper_dup_doer (source, task);
      day = dup_date (asy_task_get_until_day (task));
      asy_paper_data_set_text (item, "what", asy_task_get_what (task));
      asy_paper_data_set_text (item, "who", who);
      asy_paper_data_set_text (item, "term", day);
    }
}

static void
add_dated (AsyPaperData *data, const char *list, const char *name, AsyDay day, const char *text)
{
  AsyPaperData *item = asy_paper_data_add_item (data, list);

  asy_paper_data_set_day (item, "day", day);
  if (name != NULL)
    asy_paper_data_set_text (item, name, text);
}

/* Visits that are arranged, and what the court and the plan wait for. */
static void
fill_dates (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyFamilyFile *family = source->family;

  for (guint i = family->visits->len; i > 0; i--)
    {
      AsyVisit *visit = family->visits->pdata[i - 1];

      if (asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED && asy_visit_get_day (visit) >= source->today)
        add_dated (data, "dates", "what", asy_visit_get_day (visit), "umówiona wizyta");
    }
  for (guint i = 0; i < family->requests->len; i++)
    if (asy_court_request_get_answered_on (family->requests->pdata[i]) == ASY_DAY_NONE)
      add_dated (data, "dates", "what", asy_court_request_get_due_on (family->requests->pdata[i]), "odpowiedź dla sądu");
  if (family->plan != NULL && asy_plan_get_review_on (family->plan->plan) != ASY_DAY_NONE)
    add_dated (data, "dates", "what", asy_plan_get_review_on (family->plan->plan), "przegląd planu pracy");
}

static void
fill_recent (AsyPaperData *data, const AsyPaperSource *source)
{
  guint n_recent = 0, n_missed = 0;

  for (guint i = 0; i < source->family->visits->len; i++)
    {
      AsyVisit *visit = source->family->visits->pdata[i];
      const char *course = asy_visit_get_course (visit);

      if (asy_visit_get_state (visit) == ASY_VISIT_STATE_HELD && n_recent++ < RECENT_VISITS)
        add_dated (data, "recent", "text", asy_visit_get_day (visit),
                   course != NULL ? course : _asy_paper_label (source, ASY_DICT_CONTACT, asy_visit_get_kind (visit)));
      if (asy_visit_get_state (visit) == ASY_VISIT_STATE_MISSED && n_missed++ < ATTEMPTS_AT_MOST)
        add_dated (data, "attempts", "text", asy_visit_get_day (visit),
                   _asy_paper_label (source, ASY_DICT_MISSED_REASON, asy_visit_get_missed_reason (visit)));
    }
}

static void
fill_dangers (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->warnings->len; i++)
    if (asy_family_warning_holds (source->family->warnings->pdata[i], source->today))
      asy_paper_data_set_text (asy_paper_data_add_item (data, "warnings"), "text",
                               asy_family_warning_get_reason (source->family->warnings->pdata[i]));
  for (guint i = 0; i < source->family->interventions->len; i++)
    {
      AsyIntervention *intervention = source->family->interventions->pdata[i];

      if (asy_intervention_get_closed_on (intervention) == ASY_DAY_NONE)
        add_dated (data, "interventions", "text", asy_intervention_get_day (intervention), asy_intervention_get_seen (intervention));
    }
}

/* The plan in a line each, which most cards print. */
static void
fill_plan_goals (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyPlanFile *plan = source->family->plan;

  if (plan == NULL)
    return;
  asy_paper_data_set_day (data, "plan.date", asy_plan_get_agreed_on (plan->plan));
  asy_paper_data_set_number (data, "plan.version", asy_plan_get_version (plan->plan));
  asy_paper_data_set_text (data, "plan.goal", asy_plan_get_main_goal (plan->plan));
  asy_paper_data_set_text (data, "plan.rules", asy_plan_get_rules (plan->plan));
  for (guint i = 0; i < plan->goals->len; i++)
    {
      AsyPaperData *item = asy_paper_data_add_item (data, "plan-goals");

      asy_paper_data_set_text (item, "title", asy_goal_get_title (plan->goals->pdata[i]));
      asy_paper_data_set_text (item, "state", _asy_paper_goal_word ((AsyGoalStatus) asy_goal_get_status (plan->goals->pdata[i])));
    }
}

/* One visit. */

static char *
dup_persons (const AsyPaperSource *source, gboolean is_seen)
{
  const AsyDay on = asy_visit_get_day (source->visit->visit);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < source->visit->persons->len; i++)
    {
      const AsyVisitPerson *met = &g_array_index (source->visit->persons, AsyVisitPerson, i);
      AsyPerson *person = asy_family_file_find_person (source->family, met->person_id);
      g_autofree char *name = person != NULL ? asy_person_dup_full_name (person) : NULL;
      g_autofree char *age = person != NULL ? _asy_paper_dup_age (person, on) : NULL;

      if (name == NULL || !(is_seen ? met->seen : met->present))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      if (age != NULL)
        g_string_append_printf (names, " (%s)", age);
    }
  return g_string_free (names, FALSE);
}

static const char *
get_goal_state (AsyGoalStatus status)
{
  static const char *const words[] = { "nierozpoczęty", "w trakcie", "częściowo osiągnięty", "osiągnięty", "nieosiągnięty", "zaniechany" };

  return words[status];
}

static const char *
get_task_state (AsyTaskStatus status)
{
  static const char *const words[] = { "zaplanowane", "w trakcie", "wykonane", "wykonane częściowo", "niewykonane", "zaniechane" };

  return words[status];
}

/* Goals by the words they had: those of an older version of the plan too. */
static char *
dup_visit_goals (const AsyPaperSource *source)
{
  const AsyVisitFile *visit = source->visit;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < visit->goal_titles->len; i++)
    {
      const AsyVisitMark *mark = asy_visit_marks_find (visit->goal_marks, g_array_index (visit->goals, gint64, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (const char *) visit->goal_titles->pdata[i]);
      if (mark != NULL)
        g_string_append_printf (text, " – %s", get_goal_state ((AsyGoalStatus) mark->status));
    }
  for (guint i = 0; i < visit->task_marks->len; i++)
    {
      const AsyVisitMark *mark = visit->task_marks->pdata[i];

      g_string_append_printf (text, "%s%s – %s", text->len > 0 ? "\n" : "", mark->title, get_task_state ((AsyTaskStatus) mark->status));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_duties (const AsyPaperSource *source)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < source->visit->duties->len; i++)
    g_string_append_printf (text, "%s%s) %s", i > 0 ? "\n" : "", (const char *) source->visit->duties->pdata[i],
                            _asy_paper_label (source, ASY_DICT_DUTY, source->visit->duties->pdata[i]));
  return g_string_free (text, FALSE);
}

static const char *
get_place (AsyVisit *visit)
{
  static const char *const places[] = { "w domu rodziny", "w miejscu wybranym przez rodzinę", "w ośrodku", "w instytucji" };

  return asy_visit_get_place_text (visit) != NULL ? asy_visit_get_place_text (visit) : places[asy_visit_get_place (visit)];
}

static char *
dup_state (const AsyPaperSource *source, AsyVisit *visit)
{
  switch ((AsyVisitState) asy_visit_get_state (visit))
    {
    case ASY_VISIT_STATE_MISSED:
      return g_strdup_printf ("nieodbyta: %s", _asy_paper_label (source, ASY_DICT_MISSED_REASON, asy_visit_get_missed_reason (visit)));
    case ASY_VISIT_STATE_HELD:
      return g_strdup ("odbyta");
    case ASY_VISIT_STATE_PLANNED:
    default:
      return g_strdup ("zaplanowana");
    }
}

static void
fill_visit_sets (AsyPaperData *data, const AsyPaperSource *source)
{
  g_autofree char *present = dup_persons (source, FALSE);
  g_autofree char *seen = dup_persons (source, TRUE);
  g_autofree char *goals = dup_visit_goals (source);
  g_autofree char *duties = dup_duties (source);

  asy_paper_data_set_text (data, "visit.present", present);
  asy_paper_data_set_text (data, "visit.seen", seen);
  asy_paper_data_set_text (data, "visit.goals", goals);
  asy_paper_data_set_text (data, "visit.duties", duties);
}

static void
fill_next_visit (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyDay next = ASY_DAY_NONE;

  for (guint i = 0; i < source->family->visits->len; i++)
    {
      const AsyDay day = asy_visit_get_day (source->family->visits->pdata[i]);

      if (day > asy_visit_get_day (source->visit->visit) && (next == ASY_DAY_NONE || day < next))
        next = day;
    }
  asy_paper_data_set_day (data, "visit.next", next);
}

static void
fill_visit (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyVisit *visit = source->visit != NULL ? source->visit->visit : NULL;
  g_autofree char *state = NULL;

  if (visit == NULL)
    return;
  state = dup_state (source, visit);
  if (source->visit_number > 0)
    asy_paper_data_set_number (data, "visit.number", source->visit_number);
  asy_paper_data_set_day (data, "visit.day", asy_visit_get_day (visit));
  asy_paper_data_set_number (data, "visit.start", asy_visit_get_start_minute (visit));
  asy_paper_data_set_number (data, "visit.end", asy_visit_get_end_minute (visit));
  if (asy_visit_get_travel_minutes (visit) > 0)
    asy_paper_data_set_number (data, "visit.travel", asy_visit_get_travel_minutes (visit));
  asy_paper_data_set_text (data, "visit.place", get_place (visit));
  asy_paper_data_set_text (data, "visit.kind", _asy_paper_label (source, ASY_DICT_CONTACT, asy_visit_get_kind (visit)));
  asy_paper_data_set_text (data, "visit.state", state);
  asy_paper_data_set_text (data, "visit.purpose", asy_visit_get_purpose (visit));
  asy_paper_data_set_text (data, "visit.course", asy_visit_get_course (visit));
  asy_paper_data_set_text (data, "visit.next-family", asy_visit_get_next_family (visit));
  asy_paper_data_set_text (data, "visit.next-assistant", asy_visit_get_next_assistant (visit));
  asy_paper_data_set_text (data, "visit.danger", asy_visit_get_danger (visit) ? asy_visit_get_danger_note (visit) : "nie stwierdzono");
  fill_visit_sets (data, source);
  fill_next_visit (data, source);
}

/* The end, and what came after it. */

static void
fill_end (AsyPaperData *data, const AsyPaperSource *source)
{
  static const char *const goals[] = { NULL, "osiągnięte", "osiągnięte częściowo", "nieosiągnięte" };
  AsyCase *current = source->family->current;
  const AsyDay from = _asy_paper_first_assignment (source->family);
  const AsyDay ended_on = asy_case_get_ended_on (current);
  const AsyDay until = ended_on != ASY_DAY_NONE ? ended_on : source->today;

  asy_paper_data_set_day (data, "end.day", ended_on);
  asy_paper_data_set_day (data, "end.proposed", asy_case_get_end_proposed_on (current));
  asy_paper_data_set_text (data, "end.reason", _asy_paper_label (source, ASY_DICT_END_REASON, asy_case_get_end_reason (current)));
  asy_paper_data_set_text (data, "end.note", asy_case_get_end_note (current));
  asy_paper_data_set_text (data, "end.goals", goals[asy_case_get_end_goals (current)]);
  asy_paper_data_set_text (data, "end.children", asy_case_get_end_children (current));
  asy_paper_data_set_text (data, "end.advice", asy_case_get_end_advice (current));
  asy_paper_data_set_day (data, "end.monitoring", asy_case_get_monitoring_until (current));
  if (from != ASY_DAY_NONE && from <= until)
    asy_paper_data_set_number (data, "end.months", asy_day_get_age_months (from, until));
  for (guint i = 0; i < source->family->contacts->len; i++)
    add_dated (data, "contacts", NULL, asy_monitoring_date_get_day (source->family->contacts->pdata[i]), NULL);
}

static AsyMonitoringCard *
find_card (const AsyPaperSource *source)
{
  const gint64 id = asy_letter_get_card_id (source->letter->letter);

  for (guint i = 0; i < source->family->cards->len; i++)
    if (id_of (source->family->cards->pdata[i]) == id)
      return source->family->cards->pdata[i];
  return NULL;
}

static void
fill_card (AsyPaperData *data, const AsyPaperSource *source)
{
  static const char *const forms[] = { "wizyta", "telefon", "szkoła", "pracownik socjalny", "inna" };
  static const char *const kept[] = { "tak", "częściowo", "nie" };
  static const char *const conclusions[] = { "kontynuować monitoring", "zakończyć monitoring", "wznowić pracę z rodziną" };
  AsyMonitoringCard *card = find_card (source);
  g_autofree char *name = NULL;

  if (card == NULL)
    return;
  name = source->letter->author != NULL ? asy_worker_dup_full_name (source->letter->author) : NULL;
  asy_paper_data_set_day (data, "card.day", asy_monitoring_card_get_day (card));
  asy_paper_data_set_text (data, "card.form", forms[asy_monitoring_card_get_form (card)]);
  asy_paper_data_set_text (data, "card.children", asy_monitoring_card_get_children (card));
  asy_paper_data_set_text (data, "card.kept", kept[asy_monitoring_card_get_kept (card)]);
  asy_paper_data_set_text (data, "card.difficulties", asy_monitoring_card_get_difficulties (card));
  asy_paper_data_set_text (data, "card.conclusion", conclusions[asy_monitoring_card_get_conclusion (card)]);
  asy_paper_data_set_text (data, "card.note", asy_monitoring_card_get_note (card));
  asy_paper_data_set_text (data, "card.worker", name);
}

void
_asy_paper_fill_course (AsyPaperData *data, const AsyPaperSource *source)
{
  const gint64 month = asy_family_get_visits_a_month (source->family->family);

  asy_paper_data_set_text (data, "family.phone", asy_family_get_phone (source->family->family));
  asy_paper_data_set_text (data, "family.email", asy_family_get_email (source->family->family));
  asy_paper_data_set_text (data, "family.own-number", asy_family_get_own_number (source->family->family));
  if (month > 0)
    asy_paper_data_set_number (data, "visits.month", month);
  if (source->family->current != NULL)
    {
      fill_intake (data, source);
      fill_end (data, source);
    }
  fill_involved (data, source);
  fill_diagnosis (data, source);
  fill_assignment (data, source);
  fill_predecessor (data, source);
  fill_open_tasks (data, source);
  fill_dates (data, source);
  fill_recent (data, source);
  fill_dangers (data, source);
  fill_plan_goals (data, source);
  fill_visit (data, source);
  fill_card (data, source);
  asy_paper_data_set_number (data, "visits.count", source->visits.held);
  asy_paper_data_set_day (data, "cooperation.since", _asy_paper_first_assignment (source->family));
}
