/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-task.h"

G_BEGIN_DECLS

/**
 * AsyLibraryTask:
 *
 * A task under a goal of the library: who does it is a role, and of an
 * institution its kind (a code of the dictionary).
 */
#define ASY_LIBRARY_TASK_FIELDS(F, ...)                                                                     \
  F (REF, __VA_ARGS__, LIBRARY_GOAL_ID, library_goal_id, ASY_FIELD_REQUIRED, NULL, N_("Goal"))              \
  F (INT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))                           \
  F (TEXT, __VA_ARGS__, WHAT, what, ASY_FIELD_REQUIRED, NULL, N_("What"))                                   \
  F (ENUM, __VA_ARGS__, WHO_KIND, who_kind, ASY_FIELD_PLAIN, asy_task_who_kind_nicks, N_("Who"))            \
  F (TEXT, __VA_ARGS__, PROVIDER_KIND, provider_kind, ASY_FIELD_PLAIN, NULL, N_("Kind of institution"))     \
  F (TEXT, __VA_ARGS__, FREQUENCY, frequency, ASY_FIELD_PLAIN, NULL, N_("How often"))                       \
  F (INT, __VA_ARGS__, DAYS, days, ASY_FIELD_PLAIN, NULL, N_("Usual length in days"))

#define ASY_TYPE_LIBRARY_TASK (asy_library_task_get_type ())
ASY_RECORD_DECLARE (AsyLibraryTask, asy_library_task, ASY, LIBRARY_TASK, ASY_LIBRARY_TASK_FIELDS)

G_END_DECLS
