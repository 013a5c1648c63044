/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyMonitoringDate:
 *
 * A planned contact of the monitoring after the end of the work (art. 15 ust. 1
 * pkt 16), and the card that answered it.
 */
#define ASY_MONITORING_DATE_FIELDS(F, ...)                                               \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case")) \
  F (REF, __VA_ARGS__, CARD_ID, card_id, ASY_FIELD_PLAIN, NULL, N_("Monitoring card"))   \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Day"))

#define ASY_TYPE_MONITORING_DATE (asy_monitoring_date_get_type ())
ASY_RECORD_DECLARE (AsyMonitoringDate, asy_monitoring_date, ASY, MONITORING_DATE, ASY_MONITORING_DATE_FIELDS)

G_END_DECLS
