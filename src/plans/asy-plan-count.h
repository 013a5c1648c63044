/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-plan-rules.h"

G_BEGIN_DECLS

/** Tasks that count (dropped ones do not), those done, and those past their last day. */
typedef struct {
  guint all;
  guint done;
  guint late;
} AsyPlanCount;

/** One for each goal, in one walk through the tasks. (transfer full) (array length=file->goals->len) */
AsyPlanCount *asy_plan_count_goals (AsyPlanFile *file, AsyDay today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
