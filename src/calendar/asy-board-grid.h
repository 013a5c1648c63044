/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-board.h"
#include "model/asy-dictionary.h"

G_BEGIN_DECLS

/**
 * AsyBoardGrid:
 *
 * The coordinator's board: a lane for each assistant, days or, when the board
 * has one day, hours across. Only the lanes in view are widgets; it stands in a
 * GtkViewport. Signals: `create (worker id, day, start)`, `open (visit id)`,
 * `show-lane (worker id)` for a day with more than it has room for, `cut (visit
 * id)` and `place (visit id, worker id, day, start)` after dragging, Alt with an
 * arrow, or Ctrl+X and Ctrl+V. Arrows alone walk over days and visits; start -1:
 * none was pointed at.
 */
#define ASY_TYPE_BOARD_GRID (asy_board_grid_get_type ())
G_DECLARE_FINAL_TYPE (AsyBoardGrid, asy_board_grid, ASY, BOARD_GRID, GtkWidget)

/** @board (nullable) is kept by the caller until another one is set. */
void asy_board_grid_set_board (AsyBoardGrid *self, const AsyBoard *board, AsyDictionary *dictionary, AsyDay today);

/** Puts the focus on a visit, if it is on the board. */
void asy_board_grid_focus_visit (AsyBoardGrid *self, gint64 visit_id);

/** Alt+Left, which the window takes for itself: moves the visit that has the focus; %FALSE when none has. */
gboolean asy_board_grid_move_left (AsyBoardGrid *self);

/** What would stand in the way of a visit there, in words. (transfer full) (nullable) */
char *asy_board_grid_dup_clash (AsyBoardGrid *self, gint64 visit_id, gint64 worker_id, AsyDay day, int start);

G_END_DECLS
