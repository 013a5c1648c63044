/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* Monitoring after the end of the work (art. 15 ust. 1 pkt 16): planned contacts and their cards. */

/** A card answers a planned contact when it comes at most so many days before it. */
#define ASY_MONITORING_EARLY_DAYS 14

/** Contacts that the office proposes: one, three and six months after the end. (transfer full) (element-type AsyDay) */
GArray *asy_monitoring_propose (AsyDay ended_on) G_GNUC_WARN_UNUSED_RESULT;

/** Contacts of a case by day. (transfer full) (element-type AsyMonitoringDate) */
GPtrArray *asy_monitoring_list_dates (AsySession *session, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Cards of a case, newest first. (transfer full) (element-type AsyMonitoringCard) */
GPtrArray *asy_monitoring_list_cards (AsySession *session, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_monitoring_set_dates:
 * @days: (element-type AsyDay): in any order, each once
 *
 * Plans the contacts that no card has answered yet: those that are not among
 * @days are dropped. Work must have ended (%ASY_STORE_ERROR_FROZEN), each day
 * after it (%ASY_STORE_ERROR_INVALID).
 */
gboolean asy_monitoring_set_dates (AsySession *session, gint64 case_id, GArray *days, GError **error);

/**
 * asy_monitoring_card_save:
 *
 * A new card answers the planned contacts up to its day, and the first open one
 * when it comes at most %ASY_MONITORING_EARLY_DAYS before it. Refuses a day
 * before the end of the work or still to come (%ASY_STORE_ERROR_INVALID), and a
 * case whose work goes on or that is closed (%ASY_STORE_ERROR_FROZEN).
 */
gboolean asy_monitoring_card_save (AsySession *session, AsyMonitoringCard *card, GError **error);

G_END_DECLS
