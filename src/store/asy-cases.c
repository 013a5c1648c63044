/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "law/asy-rules.h"
#include "store/asy-audit.h"
#include "store/asy-cases-private.h"
#include "store/asy-change-private.h"
#include "store/asy-facts.h"
#include "store/asy-families.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"
#include "store/asy-workers.h"

static gboolean
save_case (AsySession *session, gpointer user_data, GError **error)
{
  AsyCase *case_file = user_data;

  return asy_repo_save (session, case_file, error) &&
         asy_search_index_family (session, asy_case_get_family_id (case_file), error);
}

gboolean
asy_case_save (AsySession *session, AsyCase *case_file, GError **error)
{
  return asy_session_transaction (session, save_case, case_file, error);
}

typedef struct {
  gint64 case_id;
  const char *const *reasons;
} Reasons;

static gboolean
set_reasons (AsySession *session, gpointer user_data, GError **error)
{
  Reasons *data = user_data;
  g_autoptr (AsyCase) case_file = asy_repo_load (session, ASY_TYPE_CASE, data->case_id, error);
  g_autofree char *codes = g_strjoinv ("\",\"", (char **) data->reasons);
  g_autofree char *changes = g_strdup_printf ("{\"reasons\":[null,[\"%s\"]]}", codes);
  g_autoptr (AsyStmt) remove = NULL;
  g_autoptr (AsyStmt) insert = NULL;

  if (case_file == NULL)
    return FALSE;
  remove = asy_db_prepare (asy_session_get_db (session), "DELETE FROM case_reason WHERE case_file_id = :id", error);
  insert = remove == NULL ? NULL
                          : asy_db_prepare (asy_session_get_db (session),
                                            "INSERT INTO case_reason (case_file_id, reason) VALUES (:id, :reason)", error);
  if (insert == NULL)
    return FALSE;
  asy_stmt_bind_int (remove, ":id", data->case_id);
  if (!asy_stmt_run (remove, error))
    return FALSE;
  for (guint i = 0; data->reasons[i] != NULL; i++)
    {
      asy_stmt_bind_int (insert, ":id", data->case_id);
      asy_stmt_bind_text (insert, ":reason", data->reasons[i]);
      if (!asy_stmt_run (insert, error))
        return FALSE;
    }
  asy_session_note_change (session, "case_file", data->case_id);
  return asy_audit_write (session, "update", "case_file", data->case_id, asy_case_get_family_id (case_file), changes, error);
}

gboolean
asy_case_set_reasons (AsySession *session, gint64 case_id, const char *const *reasons, GError **error)
{
  Reasons data = { case_id, reasons };

  return asy_session_transaction (session, set_reasons, &data, error);
}

gboolean
asy_consent_save (AsySession *session, AsyConsent *consent, GError **error)
{
  return asy_repo_save (session, consent, error);
}

static gboolean
refuse (GError **error, AsyStoreErrorCode code, const char *message, const char *article)
{
  AsyStoreErrorDetail *detail = asy_store_set_error (error, code, message);

  if (error != NULL)
    detail->article = g_strdup (article);
  return FALSE;
}

/* Art. 15 ust. 4: the number of families at one time, by the limit in force on
 * the day of the assignment. Families that are with the assistant already do
 * not count twice. */
static gboolean
check_caseload (AsySession *session, AsyAssignment *assignment, GError **error)
{
  const AsyDay day = asy_assignment_get_from_day (assignment);
  AsyStoreErrorDetail *detail;
  AsyRule limit;
  int families;

  if (!asy_rules_lookup (asy_rules_get_default (), "caseload-limit", day, &limit))
    return TRUE;
  if (!asy_caseload_count (session, asy_assignment_get_worker_id (assignment), day, &families, error))
    return FALSE;
  if (families < limit.value)
    return TRUE;
  detail = asy_store_set_error (error, ASY_STORE_ERROR_CASELOAD, "the assistant has as many families as the Act allows");
  if (error != NULL)
    {
      detail->article = g_strdup (limit.article);
      detail->limit = limit.value;
      detail->count = families;
      detail->since = limit.since;
    }
  return FALSE;
}

static gboolean
check_worker (AsySession *session, AsyAssignment *assignment, GError **error)
{
  static const AsyStoreErrorCode codes[] = {
    [ASY_WORKER_OBSTACLE_NOT_EMPLOYED] = ASY_STORE_ERROR_UNAVAILABLE,
    [ASY_WORKER_OBSTACLE_SUSPENDED] = ASY_STORE_ERROR_UNAVAILABLE,
    [ASY_WORKER_OBSTACLE_SOCIAL_WORKER] = ASY_STORE_ERROR_SAME_COMMUNE,
    [ASY_WORKER_OBSTACLE_NOT_AUTHORISED] = ASY_STORE_ERROR_NOT_AUTHORISED,
  };
  g_autoptr (AsyWorker) worker = asy_repo_load (session, ASY_TYPE_WORKER, asy_assignment_get_worker_id (assignment), error);
  AsyWorkerObstacle obstacle;

  if (worker == NULL ||
      !asy_worker_find_obstacle (session, worker, asy_assignment_get_from_day (assignment), &obstacle, error))
    return FALSE;
  if (obstacle == ASY_WORKER_OBSTACLE_NONE)
    return TRUE;
  return refuse (error, codes[obstacle], "the assistant may not take a family on that day",
                 asy_worker_obstacle_get_article (obstacle));
}

/* The papers that the way in asks for before the first assistant (art. 11 uwr,
 * art. 109 KRO); what was passed over with a reason does not count. */
static gboolean
check_way_in (AsyCase *case_file, const AsyCaseFacts *facts, GError **error)
{
  static const guint fields[ASY_N_STEPS] = {
    [ASY_STEP_COURT_ORDER] = ASY_CASE_COURT_ORDER_ON,
    [ASY_STEP_INTERVIEW] = ASY_CASE_INTERVIEW_ON,
    [ASY_STEP_ANALYSIS] = ASY_CASE_ANALYSIS_ON,
    [ASY_STEP_MOTION] = ASY_CASE_MOTION_ON,
  };
  const AsyStep step = asy_step_before_assignment (facts);

  if (facts->first_assigned_on != ASY_DAY_NONE || step == ASY_STEP_ASSIGN || step == ASY_STEP_CONSENT)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_TOO_EARLY, case_file, fields[step], asy_step_get_article (step),
                             "another paper comes before the assignment");
}

/* Art. 8 ust. 3: work needs the family's consent; a court's order (art. 109
 * KRO) and an application under Za życiem stand for it. */
static gboolean
check_consent (AsySession *session, AsyCase *case_file, const AsyCaseFacts *facts, GError **error)
{
  if (asy_case_get_path (case_file) == ASY_CASE_PATH_COURT || asy_case_get_path (case_file) == ASY_CASE_PATH_ZA_ZYCIEM)
    return TRUE;
  if (facts->consent_on != ASY_DAY_NONE)
    return TRUE;
  return refuse (error, ASY_STORE_ERROR_NO_CONSENT, "the family has not consented", "art. 8 ust. 3 uwr");
}

static gboolean
load_running (AsySession *session, gint64 case_id, AsyDay day, AsyAssignment **ret_running, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_ASSIGNMENT,
                           "WHERE t.case_file_id = :id AND (t.until_day IS NULL OR t.until_day >= :day)"
                           " ORDER BY t.from_day DESC, t.id DESC LIMIT 1",
                           error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", case_id);
  asy_stmt_bind_day (stmt, ":day", day);
  return asy_repo_read_one (stmt, ASY_TYPE_ASSIGNMENT, (gpointer *) ret_running, error);
}

/* A change of assistant: the one at work ends the day before. */
static gboolean
end_running (AsySession *session, AsyAssignment *assignment, const char *reason, GError **error)
{
  const AsyDay day = asy_assignment_get_from_day (assignment);
  g_autoptr (AsyAssignment) running = NULL;

  if (!load_running (session, asy_assignment_get_case_file_id (assignment), day, &running, error))
    return FALSE;
  if (running == NULL)
    return TRUE;
  if (asy_assignment_get_worker_id (running) == asy_assignment_get_worker_id (assignment) ||
      asy_assignment_get_from_day (running) >= day)
    return refuse (error, ASY_STORE_ERROR_OVERLAP, "an assistant is assigned for that day already", "art. 11 ust. 4 uwr");
  asy_assignment_set_until_day (running, day - 1);
  if (reason != NULL)
    asy_assignment_set_end_reason (running, reason);
  return asy_repo_save (session, running, error);
}

/* A family weighs as much with the next assistant, unless it is said otherwise. */
static gboolean
set_weight (AsySession *session, AsyAssignment *assignment, AsyCase *case_file, GError **error)
{
  g_autoptr (AsyAssignment) running = NULL;

  if (asy_assignment_get_weight (assignment) > 0)
    return TRUE;
  if (!load_running (session, asy_assignment_get_case_file_id (assignment), asy_assignment_get_from_day (assignment), &running, error))
    return FALSE;
  if (running != NULL && asy_assignment_get_weight (running) > 0)
    asy_assignment_set_weight (assignment, asy_assignment_get_weight (running));
  else
    asy_assignment_set_weight (assignment, asy_case_get_difficulty (case_file) > 0 ? asy_case_get_difficulty (case_file) : 1.0);
  return TRUE;
}

gboolean
_asy_assignment_make_within (AsySession *session, AsyAssignment *assignment, const char *reason, GError **error)
{
  g_autoptr (AsyCase) case_file = NULL;
  AsyCaseFacts facts;

  case_file = asy_repo_load (session, ASY_TYPE_CASE, asy_assignment_get_case_file_id (assignment), error);
  if (case_file == NULL ||
      !asy_facts_load (session, asy_assignment_get_case_file_id (assignment), asy_session_get_today (session), &facts, error))
    return FALSE;
  if (asy_case_get_ended_on (case_file) != ASY_DAY_NONE || asy_case_get_closed_on (case_file) != ASY_DAY_NONE)
    return refuse (error, ASY_STORE_ERROR_FROZEN, "the work with the family has ended", NULL);
  if (asy_case_get_refused_on (case_file) != ASY_DAY_NONE)
    return refuse (error, ASY_STORE_ERROR_FROZEN, "the assistant was refused", NULL);
  return set_weight (session, assignment, case_file, error) && check_worker (session, assignment, error) &&
         check_way_in (case_file, &facts, error) && check_consent (session, case_file, &facts, error) &&
         end_running (session, assignment, reason, error) && check_caseload (session, assignment, error) &&
         asy_repo_save (session, assignment, error);
}

static gboolean
make_assignment (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  return _asy_assignment_make_within (session, record, user_data, error);
}

gboolean
asy_assignment_make (AsySession *session, AsyAssignment *assignment, GError **error)
{
  return _asy_change_run (session, assignment, make_assignment, NULL, error);
}

gboolean
asy_assignment_change (AsySession *session, AsyAssignment *assignment, const char *reason, GError **error)
{
  return _asy_change_run (session, assignment, make_assignment, (gpointer) reason, error);
}

gboolean
asy_assignment_end (AsySession *session, AsyAssignment *assignment, AsyDay until, const char *reason, GError **error)
{
  asy_assignment_set_until_day (assignment, until);
  asy_assignment_set_end_reason (assignment, reason);
  return asy_repo_save (session, assignment, error);
}
