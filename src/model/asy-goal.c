/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-goal.h"

const char *const asy_goal_status_nicks[] = { "not-started", "in-progress", "partly", "done", "not-done", "dropped", NULL };

ASY_RECORD_DEFINE (AsyGoal, asy_goal, ASY_GOAL, ASY_GOAL_FIELDS, "goal")
