/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-visit-clash.h"
#include "model/asy-board.h"

G_BEGIN_DECLS

/**
 * asy_board_find_clash:
 * @visit: of the board
 * @lane: whose it would be
 *
 * The gravest thing in the way of a visit there. Pure.
 */
AsyClash asy_board_find_clash (const AsyBoard *board, const AsyBoardVisit *visit, const AsyBoardLane *lane, AsyDay day, int start);

G_END_DECLS
