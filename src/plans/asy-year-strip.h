/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-family-file.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyYearStrip:
 *
 * The year of a plan below its editor: goals, the tasks of the chosen one,
 * visits, assessments and days in court, one lane each, a row that can be
 * focused and says in words what it shows. Reads visits and terms itself and
 * follows their changes. `goal-activated (gint64 id)` tells the goal of a lane
 * that was pressed. Can be folded; the settings remember it. In a window of
 * little height it keeps fewer lanes in sight, and no legend.
 */
#define ASY_TYPE_YEAR_STRIP (asy_year_strip_get_type ())
G_DECLARE_FINAL_TYPE (AsyYearStrip, asy_year_strip, ASY, YEAR_STRIP, AdwBin)

/** Once, before asy_year_strip_show(). */
void asy_year_strip_set_context (AsyYearStrip *self, AsyContext *context);

/**
 * asy_year_strip_show:
 * @file: (nullable): a family with a plan; without one nothing is shown
 * @goal_id: the chosen goal, or 0
 *
 * Draws anew only the lanes that differ.
 */
void asy_year_strip_show (AsyYearStrip *self, AsyFamilyFile *file, gint64 goal_id);

G_END_DECLS
