/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "demo/asy-demo-private.h"

#define DUTY_WEEKS 4

/* Three weeks a year, not all assistants at once. */
static guint
get_summer_week (gint64 worker_id)
{
  return 27 + (guint) (worker_id % 8);
}

gboolean
demo_is_on_leave (gint64 worker_id, AsyDay monday)
{
  const guint week = (guint) asy_day_get_iso_week (monday, NULL);
  const guint summer = get_summer_week (worker_id);

  return week == summer || week == summer + 1 || week == 52;
}

/* No draw is taken here: what stands before must not shift. */
static gint64
get_worker (Demo *demo, guint number)
{
  g_return_val_if_fail (demo->workers->len > 0, 0);

  return g_array_index (demo->workers, gint64, number % demo->workers->len);
}

static gboolean
add_hours (Demo *demo, gint64 worker_id, GError **error)
{
  g_autoptr (AsyWorkHours) hours = asy_work_hours_new ();

  asy_work_hours_set_worker_id (hours, worker_id);
  asy_work_hours_set_from_day (hours, asy_day_new (asy_day_get_year (demo->today) - 1, 1, 1));
  for (int weekday = 1; weekday <= 5; weekday++)
    asy_record_set_text (ASY_RECORD (hours), ASY_WORK_HOURS_FIELD (weekday), weekday == 5 ? "07:00-16:00" : "07:00-18:00");
  return demo_insert (demo, hours, error);
}

static gboolean
add_absence (Demo *demo, gint64 worker_id, AsyAbsenceKind kind, AsyDay from, AsyDay until, gint64 substitute_id, GError **error)
{
  g_autoptr (AsyAbsence) absence = asy_absence_new ();

  asy_absence_set_worker_id (absence, worker_id);
  asy_absence_set_kind (absence, (int) kind);
  asy_absence_set_from_day (absence, from);
  asy_absence_set_until_day (absence, until);
  asy_absence_set_substitute_id (absence, substitute_id != worker_id ? substitute_id : 0);
  return demo_insert (demo, absence, error);
}

/* The fortnight of the coming summer in which no visits are planned. */
static gboolean
add_summer (Demo *demo, guint number, GError **error)
{
  const gint64 id = get_worker (demo, number);
  AsyDay monday = asy_day_get_monday (demo->today);

  while ((guint) asy_day_get_iso_week (monday, NULL) != get_summer_week (id))
    monday += 7;
  return add_absence (demo, id, ASY_ABSENCE_KIND_LEAVE, monday, monday + 13, get_worker (demo, number + 1), error);
}

/* What a coordinator has to deal with this week and the next. */
static gboolean
add_this_week (Demo *demo, GError **error)
{
  const AsyDay monday = asy_day_get_monday (demo->today);
  const guint away = demo->workers->len > 3 ? 3 : 1;

  if (!add_absence (demo, get_worker (demo, away), ASY_ABSENCE_KIND_LEAVE, monday + 2, monday + 4, 0, error) ||
      !add_absence (demo, get_worker (demo, 0), ASY_ABSENCE_KIND_TRAINING, monday + 10, monday + 10, get_worker (demo, 1), error))
    return FALSE;
  return demo->workers->len <= 5 ||
         add_absence (demo, get_worker (demo, 4), ASY_ABSENCE_KIND_SICK, monday + 3, monday + 7, get_worker (demo, 5), error);
}

static gboolean
is_away (Demo *demo, guint number, AsyDay day)
{
  const AsyDay monday = asy_day_get_monday (demo->today);
  const guint away = demo->workers->len > 3 ? 3 : 1;

  return (number == away && day >= monday + 2 && day <= monday + 4) || (number == 0 && day == monday + 10) ||
         (number == 4 && day >= monday + 3 && day <= monday + 7) || demo_is_on_leave (get_worker (demo, number), asy_day_get_monday (day));
}

/* Evenings from Monday to Friday and Saturday mornings, in turn. */
static gboolean
add_shift (Demo *demo, guint turn, AsyDay day, GError **error)
{
  const gboolean is_saturday = asy_day_get_weekday (day) == 6;
  g_autoptr (AsyDutyShift) shift = asy_duty_shift_new ();
  guint number = turn % demo->workers->len;

  for (guint i = 0; i < demo->workers->len && is_away (demo, number, day); i++)
    number = (number + 1) % demo->workers->len;
  asy_duty_shift_set_worker_id (shift, get_worker (demo, number));
  asy_duty_shift_set_day (shift, day);
  asy_duty_shift_set_start_minute (shift, is_saturday ? 9 * 60 : 16 * 60);
  asy_duty_shift_set_minutes (shift, 4 * 60);
  asy_duty_shift_set_note (shift, is_saturday ? "pod telefonem" : "dyżur w ośrodku");
  return demo_insert (demo, shift, error);
}

static gboolean
add_rota (Demo *demo, GError **error)
{
  const AsyDay first = asy_day_get_monday (demo->today) - 7;

  for (AsyDay day = first; day < first + DUTY_WEEKS * 7; day++)
    if (asy_day_get_weekday (day) != 7 && asy_day_get_holiday (day) == NULL && !add_shift (demo, day - first, day, error))
      return FALSE;
  return TRUE;
}

gboolean
demo_add_work_time (Demo *demo, gpointer data, GError **error)
{
  for (guint i = 0; i < demo->workers->len; i++)
    if (!add_hours (demo, get_worker (demo, i), error) || !add_summer (demo, i, error))
      return FALSE;
  return add_this_week (demo, error) && add_rota (demo, error);
}
