/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-work-hours.h"

ASY_RECORD_DEFINE (AsyWorkHours, asy_work_hours, ASY_WORK_HOURS, ASY_WORK_HOURS_FIELDS, "work_hours")
