/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"
#include "law/asy-stage.h"
#include "store/asy-monitoring.h"

/* Cards of work that is over for longer are no longer of interest. */
#define MONITORING_DAYS_KEPT 500

/* A case of two years ago that went well, until now. */
static gboolean
add_earlier (Demo *demo, DemoFamily *family, AsyCase *record, GError **error)
{
  g_autoptr (AsyCase) earlier = asy_case_new ();
  const AsyDay notice_on = family->notice_on - 900;

  asy_case_set_family_id (earlier, family->id);
  asy_case_set_notice_on (earlier, notice_on);
  asy_case_set_notice_source (earlier, "school");
  asy_case_set_interview_on (earlier, demo_working_day (notice_on + 8));
  asy_case_set_analysis_on (earlier, demo_working_day (notice_on + 12));
  asy_case_set_motion_on (earlier, demo_working_day (notice_on + 14));
  asy_case_set_ended_on (earlier, notice_on + 420);
  asy_case_set_end_reason (earlier, "goals");
  asy_case_set_end_goals (earlier, ASY_CASE_GOALS_REACHED);
  asy_case_set_end_children (earlier, "Dzieci są w domu, chodzą do szkoły.");
  asy_case_set_monitoring_until (earlier, asy_day_add_months (notice_on + 420, 6));
  asy_case_set_closed_on (earlier, asy_day_add_months (notice_on + 420, 6));
  if (!demo_insert (demo, earlier, error))
    return FALSE;
  asy_case_set_reopened_from_id (record, asy_record_get_id (ASY_RECORD (earlier)));
  return TRUE;
}

/* What was reached; every second family whose work is ending has it only proposed. */
static void
set_end_of_work (DemoFamily *family, AsyCase *record)
{
  const char *reason = asy_case_get_end_reason (record);
  const gboolean is_reached = g_strcmp0 (reason, "goals") == 0 || g_strcmp0 (reason, "return") == 0;

  asy_case_set_end_proposed_on (record, MAX (family->until - 7, family->from));
  asy_case_set_end_goals (record, is_reached ? ASY_CASE_GOALS_REACHED
                                  : family->number % 2 == 0 ? ASY_CASE_GOALS_PARTLY : ASY_CASE_GOALS_NOT_REACHED);
  asy_case_set_end_children (record, family->has_child_in_care ? "Jedno dziecko w pieczy zastępczej, pozostałe w domu."
                                                               : "Wszystkie dzieci w domu rodzinnym.");
  asy_case_set_end_advice (record, "Utrzymać zasiłek celowy na opał, raz w kwartale zapytać w szkole o frekwencję.");
  if (family->fate != DEMO_ENDING || family->number % 2 != 0)
    return;
  asy_case_set_ended_on (record, ASY_DAY_NONE);
  asy_case_set_monitoring_until (record, ASY_DAY_NONE);
  family->until = ASY_DAY_NONE;
}

gboolean
demo_set_course (Demo *demo, DemoFamily *family, AsyCase *record, GError **error)
{
  if (family->path == ASY_CASE_PATH_ZA_ZYCIEM && family->from != ASY_DAY_NONE)
    asy_case_set_answered_on (record, MIN (demo_working_day (family->notice_on + 6), demo->today));
  if (family->until != ASY_DAY_NONE)
    set_end_of_work (family, record);
  switch (family->turn)
    {
    case DEMO_TURN_WAITING:
      asy_case_set_analysis_on (record, ASY_DAY_NONE);
      asy_case_set_waiting_since (record, MIN (asy_case_get_motion_on (record) + 2, demo->today));
      return TRUE;
    case DEMO_TURN_REFUSED:
      asy_case_set_refused_on (record, demo->today - 1);
      asy_case_set_refused_reason (record, "Rodzina mieszka w innej gminie; wniosek przekazano według właściwości.");
      return TRUE;
    case DEMO_TURN_REOPENED:
      return add_earlier (demo, family, record, error);
    case DEMO_TURN_NONE:
    default:
      return TRUE;
    }
}

static gboolean
add_card (Demo *demo, DemoFamily *family, AsyDay day, gboolean is_last, gint64 *ret_id, GError **error)
{
  g_autoptr (AsyMonitoringCard) card = asy_monitoring_card_new ();

  asy_monitoring_card_set_case_file_id (card, family->case_id);
  asy_monitoring_card_set_worker_id (card, family->worker_id);
  asy_monitoring_card_set_day (card, demo_working_day (day));
  asy_monitoring_card_set_form (card, is_last ? ASY_MONITORING_FORM_VISIT : ASY_MONITORING_FORM_PHONE);
  asy_monitoring_card_set_children (card, "Dzieci są zdrowe, chodzą do szkoły i przedszkola.");
  asy_monitoring_card_set_kept (card, family->number % 5 == 0 ? ASY_MONITORING_KEPT_PARTLY : ASY_MONITORING_KEPT_YES);
  asy_monitoring_card_set_difficulties (card, family->number % 5 == 0 ? "Zaległość w czynszu za jeden miesiąc." : NULL);
  asy_monitoring_card_set_conclusion (card, is_last ? ASY_MONITORING_CONCLUSION_END : ASY_MONITORING_CONCLUSION_CONTINUE);
  if (!demo_insert (demo, card, error))
    return FALSE;
  *ret_id = asy_record_get_id (ASY_RECORD (card));
  return TRUE;
}

/* Planned contacts; those that are past have a card, but for one of the last days. */
static gboolean
add_monitoring (Demo *demo, DemoFamily *family, AsyCase *record, GError **error)
{
  const AsyDay last = MIN (asy_case_get_closed_on (record) != ASY_DAY_NONE ? asy_case_get_closed_on (record) : demo->today,
                           demo->today - 5);
  g_autoptr (GArray) days = asy_monitoring_propose (family->until);

  for (guint i = 0; i < days->len; i++)
    {
      const AsyDay day = g_array_index (days, AsyDay, i);
      g_autoptr (AsyMonitoringDate) date = asy_monitoring_date_new ();
      gint64 card_id = 0;

      if (demo_working_day (day) <= last && !add_card (demo, family, day, i + 1 == days->len, &card_id, error))
        return FALSE;
      asy_monitoring_date_set_case_file_id (date, family->case_id);
      asy_monitoring_date_set_card_id (date, card_id);
      asy_monitoring_date_set_day (date, day);
      if (!demo_insert (demo, date, error))
        return FALSE;
    }
  return TRUE;
}

/* The analysis of who waits stands in the record of the interview. */
static gboolean
add_skip (Demo *demo, DemoFamily *family, AsyCase *record, GError **error)
{
  g_autoptr (AsyStepSkip) skip = asy_step_skip_new ();

  asy_step_skip_set_case_file_id (skip, family->case_id);
  asy_step_skip_set_step (skip, asy_step_get_nick (ASY_STEP_ANALYSIS));
  asy_step_skip_set_day (skip, asy_case_get_motion_on (record));
  asy_step_skip_set_reason (skip, "Analiza jest częścią wywiadu środowiskowego.");
  return demo_insert (demo, skip, error);
}

gboolean
demo_add_course (Demo *demo, DemoFamily *family, AsyCase *record, GError **error)
{
  const gboolean is_recent = family->until != ASY_DAY_NONE && family->until + MONITORING_DAYS_KEPT > demo->today;

  if (is_recent && asy_case_get_monitoring_until (record) != ASY_DAY_NONE && !add_monitoring (demo, family, record, error))
    return FALSE;
  return family->turn != DEMO_TURN_WAITING || add_skip (demo, family, record, error);
}
