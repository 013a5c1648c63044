/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "law/asy-week-copy.h"
#include "store/asy-repo.h"
#include "store/asy-visits.h"
#include "store/asy-week-copies.h"
#include "store/asy-work-time.h"

typedef struct {
  GArray *visit_ids;
  guint days;
  GPtrArray *visits;            /* AsyVisit: the originals */
  GPtrArray *entries;           /* AsyVisitEntry of the time that is copied to */
  AsyWorkTime *time;
  GArray *copies;
  guint skipped;
} Copying;

static gboolean
load_visits (AsySession *session, Copying *copying, AsyDay *ret_first, AsyDay *ret_last, GError **error)
{
  for (guint i = 0; i < copying->visit_ids->len; i++)
    {
      AsyVisit *visit = asy_repo_load (session, ASY_TYPE_VISIT, g_array_index (copying->visit_ids, gint64, i), error);

      if (visit == NULL)
        return FALSE;
      g_ptr_array_add (copying->visits, visit);
      *ret_first = i == 0 ? asy_visit_get_day (visit) : MIN (*ret_first, asy_visit_get_day (visit));
      *ret_last = i == 0 ? asy_visit_get_day (visit) : MAX (*ret_last, asy_visit_get_day (visit));
    }
  return TRUE;
}

/* What was planned, nothing of what happened. */
static AsyVisit *
make_copy (AsyVisit *visit, AsyDay day)
{
  AsyVisit *copy = asy_visit_new ();

  asy_visit_set_worker_id (copy, asy_visit_get_worker_id (visit));
  asy_visit_set_family_id (copy, asy_visit_get_family_id (visit));
  asy_visit_set_day (copy, day);
  asy_visit_set_start_minute (copy, asy_visit_get_start_minute (visit));
  asy_visit_set_minutes (copy, asy_visit_get_minutes (visit));
  asy_visit_set_kind (copy, asy_visit_get_kind (visit));
  asy_visit_set_place (copy, asy_visit_get_place (visit));
  asy_visit_set_place_text (copy, asy_visit_get_place_text (visit));
  asy_visit_set_purpose (copy, asy_visit_get_purpose (visit));
  asy_visit_set_travel_minutes (copy, asy_visit_get_travel_minutes (visit));
  asy_visit_set_two_persons (copy, asy_visit_get_two_persons (visit));
  return copy;
}

static gboolean
copy_one (AsySession *session, Copying *copying, AsyVisit *visit, GError **error)
{
  const AsyDay day = asy_visit_get_day (visit) + copying->days;
  g_autoptr (AsyVisit) copy = NULL;
  gint64 id;

  if (asy_week_copy_look (visit, day, copying->entries, copying->time) != ASY_WEEK_COPY_GOES)
    {
      copying->skipped++;
      return TRUE;
    }
  copy = make_copy (visit, day);
  if (!asy_visit_plan (session, copy, error))
    return FALSE;
  id = asy_record_get_id (ASY_RECORD (copy));
  g_array_append_val (copying->copies, id);
  return TRUE;
}

static gboolean
copy_all (AsySession *session, gpointer user_data, GError **error)
{
  Copying *copying = user_data;
  AsyDay first = ASY_DAY_NONE, last = ASY_DAY_NONE;
  gint64 worker_id;

  if (!load_visits (session, copying, &first, &last, error))
    return FALSE;
  if (copying->visits->len == 0)
    return TRUE;
  worker_id = asy_visit_get_worker_id (copying->visits->pdata[0]);
  copying->entries = asy_visits_list (session, worker_id, first + copying->days, last + copying->days, error);
  if (copying->entries != NULL)
    copying->time = asy_work_time_load (session, worker_id, first + copying->days, last + copying->days, error);
  if (copying->time == NULL)
    return FALSE;
  for (guint i = 0; i < copying->visits->len; i++)
    if (!copy_one (session, copying, copying->visits->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
asy_week_copy (AsySession *session, GArray *visit_ids, guint days, GArray **ret_copies, guint *ret_skipped, GError **error)
{
  Copying copying = { .visit_ids = visit_ids, .days = days };
  gboolean ok;

  g_return_val_if_fail (days > 0 && days % 7 == 0, FALSE);

  copying.visits = asy_record_array_new ();
  copying.copies = g_array_new (FALSE, FALSE, sizeof (gint64));
  ok = asy_session_transaction (session, copy_all, &copying, error);
  if (ok)
    {
      *ret_copies = g_array_ref (copying.copies);
      if (ret_skipped != NULL)
        *ret_skipped = copying.skipped;
    }
  g_array_unref (copying.copies);
  g_ptr_array_unref (copying.visits);
  g_clear_pointer (&copying.entries, g_ptr_array_unref);
  g_clear_pointer (&copying.time, asy_work_time_free);
  return ok;
}

static gboolean
delete_all (AsySession *session, gpointer user_data, GError **error)
{
  GArray *visit_ids = user_data;

  for (guint i = 0; i < visit_ids->len; i++)
    {
      g_autoptr (GError) own_error = NULL;
      g_autoptr (AsyVisit) visit = asy_repo_load (session, ASY_TYPE_VISIT, g_array_index (visit_ids, gint64, i), &own_error);

      if (visit == NULL && g_error_matches (own_error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND))
        continue;
      if (visit == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own_error));
          return FALSE;
        }
      if (!asy_visit_delete (session, visit, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
asy_visits_delete_all (AsySession *session, GArray *visit_ids, GError **error)
{
  return asy_session_transaction (session, delete_all, visit_ids, error);
}
