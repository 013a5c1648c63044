/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-today"

#include "config.h"

#include "law/asy-intervention-rules.h"
#include "store/asy-interventions.h"
#include "today/asy-today-data.h"

void
asy_today_data_free (AsyTodayData *data)
{
  if (data == NULL)
    return;
  g_clear_pointer (&data->due, g_ptr_array_unref);
  g_clear_pointer (&data->interventions, g_ptr_array_unref);
  g_clear_pointer (&data->visits, g_ptr_array_unref);
  g_clear_pointer (&data->workers, g_ptr_array_unref);
  g_clear_pointer (&data->caseloads, g_ptr_array_unref);
  g_clear_pointer (&data->waiting, g_ptr_array_unref);
  g_free (data);
}

/* Interventions stand in a group of their own, whether somebody was told or not. */
static gboolean
load_interventions (AsySession *session, AsyTodayData *data, gint64 worker_id, GError **error)
{
  data->interventions = asy_interventions_list (session, ASY_INTERVENTIONS_OPEN, worker_id, error);
  if (data->interventions == NULL)
    return FALSE;
  for (guint i = data->due->len; i > 0; i--)
    if (((AsyDueEntry *) g_ptr_array_index (data->due, i - 1))->deadline.kind == ASY_DEADLINE_INTERVENTION)
      g_ptr_array_remove_index (data->due, i - 1);
  for (guint i = 0; i < data->interventions->len; i++)
    if (!asy_intervention_is_told (((AsyInterventionEntry *) g_ptr_array_index (data->interventions, i))->intervention))
      data->n_untold++;
  return TRUE;
}

static void
count_due (AsyTodayData *data)
{
  for (guint i = 0; i < data->due->len; i++)
    {
      const AsyDeadline *deadline = &((AsyDueEntry *) g_ptr_array_index (data->due, i))->deadline;

      if (deadline->due < data->today)
        data->n_late++;
      else if (deadline->due <= data->sunday)
        data->n_week++;
      if (deadline->kind == ASY_DEADLINE_PLAN)
        data->n_without_plan++;
      else if (deadline->kind == ASY_DEADLINE_ASSIGNMENT)
        data->n_waiting++;
    }
}

static int
compare_caseloads (gconstpointer a, gconstpointer b)
{
  const AsyCaseload *left = *(AsyCaseload *const *) a;
  const AsyCaseload *right = *(AsyCaseload *const *) b;

  if (left->families != right->families)
    return right->families - left->families;
  return g_strcmp0 (asy_worker_get_sort_key (left->worker), asy_worker_get_sort_key (right->worker));
}

static gboolean
load_team (AsySession *session, AsyTodayData *data, GError **error)
{
  data->caseloads = asy_caseload_list (session, data->today, error);
  if (data->caseloads == NULL)
    return FALSE;
  data->workers = asy_record_array_new ();
  for (guint i = 0; i < data->caseloads->len; i++)
    {
      const AsyCaseload *caseload = g_ptr_array_index (data->caseloads, i);

      g_ptr_array_add (data->workers, g_object_ref (caseload->worker));
      data->n_families += (guint) caseload->families;
    }
  g_ptr_array_sort (data->caseloads, compare_caseloads);
  return TRUE;
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const AsyVisitEntry *left = *(AsyVisitEntry *const *) a;
  const AsyVisitEntry *right = *(AsyVisitEntry *const *) b;

  return (int) (asy_visit_get_start_minute (left->visit) - asy_visit_get_start_minute (right->visit));
}

static gboolean
load_visits (AsySession *session, AsyTodayData *data, gint64 worker_id, GError **error)
{
  g_autoptr (GPtrArray) unplanned = NULL;

  data->visits = asy_visits_list (session, worker_id, data->today, data->today, error);
  if (data->visits == NULL)
    return FALSE;
  g_ptr_array_sort (data->visits, compare_visits);
  unplanned = asy_visits_list_unplanned (session, worker_id, error);
  if (unplanned == NULL)
    return FALSE;
  data->n_without_visit = unplanned->len;
  return TRUE;
}

gpointer
asy_today_data_job (AsySession *session, gpointer request, GError **error)
{
  const AsyTodayRequest *ask = request;
  g_autoptr (AsyTodayData) data = g_new0 (AsyTodayData, 1);

  data->today = asy_session_get_today (session);
  data->sunday = asy_day_get_monday (data->today) + 6;
  data->due = asy_due_list (session, asy_rules_get_default (), data->today, data->today + ASY_TODAY_HORIZON_DAYS,
                            ask->worker_id, error);
  if (data->due == NULL || !load_interventions (session, data, ask->worker_id, error) || !load_team (session, data, error) || !load_visits (session, data, ask->worker_id, error))
    return NULL;
  data->waiting = asy_waiting_list (session, error);
  if (data->waiting == NULL)
    return NULL;
  count_due (data);
  return g_steal_pointer (&data);
}
