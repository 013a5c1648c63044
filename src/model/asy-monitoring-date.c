/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-monitoring-date.h"

ASY_RECORD_DEFINE (AsyMonitoringDate, asy_monitoring_date, ASY_MONITORING_DATE, ASY_MONITORING_DATE_FIELDS, "monitoring_date")
