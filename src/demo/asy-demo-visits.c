/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "demo/asy-demo-private.h"
#include "law/asy-visit-rule.h"
#include "store/asy-bulk.h"

#define FUTURE_DAYS 21
/* Weeks back from which the papers of Friday are planned as a series. */
#define SERIES_WEEKS 8

/*
 * The week of an assistant: each place of the caseload has a day and one of
 * three hours of its own, and the hour after them goes round, so that no two
 * visits of one assistant are ever at the same time.
 */
static const int hours[] = { 9 * 60, 11 * 60 + 30, 14 * 60 };
#define LAST_HOUR (16 * 60 + 30)

typedef struct
{
  const char *kind;             /* code of ASY_DICT_CONTACT */
  AsyVisitPlace place;
  guint percent;
  gboolean is_visit;            /* of the group of visits */
} Kind;

static const Kind main_kinds[] = {
  { "home", ASY_VISIT_PLACE_HOME, 86, TRUE },
  { "chosen", ASY_VISIT_PLACE_CHOSEN, 7, TRUE },
  { "office", ASY_VISIT_PLACE_OFFICE, 6, TRUE },
  { "intervention", ASY_VISIT_PLACE_HOME, 1, TRUE },
};

static const Kind extra_kinds[] = {
  { "phone", ASY_VISIT_PLACE_OFFICE, 32, FALSE },
  { "institution", ASY_VISIT_PLACE_OFFICE, 16, FALSE },
  { "with-authority", ASY_VISIT_PLACE_INSTITUTION, 14, FALSE },
  { "with-school", ASY_VISIT_PLACE_INSTITUTION, 12, FALSE },
  { "with-doctor", ASY_VISIT_PLACE_INSTITUTION, 12, FALSE },
  { "social-worker", ASY_VISIT_PLACE_OFFICE, 14, FALSE },
};

static const Kind *
choose_kind (Demo *demo, const Kind *kinds, guint n_kinds)
{
  guint chance = (guint) demo_int (demo, 0, 99);

  for (guint i = 0; i < n_kinds; i++)
    {
      if (chance < kinds[i].percent)
        return &kinds[i];
      chance -= kinds[i].percent;
    }
  return &kinds[0];
}


static AsyVisitState
choose_state (Demo *demo, AsyDay day)
{
  if (day >= demo->today || (day + 3 >= demo->today && demo_chance (demo, 12)))
    return ASY_VISIT_STATE_PLANNED;
  return demo_chance (demo, 88) ? ASY_VISIT_STATE_HELD : ASY_VISIT_STATE_MISSED;
}

static void
tell_visit (Demo *demo, DemoFamily *family, AsyVisit *visit, const AsyDemoTheme *theme, AsyVisitState state)
{
  const gboolean is_old = asy_visit_get_day (visit) + demo->scale->detail_months * 31 < demo->today;

  if (state == ASY_VISIT_STATE_MISSED)
    {
      asy_visit_set_missed_reason (visit, demo_pick (demo, asy_demo_missed));
      return;
    }
  if (!is_old)
    asy_visit_set_purpose (visit, demo_pick (demo, theme->purposes));
  if (state != ASY_VISIT_STATE_HELD)
    return;
  asy_visit_set_course (visit, demo_pick (demo, theme->courses));
  if (is_old)
    return;
  asy_visit_set_next_family (visit, demo_pick (demo, theme->next_family));
  if (demo_chance (demo, 40))
    asy_visit_set_next_assistant (visit, demo_pick (demo, theme->next_assistant));
  if (demo_int (demo, 0, 299) == 0)
    {
      asy_visit_set_danger (visit, TRUE);
      asy_visit_set_danger_note (visit, demo_pick (demo, asy_demo_dangers));
    }
}

static gint64
goal_in_force (DemoFamily *family, AsyDay day, guint theme)
{
  for (guint i = 0; i < family->plans->len; i++)
    {
      const DemoPlan *plan = &g_array_index (family->plans, DemoPlan, i);

      if (plan->from <= day && (plan->until == ASY_DAY_NONE || day < plan->until))
        return plan->goals[theme];
    }
  return 0;
}

/* Whom the visit met, what it was for. */
static gboolean
add_detail (Demo *demo, DemoFamily *family, AsyVisit *visit, guint theme, gboolean at_home, GError **error)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (visit));
  const AsyDay day = asy_visit_get_day (visit);
  const gint64 goal = goal_in_force (family, day, theme);

  if (!asy_bulk_add_visit_person (demo->session, id, family->main_adult_id, FALSE, error))
    return FALSE;
  for (guint i = 0; at_home && i < family->children->len; i++)
    {
      const DemoChild *child = &g_array_index (family->children, DemoChild, i);

      if (child->is_at_home && child->born < day && demo_chance (demo, 80) &&
          !asy_bulk_add_visit_person (demo->session, id, child->id, TRUE, error))
        return FALSE;
    }
  if (goal != 0 && !asy_bulk_add_visit_goal (demo->session, id, goal, error))
    return FALSE;
  return asy_bulk_add_visit_duty (demo->session, id, asy_demo_themes[family->themes[theme]].duty, error);
}

static void
set_place (Demo *demo, AsyVisit *visit, const Kind *kind)
{
  asy_visit_set_kind (visit, kind->kind);
  asy_visit_set_place (visit, kind->place);
  if (kind->place == ASY_VISIT_PLACE_OFFICE)
    return;
  asy_visit_set_travel_minutes (visit, 5 * demo_int (demo, 2, 5));
  asy_visit_set_km (visit, demo_int (demo, 1, 12));
}

static gboolean
add_contact (Demo *demo, DemoFamily *family, AsyDay day, int start, int minutes, const Kind *kind, GError **error)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  const AsyVisitState state = choose_state (demo, day);
  const guint theme = (guint) demo_int (demo, 0, (int) family->n_themes - 1);
  const DemoContact contact = { day, minutes, state == ASY_VISIT_STATE_HELD };

  asy_visit_set_worker_id (visit, family->worker_id);
  asy_visit_set_family_id (visit, family->id);
  asy_visit_set_case_file_id (visit, family->case_id);
  asy_visit_set_day (visit, day);
  asy_visit_set_start_minute (visit, start);
  asy_visit_set_minutes (visit, minutes);
  asy_visit_set_state (visit, state);
  set_place (demo, visit, kind);
  tell_visit (demo, family, visit, &asy_demo_themes[family->themes[theme]], state);
  if (state != ASY_VISIT_STATE_PLANNED)
    {
      char stamp[] = "0000-00-00T17:10:00Z";

      asy_day_write_iso (day, stamp);
      stamp[10] = 'T';
      asy_visit_set_recorded_at (visit, stamp);
    }
  if (!demo_insert (demo, visit, error))
    return FALSE;
  demo->n_visits++;
  if (kind->is_visit && state != ASY_VISIT_STATE_PLANNED)
    g_array_append_val (family->contacts, contact);
  if (state != ASY_VISIT_STATE_HELD || day + demo->scale->detail_months * 31 < demo->today)
    return TRUE;
  return add_detail (demo, family, visit, theme, kind->is_visit && kind->place == ASY_VISIT_PLACE_HOME, error);
}

/* The days that this family can be visited on. */
typedef struct
{
  AsyDay from;
  AsyDay until;
} Span;

static Span
span_of (Demo *demo, DemoFamily *family)
{
  Span span = { family->from + 1, demo->today + FUTURE_DAYS };

  if (family->until != ASY_DAY_NONE)
    span.until = family->until;
  else if (family->fate == DEMO_SUSPENDED)
    span.until = demo->today - 3;
  /* Some are missing from the calendar, for the pages that look for them. */
  else if (family->fate == DEMO_WORK && (family->number == 2 || demo_chance (demo, 5)))
    span.until = demo->today - 1;
  if (family->fate == DEMO_ASSIGNED)
    span.from = demo->today + 1;
  return span;
}

static gboolean
is_possible (const Span *span, AsyDay day)
{
  return day >= span->from && day <= span->until && asy_day_is_working (day);
}

/* One draw a line: the order of arguments is the compiler's. */
static gboolean
add_main_contact (Demo *demo, DemoFamily *family, AsyDay day, int hour, GError **error)
{
  const Kind *kind = choose_kind (demo, main_kinds, G_N_ELEMENTS (main_kinds));
  const int minutes = 60 + 15 * demo_int (demo, 0, 2);
  const int start = hour + 15 * demo_int (demo, 0, 2);

  return add_contact (demo, family, day, start, minutes, kind, error);
}

static gboolean
add_extra_contact (Demo *demo, DemoFamily *family, AsyDay day, GError **error)
{
  const Kind *kind = choose_kind (demo, extra_kinds, G_N_ELEMENTS (extra_kinds));
  const int minutes = 30 + 15 * demo_int (demo, 0, 2);

  return add_contact (demo, family, day, LAST_HOUR, minutes, kind, error);
}

static gboolean
add_week (Demo *demo, DemoFamily *family, const Span *span, AsyDay monday, GError **error)
{
  const guint week = monday / 7;
  const guint round = (family->slot + DEMO_SLOTS - week * 5 % DEMO_SLOTS) % DEMO_SLOTS;
  const AsyDay day = monday + family->slot % 5;
  const AsyDay other_day = monday + (round + 2) % 5;

  if (is_possible (span, day) && !add_main_contact (demo, family, day, hours[family->slot / 5], error))
    return FALSE;
  /* Its turn for the last hour comes every third week, on a day of one family alone. */
  return round >= 5 || !is_possible (span, other_day) || add_extra_contact (demo, family, other_day, error);
}

gboolean
demo_add_visits (Demo *demo, DemoFamily *family, GError **error)
{
  const Span span = span_of (demo, family);

  for (AsyDay monday = asy_day_get_monday (span.from); monday <= span.until; monday += 7)
    if (!demo_is_on_leave (family->worker_id, monday) && !add_week (demo, family, &span, monday, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_work (Demo *demo, gint64 worker_id, AsyDay day, const char *kind, int start, int minutes, gint64 series_id, GError **error)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();

  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_day (visit, day);
  asy_visit_set_start_minute (visit, start);
  asy_visit_set_minutes (visit, minutes);
  asy_visit_set_kind (visit, kind);
  asy_visit_set_place (visit, ASY_VISIT_PLACE_OFFICE);
  asy_visit_set_state (visit, day < demo->today ? ASY_VISIT_STATE_HELD : ASY_VISIT_STATE_PLANNED);
  asy_visit_set_series_id (visit, series_id);
  asy_visit_set_series_day (visit, series_id != 0 ? day : ASY_DAY_NONE);
  demo->n_visits++;
  return demo_insert (demo, visit, error);
}

/* The Fridays of these weeks are planned as visits that repeat. */
static AsyVisitSeries *
add_fridays (Demo *demo, AsyDay first, GError **error)
{
  const AsyVisitRule rule = { .every = 1, .weekdays = 1u << 4, .until = demo->today + FUTURE_DAYS + 6 };
  g_autofree char *text = asy_visit_rule_to_text (&rule);
  g_autoptr (AsyVisitSeries) series = asy_visit_series_new ();

  asy_visit_series_set_rule (series, text);
  asy_visit_series_set_first_on (series, first);
  return demo_insert (demo, series, error) ? g_steal_pointer (&series) : NULL;
}

/* Papers on Friday mornings, supervision in the first week of a month. */
gboolean
demo_add_office_work (Demo *demo, gint64 worker_id, AsyDay from, GError **error)
{
  const AsyDay repeats_from = asy_day_get_monday (demo->today) - SERIES_WEEKS * 7;
  g_autoptr (AsyVisitSeries) series = add_fridays (demo, repeats_from + 4, error);

  if (series == NULL)
    return FALSE;
  for (AsyDay monday = asy_day_get_monday (from) + 7; monday <= demo->today + FUTURE_DAYS; monday += 7)
    {
      if (demo_is_on_leave (worker_id, monday))
        continue;
      if (asy_day_is_working (monday + 4) && !add_work (demo, worker_id, monday + 4, "paperwork", 7 * 60 + 15, 90,
                                                      monday >= repeats_from ? asy_record_get_id (ASY_RECORD (series)) : 0, error))
        return FALSE;
      if (asy_day_get_day (monday) <= 7 && asy_day_is_working (monday) &&
          !add_work (demo, worker_id, monday, "supervision", 7 * 60 + 30, 75, 0, error))
        return FALSE;
    }
  return TRUE;
}
