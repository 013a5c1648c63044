/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-library-goal.h"

ASY_RECORD_DEFINE (AsyLibraryGoal, asy_library_goal, ASY_LIBRARY_GOAL, ASY_LIBRARY_GOAL_FIELDS, "library_goal")
