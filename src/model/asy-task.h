/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_task_who_kind_nicks. */
typedef enum {
  ASY_TASK_WHO_KIND_FAMILY,
  ASY_TASK_WHO_KIND_ASSISTANT,
  ASY_TASK_WHO_KIND_INSTITUTION,
  ASY_TASK_WHO_KIND_OTHER,
} AsyTaskWhoKind;

extern const char *const asy_task_who_kind_nicks[];

/** Stored as the nick of the same place in asy_task_status_nicks. */
typedef enum {
  ASY_TASK_STATUS_PLANNED,
  ASY_TASK_STATUS_IN_PROGRESS,
  ASY_TASK_STATUS_DONE,
  ASY_TASK_STATUS_PARTLY,
  ASY_TASK_STATUS_NOT_DONE,
  ASY_TASK_STATUS_DROPPED,
} AsyTaskStatus;

extern const char *const asy_task_status_nicks[];

/**
 * AsyTask:
 *
 * A task under a goal (działanie): what, who, when, how often.
 */
#define ASY_TASK_FIELDS(F, ...)                                                                  \
  F (REF, __VA_ARGS__, GOAL_ID, goal_id, ASY_FIELD_REQUIRED, NULL, N_("Goal"))                   \
  F (INT, __VA_ARGS__, POSITION, position, ASY_FIELD_PLAIN, NULL, N_("Position"))                \
  F (TEXT, __VA_ARGS__, WHAT, what, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("What"))   \
  F (ENUM, __VA_ARGS__, WHO_KIND, who_kind, ASY_FIELD_PLAIN, asy_task_who_kind_nicks, N_("Who")) \
  F (REF, __VA_ARGS__, PERSON_ID, person_id, ASY_FIELD_PLAIN, NULL, N_("Family member"))         \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_PLAIN, NULL, N_("Assistant"))             \
  F (REF, __VA_ARGS__, PROVIDER_ID, provider_id, ASY_FIELD_PLAIN, NULL, N_("Institution"))       \
  F (TEXT, __VA_ARGS__, WHO_TEXT, who_text, ASY_FIELD_PERSONAL, NULL, N_("Who, in words"))       \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_PLAIN, NULL, N_("From"))                    \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_PLAIN, NULL, N_("Until"))                 \
  F (TEXT, __VA_ARGS__, FREQUENCY, frequency, ASY_FIELD_PLAIN, NULL, N_("How often"))            \
  F (ENUM, __VA_ARGS__, STATUS, status, ASY_FIELD_PLAIN, asy_task_status_nicks, N_("State"))     \
  F (DAY, __VA_ARGS__, DONE_ON, done_on, ASY_FIELD_PLAIN, NULL, N_("Done on"))                   \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("Note"))                        \
  F (REF, __VA_ARGS__, RESOURCE_ID, resource_id, ASY_FIELD_PLAIN, NULL, N_("Builds on"))         \
  F (REF, __VA_ARGS__, ORIGIN_ID, origin_id, ASY_FIELD_HIDDEN, NULL, N_("Copied from"))

#define ASY_TYPE_TASK (asy_task_get_type ())
ASY_RECORD_DECLARE (AsyTask, asy_task, ASY, TASK, ASY_TASK_FIELDS)

G_END_DECLS
