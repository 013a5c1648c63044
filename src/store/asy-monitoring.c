/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-monitoring.h"
#include "store/asy-repo.h"

GArray *
asy_monitoring_propose (AsyDay ended_on)
{
  static const int months[] = { 1, 3, 6 };
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AsyDay));

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      const AsyDay day = asy_day_add_months (ended_on, months[i]);

      g_array_append_val (days, day);
    }
  return days;
}

GPtrArray *
asy_monitoring_list_dates (AsySession *session, gint64 case_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_MONITORING_DATE, "WHERE t.case_file_id = :id ORDER BY t.day", case_id, error);
}

GPtrArray *
asy_monitoring_list_cards (AsySession *session, gint64 case_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_MONITORING_CARD, "WHERE t.case_file_id = :id ORDER BY t.day DESC, t.id DESC", case_id,
                              error);
}

/* Work has ended and the case is not in the archive. */
static AsyCase *
load_monitored (AsySession *session, gint64 case_id, GError **error)
{
  g_autoptr (AsyCase) case_file = asy_repo_load (session, ASY_TYPE_CASE, case_id, error);

  if (case_file == NULL)
    return NULL;
  if (asy_case_get_ended_on (case_file) != ASY_DAY_NONE && asy_case_get_closed_on (case_file) == ASY_DAY_NONE)
    return g_steal_pointer (&case_file);
  (void) asy_store_set_error (error, ASY_STORE_ERROR_FROZEN, "only ended work is monitored, until the case is closed");
  return NULL;
}

typedef struct {
  gint64 case_id;
  GArray *days;
} Planning;

static gboolean
has_day (GArray *days, AsyDay day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, AsyDay, i) == day)
      return TRUE;
  return FALSE;
}

/* What is not planned any more goes; what stays is taken from @days. */
static gboolean
drop_others (AsySession *session, GPtrArray *stored, GArray *days, GError **error)
{
  for (guint i = 0; i < stored->len; i++)
    {
      AsyMonitoringDate *date = stored->pdata[i];

      if (asy_monitoring_date_get_card_id (date) == 0 && !has_day (days, asy_monitoring_date_get_day (date)) &&
          !asy_repo_delete (session, date, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_stored (GPtrArray *stored, AsyDay day)
{
  for (guint i = 0; i < stored->len; i++)
    if (asy_monitoring_date_get_day (stored->pdata[i]) == day)
      return TRUE;
  return FALSE;
}

static gboolean
set_dates (AsySession *session, gpointer user_data, GError **error)
{
  const Planning *planning = user_data;
  g_autoptr (AsyCase) case_file = load_monitored (session, planning->case_id, error);
  g_autoptr (GPtrArray) stored = NULL;

  if (case_file == NULL)
    return FALSE;
  stored = asy_monitoring_list_dates (session, planning->case_id, error);
  if (stored == NULL || !drop_others (session, stored, planning->days, error))
    return FALSE;
  for (guint i = 0; i < planning->days->len; i++)
    {
      const AsyDay day = g_array_index (planning->days, AsyDay, i);
      g_autoptr (AsyMonitoringDate) date = asy_monitoring_date_new ();

      if (is_stored (stored, day))
        continue;
      asy_monitoring_date_set_case_file_id (date, planning->case_id);
      asy_monitoring_date_set_day (date, day);
      if (day <= asy_case_get_ended_on (case_file))
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, date, ASY_MONITORING_DATE_DAY, "art. 15 ust. 1 pkt 16 uwr",
                                   "a contact comes after the end of the work");
      if (!asy_repo_save (session, date, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
asy_monitoring_set_dates (AsySession *session, gint64 case_id, GArray *days, GError **error)
{
  Planning planning = { case_id, days };

  return asy_session_transaction (session, set_dates, &planning, error);
}

static gboolean
answer_dates (AsySession *session, AsyMonitoringCard *card, GError **error)
{
  g_autoptr (GPtrArray) dates = asy_monitoring_list_dates (session, asy_monitoring_card_get_case_file_id (card), error);
  gboolean is_first = TRUE;

  if (dates == NULL)
    return FALSE;
  for (guint i = 0; i < dates->len; i++)
    {
      AsyMonitoringDate *date = dates->pdata[i];
      const AsyDay limit = asy_monitoring_card_get_day (card) + (is_first ? ASY_MONITORING_EARLY_DAYS : 0);

      if (asy_monitoring_date_get_card_id (date) != 0)
        continue;
      is_first = FALSE;
      if (asy_monitoring_date_get_day (date) > limit)
        return TRUE;
      asy_monitoring_date_set_card_id (date, asy_record_get_id (ASY_RECORD (card)));
      if (!asy_repo_save (session, date, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_card (AsySession *session, gpointer record, gpointer user_data, GError **error)
{
  const gboolean is_new = asy_record_get_id (record) == 0;
  const AsyDay day = asy_monitoring_card_get_day (record);
  g_autoptr (AsyCase) case_file = load_monitored (session, asy_monitoring_card_get_case_file_id (record), error);

  if (case_file == NULL)
    return FALSE;
  if (day < asy_case_get_ended_on (case_file) || day > asy_session_get_today (session))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, ASY_MONITORING_CARD_DAY, NULL,
                               "a card is of a day between the end of the work and today");
  return asy_repo_save (session, record, error) && (!is_new || answer_dates (session, record, error));
}

gboolean
asy_monitoring_card_save (AsySession *session, AsyMonitoringCard *card, GError **error)
{
  return _asy_change_run (session, card, save_card, NULL, error);
}
