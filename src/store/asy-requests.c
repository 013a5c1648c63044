/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-requests.h"
#include "store/asy-search.h"

#define ARTICLE "art. 15 ust. 1 pkt 17 uwr"

static gboolean
refuse_day (GError **error, AsyCourtRequest *request, guint field, const char *message)
{
  return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, request, field, ARTICLE, message);
}

static gboolean
check_days (AsySession *session, AsyCourtRequest *request, GError **error)
{
  const AsyDay today = asy_session_get_today (session);
  const AsyDay received_on = asy_court_request_get_received_on (request);
  const AsyDay answered_on = asy_court_request_get_answered_on (request);

  if (received_on > today)
    return refuse_day (error, request, ASY_COURT_REQUEST_RECEIVED_ON, "that day is still to come");
  if (asy_court_request_get_letter_on (request) > received_on)
    return refuse_day (error, request, ASY_COURT_REQUEST_LETTER_ON, "written after it was received");
  if (asy_court_request_get_due_on (request) < received_on)
    return refuse_day (error, request, ASY_COURT_REQUEST_DUE_ON, "due before it was received");
  if (answered_on != ASY_DAY_NONE && (answered_on < received_on || answered_on > today))
    return refuse_day (error, request, ASY_COURT_REQUEST_ANSWERED_ON, "answered before it was received, or in days to come");
  /* -1: no hearing, or its hour is not known. */
  if (asy_court_request_get_hearing_minute (request) < -1 || asy_court_request_get_hearing_minute (request) >= 24 * 60)
    return refuse_day (error, request, ASY_COURT_REQUEST_HEARING_MINUTE, "there is no such time of the day");
  return TRUE;
}

static gboolean
has_required (AsyCourtRequest *request)
{
  return asy_record_find_missing (ASY_RECORD (request)) < 0;
}

/* The family is found by the case number, and so are the papers that answer. */
static gboolean
save_request (AsySession *session, gpointer request, gpointer user_data, GError **error)
{
  gint64 family_id;

  /* A day that is not there is a matter of asy_repo_save(), which names it. */
  if (has_required (request) && !check_days (session, request, error))
    return FALSE;
  return asy_repo_save (session, request, error) && asy_repo_find_family (session, request, &family_id, error) &&
         asy_search_index_family (session, family_id, error);
}

gboolean
asy_court_request_save (AsySession *session, AsyCourtRequest *request, GError **error)
{
  g_return_val_if_fail (ASY_IS_COURT_REQUEST (request), FALSE);

  return _asy_change_run (session, request, save_request, NULL, error);
}

gboolean
asy_court_request_mark_answered (AsySession *session, AsyCourtRequest *request, AsyDay answered_on, GError **error)
{
  g_autoptr (AsyCourtRequest) answered = NULL;

  g_return_val_if_fail (ASY_IS_COURT_REQUEST (request), FALSE);

  if (answered_on == ASY_DAY_NONE)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, request, ASY_COURT_REQUEST_ANSWERED_ON, ARTICLE, "there is no day");
  answered = asy_record_duplicate (request);
  asy_court_request_set_answered_on (answered, answered_on);
  if (!asy_court_request_save (session, answered, error))
    return FALSE;
  asy_record_copy_from (ASY_RECORD (request), ASY_RECORD (answered));
  return TRUE;
}

/* Unanswered ones. */

#define REQUEST_COLUMNS                                                                                 \
  "c.family_id, f.name, k.name,"                                                                        \
  " (SELECT w.given_name || ' ' || w.family_name FROM assignment a JOIN worker w ON w.id = a.worker_id" \
  "   WHERE a.case_file_id = c.id AND a.from_day <= :today"                                             \
  "   AND (a.until_day IS NULL OR a.until_day >= :today) ORDER BY a.from_day DESC, a.id DESC LIMIT 1)," \
  " l.id, l.state"
#define REQUEST_TAIL                                                                                    \
  "JOIN case_file c ON c.id = t.case_file_id JOIN family f ON f.id = c.family_id"                       \
  " LEFT JOIN court k ON k.id = t.court_id"                                                             \
  " LEFT JOIN letter l ON l.id = (SELECT max(x.id) FROM letter x WHERE x.court_request_id = t.id)"      \
  " WHERE t.answered_on IS NULL ORDER BY t.due_on, t.id"

static AsyLetterState
read_state (const char *nick)
{
  for (guint i = 0; asy_letter_state_nicks[i] != NULL; i++)
    if (g_strcmp0 (asy_letter_state_nicks[i], nick) == 0)
      return (AsyLetterState) i;
  return ASY_LETTER_STATE_DRAFT;
}

static AsyRequestEntry *
read_entry (AsyStmt *stmt, GError **error)
{
  int column;
  AsyCourtRequest *request = asy_repo_read_row (stmt, ASY_TYPE_COURT_REQUEST, &column, error);
  AsyRequestEntry *entry;

  if (request == NULL)
    return NULL;
  entry = g_new0 (AsyRequestEntry, 1);
  entry->request = request;
  entry->family_id = asy_stmt_column_int (stmt, column);
  entry->family_name = asy_stmt_column_dup_text (stmt, column + 1);
  entry->court_name = asy_stmt_column_dup_text (stmt, column + 2);
  entry->worker_name = asy_stmt_column_dup_text (stmt, column + 3);
  entry->letter_id = asy_stmt_column_int (stmt, column + 4);
  entry->letter_state = read_state (asy_stmt_column_text (stmt, column + 5));
  return entry;
}

GPtrArray *
asy_court_requests_list_open (AsySession *session, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_request_entry_free);
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare_with (session, ASY_TYPE_COURT_REQUEST, REQUEST_COLUMNS, REQUEST_TAIL, error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_day (stmt, ":today", asy_session_get_today (session));
  for (;;)
    {
      AsyRequestEntry *entry;
      gboolean has_row;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      entry = read_entry (stmt, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
}
