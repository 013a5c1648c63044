/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-board.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** The days of all assistants from @first on, with the day before and after to see who rests too little. */
AsyBoard *asy_board_load (AsySession *session, AsyDay first, guint n_days, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_board_count_days:
 * @worker_id: 0 for all
 *
 * Days on which there is something, in order. (transfer full) (element-type AsyDayLoad)
 */
GArray *asy_board_count_days (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
