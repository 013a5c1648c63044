/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "today/asy-today-data.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Fills the side column: today's visits, what is missing, the load of the team. */
void asy_today_side_fill (GtkBox *column, AsyContext *context, const AsyTodayData *data);

G_END_DECLS
