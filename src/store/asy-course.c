/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-course.h"
#include "store/asy-facts.h"
#include "store/asy-families.h"
#include "store/asy-monitoring.h"
#include "store/asy-repo.h"

static gboolean
load_facts (AsySession *session, AsyCase *case_file, AsyCaseFacts *ret_facts, GError **error)
{
  return asy_facts_load (session, asy_record_get_id (ASY_RECORD (case_file)), asy_session_get_today (session), ret_facts, error);
}

static gboolean
is_missing (AsyCase *case_file, guint field, GError **error)
{
  (void) _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, case_file, field, NULL, "a required field is empty");
  return FALSE;
}

static gboolean
refuse (GError **error, AsyStoreErrorCode code, const char *message)
{
  (void) asy_store_set_error (error, code, message);
  return FALSE;
}

/* Waiting and refusing belong before the first assistant. */
static gboolean
check_before_assistant (const AsyCaseFacts *facts, GError **error)
{
  if (facts->first_assigned_on != ASY_DAY_NONE || facts->closed_on != ASY_DAY_NONE)
    return refuse (error, ASY_STORE_ERROR_FROZEN, "the case is past its beginning");
  return TRUE;
}

static gboolean
set_waiting (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  const gboolean is_waiting = asy_case_get_waiting_since (record) != ASY_DAY_NONE;
  AsyCaseFacts facts;
  AsyStep step;

  if (!load_facts (session, record, &facts, error) || !check_before_assistant (&facts, error))
    return FALSE;
  if (facts.refused_on != ASY_DAY_NONE)
    return refuse (error, ASY_STORE_ERROR_FROZEN, "the assistant was refused");
  step = asy_step_before_assignment (&facts);
  if (is_waiting && step != ASY_STEP_ASSIGN && step != ASY_STEP_CONSENT)
    return _asy_change_refuse (error, ASY_STORE_ERROR_TOO_EARLY, record, ASY_CASE_MOTION_ON, asy_step_get_article (step),
                               "another paper comes before the waiting list");
  return asy_case_save (session, record, error);
}

gboolean
asy_case_set_waiting (AsySession *session, AsyCase *case_file, GError **error)
{
  return _asy_change_run (session, case_file, set_waiting, NULL, error);
}

static gboolean
refuse_assistant (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  AsyCaseFacts facts;

  if (!load_facts (session, record, &facts, error) || !check_before_assistant (&facts, error))
    return FALSE;
  if (asy_case_get_path (record) == ASY_CASE_PATH_COURT)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, ASY_CASE_REFUSED_ON, "art. 109 § 2 pkt 1 KRO",
                               "an order of the court cannot be refused");
  if (asy_case_get_refused_on (record) == ASY_DAY_NONE)
    return is_missing (record, ASY_CASE_REFUSED_ON, error);
  if (asy_case_get_refused_reason (record) == NULL)
    return is_missing (record, ASY_CASE_REFUSED_REASON, error);
  return asy_case_save (session, record, error);
}

gboolean
asy_case_refuse (AsySession *session, AsyCase *case_file, GError **error)
{
  return _asy_change_run (session, case_file, refuse_assistant, NULL, error);
}

static gboolean
propose_end (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  const AsyDay day = asy_case_get_end_proposed_on (record);
  AsyCaseFacts facts;

  if (!load_facts (session, record, &facts, error))
    return FALSE;
  if (facts.ended_on != ASY_DAY_NONE || facts.closed_on != ASY_DAY_NONE)
    return refuse (error, ASY_STORE_ERROR_FROZEN, "the work has ended");
  if (facts.first_assigned_on == ASY_DAY_NONE || (day != ASY_DAY_NONE && day < facts.first_assigned_on))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, ASY_CASE_END_PROPOSED_ON, NULL,
                               "work cannot end before it begins");
  return asy_case_save (session, record, error);
}

gboolean
asy_case_propose_end (AsySession *session, AsyCase *case_file, GError **error)
{
  return _asy_change_run (session, case_file, propose_end, NULL, error);
}

/* Whoever is at work with the family on the last day is so no longer. */
static gboolean
end_assignments (AsySession *session, AsyCase *case_file, GError **error)
{
  g_autoptr (GPtrArray) running = NULL;

  running = asy_repo_list_by_id (session, ASY_TYPE_ASSIGNMENT,
                                 "JOIN case_file c ON c.id = t.case_file_id WHERE c.id = :id"
                                 " AND (t.until_day IS NULL OR t.until_day > c.ended_on)",
                                 asy_record_get_id (ASY_RECORD (case_file)), error);
  if (running == NULL)
    return FALSE;
  for (guint i = 0; i < running->len; i++)
    if (!asy_assignment_end (session, running->pdata[i], asy_case_get_ended_on (case_file), asy_case_get_end_reason (case_file), error))
      return FALSE;
  return TRUE;
}

static gboolean
end_work (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  AsyCaseFacts facts;

  if (!load_facts (session, record, &facts, error))
    return FALSE;
  if (asy_case_get_ended_on (record) == ASY_DAY_NONE)
    return is_missing (record, ASY_CASE_ENDED_ON, error);
  if (asy_case_get_end_reason (record) == NULL)
    return is_missing (record, ASY_CASE_END_REASON, error);
  if (facts.assigned_on > asy_case_get_ended_on (record) || facts.first_assigned_on == ASY_DAY_NONE)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, ASY_CASE_ENDED_ON, NULL, "work cannot end before it begins");
  return asy_case_save (session, record, error) && end_assignments (session, record, error) &&
         (user_data == NULL ||
          asy_monitoring_set_dates (session, asy_record_get_id (record), user_data, error));
}

gboolean
asy_case_end (AsySession *session, AsyCase *case_file, GArray *contacts, GError **error)
{
  return _asy_change_run (session, case_file, end_work, contacts, error);
}

static gboolean
close_case (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  AsyCaseFacts facts;
  gboolean was_monitored;

  if (!load_facts (session, record, &facts, error))
    return FALSE;
  if (asy_case_get_closed_on (record) == ASY_DAY_NONE)
    return is_missing (record, ASY_CASE_CLOSED_ON, error);
  if (facts.first_assigned_on != ASY_DAY_NONE && asy_case_get_ended_on (record) == ASY_DAY_NONE)
    return refuse (error, ASY_STORE_ERROR_OVERLAP, "the work has not ended");
  if (asy_case_get_closed_on (record) < asy_case_get_notice_on (record) ||
      asy_case_get_closed_on (record) < asy_case_get_ended_on (record))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, ASY_CASE_CLOSED_ON, NULL, "a case cannot be closed before its end");
  was_monitored = facts.last_monitoring_on != ASY_DAY_NONE || facts.refused_on != ASY_DAY_NONE;
  if (!was_monitored && asy_case_get_end_note (record) == NULL)
    return is_missing (record, ASY_CASE_END_NOTE, error);
  return asy_case_save (session, record, error);
}

gboolean
asy_case_close (AsySession *session, AsyCase *case_file, GError **error)
{
  return _asy_change_run (session, case_file, close_case, NULL, error);
}

static gboolean
load_newest (AsySession *session, gint64 family_id, AsyCase **ret_case, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_CASE, "WHERE t.family_id = :id ORDER BY t.notice_on DESC, t.id DESC LIMIT 1", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", family_id);
  return asy_repo_read_one (stmt, ASY_TYPE_CASE, (gpointer *) ret_case, error);
}

static gboolean
close_earlier (AsySession *session, AsyCase *earlier, AsyCase *fresh, GError **error)
{
  if (asy_case_get_closed_on (earlier) != ASY_DAY_NONE)
    return TRUE;
  asy_case_set_closed_on (earlier, asy_case_get_notice_on (fresh));
  return asy_case_save (session, earlier, error);
}

static gboolean
reopen (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  g_autoptr (AsyCase) earlier = NULL;
  AsyDay over;

  if (!load_newest (session, asy_case_get_family_id (record), &earlier, error))
    return FALSE;
  if (earlier == NULL)
    return refuse (error, ASY_STORE_ERROR_NOT_FOUND, "there is no case to go on from");
  over = MAX (asy_case_get_ended_on (earlier), asy_case_get_closed_on (earlier));
  if (over == ASY_DAY_NONE)
    return refuse (error, ASY_STORE_ERROR_OVERLAP, "work with the family is going on");
  if (asy_case_get_notice_on (record) < over)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, ASY_CASE_NOTICE_ON, NULL, "a relapse comes after the end");
  asy_case_set_reopened_from_id (record, asy_record_get_id (ASY_RECORD (earlier)));
  return close_earlier (session, earlier, record, error) && asy_case_save (session, record, error) &&
         (user_data == NULL || asy_case_set_reasons (session, asy_record_get_id (record), user_data, error));
}

gboolean
asy_case_reopen (AsySession *session, AsyCase *fresh, const char *const *reasons, GError **error)
{
  return _asy_change_run (session, fresh, reopen, (gpointer) reasons, error);
}

/* Steps passed over */

gboolean
asy_step_skip_save (AsySession *session, AsyStepSkip *skip, GError **error)
{
  const AsyStep step = asy_step_from_nick (asy_step_skip_get_step (skip));

  if (!asy_step_can_skip (step))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, skip, ASY_STEP_SKIP_STEP, asy_step_get_article (step),
                               "this step cannot be passed over");
  return asy_repo_save (session, skip, error);
}

gboolean
asy_step_skip_take_back (AsySession *session, AsyStepSkip *skip, GError **error)
{
  return asy_repo_delete (session, skip, error);
}

/* The waiting list */

void
asy_waiting_entry_free (AsyWaitingEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->family_name);
  g_free (entry->district);
  g_free (entry);
}

static AsyWaitingEntry *
read_waiting (AsyStmt *stmt)
{
  AsyWaitingEntry *entry = g_new0 (AsyWaitingEntry, 1);

  entry->family_id = asy_stmt_column_int (stmt, 0);
  entry->family_name = asy_stmt_column_dup_text (stmt, 1);
  entry->district = asy_stmt_column_dup_text (stmt, 2);
  entry->since = asy_stmt_column_day (stmt, 3);
  entry->difficulty = asy_stmt_column_real (stmt, 4);
  entry->is_urgent = asy_stmt_column_int (stmt, 5) != 0;
  return entry;
}

GPtrArray *
asy_waiting_list (AsySession *session, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_waiting_entry_free);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT f.id, f.name, f.district, c.waiting_since, c.difficulty, c.urgent FROM case_file c"
                         " JOIN family f ON f.id = c.family_id WHERE c.waiting_since IS NOT NULL AND c.waiting_since <= :today"
                         " AND c.refused_on IS NULL AND c.closed_on IS NULL"
                         " AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.case_file_id = c.id)"
                         " ORDER BY c.waiting_since, c.urgent DESC, f.sort_key, c.id",
                         error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_day (stmt, ":today", asy_session_get_today (session));
  while (asy_stmt_step (stmt, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_waiting (stmt));
    }
  return NULL;
}
