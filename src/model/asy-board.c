/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-board.h"

static void
lane_free (gpointer data)
{
  AsyBoardLane *lane = data;

  g_object_unref (lane->worker);
  g_ptr_array_unref (lane->visits);
  g_free (lane);
}

AsyBoard *
asy_board_new (AsyDay first, guint n_days)
{
  AsyBoard *self = g_new0 (AsyBoard, 1);

  self->first = first;
  self->n_days = n_days;
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->visits = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (4096);
  self->times = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
asy_board_free (AsyBoard *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->times, g_hash_table_unref);
  g_free (self);
}

AsyBoardLane *
asy_board_add_lane (AsyBoard *self, AsyWorker *worker)
{
  AsyBoardLane *lane = g_new0 (AsyBoardLane, 1);
  const gint64 id = asy_record_get_id (ASY_RECORD (worker));

  lane->worker = g_object_ref (worker);
  lane->time = g_hash_table_lookup (self->times, &id);
  lane->visits = g_ptr_array_new ();
  g_ptr_array_add (self->lanes, lane);
  return lane;
}

AsyBoardVisit *
asy_board_find_visit (const AsyBoard *self, gint64 id)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      AsyBoardVisit *visit = g_ptr_array_index (self->visits, i);

      if (visit->id == id)
        return visit;
    }
  return NULL;
}

const AsyBoardLane *
asy_board_find_lane (const AsyBoard *self, gint64 worker_id)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const AsyBoardLane *lane = g_ptr_array_index (self->lanes, i);

      if (asy_record_get_id (ASY_RECORD (lane->worker)) == worker_id)
        return lane;
    }
  return NULL;
}

void
asy_board_lane_sum (const AsyBoardLane *lane, AsyDay day, guint *ret_n, int *ret_minutes)
{
  *ret_n = 0;
  *ret_minutes = 0;
  for (guint i = 0; i < lane->visits->len; i++)
    {
      const AsyBoardVisit *visit = g_ptr_array_index (lane->visits, i);

      if (visit->day != day || visit->state == ASY_VISIT_STATE_MISSED)
        continue;
      *ret_n += 1;
      *ret_minutes += visit->minutes == 24 * 60 ? 0 : visit->minutes;
    }
}
