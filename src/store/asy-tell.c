/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "store/asy-tell-private.h"

void
_asy_tell_add_line (GString *text, const char *format, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

/* Only the parameters that the statement has. */
AsyStmt *
_asy_tell_prepare (const AsyTelling *self, const char *sql, GError **error)
{
  AsyStmt *stmt = asy_db_prepare (asy_session_get_db (self->session), sql, error);

  if (stmt == NULL)
    return NULL;
  if (strstr (sql, ":case") != NULL)
    asy_stmt_bind_int (stmt, ":case", self->case_id);
  if (strstr (sql, ":family") != NULL)
    asy_stmt_bind_int (stmt, ":family", self->family_id);
  if (strstr (sql, ":worker") != NULL)
    asy_stmt_bind_int (stmt, ":worker", self->worker_id);
  if (strstr (sql, ":from") != NULL)
    asy_stmt_bind_day (stmt, ":from", self->from);
  if (strstr (sql, ":until") != NULL)
    asy_stmt_bind_day (stmt, ":until", self->until);
  if (strstr (sql, ":adult") != NULL)
    asy_stmt_bind_day (stmt, ":adult", asy_day_add_months (self->until, -18 * 12));
  if (strstr (sql, ":after") != NULL)
    asy_stmt_bind_day (stmt, ":after", self->until + 1);
  return stmt;
}

gboolean
_asy_tell_count (const AsyTelling *self, const char *sql, gint64 *ret_count, GError **error)
{
  g_autoptr (AsyStmt) stmt = _asy_tell_prepare (self, sql, error);

  return stmt != NULL && asy_stmt_fetch_int (stmt, 0, ret_count, error);
}

static void
tell_row (AsyStmt *stmt, GString *text)
{
  const AsyDay day = asy_stmt_column_day (stmt, 1);
  const gint64 times = asy_stmt_column_int (stmt, 3);

  _asy_tell_add_line (text, "%s", asy_stmt_column_text (stmt, 0));
  if (day != ASY_DAY_NONE)
    {
      g_autofree char *date = asy_text_table_date (day);

      g_string_append_printf (text, " %s", date);
    }
  if (!asy_stmt_column_is_null (stmt, 2))
    g_string_append (text, asy_stmt_column_text (stmt, 2));
  if (times > 0)
    g_string_append_printf (text, " (%" G_GINT64_FORMAT " %s)", times, asy_text_plural (times, "raz", "razy", "razy"));
}

gboolean
_asy_tell (const AsyTelling *self, const char *sql, GString *text, GError **error)
{
  g_autoptr (AsyStmt) stmt = _asy_tell_prepare (self, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      tell_row (stmt, text);
    }
}

#define TASKS_OF_PLAN                                                                                  \
  "FROM task t JOIN goal g ON g.id = t.goal_id WHERE g.plan_id = (SELECT p.id FROM plan p"              \
  " WHERE p.case_file_id = :case AND p.agreed_on <= :until ORDER BY p.number DESC, p.version DESC LIMIT 1)"
#define DONE " AND t.status = 'done' AND t.done_on BETWEEN :from AND :until"
#define LATE " AND t.status IN ('planned', 'in-progress', 'partly', 'not-done') AND t.until_day <= :until"

static void
tell_number_of_tasks (GString *text, gint64 n_done, gint64 n_late)
{
  if (n_done > 0)
    _asy_tell_add_line (text, "Wykonano %" G_GINT64_FORMAT " %s:", n_done, asy_text_plural (n_done, "zadanie", "zadania", "zadań"));
  else if (n_late > 0)
    _asy_tell_add_line (text, "W tym okresie nie zakończono żadnego zadania planu.");
}

gboolean
_asy_tell_tasks (const AsyTelling *self, GString *text, GError **error)
{
  gint64 n_done, n_late;

  if (!_asy_tell_count (self, "SELECT count(*) " TASKS_OF_PLAN DONE, &n_done, error) ||
      !_asy_tell_count (self, "SELECT count(*) " TASKS_OF_PLAN LATE, &n_late, error))
    return FALSE;
  tell_number_of_tasks (text, n_done, n_late);
  if (!_asy_tell (self, "SELECT '– ' || t.what || ',', t.done_on, NULL, NULL " TASKS_OF_PLAN DONE " ORDER BY t.done_on, t.id", text,
                  error))
    return FALSE;
  if (n_late == 0)
    return TRUE;
  _asy_tell_add_line (text, "Po terminie:");
  return _asy_tell (self, "SELECT '– ' || t.what || ', termin', t.until_day, NULL, NULL " TASKS_OF_PLAN LATE
                          " ORDER BY t.until_day, t.id", text, error);
}

gboolean
_asy_tell_contacts (const AsyTelling *self, GString *text, GError **error)
{
  static const char of_case[] =
    "SELECT d.label, NULL, NULL, count(*) FROM visit v JOIN dictionary d ON d.kind = 'contact' AND d.code = v.kind"
    " WHERE v.case_file_id = :case AND v.state = 'held' AND v.day BETWEEN :from AND :until AND d.detail = 'family'"
    " GROUP BY d.code, d.label, d.position ORDER BY d.position";
  static const char of_worker[] =
    "SELECT d.label, NULL, NULL, count(*) FROM visit v JOIN dictionary d ON d.kind = 'contact' AND d.code = v.kind"
    " WHERE v.worker_id = :worker AND v.state = 'held' AND v.day BETWEEN :from AND :until AND d.detail = 'family'"
    " GROUP BY d.code, d.label, d.position ORDER BY d.position";

  return _asy_tell (self, self->case_id != 0 ? of_case : of_worker, text, error);
}

#define TOLD                                                                                         \
  " CASE WHEN i.emergency_on IS NULL AND i.social_worker_on IS NULL AND i.court_on IS NULL"          \
  " AND i.blue_card_on IS NULL AND i.other_on IS NULL THEN ' – nikogo jeszcze nie powiadomiono'"     \
  " ELSE ' – powiadomiono: ' || substr("                                                             \
  " CASE WHEN i.emergency_on IS NULL THEN '' ELSE ', służby ratunkowe' END"                          \
  " || CASE WHEN i.social_worker_on IS NULL THEN '' ELSE ', pracownika socjalnego' END"              \
  " || CASE WHEN i.court_on IS NULL THEN '' ELSE ', sąd opiekuńczy' END"                             \
  " || CASE WHEN i.blue_card_on IS NULL THEN '' ELSE ', wszczęto Niebieską Kartę' END"               \
  " || CASE WHEN i.other_on IS NULL THEN '' ELSE ', inną instytucję' END, 3) END"

gboolean
_asy_tell_interventions (const AsyTelling *self, GString *text, GError **error)
{
  static const char of_family[] =
    "SELECT 'Interwencja', i.day, " TOLD ", NULL FROM intervention i"
    " WHERE i.family_id = :family AND i.day BETWEEN :from AND :until ORDER BY i.day, i.id";
  static const char of_worker[] =
    "SELECT 'Interwencja w rodzinie ' || f.name || ',', i.day, " TOLD ", NULL FROM assignment a"
    " JOIN case_file c ON c.id = a.case_file_id JOIN family f ON f.id = c.family_id"
    " JOIN intervention i ON i.family_id = f.id AND i.day BETWEEN :from AND :until"
    " AND i.day >= a.from_day AND (a.until_day IS NULL OR i.day <= a.until_day)"
    " WHERE a.worker_id = :worker ORDER BY i.day, i.id";

  return _asy_tell (self, self->family_id != 0 ? of_family : of_worker, text, error);
}
