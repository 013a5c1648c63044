/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-hours.h"
#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-work-time.h"

/* Loading. The hours that hold on the first day, and what comes after them. */

#define ONE_WORKER "t.worker_id = :worker AND "
#define HOURS(WORKER)                                                                                             \
  "WHERE " WORKER "t.from_day <= :until AND NOT EXISTS (SELECT 1 FROM work_hours n WHERE n.worker_id = t.worker_id" \
  " AND n.from_day <= :from AND n.from_day > t.from_day) ORDER BY t.worker_id, t.from_day DESC"
#define ABSENCES(WORKER) "WHERE " WORKER "t.until_day >= :from AND t.from_day <= :until ORDER BY t.worker_id, t.from_day"
#define SHIFTS(WORKER) "WHERE " WORKER "t.day BETWEEN :before AND :until ORDER BY t.worker_id, t.day, t.start_minute"

static GPtrArray *
read_part (AsySession *session, GType type, const char *tail, gint64 worker_id, AsyDay from, AsyDay until, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, type, tail, error);

  if (stmt == NULL)
    return NULL;
  if (worker_id != 0)
    asy_stmt_bind_int (stmt, ":worker", worker_id);
  /* Of shifts the one that ends on the first day counts too. */
  if (type == ASY_TYPE_DUTY_SHIFT)
    asy_stmt_bind_day (stmt, ":before", from - 1);
  else
    asy_stmt_bind_day (stmt, ":from", from);
  asy_stmt_bind_day (stmt, ":until", until);
  return asy_repo_read_all (stmt, type, error);
}

AsyWorkTime *
asy_work_time_load (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, GError **error)
{
  g_autoptr (AsyWorkTime) time = g_new0 (AsyWorkTime, 1);

  g_return_val_if_fail (worker_id != 0, NULL);

  time->hours = read_part (session, ASY_TYPE_WORK_HOURS, HOURS (ONE_WORKER), worker_id, from, until, error);
  if (time->hours != NULL)
    time->absences = read_part (session, ASY_TYPE_ABSENCE, ABSENCES (ONE_WORKER), worker_id, from, until, error);
  if (time->absences != NULL)
    time->shifts = read_part (session, ASY_TYPE_DUTY_SHIFT, SHIFTS (ONE_WORKER), worker_id, from, until, error);
  return time->shifts != NULL ? g_steal_pointer (&time) : NULL;
}

static AsyWorkTime *
get_time (GHashTable *times, gint64 worker_id)
{
  AsyWorkTime *time = g_hash_table_lookup (times, &worker_id);

  if (time == NULL)
    {
      time = asy_work_time_new ();
      g_hash_table_insert (times, g_memdup2 (&worker_id, sizeof worker_id), time);
    }
  return time;
}

/* All three tables begin with the assistant. */
G_STATIC_ASSERT (ASY_WORK_HOURS_WORKER_ID == 0 && ASY_ABSENCE_WORKER_ID == 0 && ASY_DUTY_SHIFT_WORKER_ID == 0);

GHashTable *
asy_work_time_load_all (AsySession *session, AsyDay from, AsyDay until, GError **error)
{
  const struct {
    GType type;
    const char *tail;
    gsize list;                 /* where it goes */
  } parts[] = {
    { ASY_TYPE_WORK_HOURS, HOURS (""), G_STRUCT_OFFSET (AsyWorkTime, hours) },
    { ASY_TYPE_ABSENCE, ABSENCES (""), G_STRUCT_OFFSET (AsyWorkTime, absences) },
    { ASY_TYPE_DUTY_SHIFT, SHIFTS (""), G_STRUCT_OFFSET (AsyWorkTime, shifts) },
  };
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) asy_work_time_free);

  for (gsize part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      g_autoptr (GPtrArray) records = read_part (session, parts[part].type, parts[part].tail, 0, from, until, error);

      if (records == NULL)
        return NULL;
      for (guint i = 0; i < records->len; i++)
        {
          AsyWorkTime *time = get_time (times, asy_record_get_int (records->pdata[i], 0));

          g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, time, parts[part].list), g_object_ref (records->pdata[i]));
        }
    }
  return g_steal_pointer (&times);
}

/* Saving. */

/* No other row of the same assistant may be between the two days. */
static gboolean
check_free (AsySession *session, gpointer record, guint field, const char *sql, AsyDay from, AsyDay until, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);
  gint64 count;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":worker", asy_record_get_int (record, 0));
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (record));
  asy_stmt_bind_day (stmt, ":from", from);
  asy_stmt_bind_day (stmt, ":until", until);
  if (!asy_stmt_fetch_int (stmt, 0, &count, error))
    return FALSE;
  return count == 0 || _asy_change_refuse (error, ASY_STORE_ERROR_OVERLAP, record, field, NULL, "the time is taken");
}

static gboolean
write_hours (AsyWorkHours *hours, GError **error)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      const guint field = ASY_WORK_HOURS_FIELD (weekday);
      const char *text = asy_record_get_text (ASY_RECORD (hours), field);
      g_autofree char *stored = NULL;
      int start, end;

      if (text == NULL)
        continue;
      if (!asy_hours_parse (text, &start, &end))
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, hours, field, NULL, "these are no hours of a day");
      stored = asy_hours_format (start, end);
      asy_record_set_text (ASY_RECORD (hours), field, stored);
    }
  return TRUE;
}

static gboolean
save_hours (AsySession *session, gpointer copy, gpointer user_data, GError **error)
{
  const AsyDay from = asy_work_hours_get_from_day (copy);

  return write_hours (copy, error) &&
         check_free (session, copy, ASY_WORK_HOURS_FROM_DAY,
                     "SELECT count(*) FROM work_hours WHERE worker_id = :worker AND id <> :id AND from_day BETWEEN :from AND :until",
                     from, from, error) &&
         asy_repo_save (session, copy, error);
}

gboolean
asy_work_hours_save (AsySession *session, AsyWorkHours *hours, GError **error)
{
  g_return_val_if_fail (ASY_IS_WORK_HOURS (hours), FALSE);

  return _asy_change_run (session, hours, save_hours, NULL, error);
}

static gboolean
save_absence (AsySession *session, gpointer copy, gpointer user_data, GError **error)
{
  const AsyDay from = asy_absence_get_from_day (copy), until = asy_absence_get_until_day (copy);

  if (until != ASY_DAY_NONE && !_asy_change_check_period (copy, ASY_ABSENCE_FROM_DAY, ASY_ABSENCE_UNTIL_DAY, error))
    return FALSE;
  if (asy_absence_get_substitute_id (copy) != 0 && asy_absence_get_substitute_id (copy) == asy_absence_get_worker_id (copy))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, copy, ASY_ABSENCE_SUBSTITUTE_ID, NULL, "nobody stands in for themselves");
  return check_free (session, copy, ASY_ABSENCE_FROM_DAY,
                     "SELECT count(*) FROM absence WHERE worker_id = :worker AND id <> :id AND until_day >= :from AND from_day <= :until",
                     from, until, error) &&
         asy_repo_save (session, copy, error);
}

gboolean
asy_absence_save (AsySession *session, AsyAbsence *absence, GError **error)
{
  g_return_val_if_fail (ASY_IS_ABSENCE (absence), FALSE);

  return _asy_change_run (session, absence, save_absence, NULL, error);
}

static gboolean
check_times (AsyDutyShift *shift, GError **error)
{
  const gint64 start = asy_duty_shift_get_start_minute (shift), minutes = asy_duty_shift_get_minutes (shift);

  if (start < 0 || start >= 24 * 60)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, shift, ASY_DUTY_SHIFT_START_MINUTE, NULL, "a day has no such minute");
  if (minutes <= 0 || minutes > 24 * 60)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, shift, ASY_DUTY_SHIFT_MINUTES, NULL, "a shift lasts a day at most");
  return TRUE;
}

/* Shifts of the same assistant on the days around it. */
static gboolean
check_shifts (AsySession *session, AsyDutyShift *shift, GError **error)
{
  const AsyDay day = asy_duty_shift_get_day (shift);
  const gint64 start = asy_duty_shift_get_start_minute (shift), end = start + asy_duty_shift_get_minutes (shift);
  g_autoptr (AsyWorkTime) time = asy_work_time_load (session, asy_duty_shift_get_worker_id (shift), day, day + 1, error);

  if (time == NULL)
    return FALSE;
  for (guint i = 0; i < time->shifts->len; i++)
    {
      AsyDutyShift *other = g_ptr_array_index (time->shifts, i);
      const gint64 from = ((gint64) asy_duty_shift_get_day (other) - day) * 24 * 60 + asy_duty_shift_get_start_minute (other);

      if (asy_record_get_id (ASY_RECORD (other)) != asy_record_get_id (ASY_RECORD (shift)) && from < end &&
          start < from + asy_duty_shift_get_minutes (other))
        return _asy_change_refuse (error, ASY_STORE_ERROR_OVERLAP, shift, ASY_DUTY_SHIFT_START_MINUTE, NULL, "on duty already");
    }
  return asy_work_time_find_absence (time, day) == NULL ||
         _asy_change_refuse (error, ASY_STORE_ERROR_OVERLAP, shift, ASY_DUTY_SHIFT_DAY, NULL, "the assistant is away that day");
}

static gboolean
save_shift (AsySession *session, gpointer copy, gpointer user_data, GError **error)
{
  if (!check_times (copy, error))
    return FALSE;
  if (asy_duty_shift_get_worker_id (copy) != 0 && asy_duty_shift_get_day (copy) != ASY_DAY_NONE && !check_shifts (session, copy, error))
    return FALSE;
  return asy_repo_save (session, copy, error);
}

gboolean
asy_duty_shift_save (AsySession *session, AsyDutyShift *shift, GError **error)
{
  g_return_val_if_fail (ASY_IS_DUTY_SHIFT (shift), FALSE);

  return _asy_change_run (session, shift, save_shift, NULL, error);
}

static gboolean
delete_record (AsySession *session, gpointer user_data, GError **error)
{
  return asy_repo_delete (session, user_data, error);
}

gboolean
asy_work_time_delete (AsySession *session, gpointer record, GError **error)
{
  g_return_val_if_fail (ASY_IS_WORK_HOURS (record) || ASY_IS_ABSENCE (record) || ASY_IS_DUTY_SHIFT (record), FALSE);

  return asy_session_transaction (session, delete_record, record, error);
}
