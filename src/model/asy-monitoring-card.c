/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-monitoring-card.h"

const char *const asy_monitoring_form_nicks[] = { "visit", "phone", "school", "social-worker", "other", NULL };
const char *const asy_monitoring_kept_nicks[] = { "yes", "partly", "no", NULL };
const char *const asy_monitoring_conclusion_nicks[] = { "continue", "end", "reopen", NULL };

ASY_RECORD_DEFINE (AsyMonitoringCard, asy_monitoring_card, ASY_MONITORING_CARD, ASY_MONITORING_CARD_FIELDS, "monitoring_card")
