/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calendar/asy-week-layout.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Whose a visit is and where it stands. */
typedef struct {
  gint64 worker_id;
  AsyWeekPlace place;
} AsyVisitStand;

/**
 * AsyVisitMoves:
 *
 * Moves planned visits about the calendar and takes the moves back, the last
 * one first.
 */
#define ASY_TYPE_VISIT_MOVES (asy_visit_moves_get_type ())
G_DECLARE_FINAL_TYPE (AsyVisitMoves, asy_visit_moves, ASY, VISIT_MOVES, GObject)

AsyVisitMoves *asy_visit_moves_new (AsyContext *context) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_visit_moves_do:
 * @from: where it was shown; when it is elsewhere by now, it stays there
 * @worker_name: (nullable): of another assistant who gets it
 * @clash: (nullable): what is in the way there: then a word of why is asked for first
 */
void asy_visit_moves_do (AsyVisitMoves *self, gint64 visit_id, const AsyVisitStand *from, const AsyVisitStand *to,
                         const char *worker_name, const char *clash);

/** Takes the last move back. Returns: the visit, or 0 when there is none */
gint64 asy_visit_moves_undo (AsyVisitMoves *self);

G_END_DECLS
