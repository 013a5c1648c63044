/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "law/asy-visit-clash.h"

#define DAY_MINUTES (24 * 60)

AsyClashSlot
asy_visit_get_clash_slot (AsyVisit *visit, gboolean in_twos)
{
  return (AsyClashSlot){ .id = asy_record_get_id (ASY_RECORD (visit)),
                         .day = asy_visit_get_day (visit),
                         .start = (int) asy_visit_get_start_minute (visit),
                         .end = asy_visit_get_end_minute (visit),
                         .travel = (int) asy_visit_get_travel_minutes (visit),
                         .worker_id = asy_visit_get_worker_id (visit),
                         .family_id = asy_visit_get_family_id (visit),
                         .in_twos = in_twos };
}

static gboolean
is_other (const AsyClashSlot *slot, const AsyClashSlot *candidate)
{
  return slot->id == 0 || slot->id != candidate->id;
}

/* Minutes between the end of the one that comes first and the beginning of the other; negative when they overlap. */
static int
get_gap (const AsyClashSlot *slot, const AsyClashSlot *candidate, const AsyClashSlot **ret_later)
{
  const int shift = ((int) slot->day - (int) candidate->day) * DAY_MINUTES;
  const int start = slot->start + shift, end = slot->end + shift;
  const gboolean is_later = start > candidate->start || (start == candidate->start && end > candidate->end);

  *ret_later = is_later ? slot : candidate;
  return is_later ? start - candidate->end : candidate->start - end;
}

static gboolean
find_overlap (const AsyClashSlot *slot, const AsyClashSlot *candidate, AsyClash *clash)
{
  const AsyClashSlot *later;

  if (slot->worker_id != candidate->worker_id || slot->day != candidate->day || get_gap (slot, candidate, &later) >= 0)
    return FALSE;
  *clash = (AsyClash){ ASY_CLASH_OVERLAP, slot->id, 0 };
  return TRUE;
}

/* Two assistants at one family at a time. */
static gboolean
find_family (const AsyClashSlot *slot, const AsyClashSlot *candidate, AsyClash *clash)
{
  const AsyClashSlot *later;

  if (slot->worker_id == candidate->worker_id || slot->family_id != candidate->family_id || slot->family_id == 0 ||
      slot->in_twos || candidate->in_twos || slot->day != candidate->day || get_gap (slot, candidate, &later) >= 0)
    return FALSE;
  *clash = (AsyClash){ ASY_CLASH_FAMILY, slot->id, 0 };
  return TRUE;
}

static gboolean
find_travel (const AsyClashSlot *slot, const AsyClashSlot *candidate, AsyClash *clash)
{
  const AsyClashSlot *later;
  const int gap = get_gap (slot, candidate, &later);

  if (slot->worker_id != candidate->worker_id || slot->day != candidate->day || gap >= later->travel)
    return FALSE;
  *clash = (AsyClash){ ASY_CLASH_TRAVEL, slot->id, later->travel - gap };
  return TRUE;
}

static gboolean
find_rest (const AsyClashSlot *slot, const AsyClashSlot *candidate, AsyClash *clash)
{
  const AsyClashSlot *later;
  const int gap = get_gap (slot, candidate, &later);

  if (slot->worker_id != candidate->worker_id || slot->day == candidate->day || gap >= ASY_CLASH_REST_MINUTES)
    return FALSE;
  *clash = (AsyClash){ ASY_CLASH_REST, slot->id, ASY_CLASH_REST_MINUTES - gap };
  return TRUE;
}

gboolean
asy_clash_has_daily_rest (AsyWorker *worker)
{
  g_return_val_if_fail (ASY_IS_WORKER (worker), TRUE);

  return asy_worker_get_contract (worker) != ASY_WORKER_CONTRACT_SERVICE;
}

static gboolean
compare (const AsyClashFacts *facts, const AsyClashSlot *slot, const AsyClashSlot *candidate, AsyClash *clash)
{
  return find_overlap (slot, candidate, clash) || find_family (slot, candidate, clash) || find_travel (slot, candidate, clash) ||
         (facts->has_daily_rest && find_rest (slot, candidate, clash));
}

/* Sundays are free unless the hours of the assistant say otherwise, holidays always; who is on duty is on duty. */
static AsyClashKind
look_at_day (const AsyWorkTime *time, const AsyClashSlot *candidate)
{
  int start, end;
  const gboolean has_hours = time != NULL && asy_work_time_get_hours (time, candidate->day, &start, &end);
  const gboolean is_covered = time != NULL && asy_work_time_covers (time, candidate->day, candidate->start, candidate->end);

  if (is_covered && (asy_day_get_holiday (candidate->day) == NULL || asy_work_time_has_shift (time, candidate->day)))
    return ASY_CLASH_NONE;
  if (asy_day_is_off (candidate->day))
    return ASY_CLASH_DAY_OFF;
  return has_hours && !is_covered ? ASY_CLASH_HOURS : ASY_CLASH_NONE;
}

static void
add_kind (GArray *clashes, AsyClashKind kind)
{
  const AsyClash clash = { kind, 0, 0 };

  if (kind != ASY_CLASH_NONE)
    g_array_append_val (clashes, clash);
}

GArray *
asy_clash_list (const AsyClashFacts *facts, const AsyClashSlot *candidate)
{
  GArray *clashes = g_array_new (FALSE, FALSE, sizeof (AsyClash));
  const gboolean is_away = facts->time != NULL && asy_work_time_find_absence (facts->time, candidate->day) != NULL;

  for (gsize i = 0; i < facts->n_slots; i++)
    {
      AsyClash clash;

      if (is_other (&facts->slots[i], candidate) && compare (facts, &facts->slots[i], candidate, &clash))
        g_array_append_val (clashes, clash);
    }
  add_kind (clashes, is_away ? ASY_CLASH_ABSENCE : look_at_day (facts->time, candidate));
  return clashes;
}

AsyClash
asy_clash_find (const AsyClashFacts *facts, const AsyClashSlot *candidate)
{
  g_autoptr (GArray) clashes = asy_clash_list (facts, candidate);
  AsyClash gravest = { ASY_CLASH_NONE, 0, 0 };

  for (guint i = 0; i < clashes->len; i++)
    {
      const AsyClash *clash = &g_array_index (clashes, AsyClash, i);

      if (gravest.kind == ASY_CLASH_NONE || clash->kind < gravest.kind)
        gravest = *clash;
    }
  return gravest;
}
