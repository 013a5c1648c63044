/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-boards.h"
#include "store/asy-work-time.h"
#include "store/asy-workers.h"

/* What the index of days holds, in its order. */
#define VISITS                                                                                                    \
  "SELECT t.id, t.worker_id, t.family_id, f.name, t.kind, t.day, t.start_minute, t.minutes, t.travel_minutes,"    \
  " CASE t.state WHEN 'held' THEN 1 WHEN 'missed' THEN 2 ELSE 0 END, t.two_persons"                               \
  " FROM visit t LEFT JOIN family f ON f.id = t.family_id WHERE t.day BETWEEN :from AND :until"                   \
  " ORDER BY t.day, t.start_minute, t.worker_id"

/* Visits that stand in spite of something, and those of families that are visited in twos: both are few. */
#define EXPLAINED "SELECT id FROM visit WHERE clash_note IS NOT NULL AND day BETWEEN :from AND :until"
#define IN_TWOS                                                                                                   \
  "SELECT t.id FROM family_warning n JOIN visit t ON t.family_id = n.family_id AND t.day BETWEEN :from AND :until" \
  " AND t.day >= n.from_day AND (n.until_day IS NULL OR t.day <= n.until_day)"                                    \
  " WHERE n.kind = 'two-person' AND n.from_day <= :until AND (n.until_day IS NULL OR n.until_day >= :from)"

static const char *
keep (AsyBoard *board, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (board->texts, text) : NULL;
}

static AsyBoardVisit *
read_visit (AsyBoard *board, AsyStmt *stmt)
{
  AsyBoardVisit *visit = g_new0 (AsyBoardVisit, 1);

  visit->id = asy_stmt_column_int (stmt, 0);
  visit->worker_id = asy_stmt_column_int (stmt, 1);
  visit->family_id = asy_stmt_column_int (stmt, 2);
  visit->family_name = keep (board, asy_stmt_column_text (stmt, 3));
  visit->kind = keep (board, asy_stmt_column_text (stmt, 4));
  visit->day = asy_stmt_column_day (stmt, 5);
  visit->start = (int) asy_stmt_column_int (stmt, 6);
  visit->minutes = (int) asy_stmt_column_int (stmt, 7);
  visit->travel = (int) asy_stmt_column_int (stmt, 8);
  visit->state = (AsyVisitState) asy_stmt_column_int (stmt, 9);
  visit->in_twos = asy_stmt_column_int (stmt, 10) != 0;
  return visit;
}
G_STATIC_ASSERT (ASY_VISIT_STATE_PLANNED == 0 && ASY_VISIT_STATE_HELD == 1 && ASY_VISIT_STATE_MISSED == 2);

static AsyStmt *
prepare (AsySession *session, const AsyBoard *board, const char *sql, GError **error)
{
  AsyStmt *stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_day (stmt, ":from", board->first - 1);
  asy_stmt_bind_day (stmt, ":until", board->first + board->n_days);
  return stmt;
}

/* Sets a mark (a gboolean) on the visits that @sql names. */
static gboolean
read_marks (AsySession *session, AsyBoard *board, const char *sql, gsize mark, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare (session, board, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      AsyBoardVisit *visit;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      visit = asy_board_find_visit (board, asy_stmt_column_int (stmt, 0));
      if (visit != NULL)
        G_STRUCT_MEMBER (gboolean, visit, mark) = TRUE;
    }
}

static gboolean
read_visits (AsySession *session, AsyBoard *board, GHashTable *lanes, GError **error)
{
  g_autoptr (AsyStmt) stmt = prepare (session, board, VISITS, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      AsyBoardVisit *visit;
      AsyBoardLane *lane;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      visit = read_visit (board, stmt);
      g_ptr_array_add (board->visits, visit);
      lane = g_hash_table_lookup (lanes, &visit->worker_id);
      if (lane != NULL)
        g_ptr_array_add (lane->visits, visit);
    }
}

static GHashTable *
add_lanes (AsySession *session, AsyBoard *board, GError **error)
{
  g_autoptr (GPtrArray) caseloads = asy_caseload_list (session, asy_session_get_today (session), error);
  GHashTable *lanes;

  if (caseloads == NULL)
    return NULL;
  lanes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < caseloads->len; i++)
    {
      const AsyCaseload *caseload = g_ptr_array_index (caseloads, i);
      AsyBoardLane *lane = asy_board_add_lane (board, caseload->worker);
      const gint64 id = asy_record_get_id (ASY_RECORD (caseload->worker));

      lane->families = caseload->families;
      lane->limit = caseload->limit;
      g_hash_table_insert (lanes, g_memdup2 (&id, sizeof id), lane);
    }
  return lanes;
}

typedef struct {
  AsySession *session;
  AsyBoard *board;
} Loading;

static gboolean
load (AsyDb *db, gpointer user_data, GError **error)
{
  Loading *loading = user_data;
  AsyBoard *board = loading->board;
  g_autoptr (GHashTable) lanes = NULL;
  GHashTable *times = asy_work_time_load_all (loading->session, board->first, board->first + board->n_days - 1, error);

  if (times == NULL)
    return FALSE;
  g_hash_table_unref (board->times);
  board->times = times;
  lanes = add_lanes (loading->session, board, error);
  return lanes != NULL && read_visits (loading->session, board, lanes, error) &&
         read_marks (loading->session, board, EXPLAINED, G_STRUCT_OFFSET (AsyBoardVisit, is_explained), error) &&
         read_marks (loading->session, board, IN_TWOS, G_STRUCT_OFFSET (AsyBoardVisit, in_twos), error);
}

AsyBoard *
asy_board_load (AsySession *session, AsyDay first, guint n_days, GError **error)
{
  g_autoptr (AsyBoard) board = NULL;
  Loading loading;

  g_return_val_if_fail (first != ASY_DAY_NONE && n_days > 0, NULL);

  board = asy_board_new (first, n_days);
  loading = (Loading){ session, board };
  if (!asy_db_read_transaction (asy_session_get_db (session), load, &loading, error))
    return NULL;
  return g_steal_pointer (&board);
}

#define DAY_LOADS(WORKER)                                                                                           \
  "SELECT day, count(*), sum(CASE WHEN minutes < 1440 THEN minutes ELSE 0 END) FROM visit WHERE " WORKER                   \
  "day BETWEEN :from AND :until AND state IN ('planned', 'held') GROUP BY day ORDER BY day"

GArray *
asy_board_count_days (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, GError **error)
{
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (AsyDayLoad));
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session),
                                             worker_id != 0 ? DAY_LOADS ("worker_id = :worker AND ") : DAY_LOADS (""), error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  if (worker_id != 0)
    asy_stmt_bind_int (stmt, ":worker", worker_id);
  asy_stmt_bind_day (stmt, ":from", from);
  asy_stmt_bind_day (stmt, ":until", until);
  for (;;)
    {
      AsyDayLoad day;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&loads);
      day.day = asy_stmt_column_day (stmt, 0);
      day.n = (guint) asy_stmt_column_int (stmt, 1);
      day.minutes = (int) asy_stmt_column_int (stmt, 2);
      g_array_append_val (loads, day);
    }
}
