/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calendar/asy-board-chip.h"
#include "model/asy-dictionary.h"

G_BEGIN_DECLS

/**
 * AsyBoardCell:
 *
 * A day of one assistant on the board: its load, why the assistant is away, its
 * visits as chips, one below another or, where the board shows one day, along
 * the hours. Signal `open (visit id)` for a chip that is pressed; 0 for the one
 * that tells of more.
 */
#define ASY_TYPE_BOARD_CELL (asy_board_cell_get_type ())
G_DECLARE_FINAL_TYPE (AsyBoardCell, asy_board_cell, ASY, BOARD_CELL, GtkWidget)

/** Chips that a day has room for; the last one tells of more. */
#define ASY_BOARD_CELL_CHIPS 4
#define ASY_BOARD_CELL_HEIGHT 121
#define ASY_BOARD_CELL_HEIGHT_BY_HOUR 76
#define ASY_BOARD_FIRST_HOUR 6
#define ASY_BOARD_LAST_HOUR 21

/** (transfer floating) */
GtkWidget *asy_board_cell_new (void);

/** @board and @lane are borrowed until others are set. */
void asy_board_cell_set_day (AsyBoardCell *self, const AsyBoard *board, const AsyBoardLane *lane, AsyDay day, AsyDay today,
                             AsyDictionary *dictionary);

/** (transfer none) */
const AsyBoardLane *asy_board_cell_get_lane (AsyBoardCell *self);
AsyDay asy_board_cell_get_day (AsyBoardCell *self);

/** Of a board of one day: the minute at a distance from the left edge, in steps of a quarter. */
int asy_board_cell_get_minute (AsyBoardCell *self, double x);

G_END_DECLS
