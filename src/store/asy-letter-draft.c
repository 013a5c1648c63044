/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-assessments.h"
#include "store/asy-change-private.h"
#include "store/asy-families.h"
#include "store/asy-letters.h"
#include "store/asy-offices.h"
#include "store/asy-opinion.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"
#include "store/asy-reviews.h"
#include "store/asy-search.h"

/* New papers; their titles are Polish, because they stand in the register of
 * papers and on paper. */

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

/* The newest paper of that kind about that record, or NULL. */
static gboolean
find_existing (AsySession *session, const char *tail, gint64 id, AsyLetter **ret_letter, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, ASY_TYPE_LETTER, tail, error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", id);
  return asy_repo_read_one (stmt, ASY_TYPE_LETTER, (gpointer *) ret_letter, error);
}

typedef struct {
  AsyLetter *letter;
  GPtrArray *sections;          /* AsyLetterSection; nullable */
} Draft;

/* What was filled from the register is noted with the paper, not a section at a time. */
static gboolean
insert_draft (AsySession *session, gpointer user_data, GError **error)
{
  Draft *draft = user_data;

  asy_letter_set_made_on (draft->letter, asy_session_get_today (session));
  if (!asy_repo_save (session, draft->letter, error))
    return FALSE;
  for (guint i = 0; draft->sections != NULL && i < draft->sections->len; i++)
    {
      AsyLetterSection *section = g_ptr_array_index (draft->sections, i);

      asy_letter_section_set_letter_id (section, id_of (draft->letter));
      if (!asy_repo_insert_quietly (session, section, error))
        return FALSE;
    }
  return asy_search_index_letter (session, id_of (draft->letter), error);
}

static AsyLetterFile *
make_draft (AsySession *session, AsyLetter *letter, GPtrArray *sections, GError **error)
{
  Draft draft = { letter, sections };

  if (!asy_session_transaction (session, insert_draft, &draft, error))
    return NULL;
  return asy_letter_file_load (session, id_of (letter), error);
}

static gboolean
fetch_assistant (AsySession *session, gint64 case_id, gint64 *ret_worker_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT worker_id FROM assignment WHERE case_file_id = :id"
                         " ORDER BY CASE WHEN from_day <= :today AND (until_day IS NULL OR until_day >= :today) THEN 0 ELSE 1 END,"
                         " from_day DESC, id DESC LIMIT 1",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", case_id);
  asy_stmt_bind_day (stmt, ":today", asy_session_get_today (session));
  return asy_stmt_fetch_int (stmt, 0, ret_worker_id, error);
}

/* An opinion. */

typedef struct {
  AsyFamilyFile *family;
  AsyOfficeFile *office;
  AsyCourtRequest *request;
  AsyPlanFile *plan;
  AsyAssessmentFile *assessment;
  AsyVisitTotals visits;
} OpinionData;

static void
opinion_data_clear (OpinionData *data)
{
  g_clear_pointer (&data->family, asy_family_file_unref);
  g_clear_pointer (&data->office, asy_office_file_unref);
  g_clear_object (&data->request);
  g_clear_pointer (&data->plan, asy_plan_file_free);
  g_clear_pointer (&data->assessment, asy_assessment_file_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OpinionData, opinion_data_clear)

/* The version that the family agreed to, not a draft of the next one. */
static gboolean
load_agreed_plan (AsySession *session, OpinionData *data, GError **error)
{
  GPtrArray *plans = data->family->plans;

  for (guint i = 0; i < plans->len; i++)
    {
      AsyPlan *plan = g_ptr_array_index (plans, i);

      if (asy_plan_get_agreed_on (plan) == ASY_DAY_NONE)
        continue;
      data->plan = asy_plan_file_load (session, id_of (plan), error);
      return data->plan != NULL;
    }
  return TRUE;
}

static gboolean
load_finished_assessment (AsySession *session, OpinionData *data, GError **error)
{
  GPtrArray *assessments = data->family->assessments;

  for (guint i = 0; i < assessments->len; i++)
    {
      AsyAssessment *assessment = g_ptr_array_index (assessments, i);

      if (!asy_assessment_get_final (assessment))
        continue;
      data->assessment = asy_assessment_file_load (session, id_of (assessment), error);
      return data->assessment != NULL;
    }
  return TRUE;
}

/* The family's file is that of its newest case; a request in an older one gets
 * neither the plan nor the assessment of another case. */
static gboolean
load_work (AsySession *session, OpinionData *data, GError **error)
{
  if (data->family->current == NULL ||
      id_of (data->family->current) != asy_court_request_get_case_file_id (data->request))
    return TRUE;
  return load_agreed_plan (session, data, error) && load_finished_assessment (session, data, error);
}

static gboolean
load_opinion_data (AsySession *session, gint64 request_id, OpinionData *data, GError **error)
{
  gint64 family_id;

  data->request = asy_repo_load (session, ASY_TYPE_COURT_REQUEST, request_id, error);
  if (data->request == NULL || !asy_repo_find_family (session, data->request, &family_id, error))
    return FALSE;
  data->family = asy_family_file_load (session, family_id, FALSE, error);
  if (data->family == NULL)
    return FALSE;
  data->office = asy_office_file_load (session, error);
  return data->office != NULL && load_work (session, data, error) &&
         asy_visits_sum (session, asy_court_request_get_case_file_id (data->request), ASY_DAY_NONE,
                         asy_session_get_today (session), &data->visits, error);
}

static AsyLetterFile *
write_opinion (AsySession *session, gint64 request_id, GError **error)
{
  g_auto (OpinionData) data = { 0 };
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  g_autoptr (GPtrArray) sections = NULL;
  AsyOpinionFacts facts = { 0 };
  gint64 worker_id;

  if (!load_opinion_data (session, request_id, &data, error) ||
      !fetch_assistant (session, asy_court_request_get_case_file_id (data.request), &worker_id, error))
    return NULL;
  facts.family = data.family;
  facts.request = data.request;
  facts.court = asy_family_file_find_court (data.family, asy_court_request_get_court_id (data.request));
  facts.plan = data.plan;
  facts.assessment = data.assessment;
  facts.visits = &data.visits;
  facts.dictionary = data.office->dictionary;
  facts.today = asy_session_get_today (session);
  sections = asy_opinion_prefill (&facts);
  asy_letter_set_kind (letter, ASY_LETTER_KIND_OPINION);
  asy_letter_set_title (letter, "Opinia o rodzinie");
  asy_letter_set_family_id (letter, id_of (data.family->family));
  asy_letter_set_case_file_id (letter, asy_court_request_get_case_file_id (data.request));
  asy_letter_set_worker_id (letter, worker_id);
  asy_letter_set_court_request_id (letter, request_id);
  return make_draft (session, letter, sections, error);
}

AsyLetterFile *
asy_letter_draft_opinion (AsySession *session, gint64 request_id, GError **error)
{
  g_autoptr (AsyLetter) existing = NULL;

  if (!find_existing (session, "WHERE t.court_request_id = :id AND t.kind = 'opinion' ORDER BY t.id DESC LIMIT 1", request_id,
                      &existing, error))
    return NULL;
  if (existing == NULL)
    return write_opinion (session, request_id, error);
  if (asy_letter_get_state (existing) == ASY_LETTER_STATE_DRAFT)
    return asy_letter_file_load (session, id_of (existing), error);
  asy_store_set_error (error, ASY_STORE_ERROR_OVERLAP, "the court has been answered");
  return NULL;
}

/* An assessment. */

static AsyLetterFile *
write_assessment (AsySession *session, gint64 assessment_id, GError **error)
{
  g_autoptr (AsyAssessment) assessment = asy_repo_load (session, ASY_TYPE_ASSESSMENT, assessment_id, error);
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  g_autofree char *title = NULL;
  gint64 family_id, worker_id;

  if (assessment == NULL || !asy_repo_find_family (session, assessment, &family_id, error) ||
      !fetch_assistant (session, asy_assessment_get_case_file_id (assessment), &worker_id, error))
    return NULL;
  if (!asy_assessment_get_final (assessment))
    {
      (void) _asy_change_refuse (error, ASY_STORE_ERROR_INCOMPLETE, assessment, ASY_ASSESSMENT_FINAL,
                                 "art. 15 ust. 1 pkt 15 uwr", "the assessment is not finished");
      return NULL;
    }
  title = g_strdup_printf (asy_assessment_get_kind (assessment) == ASY_ASSESSMENT_KIND_CLOSING ? "Ocena końcowa sytuacji rodziny (nr %d)"
                                                                                              : "Okresowa ocena sytuacji rodziny nr %d",
                           (int) asy_assessment_get_number (assessment));
  asy_letter_set_kind (letter, ASY_LETTER_KIND_ASSESSMENT);
  asy_letter_set_title (letter, title);
  asy_letter_set_family_id (letter, family_id);
  asy_letter_set_case_file_id (letter, asy_assessment_get_case_file_id (assessment));
  asy_letter_set_worker_id (letter, asy_assessment_get_worker_id (assessment) != 0 ? asy_assessment_get_worker_id (assessment)
                                                                                   : worker_id);
  asy_letter_set_assessment_id (letter, assessment_id);
  return make_draft (session, letter, NULL, error);
}

AsyLetterFile *
asy_letter_draft_assessment (AsySession *session, gint64 assessment_id, GError **error)
{
  g_autoptr (AsyLetter) existing = NULL;

  if (!find_existing (session, "WHERE t.assessment_id = :id AND t.kind = 'assessment' ORDER BY t.id DESC LIMIT 1", assessment_id,
                      &existing, error))
    return NULL;
  return existing != NULL ? asy_letter_file_load (session, id_of (existing), error)
                          : write_assessment (session, assessment_id, error);
}

/* Two assessments side by side: anew each time, unless there is a draft of the same two. */

static gboolean
find_comparison (AsySession *session, gint64 later_id, gint64 earlier_id, AsyLetter **ret_letter, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_LETTER,
                           "WHERE t.assessment_id = :later AND t.compared_id = :earlier AND t.kind = 'comparison' AND t.state = 'draft'"
                           " ORDER BY t.id DESC LIMIT 1",
                           error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":later", later_id);
  asy_stmt_bind_int (stmt, ":earlier", earlier_id);
  return asy_repo_read_one (stmt, ASY_TYPE_LETTER, (gpointer *) ret_letter, error);
}

static gboolean
load_comparable (AsySession *session, gint64 id, AsyAssessment **ret_assessment, gint64 *ret_family_id, GError **error)
{
  g_autoptr (AsyAssessment) assessment = asy_repo_load (session, ASY_TYPE_ASSESSMENT, id, error);

  if (assessment == NULL || !asy_repo_find_family (session, assessment, ret_family_id, error))
    return FALSE;
  if (!asy_assessment_get_final (assessment))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INCOMPLETE, assessment, ASY_ASSESSMENT_FINAL, NULL,
                               "the assessment is not finished");
  *ret_assessment = g_steal_pointer (&assessment);
  return TRUE;
}

static AsyLetterFile *
write_comparison (AsySession *session, gint64 later_id, gint64 earlier_id, GError **error)
{
  g_autoptr (AsyAssessment) later = NULL;
  g_autoptr (AsyAssessment) earlier = NULL;
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  gint64 family_id, other_id, worker_id;

  if (!load_comparable (session, later_id, &later, &family_id, error) ||
      !load_comparable (session, earlier_id, &earlier, &other_id, error) ||
      !fetch_assistant (session, asy_assessment_get_case_file_id (later), &worker_id, error))
    return NULL;
  if (family_id != other_id)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_INVALID, "the two assessments are of different families");
      return NULL;
    }
  asy_letter_set_kind (letter, ASY_LETTER_KIND_COMPARISON);
  asy_letter_set_title (letter, "Porównanie okresowych ocen sytuacji rodziny");
  asy_letter_set_family_id (letter, family_id);
  asy_letter_set_case_file_id (letter, asy_assessment_get_case_file_id (later));
  asy_letter_set_worker_id (letter, worker_id);
  asy_letter_set_assessment_id (letter, later_id);
  asy_letter_set_compared_id (letter, earlier_id);
  return make_draft (session, letter, NULL, error);
}

AsyLetterFile *
asy_letter_draft_comparison (AsySession *session, gint64 later_id, gint64 earlier_id, GError **error)
{
  g_autoptr (AsyLetter) existing = NULL;

  if (!find_comparison (session, later_id, earlier_id, &existing, error))
    return NULL;
  return existing != NULL ? asy_letter_file_load (session, id_of (existing), error)
                          : write_comparison (session, later_id, earlier_id, error);
}

/* A plan. */

AsyLetterFile *
asy_letter_draft_plan (AsySession *session, gint64 plan_id, GError **error)
{
  return asy_letter_draft_of (session, ASY_LETTER_KIND_PLAN, plan_id, error);
}

/* A week. */

static AsyLetterFile *
write_week (AsySession *session, gint64 worker_id, AsyDay monday, GError **error)
{
  g_autoptr (AsyWorker) worker = asy_repo_load (session, ASY_TYPE_WORKER, worker_id, error);
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  g_autofree char *title = NULL;
  int year;
  const int week = asy_day_get_iso_week (monday, &year);

  if (worker == NULL)
    return NULL;
  title = g_strdup_printf ("Plan tygodnia %d/%d", week, year);
  asy_letter_set_kind (letter, ASY_LETTER_KIND_WEEK);
  asy_letter_set_title (letter, title);
  asy_letter_set_worker_id (letter, worker_id);
  asy_letter_set_week_monday (letter, monday);
  return make_draft (session, letter, NULL, error);
}

static gboolean
find_week (AsySession *session, gint64 worker_id, AsyDay monday, AsyLetter **ret_letter, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_LETTER,
                           "WHERE t.worker_id = :worker AND t.week_monday = :monday AND t.state = 'draft'"
                           " ORDER BY t.id DESC LIMIT 1",
                           error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":worker", worker_id);
  asy_stmt_bind_day (stmt, ":monday", monday);
  return asy_repo_read_one (stmt, ASY_TYPE_LETTER, (gpointer *) ret_letter, error);
}

AsyLetterFile *
asy_letter_draft_week (AsySession *session, gint64 worker_id, AsyDay monday, GError **error)
{
  g_autoptr (AsyLetter) existing = NULL;

  g_return_val_if_fail (monday != ASY_DAY_NONE && asy_day_get_weekday (monday) == 1, NULL);

  if (!find_week (session, worker_id, monday, &existing, error))
    return NULL;
  return existing != NULL ? asy_letter_file_load (session, id_of (existing), error)
                          : write_week (session, worker_id, monday, error);
}

/* Papers that begin in a family. */

static const struct
{
  const char *kind;
  const char *title;
} family_papers[] = {
  { ASY_LETTER_KIND_COURT_REPORT, "Sprawozdanie dla sądu" },
  { ASY_LETTER_KIND_COURT_NOTICE, "Zawiadomienie sądu opiekuńczego" },
  { ASY_LETTER_KIND_COURT_REPLY, "Odpowiedź na pismo sądu" },
  { ASY_LETTER_KIND_INTAKE_CARD, "Karta zgłoszenia rodziny" },
  { ASY_LETTER_KIND_MOTION, "Wniosek o przydzielenie asystenta rodziny" },
  { ASY_LETTER_KIND_CONSENT, "Zgoda na pracę z asystentem rodziny" },
  { ASY_LETTER_KIND_AGREEMENT, "Umowa o współpracy z rodziną" },
  { ASY_LETTER_KIND_AUTHORISATION, "Upoważnienie asystenta rodziny" },
  { ASY_LETTER_KIND_ASSIGNMENT, "Przydzielenie asystenta rodziny" },
  { ASY_LETTER_KIND_DIAGNOSIS, "Arkusz diagnozy rodziny" },
  { ASY_LETTER_KIND_VISIT_CARD, "Karta wizyty" },
  { ASY_LETTER_KIND_HANDOVER, "Protokół przekazania rodziny" },
  { ASY_LETTER_KIND_END_CARD, "Karta zakończenia pracy z rodziną" },
  { ASY_LETTER_KIND_MONITORING_CARD, "Karta monitoringu" },
  { ASY_LETTER_KIND_RESIGNATION, "Rezygnacja z asystenta rodziny" },
};

static const char *
title_of (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (family_papers); i++)
    if (g_str_equal (family_papers[i].kind, kind))
      return family_papers[i].title;
  return NULL;
}

static AsyLetterFile *
refuse_incomplete (GError **error, const char *message)
{
  asy_store_set_error (error, ASY_STORE_ERROR_INCOMPLETE, message);
  return NULL;
}

/* The version in force; while there is none, the draft of the first. */
static AsyLetterFile *
draft_plan_of (AsySession *session, AsyFamilyFile *family, GError **error)
{
  AsyPlan *found = family->plan != NULL ? family->plan->plan : NULL;

  for (guint i = 0; i < family->plans->len; i++)
    if (asy_plan_get_agreed_on (g_ptr_array_index (family->plans, i)) != ASY_DAY_NONE)
      {
        found = g_ptr_array_index (family->plans, i);
        break;
      }
  return found != NULL ? asy_letter_draft_plan (session, id_of (found), error) : refuse_incomplete (error, "the family has no plan");
}

static gboolean
find_family_draft (AsySession *session, gint64 case_id, const char *kind, AsyLetter **ret_letter, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_LETTER,
                           "WHERE t.case_file_id = :case AND t.kind = :kind AND t.state = 'draft' ORDER BY t.id DESC LIMIT 1", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":case", case_id);
  asy_stmt_bind_text (stmt, ":kind", kind);
  return asy_repo_read_one (stmt, ASY_TYPE_LETTER, (gpointer *) ret_letter, error);
}

/* The newest letter of the court that nobody has answered. */
static AsyCourtRequest *
find_open_request (AsyFamilyFile *family)
{
  for (guint i = 0; i < family->requests->len; i++)
    {
      AsyCourtRequest *request = g_ptr_array_index (family->requests, i);

      if (asy_court_request_get_answered_on (request) == ASY_DAY_NONE)
        return request;
    }
  return NULL;
}

static AsyVisit *
find_recorded_visit (AsyFamilyFile *family)
{
  for (guint i = 0; i < family->visits->len; i++)
    if (asy_visit_get_state (family->visits->pdata[i]) != ASY_VISIT_STATE_PLANNED)
      return family->visits->pdata[i];
  return NULL;
}

gboolean
asy_letter_find_subject (AsyFamilyFile *family, const char *kind, gint64 *ret_record_id)
{
  AsyCase *current = family->current;
  const guint n_assignments = family->assignments->len;
  gpointer record = NULL;

  *ret_record_id = 0;
  if (current == NULL)
    return FALSE;
  if (g_str_equal (kind, ASY_LETTER_KIND_AUTHORISATION))
    return asy_case_get_path (current) == ASY_CASE_PATH_ZA_ZYCIEM;
  if (g_str_equal (kind, ASY_LETTER_KIND_MOTION))
    return asy_case_get_path (current) == ASY_CASE_PATH_INTERVIEW;
  if (g_str_equal (kind, ASY_LETTER_KIND_PLAN))
    return family->plan != NULL;
  if (g_str_equal (kind, ASY_LETTER_KIND_ANNEX))
    record = family->plan != NULL && asy_plan_get_version (family->plan->plan) > 1 ? family->plan->plan : NULL;
  else  if (g_str_equal (kind, ASY_LETTER_KIND_COURT_REPLY))
    return find_open_request (family) != NULL;
  if (g_str_equal (kind, ASY_LETTER_KIND_DIAGNOSIS))
    return family->diagnosis != NULL;
  if (g_str_equal (kind, ASY_LETTER_KIND_END_CARD))
    return asy_case_get_end_proposed_on (current) != ASY_DAY_NONE || asy_case_get_ended_on (current) != ASY_DAY_NONE;
  if (g_str_equal (kind, ASY_LETTER_KIND_ASSIGNMENT) && n_assignments > 0)
    record = ((AsyAssignmentEntry *) family->assignments->pdata[0])->assignment;
  else if (g_str_equal (kind, ASY_LETTER_KIND_HANDOVER) && n_assignments > 1)
    record = ((AsyAssignmentEntry *) family->assignments->pdata[0])->assignment;
  else if (g_str_equal (kind, ASY_LETTER_KIND_VISIT_CARD))
    record = find_recorded_visit (family);
  else if (g_str_equal (kind, ASY_LETTER_KIND_MONITORING_CARD) && family->cards->len > 0)
    record = family->cards->pdata[0];
  else if (!g_strv_contains (asy_record_letter_kinds, kind) || g_str_equal (kind, ASY_LETTER_KIND_COURT_NOTICE))
    return TRUE;
  *ret_record_id = record != NULL ? id_of (record) : 0;
  return record != NULL;
}

static AsyLetterFile *
write_family (AsySession *session, AsyFamilyFile *family, const char *kind, GError **error)
{
  const gint64 case_id = id_of (family->current);
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  gint64 worker_id;

  if (!fetch_assistant (session, case_id, &worker_id, error))
    return NULL;
  asy_letter_set_kind (letter, kind);
  asy_letter_set_title (letter, title_of (kind));
  asy_letter_set_family_id (letter, id_of (family->family));
  asy_letter_set_case_file_id (letter, case_id);
  asy_letter_set_worker_id (letter, worker_id);
  if (g_str_equal (kind, ASY_LETTER_KIND_COURT_REPLY))
    asy_letter_set_court_request_id (letter, id_of (find_open_request (family)));
  return make_draft (session, letter, NULL, error);
}

AsyLetterFile *
asy_letter_draft_family (AsySession *session, gint64 family_id, const char *kind, GError **error)
{
  g_autoptr (AsyFamilyFile) family = NULL;
  g_autoptr (AsyLetter) existing = NULL;
  gint64 record_id;

  g_return_val_if_fail (kind != NULL && g_strv_contains (asy_family_letter_kinds, kind), NULL);

  family = asy_family_file_load (session, family_id, FALSE, error);
  if (family == NULL)
    return NULL;
  if (family->current == NULL)
    return refuse_incomplete (error, "the family has no case");
  if (g_str_equal (kind, ASY_LETTER_KIND_PLAN))
    return draft_plan_of (session, family, error);
  if (!asy_letter_find_subject (family, kind, &record_id))
    return refuse_incomplete (error, "the register has nothing yet that such a paper is about");
  if (record_id != 0)
    return asy_letter_draft_of (session, kind, record_id, error);
  if (!find_family_draft (session, id_of (family->current), kind, &existing, error))
    return NULL;
  return existing != NULL ? asy_letter_file_load (session, id_of (existing), error) : write_family (session, family, kind, error);
}

/* Papers that tell of one record. */

typedef struct {
  const char *kind;
  GType (*get_type) (void);
  guint field;                  /* of AsyLetter: the record */
  const char *find;
} RecordPaper;

static const RecordPaper record_papers[] = {
  { ASY_LETTER_KIND_COURT_NOTICE, asy_intervention_get_type, ASY_LETTER_INTERVENTION_ID,
    "WHERE t.intervention_id = :id AND t.kind = '" ASY_LETTER_KIND_COURT_NOTICE "' ORDER BY t.id DESC LIMIT 1" },
  { ASY_LETTER_KIND_ASSIGNMENT, asy_assignment_get_type, ASY_LETTER_ASSIGNMENT_ID,
    "WHERE t.assignment_id = :id AND t.kind = '" ASY_LETTER_KIND_ASSIGNMENT "' ORDER BY t.id DESC LIMIT 1" },
  { ASY_LETTER_KIND_HANDOVER, asy_assignment_get_type, ASY_LETTER_ASSIGNMENT_ID,
    "WHERE t.assignment_id = :id AND t.kind = '" ASY_LETTER_KIND_HANDOVER "' ORDER BY t.id DESC LIMIT 1" },
  { ASY_LETTER_KIND_VISIT_CARD, asy_visit_get_type, ASY_LETTER_VISIT_ID,
    "WHERE t.visit_id = :id AND t.kind = '" ASY_LETTER_KIND_VISIT_CARD "' ORDER BY t.id DESC LIMIT 1" },
  { ASY_LETTER_KIND_MONITORING_CARD, asy_monitoring_card_get_type, ASY_LETTER_CARD_ID,
    "WHERE t.card_id = :id AND t.kind = '" ASY_LETTER_KIND_MONITORING_CARD "' ORDER BY t.id DESC LIMIT 1" },
  { ASY_LETTER_KIND_PLAN, asy_plan_get_type, ASY_LETTER_PLAN_ID,
    "WHERE t.plan_id = :id AND t.kind = '" ASY_LETTER_KIND_PLAN "' ORDER BY t.id DESC LIMIT 1" },
  { ASY_LETTER_KIND_ANNEX, asy_plan_get_type, ASY_LETTER_PLAN_ID,
    "WHERE t.plan_id = :id AND t.kind = '" ASY_LETTER_KIND_ANNEX "' ORDER BY t.id DESC LIMIT 1" },
  { ASY_LETTER_KIND_REVIEW, asy_review_get_type, ASY_LETTER_REVIEW_ID,
    "WHERE t.review_id = :id AND t.kind = '" ASY_LETTER_KIND_REVIEW "' ORDER BY t.id DESC LIMIT 1" },
  { ASY_LETTER_KIND_MONTH_REPORT, asy_review_get_type, ASY_LETTER_REVIEW_ID,
    "WHERE t.review_id = :id AND t.kind = '" ASY_LETTER_KIND_MONTH_REPORT "' ORDER BY t.id DESC LIMIT 1" },
};

static const RecordPaper *
find_record_paper (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (record_papers); i++)
    if (g_str_equal (record_papers[i].kind, kind))
      return &record_papers[i];
  return NULL;
}

/* Who visited or kept up the contact writes the card of it. */
static gint64
get_writer_of (gpointer record)
{
  if (ASY_IS_REVIEW (record))
    return asy_review_get_worker_id (record);
  if (ASY_IS_VISIT (record))
    return asy_visit_get_worker_id (record);
  return ASY_IS_MONITORING_CARD (record) ? asy_monitoring_card_get_worker_id (record) : 0;
}

/* What happened outside a case is told in the newest one. */
static gint64
get_case_of (gpointer record, AsyFamilyFile *family)
{
  gint64 case_id = 0;

  if (ASY_IS_INTERVENTION (record))
    case_id = asy_intervention_get_case_file_id (record);
  else if (ASY_IS_ASSIGNMENT (record))
    case_id = asy_assignment_get_case_file_id (record);
  else if (ASY_IS_VISIT (record))
    case_id = asy_visit_get_case_file_id (record);
  else if (ASY_IS_PLAN (record))
    case_id = asy_plan_get_case_file_id (record);
  else if (ASY_IS_REVIEW (record))
    case_id = asy_review_get_case_file_id (record);
  else if (ASY_IS_MONITORING_CARD (record))
    case_id = asy_monitoring_card_get_case_file_id (record);
  return case_id == 0 && family->current != NULL ? id_of (family->current) : case_id;
}

/* A version of a plan is named by its number; the first annex makes the second version. */
static char *
dup_title_of (const char *kind, gpointer record)
{
  if (ASY_IS_REVIEW (record))
    {
      g_autofree char *period = asy_review_dup_paper_period (record);

      return g_strdup_printf ("%s, %s", asy_review_get_paper_title (record), period);
    }
  if (!ASY_IS_PLAN (record))
    return g_strdup (title_of (kind));
  if (g_str_equal (kind, ASY_LETTER_KIND_ANNEX))
    return g_strdup_printf ("Aneks nr %d do planu pracy z rodziną nr %d", (int) asy_plan_get_version (record) - 1,
                            (int) asy_plan_get_number (record));
  return g_strdup_printf ("Plan pracy z rodziną nr %d, wersja %d", (int) asy_plan_get_number (record), (int) asy_plan_get_version (record));
}

/* Why a record has no such paper yet; %NULL when it has. */
static const char *
refuse_of (const RecordPaper *paper, gpointer record)
{
  if (g_str_equal (paper->kind, ASY_LETTER_KIND_ANNEX) && asy_plan_get_version (record) < 2)
    return "the first version changes nothing";
  if (!ASY_IS_REVIEW (record))
    return NULL;
  if (g_str_equal (paper->kind, ASY_LETTER_KIND_MONTH_REPORT) != (asy_review_get_kind (record) == ASY_REVIEW_KIND_WORKER_MONTH))
    return "a review of the other kind";
  return asy_review_get_final (record) ? NULL : "the review is not finished";
}

/* The report of an assistant tells of no family in particular. */
static AsyLetterFile *
write_report (AsySession *session, const RecordPaper *paper, AsyReview *review, GError **error)
{
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  g_autofree char *title = dup_title_of (paper->kind, review);

  asy_letter_set_kind (letter, paper->kind);
  asy_letter_set_title (letter, title);
  asy_letter_set_worker_id (letter, asy_review_get_worker_id (review));
  asy_letter_set_review_id (letter, id_of (review));
  return make_draft (session, letter, NULL, error);
}

static AsyLetterFile *
write_of (AsySession *session, const RecordPaper *paper, gint64 record_id, GError **error)
{
  g_autoptr (AsyRecord) record = asy_repo_load (session, paper->get_type (), record_id, error);
  g_autoptr (AsyFamilyFile) family = NULL;
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  g_autofree char *title = NULL;
  gint64 family_id, case_id, worker_id;

  if (record == NULL || !asy_repo_find_family (session, record, &family_id, error))
    return NULL;
  if (refuse_of (paper, record) != NULL)
    return refuse_incomplete (error, refuse_of (paper, record));
  if (g_str_equal (paper->kind, ASY_LETTER_KIND_MONTH_REPORT))
    return write_report (session, paper, ASY_REVIEW (record), error);
  family = asy_family_file_load (session, family_id, FALSE, error);
  if (family == NULL)
    return NULL;
  case_id = get_case_of (record, family);
  if (!fetch_assistant (session, case_id, &worker_id, error))
    return NULL;
  asy_letter_set_kind (letter, paper->kind);
  title = dup_title_of (paper->kind, record);
  asy_letter_set_title (letter, title);
  asy_letter_set_family_id (letter, family_id);
  asy_letter_set_case_file_id (letter, case_id);
  asy_letter_set_worker_id (letter, get_writer_of (record) != 0 ? get_writer_of (record) : worker_id);
  asy_record_set_int (ASY_RECORD (letter), paper->field, record_id);
  return make_draft (session, letter, NULL, error);
}

AsyLetterFile *
asy_letter_draft_of (AsySession *session, const char *kind, gint64 record_id, GError **error)
{
  const RecordPaper *paper = kind != NULL ? find_record_paper (kind) : NULL;
  g_autoptr (AsyLetter) existing = NULL;

  g_return_val_if_fail (paper != NULL, NULL);

  if (!find_existing (session, paper->find, record_id, &existing, error))
    return NULL;
  return existing != NULL ? asy_letter_file_load (session, id_of (existing), error) : write_of (session, paper, record_id, error);
}
