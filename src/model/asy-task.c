/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-task.h"

const char *const asy_task_who_kind_nicks[] = { "family", "assistant", "institution", "other", NULL };
const char *const asy_task_status_nicks[] = { "planned", "in-progress", "done", "partly", "not-done", "dropped", NULL };

ASY_RECORD_DEFINE (AsyTask, asy_task, ASY_TASK, ASY_TASK_FIELDS, "task")
