/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-visit-file.h"
#include "model/asy-work-time.h"

G_BEGIN_DECLS

/** A visit as far as a board of everybody's days shows it: thousands are read at a time. */
typedef struct {
  gint64 id;
  gint64 worker_id;
  gint64 family_id;             /* 0: work without a family */
  const char *family_name;      /* nullable; of the board */
  const char *kind;             /* code of the office's list of contacts; of the board */
  AsyDay day;
  int start;                    /* minutes after midnight */
  int minutes;
  int travel;
  AsyVisitState state;
  gboolean in_twos;             /* asked for by the visit or by its family */
  gboolean is_explained;        /* somebody wrote why it stands in spite of what is in its way */
} AsyBoardVisit;

/** One assistant on a board. */
typedef struct {
  AsyWorker *worker;
  const AsyWorkTime *time;      /* nullable: nothing is noted; of the board */
  int families;                 /* at work with the assistant today */
  int limit;                    /* art. 15 ust. 4 */
  GPtrArray *visits;            /* AsyBoardVisit of the board, by day and start; the days around it too */
} AsyBoardLane;

/** The days of all assistants. */
typedef struct {
  AsyDay first;
  guint n_days;
  GPtrArray *lanes;             /* AsyBoardLane, by name */
  GPtrArray *visits;            /* AsyBoardVisit */
  GStringChunk *texts;
  GHashTable *times;            /* gint64 → AsyWorkTime */
} AsyBoard;

AsyBoard *asy_board_new (AsyDay first, guint n_days) G_GNUC_WARN_UNUSED_RESULT;
void asy_board_free (AsyBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyBoard, asy_board_free)

/** A lane without visits. (transfer none) */
AsyBoardLane *asy_board_add_lane (AsyBoard *self, AsyWorker *worker);

/** (transfer none) (nullable) */
AsyBoardVisit *asy_board_find_visit (const AsyBoard *self, gint64 id);

/** The lane of an assistant. (transfer none) (nullable) */
const AsyBoardLane *asy_board_find_lane (const AsyBoard *self, gint64 worker_id);

/** The load of one assistant's day: entries that were not missed, and their minutes; whole days are no work. */
void asy_board_lane_sum (const AsyBoardLane *lane, AsyDay day, guint *ret_n, int *ret_minutes);

/** One day in the overview of a month. */
typedef struct {
  AsyDay day;
  guint n;                      /* entries that were not missed */
  int minutes;                  /* whole days are no work */
} AsyDayLoad;

G_END_DECLS
