/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-library-task.h"

ASY_RECORD_DEFINE (AsyLibraryTask, asy_library_task, ASY_LIBRARY_TASK, ASY_LIBRARY_TASK_FIELDS, "library_task")
