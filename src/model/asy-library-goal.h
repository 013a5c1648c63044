/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyLibraryGoal:
 *
 * A proven goal of the office's library (biblioteka celów), to be taken into
 * plans. It names nobody.
 */
#define ASY_LIBRARY_GOAL_FIELDS(F, ...)                                                       \
  F (BOOL, __VA_ARGS__, SHIPPED, shipped, ASY_FIELD_PLAIN, NULL, N_("Came with the program")) \
  F (BOOL, __VA_ARGS__, RETIRED, retired, ASY_FIELD_PLAIN, NULL, N_("Hidden"))                \
  F (INT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))             \
  F (TEXT, __VA_ARGS__, AREA, area, ASY_FIELD_REQUIRED, NULL, N_("Work area"))                \
  F (INT, __VA_ARGS__, AIM, aim, ASY_FIELD_PLAIN, NULL, N_("Statutory aim"))                  \
  F (TEXT, __VA_ARGS__, TITLE, title, ASY_FIELD_REQUIRED, NULL, N_("Goal"))                   \
  F (TEXT, __VA_ARGS__, EFFECT, effect, ASY_FIELD_PLAIN, NULL, N_("Expected effect"))         \
  F (TEXT, __VA_ARGS__, MEASURE, measure, ASY_FIELD_PLAIN, NULL, N_("How one will know"))

#define ASY_TYPE_LIBRARY_GOAL (asy_library_goal_get_type ())
ASY_RECORD_DECLARE (AsyLibraryGoal, asy_library_goal, ASY, LIBRARY_GOAL, ASY_LIBRARY_GOAL_FIELDS)

G_END_DECLS
