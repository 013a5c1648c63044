/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * Rows that have no record of their own, written without an audit entry each:
 * for whoever fills a register by the thousand (a demonstration register, a
 * transfer from other software) and writes one entry for the batch. Inside a
 * transaction; the rows must be new.
 */

gboolean asy_bulk_add_visit_person (AsySession *session, gint64 visit_id, gint64 person_id, gboolean seen, GError **error);
gboolean asy_bulk_add_visit_goal (AsySession *session, gint64 visit_id, gint64 goal_id, GError **error);
gboolean asy_bulk_add_visit_duty (AsySession *session, gint64 visit_id, const char *duty, GError **error);
gboolean asy_bulk_add_case_reason (AsySession *session, gint64 case_id, const char *reason, GError **error);

/** The last number given out in a yearly register of papers. */
gboolean asy_bulk_set_counter (AsySession *session, const char *number_class, int year, int last, GError **error);

G_END_DECLS
