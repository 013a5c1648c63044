/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-board-clash.h"

static AsyClashSlot
get_slot (const AsyBoardVisit *visit)
{
  return (AsyClashSlot){ .id = visit->id,
                         .day = visit->day,
                         .start = visit->start,
                         .end = visit->start + visit->minutes,
                         .travel = visit->travel,
                         .worker_id = visit->worker_id,
                         .family_id = visit->family_id,
                         .in_twos = visit->in_twos };
}

/* The lane's own days around it, and what others do with the family that day. */
static gboolean
is_near (const AsyBoardVisit *visit, const AsyClashSlot *candidate)
{
  if (visit->state == ASY_VISIT_STATE_MISSED)
    return FALSE;
  if (visit->worker_id == candidate->worker_id)
    return visit->day + 1 >= candidate->day && visit->day <= candidate->day + 1;
  return visit->day == candidate->day && visit->family_id != 0 && visit->family_id == candidate->family_id;
}

AsyClash
asy_board_find_clash (const AsyBoard *board, const AsyBoardVisit *visit, const AsyBoardLane *lane, AsyDay day, int start)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (AsyClashSlot));
  AsyClashSlot candidate = get_slot (visit);

  candidate.worker_id = asy_record_get_id (ASY_RECORD (lane->worker));
  candidate.day = day;
  candidate.start = start;
  candidate.end = start + visit->minutes;
  for (guint i = 0; i < board->visits->len; i++)
    {
      const AsyBoardVisit *other = g_ptr_array_index (board->visits, i);
      const AsyClashSlot slot = get_slot (other);

      if (is_near (other, &candidate))
        g_array_append_val (slots, slot);
    }
  return asy_clash_find (&(AsyClashFacts){ (const AsyClashSlot *) slots->data, slots->len, lane->time,
                                           asy_clash_has_daily_rest (lane->worker) }, &candidate);
}
