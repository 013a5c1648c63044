/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"
#include "model/asy-letter-file.h"
#include "store/asy-bulk.h"

#define SOCIAL_WORKER "Zofia Radna"

/* Days of the way in, told back from the assignment or from today. */
static void
set_way_in (Demo *demo, DemoFamily *family, AsyCase *record)
{
  const gboolean by_interview = family->path == ASY_CASE_PATH_INTERVIEW || family->path == ASY_CASE_PATH_MINOR_PARENT;
  AsyDay day = family->notice_on;

  if (!by_interview || family->fate == DEMO_NOTICE)
    return;
  day = demo_working_day (day + (AsyDay) demo_int (demo, 2, 7));
  asy_case_set_interview_on (record, day);
  asy_case_set_interview_by (record, SOCIAL_WORKER);
  if (family->path == ASY_CASE_PATH_MINOR_PARENT)
    return;
  if (family->fate == DEMO_ANALYSIS && demo_chance (demo, 50))
    return;
  day = demo_working_day (day + (AsyDay) demo_int (demo, 1, 4));
  asy_case_set_analysis_on (record, day);
  if (family->fate == DEMO_ANALYSIS)
    return;
  asy_case_set_motion_on (record, demo_working_day (day + 1));
  asy_case_set_motion_by (record, SOCIAL_WORKER);
}

/* Before the notice nothing is known; the later stages began earlier. */
static AsyDay
choose_notice (Demo *demo, DemoFamily *family)
{
  switch (family->fate)
    {
    case DEMO_NOTICE:
      return demo->today - (AsyDay) demo_int (demo, 1, 14);
    case DEMO_ANALYSIS:
      return demo->today - (AsyDay) demo_int (demo, 15, 20);
    case DEMO_MOTION:
      return demo->today - (AsyDay) demo_int (demo, 21, 30);
    case DEMO_ASSIGNED:
    case DEMO_DIAGNOSIS:
    case DEMO_PLANNING:
    case DEMO_WORK:
    case DEMO_SUSPENDED:
    case DEMO_ENDING:
    case DEMO_ENDED:
    default:
      return family->from - (AsyDay) demo_int (demo, 22, 45);
    }
}

static const char *
choose_source (Demo *demo, AsyCasePath path)
{
  static const char *const sources[] = { "social-worker", "school", "family", "health", "police", "counselling", "neighbours",
                                         "court-officer", "team", NULL };

  return path == ASY_CASE_PATH_COURT ? "court" : path == ASY_CASE_PATH_ZA_ZYCIEM ? "za-zyciem" : demo_pick (demo, sources);
}

/* Reports to the court at the dates that it set (art. 109 § 4 KRO); some of the
 * last ones are still to be written. */
static void
note_reports (Demo *demo, DemoFamily *family, AsyDay order_on, int months)
{
  const AsyDay end = family->until != ASY_DAY_NONE ? family->until : demo->today;
  AsyDay day = order_on;

  while (months > 0 && (day = asy_day_add_months (day, months)) <= end)
    {
      const DemoPaper paper = { .made_on = MIN (demo_working_day (day - 5), demo->today), .kind = ASY_LETTER_KIND_COURT_REPORT,
                                .title = "Sprawozdanie dla sądu", .family_id = family->id, .case_id = family->case_id,
                                .worker_id = family->worker_id };

      if (day + 14 > demo->today && demo_chance (demo, 50))
        return;
      demo_note_paper (demo, &paper);
    }
}

static void
set_court (Demo *demo, DemoFamily *family, AsyCase *record)
{
  static const int months[] = { 0, 3, 3, 6 };
  AsyDay order_on = family->notice_on;

  if (family->path != ASY_CASE_PATH_COURT && !demo_chance (demo, 8))
    return;
  family->has_court = TRUE;
  demo->n_signatures++;
  family->signature = g_strdup_printf ("III Nsm %u/%02d", demo->n_signatures % 900 + 12, asy_day_get_year (family->notice_on) % 100);
  asy_case_set_court_id (record, demo->courts[demo->n_signatures % 2]);
  asy_case_set_court_signature (record, family->signature);
  if (family->path != ASY_CASE_PATH_COURT)
    return;
  if (family->from != ASY_DAY_NONE && order_on + 7 > family->from)
    order_on = family->from - 7;
  asy_case_set_court_order_on (record, order_on - 5);
  asy_case_set_court_duty (record, demo_pick (demo, asy_demo_duties_of_court));
  asy_case_set_court_officer (record, demo_chance (demo, 70) ? "Olga Szuwar, kurator społeczny" : NULL);
  asy_case_set_court_report_months (record, months[demo_int (demo, 0, G_N_ELEMENTS (months) - 1)]);
}

/* Work that is over: why, monitored for half a year, then closed. */
static void
set_end (Demo *demo, DemoFamily *family, AsyCase *record)
{
  static const char *const reasons[] = { "goals", "goals", "goals", "return", "resigned", "resigned", "no-cooperation", "moved",
                                         "method", "adult", "no-effect", NULL };
  const gboolean is_monitored = demo_chance (demo, 75);
  const AsyDay monitored_until = asy_day_add_months (family->until, 6);
  AsyDay closed_on = is_monitored ? monitored_until + (AsyDay) demo_int (demo, 0, 9) : family->until + (AsyDay) demo_int (demo, 1, 10);

  asy_case_set_ended_on (record, family->until);
  asy_case_set_end_reason (record, demo_pick (demo, reasons));
  asy_case_set_end_note (record, demo_pick (demo, asy_demo_end_notes));
  if (family->fate == DEMO_ENDING)
    return;
  if (is_monitored)
    asy_case_set_monitoring_until (record, monitored_until);
  if (closed_on < demo->today)
    asy_case_set_closed_on (record, closed_on);
}

static void
choose_themes (Demo *demo, DemoFamily *family)
{
  const guint wanted = 2 + (guint) demo_int (demo, 0, 2);

  for (guint i = 0; i < asy_demo_n_themes; i++)
    {
      const gboolean is_reunion = g_str_equal (asy_demo_themes[i].area, "O13");
      const gboolean is_illness = g_str_equal (asy_demo_themes[i].area, "O14");

      if ((is_reunion && family->has_child_in_care) || (is_illness && family->path == ASY_CASE_PATH_ZA_ZYCIEM))
        family->themes[family->n_themes++] = i;
    }
  for (guint tries = 0; family->n_themes < wanted && tries < 50; tries++)
    {
      /* The last two are for those above alone. */
      const guint theme = (guint) demo_int (demo, 0, (int) asy_demo_n_themes - 3);
      gboolean is_new = TRUE;

      for (guint i = 0; i < family->n_themes; i++)
        is_new &= family->themes[i] != theme;
      if (is_new)
        family->themes[family->n_themes++] = theme;
    }
}

static gboolean
add_reasons (Demo *demo, DemoFamily *family, GError **error)
{
  for (guint i = 0; i < family->n_themes; i++)
    {
      const char *reason = asy_demo_themes[family->themes[i]].reason;
      gboolean is_new = TRUE;

      for (guint j = 0; j < i; j++)
        is_new &= !g_str_equal (asy_demo_themes[family->themes[j]].reason, reason);
      if (is_new && !asy_bulk_add_case_reason (demo->session, family->case_id, reason, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_consents (Demo *demo, DemoFamily *family, GError **error)
{
  for (guint i = 0; i < family->adults->len && i < 2; i++)
    {
      g_autoptr (AsyConsent) consent = asy_consent_new ();

      asy_consent_set_case_file_id (consent, family->case_id);
      asy_consent_set_person_id (consent, g_array_index (family->adults, gint64, i));
      asy_consent_set_kind (consent, demo_chance (demo, 20) ? ASY_CONSENT_KIND_CONTRACT : ASY_CONSENT_KIND_CONSENT);
      asy_consent_set_given_on (consent, family->from - 1);
      if (!demo_insert (demo, consent, error))
        return FALSE;
    }
  return TRUE;
}

/* In one family of eight somebody else began the work and left on a long leave. */
static gboolean
add_predecessor (Demo *demo, DemoFamily *family, AsyAssignment *assignment, GError **error)
{
  g_autoptr (AsyAssignment) before = asy_record_duplicate (assignment);

  for (guint i = 0; i < demo->workers->len; i++)
    if (g_array_index (demo->workers, gint64, i) != family->worker_id)
      asy_assignment_set_worker_id (before, g_array_index (demo->workers, gint64, i));
  asy_assignment_set_until_day (before, family->from + 59);
  asy_assignment_set_end_reason (before, "długotrwały urlop asystenta");
  asy_assignment_set_from_day (assignment, family->from + 60);
  asy_assignment_set_handover (assignment, "Matka otwiera się podczas wspólnego gotowania; o długach rozmawiać bez dzieci.");
  return demo_insert (demo, before, error);
}

static gboolean
add_assignment (Demo *demo, DemoFamily *family, GError **error)
{
  static const double weights[] = { 1, 1, 1, 1.5, 1.5, 2 };
  static const AsyAssignmentBasis bases[] = { ASY_ASSIGNMENT_BASIS_MOTION, ASY_ASSIGNMENT_BASIS_DIRECT, ASY_ASSIGNMENT_BASIS_COURT,
                                              ASY_ASSIGNMENT_BASIS_ZA_ZYCIEM };
  g_autoptr (AsyAssignment) assignment = asy_assignment_new ();

  asy_assignment_set_case_file_id (assignment, family->case_id);
  asy_assignment_set_worker_id (assignment, family->worker_id);
  asy_assignment_set_from_day (assignment, family->from);
  asy_assignment_set_until_day (assignment, family->until);
  asy_assignment_set_basis (assignment, bases[family->path]);
  asy_assignment_set_weight (assignment, weights[demo_int (demo, 0, G_N_ELEMENTS (weights) - 1)]);
  if (family->until != ASY_DAY_NONE)
    asy_assignment_set_end_reason (assignment, "zakończenie pracy z rodziną");
  if (family->number % 8 == 5 && family->until == ASY_DAY_NONE && family->from + 120 < demo->today && demo->workers->len > 1 &&
      !add_predecessor (demo, family, assignment, error))
    return FALSE;
  return demo_insert (demo, assignment, error);
}

/* The first visit comes in the week after the assignment, the diagnosis some
 * weeks later. */
static AsyDay
choose_diagnosis (Demo *demo, DemoFamily *family)
{
  const AsyDay day = demo_working_day (family->from + (AsyDay) demo_int (demo, 16, 22));

  if (family->path == ASY_CASE_PATH_ZA_ZYCIEM || family->fate == DEMO_ASSIGNED || family->fate == DEMO_DIAGNOSIS)
    return ASY_DAY_NONE;
  return family->until != ASY_DAY_NONE && day > family->until ? ASY_DAY_NONE : day;
}

/* Work that is long over keeps the day alone: an archive, not a story. */
static gboolean
add_diagnosis (Demo *demo, DemoFamily *family, AsyDay diagnosis_on, GError **error)
{
  const gboolean is_old = family->until != ASY_DAY_NONE && family->until + 1000 < demo->today;

  if (is_old)
    return TRUE;
  if (!demo_add_involvements (demo, family, error))
    return FALSE;
  if (diagnosis_on == ASY_DAY_NONE && family->fate != DEMO_DIAGNOSIS)
    return TRUE;
  return demo_add_diagnosis (demo, family, diagnosis_on, error);
}

gboolean
demo_add_case (Demo *demo, DemoFamily *family, GError **error)
{
  g_autoptr (AsyCase) record = asy_case_new ();
  AsyDay diagnosis_on = ASY_DAY_NONE;

  asy_case_set_family_id (record, family->id);
  asy_case_set_path (record, family->path);
  asy_case_set_notice_on (record, family->notice_on);
  asy_case_set_notice_source (record, choose_source (demo, family->path));
  asy_case_set_notice (record, demo_pick (demo, asy_demo_notices));
  asy_case_set_urgent (record, demo_chance (demo, 10));
  asy_case_set_social_worker (record, SOCIAL_WORKER);
  asy_case_set_difficulty (record, demo_int (demo, 2, 4) / 2.0);
  set_way_in (demo, family, record);
  set_court (demo, family, record);
  if (family->has_child_in_care)
    asy_case_set_care_coordinator (record, "Natalia Listek, koordynator pieczy");
  if (family->from != ASY_DAY_NONE)
    diagnosis_on = choose_diagnosis (demo, family);
  asy_case_set_diagnosis_on (record, diagnosis_on);
  if (family->fate == DEMO_SUSPENDED)
    {
      asy_case_set_suspended_from (record, MAX (demo->today - (AsyDay) demo_int (demo, 3, 30), family->from + 1));
      asy_case_set_suspended_until (record, demo->today + (AsyDay) demo_int (demo, 5, 40));
      asy_case_set_suspended_reason (record, "pobyt matki w szpitalu");
    }
  if (family->until != ASY_DAY_NONE)
    set_end (demo, family, record);
  if (!demo_set_course (demo, family, record, error) || !demo_insert (demo, record, error))
    return FALSE;
  family->case_id = asy_record_get_id (ASY_RECORD (record));
  if (!demo_add_course (demo, family, record, error))
    return FALSE;
  choose_themes (demo, family);
  if (!add_reasons (demo, family, error))
    return FALSE;
  if (family->from == ASY_DAY_NONE)
    return TRUE;
  note_reports (demo, family, asy_case_get_court_order_on (record), (int) asy_case_get_court_report_months (record));
  return (family->path == ASY_CASE_PATH_COURT || add_consents (demo, family, error)) && add_assignment (demo, family, error) &&
         add_diagnosis (demo, family, diagnosis_on, error) &&
         (diagnosis_on == ASY_DAY_NONE || demo_add_plans (demo, family, diagnosis_on, error));
}

/* Letters of the court: for most families under its eye one a year. */
static gboolean
add_request (Demo *demo, DemoFamily *family, AsyDay received_on, AsyDay due_on, AsyDay answered_on, GError **error)
{
  g_autoptr (AsyCourtRequest) request = asy_court_request_new ();

  asy_court_request_set_case_file_id (request, family->case_id);
  asy_court_request_set_court_id (request, demo->courts[family->number % 2]);
  asy_court_request_set_signature (request, family->signature);
  asy_court_request_set_letter_on (request, received_on - 5);
  asy_court_request_set_received_on (request, received_on);
  asy_court_request_set_due_on (request, due_on);
  asy_court_request_set_judge (request, "SSR Wanda Zmyślna");
  asy_court_request_set_subject (request, demo_pick (demo, asy_demo_subjects));
  asy_court_request_set_questions (request, demo_pick (demo, asy_demo_questions));
  asy_court_request_set_answered_on (request, answered_on);
  if (answered_on == ASY_DAY_NONE)
    {
      asy_court_request_set_hearing_on (request, demo_working_day (due_on + 14));
      asy_court_request_set_hearing_minute (request, 10 * 60 + 15 * demo_int (demo, 0, 10));
    }
  if (!demo_insert (demo, request, error))
    return FALSE;
  if (answered_on != ASY_DAY_NONE)
    {
      const DemoPaper paper = { .made_on = answered_on, .kind = ASY_LETTER_KIND_OPINION, .title = "Opinia o rodzinie",
                                .family_id = family->id, .case_id = family->case_id, .worker_id = family->worker_id,
                                .record_id = asy_record_get_id (ASY_RECORD (request)) };

      demo_note_paper (demo, &paper);
    }
  return TRUE;
}

gboolean
demo_add_requests (Demo *demo, DemoFamily *family, GError **error)
{
  const AsyDay end = family->until != ASY_DAY_NONE ? family->until : demo->today;
  const gboolean is_open = family->until == ASY_DAY_NONE && family->fate == DEMO_WORK;

  if (!family->has_court)
    return TRUE;
  for (AsyDay day = family->from + 90; day + 30 < end; day += (AsyDay) demo_int (demo, 250, 500))
    {
      const AsyDay received_on = demo_working_day (day);

      if (!add_request (demo, family, received_on, received_on + 21, demo_working_day (received_on + (AsyDay) demo_int (demo, 8, 19)), error))
        return FALSE;
    }
  if (is_open && (family->number == 0 || demo_chance (demo, 22)))
    {
      const AsyDay due_on = demo_working_day (demo->today + (family->number == 0 ? 4 : (AsyDay) demo_int (demo, 0, 18)));

      return add_request (demo, family, demo_working_day (demo->today - 9), due_on, ASY_DAY_NONE, error);
    }
  return TRUE;
}

gboolean
demo_add_family (Demo *demo, DemoFamily *family, GError **error)
{
  family->notice_on = choose_notice (demo, family);
  if (!demo_add_people (demo, family, error) || !demo_add_case (demo, family, error))
    return FALSE;
  if (family->from == ASY_DAY_NONE)
    return demo_add_safety (demo, family, error);
  return demo_add_visits (demo, family, error) && demo_add_assessments (demo, family, error) &&
         demo_add_requests (demo, family, error) && demo_add_safety (demo, family, error);
}
