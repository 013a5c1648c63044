/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-board.h"

G_BEGIN_DECLS

/**
 * AsyBoardChip:
 *
 * A visit on one line: when and with whom. Or, without a visit, that a day has
 * more of them than there is room for.
 */
#define ASY_TYPE_BOARD_CHIP (asy_board_chip_get_type ())
G_DECLARE_FINAL_TYPE (AsyBoardChip, asy_board_chip, ASY, BOARD_CHIP, GtkButton)

/** (transfer floating) */
GtkWidget *asy_board_chip_new (void);

/**
 * asy_board_chip_set_visit:
 * @visit: borrowed: until another one is set
 * @kind: its kind in words
 * @clash: (nullable): what is in its way, in words
 */
void asy_board_chip_set_visit (AsyBoardChip *self, const AsyBoardVisit *visit, const char *kind, const char *worker_name, const char *clash);

void asy_board_chip_set_more (AsyBoardChip *self, guint n);

/** (transfer none) (nullable) */
const AsyBoardVisit *asy_board_chip_get_visit (AsyBoardChip *self);

G_END_DECLS
