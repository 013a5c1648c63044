/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "law/asy-visit-clash.h"

#define DAY_MINUTES (24 * 60)

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

  if (slot->day != candidate->day || get_gap (slot, candidate, &later) >= 0)
    return FALSE;
  *clash = (AsyClash){ ASY_CLASH_OVERLAP, slot->id, 0 };
  return TRUE;
}

static gboolean
find_travel (const AsyClashSlot *slot, const AsyClashSlot *candidate, AsyClash *clash)
{
  const AsyClashSlot *later;
  const int gap = get_gap (slot, candidate, &later);

  if (slot->day != candidate->day || gap >= later->travel)
    return FALSE;
  *clash = (AsyClash){ ASY_CLASH_TRAVEL, slot->id, later->travel - gap };
  return TRUE;
}

static gboolean
find_rest (const AsyClashSlot *slot, const AsyClashSlot *candidate, AsyClash *clash)
{
  const AsyClashSlot *later;
  const int gap = get_gap (slot, candidate, &later);

  if (slot->day == candidate->day || gap >= ASY_CLASH_REST_MINUTES)
    return FALSE;
  *clash = (AsyClash){ ASY_CLASH_REST, slot->id, ASY_CLASH_REST_MINUTES - gap };
  return TRUE;
}

AsyClash
asy_clash_find (const AsyClashSlot *slots, gsize n_slots, const AsyClashSlot *candidate)
{
  gboolean (*const finders[]) (const AsyClashSlot *, const AsyClashSlot *, AsyClash *) = { find_overlap, find_travel, find_rest };
  AsyClash clash = { ASY_CLASH_NONE, 0, 0 };

  g_return_val_if_fail (candidate != NULL, clash);

  for (gsize kind = 0; kind < G_N_ELEMENTS (finders); kind++)
    for (gsize i = 0; i < n_slots; i++)
      if (is_other (&slots[i], candidate) && finders[kind](&slots[i], candidate, &clash))
        return clash;
  if (asy_day_is_off (candidate->day))
    clash.kind = ASY_CLASH_DAY_OFF;
  return clash;
}
