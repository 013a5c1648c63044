/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-visit-file.h"

G_BEGIN_DECLS

/** Why a visit does not come along when its week is copied. */
typedef enum {
  ASY_WEEK_COPY_GOES,
  ASY_WEEK_COPY_DAY_OFF,        /* a Sunday or a public holiday */
  ASY_WEEK_COPY_ABSENCE,        /* the assistant is away that day */
  ASY_WEEK_COPY_TAKEN,          /* the assistant has something at that time */
} AsyWeekCopyAnswer;

/**
 * asy_week_copy_look:
 * @entries: (element-type AsyVisitEntry): what the assistant has in the week that is copied to
 * @time: the work time of the assistant in that week
 *
 * Whether @visit can stand on @day at its own time. Pure.
 */
AsyWeekCopyAnswer asy_week_copy_look (AsyVisit *visit, AsyDay day, GPtrArray *entries, const AsyWorkTime *time);

G_END_DECLS
