/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_goal_status_nicks. */
typedef enum {
  ASY_GOAL_STATUS_NOT_STARTED,
  ASY_GOAL_STATUS_IN_PROGRESS,
  ASY_GOAL_STATUS_PARTLY,
  ASY_GOAL_STATUS_DONE,
  ASY_GOAL_STATUS_NOT_DONE,
  ASY_GOAL_STATUS_DROPPED,
} AsyGoalStatus;

extern const char *const asy_goal_status_nicks[];

/**
 * AsyGoal:
 *
 * A detailed goal of a plan (cel szczegółowy).
 */
#define ASY_GOAL_FIELDS(F, ...)                                                                      \
  F (REF, __VA_ARGS__, PLAN_ID, plan_id, ASY_FIELD_REQUIRED, NULL, N_("Plan"))                       \
  F (INT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))                    \
  F (TEXT, __VA_ARGS__, AREA, area, ASY_FIELD_REQUIRED, NULL, N_("Work area"))                       \
  F (INT, __VA_ARGS__, AIM, aim, ASY_FIELD_PLAIN, NULL, N_("Statutory aim"))                         \
  F (TEXT, __VA_ARGS__, TITLE, title, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Goal"))     \
  F (TEXT, __VA_ARGS__, EFFECT, effect, ASY_FIELD_PERSONAL, NULL, N_("Expected effect"))             \
  F (TEXT, __VA_ARGS__, MEASURE, measure, ASY_FIELD_PERSONAL, NULL, N_("How one will know"))         \
  F (INT, __VA_ARGS__, PRIORITY, priority, ASY_FIELD_PLAIN, NULL, N_("Priority"))                    \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_PLAIN, NULL, N_("From"))                        \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_PLAIN, NULL, N_("Until"))                     \
  F (ENUM, __VA_ARGS__, STATUS, status, ASY_FIELD_PLAIN, asy_goal_status_nicks, N_("State"))         \
  F (DAY, __VA_ARGS__, STATUS_ON, status_on, ASY_FIELD_PLAIN, NULL, N_("State since"))               \
  F (TEXT, __VA_ARGS__, STATUS_NOTE, status_note, ASY_FIELD_PERSONAL, NULL, N_("Note on the state")) \
  F (REF, __VA_ARGS__, ORIGIN_ID, origin_id, ASY_FIELD_HIDDEN, NULL, N_("Copied from"))

#define ASY_TYPE_GOAL (asy_goal_get_type ())
ASY_RECORD_DECLARE (AsyGoal, asy_goal, ASY, GOAL, ASY_GOAL_FIELDS)

G_END_DECLS
