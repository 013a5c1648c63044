/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "model/asy-visit-file.h"
#include "model/asy-visit-series.h"
#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-visit-series.h"
#include "store/asy-visits.h"

/* What a rule gives. */

static gboolean
count_conflicts (AsySession *session, AsyVisit *visit, AsySeriesDate *date, GError **error)
{
  g_autoptr (AsyVisit) candidate = asy_record_duplicate (visit);
  g_autoptr (GPtrArray) conflicts = NULL;

  asy_visit_set_day (candidate, date->day);
  conflicts = asy_visits_find_conflicts (session, candidate, error);
  if (conflicts == NULL)
    return FALSE;
  for (guint i = 0; i < conflicts->len; i++)
    if (((AsyVisitConflict *) g_ptr_array_index (conflicts, i))->kind != ASY_VISIT_CONFLICT_DAY_OFF)
      date->n_conflicts++;
  return TRUE;
}

/* A visit that is moved may come to a day that has one already, by the rule itself or moved there before. */
static gboolean
is_taken (GArray *dates, GArray *days, AsyDay day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, AsyDay, i) == day)
      return TRUE;
  for (guint i = 0; i < dates->len; i++)
    if (g_array_index (dates, AsySeriesDate, i).day == day)
      return TRUE;
  return FALSE;
}

static GArray *
list_dates (const AsyVisitRule *rule, AsyVisitOff off, AsyDay first)
{
  GArray *dates = g_array_new (FALSE, TRUE, sizeof (AsySeriesDate));
  g_autoptr (GArray) days = asy_visit_rule_list_days (rule, first);

  for (guint i = 0; i < days->len; i++)
    {
      AsySeriesDate date = { .rule_day = g_array_index (days, AsyDay, i) };

      date.is_off = asy_day_is_off (date.rule_day);
      date.day = asy_visit_off_get_day (off, date.rule_day);
      if (date.day != date.rule_day && (date.day < first || is_taken (dates, days, date.day)))
        date.day = ASY_DAY_NONE;
      g_array_append_val (dates, date);
    }
  return dates;
}

GArray *
asy_visit_series_preview (AsySession *session, AsyVisit *visit, const AsyVisitRule *rule, AsyVisitOff off, GError **error)
{
  g_autoptr (GArray) dates = NULL;

  g_return_val_if_fail (ASY_IS_VISIT (visit), NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  if (!asy_visit_rule_is_valid (rule, asy_visit_get_day (visit)))
    {
      (void) _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_DAY, NULL, "no rule that can be followed");
      return NULL;
    }
  dates = list_dates (rule, off, asy_visit_get_day (visit));
  for (guint i = 0; i < dates->len; i++)
    {
      AsySeriesDate *date = &g_array_index (dates, AsySeriesDate, i);

      if (date->day != ASY_DAY_NONE && !count_conflicts (session, visit, date, error))
        return NULL;
    }
  return g_steal_pointer (&dates);
}

/* Planning. */

typedef struct {
  const AsyVisitRule *rule;
  AsyVisitOff off;
  guint n_visits;
} Plan;

static AsyVisitSeries *
save_series (AsySession *session, AsyVisit *visit, const AsyVisitRule *rule, GError **error)
{
  g_autoptr (AsyVisitSeries) series = asy_visit_series_new ();
  g_autofree char *text = asy_visit_rule_to_text (rule);

  asy_visit_series_set_rule (series, text);
  asy_visit_series_set_first_on (series, asy_visit_get_day (visit));
  return asy_repo_save (session, series, error) ? g_steal_pointer (&series) : NULL;
}

static gboolean
plan_date (AsySession *session, AsyVisit *visit, AsyVisitSeries *series, const AsySeriesDate *date, GError **error)
{
  g_autoptr (AsyVisit) planned = _asy_change_new_from (visit);

  asy_visit_set_day (planned, date->day);
  asy_visit_set_series_id (planned, asy_record_get_id (ASY_RECORD (series)));
  asy_visit_set_series_day (planned, date->rule_day);
  if (date->n_conflicts == 0 && !asy_day_is_off (date->day))
    asy_visit_set_clash_note (planned, NULL);
  return asy_visit_plan (session, planned, error);
}

static gboolean
plan_series (AsySession *session, gpointer visit, gpointer user_data, GError **error)
{
  Plan *plan = user_data;
  g_autoptr (GArray) dates = asy_visit_series_preview (session, visit, plan->rule, plan->off, error);
  g_autoptr (AsyVisitSeries) series = dates != NULL ? save_series (session, visit, plan->rule, error) : NULL;

  if (series == NULL)
    return FALSE;
  for (guint i = 0; i < dates->len; i++)
    {
      const AsySeriesDate *date = &g_array_index (dates, AsySeriesDate, i);

      if (date->day == ASY_DAY_NONE)
        continue;
      if (!plan_date (session, visit, series, date, error))
        return FALSE;
      plan->n_visits++;
    }
  if (plan->n_visits > 0)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, visit, ASY_VISIT_DAY, NULL, "no day is left");
}

gboolean
asy_visit_series_plan (AsySession *session, AsyVisit *visit, const AsyVisitRule *rule, AsyVisitOff off, guint *ret_n_visits, GError **error)
{
  Plan plan = { rule, off, 0 };

  g_return_val_if_fail (ASY_IS_VISIT (visit) && asy_record_get_id (ASY_RECORD (visit)) == 0, FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  if (!_asy_change_run (session, visit, plan_series, &plan, error))
    return FALSE;
  if (ret_n_visits != NULL)
    *ret_n_visits = plan.n_visits;
  return TRUE;
}

/* The visits of a series. */

static GPtrArray *
list_one (AsyVisit *visit)
{
  GPtrArray *visits = asy_record_array_new ();

  g_ptr_array_add (visits, asy_record_duplicate (visit));
  return visits;
}

GPtrArray *
asy_visit_series_list (AsySession *session, AsyVisit *visit, AsySeriesScope scope, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  g_return_val_if_fail (ASY_IS_VISIT (visit), NULL);

  if (scope == ASY_SERIES_THIS || asy_visit_get_series_id (visit) == 0)
    return list_one (visit);
  stmt = asy_repo_prepare (session, ASY_TYPE_VISIT,
                           "WHERE t.series_id = :series AND t.state = 'planned' AND (t.series_day >= :from OR t.id = :id) ORDER BY t.day, t.id",
                           error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":series", asy_visit_get_series_id (visit));
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (visit)));
  asy_stmt_bind_day (stmt, ":from", scope == ASY_SERIES_LATER ? asy_visit_get_series_day (visit) : asy_day_new (1970, 1, 1));
  return asy_repo_read_all (stmt, ASY_TYPE_VISIT, error);
}

/* Changing. */

typedef struct {
  AsySeriesScope scope;
  guint n_visits;
} Change;

static void
take_values (AsyVisit *visit, AsyVisit *changed, int days)
{
  static const guint fields[] = {
    ASY_VISIT_WORKER_ID, ASY_VISIT_FAMILY_ID, ASY_VISIT_START_MINUTE, ASY_VISIT_MINUTES, ASY_VISIT_KIND, ASY_VISIT_PLACE,
    ASY_VISIT_PLACE_TEXT, ASY_VISIT_PURPOSE, ASY_VISIT_TRAVEL_MINUTES, ASY_VISIT_TWO_PERSONS, ASY_VISIT_CLASH_NOTE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    asy_record_copy_field (ASY_RECORD (visit), ASY_RECORD (changed), fields[i]);
  asy_visit_set_day (visit, (AsyDay) ((gint64) asy_visit_get_day (visit) + days));
}

static gboolean
change_series (AsySession *session, gpointer changed, gpointer user_data, GError **error)
{
  Change *change = user_data;
  g_autoptr (AsyVisit) stored = asy_repo_load (session, ASY_TYPE_VISIT, asy_record_get_id (changed), error);
  g_autoptr (GPtrArray) visits = stored != NULL ? asy_visit_series_list (session, stored, change->scope, error) : NULL;
  int days;

  if (visits == NULL)
    return FALSE;
  days = (int) ((gint64) asy_visit_get_day (changed) - asy_visit_get_day (stored));
  for (guint i = 0; i < visits->len; i++)
    {
      AsyVisit *visit = g_ptr_array_index (visits, i);
      const gboolean is_own = asy_record_get_id (ASY_RECORD (visit)) == asy_record_get_id (changed);

      if (!is_own)
        take_values (visit, changed, days);
      if (!asy_visit_plan (session, is_own ? changed : visit, error))
        return FALSE;
      change->n_visits++;
    }
  return TRUE;
}

gboolean
asy_visit_series_change (AsySession *session, AsyVisit *changed, AsySeriesScope scope, guint *ret_n_visits, GError **error)
{
  Change change = { scope, 0 };

  g_return_val_if_fail (ASY_IS_VISIT (changed) && asy_record_get_id (ASY_RECORD (changed)) != 0, FALSE);

  if (!_asy_change_run (session, changed, change_series, &change, error))
    return FALSE;
  if (ret_n_visits != NULL)
    *ret_n_visits = change.n_visits;
  return TRUE;
}

/* Deleting, and taking that back. */

static gboolean
delete_all (AsySession *session, gpointer data, GError **error)
{
  GPtrArray *visits = data;

  for (guint i = 0; i < visits->len; i++)
    if (!asy_visit_delete (session, g_ptr_array_index (visits, i), error))
      return FALSE;
  return TRUE;
}

GPtrArray *
asy_visit_series_delete (AsySession *session, AsyVisit *visit, AsySeriesScope scope, GError **error)
{
  g_autoptr (GPtrArray) visits = asy_visit_series_list (session, visit, scope, error);

  if (visits == NULL || !asy_session_transaction (session, delete_all, visits, error))
    return NULL;
  return g_steal_pointer (&visits);
}

static gboolean
restore_all (AsySession *session, gpointer data, GError **error)
{
  GPtrArray *visits = data;

  for (guint i = 0; i < visits->len; i++)
    {
      g_autoptr (AsyVisit) visit = _asy_change_new_from (g_ptr_array_index (visits, i));

      if (!asy_visit_plan (session, visit, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
asy_visits_restore (AsySession *session, GPtrArray *visits, GError **error)
{
  g_return_val_if_fail (visits != NULL, FALSE);

  return asy_session_transaction (session, restore_all, visits, error);
}
